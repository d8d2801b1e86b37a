"""What a map says of today and tomorrow: what presses, what helps, what it has no use for."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, NamedTuple

from journeycli.text import shorten
from journeycli.workspace.sentences import plain

if TYPE_CHECKING:
    from collections.abc import Iterator

    from journeycli.source.document import Data
    from journeycli.source.span import Path
    from journeycli.workspace.facts import Facts

_PRESSING = ("high", "critical")
_STATES = ("current", "future")
_RESEARCHED = ("researched", "measured")
_SHOWN = 50  # cells of a barrier's text in a message
_COMPARED = 140  # cells of an enabler that tell it from another


class Pressing(NamedTuple):
    """A barrier that weighs: its id, written or made, `high` or `critical`, and what it says."""

    id: str
    severity: str
    words: str


class Outlook(NamedTuple):
    """What other maps of the same journey ask a map for; small, because it is kept of every map.

    Attributes:
        state: `current` or `future`; empty where it cannot be told.
        pressing: The high and critical barriers of its stages, in order, each id once.
        enablers: What its stages say under `enablers`, a line each.

    """

    state: str = ""
    pressing: tuple[Pressing, ...] = ()
    enablers: str = ""


NO_OUTLOOK = Outlook()


def outlook_of(facts: Facts) -> Outlook:
    """Take what a map says of its state, its worst barriers and its enablers."""
    if facts.kind != "map":
        return NO_OUTLOOK
    return Outlook(
        state=_state(facts.data.get("state")),
        pressing=tuple(dict.fromkeys(_pressing(facts))),
        enablers="\n".join(dict.fromkeys(words for words, _ in _enablers(facts))),
    )


def enabler_paths(facts: Facts, words: str) -> list[Path]:
    """Find where a map says an enabler, by its line in `Outlook.enablers`."""
    return [path for each, path in _enablers(facts) if each == words]


def idle_evidence(facts: Facts) -> Iterator[tuple[str, str]]:
    """Give the evidence that a map which is more than a hypothesis declares and does not name."""
    if facts.data.get("maturity") not in _RESEARCHED:
        return
    named = {each.id for each in facts.named if each.kind == "evidence"}
    for each in facts.declared:
        if each.kind == "evidence" and each.path[0] == "evidence" and each.id not in named:
            yield str(each.id), shorten(each.name, _SHOWN)


def _state(written: Data) -> str:
    if written is None:
        return "current"
    return sys.intern(str(written)) if written in _STATES else ""


def _pressing(facts: Facts) -> Iterator[Pressing]:
    seen: set[str] = set()
    for each in facts.declared:
        severity = facts.at((*each.path, "severity")) if each.kind == "barrier" else None
        if severity in _PRESSING and each.id and each.id not in seen:
            seen.add(each.id)
            yield Pressing(sys.intern(str(each.id)), str(severity), shorten(each.name, _SHOWN))


def _enablers(facts: Facts) -> Iterator[tuple[str, Path]]:
    stages = facts.data.get("stages")
    for place, stage in enumerate(stages if isinstance(stages, list) else ()):
        said = stage.get("enablers") if isinstance(stage, dict) else None
        for index, statement in enumerate(said if isinstance(said, list) else ()):
            text = statement.get("text") if isinstance(statement, dict) else statement
            if isinstance(text, str) and plain(text):
                yield shorten(text, _COMPARED), ("stages", place, "enablers", index)

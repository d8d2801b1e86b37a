"""Mermaid's `journey`, out: the one writer, for pictures and for exports.

The grammar is that of Mermaid 11 (journey.jison and journeyDb): `#` begins a comment, `;` ends a
statement, `:` ends a task, and a line that begins with a word such as `section` is no task. Each
of these becomes one of Mermaid's entity codes (`#58;`), which shows as the character itself.
"""

from __future__ import annotations

import re
from statistics import fmean
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from journeycli.model.journey import JourneyMap
    from journeycli.model.stage import Stage
    from journeycli.model.statements import CustomerAction

NOT_SCORED: Final = "%% not scored"
"""The comment above a task whose step has no score, for Mermaid wants one of every task."""
NO_STEPS: Final = "%% no steps"
"""The comment above the one task of a stage that has no steps, for it would not show without."""
ALSO_ACTING: Final = "also-acting"
"""The lane that an imported diagram's further actors stand in: its statements have the step's text
and a persona."""

_CODES: Final = {ord(sign): f"#{ord(sign)};" for sign in '#;:：%<>"`\\'}
_COMMAS: Final = {ord(sign): f"#{ord(sign)};" for sign in ",，、"}
_WORDS: Final = ("section", "title", "acctitle", "accdescr", "journey")
_DIRECTION_MARKS: Final = dict.fromkeys(
    (0x061C, 0x200B, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2060, 0x206A), 0xFEFF)
)


def write_journey(journey: JourneyMap, name_of: Callable[[str], str]) -> str:
    """Write a map as a `journey`: a section a stage, a task a step; scores −2 … 2 become 1 … 5.

    Mermaid wants a score of every task and a task in every section: a step without a score stands
    where the stage does, or else in the middle, and a stage without steps has one task with its
    name; a comment says so. A step that is everyone's has all personas for its actors.

    Args:
        journey: The map.
        name_of: Gives what people call a persona, by its id.

    """
    lines = ["journey", f"  title {_safe(journey.title)}"]
    if journey.summary:
        lines.append(f"  accDescr: {_safe(journey.summary)}")
    for stage in journey.stages:
        lines.append(f"  section {_safe(stage.name)}")
        lines += [f"    {line}" for line in _tasks(stage, journey, name_of)]
    return "\n".join(lines) + "\n"


def _tasks(stage: Stage, journey: JourneyMap, name_of: Callable[[str], str]) -> Iterator[str]:
    felt = [each.score for each in stage.emotions if each.score is not None]
    usual = fmean(felt) if felt else 0.0
    everyone = _actors(journey.persona_ids, name_of)
    for step in stage.customer_actions:
        if step.score is None:
            yield NOT_SCORED
        score = usual if step.score is None else step.score
        own = (step.persona, *_further(stage, step)) if step.persona else ()
        yield f"{_safe(step.text)}: {_level(score)}{_actors(own, name_of) or everyone}"
    if not stage.customer_actions:
        yield NO_STEPS
        yield f"{_safe(stage.name)}: {_level(usual)}{everyone}"


def _further(stage: Stage, step: CustomerAction) -> Iterator[str]:
    """Give who else acts in a step, as an imported diagram has it."""
    for said in stage.lanes.get(ALSO_ACTING, ()):
        if said.text == step.text and said.persona:
            yield said.persona


def _actors(personas: Sequence[str], name_of: Callable[[str], str]) -> str:
    names = [_safe(name_of(each)).translate(_COMMAS) for each in dict.fromkeys(personas)]
    return f": {', '.join(names)}" if names else ""


def _level(score: float) -> str:
    """Put a score from −2 … 2 on Mermaid's scale, 1 … 5, in halves."""
    return f"{round(score * 2) / 2 + 3:g}"


def _safe(text: str) -> str:
    """Make a text safe: one line, no comment, no separator, no keyword at its start."""
    plain = " ".join(text.translate(_DIRECTION_MARKS).split())
    if not plain.isprintable():
        plain = "".join(sign for sign in plain if sign.isprintable() or sign == "\u200d")
    first = re.split(r"\W", plain, maxsplit=1, flags=re.ASCII)[0].lower()
    if first in _WORDS:
        return f"#{ord(plain[0])};{plain[1:].translate(_CODES)}"
    return plain.translate(_CODES) or "–"

"""What the cache keeps of what files say to one another, and of what rules make of it."""

from __future__ import annotations

import json
import sys
from dataclasses import fields
from typing import TYPE_CHECKING, Any, NamedTuple

from journeycli.workspace.actors import Actors
from journeycli.workspace.index import FileFacts, FileProblem, Locator
from journeycli.workspace.outlook import Outlook, Pressing
from journeycli.workspace.reach import PersonaChannels, Reach

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

_KEPT = tuple(field.name for field in fields(FileFacts) if field.name != "path")
_dumps = json.JSONEncoder(separators=(",", ":"), check_circular=False).encode


class Across(NamedTuple):
    """What the rules across files make of the facts.

    Attributes:
        problems: What they find, each with the code of its rule.
        notes: What the reader should know, such as checks held back.

    """

    problems: tuple[tuple[str, FileProblem], ...]
    notes: tuple[str, ...]


def facts_text(facts: FileFacts, words: str) -> str:
    """Write down the facts of a file, and the digest of its words where it is a catalog."""
    return _dumps([words, *(getattr(facts, name) for name in _KEPT)])


def read_facts(kept: Any, path: str) -> FileFacts:
    """Read the facts that `facts_text` wrote.

    Raises:
        IndexError, KeyError, TypeError, ValueError: It did not write this.

    """
    values = {
        name: _READERS.get(name, _frozen)(value)
        for name, value in zip(_KEPT, kept[1:], strict=True)
    }
    return FileFacts(path, **values)


def across_text(across: Across, names: Sequence[str]) -> str:
    """Write down what shows across files; a file stands by its number among the names."""
    numbers = {name: number for number, name in enumerate(names)}
    problems = [
        (code, numbers[each.path], each.where, each.message, each.help, each.suggestion)
        for code, each in across.problems
    ]
    elsewhere = [
        [(numbers[name], where, words) for name, where, words in each.elsewhere]
        for _, each in across.problems
    ]
    return _dumps([problems, elsewhere, across.notes])


def read_across(kept: Any, names: Sequence[str]) -> Across:
    """Read what `across_text` wrote; raises as `read_facts` does."""
    problems, elsewhere, notes = kept
    pairs = zip(problems, elsewhere, strict=True)
    return Across(tuple([_read_problem(*pair, names) for pair in pairs]), tuple(notes))


def _read_problem(kept: Any, elsewhere: Any, names: Sequence[str]) -> tuple[str, FileProblem]:
    code, number, where, message, help_, suggestion = kept
    others = tuple([(names[other], Locator(*there), words) for other, there, words in elsewhere])
    problem = FileProblem(names[number], Locator(*where), message, help_, others, suggestion)
    return code, problem


def _frozen(value: Any) -> Any:
    """Turn lists into tuples; ids become one object however often they stand in the workspace."""
    if isinstance(value, list):
        return tuple([_frozen(each) for each in value])
    return sys.intern(value) if isinstance(value, str) else value


def _declares(value: Any) -> dict[str, tuple[str, ...]]:
    return {sys.intern(kind): tuple(map(sys.intern, ids)) for kind, ids in value.items()}


def _reach(value: Any) -> Reach:
    channels, unknown, personas, shared = _frozen(value)
    return Reach(channels, unknown, tuple([PersonaChannels(*each) for each in personas]), shared)


def _outlook(value: Any) -> Outlook:
    state, pressing, enablers = _frozen(value)
    return Outlook(state, tuple([Pressing(*each) for each in pressing]), enablers)


_READERS: dict[str, Callable[[Any], Any]] = {
    "declares": _declares,
    "reach": _reach,
    "actors": lambda value: Actors(*_frozen(value)),
    "outlook": _outlook,
    "title": str,
    "barrier_texts": str,
    "contacts": str,
}

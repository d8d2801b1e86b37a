"""What a file says a touchpoint is: one text for all of them, because it is kept of every file."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from journeycli.text import one_line

if TYPE_CHECKING:
    from journeycli.source.document import Data
    from journeycli.source.span import Path
    from journeycli.workspace.facts import Facts

    _Values: TypeAlias = dict[str, None]  # a set that keeps its order

KEYS = ("name", "channel", "department")
"""What two files can say differently of one touchpoint."""

_BETWEEN_TOUCHPOINTS, _BETWEEN_KEYS, _BETWEEN_VALUES = "\n", "\t", "\x1f"
"""Signs that no value holds: `one_line` makes them visible or folds them."""


class Contact(NamedTuple):
    """All that one file says of a touchpoint, wherever it declares it.

    Attributes:
        id: Its id, written or made from the name.
        said: What stands under each of `KEYS`, each value once, in document order.

    """

    id: str
    said: tuple[tuple[str, ...], ...]


def contacts_of(facts: Facts) -> str:
    """Write down what a file declares of its touchpoints; a `ref` declares nothing."""
    found: dict[str, tuple[_Values, ...]] = {}
    for each in facts.declared:
        if each.kind != "touchpoint":
            continue
        element = facts.at(each.path)
        if isinstance(element, str):
            _said(each.id, found)[0][one_line(element)] = None
        elif isinstance(element, dict) and "ref" not in element:
            for values, key in zip(_said(each.id, found), KEYS, strict=True):
                _add(element.get(key), values)
    lines = (
        _BETWEEN_KEYS.join((name, *map(_BETWEEN_VALUES.join, said)))
        for name, said in found.items()
        if name and name == one_line(name)
    )
    return _BETWEEN_TOUCHPOINTS.join(lines)


def contact_lines(written: str) -> dict[str, str]:
    """Take apart what `contacts_of` wrote: the line of each touchpoint by its id.

    Files that say the same of it have the same line.
    """
    lines = written.split(_BETWEEN_TOUCHPOINTS) if written else ()
    return {line[: line.index(_BETWEEN_KEYS)]: line for line in lines}


def contact(line: str) -> Contact:
    """Read one line."""
    name, *said = line.split(_BETWEEN_KEYS)
    return Contact(name, tuple(tuple(filter(None, v.split(_BETWEEN_VALUES))) for v in said))


def contact_paths(facts: Facts, touchpoint: str, key: str) -> list[Path]:
    """Find where a file says a key of a touchpoint, in document order."""
    found: list[Path] = []
    for each in facts.declared:
        if (each.kind, each.id) == ("touchpoint", touchpoint):
            element = facts.at(each.path)
            if isinstance(element, dict):
                found += [(*each.path, key)] if key in element and "ref" not in element else []
            elif key == "name":
                found.append(each.path)
    return found


def _said(touchpoint: str, found: dict[str, tuple[_Values, ...]]) -> tuple[_Values, ...]:
    said = found.get(touchpoint)
    if said is None:
        said = found[str(touchpoint)] = ({}, {}, {})
    return said


def _add(value: Data, values: _Values) -> None:
    if isinstance(value, str):
        if value.strip():
            values[one_line(value)] = None
    elif isinstance(value, list):
        for each in value:
            if isinstance(each, str):
                _add(each, values)

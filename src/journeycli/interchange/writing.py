"""From data to YAML as people write it: block style, canonical key order, quotes where needed."""

from __future__ import annotations

import re
import textwrap
from typing import TYPE_CHECKING, Any, Final

from journeycli.model.shapes import ROOTS, Element, Items, below, keys
from journeycli.source.document import read_document
from journeycli.source.limits import Limits
from journeycli.source.quoting import quote
from journeycli.text import is_slug

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from journeycli.model.formats import Kind
    from journeycli.model.shapes import Shape

_WIDTH: Final = 100  # columns of a line
_KINDS: Final[dict[str, Kind]] = {
    "journey-map/1": "journey-map",
    "persona/1": "persona",
    "catalog/1": "catalog",
}
_SPACED: Final = (
    "evidence",
    "stages",
    "paths",
    "resources",
    "lanes",
)  # of a map: set off by a blank line
_UNLIMITED: Final = Limits(10**9, 10**3, 10**9, 10**9)
_SURROGATE: Final = re.compile("[\ud800-\udfff]")


def to_yaml(data: dict[str, Any], *, head: Sequence[str] = ()) -> str:
    """Write a map, persona or catalog as text that reads back as the same data.

    Prose stands in block style, a statement a line; lists of ids and short mappings of figures
    stand on one line. Keys come in the order of the format; half letters (lone surrogates), which
    YAML cannot carry, become the sign for what could not be read.

    Args:
        data: Mappings, lists, texts, numbers and truth values.
        head: Lines of comment for the top of the file.

    Raises:
        AssertionError: What was written does not read as the data: a defect of ours.

    """
    kind = _KINDS.get(str(data.get("format")), "journey-map")
    ordered = _ordered(data, Element(ROOTS[kind]))
    lines = [f"# {line}".rstrip() for text in head for line in _comment(text)]
    lines += _top(ordered)
    written = "\n".join(lines) + "\n"
    if read_document(written.encode(), _UNLIMITED).data != _as_read(ordered):
        raise AssertionError("the YAML that was written reads as something else")
    return written


def _top(data: dict[str, Any]) -> Iterator[str]:
    """Write the mapping of the file, with blank lines around its large lists."""
    for number, (key, value) in enumerate(data.items()):
        large = key in _SPACED and isinstance(value, list)
        if large and number:
            yield ""
        if key == "stages" and isinstance(value, list) and value:
            yield f"{quote(key)}:"
            for place, stage in enumerate(value):
                if place:
                    yield ""
                yield from _entry(stage, 2, "stages")
        else:
            yield from _pair(key, value, 0)


def _pair(key: str, value: Any, column: int) -> Iterator[str]:
    start = f"{' ' * column}{quote(_sound(key))}:"
    short = _flow(value, key, _WIDTH - len(start) - 1)
    if short is not None:
        yield f"{start} {short}"
    elif isinstance(value, dict):
        yield start
        for name, below_ in value.items():
            yield from _pair(name, below_, column + 2)
    elif isinstance(value, list):
        yield start
        for item in value:
            yield from _entry(item, column + 2, key)
    else:
        yield from _text(start, str(value), column + 2)


def _entry(item: Any, column: int, key: str) -> Iterator[str]:
    start = f"{' ' * column}-"
    short = _flow(item, key, _WIDTH - len(start) - 1)
    if short is not None:
        yield f"{start} {short}"
    elif isinstance(item, dict):
        lines = [line for name, value in item.items() for line in _pair(name, value, column + 2)]
        yield f"{start} {lines[0].lstrip()}"
        yield from lines[1:]
    elif isinstance(item, list):
        yield start
        for each in item:
            yield from _entry(each, column + 2, key)
    else:
        yield from _text(start, str(item), column + 2)


def _flow(value: Any, key: str, room: int) -> str | None:
    """Write a value on one line: a scalar, or a collection of ids and figures; else None."""
    if isinstance(value, dict | list):
        if not value:
            return _in_flow(value)
        if not _is_terse(value, key):
            return None
        text = _in_flow(value)
        return text if len(text) <= room else None
    if not isinstance(value, str):
        return _figure(value)
    text = _sound(value)
    if "\n" in text:
        return None
    written = quote(text)
    return written if len(written) <= room or not _folds(text) else None


def _in_flow(value: Any) -> str:
    match value:
        case dict():
            pairs = (f"{quote(_sound(k), flow=True)}: {_in_flow(v)}" for k, v in value.items())
            return "{" + ", ".join(pairs) + "}"
        case list():
            return "[" + ", ".join(map(_in_flow, value)) + "]"
        case str():
            return quote(_sound(value), flow=True)
        case _:
            return _figure(value)


def _is_terse(value: Any, key: str) -> bool:
    """Tell whether a collection holds ids and figures, not prose."""
    if isinstance(value, list):
        return (
            bool(value)
            and all(isinstance(each, str) and is_slug(each) for each in value)
            and (key in _ID_LISTS)
        )
    if list(value) == ["id", "name"] and key in _NAMED:
        return len(value["name"]) <= _WIDTH // 2
    return (
        bool(value)
        and all(
            _is_figure_or_id(below_) or (isinstance(below_, list) and _is_terse(below_, name))
            for name, below_ in value.items()
        )
        and any(not isinstance(below_, str) for below_ in value.values())
    )


_NAMED: Final = ("lanes", "personas", "channels", "departments")
_ID_LISTS: Final = frozenset(
    ("personas", "evidence", "touchpoints", "channel", "channels", "respondents", "for")
) | frozenset(("caused_by", "stages", "needed_for", "detail"))


def _is_figure_or_id(value: Any) -> bool:
    return not isinstance(value, dict | list) and (not isinstance(value, str) or is_slug(value))


def _figure(value: Any) -> str:
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float) and value == int(value) and abs(value) < 10**15:
        return str(int(value))
    return str(value)


def _text(start: str, text: str, column: int) -> Iterator[str]:
    """Write a text as a block: folded where it is one long line, else as its lines stand."""
    sound = _sound(text)
    margin = " " * column
    if "\n" not in sound and _folds(sound):
        yield f"{start} >-"
        for line in textwrap.wrap(
            sound,
            _WIDTH - column,
            break_long_words=False,
            break_on_hyphens=False,
        ):
            yield margin + line
    elif _stands_as_block(sound):
        yield f"{start} |-"
        for line in sound.split("\n"):
            yield (margin + line).rstrip() if not line else margin + line
    else:
        yield f"{start} {quote(sound)}"


def _folds(text: str) -> bool:
    """Tell whether folding can take nothing away: single spaces, and only printable signs."""
    return text == " ".join(text.split()) and " " in text and text.isprintable()


def _stands_as_block(text: str) -> bool:
    lines = text.split("\n")
    return (
        bool(lines[0].strip())
        and bool(lines[-1].strip())
        and not lines[0].startswith(" ")
        and all(line.isprintable() and line == line.rstrip() for line in lines)
    )


def _sound(text: str) -> str:
    return _SURROGATE.sub("\ufffd", text)


def _comment(text: str) -> Iterable[str]:
    flat = " ".join(each if each.isprintable() else " " for each in _sound(text).split())
    safe = "".join(each if each.isprintable() else " " for each in flat)
    return textwrap.wrap(safe, _WIDTH - 2, break_long_words=False) or [""]


def _ordered(value: Any, shape: Shape | None) -> Any:
    """Put keys in the order of the format; unknown ones come last, as they stand."""
    match value:
        case dict():
            names: list[str] = [each for each in value if value[each] is not None]
            if isinstance(shape, Element):
                place = {key.name: number for number, key in enumerate(keys(shape.model))}
                names.sort(key=lambda name: place.get(name, len(place)))
            return {
                name: _ordered(value[name], below(shape, name) if shape else None) for name in names
            }
        case list():
            item = shape.item if isinstance(shape, Items) else None
            return [_ordered(each, item) for each in value]
        case _:
            return value


def _as_read(value: Any) -> Any:
    """Give data as the loader gives it: every scalar a text."""
    match value:
        case dict():
            return {_sound(key): _as_read(below_) for key, below_ in value.items()}
        case list():
            return [_as_read(each) for each in value]
        case str():
            return _sound(value)
        case _:
            return _figure(value)

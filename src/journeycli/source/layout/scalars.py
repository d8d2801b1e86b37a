"""How a text is written: without quotes where it reads the same, folded where it is long."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from journeycli.source.quoting import quote, wrap
from journeycli.source.tree import span_of_node
from journeycli.text import width

if TYPE_CHECKING:
    from collections.abc import Iterator

    from yaml.events import ScalarEvent

FITS = 110
"""Cells that a line may have before its text is folded."""

FILLED = 100
"""Cells up to which the lines of a folded text are filled; less, so that an edit moves little."""

_LIKE_A_FIGURE = re.compile(
    r"[-+.]*[0-9][0-9_.,:/xobeE+a-fA-F-]*([tT ][0-9:.+-]*[zZ]?)?|[-+]?\.(?:inf|nan)|=|<<",
    re.IGNORECASE,
)
_LIKE_A_WORD = frozenset({"true", "false", "yes", "no", "on", "off", "y", "n", "null", "~", ""})
_SIGNS = frozenset("-?:")  # words between brackets only; on a line of their own they are grammar
_SPACE = re.compile(r"(?<=\S) (?=\S)")
_HEAD_WITH_INDENT = re.compile(r"[|>][-+]?[1-9]")
_FIRST_LINE = re.compile(r"(?m)(^.*[^ \n].*$)")


class Written(NamedTuple):
    """A text as it is written.

    Attributes:
        first: What stands behind the colon or dash: the text, or the head of a block.
        block: The lines of a block, without their indent; None where there is none.

    """

    first: str
    block: tuple[str, ...] | None = None


def is_special(text: str) -> bool:
    """Tell whether a plain text could be read as a number, a date, a boolean or null.

    The forms of YAML 1.1 and 1.2 count: other programs read these files too.
    """
    return text.lower() in _LIKE_A_WORD or _LIKE_A_FIGURE.fullmatch(text) is not None


def inline(node: ScalarEvent, text: str, *, flow: bool) -> str:
    """Write a scalar on one line.

    Args:
        node: The scalar.
        text: The text that it stands in.
        flow: Whether it stands inside `[…]` or `{…}`.

    """
    start, end = span_of_node(node, text)
    raw, value = text[start:end], node.value
    is_one_line = not re.search(r"[\r\n]", raw)
    if not node.style:
        is_safe = is_one_line and (flow or raw not in _SIGNS)
        return raw if is_safe else quote(value, flow=flow)
    if is_one_line and not value.isprintable():
        return raw  # an escape that shows what would be invisible
    written = quote(value, flow=flow)
    if written != value or not (node.anchor or is_special(value) or (flow and ":" in value)):
        return written
    return wrap(value)  # a plain text behind `&word` would be one that begins with it


def as_value(node: ScalarEvent, text: str, used: int, indent: int) -> Written:
    """Write a scalar that has the rest of its line for itself.

    Args:
        node: The scalar.
        text: The text that it stands in.
        used: The cells of its line in front of it.
        indent: The cells in front of the lines of a block.

    """
    start, end = span_of_node(node, text)
    raw = text[start:end]
    if node.style in ("|", ">"):
        return _block(node, raw, indent)
    line = inline(node, text, flow=False)
    several = "\n" in node.value and re.search(r"[\r\n]", raw) is not None
    if (several or used + width(line) > FITS) and _can_be_folded(node.value):
        lines = tuple(_filled(node.value, indent))
        if several or len(lines) > 1:
            return Written(_head(">", node.value), lines)
    return Written(line)


def _block(node: ScalarEvent, raw: str, indent: int) -> Written:
    """Write a block again: as it is, unless it is folded and its lines are too long."""
    value, lines = node.value, re.split(r"\r\n|\r|\n", raw)[1:]
    if not value.strip():
        return Written(quote(value))
    if node.style == "|":
        body = value[:-1] if value.endswith("\n\n") else value.removesuffix("\n")
        return Written(_head("|", value), tuple(body.split("\n")))
    if any(indent + width(line.strip()) > FITS for line in lines) and _can_be_folded(value):
        return Written(_head(">", value), tuple(_filled(value, indent)))
    if _HEAD_WITH_INDENT.match(raw) or value.rstrip("\n") != value.rstrip():
        return Written(quote(value))
    first = next(line for line in lines if line.strip(" "))
    margin = len(first) - len(first.lstrip(" "))
    kept = (line[margin:] for line in lines)
    return Written(_head(">", value), (*kept, *_blank_lines_at_end(value)))


def _can_be_folded(value: str) -> bool:
    """Tell whether a text reads the same as a folded block that is filled anew."""
    parts = value.rstrip("\n").split("\n")
    return bool(value.strip()) and all(
        part == part.strip() and part.isprintable() for part in parts
    )


def _filled(value: str, indent: int) -> Iterator[str]:
    """Fold a text: break its lines at single spaces, and write each line break of it twice."""
    for number, part in enumerate(value.rstrip("\n").split("\n")):
        if number:
            yield ""
        words = _SPACE.split(part)
        line = words[0]
        for word in words[1:]:
            if indent + width(line) + 1 + width(word) > FILLED:
                yield line
                line = word
            else:
                line = f"{line} {word}"
        if line:
            yield line
    yield from _blank_lines_at_end(value)


def _blank_lines_at_end(value: str) -> list[str]:
    """Give the blank lines that a block keeps at its end."""
    return [""] * max(len(value) - len(value.rstrip("\n")) - 1, 0)


def _head(style: str, value: str) -> str:
    """Write the head of a block: its style, an indent where it cannot be seen, and its end."""
    blank, first = _FIRST_LINE.split(value, maxsplit=1)[:2]
    indent = "2" if blank.strip("\n") or first.startswith((" ", "\t")) else ""
    ending = "-" if not value.endswith("\n") else "+" if value.endswith("\n\n") else ""
    return f"{style}{indent}{ending}"

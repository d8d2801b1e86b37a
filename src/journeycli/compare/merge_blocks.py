"""A file as blocks of lines, one for each key and list item, and blocks as lines again.

The text of a block is written as if it stood at column 0, so that it can be laid anywhere. A line
that does not start with its block's indent, and a line of a conflict's markers, begins with `FIXED`
and stands as it is wherever the block goes.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, NamedTuple, TypeAlias

if TYPE_CHECKING:
    from journeycli.compare.merge_flow import Flow
    from journeycli.source.document import Data

FIXED = "\0"
"""Begins a line that no indent is added to; no text that YAML takes holds it."""

_LINE = re.compile(r"[^\n]*\n|[^\n]+")

Side: TypeAlias = Literal["ours", "theirs"]


class DoubtError(Exception):
    """A file cannot be merged by its elements beyond doubt; the text says why."""


class Markers(NamedTuple):
    """How a conflict is written.

    Attributes:
        base: What the common version is called.
        ours: What our version is called.
        theirs: What their version is called.
        size: How many signs a marker has.
        with_base: Whether the common version is shown as well.

    """

    base: str = "base"
    ours: str = "ours"
    theirs: str = "theirs"
    size: int = 7
    with_base: bool = False


@dataclass(frozen=True, slots=True)
class Clash:
    """Two edits of one place, as the lines of each version.

    Attributes:
        base: What stood there.
        ours: What we made of it; empty where we removed it.
        theirs: What they made of it.
        lead: The lines above, on which both sides agree.

    """

    base: str
    ours: str
    theirs: str
    lead: str = ""


@dataclass(frozen=True, slots=True)
class Block:
    """A key with its value, or a list item.

    Attributes:
        lead: The comments and blank lines above.
        head: From the key or dash to the value; to the end of the line where there is a body.
        value: What stands behind it; empty where there is a body.
        rest: What follows the value on its line, the line break included.
        body: The keys or items below.
        tail: Comments behind the body that are indented deeper than the block.
        data: What the value says.
        flow: The value, where it is written in brackets or braces.

    """

    lead: str | Clash
    head: str
    value: str
    rest: str
    body: Body | None
    tail: str | Clash
    data: Data
    flow: Flow | None = None


@dataclass(frozen=True, slots=True)
class Body:
    """The keys or items of a block.

    Attributes:
        keys: The keys of a mapping in the order of the children; None for a list.
        indent: How much further right than the block they stand.
        inline: Whether the first stands on the line of the block's head.
        children: A block each, or a conflict.

    """

    keys: tuple[str, ...] | None
    indent: int
    inline: bool
    children: tuple[Block | Clash, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """A whole file.

    Attributes:
        prologue: What stands above the first key.
        body: The keys of the file.
        epilogue: What stands below the last.

    """

    prologue: str | Clash
    body: Body
    epilogue: str | Clash


def sheet_text(sheet: Sheet, how: Markers | Side) -> str:
    """Write a file; conflicts with markers, or as one side has them."""
    text = _lines(sheet.prologue, how) + _children(sheet.body, how) + _lines(sheet.epilogue, how)
    return text.replace(FIXED, "")


def block_text(block: Block, how: Markers | Side = "ours") -> str:
    """Write a block as if it stood at column 0."""
    lead, tail = _lines(block.lead, how), _lines(block.tail, how)
    body = block.body
    if body is None:
        return lead + block.head + block.value + block.rest + tail
    if not body.inline or not body.children:
        head = block.head.rstrip() + "\n" if body.inline else block.head
        return lead + head + _children(body, how) + tail
    first, *others = body.children
    rest = Body(None, body.indent, inline=False, children=tuple(others))
    if isinstance(first, Clash):
        sides = (_beside(block.head, each) for each in (first.base, first.ours, first.theirs))
        start = _lines(Clash(*sides), how)
    else:
        start = _beside(block.head, block_text(first, how))
    return lead + start + _children(rest, how) + tail


def count_clashes(sheet: Sheet) -> int:
    """Count the conflicts of a file."""
    pieces = [sheet.prologue, sheet.epilogue, *sheet.body.children]
    count = 0
    for piece in pieces:
        if isinstance(piece, Clash):
            count += 1
        elif isinstance(piece, Block):
            pieces += [piece.lead, piece.tail, *(piece.body.children if piece.body else ())]
    return count


def dedented(text: str, columns: int) -> str:
    """Take an indent from every line."""
    indent = " " * columns
    return "".join(_dedented(line, indent) for line in lines_of(text))


def indented(text: str, columns: int) -> str:
    """Add an indent to every line that is neither empty nor fixed."""
    indent = " " * columns
    lines = lines_of(text)
    return "".join(each if each[0] in ("\n", FIXED) else indent + each for each in lines)


def lines_of(text: str) -> list[str]:
    r"""Split a text behind its line breaks, which are all `\n`."""
    return _LINE.findall(text)


def _dedented(line: str, indent: str) -> str:
    if line == "\n":
        return line
    below = line.removeprefix(indent)
    if (indent and below == line) or below[:1] in ("\n", ""):
        return FIXED + line
    return below


def _children(body: Body, how: Markers | Side) -> str:
    texts = (
        _lines(each, how) if isinstance(each, Clash) else block_text(each, how)
        for each in body.children
    )
    return indented("".join(texts), body.indent)


def _beside(head: str, text: str) -> str:
    return head + indented(text, len(head))[len(head) :] if text else ""


def _lines(piece: str | Clash, how: Markers | Side) -> str:
    if isinstance(piece, str):
        return piece
    if how == "ours":
        return piece.lead + piece.ours
    if how == "theirs":
        return piece.lead + piece.theirs
    base = _marker("|", how.size, how.base) + piece.base if how.with_base else ""
    return (
        piece.lead
        + _marker("<", how.size, how.ours)
        + piece.ours
        + base
        + _marker("=", how.size, "")
        + piece.theirs
        + _marker(">", how.size, how.theirs)
    )


def _marker(sign: str, size: int, label: str) -> str:
    return f"{FIXED}{sign * size} {label}".rstrip() + "\n"

"""A Markdown document as a list of its blocks: headings, sentences, list items, tables.

Markdown is read line by line, in one go: what matters here is which label a sentence stands under
and on which line, and a line of a megabyte must not take longer than its length.
"""

from __future__ import annotations

import re
from enum import StrEnum
from typing import TYPE_CHECKING, Final, NamedTuple

from journeycli.interchange.markdown_inline import cells, label_of, plain

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


class BlockKind(StrEnum):
    """What a block is."""

    HEADING = "heading"
    TEXT = "text"
    ITEM = "item"
    QUOTE = "quote"
    CODE = "code"
    TABLE = "table"


class Block(NamedTuple):
    """One block.

    Attributes:
        kind: What it is.
        line: Its first line in the file, from 1.
        text: Its Markdown, lines joined.
        level: Of a heading 1 … 6; of a list item how deep it stands, from 0.
        rows: Of a table: the Markdown of its cells.
        lines: Of a table: the line of each row.

    """

    kind: BlockKind
    line: int
    text: str
    level: int = 0
    rows: tuple[tuple[str, ...], ...] = ()
    lines: tuple[int, ...] = ()


_FENCE: Final = re.compile(r"^\s*(`{3,}|~{3,}|:{3,})")
_HEADING: Final = re.compile(r"^ {0,3}(#{1,6})(?:[ \t]+(.*))?$")
_UNDERLINE: Final = re.compile(r"^ {0,3}(=+|-+)[ \t]*$")
_RULE: Final = re.compile(r"^ {0,3}(?:(?:-[ \t]*){3,}|(?:\*[ \t]*){3,}|(?:_[ \t]*){3,})$")
_ITEM: Final = re.compile(r"^([ \t]*)(?:[-*+•◦▪–]|\d{1,9}[.)])(?:[ \t]+(.*)|)$")
_QUOTE: Final = re.compile(r"^ {0,3}>[ \t]?(.*)$")
_DELIMITER: Final = re.compile(r"^[ \t]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-*:?[ \t]*)*$")
_TASK: Final = re.compile(r"^\[[ xX]\][ \t]+")


def read_blocks(lines: Sequence[str], first: int = 1) -> list[Block]:
    """Read the lines of a document.

    Args:
        lines: The lines.
        first: The number of the first one in the file.

    """
    return list(_Reader(lines, first).blocks())


class _Reader:
    """Reads blocks; each method reads one kind and gives the line after it."""

    def __init__(self, lines: Sequence[str], first: int) -> None:
        self._lines = lines
        self._first = first
        self._indents: list[int] = []

    def blocks(self) -> Iterator[Block]:
        """Give the blocks, in order."""
        at = 0
        while at < len(self._lines):
            line = self._lines[at]
            if not line.strip():
                at += 1
                continue
            block, at = self._block(at, line)
            if block is not None:
                if block.kind is not BlockKind.ITEM:
                    self._indents = []
                yield block

    def _block(self, at: int, line: str) -> tuple[Block | None, int]:
        if fence := _FENCE.match(line):
            return self._code(at, fence[1])
        if heading := _HEADING.match(line):
            text = _unclosed(heading[2] or "")
            return self._made(BlockKind.HEADING, at, text, len(heading[1])), at + 1
        if self._is_table(at):
            return self._table(at)
        if _RULE.match(line):
            return None, at + 1
        if item := _ITEM.match(line):
            depth = self._depth(len(item[1].expandtabs(4)))
            text, end = self._continued(at + 1, item[2] or "", in_list=True)
            return self._made(BlockKind.ITEM, at, _TASK.sub("", text), depth), end
        if quote := _QUOTE.match(line):
            return self._quote(at, quote[1])
        return self._paragraph(at, line)

    def _made(self, kind: BlockKind, at: int, text: str, level: int = 0) -> Block:
        return Block(kind, self._first + at, text, level)

    def _code(self, at: int, fence: str) -> tuple[Block, int]:
        closing = re.compile(rf"^\s*{re.escape(fence[0])}{{{len(fence)},}}\s*$")
        end = at + 1
        while end < len(self._lines) and not closing.match(self._lines[end]):
            end += 1
        text = "\n".join(self._lines[at + 1 : end])
        return self._made(BlockKind.CODE, at, text), end + 1

    def _is_table(self, at: int) -> bool:
        return (
            "|" in self._lines[at]
            and at + 1 < len(self._lines)
            and "|" in self._lines[at + 1]
            and _DELIMITER.match(self._lines[at + 1]) is not None
        )

    def _table(self, at: int) -> tuple[Block, int]:
        rows, places = [tuple(cells(self._lines[at]))], [self._first + at]
        end = at + 2
        while end < len(self._lines) and "|" in self._lines[end]:
            rows.append(tuple(cells(self._lines[end])))
            places.append(self._first + end)
            end += 1
        block = self._made(BlockKind.TABLE, at, "")
        return block._replace(rows=tuple(rows), lines=tuple(places)), end

    def _quote(self, at: int, text: str) -> tuple[Block, int]:
        said, end = [text], at + 1
        while end < len(self._lines) and (more := _QUOTE.match(self._lines[end])):
            said.append(more[1])
            end += 1
        return self._made(BlockKind.QUOTE, at, " ".join(said).strip()), end

    def _paragraph(self, at: int, line: str) -> tuple[Block, int]:
        following = self._lines[at + 1] if at + 1 < len(self._lines) else ""
        if (under := _UNDERLINE.match(following)) and not line.lstrip().startswith("|"):
            level = 1 if under[1][0] == "=" else 2
            return self._made(BlockKind.HEADING, at, line.strip(), level), at + 2
        text, end = self._continued(at + 1, line, in_list=False)
        return self._made(BlockKind.TEXT, at, text), end

    def _continued(self, at: int, text: str, *, in_list: bool) -> tuple[str, int]:
        """Add the lines on which a sentence goes on; a line with a label begins a new one."""
        parts = [text.strip()]
        while at < len(self._lines):
            line = self._lines[at]
            if (
                not line.strip()
                or self._begins(at, line)
                or self._begins_label(line, in_list=in_list)
            ):
                break
            parts.append(line.strip())
            at += 1
        return " ".join((*map(_unbroken, parts[:-1]), parts[-1])), at

    def _begins_label(self, line: str, *, in_list: bool) -> bool:
        """Tell whether a line begins with a label; within a list one at the margin, in bold."""
        if in_list and not line.startswith(("**", "__")):
            return False
        return label_of(line.strip()) is not None

    def _begins(self, at: int, line: str) -> bool:
        """Tell whether a line begins a block of its own."""
        return any(
            each.match(line) for each in (_FENCE, _HEADING, _RULE, _ITEM, _QUOTE, _UNDERLINE)
        ) or self._is_table(at)

    def _depth(self, indent: int) -> int:
        """Tell how deep a list item stands, by the indents of those above it."""
        while self._indents and self._indents[-1] > indent:
            self._indents.pop()
        if not self._indents or self._indents[-1] < indent:
            self._indents.append(indent)
        return len(self._indents) - 1


def _unclosed(heading: str) -> str:
    """Take the signs away that some write at a heading's end: `## Order ##`."""
    text = heading.strip()
    bare = text.rstrip("#")
    return bare.rstrip() if bare[-1:] in ("", " ", "\t") else text


def _unbroken(line: str) -> str:
    """Take the backslash away that breaks a line; one that is escaped is a sign of the text."""
    signs = len(line) - len(line.rstrip("\\"))
    return line[:-1] if signs % 2 else line


def shown(block: Block) -> str:
    """Give the text of a block as readers see it."""
    return plain(block.text)

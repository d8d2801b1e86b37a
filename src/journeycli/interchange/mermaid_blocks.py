"""Where Mermaid `journey` diagrams stand: a whole file, or blocks of a Markdown file."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


class Block(NamedTuple):
    """The lines of one diagram.

    Attributes:
        first: The number of its first line in the file, from 1.
        lines: The lines, its frontmatter included and fences left out.
        heading: The Markdown heading above it, or an empty text.

    """

    first: int
    lines: tuple[str, ...]
    heading: str


_QUOTED: Final = r"^[ \t]*(?:>[ \t]*)*"  # a fence may stand in a quotation or a list
_FENCE: Final = re.compile(_QUOTED + r"(`{3,}|~{3,}|:{3,})[ \t]*\{?[ \t]*(\S*?)\}?(?:[ \t{].*)?$")
_ELEMENT: Final = re.compile(
    r"^[ \t]*<(pre|div|code)\b[^>]*\bclass\s*=\s*[\"'][^\"'>]*\bmermaid\b[^>]*>", re.IGNORECASE
)
_HEADING: Final = re.compile(r"^ {0,3}#{1,6}[ \t]+(.+)$")
_LONGEST_TAG: Final = 1000
_START: Final = re.compile(r"^[ \t]*journey(?:[ \t]*$|[ \t]+\S|[ \t]*%%)", re.IGNORECASE)
_PRELUDE: Final = re.compile(r"^\s*(?:%%.*)?$")


def blocks(text: str) -> list[Block]:
    """Give the journey diagrams of a file, in order.

    A file without fences is a diagram as a whole, or several that each begin with a line `journey`.
    """
    lines = text.split("\n")
    fenced = [block for block in _fenced(lines) if starts(block.lines) is not None]
    return fenced or list(_bare(lines))


def around(text: str, found: Sequence[Block]) -> Iterator[str]:
    """Give the lines of a file that are neither a diagram, a fence nor a heading."""
    inside = {
        block.first + at for block in found for at in range(-1, len(block.lines) + 1)
    }  # with the fences
    for number, line in enumerate(text.split("\n"), 1):
        if number not in inside and not _HEADING.match(line):
            yield line


def starts(lines: Sequence[str]) -> int | None:
    """Give the place of the line `journey`, which only frontmatter and comments may precede."""
    at = _after_frontmatter(lines)
    inside_directive = False
    while at < len(lines):
        line = lines[at]
        if _START.match(line):
            return at
        if line.lstrip().startswith("%%{") and "}%%" not in line:
            inside_directive = True
        elif inside_directive:
            inside_directive = "}%%" not in line
        elif not _PRELUDE.match(line):
            return None
        at += 1
    return None


def _after_frontmatter(lines: Sequence[str]) -> int:
    at = next((number for number, line in enumerate(lines) if line.strip()), len(lines))
    if at < len(lines) and lines[at].strip() == "---":
        for end in range(at + 1, len(lines)):
            if lines[end].strip() == "---":
                return end + 1
    return at


def _fenced(lines: Sequence[str]) -> Iterator[Block]:
    heading, at = "", 0
    while at < len(lines):
        line = lines[at]
        if title := _HEADING.match(line):
            heading = title[1].rstrip(" \t#")
        fence = _FENCE.match(line)
        element = None if fence else _ELEMENT.match(line[:_LONGEST_TAG])
        if fence and fence[2].lower() in ("mermaid", "mmd", "journey"):
            end = _closing(lines, at + 1, fence[1])
            yield Block(at + 2, tuple(_unquoted(lines[at + 1 : end])), heading)
            at = end
        elif fence and fence[2]:
            at = _closing(lines, at + 1, fence[1])
        elif element:
            end = _element_end(lines, at, element[1])
            first = line[element.end() :]
            yield Block(at + 1, (first, *lines[at + 1 : end]), heading)
            at = end
        at += 1


def _closing(lines: Sequence[str], at: int, fence: str) -> int:
    """Give the place of the fence's end; a fence that nobody closed goes to the end of the file."""
    closing = re.compile(rf"{_QUOTED}{re.escape(fence[0])}{{{len(fence)},}}[ \t]*$")
    return next((n for n in range(at, len(lines)) if closing.match(lines[n])), len(lines))


def _unquoted(lines: Sequence[str]) -> Iterator[str]:
    quoted = all(line.lstrip().startswith(">") for line in lines if line.strip())
    return (line.lstrip().lstrip(">") if quoted else line for line in lines)


def _element_end(lines: Sequence[str], at: int, name: str) -> int:
    closing = f"</{name.lower()}"
    return next((n for n in range(at + 1, len(lines)) if closing in lines[n].lower()), len(lines))


def _bare(lines: Sequence[str]) -> Iterator[Block]:
    first = starts(lines)
    if first is None:
        return
    alone = re.compile(r"^[ \t]*journey[ \t]*$", re.IGNORECASE)
    cuts = [n for n in range(first + 1, len(lines)) if alone.match(lines[n])]
    begin = 0
    for cut in (*cuts, len(lines)):
        yield Block(begin + 1, tuple(lines[begin:cut]), "")
        begin = cut

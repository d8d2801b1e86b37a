"""The line that an offset stands on."""

from __future__ import annotations

from journeycli.source.span import Span


def line_of(text: str, offset: int) -> Span:
    """Give the line that an offset stands on, without its line break."""
    start = text.rfind("\n", 0, offset) + 1
    start = max(start, text.rfind("\r", start, offset) + 1)
    end = text.find("\n", offset)
    end = len(text) if end < 0 else end
    carriage = text.find("\r", offset, end)
    return Span(start, end if carriage < 0 else carriage)


def next_line(text: str, offset: int) -> int:
    """Give the start of the line below an offset; the text's length if there is none."""
    end = line_of(text, offset).end
    return min(end + (2 if text.startswith("\r\n", end) else 1), len(text))


def rest_of_line(text: str, at: int) -> Span:
    """Give what stands on a line from an offset on, without the blanks around it."""
    line = line_of(text, at)
    rest = text[at : line.end]
    start = at + len(rest) - len(rest.lstrip())
    return Span(start, max(start, at + len(rest.rstrip())))

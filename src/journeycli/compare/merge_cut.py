"""Cutting a file into blocks, or finding that it cannot be cut beyond doubt."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from journeycli.compare.merge_align import has_duplicate_ids
from journeycli.compare.merge_blocks import (
    Block,
    Body,
    DoubtError,
    Sheet,
    dedented,
    lines_of,
    sheet_text,
)
from journeycli.compare.merge_flow import items_of, read_flow
from journeycli.source.lines import next_line
from journeycli.source.span import Span

if TYPE_CHECKING:
    from journeycli.source.document import Data, Document
    from journeycli.source.span import Path

_BESIDE = re.compile(r"- *")
_ABOVE_ITEMS = re.compile(r"-[ ]*(?:#[^\n]*)?\n")
_ABOVE = re.compile(r"[ ]*:[ ]*(?:[ ]#[^\n]*)?\n")
_UNUSUAL = "is laid out in an unusual way"
_TRIVIA = re.compile(r"[ \t]*(?:#.*)?\n")


def cut(document: Document) -> Sheet:
    r"""Cut a file into blocks; its line breaks are `\n`, and one ends its last line.

    Raises:
        DoubtError: Its text has something that blocks of lines cannot carry.

    """
    if document.faults:
        line = document.lines.position(document.faults[0].span.start).line
        raise DoubtError(f"has an error on line {line}")
    if document.has_aliases:
        raise DoubtError("has aliases")
    if any(isinstance(each, list) and has_duplicate_ids(each) for each in document.collections):
        raise DoubtError("has an id twice")
    if not isinstance(document.data, dict) or not document.data:
        raise DoubtError("is no mapping")
    sheet = _Cutting(document).sheet(document.data)
    if sheet_text(sheet, "ours") != document.text:
        raise DoubtError(_UNUSUAL)
    return sheet


class _Cutting:
    """Cuts one document."""

    def __init__(self, document: Document) -> None:
        self._places = document.places()
        self._text = document.text

    def sheet(self, data: dict[str, Data]) -> Sheet:
        whole = self._span(())
        end = self._line_end(whole.end)
        first = self._line_start(whole.start)
        column = whole.start - first
        if self._text[first : whole.start].strip(" "):
            raise DoubtError(_UNUSUAL)
        below = lines_of(self._text[end:])
        deep = max((n + 1 for n, line in enumerate(below) if _depth(line) > column), default=0)
        tail = dedented("".join(below[:deep]), column)
        body = self._body((), data, Span(first, end), column, tail)
        return Sheet(
            self._text[:first],
            Body(body.keys, column, inline=False, children=body.children),
            "".join(below[deep:]),
        )

    def _body(self, path: Path, data: Data, region: Span, column: int, tail: str) -> Body:
        """Cut a mapping or list; `column` is where its keys or dashes stand."""
        items = items_of(data)
        paths = [(*path, step) for step, _ in items]
        starts = [self._start(each, column) for each in paths]
        ends = [
            self._line_end(max(self._span(each).end, start))
            for each, start in zip(paths, starts, strict=True)
        ]
        inline = self._text[: starts[0]].rpartition("\n")[2].strip(" ") != ""
        for start in starts[inline:]:
            if self._text[self._line_start(start) : start] != " " * column:
                raise DoubtError(_UNUSUAL)
        children: list[Block] = []
        leads, tails = self._between(region.start, starts, ends, column, inline=inline)
        tails[-1] += tail
        for n, (_, below) in enumerate(items):
            place = Span(starts[n], ends[n])
            children.append(self._block(paths[n], below, place, column, (leads[n], tails[n])))
        keys = tuple(data) if isinstance(data, dict) else None
        return Body(keys, 0, inline=inline, children=tuple(children))

    def _block(
        self, path: Path, data: Data, place: Span, column: int, around: tuple[str, str]
    ) -> Block:
        lead, tail = around
        style = self._places[path].style
        if style != "block":
            return self._leaf(path, data, place, column, around)
        start = self._span(path).start
        first = self._line_start(start)
        inline = first <= place.start
        head = self._text[place.start : start if inline else next_line(self._text, place.start)]
        self._check_head(path, head, inline=inline)
        inner = start - first
        body = self._body(path, data, Span(place.start + len(head), place.end), inner, "")
        body = Body(body.keys, inner - column, inline=inline, children=body.children)
        return Block(lead, head, "", "", body, tail, data)

    def _leaf(
        self, path: Path, data: Data, place: Span, column: int, around: tuple[str, str]
    ) -> Block:
        value = self._span(path)
        text = self._text[place.start : place.end]
        cuts = (0, value.start - place.start, value.end - place.start, len(text))
        if "\n" in text[: cuts[1]] or cuts[1] > cuts[2]:
            cuts = (0, len(text), len(text), len(text))
        pieces = [_after_first(text[a:b], column) for a, b in pairwise(cuts)]
        flow = read_flow(self._text, self._places, path, data)
        return Block(around[0], pieces[0], pieces[1], pieces[2], None, around[1], data, flow)

    def _check_head(self, path: Path, head: str, *, inline: bool) -> None:
        if isinstance(path[-1], int):
            fits = (_BESIDE if inline else _ABOVE_ITEMS).fullmatch(head)
        else:
            key = self._places[path].key
            fits = None if key is None or inline else _ABOVE.fullmatch(head[key.end - key.start :])
        if not fits:
            raise DoubtError(_UNUSUAL)

    def _between(
        self, begin: int, starts: list[int], ends: list[int], column: int, *, inline: bool
    ) -> tuple[list[str], list[str]]:
        """Share out the lines between blocks: deeper comments go with the block above."""
        leads, tails = [], []
        for n, start in enumerate(starts):
            above = ends[n - 1] if n else begin
            lines = [] if inline and not n else lines_of(self._text[above : start - column])
            if any(not _TRIVIA.fullmatch(line) for line in lines):
                raise DoubtError(_UNUSUAL)
            deep = [m + 1 for m, line in enumerate(lines) if _depth(line) > column]
            split = max(deep, default=0) if n else 0
            if n:
                tails.append(dedented("".join(lines[:split]), column))
            leads.append(dedented("".join(lines[split:]), column))
        return leads, [*tails, ""]

    def _start(self, path: Path, column: int) -> int:
        """Find the key, or the dash, that a block begins with."""
        if isinstance(path[-1], str):
            key = self._places[path].key
            if key is None:
                raise DoubtError(_UNUSUAL)
            return key.start
        at = self._span(path).start
        while at >= 0:
            line = self._line_start(at)
            dash = line + column
            if self._text[dash : dash + 1] == "-" and dash < max(at, 1):
                before = self._text[line:dash]
                if not before.strip(" ") or path[-1] == 0:
                    return dash
            at = line - 1
        raise DoubtError(_UNUSUAL)

    def _span(self, path: Path) -> Span:
        return self._places[path].value

    def _line_start(self, offset: int) -> int:
        return self._text.rfind("\n", 0, offset) + 1

    def _line_end(self, offset: int) -> int:
        return next_line(self._text, offset)


def _depth(line: str) -> int:
    """Give the column of a comment; −1 for a line without one."""
    text = line.lstrip(" \t")
    return len(line) - len(text) if text.startswith("#") else -1


def _after_first(text: str, column: int) -> str:
    """Take the indent from every line but the first, which does not begin the line."""
    first, sign, rest = text.partition("\n")
    return first + sign + dedented(rest, column)

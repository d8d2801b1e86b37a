"""From the text that libyaml was given back to the text that the author wrote."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from journeycli.source.span import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from journeycli.source.edits import TextEdit


class Offsets:
    """Translates offsets of an edited text into offsets of the original.

    An offset inside what an edit wrote becomes one inside what it replaced; its ends become the
    ends.

    Args:
        edits: The edits that made the text, in order, none overlapping another.

    """

    __slots__ = ("_edited_ends", "_edited_starts", "_edits")

    def __init__(self, edits: Sequence[TextEdit]) -> None:
        self._edits = tuple(edits)
        self._edited_starts: list[int] = []
        self._edited_ends: list[int] = []
        shift = 0
        for (start, end), new in self._edits:
            self._edited_starts.append(start + shift)
            self._edited_ends.append(start + shift + len(new))
            shift += len(new) - (end - start)

    def original(self, offset: int) -> int:
        """Give the offset in the original text."""
        index = bisect_right(self._edited_starts, offset) - 1
        if index < 0:
            return offset
        start, end = self._edits[index].span
        edited_end = self._edited_ends[index]
        if offset >= edited_end:
            return end + offset - edited_end
        return min(start + offset - self._edited_starts[index], end)

    def span(self, span: Span) -> Span:
        """Give the span in the original text."""
        return Span(self.original(span.start), self.original(span.end))

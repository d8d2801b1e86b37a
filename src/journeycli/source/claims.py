"""Which stretches of a text repairs have taken, so that no two of them meet."""

from __future__ import annotations

from bisect import bisect_left, insort
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from journeycli.source.repairs import Repair
    from journeycli.source.span import Span


class Claims:
    """A set of spans, no two of which overlap; an empty span may stand once at a place."""

    def __init__(self, repairs: Iterable[Repair] = ()) -> None:
        self._spans = sorted(span for each in repairs for span in each.claims)

    def take(self, repair: Repair) -> bool:
        """Take what a repair claims, unless some of it is taken; tell whether it was free."""
        if self.meet(repair):
            return False
        for span in repair.claims:
            insort(self._spans, span)
        return True

    def meet(self, repair: Repair) -> bool:
        """Tell whether some of what a repair claims is taken."""
        return any(map(self._meets, repair.claims))

    def _meets(self, span: Span) -> bool:
        at = bisect_left(self._spans, span)
        near = self._spans[max(at - 1, 0) : at + 1]
        return any(
            each == span or (each.start < span.end and span.start < each.end) for each in near
        )

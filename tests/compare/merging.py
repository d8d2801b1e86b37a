"""Short ways to merge texts in tests."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journeycli.compare.merge import Markers, merge
from journeycli.source.limits import Limits

if TYPE_CHECKING:
    from journeycli.compare.merge import Merged


def merged(base: str, ours: str, theirs: str, markers: Markers | None = None) -> Merged:
    """Merge three texts."""
    one, two, three = (text.encode() for text in (base, ours, theirs))
    return merge(one, two, three, markers or Markers(), Limits())


def clean(base: str, ours: str, theirs: str) -> str:
    """Merge three texts by their elements, without a conflict."""
    done = merged(base, ours, theirs)
    assert (done.conflicts, done.by_lines) == (0, None), done.raw.decode()
    return done.raw.decode()


def conflicting(base: str, ours: str, theirs: str, *, with_base: bool = False) -> str:
    """Merge three texts by their elements into one with conflicts."""
    done = merged(base, ours, theirs, Markers(with_base=with_base))
    assert done.by_lines is None, done
    assert done.conflicts, done
    return done.raw.decode()

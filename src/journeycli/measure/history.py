"""A map through its commits: what it came to at each of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from journeycli.git import blobs_at_hand
from journeycli.lint.alone import map_alone
from journeycli.measure.figures import Figures, figures_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date
    from pathlib import Path

    from journeycli.git import Blob, Commit, Revision
    from journeycli.lint.engine import Around
    from journeycli.lint.speaking import Choice
    from journeycli.measure.memory import Memory

DELETED = "deleted"
_NO_FILES = {
    "120000": "was a symbolic link",
    "160000": "was a repository of its own (a submodule)",
}


@dataclass(frozen=True, slots=True)
class Line:
    """What a map came to at one commit.

    Attributes:
        commit: The commit; None for what is not committed yet.
        day: The date that its dated rules went by: that of the commit, or today.
        status: `A` added, `M` changed, `R` renamed, `D` deleted.
        path: What its file was called, from the top of the repository.
        before: What it had been called before, where it was renamed; else the same.
        merge: Whether the commit joins branches.
        figures: What it came to; None where there is no map to look at.
        trouble: Why there is none, in words; empty where there is one.

    """

    commit: Commit | None
    day: date
    status: str
    path: str
    before: str
    merge: bool
    figures: Figures | None
    trouble: str


@dataclass(frozen=True, slots=True)
class History:
    """A map's history.

    Attributes:
        path: What its file is called now, from the top of the repository.
        lines: What it came to, the oldest first.
        notes: What else is to be said, a sentence each: where the clone ends.

    """

    path: str
    lines: tuple[Line, ...]
    notes: tuple[str, ...] = ()

    @property
    def title(self) -> str:
        """Give what the map is called, or its path where it never could be read."""
        titles = [each.figures.title for each in self.lines if each.figures]
        return titles[-1] if titles else self.path

    @property
    def readable(self) -> tuple[tuple[Line, Figures], ...]:
        """Give the lines where there is a map to look at."""
        return tuple((each, each.figures) for each in self.lines if each.figures)


class Ruler(NamedTuple):
    """What maps are measured with: the rules, settings and catalogs of today.

    Attributes:
        name: What the settings know the map by, whatever its file was called.
        around: The rules, and what findings depend on beside the text.
        choice: Who may speak; its date is replaced by that of each commit.
        memory: What has been measured before.

    """

    name: str
    around: Around
    choice: Choice
    memory: Memory

    def measured(self, raw: bytes, day: date) -> Figures | str:
        """Measure one text, or say why that cannot be done."""
        alone = map_alone(self.name, raw, self.around, self.choice._replace(today=day))
        if alone.journey is None:
            return f"cannot be read. {alone.reason}"
        return figures_of(alone.journey, alone.counts, self.around)


def lines(revisions: Iterable[Revision], top: Path, ruler: Ruler) -> Iterator[Line]:
    """Measure the revisions of a map, in their order.

    Args:
        revisions: What commits made of its file.
        top: The top folder of the repository.
        ruler: What they are measured with.

    """
    revisions = tuple(revisions)
    known = [_known(each, ruler) for each in revisions]
    wanted = [each.blob for each, found in zip(revisions, known, strict=True) if found is None]
    blobs = blobs_at_hand(top, wanted, limit=ruler.around.limits.bytes)
    for each, told in zip(revisions, known, strict=True):
        day = each.commit.when.date()
        found = told if told is not None else _measured(next(blobs), each.blob, day, ruler)
        figures, trouble = (None, found) if isinstance(found, str) else (found, "")
        yield Line(
            each.commit, day, each.status, each.path, each.before, each.merge, figures, trouble
        )


def line_on_disk(
    raw: bytes | None, path: str, *, before: str | None, day: date, ruler: Ruler
) -> Line:
    """Measure what is not committed yet.

    Args:
        raw: The bytes of the file; None where it is not there any more.
        path: What it is called, from the top of the repository.
        before: What the commit that is checked out calls it; None where that does not have it.
        day: Today.
        ruler: What it is measured with.

    """
    status = "A" if before is None else "D" if raw is None else "M" if before == path else "R"
    found = DELETED if raw is None else _told(raw, day, ruler)
    figures, trouble = (None, found) if isinstance(found, str) else (found, "")
    return Line(None, day, status, path, before or path, False, figures, trouble)  # noqa: FBT003 - a field


def _known(revision: Revision, ruler: Ruler) -> Figures | str | None:
    """Give what needs no look at the text: what was no file, and what was measured before."""
    if not revision.blob:
        return DELETED
    if revision.mode in _NO_FILES:
        return _NO_FILES[revision.mode]
    return ruler.memory.get(revision.blob, revision.commit.when.date())


def _measured(blob: Blob | None, id_: str, day: date, ruler: Ruler) -> Figures | str:
    if blob is None:
        return "is not in this clone"
    if blob.raw is None:
        most = ruler.around.limits.bytes
        return f"cannot be read. It had {blob.size:,} bytes; {most:,} are read at most."
    found = _told(blob.raw, day, ruler)
    ruler.memory.put(id_, day, found)
    return found


def _told(raw: bytes, day: date, ruler: Ruler) -> Figures | str:
    if len(raw) > ruler.around.limits.bytes:
        most = ruler.around.limits.bytes
        return f"cannot be read. It has more than the {most:,} bytes that are read at most."
    if b"\0" in raw[:8000] and not raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "cannot be read. It is no text."  # git takes it for binary by the same sign
    return ruler.measured(raw, day)

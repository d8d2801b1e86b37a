"""Merging two edits of one file by its elements, and by its lines where that is in doubt."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from journeycli.compare.merge_align import has_duplicate_ids
from journeycli.compare.merge_blocks import DoubtError, Markers, count_clashes, sheet_text
from journeycli.compare.merge_cut import cut
from journeycli.compare.merge_data import identical, merge_data
from journeycli.compare.merge_three import merge_sheets, three
from journeycli.git import merge_lines
from journeycli.source.document import read_document

if TYPE_CHECKING:
    from journeycli.compare.merge_blocks import Sheet, Side
    from journeycli.compare.merge_three import Merging
    from journeycli.source.document import Data, Document
    from journeycli.source.limits import Limits

__all__ = ["Markers", "Merged", "merge"]

_BOM = "\ufeff"
_BREAK = re.compile(r"\r\n|\r|\n")
_SIDES: tuple[Side, Side] = ("ours", "theirs")


@dataclass(frozen=True, slots=True)
class Merged:
    """What a merge gave.

    Attributes:
        raw: The merged file.
        conflicts: How many places of it both sides changed; each stands between markers.
        by_lines: Why git's own merge of lines was used; None where elements were merged.
        fault: What is wrong with the lines that git merged, where the file cannot be read although
            all three versions could; None where nothing is.

    """

    raw: bytes
    conflicts: int
    by_lines: str | None = None
    fault: str | None = None


def merge(base: bytes, ours: bytes, theirs: bytes, markers: Markers, limits: Limits) -> Merged:
    """Merge two edits of one file.

    Args:
        base: The version that both sides started from; empty where both added the file.
        ours: Our version.
        theirs: Their version.
        markers: How a conflict is written.
        limits: What a file may be at most.

    Raises:
        GitUnavailableError: The lines would have to be merged, and git cannot do that: it is not
            installed, or the file is no text.

    """
    if theirs in (ours, base):
        return Merged(ours, 0)
    if ours == base:
        return Merged(theirs, 0)
    try:
        return _by_elements(base, ours, theirs, markers, limits)
    except DoubtError as doubt:
        return _by_lines((base, ours, theirs), markers, limits, str(doubt))


class _Version(NamedTuple):
    r"""A version of the file, its text in one form.

    Attributes:
        data: What it says.
        sheet: Its text with `\n` as line breaks and one at its end; None where it is empty.
        newline: Its line breaks; None where it has none.
        ends_line: Whether its last line has a break.
        has_bom: Whether it begins with a byte order mark.

    """

    data: Data
    sheet: Sheet | None
    newline: str | None
    ends_line: bool
    has_bom: bool


def _by_elements(
    base: bytes, ours: bytes, theirs: bytes, markers: Markers, limits: Limits
) -> Merged:
    was = _version(base, limits, "the common version", may_be_empty=True)
    one = _version(ours, limits, "our version")
    other = _version(theirs, limits, "their version")
    if one.sheet is None or other.sheet is None:
        raise DoubtError("a version is empty")
    if was.sheet is None and _id_of(one) != _id_of(other):
        raise DoubtError("each side added another map under this name")
    merging = merge_sheets(was.sheet, one.sheet, other.sheet)
    _check(merging, was, one, other, limits)
    text = _with_form(sheet_text(merging.sheet, markers), was, one, other)
    return Merged(text.encode(), count_clashes(merging.sheet))


def _id_of(version: _Version) -> Data:
    return version.data.get("id") if isinstance(version.data, dict) else None


def _version(raw: bytes, limits: Limits, name: str, *, may_be_empty: bool = False) -> _Version:
    document = read_document(raw, limits)
    text = document.text
    breaks = set(_BREAK.findall(text))
    newline = breaks.pop() if len(breaks) == 1 else None
    form = (newline, text.endswith("\n"), document.has_bom)
    if may_be_empty and not document.faults and not text.strip():
        return _Version(None, None, None, *form[1:])
    if breaks or newline == "\r":
        raise DoubtError(f"{name} mixes line breaks, or has those of an old Mac")
    plain = text.replace("\r\n", "\n")
    plain += "" if plain.endswith("\n") else "\n"
    again = document if plain == text and not document.has_bom else _read(plain, limits)
    if not identical(document.data, again.data):
        raise DoubtError(f"{name} ends in a block of text without a line break")
    try:
        return _Version(document.data, cut(again), *form)
    except DoubtError as doubt:
        raise DoubtError(f"{name} {doubt}") from doubt


def _check(merging: Merging, was: _Version, one: _Version, other: _Version, limits: Limits) -> None:
    """Hold the merged text against the data, merged apart from it, and against the comments.

    Raises:
        DoubtError: They differ, with the conflicts resolved for one side or the other.

    """
    for side in _SIDES if count_clashes(merging.sheet) else _SIDES[:1]:
        found = _read(sheet_text(merging.sheet, side), limits)
        wanted = merge_data((was.data, one.data, other.data), merging, side)
        if found.faults or not identical(found.data, wanted):
            raise DoubtError("the lines would say something else than the elements")
        if any(isinstance(each, list) and has_duplicate_ids(each) for each in found.collections):
            raise DoubtError("both sides gave one id to different elements")
    before, mine, yours = (_comments(each.sheet) for each in (was, one, other))
    if not (mine | yours) - before <= _comments(merging.sheet):
        raise DoubtError("a comment would be lost")


def _comments(sheet: Sheet | None) -> set[str]:
    """Give the comments that stand on lines of their own, those in conflicts included."""
    lines = sheet_text(sheet, Markers()).split("\n") if sheet else []
    return {line.strip() for line in lines if line.lstrip().startswith("#")}


def _with_form(text: str, was: _Version, one: _Version, other: _Version) -> str:
    """Give a text the line breaks, the end and the byte order mark that it shall have."""
    newline = three(was.newline, one.newline, other.newline) or one.newline or "\n"
    has_base = was.sheet is not None
    ends_line = three(was.ends_line if has_base else True, one.ends_line, other.ends_line)
    has_bom = three(was.has_bom, one.has_bom, other.has_bom)
    text = text if ends_line else text.removesuffix("\n")
    return (_BOM if has_bom else "") + text.replace("\n", newline)


def _by_lines(
    versions: tuple[bytes, bytes, bytes], markers: Markers, limits: Limits, reason: str
) -> Merged:
    base, ours, theirs = versions
    labels = (markers.ours, markers.base, markers.theirs)
    merged = merge_lines(
        ours, base, theirs, labels=labels, size=markers.size, with_base=markers.with_base
    )
    fault = None
    if not merged.conflicts:
        faults = read_document(merged.raw, limits).faults
        before = any(read_document(each, limits).faults for each in versions)
        fault = faults[0].message if faults and not before else None
    return Merged(merged.raw, merged.conflicts, reason, fault)


def _read(text: str, limits: Limits) -> Document:
    return read_document(text.encode(), limits)

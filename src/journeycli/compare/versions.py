"""Versions of a file, as far as they can be read, and how two of them differ."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, NamedTuple, TypeAlias

from journeycli.compare.changes import told
from journeycli.compare.elements import Element, element_tree
from journeycli.compare.pairing import pair
from journeycli.compare.sides import completeness, feelings
from journeycli.model import JourneyMap
from journeycli.parsing import parse
from journeycli.source.document import read_document
from journeycli.source.span import Span

if TYPE_CHECKING:
    from journeycli.compare.changes import Change
    from journeycli.compare.sides import Completeness, Felt
    from journeycli.model.base import Model
    from journeycli.parsing import Parsed
    from journeycli.source.document import Document
    from journeycli.source.limits import Limits

Status: TypeAlias = Literal["added", "removed", "renamed", "changed"]
"""What became of a file; `renamed` may have changes too."""


class Unread(NamedTuple):
    """A place of a file that cannot be read as it is written: its line, from 1, and why."""

    line: int
    why: str


@dataclass(frozen=True, slots=True)
class Version:
    """A file at one time.

    Attributes:
        name: Its name, relative to the workspace's root.
        model: What it says; None where nothing of it can be read.
        tree: The same as a tree of elements; None with the model.
        unread: Where something is wrong with it, so that what stands there may not have been read.
        trouble: Why nothing of it can be read, in words that finish "it"; empty where it can.

    """

    name: str
    model: Model | None = None
    tree: Element | None = None
    unread: tuple[Unread, ...] = ()
    trouble: str = ""


@dataclass(frozen=True, slots=True)
class FileChange:
    """How a file differs.

    Attributes:
        status: What became of it.
        old: As it was; None where it is added.
        new: As it is; None where it is removed.
        changes: What changed in it; none where it is added or removed, or cannot be read.
        completeness: Of a map: the checklist before and after, else None.
        feelings: Of a map: the stages that feel different.

    """

    status: Status
    old: Version | None
    new: Version | None
    changes: tuple[Change, ...] = ()
    completeness: Completeness | None = None
    feelings: tuple[Felt, ...] = ()

    @property
    def name(self) -> str:
        """Give the file's name; its last, where it is removed."""
        version = self.new or self.old
        return version.name if version is not None else ""

    @property
    def root(self) -> Element | None:
        """Give what the file is about, as it is or, where that cannot be read, as it was."""
        trees = (each.tree for each in (self.new, self.old) if each is not None)
        return next((each for each in trees if each is not None), None)

    @property
    def is_map(self) -> bool:
        """Tell whether it is a journey map, before or after."""
        sides = (self.old, self.new)
        return any(each is not None and isinstance(each.model, JourneyMap) for each in sides)


def read_version(name: str, raw: bytes | None, limits: Limits) -> Version:
    """Read a version of a file as far as it can be read.

    Args:
        name: The file's name.
        raw: Its bytes; None where they are more than the limit, or not to be had.
        limits: What a file may be at most.

    """
    if raw is None or len(raw) > limits.bytes:
        return Version(name, trouble=f"is larger than {limits.bytes:,} bytes")
    if b"\0" in raw[:8_000] and not raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        return Version(name, trouble="holds bytes that are no text")
    document = read_document(raw, limits)
    parsed = parse(document)
    unread = _unread(document, parsed)
    if parsed.model is None:
        return Version(name, unread=unread, trouble="cannot be read as a map, persona or catalog")
    return Version(name, parsed.model, element_tree(parsed.model, document.data), unread)


def compare(old: Version, new: Version) -> FileChange:
    """Compare two versions of a file, as far as both can be read."""
    status: Status = "changed" if old.name == new.name else "renamed"
    if old.tree is None or new.tree is None or old.tree.kind != new.tree.kind:
        return FileChange(status, old, new)
    pairing = pair(old.tree, new.tree)
    was = pairing.places("stages")
    before = old.model if isinstance(old.model, JourneyMap) else None
    after = new.model if isinstance(new.model, JourneyMap) else None
    return FileChange(
        status,
        old,
        new,
        told(pairing),
        completeness(before, after, was) if before and after else None,
        feelings(before, after, was),
    )


def added(new: Version) -> FileChange:
    """Give the change that a new file is."""
    model = new.model if isinstance(new.model, JourneyMap) else None
    return FileChange("added", None, new, (), completeness(None, model, {}) if model else None)


def removed(old: Version) -> FileChange:
    """Give the change that a file is which is gone."""
    model = old.model if isinstance(old.model, JourneyMap) else None
    return FileChange("removed", old, None, (), completeness(model, None, {}) if model else None)


def _unread(document: Document, parsed: Parsed) -> tuple[Unread, ...]:
    places = [(fault.span, fault.message) for fault in document.faults]
    for _, problem in parsed.diagnoses:
        path = problem.path
        span = document.key_span(path) or document.value_span(path) or Span(0, 0)
        places.append((span, problem.message))
    return tuple(
        sorted(Unread(document.lines.position(span.start).line, why) for span, why in places)
    )

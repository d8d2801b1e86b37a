"""The files of a workspace as they are on disk, and as they were at a commit."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Mapping
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from journeycli import git
from journeycli.cli.workspace import find_files, selects
from journeycli.errors import UserError
from journeycli.text import one_line
from journeycli.workspace.discovery import SETTINGS_NAME, SUFFIXES, Discovered
from journeycli.workspace.reading import UnreadableError, read_bytes

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator
    from contextlib import AbstractContextManager
    from pathlib import Path

    from journeycli.cli.workspace import Workspace

_LINK = "120000"  # the mode of a symbolic link, https://git-scm.com/book/en/v2/Git-Internals-Git-Objects
_SHA1_LENGTH = 40
_CHUNK = 1 << 20  # bytes


@dataclass(frozen=True, slots=True)
class Content:
    """The bytes of a file, or why there are none.

    Attributes:
        raw: The bytes; None where they cannot be had.
        trouble: Why, in words that finish "it": `is larger than …`.

    """

    raw: bytes | None
    trouble: str = ""


@dataclass(frozen=True, slots=True)
class Snapshot:
    """The files of a workspace at one time.

    Attributes:
        label: What the time is called.
        blobs: The id of each file's content by its name, as git makes it; empty where unknown.
        read: Reads files by their names, in their order.
        open: Gives what reads one file by its name, for as long as it is open.
        notes: What was passed over.

    """

    label: str
    blobs: Mapping[str, str]
    read: Callable[[Iterable[str]], Iterator[tuple[str, Content]]]
    open: Callable[[], AbstractContextManager[Callable[[str], Content]]]
    notes: tuple[str, ...] = ()

    def only(self, wanted: Callable[[str], bool]) -> Snapshot:
        """Give the same without the files that are not wanted."""
        kept = {name: blob for name, blob in self.blobs.items() if wanted(name)}
        return replace(self, blobs=kept)

    @contextmanager
    def at_hand(self) -> Iterator[AtHand]:
        """Give the bytes of all files that can be read, while it is open."""
        names = [name for name, each in self.read(self.blobs) if each.raw is not None]
        with self.open() as read:
            yield AtHand(names, read)


class AtHand(Mapping[str, bytes]):
    """The bytes of files by their names, each read when it is asked for and not kept.

    Args:
        names: The names of files that could be read.
        read: Reads one.

    """

    def __init__(self, names: Iterable[str], read: Callable[[str], Content]) -> None:
        self._names = dict.fromkeys(names)
        self._read = read

    def __getitem__(self, name: str) -> bytes:
        """Read a file.

        Raises:
            UnreadableError: It could be read before, and cannot be read now.

        """
        content = self._read(name)
        if content.raw is None:
            raise UnreadableError(content.trouble)
        return content.raw

    def __contains__(self, name: object) -> bool:
        """Tell whether there is a file, without reading it."""
        return name in self._names

    def __iter__(self) -> Iterator[str]:
        """Give the names."""
        return iter(self._names)

    def __len__(self) -> int:
        """Count the files."""
        return len(self._names)


def at_commit(workspace: Workspace, top: Path, commit: str, label: str) -> Snapshot:
    """Give the files of a workspace as a commit has them.

    Files below another workspace's settings are not among them, nor are symbolic links.

    Args:
        workspace: The workspace; its settings of today say what belongs to it.
        top: The top folder of the repository.
        commit: The id of a commit.
        label: What the commit is called.

    Raises:
        git.GitUnavailableError: There is no answer from git.

    """
    own = _own(workspace, top, commit)
    links = [name for name, each in own.items() if each.mode == _LINK]
    ids = {name: each.blob for name, each in own.items() if each.mode != _LINK}

    def read(names: Iterable[str]) -> Iterator[tuple[str, Content]]:
        asked = list(names)
        found = git.blobs_at_hand(top, [ids[name] for name in asked], limit=workspace.limits.bytes)
        for name, blob in zip(asked, found, strict=True):
            yield name, _content(blob, workspace)

    @contextmanager
    def opened() -> Iterator[Callable[[str], Content]]:
        with git.Objects(top, limit=workspace.limits.bytes) as objects:
            yield lambda name: _content(objects.read(ids[name]), workspace)

    notes = [f"{one_line(name)} is a link in {label}, and is not compared." for name in links]
    return Snapshot(label, ids, read, opened, tuple(notes))


def on_disk(workspace: Workspace, like: Collection[str]) -> Snapshot:
    """Give the files of a workspace as they are.

    Args:
        workspace: The workspace.
        like: Ids of blobs of the repository, by which to know how it makes them.

    """
    try:
        discovered = find_files(workspace, [workspace.root])
    except UserError:  # there is no map any more
        discovered = Discovered(workspace.root, (), (), ())
    paths = {discovered.name(path): path for path in discovered.known}
    algorithm = "sha1" if len(next(iter(like), "")) in (0, _SHA1_LENGTH) else "sha256"

    def one(name: str) -> Content:
        return read_file(paths[name], workspace)

    def read(names: Iterable[str]) -> Iterator[tuple[str, Content]]:
        return ((name, one(name)) for name in names)

    blobs = {name: _blob_id(path, algorithm) for name, path in paths.items()}
    return Snapshot("the working tree", blobs, read, lambda: nullcontext(one), discovered.notes)


def read_file(path: Path, workspace: Workspace) -> Content:
    """Read a file, or say why it cannot be read."""
    try:
        raw = read_bytes(path, limit=workspace.limits.bytes)
    except UnreadableError as error:
        return Content(None, f"cannot be read: {error}")
    if len(raw) > workspace.limits.bytes:
        return Content(None, _too_large(workspace))
    return Content(raw)


def _own(workspace: Workspace, top: Path, commit: str) -> dict[str, git.Entry]:
    """Give what a commit has of a workspace, by the names that its findings give."""
    prefix = workspace.root.relative_to(top).as_posix()
    below = "" if prefix == "." else f"{prefix}/"
    entries = {
        each.path[len(below) :]: each
        for each in git.tree(top, commit, below.rstrip("/"))
        if each.path.startswith(below)
    }
    foreign = {_folder(name) for name in entries if name.endswith(f"/{SETTINGS_NAME}")}
    chosen = selects(workspace.settings)
    named = {name: each for name, each in entries.items() if name.endswith(SUFFIXES)}
    return {
        name: each
        for name, each in named.items()
        if chosen(name) and not any(name.startswith(f"{folder}/") for folder in foreign)
    }


def _content(blob: git.Blob | None, workspace: Workspace) -> Content:
    if blob is None:
        return Content(None, "is not in this clone, which holds a part of the repository only")
    return Content(blob.raw, "" if blob.raw is not None else _too_large(workspace))


def _too_large(workspace: Workspace) -> str:
    return f"is larger than {workspace.limits.bytes:,} bytes"


def _folder(name: str) -> str:
    return name.rpartition("/")[0]


def _blob_id(path: Path, algorithm: str) -> str:
    """Give the id that git would give to a file's bytes; nothing where they cannot be read.

    https://git-scm.com/book/en/v2/Git-Internals-Git-Objects
    """
    try:
        if not path.is_file():
            return ""
        with path.open("rb") as stream:
            size = os.fstat(stream.fileno()).st_size
            made = hashlib.new(algorithm, f"blob {size}\0".encode(), usedforsecurity=False)
            while chunk := stream.read(_CHUNK):
                made.update(chunk)
    except OSError:
        return ""
    return made.hexdigest()

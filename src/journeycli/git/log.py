"""The commits that changed one file, whatever it was called at the time."""

from __future__ import annotations

import os
from datetime import UTC, datetime
from typing import TYPE_CHECKING, NamedTuple

from journeycli.git.bounds import MOST
from journeycli.git.running import run

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

_MARK = "\x01commit"
_FORMAT = f"{_MARK}%x00%H%x00%P%x00%aN%x00%at%x00%s%x00"
_FIELDS = 5
_SHOWN = (
    "--raw", "-z", "--no-abbrev", "--no-renames", "--no-color", "--no-ext-diff", "--no-textconv",
    "--no-notes", "--root",
)  # fmt: skip
_NOTHING = "0"  # an id of nothing but zeros stands for no file


class Commit(NamedTuple):
    """A commit as people know it.

    Attributes:
        id: Its whole id.
        author: Who wrote it, as `.mailmap` spells the name.
        when: When it was written, in UTC.
        subject: The first line of its message.

    """

    id: str
    author: str
    when: datetime
    subject: str


class Revision(NamedTuple):
    """What a commit made of a file.

    Attributes:
        commit: The commit.
        status: `A` added, `M` changed, `R` renamed (changed or not), `D` deleted.
        path: What the file was called from then on, from the top of the repository; where it was
            deleted, what it had been called.
        before: What it had been called before, where it was renamed; else the same as `path`.
        blob: The id of its content; empty where it was deleted.
        mode: Its mode as git writes it; `120000` is a symbolic link.
        merge: Whether the commit joins branches and differs from all of them.

    """

    commit: Commit
    status: str
    path: str
    before: str
    blob: str
    mode: str
    merge: bool


class _Edge(NamedTuple):
    """A file of a commit, and the parent in which its name is asked for; empty for the only one."""

    child: str
    parent: str
    name: str


class _Touched(NamedTuple):
    """A file that a commit changed: its new mode and blob, and whether no parent has it."""

    mode: str
    blob: str
    is_new: bool


class _Node(NamedTuple):
    """A commit among those that touched certain names, with its parents among them.

    It joins branches where it has several, even if only the first of them is kept.
    """

    commit: Commit
    parents: tuple[str, ...]
    joins: bool
    touched: dict[str, _Touched]


def file_history(
    top: Path, path: str, commit: str, *, after: str | None = None, first_parent: bool = False
) -> tuple[Revision, ...]:
    """Give the commits that changed a file, the newest first, through all branches and renames.

    A commit stands before its parents, and apart from that the later written first. A merge counts
    where its file differs from that of all its parents: there somebody decided something. Of a
    name that another file had before or later, only the time counts in which it was this file's.

    Args:
        top: The top folder of the repository.
        path: What the file is called in `commit`, from the top, with `/`.
        commit: The id of the commit to go back from.
        after: The id of a commit; it and what it is made from are left out.
        first_parent: Whether a merge counts as one commit, with all that it brought.

    Raises:
        GitUnavailableError: There is no answer from git.

    """
    names = [path]
    sources: dict[_Edge, str] = {}
    while True:
        nodes = _nodes(top, names, commit, after, first_parent=first_parent)
        walk = _Walk(sources)
        found = walk.back_from(nodes, path)
        if not walk.unknown:
            return found
        sources.update(_sources(top, walk.unknown))
        names = list(dict.fromkeys([*names, *sources.values()]))


def shallow_commits(top: Path) -> frozenset[str]:
    """Give the commits at which a shallow clone ends: what came before them is not there.

    Raises:
        GitUnavailableError: There is no answer from git.

    """
    written = run(top, ["rev-parse", "--git-path", "shallow"])
    path = top / os.fsdecode(written.removesuffix(b"\n"))
    if not path.is_file():
        return frozenset()
    try:
        with path.open("rb") as file:
            return frozenset(file.read(MOST).decode("ascii").split())
    except (OSError, UnicodeDecodeError):
        return frozenset()


def author_date(seconds: str) -> datetime:
    """Read a time as git writes it, in seconds since 1970; one beyond all calendars is the end."""
    try:
        return datetime.fromtimestamp(int(seconds), UTC)
    except (ValueError, OverflowError, OSError):
        return datetime.max.replace(tzinfo=UTC)


def _nodes(
    top: Path, names: Sequence[str], commit: str, after: str | None, *, first_parent: bool
) -> list[_Node]:
    walked = ["--first-parent", "--diff-merges=first-parent"] if first_parent else ["-c"]
    arguments = [
        "--literal-pathspecs", "log", "--full-history", "--simplify-merges", "--author-date-order",
        *walked, *_SHOWN, f"--format={_FORMAT}", commit, *([f"^{after}"] if after else []), "--",
    ]  # fmt: skip
    words = os.fsdecode(run(top, [*arguments, *names])).split("\0")
    nodes = list(_read(words))
    return [each._replace(parents=each.parents[:1]) for each in nodes] if first_parent else nodes


def _read(words: Sequence[str]) -> Iterator[_Node]:
    """Read commits and the files after each from words between NULs."""
    place = 0
    while place < len(words):
        if words[place].lstrip("\n") != _MARK:
            place += 1
            continue
        id_, parents, author, seconds, subject = words[place + 1 : place + 1 + _FIELDS]
        place += 1 + _FIELDS
        touched: dict[str, _Touched] = {}
        while place < len(words) and words[place].lstrip("\n") != _MARK:
            about = words[place].lstrip("\n")
            if about.startswith(":"):
                touched[words[place + 1]] = _read_about(about)
                place += 1
            place += 1
        commit = Commit(id_, author, author_date(seconds), subject)
        above = tuple(parents.split())
        yield _Node(commit, above, len(above) > 1, touched)


def _read_about(about: str) -> _Touched:
    """Read `:MODE MODE ID ID STATUS`, or `::MODE MODE MODE ID ID ID STATUS` of a merge."""
    parents = len(about) - len(about.lstrip(":"))
    words = about[parents:].split()
    old = words[parents + 1 : 2 * parents + 1]
    new = words[2 * parents + 1]
    is_new = not any(each.strip(_NOTHING) for each in old)
    return _Touched(words[parents], new if new.strip(_NOTHING) else "", is_new)


class _Walk:
    """Goes from commits to their parents with the name that a file has there.

    Args:
        sources: The names that are known already.

    Attributes:
        unknown: The edges of which nobody has asked yet; the same name is taken for now.

    """

    def __init__(self, sources: Mapping[_Edge, str]) -> None:
        self._sources = sources
        self.unknown: list[_Edge] = []

    def back_from(self, nodes: Iterable[_Node], path: str) -> tuple[Revision, ...]:
        """Give what each commit made of the file that is called `path` in the first."""
        names: dict[str, set[str]] = {}
        found: list[Revision] = []
        for number, node in enumerate(nodes):
            for name in sorted(names.get(node.commit.id, set() if number else {path})):
                befores = [self._before(node, parent, name) for parent in node.parents or ("",)]
                if name in node.touched:
                    before = name if len(befores) > 1 else befores[0]
                    found.append(_revision(node, name, before, node.touched[name]))
                for parent, before in zip(node.parents, befores, strict=False):
                    names.setdefault(parent, set()).add(before)
        return tuple(found)

    def _before(self, node: _Node, parent: str, name: str) -> str:
        merge = len(node.parents) > 1
        if not merge and not (name in node.touched and node.touched[name].is_new):
            return name
        edge = _Edge(node.commit.id, parent if merge else "", name)
        if edge not in self._sources:
            self.unknown.append(edge)
        return self._sources.get(edge, name)


def _revision(node: _Node, name: str, before: str, touched: _Touched) -> Revision:
    status = "R" if before != name else "A" if touched.is_new else "M" if touched.blob else "D"
    return Revision(node.commit, status, name, before, touched.blob, touched.mode, node.joins)


def _sources(top: Path, edges: Sequence[_Edge]) -> dict[_Edge, str]:
    """Give what files were called in the parents of commits; the same where nothing shows."""
    found = {edge: edge.name for edge in edges}
    joined = [edge for edge in edges if edge.parent and "\n" not in edge.name]
    asked = "".join(f"{edge.parent}:{edge.name}\n" for edge in joined)
    told = run(top, ["cat-file", "--batch-check"], stdin=os.fsencode(asked)) if joined else b""
    absent = {
        edge
        for edge, line in zip(joined, told.split(b"\n")[:-1], strict=True)
        if line.endswith(b" missing")
    }
    for edge in edges:
        if not edge.parent or edge in absent:
            found[edge] = _renamed_from(top, edge) or edge.name
    return found


def _renamed_from(top: Path, edge: _Edge) -> str | None:
    """Give what a file was called in a parent that has none of its name; None where it had none."""
    between = [edge.parent, edge.child] if edge.parent else [edge.child]
    output = run(
        top,
        ["diff-tree", "-r", "-z", "--no-commit-id", "--name-status", "--find-renames",
         "--diff-filter=R", "--diff-merges=first-parent", *between],
    )  # fmt: skip
    words = iter([os.fsdecode(word) for word in output.split(b"\0") if word])
    for _status in words:
        before, after = next(words), next(words)
        if after == edge.name:
            return before
    return None

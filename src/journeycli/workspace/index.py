"""What the whole workspace declares: small values that stay in memory for every file."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, NamedTuple

from journeycli.workspace.actors import NO_ACTORS, Actors, actors_of
from journeycli.workspace.contacts import contact_paths, contacts_of
from journeycli.workspace.facts import NEEDED
from journeycli.workspace.outlook import (
    NO_OUTLOOK,
    Outlook,
    enabler_paths,
    idle_evidence,
    outlook_of,
)
from journeycli.workspace.reach import NO_REACH, Reach, reach_of
from journeycli.workspace.sentences import barrier_sentences

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from journeycli.source.span import Path
    from journeycli.workspace.facts import Facts

SHARED_KINDS = frozenset(
    {"map", "persona", "evidence", "channel", "department", "phase", "touchpoint", "barrier"}
)
"""What other files can name; stages, actions and paths belong to their map."""

_BY_SUFFIX = {
    ".journey.": SHARED_KINDS - {"phase"},
    ".persona.": frozenset({"persona"}),
    ".catalog.": SHARED_KINDS - {"map", "persona", "barrier"},
    ".walk.": frozenset(),
}


class Locator(NamedTuple):
    """Where in a file something stands, without its path: paths are looked up when needed.

    Attributes:
        role: `declares`, `names`, `says`, `key`, or `tells` for a key of a touchpoint.
        kind: What the id stands for; for `key`, the top-level key; for `tells`, the key.
        id: The id; for `says`, the hash of a barrier's text or the line of an enabler; empty for
            `key`.

    """

    role: str
    kind: str
    id: str = ""


class FileProblem(NamedTuple):
    """A problem that shows across files.

    Attributes:
        path: The file that it stands in.
        where: What it points at; where a name stands several times, the first is the place and
            the others are related.
        message: What is wrong.
        help: What to do next.
        elsewhere: Places in other files: file, what is meant, words.
        suggestion: The id that was probably meant; the fix writes it.

    """

    path: str
    where: Locator
    message: str
    help: str | None = None
    elsewhere: tuple[tuple[str, Locator, str], ...] = ()
    suggestion: str | None = None


class FileFacts(NamedTuple):
    """What stays in memory of one file.

    Attributes:
        path: The file.
        kind: `map`, `persona`, `catalog` or `walk`; empty where it cannot be told.
        id: The file's own id.
        title: How people call it.
        declares: Shared ids by kind; of the other kinds, those among which an open name is
            looked for.
        open: Names that the file does not declare itself, as (kind, id).
        readable: Whether all of its ids could be read.
        barriers: A hash of what each barrier says, each text once a stage.
        barrier_texts: The same texts in the same order, short, a line each; one string takes less
            memory than many.
        reach: The channels that it speaks of.
        baseline: The id of the map that a future map improves on; empty where it names none.
        actors: The personas that it names, or how many customers its persona stands for.
        outlook: Its state, its worst barriers and its enablers.
        contacts: What it says of its touchpoints, as `contact_lines` reads it.
        idle_evidence: The evidence of a researched map that the map itself does not name: id and
            title.

    """

    path: str
    kind: str
    id: str
    title: str
    declares: Mapping[str, tuple[str, ...]]
    open: tuple[tuple[str, str], ...]
    readable: bool = True
    barriers: tuple[int, ...] = ()
    barrier_texts: str = ""
    reach: Reach = NO_REACH
    baseline: str = ""
    actors: Actors = NO_ACTORS
    outlook: Outlook = NO_OUTLOOK
    contacts: str = ""
    idle_evidence: tuple[tuple[str, str], ...] = ()

    def barrier_words(self, sentence: int) -> str:
        """Give what the barrier with this hash says, short; empty where none has it."""
        words = zip(self.barriers, self.barrier_texts.split("\n"), strict=False)
        return next((text for each, text in words if each == sentence), "")


def file_facts(path: str, facts: Facts | None) -> FileFacts:
    """Keep of a file's facts what other files can ask for; None stands for an unreadable file."""
    if facts is None:
        return FileFacts(path, "", "", "", {}, (), readable=False)
    unresolved = dict.fromkeys((each.kind, sys.intern(str(each.id))) for each in facts.unresolved())
    kept = SHARED_KINDS | {kind for kind, _ in unresolved}
    if "need" in kept:
        kept |= NEEDED
    declares: dict[str, dict[str, None]] = {}
    for each in facts.declared:
        if each.kind in kept:
            declares.setdefault(each.kind, {})[sys.intern(str(each.id))] = None
    if facts.id and facts.kind in ("map", "persona"):
        declares.setdefault(facts.kind, {})[sys.intern(str(facts.id))] = None
    sentences = tuple(barrier_sentences(facts))
    return FileFacts(
        path=path,
        kind=facts.kind,
        id=facts.id,
        title=facts.title,
        declares={kind: tuple(ids) for kind, ids in declares.items()},
        open=tuple(unresolved),
        barriers=tuple(each.hash for each in sentences),
        barrier_texts="\n".join(each.words for each in sentences),
        reach=reach_of(facts),
        baseline=next((each.id for each in facts.named if each.path == ("baseline",)), ""),
        actors=actors_of(facts),
        outlook=outlook_of(facts),
        contacts=contacts_of(facts),
        idle_evidence=tuple(idle_evidence(facts)),
    )


class Index:
    """The facts of all files, with the look-ups that rules across files need.

    Args:
        files: The facts of every file, in path order.
        built_in: Ids that need no declaration, by kind: channels and phases of the format.

    """

    def __init__(self, files: Iterable[FileFacts], built_in: Mapping[str, Iterable[str]]) -> None:
        self.files = tuple(files)
        self._built_in = {kind: frozenset(ids) for kind, ids in built_in.items()}
        self._declared: dict[tuple[str, str], str] = {}
        self._maps: dict[str, FileFacts] = {}
        for file in self.files:
            if file.kind == "map" and file.id:
                self._maps.setdefault(file.id, file)
            for kind, ids in file.declares.items():
                for each in ids:
                    self._declared.setdefault((kind, each), file.path)

    def declares(self, kind: str, name: str) -> bool:
        """Tell whether a name of this kind exists for every file of the workspace."""
        return (kind, name) in self._declared or name in self._built_in.get(kind, ())

    def where(self, kind: str, name: str) -> str | None:
        """Give the first file that declares it."""
        return self._declared.get((kind, name))

    def ids(self, kind: str) -> tuple[str, ...]:
        """Give every id of a kind, built-in ones last."""
        own = dict.fromkeys(name for each, name in self._declared if each == kind)
        return (*own, *sorted(self._built_in.get(kind, ())))

    def map(self, name: str) -> FileFacts | None:
        """Give the map of this id; None where there is none."""
        return self._maps.get(name)

    def of_kind(self, kind: str) -> tuple[FileFacts, ...]:
        """Give the files of one kind: `map`, `persona` or `catalog`."""
        return tuple(file for file in self.files if file.kind == kind)

    def unseen(self, kind: str) -> tuple[str, ...]:
        """Give the files that could declare ids of a kind and could not be read in full."""
        return tuple(
            file.path for file in self.files if not file.readable and kind in _could_declare(file)
        )

    def held_back(self) -> tuple[str, ...]:
        """Say which names could not be checked, a sentence a file."""
        return tuple(
            f"{file.path} could not be read in full, so what it may declare or name is not "
            "checked in this run."
            for file in self.files
            if not file.readable
        )


def _could_declare(file: FileFacts) -> frozenset[str]:
    for part, kinds in _BY_SUFFIX.items():
        if part in file.path:
            return kinds
    return SHARED_KINDS


def paths_of(facts: Facts, where: Locator) -> list[Path]:
    """Find the document paths that a locator means in a file's facts, in document order."""
    if where.role == "key":
        return [(where.kind,)]
    if where.role == "tells":
        return contact_paths(facts, where.id, where.kind)
    if where.role == "says" and where.kind == "enabler":
        return enabler_paths(facts, where.id)
    if where.role == "says":
        return [each.path for each in barrier_sentences(facts) if str(each.hash) == where.id]
    if where.role == "names":
        return [each.path for each in facts.named if (each.kind, each.id) == (where.kind, where.id)]
    if where.kind == facts.kind and where.id == facts.id:
        return [("id",)]
    return [
        (*each.path, "id") if each.written else each.path
        for each in facts.declared
        if (each.kind, each.id) == (where.kind, where.id)
    ]

"""J801 and J802: names that lead nowhere, and ids that two files claim."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journeycli.findings import Severity
from journeycli.model.channels import CHANNEL
from journeycli.model.phases import PHASE
from journeycli.rules.base import FixSafety, WorkspaceRule
from journeycli.text import closest, listed
from journeycli.workspace.facts import NEEDED
from journeycli.workspace.index import FileProblem, Locator

if TYPE_CHECKING:
    from collections.abc import Iterator

    from journeycli.workspace.index import FileFacts, Index

_SHOWN = 6  # names in a message; more would bury the sentence
_TELLING = 3  # letters from which on a misspelt id can be told

_WORDS = {
    "persona": "persona",
    "evidence": "evidence",
    "channel": "channel",
    "department": "department",
    "phase": "phase",
    "touchpoint": "touchpoint",
    "map": "map",
    "stage": "stage",
    "barrier": "barrier",
    "need": "barrier, opportunity or removal",
    "baseline-barrier": "barrier of the baseline",
    "action": "customer action",
    "lane": "lane",
}
_OF_THE_MAP = frozenset({"stage", "barrier", "need", "action", "lane"})
"""What a map names of its own only."""

_DECLARED_AS = {"baseline-barrier": "barrier"}
"""What kind of thing a name stands for, where the two are not called the same."""

_VOCABULARIES = {"channel": CHANNEL, "phase": PHASE}
"""Built-in words, of which people write others by the same meaning."""

_NEXT_STEP = {
    "persona": "Add a *.persona.yaml file with this id, or write the persona in place "
    "as a name with a capital letter or a space.",
    "evidence": "Declare it under `evidence:` on the map or in a catalog.",
    "channel": "Use a built-in channel, or declare this one under `channels:` in a catalog.",
    "department": "Declare it under `departments:` where the others stand.",
    "phase": "Use a built-in phase, or declare this one under `phases:` in a catalog.",
    "touchpoint": "Give the touchpoint a name here, or declare it in a stage or a catalog.",
    "map": "Write the `id` of a map of this workspace.",
    "stage": "Write the `id` of a stage of this map.",
    "barrier": "Write the `id` of a barrier of this map.",
    "need": "Write the `id` of a barrier, an opportunity or a removal of this map.",
    "baseline-barrier": "Write the `id` of a barrier of the map that `baseline` names.",
    "action": "Give the customer action an `id`, and write that.",
    "lane": "Declare the lane under `lanes:` on the map.",
}


class UnresolvedReference(WorkspaceRule):
    """A name that nobody declares.

    What:
        Maps name personas, evidence, channels, departments, touchpoints, stages, barriers and
        other maps by id. A name is looked for in the map first, then in the whole workspace.
        Departments are checked as soon as the map or a catalog declares any. Of a walkthrough, the
        map and the persona are looked for; what it says of stages is a record of its day.

    Why:
        A name that leads nowhere is a misspelling or something that got lost; every picture and
        report that follows it would be wrong.

    Bad::

        personas: [budget-famly]
        stages:
          - id: compare
            name: Compare offers
        # personas/budget-family.persona.yaml
        format: persona/1
        id: budget-family
        name: A family on a budget

    Good::

        personas: [budget-family]
        stages:
          - id: compare
            name: Compare offers
        # personas/budget-family.persona.yaml
        format: persona/1
        id: budget-family
        name: A family on a budget
    """

    code = "J801"
    name = "unresolved-reference"
    summary = "a name that nobody declares"
    severity = Severity.ERROR
    fix = FixSafety.SAFE

    def check(self, index: Index) -> Iterator[FileProblem]:
        """Yield one problem a name and file."""
        bound = any(file.declares.get("department") for file in index.of_kind("catalog"))
        for file in index.files:
            for kind, name in file.open:
                if kind == "department" and not (bound or file.declares.get("department")):
                    continue
                if not _resolves(kind, name, file, index) and not _may_be_unseen(kind, index):
                    yield _unresolved(kind, name, file, index)


class DuplicateFileId(WorkspaceRule):
    """Two files of one kind with one id.

    What:
        Two maps, two personas or two catalogs of the workspace have the same `id`.

    Why:
        Other files name a map or a persona by its id; with two of them, nobody knows which is
        meant, and their pictures overwrite each other.

    Bad::

        personas: [maya]
        # personas/maya.persona.yaml
        format: persona/1
        id: maya
        name: Maya
        # personas/maya-copy.persona.yaml
        format: persona/1
        id: maya
        name: Maya, second try

    Good::

        personas: [maya]
        # personas/maya.persona.yaml
        format: persona/1
        id: maya
        name: Maya
        # personas/maya-2.persona.yaml
        format: persona/1
        id: maya-2
        name: Maya, second try
    """

    code = "J802"
    name = "duplicate-file-id"
    summary = "two files with one id"
    severity = Severity.ERROR

    def check(self, index: Index) -> Iterator[FileProblem]:
        """Yield one problem for every file after the first with an id."""
        first: dict[tuple[str, str], str] = {}
        for file in index.files:
            if not file.id:
                continue
            other = first.setdefault((file.kind, file.id), file.path)
            if other != file.path:
                where = Locator("declares", file.kind, file.id)
                yield FileProblem(
                    path=file.path,
                    where=where,
                    message=f"The id `{file.id}` belongs to {other} already.",
                    help="Give one of the two files another id, here and where it is named.",
                    elsewhere=((other, where, "It stands here first."),),
                )


def _resolves(kind: str, name: str, file: FileFacts, index: Index) -> bool:
    if kind == "baseline-barrier":
        baseline = index.map(file.baseline)
        # Where the baseline itself is not found, that is the mistake, and one finding tells it.
        return baseline is None or name in baseline.declares.get("barrier", ())
    if kind in _OF_THE_MAP:
        return False  # the map does not declare it, and nobody else can
    return index.declares(kind, name)


def _may_be_unseen(kind: str, index: Index) -> bool:
    return kind not in _OF_THE_MAP and bool(index.unseen(_DECLARED_AS.get(kind, kind)))


def _candidates(kind: str, file: FileFacts, index: Index) -> tuple[str, ...]:
    if kind == "need":
        return tuple(each for kind in sorted(NEEDED) for each in file.declares.get(kind, ()))
    if kind == "baseline-barrier":
        baseline = index.map(file.baseline)
        return baseline.declares.get("barrier", ()) if baseline else ()
    own = file.declares.get(kind, ())
    if kind in _OF_THE_MAP:
        return own
    known = dict.fromkeys((*own, *index.ids(kind)))
    return tuple(each for each in known if (kind, each) != ("map", file.id))


def _unresolved(kind: str, name: str, file: FileFacts, index: Index) -> FileProblem:
    candidates = _candidates(kind, file, index)
    vocabulary = _VOCABULARIES.get(kind)
    meant = vocabulary.synonym(name) if vocabulary else None
    # Of one or two letters, each is as near as any other.
    near = meant or (closest(name, candidates) if len(name) >= _TELLING else None)
    return FileProblem(
        path=file.path,
        where=Locator("names", kind, name),
        message=f"No {_WORDS[kind]} has the id `{name}`"
        + (f"; did you mean `{near}`?" if near else "."),
        help=f"Write `{near}`." if near else _next_step(kind, candidates),
        elsewhere=tuple(_declaration(kind, near, file, index)) if near else (),
        suggestion=None if kind == "lane" else near,
    )


def _declaration(
    kind: str, name: str, file: FileFacts, index: Index
) -> Iterator[tuple[str, Locator, str]]:
    """Give the place where a name is declared: in the map first, then in the workspace."""
    home = index.map(file.baseline) if kind == "baseline-barrier" else file
    for each in sorted(NEEDED) if kind == "need" else (_DECLARED_AS.get(kind, kind),):
        where = index.where(each, name)
        if home is not None and name in home.declares.get(each, ()):
            where = home.path
        if where is not None:
            yield where, Locator("declares", each, name), f"`{name}` stands here."
            return


def _next_step(kind: str, candidates: tuple[str, ...]) -> str:
    if not candidates:
        return _NEXT_STEP[kind]
    shown = [f"`{each}`" for each in candidates[:_SHOWN]]
    if len(candidates) > _SHOWN:
        shown.append(f"{len(candidates) - _SHOWN} more")
    return f"{_NEXT_STEP[kind]} Known here: {listed(shown)}."

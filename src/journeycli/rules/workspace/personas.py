"""J803 and J807: personas that nobody has drawn a journey of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journeycli.findings import Severity
from journeycli.rules.base import WorkspaceRule
from journeycli.rules.workspace.words import called
from journeycli.text import closest
from journeycli.workspace.index import FileProblem, Locator

if TYPE_CHECKING:
    from collections.abc import Iterator

    from journeycli.workspace.index import FileFacts, Index

_COMPARED = 2  # shares, below which none is the largest


class UnusedPersona(WorkspaceRule):
    """A persona file that no map names.

    What:
        A persona has a file of their own, and no map of the workspace names their id. Nothing is
        said while a map cannot be read, or while there is no map at all.

    Why:
        Either their journey is missing, or the file is left over from one that is gone.

    Bad::

        personas: [budget-family]
        # personas/budget-family.persona.yaml
        format: persona/1
        id: budget-family
        name: A family on a budget
        # personas/remote-worker.persona.yaml
        format: persona/1
        id: remote-worker
        name: Someone who works from home

    Good::

        personas: [budget-family, remote-worker]
        # personas/budget-family.persona.yaml
        format: persona/1
        id: budget-family
        name: A family on a budget
        # personas/remote-worker.persona.yaml
        format: persona/1
        id: remote-worker
        name: Someone who works from home
    """

    code = "J803"
    name = "unused-persona"
    summary = "a persona on no map"
    severity = Severity.INFO

    def check(self, index: Index) -> Iterator[FileProblem]:
        """Yield one problem a persona file."""
        maps = index.of_kind("map")
        if not maps or index.unseen("map"):
            return
        named = _named(index)
        for persona in index.of_kind("persona"):
            if persona.id and persona.id not in named:
                yield _unused(persona, maps)


class UnmappedPersona(WorkspaceRule):
    """The largest group of customers has no map.

    What:
        Two persona files or more give the `share` of customers that they stand for, and no map
        names the one with the largest.

    Why:
        Effort goes where the maps are. Whoever is most of the customers should be on one.

    Bad::

        personas: [remote-worker]
        # personas/remote-worker.persona.yaml
        format: persona/1
        id: remote-worker
        name: Someone who works from home
        share: 0.2
        # personas/budget-family.persona.yaml
        format: persona/1
        id: budget-family
        name: A family on a budget
        share: 0.5

    Good::

        personas: [budget-family]
        # personas/remote-worker.persona.yaml
        format: persona/1
        id: remote-worker
        name: Someone who works from home
        share: 0.2
        # personas/budget-family.persona.yaml
        format: persona/1
        id: budget-family
        name: A family on a budget
        share: 0.5
    """

    code = "J807"
    name = "unmapped-persona"
    summary = "the persona with the largest share has no map"
    severity = Severity.INFO
    silences = ("J803",)

    def check(self, index: Index) -> Iterator[FileProblem]:
        """Yield one problem at most: for the first of those with the largest share."""
        if not index.of_kind("map") or index.unseen("persona"):
            return
        sharing = [
            (each.actors.share, each)
            for each in index.of_kind("persona")
            if each.id and each.actors.share is not None
        ]
        if len(sharing) < _COMPARED:
            return
        largest = max(share for share, _ in sharing)
        top = [each for share, each in sharing if share == largest]
        if {each.id for each in top} & _named(index):
            return
        yield FileProblem(
            path=top[0].path,
            where=Locator("declares", "persona", top[0].id),
            message=f"{called(top[0])} stands for {largest:.0%} of all customers, the largest "
            "share, and is on no map.",
            help="Draw the journey that most customers take: `journey new map` writes a first "
            f"map; name `{top[0].id}` under its `personas`.",
        )


def _named(index: Index) -> frozenset[str]:
    """Give the personas that maps name; one that is misspelt counts as the one that was meant."""
    ids = index.ids("persona")
    known = frozenset(ids)
    written = {name for each in index.of_kind("map") for name in each.actors.named}
    meant = {closest(name, ids) for name in written - known}
    return frozenset(written & known) | {each for each in meant if each}


def _unused(persona: FileFacts, maps: tuple[FileFacts, ...]) -> FileProblem:
    double = next((each for each in maps if persona.id in each.declares.get("persona", ())), None)
    where = Locator("declares", "persona", persona.id)
    if double is None:
        help_ = f"Add `{persona.id}` to the `personas` of the map that tells their journey, or "
        help_ += "delete this file."
        elsewhere: tuple[tuple[str, Locator, str], ...] = ()
    else:
        help_ = f"Write `{persona.id}` there in place of the persona, or delete this file."
        elsewhere = ((double.path, where, "This map has a persona of its own with this id."),)
    return FileProblem(
        path=persona.path,
        where=where,
        message=f"No map names the persona {called(persona)}.",
        help=help_,
        elsewhere=elsewhere,
    )

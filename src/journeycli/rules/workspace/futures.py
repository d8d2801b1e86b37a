"""J804: a journey that nobody has drawn as it should be."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journeycli.findings import Severity
from journeycli.rules.base import WorkspaceRule
from journeycli.rules.workspace.words import some
from journeycli.text import closest
from journeycli.workspace.index import FileProblem, Locator

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from journeycli.workspace.index import FileFacts, Index
    from journeycli.workspace.outlook import Pressing


class NoFuture(WorkspaceRule):
    """A critical barrier, and nobody has drawn the journey without it.

    What:
        A map of the current state has a critical barrier, and no map with `state: future` names
        it as its `baseline`. Nothing is said while a map cannot be read.

    Why:
        Removals mend one thing each. What the journey should be like instead is a picture that
        all who work on it can aim at.

    Bad::

        state: current
        stages:
          - id: compare
            name: Compare offers
            barriers:
              - text: The set-up fee shows on the last page only
                severity: critical

    Good::

        state: current
        stages:
          - id: compare
            name: Compare offers
            barriers:
              - id: late-fee
                text: The set-up fee shows on the last page only
                severity: critical
        # maps/next-year.journey.yaml
        format: journey-map/1
        id: next-year
        title: Switching broadband provider, next year
        state: future
        baseline: switch-broadband
        addresses:
          - {barrier: late-fee, how: The total stands on the first page}
        stages:
          - id: compare
            name: See the whole price
    """

    code = "J804"
    name = "no-future"
    summary = "a current map with a critical barrier and no future map that builds on it"
    severity = Severity.INFO

    def check(self, index: Index) -> Iterator[FileProblem]:
        """Yield one problem a map, at its first critical barrier."""
        if index.unseen("map"):
            return
        built_on = _built_on(index)
        for file in index.of_kind("map"):
            if file.outlook.state != "current" or not file.id:
                continue
            critical = [each for each in file.outlook.pressing if each.severity == "critical"]
            builders = built_on.get(file.id, [])
            if critical and all(each.outlook.state == "current" for each in builders):
                yield _no_future(file, critical, builders)


def _built_on(index: Index) -> dict[str, list[FileFacts]]:
    """Give the maps that name a baseline, by its id; a misspelt id counts as the one meant."""
    ids = index.ids("map")
    found: dict[str, list[FileFacts]] = {}
    for file in index.of_kind("map"):
        name = file.baseline
        if name and index.map(name) is None:
            name = closest(name, (each for each in ids if each != file.id)) or name
        if name and name != file.id:
            found.setdefault(name, []).append(file)
    return found


def _no_future(
    file: FileFacts, critical: Sequence[Pressing], builders: Sequence[FileFacts]
) -> FileProblem:
    words = some([f"“{each.words}”" for each in critical])
    are, it = ("is", "it") if len(critical) == 1 else ("are", "them")
    if builders:
        help_ = f"Write `state: future` in {builders[0].path}, whose `baseline` this map is."
    else:
        help_ = (
            "Draw the journey as it should be: a map with `state: future` and "
            f"`baseline: {file.id}`, which says under `addresses` what becomes of {it}."
        )
    return FileProblem(
        path=file.path,
        where=Locator("declares", "barrier", critical[0].id),
        message=f"{words} {are} critical, and no future map builds on this one.",
        help=help_,
        elsewhere=tuple(
            (each.path, Locator("key", "baseline"), "It builds on this map, and says no state.")
            for each in builders[:1]
        ),
    )

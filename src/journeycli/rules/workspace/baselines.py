"""J805 and J808: what the map of tomorrow says of the map that it builds on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journeycli.findings import Severity
from journeycli.rules.base import WorkspaceRule
from journeycli.rules.workspace.words import called, some
from journeycli.text import closest, shorten
from journeycli.workspace.index import FileProblem, Locator
from journeycli.workspace.sentences import plain

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from journeycli.workspace.index import FileFacts, Index
    from journeycli.workspace.outlook import Pressing

_SHOWN = 50  # cells of a sentence in a message
_SHOWN_PLACES = 10  # in the baseline


class UnaddressedBarrier(WorkspaceRule):
    """A future map forgets a barrier of the map that it builds on.

    What:
        A future map does not name, under `addresses`, a high or critical barrier of its
        `baseline`.

    Why:
        A picture of tomorrow is soon drawn. It is worth something if it says what becomes of the
        worst of today; that a barrier stays is an answer as well.

    Bad::

        state: future
        baseline: today
        # maps/today.journey.yaml
        format: journey-map/1
        id: today
        title: Switching broadband provider today
        stages:
          - id: compare
            name: Compare offers
            barriers:
              - id: late-fee
                text: The set-up fee shows on the last page only
                severity: high

    Good::

        state: future
        baseline: today
        addresses:
          - {barrier: late-fee, how: The total stands on the first page}
        # maps/today.journey.yaml
        format: journey-map/1
        id: today
        title: Switching broadband provider today
        stages:
          - id: compare
            name: Compare offers
            barriers:
              - id: late-fee
                text: The set-up fee shows on the last page only
                severity: high
    """

    code = "J805"
    name = "unaddressed-barrier"
    summary = "a future map that does not address a high or critical barrier of its baseline"

    def check(self, index: Index) -> Iterator[FileProblem]:
        """Yield one problem a future map, with every barrier that it forgets."""
        for file, baseline in _futures(index):
            addressed = _addressed(file, baseline)
            forgotten = [each for each in baseline.outlook.pressing if each.id not in addressed]
            if forgotten:
                forgotten.sort(key=lambda each: each.severity != "critical")
                yield _unaddressed(file, baseline, forgotten)


class LostEnabler(WorkspaceRule):
    """A future map leaves out what makes the journey easy today.

    What:
        A statement under `enablers` of the `baseline` stands under no `enablers` of the future
        map. Capitals, spaces and the full stop make no difference.

    Why:
        Whoever mends what is bad easily breaks what is good, because nobody complains of it.

    Bad::

        state: future
        baseline: today
        # maps/today.journey.yaml
        format: journey-map/1
        id: today
        title: Switching broadband provider today
        stages:
          - id: compare
            name: Compare offers
            enablers:
              - The comparison site lists us first

    Good::

        state: future
        baseline: today
        stages:
          - id: compare
            name: See the whole price
            enablers:
              - The comparison site lists us first
        # maps/today.journey.yaml
        format: journey-map/1
        id: today
        title: Switching broadband provider today
        stages:
          - id: compare
            name: Compare offers
            enablers:
              - The comparison site lists us first
    """

    code = "J808"
    name = "lost-enabler"
    summary = "a future map without an enabler of its baseline"
    severity = Severity.INFO

    def check(self, index: Index) -> Iterator[FileProblem]:
        """Yield one problem a future map, with every enabler that it leaves out."""
        for file, baseline in _futures(index):
            kept = {plain(line) for line in file.outlook.enablers.split("\n")}
            lost: dict[str, str] = {}
            for line in filter(None, baseline.outlook.enablers.split("\n")):
                if plain(line) not in kept:
                    lost.setdefault(plain(line), line)
            if lost:
                yield _lost(file, baseline, [*lost.values()])


def _futures(index: Index) -> Iterator[tuple[FileFacts, FileFacts]]:
    """Give every future map with its baseline, where that is found."""
    for file in index.of_kind("map"):
        baseline = index.map(file.baseline) if file.baseline else None
        if file.outlook.state == "future" and baseline is not None and baseline is not file:
            yield file, baseline


def _addressed(file: FileFacts, baseline: FileFacts) -> frozenset[str]:
    """Give the barriers that a map addresses; a misspelt one counts as the one that was meant."""
    known = baseline.declares.get("barrier", ())
    written = frozenset(name for kind, name in file.open if kind == "baseline-barrier")
    meant = (closest(name, known) for name in written.difference(known))
    return written.union(each for each in meant if each)


def _unaddressed(
    file: FileFacts, baseline: FileFacts, forgotten: Sequence[Pressing]
) -> FileProblem:
    words = some([f"“{each.words}” ({each.severity})" for each in forgotten])
    return FileProblem(
        path=file.path,
        where=Locator("key", "addresses"),
        message=f"This map does not say what becomes of {words} on {called(baseline)}.",
        help=f"Add `{{barrier: {forgotten[0].id}, how: …}}` under `addresses`; if one stays, say "
        "why in its `how`.",
        elsewhere=tuple(
            (baseline.path, Locator("declares", "barrier", each.id), f"This is {each.severity}.")
            for each in forgotten[:_SHOWN_PLACES]
        ),
    )


def _lost(file: FileFacts, baseline: FileFacts, lost: Sequence[str]) -> FileProblem:
    words = some([f"“{shorten(each, _SHOWN)}”" for each in lost])
    helps, stands, it = ("helps", "stands", "it") if len(lost) == 1 else ("help", "stand", "each")
    return FileProblem(
        path=file.path,
        where=Locator("key", "baseline"),
        message=f"{words} {helps} customers on {called(baseline)}, and {stands} nowhere among the "
        "`enablers` of this map.",
        help=f"Write {it} under `enablers` of the stage where it is to help; if it goes on "
        "purpose, say so above `baseline`: `# journey: ignore[J808] -- why`.",
        elsewhere=tuple(
            (baseline.path, Locator("says", "enabler", each), "This helps today.")
            for each in lost[:_SHOWN_PLACES]
        ),
    )

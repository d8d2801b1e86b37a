"""J507: one barrier, written down again and again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journeycli.findings import Severity
from journeycli.rules.base import WorkspaceRule
from journeycli.text import counted, listed
from journeycli.workspace.index import FileProblem, Locator

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from journeycli.workspace.index import FileFacts, Index

_SHOWN_TITLES = 4  # of maps in a message
_SHOWN_PLACES = 5  # in other files; each of them is read again to be shown


class RecurringBarrier(WorkspaceRule):
    """The same barrier stands at several stages or maps.

    What:
        Barriers of several stages, in one map or in several, have the same text, apart from
        capitals, spaces and the full stop. A map and the one that it builds on or shows closer
        (`baseline`, `detail`) count as one: there the same barrier is seen twice.

    Why:
        What stands in the way in many places is worth more effort than each place alone would
        be, and has one cause. Mended at one place only, it comes back.

    Bad::

        stages:
          - id: compare
            name: Compare offers
            barriers:
              - Nobody picks up the phone after six
          - id: install
            name: Installation
            barriers:
              - Nobody picks up the phone after six

    Good::

        stages:
          - id: compare
            name: Compare offers
            barriers:
              - id: late-calls
                text: Nobody picks up the phone after six
          - id: install
            name: Installation
            barriers:
              - text: The engineer cannot be reached on the evening before
                caused_by: [late-calls]
    """

    code = "J507"
    name = "recurring-barrier"
    summary = "the same barrier text at several stages or maps"
    severity = Severity.INFO

    def check(self, index: Index) -> Iterator[FileProblem]:
        """Yield one problem a text, at the first place where it stands."""
        maps = index.of_kind("map")
        for text, files in _recurring(maps).items():
            apart = _apart(files)
            if sum(max(file.barriers.count(text) for file in same) for same in apart) > 1:
                yield _problem(text, apart)


def _recurring(maps: Iterable[FileFacts]) -> dict[int, list[FileFacts]]:
    """Give the files of every text that stands more than once, by its hash."""
    seen: set[int] = set()
    again: dict[int, list[FileFacts]] = {}
    for file in maps:
        for text in file.barriers:
            if text in seen:
                again.setdefault(text, [])
            seen.add(text)
    for file in maps:
        for text in dict.fromkeys(file.barriers):
            if text in again:
                again[text].append(file)
    return again


def _apart(files: Sequence[FileFacts]) -> list[list[FileFacts]]:
    """Gather the files that show one journey: of one id, or linked through a map that they name."""
    above: dict[str, str] = {}
    for file in files:
        own = _root(file.id or file.path, above)
        for kind, name in file.open:
            if kind == "map" and (other := _root(name, above)) != own:
                above[other] = own
    groups: dict[str, list[FileFacts]] = {}
    for file in files:
        groups.setdefault(_root(file.id or file.path, above), []).append(file)
    return list(groups.values())


def _root(name: str, above: dict[str, str]) -> str:
    """Follow the names of one journey to the one that stands for all of them."""
    while (upper := above.setdefault(name, name)) != name:
        above[name] = name = above[upper]
    return name


def _problem(text: int, apart: Sequence[Sequence[FileFacts]]) -> FileProblem:
    first = apart[0][0]
    words = first.barrier_words(text)
    where = Locator("says", "barrier", str(text))
    others = [group[0] for group in apart[1:]]
    if others:
        titles = [f"“{each.title or each.path}”" for each in (first, *others)]
        more = len(titles) - _SHOWN_TITLES
        shown = [*titles[:_SHOWN_TITLES], *([f"{more:,} more"] if more > 0 else [])]
        message = f"“{words}” is a barrier on {len(titles):,} maps: {listed(shown)}."
        help_ = (
            "Take it away once for all of them: give it one owner, and plan the removal where "
            "it does most harm."
        )
    else:
        times = counted(first.barriers.count(text), "stage")
        message = f"“{words}” is a barrier at {times} of this map."
        help_ = (
            "Keep it where it does most harm, give it an `id` there, and let what it brings "
            "about elsewhere name it under `caused_by`."
        )
    return FileProblem(
        path=first.path,
        where=where,
        message=message,
        help=help_,
        elsewhere=tuple(
            (each.path, where, f"It stands in “{each.title or each.path}” too.")
            for each in others[:_SHOWN_PLACES]
        ),
    )

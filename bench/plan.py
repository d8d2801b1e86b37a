"""Which comparisons are made, with their targets."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from functools import partial
from itertools import cycle, pairwise
from typing import TYPE_CHECKING

from measure import CannotRunError
from rows import Figure, Row

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from measure import Command
    from programs import Journey, Peers

    Commands = tuple[Command, Command | None]

CACHE = ".journey-cache"


@dataclass(frozen=True, slots=True)
class Plan:
    """All rows of one run.

    Attributes:
        journey: This program.
        peers: The others.
        folder: Gives the workspace with so many maps; it is generated when it is first asked for.
        maps: The size that the targets speak of.
        runs: How often each pair is run; four times as often where a run is one file or none.
        full: Whether ten times as many maps are run too.

    """

    journey: Journey
    peers: Peers
    folder: Callable[[int], Path]
    maps: int
    runs: int
    full: bool

    @property
    def few(self) -> int:
        """A tenth of the maps."""
        return max(1, self.maps // 10)

    def rows(self) -> Iterator[Row]:
        """Give every row in the order of the table."""
        yield from self._small()
        yield from self._cold()
        yield from self._cached()
        yield from self._beside_peers()
        yield from self._growth()

    def _small(self) -> Iterator[Row]:
        journey, peers, rounds = self.journey, self.peers, 4 * self.runs

        def version() -> Commands:
            return journey.version(), peers.yamllint_version()

        def one_map() -> Commands:
            return journey.lint(self._one()), peers.yamllint(self._one())

        def show() -> Commands:
            one = str(self._one())
            return journey.other("show", one), journey.lint(self._one())

        def render() -> Commands:
            one = self._one()
            pictures = str(self.folder(1) / "pictures")
            command = journey.other("render", str(one), "--format", "svg", "-o", pictures)
            return command, journey.lint(one)

        yield Row("`journey --version`", "yamllint's", version, target=0.5, rounds=rounds)
        yield Row("one map, cold", "yamllint on it", one_map, target=2, rounds=rounds)
        yield Row("`show` of one map", "`lint` of it", show, target=1.3, rounds=rounds)
        yield Row("`render` of one map to SVG", "`lint` of it", render, target=2, rounds=rounds)

    def _cold(self) -> Iterator[Row]:
        journey, all_maps = self.journey, f"{self.maps:,} maps"

        def cold() -> Commands:
            return journey.lint(self._main()), self._floor()

        def two_jobs() -> Commands:
            journey.needs("--jobs")
            return journey.lint(self._main(), jobs=2), self._floor()

        def named() -> Commands:
            return journey.lint(self._maps(self.maps)[0]), self._floor()

        yield Row(f"{all_maps}, cold, one job", "the floor", cold, target=3.5, rounds=self.runs)
        yield Row(f"{all_maps}, cold, two jobs", "the floor", two_jobs, target=2, rounds=self.runs)
        yield Row(f"one map named of {all_maps}, cold", "the floor", named, rounds=self.runs)

    def _cached(self) -> Iterator[Row]:
        journey, all_maps = self.journey, f"{self.maps:,} maps"

        def with_cache(prepare: Callable[[], None] | None = None) -> Commands:
            journey.needs("--no-cache")
            return journey.lint(self._main(), cached=True, prepare=prepare), self._floor()

        def fill() -> Command:
            return journey.lint(self._main(), cached=True)

        def row(title: str, target: float | None, commands: Callable[[], Commands]) -> Row:
            whole = f"{all_maps}, {title}"
            return Row(whole, "the floor", commands, target=target, rounds=self.runs, first=fill)

        yield row("filling the cache", None, lambda: with_cache(self._clear_cache))
        yield row("cached, nothing changed", 0.35, with_cache)
        yield row("cached, one changed", 0.4, lambda: with_cache(self._changes()))

    def _beside_peers(self) -> Iterator[Row]:
        journey, peers = self.journey, self.peers

        def yamllint() -> Commands:
            return journey.lint(self._main()), peers.yamllint(self._main())

        def check_jsonschema() -> Commands:
            return journey.lint(self._main()), peers.check_jsonschema(self._maps(self.maps))

        title, speedup = f"{self.maps:,} maps, cold, one job", Figure.SPEEDUP
        rounds = 1  # one of theirs takes minutes, and is steady enough
        yield Row(title, "yamllint", yamllint, speedup, target=15, rounds=rounds)
        yield Row(title, "check-jsonschema", check_jsonschema, speedup, rounds=rounds)

    def _growth(self) -> Iterator[Row]:
        sizes = (1, self.few, self.maps, 10 * self.maps)
        for fewer, more in pairwise(sizes):
            yield Row(
                f"{more:,} maps, cold, one job",
                "1 map" if fewer == 1 else f"{fewer:,} maps",
                partial(self._lints, more, fewer),
                Figure.GROWTH,
                target=15 if fewer == self.maps else None,
                rounds=self.runs,
                scale=more / fewer,
            )
        for size in sizes[2:]:
            title = f"{size:,} maps, cold, one job"
            yield Row(title, "", partial(self._lints, size), Figure.MEMORY, 150, rounds=1)

    def _lints(self, size: int, beside: int | None = None) -> Commands:
        if size > self.maps and not self.full:
            raise CannotRunError("only with --full")
        this = self.journey.lint(self.folder(size))
        return this, self.journey.lint(self.folder(beside)) if beside else None

    def _main(self) -> Path:
        return self.folder(self.maps)

    def _floor(self) -> Command:
        return self.peers.floor(self._main())

    def _one(self) -> Path:
        return self._maps(1)[0]

    def _maps(self, size: int) -> list[Path]:
        return sorted(self.folder(size).rglob("*.journey.yaml"))

    def _clear_cache(self) -> None:
        """Delete the cache.

        Raises:
            CannotRunError: It is not where it should be.

        """
        try:
            shutil.rmtree(self._main() / CACHE)
        except FileNotFoundError as error:
            raise CannotRunError(f"a lint left no {CACHE} in the workspace") from error

    def _changes(self) -> Callable[[], None]:
        """Give a function that changes one map of the workspace, another one at each call."""
        maps = cycle(self._maps(self.maps))

        def change() -> None:
            path = next(maps)
            text = path.read_text(encoding="utf-8")
            path.write_text(text.replace("summary: ", "summary: Anew. ", 1), encoding="utf-8")

        return change

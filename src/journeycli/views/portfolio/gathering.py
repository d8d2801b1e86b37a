"""From the files of a run to the figures of its maps."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from journeycli.lint.maps import ReadMap, Unread, read_map, shared_words
from journeycli.lint.remembering import Remembered
from journeycli.lint.sharing import Pool
from journeycli.rules.context import MapContext
from journeycli.rules.vocabulary import Vocabulary
from journeycli.views.portfolio.figures import MapFigures
from journeycli.views.portfolio.measuring import map_figures
from journeycli.views.portfolio.words import Words
from journeycli.workspace.reading import UnreadableError
from journeycli.workspace.values import reader

if TYPE_CHECKING:
    from collections.abc import Callable

    from journeycli.lint.run import Sources
    from journeycli.workspace.cache import Cache
    from journeycli.workspace.values import Read

_KIND = "m"  # of what the cache keeps of a map's figures


@dataclass(frozen=True, slots=True)
class Portfolio:
    """The maps of a run.

    Attributes:
        maps: The figures of each, in the order of their files.
        words: What the workspace calls things.
        unread: What could not be read.

    """

    maps: tuple[MapFigures, ...]
    words: Words
    unread: tuple[Unread, ...]


def gather(
    sources: Sources,
    cache: Cache | None = None,
    tell: Callable[[int, int], None] = lambda _done, _of: None,
) -> Portfolio:
    """Take the figures of every map that was asked for; each is let go of before the next.

    Args:
        sources: The files of the run.
        cache: What earlier runs found out, or None.
        tell: Is told how many files are done, of how many.

    """
    shared = shared_words(sources)
    words = Words(shared.catalogs, shared.personas)
    vocabulary = Vocabulary.of(shared.catalogs)
    depends = (sources.limits, shared.catalogs, shared.personas)
    remembered = Remembered(cache, _KIND, _read, *depends)
    names = sorted(sources.linted - shared.files)
    maps: list[MapFigures] = []
    pool = Pool()
    unread: list[Unread] = []
    for done, name in enumerate(names, 1):
        figures = _figures(name, sources, vocabulary, words, remembered)
        if isinstance(figures, MapFigures):
            maps.append(pool.same(figures))
        elif figures is not None:
            unread.append(figures)
        tell(done, len(names))
    remembered.close()
    return Portfolio(tuple(maps), words, tuple(unread))


def _figures(
    name: str, sources: Sources, vocabulary: Vocabulary, words: Words, remembered: Remembered
) -> MapFigures | Unread | None:
    try:
        raw = sources.read(name)
    except UnreadableError as error:
        return Unread(name, str(error))
    kept: MapFigures | None = remembered.get(raw)
    if kept is not None and kept.map.path == name:  # else another file has the same text
        return kept
    read = read_map(name, raw, sources.limits)
    if not isinstance(read, ReadMap):
        return read
    context = MapContext(read.journey, vocabulary)
    figures = map_figures(read, context, words)
    context.release()
    remembered.put(raw, figures)
    return figures


def _read(kept: Any) -> MapFigures:
    figures: MapFigures = _reader()(kept)
    return figures


@cache
def _reader() -> Read:
    from journeycli.model import Day  # noqa: PLC0415 - read at run time
    from journeycli.model.checklist import Share  # noqa: PLC0415 - the same
    from journeycli.model.vocabulary import (  # noqa: PLC0415 - the same
        Maturity,
        MeasureKind,
        Severity,
        State,
    )
    from journeycli.views.portfolio.words import Named  # noqa: PLC0415 - the same
    from journeycli.views.portfolio.work import Unanswered, Work  # noqa: PLC0415 - the same

    types = (Day, Share, Named, Unanswered, Work)
    names = {each.__name__: each for each in types}
    words = {"Maturity": Maturity, "MeasureKind": MeasureKind, "Severity": Severity, "State": State}
    return reader(MapFigures, **names, **words)

"""From the files of a run to the figures of its maps."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from journeycli.lint.maps import Unread, read_maps, shared_words
from journeycli.rules.context import MapContext
from journeycli.rules.vocabulary import Vocabulary
from journeycli.views.portfolio.measuring import map_figures
from journeycli.views.portfolio.words import Words

if TYPE_CHECKING:
    from journeycli.lint.run import Sources
    from journeycli.views.portfolio.figures import MapFigures


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


def gather(sources: Sources) -> Portfolio:
    """Take the figures of every map that was asked for; each is let go of before the next."""
    shared = shared_words(sources)
    words = Words(shared.catalogs, shared.personas)
    vocabulary = Vocabulary.of(shared.catalogs)
    maps: list[MapFigures] = []
    unread: list[Unread] = []
    for read in read_maps(sources, shared):
        if isinstance(read, Unread):
            unread.append(read)
            continue
        context = MapContext(read.journey, vocabulary)
        maps.append(map_figures(read, context, words))
        context.release()
    return Portfolio(tuple(maps), words, tuple(unread))

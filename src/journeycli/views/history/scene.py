"""A map's history as a picture: its figures of today, and how each of them went."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from journeycli.text import slug
from journeycli.views.blocks import (
    BODY,
    CAPS,
    FIGURE,
    SMALL,
    SUBTITLE,
    TITLE,
    Block,
    at,
    card,
    flow,
    indented,
    stack,
    words,
)
from journeycli.views.history import panels
from journeycli.views.history.columns import INNER, LABEL, Columns, percent, score, spread, story
from journeycli.views.history.tables import NOT_COMMITTED, summary
from journeycli.views.scene import Rect, Scene, horizontal
from journeycli.views.sheet import MARGIN
from journeycli.views.wording import worded

if TYPE_CHECKING:
    from collections.abc import Iterator

    from journeycli.measure.figures import Figures
    from journeycli.measure.history import History
    from journeycli.views.scene import Item

_TILES: Final = 5
_TILE_GAP: Final = 12.0
_DATE: Final = 72.0
_AXIS: Final = 30.0


def history_scene(history: History) -> Scene:
    """Lay the picture out."""
    columns = Columns.of(history)
    blocks = [_head(history, columns)]
    if columns.read:
        blocks += [_tiles(history), _plots(columns), _foot(history, columns)]
    else:
        text = "There is no map to look at: " + (
            history.lines[-1].trouble if history.lines else "no commit has it."
        )
        blocks.append(card(words(text, BODY, INNER - 32, "soft"), INNER, "panel", pad=(16, 12)))
    whole = stack(blocks, 24)
    return Scene(
        INNER + 2 * MARGIN,
        whole.height + 2 * MARGIN,
        at(whole, MARGIN, MARGIN),
        f"{slug(history.title) or 'map'}-history",
        worded("{}: history", history.title),
        story(history, summary(history)),
    )


def _head(history: History, columns: Columns) -> Block:
    said = summary(history)
    if columns.step > 1:
        said += f". A column is up to {columns.step} commits; it shows the last of them"
    return stack(
        (
            words(history.title, TITLE, INNER),
            words(f"{said[0].upper()}{said[1:]}.", SUBTITLE, INNER, "soft"),
            words(history.path, SMALL, INNER, "faint"),
        ),
        4,
    )


def _tiles(history: History) -> Block:
    """Draw the figures of today with those of the first commit."""
    width = (INNER - (_TILES - 1) * _TILE_GAP) / _TILES
    found = [figures for _, figures in history.readable]
    tiles = [
        _tile(title, now, was, tone, width)
        for title, now, was, tone in _figures(found[0], found[-1])
    ]
    tall = max(each.height for each in tiles)
    items: list[Item] = []
    for place, each in enumerate(tiles):
        left = place * (width + _TILE_GAP)
        items.append(Rect(left, 0, width, tall, fill="card", stroke="line", radius=10))
        items.extend(at(each, left, 0))
    return Block(tuple(items), INNER, tall)


def _tile(title: str, now: str, was: str, tone: str, width: float) -> Block:
    room = width - 32
    texts = (
        words(title.upper(), CAPS, room, "faint"),
        words(now, FIGURE, room),
        words(was, SMALL, room, tone),
    )
    return Block(at(stack(texts, 4), 16, 14), width, stack(texts, 4).height + 28)


def _figures(first: Figures, last: Figures) -> Iterator[tuple[str, str, str, str]]:
    """Give each figure's name, what it is, what it was, and the tone of the difference.

    Whoever learns of more barriers or lower feelings has not done worse, so these have no tone.
    """
    done = (first.completeness.value or 0.0) - (last.completeness.value or 0.0)
    yield _compared("Complete", percent(last.completeness), percent(first.completeness), done)
    yield _compared("Mean feeling", score(last.mean), score(first.mean))
    yield _compared("Lowest feeling", score(last.low), score(first.low))
    yield _compared("Open barriers", f"{last.barriers:,}", f"{first.barriers:,}")
    more = last.findings.total - first.findings.total
    yield _compared(
        "Findings", f"{last.findings.total:,}", f"{first.findings.total:,}", float(more)
    )


def _compared(title: str, now: str, was: str, worse: float = 0.0) -> tuple[str, str, str, str]:
    """Word a difference; `worse` above 0 is for the worse, below it for the better."""
    if now == was:
        return title, now, "as at first", "soft"
    tone = "bad-text" if worse > 0 else "good-text" if worse < 0 else "soft"
    return title, now, f"at first {was}", tone


def _plots(columns: Columns) -> Block:
    """Put the panels below each other, what spans them all behind, and the dates below."""
    whole = stack(
        [
            panels.completeness(columns),
            panels.feelings(columns),
            panels.barriers(columns),
            panels.findings(columns),
            panels.questions(columns),
        ],
        8,
    )
    spanning = panels.hover(columns, 6, whole.height - 6)
    axis = _axis(columns)
    items = (*whole.items, *spanning, *at(axis, 0, whole.height + 6))
    return Block(items, INNER, whole.height + 6 + axis.height)


def _axis(columns: Columns) -> Block:
    """Write the date of a column wherever there is room."""
    items: list[Item] = []
    middles = [columns.middle(place) for place in range(len(columns.lines))]
    for place in spread(middles, _DATE):
        line = columns.lines[place]
        text = line.day.isoformat() if line.commit else "now"
        left = max(middles[place] - _DATE / 2, LABEL - _DATE / 2)
        items.extend(at(words(text, SMALL, _DATE, "faint", anchor="middle"), left, 6))
        items.append(horizontal(middles[place], 0, 0.01, "rule", 4))
    return Block(tuple(items), INNER, _AXIS)


def _foot(history: History, columns: Columns) -> Block:
    parts = [flow(_legend(columns), INNER, 20, 8)]
    parts += [words(each, SMALL, INNER, "soft") for each in history.notes]
    return stack(parts, 8)


def _legend(columns: Columns) -> Iterator[Block]:
    shares = [share for _, figures in columns.read for share in figures.questions if share.asked]
    for number in sorted(set(map(panels.level, shares))):
        fill, stroke, name = panels.LEVELS[number]
        box = Rect(0, 1, 22, 14, fill=fill, stroke=stroke, radius=3)
        yield _entry(box, f"{name} answered" if name != "Nothing" else "No stage answered")
    if any(figures.findings.errors for _, figures in columns.read):
        for role, name in zip(panels.BARS, ("Findings", "of them errors"), strict=True):
            yield _entry(Rect(0, 1, 22, 14, fill=role, radius=3), name)
    if any(each.trouble for each in columns.lines):
        box = Rect(0, 1, 22, 14, fill="bad-tint", stroke="bad-edge", radius=3, dash=(3, 3))
        yield _entry(box, "No map to look at")
    if any(each.commit is None for each in columns.lines):
        box = Rect(0, 1, 22, 14, stroke="rule", radius=3, dash=(4, 3))
        yield _entry(box, NOT_COMMITTED.capitalize())


def _entry(mark: Item, text: str) -> Block:
    return indented((mark,), words(text, SMALL, SMALL.measure(text) + 0.01, "soft"), 30)

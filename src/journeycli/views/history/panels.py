"""The panels of a history's picture, one above the other on the same columns."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, TypeVar

from journeycli.model.checklist import QUESTIONS
from journeycli.views.blocks import LABEL as LABEL_FONT
from journeycli.views.blocks import SMALL, SMALL_STRONG, Block, at, indented, stack, words
from journeycli.views.history.columns import INNER, LABEL, VALUE, percent, score, told
from journeycli.views.icons import face, icon, placed
from journeycli.views.scene import Group, Path, Rect, horizontal, polyline

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from journeycli.measure.figures import Figures
    from journeycli.model.checklist import Share
    from journeycli.views.history.columns import Columns
    from journeycli.views.scene import Item

T = TypeVar("T")

_PAD: Final = 16.0
_AREA: Final = 120.0
_CURVE: Final = 150.0
_BARS: Final = 84.0
_ROW: Final = 22.0
_SCALE: Final = 36.0  # between the labels of a scale and the plot
_FACES_APART: Final = 30.0
_MEAN, _LOW = "line-0", "line-2"
_LOW_DASH: Final = (6.0, 4.0)
LEVELS: Final = (
    ("card", "line", "Nothing"),
    ("good-tint", "good-edge", "Some stages"),
    ("good-edge", "good-edge", "Half or more"),
    ("good-fill", "good-fill", "All stages"),
)
"""How much of a question is settled: fill, outline and name."""
BARS: Final = ("warn-fill", "bad-fill")
"""How bars are filled: all that is counted, and what of it is an error."""


def completeness(columns: Columns) -> Block:
    """Draw how much of the checklist is complete, as an area."""

    def y(share: Share) -> float:
        return _PAD + (1 - (share.value or 0)) * _AREA

    items: list[Item] = []
    for part, text in ((0.0, "0%"), (0.5, "50%"), (1.0, "100%")):
        items.extend(_scale(columns, _PAD + (1 - part) * _AREA, text, solid=part == 0))
    for run in columns.runs:
        points = _points(columns, [(place, each.completeness) for place, each in run], y)
        under = [(points[-1][0], _PAD + _AREA), (points[0][0], _PAD + _AREA)]
        area = polyline(*points, *under)
        items.append(Path((*area, ("Z", ())), fill="stage-0-tint"))
        items.append(Path(polyline(*points), stroke="stage-0-fill", line=2.5))
    latest = percent(columns.read[-1][1].completeness)
    return _panel(columns, "Complete", "progress", "of the checklist", items, _AREA, latest)


def feelings(columns: Columns) -> Block:
    """Draw the mean feeling and the lowest."""

    def y(value: float) -> float:
        return _PAD + (2 - value) / 4 * _CURVE

    items: list[Item] = []
    for value in (2.0, 0.0, -2.0):
        items.extend(_scale(columns, y(value), score(value), solid=value == 0))
    for role, dash, take in ((_LOW, _LOW_DASH, _low), (_MEAN, (), _mean)):
        for part in (part for run in columns.runs for part in _known(run, take)):
            points = _points(columns, part, y)
            items.append(Path(polyline(*points), stroke=role, line=2.5, dash=dash))
    items.extend(_faces(columns, y))
    latest = score(columns.read[-1][1].mean)
    note = "mean of the stages; the dashed line is the lowest"
    return _panel(columns, "Feeling", "emotion", note, items, _CURVE, latest)


def barriers(columns: Columns) -> Block:
    """Draw how many barriers are open."""
    return _bars(columns, "Open barriers", "barrier", "", lambda each: (each.barriers, 0))


def findings(columns: Columns) -> Block:
    """Draw how much lint finds, errors apart."""
    return _bars(columns, "Findings", "search", "by the rules of today", _findings)


def questions(columns: Columns) -> Block:
    """Draw for each question how many stages have an answer, a row a question."""
    title = words("Complete, by question", LABEL_FONT, INNER - 80)
    mark = icon("evidence", 16, _PAD + 1, 16, "soft")
    items: list[Item] = [mark, *at(title, 40, _PAD)]
    above = _PAD + title.height + 8
    tall = above + _ROW * len(QUESTIONS) + _PAD
    for row, question in enumerate(QUESTIONS.values()):
        top = above + row * _ROW
        items.extend(at(words(question.label, SMALL, LABEL - 64, "soft"), 40, top + 3.5))
        for place, figures in columns.read:
            items.append(_cell(columns, place, top, figures.questions[row]))
        share = columns.read[-1][1].questions[row]
        value = words(percent(share), SMALL_STRONG, VALUE - 24, "soft")
        items.extend(at(value, columns.right + 12, top + 3.5))
    frame = Rect(0, 0, INNER, tall, fill="panel", radius=10)
    return Block((frame, *items), INNER, tall)


def hover(columns: Columns, top: float, bottom: float) -> Iterator[Item]:
    """Give what a reader sees who points at a column, and the bands where there is no map."""
    for place, line in enumerate(columns.lines):
        left, tip = columns.left(place), told(line)
        if line.trouble:
            wide = max(min(columns.width - 2, 18.0), 3.0)
            band = Rect(
                columns.middle(place) - wide / 2, top, wide, bottom - top, fill="bad-tint",
                stroke="bad-edge", radius=3, dash=(3, 3),
            )  # fmt: skip
            yield Group((band,), tooltip=tip, kind="trouble")
        if line.commit is None:
            yield Rect(
                left + 0.5, top, columns.width - 1, bottom - top, stroke="rule", radius=4,
                dash=(4, 3),
            )  # fmt: skip


def _mean(figures: Figures) -> float | None:
    return figures.mean


def _low(figures: Figures) -> float | None:
    return figures.low


def _findings(figures: Figures) -> tuple[int, int]:
    return figures.findings.total, figures.findings.errors


def _known(
    run: Sequence[tuple[int, Figures]], take: Callable[[Figures], float | None]
) -> Iterator[list[tuple[int, float]]]:
    """Give the stretches of a run where a figure is known."""
    part: list[tuple[int, float]] = []
    for place, figures in run:
        value = take(figures)
        if value is not None:
            part.append((place, value))
        elif part:
            yield part
            part = []
    if part:
        yield part


def _points(
    columns: Columns, run: Sequence[tuple[int, T]], y: Callable[[T], float]
) -> list[tuple[float, float]]:
    """Give a point a column; a single one becomes a short line."""
    points = [(columns.middle(place), y(value)) for place, value in run]
    if len(points) > 1:
        return points
    half = min(columns.width / 2, 10)
    return [(points[0][0] - half, points[0][1]), (points[0][0] + half, points[0][1])]


def _faces(columns: Columns, y: Callable[[float], float]) -> Iterator[Item]:
    """Draw faces on the mean, from the last to the first, as many as keep clear of each other."""
    last = float("inf")
    for place, figures in reversed(columns.read):
        x = columns.middle(place)
        if figures.mean is None or last - x < _FACES_APART:
            continue
        last = x
        drawn = placed(face(figures.mean, 9), x, y(figures.mean))
        yield Group((drawn,), tooltip=told(columns.lines[place]), kind="point")


def _bars(
    columns: Columns,
    title: str,
    sign: str,
    note: str,
    take: Callable[[Figures], tuple[int, int]],
) -> Block:
    most = max((take(each)[0] for _, each in columns.read), default=0) or 1
    items: list[Item] = list(_scale(columns, _PAD + _BARS, "0", solid=True))
    items.extend(_scale(columns, _PAD, f"{most:,}", solid=False))
    wide = min(max(columns.width * 0.6, 3.0), 28.0)
    for place, figures in columns.read:
        drawn: list[Item] = []
        for count, role in zip(take(figures), BARS, strict=True):
            tall = count / most * _BARS
            if count:
                left = columns.middle(place) - wide / 2
                drawn.append(Rect(left, _PAD + _BARS - tall, wide, tall, fill=role, radius=2))
        if drawn:
            items.append(Group(tuple(drawn), tooltip=told(columns.lines[place]), kind="bar"))
    latest = f"{take(columns.read[-1][1])[0]:,}"
    return _panel(columns, title, sign, note, items, _BARS, latest)


def _cell(columns: Columns, place: int, top: float, share: Share) -> Item:
    gap = 1.0 if columns.width > 10 else 0.25  # noqa: PLR2004 - pixels; narrow cells touch
    left, wide = columns.left(place) + gap, columns.width - 2 * gap
    if not share.asked:
        return horizontal(left + wide * 0.35, top + _ROW / 2, wide * 0.3, "rule")
    fill, stroke, _ = LEVELS[level(share)]
    return Rect(left, top + 2, wide, _ROW - 4, fill=fill, stroke=stroke, radius=min(3, wide / 3))


def level(share: Share) -> int:
    """Give how much is settled in four levels: nothing, some, half or more, all."""
    if share.settled in (0, share.asked):
        return 3 if share.settled else 0
    return 2 if 2 * share.settled >= share.asked else 1


def _scale(columns: Columns, y: float, text: str, *, solid: bool) -> Iterator[Item]:
    """Draw a line of a scale and its label left of it."""
    dash = () if solid else (1.0, 5.0)
    role = "rule" if solid else "line"
    yield horizontal(LABEL, y, columns.right - LABEL, role, 1, dash)
    label = words(text, SMALL, _SCALE - 4, "faint", anchor="end")
    yield from at(label, LABEL - _SCALE - 4, y - 7.5)


def _panel(
    columns: Columns,
    title: str,
    sign: str,
    note: str,
    items: Sequence[Item],
    tall: float,
    latest: str,
) -> Block:
    room = LABEL - _SCALE - 56
    texts = [words(title, LABEL_FONT, room)]
    if note:
        texts.append(words(note, SMALL, room, "soft"))
    label = indented((icon(sign, 0, 1, 16, "soft"),), stack(texts, 2), 24)
    tall = max(tall, label.height)
    frame = Rect(0, 0, INNER, tall + 2 * _PAD, fill="panel", radius=10)
    value = words(latest, LABEL_FONT, VALUE - 24)
    drawn = (frame, *at(label, 16, _PAD), *items, *at(value, columns.right + 12, _PAD + 2))
    return Block(drawn, INNER, tall + 2 * _PAD)

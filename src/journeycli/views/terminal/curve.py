"""The emotion curve alone: larger, with what set each feeling off."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.text import Text

from journeycli.model.curve import curve, curve_personas
from journeycli.text import width
from journeycli.views.terminal import grid
from journeycli.views.terminal.heading import heading, section
from journeycli.views.terminal.lines import flowed, hung, wrapped
from journeycli.views.terminal.look import DECISIVE, tone

if TYPE_CHECKING:
    from collections.abc import Iterator

    from journeycli.model.curve import Point
    from journeycli.views.terminal.grid import Band
    from journeycli.views.terminal.look import Look
    from journeycli.views.terminal.subject import Subject

_LABEL = 4
_HEIGHT = 9
_NAMED = 12  # cells from which on a name stands over its column
_LEAST = 5
_MOST = 30


def curve_view(subject: Subject, look: Look) -> Iterator[Text]:
    """Yield the curve for everyone, one for each persona that differs, and every point in words."""
    yield from heading(subject, look)
    points = curve(subject.journey)
    if not points:
        yield Text()
        text = "No step and no emotion of this map has a score, so there is no curve yet."
        yield from wrapped(Text(text), look.width)
        return
    yield Text()
    yield from _curve(subject, None, look)
    for persona in curve_personas(subject.journey):
        if curve(subject.journey, persona) != points:
            yield from section(subject.names.persona(persona), look)
            yield from _curve(subject, persona, look)
    yield from _points(subject, points, look)


def _curve(subject: Subject, persona: str | None, look: Look) -> Iterator[Text]:
    stages = subject.journey.stages
    for band in grid.bands(len(stages), look.width - _LABEL, _LEAST, _MOST):
        named = band.size >= _NAMED
        heads = [
            head if named else [Text(str(index + 1), "bold")]
            for index, head in zip(
                band.stages, grid.heads(subject.journey, band, look), strict=True
            )
        ]
        yield from grid.row(Text(), heads, band.size, _LABEL)
        yield from grid.curve_lines(subject.journey, band, _LABEL, _HEIGHT, look, persona)
        scores = [[each] for each in grid.scores(subject.journey, band, look, persona)]
        yield from grid.row(Text(), scores, band.size, _LABEL)
        yield from _moments(subject, band, look)


def _moments(subject: Subject, band: Band, look: Look) -> Iterator[Text]:
    """Yield a mark under each stage with a moment of truth."""
    blocks = []
    for index in band.stages:
        decisive = [
            each for each in subject.journey.stages[index].touchpoints if each.moment_of_truth
        ]
        blocks.append([Text(look.signs.moment * min(len(decisive), band.size), DECISIVE)])
    if any(block[0].plain for block in blocks):
        yield from grid.row(Text(), blocks, band.size, _LABEL)


def _points(subject: Subject, points: tuple[Point, ...], look: Look) -> Iterator[Text]:
    """Yield every point with its stage, its feeling and what set it off."""
    yield Text()
    for index, stage in enumerate(subject.journey.stages):
        own = [point for point in points if point.stage == index]
        name = Text.assemble((f"{index + 1} ", "bold"), look.text(stage.name, "bold"))
        yield from wrapped(name, look.width)
        if not own:
            yield from wrapped(Text("  no score", "dim"), look.width)
        for point in own:
            score = look.score(round(point.score, 1))
            label = Text(f"  {score.rjust(4)}", f"bold {tone(point.score)}".strip())
            yield from hung(label, _words(subject, point, look), look.width, 8)
        decisive = [
            look.text(subject.names.touchpoint(each).name)
            for each in stage.touchpoints
            if each.moment_of_truth
        ]
        if decisive:
            mark = Text(look.signs.moment.rjust(6 - width(look.signs.moment) + 1), DECISIVE)
            for line in flowed(decisive, look.width - 8, ", "):
                yield from hung(mark, line, look.width, 8)
                mark = Text()
    yield Text()
    legend = [
        Text(f"{look.signs.point} a scored step, or the stage's feelings", "dim"),
        Text(f"{look.signs.moment} moment of truth", "dim"),
    ]
    yield from flowed(legend, look.width, "   ")


def _words(subject: Subject, point: Point, look: Look) -> Text:
    stage = subject.journey.stages[point.stage]
    if point.step is None:
        triggers = [each.trigger for each in stage.emotions if each.trigger]
        text = look.text(point.feeling or "")
        return (
            Text.assemble(text, look.text_with_space(f"({'; '.join(triggers)})", "dim"))
            if triggers
            else text
        )
    step = stage.customer_actions[point.step]
    text = look.text(step.text)
    if step.feeling:
        text = Text.assemble(look.text(f"{step.feeling}: ", tone(point.score)), " ", text)
    if step.trigger:
        text = Text.assemble(text, look.text_with_space(f"({step.trigger})", "dim"))
    return text

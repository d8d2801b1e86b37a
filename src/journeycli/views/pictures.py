"""What can be drawn of a map: every view in every format, as files that can be checked."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING, Final

from journeycli.errors import UserError
from journeycli.text import counted, file_stem
from journeycli.views.sheet import Options
from journeycli.views.themes import theme
from journeycli.views.wrap import clean

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from journeycli.model.journey import JourneyMap
    from journeycli.views.known import Known
    from journeycli.views.scene import Scene
    from journeycli.views.themes import Theme

VIEWS: Final = ("map", "blueprint", "flow", "emotions", "funnel", "persona")
"""The views, by the names of `--view`."""
FORMATS: Final = ("svg", "png", "pdf", "dot", "html", "md", "mermaid")
"""The formats, by the names of `--format`."""
_ENDINGS: Final = {"mermaid": "mmd"}
_NAMED: Final = 3  # maps in a file name
_PAINTED: Final = ("svg", "png", "pdf", "dot")
_MERMAID: Final = ("map", "emotions", "flow")


@dataclass(frozen=True, slots=True)
class Request:
    """What is asked for.

    Attributes:
        view: One of the views.
        format: One of the formats.
        theme: The name of a theme.
        options: How sheets are laid out.
        program: The path of Graphviz's `dot`, where this machine has one.
        base: A map that the view `map` compares with.
        tell: Takes what a reader should know about a picture that was drawn, as sentences.
        reads: Takes the pictures that are read for it, so that somebody can watch them.

    """

    view: str = "map"
    format: str = "svg"
    theme: str = "auto"
    options: Options = field(default_factory=Options)
    program: str | None = None
    base: JourneyMap | None = None
    tell: Callable[[str], None] = lambda _: None
    reads: Callable[[Path], None] = lambda _: None

    @property
    def illustrated(self) -> bool:
        """Tell whether pictures that the map names are part of what is drawn."""
        return self.view in ("map", "persona") and self.format in ("svg", "png", "pdf", "html")


@dataclass(frozen=True, slots=True)
class Picture:
    """A file to be: its name, and how it is drawn.

    Attributes:
        name: The file's name, from the ids of what it shows.
        draw: Draws it.
        is_current: Tells whether a file's content is what would be drawn.

    """

    name: str
    draw: Callable[[], bytes]
    is_current: Callable[[bytes], bool]


def pictures(
    journeys: Sequence[JourneyMap], known: Callable[[JourneyMap], Known], request: Request
) -> Iterator[Picture]:
    """Give the pictures of maps: one a map, one a persona, or one of several maps' emotions.

    Args:
        journeys: The maps.
        known: Gives what the ids of a map mean.
        request: What is asked for.

    Raises:
        UserError: The view cannot be had in the format, or not of so many maps.

    """
    _check(request)
    check_number(len(journeys), request)
    if share_one(len(journeys), request):
        yield _of_scene(_together(journeys), _emotions(journeys, known, request), request)
        return
    for journey in journeys:
        yield from _of_map(journey, known, request)


def check_number(maps: int, request: Request) -> None:
    """Refuse so many maps that one picture cannot tell their lines apart.

    Raises:
        UserError: They are too many.

    """
    from journeycli.views.emotion_lane import MOST_LINES  # noqa: PLC0415 - as below

    if share_one(maps, request) and maps > MOST_LINES:
        raise UserError(
            f"{counted(maps, 'map')} would share one picture, which can tell {MOST_LINES} lines "
            "apart.",
            hint="Name the maps that you want to compare, or a folder with fewer. "
            "`journey report` compares the figures of all.",
        )


def file_name(stem: str, request: Request) -> str:
    """Give the name of a picture's file: the id, the view and the format's ending."""
    ending, stem = _ENDINGS.get(request.format, request.format), file_stem(stem)
    return (
        f"{stem}.{ending}"
        if request.format in ("html", "md")
        else f"{stem}.{request.view}.{ending}"
    )


def share_one(maps: int, request: Request) -> bool:
    """Tell whether several maps share one picture."""
    return request.view == "emotions" and maps > 1 and request.format != "mermaid"


def _together(journeys: Sequence[JourneyMap]) -> str:
    """Name what several maps share: all ids, or the first and a number where they are many."""
    ids = [journey.id for journey in journeys]
    return "-".join(ids) if len(ids) <= _NAMED else f"{ids[0]}-and-{len(ids) - 1}-more"


def _check(request: Request) -> None:
    if request.format in ("html", "md") and request.view != "map":
        raise UserError(
            f"--format {request.format} shows the whole map, not the view {request.view}.",
            hint="Leave --view out, or choose svg, png, pdf or dot.",
        )
    _with_base(request)
    if request.format == "mermaid" and request.view not in _MERMAID:
        raise UserError(
            f"Mermaid has no diagram for the view {request.view}.",
            hint=f"It can draw: {', '.join(_MERMAID)}.",
        )


def _with_base(request: Request) -> None:
    if request.base is not None and (request.view, request.format in _PAINTED) != ("map", True):
        raise UserError(
            "--compare draws the view map as svg, png, pdf or dot.",
            hint="For two curves on one sheet: --view emotions, and both maps.",
        )


def _of_map(
    journey: JourneyMap, known: Callable[[JourneyMap], Known], request: Request
) -> Iterator[Picture]:
    if request.format in ("html", "md", "mermaid"):
        yield _of_text(journey.id, lambda: _document(journey, known(journey), request), request)
    elif request.view == "flow":
        yield _of_flow(journey, known(journey), request)
    elif request.view == "persona":
        yield from _of_personas(journey, known(journey), request)
    else:
        yield _of_scene(journey.id, lambda: _scene(journey, known(journey), request), request)


def _emotions(
    journeys: Sequence[JourneyMap], known: Callable[[JourneyMap], Known], request: Request
) -> Callable[[], Scene]:
    from journeycli.views.emotions import emotions_scene  # noqa: PLC0415 - only what is drawn is loaded

    return lambda: emotions_scene(journeys, known(journeys[0]), request.options)


def _scene(journey: JourneyMap, known: Known, request: Request) -> Scene:
    match request.view:
        case "blueprint":
            from journeycli.views.blueprint import blueprint_scene  # noqa: PLC0415 - as above

            return blueprint_scene(journey, known, request.options)
        case "emotions":
            from journeycli.views.emotions import emotions_scene  # noqa: PLC0415 - as above

            return emotions_scene([journey], known, request.options)
        case "funnel":
            from journeycli.views.funnel import funnel_scene  # noqa: PLC0415 - as above

            return funnel_scene(journey, known, request.options)
        case _:
            from journeycli.views.map import map_scene  # noqa: PLC0415 - as above

            return map_scene(journey, known, request.options, request.base)


def _document(journey: JourneyMap, known: Known, request: Request) -> str:
    if request.format == "html":
        from journeycli.views.html import html_page  # noqa: PLC0415 - as above

        return html_page(journey, theme(request.theme), known, request.options)
    if request.format == "md":
        from journeycli.views.markdown import markdown  # noqa: PLC0415 - as above

        return markdown(journey, known)
    from journeycli.views.mermaid import (  # noqa: PLC0415 - as above
        mermaid_flowchart,
        mermaid_journey,
    )

    draw = mermaid_flowchart if request.view == "flow" else mermaid_journey
    return draw(journey, known)


def _of_personas(journey: JourneyMap, known: Known, request: Request) -> Iterator[Picture]:
    from journeycli.views.persona import persona_scene  # noqa: PLC0415 - as above

    people = known.people(journey)
    if not people:
        raise UserError(
            f"{clean(journey.title)} names no persona that is known.",
            hint="Add the persona's file to the workspace, or describe the persona in the map.",
        )
    for person in people:
        yield _of_scene(person.id, partial(persona_scene, person, known), request)


def _of_scene(stem: str, scene: Callable[[], Scene], request: Request) -> Picture:
    def draw() -> bytes:
        if request.format == "dot":
            from journeycli.views.painters.dot import paint_dot  # noqa: PLC0415 - as above

            return paint_dot(scene(), theme(request.theme)).encode()
        from journeycli.views.painters.svg import paint_svg  # noqa: PLC0415 - as above

        one_font = request.format in ("png", "pdf")
        return _finished(paint_svg(scene(), _flat(request), one_font=one_font), request)

    return Picture(file_name(stem, request), draw, lambda there: there == draw())


def _of_text(stem: str, text: Callable[[], str], request: Request) -> Picture:
    return Picture(
        file_name(stem, request),
        lambda: text().encode(),
        lambda there: there == text().encode(),
    )


def _of_flow(journey: JourneyMap, known: Known, request: Request) -> Picture:
    from journeycli.views.flow import flow_dot  # noqa: PLC0415 - as above

    if request.format == "dot":
        return _of_text(journey.id, lambda: flow_dot(journey, theme(request.theme), known), request)

    def draw() -> bytes:
        from journeycli.views.flow_page import flow_svg  # noqa: PLC0415 - as above

        one_font = request.format in ("png", "pdf")
        svg = flow_svg(journey, known, _flat(request), request.program, one_font=one_font)
        return _finished(svg, request)

    def is_current(there: bytes) -> bool:
        from journeycli.views.flow_page import flow_is_current  # noqa: PLC0415 - as above

        text = there.decode("utf-8", errors="replace")
        return flow_is_current(text, journey, known, theme(request.theme))

    return Picture(file_name(journey.id, request), draw, is_current)


def _flat(request: Request) -> Theme:
    """Give the theme; what is no SVG has no reader whose wish for dark colours it could follow."""
    found = theme(request.theme)
    return found if request.format == "svg" else found.by_day()


def _finished(svg: str, request: Request) -> bytes:
    if request.format == "svg":
        return svg.encode()
    from journeycli.views.painters.raster import paint_pdf, paint_png  # noqa: PLC0415 - as above

    if request.format == "png":
        return paint_png(svg, tell=request.tell)
    return paint_pdf(svg, request.tell)

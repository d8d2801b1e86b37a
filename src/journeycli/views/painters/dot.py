"""A scene as DOT: places and sizes are fixed, so that every Graphviz tool draws the same picture.

Rectangles, circles and text become nodes with a position, lines become edges with a spline, and
filled shapes lie in the background. The graph names its layout, `nop2`, which takes positions in
points (a point is 4/3 of a pixel) and moves nothing. Fonts are the PostScript names that Graphviz
maps on every system.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, assert_never

from journeycli.views.painters.escape import dot, safe_link
from journeycli.views.scene import Disc, Group, Image, Path, Rect, Text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from journeycli.views.scene import Item, Scene, Segment
    from journeycli.views.themes import Theme

_POINT: Final = 0.75  # of a pixel
_INCH: Final = 96  # pixels
_FACES: Final = {False: "Helvetica", True: "Helvetica-Oblique"}
_JUSTIFIED: Final = {"start": r"\l", "middle": "", "end": r"\r"}
_BOLD: Final = "Helvetica-Bold"


def paint_dot(scene: Scene, theme: Theme) -> str:
    """Draw a scene."""
    return _Painter(scene, theme).whole()


class _Painter:
    """One drawing: nodes are numbered in drawing order."""

    def __init__(self, scene: Scene, theme: Theme) -> None:
        self.scene = scene
        self.theme = theme
        self.count = 0
        self.ground: list[str] = []

    def whole(self) -> str:
        scene = self.scene
        body = [line for item in scene.items for line in self._item(item, "")]
        wide, tall = self._xy(scene.width, 0)
        head = [
            f"digraph {dot(scene.id)} {{",
            "  layout=nop2 overlap=true splines=true pad=0 margin=0 outputorder=breadthfirst",
            f'  bb="0,0,{wide},{tall}" bgcolor="{self._color("page")}"',
            f"  tooltip={dot(scene.title)} comment={dot(scene.story)}",
            f"  _background={dot(' '.join(self.ground))}" if self.ground else "",
            '  node [label="" shape=box fixedsize=shape margin=0 penwidth=0]',
            '  edge [dir=none arrowhead=none tooltip=" "]',
            self._corner(0, 0),
            self._corner(scene.width, scene.height),
        ]
        return "\n".join([*filter(None, head), *body, "}", ""])

    def _corner(self, x: float, y: float) -> str:
        """Draw an invisible point, so that the picture is as large as the scene."""
        return f'  {self._name()} [style=invis width=0 height=0 pos="{self._pos(x, y)}"]'

    def _item(self, item: Item, more: str) -> Iterator[str]:
        match item:
            case Group():
                more = self._more(item) or more
                for each in item.items:
                    yield from self._item(each, more)
            case Rect():
                yield self._rect(item, more)
            case Disc():
                yield self._disc(item, more)
            case Path():
                yield from self._path(item, more)
            case Text():
                yield from self._text(item, more)
            case Image():
                return  # DOT can hold none; the frame and the text below it stay
            case _:
                assert_never(item)

    def _more(self, group: Group) -> str:
        more = f" id={dot(f'{self.scene.id}-{group.id}')}" if group.id else ""
        more += f" tooltip={dot(group.tooltip)}" if group.tooltip else ""
        link = safe_link(group.link)
        return more + (f' URL={dot(link)} target="_top"' if link else "")

    def _rect(self, rect: Rect, more: str) -> str:
        styles = ["filled"] if rect.fill else []
        styles += ["rounded"] if rect.radius else []
        styles += ["dashed"] if rect.dash and rect.stroke else []
        centre = self._pos(rect.x + rect.width / 2, rect.y + rect.height / 2)
        return (
            f'  {self._name()} [pos="{centre}" width={_i(rect.width)} height={_i(rect.height)}'
            f"{_style(styles)}{self._look(rect)}{more or _NO_TIP}]"
        )

    def _disc(self, disc: Disc, more: str) -> str:
        return (
            f'  {self._name()} [shape=circle pos="{self._pos(disc.x, disc.y)}"'
            f" width={_i(2 * disc.radius)} height={_i(2 * disc.radius)}"
            f"{_style(['filled'] if disc.fill else [])}{self._look(disc)}{more or _NO_TIP}]"
        )

    def _look(self, item: Rect | Disc) -> str:
        look = f' fillcolor="{self._color(item.fill)}"' if item.fill else ""
        if item.stroke:
            look += f' color="{self._color(item.stroke)}" penwidth={_n(item.line * _POINT)}'
        return look

    def _path(self, path: Path, more: str) -> Iterator[str]:
        """Draw lines as edges, each from an invisible node to another; filled shapes lie below."""
        if path.fill and path.under:
            self.ground.append(self._polygon(path))
            return
        role = path.stroke or path.fill
        if role is None:
            return
        for run in _runs(path.segments):
            (x0, y0), (x1, y1) = run[0], run[-1]
            a, b = self._name(), self._name()
            yield f'  {a} [style=invis width=0 height=0 pos="{self._pos(x0, y0)}"]'
            yield f'  {b} [style=invis width=0 height=0 pos="{self._pos(x1, y1)}"]'
            spline = " ".join(self._pos(x, y) for x, y in run)
            dashed = " style=dashed" if path.dash else ""
            yield (
                f'  {a} -> {b} [pos="{spline}" color="{self._color(role)}"'
                f" penwidth={_n(path.line * _POINT)}{dashed}{more}]"
            )

    def _polygon(self, path: Path) -> str:
        """Write a filled polygon in the language of `xdot`."""
        color = self._color(path.fill or "page")
        points = [(n[-2], n[-1]) for op, n in path.segments if op != "Z"]
        places = " ".join(" ".join(self._xy(x, y)) for x, y in points)
        return f"c 7 -{color} C 7 -{color} P {len(points)} {places}"

    def _text(self, text: Text, more: str) -> Iterator[str]:
        """Write each line as a node without a frame, as wide as it was measured."""
        for index, (line, wide) in enumerate(zip(text.lines, text.widths, strict=True)):
            left = text.x - {"start": 0.0, "middle": wide / 2, "end": wide}[text.anchor]
            middle = text.y + index * text.leading - 0.36 * text.size
            bold = text.weight > 400  # noqa: PLR2004 - CSS's regular
            font = _BOLD if bold else _FACES[text.italic]
            label = f'{dot(line)[:-1]}{_JUSTIFIED[text.anchor]}"'
            yield (
                f'  {self._name()} [shape=plaintext pos="{self._pos(left + wide / 2, middle)}"'
                f" width={_i(wide)} height={_i(text.size)} label={label}"
                f' fontname="{font}" fontsize={_n(text.size * _POINT)}'
                f' fontcolor="{self._color(text.fill)}"{more or _NO_TIP}]'
            )

    def _name(self) -> str:
        self.count += 1
        return f"n{self.count}"

    def _color(self, role: str) -> str:
        return self.theme.day[role].color

    def _pos(self, x: float, y: float) -> str:
        return ",".join(self._xy(x, y))

    def _xy(self, x: float, y: float) -> tuple[str, str]:
        return _n(x * _POINT), _n((self.scene.height - y) * _POINT)


_NO_TIP: Final = ' tooltip=" "'


def _runs(segments: tuple[Segment, ...]) -> Iterator[list[tuple[float, float]]]:
    """Give each connected line as the control points of cubic curves."""
    run: list[tuple[float, float]] = []
    for op, numbers in segments:
        if op == "M":
            if len(run) > 1:
                yield run
            run = [(numbers[0], numbers[1])]
        elif op == "C":
            run += [(numbers[at], numbers[at + 1]) for at in (0, 2, 4)]
        else:
            end = run[0] if op == "Z" else (numbers[0], numbers[1])
            run += _straight(run[-1], end)
    if len(run) > 1:
        yield run


def _straight(start: tuple[float, float], end: tuple[float, float]) -> list[tuple[float, float]]:
    (x0, y0), (x1, y1) = start, end
    thirds = [(x0 + (x1 - x0) * t, y0 + (y1 - y0) * t) for t in (1 / 3, 2 / 3)]
    return [*thirds, end]


def _style(words: list[str]) -> str:
    return f' style="{",".join(words)}"' if words else ' style=""'


def _i(pixels: float) -> str:
    return _n(pixels / _INCH, 4)


def _n(number: float, digits: int = 2) -> str:
    short = f"{number:.{digits}f}".rstrip("0").rstrip(".")
    return "0" if short == "-0" else short

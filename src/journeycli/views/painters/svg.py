"""A scene as SVG: the same bytes on every machine, no scripts, nothing from outside.

Every colour is written on its element, so that any program can draw the picture; a reader who
prefers dark colours gets them by a media query in one style sheet that is scoped to the picture.
"""

from __future__ import annotations

import re
import zlib
from dataclasses import replace
from typing import TYPE_CHECKING, Final, assert_never

from journeycli.views.fonts import FAMILIES, is_left_to_right, is_measured
from journeycli.views.isolates import isolated
from journeycli.views.painters.escape import safe_link, xml
from journeycli.views.painters.runs import PICTURE_FAMILIES, apart, is_drawn
from journeycli.views.scene import Disc, Group, Image, Path, Rect, Text, walk

if TYPE_CHECKING:
    from collections.abc import Iterator

    from journeycli.views.palettes import Paint
    from journeycli.views.scene import Item, Scene
    from journeycli.views.themes import Theme

_PLAIN_ID: Final = re.compile(r"[a-z][a-z0-9-]*\Z")
_FAMILIES: Final = ", ".join(f"'{name}'" if " " in name else name for name in FAMILIES)
_TIGHT: Final = 0.82  # of the room; the widest usual font is a fifth wider than ours
_PATTERNS: Final = {
    "hatch": '<path d="M0 8L8 0" stroke="{mark}" stroke-width="1.5"/>',
    "dots": '<path d="M1 2H3M5 6H7" stroke="{mark}" stroke-width="2"/>',
    "grid": '<path d="M0 0H8M0 0V8" stroke="{mark}" stroke-width="1.5"/>',
}


def paint_svg(scene: Scene, theme: Theme, *, embedded: bool = False, one_font: bool = False) -> str:
    """Draw a scene.

    Args:
        scene: What to draw.
        theme: Its colours.
        embedded: Whether it stands inside an HTML page: it then has no XML declaration and, being
            one image to those who cannot see it, no links; the page has them.
        one_font: Whether it is drawn by a program that finds one font a line beside ours.

    """
    return _Painter(scene, theme, embedded=embedded, one_font=one_font).whole()


def prefix_of(scene_id: str) -> str:
    """Give what every id of a picture starts with: the scene's id, or a plain stand-in for it."""
    return scene_id if _PLAIN_ID.match(scene_id) else f"m{zlib.crc32(scene_id.encode()):08x}"


class _Painter:
    """One drawing: the scene, its theme and the start of all ids."""

    def __init__(self, scene: Scene, theme: Theme, *, embedded: bool, one_font: bool) -> None:
        self.one_font = one_font
        self.embedded = embedded
        self.scene = scene
        self.theme = theme
        self.prefix = prefix_of(scene.id)
        self.clips = 0

    def whole(self) -> str:
        scene, prefix = self.scene, self.prefix
        size = f"{_n(scene.width)} {_n(scene.height)}"
        head = "" if self.embedded else '<?xml version="1.0" encoding="UTF-8"?>\n'
        parts = [
            (
                f'{head}<svg xmlns="http://www.w3.org/2000/svg" id="{prefix}" role="img"'
                f' aria-labelledby="{prefix}-title {prefix}-desc" width="{_n(scene.width)}"'
                f' height="{_n(scene.height)}" viewBox="0 0 {size}" font-family="{_FAMILIES}">'
            ),
            f'<title id="{prefix}-title">{xml(scene.title)}</title>',
            f'<desc id="{prefix}-desc">{xml(scene.story)}</desc>',
            *self._style(),
            *self._patterns(),
            self._item(Rect(0, 0, scene.width, scene.height, fill="page")),
            *(self._item(item) for item in scene.items),
            "</svg>\n",
        ]
        return "\n".join(parts)

    def _style(self) -> Iterator[str]:
        night = self.theme.night
        if night is None:
            return
        fills, strokes = _roles(self.scene)
        rules = [f"#{self.prefix} .f-{_css(r)}{{fill:{night[r].color}}}" for r in sorted(fills)]
        rules += [
            f"#{self.prefix} .s-{_css(r)}{{stroke:{night[r].color}}}" for r in sorted(strokes)
        ]
        yield "<style>@media (prefers-color-scheme:dark){" + "".join(rules) + "}</style>"

    def _patterns(self) -> Iterator[str]:
        fills, _ = _roles(self.scene)
        used = [
            (role, self.theme.day[role]) for role in sorted(fills) if self.theme.day[role].pattern
        ]
        if used:
            yield "<defs>" + "".join(self._pattern(role, paint) for role, paint in used) + "</defs>"

    def _pattern(self, role: str, paint: Paint) -> str:
        marks = _PATTERNS[paint.pattern].format(mark=paint.mark)
        return (
            f'<pattern id="{self.prefix}-{_css(role)}" width="8" height="8"'
            f' patternUnits="userSpaceOnUse"><rect width="8" height="8" fill="{paint.color}"/>'
            f"{marks}</pattern>"
        )

    def _item(self, item: Item) -> str:
        match item:
            case Rect():
                round_ = f' rx="{_n(item.radius)}"' if item.radius else ""
                return (
                    f'<rect x="{_n(item.x)}" y="{_n(item.y)}" width="{_n(item.width)}"'
                    f' height="{_n(item.height)}"{round_}{self._look(item)}/>'
                )
            case Disc():
                return (
                    f'<circle cx="{_n(item.x)}" cy="{_n(item.y)}" r="{_n(item.radius)}"'
                    f"{self._look(item)}/>"
                )
            case Path():
                return f'<path d="{_path(item)}"{self._look(item)}/>'
            case Text():
                return "".join(map(self._text, apart(item) if self.one_font else (item,)))
            case Image():
                return self._image(item)
            case Group():
                return self._group(item)
            case _:
                assert_never(item)

    def _look(self, item: Rect | Disc | Path) -> str:
        classes, look = [], ""
        if item.fill is None:
            look += ' fill="none"'
        else:
            classes.append(f"f-{_css(item.fill)}")
            look += f' fill="{self._paint(item.fill)}"'
        if item.stroke is not None:
            classes.append(f"s-{_css(item.stroke)}")
            look += f' stroke="{self.theme.day[item.stroke].color}"'
            look += f' stroke-width="{_n(item.line)}"' if item.line != 1 else ""
            if isinstance(item, Path):
                look += ' stroke-linecap="round" stroke-linejoin="round"'
        if not isinstance(item, Disc) and item.dash:
            look += f' stroke-dasharray="{" ".join(map(_n, item.dash))}"'
        return self._class(classes) + look

    def _paint(self, role: str) -> str:
        paint = self.theme.day[role]
        return f"url(#{self.prefix}-{_css(role)})" if paint.pattern else paint.color

    def _class(self, classes: list[str]) -> str:
        return f' class="{" ".join(classes)}"' if classes and self.theme.night else ""

    def _text(self, text: Text) -> str:
        look = f' text-anchor="{text.anchor}"' if text.anchor != "start" else ""
        look += f' font-weight="{text.weight}"' if text.weight != 400 else ""  # noqa: PLR2004 - CSS's regular
        look += ' font-style="italic"' if text.italic else ""
        look += ' text-decoration="line-through"' if text.struck else ""
        if self.one_font and is_drawn(text.lines[0]):
            look += f' font-family="{PICTURE_FAMILIES}"'
        look = (
            f' y="{_n(text.y)}"{self._class([f"f-{_css(text.fill)}"])}'
            f' fill="{self._paint(text.fill)}" font-size="{_n(text.size)}"{look}'
        )
        if len(text.lines) == 1:
            held = _held(text, 0)
            return f'<text x="{_n(text.x)}"{look}{held}>{_line(text, text.lines[0])}</text>'
        if not all(map(is_left_to_right, text.lines)):
            return "".join(self._text(line) for line in _line_by_line(text))
        step = f' dy="{_n(text.leading)}"'
        spans = "".join(
            f'<tspan x="{_n(text.x)}"{step if index else ""}{_held(text, index)}>'
            f"{_line(text, line)}</tspan>"
            for index, line in enumerate(text.lines)
        )
        return f"<text{look}>{spans}</text>"

    def _image(self, image: Image) -> str:
        place = (
            f'x="{_n(image.x)}" y="{_n(image.y)}" width="{_n(image.width)}"'
            f' height="{_n(image.height)}"'
        )
        name = f' aria-label="{xml(image.alt)}"' if image.alt else ""
        if not image.round:
            return f'<image {place}{name} href="{image.data}"/>'
        self.clips += 1
        clip, half = f"{self.prefix}-clip-{self.clips}", image.width / 2
        return (
            f'<clipPath id="{clip}"><circle cx="{_n(image.x + half)}" cy="{_n(image.y + half)}"'
            f' r="{_n(half)}"/></clipPath><image {place}{name} clip-path="url(#{clip})"'
            f' preserveAspectRatio="xMidYMid slice" href="{image.data}"/>'
        )

    def _group(self, group: Group) -> str:
        inner = f"<title>{xml(group.tooltip)}</title>" if group.tooltip else ""
        inner += "".join(map(self._item, group.items))
        name = f' id="{self.prefix}-{xml(group.id)}"' if group.id else ""
        link = "" if self.embedded else safe_link(group.link)
        if link:
            return f'<a{name} href="{xml(link)}" target="_top">{inner}</a>'
        return f"<g{name}>{inner}</g>" if name or group.tooltip else inner


def _roles(scene: Scene) -> tuple[set[str], set[str]]:
    fills, strokes = {"page"}, set()
    for item in walk(scene.items):
        if isinstance(item, Group | Image):
            continue
        if item.fill is not None:
            fills.add(item.fill)
        if not isinstance(item, Text) and item.stroke is not None:
            strokes.add(item.stroke)
    return fills, strokes


def _path(path: Path) -> str:
    return "".join(op + " ".join(map(_n, numbers)) for op, numbers in path.segments)


def _line_by_line(text: Text) -> Iterator[Text]:
    """Give each line as a text of its own.

    Programs order the letters of a whole text element, so that words from right to left would
    wander from line to line where lines are parts of one.
    """
    for index, (line, wide) in enumerate(zip(text.lines, text.widths, strict=True)):
        yield replace(text, y=text.y + index * text.leading, lines=(line,), widths=(wide,))


def _held(text: Text, index: int) -> str:
    """Hold a line that nearly fills its room to its measured width, whatever font draws it."""
    wide = text.widths[index]
    if wide < _TIGHT * text.room or text.rtl or not is_measured(text.lines[index]):
        return ""
    return f' textLength="{_n(wide)}" lengthAdjust="spacingAndGlyphs"'


def _line(text: Text, line: str) -> str:
    return isolated(xml(line), leftwards=True) if text.rtl else xml(line)


def _css(role: str) -> str:
    return role.replace("+", "p")


def _n(number: float) -> str:
    """Write a length: hundredths of a pixel at the finest, no trailing zeros."""
    short = f"{number:.2f}".rstrip("0").rstrip(".")
    return "0" if short == "-0" else short

"""Pictures that a map names: read, judged and made part of what is drawn.

A picture goes into the drawing whole, as a `data:` address, so that the drawing stays one file
that asks nothing of anybody. That is done only for files inside the workspace, of a kind that
every program draws (PNG, JPEG, SVG), up to a size; and for SVG only where it is nothing but a
drawing: no scripts, no foreign content, nothing from outside. What is refused stays a frame with
its alternative text, and the reason is told.
"""

from __future__ import annotations

import re
import struct
from base64 import b64encode
from typing import TYPE_CHECKING, Final, NamedTuple

from journeycli.files import inside

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

LARGEST: Final = 2_000_000
"""The largest picture that is taken in, in bytes."""
MOST_PIXELS: Final = 40_000_000
"""The most pixels of one; more would cost whoever opens the drawing more than it is worth."""
_MEGABYTE: Final = 1_000_000
_PNG: Final = b"\x89PNG\r\n\x1a\n"
_JPEG: Final = b"\xff\xd8\xff"
_JPEG_SIZES: Final = {*range(0xC0, 0xD0)} - {0xC4, 0xC8, 0xCC}
_BARE: Final = {0x01, *range(0xD0, 0xDA)}
_SVG_ROOT: Final = re.compile(r"<(?:\w+:)?svg\b([^>]*)>")
_SVG_SIDE: Final = r"\b{}\s*=\s*[\"']\s*([\d.]+)\s*(?:px|pt|mm|cm|in)?\s*[\"']"
_VIEW_BOX: Final = re.compile(
    r"\bviewBox\s*=\s*[\"']\s*[-\d.]+[\s,]+[-\d.]+[\s,]+([\d.]+)[\s,]+([\d.]+)"
)
_NOT_ONLY_A_DRAWING: Final = (
    (re.compile(r"<(?:[\w-]+:)?script\b", re.IGNORECASE), "a script"),
    (
        re.compile(r"<(?:[\w-]+:)?(?:foreignObject|iframe|embed|object)\b", re.IGNORECASE),
        "foreign content",
    ),
    (re.compile(r"<!ENTITY\b|<!DOCTYPE[^>]*\[", re.IGNORECASE), "entities"),
    (re.compile(r"\son\w+\s*=", re.IGNORECASE), "an event handler"),
    (re.compile(r"\bhref\s*=\s*[\"']\s*(?!#|data:image/(?:png|jpeg);)", re.IGNORECASE), "a link"),
    (re.compile(r"\burl\(\s*[\"']?\s*(?!#)[^)]", re.IGNORECASE), "a link"),
    (re.compile(r"@import\b|<\?xml-stylesheet\b", re.IGNORECASE), "a style sheet from outside"),
)  # fmt: skip


class Illustration(NamedTuple):
    """A picture that is taken in.

    Attributes:
        data: The whole of it, as a `data:` address.
        width, height: Pixels, or for SVG whatever unit it has; their ratio is what counts.

    """

    data: str
    width: float
    height: float


class RefusedError(Exception):
    """A picture that is not taken in, and why."""


def illustrations(
    named: Iterable[tuple[str, Path]],
    root: Path,
    tell: Callable[[str], None],
    reads: Callable[[Path], None] = lambda _: None,
) -> dict[str, Illustration]:
    """Read pictures.

    Args:
        named: Each picture's path as it is written in a file, and that file's folder.
        root: The workspace; nothing outside it is read.
        tell: Is told of each that is not taken in, and why.
        reads: Is told of every file that is asked for.

    """
    found: dict[str, Illustration] = {}
    for src, folder in dict.fromkeys(named):
        reads(folder / src)
        try:
            found[src] = illustration(folder / src, root)
        except RefusedError as error:
            tell(f"{src} is not drawn, its text stands there instead: {error}.")
    return found


def illustration(path: Path, root: Path) -> Illustration:
    """Read one picture.

    Raises:
        RefusedError: It is not there, lies outside `root`, is too large or no safe picture.

    """
    if not inside(path, root):
        raise RefusedError("it lies outside the workspace")
    try:
        if not path.is_file():
            raise RefusedError("there is no such file")
        size = path.stat().st_size
        if size > LARGEST:
            raise RefusedError(
                f"it has {size / _MEGABYTE:.1f} MB, and {LARGEST / _MEGABYTE:.0f} MB is the most"
            )
        raw = path.read_bytes()
    except OSError as error:
        raise RefusedError(f"it cannot be read ({error.strerror or error})") from error
    return taken_in(raw)


def taken_in(raw: bytes) -> Illustration:
    """Make a picture of bytes, whatever the name of their file says.

    Raises:
        RefusedError: They are no PNG, JPEG or safe SVG.

    """
    if raw.startswith(_PNG):
        kind, (width, height) = "png", _png_size(raw)
    elif raw.startswith(_JPEG):
        kind, (width, height) = "jpeg", _jpeg_size(raw)
    else:
        kind, (width, height) = "svg+xml", _svg_size(raw)
    if width <= 0 or height <= 0:
        raise RefusedError("it has no size")
    if kind != "svg+xml" and width * height > MOST_PIXELS:
        raise RefusedError(f"it has {width:.0f} × {height:.0f} pixels, which is too many")
    return Illustration(f"data:image/{kind};base64,{b64encode(raw).decode()}", width, height)


def _png_size(raw: bytes) -> tuple[float, float]:
    if raw[12:16] != b"IHDR" or len(raw) < 24:  # noqa: PLR2004 - where the two numbers end
        raise RefusedError("it is no whole PNG")
    width, height = struct.unpack(">II", raw[16:24])
    return width, height


def _jpeg_size(raw: bytes) -> tuple[float, float]:
    """Find the frame header among the segments (ITU-T T.81, B.1 and B.2)."""
    at = 2
    while at + 9 <= len(raw) and raw[at] == 0xFF:  # noqa: PLR2004 - what every marker starts with
        mark = raw[at + 1]
        if mark == 0xFF or mark in _BARE:  # noqa: PLR2004 - a fill byte
            at += 1 if mark == 0xFF else 2  # noqa: PLR2004 - as above
            continue
        if mark in _JPEG_SIZES:
            height, width = struct.unpack(">HH", raw[at + 5 : at + 9])
            return width, height
        at += 2 + int.from_bytes(raw[at + 2 : at + 4])
    raise RefusedError("it is no whole JPEG")


def _svg_size(raw: bytes) -> tuple[float, float]:
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = ""
    root = _SVG_ROOT.search(text)
    if root is None:
        raise RefusedError("it is neither PNG nor JPEG nor SVG in UTF-8")
    for pattern, what in _NOT_ONLY_A_DRAWING:
        if pattern.search(text):
            raise RefusedError(f"the SVG has {what} in it")
    sides = [re.search(_SVG_SIDE.format(side), root[1]) for side in ("width", "height")]
    if all(sides):
        return tuple(float(side[1]) for side in sides if side)  # type: ignore[return-value]  # two
    box = _VIEW_BOX.search(root[1])
    if box is None:
        raise RefusedError("the SVG does not say how large it is")
    return float(box[1]), float(box[2])

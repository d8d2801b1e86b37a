"""A picture as PNG and as PDF, without a browser or a system library.

PNG is drawn by resvg, PDF by typst; both are optional packages, as is the font. Fonts of the
machine are used only for scripts that Inter lacks.
"""

from __future__ import annotations

import re
import tempfile
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final

from journeycli.errors import UserError

if TYPE_CHECKING:
    from types import ModuleType

_SIZE: Final = re.compile(r'<svg [^>]*?width="([\d.]+)(?:px|pt)?"[^>]*?height="([\d.]+)(?:px|pt)?"')
_LARGEST: Final = 16_000  # pixels a side; more than resvg can allocate is more than anyone can see
_POINT: Final = 0.75
_EPOCH: Final = datetime(2000, 1, 1, tzinfo=UTC)


def paint_png(svg: str, zoom: float = 2) -> bytes:
    """Draw an SVG as PNG, `zoom` pixels for one of the picture's, fewer where it is very large.

    Raises:
        UserError: The packages for it are not installed, or the picture cannot be drawn.

    """
    resvg = _need("resvg_py", "png", "PNG")
    width, height = size_of(svg)
    scale = min(zoom, _LARGEST / max(width, height))
    try:
        drawn = resvg.svg_to_bytes(
            svg_string=svg, dpi=96, zoom=scale, font_dirs=font_folders("png")
        )
    except ValueError as error:
        raise UserError(f"The picture cannot be drawn as PNG: {error}.") from error
    return bytes(drawn)


def paint_pdf(svg: str) -> bytes:
    """Draw an SVG as a PDF page of its size, with fonts embedded and text that can be searched.

    Raises:
        UserError: The packages for it are not installed, or the picture cannot be drawn.

    """
    typst = _need("typst", "pdf", "PDF")
    width, height = (side * _POINT for side in size_of(svg))
    page = (
        f"#set page(width: {width:.3f}pt, height: {height:.3f}pt, margin: 0pt)\n"
        '#image("picture.svg", width: 100%)\n'
    )
    with tempfile.TemporaryDirectory(prefix="journey-") as folder:
        Path(folder, "picture.svg").write_text(svg, encoding="utf-8")
        source = Path(folder, "picture.typ")
        source.write_text(page, encoding="utf-8")
        try:
            drawn = typst.compile(
                str(source), root=folder, font_paths=font_folders("pdf"), timestamp=_EPOCH
            )
        except RuntimeError as error:
            raise UserError(f"The picture cannot be drawn as PDF: {error}.") from error
    return bytes(drawn)


def size_of(svg: str) -> tuple[float, float]:
    """Give the width and height of an SVG in pixels.

    Raises:
        UserError: It does not say.

    """
    found = _SIZE.search(svg)
    if found is None:
        raise UserError("The picture does not say how large it is.")
    return float(found[1]), float(found[2])


def font_folders(extra: str) -> list[str]:
    """Give the folder of the font's files, then those of other font packages beside it.

    Whoever writes in a script that Inter lacks installs its font the same way, for example
    `fontpkg-noto-sans-arabic`; fonts of the machine are found too.

    Raises:
        UserError: The font package is not installed.

    """
    inter = Path(str(_need("fontpkg_inter", extra, extra.upper()).__file__)).parent
    others = sorted(each for each in inter.parent.glob("fontpkg_*/files") if each.is_dir())
    return [str(each) for each in dict.fromkeys((inter / "files", *others))]


def _need(module: str, extra: str, what: str) -> ModuleType:
    import importlib  # noqa: PLC0415 - for optional packages only

    try:
        return importlib.import_module(module)
    except ModuleNotFoundError as error:
        raise UserError(
            f"Drawing {what} needs a package that is not installed.",
            hint=f"Install it with: pip install 'journeycli[{extra}]'",
        ) from error

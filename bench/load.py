"""Every command under load: its time and memory, and whether it grows as what it is given."""

from __future__ import annotations

import shutil
import subprocess
import sys
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

from measure import CannotRunError, Command
from plan import CACHE
from programs import HERE
from workloads import MAP

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from measure import Bench, Sample

_MEMORY = 150  # megabytes
_GROWTH = 15  # per cent over linear
_PART = 4  # the smaller run has a quarter of the pieces
_DONE = frozenset({0, 1})  # exit codes of a command that did its work
_SIZES = {"maps": 1000, "stages": 500, "findings": 10_000, "revisions": 200}
_FULL = {"maps": 10_000, "revisions": 2000}

_COMMANDS: dict[str, tuple[str, ...]] = {
    "maps": (
        "lint --format concise --no-cache",
        "lint --since HEAD~1 --no-cache",
        "lint --diff --no-cache",
        "fmt . --check",
        "report --no-cache",
        "plan --no-cache",
        "show",
        "agenda {first}",
        "diff HEAD~1",
        "export . -o all.xlsx --force",
        "render . --format mermaid -o pictures",
    ),
    "stages": (
        f"lint {MAP} --no-cache",
        f"fmt {MAP} --check",
        f"show {MAP}",
        f"show {MAP} --view checklist",
        f"agenda {MAP}",
        f"render {MAP} -o map.svg",
        f"render {MAP} -o page.html",
        f"render {MAP} --view blueprint -o blueprint.svg",
        f"render {MAP} --view flow -o flow.svg",
        f"export {MAP} -o map.csv --force",
        "import map.csv -o again.journey.yaml --force",
        f"diff {MAP} again.journey.yaml",
    ),
    "findings": tuple(
        f"lint --no-cache --format {name}"
        for name in ("text", "json", "sarif", "github", "junit", "markdown")
    ),
    "revisions": (
        f"history {MAP} --no-cache",
        f"history {MAP}",
        f"blame {MAP}",
        f"diff HEAD~{{last}} HEAD {MAP}",
    ),
}


@dataclass(frozen=True, slots=True)
class Load:
    """One command, run on much and on a quarter of it.

    Attributes:
        command: The words behind `journey`.
        of: What there is much of.
        size: How much.
        whole: The run with all of it; None where it could not run.
        part: The run with a quarter of it.
        reason: Why it could not run, or empty.

    """

    command: str
    of: str
    size: int
    whole: Sample | None = None
    part: Sample | None = None
    reason: str = ""

    @property
    def growth(self) -> float:
        """Processor time a piece, in per cent over that of the smaller run."""
        if self.whole is None or self.part is None:
            return 0.0
        return 100 * (self.whole.cpu / self.part.cpu / _PART - 1)

    @property
    def verdict(self) -> str:
        """`met` where memory and growth are within their limits."""
        if self.whole is None:
            return f"not run: {self.reason}"
        limits = (self.whole.megabytes <= _MEMORY, self.growth <= _GROWTH)
        return "met" if all(limits) else "missed"

    def cells(self) -> tuple[str, ...]:
        """Give the cells of its line."""
        head = (f"`{self.command}`", f"{self.size:,} {self.of}")
        if self.whole is None:
            return (*head, "–", "–", "–", self.verdict)
        cpu, megabytes = f"{self.whole.cpu:.1f} s", f"{self.whole.megabytes:.0f} MB"
        return (*head, cpu, megabytes, f"{self.growth:+.0f} %", self.verdict)

    def data(self) -> dict[str, Any]:
        """Give all that was measured."""
        return {
            "command": self.command,
            "of": self.of,
            "size": self.size,
            "run": self.whole._asdict() if self.whole else None,
            "run_on_a_quarter": self.part._asdict() if self.part else None,
            "verdict": self.verdict,
        }


HEAD = ("command", "on", "CPU", "memory", "a piece", "verdict")
"""The columns."""

RIGHT = (2, 3, 4)
"""The columns of numbers."""


def loads(
    bench: Bench, script: str, is_wanted: Callable[[str], bool], *, full: bool
) -> Iterator[Load]:
    """Run commands; what they work on is written when its turn comes, and then deleted.

    Args:
        bench: Where to run them.
        script: The program.
        is_wanted: Tells by its words and what it works on, as in `show on 10,000 maps`, whether a
            command is to be run.
        full: Whether there are ten times as many maps and revisions.

    """
    for of, commands in _COMMANDS.items():
        size = (full and _FULL.get(of)) or _SIZES[of]
        folders = {each: bench.folder / f"{of}-{each}" for each in (size, size // _PART)}
        for command in commands:
            if is_wanted(f"{command} on {size:,} {of}"):
                _write(of, folders)
                yield _load(Load(command, of, size), bench, script, folders)
        for folder in folders.values():
            shutil.rmtree(folder, ignore_errors=True)


def _write(of: str, folders: dict[int, Path]) -> None:
    for size, folder in folders.items():
        if not folder.exists():
            words = (sys.executable, str(HERE / "workloads.py"), of, str(folder), str(size))
            subprocess.run(words, check=True)


def _load(load: Load, bench: Bench, script: str, folders: dict[int, Path]) -> Load:
    shown = load.command.format(first="MAP", last="N")
    try:
        whole, part = (
            bench.run(_command(load.command, script, folder, size), folder)
            for size, folder in folders.items()
        )
    except CannotRunError as error:
        return Load(shown, load.of, load.size, reason=str(error))
    return Load(shown, load.of, load.size, whole, part)


def _command(line: str, script: str, folder: Path, size: int) -> Command:
    if "{first}" in line:
        first = min(folder.rglob("*.journey.yaml"))
        line = line.replace("{first}", str(first.relative_to(folder)))
    words = line.replace("{last}", str(size - 1)).split()
    forget = partial(shutil.rmtree, folder / CACHE, ignore_errors=True)
    return Command((script, *words), _DONE, forget)

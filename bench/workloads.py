"""Writes what is heavy: many maps in git, one map of many stages, many findings, many revisions.

    python bench/workloads.py maps FOLDER 1000

Runs in a process of its own, because the peak memory of a program on Linux is never less than that
of the process that starts it.
"""

from __future__ import annotations

import argparse
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING

from generate_maps import write_workspace
from maps import map_text

if TYPE_CHECKING:
    from collections.abc import Callable

MAP = "a.journey.yaml"
"""What the map is called where there is one."""

_SETTINGS = 'today = "2026-11-30"\n'
_HEAD = """\
format: journey-map/1
id: long-way
title: A long way
state: current
maturity: hypothesis
personas: [{id: traveller, name: Traveller}]
stages:
"""
_STAGE = """\
  - id: stage-{number}
    name: Stage number {number}
    customer_actions:
      - text: Walks the {number}th part of the way
        touchpoint: sign-{number}
      - Looks at the map and asks somebody
    company_actions:
      - {{text: Paints the sign, department: roads, layer: backstage}}
    customer_progression: [The next sign is in sight]
    motivations: [Wants to be there before dark]
    emotions:
      - {{feeling: tired, score: {score}, cause: company, trigger: The sign is hard to read}}
    barriers:
      - id: faded-{number}
        text: The sign number {number} is faded
        removals: [{{text: Paint it anew, department: roads}}]
    touchpoints:
      - {{id: sign-{number}, name: Sign number {number}, channel: store}}
"""
_POOR = """\
  - id: stage-{number}
    name: Stage number {number}
    customer_actions: [TBD]
    emotions: [{{feeling: delighted, score: -2}}]
    barriers: [Something]
"""
_STAGES_A_MAP = 50  # of those that are full of findings
_FINDINGS_A_STAGE = 10  # at least


def maps(folder: Path, size: int) -> None:
    """Commit a workspace of so many maps, and change one of them after that."""
    paths = write_workspace(folder, size)
    _commit(folder, ".")
    text = paths[0].read_text("utf-8")
    paths[0].write_text(text.replace("summary: ", "summary: Anew. ", 1), "utf-8")
    _commit(folder, ".")


def stages(folder: Path, size: int) -> None:
    """Write one map of so many stages."""
    told = [_STAGE.format(number=number, score=number % 5 - 2) for number in range(size)]
    _write(folder, MAP, _HEAD + "".join(told))


def findings(folder: Path, size: int) -> None:
    """Write maps in which a lint finds at least so much."""
    a_map = _STAGES_A_MAP * _FINDINGS_A_STAGE
    told = "".join(_POOR.format(number=number) for number in range(_STAGES_A_MAP))
    for number in range(-(-size // a_map)):
        head = _HEAD.replace("long-way", f"way-{number}").replace("A long way", f"Way {number}")
        _write(folder, f"way-{number}.journey.yaml", head + told)


def revisions(folder: Path, size: int) -> None:
    """Commit one map so many times, a statement changed each time."""
    text = map_text(0, 1)
    for number in range(size):
        _write(folder, MAP, text.replace("\ntitle: ", f"\ntitle: {number} ", 1))
        _commit(folder, MAP)


KINDS: dict[str, Callable[[Path, int], None]] = {
    "maps": maps,
    "stages": stages,
    "findings": findings,
    "revisions": revisions,
}
"""What can be written, by its name."""


def _write(folder: Path, name: str, text: str) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "journey.toml").write_text(_SETTINGS, "utf-8")
    (folder / name).write_text(text, "utf-8")


def _commit(folder: Path, what: str) -> None:
    if not (folder / ".git").exists():
        _git(folder, "init", "-q")
    _git(folder, "add", what)
    _git(folder, "-c", "user.name=A", "-c", "user.email=a@example.com", "commit", "-qm", "step")


def _git(folder: Path, *arguments: str) -> None:
    subprocess.run(["git", "-c", "gc.auto=0", *arguments], cwd=folder, check=True)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description="Writes something heavy.")
    parser.add_argument("kind", choices=[*KINDS])
    parser.add_argument("folder", type=Path)
    parser.add_argument("size", type=int)
    asked = parser.parse_args()
    KINDS[asked.kind](asked.folder, asked.size)

"""What the program touches: its workspace, git and the Graphviz engine, and nothing else."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import pytest

from .making import hostile_files

_OUTSIDE = "format: persona/1\nid: night-reader\nname: The secret one\n"
_PICTURE = b"\x89PNG\r\n\x1a\n secret"
_PROGRAMS = {"git", "dot", "dot.exe"}

LINES = [
    "lint .",
    "lint . --fix --unsafe-fixes",
    "lint . --write-baseline",
    "lint map.journey.yaml --format sarif=found.sarif",
    "show",
    "show map.journey.yaml --view persona",
    "show renew-library-card --stage notice",
    "report",
    "plan --explain",
    "agenda map.journey.yaml -o agenda.md",
    "render map.journey.yaml -o pictures",
    "render map.journey.yaml --format html -o pictures",
    "render map.journey.yaml --format png -o pictures",
    "render map.journey.yaml --format pdf -o pictures",
    "render map.journey.yaml --view flow -o pictures",
    "walk map.journey.yaml --answers answers.txt",
    "fill map.journey.yaml",
    "new map another",
    "schema --write schemas",
    "doctor",
]


class Trap(NamedTuple):
    """A way out of the workspace: files to lay and links to make, by their names in it."""

    files: dict[str, str]
    links: dict[str, str]


TRAPS = {
    "a hostile map": Trap({}, {}),
    "hostile ids": Trap(hostile_files("ids"), {}),
    "a link to a file": Trap({}, {"linked.persona.yaml": "../secret/secret.persona.yaml"}),
    "a link to a folder": Trap({}, {"personas": "../secret"}),
    "a loop of links": Trap({}, {"loop": ".", "one": "two", "two": "one"}),
    "include above": Trap({"journey.toml": 'include = ["../**", "*.yaml"]\n'}, {}),
    "extends above": Trap({"journey.toml": 'extends = "../secret/base.toml"\n'}, {}),
    "extends by a link": Trap(
        {"journey.toml": 'extends = "base.toml"\n'}, {"base.toml": "../secret/base.toml"}
    ),
    "a baseline above": Trap({"journey.toml": 'baseline = "../secret/baseline.json"\n'}, {}),
    "a cache elsewhere": Trap({}, {".journey-cache": "../secret"}),
    "pictures elsewhere": Trap({}, {"images": "../secret"}),
}


@pytest.mark.parametrize("name", TRAPS)
def test_nothing_outside_the_workspace_is_touched(name: str, tmp_path: Path) -> None:
    """No command reads a secret, writes elsewhere, connects, or starts a program of its own."""
    here = _lay(tmp_path, TRAPS[name])
    before = _contents(tmp_path / "secret")
    assert _record(here) == []
    assert _contents(tmp_path / "secret") == before


def _lay(folder: Path, trap: Trap) -> Path:
    secret, here = folder / "secret", folder / "work"
    for each in (secret, here, folder / "home", folder / "temporary"):
        each.mkdir()
    (secret / "secret.persona.yaml").write_text(_OUTSIDE)
    (secret / "base.toml").write_text('today = "2026-01-01"\n')
    (secret / "machine.png").write_bytes(_PICTURE)
    (secret / "baseline.json").write_text("{}")
    files = {**hostile_files("turns"), "answers.txt": "f\n-2\nIt was off\n", **trap.files}
    for name, text in files.items():
        (here / name).write_text(text, "utf-8")
    for name, target in trap.links.items():
        (here / name).symlink_to(target)
    return here


def _record(here: Path) -> list[list[str]]:
    """Run all lines and give what none of them should have done, and how each ended."""
    record = here.parent / "record.jsonl"
    script = Path(__file__).with_name("audited.py")
    subprocess.run(
        [sys.executable, "-B", script, record, *LINES],
        cwd=here,
        env={
            "PATH": os.environ["PATH"],
            "HOME": str(here.parent / "home"),
            "TMPDIR": str(here.parent / "temporary"),
        },
        stdin=subprocess.DEVNULL,
        capture_output=True,
        timeout=300,
        check=True,
    )
    events = [json.loads(each) for each in record.read_text("ascii").splitlines()]
    assert [about for kind, about, *_ in events if kind == "ended"] == LINES
    return [event for event in events if _is_wrong(event, here)]


def _is_wrong(event: list[str], here: Path) -> bool:
    kind, about = event[0], event[1]
    if kind == "ended":
        return event[2] not in {"0", "1", "2"}
    if kind in {"network", "pickle"}:
        return True
    if kind == "process":
        return Path(about).name not in _PROGRAMS
    path = Path(about)
    path = path.parent.resolve() / path.name if kind == "move" else path.resolve()
    inside = any(each in (path, *path.parents) for each in (here, here.parent / "temporary"))
    if kind in {"write", "move"}:
        return not inside and path != Path(os.devnull)
    return not inside and here.parent in path.parents


def _contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}

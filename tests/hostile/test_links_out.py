"""No link that a repository holds leads what a command writes, or a baseline, out of it."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from program import journey

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.skipif(os.name == "nt", reason="links ask for a permission there")

MAP = "format: journey-map/1\nid: a\ntitle: A\nstages:\n  - {id: a, name: A}\n"
TABLE = "title,Trip\nStage,One\nBarriers,Late\n"
EMPTY = '{"version": 1, "entries": []}\n'


@pytest.fixture
def here(tmp_path: Path) -> Path:
    """Give a workspace with a map, beside a file that nobody may touch."""
    folder = tmp_path / "workspace"
    folder.mkdir()
    (folder / "a.journey.yaml").write_text(MAP)
    (folder / "journey.toml").write_text("")
    (tmp_path / "mine.txt").write_text(EMPTY)
    return folder


@pytest.mark.parametrize(
    ("name", "arguments"),
    [
        ("a.map.svg", ["render", "a"]),
        ("pictures/a.html", ["render", "a", "-o", "pictures", "--format", "html"]),
        ("schemas/walk.schema.json", ["schema", "--write", "schemas"]),
        ("journey-baseline.json", ["lint", "--write-baseline"]),
        ("journey-baseline.json", ["lint"]),
        ("trip.journey.yaml", ["import", "table.csv", "--force"]),
    ],
)
def test_a_link_out_is_not_followed(here: Path, name: str, arguments: list[str]) -> None:
    """What the program names itself does not follow a link that leads elsewhere."""
    (here / "table.csv").write_text(TABLE)
    link = here / name
    link.parent.mkdir(exist_ok=True)
    link.symlink_to(here.parent / "mine.txt")
    ran = journey(*arguments, cwd=here)
    assert (here.parent / "mine.txt").read_text() == EMPTY
    assert link.is_symlink()
    assert "Traceback" not in ran.err
    assert (ran.code, "link" in ran.err) == (2, True)


@pytest.mark.parametrize("arguments", [["new", "map", "b"], ["import", "table.csv"]])
def test_a_folder_that_is_a_link_out_gets_no_map(here: Path, arguments: list[str]) -> None:
    """A map goes into maps/ only where that folder lies here."""
    (here / "table.csv").write_text(TABLE)
    (here.parent / "other").mkdir()
    (here / "maps").symlink_to(here.parent / "other")
    assert journey(*arguments, cwd=here).code == 0
    assert list((here.parent / "other").iterdir()) == []


def test_a_link_that_the_user_names_is_followed(here: Path) -> None:
    """The command line is trusted: a link named with -o or --baseline leads where it leads."""
    (here / "picture.svg").symlink_to(here.parent / "drawn.svg")
    (here / "known.json").symlink_to(here.parent / "mine.txt")
    assert journey("render", "a", "-o", "picture.svg", cwd=here).code == 0
    assert (here.parent / "drawn.svg").is_file()
    ran = journey("lint", "--baseline", "known.json", "--write-baseline", cwd=here)
    assert ran.code == 0
    assert (here.parent / "mine.txt").read_text() != EMPTY


def test_a_baseline_that_is_a_pipe_makes_nobody_wait(here: Path) -> None:
    """A baseline that is no file is told, and not waited for."""
    os.mkfifo(here / "journey-baseline.json")
    ran = journey("lint", cwd=here)
    assert (ran.code, ran.err.splitlines()[0]) == (
        2,
        "error: The baseline journey-baseline.json cannot be read: it is not a regular file.",
    )

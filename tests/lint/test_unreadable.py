"""Files that cannot be read: each has its finding, and its neighbours theirs."""

from __future__ import annotations

import errno
import os
from datetime import date
from typing import TYPE_CHECKING

import pytest

from journeycli.lint.engine import sort_rules
from journeycli.lint.run import Sources, lint
from journeycli.lint.speaking import Choice
from journeycli.rules import ALL_RULES
from journeycli.settings import Settings
from journeycli.source.limits import Limits
from journeycli.workspace.discovery import Discovered, discover

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from journeycli.findings import Finding, Report

GOOD = "format: journey-map/1\nid: good\ntitle: Good\nstages:\n- {id: a, name: A}\n"


def linted(discovered: Discovered) -> Report:
    choice = Choice(frozenset({"J011", "J801", "J212"}), date(2026, 11, 30), Settings())
    return lint(Sources(discovered, Limits()), sort_rules(ALL_RULES), choice).report


def only(report: Report, path: str) -> Finding:
    (found,) = (each for each in report.findings if each.place.path == path)
    return found


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "w").mkdir()
    (tmp_path / "w/good.journey.yaml").write_text(GOOD)
    return tmp_path / "w"


def make_folder(path: Path) -> None:
    path.mkdir()


def make_pipe(path: Path) -> None:
    os.mkfifo(path)


def make_broken_link(path: Path) -> None:
    path.symlink_to("nowhere.yaml")


def make_loop(path: Path) -> None:
    path.symlink_to(path.name)


def make_way_out(path: Path) -> None:
    outside = path.parent.parent / "outside.journey.yaml"
    outside.write_text(GOOD)
    path.symlink_to(outside)


@pytest.mark.parametrize(
    ("make", "reason"),
    [
        (make_pipe, "it is not a regular file"),
        (make_broken_link, "the link leads nowhere"),
        (make_loop, "its links lead in a circle"),
    ],
)
def test_a_file_that_cannot_be_read(root: Path, make: Callable[[Path], None], reason: str) -> None:
    """J011 stands at the file's start and says why; the file beside it is linted all the same."""
    make(root / "bad.journey.yaml")
    report = linted(discover([root], root))
    found = only(report, "bad.journey.yaml")
    assert (found.code, found.at, found.place.start) == ("J011", "", (1, 1))
    assert found.message == f"This file cannot be read: {reason}."
    assert found.help == "Check that the file is there and that you may read it."
    assert only(report, "good.journey.yaml").code == "J212"


def test_a_folder_named_as_a_file(root: Path) -> None:
    """A folder with the name of a map is no map, and what it holds is linted."""
    make_folder(root / "bad.journey.yaml")
    (root / "bad.journey.yaml/inner.journey.yaml").write_text(GOOD)
    report = linted(discover([root], root))
    assert report.files == ("bad.journey.yaml/inner.journey.yaml", "good.journey.yaml")


def test_a_link_out_of_the_workspace_is_not_followed(root: Path) -> None:
    """Nothing outside the workspace is read for its own sake."""
    make_way_out(root / "bad.journey.yaml")
    report = linted(Discovered(root, (root / "good.journey.yaml",), tuple(root.iterdir()), ()))
    (note,) = report.notes
    assert note.startswith("bad.journey.yaml could not be read in full")


def test_a_file_that_went_away(root: Path) -> None:
    """Between finding a file and reading it, it may be gone."""
    gone = root / "bad.journey.yaml"
    found = only(linted(Discovered(root, (gone,), (gone,), ())), "bad.journey.yaml")
    assert found.message == "This file cannot be read: it is gone."


def test_a_file_without_permission(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The reason is named, so that it can be mended; the superuser's own runs included."""
    secret = root / "bad.journey.yaml"
    secret.write_text(GOOD)
    opened = os.open

    def refusing(path: Path, *rest: int) -> int:
        if path == secret:
            raise PermissionError(errno.EACCES, "Permission denied")
        return opened(path, *rest)

    monkeypatch.setattr(os, "open", refusing)
    found = only(linted(discover([root], root)), "bad.journey.yaml")
    assert found.message == "This file cannot be read: you have no permission to read it."


def test_a_name_that_an_unreadable_file_may_declare_is_not_called_unknown(root: Path) -> None:
    """J801 holds back what it cannot know, and the run says so."""
    (root / "good.journey.yaml").write_text(GOOD.replace("stages:", "personas: [maya]\nstages:"))
    before = linted(discover([root], root))
    assert [each.code for each in before.findings] == ["J801", "J212"]
    make_broken_link(root / "maya.persona.yaml")
    after = linted(discover([root], root))
    assert [(each.code, each.place.path) for each in after.findings] == [
        ("J212", "good.journey.yaml"),
        ("J011", "maya.persona.yaml"),
    ]
    assert len(after.notes) == 1

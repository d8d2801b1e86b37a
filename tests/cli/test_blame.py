from __future__ import annotations

import csv
import json
import subprocess
from io import StringIO
from typing import TYPE_CHECKING, Any

import pytest

from past import MAP, begin, commit, git
from program import journey

if TYPE_CHECKING:
    from pathlib import Path

NAME = "maps/switch.journey.yaml"
TODAY = ("--today", "2026-06-01")
REMOVAL = "Show the total on the first page"


@pytest.fixture
def top(tmp_path: Path) -> Path:
    begin(tmp_path)
    commit(tmp_path, NAME, MAP, author="Ana", day="2026-01-05", message="Begin")
    changed = MAP.replace(REMOVAL, f"{REMOVAL}, with taxes")
    commit(tmp_path, NAME, changed, author="Ben", day="2026-02-10", message="Taxes")
    return tmp_path


def _blame(top: Path, *arguments: str) -> dict[str, Any]:
    ran = journey("blame", *arguments, "--format", "json", *TODAY, cwd=top)
    assert ran.code == 0, ran.err
    found: dict[str, Any] = json.loads(ran.out)
    return found


def _told(found: dict[str, Any]) -> list[tuple[str, str, str | None]]:
    return [(each["kind"], each["at"], each["author"]) for each in found["parts"]]


def test_every_part_has_who_last_touched_it_the_oldest_first(top: Path) -> None:
    """What is in a part counts for it."""
    assert _told(_blame(top, NAME)) == [
        ("stage", "stages[order]", "Ana"),
        ("stage", "stages[compare]", "Ben"),
        ("barrier", "stages[compare].barriers[late-fee]", "Ben"),
        ("removal", "stages[compare].barriers[late-fee].removals[0]", "Ben"),
    ]


def test_a_part_tells_its_line_its_day_and_its_age(top: Path) -> None:
    """So that a script can sort and link."""
    (oldest, *_) = _blame(top, "switch")["parts"]
    assert (oldest["name"], oldest["line"], oldest["days"]) == ("Order", 14, 147)
    assert (oldest["date"], oldest["subject"]) == ("2026-01-05T10:00:00+00:00", "Begin")


def test_what_is_not_committed_yet_comes_last(top: Path) -> None:
    """It has no commit and no age."""
    (top / NAME).write_text((top / NAME).read_text().replace("name: Order", "name: Place an order"))
    last = _blame(top, NAME)["parts"][-1]
    assert (last["name"], last["commit"], last["days"]) == ("Place an order", None, None)
    assert "not committed yet" in journey("blame", NAME, cwd=top).out


def test_a_file_that_no_commit_has_is_nobodys(top: Path) -> None:
    """All of it is not committed yet."""
    (top / "new.journey.yaml").write_text(MAP.replace("id: switch", "id: new"))
    assert {each["commit"] for each in _blame(top, "new")["parts"]} == {None}


@pytest.mark.parametrize("ends", ["\r\n", "\n"])
def test_renames_line_ends_and_short_forms(tmp_path: Path, ends: str) -> None:
    """Flow style, plain sentences and CRLF are parts as any other."""
    begin(tmp_path)
    text = (
        "format: journey-map/1\nid: a\ntitle: A\nstages:\n"
        "  - {id: one, name: One, barriers: [Too dear]}\n"
        "  - id: two\n    name: Two\n    barriers:\n      - Too late\n"
    )
    commit(tmp_path, "old.journey.yaml", text.replace("\n", ends), author="Ana")
    git(tmp_path, "mv", "old.journey.yaml", "new.journey.yaml")
    commit(tmp_path, author="Ben", day="2026-02-01")
    changed = text.replace("Too late", "Far too late").replace("\n", ends)
    commit(tmp_path, "new.journey.yaml", changed, author="Chi", day="2026-03-01")
    assert _told(_blame(tmp_path, "new.journey.yaml")) == [
        ("stage", "stages[one]", "Ana"),
        ("barrier", "stages[one].barriers[0]", "Ana"),
        ("stage", "stages[two]", "Chi"),
        ("barrier", "stages[two].barriers[0]", "Chi"),
    ]


def test_the_map_of_another_commit(top: Path) -> None:
    """By the name that it had there."""
    git(top, "mv", NAME, "maps/change.journey.yaml")
    commit(top, day="2026-03-01", message="Rename")
    found = _blame(top, "switch", "--rev", "HEAD~2")
    assert found["map"]["path"] == NAME
    assert {each["author"] for each in found["parts"]} == {"Ana"}


def test_a_map_that_cannot_be_read_still_has_a_last_commit(top: Path) -> None:
    """The file as a whole is shown, and why its parts are not."""
    commit(top, NAME, "[\n", author="Chi", day="2026-03-01")
    found = _blame(top, NAME)
    assert (found["parts"], found["whole"]["author"]) == ([], "Chi")
    assert "cannot be read as a map" in found["notes"][0]
    assert "Chi" in journey("blame", NAME, cwd=top).out


def test_an_unusable_list_of_ignored_commits_is_told(top: Path) -> None:
    """Blame goes on without it."""
    (top / ".git-blame-ignore-revs").write_text("nonsense\n")
    found = _blame(top, NAME)
    assert len(found["parts"]) == 4
    assert found["notes"] == [
        ".git-blame-ignore-revs names something that is no commit, so that it is not followed."
    ]


def test_a_shallow_clone_marks_what_may_be_older(top: Path, tmp_path_factory: Any) -> None:
    """The commit at which it ends stands for all before it."""
    folder = tmp_path_factory.mktemp("clones")
    subprocess.run(
        ["git", "clone", "-q", "--depth", "1", top.as_uri(), folder / "shallow"], check=True
    )
    ran = journey("blame", NAME, "--width", "120", cwd=folder / "shallow")
    assert ran.out.count("2026-02-10 or earlier") == 4
    assert "This clone is shallow" in ran.out


def test_markdown_and_csv(top: Path) -> None:
    """A table for a wiki and one for a spreadsheet; no cell of it is a formula or markup."""
    commit(top, NAME, MAP.replace("name: Order", "name: '=1+1 <b>'"), day="2026-03-01")
    page = journey("blame", NAME, "--format", "md", *TODAY, cwd=top).out
    assert page.startswith("## Switching provider: last touched\n\n| Last touched | Ago | By |")
    assert "<b>" not in page
    rows = list(csv.DictReader(StringIO(journey("blame", NAME, "--format", "csv", cwd=top).out)))
    assert rows[-1]["name"] == "'=1+1 <b>"
    assert [row["kind"] for row in rows].count("barrier") == 1


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ((NAME, "--rev", "nowhere"), "There is no commit, branch or tag nowhere."),
        (("later", "--rev", "HEAD~1"), "later.journey.yaml did not exist at HEAD~1."),
        ((NAME, "--format", "svg"), "--format svg: choose one of text, json, csv, md."),
    ],
)
def test_what_is_not_there_is_said(top: Path, arguments: tuple[str, ...], said: str) -> None:
    """One sentence, and exit code 2."""
    commit(top, "later.journey.yaml", MAP.replace("id: switch", "id: later"), day="2026-04-01")
    ran = journey("blame", *arguments, cwd=top)
    assert (ran.code, ran.out) == (2, "")
    assert said in ran.err


def test_a_map_that_is_gone_can_be_blamed_where_it_was(top: Path) -> None:
    """It is said how."""
    (top / NAME).unlink()
    ran = journey("blame", NAME, cwd=top)
    assert ran.code == 2
    assert "--rev COMMIT" in ran.err
    assert len(_blame(top, NAME, "--rev", "HEAD")["parts"]) == 4


def test_without_a_repository_nobody_is_known(tmp_path: Path) -> None:
    """It is said how to get one."""
    (tmp_path / "a.journey.yaml").write_text(MAP)
    ran = journey("blame", "a.journey.yaml", cwd=tmp_path)
    assert (ran.code, "git init" in ran.err) == (2, True)


@pytest.mark.parametrize("width", [20, 60, 140])
def test_no_line_is_wider_than_the_terminal(top: Path, width: int) -> None:
    """Columns go, and then rows stand one below the other."""
    ran = journey("blame", NAME, "--width", str(width), *TODAY, cwd=top)
    assert max(map(len, ran.out.splitlines())) <= width
    assert "2026-02-10" in ran.out

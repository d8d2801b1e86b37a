"""The job that tells in a pull request what changes: its form, and its steps as they run here."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from past import MAP, begin, commit, git
from program import ROOT

FILE = ROOT / "ci/journey-diff.github.yml"
BIN = Path(sys.executable).parent
OTHER = "format: journey-map/1\nid: other\ntitle: O\nstages:\n  - {id: one, name: One}\n"
ODD = "maps/a `b` [c](d).journey.yaml"

_GITHUB = {
    "GITHUB_SERVER_URL": "https://github.com",
    "GITHUB_REPOSITORY": "acme/journeys",
    "NUMBER": "7",
    "GH_TOKEN": "token",
}


def _jobs() -> dict[str, Any]:
    jobs: dict[str, Any] = yaml.safe_load(FILE.read_text("utf-8"))["jobs"]
    return jobs


def _script(job: str, step: str) -> str:
    (found,) = [each["run"] for each in _jobs()[job]["steps"] if each.get("name") == step]
    return str(found)


def _run(script: str, folder: Path, **environment: str) -> None:
    """Run a step as the runner does: bash that stops at the first failure."""
    subprocess.run(
        ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", script],
        cwd=folder,
        env={**os.environ, "PATH": f"{BIN}{os.pathsep}{os.environ['PATH']}", **environment},
        check=True,
        capture_output=True,
    )


def test_it_follows_the_schema_of_workflows() -> None:
    """The schema comes with check-jsonschema; nothing is fetched."""
    done = subprocess.run(
        [BIN / "check-jsonschema", "--builtin-schema", "vendor.github-workflows", FILE],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout


def test_no_expression_is_written_into_a_command() -> None:
    """What a pull request says reaches the shell as environment variables only."""
    runs = [step["run"] for job in _jobs().values() for step in job["steps"] if "run" in step]
    assert [run for run in runs if "${{" in run] == []


def test_what_reads_the_maps_may_write_nothing() -> None:
    """Nothing of the pull request is checked out where there is a right to write."""
    for job in _jobs().values():
        uses = [step.get("uses", "").partition("@")[0] for step in job["steps"]]
        writes = "write" in job["permissions"].values()
        assert ("actions/checkout" in uses) is not writes


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """Give a branch that changes one map, adds one with an odd name, and drops one."""
    top = tmp_path / "repository"
    top.mkdir()
    begin(top)
    commit(top, "maps/switch.journey.yaml", MAP)
    commit(top, "maps/gone.journey.yaml", MAP.replace("id: switch", "id: gone"))
    git(top, "switch", "-q", "-c", "change")
    (top / "maps/gone.journey.yaml").unlink()
    commit(top, "maps/switch.journey.yaml", MAP.replace("score: -1", "score: 1"))
    commit(top, ODD, OTHER)
    return top


def test_it_compares_and_draws_what_the_branch_changes(checkout: Path) -> None:
    """Words for the comment and the summary; a picture of each map, before and after."""
    base = git(checkout, "rev-parse", "main").strip()
    summary = checkout.parent / "summary.md"
    _run(_script("compare", "Compare"), checkout, BASE=base, GITHUB_STEP_SUMMARY=str(summary))
    assert summary.read_text() == (checkout / "told/diff.md").read_text()
    assert "“wary” went from ~~−1~~ to **" in summary.read_text()
    pictures = {each.name for each in (checkout / "told/pictures").iterdir()}
    names = {
        number: (checkout / f"told/pictures/{number}.txt").read_text().strip()
        for number in ("1", "2", "3")
    }
    drawn = {(names[each[0]], each[2:-4]) for each in pictures if each.endswith(".png")}
    assert drawn == {
        ("maps/a??b???c??d?.journey.yaml", "after"),
        ("maps/gone.journey.yaml", "before"),
        ("maps/switch.journey.yaml", "before"),
        ("maps/switch.journey.yaml", "after"),
    }


def test_the_comment_points_at_the_pictures(tmp_path: Path) -> None:
    """By the commit that holds them, so that no cache shows an older one."""
    pictures = tmp_path / "told/pictures"
    pictures.mkdir(parents=True)
    (tmp_path / "told/diff.md").write_text("Words.\n")
    (pictures / "1-after.png").write_bytes(b"")
    (pictures / "1.txt").write_text("maps/a.journey.yaml\n")
    _run(
        _script("tell", "Write the comment"),
        tmp_path,
        COMMIT="c0ffee",
        **_GITHUB,
    )
    assert (tmp_path / "comment.md").read_text() == (
        "<!-- journey-diff -->\nWords.\n\n"
        "<details><summary>Before and after: maps/a.journey.yaml</summary>\n\n"
        "**Before**\n\nnone\n\n**After**\n\n"
        "![After](https://github.com/acme/journeys/raw/c0ffee/1-after.png)\n\n</details>\n"
    )


def test_a_comment_without_pictures_is_words(tmp_path: Path) -> None:
    """Where no map could be drawn there is nothing to unfold."""
    (tmp_path / "told/pictures").mkdir(parents=True)
    (tmp_path / "told/diff.md").write_text("Words.\n")
    _run(_script("tell", "Write the comment"), tmp_path, COMMIT="", **_GITHUB)
    assert (tmp_path / "comment.md").read_text() == "<!-- journey-diff -->\nWords.\n"


@pytest.mark.parametrize(("existing", "method"), [("", "POST"), ("41\n42\n", "PATCH")])
def test_there_is_one_comment(tmp_path: Path, existing: str, method: str) -> None:
    """The one that is there is changed; only where there is none is one written."""
    (tmp_path / "comment.md").write_text("x")
    said = tmp_path / "said"
    fake = tmp_path / "bin" / "gh"
    fake.parent.mkdir()
    fake.write_text(
        f'#!/bin/sh\necho "$@" >> {said}\n'
        f"case \"$*\" in *--paginate*) printf '{existing}' ;; esac\n"
    )
    fake.chmod(0o755)
    script = f'PATH="{fake.parent}:$PATH"\n' + _script(
        "tell", "Comment, or change the comment that is there"
    )
    _run(script, tmp_path, **_GITHUB)
    last = said.read_text().splitlines()[-1]
    assert re.findall(r"--method (\w+) ", last) == [method]
    assert ("issues/comments/41" in last) is (method == "PATCH")

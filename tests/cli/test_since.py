"""`journey lint --since` through the installed program, in repositories of all kinds."""

from __future__ import annotations

import contextlib
import gc
import io
import json
import subprocess
from typing import TYPE_CHECKING, Any

import pytest

from journeycli.cli.main import run
from program import journey

if TYPE_CHECKING:
    from pathlib import Path

PERSONA = "format: persona/1\nid: {}\nname: {}\n"
MAP = """\
format: journey-map/1
id: {}
title: The title of {}
personas: [maya]
stages:
  - id: one
    name: One
    phase: resarch
    barriers:
      - {{text: Something slow, severity: hi}}
"""
SETTINGS = 'today = "2026-11-30"\nselect = ["J0", "J8"]\n'


def git(folder: Path, *arguments: str) -> str:
    done = subprocess.run(
        ["git", *arguments], cwd=folder, check=True, capture_output=True, text=True
    )
    return done.stdout.strip()


def commit(folder: Path, message: str = "x") -> str:
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--message", message)
    return git(folder, "rev-parse", "HEAD")


@pytest.fixture
def workspace(repository: Path) -> Path:
    git(repository, "checkout", "-q", "-b", "main")
    (repository / "journey.toml").write_text(SETTINGS)
    (repository / "maya.persona.yaml").write_text(PERSONA.format("maya", "Maya"))
    for name in ("a", "b"):
        (repository / f"{name}.journey.yaml").write_text(MAP.format(name, name))
    commit(repository)
    return repository


def since(folder: Path, *arguments: str) -> tuple[int, list[str]]:
    """Lint in this process, and give the exit code and the findings in short."""
    out = io.StringIO()
    with contextlib.chdir(folder), contextlib.redirect_stdout(out):
        code = run(["lint", *arguments, "--format", "json"])
    gc.enable()  # a lint is a process of its own elsewhere
    return code, _short(out.getvalue())


def _short(text: str) -> list[str]:
    found: list[dict[str, Any]] = json.loads(text)["findings"]
    return [f"{each['path']}:{each['start']['line']} {each['code']}" for each in found]


def edit(file: Path, old: str, new: str) -> None:
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), "utf-8")


def test_nothing_changed_is_clean_and_says_so(workspace: Path) -> None:
    """Exit code 0, whatever was wrong before; without --since it is all there."""
    ran = journey("lint", "--since", "HEAD", cwd=workspace)
    assert ran.code == 0
    assert "note: Nothing changed in 3 files since HEAD (" in ran.out
    assert "4 older findings not" in ran.out
    assert len(since(workspace)[1]) == 4


def test_what_a_change_does_to_other_files(workspace: Path) -> None:
    """A persona that is gone is missed in maps that nobody touched; old faults are not new."""
    (workspace / "maya.persona.yaml").unlink()
    expected = ["a.journey.yaml:4 J801", "b.journey.yaml:4 J801"]
    assert since(workspace, "--since", "HEAD") == (1, expected)
    ran = journey("lint", "--since", "HEAD", cwd=workspace)
    assert "note: 0 of 2 files changed and 1 is gone since HEAD (" in ran.out


def test_what_is_new_in_a_file_that_changed(workspace: Path) -> None:
    """New findings, and old ones on lines that were touched; the others stay away."""
    file = workspace / "a.journey.yaml"
    edit(file, "title: The title of a", "titel: The title of a\n# a remark")
    assert since(workspace, "--since", "HEAD")[1] == ["a.journey.yaml:3 J003"]
    git(workspace, "checkout", "-q", ".")
    edit(file, "    phase: resarch", "    phase: resarch  # see?")
    assert since(workspace, "--since", "HEAD")[1] == ["a.journey.yaml:8 J801"]


def test_a_new_layout_brings_up_nothing(workspace: Path) -> None:
    """Lines that were moved and indented say what they said."""
    (workspace / "b.journey.yaml").write_text(
        "title: The title of b\nid: b\nformat: journey-map/1\npersonas: [maya]\nstages:\n"
        "- barriers:\n  - {text: Something slow, severity: hi}\n"
        "  phase: resarch\n  name: One\n  id: one\n"
    )
    assert since(workspace, "--since", "HEAD")[1] == []


def test_a_copy_is_new_and_leaves_its_model_alone(workspace: Path) -> None:
    """What is wrong in the copy is shown, even under the same id; the old file stays quiet."""
    text = (workspace / "b.journey.yaml").read_text("utf-8")
    for name in ("a-copy", "z-copy"):
        (workspace / f"{name}.journey.yaml").write_text(text, "utf-8")
        _, found = since(workspace, "--since", "HEAD", "--ignore", "J802")
        copied = [each for each in found if each.startswith(name)]
        assert [each.split(":")[1] for each in copied] == ["8 J801", "10 J002"]
        assert found == copied
        (workspace / f"{name}.journey.yaml").unlink()


def test_a_name_that_another_map_took_over(workspace: Path) -> None:
    """The map that had it is the same map under its new name."""
    (workspace / "b.journey.yaml").rename(workspace / "old.journey.yaml")
    text = MAP.format("new", "new").replace("resarch", "research").replace("hi}", "high}")
    (workspace / "b.journey.yaml").write_text(text, "utf-8")
    assert since(workspace, "--since", "HEAD") == (0, [])


def test_a_file_that_was_renamed_is_the_same_file(workspace: Path) -> None:
    """It is known by its id."""
    (workspace / "deep").mkdir()
    (workspace / "a.journey.yaml").rename(workspace / "deep/z.journey.yaml")
    assert since(workspace, "--since", "HEAD") == (0, [])


@pytest.mark.parametrize("name", ["-c.journey.yaml", "c\nd.journey.yaml", "ç ü.journey.yaml"])
def test_a_new_file_is_new_as_a_whole(workspace: Path, name: str) -> None:
    """Whether git knows it already or not, and whatever it is called."""
    (workspace / name).write_text(MAP.format("c", "c"))
    assert since(workspace, "--since", "HEAD")[1] == [f"{name}:8 J801", f"{name}:10 J002"]
    commit(workspace)
    assert len(since(workspace, "--since", "HEAD~1")[1]) == 2
    assert since(workspace, "--since", "HEAD")[1] == []


def test_what_others_did_meanwhile_does_not_count(workspace: Path) -> None:
    """The named branch has moved on: compared is with the commit that both have in common."""
    git(workspace, "checkout", "-q", "-b", "mine")
    (workspace / "c.journey.yaml").write_text(MAP.format("c", "c"))
    commit(workspace)
    git(workspace, "checkout", "-q", "main")
    for name in ("a", "b"):
        edit(workspace / f"{name}.journey.yaml", "resarch", "research")
    commit(workspace)
    git(workspace, "checkout", "-q", "mine")
    found = since(workspace, "--since", "main")[1]
    assert found == ["c.journey.yaml:8 J801", "c.journey.yaml:10 J002"]


def test_settings_and_baseline_of_then(workspace: Path) -> None:
    """What a change of the settings, the baseline or a comment brings up is new."""
    edit(workspace / "journey.toml", '"J0", "J8"', '"J0"')
    base = commit(workspace)
    edit(workspace / "journey.toml", '"J0"', '"J0", "J8"')
    phases = ["a.journey.yaml:8 J801", "b.journey.yaml:8 J801"]
    assert since(workspace, "--since", base)[1] == phases
    journey("lint", "--write-baseline", cwd=workspace)
    base = commit(workspace)
    assert since(workspace, "--since", base)[1] == []
    (workspace / "journey-baseline.json").unlink()
    assert since(workspace, "--since", base)[1] == phases


def test_settings_of_then_that_were_wrong(workspace: Path) -> None:
    """The past is then looked at by the settings of today."""
    (workspace / "journey.toml").write_text("selekt = 1\n")
    base = commit(workspace)
    (workspace / "journey.toml").write_text(SETTINGS)
    edit(workspace / "a.journey.yaml", "title:", "titel:")
    assert since(workspace, "--since", base)[1] == ["a.journey.yaml:3 J003"]


def test_before_there_were_maps_everything_is_new(repository: Path) -> None:
    """The commit that brings the first map is judged as a whole."""
    (repository / "README").write_text("x")
    commit(repository)
    (repository / "maps").mkdir()
    (repository / "maps/a.journey.yaml").write_text(MAP.format("a", "a"))
    found = since(repository, "--since", "HEAD", "--select", "J0")[1]
    assert found == ["maps/a.journey.yaml:10 J002"]


def test_a_workspace_below_the_top_and_a_linked_worktree(workspace: Path) -> None:
    """Paths are those of the workspace; other folders of the repository do not matter."""
    below = workspace / "team/journeys"
    below.mkdir(parents=True)
    (below / "journey.toml").write_text(SETTINGS)
    (below / "maya.persona.yaml").write_text(PERSONA.format("maya", "Maya"))
    (below / "a.journey.yaml").write_text(MAP.format("a", "a"))
    commit(workspace)
    other = workspace.parent / "linked"
    git(workspace, "worktree", "add", "--quiet", str(other))
    for folder in (below, other / "team/journeys"):
        (folder / "maya.persona.yaml").unlink()
        assert since(folder, "--since", "HEAD")[1] == ["a.journey.yaml:4 J801"]
        ran = journey(
            "lint", str(folder), "--since", "HEAD", "--format", "concise", cwd=workspace.parent
        )
        assert ran.out.startswith("a.journey.yaml:4:12: error J801 ")


def test_only_what_is_new_is_fixed(workspace: Path) -> None:
    """`--fix` and `--diff` leave older findings alone, and what remains decides."""
    file = workspace / "a.journey.yaml"
    edit(file, "title:", "titel:")
    shown = journey("lint", "--since", "HEAD", "--diff", cwd=workspace)
    assert "-titel: The title of a\n+title: The title of a\n" in shown.out
    assert "resarch" not in shown.out.replace(" ", "").replace("phase:resarch\n", "")
    ran = journey("lint", "--since", "HEAD", "--fix", cwd=workspace)
    assert ran.code == 0
    assert file.read_text() == MAP.format("a", "a")


def test_standard_input_is_compared_under_its_name(workspace: Path) -> None:
    """An editor asks what the text in it does that the commit did not."""
    text = MAP.format("a", "a").replace("title:", "titel:").encode()
    arguments = ("-", "--stdin-filename", "a.journey.yaml", "--since", "HEAD", "--format", "json")
    ran = journey("lint", *arguments, cwd=workspace, stdin=text)
    assert _short(ran.out) == ["a.journey.yaml:3 J003"]
    ran = journey("lint", *arguments, cwd=workspace, stdin=MAP.format("a", "a").encode())
    assert _short(ran.out) == []


def test_max_warnings_and_fail_level_count_what_is_new(workspace: Path) -> None:
    """The exit code is that of what is shown."""
    assert journey("lint", "--since", "HEAD", "--max-warnings", "0", cwd=workspace).code == 0
    (workspace / "maya.persona.yaml").unlink()
    assert journey("lint", "--since", "HEAD", "--max-warnings", "9", cwd=workspace).code == 1


def test_links_and_large_files_of_then(workspace: Path) -> None:
    """A link is followed as it is today, and what was too large then is no hindrance."""
    (workspace / "c.journey.yaml").symlink_to("a.journey.yaml")
    edit(workspace / "journey.toml", "select", "limits.bytes = 300\nselect")
    (workspace / "d.journey.yaml").write_text(MAP.format("d", "d") + "# x" * 200)
    commit(workspace)
    assert "d.journey.yaml:1 J007" in since(workspace)[1]
    assert since(workspace, "--since", "HEAD") == (0, [])


@pytest.mark.parametrize("revision", ["nowhere", "", "--output=x", "HEAD~99", "a b", "main:"])
def test_a_commit_that_is_not_there(
    workspace: Path, revision: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """One sentence with what to do, and exit code 2; nothing of it is an option to git."""
    before = sorted(workspace.iterdir())
    with contextlib.chdir(workspace):
        assert run(["lint", f"--since={revision}"]) == 2
    told = capsys.readouterr()
    assert told.out == ""
    assert f"error: --since {revision}: there is no such commit, branch or tag." in told.err
    assert sorted(workspace.iterdir()) == before


def test_a_branch_that_only_the_server_has(workspace: Path, tmp_path_factory: Any) -> None:
    """A clone has one branch of its own; the others are the server's."""
    git(workspace, "branch", "release")
    clone = tmp_path_factory.mktemp("clone") / "of"
    git(workspace, "clone", "--quiet", str(workspace), str(clone))
    ran = journey("lint", "--since", "release", cwd=clone)
    assert (ran.code, "Did you mean origin/release?" in ran.err) == (2, True)
    assert journey("lint", "--since", "origin/release", cwd=clone).code == 0


def test_a_shallow_clone_says_how_to_get_the_rest(workspace: Path, tmp_path_factory: Any) -> None:
    """In a pipeline that is the usual reason for a commit that is not there."""
    base = git(workspace, "rev-parse", "HEAD")
    edit(workspace / "a.journey.yaml", "resarch", "research")
    commit(workspace)
    clone = tmp_path_factory.mktemp("clone") / "of"
    git(workspace, "clone", "--quiet", "--depth=1", f"file://{workspace}", str(clone))
    ran = journey("lint", "--since", base, cwd=clone)
    assert ran.code == 2
    assert "git fetch --unshallow" in ran.err
    assert "fetch-depth: 0" in ran.err


def test_without_a_repository(tmp_path: Path) -> None:
    """There is no past to compare with."""
    (tmp_path / "a.journey.yaml").write_text(MAP.format("a", "a"))
    ran = journey("lint", "--since", "HEAD", cwd=tmp_path)
    assert ran.code == 2
    assert f"error: --since HEAD: {tmp_path} is in no git repository." in ran.err


def test_without_git(workspace: Path) -> None:
    """The missing tool is named."""
    ran = journey("lint", "--since", "HEAD", cwd=workspace, PATH="/nowhere")
    assert ran.code == 2
    assert "--since HEAD: This needs git, which is not installed." in ran.err


def test_a_baseline_is_of_all_findings(workspace: Path) -> None:
    """Written of a part, it would bring the rest back."""
    ran = journey("lint", "--since", "HEAD", "--write-baseline", cwd=workspace)
    assert ran.code == 2
    assert "leave --since out" in ran.err


def test_a_repository_without_files_or_commits(tmp_path: Path) -> None:
    """A bare repository is one, and a new one has no commit yet; both are said."""
    bare = tmp_path / "bare.git"
    git(tmp_path, "init", "-q", "--bare", str(bare))
    for command in (("lint", "--since", "HEAD"), ("diff",)):
        ran = journey(*command, cwd=bare)
        assert ran.code == 2
        assert f"{bare} is a bare git repository, which holds no files." in ran.err
    new = tmp_path / "new"
    git(tmp_path, "init", "-q", str(new))
    (new / "a.journey.yaml").write_text("format: journey-map/1\n")
    ran = journey("lint", "--since", "HEAD", cwd=new)
    assert ran.err.endswith(
        "no such commit, branch or tag.\nThere is no commit on this branch yet.\n"
    )

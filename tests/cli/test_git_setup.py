"""`journey git-setup` in real repositories: what git does with maps afterwards."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from program import journey

from .repositories import MAP, NAME, branches, done, git, save, text

HELP = "      - Help line\n"
OURS = MAP.replace(HELP, HELP + "      - Live chat\n").replace("severity: high", "severity: low")
THEIRS = MAP.replace(HELP, HELP + "      - The shop\n").replace("phase: research", "phase: need")
BOTH = OURS.replace("- Live chat\n", "- Live chat\n      - The shop\n").replace(
    "phase: research", "phase: need"
)
CLASH = MAP.replace("severity: high", "severity: critical")


@pytest.fixture
def top(tmp_path: Path) -> Path:
    """Give a repository with a space in its path, set up."""
    folder = tmp_path / "my maps"
    folder.mkdir()
    done(folder, "init", "-q", "-b", "main")
    ran = journey("git-setup", cwd=folder)
    assert ran.code == 0, ran.err
    return folder


def test_a_merge_by_id(top: Path) -> None:
    """Two items appended to one list merge, where git alone has a conflict."""
    branches(top, MAP, OURS, THEIRS)
    done(top, "merge", "-q", "side")
    assert text(top) == BOTH
    assert done(top, "status", "--short") == ""


def test_without_the_setup_git_has_a_conflict(tmp_path: Path) -> None:
    """The same merge by lines fails: the driver earns its place."""
    done(tmp_path, "init", "-q", "-b", "main")
    branches(tmp_path, MAP, OURS, THEIRS)
    assert git(tmp_path, "merge", "-q", "side").code == 1


def test_a_rebase_and_a_cherry_pick(top: Path) -> None:
    """Commits that are replayed one by one merge by id as well."""
    branches(top, MAP, OURS, THEIRS)
    done(top, "switch", "-q", "-c", "picked")
    done(top, "cherry-pick", "side")
    assert text(top) == BOTH
    done(top, "switch", "-q", "side")
    done(top, "rebase", "-q", "main")
    assert text(top) == BOTH


def test_a_stash_and_a_revert(top: Path) -> None:
    """What git merges without saying so is merged by id too."""
    save(top, MAP)
    (top / NAME).write_text(OURS)
    done(top, "stash", "-q")
    save(top, THEIRS)
    done(top, "stash", "pop", "-q")
    assert "      - The shop\n      - Live chat\n" in text(top)
    save(top, BOTH)
    done(top, "revert", "--no-edit", "HEAD~1")
    assert text(top) == OURS


def test_a_conflict_is_left_and_resolved(top: Path) -> None:
    """Git stops with markers around the one line, and goes on once it is resolved."""
    branches(top, MAP, OURS, CLASH)
    stopped = git(top, "merge", "side")
    assert stopped.code == 1
    assert f"CONFLICT (content): Merge conflict in {NAME}" in stopped.said
    assert f"{NAME}: 1 place was changed on both sides; look for <<<<<<<." in stopped.said
    left = text(top).replace("<<<<<<< HEAD\n", "<<<<<<< ours\n")  # git before 2.44 gives no names
    left = left.replace(">>>>>>> side\n", ">>>>>>> theirs\n")
    halves = "        severity: low\n=======\n        severity: critical\n"
    assert left == OURS.replace(
        "        severity: low\n", f"<<<<<<< ours\n{halves}>>>>>>> theirs\n"
    )
    (top / NAME).write_text(OURS)
    done(top, "add", "-A")
    done(top, "commit", "-q", "--no-edit")
    assert done(top, "status", "--short") == ""


def test_a_conflict_with_the_common_version(top: Path) -> None:
    """`merge.conflictStyle` and the marker size of an attribute are followed."""
    done(top, "config", "merge.conflictStyle", "diff3")
    with (top / ".gitattributes").open("a") as attributes:
        attributes.write("*.journey.yaml conflict-marker-size=9\n")
    branches(top, MAP, OURS, CLASH)
    assert git(top, "merge", "-q", "side").code == 1
    assert "|" * 9 in text(top)
    assert "        severity: high\n=========\n" in text(top)


def test_a_rebase_stops_at_a_conflict_and_goes_on(top: Path) -> None:
    """A conflict in the middle of a rebase is resolved and the rebase goes on."""
    branches(top, MAP, OURS, CLASH)
    done(top, "switch", "-q", "side")
    assert git(top, "rebase", "main").code == 1
    assert "<<<<<<<" in text(top)
    (top / NAME).write_text(CLASH)
    done(top, "add", "-A")
    done(top, "rebase", "--continue")
    assert text(top) == CLASH


def test_added_on_both_sides(top: Path) -> None:
    """A map that both branches added has no common version."""
    done(top, "add", "-A")
    done(top, "commit", "-q", "-m", "empty")
    done(top, "switch", "-q", "-c", "side")
    save(top, THEIRS)
    done(top, "switch", "-q", "main")
    save(top, MAP.replace(HELP, HELP + "      - Live chat\n"))
    assert git(top, "merge", "-q", "side").code == 1
    assert "      - Live chat\n      - The shop\n" in text(top)
    assert "    phase: research\n=======\n    phase: need\n" in text(top)


def test_a_criss_cross_merge(top: Path) -> None:
    """Where history has two common versions, git merges these first, with the same driver."""
    branches(top, MAP, OURS, THEIRS)
    done(top, "branch", "main-before")
    done(top, "merge", "-q", "side")
    save(top, text(top).replace("title: Switching", "title: Changing"))
    done(top, "switch", "-q", "side")
    done(top, "merge", "-q", "main-before")
    save(top, text(top).replace("name: Order", "name: Buy"))
    done(top, "merge", "-q", "main")
    merged = text(top)
    assert "<<<<<<<" not in merged
    assert all(each in merged for each in ("title: Changing", "name: Buy", "Live chat", "The shop"))


def test_a_hunk_names_stage_and_touchpoint(top: Path) -> None:
    """`git diff` and `git log -p` say where in the map a change stands; line numbers stay true."""
    save(top, MAP)
    (top / NAME).write_text(MAP.replace("expected: 1", "expected: 2"))
    shown = done(top, "diff")
    assert "@@ -14,7 +14,7 @@ compare › touchpoints › price-page\n" in shown
    assert "-        expected: 1\n+        expected: 2\n" in shown
    save(top, MAP.replace("severity: high", "severity: low"))
    assert " @@ order › barriers\n" in done(top, "log", "-1", "-p")


def test_without_textconv_a_hunk_names_the_nearest_id(top: Path) -> None:
    """The pattern serves on the file's own lines as well."""
    save(top, MAP)
    (top / NAME).write_text(MAP.replace("expected: 1", "expected: 2"))
    assert "@@ -14,7 +14,7 @@ id: price-page\n" in done(top, "diff", "--no-textconv")


def test_a_patch_is_the_files_own_text(top: Path) -> None:
    """What is to be applied elsewhere holds no added comments."""
    branches(top, MAP, OURS, THEIRS)
    assert "#:" not in done(top, "format-patch", "-1", "--stdout")


def test_a_map_that_cannot_be_read_is_shown_as_it_is(top: Path) -> None:
    """A broken map and odd bytes still have a diff."""
    save(top, "a: [\n")
    (top / NAME).write_bytes(b"a: [\n\xff\n")
    assert "@@ -1 +1,2 @@" in done(top, "diff", "--text")


def test_git_mergetool(top: Path) -> None:
    """A merge done by lines is taken up by the tool, without a question."""
    attributes = (top / ".gitattributes").read_text()
    (top / ".gitattributes").write_text(attributes.replace(" merge=journey", ""))
    branches(top, MAP, OURS, THEIRS)
    assert git(top, "merge", "-q", "side").code == 1
    done(top, "mergetool", "--no-prompt", "--tool", "journey")
    assert text(top) == BOTH
    assert "UU" not in done(top, "status", "--short")


def test_git_difftool(top: Path) -> None:
    """The tool is given both versions as files, without a question."""
    save(top, MAP)
    (top / NAME).write_text(OURS)
    value = done(top, "config", "difftool.journey.cmd").strip()
    program = str(Path(sys.executable).with_name("journey"))
    assert value == f'{program} diff "$LOCAL" "$REMOTE"'
    done(top, "config", "difftool.journey.cmd", value.replace(f"{program} diff", "diff -u"))
    shown = done(top, "difftool", "--no-prompt", "--tool", "journey")
    assert "+      - Live chat\n" in shown


def test_a_linked_worktree_and_a_folder_below(top: Path, tmp_path: Path) -> None:
    """The command works from a folder of a linked worktree, whose `.git` is a file."""
    branches(top, MAP, OURS, THEIRS)
    done(top, "worktree", "add", "-q", str(tmp_path / "linked"), "side")
    below = tmp_path / "linked" / "below"
    below.mkdir()
    ran = journey("git-setup", cwd=below)
    assert (ran.code, ran.err) == (0, "Nothing to do.\n")
    done(below, "merge", "-q", "main")
    assert "      - The shop\n      - Live chat\n" in text(tmp_path / "linked")


def test_a_submodule(top: Path, tmp_path: Path) -> None:
    """In a submodule it is the submodule that is set up."""
    save(top, MAP)
    above = tmp_path / "above"
    done(tmp_path, "init", "-q", "above")
    done(above, "-c", "protocol.file.allow=always", "submodule", "add", "-q", str(top), "maps")
    ran = journey("git-setup", cwd=above / "maps")
    assert ran.code == 0
    assert done(above / "maps", "config", "merge.journey.name")
    assert git(above, "config", "merge.journey.name").code == 1


@pytest.mark.parametrize(
    "left", [None, "#!/nowhere/python\n", "#!/bin/sh\nexit 3\n", "#!/bin/sh\nexit 1\n"]
)
def test_the_program_is_gone_or_fails(top: Path, tmp_path: Path, left: str | None) -> None:
    """Where the program cannot do it, git merges lines and shows the file as it is."""
    instead = tmp_path / "journey"
    if left is not None:
        instead.write_text(left)
        instead.chmod(0o755)
    for name in ("merge.journey.driver", "diff.journey.textconv"):
        value = done(top, "config", name).strip()
        program = str(Path(sys.executable).with_name("journey"))
        assert program in value
        done(top, "config", name, value.replace(program, str(instead)))
    branches(top, MAP, OURS, CLASH)
    assert "-        severity: high" in done(top, "log", "-1", "-p")
    assert git(top, "merge", "-q", "side").code == 1
    assert text(top).count("=======") == 1
    assert "severity: critical" in text(top)


def _set_up(top: Path, *command: str | Path) -> None:
    """Set a repository up with a program that is called in another way."""
    done(top, "init", "-q", "-b", "main")
    ran = subprocess.run([*command, "git-setup"], cwd=top, capture_output=True, check=False)
    assert ran.returncode == 0, ran.stderr.decode()


def test_a_program_with_a_space_in_its_path(tmp_path: Path) -> None:
    """The path of the program is quoted wherever a shell reads it."""
    program = tmp_path / "it's 100%O here" / "journey"
    program.parent.mkdir()
    shutil.copy(Path(sys.executable).with_name("journey"), program)
    top = tmp_path / "maps"
    top.mkdir()
    _set_up(top, program)
    branches(top, MAP, OURS, THEIRS)
    done(top, "merge", "-q", "side")
    assert text(top) == BOTH
    assert "@@ compare › touchpoints" in done(top, "log", "-1", "-p", "-m", "--first-parent")


def test_a_program_that_is_on_no_path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is called through its Python, which takes no module from the repository."""
    monkeypatch.setenv("PATH", os.defpath)
    _set_up(tmp_path, sys.executable, "-m", "journeycli")
    driver = done(tmp_path, "config", "merge.journey.driver")
    assert f"{sys.executable} -P -m journeycli merge " in driver
    (tmp_path / "yaml.py").write_text("raise SystemExit(1)")
    (tmp_path / "journeycli.py").write_text("raise SystemExit(1)")
    branches(tmp_path, MAP, OURS, THEIRS)
    done(tmp_path, "merge", "-q", "side")
    assert text(tmp_path) == BOTH


def test_undo_restores_every_byte(top: Path) -> None:
    """Attributes and settings are what they were, whatever stood in them."""
    for before in (b"*.png binary", b"*.png binary\n", b"# mine\r\n*.png binary\r\n", b"a\r\nb"):
        (top / ".gitattributes").write_bytes(before)
        assert journey("git-setup", cwd=top).code == 0
        assert (top / ".gitattributes").read_bytes().startswith(before)
        (top / "later").write_bytes((top / ".gitattributes").read_bytes() + b"*.gif binary\n")
        (top / "later").replace(top / ".gitattributes")
        assert journey("git-setup", "--undo", cwd=top).code == 0
        assert (top / ".gitattributes").read_bytes() in (
            before + b"*.gif binary\n",
            before + b"\n*.gif binary\n",
            before + b"\r\n*.gif binary\n",
        )


def test_undo_leaves_nothing(tmp_path: Path) -> None:
    """After setup and undo the repository is as it was; another undo has nothing to do."""
    done(tmp_path, "init", "-q")
    done(tmp_path, "config", "mergetool.journey.path", "mine")
    before = (tmp_path / ".git" / "config").read_bytes()
    assert journey("git-setup", cwd=tmp_path).code == 0
    assert journey("git-setup", "--undo", cwd=tmp_path).code == 0
    assert (tmp_path / ".git" / "config").read_bytes() == before
    assert not (tmp_path / ".gitattributes").exists()
    assert journey("git-setup", "--undo", cwd=tmp_path).err == "Nothing to do.\n"


def test_twice_is_once(top: Path) -> None:
    """A second run changes nothing and says so."""
    before = (top / ".gitattributes").read_bytes(), (top / ".git" / "config").read_bytes()
    ran = journey("git-setup", cwd=top)
    assert (ran.code, ran.err) == (0, "Nothing to do.\n")
    assert {line.split()[0] for line in ran.out.splitlines()} == {"kept"}
    after = (top / ".gitattributes").read_bytes(), (top / ".git" / "config").read_bytes()
    assert after == before


def test_for_all_repositories(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """`--global` writes the user's settings and attributes; a repository needs nothing more."""
    home = Path(os.environ["HOME"])
    monkeypatch.delenv("GIT_CONFIG_GLOBAL")
    ran = journey("git-setup", "--global", cwd=tmp_path)
    assert ran.code == 0, ran.err
    assert "merge=journey" in (home / ".config" / "git" / "attributes").read_text()
    done(tmp_path, "init", "-q", "-b", "main")
    branches(tmp_path, MAP, OURS, THEIRS)
    done(tmp_path, "merge", "-q", "side")
    assert text(tmp_path) == BOTH
    assert journey("git-setup", "--global", "--undo", cwd=tmp_path).code == 0
    assert not (home / ".config" / "git" / "attributes").exists()
    assert (home / ".gitconfig").read_text() == ""


@pytest.mark.parametrize("bare", [True, False])
def test_where_there_is_no_repository(tmp_path: Path, *, bare: bool) -> None:
    """The message says what to do."""
    if bare:
        done(tmp_path, "init", "-q", "--bare")
    ran = journey("git-setup", cwd=tmp_path)
    assert ran.code == 2
    assert ran.err.startswith("error: There is no git repository with files here: ")
    assert "journey git-setup --global" in ran.err


def test_a_block_that_lost_its_end(top: Path) -> None:
    """A block that somebody cut in half is not guessed at, and nothing is changed."""
    attributes = top / ".gitattributes"
    attributes.write_text("".join(attributes.read_text().splitlines(keepends=True)[:2]))
    ran = journey("git-setup", "--undo", cwd=top)
    assert ran.code == 2
    assert "has lost a mark" in ran.err
    assert done(top, "config", "merge.journey.driver")


def test_a_link_in_place_of_the_attributes(tmp_path: Path) -> None:
    """Git follows no link there, so that writing through it would set nothing up."""
    done(tmp_path, "init", "-q")
    (tmp_path / "elsewhere").write_text("")
    (tmp_path / ".gitattributes").symlink_to("elsewhere")
    ran = journey("git-setup", cwd=tmp_path)
    assert (ran.code, (tmp_path / "elsewhere").read_text()) == (2, "")

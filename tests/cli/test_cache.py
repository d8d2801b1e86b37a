"""The cache as people meet it: a folder that changes nothing but the time that a run takes."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any
from zlib import crc32

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from journeycli.cli import linting, main
from journeycli.cli.workspace import open_workspace
from journeycli.workspace.cache_folder import FOLDER
from program import ROOT, journey

if TYPE_CHECKING:
    from collections.abc import Callable

MAP = """\
format: journey-map/1
id: switch
title: Switching
personas: [nobody]
stages:
  - id: compare
    name: Compare offers
    emotions: [{feeling: furious, score: 2}]  # journey: ignore[J4] until 2026-12-31 -- checked
    barriers: [TBD]
  - {id: order, name: Order, barriers: [The contract runs for another year]}
"""


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    """Give a workspace with settings and two maps."""
    (tmp_path / "journey.toml").write_text("")
    (tmp_path / "switch.journey.yaml").write_text(MAP)
    (tmp_path / "order.journey.yaml").write_text(MAP.replace("id: switch", "id: other"))
    return tmp_path


def lint(folder: Path, *arguments: str) -> tuple[int, str]:
    ran = journey("lint", "--format", "json", "--today", "2026-11-30", *arguments, cwd=folder)
    return ran.code, ran.out


def test_a_second_run_says_the_same_and_git_sees_no_folder(workspace: Path) -> None:
    """The folder is there, keeps itself out of git, and shows in nothing that is printed."""
    subprocess.run(["git", "init", "--quiet", "."], cwd=workspace, check=True)
    first = lint(workspace)
    assert (workspace / FOLDER).is_dir()
    assert lint(workspace) == first == lint(workspace, "--no-cache")
    status = subprocess.run(
        ["git", "status", "--short", "--untracked-files=all"],
        cwd=workspace, check=True, capture_output=True, text=True,
    )  # fmt: skip
    assert status.stdout.split() == [
        "??", "journey.toml", "??", "order.journey.yaml", "??", "switch.journey.yaml",
    ]  # fmt: skip


def test_without_a_cache_nothing_is_left(workspace: Path) -> None:
    """`--no-cache` reads nothing and writes nothing."""
    lint(workspace, "--no-cache")
    assert not (workspace / FOLDER).exists()


def test_a_few_files_without_settings_leave_nothing(workspace: Path) -> None:
    """A folder that nobody made a workspace of stays as it is."""
    (workspace / "journey.toml").unlink()
    lint(workspace)
    assert not (workspace / FOLDER).exists()


def test_clearing_begins_anew(workspace: Path) -> None:
    """`--clear-cache` deletes what was kept before the run."""
    first = lint(workspace)
    before = (workspace / FOLDER / "results-1.jsonl").read_bytes()
    (workspace / FOLDER / "results-1.jsonl").write_bytes(before + b"old\n" * 1000)
    assert lint(workspace, "--clear-cache") == first
    assert (workspace / FOLDER / "results-1.jsonl").stat().st_size < len(before) + 1000


def test_two_runs_at_once_say_the_same(workspace: Path) -> None:
    """Runs that begin together neither wait for one another nor disturb one another."""
    alone = lint(workspace, "--no-cache")
    command = [
        str(Path(sys.executable).with_name("journey")),
        "lint", "--format", "json", "--today", "2026-11-30",
    ]  # fmt: skip
    together = [
        subprocess.Popen(command, cwd=workspace, stdout=subprocess.PIPE, text=True)
        for _ in range(4)
    ]
    assert [(each.communicate()[0], each.returncode) for each in together] == [alone[::-1]] * 4
    assert lint(workspace) == alone


@pytest.mark.parametrize(
    "command",
    [
        ["report", "--format", "json", "--today", "2026-11-30"],
        ["plan", "--format", "json", "--today", "2026-11-30"],
        ["show", "--format", "json"],
        ["show", "switch-broadband"],
        ["show", "installation-day", "--stage", "visit"],
    ],
    ids=lambda command: " ".join(command[:2]),
)
def test_the_other_commands_say_the_same_by_what_is_kept(
    tmp_path: Path,
    command: list[str],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """`report`, `plan` and `show` read and fill the same cache, and no edit escapes them."""
    shutil.copytree(ROOT / "examples", tmp_path / "w")
    folder = tmp_path / "w"
    bare = shutil.copytree(folder, tmp_path / "bare", ignore=lambda *_: {FOLDER})

    def said(where: Path, *words: str) -> tuple[int, str, str]:
        monkeypatch.chdir(where)
        code = main.run(words or command)
        return code, *capsys.readouterr()

    said(folder, "lint")
    for edit in (
        lambda root: (root / "maps/switch-broadband.journey.yaml").rename(root / "a.journey.yaml"),
        lambda root: (root / "shared.catalog.yaml").unlink(),
        lambda root: _edit(root / "a.journey.yaml", "severity: high", "severity: low"),
        lambda root: _edit(root / "personas/remote-worker.persona.yaml", "share: 0.", "share: 0.0"),
        lambda root: shutil.copy(root / "a.journey.yaml", root / "b.journey.yaml"),
        lambda root: (root / "b.journey.yaml").unlink(),
    ):
        edit(folder)
        edit(bare)
        shutil.rmtree(bare / FOLDER, ignore_errors=True)
        expected = said(bare)
        assert said(folder) == expected
        assert said(folder) == expected


def _edit(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")


@pytest.mark.skipif(sys.platform == "win32", reason="needs permissions as Unix has them")
def test_a_folder_that_may_not_be_read_changes_nothing(workspace: Path) -> None:
    """A cache of somebody else's is left alone."""
    alone = lint(workspace, "--no-cache")
    (workspace / FOLDER).mkdir()
    (workspace / FOLDER).chmod(0)
    try:
        assert lint(workspace) == alone
    finally:
        (workspace / FOLDER).chmod(0o755)


FORGERIES: list[Callable[[Any], Any]] = [
    lambda _: None,
    lambda _: -1,
    lambda _: 10**12,
    lambda _: 1.5,
    lambda _: "../../../etc/passwd",
    lambda _: [],
    lambda _: {"": 1},
    lambda value: [value] * 3,
    lambda value: [value, [[]]],
    lambda value: value * 2 if isinstance(value, list | str | int) else value,
]


@settings(max_examples=40)
@given(st.integers(0, 10_000), st.sampled_from(FORGERIES), st.sampled_from(["text", "sarif"]))
def test_a_forged_cache_ends_in_no_traceback(
    tmp_path_factory: pytest.TempPathFactory, at: int, forge: Callable[[Any], Any], format_: str
) -> None:
    """Lines with good checksums that we never wrote are passed over, or are findings at worst."""
    root = tmp_path_factory.mktemp("forged")
    (root / "journey.toml").write_text("")
    (root / "switch.journey.yaml").write_text(MAP)
    command = ["lint", str(root), "--format", format_, "--today", "2026-11-30"]
    assert main.run(command) == 1
    path = root / FOLDER / "results-1.jsonl"
    path.write_bytes(b"".join(_forged(path.read_bytes(), at, forge)))
    assert main.run(command) in (0, 1)
    assert main.run([*command, "--diff"]) in (0, 1)


def _forged(raw: bytes, at: int, forge: Callable[[Any], Any]) -> list[bytes]:
    lines = []
    for line in raw.splitlines():
        head, _, body = line[9:].partition(b" ")
        if not body:
            continue
        value = json.loads(body)
        places = list(_places(value))
        whole, index = places[at % len(places)] if places else (None, None)
        if whole is not None:
            whole[index] = forge(whole[index])
        text = head + b" " + json.dumps(value).encode() + b"\n"
        lines.append(b"%08x %s" % (crc32(text), text))
    return lines


def _places(value: Any) -> Any:
    pairs = value.items() if isinstance(value, dict) else enumerate(value)
    for index, each in list(pairs):
        yield value, index
        if isinstance(each, dict | list):
            yield from _places(each)


def test_rules_of_packages_are_never_remembered(
    workspace: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What such a rule does can change without a word in the settings, so it is always asked."""
    monkeypatch.setattr("journeycli.rules.own.rules_of", lambda _: [])
    (workspace / "journey.toml").write_text('plugins = ["acme-rules"]\n')
    linted = linting.lint_files(open_workspace([workspace]), [workspace], linting.Request())
    assert linted.means.cache is None
    assert not (workspace / FOLDER).exists()


def test_the_exit_code_of_wrong_jobs(workspace: Path) -> None:
    """No process at all cannot lint."""
    ran = journey("lint", "--jobs", "0", cwd=workspace)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == "error: --jobs 0: it takes at least one process.\n"


def test_what_others_put_into_the_folder_stays(workspace: Path) -> None:
    """What another version keeps there is neither read nor deleted."""
    (workspace / FOLDER).mkdir()
    other = workspace / FOLDER / "results-0.jsonl"
    other.write_text("{}\n")
    assert lint(workspace) == lint(workspace, "--no-cache")
    assert other.read_text() == "{}\n"

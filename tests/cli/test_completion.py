"""What the shells offer after TAB, and what the manual says of every command."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING, Any

import pytest
import typer

from journeycli.cli.completion import complete_maps, complete_personas, complete_rules
from journeycli.cli.main import COMMANDS, app
from program import ROOT, journey

if TYPE_CHECKING:
    from pathlib import Path

REPAIR = ROOT / "tests" / "views" / "terminal" / "maps" / "repair.journey.yaml"


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    (tmp_path / "maps").mkdir()
    shutil.copy(REPAIR, tmp_path / "maps")
    return tmp_path


def offered(workspace: Path, line: str) -> list[str]:
    """Give what bash would offer at the end of a line."""
    ran = journey(
        cwd=workspace,
        _JOURNEY_COMPLETE="complete_bash",
        COMP_WORDS=line,
        COMP_CWORD=str(len(line.split(" ")) - 1),
    )
    assert (ran.code, ran.err) == (0, "")
    return ran.out.split()


def test_maps_stages_and_views_are_completed(workspace: Path) -> None:
    """By the ids that stand in the files, and the words of the option."""
    assert offered(workspace, "journey show re") == ["repair"]
    assert "visit" in offered(workspace, "journey show repair --stage ")
    assert offered(workspace, "journey show repair --view ch") == ["checklist"]


@pytest.mark.parametrize("shell", ["zsh", "fish"])
def test_zsh_and_fish_are_told_the_title_as_well(workspace: Path, shell: str) -> None:
    """An id alone does not say what it stands for."""
    ran = journey(
        cwd=workspace,
        _JOURNEY_COMPLETE=f"complete_{shell}",
        _TYPER_COMPLETE_ARGS="journey show re",
        _TYPER_COMPLETE_FISH_ACTION="get-args",
    )
    assert ran.out.strip().count("repair") >= 1
    title = next(line for line in REPAIR.read_text("utf-8").splitlines() if "title:" in line)
    assert title.removeprefix("title: ") in ran.out


def test_rules_are_completed_by_code_and_by_name_after_a_comma_too() -> None:
    """As `--select` takes them."""
    assert [word for word, _ in complete_rules("J11")] == ["J110", "J111"]
    assert [word for word, _ in complete_rules("J101,J11")] == ["J101,J110", "J101,J111"]
    assert "flat-curve" in [word for word, _ in complete_rules("flat")]


def test_broken_files_and_folders_stop_no_completion(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever stands there: what can be read is offered, without a control character."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.journey.yaml").write_bytes(b"\xff\xfe\x00id: \x80")
    (tmp_path / "b.journey.yaml").mkdir()
    (tmp_path / "c.journey.yaml").symlink_to(tmp_path / "nowhere")
    (tmp_path / "d.journey.yaml").write_text("id: d\ntitle: \x1b[31mred\n", "utf-8")
    (tmp_path / "e.persona.yaml").write_text('id: "e"  # the one\nname: Eve\n', "utf-8")
    assert complete_maps("") == [("d", "[31mred")]
    assert complete_personas("") == [("e", "Eve")]


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_a_sentence_an_example_and_its_exit_codes(name: str) -> None:
    """Help ends no search with another one."""
    group: Any = typer.main.get_command(app)
    command = group.get_command(None, name)
    first = (command.help or "").split("\n\n")[0]
    assert first.endswith(".")
    assert f"Example: `journey {name}" in command.help
    assert "Exit code: " in command.help
    assert all(each.help for each in command.params)

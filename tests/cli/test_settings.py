"""Settings through the installed program: which file counts, and what it says."""

from __future__ import annotations

import json
import re
import subprocess
import tomllib
from typing import TYPE_CHECKING

import pytest

from program import Ran, journey

if TYPE_CHECKING:
    from pathlib import Path

MAP = """\
format: journey-map/1
id: {id}
title: Switching broadband provider
stages:
  - id: compare
    name: Compare offers
  - id: order
    name: Order
"""
TODAY = 'today = "2026-11-30"\n'


def write(root: Path, **texts: str) -> None:
    """Write files; `__` in a name stands for a slash and `_` for a dot."""
    for name, text in texts.items():
        path = root / name.replace("__", "/").replace("_", ".")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")


def lint(cwd: Path, *arguments: str | Path) -> Ran:
    return journey("lint", *arguments, "--format", "json", cwd=cwd)


def codes(ran: Ran) -> set[str]:
    return {each["code"] for each in json.loads(ran.out)["findings"]}


def paths(ran: Ran) -> set[str]:
    return {each["path"] for each in json.loads(ran.out)["findings"]}


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    write(
        tmp_path,
        journey_toml=TODAY + 'select = ["J201", "J203"]\n',
        maps__a_journey_yaml=MAP.format(id="a"),
        maps__b_journey_yaml=MAP.format(id="b"),
        drafts__c_journey_yaml=MAP.format(id="c"),
    )
    return tmp_path


def test_the_settings_above_the_paths_count(workspace: Path) -> None:
    """Wherever the program is called from, and whatever it is given, the root is theirs."""
    for cwd, arguments in (
        (workspace, []),
        (workspace / "maps", []),
        (workspace, ["maps/a.journey.yaml"]),
        (workspace / "drafts", ["../maps/a.journey.yaml"]),
    ):
        ran = lint(cwd, *arguments)
        assert codes(ran) == {"J201", "J203"}
        assert "maps/a.journey.yaml" in paths(ran) or cwd.name == "drafts"


def test_the_nearest_settings_win(workspace: Path) -> None:
    """A folder with settings of its own is a workspace of its own."""
    write(workspace, drafts__journey_toml='select = ["J206"]\n')
    assert codes(lint(workspace / "drafts")) == {"J206"}
    ran = lint(workspace)
    assert codes(ran) == {"J201", "J203"}
    assert paths(ran) == {"maps/a.journey.yaml", "maps/b.journey.yaml"}
    assert "drafts" in journey("lint", cwd=workspace).out + journey("lint", cwd=workspace).err


def test_nothing_above_the_repository_counts(workspace: Path) -> None:
    """Settings above the repository belong to somebody else."""
    subprocess.run(["git", "init", "--quiet", str(workspace / "maps")], check=True)
    assert {"J206", "J201"} <= codes(lint(workspace / "maps"))


def test_pyproject_holds_settings_too(workspace: Path) -> None:
    """[tool.journeycli] counts where no journey.toml stands beside it."""
    (workspace / "journey.toml").unlink()
    write(
        workspace,
        pyproject_toml='[project]\nname = "x"\n[tool.journeycli]\nselect = ["no-owner"]\n',
    )
    assert codes(lint(workspace)) == {"J206"}
    write(workspace, journey_toml='select = ["J203"]\n')
    assert codes(lint(workspace)) == {"J203"}


def test_settings_extend_others(workspace: Path) -> None:
    """What a file leaves out, the file that it extends says; tables are put together."""
    write(
        workspace,
        shared__base_toml='select = ["J2"]\nfail-level = "error"\n[severity]\nJ201 = "info"\n',
        journey_toml=TODAY + 'extends = "shared/base.toml"\n[severity]\nJ203 = "off"\n',
    )
    ran = lint(workspace)
    found = json.loads(ran.out)["findings"]
    assert ran.code == 0
    assert {each["severity"] for each in found if each["code"] == "J201"} == {"info"}
    assert "J203" not in codes(ran)
    assert "J206" in codes(ran)


def test_extends_leads_nowhere_else(workspace: Path) -> None:
    """A file that is missing, outside or extends in a circle is told with its place."""
    for target, words in (
        ("missing.toml", "There is no file missing.toml"),
        ("../outside.toml", "leads out of the workspace"),
        ("journey.toml", "in a circle"),
    ):
        write(workspace, journey_toml=f'extends = "{target}"\n')
        ran = lint(workspace)
        assert (ran.code, ran.out) == (2, "")
        assert "journey.toml:1:11: " in ran.err
        assert words in ran.err


def test_a_file_can_be_named(workspace: Path) -> None:
    """--config takes any settings file in place of those that would be found."""
    write(workspace, strict_toml=TODAY + 'select = ["J206"]\n')
    assert codes(lint(workspace, "--config", "strict.toml")) == {"J206"}
    ran = lint(workspace, "--config", "strickt.toml")
    assert (ran.code, ran.out) == (2, "")
    assert "strict.toml" in ran.err


def test_no_settings_at_all(workspace: Path) -> None:
    """--isolated goes by the defaults alone."""
    write(workspace, journey_toml="not toml at all\n")
    assert {"J201", "J206", "J102"} <= codes(lint(workspace, "--isolated"))


def test_the_command_line_has_the_last_word(workspace: Path) -> None:
    """--select replaces, --extend-select and --ignore add, --fail-level and --today replace."""
    assert codes(lint(workspace, "--select", "J206")) == {"J206"}
    assert codes(lint(workspace, "--extend-select", "J206")) == {"J201", "J203", "J206"}
    assert codes(lint(workspace, "--ignore", "J203")) == {"J201"}
    assert lint(workspace, "--fail-level", "error").code == 0
    day = json.loads(lint(workspace, "--today", "2027-01-02").out)["summary"]["today"]
    assert day == "2027-01-02"


def test_include_and_exclude(workspace: Path) -> None:
    """Patterns as in .gitignore choose the files of the workspace; --show-files lists them."""
    show = ("lint", "--show-files")
    everything = ["drafts/c.journey.yaml", "maps/a.journey.yaml", "maps/b.journey.yaml"]
    assert journey(*show, cwd=workspace).out.splitlines() == everything
    write(workspace, journey_toml='include = ["maps/"]\nexclude = ["b.*"]\n')
    assert journey(*show, cwd=workspace).out.splitlines() == ["maps/a.journey.yaml"]
    assert journey(*show, cwd=workspace / "maps").out.splitlines() == ["a.journey.yaml"]
    write(workspace, journey_toml='exclude = ["*"]\n')
    ran = journey("lint", cwd=workspace)
    assert (ran.code, ran.out) == (2, "")


def test_a_listed_file_is_a_line_whatever_its_name(workspace: Path) -> None:
    """Nothing in a name reaches the terminal, or becomes a line of its own in a log."""
    (workspace / "maps/x\x1b[31m\n::error::y.journey.yaml").write_text(MAP.format(id="x"))
    listed = journey("lint", "--show-files", "maps", cwd=workspace).out.splitlines()
    assert listed[2] == r"maps/x\x1b[31m\x0a::error::y.journey.yaml"
    assert len(listed) == 3


def test_what_git_ignores_is_left_out(repository: Path) -> None:
    """Nobody wants findings in what is not versioned."""
    write(repository, a_journey_yaml=MAP.format(id="a"), build__b_journey_yaml=MAP.format(id="b"))
    (repository / ".gitignore").write_text("build/\n")
    ran = journey("lint", "--show-files", cwd=repository)
    assert ran.out.splitlines() == ["a.journey.yaml"]


def test_settings_can_be_shown(workspace: Path) -> None:
    """Each value with its origin, as TOML that reads as the same settings."""
    write(
        workspace,
        shared__base_toml='fail-level = "error"\n[severity]\nJ404 = "off"\n',
        journey_toml=TODAY
        + 'extends = "shared/base.toml"\nignore = ["J203"]\n[limits]\nstages = 40\n',
    )
    ran = journey("lint", "--show-settings", "--select", "J1", cwd=workspace)
    assert ran.code == 0
    shown = tomllib.loads(ran.out)
    assert shown["select"] == ["J1"]
    assert shown["fail-level"] == "error"
    assert shown["severity"] == {"J404": "off"}
    assert shown["limits"]["stages"] == 40
    for line in (
        'select = ["J1"]  # command line',
        'ignore = ["J203"]  # journey.toml:3',
        'fail-level = "error"  # shared/base.toml:1',
        'today = "2026-11-30"  # journey.toml:1',
        "stages = 40  # journey.toml:5",
        "depth = 64  # default",
    ):
        assert line in ran.out.splitlines()


def test_settings_that_are_shown_are_settings(workspace: Path) -> None:
    """What --show-settings prints can be used as a settings file."""
    shown = journey("lint", "--show-settings", cwd=workspace).out
    before = codes(lint(workspace))
    write(workspace, journey_toml=shown)
    assert codes(lint(workspace)) == before


def test_everything_wrong_with_settings_is_told_at_once(workspace: Path) -> None:
    """Each fault with line, column and the closest word; exit code 2 and no output."""
    text = (
        'slect = ["J1"]\nfail-level = "eror"\ntoday = "2026-02-31"\nstalled-months = 0\n'
        'include = ["../x"]\n[severity]\nJ404 = "hidden"\n[limits]\ndeph = 3\n'
        '[[rule]]\ncode = "J1"\nname = "x"\nscope = "stge"\nmessage = "m"\n'
    )
    write(workspace, journey_toml=text)
    ran = lint(workspace)
    assert (ran.code, ran.out) == (2, "")
    places = re.findall(r"journey\.toml:(\d+):(\d+): ", ran.err)
    assert [int(line) for line, _ in places] == [1, 2, 3, 4, 5, 7, 9, 10, 11, 12, 13]
    for words in ("select", "error", "off", "depth", "stage"):
        assert words in ran.err
    assert "Traceback" not in ran.err


def test_settings_that_are_no_toml(workspace: Path) -> None:
    """The place of the first thing that cannot be read, and what to do."""
    write(workspace, journey_toml='today = "2026-11-30"\nselect = [J1]\n')
    ran = lint(workspace)
    assert (ran.code, ran.out) == (2, "")
    assert "journey.toml:2:11: " in ran.err
    assert "Texts stand in quotes" in ran.err


def test_a_word_that_names_no_rule_is_a_finding(workspace: Path) -> None:
    """J992 stands in the settings file, with the closest rule and a fix; the run goes on."""
    write(
        workspace,
        journey_toml=TODAY
        + 'select = ["J201"]\nignore = ["no-persna"]\n[severity]\nzzz-zzz = "off"\n'
        + '[per-file-ignores]\n"maps/*" = {rules = ["J2O1"], reason = "why"}\n',
    )
    ran = lint(workspace)
    found = [each for each in json.loads(ran.out)["findings"] if each["code"] == "J992"]
    assert ran.code == 1
    assert [(each["path"], each["start"]["line"], each["start"]["column"]) for each in found] == [
        ("journey.toml", 3, 11),
        ("journey.toml", 5, 1),
        ("journey.toml", 7, 22),
    ]
    assert "did you mean no-persona?" in found[0]["message"]
    assert found[0]["fix"]["edits"][0]["text"] == '"no-persona"'
    assert found[1]["fix"] is None
    assert codes(ran) == {"J201", "J992"}


def test_rules_are_left_out_of_some_files(workspace: Path) -> None:
    """What a per-file ignore suppresses is counted and told with its reason; J990 if nothing."""
    write(
        workspace,
        journey_toml=TODAY
        + 'select = ["J201"]\n[per-file-ignores]\n'
        + '"drafts/*" = {rules = ["J201"], reason = "not finished"}\n"old/*" = ["J201"]\n',
    )
    ran = lint(workspace)
    value = json.loads(ran.out)
    suppressed = [each["suppressed"] for each in value["findings"] if each["suppressed"]]
    assert value["summary"]["suppressed"] == 1
    assert suppressed == [{"kind": "settings", "reason": "not finished", "until": None}]
    unused = [each for each in value["findings"] if each["code"] == "J990"]
    assert [(each["path"], each["start"]["line"]) for each in unused] == [("journey.toml", 5)]


def test_limits_of_the_settings_hold(workspace: Path) -> None:
    """A map with more stages than the settings allow is over the limit."""
    write(workspace, journey_toml=TODAY + "[limits]\nstages = 1\n")
    assert codes(lint(workspace)) >= {"J007"}

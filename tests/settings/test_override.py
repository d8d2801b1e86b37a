"""The command line has the last word."""

from __future__ import annotations

import subprocess
import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from journeycli.settings import (
    COMMAND_LINE,
    DEFAULT,
    Options,
    Overrides,
    Selector,
    SettingsError,
    override,
)

if TYPE_CHECKING:
    from .conftest import Workspace


def test_what_is_said_replaces_what_is_written(workspace: Workspace) -> None:
    """Each option replaces the value and its origin, and leaves the rest."""
    before = workspace.read('select = ["J1"]\nignore = ["J2"]\nstalled-months = 3\n')
    after = override(
        before,
        select=("J4", "no-channel"),
        extend_select=["J5"],
        include=["a"],
        exclude=["b"],
        fail_level="error",
        baseline=Path("old.json"),
        today="2026-11-30",
        evidence_months=1,
        hypothesis_months=2,
        statement_length=90,
    )
    assert after.select == (Selector("J4"), Selector("no-channel"))
    assert after.ignore == before.ignore
    assert after.extend_select == (Selector("J5"),)
    assert (after.include, after.exclude) == (("a",), ("b",))
    assert (after.fail_level, after.today) == ("error", date(2026, 11, 30))
    assert after.baseline == workspace.root / "old.json"
    assert after.options == Options(1, 2, 3, 90)
    said = {key for key, origin in after.origins.items() if origin == COMMAND_LINE}
    assert said == {
        "select", "extend-select", "include", "exclude", "fail-level", "baseline", "today",
        "evidence-months", "hypothesis-months", "statement-length",
    }  # fmt: skip
    assert str(after.origin("ignore")) == "journey.toml:2"
    assert after.origin("limits.bytes") == DEFAULT


@pytest.mark.parametrize(
    "said", [{}, {"select": None, "today": None}, {"select": (), "ignore": []}]
)
def test_what_is_not_said_changes_nothing(workspace: Workspace, said: Overrides) -> None:
    """Options that were not given, or given nothing, leave settings as they are."""
    before = workspace.read('select = ["J1"]\n')
    assert override(before, **said) == before


@pytest.mark.parametrize("name", ["/elsewhere/old.json", "/tmp/../old.json"])  # noqa: S108 - never opened
def test_a_baseline_may_lie_anywhere(workspace: Workspace, name: str) -> None:
    """The user, other than a settings file, may name a baseline outside the workspace."""
    assert override(workspace.read(""), baseline=Path(name)).baseline == Path(name)


def test_a_date_is_a_date(workspace: Workspace) -> None:
    """`today` is taken as text or as a date."""
    assert override(workspace.read(""), today=date(2026, 1, 2)).today == date(2026, 1, 2)


def test_wrong_options_are_told_all_at_once(workspace: Workspace) -> None:
    """What cannot be used is told with the option's name, and in the words of the settings."""
    with pytest.raises(SettingsError) as caught:
        override(workspace.read(""), select=["J1", "J 2"], fail_level="errors", today="30.11.2026")
    assert str(caught.value).splitlines() == [
        (
            "command line: `--select`: \"J 2\" is not a rule's code, the start of one, or a rule's "
            "name. Write J106, J1 or inhibitors-unanswered; `journey rules` lists them all."
        ),
        (
            'command line: `--fail-level` is "errors", which is none of "error", "warning" and '
            '"info". Did you mean "error"?'
        ),
        ('command line: `--today`: "30.11.2026" is not a date. Write a day, such as "2026-11-30".'),
    ]


def test_the_room_loads_little() -> None:
    """Whoever imports this room pays neither for a TOML reader nor for dates or JSON."""
    code = "import sys, journeycli.settings; print(*sys.modules)"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    loaded = set(run.stdout.split())
    assert "journeycli.settings.keys" in loaded
    assert not loaded & {"tomllib", "json", "datetime", "pydantic", "pathspec", "journeycli.files"}

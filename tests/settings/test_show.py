"""Settings shown as TOML, each value with where it comes from."""

from __future__ import annotations

from dataclasses import fields
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from journeycli.settings import Selector, Settings, override, read_settings, show
from journeycli.settings.show import toml_text

if TYPE_CHECKING:
    from .conftest import Workspace

_FULL = """\
extends = "base.toml"
ignore = ["J404"]
include = ["maps/"]
baseline = "old.json"
today = 2026-11-30
plugins = ["acme-rules"]

[severity]
J4 = "off"

[per-file-ignores]
"old/*" = ["J7"]
"new/é*" = {rules = ["J8", "no-channel"], reason = "a \\"b\\" \\u202e"}

[import]
"Customer does" = "customer_actions"

[[rule]]
code = "A1"
name = "a-b"
scope = "map"
when = 'a == "b\\c"'
require = '''
a
b'''
message = "m"
"""


def test_every_value_is_shown_with_its_origin(workspace: Workspace) -> None:
    """Files, the command line and the defaults stand behind their values."""
    workspace.write('exclude = ["drafts/"]\nstalled-months = 3\n', "base.toml")
    shown = show(override(workspace.read(_FULL), fail_level="error", select=["J1"]))
    assert shown == (
        "# Each value with where it comes from. What you want to keep can be pasted into "
        "journey.toml.\n"
        "# Files, the nearest first: journey.toml, base.toml.\n"
        "\n"
        'select = ["J1"]  # command line\n'
        'ignore = ["J404"]  # journey.toml:2\n'
        "# extend-select: no rule  # default\n"
        'fail-level = "error"  # command line\n'
        'include = ["maps/"]  # journey.toml:3\n'
        'exclude = ["drafts/"]  # base.toml:1\n'
        'baseline = "old.json"  # journey.toml:4\n'
        'today = "2026-11-30"  # journey.toml:5\n'
        "evidence-months = 18  # default\n"
        "hypothesis-months = 6  # default\n"
        "stalled-months = 3  # base.toml:2\n"
        "statement-length = 140  # default\n"
        'plugins = ["acme-rules"]  # journey.toml:6\n'
        "\n"
        "[severity]\n"
        'J4 = "off"  # journey.toml:9\n'
        "\n"
        "[per-file-ignores]\n"
        '"old/*" = ["J7"]  # journey.toml:12\n'
        '"new/é*" = {rules = ["J8", "no-channel"], reason = "a \\"b\\" \\U0000202e"}'
        "  # journey.toml:13\n"
        "\n"
        "[limits]\n"
        "bytes = 5000000  # default\n"
        "depth = 64  # default\n"
        "nodes = 50000  # default\n"
        "stages = 500  # default\n"
        "\n"
        "[import]\n"
        '"Customer does" = "customer_actions"  # journey.toml:16\n'
        "\n"
        "[[rule]]  # journey.toml:18\n"
        'code = "A1"\n'
        'name = "a-b"\n'
        'severity = "warning"\n'
        'scope = "map"\n'
        'when = "a == \\"b\\\\c\\""\n'
        'require = "a\\U0000000ab"\n'
        'message = "m"\n'
    )


@pytest.mark.parametrize("text", ["", _FULL, "ignore = []\nexclude = []\n"])
def test_what_is_shown_reads_as_the_same_settings(workspace: Workspace, text: str) -> None:
    """The text can be pasted into journey.toml and changes nothing."""
    workspace.write("", "base.toml")
    before = workspace.read(text)
    assert _without_places(workspace.read(show(before))) == _without_places(before)


def test_the_defaults_are_shown_without_a_file(tmp_path: Path) -> None:
    """Who has no settings sees what holds, and what each key would change."""
    lines = show(read_settings(None, root=tmp_path)).splitlines()
    assert lines[1] == "# There is no settings file."
    assert [line for line in lines if line and not line.endswith("# default")] == [
        *lines[:2],
        "[limits]",
    ]


@pytest.mark.parametrize("name", ["/old.json", "../old.json"])
def test_a_baseline_outside_is_shown_and_not_pasted(workspace: Workspace, name: str) -> None:
    """A file that only the command line can name stands in a comment."""
    said = override(workspace.read(""), baseline=Path(name))
    path = (workspace.root / name).as_posix()
    assert f'# baseline = "{path}"  # command line\n' in show(said)
    assert workspace.read(show(said)).baseline is None


@given(st.text(st.characters(exclude_categories=["Cs"])))
@settings(max_examples=100)
def test_texts_are_written_so_that_toml_reads_them(text: str) -> None:
    """Any text comes back as it was, and shows no control character or direction mark."""
    import tomllib  # noqa: PLC0415 - stands beside its use

    written = toml_text(text)
    assert tomllib.loads(f"x = {written}") == {"x": text}
    assert written.isprintable()


def _without_places(shown: Settings) -> dict[str, Any]:
    own: dict[str, Any] = {
        "severity": [(each.selector.text, each.severity) for each in shown.severity],
        "per_file_ignores": [
            (each.glob, _texts(each.selectors), each.reason) for each in shown.per_file_ignores
        ],
        "rules": [each._replace(places=()) for each in shown.rules],
        "plugins": [each.name for each in shown.plugins],
        "import_lanes": [(each.lane, each.key) for each in shown.import_lanes],
        "files": None,
        "origins": None,
    }
    selectors = {
        name: _texts(getattr(shown, name)) for name in ("select", "ignore", "extend_select")
    }
    return {field.name: getattr(shown, field.name) for field in fields(shown)} | own | selectors


def _texts(selectors: tuple[Selector, ...]) -> list[str]:
    return [each.text for each in selectors]

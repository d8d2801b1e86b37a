"""`journey import` and `journey export`, as a user runs them."""

from __future__ import annotations

import zipfile
from typing import TYPE_CHECKING

import pytest

from program import ROOT, journey

if TYPE_CHECKING:
    from pathlib import Path

TABLE = (
    b"Stage,Compare,Order\nActions,Opens four tabs,Pays\nPains,,Fee on the last page\n"
    b"Weather,Rain,\n"
)
EXAMPLES = ROOT / "examples"


def test_a_table_becomes_a_map_that_lints(tmp_path: Path) -> None:
    """The map is written by its title, told with what was kept, and lints without an error."""
    (tmp_path / "broadband switch.csv").write_bytes(TABLE)
    ran = journey("import", "broadband switch.csv", cwd=tmp_path)
    assert ran.code == 0
    assert ran.out == ""
    assert ran.err.startswith(
        "wrote  broadband-switch.journey.yaml\n"
        "       2 stages, 4 statements, 0 touchpoints, 1 barrier"
    )
    assert "    cell A4: “Weather” has no key of the format" in ran.err
    assert "lint: 0 errors, " in ran.err
    assert ran.err.endswith(
        "Next:\n  journey lint broadband-switch.journey.yaml\n"
        "  journey show broadband-switch.journey.yaml\n"
        "  journey render broadband-switch.journey.yaml\n"
    )
    lint = journey("lint", "--fail-level", "error", cwd=tmp_path)
    assert lint.code == 0


def test_nothing_is_written_over(tmp_path: Path) -> None:
    """A file that is there stays without --force."""
    (tmp_path / "a.csv").write_bytes(TABLE)
    (tmp_path / "map.journey.yaml").write_text("mine")
    refused = journey("import", "a.csv", "-o", "map.journey.yaml", cwd=tmp_path)
    assert refused.code == 2
    assert "map.journey.yaml exists already and is left as it is." in refused.err
    assert (tmp_path / "map.journey.yaml").read_text() == "mine"
    forced = journey("import", "a.csv", "-o", "map.journey.yaml", "--force", cwd=tmp_path)
    assert forced.code == 0
    assert (tmp_path / "map.journey.yaml").read_text().startswith("format: journey-map/1\nid: a\n")


def test_standard_input_and_output(tmp_path: Path) -> None:
    """A dash stands for standard input, and after -o for standard output."""
    ran = journey("import", "-", "-o", "-", "--title", "Mine", cwd=tmp_path, stdin=TABLE)
    assert ran.code == 0
    assert ran.out.startswith("format: journey-map/1\nid: mine\ntitle: Mine\n")
    assert list(tmp_path.iterdir()) == []


def test_lanes_of_the_command_line_and_the_settings(tmp_path: Path) -> None:
    """Both say what a row fills; the command line comes first."""
    (tmp_path / "a.csv").write_bytes(TABLE)
    (tmp_path / "journey.toml").write_text('[import]\nWeather = "influences"\nPains = "needs"\n')
    ran = journey("import", "a.csv", "--lane", "Pains=inhibitors", "-o", "-", cwd=tmp_path)
    assert "    influences:\n      - Rain\n" in ran.out
    assert "    inhibitors:\n      - Fee on the last page\n" in ran.out


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("nowhere.csv",), "nowhere.csv"),
        (("a.csv", "--lane", "Pains=bariers"), "Did you mean barriers?"),
        (("a.csv", "--lane", "Pains"), "write NAME=KEY"),
        (("a.csv", "--scale", "5"), "this is no scale"),
        (("a.csv", "--as", "word"), "choose one of csv, xlsx, mermaid, cjml, markdown"),
        (("empty.csv",), "empty.csv: The file is empty."),
        (("a.csv", "--as", "xlsx"), "This is no workbook."),
        ((".",), "cannot be read"),
    ],
)
def test_wrong_usage_is_told(tmp_path: Path, arguments: tuple[str, ...], message: str) -> None:
    """What cannot be done ends with exit code 2 and a message, and writes nothing."""
    (tmp_path / "a.csv").write_bytes(TABLE)
    (tmp_path / "empty.csv").write_bytes(b"")
    ran = journey("import", *arguments, cwd=tmp_path)
    assert ran.code == 2
    assert message in ran.err
    assert "Traceback" not in ran.err
    assert list(tmp_path.glob("*.yaml")) == []


def test_a_persona_of_the_workspace_is_named(tmp_path: Path) -> None:
    """A persona who has a file is named by id, and not written again."""
    (tmp_path / "maya.persona.yaml").write_text("format: persona/1\nid: maya\nname: Maya\n")
    (tmp_path / "a.csv").write_bytes(b"Persona,Maya,\n" + TABLE)
    ran = journey("import", "a.csv", "-o", "-", cwd=tmp_path)
    assert "personas: [maya]\n" in ran.out


def test_a_map_is_exported_by_the_ending(tmp_path: Path) -> None:
    """The file's ending says the format; a CSV begins with the mark that Excel reads UTF-8 by."""
    for name in ("map.csv", "map.xlsx", "map.mmd", "map.md", "map.json"):
        target = tmp_path / name
        ran = journey("export", "maps/installation-day.journey.yaml", "-o", target, cwd=EXAMPLES)
        assert (ran.code, ran.out) == (0, "")
        assert target.stat().st_size > 0
    assert (tmp_path / "map.csv").read_bytes().startswith(b'\xef\xbb\xbf"Title",')
    printed = journey("export", "maps/installation-day.journey.yaml", cwd=EXAMPLES)
    assert printed.out.startswith('"Title",')


def test_the_workspace_is_one_workbook_and_comes_back(tmp_path: Path) -> None:
    """A folder becomes a workbook, and the workbook the maps, without an error."""
    book = tmp_path / "all.xlsx"
    ran = journey("export", ".", "--format", "xlsx", "-o", book, cwd=EXAMPLES)
    assert ran.code == 0
    assert zipfile.is_zipfile(book)
    back = journey("import", book, "-o", "back/", cwd=tmp_path)
    assert back.code == 0
    assert "lint: 0 errors, " in back.err
    ids = {
        path.name.removesuffix(".journey.yaml") for path in (tmp_path / "back").glob("*.journey.*")
    }
    assert {"switch-broadband", "online-grocery", "insurance-claim"} <= ids


def test_wrong_exports_are_told(tmp_path: Path) -> None:
    """What cannot be exported ends with exit code 2 and a message."""
    (tmp_path / "there.csv").write_text("mine")
    source = EXAMPLES / "maps" / "installation-day.journey.yaml"
    for arguments, message in (
        ((source, "-o", "there.csv"), "there.csv exists already"),
        ((source, "-o", "there.docx"), "does not say what to write"),
        ((source, "--format", "word"), "choose one of csv, xlsx"),
        (("nowhere",), "There is nothing"),
        ((EXAMPLES, "--format", "csv"), "A folder is exported as one workbook"),
    ):
        ran = journey("export", *arguments, cwd=tmp_path)
        assert ran.code == 2
        assert message in ran.err
    assert (tmp_path / "there.csv").read_text() == "mine"

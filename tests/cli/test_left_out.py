from __future__ import annotations

from pathlib import Path

import pytest

from journeycli.cli.main import run

MAP = Path(__file__).parent.parent.parent / "examples/maps/switch-broadband.journey.yaml"


@pytest.mark.parametrize(
    ("name", "kind"), [("csv", "a CSV table"), ("xlsx", "a spreadsheet"), ("md", "a Markdown")]
)
def test_an_export_says_what_it_leaves_out(
    name: str, kind: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Whoever deletes the map for its table would lose these keys; the note names them."""
    assert run(["export", str(MAP), "-o", str(tmp_path / f"a.{name}")]) == 0
    (note,) = [line for line in capsys.readouterr().err.splitlines() if line.startswith("note:")]
    assert note.startswith(f"note: {kind}")
    assert all(f"`{key}`" in note for key in ("contributors", "review", "paths", "resources"))
    assert "`title`" not in note
    assert "`stages`" not in note


@pytest.mark.parametrize("format_", ["json", "theydo"])
def test_what_is_no_table_has_no_note(
    format_: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """JSON holds all of a map, and TheyDo's files are not meant to come back."""
    assert run(["export", str(MAP), "--format", format_, "-o", str(tmp_path / "out.json")]) == 0
    assert "note:" not in capsys.readouterr().err


def test_a_small_map_loses_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Without such keys there is nothing to say."""
    path = tmp_path / "a.journey.yaml"
    path.write_text(
        "format: journey-map/1\nid: a\ntitle: A\n"
        "stages: [{id: b, name: B, customer_actions: [Looks]}]\n"
    )
    assert run(["export", str(path), "-o", str(tmp_path / "a.csv")]) == 0
    assert "note:" not in capsys.readouterr().err

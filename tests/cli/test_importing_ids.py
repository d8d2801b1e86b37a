"""An import among maps and personas that have the ids already which it would give."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

from program import ROOT, journey

if TYPE_CHECKING:
    from pathlib import Path

TABLE = "Stage,Compare,Order\nActions,Opens four tabs,Pays\n"
MAP = "format: journey-map/1\nid: order\ntitle: Order\nstages:\n  - {id: a, name: A}\n"
DIAGRAM = "journey\n  title Order\n  section A\n    Waits: 2: Rosa\n"


def test_an_id_that_another_map_has_gets_a_number(tmp_path: Path) -> None:
    """The new map has an id of its own, the remark says why, and lint finds no clash."""
    (tmp_path / "maps").mkdir()
    (tmp_path / "maps" / "01.journey.yaml").write_text(MAP)
    (tmp_path / "order.csv").write_text(TABLE)
    ran = journey("import", "order.csv", cwd=tmp_path)
    assert ran.code == 0
    assert "wrote  maps/order-2.journey.yaml" in ran.err
    assert "the map: Its id is order-2, as order is taken by maps/01.journey.yaml." in ran.err
    assert "lint: 0 errors, " in ran.err
    assert "J802" not in journey("lint", "--format", "concise", cwd=tmp_path).out


def test_the_same_import_gives_the_same_map_again(tmp_path: Path) -> None:
    """A map that an import writes over takes no id away, wherever it stands."""
    (tmp_path / "maps").mkdir()
    (tmp_path / "maps" / "01.journey.yaml").write_text(MAP)
    (tmp_path / "two.md").write_text(f"```mermaid\n{DIAGRAM}```\n\n```mermaid\n{DIAGRAM}```\n")
    first = journey("import", "two.md", cwd=tmp_path)
    written = {path: path.read_bytes() for path in (tmp_path / "maps").iterdir()}
    assert sorted(path.name for path in written) == [
        "01.journey.yaml",
        "order-2.journey.yaml",
        "order-3.journey.yaml",
    ]
    assert journey("import", "two.md", cwd=tmp_path).code == 2
    again = journey("import", "two.md", "--force", cwd=tmp_path)
    assert (again.code, again.err) == (0, first.err)
    assert {path: path.read_bytes() for path in (tmp_path / "maps").iterdir()} == written


def test_a_named_file_is_written_over_with_its_id(tmp_path: Path) -> None:
    """With -o FILE --force the id stays, also where a number had been needed."""
    (tmp_path / "01.journey.yaml").write_text(MAP)
    (tmp_path / "order.csv").write_text(TABLE)
    for _ in range(2):
        ran = journey("import", "order.csv", "-o", "new.journey.yaml", "--force", cwd=tmp_path)
        assert ran.code == 0
        assert (tmp_path / "new.journey.yaml").read_text().splitlines()[1] == "id: order-2"


def test_the_workspace_of_the_folder_counts(tmp_path: Path) -> None:
    """A map that goes into another workspace keeps away from the ids there."""
    here, there = tmp_path / "here", tmp_path / "there"
    for folder in (here, there):
        folder.mkdir()
        (folder / "journey.toml").write_text("")
    (there / "01.journey.yaml").write_text(MAP)
    (here / "order.csv").write_text(TABLE)
    ran = journey("import", "order.csv", "-o", "../there/new/", cwd=here)
    assert ran.code == 0
    assert (there / "new" / "order-2.journey.yaml").is_file()


def test_standard_output_keeps_the_id_and_says_who_has_it(tmp_path: Path) -> None:
    """Nobody knows where that goes, so that the same import prints the same map."""
    (tmp_path / "01.journey.yaml").write_text(MAP)
    (tmp_path / "order.csv").write_text(TABLE)
    ran = journey("import", "order.csv", "-o", "-", cwd=tmp_path)
    assert ran.out.splitlines()[1] == "id: order"
    assert "Its id is order, as in 01.journey.yaml; keep one of them." in ran.err


def test_maps_of_one_file_on_standard_output_have_ids_of_their_own(tmp_path: Path) -> None:
    """Titles that differ in signs only would give one id; the second gets a number."""
    (tmp_path / "two.csv").write_text("Journey;Stage;Actions\nPay;A;Queues\nPay!;B;Waits\n")
    ran = journey("import", "two.csv", "-o", "-", cwd=tmp_path)
    assert [line for line in ran.out.splitlines() if line.startswith("id:")] == [
        "id: pay",
        "id: pay-2",
    ]
    assert "Its id is pay-2, as pay is taken by another map of the file." in ran.err


def test_an_id_that_the_file_says_stays(tmp_path: Path) -> None:
    """What comes back from an export is the same map; it is said where another has its id."""
    (tmp_path / "01.journey.yaml").write_text(MAP)
    (tmp_path / "order.csv").write_text(f"Id,order\n{TABLE}")
    ran = journey("import", "order.csv", "-o", "back/", cwd=tmp_path)
    assert ran.code == 0
    assert (tmp_path / "back" / "order.journey.yaml").is_file()
    assert "Its id is order, as in 01.journey.yaml; keep one of them." in ran.err


def test_personas_with_a_file_are_not_written_again(tmp_path: Path) -> None:
    """The sheet of personas brings no second file for those whom the workspace has."""
    shutil.copytree(ROOT / "examples", tmp_path / "own")
    book = tmp_path / "all.xlsx"
    assert journey("export", ".", "-o", book, "--format", "xlsx", cwd=tmp_path / "own").code == 0
    ran = journey("import", book, "--force", cwd=tmp_path / "own")
    assert ran.code == 0
    assert "has a file, personas/" in ran.err
    assert list((tmp_path / "own" / "maps").glob("*.persona.yaml")) == []
    lint = journey("lint", "--select", "J802", "--format", "concise", cwd=tmp_path / "own")
    assert lint.code == 0

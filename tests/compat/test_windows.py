"""What Windows has otherwise, as far as another system can play it."""

from __future__ import annotations

import ntpath
import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from journeycli.cli import main
from journeycli.cli.workspace import name_below
from journeycli.errors import UserError
from journeycli.files import beside
from journeycli.text import file_key, file_stem
from journeycli.workspace.discovery import common_parent
from program import ROOT, journey

HERE = Path(__file__).parent
MAP = ROOT / "examples/maps/installation-day.journey.yaml"


@pytest.mark.parametrize(
    ("id_", "stem"),
    [
        ("größe-旅", "größe-旅"), ("con", "con_"), ("COM1", "COM1_"), ("aux.old", "aux_.old"),
        ("nul .x", "nul_ .x"), ("console", "console"), ("com10", "com10"), ("lpt²", "lpt²_"),
        ("../up", "-up"), ("a/b\\c", "a-b-c"), ("a:b", "a-b"), ("ends. ", "ends"), ("..", "_"),
        ("\udcff?", "--"),
    ],
)  # fmt: skip
def test_names_of_files_are_names_everywhere(id_: str, stem: str) -> None:
    """Windows' devices, its signs and ends of names, and ways out of the folder are none."""
    assert file_stem(id_) == stem
    assert file_stem(stem) == stem


def test_names_that_differ_by_case_alone_are_one_file() -> None:
    """So they are on Windows and on a Mac, where accents may be letters of their own too."""
    assert file_key("Größe.svg") == file_key("GRÖSSE.svg") == file_key("gro\u0308ße.SVG")
    assert file_key("a.svg") != file_key("b.svg")


def test_pictures_have_names_for_every_system(tmp_path: Path) -> None:
    """An id never leads out of the folder; two ids that are one file somewhere are told."""
    text = "format: journey-map/1\nid: '{}'\ntitle: T\nstages: [{{id: a, name: A}}]\n"
    for number, id_ in enumerate(("aux", "../../up")):
        (tmp_path / f"{number}.journey.yaml").write_text(text.format(id_))
    ran = journey("render", ".", "-o", "deep/out/", cwd=tmp_path)
    assert ran.code == 0, ran.err
    made = {path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*.svg")}
    assert made == {"deep/out/aux_.map.svg", "deep/out/-..-up.map.svg"}
    for number, id_ in enumerate(("abo", "Abo")):
        (tmp_path / f"{number}.journey.yaml").write_text(text.format(id_))
    ran = journey("render", ".", "-o", "out/", cwd=tmp_path)
    assert (ran.code, "Two maps would both be" in ran.err) == (2, True)


def test_new_takes_no_name_of_a_device(tmp_path: Path) -> None:
    """Nobody with Windows could check the file out."""
    ran = journey("new", "map", "con", cwd=tmp_path)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.endswith("Choose another id, such as con-journey.\n")
    assert list(tmp_path.iterdir()) == []


def test_drives_have_nothing_in_common() -> None:
    """Paths on two drives are told in a sentence, and a name on another drive is its own."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(os.path, "commonpath", lambda _: ntpath.commonpath(["C:\\a", "D:\\b"]))
        patch.setattr(os.path, "relpath", ntpath.relpath)
        with pytest.raises(UserError) as told:
            common_parent([Path("C:/a/x"), Path("D:/b/y")])
        name = name_below("D:/b.yaml", Path("C:/maps"))
    assert told.value.message == (
        "No folder holds all of C:/a/x, D:/b/y, for they lie on different drives."
    )
    assert name == "D:/b.yaml"


@pytest.mark.parametrize("command", ["fmt {}", "export {} -o out.csv --force"])
def test_a_file_that_somebody_has_open_is_told_in_a_line(
    command: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """Windows replaces no open file; we wait a little, and leave nothing beside it."""
    waited: list[float] = []

    def refuse(self: Path, target: Path) -> None:
        raise PermissionError(13, "Access is denied", str(self), 5, str(target))

    path = tmp_path / "a.journey.yaml"
    path.write_bytes(MAP.read_bytes().replace(b"title: ", b"title:    ", 1))
    (tmp_path / "out.csv").write_bytes(b"old")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(Path, "replace", refuse)
    monkeypatch.setattr(beside, "IS_WINDOWS", True)
    monkeypatch.setattr(time, "sleep", waited.append)
    assert main.run(command.format(path.name).split()) == 2
    said = capsys.readouterr().err
    assert "cannot be written: Access is denied. " in said.replace("\n", " ")
    assert "Traceback" not in said
    assert len(waited) == 4
    assert sorted(each.name for each in tmp_path.iterdir()) == ["a.journey.yaml", "out.csv"]
    assert (tmp_path / "out.csv").read_bytes() == b"old"


def test_commands_do_without_what_only_posix_has(tmp_path: Path) -> None:
    """Every command runs where the modules, functions and signals are missing that Windows lacks.

    And no sentence is made of a path as the system writes it, which has backslashes there.
    """
    done = subprocess.run(
        [sys.executable, HERE / "bare.py", MAP],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(ROOT / "src")},
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    assert done.returncode == 2, done.stderr[-3000:]
    refused = [line for line in done.stderr.splitlines() if line.endswith(": 2")]
    assert [line.split()[0] for line in refused] == ["lint", "walk", "merge"]

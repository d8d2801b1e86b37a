"""Where the terminal or the file system has fewer letters than the maps."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from journeycli.cli import main
from journeycli.cli.walking import Voice
from journeycli.views.terminal.look import Look
from program import journey

from .letters import BYTES, MAP, READING, workspace

if TYPE_CHECKING:
    from pathlib import Path

NARROW = {"LC_ALL": "POSIX", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
linux = pytest.mark.skipif(sys.platform != "linux", reason="other systems have no such names")


@pytest.fixture(scope="module")
def top(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give the workspace, which no test here changes."""
    with pytest.MonkeyPatch.context() as patch:
        for role in ("AUTHOR", "COMMITTER"):
            patch.setenv(f"GIT_{role}_NAME", "Jürgen")
            patch.setenv(f"GIT_{role}_EMAIL", "j@example.com")
        return workspace(tmp_path_factory.mktemp("letters"))


def printed(line: str, encoding: str, errors: str = "strict") -> tuple[int, bytes, bytes]:
    """Run a command in this process, on streams of an encoding; give its code and the bytes."""
    buffers = io.BytesIO(), io.BytesIO()
    streams = [io.TextIOWrapper(each, encoding, errors) for each in buffers]
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("COLUMNS", "80")
        patch.setattr(sys, "stdout", streams[0])
        patch.setattr(sys, "stderr", streams[1])
        code = main.run(line.split())
    for stream in streams:
        stream.flush()
    out, err = (each.getvalue() for each in buffers)
    return code, out, err


@pytest.fixture(scope="module")
def codes(top: Path) -> dict[str, int]:
    """Give the exit code of each command where all letters can be printed."""
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(top)
        return {line: printed(line, "utf-8")[0] for line in READING.split("|")}


@linux
@pytest.mark.parametrize("encoding", ["ascii", "cp437"])
def test_every_command_prints_with_the_letters_there_are(
    top: Path, codes: dict[str, int], encoding: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No command fails for a letter, help pages neither; exit codes are those of any terminal."""
    monkeypatch.chdir(top)
    for line, code in codes.items():
        ended, out, err = printed(line, encoding)
        assert (ended, ended in (0, 1, 2)) == (code, True), err
        assert (out + err).decode(encoding)
        assert b"Traceback" not in out + err, line


@linux
def test_bytes_that_are_no_text_never_get_into_data(
    top: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In the C locale Python lets them pass by itself; JSON would be no text any more."""
    monkeypatch.chdir(top)
    _, out, _ = printed("report --format json --no-cache", "utf-8", "surrogateescape")
    assert BYTES in [each["path"] for each in json.loads(out.decode("utf-8"))["maps"]]


@linux
@pytest.mark.parametrize(
    ("line", "code", "said"),
    [
        ("show größe", 0, "Grosse andern - "),
        (f"lint {BYTES} --format concise", 1, "bytes-\\udcff.journey.yaml:3:8: warning"),
        ("show gröse", 2, "There is no map grose.\nDid you mean grosse?"),
        ("lint --help", 0, "Usage: journey lint [OPTIONS] [PATHS...]"),
        ("render größe -o {}/ö/", 0, "/o/grosse.map.svg"),
        (f"export {MAP} -o {{}}/größe.csv", 0, "wrote  "),
        ("fmt --diff", 1, "would lay out"),
        ("new map größer -o {}/größer.journey.yaml --title Größer→旅", 0, "wrote  "),
    ],
)
def test_a_file_system_of_ascii_names_hides_nothing(
    top: Path, tmp_path: Path, line: str, code: int, said: str
) -> None:
    """Ids, arguments and names of files stay what they are, and what is printed is ASCII."""
    ran = journey(*line.format(tmp_path).split(), cwd=top, stdin=b"", **NARROW)
    assert ran.code == code, ran.err
    assert said in ran.out + ran.err
    assert (ran.out + ran.err).isascii()
    for made in (each for each in tmp_path.rglob("*") if each.is_file()):
        assert made.name in ("größe.map.svg", "größe.csv", "größer.journey.yaml")
        assert "ö" in made.read_text("utf-8")


@linux
def test_what_forbids_other_names_is_told_in_a_line(top: Path, tmp_path: Path) -> None:
    """Where an option of Python's own keeps names ASCII, a file that needs others is refused."""
    done = subprocess.run(
        [sys.executable, "-X", "utf8=0", "-m", "journeycli", "render", MAP, "-o", tmp_path],
        cwd=top,
        env={"PATH": os.environ["PATH"], **NARROW},
        capture_output=True,
        check=False,
        timeout=60,
    )
    assert (done.returncode, done.stderr.count(b"\n")) == (2, 1)
    assert b"names of files are ascii here, which lacks letters of it" in done.stderr


@pytest.mark.parametrize(
    ("typed", "encoding"),
    [("müde 旅\n".encode(), "ascii"), ("müde 旅\r\n".encode(), "utf-8"), (b"m\x81de \n", "cp437")],
)
def test_what_is_typed_is_read_in_every_locale(
    typed: bytes, encoding: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A terminal sends UTF-8 though the locale is C, or the letters of an old code page."""
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(typed), encoding))
    assert Voice(Look(80)).ask("Why?") in ("müde 旅", "müde")

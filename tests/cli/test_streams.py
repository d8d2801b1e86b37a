"""The program where standard output or standard error cannot be written."""

from __future__ import annotations

import os
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from program import ROOT

pytestmark = pytest.mark.skipif(os.name == "nt", reason="these are streams of a POSIX shell")
EXAMPLES = ROOT / "examples"
COMMANDS = ("lint --no-cache", "--version", "--help", "rules", "report --no-cache", "show --help")


def shell(command: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run `journey` by a shell that redirects its streams."""
    program = shlex.quote(str(Path(sys.executable).with_name("journey")))
    line = f"{program} {command}"
    return subprocess.run(
        ["sh", "-c", line],
        cwd=EXAMPLES,
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="the system has no full device")
@pytest.mark.parametrize("command", COMMANDS)
def test_a_full_disk_is_told_in_a_line(command: str) -> None:
    """Exit code 2 and the system's own words; no traceback, and no complaint at the end."""
    ran = shell(f"{command} > /dev/full")
    assert ran.returncode == 2
    told = "error: Standard output cannot be written: No space left on device."
    assert [line for line in ran.stderr.splitlines() if "note:" not in line] == [told]


@pytest.mark.parametrize("command", COMMANDS)
def test_a_closed_output_is_told_in_a_line(command: str) -> None:
    """Exit code 2 before anything is done."""
    ran = shell(f"{command} >&-")
    assert ran.returncode == 2
    assert ran.stderr.splitlines()[0] == "error: Standard output is closed."
    assert len(ran.stderr.splitlines()) == 2


@pytest.mark.parametrize("ending", ["2>&-", "2>/dev/full"])
def test_standard_error_that_cannot_be_written_changes_nothing(ending: str) -> None:
    """The exit code and standard output are those of every other run."""
    if "full" in ending and not Path("/dev/full").exists():
        pytest.skip("the system has no full device")
    assert shell(f"explain J999 {ending}").returncode == 2
    ran = shell(f"lint --no-cache --show-files {ending}")
    assert ran.returncode == 0
    assert ".journey.yaml" in ran.stdout


@pytest.mark.parametrize("command", ["lint -", "show -", "fmt -", "diff - -", "walk first-map"])
def test_a_closed_input_is_told_in_a_line(command: str) -> None:
    """Exit code 2, and no traceback."""
    ran = shell(f"{command} <&-")
    assert ran.returncode == 2
    assert ran.stderr.startswith("error: ")
    assert "Traceback" not in ran.stderr


@pytest.mark.parametrize("command", ["lint", "show", "rules", "init", "lint -", "git-setup"])
def test_a_folder_that_is_gone_is_told_in_a_line(command: str, tmp_path: Path) -> None:
    """Somebody deleted the folder that the terminal still stands in."""
    gone = tmp_path / "gone"
    gone.mkdir()
    ran = subprocess.run(
        ["sh", "-c", f'cd "$0" && rmdir "$0" && exec journey {command}', str(gone)],
        env={**os.environ, "PATH": f"{Path(sys.executable).parent}:{os.environ['PATH']}"},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert ran.stderr.splitlines()[0] == "error: This folder no longer exists."
    assert ran.returncode == 2


@pytest.mark.parametrize("columns", ["9" * 20, "9" * 5_000, "1000000000"])
@pytest.mark.parametrize("command", ["--help", "rules", "show"])
def test_a_width_beyond_all_measure_does_no_harm(columns: str, command: str) -> None:
    """No line is filled with more blanks than memory has."""
    ran = shell(f"{command} >/dev/null", COLUMNS=columns)
    assert (ran.returncode, ran.stderr) == (0, "")


def test_the_flag_for_the_width_does_no_harm_either() -> None:
    """What is drawn over the whole line ends somewhere."""
    assert shell(f"explain J106 --width {'9' * 20} >/dev/null").returncode == 0


def test_an_interrupt_while_it_starts_leaves_no_traceback() -> None:
    """Exit code 130, even before the first module of ours is imported."""
    code = (
        "import sys; sys.argv = ['journey', 'lint']\n"
        "class Stop:\n"
        "    def find_spec(self, name, *rest):\n"
        "        if name == 'typer': raise KeyboardInterrupt\n"
        "sys.meta_path.insert(0, Stop())\n"
        "from journeycli.__main__ import main; sys.exit(main())"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, check=False, timeout=60)
    assert (ran.returncode, ran.stderr) == (130, b"")

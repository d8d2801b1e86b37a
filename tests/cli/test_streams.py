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


def shell(command: str) -> subprocess.CompletedProcess[str]:
    """Run `journey` by a shell that redirects its streams."""
    program = shlex.quote(str(Path(sys.executable).with_name("journey")))
    line = f"{program} {command}"
    return subprocess.run(
        ["sh", "-c", line], cwd=EXAMPLES, capture_output=True, text=True, check=False, timeout=60
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

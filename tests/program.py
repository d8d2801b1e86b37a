"""Runs the installed program as a user would, in a scrubbed environment."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parent.parent
_KEPT = ("PATH", "HOME", "TZ", "LC_ALL", "GIT_CONFIG_GLOBAL", "GIT_CONFIG_SYSTEM")


class Ran(NamedTuple):
    """What a run gave: exit code, standard output, standard error."""

    code: int
    out: str
    err: str


def journey(*arguments: str | Path, cwd: Path, stdin: bytes = b"", **environment: str) -> Ran:
    """Run `journey` with arguments in a folder and give its exit code and output."""
    scrubbed = {name: os.environ[name] for name in _KEPT if name in os.environ}
    done = subprocess.run(
        [str(Path(sys.executable).with_name("journey")), *map(str, arguments)],
        cwd=cwd,
        env={**scrubbed, **environment},
        input=stdin,
        capture_output=True,
        check=False,
        timeout=120,
    )
    return Ran(
        done.returncode,
        done.stdout.decode("utf-8", "backslashreplace"),
        done.stderr.decode("utf-8", "backslashreplace"),
    )

"""Starts the scripts of this folder in processes of their own, and reads what they tell."""

from __future__ import annotations

import base64
import json
import os
import subprocess
import sys
from typing import TYPE_CHECKING, Any

from program import ROOT

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path


def told_by(
    script: str,
    *arguments: str | Path,
    home: Path,
    timeout: float,
    python: Sequence[str] = (sys.executable,),
) -> list[dict[str, Any]]:
    """Run one of the scripts, and give the lines of JSON that it writes.

    Args:
        script: Its name.
        arguments: What it is given.
        home: The home folder that its commands see.
        timeout: Seconds after which it hangs.
        python: How Python is started.

    """
    done = subprocess.run(
        [*python, "-B", "-m", f"hostile.{script}", *arguments],
        env={"PATH": os.environ["PATH"], "HOME": str(home), "PYTHONPATH": str(ROOT / "tests")},
        capture_output=True,
        timeout=timeout,
        check=True,
    )
    return [json.loads(line) for line in done.stdout.splitlines()]


def contents(files: dict[str, str]) -> dict[str, bytes]:
    """Give what files hold, as `forked.files` told it, by their names."""
    return {name: base64.b64decode(raw) for name, raw in files.items()}

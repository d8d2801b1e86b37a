"""Tries an installed program in an empty folder: what works without any extra, and what it says.

python tests/smoke.py PROGRAM
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

_STEPS = (
    ("--version", 0, ""),
    ("init work", 0, ""),
    ("lint work --exit-zero", 0, ""),
    ("report work", 0, ""),
    ("render work -o pictures", 0, ""),
    ("render work --format png -o pictures", 2, "journeycli[png]"),
    ("render work --format pdf -o pictures", 2, "journeycli[pdf]"),
    ("export work --format xlsx -o maps.xlsx", 0, ""),
    ("import maps.xlsx -o back", 0, ""),
    ("schema journey-map", 0, ""),
    ("doctor", 0, "journeycli[png]"),
)
"""Command lines, how each ends, and what it says."""


def main() -> int:
    """Run the steps; 1 where one ends otherwise."""
    program = Path(sys.argv[1]).absolute()
    with tempfile.TemporaryDirectory() as folder:
        for line, code, said in _STEPS:
            done = subprocess.run(
                [program, *line.split()], cwd=folder, capture_output=True, text=True, check=False
            )
            if done.returncode != code or said not in done.stdout + done.stderr:
                print(f"journey {line}: exit {done.returncode}\n{done.stdout}{done.stderr}")
                return 1
    print(f"{program}: {len(_STEPS)} steps")
    return 0


if __name__ == "__main__":
    sys.exit(main())

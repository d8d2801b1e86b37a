"""`journey history` of a map with many commits, against git and the loader alone.

Makes a repository with 200 commits of one map of some 400 lines, and compares, as the median of
five runs each, in CPU time with all child processes, which other programs disturb the least:

- the floor: plain git prints every revision (`git log -p`), and a program that does nothing else
  reads them through one `git cat-file --batch` and parses each with the loader;
- `journey history --no-cache`, which also lints each of them;
- `journey history` once its figures are kept.

Run it as `.venv/bin/python bench/history.py [COMMITS]`.
"""

from __future__ import annotations

import os
import resource
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

from workloads import MAP, revisions

COMMITS = 200
_RUNS = 5
_LOADER = """
import gc, subprocess
gc.disable()
from journeycli.git import Objects
from journeycli.parsing import parse
from journeycli.source.document import read_document
from pathlib import Path
ids = subprocess.run(["git", "log", "--format=%H"], capture_output=True, text=True).stdout.split()
with Objects(Path()) as objects:
    for blob in objects.read_all([f"{each}:a.journey.yaml" for each in ids]):
        parse(read_document(blob.raw))
"""


def main() -> None:
    """Measure and print."""
    commits = int(sys.argv[1]) if len(sys.argv) > 1 else COMMITS
    journey = str(Path(sys.executable).with_name("journey"))
    with tempfile.TemporaryDirectory() as name:
        top = Path(name)
        revisions(top, commits)
        lines = (top / MAP).read_bytes().count(b"\n")
        git = _seconds(["git", "log", "-p", "--", MAP], top)
        loader = _seconds([sys.executable, "-c", _LOADER], top)
        cold = _seconds([journey, "history", MAP, "--no-cache"], top)
        subprocess.run([journey, "history", MAP], cwd=top, check=True, capture_output=True)
        warm = _seconds([journey, "history", MAP], top)
    floor = git + loader
    print(f"{commits} commits of a map of {lines} lines, CPU seconds, median of {_RUNS}")
    print(f"floor (git log -p {git:.2f}, git and loader {loader:.2f})  {floor:.2f}")
    print(f"journey history --no-cache  {cold:.2f}  {cold / floor:.2f} × the floor")
    print(f"journey history, kept       {warm:.2f}  {warm / floor:.2f} × the floor")


def _seconds(command: list[str], top: Path) -> float:
    """Give the median CPU time of a command with its children."""
    found = []
    for _ in range(_RUNS):
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run(command, cwd=top, check=True, stdout=subprocess.DEVNULL, env=_environment())
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        found.append(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
    return statistics.median(found)


def _environment() -> dict[str, str]:
    return {**os.environ, "PAGER": "cat", "GIT_PAGER": "cat"}


if __name__ == "__main__":
    main()

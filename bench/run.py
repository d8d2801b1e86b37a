"""The benchmark: this program beside its peers and the floor, on the same generated maps.

    python bench/run.py --python .venv-bench/bin/python

Everything is a whole process, run in turn with what it is measured beside; times are medians, and
a figure is the median of the ratios of runs right after each other. The floor is PyYAML's C parser
run through its events and nothing else (floor.py). Needs `journey`, `yamllint` and
`check-jsonschema` in the environment of --python; a row whose program is not there says so. Runs
where os.wait4 exists: Linux and macOS.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import subprocess
import sys
import tempfile
from functools import cache, partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from load import HEAD, RIGHT, loads
from measure import Bench, CannotRunError
from plan import Plan
from programs import HERE, Journey, Peers
from rows import measure
from stories import most_subjects
from table import aligned, data, markdown

if TYPE_CHECKING:
    from collections.abc import Callable

    from load import Load
    from rows import Outcome

NORMAL_MAPS = 1000
"""The count of maps that the targets speak of."""

_BUSY = 0.5  # load at the start from which other work is felt
_PAGE = """\
# Benchmarks

Written by `make bench`; figures of another machine are others, their ratios are much the same.

"""
_LEGEND = """
×: this one's time by the other's. faster: the other's by this one's. %: time a map, more or less
than with fewer maps, start-up included. MB: peak memory. spread: the least and the most of the
pairs. by CPU: the same by processor time, which other work on the machine disturbs less.
"""
_LOAD_HEAD = """
## Under load

Every command once on much, and once on a quarter of it: its processor time, its peak memory (150 MB
at most), and how much more time a piece takes than in the smaller run, start-up included (15 % at
most, which is linear). 10,000 maps and 2,000 revisions with `BENCH_FLAGS=--full`.

"""


def main() -> None:
    """Read the command line, measure, print the table and clean up."""
    asked = _arguments()
    with tempfile.TemporaryDirectory(prefix="journey-bench-") as name:
        folder = Path(name).resolve()
        bench = Bench(folder, _environment(folder))
        journey = Journey(bench, asked.python.absolute())
        peers = Peers(asked.python.absolute())
        workspace = _workspaces(folder)
        plan = Plan(journey, peers, workspace, asked.maps, asked.runs, asked.full)
        about = _about(journey, workspace(asked.maps), asked.maps)
        outcomes = _measured(plan, bench, asked.only)
        heavy = list(loads(bench, journey.script, partial(_is_wanted, asked.only), full=asked.full))
    text = _report(about, outcomes) + _load_report(heavy)
    sys.stdout.write(text)
    if asked.markdown:
        asked.markdown.write_text(_PAGE + text, encoding="utf-8")
    if asked.json:
        rows = [data(outcome) for outcome in outcomes]
        load = [each.data() for each in heavy]
        document = {"version": 1, "about": about, "rows": rows, "load": load}
        asked.json.write_text(json.dumps(document, indent=1, ensure_ascii=False) + "\n", "utf-8")


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description="Measures journey beside yamllint, check-jsonschema and the floor."
    )
    add = parser.add_argument
    add("--python", type=Path, default=Path(sys.executable), help="the environment's Python")
    add("--maps", type=int, default=NORMAL_MAPS, help=f"how many maps ({NORMAL_MAPS})")
    add("--runs", type=int, default=5, help="how often each pair is run (5)")
    add("--full", action="store_true", help="ten times as many maps and revisions too")
    words = "only rows that have these words, as in 'beside the floor'; repeatable"
    add("--only", metavar="WORDS", action="append", default=[], help=words)
    add("--json", type=Path, metavar="FILE", help="write every run to a file")
    add("--markdown", type=Path, metavar="FILE", help="write the table to a file")
    asked = parser.parse_args()
    if asked.maps < 1 or asked.runs < 1:
        parser.error("--maps and --runs are 1 or more")
    if asked.maps * (10 if asked.full else 1) > most_subjects():
        parser.error(f"there are words for {most_subjects():,} different maps and no more")
    return asked


def _environment(folder: Path) -> dict[str, str]:
    """Give an environment without the user's settings, colours and caches; byte code allowed."""
    return {
        "HOME": str(folder / "home"),
        "PATH": os.environ.get("PATH", os.defpath),
        "LANG": "C.UTF-8",
        "TZ": "UTC",
        "TERM": "dumb",
        "NO_COLOR": "1",
        "COLUMNS": "200",
    }


def _workspaces(folder: Path) -> Callable[[int], Path]:
    """Give a function that generates the workspace of a size once, in a process of its own."""
    (folder / "home").mkdir()

    @cache
    def workspace(maps: int) -> Path:
        target = folder / f"maps-{maps}"
        _say(f"generating {maps:,} maps")
        script = str(HERE / "generate_maps.py")
        subprocess.run([sys.executable, script, str(target), "--maps", str(maps)], check=True)
        return target

    return workspace


def _about(journey: Journey, folder: Path, maps: int) -> dict[str, Any]:
    """Tell what is measured, on what, and where; and bring all of it into the file cache."""
    files = list(folder.rglob("*.journey.yaml"))
    lines = sum(path.read_bytes().count(b"\n") for path in files)
    about: dict[str, Any] = {
        "machine": f"{platform.system()} {platform.machine()}, {os.cpu_count()} cores",
        "load": round(os.getloadavg()[0], 1),
        "maps": maps,
        "lines_a_map": round(lines / len(files)),
        "megabytes": round(sum(path.stat().st_size for path in files) / 1e6, 1),
    }
    try:
        about |= journey.about()
        about["summary"] = journey.summary(folder)
    except CannotRunError as error:
        about["problem"] = str(error)
    return about


def _measured(plan: Plan, bench: Bench, only: list[str]) -> list[Outcome]:
    outcomes = []
    for row in plan.rows():
        title = f"{row.title} beside {row.beside}" if row.beside else f"{row.title}, memory"
        if _is_wanted(only, title):
            outcomes.append(measure(row, bench))
    return outcomes


def _is_wanted(only: list[str], title: str) -> bool:
    """Tell whether a row is to be run, and say so."""
    wanted = not only or any(words.lower() in title.lower() for words in only)
    if wanted:
        _say(title)
    return wanted


def _load_report(heavy: list[Load]) -> str:
    table = aligned([HEAD, *(each.cells() for each in heavy)], RIGHT)
    return f"{_LOAD_HEAD}{table}" if heavy else ""


def _report(about: dict[str, Any], outcomes: list[Outcome]) -> str:
    size = f"{about['maps']:,} maps of {about['lines_a_map']} lines ({about['megabytes']} MB)"
    head = [f"{size}; {about['machine']}, load {about['load']} at the start."]
    if "version" in about:
        head.append(
            f"journeycli {about['version']} ({about['installed']}, byte code "
            f"{about['bytecode']}), Python {about['python']}, PyYAML {about['pyyaml']}."
        )
    if "summary" in about:
        counts = about["summary"]
        shown = ", ".join(f"{counts[key]:,} {key}" for key in ("errors", "warnings", "infos"))
        head.append(f"A lint finds {shown} in {counts['files']:,} files.")
    if "problem" in about:
        head.append(f"The program cannot lint these maps: {about['problem']}.")
    if about["maps"] != NORMAL_MAPS:
        head.append(f"The targets speak of {NORMAL_MAPS:,} maps.")
    if about["load"] >= _BUSY:
        head.append("The machine was busy: mind the spread, and run it again when it is quiet.")
    return "\n".join(head) + "\n\n" + markdown(outcomes) + _LEGEND


def _say(text: str) -> None:
    sys.stderr.write(f"{text} …\n")


if __name__ == "__main__":
    main()

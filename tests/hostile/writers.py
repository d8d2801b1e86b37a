"""Every command that writes files, and a workspace that each of them has something to write in."""

from __future__ import annotations

import subprocess
from typing import TYPE_CHECKING, NamedTuple

from program import journey

if TYPE_CHECKING:
    from pathlib import Path

UNTIDY = """\
id: order-pizza
format: journey-map/1
title:   "Ordering a pizza"
stages:
    -   name: Order
        id: order
        emotoins: [ hungry,hopeful ]
"""
_SOUP = """\
id: order-soup
format: journey-map/1
title:   "Ordering soup"
stages:
    -   name: Order
        id: order
        emotions: [ hungry,hopeful ]
        touchpoints:
            - {id: phone, name: Phone, channel: phone}
"""
_OURS = UNTIDY.replace("Ordering a pizza", "Ordering two pizzas")
_THEIRS = UNTIDY.replace("hungry,hopeful", "hungry,hopeful,late")
_SHEET = "Stage,Order,Wait\nTouchpoints,Phone,Door\nPain,Busy line,Cold pizza\n"
_OLD = "what stood here before\n"


class Writer(NamedTuple):
    """A command that writes.

    Attributes:
        line: The command line.
        written: The files that it writes.
        over: Whether files of these names are there before; else it makes new ones.
        in_git: Whether the workspace is a repository.
        first: The command line that comes before, where it needs one.

    """

    line: str
    written: tuple[str, ...]
    over: bool = True
    in_git: bool = False
    first: str = ""


PIZZA = "pizza.journey.yaml"
_MEAL = "soup.journey.yaml"
_WALK = f"walk {_MEAL} --answers answers.txt -o soup.walk.yaml --today 2026-11-30"
_MERGE = "merge base.yaml ours.yaml theirs.yaml"

WRITERS = {
    "fix": Writer("lint . --fix --no-cache", (PIZZA,)),
    "unsafe fix": Writer("lint . --fix --unsafe-fixes --no-cache", (PIZZA,)),
    "fmt": Writer("fmt .", (PIZZA, _MEAL)),
    "fill": Writer(f"fill {_MEAL}", (_MEAL,)),
    "baseline": Writer("lint . --write-baseline --no-cache", ("journey-baseline.json",)),
    "walk": Writer(_WALK, ("soup.walk.yaml", _MEAL), over=False),
    "merge": Writer(f"{_MERGE} -o merged.yaml", ("merged.yaml",)),
    "merge driver": Writer(f"{_MERGE} -o ours.yaml", ("ours.yaml",)),
    "render": Writer(f"render {_MEAL} -o pictures", ("pictures/order-soup.map.svg",)),
    "page": Writer(f"render {_MEAL} -o soup.html --format html", ("soup.html",)),
    "export": Writer(f"export {_MEAL} -o table.csv", ("table.csv",), over=False),
    "export over": Writer(f"export {_MEAL} -o table.csv --force", ("table.csv",)),
    "import": Writer("import research.csv -o new.journey.yaml", ("new.journey.yaml",), over=False),
    "import over": Writer(f"import research.csv -o {PIZZA} --force", (PIZZA,)),
    "agenda": Writer(f"agenda {PIZZA} -o agenda.md", ("agenda.md",)),
    "report": Writer("lint . --no-cache --format sarif=found.sarif", ("found.sarif",)),
    "history": Writer(f"history {_MEAL} -o history.json", ("history.json",), in_git=True),
    "diff": Writer(
        "diff base.yaml ours.yaml --format html -o changes.html", ("changes.html",)
    ),
    "new": Writer("new map returns", ("returns.journey.yaml",), over=False),
    "init": Writer("init started", ("started/journey.toml",), over=False),
    "schema": Writer("schema --write schemas", ("schemas/walk.schema.json",), over=False),
    "git-setup": Writer("git-setup", (".gitattributes", ".git/config"), over=False, in_git=True),
    "git-setup --undo": Writer(
        "git-setup --undo", (".gitattributes", ".git/config"), in_git=True, first="git-setup"
    ),
}  # fmt: skip


def lay(folder: Path, writer: Writer) -> Path:
    """Make the workspace that a writer writes in, and give its folder."""
    folder.mkdir()
    files = {
        "journey.toml": 'today = "2026-11-30"\n',
        "base.yaml": UNTIDY,
        "ours.yaml": _OURS,
        "theirs.yaml": _THEIRS,
        PIZZA: UNTIDY,
        _MEAL: _SOUP,
        "answers.txt": "f\n-2\nIt was late\n\ny\n",
        "research.csv": _SHEET,
    }
    for name in writer.written if writer.over else ():
        if not name.startswith(".git"):
            files.setdefault(name, _OLD)
    if "journey-baseline.json" in files:
        files["journey-baseline.json"] = '{"version": 1, "entries": []}\n'
    for name, text in files.items():
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text(text, "utf-8")
    if writer.in_git:
        _make_repository(folder)
    if writer.first:
        journey(*writer.first.split(), cwd=folder)
    return folder


def _make_repository(folder: Path) -> None:
    for line in (
        "init -q --template=",
        "config core.checkStat minimal",  # a copy's files are as old as they were
        "config core.trustctime false",
        "add -A",
        "commit -q -m first",
    ):
        subprocess.run(["git", *line.split()], cwd=folder, check=True, capture_output=True)

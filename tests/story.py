"""Replays docs/git.md: does in a new repository what the page says, and writes what is printed.

    python tests/story.py        writes docs/git.md and its pictures anew

The page is the script. Comments above its blocks say what readers see from the words around them:
`who: NAME, DAY` is who types from now on, `save: FILE` that the next block is that file,
`edit: FILE` that it is a change to it: lines with `-` give way to lines with `+`, and a block
`conflict` takes the place of everything between conflict markers. A block `sh` is typed; a block
`console` is typed and shows what is printed. An SVG that a command writes is a picture of the page.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parent.parent
PAGE = "docs/git.md"
SETTINGS = 'today = "2026-04-20"\n'
_PIECE = re.compile(
    r"<!-- (?P<what>who|save|edit): (?P<about>.+?) -->\n|^```(?P<kind>\w+)\n(?P<body>.*?)^```\n",
    re.MULTILINE | re.DOTALL,
)
_CONFLICT = re.compile(r"^<<<<<<<.*?^>>>>>>>[^\n]*\n", re.MULTILINE | re.DOTALL)


class Told(NamedTuple):
    """What the story gives: the page with what is printed, and its pictures by their file names."""

    page: str
    pictures: dict[str, str]


def told(folder: Path) -> Told:
    """Replay the page in an empty folder."""
    text = (ROOT / PAGE).read_text("utf-8")
    story = _Story(folder)
    parts, done = [], 0
    for piece in _PIECE.finditer(text):
        parts += [text[done : piece.start()], story.played(piece)]
        done = piece.end()
    pictures = {f"git-{path.name}": path.read_text("utf-8") for path in folder.glob("*.svg")}
    return Told("".join([*parts, text[done:]]), pictures)


class _Story:
    """The repository of the story, who types, and what the next block is."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._who = ("Ana Ruiz", "2026-02-02")
        self._file = ""
        self._is_edit = False
        self._typed("git init --quiet --initial-branch main")
        self._typed("git config core.autocrlf false")
        (folder / "journey.toml").write_text(SETTINGS)
        (folder / ".gitignore").write_text("*.svg\njourney.toml\n.gitignore\n.journey-cache\n")

    def played(self, piece: re.Match[str]) -> str:
        """Do what a piece of the page says, and give the piece as it should be."""
        match piece["what"], piece["kind"]:
            case "who", _:
                name, _, day = piece["about"].partition(", ")
                self._who = (name, day)
            case ("save" | "edit") as what, _:
                self._file, self._is_edit = piece["about"], what == "edit"
            case _, "sh":
                for line in piece["body"].splitlines():
                    self._typed(line, check=True)
            case _, "console":
                typed = [line for line in piece["body"].splitlines() if line.startswith("$ ")]
                printed = [f"{line}\n{self._typed(line[2:])}" for line in typed]
                return f"```console\n{''.join(printed)}```\n"
            case _, "yaml" | "diff" | "conflict" if self._file:
                self._write(piece["kind"], piece["body"])
            case _:
                pass
        return piece[0]

    def _write(self, kind: str, body: str) -> None:
        path = self._folder / self._file
        path.parent.mkdir(exist_ok=True)
        if kind == "yaml":
            text = body
        elif kind == "conflict":
            text, count = _CONFLICT.subn(body, path.read_text("utf-8"))
            assert count == 1, "one conflict"
        else:
            lines = body.splitlines(keepends=True)
            old = "".join(line[1:] for line in lines if line[0] in " -")
            new = "".join(line[1:] for line in lines if line[0] in " +")
            text = path.read_text("utf-8")
            assert text.count(old) == 1, old
            text = text.replace(old, new)
        path.write_text(text, "utf-8")
        self._file = ""

    def _typed(self, command: str, *, check: bool = False) -> str:
        """Run a command as whoever types, and give what is printed."""
        name, day = self._who
        when = f"{day}T10:00:00+00:00"
        mail = f"{name.split()[0].lower()}@example.com"
        done = subprocess.run(
            ["bash", "-c", command],
            cwd=self._folder,
            env={
                "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
                "HOME": str(self._folder.parent),
                "LC_ALL": "C.UTF-8",
                "COLUMNS": "100",
                "GIT_CONFIG_NOSYSTEM": "1",
                "GIT_CONFIG_GLOBAL": os.devnull,
                "GIT_EDITOR": "true",
                "GIT_AUTHOR_NAME": name,
                "GIT_AUTHOR_EMAIL": mail,
                "GIT_AUTHOR_DATE": when,
                "GIT_COMMITTER_NAME": name,
                "GIT_COMMITTER_EMAIL": mail,
                "GIT_COMMITTER_DATE": when,
            },
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            check=False,
        )
        printed = done.stdout.decode("utf-8")
        assert not check or done.returncode == 0, f"{command}\n{printed}"
        return printed


def main() -> None:
    """Write the page and its pictures."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "journeys"
        folder.mkdir()
        found = told(folder)
    (ROOT / PAGE).write_text(found.page, "utf-8")
    for file, text in found.pictures.items():
        (ROOT / "docs/images" / file).write_text(text, "utf-8")


if __name__ == "__main__":
    main()

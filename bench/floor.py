"""The floor of the benchmark: libyaml's events of every file, and nothing else.

No program that reads these files through PyYAML's C parser can be faster. Called with files or
folders; folders give every `*.yaml` below them.
"""

from __future__ import annotations

import sys
from pathlib import Path

from yaml._yaml import CParser


def main(arguments: list[str]) -> None:
    """Run the parser through all files that the arguments mean."""
    for argument in arguments:
        path = Path(argument)
        for file in path.rglob("*.yaml") if path.is_dir() else [path]:
            run_through(file.read_bytes().decode())


def run_through(text: str) -> None:
    """Take every event of a text and drop it."""
    get_event = CParser(text).get_event
    while get_event() is not None:
        pass


if __name__ == "__main__":
    main(sys.argv[1:])

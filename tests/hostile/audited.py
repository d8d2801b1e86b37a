"""Runs command lines under an audit hook that writes down what they open, start and connect to.

python audited.py RECORD LINE…
"""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_WRITES = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND
_MOVES = {"os.rename", "os.remove", "os.mkdir", "os.rmdir", "os.link", "os.symlink", "os.truncate",
          "os.chmod", "os.chown", "os.utime", "shutil.rmtree"}  # fmt: skip


def main() -> None:
    """Run the lines and leave a record: one line of JSON an event."""
    record: list[list[str]] = []
    here = Path.cwd()

    def hook(event: str, arguments: tuple[object, ...]) -> None:
        record.extend(_events(event, arguments, here))

    from journeycli.cli.main import run  # noqa: PLC0415 - before the record begins

    sys.addaudithook(hook)
    record.extend(["ended", line, str(run(line.split()))] for line in sys.argv[2:])
    Path(sys.argv[1]).write_text("".join(json.dumps(each) + "\n" for each in [*record]), "ascii")


def _events(event: str, arguments: tuple[object, ...], here: Path) -> Iterator[list[str]]:
    if event == "open":
        flags = arguments[2]
        writes = isinstance(flags, int) and bool(flags & _WRITES)
        paths = arguments[:1]
        yield from (["write" if writes else "read", each] for each in _full(paths, here))
    elif event in _MOVES:
        paths = arguments[: 2 if event in {"os.rename", "os.link", "os.symlink"} else 1]
        yield from (["move", each] for each in _full(paths, here))
    elif event in {"subprocess.Popen", "os.exec", "os.posix_spawn", "os.system", "os.fork"}:
        yield ["process", _shown(arguments[0]) if arguments else event]
    elif event.startswith(("socket.connect", "socket.bind", "socket.getaddrinfo", "urllib.")):
        yield ["network", event, *map(_shown, arguments)]
    elif event == "pickle.find_class":
        yield ["pickle", *map(_shown, arguments)]


def _full(paths: Iterable[object], here: Path) -> Iterator[str]:
    for path in paths:
        if isinstance(path, str | bytes | os.PathLike):
            yield str(here / os.fsdecode(path))


def _shown(about: object) -> str:
    return os.fsdecode(about) if isinstance(about, str | bytes | os.PathLike) else repr(about)


if __name__ == "__main__":
    main()

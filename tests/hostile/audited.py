"""Runs command lines under an audit hook that writes down what they open, start and connect to.

python audited.py RECORD LINE…
"""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path

_WRITES = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND
_MOVES = {"os.rename", "os.remove", "os.mkdir", "os.rmdir", "os.link", "os.symlink", "os.truncate",
          "os.chmod", "os.chown", "os.utime", "shutil.rmtree"}  # fmt: skip


def main() -> None:
    """Run the lines and leave a record: one line of JSON an event."""
    record = Path(sys.argv[1]).open("w", encoding="ascii")  # noqa: SIM115 - open to the very end
    here = Path.cwd()

    def note(kind: str, *about: object) -> None:
        record.write(json.dumps([kind, *map(_shown, about)]) + "\n")

    def hook(event: str, arguments: tuple[object, ...]) -> None:
        if event == "open":
            path, mode, flags = arguments
            writes = isinstance(flags, int) and bool(flags & _WRITES)
            if isinstance(path, str | bytes | os.PathLike) and mode != "audited":
                note("write" if writes else "read", here / os.fsdecode(path))
        elif event in _MOVES:
            for path in arguments[: 2 if event in {"os.rename", "os.link", "os.symlink"} else 1]:
                if isinstance(path, str | bytes | os.PathLike):
                    note("write", here / os.fsdecode(path))
        elif event in {"subprocess.Popen", "os.exec", "os.posix_spawn", "os.system", "os.fork"}:
            note("process", arguments[0] if arguments else event)
        elif event.startswith(("socket.connect", "socket.bind", "socket.getaddrinfo", "urllib.")):
            note("network", event, *arguments)
        elif event == "pickle.find_class":
            note("pickle", *arguments)

    from journeycli.cli.main import run  # noqa: PLC0415 - before the record begins

    sys.addaudithook(hook)
    for line in sys.argv[2:]:
        code = run(line.split())
        note("ended", line, code)
    record.flush()


def _shown(about: object) -> str:
    return os.fsdecode(about) if isinstance(about, str | bytes | os.PathLike) else repr(about)


if __name__ == "__main__":
    main()

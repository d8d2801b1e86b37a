"""Runs the commands in a Python from which everything is taken that only POSIX has.

python tests/compat/bare.py MAP
"""

from __future__ import annotations

import concurrent.futures.process
import multiprocessing.connection  # noqa: F401 - the standard library may use what we may not
import os
import pathlib
import shutil
import signal
import subprocess
import sys
import tempfile  # noqa: F401 - as above
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from types import ModuleType

_MODULES = ("fcntl", "grp", "pty", "pwd", "readline", "resource", "syslog", "termios", "tty")
_OF_OS = (
    "O_NOFOLLOW", "fchown", "fork", "forkpty", "getegid", "geteuid", "getgid", "getpgid", "getuid",
    "killpg", "mkfifo", "nice", "sched_getaffinity", "setsid", "sysconf", "wait", "wait3", "wait4",
)  # fmt: skip
_SIGNALS = ("SIGALRM", "SIGCHLD", "SIGHUP", "SIGPIPE", "SIGUSR1", "pthread_sigmask")
_LINES = (
    "lint|lint . --fix --unsafe-fixes|lint ex --format sarif=a.sarif --format json|lint nowhere"
    "|fmt ex --check|rules|explain J101|init work|new map returns|fill returns"
    "|show ex/a.journey.yaml|report ex|plan ex|render ex -o out|render ex --format html -o out"
    "|diff --stat|diff ex/a.journey.yaml /dev/null|history ex/a.journey.yaml"
    "|blame ex/a.journey.yaml|agenda ex/a.journey.yaml|walk ex/a.journey.yaml"
    "|export ex/a.journey.yaml -o r.csv|merge ex/a.journey.yaml ex/a.journey.yaml nowhere"
    "|import r.csv -o back/|schema --write schemas|git-setup|doctor|lint --since HEAD"
)


def main() -> int:
    """Run each command line; give the highest exit code: 2 for usage that is wrong on purpose."""
    pathlib.Path("ex").mkdir()
    shutil.copy(sys.argv[1], "ex/a.journey.yaml")
    for arguments in (["init", "-q"], ["add", "."], ["commit", "-qm", "one"]):
        subprocess.run(["git", *arguments], check=True)
    concurrent.futures.process.ProcessPoolExecutor(1).shutdown()
    for name in _MODULES:
        sys.modules.update({name: cast("ModuleType", None)})  # nobody can import it any more
    for holder, names in ((os, _OF_OS), (signal, _SIGNALS)):
        for name in names:
            if hasattr(holder, name):
                delattr(holder, name)
    setattr(pathlib.PurePath, "__format__", _told)  # noqa: B010 - not to be assigned, says mypy
    from journeycli.cli.main import run  # noqa: PLC0415 - after all that

    null = pathlib.Path(os.devnull)
    with null.open("w") as nowhere, null.open() as nothing:
        sys.stdout, sys.stdin = nowhere, nothing
        codes = {line: run(line.split()) for line in _LINES.split("|")}
    sys.stderr.write("".join(f"{line}: {code}\n" for line, code in codes.items()))
    return max(codes.values())


def _told(path: pathlib.PurePath, form: str) -> str:
    caller = sys._getframe(1)  # noqa: SLF001 - who made a sentence of a path
    if str(caller.f_globals.get("__name__")).startswith("journeycli"):
        raise AssertionError(f"{caller.f_code.co_filename}:{caller.f_lineno}: write as_posix()")
    return format(str(path), form)


if __name__ == "__main__":
    sys.exit(main())

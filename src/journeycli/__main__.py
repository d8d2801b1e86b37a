"""The program's first step: answers `--version` before anything heavy is imported."""

from __future__ import annotations

import gc
import os
import sys

from journeycli import __version__


def main() -> int:
    """Run the program with the arguments of the process and give its exit code."""
    if sys.argv[1:] in (["--version"], ["-V"]) and sys.stdout:
        try:
            sys.stdout.write(f"journeycli {__version__}\n")
            sys.stdout.flush()
        except OSError:
            pass  # the whole program tries again, and tells what is wrong
        else:
            return 0
    _leave_ascii()
    try:
        return _started()
    except KeyboardInterrupt:  # while modules are imported; later it has its own sentence
        from journeycli.errors import INTERRUPTED  # noqa: PLC0415 - most runs do not need it

        return INTERRUPTED


def _started() -> int:
    # Imports make many objects and no garbage; looking for some takes 8 % of a short run.
    gc.set_threshold(100_000, 50, 100)
    match sys.argv[1:]:
        case ["git-setup", "--textconv", file] if not file.startswith("-"):
            return _textconv(file)
        case _:
            pass
    # pydantic would look through every installed package for plugins, which takes 11 ms.
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    from journeycli.cli.main import run  # noqa: PLC0415 - typer alone takes longer than the answer above

    return run(sys.argv[1:])


def _leave_ascii() -> None:
    """Start once more in Python's UTF-8 mode where the names of files would have to be ASCII.

    In the C locale Python does so by itself, unless PYTHONUTF8 and PYTHONCOERCECLOCALE forbid it.
    Then a file with an umlaut in its name could be neither found by its id nor written. What is
    printed stays ASCII.
    """
    if sys.getfilesystemencoding() != "ascii" or os.environ.get("PYTHONUTF8") == "1":
        return  # the latter where an option of Python's own forbids it
    changed = {"PYTHONUTF8": "1", "PYTHONIOENCODING": os.environ.get("PYTHONIOENCODING", "ascii")}
    os.execve(  # noqa: S606 - this very program, with the arguments that it was given
        sys.executable, [sys.executable, *sys.orig_argv[1:]], {**os.environ, **changed}
    )


def _textconv(file: str) -> int:
    """Answer git, which asks for one version of a map after the other, without typer."""
    from pathlib import Path  # noqa: PLC0415 - as above

    from journeycli.cli.boundary import guarded  # noqa: PLC0415 - as above
    from journeycli.cli.git_textconv import convert  # noqa: PLC0415 - as above

    return guarded(lambda: convert(Path(file)))


if __name__ == "__main__":
    sys.exit(main())

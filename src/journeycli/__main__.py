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


def _textconv(file: str) -> int:
    """Answer git, which asks for one version of a map after the other, without typer."""
    from pathlib import Path  # noqa: PLC0415 - as above

    from journeycli.cli.boundary import guarded  # noqa: PLC0415 - as above
    from journeycli.cli.git_textconv import convert  # noqa: PLC0415 - as above

    return guarded(lambda: convert(Path(file)))


if __name__ == "__main__":
    sys.exit(main())

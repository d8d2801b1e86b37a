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
    # pydantic would look through every installed package for plugins, which takes 11 ms.
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    from journeycli.cli.main import run  # noqa: PLC0415 - typer alone takes longer than the answer above

    return run(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())

"""`--watch`: something is done again whenever a file that it stands on is saved."""

from __future__ import annotations

from typing import TYPE_CHECKING, NoReturn

from journeycli.errors import UserError
from journeycli.workspace.cache_folder import FOLDER

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

    from watchfiles import DefaultFilter

_QUIET = 100  # milliseconds without a change, so that a save in several steps counts once
_TURN = 250  # milliseconds without a change, after which it is another turn
_LOOK_ANYWAY = 20  # turns; some network drives and containers tell of no change


def follow(folder: Path, look: Callable[[], Iterable[Path]], renew: Callable[[], None]) -> NoReturn:
    """Renew now and after each change, until somebody interrupts.

    The system tells that something happened below the folder; whether a file that counts was
    saved, came or went is looked up. So an editor may save as it likes, and what is written by
    the renewing itself starts no other round.

    Args:
        folder: Where changes happen.
        look: Gives the files that count. Where it cannot, because of settings that are wrong or a
            file that is gone, its sentence stands for them.
        renew: What is done.

    Raises:
        UserError: watchfiles is not installed, or the system cannot watch the folder.
        KeyboardInterrupt: Somebody interrupts.

    """
    happened = _happenings(folder)
    before = _seen(look)
    renew()
    for _ in happened:
        now = _seen(look)
        if now != before:
            before = now
            renew()
    raise UserError(f"{folder.as_posix()} cannot be watched any more.")


def _happenings(folder: Path) -> Iterator[object]:
    """Give something whenever something may have happened below a folder.

    Raises:
        UserError: watchfiles is not installed, or the system cannot watch the folder.

    """
    try:
        from watchfiles import DefaultFilter
    except ModuleNotFoundError as error:
        raise UserError(
            "--watch needs watchfiles, which is not installed.", hint="pip install watchfiles"
        ) from error
    except (ImportError, OSError) as error:
        raise UserError(
            f"--watch needs watchfiles, which cannot be loaded: {error}",
            hint="pip install --force-reinstall watchfiles",
        ) from error
    return _turns(folder, DefaultFilter(ignore_dirs=(*DefaultFilter.ignore_dirs, FOLDER)))


def _turns(folder: Path, counts: DefaultFilter) -> Iterator[object]:
    from watchfiles import watch

    turns = watch(
        folder,
        watch_filter=counts,
        step=_QUIET,
        rust_timeout=_TURN,
        yield_on_timeout=True,
        ignore_permission_denied=True,
    )
    try:
        for number, changes in enumerate(turns):
            if changes or number % _LOOK_ANYWAY == 0:  # the first: before it began to listen
                yield changes
    # watchfiles' own error is a RuntimeError that it does not make public.
    except (OSError, RuntimeError) as error:
        raise UserError(
            f"{folder.as_posix()} cannot be watched: {error}.",
            hint="WATCHFILES_FORCE_POLLING=true looks at the files instead.",
        ) from error


def _seen(look: Callable[[], Iterable[Path]]) -> object:
    """Give what changes when a file is saved, comes or goes."""
    try:
        paths = list(look())
    except UserError as error:
        return str(error)
    seen: dict[Path, tuple[int, int, int] | None] = {}
    for path in paths:
        try:
            about = path.stat()
        except OSError:  # gone since it was found, or not there yet
            seen[path] = None
        else:
            seen[path] = about.st_mtime_ns, about.st_size, about.st_ino
    return seen

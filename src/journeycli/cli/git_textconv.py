"""What git calls for each version of a map that it compares: it imports nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journeycli.cli import output
from journeycli.compare.textconv import with_places
from journeycli.errors import UserError
from journeycli.source.limits import Limits

if TYPE_CHECKING:
    from pathlib import Path


def convert(path: Path) -> int:
    """Print a map as `git diff` compares it.

    Raises:
        UserError: It cannot be read.

    """
    try:
        raw = path.read_bytes()
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise UserError(f"{path.as_posix()} cannot be read: {reason}.") from error
    output.write_bytes(with_places(raw, Limits()))
    return 0

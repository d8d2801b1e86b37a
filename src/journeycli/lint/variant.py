"""What a result depends on besides the text of its file, as a few digits."""

from __future__ import annotations

import os
import sys
from functools import cache
from hashlib import sha256
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from journeycli import __version__

if TYPE_CHECKING:
    from collections.abc import Iterator

_DIGITS = 32
_SHORT = 16
_LIBRARIES = ("jmespath", "pydantic", "pydantic_core", "wcwidth", "yaml")


def digest_of_text(raw: bytes) -> str:
    """Give thirty-two hexadecimal digits that stand for the bytes of a file."""
    return sha256(raw).hexdigest()[:_DIGITS]


def digest_of(*pieces: object) -> str:
    """Give thirty-two hexadecimal digits that stand for values, as they write themselves."""
    return digest_of_text("\0".join(map(repr, pieces)).encode("utf-8", "surrogatepass"))


def variant_of(*pieces: object) -> str:
    """Give sixteen hexadecimal digits that stand for values, as they write themselves."""
    return digest_of(*pieces)[:_SHORT]


@cache
def program() -> str:
    """Give digits that stand for this program as it is installed here.

    Version numbers are not enough: a checkout changes without them. So the size and the time of
    every module counts too, and those of the libraries.
    """
    folder = Path(__file__).parent.parent
    return digest_of(__version__, sys.version, *_modules(folder), *map(_library, _LIBRARIES))


def _modules(folder: Path) -> Iterator[tuple[str, int, int]]:
    with os.scandir(folder) as entries:
        for entry in sorted(entries, key=lambda entry: entry.name):
            if entry.is_dir():
                if entry.name != "__pycache__":
                    yield from _modules(Path(entry.path))
            elif entry.name.endswith(".py"):
                status = entry.stat()
                yield entry.name, status.st_size, status.st_mtime_ns


def _library(name: str) -> tuple[int, int] | None:
    spec = find_spec(name)
    if spec is None or spec.origin is None:
        return None
    status = Path(spec.origin).stat()
    return status.st_size, status.st_mtime_ns

"""What figures depend on besides the text of a map, as a few digits."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

from journeycli import __version__

_WITHOUT_FIGURES = frozenset({"cli", "compare", "interchange", "reporters", "templates", "views"})


def variant_of(*pieces: object) -> str:
    """Give digits that stand for this program as it is installed, and for values as they print.

    Version numbers are not enough: a checkout changes without them. So the size and the time of
    every module that has a part in figures count too.
    """
    text = repr((__version__, *_modules(Path(__file__).parent.parent), *pieces))
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def _modules(folder: Path) -> list[tuple[str, int, int]]:
    found = []
    for path in sorted(folder.rglob("*.py")):
        name = path.relative_to(folder)
        if name.parts[0] not in _WITHOUT_FIGURES:
            status = path.stat()
            found.append((name.as_posix(), status.st_size, status.st_mtime_ns))
    return found

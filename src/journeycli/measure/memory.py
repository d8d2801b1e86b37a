"""What was measured before: the figures of a map's revisions, kept for the next time.

One file a map in the workspace's cache folder: a checksum on the first line, JSON behind it. A
revision's figures stay true for as long as rules, settings and catalogs do, so a digest of these
stands in the file. What is damaged, of another version or cannot be read is not used; what cannot
be written is done without. Nothing in it is trusted for more than figures.
"""

from __future__ import annotations

import json
from contextlib import suppress
from hashlib import sha256
from typing import TYPE_CHECKING, Any
from zlib import crc32

from journeycli.errors import UserError
from journeycli.files import put
from journeycli.lint.alone import Counts
from journeycli.measure.figures import Figures
from journeycli.model.checklist import QUESTIONS, Share
from journeycli.workspace.cache_folder import FOLDER, HISTORY, make_folder
from journeycli.workspace.reading import UnreadableError, read_bytes

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

_LARGEST = 50_000_000  # bytes; what is larger is no file of ours
_CHECKSUM = 8


class Memory:
    """What was measured of one map.

    Args:
        root: The workspace's root; None where nothing is kept.
        path: What the map's file is called, from the top of the repository.
        variant: A digest of everything besides the text that the figures depend on.

    """

    def __init__(self, root: Path | None, path: str, variant: str) -> None:
        name = sha256(path.encode("utf-8", "surrogateescape")).hexdigest()[:16]
        self._root = root
        self._file = root / FOLDER / f"{HISTORY}{name}.json" if root else None
        self._variant = variant
        self._known = self._read()
        self._used: dict[str, Any] = {}
        self._has_new = False

    def get(self, blob: str, day: date) -> Figures | str | None:
        """Give the figures of a blob on a day, or why it has none; None where nobody knows."""
        key = f"{blob}@{day.isoformat()}"
        kept = self._known.get(key)
        found = _figures(kept) if kept is not None else None
        if found is not None:
            self._used[key] = kept
        return found

    def put(self, blob: str, day: date, found: Figures | str) -> None:
        """Keep the figures of a blob on a day."""
        self._used[f"{blob}@{day.isoformat()}"] = found if isinstance(found, str) else _data(found)
        self._has_new = True

    def close(self) -> None:
        """Write what is known of the revisions that were asked for; the others are forgotten."""
        if self._root is None or self._file is None or not self._has_new:
            return
        text = json.dumps({"variant": self._variant, "known": self._used}, separators=(",", ":"))
        raw = text.encode("utf-8", "surrogatepass")
        with suppress(OSError, UserError):
            make_folder(self._root / FOLDER)
            if not self._file.is_symlink():
                put(self._file, b"%08x\n%s" % (crc32(raw), raw))

    def _read(self) -> dict[str, Any]:
        if self._file is None:
            return {}
        try:
            raw = read_bytes(self._file, limit=_LARGEST, root=self._root)
            checksum, rest = raw[:_CHECKSUM], raw[_CHECKSUM + 1 :]
            data = json.loads(rest) if checksum == b"%08x" % crc32(rest) else {}
        except (UnreadableError, ValueError, RecursionError):
            return {}
        if not isinstance(data, dict) or data.get("variant") != self._variant:
            return {}
        known = data.get("known")
        return known if isinstance(known, dict) else {}


def _data(figures: Figures) -> list[Any]:
    return [
        figures.title, figures.stages, figures.questions, figures.mean, figures.low,
        figures.barriers, figures.findings,
    ]  # fmt: skip


def _figures(kept: Any) -> Figures | str | None:
    if isinstance(kept, str):
        return kept
    try:
        title, stages, questions, mean, low, barriers, findings = kept
        figures = Figures(
            str(title),
            int(stages),
            tuple(Share(int(settled), int(asked)) for settled, asked in questions),
            None if mean is None else float(mean),
            None if low is None else float(low),
            int(barriers),
            Counts(*map(int, findings)),
        )
    except (TypeError, ValueError):
        return None
    return figures if len(figures.questions) == len(QUESTIONS) else None

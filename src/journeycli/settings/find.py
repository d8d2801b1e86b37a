"""Which settings file belongs to a folder."""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import TYPE_CHECKING, Final

from journeycli.settings.faults import SettingsError
from journeycli.settings.source import PYPROJECT, TABLE, parsed, real

if TYPE_CHECKING:
    from collections.abc import Sequence

SETTINGS_NAME: Final = "journey.toml"
_HEADER = rb"(?m)^[ \t]*\[+[ \t]*[\"']?tool[\"']?[ \t]*\.[ \t]*[\"']?journeycli\b"


def find_settings_file(start: Path, stop: Sequence[Path]) -> Path | None:
    """Give the settings file of the nearest folder that has one, from `start` upwards.

    Args:
        start: The folder to begin with; it is always looked at.
        stop: Folders such as the home folder and the repository's top. These are looked at; what
            lies above one of them is not.

    Returns:
        `journey.toml`, or else a `pyproject.toml` with a table `[tool.journeycli]`; None where
        there is none. Links are followed on the way up, but the path begins as `start` does
        where that passes through the folder too.

    """
    first = real(start)
    beyond = {above for each in stop for above in real(each).parents}
    for folder in (first, *first.parents):
        if folder in beyond and folder != first:
            return None
        if found := settings_file_in(folder):
            return _as_written(folder, start) / found.name
    return None


def settings_file_in(folder: Path) -> Path | None:
    """Give the settings file of a folder, or None where it has none.

    A `journey.toml` counts whatever it is, so that a broken link is reported and not passed over;
    so does a `pyproject.toml` that cannot be read.
    """
    own = folder / SETTINGS_NAME
    if os.path.lexists(own):
        return own
    shared = folder / PYPROJECT
    return shared if shared.is_file() and _has_settings(shared) else None


def _as_written(folder: Path, start: Path) -> Path:
    written = Path(os.path.abspath(start))  # noqa: PTH100 - links stay as they were written
    return next((each for each in (written, *written.parents) if real(each) == folder), folder)


def _has_settings(pyproject: Path) -> bool:
    try:
        raw = pyproject.read_bytes()
    except OSError:
        return True
    # Most projects' files never mention us, and parsing them would cost every start.
    if TABLE[-1].encode() not in raw:
        return False
    try:
        data, _ = parsed(raw, PYPROJECT)
    except SettingsError:
        return re.search(_HEADER, raw) is not None
    tool = data.get(TABLE[0])
    return isinstance(tool, dict) and TABLE[1] in tool

"""What is wrong with settings, all of it at once."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from journeycli.errors import UserError

if TYPE_CHECKING:
    from collections.abc import Iterable

    from journeycli.settings.values import OwnRule, Place


class SettingsFault(NamedTuple):
    """One thing that is wrong.

    Attributes:
        path: The file, relative to the workspace root with forward slashes, or `command line`.
        line: The line from 1, or None where the whole file or the command line is meant.
        column: The column from 1, in code points; None with the line.
        message: What is wrong, on one line.
        hint: What to do next, or None.

    """

    path: str
    line: int | None
    column: int | None
    message: str
    hint: str | None = None

    def __str__(self) -> str:
        """Give the one-line form: place, message and next step."""
        place = self.path if self.line is None else f"{self.path}:{self.line}:{self.column}"
        return f"{place}: {self.message}" + (f" {self.hint}" if self.hint else "")


class SettingsError(UserError):
    """Settings that cannot be used.

    Args:
        faults: Everything that is wrong; its text has one line for each, in the order of the files.
            The exit code is 2.
        rules: Rules of the settings that are right as far as this room can tell; whoever knows
            more may find more.

    """

    def __init__(self, faults: Iterable[SettingsFault], rules: Iterable[OwnRule] = ()) -> None:
        faults = tuple(faults)
        files = list(dict.fromkeys(each.path for each in faults))  # the nearest settings first
        self.faults = tuple(sorted(faults, key=lambda each: _in_order(each, files)))
        self.rules = tuple(rules)
        super().__init__("\n".join(map(str, self.faults)))


def _in_order(fault: SettingsFault, files: list[str]) -> tuple[int, int, int]:
    return files.index(fault.path), fault.line or 0, fault.column or 0


def fault_at(place: Place, message: str, hint: str | None = None) -> SettingsFault:
    """Say what is wrong at the start of a place."""
    return SettingsFault(place.path, place.line, place.column, message, hint)

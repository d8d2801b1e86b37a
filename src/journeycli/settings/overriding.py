"""Settings with what the command line says on top."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, TypedDict

from journeycli.settings.building import as_date, field_name
from journeycli.settings.check import problems
from journeycli.settings.faults import SettingsError, SettingsFault
from journeycli.settings.keys import OPTIONS, SETTINGS
from journeycli.settings.values import COMMAND_LINE, Selector

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date
    from pathlib import Path
    from typing import Unpack

    from journeycli.settings.values import Settings

_SELECTORS = ("select", "ignore", "extend-select")
_GLOBS = ("include", "exclude")


class Overrides(TypedDict, total=False):
    """What the command line can say; None and () stand for an option that was not given."""

    select: Sequence[str] | None
    ignore: Sequence[str] | None
    extend_select: Sequence[str] | None
    include: Sequence[str] | None
    exclude: Sequence[str] | None
    fail_level: str | None
    baseline: Path | None
    today: str | date | None
    evidence_months: int | None
    hypothesis_months: int | None
    stalled_months: int | None
    statement_length: int | None


def override(settings: Settings, **from_command_line: Unpack[Overrides]) -> Settings:
    """Give settings in which the command line has the last word.

    A `baseline` without a root of its own is taken from the workspace's; it may lie anywhere.

    Raises:
        SettingsError: What was said cannot be used; its messages name the options.

    """
    said: dict[str, Any] = {
        field.replace("_", "-"): list(value) if isinstance(value, tuple) else value
        for field, value in from_command_line.items()
        if value is not None and value not in ((), [])
    }
    if faults := [fault for name, value in said.items() for fault in _faults(name, value)]:
        raise SettingsError(faults)
    options = {field_name(name): said[name] for name in OPTIONS if name in said}
    others = {
        field_name(name): _value(name, value, settings)
        for name, value in said.items()
        if name not in OPTIONS
    }
    return replace(
        settings,
        **others,
        options=settings.options._replace(**options),
        origins={**settings.origins, **dict.fromkeys(said, COMMAND_LINE)},
    )


def _faults(name: str, value: Any) -> Iterator[SettingsFault]:
    if name != "baseline":
        for problem in problems(value, SETTINGS.keys[name].kind, (f"--{name}",)):
            yield SettingsFault(str(COMMAND_LINE), None, None, problem.message, problem.hint)


def _value(name: str, value: Any, settings: Settings) -> Any:
    if name in _SELECTORS:
        return tuple(map(Selector, value))
    if name in _GLOBS:
        return tuple(value)
    if name == "baseline":
        return settings.root / value
    return as_date(value) if name == "today" else value

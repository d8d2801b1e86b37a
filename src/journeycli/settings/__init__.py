"""Settings: `journey.toml`, or `[tool.journeycli]`, as frozen values with their places.

This room knows no rules: it checks the shape of what names one, and keeps the place, so that
whoever knows them can say what is unknown. It writes nothing and runs nothing.
"""

from journeycli.settings.faults import SettingsError, SettingsFault, fault_at
from journeycli.settings.find import SETTINGS_NAME, find_settings_file, settings_file_in
from journeycli.settings.overriding import Overrides, override
from journeycli.settings.reading import read_settings
from journeycli.settings.schema import settings_schema, settings_schema_text
from journeycli.settings.show import show
from journeycli.settings.values import (
    COMMAND_LINE,
    DEFAULT,
    ImportLane,
    Level,
    Limits,
    Options,
    Origin,
    OwnRule,
    PerFileIgnore,
    Place,
    Plugin,
    RuleScope,
    Selector,
    Settings,
    SeverityOverride,
    SeverityWord,
)

__all__ = [
    "COMMAND_LINE",
    "DEFAULT",
    "SETTINGS_NAME",
    "ImportLane",
    "Level",
    "Limits",
    "Options",
    "Origin",
    "Overrides",
    "OwnRule",
    "PerFileIgnore",
    "Place",
    "Plugin",
    "RuleScope",
    "Selector",
    "Settings",
    "SettingsError",
    "SettingsFault",
    "SeverityOverride",
    "SeverityWord",
    "fault_at",
    "find_settings_file",
    "override",
    "read_settings",
    "settings_file_in",
    "settings_schema",
    "settings_schema_text",
    "show",
]

"""Settings as TOML, each value with where it comes from."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from journeycli.settings.building import field_name
from journeycli.settings.keys import LIMITS, OPTIONS, PLAIN
from journeycli.settings.values import DEFAULT
from journeycli.text import visible

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from journeycli.settings.values import OwnRule, PerFileIgnore, Settings

_HEAD = (
    "# Each value with where it comes from. What you want to keep can be pasted into journey.toml."
)
_UNSET = {
    "select": "every rule",
    "ignore": "no rule",
    "extend-select": "no rule",
    "include": "every map, persona and catalog",
    "exclude": "nothing but what git ignores",
    "baseline": "journey-baseline.json, where there is one",
    "today": "the day of the run, UTC",
    "plugins": "no package",
}
_RULE_KEYS = ("code", "name", "severity", "scope", "when", "require", "message", "docs")


def show(settings: Settings) -> str:
    """Write settings as TOML that `read_settings` reads as the same settings.

    What nobody has set and has no value of its own stands in a comment; so does a baseline file
    outside the workspace, which only the command line can name.
    """
    files = f"# Files, the nearest first: {visible(', '.join(settings.files))}."
    lines = [
        _HEAD,
        files if settings.files else "# There is no settings file.",
        "",
        *(_plain(settings, name) for name in PLAIN),
        *_tables(settings),
        *(line for rule in settings.rules for line in _rule(settings, rule)),
    ]
    return "\n".join(lines) + "\n"


def toml_text(text: str) -> str:
    """Write a text as TOML's basic string, with escapes for whatever does not print."""
    return f'"{"".join(map(_character, text))}"'


def _plain(settings: Settings, name: str) -> str:
    value = _value(settings, name)
    origin = settings.origin(name)
    if origin == DEFAULT and not value:
        return f"# {name}: {_UNSET[name]}  # {origin}"
    line = _line(settings, name, value, name)
    return f"# {line}" if name == "baseline" and _baseline_is_outside(settings) else line


def _value(settings: Settings, name: str) -> object:
    match name:
        case "select" | "ignore" | "extend-select":
            return [each.text for each in getattr(settings, field_name(name))]
        case "plugins":
            return [each.name for each in settings.plugins]
        case "baseline":
            return _baseline(settings)
        case "today":
            return settings.today and settings.today.isoformat()
        case _:
            holder = settings.options if name in OPTIONS else settings
            return getattr(holder, field_name(name))


def _baseline(settings: Settings) -> str | None:
    if settings.baseline is None:
        return None
    if _baseline_is_outside(settings):
        return settings.baseline.as_posix()
    return settings.baseline.relative_to(settings.root).as_posix()


def _baseline_is_outside(settings: Settings) -> bool:
    path = settings.baseline
    return path is not None and (
        not path.is_relative_to(settings.root) or ".." in path.relative_to(settings.root).parts
    )


def _tables(settings: Settings) -> Iterator[str]:
    weights = ((each.selector.text, each.severity) for each in settings.severity)
    ignores = ((each.glob, _per_file(each)) for each in settings.per_file_ignores)
    limits = ((name, getattr(settings.limits, name)) for name in LIMITS)
    lanes = ((each.lane, each.key) for each in settings.import_lanes)
    yield from _table(settings, "severity", weights)
    yield from _table(settings, "per-file-ignores", ignores)
    yield from _table(settings, "limits", limits)
    yield from _table(settings, "import", lanes)


def _per_file(ignore: PerFileIgnore) -> object:
    rules = [each.text for each in ignore.selectors]
    return rules if ignore.reason is None else {"rules": rules, "reason": ignore.reason}


def _table(settings: Settings, name: str, entries: Iterable[tuple[str, object]]) -> Iterator[str]:
    lines = [_line(settings, key, value, f"{name}.{key}") for key, value in entries]
    if lines:
        yield from ("", f"[{name}]", *lines)


def _rule(settings: Settings, rule: OwnRule) -> Iterator[str]:
    yield from ("", f"[[rule]]  # {visible(str(settings.origin(f'rule.{rule.code}')))}")
    for key in _RULE_KEYS:
        value = getattr(rule, key)
        if value is not None:
            yield f"{key} = {_toml(value)}"


def _line(settings: Settings, key: str, value: object, name: str) -> str:
    return f"{_key(key)} = {_toml(value)}  # {visible(str(settings.origin(name)))}"


def _key(text: str) -> str:
    return text if re.fullmatch(r"[A-Za-z0-9_-]+", text) else _toml(text)


def _toml(value: object) -> str:
    match value:
        case str():
            return toml_text(value)
        case list() | tuple():
            return f"[{', '.join(map(_toml, value))}]"
        case dict():
            return f"{{{', '.join(f'{_key(key)} = {_toml(each)}' for key, each in value.items())}}}"
        case _:
            return str(value)


def _character(character: str) -> str:
    if character in '"\\':
        return f"\\{character}"
    return character if character.isprintable() else f"\\U{ord(character):08x}"

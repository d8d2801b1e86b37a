"""The JSON Schema of journey.toml, for editors.

Draft 2020-12, in the words that draft 4 knows as well and without references, because taplo, the
language server behind most editors' TOML, reads draft 4 and drops what stands beside a reference
(https://taplo.tamasfe.dev/configuration/developing-schemas.html).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, assert_never

from journeycli.settings.building import field_name
from journeycli.settings.keys import LIMITS, OPTIONS, SETTINGS
from journeycli.settings.kinds import (
    Choice,
    Day,
    Either,
    Entries,
    ListOf,
    Record,
    Tables,
    Whole,
    Words,
)
from journeycli.settings.shapes import DATE
from journeycli.settings.values import Limits, Options, Settings

if TYPE_CHECKING:
    from journeycli.settings.kinds import Key, Kind


def settings_schema() -> dict[str, Any]:
    """Give the schema of journey.toml, read as TOML with its dates as text."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Settings of journeycli",
        "description": "journey.toml, or the table [tool.journeycli] of pyproject.toml.",
        **_record(SETTINGS, ()),
    }


def settings_schema_text() -> str:
    """Give the schema as the text of `journey-settings.schema.json`."""
    import json  # noqa: PLC0415 - no other part of this room needs it

    return json.dumps(settings_schema(), indent=2, ensure_ascii=False) + "\n"


def _record(record: Record, path: tuple[str, ...]) -> dict[str, Any]:
    required = [name for name, key in record.keys.items() if key.required]
    schema: dict[str, Any] = {
        "type": "object",
        "properties": {name: _key(key, (*path, name)) for name, key in record.keys.items()},
        "additionalProperties": False,
    }
    return schema | ({"required": required} if required else {})


def _key(key: Key, path: tuple[str, ...]) -> dict[str, Any]:
    schema = {"title": key.title, "description": key.description, **_kind(key.kind, path)}
    if (default := _defaults().get(path)) is not None:
        schema["default"] = default
    if key.examples:
        schema["examples"] = list(key.examples)
    return schema


def _kind(kind: Kind, path: tuple[str, ...]) -> dict[str, Any]:
    match kind:
        case Whole():
            return {"type": "integer", "minimum": kind.least, "maximum": kind.most}
        case Choice():
            documents = {"docs": {"enumValues": list(kind.words.values())}}
            return {"type": "string", "enum": list(kind.words), "x-taplo": documents}
        case Words():
            return {"type": "string", "pattern": kind.pattern}
        case Day():
            return {"type": "string", "format": "date", "pattern": DATE}
        case ListOf():
            least = {"minItems": 1} if kind.never_empty else {}
            return {"type": "array", "items": _kind(kind.item, path), **least}
        case Entries():
            return _entries(kind, path)
        case Either():
            return {"anyOf": [_kind(kind.short, path), _kind(kind.long, path)]}
        case Record():
            return _record(kind, path)
        case Tables():
            return {"type": "array", "items": _kind(kind.record, path)}
        case _:
            assert_never(kind)


def _entries(kind: Entries, path: tuple[str, ...]) -> dict[str, Any]:
    pattern = kind.key.pattern
    if kind.guarded:
        # A key of the whole file that slipped below a [table] is no entry of that table.
        pattern = f"^(?!(?:{'|'.join(SETTINGS.keys).replace('$', '[$]')})$){pattern[1:]}"
    return {
        "type": "object",
        "patternProperties": {pattern: _kind(kind.value, path)},
        "additionalProperties": False,
    }


def _defaults() -> dict[tuple[str, ...], object]:
    return {
        ("fail-level",): Settings().fail_level,
        ("rule", "severity"): "warning",
        **{(name,): getattr(Options(), field_name(name)) for name in OPTIONS},
        **{("limits", name): getattr(Limits(), name) for name in LIMITS},
    }

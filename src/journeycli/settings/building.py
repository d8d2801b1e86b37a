"""From the raw data of checked files to settings, the nearest file's word counting most."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from journeycli.settings.check import problems
from journeycli.settings.keys import LIMITS, OPTIONS, PLAIN, SETTINGS
from journeycli.settings.kinds import Entries, Record, Tables
from journeycli.settings.values import (
    DEFAULT,
    ImportLane,
    Limits,
    Options,
    Origin,
    OwnRule,
    PerFileIgnore,
    Plugin,
    Selector,
    Settings,
    SeverityOverride,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import date
    from pathlib import Path

    from journeycli.settings.source import Source
    from journeycli.settings.toml_places import KeyPath
    from journeycli.settings.values import Place


class _Given(NamedTuple):
    """A raw value, and where it was given."""

    value: Any
    source: Source
    path: KeyPath

    def below(self, *keys: str | int) -> _Given:
        value = self.value
        for key in keys:
            value = value[key]
        return _Given(value, self.source, (*self.path, *keys))

    @property
    def place(self) -> Place:
        return self.source.value_place(self.path)

    @property
    def key_place(self) -> Place:
        return self.source.key_place(self.path)


def build(root: Path, sources: Sequence[Source]) -> Settings:
    """Build settings.

    Args:
        root: The workspace's root.
        sources: Settings files without a fault, the nearest first.

    """
    given = _merged(sources)
    plain = {key[0]: each.value for key, each in given.items() if len(key) == 1}
    options = {field_name(name): int(plain[name]) for name in OPTIONS if name in plain}
    limits = {name: int(each.value) for name, each in _entries(given, "limits")}
    return Settings(
        root=root,
        select=_selectors(given.get(("select",))),
        ignore=_selectors(given.get(("ignore",))),
        extend_select=_selectors(given.get(("extend-select",))),
        severity=tuple(
            SeverityOverride(Selector(name, each.key_place), each.value)
            for name, each in _entries(given, "severity")
        ),
        per_file_ignores=tuple(
            _per_file(glob, each) for glob, each in _entries(given, "per-file-ignores")
        ),
        include=tuple(plain.get("include", ())),
        exclude=tuple(plain.get("exclude", ())),
        options=Options(**options),
        fail_level=plain.get("fail-level", Settings().fail_level),
        baseline=root / plain["baseline"] if "baseline" in plain else None,
        today=as_date(plain.get("today")),
        limits=Limits(**limits),
        rules=tuple(_own_rule(each) for _, each in _entries(given, "rule")),
        plugins=_plugins(given.get(("plugins",))),
        import_lanes=tuple(
            ImportLane(lane, each.value, each.place) for lane, each in _entries(given, "import")
        ),
        files=tuple(source.name for source in sources),
        origins=_origins(given),
    )


def sound_rules(source: Source) -> Iterator[OwnRule]:
    """Give the rules of a file that may have faults elsewhere, as far as each is right itself."""
    kind = SETTINGS.keys["rule"].kind
    tables = source.data.get("rule")
    for index, table in enumerate(tables if isinstance(tables, list) else ()):
        wrong = problems([table], kind, ("rule",))
        if all(each.path[-1] == "name" for each in wrong):  # expressions do not hang on it
            yield _own_rule(_Given(source.data, source, ()).below("rule", index))


def as_date(value: str | date | None) -> date | None:
    """Give the date that a checked value stands for."""
    if isinstance(value, str):
        from datetime import date  # noqa: PLC0415 - only a run with a fixed clock pays

        return date.fromisoformat(value)
    return value


def field_name(key: str) -> str:
    """Give the name of the field that holds the value of a key."""
    return key.replace("-", "_")


def _merged(sources: Sequence[Source]) -> dict[tuple[str, ...], _Given]:
    """Give every value by its key, and by its entry in a table; the nearest files come last."""
    given: dict[tuple[str, ...], _Given] = {}
    for source in reversed(sources):
        for key, each in _values(source):
            given.pop(key, None)
            given[key] = each
    return given


def _values(source: Source) -> Iterator[tuple[tuple[str, ...], _Given]]:
    whole = _Given(source.data, source, ())
    for name in source.data:
        kind = SETTINGS.keys[name].kind
        each = whole.below(name)
        if isinstance(kind, Entries | Record):
            yield from (((name, entry), each.below(entry)) for entry in each.value)
        elif isinstance(kind, Tables):
            for index, table in enumerate(each.value):
                yield (name, table["code"]), each.below(index)
        elif name in PLAIN:
            yield (name,), each


def _entries(given: Mapping[tuple[str, ...], _Given], table: str) -> Iterator[tuple[str, _Given]]:
    return ((key[1], each) for key, each in given.items() if key[0] == table)


def _origins(given: Mapping[tuple[str, ...], _Given]) -> dict[str, Origin]:
    origins = dict.fromkeys((*PLAIN, *(f"limits.{name}" for name in LIMITS)), DEFAULT)
    for key, each in given.items():
        place = each.key_place
        origins[".".join(key)] = Origin(place.path, place.line)
    return origins


def _selectors(given: _Given | None) -> tuple[Selector, ...]:
    items = () if given is None else map(given.below, range(len(given.value)))
    return tuple(Selector(each.value, each.place) for each in items)


def _plugins(given: _Given | None) -> tuple[Plugin, ...]:
    items = () if given is None else map(given.below, range(len(given.value)))
    return tuple(Plugin(each.value, each.place) for each in items)


def _per_file(glob: str, given: _Given) -> PerFileIgnore:
    if isinstance(given.value, list):
        return PerFileIgnore(glob, _selectors(given), None, given.key_place)
    selectors = _selectors(given.below("rules"))
    return PerFileIgnore(glob, selectors, given.value.get("reason"), given.key_place)


def _own_rule(given: _Given) -> OwnRule:
    table = given.value
    places = [("", given.place), *((key, given.below(key).place) for key in table)]
    return OwnRule(**table, places=tuple(places))

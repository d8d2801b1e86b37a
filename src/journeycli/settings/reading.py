"""From a settings file, and those that it extends, to settings; or all that is wrong with them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from journeycli.settings.building import build, sound_rules
from journeycli.settings.check import Problem, problems, quoted
from journeycli.settings.faults import SettingsError, fault_at
from journeycli.settings.keys import SETTINGS
from journeycli.settings.source import read_source, real

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from journeycli.settings.faults import SettingsFault
    from journeycli.settings.source import Source
    from journeycli.settings.values import Settings


def read_settings(path: Path | None, *, root: Path) -> Settings:
    """Read a settings file and those that it extends.

    Args:
        path: The file, `journey.toml` or a `pyproject.toml`; None for the defaults alone.
        root: The workspace's root. Patterns and `baseline` are relative to it, wherever they
            stand; `extends` is relative to the file that holds it, and leads below the root.

    Raises:
        SettingsError: The files are not there, not readable or not right; it has every fault.

    """
    sources: list[Source] = []
    faults: list[SettingsFault] = []
    if path is not None:
        try:
            for source in _chain(path, root):
                sources.append(source)
                faults += _faults(source, root)
        except SettingsError as error:
            faults += error.faults
    if faults:
        raise SettingsError(faults, [rule for each in sources for rule in sound_rules(each)])
    settings = build(root, sources)
    if shared := list(_shared_names(settings)):
        raise SettingsError(shared, settings.rules)
    return settings


def _chain(path: Path, root: Path) -> Iterator[Source]:
    """Yield a file and what it extends, nearest first; what ends the chain is raised at last."""
    source = read_source(path, root)
    seen = {real(source.file)}
    yield source
    while (name := source.data.get("extends")) is not None:
        key = ("extends",)
        if any(problems(name, SETTINGS.keys["extends"].kind, key)):
            return
        target = source.file.parent / name
        problem = None
        if not real(target).is_relative_to(real(root)):
            problem = Problem(
                key, f"{quoted(name)} leads out of the workspace.", "Copy the file into it."
            )
        elif real(target) in seen:
            problem = Problem(key, f"{quoted(name)} leads back here: the files extend in a circle.")
        if problem:
            raise SettingsError([source.fault(problem)])
        source = read_source(target, root, source.value_place(key))
        seen.add(real(target))
        yield source


def _faults(source: Source, root: Path) -> list[SettingsFault]:
    found = [
        *problems(source.data, SETTINGS),
        *_outside(source.data.get("baseline"), root),
        *_repeated(source.data.get("rule"), "code"),
        *_repeated(source.data.get("rule"), "name"),
    ]
    return sorted(map(source.fault, found), key=lambda fault: (fault.line, fault.column))


def _outside(baseline: Any, root: Path) -> Iterator[Problem]:
    if baseline is None or any(problems(baseline, SETTINGS.keys["baseline"].kind)):
        return
    if not real(root / baseline).is_relative_to(real(root)):
        yield Problem(
            ("baseline",),
            f"{quoted(baseline)} leads out of the workspace.",
            "Write a path below its root; `--baseline` takes any.",
        )


def _repeated(rules: Any, key: str) -> Iterator[Problem]:
    seen: set[str] = set()
    for index, rule in enumerate(rules if isinstance(rules, list) else ()):
        value = rule.get(key) if isinstance(rule, dict) else None
        if isinstance(value, str):
            if value in seen:
                yield Problem(
                    ("rule", index, key),
                    f"Another rule above has the {key} {quoted(value)}.",
                    f"Each rule has a {key} of its own.",
                )
            seen.add(value)


def _shared_names(settings: Settings) -> Iterator[SettingsFault]:
    """Yield rules of two files with one name; those of one file with one code are one rule."""
    codes: dict[str, str] = {}
    for rule in settings.rules:
        other = codes.setdefault(rule.name, rule.code)
        if other != rule.code:
            message = f"{rule.code} and {other} are both named {quoted(rule.name)}."
            yield fault_at(rule.place("name"), message, "Each rule has a name of its own.")

"""One settings file: its bytes, its data, and the places of its keys and values."""

from __future__ import annotations

import os
import re
import stat
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from journeycli.settings.faults import SettingsError, SettingsFault, fault_at
from journeycli.settings.values import Place
from journeycli.text import closest

if TYPE_CHECKING:
    from journeycli.settings.check import Problem
    from journeycli.settings.toml_places import KeyPath, Span, TomlPlaces

PYPROJECT = "pyproject.toml"
TABLE = ("tool", "journeycli")
_MOST_BYTES = 1_000_000
# tomllib takes time that grows with the square of a dotted key's parts: hours for a megabyte.
_LONG_KEY = r"""(?<![\w.-])(?:(?:[\w-]++|"[^"\n]*+"|'[^'\n]*+')[ \t]*+\.[ \t]*+){64}"""
_LONG_NUMBER = r"[0-9_]{4301,}"  # the digits that Python refuses to turn into an integer
_NO_TOML = {
    "Invalid value": 'Texts stand in quotes, lists in brackets: select = ["J1"].',
    "Expected '='": 'A setting reads: key = "value".',
    "Invalid statement": 'A setting reads: key = "value".',
    "Cannot overwrite": "The same key stands here for the second time.",
    "Duplicate": "The same key stands here for the second time.",
    "Cannot declare": "The same table stands here for the second time.",
    "Expected newline": "Each setting has a line of its own, and texts stand in quotes.",
    "Unescaped": "Write paths with forward slashes, and other \\ twice.",
    "Illegal character": "A text in single quotes ends on its line; a tab is written \\t.",
}


class Source(NamedTuple):
    """A settings file, read.

    Attributes:
        name: The file as messages name it.
        file: The file as it was named.
        data: Our table of it.
        table: Where in the file our table is.
        places: The places of everything in the file.

    """

    name: str
    file: Path
    data: dict[str, Any]
    table: KeyPath
    places: TomlPlaces

    def key_place(self, path: KeyPath) -> Place:
        """Give the place of the key at the end of a path in our table."""
        return self._place(self.places.key(self.table + path))

    def value_place(self, path: KeyPath) -> Place:
        """Give the place of a value in our table."""
        return self._place(self.places.value(self.table + path))

    def fault(self, problem: Problem) -> SettingsFault:
        """Give a problem its place."""
        place = self.key_place if problem.on_key else self.value_place
        return fault_at(place(problem.path), problem.message, problem.hint)

    def _place(self, span: Span) -> Place:
        start, end = map(self.places.position, span)
        return Place(self.name, *start, *end)


def shown_name(file: Path, root: Path) -> str:
    """Name a file relative to the root, with forward slashes; absolute where it lies outside."""
    for path, folder in ((file, root), (real(file), real(root))):
        if path.is_relative_to(folder) and ".." not in path.parts:
            return path.relative_to(folder).as_posix()
    return file.as_posix()


def real(path: Path) -> Path:
    """Give a path with links followed as far as they lead; unlike `resolve`, whatever they do."""
    return Path(os.path.realpath(path))


def read_source(file: Path, root: Path, named_at: Place | None = None) -> Source:
    """Read a settings file.

    Args:
        file: The file.
        root: The workspace's root, for the file's name in messages.
        named_at: Where another settings file names this one, for what is wrong with the name.

    Raises:
        SettingsError: It cannot be read, is not TOML, or has no settings.

    """
    name = shown_name(file, root)
    data, places = parsed(_bytes(file, name, named_at), name)
    table = TABLE if file.name == PYPROJECT else ()
    ours: Any = data
    for key in table:
        ours = ours.get(key) if isinstance(ours, dict) else None
    if ours is None:
        message = f"{name} has no table [{'.'.join(TABLE)}]."
        hint = "Add it, or name another file."
        fault = (
            fault_at(named_at, message, hint)
            if named_at
            else SettingsFault(name, 1, 1, message, hint)
        )
        raise SettingsError([fault])
    source = Source(name, file, ours, table, places)
    if not isinstance(ours, dict):
        place = source.value_place(())
        raise SettingsError([fault_at(place, "`tool.journeycli` takes a table of settings.")])
    return source


def parsed(raw: bytes, name: str) -> tuple[dict[str, Any], TomlPlaces]:
    """Give the data and the places of a TOML file.

    Raises:
        SettingsError: It is not TOML.

    """
    import tomllib  # noqa: PLC0415 - 5 ms that a run without settings need not pay

    from journeycli.settings.toml_places import TomlPlaces  # noqa: PLC0415 - the same

    text = _text(raw, name)
    if long := re.search(_LONG_KEY, text):
        raise SettingsError([_fault(text[: long.start()], name, "This key has too many parts.")])
    try:
        return tomllib.loads(text), TomlPlaces(text)
    except RecursionError:
        raise SettingsError([_fault("", name, "Lists or tables nest too deep here.")]) from None
    except tomllib.TOMLDecodeError as error:
        raise SettingsError([_no_toml(str(error), text, name)]) from None
    except ValueError:
        # The only other thing that tomllib lets through: a number that Python refuses.
        long = re.search(_LONG_NUMBER, text)
        before = text[: long.start()] if long else ""
        raise SettingsError([_fault(before, name, "This number is too long.")]) from None


def _bytes(file: Path, name: str, named_at: Place | None) -> bytes:
    hint = None
    try:
        status = file.stat()
        if not stat.S_ISREG(status.st_mode):
            message = f"{name} is not a regular file."
        elif status.st_size > _MOST_BYTES:
            message = f"{name} is larger than {_MOST_BYTES:,} bytes."
        else:
            with file.open("rb") as stream:
                return stream.read(_MOST_BYTES)
    except FileNotFoundError:
        link = file.is_symlink()
        message = f"{name} is a link to nowhere." if link else f"There is no file {name}."
        near = None if link else closest(file.name, _neighbours(file))
        hint = f"Did you mean {shown_name(file.with_name(near), file.parent)}?" if near else None
    except OSError as error:
        message = f"{name} cannot be read: {error.strerror or error}."
    if named_at is not None:
        raise SettingsError([fault_at(named_at, message, hint)])
    raise SettingsError([SettingsFault(name, None, None, message, hint)])


def _neighbours(file: Path) -> list[str]:
    try:
        return sorted(each.name for each in file.parent.iterdir() if each.suffix == ".toml")
    except OSError:
        return []


def _text(raw: bytes, name: str) -> str:
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        read = error.object  # without the byte order mark
        before = read[: error.start].decode()
        message = f"This is not UTF-8 text: byte 0x{read[error.start]:02x}."
        raise SettingsError([_fault(before, name, message, "Save the file as UTF-8.")]) from None


def _no_toml(message: str, text: str, name: str) -> SettingsFault:
    what, _, where = message.rpartition(" (at ")
    hint = next((hint for start, hint in _NO_TOML.items() if what.startswith(start)), None)
    said = f"This is not TOML: {what[:1].lower()}{what[1:]}."
    if place := re.search(r"line (\d+), column (\d+)", where):
        return SettingsFault(name, int(place[1]), int(place[2]), said, hint)
    return _fault(text, name, said, hint)


def _fault(before: str, name: str, message: str, hint: str | None = None) -> SettingsFault:
    """Say what is wrong right behind a text."""
    line = before.count("\n") + 1
    column = len(before) - (before.rfind("\n") + 1) + 1
    return SettingsFault(name, line, column, message, hint)

"""What is to be said of an import, gathered on the way; the same thing is said once."""

from __future__ import annotations

from typing import NamedTuple

from journeycli.interchange.draft import Remark, RemarkKind
from journeycli.text import counted, one_line, shorten

_SHOWN = 60  # cells of a text that a remark repeats


class _Key(NamedTuple):
    kind: RemarkKind
    message: str


class Notes:
    """Collects remarks; one that comes again is counted, and keeps its first place."""

    def __init__(self) -> None:
        self._places: dict[_Key, dict[str, None]] = {}

    def guessed(self, place: str, message: str) -> None:
        """Note that something was read by likelihood."""
        self._add(RemarkKind.GUESSED, place, message)

    def kept(self, place: str, message: str) -> None:
        """Note that something stands in a lane of the map's own."""
        self._add(RemarkKind.KEPT, place, message)

    def changed(self, place: str, message: str) -> None:
        """Note that something is written in another way."""
        self._add(RemarkKind.CHANGED, place, message)

    def left_out(self, place: str, message: str) -> None:
        """Note that something is not in the map."""
        self._add(RemarkKind.LEFT_OUT, place, message)

    def remarks(self) -> tuple[Remark, ...]:
        """Give what was noted, in the order in which it first came up."""
        return tuple(
            Remark(key.kind, next(iter(places)), f"{key.message}{_more(len(places) - 1)}")
            for key, places in self._places.items()
        )

    def _add(self, kind: RemarkKind, place: str, message: str) -> None:
        self._places.setdefault(_Key(kind, message), {}).setdefault(place)


def quoted(text: str) -> str:
    """Give a text of the file as a remark repeats it."""
    return f"“{shorten(one_line(text), _SHOWN)}”"


def _more(number: int) -> str:
    return f" The same in {counted(number, 'other place')}." if number else ""

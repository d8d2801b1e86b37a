"""Names of sheets, as Excel takes them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from journeycli.interchange.details import OVERVIEW

if TYPE_CHECKING:
    from collections.abc import Sequence

_LONGEST: Final = 31  # letters of a sheet's name, by Excel, which counts most emoji as two
_NOT_IN_NAMES: Final = re.compile(r"[\[\]:*?/\\\x00-\x1f]")


class Names:
    """Gives sheets names that Excel takes, each once."""

    def __init__(self) -> None:
        self._taken: set[str] = set()
        self._numbers: dict[str, int] = {}  # the last one that a name was told apart by

    def take(self, name: str, reserved: Sequence[str] = ()) -> str:
        """Give a name for a sheet: at most 31 letters, none of Excel's signs, not taken.

        Args:
            name: What it should be called.
            reserved: What no name may begin with; without any, the name itself may be reserved.

        """
        plain = _NOT_IN_NAMES.sub(" ", name).strip("' ") or "Map"
        plain = " ".join(plain.split())
        held = {each.lower() for each in (*reserved, "history", OVERVIEW)}
        held -= set() if reserved else {name.lower()}
        stem = f"Map {plain}" if plain.startswith(tuple(reserved or ("\0",))) else plain
        number = self._numbers.get(plain[:_LONGEST], 0)
        found = ""
        while not found or self._is_taken(found, held) or found.startswith(tuple(reserved) or "\0"):
            number += 1
            end = f" ({number})" if number > 1 else ""
            found = _cut(stem if end else plain, _LONGEST - len(end)).strip("' ") + end
        self._numbers[plain[:_LONGEST]] = number
        self._taken.add(found.lower())
        return found

    def _is_taken(self, name: str, held: set[str]) -> bool:
        return name.lower() in self._taken or name.lower() in held


def _cut(text: str, most: int) -> str:
    """Give as many letters of a text as are no more than so many halves of UTF-16."""
    text = text[:most]
    while len(text.encode("utf-16-le", "surrogatepass")) > 2 * most:
        text = text[:-1]
    return text

"""What stands above a map: what it is called, whom it is about, why it was made."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from journeycli.interchange.elements import word
from journeycli.interchange.lanes import meaning
from journeycli.interchange.notes import quoted
from journeycli.interchange.statements import split
from journeycli.model.vocabulary import MATURITIES, SCALES, STATES
from journeycli.text import is_slug

if TYPE_CHECKING:
    from collections.abc import Mapping

    from journeycli.interchange.building import Building
    from journeycli.interchange.sheet import Cell

_OWN: Final = {
    "id": "id",
    "state": "state",
    "maturity": "maturity",
    "starts": "starts",
    "ends": "ends",
    "scale": "scale",
    "summary": "summary",
    "owner": "owner",
    "customer goals": "customer_goals",
    "goals": "customer_goals",
    "goal": "customer_goals",
    "objective": "objective",
    "customer objective": "customer_goals",
    "expectations": "customer_goals",
}
_LONGEST_TITLE: Final = 120  # a longer text is prose
_WORDS: Final = {"state": STATES, "maturity": MATURITIES, "scale": SCALES}
_KEYS: Final = frozenset(
    ("title", "persona", "actor", "scenario", "map_objective", "customer_goals", "owner", "summary")
)
_OF_THE_MAP: Final = {"map_objective": "objective", "actor": "persona"}
_LABELLED: Final = re.compile(r"(?P<label>[^:\n]{2,40}):\s*(?P<value>\S.*)", re.DOTALL)


class _Said(NamedTuple):
    key: str
    cell: Cell
    text: str


def about(
    rows: tuple[tuple[Cell, ...], ...], building: Building, asked: Mapping[str, str]
) -> dict[str, Any]:
    """Read the rows above a map; what has no key of its own becomes part of the summary.

    Returns:
        Keys of the map and what they hold. Personas join the building.

    """
    found: dict[str, Any] = {}
    for row in rows:
        for said in _read_row(row, asked):
            _put(found, said, building)
    return found


def _put(found: dict[str, Any], said: _Said, building: Building) -> None:
    key, cell, text = said
    flat = " ".join(text.split())
    match key:
        case "" if "title" not in found and len(flat) <= _LONGEST_TITLE:
            found["title"] = flat
        case "persona":
            for name in split(text):
                building.persona(name)
        case "customer_goals":
            found.setdefault(key, []).extend(split(text))
        case "owner":
            found["owner"] = {"name": flat}
        case "starts" | "ends":
            found.setdefault("scope", {})[key] = flat
        case "state" | "maturity" | "scale":
            _put_word(found, key, flat, cell, building)
        case "id" if is_slug(flat):
            found["id"] = flat
        case "title" | "scenario" | "objective" if key not in found:
            found[key] = flat
        case _:
            _put_summary(found, key, flat, cell, building)


def _read_row(row: tuple[Cell, ...], asked: Mapping[str, str]) -> list[_Said]:
    """Read labels and what stands beside them, or one text."""
    found: list[_Said] = []
    label, wanted = "", False
    for cell in row:
        key = _key(cell.text, asked)
        match = _LABELLED.fullmatch(cell.text)
        if wanted:
            found.append(_Said(label, cell, cell.text))
            wanted = False
        elif key and cell is not row[-1]:
            label, wanted = key, True
        elif match and (inner := _key(match["label"], asked)):
            found.append(_Said(inner, cell, match["value"]))
        else:
            found.append(_Said(label, cell, cell.text))
    return found


def _key(text: str, asked: Mapping[str, str]) -> str:
    plain = " ".join(text.lower().strip(" :").split())
    if plain in _OWN:
        return _OWN[plain]
    known = meaning(text, asked) if len(plain) <= 40 else None  # noqa: PLR2004 - longer is no label
    if known is None or known.guessed or known.key not in _KEYS:
        return ""
    return _OF_THE_MAP.get(known.key, known.key)


def _put_word(found: dict[str, Any], key: str, text: str, cell: Cell, building: Building) -> None:
    known = word(_WORDS[key], text)
    if known is None:
        _put_summary(found, key, text, cell, building)
    elif key == "scale":
        found.setdefault("scope", {})["scale"] = known
    else:
        found[key] = known


def _put_summary(
    found: dict[str, Any], key: str, text: str, cell: Cell, building: Building
) -> None:
    before = found.get("summary")
    found["summary"] = f"{before} {text}" if before else text
    if key != "summary":
        place = building.sheet.place(cell.row, cell.column)
        building.notes.kept(place, f"{quoted(text)} is part of the summary.")

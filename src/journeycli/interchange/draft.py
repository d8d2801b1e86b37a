"""What an import gives: maps in the words of the format, and what was done to get there."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping


class RemarkKind(StrEnum):
    """What was done with a part of the imported file."""

    GUESSED = "guessed"  # read by likelihood: a scale, a row's meaning
    KEPT = "kept"  # has no key of the format and stands in a lane of its own; or stays as it was
    CHANGED = "changed"  # written in another way: an id made unique, a score moved into range
    LEFT_OUT = "left out"  # is not in the map


class Remark(NamedTuple):
    """Something a person should know of an import.

    Attributes:
        kind: What was done.
        place: Where it stands in the imported file, in that file's terms: `line 12`,
            `sheet Pains, cell C4`.
        message: A sentence.

    """

    kind: RemarkKind
    place: str
    message: str


@dataclass(frozen=True, slots=True)
class Asked:
    """What the user says of the file.

    Attributes:
        lanes: Keys of the format by the names that rows, columns or headings have in the file.
        scale: The lowest and the highest score of the file's scale; None where it is to be guessed.
        title: The title of the map, where the file has none; for example its name.

    """

    lanes: Mapping[str, str] = field(default_factory=dict)
    scale: tuple[float, float] | None = None
    title: str = ""


@dataclass(frozen=True, slots=True)
class Draft:
    """One imported map.

    Attributes:
        data: The map in the keys of the format and in its order: mappings, lists, strings and
            numbers only; it is complete enough to lint without an error.
        remarks: What was done to get there, in the order of the file.
        beside: Files that go with it, such as `personas/maya.persona.yaml`, by their path from the
            map's folder, each as data.
        says_id: Whether the file itself says the map's id; else it is made of the title.

    """

    data: dict[str, Any]
    remarks: tuple[Remark, ...] = ()
    beside: Mapping[str, dict[str, Any]] = field(default_factory=dict)
    says_id: bool = False

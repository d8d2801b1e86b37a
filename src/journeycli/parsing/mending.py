"""Fitting data to the schema although parts of it are wrong.

A file with a mistake still has ninety statements that are right, and its reader wants to hear about
all of it in one run. So what the schema refuses is reported, mended in a copy in memory as well as
can be guessed, and read on; paths where the copy had to be made up are doubtful, and rules are not
heard about them.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from pydantic import ValidationError

from journeycli.model.keys import meant_key
from journeycli.model.reading import faults, read
from journeycli.parsing.reports import report
from journeycli.parsing.standing_in import stand_in, takes_texts

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pydantic_core import ErrorDetails

    from journeycli.model import Catalog, JourneyMap, Persona, Walk
    from journeycli.model.formats import Kind
    from journeycli.parsing.reports import Diagnosis
    from journeycli.source.document import Data
    from journeycli.source.span import Path

_ROUNDS = 8  # each mends every fault that the one before left to be seen; real files need three
_NAMES = ("id", "name", "title")  # without one of these the rest of an element still says much


@dataclass(slots=True)
class Fitted:
    """How data fits the schema.

    Attributes:
        model: What was read; None where too much is wrong.
        diagnoses: What is wrong.
        doubtful: Paths at and below which the model holds guesses, not what was written.
        renamed: Keys read as another: the path with the key that was meant → the key as written.

    """

    model: JourneyMap | Persona | Catalog | Walk | None = None
    diagnoses: list[Diagnosis] = field(default_factory=list)
    doubtful: set[Path] = field(default_factory=set)
    renamed: dict[Path, str] = field(default_factory=dict)

    def written(self, path: Path) -> Path:
        """Give a path as the file has it, whatever keys were read as others."""
        if not self.renamed:
            return path
        return tuple(self.renamed.get(path[: depth + 1], step) for depth, step in enumerate(path))

    def is_doubtful(self, path: Path) -> bool:
        """Tell whether a path, or one above it, holds guesses."""
        return bool(self.doubtful) and any(
            path[:depth] in self.doubtful for depth in range(1, len(path) + 1)
        )


def fit(kind: Kind, data: dict[str, Data]) -> Fitted:
    """Read data by the model of its kind, mending what is wrong until it fits."""
    fitted = Fitted()
    for attempt in range(_ROUNDS):
        try:
            fitted.model = read(kind, data)
        except ValidationError as error:
            if attempt == 0:
                data = {key: _own(value) for key, value in data.items()}
            if not _mend(faults(kind, error), kind, data, fitted):
                break
        else:
            break
    return fitted


def _own(node: Data) -> Data:
    """Copy data so that what aliases share stands in each place by itself, to be mended there."""
    if isinstance(node, dict):
        return {key: _own(value) for key, value in node.items()}
    return [*map(_own, node)] if isinstance(node, list) else node


def _mend(found: Sequence[ErrorDetails], kind: Kind, data: dict[str, Data], fitted: Fitted) -> bool:
    """Report every fault of one round, then mend it in the data; tell whether anything changed."""
    for details in found:
        path = details["loc"] = _standing(data, details["loc"])
        if not _is_echo(details, fitted):
            fitted.diagnoses.append(report(details, kind, data, fitted.written(path)))
    mended = [_mend_one(details, kind, data, fitted) for details in found]
    return any(mended)


def _is_echo(details: ErrorDetails, fitted: Fitted) -> bool:
    """Tell whether a fault is only there because of another that has been reported."""
    path: Path = details["loc"]
    if fitted.is_doubtful(path):
        return True
    if details["type"] in ("missing", "journey.choice") and _says_none(details["input"]):
        return True  # `none` in a list is told by itself
    if details["type"] == "journey.choice":  # one of the two was there, and refused
        return any((*path, key) in fitted.doubtful for key in details["ctx"]["keys"])
    return path in fitted.renamed and isinstance(details["input"], (dict, list))


def _says_none(element: object) -> bool:
    return isinstance(element, dict) and list(element) == ["none"]


def _mend_one(details: ErrorDetails, kind: Kind, data: dict[str, Data], fitted: Fitted) -> bool:
    path: Path = details["loc"]
    parent = _at(data, path[:-1])
    if parent is None:
        return False  # it was taken away with something above it
    match details["type"]:
        case "journey.sentence":
            parent[path[-1]] = details["ctx"]["text"]
        case "extra_forbidden":
            _read_as_meant(parent, path, kind, fitted)
        case "missing":
            parent[path[-1]] = stand_in(kind, path, parent)
            fitted.doubtful.add(path if path[-1] in _NAMES else path[:-1] or path)
        case "journey.choice":
            _choose(parent[path[-1]], details, kind, fitted)
        case "journey.list" if details["ctx"]["hint"] == "one" and takes_texts(kind, path):
            parent[path[-1]] = [parent[path[-1]]]
        case _:
            _take_away(parent, path, kind, fitted)
    return True


def _read_as_meant(parent: Any, path: Path, kind: Kind, fitted: Fitted) -> None:
    """Read an unknown key as the known one that was probably meant."""
    value = parent.pop(path[-1])
    meant = meant_key(kind, path)
    if meant is None:
        return
    place = (*path[:-1], meant.key)
    if meant.layer is None and parent.get(meant.key) is None:
        parent[meant.key] = value
        fitted.renamed[place] = str(path[-1])
    elif value is not None:
        fitted.doubtful.add(place)  # its words stand under the other key, and are not read there


def _choose(element: dict[str, Data], details: Any, kind: Kind, fitted: Fitted) -> None:
    keys, present = details["ctx"]["keys"], details["ctx"]["present"]
    for key in present[1:]:
        del element[key]
    if not present:
        element[keys[0]] = stand_in(kind, (*details["loc"], keys[0]), element)
    fitted.doubtful.add(details["loc"])


def _take_away(parent: Any, path: Path, kind: Kind, fitted: Fitted) -> None:
    """Take a refused value away; in a list something else takes its place, so that none moves."""
    if isinstance(parent, list):
        index = int(path[-1])
        parent[index] = stand_in(kind, path, parent[index])
    else:
        parent.pop(path[-1], None)
    fitted.doubtful.add(path)


def _standing(data: Data, path: Path) -> Path:
    """Cut a path to what can stand in the file: a single text read as a list has no elements."""
    while path and not isinstance(_at(data, path[:-1]), (dict, list)):
        path = path[:-1]
    return path


def _at(data: Data, path: Path) -> Any:
    """Give what stands at a path of the copy; None where nothing does any more."""
    node: Any = data
    for step in path:
        try:
            node = node[step]
        except (KeyError, IndexError, TypeError):
            return None
    return node

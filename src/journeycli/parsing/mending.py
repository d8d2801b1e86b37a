"""Fitting data to the schema although parts of it are wrong.

A file with a mistake still has ninety statements that are right, and its reader wants to hear about
all of it in one run. So what the schema refuses is reported, mended in a copy in memory as well as
can be guessed, and read on; paths where the copy had to be made up are doubtful, and rules are not
heard about them.
"""

from __future__ import annotations

from copy import deepcopy
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from pydantic import ValidationError

from journeycli.model.keys import meant_key
from journeycli.model.reading import faults, read
from journeycli.parsing.reports import report

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails

    from journeycli.model import Catalog, JourneyMap, Persona
    from journeycli.model.formats import Kind
    from journeycli.parsing.reports import Diagnosis
    from journeycli.source.document import Data
    from journeycli.source.span import Path

_ROUNDS = 8  # each mends every fault that the one before left to be seen; real files need three
_MADE_UP = {"method": "assumption", "kind": "volume", "is": "use", "src": "image.png"}
_TEXT = "…"  # stands for a text that is missing; rules are not heard about it


@dataclass(slots=True)
class Fitted:
    """How data fits the schema.

    Attributes:
        model: What was read; None where too much is wrong.
        diagnoses: What is wrong.
        doubtful: Paths at and below which the model holds guesses, not what was written.
        renamed: Keys read as another: the path with the key that was meant → the key as written.

    """

    model: JourneyMap | Persona | Catalog | None = None
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
                data = deepcopy(data)
            if not _mend(error, kind, data, fitted):
                break
        else:
            break
    return fitted


def _mend(error: ValidationError, kind: Kind, data: dict[str, Data], fitted: Fitted) -> bool:
    """Report every fault of one round and mend it in the data; tell whether anything changed."""
    changed = False
    # Backwards, so that an element taken away does not move those that are still to be mended.
    for details in reversed(faults(kind, error)):
        path: Path = details["loc"]
        if not fitted.is_doubtful(path):
            fitted.diagnoses += report(details, kind, data, fitted.written(path))
        changed |= _mend_one(details, kind, data, fitted)
    return changed


def _mend_one(details: ErrorDetails, kind: Kind, data: dict[str, Data], fitted: Fitted) -> bool:
    path: Path = details["loc"]
    error = details["type"]
    parent = _at(data, path[:-1])
    if parent is None:
        return False
    if error == "journey.sentence":
        parent[path[-1]] = details["ctx"]["text"]
        return True
    if error == "extra_forbidden":
        value = parent.pop(path[-1])
        meant = meant_key(kind, path)
        if meant is not None and meant.layer is None and meant.key not in parent:
            parent[meant.key] = value
            fitted.renamed[(*path[:-1], meant.key)] = str(path[-1])
        return True
    if error == "missing":
        parent[path[-1]] = _made_up(str(path[-1]), path)
        fitted.doubtful.add(path if path[-1] in ("id", "name", "title") else path[:-1] or path)
        return True
    if error == "journey.choice":
        return _choose(details, path, data, fitted)
    return _take_away(path, data, fitted)


def _choose(details: Any, path: Path, data: dict[str, Data], fitted: Fitted) -> bool:
    element = _at(data, path)
    keys, present = details["ctx"]["keys"], details["ctx"]["present"]
    if not isinstance(element, dict):
        return False
    if present:
        for key in present[1:]:
            del element[key]
    else:
        element[keys[0]] = _TEXT
    fitted.doubtful.add(path)
    return True


def _take_away(path: Path, data: dict[str, Data], fitted: Fitted) -> bool:
    """Take the nearest key at or above a path away, with all that stands below it."""
    for depth in range(len(path), 0, -1):
        if isinstance(path[depth - 1], str):
            parent = _at(data, path[: depth - 1])
            if isinstance(parent, dict) and path[depth - 1] in parent:
                del parent[path[depth - 1]]
                fitted.doubtful.add(path[:depth])
                return True
    return False


def _made_up(key: str, path: Path) -> Data:
    if key == "id":
        numbers = "-".join(str(step) for step in path if isinstance(step, int))
        return f"unnamed-{numbers or 'file'}"
    if key == "stages":
        return [{"id": "unnamed", "name": _TEXT}]
    return _MADE_UP.get(key, _TEXT)


def _at(data: Data, path: Path) -> Any:
    """Give what stands at a path of the copy; None where nothing does any more."""
    node: Any = data
    for step in path:
        try:
            node = node[step]
        except (KeyError, IndexError, TypeError):
            return None
    return node

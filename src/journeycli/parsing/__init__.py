"""From a document to a model, or to diagnoses in plain words."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from journeycli.findings import Problem, Repair, RepairKind
from journeycli.model import Catalog
from journeycli.parsing.mending import Fitted, fit
from journeycli.parsing.prune import pruned
from journeycli.parsing.reports import Diagnosis
from journeycli.parsing.words import shown
from journeycli.source.whereabouts import path_at
from journeycli.text import closest

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from journeycli.model import JourneyMap, Persona, Walk
    from journeycli.model.formats import Kind
    from journeycli.source.document import Data, Document
    from journeycli.source.span import Path

__all__ = ["Diagnosis", "Fitted", "Parsed", "parse", "parse_catalog"]

_KINDS: dict[str, Kind] = {
    "journey-map/1": "journey-map",
    "persona/1": "persona",
    "catalog/1": "catalog",
    "walk/1": "walk",
}


class Parsed(NamedTuple):
    """What a document says.

    Attributes:
        model: The map, persona, catalog or walkthrough; None where it cannot be told or too much
            is wrong.
        diagnoses: What the schema refuses: codes J002, J003, J005 and J006.
        fitted: How what was read differs from what was written.

    """

    model: JourneyMap | Persona | Catalog | Walk | None
    diagnoses: tuple[Diagnosis, ...]
    fitted: Fitted

    @property
    def is_map(self) -> bool:
        """Tell whether it is a map with a stage of its own, and none that was made up."""
        from journeycli.model import JourneyMap  # noqa: PLC0415 - not all who parse have a map

        return isinstance(self.model, JourneyMap) and ("stages",) not in self.fitted.doubtful


def parse(document: Document) -> Parsed:
    """Read a document by the model that its `format` names."""
    data = document.data
    if not isinstance(data, dict):
        unreadable = any(fault.code != "J004" for fault in document.faults)
        return Parsed(None, () if unreadable else (_no_mapping(data),), Fitted())
    written = data.get("format")
    kind = _KINDS.get(written) if isinstance(written, str) else None
    if kind is None:
        return Parsed(None, (_unknown_format(data),), Fitted())
    fitted = fit(kind, pruned(data) if document.needs_pruning else data)
    return Parsed(fitted.model, tuple(_untold(fitted.diagnoses, document)), fitted)


def parse_catalog(document: Document) -> Catalog | None:
    """Read a document that should be a catalog; None where it is none."""
    data = document.data
    if not isinstance(data, dict) or data.get("format") != "catalog/1":
        return None
    model = parse(document).model
    return model if isinstance(model, Catalog) else None


def _untold(diagnoses: Iterable[Diagnosis], document: Document) -> Iterator[Diagnosis]:
    """Leave out what a fault of the text has told already, at the very same place."""
    told = {fault.span for fault in document.faults}
    merging = {path_at(document, f.span) for f in document.faults if f.code == "J012"}
    for each in diagnoses:
        path = each.problem.path
        if each.code == "J005" and path[:-1] in merging:
            continue  # a merge key, which is told, would have brought the missing one
        if not told or told.isdisjoint((document.value_span(path), document.key_span(path))):
            yield each


def _no_mapping(data: Data) -> Diagnosis:
    what = (
        "is empty" if data is None else "is a list" if isinstance(data, list) else "is a sentence"
    )
    return Diagnosis(
        "J006",
        Problem(
            (),
            f"This file {what}; a map is made of keys with values.",
            "Begin it with `format: journey-map/1`; `journey new map` writes a first one.",
        ),
    )


def _unknown_format(data: dict[str, Data]) -> Diagnosis:
    written = data.get("format")
    path: Path = ("format",)
    known = tuple(_KINDS)
    if not isinstance(written, str):
        message = "This file does not say what it is."
        return Diagnosis("J006", Problem(path, message, _first_line(data)))
    name, _, version = written.partition("/")
    if any(each.partition("/")[0] == name for each in known) and version.isdecimal():
        message = f"{shown(written)} is a version of the format that this release cannot read."
        return Diagnosis("J006", Problem(path, message, "Install a newer journeycli."))
    near = closest(written, known) or closest(name, [each.partition("/")[0] for each in known])
    meant = next((each for each in known if near and each.startswith(near)), None)
    if meant is None:
        message = f"{shown(written)} is no format of ours."
        return Diagnosis("J006", Problem(path, message, _first_line(data)))
    repair = Repair(RepairKind.REPLACE, path, meant, f"Write `{meant}`")
    message = f"{shown(written)} is no format of ours; did you mean `{meant}`?"
    return Diagnosis("J006", Problem(path, message, f"Write `format: {meant}`.", repair=repair))


def _first_line(data: dict[str, Data]) -> str:
    if "stages" in data:
        return "Write `format: journey-map/1` as its first line."
    return (
        "Write its format as the first line: `format: journey-map/1`, `format: persona/1`, "
        "`format: catalog/1` or `format: walk/1`."
    )

"""Short ways to read files and parts of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from journeycli.model import Catalog, JourneyMap, PersonaFile, Stage
from journeycli.model.reading import read
from journeycli.source.document import read_document

from .sample_files import CATALOG, FIRST_DAY, GROWN, PERSONA, WALK

if TYPE_CHECKING:
    from journeycli.model.formats import Kind
    from journeycli.source.document import Data

__all__ = ["CATALOG", "FIRST_DAY", "GROWN", "PERSONA", "WALK"]


def data(text: str) -> dict[str, Any]:
    """Read YAML into the loader's data, `$schema` and keys of the writer's own taken out."""
    read_data = read_document(text.encode()).data
    assert isinstance(read_data, dict)
    read_data.pop("$schema", None)
    without = without_own_keys(read_data)
    assert isinstance(without, dict)
    return without


def without_own_keys(node: Data) -> Data:
    if isinstance(node, dict):
        kept = {key: value for key, value in node.items() if not key.startswith("x-")}
        return {key: without_own_keys(value) for key, value in kept.items()}
    return [without_own_keys(each) for each in node] if isinstance(node, list) else node


def journey(text: str) -> JourneyMap:
    found = read("journey-map", data(text))
    assert isinstance(found, JourneyMap)
    return found


def persona(text: str) -> PersonaFile:
    found = read("persona", data(text))
    assert isinstance(found, PersonaFile)
    return found


def catalog(text: str) -> Catalog:
    found = read("catalog", data(text))
    assert isinstance(found, Catalog)
    return found


def stage(text: str = "") -> Stage:
    """Read the keys of one stage, beside its id and name."""
    return Stage.model_validate(data(f"id: here\nname: Here\n{text}"))


def stages(*texts: str) -> JourneyMap:
    """Read a map whose stages are called `s0`, `s1`, … and have these keys."""
    head = {"format": "journey-map/1", "id": "map", "title": "Map"}
    made = [
        {"id": f"s{number}", "name": f"Stage {number}", **data(text or "{}")}
        for number, text in enumerate(texts)
    ]
    found = read("journey-map", {**head, "stages": made})
    assert isinstance(found, JourneyMap)
    return found


FILES: dict[Kind, str] = {
    "journey-map": GROWN,
    "persona": PERSONA,
    "catalog": CATALOG,
    "walk": WALK,
}

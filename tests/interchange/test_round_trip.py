from __future__ import annotations

import io
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from grid_maps import maps, parsed, told
from hypothesis import given, settings

from journeycli.interchange import csv_in, csv_out, xlsx_in, xlsx_out
from journeycli.interchange.draft import Asked, RemarkKind
from journeycli.interchange.references import Elsewhere, resolved
from journeycli.model import JourneyMap, as_data
from journeycli.parsing import parse
from journeycli.source.document import read_document

if TYPE_CHECKING:
    from journeycli.interchange.draft import Draft

_MAPS = Path(__file__).parent.parent.parent / "examples" / "maps"


@given(maps())
@settings(max_examples=60)
def test_a_csv_table_comes_back(journey: JourneyMap) -> None:
    """What a grid can hold is the same after an export as CSV and an import, and none is lost."""
    (draft,) = csv_in.read(csv_out.write(journey).encode("utf-8-sig"), Asked())
    assert told(parsed(draft.data)) == told(journey)
    assert _lost(draft) == []


@given(maps())
@settings(max_examples=25)
def test_a_workbook_comes_back(journey: JourneyMap) -> None:
    """What a grid can hold is the same after an export as a workbook and an import."""
    (draft,) = xlsx_in.read(xlsx_out.write(journey), Asked())
    assert told(parsed(resolved(draft, Elsewhere()).data)) == told(journey)
    assert _lost(draft) == []


@pytest.mark.parametrize("path", sorted(_MAPS.glob("*.journey.yaml")), ids=lambda path: path.stem)
def test_a_workbook_holds_what_a_grid_cannot(path: Path) -> None:
    """Evidence, barriers with removals, ideas and touchpoints come back whole."""
    journey = _read(path)
    (draft,) = xlsx_in.read(xlsx_out.write(journey), Asked())
    before, after = as_data(journey), as_data(parsed(draft.data))
    assert after.get("evidence") == before.get("evidence")
    for one, other in zip(before["stages"], after["stages"], strict=True):
        for key in ("barriers", "opportunities"):
            assert other.get(key) == one.get(key), (one["id"], key)
        assert [_known(each) for each in _listed(other.get("touchpoints"))] == [
            _known(each) for each in _listed(one.get("touchpoints"))
        ]


def _read(path: Path) -> JourneyMap:
    model = parse(read_document(path.read_bytes())).model
    assert isinstance(model, JourneyMap)
    return model


def _lost(draft: Draft) -> list[str]:
    return [each.message for each in draft.remarks if each.kind is RemarkKind.LEFT_OUT]


def _listed(answer: Any) -> list[dict[str, Any]]:
    return answer if isinstance(answer, list) else []


def _known(touchpoint: dict[str, Any]) -> dict[str, Any]:
    """Give what a sheet of touchpoints has columns for, apart from the name of a reference."""
    other = {"images", "metrics", "name" if "ref" in touchpoint else "images"}
    return {key: value for key, value in touchpoint.items() if key not in other}


def test_the_same_map_gives_the_same_workbook() -> None:
    """No time and no chance is in the bytes, so that a workbook in git changes with its map."""
    whole = xlsx_out.write(_read(min(_MAPS.glob("*.journey.yaml"))))
    held = zipfile.ZipFile(io.BytesIO(whole))
    assert b'<dcterms:created xsi:type="dcterms:W3CDTF">1980-' in held.read("docProps/core.xml")
    assert {each.date_time[0] for each in held.infolist()} == {1980}

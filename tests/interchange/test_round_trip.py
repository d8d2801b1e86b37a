from __future__ import annotations

from grid_maps import maps, parsed, told
from hypothesis import given, settings

from journeycli.interchange import csv_in, csv_out
from journeycli.interchange.draft import Asked, RemarkKind
from journeycli.model import JourneyMap


@given(maps())
@settings(max_examples=120)
def test_a_csv_table_comes_back(journey: JourneyMap) -> None:
    """What a grid can hold is the same after an export as CSV and an import, and none is lost."""
    (draft,) = csv_in.read(csv_out.write(journey).encode("utf-8-sig"), Asked())
    assert told(parsed(draft.data)) == told(journey)
    assert [each for each in draft.remarks if each.kind is RemarkKind.LEFT_OUT] == []

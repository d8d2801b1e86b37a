"""Pictures of many maps: each map is read when its picture is drawn, and let go of."""

from __future__ import annotations

import gc
from typing import TYPE_CHECKING

import pytest

from journeycli.cli.rendering import Asked, drawn_for
from journeycli.errors import UserError
from journeycli.model import JourneyMap
from journeycli.views.pictures import Request

if TYPE_CHECKING:
    from pathlib import Path

_MAP = """\
format: journey-map/1
id: {id}
title: {id}
stages:
  - {{id: only, name: Only}}
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("one", "two", "three"):
        (tmp_path / f"{name}.journey.yaml").write_text(_MAP.format(id=name), "utf-8")
    return tmp_path


def _maps_in_memory() -> list[str]:
    gc.collect()
    return [each.id for each in gc.get_objects() if type(each) is JourneyMap]


@pytest.mark.parametrize("view", ["map", "flow", "blueprint", "funnel"])
def test_maps_are_not_held_until_they_are_drawn(folder: Path, view: str) -> None:
    """Thousands would not fit into the memory."""
    before = _maps_in_memory()
    drawn = drawn_for(Asked((str(folder),), Request(view=view), None, None))
    assert [each.name for each in drawn] == [
        f"{name}.{view}.svg" for name in ("one", "three", "two")
    ]
    assert _maps_in_memory() == before


def test_a_map_is_drawn_as_it_is_then(folder: Path) -> None:
    """What is saved between the reading of names and the drawing is in the picture."""
    drawn = drawn_for(Asked((str(folder),), Request(format="md"), None, None))
    path = folder / "three.journey.yaml"
    path.write_text(path.read_text("utf-8").replace("name: Only", "name: Alone"), "utf-8")
    texts = [each.draw().decode() for each in drawn]
    assert ["Alone" in text for text in texts] == [False, True, False]


def test_a_map_that_has_another_id_meanwhile_is_told(folder: Path) -> None:
    """Its picture would have another name than the one that was promised."""
    drawn = drawn_for(Asked((str(folder),), Request(format="md"), None, None))
    path = folder / "three.journey.yaml"
    path.write_text(path.read_text("utf-8").replace("id: three", "id: four"), "utf-8")
    with pytest.raises(UserError, match="changed meanwhile"):
        drawn[1].draw()

"""The maps of a run, read one after the other."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from journeycli.lint.maps import ReadMap, Unread, read_map, shared_words
from journeycli.lint.run import Sources
from journeycli.source.limits import Limits
from journeycli.workspace.discovery import Discovered

if TYPE_CHECKING:
    from collections.abc import Mapping

MAP = (
    "format: journey-map/1\nid: m\ntitle: M\nstages:\n  - id: s\n    name: S\n"
    "    pain_points:\n      - text: It rains\n        severity: awful\n      - {severity: low}\n"
)
PERSONA = "format: persona/1\nid: p\nname: P\n"
CATALOG = "format: catalog/1\nid: c\ndepartments: [{id: sales}]\n"


def sources(texts: Mapping[str, str]) -> Sources:
    given = {name: text.encode() for name, text in texts.items()}
    return Sources(Discovered(Path(), (), (), ()), Limits(), given)


def read(name: str, text: str) -> ReadMap | Unread | None:
    return read_map(name, text.encode(), Limits())


def test_catalogs_and_personas_are_the_shared_words() -> None:
    """They are no maps, and are not read twice."""
    shared = shared_words(
        sources({"m.journey.yaml": MAP, "p.persona.yaml": PERSONA, "c.catalog.yaml": CATALOG})
    )
    assert [each.id for each in shared.catalogs] == ["c"]
    assert [each.id for each in shared.personas] == ["p"]
    assert shared.files == {"p.persona.yaml", "c.catalog.yaml"}


def test_a_map_is_known_by_its_content() -> None:
    """Whatever its file is called; a persona under a map's name is none."""
    assert isinstance(read("m.persona.yaml", MAP), ReadMap)
    assert read("p.journey.yaml", PERSONA) is None


def test_what_was_read_knows_where_it_is_written() -> None:
    """Keys as the file has them, the line, and what is a guess."""
    found = read("m.journey.yaml", MAP)
    assert isinstance(found, ReadMap)
    assert found.faults == 3
    barrier = ("stages", 0, "barriers", 0)
    assert found.at(barrier) == "stages[s].pain_points[0]"
    assert found.line(barrier) == 8
    assert not found.is_guess(barrier)
    assert found.is_guess(("stages", 0, "barriers", 1))


def test_a_file_of_which_nothing_is_left_is_told_with_the_reason() -> None:
    """Its name says whether a map is missing."""
    reason = "so much is wrong with it that nothing is left"
    found = [read(name, "[]") for name in ("a.journey.yaml", "c.catalog.yaml")]
    assert found == [Unread("a.journey.yaml", reason), Unread("c.catalog.yaml", reason)]
    assert [each.is_map for each in found if isinstance(each, Unread)] == [True, False]

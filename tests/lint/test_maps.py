"""The maps of a run, read one after the other."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from journeycli.lint.maps import ReadMap, Unread, read_maps, shared_words
from journeycli.lint.run import Sources
from journeycli.source.limits import Limits
from journeycli.workspace.discovery import Discovered, discover

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


def read(texts: Mapping[str, str]) -> list[ReadMap | Unread]:
    found = sources(texts)
    return list(read_maps(found, shared_words(found)))


def test_catalogs_and_personas_are_the_shared_words() -> None:
    """They are no maps, and are not read twice."""
    shared = shared_words(
        sources({"m.journey.yaml": MAP, "p.persona.yaml": PERSONA, "c.catalog.yaml": CATALOG})
    )
    assert [each.id for each in shared.catalogs] == ["c"]
    assert [each.id for each in shared.personas] == ["p"]
    assert shared.files == {"p.persona.yaml", "c.catalog.yaml"}


def test_maps_come_sorted_by_name() -> None:
    """Whatever the order in which they were given."""
    names = [each.name for each in read({"b.journey.yaml": MAP, "a.journey.yaml": MAP})]
    assert names == ["a.journey.yaml", "b.journey.yaml"]


def test_a_map_is_known_by_its_content() -> None:
    """Whatever its file is called; a persona under a map's name is none."""
    found = read({"m.persona.yaml": MAP, "p.journey.yaml": PERSONA})
    assert [each.name for each in found] == ["m.persona.yaml"]


def test_what_was_read_knows_where_it_is_written() -> None:
    """Keys as the file has them, the line, and what is a guess."""
    (found,) = read({"m.journey.yaml": MAP})
    assert isinstance(found, ReadMap)
    assert found.faults == 3
    barrier = ("stages", 0, "barriers", 0)
    assert found.at(barrier) == "stages[s].pain_points[0]"
    assert found.line(barrier) == 8
    assert not found.is_guess(barrier)
    assert found.is_guess(("stages", 0, "barriers", 1))


def test_a_file_of_which_nothing_is_left_is_told_with_the_reason() -> None:
    """One bad file never hides the others."""
    found = read({"a.journey.yaml": "[]", "b.journey.yaml": MAP, "c.catalog.yaml": "[]"})
    assert [type(each) for each in found] == [Unread, ReadMap, Unread]
    assert [each.is_map for each in found if isinstance(each, Unread)] == [True, False]


def test_a_file_that_cannot_be_opened_is_told_with_the_reason(tmp_path: Path) -> None:
    """A link that leads nowhere."""
    link = tmp_path / "a.journey.yaml"
    link.symlink_to(tmp_path / "gone.yaml")
    found = Sources(discover([link], tmp_path), Limits())
    assert list(read_maps(found, shared_words(found))) == [
        Unread("a.journey.yaml", "the link leads nowhere")
    ]

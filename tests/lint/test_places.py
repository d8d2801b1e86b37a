"""Document paths become places in the text and paths that readers can follow."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import pytest

from journeycli.lint.places import Places
from journeycli.source.document import read_document

if TYPE_CHECKING:
    from collections.abc import Iterable

    from journeycli.source.span import Path

TEXT = """\
format: journey-map/1
id: switch
title: Switching
scope:
  starts: The letter arrives
personas: []
stages:
  - id: compare
    name: Compare offers
    thoughts:
      - Why so dear?
      - text: Is it a trap?
        evidence: [exit-survey]
    emotions:
      - {score: -1, feeling: wary}
      - {score: 1}
    values:
    barriers:
      - id: late-fee
        severity: high
  - id: Not A Slug
    name: Order
  - id: compare
    summary: The same id again
  - - a list
"""


@pytest.fixture(scope="module")
def places() -> Places:
    return Places("a.journey.yaml", read_document(TEXT.encode()))


def text_at(places: Places, path: Path, **how: bool) -> str:
    """Give what stands at a path's place."""
    place = places.place(path, **how)
    lines = TEXT.split("\n")
    if place.start.line == place.end.line:
        return lines[place.start.line - 1][place.start.column - 1 : place.end.column - 1]
    first = lines[place.start.line - 1][place.start.column - 1 :]
    inner = lines[place.start.line : place.end.line - 1]
    return "\n".join([first, *inner, lines[place.end.line - 1][: place.end.column - 1]])


STAGE = ("stages", 0)


@pytest.mark.parametrize(
    ("path", "pointed_at", "at"),
    [
        # a scalar: its value
        (("title",), "Switching", "title"),
        (("scope", "starts"), "The letter arrives", "scope.starts"),
        ((*STAGE, "thoughts", 0), "Why so dear?", "stages[0].thoughts[0]"),
        # a collection under a key: the key
        (("scope",), "scope", "scope"),
        (("personas",), "personas", "personas"),
        ((*STAGE, "thoughts"), "thoughts", "stages[0].thoughts"),
        ((*STAGE, "thoughts", 1, "evidence"), "evidence", "stages[0].thoughts[1].evidence"),
        # a key without a value: the key
        ((*STAGE, "values"), "values", "stages[0].values"),
        # an element: what names it
        (STAGE, "Compare offers", "stages[0]"),
        ((*STAGE, "thoughts", 1), "Is it a trap?", "stages[0].thoughts[1]"),
        ((*STAGE, "emotions", 0), "wary", "stages[0].emotions[0]"),
        ((*STAGE, "barriers", 0), "late-fee", "stages[0].barriers[late-fee]"),
        # an element that nothing names: its first key
        ((*STAGE, "emotions", 1), "score", "stages[0].emotions[1]"),
        # an absent key: the nearest thing that is there
        (("objective",), "Switching", "objective"),
        (("scope", "ends"), "scope", "scope.ends"),
        ((*STAGE, "inhibitors"), "Compare offers", "stages[0].inhibitors"),
        ((*STAGE, "emotions", 1, "cause"), "score", "stages[0].emotions[1].cause"),
        ((*STAGE, "thoughts", 0, "evidence"), "Why so dear?", "stages[0].thoughts[0].evidence"),
        ((*STAGE, "values", 0, "text"), "values", "stages[0].values[0].text"),
        ((*STAGE, "barriers", 7), "barriers", "stages[0].barriers[7]"),
        (("stages", 3, "name"), "- a list", "stages[3].name"),
        # the root
        ((), "Switching", ""),
        # an index stays where the id is no slug, and where a sibling has the same
        (("stages", 1, "name"), "Order", "stages[1].name"),
        (("stages", 2, "summary"), "The same id again", "stages[2].summary"),
    ],
)
def test_where_a_path_points(places: Places, path: Path, pointed_at: str, at: str) -> None:
    """The value of a scalar, the key of a collection, else what names the element."""
    assert text_at(places, path) == pointed_at
    assert places.at(path) == at
    assert places.related(path) == ()


def test_a_key_can_be_pointed_at(places: Places) -> None:
    """An unknown key is wrong itself, whatever stands under it."""
    assert text_at(places, ("title",), on_key=True) == "title"
    assert text_at(places, ("objective",), on_key=True) == "Switching"


def test_all_of_an_element_can_be_pointed_at(places: Places) -> None:
    """A sentence that its colon split is wrong as a whole."""
    assert text_at(places, (*STAGE, "emotions", 0), whole=True) == "{score: -1, feeling: wary}"
    assert text_at(places, (*STAGE, "thoughts", 1), whole=True).startswith("text: Is it")


def test_an_id_that_is_its_own_stands_for_its_index() -> None:
    """Paths survive a stage that is put in front."""
    text = "stages:\n- {id: a, barriers: [{id: b}]}\n- {id: prüfung}\n"
    places = Places("a", read_document(text.encode()))
    assert places.at(("stages", 0, "barriers", 0, "text")) == "stages[a].barriers[b].text"
    assert places.at(("stages", 1)) == "stages[prüfung]"


ALIASED = """\
title: Switching
x-values: &values
  - text: A straight answer
    persona: maya
stages:
  - id: compare
    name: Compare offers
    values: *values
"""


def test_a_path_through_an_alias_points_at_the_alias() -> None:
    """The anchor is related, because what is wrong stands there."""
    places = Places("a", read_document(ALIASED.encode()))
    for path in (("stages", 0, "values"), ("stages", 0, "values", 0, "persona")):
        place = places.place(path)
        assert (place.start, place.end) == ((8, 13), (8, 20))
        (anchor,) = places.related(path)
        assert anchor.place.start == (2, 11)
        assert anchor.message == "This is what the alias stands for."
        assert places.through_alias(path)
    assert places.at(("stages", 0, "values", 0, "persona")) == "stages[compare].values[0].persona"
    assert not places.through_alias(("stages", 0, "name"))
    assert not places.through_alias(("x-values", 0, "persona"))


def test_columns_count_code_points_and_lines_end_where_editors_end_them() -> None:
    """A BOM counts nothing, an emoji one, and CRLF is one break."""
    text = "\ufefftitle: 🛒🛒 a\r\nstages:\r\n- {id: 比較, name: X}\r\n"
    places = Places("a", read_document(text.encode()))
    assert places.place(("title",))[1:] == ((1, 8), (1, 12))
    assert places.place(("stages", 0, "name"))[1:] == ((3, 18), (3, 19))
    assert places.at(("stages", 0, "name")) == "stages[比較].name"


def test_nothing_at_all_has_a_place_too() -> None:
    """An empty file's findings stand at its start."""
    places = Places("a", read_document(b""))
    assert places.place(("stages", 0))[1:] == ((1, 1), (1, 1))
    assert places.place(())[1:] == ((1, 1), (1, 1))


def test_ids_of_a_list_are_counted_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """However many elements of a list have findings, it is looked through once."""
    looked: list[int] = []

    class Counting(Counter[str]):
        def __init__(self, ids: Iterable[str]) -> None:
            looked.append(1)
            super().__init__(ids)

    monkeypatch.setattr("journeycli.lint.places.Counter", Counting)
    stages = "".join(f"  - {{id: s{number}, name: N}}\n" for number in range(30))
    places = Places("a.journey.yaml", read_document(f"stages:\n{stages}".encode()))
    names = [places.at(("stages", number, "name")) for number in range(30)]
    assert names == [f"stages[s{number}].name" for number in range(30)]
    assert len(looked) == 1

"""What a file declares and names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journeycli.workspace.facts import Declared, Named, facts_of
from journeycli.workspace.index import Index, Locator, file_facts, paths_of

if TYPE_CHECKING:
    from journeycli.source.document import Data

MAP: dict[str, Data] = {
    "format": "journey-map/1",
    "id": "switch",
    "title": "Switching",
    "personas": ["budget-family", "A family on a budget"],
    "evidence": [{"id": "survey", "method": "survey"}],
    "stages": [
        {
            "id": "compare",
            "name": "Compare",
            "evidence": ["survey", "lost"],
            "touchpoints": ["Price page", {"ref": "help-line"}],
            "barriers": [{"text": "The fee shows late", "caused_by": ["two-systems"]}],
            "handoffs": [{"from": "sales", "to": "network"}],
            "lanes": {"legal": ["Checks the contract"]},
        }
    ],
}


def test_ids_written_and_made_are_declared() -> None:
    """A touchpoint or barrier without an id is known by the slug of its name or text."""
    facts = facts_of(MAP)
    assert facts is not None
    assert Declared("stage", "compare", ("stages", 0), "Compare", written=True) in facts.declared
    made = {(each.kind, each.id) for each in facts.declared if not each.written}
    assert made == {
        ("persona", "a-family-on-a-budget"),
        ("touchpoint", "price-page"),
        ("barrier", "the-fee-shows-late"),
    }


def test_names_that_the_file_does_not_declare_stay_open() -> None:
    """What resolves inside the file is no business of the workspace."""
    facts = facts_of(MAP)
    assert facts is not None
    open_names = {(each.kind, each.id) for each in facts.unresolved()}
    assert open_names == {
        ("persona", "budget-family"),
        ("evidence", "lost"),
        ("touchpoint", "help-line"),
        ("barrier", "two-systems"),
        ("department", "sales"),
        ("department", "network"),
        ("lane", "legal"),
    }
    assert Named("evidence", "lost", ("stages", 0, "evidence", 1)) in facts.named


def test_data_of_the_wrong_shape_is_walked_without_harm() -> None:
    """A schema error somewhere does not erase the ids of the rest."""
    broken: Data = {**MAP, "personas": "budget-family", "evidence": [["x"]], "paths": {"a": None}}
    facts = facts_of(broken)
    assert facts is not None
    assert any(each.id == "compare" for each in facts.declared)


def test_the_index_knows_who_declares_what() -> None:
    """A name is found in the first file that declares it, or among the built-in ones."""
    index = Index([file_facts("a.journey.yaml", facts_of(MAP))], {"channel": ["website"]})
    assert index.where("touchpoint", "price-page") == "a.journey.yaml"
    assert index.declares("channel", "website")
    assert not index.declares("stage", "compare")
    assert not index.unseen("persona")


def test_a_file_that_cannot_be_read_may_declare_what_its_name_says() -> None:
    """Checks that such a file could settle are held back, others are not."""
    index = Index([file_facts("p.persona.yaml", None)], {})
    assert index.unseen("persona") == ("p.persona.yaml",)
    assert index.unseen("channel") == ()
    assert "p.persona.yaml could not be read" in index.held_back()[0]


def test_locators_find_their_paths() -> None:
    """A name that stands several times is found at every place, in document order."""
    facts = facts_of(MAP)
    assert facts is not None
    assert paths_of(facts, Locator("names", "evidence", "survey")) == [("stages", 0, "evidence", 0)]
    assert paths_of(facts, Locator("declares", "stage", "compare")) == [("stages", 0, "id")]
    assert paths_of(facts, Locator("declares", "touchpoint", "price-page")) == [
        ("stages", 0, "touchpoints", 0)
    ]


def test_a_lane_may_be_called_like_a_key() -> None:
    """What stands in a lane with the id `evidence` or `phase` is said, and names nothing."""
    lanes: Data = {"evidence": ["Twelve interviews"], "phase": ["Early"]}
    facts = facts_of({**MAP, "stages": [{"id": "s", "name": "S", "lanes": lanes}]})
    assert facts is not None
    assert [each for each in facts.named if each.path[:1] == ("stages",)] == [
        Named("lane", "evidence", ("stages", 0, "lanes", "evidence")),
        Named("lane", "phase", ("stages", 0, "lanes", "phase")),
    ]

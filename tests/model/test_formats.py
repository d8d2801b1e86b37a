"""The files of the format are read whole, key by key."""

from __future__ import annotations

from datetime import date

import pytest
from pydantic_core import ValidationError

from journeycli.model import (
    Catalog,
    CustomerAction,
    Day,
    JourneyMap,
    Persona,
    PersonaFile,
    Statement,
    Touchpoint,
    Trait,
    Walk,
)
from journeycli.model.reading import read
from journeycli.model.shapes import ROOTS, ByName, Element, Items, Shape, keys

from . import samples
from .walk import all_models


def test_a_map_of_the_first_day_is_read() -> None:
    """Short forms become elements: a sentence is the text, the name or the feeling."""
    first, last = samples.journey(samples.FIRST_DAY).stages
    assert [each.text for each in first.customer_actions] == [
        "Is turned away at the machine",
        "Asks: why now?",
    ]
    assert first.touchpoints.items == (Touchpoint.model_validate({"name": "Lending machine"}),)
    assert first.emotions[0].feeling == "embarrassed"
    assert first.barriers[0].text == "The card shows no date"
    assert last.barriers.state == "unanswered"


def test_what_is_left_out_has_a_meaning() -> None:
    """A map is a hypothesis of how things are, until it says otherwise."""
    found = samples.journey(samples.FIRST_DAY)
    assert (found.state, found.maturity, found.paths, found.scope) == (
        "current",
        "hypothesis",
        (),
        None,
    )


def test_the_samples_use_every_key() -> None:
    """Every key of every mapping stands in a sample, so that none is left untested."""
    used: dict[str, set[str]] = {}
    for kind, text in samples.FILES.items():
        _note(Element(ROOTS[kind]), samples.data(text), used)
    used["Persona"] |= used["PersonaFile"]  # in place or in a file, the keys are read alike
    known = {model.__name__: {key.name for key in keys(model)} for model in all_models()}
    unused = {name: known[name] - used.get(name, set()) for name in known}
    assert {name: rest for name, rest in unused.items() if rest} == {}


def test_numbers_dates_and_words_are_typed() -> None:
    """What the schema wants as a number, a date or a truth value becomes one."""
    found = samples.journey(samples.GROWN)
    stage = found.stages[0]
    step, barrier, touchpoint = (
        stage.customer_actions[1],
        stage.barriers[0],
        stage.touchpoints[0],
    )
    assert (step.score, step.cause) == (-1.5, "company")
    assert (barrier.affects, barrier.severity) == (0.5, "high")
    assert barrier.since == Day("2025-10", date(2025, 10, 1), date(2025, 10, 31))
    assert barrier.removals[0].impact == 5
    assert touchpoint.moment_of_truth is True
    assert touchpoint.opinion is not None
    assert touchpoint.opinion.scores == (1.0, -1.0, -0.5)
    assert (touchpoint.channel, touchpoint.event) == (
        ("lending-machine",),
        ("card:refused", "card:read"),
    )
    assert found.evidence[0].sample == 90
    assert found.metrics.none == "Nobody has counted yet"
    assert stage.handoffs[0].from_ == "lending"
    assert stage.opportunities[0].for_ == ("queue",)


def test_text_stays_what_was_typed() -> None:
    """A text field takes numbers, dates and truth values as the text that they are."""
    found = samples.stage("summary: 12:30\nduration: 2026\nphase: no\nmotivations: [yes, 31]")
    assert (found.summary, found.duration, found.phase) == ("12:30", "2026", "no")
    assert [each.text for each in found.motivations] == ["yes", "31"]


def test_personas_are_references_or_in_place() -> None:
    """A slug names a persona elsewhere; any other sentence is one of that name, with its slug."""
    found = samples.journey(samples.GROWN)
    assert found.personas[0] == "night-reader"
    assert isinstance(found.personas[1], Persona)
    assert found.persona_ids == ("night-reader", "a-pupil-with-a-project", "volunteer")


def test_a_persona_without_letters_has_its_name_for_an_id() -> None:
    """A name that makes no slug is still read; its id is then the name itself."""
    found = samples.journey(
        samples.FIRST_DAY.replace("{id: night-reader, name: Someone", '"007" # ')
    )
    assert found.persona_ids == ("007",)


def test_a_persona_file_is_read() -> None:
    """Demographics are text by name, lists by name, or a plain list."""
    found = samples.persona(samples.PERSONA)
    assert found.demographics == (
        Trait("age", "44"),
        Trait("languages", "Portuguese"),
        Trait("languages", "English"),
    )
    assert found.psychographics == (Trait(None, "Plans ahead"),)
    assert found.goals == (Statement.model_validate({"text": "Always have a book"}),)
    assert (found.tech_confidence, found.share) == (4, 0.12)


def test_a_catalog_is_read() -> None:
    """A catalog's touchpoint may be a sentence too, and a phase is one of the built-in ones."""
    found = samples.catalog(samples.CATALOG)
    assert [each.effective_id for each in found.touchpoints] == ["website", "reading-room"]
    assert found.touchpoints[0].channel == ("website", "email")
    assert found.phases[0].is_ == "use"


def test_lanes_are_answers_by_row() -> None:
    """What stands in the map's own rows is found by the row's id, and frozen."""
    stage = samples.journey(samples.GROWN).stages[0]
    assert dict(stage.lanes) == {"legal": stage.lane("legal"), "home": stage.lane("home")}
    assert stage.lane("legal")[0].text == "Proof of address once a year"
    assert stage.lane("home").none == "It happens in the building"
    assert stage.lane("nowhere").state == "unanswered"
    with pytest.raises(KeyError):
        stage.lanes["nowhere"]


def test_models_are_frozen_values() -> None:
    """A model cannot be changed; equal files make equal models, with equal hashes."""
    found = samples.journey(samples.GROWN)
    with pytest.raises(ValidationError):
        found.title = "Another"  # type: ignore[misc]  # - what the test is about
    again = samples.journey(samples.GROWN)
    assert found == again
    assert hash(found) == hash(again)


def test_no_value_is_the_same_as_no_key() -> None:
    """A key without a value reads as if it were not there, wherever it may be left out."""
    bare = "".join(f"{key.name}:\n" for key in keys(CustomerAction) if not key.required)
    assert CustomerAction.model_validate(samples.data(f"text: Waits\n{bare}")) == (
        CustomerAction.model_validate({"text": "Waits"})
    )
    whole = samples.stage("".join(f"{key}:\n" for key in _optional_keys("Stage")))
    assert whole == samples.stage()


def test_each_kind_has_its_model() -> None:
    """A file is read by the model of its kind."""
    models = [type(read(kind, samples.data(text))) for kind, text in samples.FILES.items()]
    assert models == [JourneyMap, PersonaFile, Catalog, Walk]


def _optional_keys(name: str) -> list[str]:
    model = next(each for each in all_models() if each.__name__ == name)
    return [key.name for key in keys(model) if not key.required]


def _note(shape: Shape, node: object, used: dict[str, set[str]]) -> None:
    """Note which keys of which models a file uses."""
    match shape, node:
        case Element(model), dict():
            used.setdefault(model.__name__, set()).update(node)
            for key in keys(model):
                _note(key.shape, node.get(key.name), used)
        case Items(item), list():
            for each in node:
                _note(item, each, used)
        case ByName(value), dict():
            for each in node.values():
                _note(value, each, used)
        case _:
            pass

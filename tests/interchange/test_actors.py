"""A lane Actor or Who: a persona or a department, as the row says; a lane Persona is personas."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from interchanged import only
from journeycli.interchange import csv_in
from journeycli.interchange.actors import is_department
from journeycli.interchange.draft import Asked

if TYPE_CHECKING:
    from journeycli.interchange.draft import Draft


def _stage(draft: Draft) -> dict[str, Any]:
    stage: dict[str, Any] = draft.data["stages"][0]
    return stage


def test_actors_of_a_list_are_personas_and_departments() -> None:
    """The customer's steps get a persona; those of a team become the company's own."""
    draft = only(
        csv_in.read,
        "Stage,Actor,Action,Touchpoint\nBuy,Anna,Searches,Price page\n"
        "Buy,Sales team,Answers,Hotline\nUse,Ben,Cooks,Kitchen\n",
    )
    assert draft.data["personas"] == [{"id": "anna", "name": "Anna"}, {"id": "ben", "name": "Ben"}]
    stage = _stage(draft)
    assert stage["customer_actions"] == [
        {"text": "Searches", "persona": "anna", "touchpoint": "price-page"}
    ]
    assert stage["company_actions"] == [
        {"text": "Answers", "department": "Sales team", "touchpoint": "hotline"}
    ]
    assert all("department" not in each for each in stage["touchpoints"] if isinstance(each, dict))
    said = [each.message for each in draft.remarks if "“Actor”" in each.message]
    assert said == [
        (
            "“Actor” names personas, and departments where they sound like one; "
            '--lane "Actor=persona" or "Actor=department" says it for all.'
        )
    ]


def test_the_user_says_what_actors_are() -> None:
    """With --lane Actor=department nobody is a persona."""
    table = "Stage,Actor,Touchpoint\nBuy,Anna,Price page\nUse,Ben,Kitchen\n"
    draft = only(csv_in.read, table, Asked({"Actor": "department"}))
    assert "personas" not in draft.data
    assert _stage(draft)["touchpoints"] == [{"name": "Price page", "department": "Anna"}]


def test_actors_of_what_the_company_does_are_departments() -> None:
    """Beside backstage actions an actor is theirs, whatever it is called."""
    draft = only(csv_in.read, "Stage,Buy,Use\nActor,Mill,Yard\nBackstage,opens,closes\n")
    assert _stage(draft)["company_actions"] == [
        {"text": "opens", "layer": "backstage", "department": "Mill"}
    ]


@pytest.mark.parametrize("label", ["Persona", "Actor"])
def test_several_personas_of_a_step_stay_in_a_lane(label: str) -> None:
    """None of several is made the only one."""
    draft = only(csv_in.read, f'Stage,{label},Action\nBuy,"Anna, Ben",Searches\nUse,Anna,Cooks\n')
    stage = _stage(draft)
    assert stage["customer_actions"] == ["Searches"]
    assert stage["lanes"] == {label.lower() if label == "Actor" else "persona-notes": ["Anna, Ben"]}
    assert draft.data["stages"][1]["customer_actions"] == [{"text": "Cooks", "persona": "anna"}]


def test_a_persona_beside_an_actor_comes_first() -> None:
    """What is called persona is one; the other stays in a lane."""
    draft = only(csv_in.read, "Stage,Who,Persona,Action\nBuy,Buyer,Anna,Searches\nUse,,Ben,Eats\n")
    stage = _stage(draft)
    assert stage["customer_actions"] == [{"text": "Searches", "persona": "anna"}]
    assert stage["lanes"] == {"who": ["Buyer"]}


def test_a_column_of_customers_beside_their_steps() -> None:
    """Whom a list names in a column Customer are personas; asked for otherwise, they are not."""
    table = "Customer,Step,Touchpoint\nAnna,Order,Shop\nBen,Pay,Till\n"
    draft = only(csv_in.read, table)
    assert [each["id"] for each in draft.data["personas"]] == ["anna", "ben"]
    assert [each["id"] for each in draft.data["stages"]] == ["order", "pay"]
    asked = only(csv_in.read, table, Asked({"Customer": "needs"}))
    assert "personas" not in asked.data
    alone = only(csv_in.read, "Stage,Buy,Use\nCustomer,searches,cooks\nBackstage,packs,\n")
    assert _stage(alone)["customer_actions"] == ["searches"]


@pytest.mark.parametrize(
    ("name", "ours"),
    [
        ("Sales team", True),
        ("Customer service", True),
        ("Service user", False),
        ("Customer", False),
        ("Anna", False),
        ("Kundendienst", True),
        ("2", False),
    ],
)
def test_names_that_sound_like_departments(name: str, ours: bool) -> None:  # noqa: FBT001 - a table
    """The last word decides, then any other."""
    assert is_department(name) == ours

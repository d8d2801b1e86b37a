"""Personas, departments and channels over all maps."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .workspace import TEXTS, report

if TYPE_CHECKING:
    from journeycli.views.portfolio.report import Group


def named(groups: tuple[Group, ...]) -> dict[str, Group]:
    return {each.who.id: each for each in groups}


def test_a_persona_has_the_feelings_of_its_maps() -> None:
    """Name, role and share come from the persona's file."""
    (family,) = report().personas
    assert (family.who.name, family.who.note, family.share) == (
        "The Okafor family", "A family on a budget", 0.3,
    )  # fmt: skip
    assert (family.stages, family.score, family.barriers.total) == (2, 0.5, 2)


def test_what_is_another_personas_is_not_theirs() -> None:
    """A step, an emotion or a barrier that names a persona belongs to that persona alone."""
    buy = (
        TEXTS["maps/buy.journey.yaml"]
        .replace("personas: [family]", "personas: [family, {id: jonas, name: Jonas}]")
        .replace("score: -2, cause", "score: -2, persona: jonas, cause")
        .replace("text: Nobody answers", "text: Nobody answers\n        persona: jonas")
    )
    groups = named(report({**TEXTS, "maps/buy.journey.yaml": buy}).personas)
    family, jonas = groups["family"], groups["jonas"]
    assert (family.score, family.barriers.total) == ((0.25 + 1.5) / 2, 1)
    assert (jonas.score, jonas.barriers.total) == (0.5, 2)
    assert family.low is not None
    assert family.low.score == -0.5


def test_a_department_acts_where_it_works_and_where_its_touchpoints_stand() -> None:
    """Feelings are those of the stages, opinions and barriers those of its touchpoints."""
    groups = named(report().departments)
    sales, billing = groups["sales"], groups["billing"]
    assert (sales.stages, sales.score, sales.opinion) == (2, 0.5, 0.75)
    assert (billing.stages, billing.score, billing.opinion) == (1, -0.5, -1.5)
    assert (sales.barriers.total, billing.barriers.critical) == (1, 1)
    assert (billing.who.name, billing.who.note) == ("Billing", "Ledger Ltd")


def test_a_department_has_its_open_work() -> None:
    """By id or by name, whichever the map writes; what is done is no work any more."""
    groups = named(report().departments)
    assert [each.text for each in groups["billing"].work] == ["Show the fee"]
    assert [each.text for each in groups["sales"].work] == ["Train the agents"]


def test_a_channel_has_the_steps_at_its_touchpoints() -> None:
    """A channel whose touchpoints nobody has scored steps at has no feeling."""
    groups = named(report().channels)
    assert list(groups) == ["website", "phone"]
    assert (groups["website"].score, groups["website"].opinion) == (-0.5, -1.5)
    assert (groups["phone"].score, groups["phone"].opinion) == (None, 0.75)
    assert (groups["phone"].touchpoints, groups["phone"].stages) == (1, 2)


def test_an_opinion_is_the_one_afterwards_or_else_the_one_meanwhile() -> None:
    """What was expected before is no opinion yet."""
    buy = TEXTS["maps/buy.journey.yaml"].replace(
        "opinion: {before: 1, during: -1, after: -1.5}", "opinion: {before: 1}"
    )
    groups = named(report({**TEXTS, "maps/buy.journey.yaml": buy}).channels)
    assert groups["website"].opinion is None


def test_a_department_that_nobody_declares_is_itself() -> None:
    """Free text is a name; written in two ways it is one department."""
    buy = (
        TEXTS["maps/buy.journey.yaml"]
        .replace("department: billing, status: doing", "department: Field Service, status: doing")
        .replace("department: Sales", "department: field-service")
    )
    groups = named(report({**TEXTS, "maps/buy.journey.yaml": buy}).departments)
    assert groups["field-service"].who.name == "Field Service"
    assert len(groups["field-service"].work) == 2


def test_a_maps_own_words_go_before_the_catalogs() -> None:
    """A channel that the map declares has the map's name."""
    buy = TEXTS["maps/buy.journey.yaml"].replace(
        "maturity: researched",
        "maturity: researched\nchannels: [{id: kiosk, name: The kiosk, kind: digital}]",
    )
    buy = buy.replace("channel: website", "channel: kiosk")
    groups = named(report({**TEXTS, "maps/buy.journey.yaml": buy}).channels)
    assert (groups["kiosk"].who.name, groups["kiosk"].who.note) == ("The kiosk", "digital")

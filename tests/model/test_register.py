"""Touchpoints by reference, and who acts at them."""

from __future__ import annotations

from journeycli.model.register import KnownTouchpoint, acting_departments, known, register

from .samples import catalog, stage, stages

LIBRARY = catalog(
    "format: catalog/1\nid: c\ntouchpoints:\n"
    "  - {id: website, name: Website, channel: website, department: it, status: existing}\n"
    "  - {id: desk, name: Another desk, department: it}\n"
)


def test_a_map_knows_its_own_touchpoints_and_the_catalogs() -> None:
    """Ids may be made from names; the map's own come before a catalog's, the first before later."""
    journey = stages(
        "touchpoints: [{id: desk, name: Desk}, Lending machine, {ref: website}]",
        "touchpoints: [{id: desk, name: Desk again}]",
    )
    found = register(journey, [LIBRARY])
    assert list(found) == ["desk", "lending-machine", "website"]
    assert found["desk"].name == "Desk"
    assert list(register(journey)) == ["desk", "lending-machine"]


def test_a_reference_is_what_it_names() -> None:
    """What the stage says itself counts first, then what is declared elsewhere."""
    declared = register(stages(""), [LIBRARY])
    (plain, own) = stage(
        "touchpoints:\n"
        "  - {ref: website}\n"
        "  - {ref: website, name: Home page, channel: [app], status: wanted}\n"
    ).touchpoints
    assert known(plain, declared) == KnownTouchpoint(
        "website", "Website", ("website",), "it", "existing"
    )
    assert known(own, declared) == KnownTouchpoint("website", "Home page", ("app",), "it", "wanted")


def test_a_reference_to_nothing_is_still_known_by_its_id() -> None:
    """What nobody declares has its id for a name."""
    (lost,) = stage("touchpoints: [{ref: lost}]").touchpoints
    assert known(lost, {}) == KnownTouchpoint("lost", "lost", (), None, None)


def test_departments_act_in_actions_and_at_touchpoints() -> None:
    """Each once, actions first; a touchpoint that is only named counts with its department."""
    found = stage(
        "company_actions: [{text: A, department: sales}, B, {text: C, department: it}]\n"
        "touchpoints: [{ref: website}, {name: Desk, department: lending}, Bus stop]"
    )
    assert acting_departments(found, register(stages(""), [LIBRARY])) == ("sales", "it", "lending")
    assert acting_departments(stage(), {}) == ()

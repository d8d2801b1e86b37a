"""Ids mean the same in pictures and in the terminal."""

from __future__ import annotations

from journeycli.model import Catalog, Persona
from journeycli.parsing import parse
from journeycli.source.document import read_document
from journeycli.views.known import know
from journeycli.views.terminal.names import Names

from .terminal.drawing import read


def other(text: str) -> Catalog | Persona:
    """Read a catalog or a persona."""
    model = parse(read_document(text.encode())).model
    assert isinstance(model, Catalog | Persona)
    return model


def test_pictures_and_terminal_choose_the_same_declaration() -> None:
    """The map's comes first, then the first catalog's, whoever asks."""
    journey = read(
        "format: journey-map/1\nid: m\ntitle: M\npersonas: [ann]\n"
        "departments: [{id: sales, name: Our sales}]\n"
        "stages:\n  - {id: a, name: A, touchpoints: [{ref: desk}]}\n"
    )
    catalogs = [
        other(
            f"format: catalog/1\nid: c{n}\ndepartments: [{{id: sales, name: Sales {n}}},"
            f" {{id: it, name: IT {n}}}]\nchannels: [{{id: email, name: Mail {n}}}]\n"
            f"touchpoints: [{{id: desk, name: Desk {n}}}]\n"
            f"evidence: [{{id: e, method: survey, title: Survey {n}}}]\n"
        )
        for n in (1, 2)
    ]
    shared = tuple(each for each in catalogs if isinstance(each, Catalog))
    people = tuple(
        each
        for n in (1, 2)
        if isinstance(each := other(f"format: persona/1\nid: ann\nname: Ann {n}\n"), Persona)
    )
    drawn, shown = know(journey, shared, people), Names(journey, shared, people)
    touchpoint = journey.stages[0].touchpoints[0]
    assert [drawn.department(each) for each in ("sales", "it", "x y")] == [
        "Our sales",
        "IT 1",
        "x y",
    ]
    assert [shown.department(each) for each in ("sales", "it", "x y")] == [
        "Our sales",
        "IT 1",
        "x y",
    ]
    assert (drawn.channel("email").name, shown.channel("email")) == ("Mail 1", "Mail 1")
    assert (drawn.persona("ann"), shown.persona("ann")) == ("Ann 1", "Ann 1")
    assert (drawn.source("e")[0], shown.evidence["e"].title) == ("Survey 1", "Survey 1")
    assert (drawn.touchpoints["desk"].name, shown.touchpoint(touchpoint).name) == ("Desk 1",) * 2

"""The personas of a map, each as a card."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.text import Text

from journeycli.text import quoted
from journeycli.views.terminal.heading import heading
from journeycli.views.terminal.lines import bar, hung, wrapped
from journeycli.views.terminal.look import WARNING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from journeycli.model import Persona
    from journeycli.views.terminal.look import Look
    from journeycli.views.terminal.names import Names
    from journeycli.views.terminal.subject import Subject

_LABEL = 20
_CONFIDENCE = 5


def persona_view(subject: Subject, look: Look) -> Iterator[Text]:
    """Yield a card for each persona of the map, the main actor first."""
    yield from heading(subject, look)
    if not subject.journey.personas:
        yield Text()
        yield from wrapped(Text("This map names no persona."), look.width)
    for number, each in enumerate(subject.journey.personas):
        id_ = each if isinstance(each, str) else each.id
        yield Text()
        yield Text(look.signs.rule * min(look.width, 60), "dim")
        persona = subject.names.personas.get(id_)
        if persona is None:
            text = f"{id_}: no file of this workspace holds this persona."
            yield from wrapped(look.text(text, WARNING), look.width)
        else:
            yield from card(persona, subject.names, look, main=number == 0)


def card(persona: Persona, names: Names, look: Look, *, main: bool) -> Iterator[Text]:
    """Yield everything that is known of one persona."""
    title = look.text(persona.name, "bold")
    if main:
        title = Text.assemble(title, ("  main actor", "dim"))
    yield from wrapped(title, look.width)
    place = ", ".join(filter(None, (persona.role, persona.organisation)))
    if place:
        yield from wrapped(look.text(place), look.width)
    if persona.quote:
        yield from wrapped(look.text(quoted(persona.quote), "italic"), look.width)
    if persona.summary:
        yield Text()
        yield from wrapped(look.text(persona.summary), look.width)
    yield Text()
    for label, values in _facts(persona, names, look):
        for number, value in enumerate(values):
            name = Text(label if number == 0 else "", "bold")
            yield from hung(name, look.text(value), look.width, min(_LABEL, look.width // 2))


def _facts(persona: Persona, names: Names, look: Look) -> Iterator[tuple[str, list[str]]]:
    if persona.share is not None:
        yield "Share", [f"{persona.share * 100:.3g}% of all customers"]
    for label, value in (
        ("Relationship", persona.relationship),
        ("First heard", persona.first_heard),
    ):
        if value:
            yield label, [value]
    for label, traits in (
        ("Demographics", persona.demographics),
        ("Psychographics", persona.psychographics),
    ):
        yield label, [f"{each.name}: {each.text}" if each.name else each.text for each in traits]
    for label, statements in (
        ("Attracted by", persona.attracted_by),
        ("Goals", persona.goals),
        ("Needs", persona.needs),
        ("Frustrations", persona.frustrations),
        ("Motivations", persona.motivations),
        ("Behaviours", persona.behaviours),
        ("Deciding factors", persona.deciding_factors),
        ("Constraints", persona.constraints),
    ):
        yield label, [each.text for each in statements]
    if persona.channels:
        yield "Channels", [", ".join(map(names.channel, persona.channels))]
    if persona.tech_confidence is not None:
        drawn = bar(persona.tech_confidence / _CONFIDENCE, _CONFIDENCE, look)
        yield "Technology", [f"{drawn} {persona.tech_confidence} of {_CONFIDENCE}"]
    if persona.evidence:
        yield "Evidence", [", ".join(persona.evidence)]

"""An agenda on the terminal: the workshop by department, the interviews by stage."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.text import Text

from journeycli.views.agenda_markdown import others
from journeycli.views.agenda_words import STANDING
from journeycli.views.terminal.heading import section
from journeycli.views.terminal.lines import hung, wrapped
from journeycli.views.terminal.look import WARNING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from journeycli.views.agenda import Agenda, Asked, Idea, Reference, Topic
    from journeycli.views.terminal.look import Look

_TONES = {"unanswered": WARNING, "unsupported": "cyan", "overdue": "red"}


def agenda_view(found: Agenda, look: Look) -> Iterator[Text]:
    """Yield the workshop's questions, the barriers to find ideas for, and the interview guide."""
    yield from wrapped(look.text(f"{found.title}: what to talk about", "bold"), look.width)
    yield from section("WORKSHOP", look)
    if not found.workshop and not found.ideas:
        yield from wrapped(Text("Nothing is open, unsupported or overdue here."), look.width)
    for topic in found.workshop:
        yield from _topic(topic, look)
    if found.ideas:
        yield from section("Ideas for what stands in the way", look)
        for idea in found.ideas:
            yield from _idea(idea, look)
    yield from section("INTERVIEW GUIDE", look)
    yield from section("To open with", look)
    for number, question in enumerate(STANDING, 1):
        yield from hung(Text(f"  {number}. "), look.text(question), look.width, 5)
    for topic in found.interview:
        yield from _topic(topic, look)
    if found.others:
        yield Text()
        yield from wrapped(look.text(others(found), "dim"), look.width)


def _topic(topic: Topic, look: Look) -> Iterator[Text]:
    yield from section(topic.title, look)
    for each in topic.questions:
        yield from _question(each, look)


def _question(asked: Asked, look: Look) -> Iterator[Text]:
    first, *more = asked.references
    kind = look.text_with_space(f"({asked.kind})", _TONES[asked.kind])
    text = Text.assemble(look.text(asked.question), kind)
    yield from hung(Text(f"  {look.signs.open} "), text, look.width, 4)
    if not more and not first.message:
        yield from _note(look.text(_source(first), "dim"), look)
        return
    for each in asked.references:
        source = look.text(_source(each), "dim")
        yield from _note(
            Text.assemble(look.text(each.message), "  ", source) if each.message else source, look
        )


def _source(reference: Reference) -> str:
    return "  ".join(filter(None, (reference.code, reference.at, reference.place)))


def _idea(idea: Idea, look: Look) -> Iterator[Text]:
    notes = look.text_with_space(f"({'; '.join(idea.notes)})", "red") if idea.notes else Text()
    text = Text.assemble(look.text(idea.barrier, "bold"), notes)
    yield from hung(Text(f"  {look.signs.stop} ", "red"), text, look.width, 4)
    asked = look.text(f"What else could take this away from “{idea.stage}”?")
    source = look.text_with_space(f" {idea.rule}  {idea.at}", "dim")
    yield from _note(Text.assemble(asked, source), look)
    for each in idea.tried:
        yield from _note(look.text(f"So far: {each}"), look)


def _note(text: Text, look: Look) -> Iterator[Text]:
    yield from hung(Text(f"    {look.signs.bullet} "), text, look.width, 6)

"""An agenda as Markdown: to be sent round, printed, or put on a wiki."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from journeycli.views.agenda_words import STANDING
from journeycli.views.markdown import escape

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from journeycli.views.agenda import Agenda, Asked, Idea, Reference, Topic

_TICKS = re.compile(r"[`\s]+")


def agenda_markdown(found: Agenda) -> str:
    """Write an agenda: the workshop, and the interview guide."""
    lines = [f"# {escape(found.title)}: what to talk about", "", *_workshop(found)]
    lines += ["", "## Interview guide", "", "### To open with", ""]
    lines += [f"{number}. {question}" for number, question in enumerate(STANDING, 1)]
    for topic in found.interview:
        lines += ["", f"### {escape(topic.title)}", "", *_questions(topic)]
    if found.others:
        lines += ["", f"*{others(found)}*"]
    return "\n".join(lines) + "\n"


def others(found: Agenda) -> str:
    """Say what lint found that no talk settles."""
    count = "1 finding more is" if found.others == 1 else f"{found.others} findings more are"
    return f"{count} for whoever keeps the file: journey lint."


def _workshop(found: Agenda) -> Iterator[str]:
    yield "## Workshop"
    if not found.workshop and not found.ideas:
        yield ""
        yield "Nothing is open, unsupported or overdue here."
    for topic in found.workshop:
        yield ""
        yield f"### {escape(topic.title)}"
        yield ""
        yield from _questions(topic)
    if found.ideas:
        yield ""
        yield "### Ideas for what stands in the way"
        for idea in found.ideas:
            yield ""
            yield from _idea(idea)


def _questions(topic: Topic) -> Iterator[str]:
    for each in topic.questions:
        yield from _question(each)


def _question(asked: Asked) -> Iterator[str]:
    first, *more = asked.references
    if not more and not first.message:
        yield f"- [ ] {escape(asked.question)} *({asked.kind}; {_source(first)})*"
        return
    yield f"- [ ] {escape(asked.question)} *({asked.kind})*"
    yield from _notes(
        " ".join(filter(None, (escape(each.message), f"({_source(each)})")))
        for each in asked.references
    )


def _source(reference: Reference) -> str:
    places = filter(None, (reference.at, reference.place))
    return ", ".join((reference.code, *(f"`{_TICKS.sub(' ', each)}`" for each in places)))


def _idea(idea: Idea) -> Iterator[str]:
    notes = f" *({escape('; '.join(idea.notes))})*" if idea.notes else ""
    yield f"- [ ] **{escape(idea.barrier)}**{notes}"
    source = f"{idea.rule}, `{_TICKS.sub(' ', idea.at)}`"
    yield f"  - What else could take this away from “{escape(idea.stage)}”? ({source})"
    yield from _notes(f"So far: {escape(each)}" for each in idea.tried)


def _notes(notes: Iterable[str]) -> Iterator[str]:
    for note in notes:
        yield f"  - {note}"

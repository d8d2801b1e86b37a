"""Cells of what people do: needs, customer actions, company actions, and moving on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journeycli.views.blocks import (
    BODY,
    BULLET,
    SMALL,
    Block,
    bullet,
    card,
    indented,
    stack,
    told,
    words,
)
from journeycli.views.cells import sources
from journeycli.views.icons import face, icon, placed
from journeycli.views.scene import Disc, Path
from journeycli.views.wording import joined, worded

if TYPE_CHECKING:
    from journeycli.model.statements import (
        CompanyAction,
        CustomerAction,
        Emotion,
        Need,
        Progression,
    )
    from journeycli.model.touchpoints import Handoff
    from journeycli.views.cells import Column
    from journeycli.views.scene import Item

_MARK = 18.0
_ONE_PERCENT = 0.95  # and above, when rounded
_FACE = 6.5


def need(column: Column, said: Need) -> Block:
    """Draw a need, with a disc that is full, half or empty as the need is met."""
    indent = _MARK if said.met else BULLET
    room = column.width - indent
    parts = [words(said.text, BODY, room)]
    notes = [{"yes": "met", "partly": "partly met", "no": "not met"}[said.met]] if said.met else []
    if column.several and said.persona:
        notes.insert(0, column.known.persona(said.persona))
    if notes:
        tone = {"yes": "good-text", "partly": "warn-text", "no": "bad-text"}.get(
            said.met or "", "soft"
        )
        parts.append(words(joined(" · ", notes), SMALL, room, tone))
    block = indented(_met(said.met, column), stack(parts, 2), indent)
    return told(block, sources(column, said.evidence))


def customer_action(column: Column, said: CustomerAction) -> Block:
    """Draw a step, with its feeling below."""
    room = column.width - BULLET
    parts = [words(said.text, BODY, room)]
    whose = column.known.persona(said.persona) if column.several else ""
    if said.feeling or said.score is not None:
        parts.append(feeling(said.feeling, said.score, room, whose))
    elif whose:
        parts.append(words(whose, SMALL, room, "soft"))
    trigger = worded("Trigger: {}", said.trigger) if said.trigger else ""
    tooltip = "\n".join(filter(None, (trigger, sources(column, said.evidence))))
    return told(bullet(stack(parts, 3), column.role("fill")), tooltip)


def emotion(column: Column, felt: Emotion) -> Block:
    """Draw a feeling of the stage as a whole."""
    whose = column.known.persona(felt.persona) if column.several else ""
    block = feeling(felt.feeling, felt.score, column.width, whose)
    trigger = worded("Trigger: {}", felt.trigger) if felt.trigger else ""
    return told(block, "\n".join(filter(None, (trigger, sources(column, felt.evidence)))))


def feeling(name: str | None, score: float | None, width: float, whose: str = "") -> Block:
    """Draw a small face and the word for it; without a score, the word alone."""
    text = joined(" · ", (name or points(score), whose))
    if score is None:
        return words(text, SMALL, width, "soft")
    mark: tuple[Item, ...] = (placed(face(score, _FACE, "card"), _FACE, 7.5),)
    return indented(mark, words(text, SMALL, width - _MARK, "soft"), _MARK)


def points(score: float | None) -> str:
    """Write a score: `+1`, `−0.5`, `0`."""
    if score is None:
        return ""
    return f"{score:+g}".replace("-", "−") if score else "0"


def company_action(
    column: Column, said: CompanyAction, *, meets: str = "", by: bool = True
) -> Block:
    """Draw what we do as a card.

    Args:
        column: Where it stands.
        said: What we do.
        meets: The customer's step that it answers, where that is shown.
        by: Whether to name the department.

    """
    room = column.width - 20
    parts = [words(said.text, BODY, room)]
    names = (column.known.department(said.department) if by else "", said.system)
    if any(names):
        parts.append(words(joined(" · ", names), SMALL, room, "soft"))
    if meets:
        answer = words(meets, SMALL, room - 16, column.role("text"))
        parts.append(indented((icon("enabler", 0, 1, 12, column.role("text")),), answer, 16))
    tooltip = worded("Answers the step: {}", meets) if meets else ""
    tooltip = "\n".join(filter(None, (tooltip, sources(column, said.evidence))))
    return told(card(stack(parts, 2), column.width), tooltip)


def progression(column: Column, said: Progression) -> Block:
    """Draw how customers move on, and how common that is."""
    room = column.width - _MARK
    parts = [words(said.text, BODY, room)]
    notes = [percent(said.share)] if said.share is not None else []
    if column.several and said.persona:
        notes.append(column.known.persona(said.persona))
    if notes:
        parts.append(words(joined(" · ", notes), SMALL, room, "soft"))
    mark = (icon("progress", 0, 3, 12, column.role("text"), 1.3),)
    return told(indented(mark, stack(parts, 2), _MARK), sources(column, said.evidence))


def handoff(column: Column, passed: Handoff) -> Block:
    """Draw who passes the customer to whom, and with what."""
    known, room = column.known, column.width - 20
    title = known.passing(passed)
    parts = [words(title, BODY, room)]
    if passed.what:
        parts.append(words(passed.what, SMALL, room, "soft"))
    return card(stack(parts, 2), column.width, "warn-tint", "warn-edge", dash=(4, 3))


def percent(share: float) -> str:
    """Write a share of one as per cent: `0.625` is `63 %`, small ones keep a digit."""
    number = share * 100
    return f"{number:.1f}\u00a0%" if 0 < number < _ONE_PERCENT else f"{number:.0f}\u00a0%"


def _met(met: str | None, column: Column) -> tuple[Item, ...]:
    if met is None:
        return (Disc(3, 9, 2.25, fill=column.role("fill")),)
    tone = {"yes": "good", "partly": "warn", "no": "bad"}[met]
    ring = Disc(
        6, 9, 4.5, fill=f"{tone}-fill" if met == "yes" else "card", stroke=f"{tone}-fill", line=1.5
    )
    if met != "partly":
        return (ring,)
    half = Path(
        (("M", (6, 4.5)), ("C", (0, 4.5, 0, 13.5, 6, 13.5)), ("Z", ())), fill=f"{tone}-fill"
    )
    return (ring, half)

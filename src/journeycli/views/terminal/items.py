"""The elements of a stage as pieces of text: one function for each kind of element."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from rich.text import Text

from journeycli.text import quoted
from journeycli.views.terminal.look import DECISIVE, WARNING, tone

if TYPE_CHECKING:
    from collections.abc import Iterable

    from journeycli.model import (
        Barrier,
        CompanyAction,
        CustomerAction,
        Emotion,
        Handoff,
        Measure,
        Metric,
        Need,
        Next,
        Progression,
        Resource,
        Statement,
        Touchpoint,
    )
    from journeycli.views.terminal.look import Look
    from journeycli.views.terminal.names import Names

_HEAVY = ("high", "critical")
_DRAFTS = ("planned", "wanted", "retiring")


@dataclass(frozen=True, slots=True)
class Items:
    """Writes elements.

    Attributes:
        names: What ids are called.
        look: What can be shown.
        detail: Whether evidence, causes, owners and dates are told as well.

    """

    names: Names
    look: Look
    detail: bool = False

    def statement(self, each: Statement, style: str = "") -> Text:
        """Write a sentence, and whose it is."""
        return self._with(self.look.text(each.text, style), [*self._whose(each)])

    def quote(self, each: Statement) -> Text:
        """Write what somebody thought or said."""
        return self._with(self.look.text(quoted(each.text), "italic"), [*self._whose(each)])

    def need(self, each: Need) -> Text:
        """Write a need, and whether it is met."""
        met = {"yes": "met", "partly": "partly met", "no": "not met"}.get(each.met or "", "")
        style = "red" if each.met == "no" else ""
        extra = [self.names.touchpoint_name(one) for one in each.touchpoints]
        text = self._with(self.look.text(each.text), [met], style or "dim")
        return self._with(text, [*self._whose(each), *(extra if self.detail else [])])

    def step(self, each: CustomerAction) -> Text:
        """Write a step of the customer with its score."""
        text = self.look.text(each.text)
        if each.score is not None:
            feeling = f" {each.feeling}" if each.feeling else ""
            score = f"({self.look.score(each.score)}{feeling})"
            text = Text.assemble(text, " ", self.look.text(score, tone(each.score)))
        extra = [self.names.touchpoint_name(each.touchpoint), *self._why(each.cause, each.trigger)]
        return self._with(text, [*self._whose(each), *(extra if self.detail else [])])

    def emotion(self, each: Emotion) -> Text:
        """Write a feeling with its score and its trigger."""
        score = f"{self.look.score(each.score)} " if each.score is not None else ""
        style = tone(each.score) if each.score is not None else ""
        text = self.look.text(f"{score}{each.feeling or ''}", style)
        if each.trigger:
            text = Text.assemble(text, ": ", self.look.text(each.trigger))
        extra = [*self._why(each.cause, None)] if self.detail else []
        return self._with(text, [*self._whose(each), *extra])

    def company_action(self, each: CompanyAction) -> Text:
        """Write what we do, and who does it."""
        extra = [self.names.department(each.department)]
        if self.detail:
            extra += [each.system or "", self.names.touchpoint_name(each.touchpoint)]
        return self._with(self.look.text(each.text), [*extra, *self._whose(each)])

    def progression(self, each: Progression) -> Text:
        """Write how people move on, how many do, and where to."""
        share = f"{each.share * 100:.3g}%" if each.share is not None else ""
        to = f"{self.look.signs.arrow} {self.names.stage(each.to)}" if each.to else ""
        return self._with(self.look.text(each.text), [share, to, *self._whose(each)])

    def touchpoint(self, each: Touchpoint) -> Text:
        """Write a touchpoint with its channel's sign; a moment of truth has a mark."""
        told = self.names.touchpoint(each)
        signs = [self.names.channel_sign(channel) for channel in told.channels[:1]]
        sign = "".join(
            f"{one.unicode} " if self.look.unicode else f"{one.ascii}: " for one in signs
        )
        mark = f"{self.look.signs.moment} " if each.moment_of_truth else ""
        text = Text.assemble(
            (mark, DECISIVE),
            (sign, "cyan"),
            self.look.text(told.name, "bold" if each.moment_of_truth else ""),
        )
        text = self._with(text, [told.status if told.status in _DRAFTS else ""], WARNING)
        if each.opinion and each.opinion.scores:
            last = each.opinion.scores[-1]
            text = Text.assemble(text, " ", (f"({self.look.score(last)})", tone(last)))
        if not self.detail:
            return text
        extra = [*map(self.names.channel, told.channels), self.names.department(told.department)]
        return self._with(text, extra)

    def barrier(self, each: Barrier) -> Text:
        """Write a barrier with its severity."""
        style = "bold red" if each.severity in _HEAVY else "red"
        text = self.look.text(each.text, "red")
        if each.severity:
            text = Text.assemble((f"{each.severity}:", style), " ", text)
        affects = f"{each.affects * 100:.3g}% of customers" if each.affects else ""
        extra = [affects] if self.detail else []
        if self.detail:
            since = f"since {each.since}" if each.since else ""
            why = f"because {each.why}" if each.why else ""
            place = self.names.touchpoint_name(each.touchpoint)
            extra += [since, place, *self._why(each.cause, None), why]
        return self._with(text, [*extra, *self._whose(each)])

    def measure(self, each: Measure) -> Text:
        """Write what is to be done, who does it and how far it is."""
        status = each.status or ""
        due = f"due {each.due}" if each.due and status not in ("done", "dropped") else ""
        extra = [self.names.department(each.department) or each.name or "", status, due]
        if self.detail:
            worth = f"impact {each.impact}" if each.impact else ""
            cost = f"effort {each.effort}" if each.effort else ""
            done = f"done {each.done}" if each.done else ""
            extra += [worth, cost, done, *self._evidence(each.evidence)]
        return self._with(self.look.text(each.text, "green"), extra)

    def handoff(self, each: Handoff) -> Text:
        """Write who passes the customer to whom, and what goes along."""
        here, there = self.names.department(each.from_), self.names.department(each.to)
        text = self.look.text(f"{here} {self.look.signs.arrow} {there}", "bold")
        if each.what:
            text = Text.assemble(text, ": ", self.look.text(each.what))
        extra = [self.names.touchpoint_name(each.touchpoint)] if self.detail else []
        return self._with(text, extra)

    def metric(self, each: Metric) -> Text:
        """Write a figure beside its target."""
        value = "" if each.value is None else f" {each.value:g}"
        unit = f" {each.unit}" if each.unit else ""
        style = "red" if each.misses_target else ""
        text = self.look.text(f"{each.label}{value}{unit}", style)
        target = f"target {each.target:g}" if each.target is not None else ""
        elsewhere = f"elsewhere {each.benchmark:g}" if each.benchmark is not None else ""
        extra = [target, "missed" if each.misses_target else ""]
        if self.detail:
            date = str(each.date) if each.date else ""
            extra += [elsewhere, each.segment or "", date, *self._evidence(each.evidence)]
        return self._with(text, extra)

    def resource(self, each: Resource) -> Text:
        """Write what is needed to take barriers away, and what it would change."""
        effect = each.effect
        change = ""
        if effect is not None:
            ends = (effect.from_, effect.to)
            figures = " to ".join(f"{end:g}" for end in ends if end is not None)
            change = " ".join(filter(None, (effect.metric or "", figures)))
        needed = f"for {', '.join(each.needed_for)}" if each.needed_for else ""
        return self._with(self.look.text(each.name), [each.status or "", needed, change])

    def way(self, each: Next) -> Text:
        """Write a way out of the stage, and how many take it."""
        where = self.names.stage(each.stage) if each.stage else (each.end or "")
        share = f"{each.share * 100:.3g}%" if each.share is not None else ""
        sign = self.look.signs.arrow if each.stage else self.look.signs.stop
        text = self.look.text(f"{sign} {where}")
        return self._with(text, [share, each.when or "", each.barrier or ""])

    def nothing(self, reason: str) -> Text:
        """Write that there is nothing, and why."""
        return self.look.text(f"none: {reason}", "dim")

    def _with(self, text: Text, extra: Iterable[str], style: str = "dim") -> Text:
        told = [each for each in extra if each]
        if not told:
            return text
        return Text.assemble(text, self.look.text_with_space(f"({', '.join(told)})", style))

    def _whose(self, each: object) -> Iterable[str]:
        persona = getattr(each, "persona", None)
        if persona and len(self.names.journey.personas) > 1:
            yield self.names.persona(persona)
        if self.detail:
            yield from self._evidence(getattr(each, "evidence", ()))

    def _evidence(self, ids: Iterable[str]) -> Iterable[str]:
        listed = ", ".join(ids)
        if listed:
            yield f"from {listed}"

    def _why(self, cause: str | None, trigger: str | None) -> Iterable[str]:
        if cause:
            yield f"caused by {'us' if cause == 'company' else cause}"
        if trigger:
            yield trigger

"""What the map is known from, figures, and links."""

from collections.abc import Mapping
from typing import Annotated, Any, ClassVar, Final

from pydantic_core import InitErrorDetails

from journeycli.model import faults
from journeycli.model import vocabulary as words
from journeycli.model.base import ChoosingModel, Model, optional, required
from journeycli.model.lists import Several
from journeycli.model.refs import EvidenceRef
from journeycli.model.scalars import Count, Id, Link, Number, Text, When, word


class Evidence(Model):
    """A study, a log or a figure that the map is built on; or the honest word that nobody asked."""

    id: Id = required(
        "Id", "The name by which statements, barriers and opinions point at it.", "J010"
    )
    method: Annotated[words.Method, word(words.METHODS)] = required(
        "Method", "How it was found out.", "J701", "J705", "J707"
    )
    title: Text | None = optional("Title", "What people call it.")
    date: When | None = optional(
        "Date", "When it was found out: a year, a month or a day.", "J704", "J709", "J710"
    )
    sample: Count | None = optional("Sample", "How many were asked, watched or counted.", "J710")
    respondents: Several[Annotated[words.Respondents, word(words.RESPONDENTS)]] = optional(
        "Respondents", "Who was asked.", "J705", default=()
    )
    link: Link | None = optional("Link", "Where it can be read.")


_BETTER: Final[Mapping[str, words.Direction]] = {
    "conversion": "up",
    "drop-off": "down",
    "duration": "down",
    "nps": "up",
    "csat": "up",
    "sentiment": "up",
    "cost": "down",
}  # of the others, more can be better or worse


class Metric(ChoosingModel):
    """A figure, for the whole map, a stage or a touchpoint."""

    SCHEMA: ClassVar[Mapping[str, Any]] = {
        "if": {"required": ["kind"], "properties": {"kind": {"const": "custom"}}},
        "then": {"required": ["name"], "properties": {"name": {"not": {"type": "null"}}}},
    }

    kind: Annotated[words.MetricKind, word(words.METRIC_KINDS)] = required(
        "Kind", "What is measured.", "J214", "J216", "J310"
    )
    name: Text | None = optional("Name", "What people call it; needed when the kind is `custom`.")
    value: Number | None = optional("Value", "What it is now.", "J214", "J216")
    target: Number | None = optional("Target", "What it ought to be.", "J216")
    benchmark: Number | None = optional("Benchmark", "What it is elsewhere.")
    unit: Text | None = optional("Unit", "What the value counts: days, €, calls a week.")
    direction: Annotated[words.Direction, word(words.DIRECTIONS)] | None = optional(
        "Direction",
        "Whether more or less of it is better. Left out, the kind tells.",
        "J216",
    )
    sample: Count | None = optional("Sample", "How many cases it was measured on.")
    segment: Text | None = optional("Segment", "Which customers it was measured on.")
    date: When | None = optional("Date", "When it was measured: a year, a month or a day.", "J214")
    evidence: Several[EvidenceRef] = optional("Evidence", "Where it comes from, by id.", default=())

    @property
    def label(self) -> str:
        """Give what people call it, else its kind."""
        return self.name or self.kind

    @property
    def better(self) -> words.Direction | None:
        """Tell whether more or less of it is better: as written, else as its kind has it."""
        return self.direction or _BETTER.get(self.kind)

    @property
    def misses_target(self) -> bool:
        """Tell whether the value is short of the target, where it is known what is better."""
        if self.value is None or self.target is None or self.better is None:
            return False
        return self.value < self.target if self.better == "up" else self.value > self.target

    @classmethod
    def _lacks(cls, data: dict[str, Any]) -> InitErrorDetails | None:
        nameless = data.get("kind") == "custom" and data.get("name") is None
        return faults.line("missing", ("name",), data) if nameless else None


class PageLink(Model):
    """A link for whoever reads the map."""

    title: Text | None = optional("Title", "What stands there.")
    url: Link = required("Address", "The address: http, https or mailto.")

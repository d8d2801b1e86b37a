"""The sheets beside the map: touchpoints, barriers, their removals, evidence and personas.

A sheet has a row an element; its columns are the keys of the element. Exports write them, and
imports know them by their name and heading, and put what they say into the maps.
"""

from __future__ import annotations

from typing import Any, Final, NamedTuple

MAP: Final = "Map"
STAGE: Final = "Stage"


class Column(NamedTuple):
    """A column of such a sheet.

    Attributes:
        heading: What stands above it.
        key: The key of the element; with a dot, of a mapping in it.
        kind: `text`, `number`, `flag`, `list` (words with commas) or `lines` (a sentence a line).
        width: Characters that it is wide.

    """

    heading: str
    key: str
    kind: str = "text"
    width: int = 16


class Detail(NamedTuple):
    """A sheet of elements.

    Attributes:
        name: What the sheet is called.
        key: The list that its elements belong to.
        within: `stage`, `barrier` or `map`: what holds that list; empty for files of their own.
        columns: Its columns, behind those for the map, the stage and the barrier.

    """

    name: str
    key: str
    within: str
    columns: tuple[Column, ...]

    @property
    def headings(self) -> tuple[str, ...]:
        """Give all headings, those of what holds the element first."""
        around = {
            "map": (MAP,), "stage": (MAP, STAGE), "barrier": (MAP, STAGE, "Barrier"), "": (),
        }[self.within]  # fmt: skip
        return (*around, *(column.heading for column in self.columns))


TOUCHPOINTS: Final = Detail(
    "Touchpoints",
    "touchpoints",
    "stage",
    (
        Column("Touchpoint", "name", width=30),
        Column("Id", "id"),
        Column("Ref", "ref"),
        Column("Channel", "channel", "list"),
        Column("Department", "department"),
        Column("Status", "status", width=10),
        Column("Moment of truth", "moment_of_truth", "flag", 10),
        Column("Expected", "expected", "number", 10),
        Column("Before", "opinion.before", "number", 10),
        Column("During", "opinion.during", "number", 10),
        Column("After", "opinion.after", "number", 10),
        Column("Evidence", "opinion.evidence", "list"),
        Column("Events", "event", "lines"),
    ),
)
BARRIERS: Final = Detail(
    "Barriers",
    "barriers",
    "stage",
    (
        Column("Barrier", "text", width=44),
        Column("Id", "id"),
        Column("Severity", "severity", width=10),
        Column("Cause", "cause", width=12),
        Column("Why", "why", width=36),
        Column("Caused by", "caused_by", "list"),
        Column("Affects", "affects", "number", 10),
        Column("Since", "since", width=11),
        Column("Touchpoint", "touchpoint"),
        Column("Persona", "persona"),
        Column("Evidence", "evidence", "list"),
    ),
)
REMOVALS: Final = Detail(
    "Removals",
    "removals",
    "barrier",
    (
        Column("Removal", "text", width=44),
        Column("Id", "id"),
        Column("Kind", "kind", width=14),
        Column("Department", "department"),
        Column("Name", "name"),
        Column("Status", "status", width=10),
        Column("Due", "due", width=11),
        Column("Done", "done", width=11),
        Column("Impact", "impact", "number", 8),
        Column("Effort", "effort", "number", 8),
        Column("Evidence", "evidence", "list"),
    ),
)
OPPORTUNITIES: Final = Detail(
    "Opportunities",
    "opportunities",
    "stage",
    (
        Column("Opportunity", "text", width=44),
        Column("Id", "id"),
        Column("For", "for", "list"),
        Column("Kind", "kind", width=14),
        Column("Department", "department"),
        Column("Name", "name"),
        Column("Status", "status", width=10),
        Column("Due", "due", width=11),
        Column("Done", "done", width=11),
        Column("Impact", "impact", "number", 8),
        Column("Effort", "effort", "number", 8),
        Column("Evidence", "evidence", "list"),
    ),
)
EVIDENCE: Final = Detail(
    "Evidence",
    "evidence",
    "map",
    (
        Column("Id", "id", width=24),
        Column("Method", "method"),
        Column("Title", "title", width=44),
        Column("Date", "date", width=11),
        Column("Sample", "sample", "number", 10),
        Column("Respondents", "respondents", "list", 24),
        Column("Link", "link", width=36),
    ),
)
PERSONAS: Final = Detail(
    "Personas",
    "personas",
    "",
    (
        Column("Id", "id", width=20),
        Column("Name", "name", width=24),
        Column("Role", "role", width=24),
        Column("Organisation", "organisation"),
        Column("Quote", "quote", width=36),
        Column("Summary", "summary", width=44),
        Column("Goals", "goals", "lines", 36),
        Column("Needs", "needs", "lines", 36),
        Column("Frustrations", "frustrations", "lines", 36),
        Column("Motivations", "motivations", "lines", 36),
        Column("Behaviours", "behaviours", "lines", 36),
        Column("Deciding factors", "deciding_factors", "lines", 36),
        Column("Constraints", "constraints", "lines", 36),
        Column("Relationship", "relationship", width=12),
        Column("First heard", "first_heard"),
        Column("Channels", "channels", "list"),
        Column("Confidence with technology", "tech_confidence", "number", 12),
        Column("Share", "share", "number", 8),
        Column("Evidence", "evidence", "list"),
    ),
)
OVERVIEW: Final = "Overview"
OVERVIEW_HEADINGS: Final = ("Map", "Title", "State", "Stages", "Mean score", "Low", "Barriers")
DETAILS: Final = (TOUCHPOINTS, BARRIERS, REMOVALS, OPPORTUNITIES, EVIDENCE, PERSONAS)
"""The sheets, in their order."""


def value_at(element: dict[str, Any], key: str) -> Any:
    """Give what stands under a key, which may have a dot; None where nothing does."""
    value: Any = element
    for step in key.split("."):
        value = value.get(step) if isinstance(value, dict) else None
    return value

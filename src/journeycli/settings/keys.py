"""Every key of journey.toml, written out: what it takes and what it means."""

from __future__ import annotations

from typing import Final

from journeycli.settings.kinds import (
    Choice,
    Day,
    Either,
    Entries,
    Key,
    ListOf,
    Record,
    Tables,
    Whole,
)
from journeycli.settings.shapes import (
    CODE,
    EXPRESSION,
    FILE,
    FORMAT_KEY,
    GLOB,
    LANE,
    NAME,
    PACKAGE,
    PROSE,
    SELECTOR,
    SENTENCE,
)

_MOST_MONTHS: Final = 1200  # a century: dates stay within the calendar
_LEVELS: Final = {
    "error": "Broken or unusable.",
    "warning": "Incomplete or incoherent.",
    "info": "Advice.",
}


def _months(title: str, description: str) -> Key:
    return Key(Whole(1, _MOST_MONTHS), title, description)


_PER_FILE: Final = Record(
    "this per-file ignore",
    {
        "rules": Key(
            ListOf(SELECTOR),
            "Rules",
            "The rules to leave out: codes, the start of codes, or names.",
            required=True,
        ),
        "reason": Key(SENTENCE, "Reason", "Why. Reports show it."),
    },
    {"ignore": "rules", "select": "rules", "why": "reason"},
)

_LIMITS: Final = Record(
    "the table of limits",
    {
        "bytes": Key(Whole(1, 1_000_000_000), "Bytes", "The size of a file."),
        "depth": Key(Whole(1, 200), "Depth", "How deep lists and mappings nest."),
        "nodes": Key(Whole(1, 10_000_000), "Nodes", "Values and keys, after aliases."),
        "stages": Key(Whole(1, 100_000), "Stages", "The stages of a map."),
    },
    {"size": "bytes", "nesting": "depth"},
)

_RULE: Final = Record(
    "this rule",
    {
        "code": Key(
            CODE,
            "Code",
            "A prefix of your own, other than J, and a number.",
            required=True,
            examples=("ACME1",),
        ),
        "name": Key(
            NAME,
            "Name",
            "The defect in small words joined by hyphens.",
            required=True,
            examples=("no-legal-check",),
        ),
        "severity": Key(Choice(_LEVELS), "Severity", "The weight of what the rule finds."),
        "scope": Key(
            Choice(
                {
                    "map": "The whole journey map.",
                    "stage": "Each stage.",
                    "touchpoint": "Each touchpoint.",
                    "barrier": "Each barrier.",
                    "persona": "Each persona.",
                }
            ),
            "Scope",
            "The element that `when` and `require` look at.",
            required=True,
        ),
        "when": Key(
            EXPRESSION,
            "When",
            "A JMESPath expression: only elements for which it is true are looked at.",
            examples=("phase == 'purchase'",),
        ),
        "require": Key(
            EXPRESSION,
            "Require",
            "A JMESPath expression that has to be true; where it is not, the rule speaks.",
            required=True,
            examples=("lanes.legal",),
        ),
        "message": Key(
            SENTENCE, "Message", "What the rule says, in the reader's words.", required=True
        ),
        "docs": Key(PROSE, "Documentation", "An address or a few sentences for `journey explain`."),
    },
    {
        "id": "code",
        "level": "severity",
        "if": "when",
        "check": "require",
        "assert": "require",
        "text": "message",
        "url": "docs",
        "description": "docs",
        "element": "scope",
    },
)

SETTINGS: Final = Record(
    "the settings",
    {
        "$schema": Key(SENTENCE, "Schema", "The address of this schema, for editors."),
        "extends": Key(
            FILE,
            "Extends",
            "Another settings file whose values hold where this one has none: a path from this "
            "file's folder to a file in the workspace.",
            examples=("shared/journey.toml",),
        ),
        "select": Key(
            ListOf(SELECTOR, "With no rule selected nothing would be looked at."),
            "Select",
            "The rules that speak: codes, the start of codes, or names. All, when left out.",
            examples=(["J1", "J4"],),
        ),
        "ignore": Key(
            ListOf(SELECTOR),
            "Ignore",
            "The rules to leave out: codes, the start of codes, or names.",
            examples=(["J404", "missed-target"],),
        ),
        "extend-select": Key(
            ListOf(SELECTOR), "Extend select", "Rules that speak besides those of `select`."
        ),
        "fail-level": Key(
            Choice(_LEVELS), "Fail level", "The weight from which on `journey lint` fails."
        ),
        "include": Key(
            ListOf(GLOB, "With no file included nothing would be looked at."),
            "Include",
            "Patterns, as in .gitignore, of the files that belong to the workspace. All maps, "
            "personas and catalogs, when left out.",
            examples=(["maps/", "personas/"],),
        ),
        "exclude": Key(
            ListOf(GLOB),
            "Exclude",
            "Patterns, as in .gitignore, of files that do not belong to the workspace. What git "
            "ignores is left out anyway.",
            examples=(["drafts/"],),
        ),
        "baseline": Key(
            FILE,
            "Baseline",
            "The file with the findings of the past, from the workspace root. "
            "journey-baseline.json, when left out.",
            examples=("quality/journey-baseline.json",),
        ),
        "today": Key(
            Day(),
            "Today",
            "The date that is taken for today, so that a run can be repeated. The day of the run "
            "(UTC), when left out.",
            examples=("2026-11-30",),
        ),
        "evidence-months": _months("Evidence months", "Months after which evidence counts as old."),
        "hypothesis-months": _months(
            "Hypothesis months", "Months after which a hypothesis wants another look."
        ),
        "stalled-months": _months(
            "Stalled months", "Months after which a barrier that nobody works on weighs more."
        ),
        "statement-length": Key(
            Whole(10, 2000),
            "Statement length",
            "The longest statement that still reads on a picture, in cells of display width.",
        ),
        "plugins": Key(
            ListOf(PACKAGE),
            "Plugins",
            "Installed Python packages whose rules are loaded. Their code runs; nothing else in "
            "the settings runs code.",
            examples=(["acme-journey-rules"],),
        ),
        "severity": Key(
            Entries(SELECTOR, Choice({**_LEVELS, "off": "The rule is left out."})),
            "Severity",
            "Another weight for rules: codes, the start of codes, or names.",
            examples=({"J404": "off"},),
        ),
        "per-file-ignores": Key(
            Entries(GLOB, Either(ListOf(SELECTOR), _PER_FILE)),
            "Per-file ignores",
            "Rules to leave out in some files, by patterns as in .gitignore; with a reason where "
            "you give one.",
            examples=({"maps/archive/*": ["J7"]},),
        ),
        "limits": Key(_LIMITS, "Limits", "How much of a file is read; more is an error."),
        "import": Key(
            Entries(LANE, FORMAT_KEY, guarded=False),  # a lane may well be called "today"
            "Import",
            "What the lanes of imported tables fill: their name there, and the format's key.",
            examples=({"Customer does": "customer_actions"},),
        ),
        "rule": Key(Tables(_RULE), "Rules of your own", "One [[rule]] table for each."),
    },
    {
        "clock": "today",
        "date": "today",
        "disable": "ignore",
        "enable": "select",
        "extend": "extends",
        "fail-on": "fail-level",
        "fail-under": "fail-level",
        "files": "include",
        "paths": "include",
        "per-file": "per-file-ignores",
        "rules": "rule",
        "severities": "severity",
        "skip": "exclude",
    },
)

OPTIONS: Final = ("evidence-months", "hypothesis-months", "stalled-months", "statement-length")
"""The keys that change the findings of rules."""

LIMITS: Final = tuple(_LIMITS.keys)
"""The keys of the table of limits."""

PLAIN: Final = tuple(
    name
    for name, key in SETTINGS.keys.items()
    if name not in ("$schema", "extends") and not isinstance(key.kind, Entries | Record | Tables)
)
"""The keys whose value the nearest file gives as a whole; tables are merged entry by entry."""

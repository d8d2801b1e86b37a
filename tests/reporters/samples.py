"""Reports, contexts and shapes that the tests of this folder share."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from journeycli.findings import (
    Edit,
    Finding,
    Fix,
    Place,
    Position,
    Related,
    Report,
    Severity,
    Suppression,
)
from journeycli.reporters import REPORTERS, Context, RuleInfo
from journeycli.source.span import Lines

if TYPE_CHECKING:
    from collections.abc import Callable

MAP = "maps/switch.journey.yaml"
PERSONA = "personas/family of four.persona.yaml"
SOURCE = """\
format: journey-map/1
id: switch
titel: Switching broadband provider
stages:
  - id: compare
    name: Compare offers
    customer_actions:
      - 料金ページで比較🛒する人
      - Opens one comparison tab after the other, until the browser is full of offers and fees
    touchpoints:
      - id: price-page
        opinion: {before: 1, during: -1, after: -1}
  - id: order
    name: Order
    barriers:
"""
CRLF_SOURCE = (
    "format: persona/1\r\nid: family\r\nname:\tA family 👨‍👩‍👧 of\tfour\r\nchannels: [fax]\r\n"
)
FILES = {MAP: SOURCE, PERSONA: CRLF_SOURCE}


def place(path: str, start: tuple[int, int], end: tuple[int, int]) -> Place:
    return Place(path, Position(*start), Position(*end))


def spot(path: str, text: str, needle: str) -> Place:
    """Give the place of a text's first occurrence."""
    lines, offset = Lines(text), text.index(needle)
    return Place(path, lines.position(offset), lines.position(offset + len(needle)))


def finding(**changes: Any) -> Finding:
    plain = Finding(
        code="J306",
        name="expectation-gap",
        severity=Severity.WARNING,
        message="The page disappoints",
        help=None,
        url=None,
        place=place(MAP, (3, 1), (3, 6)),
        at="",
    )
    return plain._replace(**changes)


def question(code: str, key: str, message: str, severity: Severity, **changes: Any) -> Finding:
    at = "stages[compare]"
    return finding(
        **{
            "code": code,
            "name": f"{key.replace('_', '-')}-unanswered",
            "severity": severity,
            "message": message,
            "place": spot(MAP, SOURCE, "Compare offers"),
            "at": f"{at}.{key}",
            "stage": "Compare offers",
            **changes,
        }
    )


def report(*findings: Finding, **changes: Any) -> Report:
    counted = sorted((f for f in findings if not f.suppressed), key=lambda f: f.sort_key)
    kept = sorted((f for f in findings if f.suppressed), key=lambda f: f.sort_key)
    plain = Report(tuple(counted), tuple(kept), (MAP, PERSONA), "2026-11-30")
    return plain._replace(**changes)


RULES = (
    RuleInfo("J306", "expectation-gap", "Worse than expected", "# J306\n\nWhy.", Severity.WARNING),
    RuleInfo(
        "J003",
        "unknown-key",
        "A key that the format does not have",
        "# J003",
        Severity.ERROR,
        "https://example.com/rules/J003",
        ("document",),
    ),
    RuleInfo("J903", "company-voice", "We, we, we", "# J903", Severity.INFO),
)


def context(**changes: Any) -> Context:
    plain = Context(
        color=False,
        width=80,
        unicode=True,
        source=FILES.get,
        rules=lambda: RULES,
        root="/srv/team maps/broadband",
        repository="/srv/team maps",
        version="1.2.3",
    )
    return plain._replace(**changes)


def written(name: str, found: Report, **changes: Any) -> str:
    """Give a reporter's whole output."""
    return "".join(REPORTERS[name](found, context(**changes)))


def full_report() -> Report:
    """Give a report with one of everything that a finding can have."""
    fix = Fix("Write `title`", safe=True, edits=(Edit(place(MAP, (3, 1), (3, 6)), "title"),))
    unsafe = Fix("Drop the fax", safe=False, edits=(Edit(place(PERSONA, (4, 12), (4, 15)), ""),))
    return report(
        finding(
            code="J003",
            name="unknown-key",
            severity=Severity.ERROR,
            message="A map has no key `titel`; `title` is the closest.",
            help="Rename the key.",
            url="https://example.com/rules/J003",
            place=spot(MAP, SOURCE, "titel"),
            at="titel",
            fix=fix,
        ),
        question("J101", "customer_actions", "What does the customer do here?", Severity.WARNING),
        question(
            "J106",
            "inhibitors",
            "What do we ourselves do that stops or slows them on the way to Order?",
            Severity.INFO,
        ),
        question("J109", "values", "Compare offers: What matters to them?", Severity.INFO),
        finding(
            message="Price page was expected to score +1 and scores −1 after the visit, and no "
            "barrier names it.",
            help="Write a barrier with `touchpoint: price-page` that says what disappoints, or "
            "correct the scores.",
            place=spot(MAP, SOURCE, "{before: 1, during: -1, after: -1}"),
            at="stages[compare].touchpoints[price-page].opinion",
            related=(
                Related(spot(MAP, SOURCE, "price-page"), "The touchpoint."),
                Related(spot(PERSONA, CRLF_SOURCE, "four"), "Who goes there."),
            ),
        ),
        finding(
            code="J903",
            name="company-voice",
            severity=Severity.INFO,
            message="「料金ページで比較する人」は会社の言い方です。顧客の言葉で書いてください、"
            "そうすれば読む人に伝わります。",
            place=spot(MAP, SOURCE, "比較🛒"),
            at="stages[compare].customer_actions[0]",
        ),
        finding(
            code="J904",
            name="overlong-statement",
            severity=Severity.INFO,
            message="Will not read on a picture.",
            place=spot(MAP, SOURCE, "browser is full"),
            at="stages[compare].customer_actions[1]",
        ),
        finding(
            code="J009",
            name="duplicate-id",
            severity=Severity.ERROR,
            message="Two stages are one.",
            place=place(MAP, (5, 5), (12, 52)),
            at="stages[compare]",
        ),
        finding(
            code="J110",
            name="barriers-unanswered",
            message="What stands between them and the end?",
            place=spot(MAP, SOURCE, "barriers"),
            at="stages[order].barriers",
            stage="Order",
        ),
        finding(
            code="J002",
            name="invalid-value",
            severity=Severity.ERROR,
            message="There is no channel `fax`.",
            place=spot(PERSONA, CRLF_SOURCE, "fax"),
            at="channels[0]",
            fix=unsafe,
        ),
        finding(
            code="J213",
            name="thin-persona",
            message="The family has no goals.",
            place=spot(PERSONA, CRLF_SOURCE, "👨‍👩‍👧"),
            at="name",
        ),
        finding(
            code="J404",
            name="flat-curve",
            message="Flat.",
            suppressed=Suppression("comment", "A draft", "2027-03-31"),
        ),
        finding(
            code="J404", name="flat-curve", message="Flat.", suppressed=Suppression("baseline")
        ),
        notes=("J801 was held back for personas: x.persona.yaml cannot be read.",),
    )


_SGR = re.compile(r"\x1b\[[0-9;]*m")


def uncoloured(text: str) -> str:
    return _SGR.sub("", text)


def source_of(text: str) -> Callable[[str], str | None]:
    """Give a source in which every file holds the text."""
    return lambda _path: text


def shown(*findings: Finding, text: str = SOURCE, **changes: object) -> list[str]:
    """Give the lines of the first finding: what stands between the file's header and the counts."""
    lines = written("text", report(*findings), source=source_of(text), **changes).split("\n")
    first = lines.index("") + 1
    return lines[first : lines.index("", first)]


def framed(found: Finding, text: str, cells: int, *, unicode: bool = True) -> list[str]:
    """Give the lines of the frames alone."""
    lines = shown(found, text=text, width=cells, unicode=unicode)
    return [line for line in lines if ("│" if unicode else "|") in line]

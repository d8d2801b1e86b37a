"""A small workspace of which every figure can be told by hand, and what is drawn from it."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from journeycli.lint.run import Sources
from journeycli.source.limits import Limits
from journeycli.views.portfolio.gathering import gather
from journeycli.views.portfolio.plan import Asked
from journeycli.views.portfolio.plan import plan as planned
from journeycli.views.portfolio.report import report as reported
from journeycli.views.terminal.look import Look
from journeycli.workspace.discovery import Discovered

if TYPE_CHECKING:
    from collections.abc import Mapping

    from journeycli.views.portfolio.gathering import Portfolio
    from journeycli.views.portfolio.plan import Plan
    from journeycli.views.portfolio.report import Report

TODAY = date(2026, 11, 30)
SNAPSHOTS = Path(__file__).parent / "snapshots"
UNICODE = "utf-8"

CATALOG = """\
format: catalog/1
id: words
departments:
  - {id: billing, name: Billing, organisation: Ledger Ltd}
  - {id: sales, name: Sales}
channels:
  - {id: courier, name: Courier, kind: physical}
touchpoints:
  - {id: hotline, name: Hotline, channel: phone, department: sales}
evidence:
  - {id: survey, method: survey, date: 2026-08, sample: 40}
  - {id: belief, method: assumption}
"""
PERSONA = """\
format: persona/1
id: family
name: The Okafor family
role: A family on a budget
share: 0.3
"""
BUY = """\
format: journey-map/1
id: buy
title: Buy it
maturity: researched
personas: [family]
review: {every: quarter, last: 2026-06-30}
stages:
  - id: find
    name: Find it
    evidence: [survey]
    customer_actions:
      - {text: Opens the site, feeling: curious, score: 1, cause: company, touchpoint: site}
      - {text: Cannot find the price, feeling: lost, score: -2, cause: company, touchpoint: site}
    company_actions:
      - {text: Answers calls, department: sales}
    emotions:
      - {feeling: wary, score: -0.5, cause: company, trigger: The fee is hidden}
    barriers:
      - id: hidden-fee
        text: The fee is hidden
        severity: critical
        affects: 0.5
        touchpoint: site
        removals:
          - {text: Show the fee, department: billing, status: doing, due: 2026-10-31,
             impact: 4, effort: 2}
          - {text: Train the agents, department: Sales, status: idea, impact: 2, effort: 4}
      - id: slow-site
        text: The site is slow
        severity: low
        removals:
          - {text: A faster server, status: done, done: 2026-05-01, department: billing}
    opportunities:
      - {text: A price calculator, for: [hidden-fee, long-wait], status: planned}
    touchpoints:
      - {id: site, name: Site, channel: website, department: billing, moment_of_truth: true,
         opinion: {before: 1, during: -1, after: -1.5}}
      - {ref: hotline, opinion: {before: 0, during: 0.5}}
  - id: order
    name: Order it
    customer_actions:
      - Fills in the form
    emotions:
      - {feeling: proud, score: 1.5, cause: company, evidence: [belief]}
    barriers:
      - id: long-wait
        text: Nobody answers
        touchpoint: hotline
    touchpoints:
      - {ref: hotline, opinion: {before: 0, during: 1, after: 1}}
resources:
  - {id: agents, name: Two more agents, status: requested, needed_for: [long-wait],
     effect: {metric: csat, from: 3, to: 4}}
  - {name: A phone, status: existing, needed_for: [long-wait]}
"""
USE = """\
format: journey-map/1
id: use
title: Use it
stages:
  - id: install
    name: Install it
    customer_actions: {none: The courier does it all}
    emotions: {none: Nobody was there}
    barriers: {none: It works}
"""
LATER = """\
format: journey-map/1
id: later
title: Buy it, next year
state: future
baseline: buy
stages:
  - id: find
    name: Find it
    emotions:
      - {feeling: calm, score: 2}
    barriers:
      - text: Somebody has to read the page
        severity: medium
        affects: 0.1
        removals:
          - {text: Read it aloud, name: Ada, status: planned, due: 2027-02}
"""
TEXTS: Mapping[str, str] = {
    "maps/buy.journey.yaml": BUY,
    "maps/later.journey.yaml": LATER,
    "maps/use.journey.yaml": USE,
    "family.persona.yaml": PERSONA,
    "words.catalog.yaml": CATALOG,
}


def sources(texts: Mapping[str, str | bytes]) -> Sources:
    """Give files that exist in memory only."""
    given = {
        name: each if isinstance(each, bytes) else each.encode() for name, each in texts.items()
    }
    return Sources(Discovered(Path(), (), (), ()), Limits(), given)


def portfolio(texts: Mapping[str, str | bytes] = TEXTS) -> Portfolio:
    """Take the figures of the maps of some files."""
    return gather(sources(texts))


def report(texts: Mapping[str, str | bytes] = TEXTS, today: date = TODAY) -> Report:
    """Bring the maps of some files together."""
    found = portfolio(texts)
    return reported(found.maps, today, found.unread)


def plan(
    texts: Mapping[str, str | bytes] = TEXTS, asked: Asked | None = None, today: date = TODAY
) -> Plan:
    """Rank the work of the maps of some files."""
    return planned(portfolio(texts), today, asked or Asked())


def look(width: int, encoding: str = UNICODE, *, color: bool = False) -> Look:
    """Give the look of a terminal."""
    return Look(width=width, unicode=encoding == UNICODE, color=color, encoding=encoding)

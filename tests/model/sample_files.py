"""Files of every kind that use every key of the format between them."""

from __future__ import annotations

FIRST_DAY = """\
format: journey-map/1
id: renew-library-card
title: Renewing a library card
personas:
  - {id: night-reader, name: Someone who reads at night}
stages:
  - id: notice
    name: Notice that it has run out
    customer_actions:
      - Is turned away at the machine
      - "Asks: why now?"
    touchpoints:
      - Lending machine
    emotions:
      - embarrassed
    barriers:
      - The card shows no date
  - id: renew
    name: Renew it
"""

GROWN = """\
$schema: ../schemas/journey-map.schema.json
format: journey-map/1
id: renew-library-card
title: Renewing a library card
summary: How a reader keeps borrowing.
state: current
maturity: researched
personas:
  - night-reader
  - A pupil with a project
  - id: volunteer
    name: A volunteer at the desk
scenario: The card ran out last week.
objective: Find out why one reader in six does not come back.
customer_goals:
  - Borrow tonight
scope:
  starts: The machine refuses the card
  ends: Takes the next book home
  scale: episode
owner: {name: Head of lending, department: lending, contact: lending@example.com}
customer_owner: {department: lending, role: whoever sits at the desk}
contributors:
  - {department: lending, role: desk, name: Ines, level: frontline}
review:
  every: half-year
  last: 2026-08-31
  log:
    - {date: 2026-08, by: lending, found: The fee has gone}
evidence:
  - id: desk-notes
    method: contact-log
    title: Notes from the desk
    date: 2026
    sample: 90
    respondents: [customers, former-customers]
    link: https://example.com/desk-notes
channels:
  - {id: lending-machine, name: Lending machine, kind: digital}
departments:
  - {id: lending, name: Lending, organisation: City library}
baseline: renew-card-of-last-year
addresses:
  - {barrier: queue, how: The machine renews by itself}
metrics:
  none: Nobody has counted yet
stages:
  - id: notice
    name: Notice that it has run out
    phase: renewal
    summary: From a refusal to a plan.
    evidence: [desk-notes]
    duration: five minutes
    needs:
      - text: To know the date beforehand
        met: no
        touchpoints: [machine]
        evidence: [desk-notes]
        persona: night-reader
    customer_actions:
      - Holds the card to the machine
      - text: Reads that it has run out
        id: reads-refusal
        touchpoint: machine
        feeling: embarrassed
        score: -1.5
        cause: company
        trigger: The machine beeps
        evidence: [desk-notes]
        persona: night-reader
    company_actions:
      - text: Refuses the card
        id: refusal
        layer: frontstage
        department: lending
        system: Lending machine
        touchpoint: machine
        answers: reads-refusal
        evidence: [desk-notes]
        persona: night-reader
    customer_progression:
      - text: Walks to the desk
        share: 0.8
        to: renew
        evidence: [desk-notes]
        persona: night-reader
    company_progression:
      - Points to the desk
    motivations:
      - The book in hand
    inhibitors:
      none: Twenty readers named nothing
    enablers:
      - The desk is in sight
    influences:
      - A friend with a card of another library
    values:
      - Not to be shown up
    thoughts:
      - "Was there a letter?"
    quotes:
      - {text: I thought it was for life., evidence: [desk-notes], persona: night-reader}
    emotions:
      - feeling: embarrassed
        score: -1
        cause: company
        trigger: People in the queue look up
        persona: night-reader
        evidence: [desk-notes]
    barriers:
      - id: queue
        text: The desk has a queue
        severity: high
        cause: company
        why: One desk for everything
        caused_by: [one-desk]
        affects: 0.5
        since: 2025-10
        touchpoint: machine
        persona: night-reader
        evidence: [desk-notes]
        removals:
          - id: renew-at-machine
            text: Let the machine renew the card
            kind: technology
            department: lending
            name: Ines
            status: done
            due: 2027-01-31
            done: 2026-11-02
            impact: 5
            effort: 3
            evidence: [desk-notes]
      - id: one-desk
        text: There is one desk
        removals: {none: The building has no room for another}
    opportunities:
      - id: reminder
        text: A letter a month before
        for: [queue]
        kind: communication
        department: lending
        name: Ines
        status: idea
        due: 2027
        done: 2027
        impact: 3
        effort: 1
        evidence: [desk-notes]
    touchpoints:
      - id: machine
        name: Lending machine
        channel: lending-machine
        department: lending
        status: existing
        moment_of_truth: true
        expected: 1
        opinion: {before: 1, during: -1, after: -0.5, evidence: [desk-notes]}
        event: ["card:refused", "card:read"]
        images:
          - {src: images/machine.png, alt: A red light}
        metrics:
          - kind: custom
            name: Refusals
            value: 14
            target: 5
            benchmark: 9.5
            unit: a day
            direction: down
            sample: 300
            segment: adults
            date: 2026-09
            evidence: [desk-notes]
      - ref: website
    handoffs:
      - {from: lending, to: finance, what: The fee, touchpoint: machine}
    metrics:
      - {kind: conversion, value: 0.8}
    next:
      - {stage: renew, share: 0.8, when: The desk is open, barrier: queue}
      - {end: Goes home, share: 0.2}
    links:
      - {title: The rules, url: "https://example.com/rules"}
    detail: [at-the-desk]
    lanes:
      legal:
        - Proof of address once a year
      home: {none: It happens in the building}
  - id: renew
    name: Renew it
paths:
  - id: at-once
    name: At once
    stages: [notice, renew]
    share: 0.8
    persona: night-reader
    intended: true
resources:
  - id: update
    name: An update of the machine
    status: requested
    needed_for: [queue]
    effect: {metric: Refusals, from: 14, to: 5}
lanes:
  - {id: legal, name: Rules}
  - {id: home, name: At home}
x-ticket: LIB-7
"""

PERSONA = """\
format: persona/1
id: night-reader
name: Someone who reads at night
role: Nurse on late shifts
organisation: City hospital
quote: I return books at five in the morning.
summary: Reads four novels a month, at odd hours.
demographics:
  age: 44
  languages: [Portuguese, English]
psychographics:
  - Plans ahead
goals: [Always have a book]
needs: [A machine that is open]
frustrations: [Fees for a day]
motivations: [Quiet]
behaviours: [Reserves by phone]
deciding_factors: [Opening hours]
constraints: [Sleeps by day]
relationship: returning
first_heard: At school
attracted_by: [The reading room]
channels: [website, lending-machine]
tech_confidence: 4
share: 0.12
evidence: [desk-notes]
image: images/night-reader.png
"""

CATALOG = """\
format: catalog/1
id: library
title: Words of the library
channels:
  - {id: lending-machine, name: Lending machine, kind: digital}
departments:
  - {id: finance, name: Finance, organisation: City}
touchpoints:
  - id: website
    name: Website
    channel: [website, email]
    department: lending
    status: existing
    event: page_view
    images:
      - {src: site.png, alt: The first page}
  - Reading room
phases:
  - {id: returning, name: Bringing back, is: use}
evidence:
  - {id: census, method: analytics}
"""

WALK = """\
format: walk/1
map: renew-library-card
persona: night-reader
walker: Ines
started: 2026-10-02
finished: 2026-10-03
steps:
  - {stage: notice, touchpoint: lending-machine, happened: failed, score: -1, note: It was off.}
  - {stage: notice, happened: ad-hoc, name: A note at the door}
"""

"""Unknown and missing keys, and what is said about each."""

from __future__ import annotations

from .cases import HEAD, IN_STAGE, Case

VALUES = (*IN_STAGE, "values")
KEYS = [
    Case(
        "pain_points: [a]",
        (*IN_STAGE, "pain_points"),
        "The format has no key `pain_points` here; did you mean `barriers`?",
        "Write `barriers`.",
        "barriers",
    ),
    Case(
        "bariers:",
        (*IN_STAGE, "bariers"),
        "The format has no key `bariers` here; did you mean `barriers`?",
        "Write `barriers`.",
        "barriers",
    ),
    Case(
        "barriers: [a]\n    pain_points: [b]",
        (*IN_STAGE, "pain_points"),
        "The format has no key `pain_points` here; did you mean `barriers`?",
        "`barriers` stands here already: join the two.",
    ),
    Case(
        "backstage: [a]",
        (*IN_STAGE, "backstage"),
        "The format has no key `backstage` here; did you mean `company_actions`?",
        "Write them under `company_actions`, each with `layer: backstage`.",
    ),
    Case(
        "values: {none: why, asked: 2026}",
        (*VALUES, "asked"),
        "The format has no key `asked` here.",
        "Beside `none` and its reason nothing stands here; a key of your own begins with `x-`.",
    ),
    Case(
        "owner: {name: Head of sales}",
        (*IN_STAGE, "owner"),
        "The format has no key `owner` here.",
        "`owner` belongs at the top of the file; a key of your own begins with `x-`.",
    ),
    Case(
        "score: -1",
        (*IN_STAGE, "score"),
        "The format has no key `score` here.",
        "`score` belongs below `customer_actions` or `emotions`; "
        "a key of your own begins with `x-`.",
    ),
    Case(
        "barriers: [{text: a, mood: sour}]",
        (*IN_STAGE, "barriers", 0, "mood"),
        "The format has no key `mood` here.",
        "Keys here are id, text, severity, cause, why, caused_by, affects, since, touchpoint, "
        "persona, evidence and removals; a key of your own begins with `x-`.",
    ),
    Case(
        "x: 1",
        (*IN_STAGE, "x"),
        "The format has no key `x` here.",
        "A key of your own begins with `x-` and goes on with a word.",
    ),
]

MISSING = [
    Case(
        "barriers: [{severity: high}]",
        (*IN_STAGE, "barriers", 0, "text"),
        "This barrier has no `text`.",
        "Add `text:` with this: what stands in the way.",
    ),
    Case(
        "handoffs: [{from: sales}]",
        (*IN_STAGE, "handoffs", 0, "to"),
        "This handoff has no `to`.",
        "Add `to:` with this: the department that takes over.",
    ),
    Case(
        "metrics: [{kind: custom}]",
        (*IN_STAGE, "metrics", 0, "name"),
        "This metric has no `name`.",
        "Add `name:` with this: what people call it; needed when the kind is `custom`.",
    ),
    Case(
        "metrics: [{value: 1, name: Forms sent back}]",
        (*IN_STAGE, "metrics", 0, "kind"),
        "This metric “Forms sent back” has no `kind`.",
        "Add `kind:` with one of conversion, drop-off, volume, duration, "
        "touchpoints-per-customer, nps, csat, ces, sentiment, cost or custom.",
    ),
    Case(
        "emotions: [{cause: company}]",
        (*IN_STAGE, "emotions", 0),
        "This emotion has neither `feeling` nor `score`.",
        "Add `feeling` or `score`.",
    ),
    Case(
        "touchpoints: [{channel: website}]",
        (*IN_STAGE, "touchpoints", 0),
        "This touchpoint has neither `name` nor `ref`.",
        "Add `name` or `ref`.",
    ),
]

MISSING_IN_FILES = [
    Case(
        f"{HEAD}stages:\n- name: Compare offers\n",
        ("stages", 0, "id"),
        "This stage “Compare offers” has no `id`.",
        "Add `id: compare-offers`, or another short name that is free.",
    ),
    Case(
        f"{HEAD}stages:\n- id: compare\n  name:\n",
        ("stages", 0, "name"),
        "This stage “compare” has no `name`.",
        "Add `name:` with this: what customers would call it: what they do, not who serves.",
    ),
    Case(
        HEAD,
        ("stages",),
        "This map has no `stages`.",
        "Add `stages:` with this: the stages, in order.",
    ),
    Case(
        "format: journey-map/1\ntitle: Switching\nstages:\n- {id: a, name: A}\n",
        ("id",),
        "This map has no `id`.",
        "Add `id: switching`, or another short name that is free.",
    ),
    Case(
        "format: catalog/1\n",
        ("id",),
        "This catalog has no `id`.",
        "Add an `id`: lower-case letters and hyphens, such as first-bill.",
    ),
]

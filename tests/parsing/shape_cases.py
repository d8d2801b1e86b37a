"""Lists and mappings that the schema refuses, and what is said about each."""

from __future__ import annotations

from .cases import HEAD, IN_STAGE, Case

VALUES = (*IN_STAGE, "values")
CHANNEL = (*IN_STAGE, "touchpoints", 0, "channel")
SHAPES = [
    Case(
        "values: A straight answer",
        VALUES,
        "`values` takes a list, and “A straight answer” is a single value.",
        "Write each entry on a line of its own below `values:`, with a hyphen and a space in "
        "front.",
    ),
    Case(
        "values: none",
        VALUES,
        "`values` takes a list, or `none` with a reason; “none” alone does not say how you know.",
        "Write `values: {none: why there is nothing}`.",
    ),
    Case(
        "values: {text: a}",
        VALUES,
        "`values` takes a list, or `none` with a reason; here are keys with values.",
        "Put a hyphen and a space in front of each entry: `- `.",
    ),
    Case(
        'values: {none: " "}',
        (*VALUES, "none"),
        "`none` is there but says nothing.",
        "Write a sentence here.",
    ),
    Case(
        "values: [a, null]",
        (*VALUES, 1),
        "An entry of `values` is empty.",
        "Write it after the hyphen, or delete the line.",
    ),
    Case(
        "values: [[a]]",
        (*VALUES, 0),
        "A list stands where a sentence belongs.",
        "Write each sentence on a line of its own, with one hyphen in front.",
    ),
    Case(
        "values: [{text: [a]}]",
        (*VALUES, 0, "text"),
        "`text` takes text, and here is a list.",
        "Write a sentence here.",
    ),
    Case(
        "values:\n      - A thing: to say",
        (*VALUES, 0),
        "The colon splits “A thing: to say” into a key and a value; it is read as one sentence.",
        "Put the sentence in quotes.",
        "",
    ),
    Case(
        "values:\n      - What now:",
        (*VALUES, 0),
        "The colon splits “What now:” into a key and a value; it is read as one sentence.",
        "Put the sentence in quotes.",
        "",
    ),
    Case(
        "touchpoints: [{name: a, channel: [[b]]}]",
        (*CHANNEL, 0),
        "`channel` takes text, and here is a list.",
        "Write one channel here.",
    ),
    Case(
        'touchpoints: [{name: a, channel: ""}]',
        CHANNEL,
        "`channel` is there but says nothing.",
        "Write one channel here.",
    ),
    Case(
        "touchpoints: [{name: a, opinion: good}]",
        (*IN_STAGE, "touchpoints", 0, "opinion"),
        "`opinion` takes keys with values, and here is “good”.",
        "Its keys are before, during, after and evidence.",
    ),
    Case(
        "next: order",
        (*IN_STAGE, "next"),
        "`next` takes a list, and “order” is a single value.",
        "Write each entry on a line of its own below `next:`, with a hyphen and a space in front.",
    ),
    Case(
        "next: [{stage: b, end: c}]",
        (*IN_STAGE, "next", 0),
        "This way out of the stage has both `stage` and `end`; it takes one of them.",
        "Delete the one that is not meant.",
    ),
    Case(
        "lanes: legal",
        (*IN_STAGE, "lanes"),
        "`lanes` takes keys with values, and here is “legal”.",
        "Write each on a line: a key, a value.",
    ),
]

METRIC = ("metrics", 0, "value")
MAPS = [
    Case(
        "metrics: [{kind: nps, value: many}]",
        METRIC,
        "“many” is not a number.",
        "Write digits with a point, such as 0.62 or 1200.",
    ),
    Case(
        "metrics: [{kind: nps, value: 12 000}]",
        METRIC,
        "“12 000” is not a number.",
        "Write the digits without separators. Write 12000.",
    ),
    Case(
        "metrics: [{kind: nps, value: 3 days}]",
        METRIC,
        "“3 days” is not a number.",
        "Write the number alone; a metric has a key `unit` for the rest. Write 3.",
    ),
    Case(
        "metrics: [{kind: nps, value: 0x1F}]",
        METRIC,
        "“0x1F” is not a number.",
        "Write it in decimal digits. Write digits with a point, such as 0.62 or 1200.",
    ),
    Case(
        "metrics: [{kind: nps, value: .inf}]",
        METRIC,
        "“.inf” is not a number.",
        "Only finite numbers have a meaning here. Write digits with a point, such as 0.62 or 1200.",
    ),
    Case(
        "metrics: [{kind: nps, sample: 0}]",
        ("metrics", 0, "sample"),
        "“0” is not a whole number of 1 or more.",
        "Write a whole number of 1 or more.",
    ),
    Case(
        "customer_goals: {none: Nothing}",
        ("customer_goals",),
        "`customer_goals` takes a list; `none` with a reason is for the questions that are asked "
        "of a stage.",
        "Write the list, or leave `customer_goals` out.",
    ),
    Case(
        "customer_goals: {text: a}",
        ("customer_goals",),
        "`customer_goals` takes a list; here are keys with values.",
        "Put a hyphen and a space in front of each entry: `- `.",
    ),
    Case(
        "scope: [a]",
        ("scope",),
        "`scope` takes keys with values, and here is a list.",
        "Its keys are starts, ends and scale.",
    ),
    Case(
        "departments: [Field service]",
        ("departments", 0),
        "“Field service” stands where a department with its keys belongs.",
        "Write `id: field-service` and `name: Field service`.",
    ),
    Case(
        "evidence: [[Exit survey]]",
        ("evidence", 0),
        "A list stands where a piece of evidence with its keys belongs.",
        "Its keys are id, method, title, date, sample, respondents and link.",
    ),
]

OTHERS = [
    Case(
        f"{HEAD}stages: []\n",
        ("stages",),
        "`stages` is an empty list; it needs at least one entry.",
        "Write the first one on a line of its own below `stages:`, with a hyphen in front.",
    ),
    Case(
        f"{HEAD}stages:\n- Compare offers\n",
        ("stages", 0),
        "“Compare offers” stands where a stage with its keys belongs.",
        "Write `id: compare-offers` and `name: Compare offers`.",
    ),
    Case(
        "format: persona/1\nid: a\nname: A\ndemographics: 38\n",
        ("demographics",),
        "`demographics` takes text by name, or a list, and here is “38”.",
        "Write each on a line of its own, such as `age: 38`, or with a hyphen in front.",
    ),
    Case(
        "format: persona/1\nid: a\nname: A\ndemographics: {age: {years: 38}}\n",
        ("demographics", "age"),
        "`age` takes text, and here is a mapping of keys.",
        "Write a sentence here.",
    ),
    Case(
        "format: catalog/1\nid: a\nphases: [{id: b, is: purchas}]\n",
        ("phases", 0, "is"),
        "“purchas” is not a word that `is` takes; did you mean `purchase`?",
        "Write purchase; `is` takes need, awareness, research, comparison, decision, purchase, "
        "onboarding, use, support, evaluation, advocacy, renewal or exit.",
        "purchase",
    ),
]

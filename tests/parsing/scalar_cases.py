"""Scalars that the schema refuses, and what is said about each."""

from __future__ import annotations

from .cases import IN_STAGE, Case

SCORE = (*IN_STAGE, "emotions", 0, "score")
NO_SCORE = "is not a score; scores go from −2 (very bad) to +2 (very good) in halves."
WRITE_SCORE = "Write -2, -1, 0, 1 or 2, or a half between them."
OTHER_SCALE = (
    "This looks like another scale, such as 1 to 5: its middle is 0 here, its best is 2 and its "
    "worst is -2."
)
SCORES = [
    Case("emotions: [{score: 4}]", SCORE, f"“4” {NO_SCORE}", OTHER_SCALE),
    Case("emotions: [{score: -3}]", SCORE, f"“-3” {NO_SCORE}", OTHER_SCALE),
    Case("emotions: [{score: 40}]", SCORE, f"“40” {NO_SCORE}", WRITE_SCORE),
    Case(
        "emotions: [{score: 0.3}]",
        SCORE,
        f"“0.3” {NO_SCORE}",
        "Scores go in halves: -1.5, -1, -0.5, 0 and so on. Write 0.5.",
    ),
    Case(
        "emotions: [{score: −1}]",
        SCORE,
        f"“−1” {NO_SCORE}",
        "The minus here is a dash; type the hyphen of your keyboard. Write -1.",
        "-1",
    ),
    Case(
        'emotions: [{score: "1"}]',
        SCORE,
        "“1” stands in quotes, so it is text and not a score.",
        "Take it out of the quotes. Write 1.",
        "1",
    ),
    Case("emotions: [{score: bad}]", SCORE, f"“bad” {NO_SCORE}", WRITE_SCORE),
    Case(
        "emotions: [{score: []}]", SCORE, "`score` takes a score, and here is a list.", WRITE_SCORE
    ),
    Case(
        "emotions: [{score: {a: b}}]",
        SCORE,
        "`score` takes a score, and here is a mapping of keys.",
        WRITE_SCORE,
    ),
    Case(
        "emotions:\n      - score: 1,5",
        SCORE,
        f"“1,5” {NO_SCORE}",
        "Write a point, not a comma, before the decimals. Write 1.5.",
        "1.5",
    ),
]

IMPACT = (*IN_STAGE, "barriers", 0, "removals", 0, "impact")
SHARE = (*IN_STAGE, "barriers", 0, "affects")
NO_SHARE = "is not a share; shares go from 0 to 1."
FLAG = (*IN_STAGE, "touchpoints", 0, "moment_of_truth")
NUMBERS = [
    Case(
        "barriers: [{text: a, removals: [{text: b, impact: 7}]}]",
        IMPACT,
        "“7” is not a whole number from 1 to 5.",
        "Write a whole number from 1 to 5.",
    ),
    Case(
        "barriers: [{text: a, removals: [{text: b, impact: [2]}]}]",
        IMPACT,
        "`impact` takes a whole number from 1 to 5, and here is a list.",
        "Write a whole number from 1 to 5.",
    ),
    Case(
        "barriers: [{text: a, affects: 40%}]",
        SHARE,
        f"“40%” {NO_SHARE}",
        "A share is a part of 1, not of 100. Write 0.4.",
        "0.4",
    ),
    Case(
        "barriers: [{text: a, affects: 40}]",
        SHARE,
        f"“40” {NO_SHARE}",
        "A share is a part of 1, not of 100. Write 0.4.",
        "0.4",
    ),
    Case(
        "barriers: [{text: a, affects: 1.5}]",
        SHARE,
        f"“1.5” {NO_SHARE}",
        "Write a number such as 0.4 for 40 %.",
    ),
    Case(
        "touchpoints: [{name: a, moment_of_truth: yes}]",
        FLAG,
        "“yes” is not `true` or `false`.",
        "Write true.",
        "true",
    ),
    Case(
        'touchpoints: [{name: a, moment_of_truth: "false"}]',
        FLAG,
        "“false” stands in quotes, so it is text and not `true` or `false`.",
        "Take it out of the quotes. Write false.",
        "false",
    ),
    Case(
        "touchpoints: [{name: a, moment_of_truth: maybe}]",
        FLAG,
        "“maybe” is not `true` or `false`.",
        "Write true or false.",
    ),
]

SINCE = (*IN_STAGE, "barriers", 0, "since")
DAYS = [
    Case(
        "barriers: [{text: a, since: 30.09.2026}]",
        SINCE,
        "“30.09.2026” is not a date.",
        "Dates go from the year to the day, with hyphens. Write 2026-09-30.",
        "2026-09-30",
    ),
    Case(
        "barriers: [{text: a, since: 09/10/2026}]",
        SINCE,
        "“09/10/2026” is not a date.",
        "Day and month could be either here; write 2026-09-30 for the 30th of September.",
    ),
    Case(
        "barriers: [{text: a, since: 2026-02-30}]",
        SINCE,
        "“2026-02-30” is not a date.",
        "The calendar has no such day.",
    ),
    Case(
        "barriers: [{text: a, since: 1812}]",
        SINCE,
        "“1812” is not a date.",
        "Years go from 1900 to 2199.",
    ),
    Case(
        "barriers: [{text: a, since: soon}]",
        SINCE,
        "“soon” is not a date.",
        "Write a year, a month or a day: 2026, 2026-09 or 2026-09-30.",
    ),
]

SEVERITY = (*IN_STAGE, "barriers", 0, "severity")
URL = (*IN_STAGE, "links", 0, "url")
SRC = (*IN_STAGE, "touchpoints", 0, "images", 0, "src")
NO_LINK = "is not a link; links begin with https:, http: or mailto:."
NO_IMAGE = "is not a path below the folder of this file."
WORDS = [
    Case(
        "barriers: [{text: a, severity: hgih}]",
        SEVERITY,
        "“hgih” is not a word that `severity` takes; did you mean `high`?",
        "Write high; `severity` takes low, medium, high or critical.",
        "high",
    ),
    Case(
        "barriers: [{text: a, severity: showstopper}]",
        SEVERITY,
        "“showstopper” is not a word that `severity` takes; did you mean `critical`?",
        "Write critical; `severity` takes low, medium, high or critical.",
        "critical",
    ),
    Case(
        "barriers: [{text: a, severity: purple}]",
        SEVERITY,
        "“purple” is not a word that `severity` takes.",
        "`severity` takes low, medium, high or critical.",
    ),
    Case(
        "barriers: [{text: a, severity: [high]}]",
        SEVERITY,
        "`severity` takes one word, and here is a list.",
        "Write one of low, medium, high or critical.",
    ),
    Case(
        "links: [{url: www.example.com/a}]",
        URL,
        f"“www.example.com/a” {NO_LINK}",
        "Write https://www.example.com/a.",
    ),
    Case(
        'links: [{url: "javascript:x"}]',
        URL,
        f"“javascript:x” {NO_LINK}",
        "Write the whole address, such as https://example.com/report.",
    ),
    Case(
        "links: [{url: https://example.com/a b}]",
        URL,
        f"“https://example.com/a b” {NO_LINK}",
        "A link has no spaces in it; write %20 for each. Write https://example.com/a%20b.",
    ),
    Case(
        "touchpoints: [{name: a, images: [{src: ../a.png}]}]",
        SRC,
        f"“../a.png” {NO_IMAGE}",
        "The image must lie below the folder of this file; `..` leads out of it.",
    ),
    Case(
        "touchpoints: [{name: a, images: [{src: /a.png}]}]",
        SRC,
        f"“/a.png” {NO_IMAGE}",
        "Write the path from the folder of this file, without a slash in front.",
    ),
    Case(
        "touchpoints: [{name: a, images: [{src: 'b\\a.png'}]}]",
        SRC,
        f"“b\\a.png” {NO_IMAGE}",
        "Write forward slashes, on every system. Write b/a.png.",
        "b/a.png",
    ),
    Case(
        'touchpoints: [{name: a, images: [{src: "https://example.com/a.png"}]}]',
        SRC,
        f"“https://example.com/a.png” {NO_IMAGE}",
        "Save the image beside the map; pictures never fetch anything. "
        "Write a path such as images/price-page.png.",
    ),
]

"""The phrases of which refusals are made, by the model's types and hints."""

from __future__ import annotations

from typing import Final

WANTED: Final = {
    "journey.score": "a score; scores go from −2 (very bad) to +2 (very good) in halves",
    "journey.number": "a number",
    "journey.share": "a share; shares go from 0 to 1",
    "journey.day": "a date",
    "journey.flag": "`true` or `false`",
    "journey.link": "a link; links begin with https:, http: or mailto:",
    "journey.image": "a path below the folder of this file",
    "journey.whole": "a whole number",
    "journey.text": "text",
}
"""What belongs in the place of a refused value, with what to know about it after a semicolon."""

NEXT_STEPS: Final = {
    "journey.score": "Write -2, -1, 0, 1 or 2, or a half between them.",
    "journey.number": "Write digits with a point, such as 0.62 or 1200.",
    "journey.share": "Write a number such as 0.4 for 40 %.",
    "journey.day": "Write a year, a month or a day: 2026, 2026-09 or 2026-09-30.",
    "journey.flag": "Write true or false.",
    "journey.link": "Write the whole address, such as https://example.com/report.",
    "journey.image": "Write a path such as images/price-page.png.",
    "journey.text": "Write a sentence here.",
}
"""What to write where nothing better can be guessed."""

HINTS: Final = {
    "quoted": "Take it out of the quotes.",
    "minus_sign": "The minus here is a dash; type the hyphen of your keyboard.",
    "percent": "A share is a part of 1, not of 100.",
    "decimal_comma": "Write a point, not a comma, before the decimals.",
    "thousands": "Write the digits without separators.",
    "unit": "Write the number alone; a metric has a key `unit` for the rest.",
    "base": "Write it in decimal digits.",
    "not_finite": "Only finite numbers have a meaning here.",
    "another_scale": "This looks like another scale, such as 1 to 5: its middle is 0 here, "
    "its best is 2 and its worst is -2.",
    "halves": "Scores go in halves: -1.5, -1, -0.5, 0 and so on.",
    "date_format": "Dates go from the year to the day, with hyphens.",
    "day_order": "Day and month could be either here; write 2026-09-30 for the 30th of September.",
    "no_such_day": "The calendar has no such day.",
    "year_range": "Years go from 1900 to 2199.",
    "white_space": "A link has no spaces in it; write %20 for each.",
    "absolute": "Write the path from the folder of this file, without a slash in front.",
    "parent": "The image must lie below the folder of this file; `..` leads out of it.",
    "backslash": "Write forward slashes, on every system.",
    "web": "Save the image beside the map; pictures never fetch anything.",
}
"""What stands in the way, by the model's hint."""

SUFFICIENT_HINTS: Final = frozenset(
    {"another_scale", "day_order", "no_such_day", "year_range", "absolute", "parent"}
)
"""Hints that say what to do without an example."""

SAFE_HINTS: Final = frozenset(
    {"quoted", "minus_sign", "percent", "decimal_comma", "date_format", "flag_word", "backslash"}
)
"""Hints with which the model's suggestion says the same as what was typed, beyond doubt."""

"""From the machine-readable refusals of the model to words that an analyst can act on."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from journeycli.text import one_line, shorten

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_SHOWN_VALUE = 60  # cells of a value in a message; a longer one is cut with a sign
_SHOWN_WORDS = 12  # words of a vocabulary in a help line

_WANTED = {
    "journey.score": "a score; scores go from −2 (very bad) to +2 (very good) in halves",
    "journey.number": "a number",
    "journey.share": "a share; shares go from 0 to 1",
    "journey.day": "a date",
    "journey.flag": "`true` or `false`",
    "journey.link": "a link that begins with https:, http: or mailto:",
    "journey.image": "a path below the folder of this file",
    "journey.whole": "a whole number",
    "journey.text": "text",
}
_NEXT_STEP = {
    "journey.score": "Write -2, -1, 0, 1 or 2, or a half between them.",
    "journey.number": "Write digits with a point, such as 0.62 or 1200.",
    "journey.share": "Write a number such as 0.4 for 40 %.",
    "journey.day": "Write a year, a month or a day: 2026, 2026-09 or 2026-09-30.",
    "journey.flag": "Write true or false.",
    "journey.link": "Write the whole address, such as https://example.com/report.",
    "journey.image": "Write a path such as images/price-page.png.",
    "journey.text": "Write a sentence here.",
}
_HINTS = {
    "quoted": "Take it out of the quotes: in quotes it is text.",
    "minus_sign": "The minus here is a dash; type the hyphen of your keyboard.",
    "percent": "A share is written as a number from 0 to 1, without a percent sign.",
    "decimal_comma": "Write a point, not a comma, before the decimals.",
    "thousands": "Write the digits without separators.",
    "unit": "Write the number alone; a metric has a key `unit` for the rest.",
    "not_finite": "Only finite numbers have a meaning here.",
    "another_scale": "This looks like another scale, such as 1 to 5: its middle is 0 here, "
    "its best is 2 and its worst is -2.",
    "halves": "Scores go in halves: -1.5, -1, -0.5, 0 and so on.",
    "date_format": "Dates go from the year to the day, with hyphens: 2026-09-30.",
    "day_order": "Day and month could be either here; write 2026-09-30 for the 30th of September.",
    "no_such_day": "The calendar has no such day.",
    "year_range": "Years go from 1900 to 2199.",
    "scheme": "Only https:, http: and mailto: links are kept.",
    "white_space": "A link has no spaces in it; write %20 for each.",
    "email": "Put mailto: in front of an e-mail address.",
    "absolute": "Write the path from the folder of this file, without a slash in front.",
    "parent": "The image must lie below the folder of this file; `..` leads out of it.",
    "backslash": "Write forward slashes, on every system.",
    "web": "Save the image beside the map; pictures never fetch anything.",
}
_SAFE_HINTS = frozenset(
    {"quoted", "minus_sign", "percent", "decimal_comma", "date_format", "flag_word", "case",
     "synonym", "spelling", "email", "backslash"}
)  # fmt: skip


class Words(NamedTuple):
    """What a refusal says.

    Attributes:
        message: What is wrong.
        help: What to do.
        suggestion: The text to write instead, where a repair is safe.

    """

    message: str
    help: str | None
    suggestion: str | None = None


def refusal(kind: str, context: Mapping[str, Any], value: object, key: str) -> Words:
    """Say why a value is refused.

    Args:
        kind: The type of the refusal, `journey.…`.
        context: Its `ctx`, as the model documents it.
        value: The data that was refused.
        key: The key that it stands under, for people.

    """
    suggestion = context.get("suggestion")
    hint = context.get("hint")
    if isinstance(value, (dict, list)) or value is None:
        return _wrong_shape(kind, value, key)
    if kind == "journey.word":
        return _word(context, value, key)
    message = f"{shown(value)} is not {_wanted(kind, context)}."
    if kind == "journey.text":
        message = f"`{key}` is there but says nothing."
    steps = [_HINTS.get(hint or "", ""), _next_step(kind, context)]
    if suggestion:
        steps = [steps[0], f"Write {suggestion}."]
    safe = suggestion if hint in _SAFE_HINTS else None
    return Words(message, " ".join(step for step in steps if step) or None, safe)


def wrong_list(value: object, key: str, *, none_allowed: bool) -> Words:
    """Say that a list belongs here, or perhaps `none` with a reason."""
    if isinstance(value, dict):
        or_none = ", or `none` with a reason," if none_allowed else ""
        return Words(
            f"`{key}` takes a list{or_none} and here is a mapping of keys.",
            "Begin each element on a line of its own with a hyphen and a space: `- `.",
        )
    return Words(
        f"`{key}` takes a list, and {shown(value)} is a single value.",
        f"Put it on a line of its own below `{key}:`, with a hyphen and a space in front.",
    )


def wrong_mapping(value: object, key: str, keys: tuple[str, ...]) -> Words:
    """Say that a mapping of keys belongs here."""
    what = "a list" if isinstance(value, list) else shown(value)
    return Words(
        f"`{key}` takes keys with values, and here is {what}.",
        f"Its keys are {some(keys)}." if keys else None,
    )


def missing(key: str, element: str) -> Words:
    """Say that a required key is not there."""
    return Words(f"{element} has no `{key}`.", _MISSING_HELP.get(key, f"Add `{key}:` to it."))


def shown(value: object) -> str:
    """Show a value in a message: in quotation marks, on one line, cut with a sign."""
    return f"“{shorten(str(value), _SHOWN_VALUE)}”"


def some(words: Sequence[str]) -> str:
    """List words, the first of them where there are many."""
    shown_words = [one_line(word) for word in words[:_SHOWN_WORDS]]
    rest = len(words) - len(shown_words)
    return ", ".join(shown_words) + (f" and {rest} more" if rest else "")


_MISSING_HELP = {
    "id": "Add an `id`: a short name in lower-case letters and hyphens, such as compare-offers.",
    "name": "Add a `name`: what people call it.",
    "text": "Add a `text`: the sentence itself.",
    "stages": "Add `stages:` with a list of at least one stage, each with `id` and `name`.",
    "title": "Add a `title`: what people call the map.",
    "feeling": "Add a `feeling`, or a `score` from -2 to 2.",
}


def _wrong_shape(kind: str, value: object, key: str) -> Words:
    if value is None or value == []:
        return Words(
            "An element of this list is empty.",
            "Write the sentence after the hyphen, or delete the line.",
        )
    what = "a list" if isinstance(value, list) else "a mapping of keys"
    wanted = "one of a few words" if kind == "journey.word" else _WANTED[kind].partition(";")[0]
    return Words(f"`{key}` takes {wanted}, and here is {what}.", _NEXT_STEP.get(kind))


def _wanted(kind: str, context: Mapping[str, Any]) -> str:
    if kind == "journey.whole":
        return f"a whole number{_range(context)}"
    if kind == "journey.number":
        return f"a number{_range(context)}"
    return _WANTED[kind]


def _next_step(kind: str, context: Mapping[str, Any]) -> str:
    if kind == "journey.whole":
        return f"Write a whole number{_range(context)}."
    return _NEXT_STEP[kind]


def _range(context: Mapping[str, Any]) -> str:
    least, most = context.get("minimum"), context.get("maximum")
    if least is not None and most is not None:
        return f" from {least:g} to {most:g}"
    if least is not None:
        return f" of {least:g} or more"
    return f" of {most:g} or less" if most is not None else ""


def _word(context: Mapping[str, Any], value: object, key: str) -> Words:
    suggestion = context.get("suggestion")
    allowed = tuple(context.get("allowed", ()))
    message = f"{shown(value)} is not a word that `{key}` takes"
    if suggestion:
        return Words(
            f"{message}; did you mean `{suggestion}`?",
            f"Write {suggestion}. It takes {some(allowed)}.",
            suggestion,
        )
    return Words(f"{message}.", f"Write one of {some(allowed)}.")

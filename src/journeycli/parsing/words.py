"""From the machine-readable refusals of the model to words that an analyst can act on."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from journeycli.parsing.phrases import HINTS, NEXT_STEPS, SAFE_HINTS, SUFFICIENT_HINTS, WANTED
from journeycli.text import listed, one_line, shorten, slug

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_SHOWN_VALUE = 60  # cells of a value in a message; a longer one is cut with a sign
_SHOWN_WORDS = 15  # words of a list in a help line


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


class Place(NamedTuple):
    """Where a value stands.

    Attributes:
        key: The key that it stands under, or the key of the list that it stands in.
        in_list: Whether it is an element of that list.
        takes: What belongs there, as the format calls it: `text`, `id of a stage`.

    """

    key: str
    in_list: bool
    takes: str = "text"


def refusal(kind: str, context: Mapping[str, Any], value: object, here: Place) -> Words:
    """Say why a scalar is refused.

    Args:
        kind: The type of the refusal, `journey.…`.
        context: Its `ctx`, as the model documents it.
        value: The data that was refused.
        here: Where it stands.

    """
    if not isinstance(value, str):
        return _wrong_shape(kind, context, value, here)
    if kind == "journey.word":
        return _word(context, value, here)
    if kind == "journey.text":
        return Words(f"`{here.key}` is there but says nothing.", _next_step(kind, context, here))
    suggestion, hint = context.get("suggestion"), context.get("hint") or ""
    message = f"{shown(value)} is not {_wanted(kind, context)}."
    if hint == "quoted":
        wanted = _wanted(kind, context).partition(";")[0]
        message = f"{shown(value)} stands in quotes, so it is text and not {wanted}."
    steps = [HINTS.get(hint, "")]
    if suggestion:
        steps.append(f"Write {suggestion}.")
    elif hint not in SUFFICIENT_HINTS:
        steps.append(_next_step(kind, context, here))
    safe = suggestion if hint in SAFE_HINTS else None
    return Words(message, " ".join(step for step in steps if step), safe)


def wrong_list(context: Mapping[str, Any], value: object, here: Place) -> Words:
    """Say that a list belongs here, or perhaps `none` with a reason."""
    key, none_allowed = here.key, context["none_allowed"]
    takes = f"`{key}` takes a list"
    match context["hint"]:
        case "empty":
            return Words(
                f"`{key}` is an empty list; it needs at least one entry.",
                f"Write the first one on a line of its own below `{key}:`, with a hyphen in front.",
            )
        case "none":
            return Words(
                f"{takes}; `none` with a reason is for the questions that are asked of a stage.",
                f"Write the list, or leave `{key}` out.",
            )
        case "reason":
            return Words(
                f"{takes}, or `none` with a reason; {shown(value)} alone does not say how you "
                "know.",
                f"Write `{key}: {{none: why there is nothing}}`.",
            )
        case "one":
            return Words(
                f"{takes}, and {shown(value)} is a single value.",
                f"Write each entry on a line of its own below `{key}:`, with a hyphen and a space "
                "in front.",
            )
        case _ if value is None:
            return Words(
                f"`{key}` is empty; it needs at least one entry.",
                f"Write the first one on a line of its own below `{key}:`, with a hyphen in front.",
            )
        case _:
            or_none = ", or `none` with a reason" if none_allowed else ""
            return Words(
                f"{takes}{or_none}; here are keys with values.",
                "Put a hyphen and a space in front of each entry: `- `.",
            )


def wrong_mapping(
    value: object, here: Place, element: str, keys: tuple[str, ...], *, or_sentence: bool
) -> Words:
    """Say that a mapping of keys belongs here.

    Args:
        value: The data that was refused.
        here: Where it stands.
        element: What belongs there, for people: `stage`.
        keys: The keys that it may have.
        or_sentence: Whether a sentence can stand for it.

    """
    what = shown(value) if isinstance(value, str) else "a list"
    if value is None or value == []:
        return _empty(here)
    if not here.in_list:
        known = f"Its keys are {some(keys)}." if keys else "Write each on a line: a key, a value."
        return Words(f"`{here.key}` takes keys with values, and here is {what}.", known)
    if or_sentence:
        return Words(
            f"{what[:1].upper()}{what[1:]} stands where a sentence belongs.",
            "Write each sentence on a line of its own, with one hyphen in front.",
        )
    wanted = f"{article(element)} {element} with its keys"
    message = f"{what[:1].upper()}{what[1:]} stands where {wanted} belongs."
    own = slug(value) if isinstance(value, str) and len(value) <= _SHOWN_VALUE else ""
    if own and {"id", "name"} <= set(keys):
        return Words(message, f"Write `id: {own}` and `name: {one_line(str(value))}`.")
    return Words(message, f"Its keys are {some(keys)}." if keys else None)


def wrong_traits(value: object, here: Place) -> Words:
    """Say that text by name belongs here, or a list of text."""
    return Words(
        f"`{here.key}` takes text by name, or a list, and here is {shown(value)}.",
        "Write each on a line of its own, such as `age: 38`, or with a hyphen in front.",
    )


def missing(
    key: str,
    element: str,
    *,
    described: str = "",
    allowed: Sequence[str] = (),
    suggestion: str | None = None,
) -> Words:
    """Say that a required key is not there.

    Args:
        key: The key.
        element: What lacks it, for people.
        described: What the key says, in a sentence.
        allowed: The words that it takes, where they are few.
        suggestion: What to write.

    """
    message = f"{element} has no `{key}`."
    if suggestion:
        return Words(message, f"Add `{key}: {suggestion}`, or another short name that is free.")
    if key == "id":
        return Words(message, "Add an `id`: lower-case letters and hyphens, such as first-bill.")
    if allowed:
        return Words(message, f"Add `{key}:` with one of {some(allowed, 'or')}.")
    return Words(message, f"Add `{key}:` with this: {described[:1].lower()}{described[1:]}")


def shown(value: object) -> str:
    """Show a value in a message: in quotation marks, on one line, cut with a sign."""
    return f"“{shorten(str(value), _SHOWN_VALUE)}”"


def some(words: Sequence[str], conjunction: str = "and") -> str:
    """List words, the first of them where there are many."""
    shown_words = [one_line(word) for word in words[:_SHOWN_WORDS]]
    rest = len(words) - len(shown_words)
    return listed([*shown_words, f"{rest} more"] if rest else shown_words, conjunction)


def _word(context: Mapping[str, Any], value: str, here: Place) -> Words:
    suggestion = context.get("suggestion")
    takes = f"`{here.key}` takes {some(context['allowed'], 'or')}."
    message = f"{shown(value)} is not a word that `{here.key}` takes"
    if suggestion is None:
        return Words(f"{message}.", takes)
    help_ = f"Write {suggestion}; {takes}"
    return Words(f"{message}; did you mean `{suggestion}`?", help_, suggestion)


def _wrong_shape(kind: str, context: Mapping[str, Any], value: object, here: Place) -> Words:
    if value is None or (value == [] and here.in_list):
        return _empty(here)
    what = "a list" if isinstance(value, list) else "a mapping of keys"
    if kind == "journey.word":
        takes = f"`{here.key}` takes one word, and here is {what}."
        return Words(takes, f"Write one of {some(context['allowed'], 'or')}.")
    wanted = _wanted(kind, context).partition(";")[0]
    message = f"`{here.key}` takes {wanted}, and here is {what}."
    return Words(message, _next_step(kind, context, here))


def _empty(here: Place) -> Words:
    if here.in_list:
        return Words(
            f"An entry of `{here.key}` is empty.",
            "Write it after the hyphen, or delete the line.",
        )
    return Words(f"`{here.key}` has no value.", "Write one, or delete the key.")


def _wanted(kind: str, context: Mapping[str, Any]) -> str:
    return WANTED[kind] + (_range(context) if kind in ("journey.whole", "journey.number") else "")


def _next_step(kind: str, context: Mapping[str, Any], here: Place) -> str:
    if kind == "journey.whole":
        return f"Write a whole number{_range(context)}."
    if kind == "journey.text" and here.takes != "text":
        return f"Write one {here.takes} here."
    return NEXT_STEPS[kind]


def _range(context: Mapping[str, Any]) -> str:
    least, most = context.get("minimum"), context.get("maximum")
    if least is not None and most is not None:
        return f" from {least:g} to {most:g}"
    if least is not None:
        return f" of {least:g} or more"
    return f" of {most:g} or less" if most is not None else ""


def article(noun: str) -> str:
    """Give the indefinite article of a noun: a stage, an entry."""
    return "an" if noun[:1].lower() in "aeiou" else "a"

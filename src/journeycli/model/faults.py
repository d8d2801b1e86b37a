"""Lines of a validation error: made, taken apart and put together again."""

from collections.abc import Iterable
from typing import Any, cast

from pydantic_core import ErrorDetails, InitErrorDetails, PydanticCustomError, ValidationError

Loc = tuple[int | str, ...]


def line(
    kind: str | PydanticCustomError, loc: Loc, found: object, **context: object
) -> InitErrorDetails:
    """Make one line.

    Args:
        kind: A type of pydantic's own, such as `missing`, or an error of ours.
        loc: Keys and indexes from the value that is being read.
        found: What stands there.
        context: What a type of pydantic's own has to say besides.

    """
    return InitErrorDetails(type=kind, loc=loc, input=found, ctx=dict(context))


def lines(error: ValidationError) -> list[InitErrorDetails]:
    """Take an error apart, so that its lines can be moved and left out."""
    return [_again(each) for each in error.errors(include_url=False)]


def joined(parts: Iterable[InitErrorDetails]) -> ValidationError:
    """Put lines together to an error that a validator can raise."""
    return ValidationError.from_exception_data("journey", list(parts))


def _again(details: ErrorDetails) -> InitErrorDetails:
    kind: Any = details["type"]
    context = details.get("ctx", {})
    if kind.startswith("journey."):
        kind = PydanticCustomError(kind, cast("Any", details["msg"]), context)
    return InitErrorDetails(type=kind, loc=details["loc"], input=details["input"], ctx=context)

"""What reading refuses, in short."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

from pydantic import TypeAdapter
from pydantic_core import ValidationError

from journeycli.model.reading import faults, read

from .samples import data

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails

    from journeycli.model.formats import Kind
    from journeycli.model.scalars import Scalar

Line = tuple[str, tuple[int | str, ...]]


def errors(text: str, kind: Kind = "journey-map") -> list[ErrorDetails]:
    """Read a file that has mistakes, and give what is wrong, without echoes."""
    try:
        read(kind, data(text))
    except ValidationError as error:
        return faults(kind, error)
    return []


def lines(text: str, kind: Kind = "journey-map") -> list[Line]:
    """Give the type and the place of all that is wrong."""
    return [(each["type"], each["loc"]) for each in errors(text, kind)]


def in_stage(text: str) -> list[Line]:
    """Give what is wrong with a stage that has these keys, placed from the stage."""
    head = "format: journey-map/1\nid: map\ntitle: Map\nstages:\n  - id: here\n    name: Here\n"
    body = "".join(f"    {line}\n" for line in text.splitlines())
    return [(kind, loc[2:]) for kind, loc in lines(head + body)]


def value(scalar: Scalar, written: object) -> Any:
    """Read one scalar."""
    return TypeAdapter(Annotated[Any, scalar]).validate_python(written)


def refusal(scalar: Scalar, written: object) -> tuple[str, dict[str, Any]]:
    """Give the type and the context with which a scalar is refused."""
    try:
        found = value(scalar, written)
    except ValidationError as error:
        (line,) = error.errors(include_url=False)
        return line["type"], line["ctx"]
    raise AssertionError(found)

"""What a persona is like: text by name, or a list."""

from typing import TYPE_CHECKING, Annotated, Any, NamedTuple, TypeAlias

from pydantic_core import PydanticCustomError, core_schema

from journeycli.model import faults
from journeycli.model.scalars import text_error, text_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pydantic_core import CoreSchema, InitErrorDetails


class Trait(NamedTuple):
    """One thing that a persona is like.

    Attributes:
        name: What it is about, such as `age`; None in a plain list.
        text: What there is to say.

    """

    name: str | None
    text: str


class TraitReader:
    """Reads a mapping of text by name, or of lists of text by name, or a plain list of text.

    What is neither is refused as `journey.traits`; its `ctx` is `{"value": text or None}`.
    """

    def __get_pydantic_core_schema__(self, _source: object, _handler: object) -> "CoreSchema":
        """Tell pydantic how to read it."""
        return core_schema.no_info_plain_validator_function(_read)


Traits: TypeAlias = Annotated[tuple[Trait, ...], TraitReader()]


def _read(value: Any) -> tuple[Trait, ...]:
    wrong: list[InitErrorDetails] = []
    if value is None:
        return ()
    if isinstance(value, dict):
        traits = [
            trait
            for name, one in value.items()
            if one is not None
            for trait in _traits(name, one, (name,), wrong)
        ]
    elif isinstance(value, list):
        traits = list(_traits(None, value, (), wrong))
    else:
        context = {"value": str(value)}
        raise PydanticCustomError("journey.traits", "text by name is wanted here", context)
    if wrong:
        raise faults.joined(wrong)
    return tuple(traits)


def _traits(
    name: str | None, value: Any, loc: faults.Loc, wrong: "list[InitErrorDetails]"
) -> "Iterator[Trait]":
    """Give the traits of one name, and note what is no text."""
    if not isinstance(value, list):
        value, places = [value], [loc]
    else:
        places = [(*loc, index) for index in range(len(value))]
    for each, place in zip(value, places, strict=True):
        if (text := text_of(each)) is not None:
            yield Trait(name, text)
        else:
            wrong.append(faults.line(text_error(), place, each))

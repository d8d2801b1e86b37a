"""From the loader's data to a model, and from pydantic's errors to one fault a mistake."""

from collections.abc import Iterable, Iterator

from pydantic_core import ErrorDetails, ValidationError

from journeycli.model.catalog import Catalog
from journeycli.model.formats import Kind
from journeycli.model.journey import JourneyMap
from journeycli.model.persona import Persona, PersonaFile
from journeycli.model.walk import Walk


def read(kind: Kind, data: object) -> JourneyMap | Persona | Catalog | Walk:
    """Fit the loader's data to the format.

    Args:
        kind: The kind of file that its `format` names.
        data: Nested dicts and lists whose scalars are `str` (plain) or `Quoted`. A key without a
            value may be there as None or be left out. `$schema` at the root and keys that start
            with `x-` must have been taken out.

    Raises:
        ValidationError: With one line a fault: see `scalars` and `lists` for the types that are
            ours; of pydantic's own there are `missing`, `extra_forbidden`, `model_type` (a mapping
            belongs here) and `dict_type` (the same, for `lanes`). A `loc` is made of the file's
            own keys and indexes and of nothing else.

    """
    match kind:
        case "journey-map":
            return JourneyMap.model_validate(data)
        case "persona":
            return PersonaFile.model_validate(data)
        case "catalog":
            return Catalog.model_validate(data)
        case "walk":
            return Walk.model_validate(data)


def faults(kind: Kind, error: ValidationError) -> list[ErrorDetails]:
    """Give the lines of an error without echoes: one for every mistake.

    A misspelt key makes two lines, an unknown key and a missing one; only the first is given.

    Args:
        kind: The kind of file that was read.
        error: What `read` raised.

    """
    details = error.errors(include_url=False)
    meant = set(_meant_keys(kind, details))
    return [each for each in details if not _echoes(each, meant)]


def _meant_keys(kind: Kind, details: Iterable[ErrorDetails]) -> Iterator[tuple[int | str, ...]]:
    """Give the places of the keys that unknown keys were probably meant to be."""
    from journeycli.model.keys import meant_key  # noqa: PLC0415 - a file without faults need not pay

    for each in details:
        if each["type"] == "extra_forbidden":
            meant = meant_key(kind, each["loc"])
            if meant is not None:
                yield (*each["loc"][:-1], meant.key)


def _echoes(line: ErrorDetails, meant: set[tuple[int | str, ...]]) -> bool:
    if line["type"] == "missing":
        return line["loc"] in meant
    if line["type"] != "journey.choice":
        return False
    context = line["ctx"]
    return not context["present"] and any((*line["loc"], key) in meant for key in context["keys"])

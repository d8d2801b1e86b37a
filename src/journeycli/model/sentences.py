"""Sentences that their colon made a mapping. Imported only where something is wrong."""

from typing import Any

from pydantic_core import InitErrorDetails, PydanticCustomError, ValidationError

from journeycli.model import faults
from journeycli.model.base import Model
from journeycli.model.keys import meant_key_of


def with_sentences(
    error: ValidationError, values: list[Any], model: type[Model]
) -> ValidationError:
    """Replace what is said about a broken sentence by the sentence that was meant.

    Args:
        error: What reading the list said.
        values: The list.
        model: What its elements are.

    """
    sentences = {
        index: sentence
        for index, each in enumerate(values)
        if (sentence := _sentence(each, model)) is not None
    }
    kept = [each for each in faults.lines(error) if each["loc"][0] not in sentences]
    return faults.joined([*kept, *_lines(sentences, values)])


def _sentence(element: object, model: type[Model]) -> str | None:
    """Give the sentence that a mapping of unknown keys and scalars was meant to be."""
    if not model.SENTENCE or not isinstance(element, dict) or not element:
        return None
    if len(element) > 1 and not all(_is_prose(key) for key in element):
        return None
    pieces = [_piece(key, value, model) for key, value in element.items()]
    return " ".join(piece for piece in pieces if piece) if all(pieces) else None


def _is_prose(key: object) -> bool:
    """Tell whether a key reads like words of a sentence, and not like a key of the format."""
    return isinstance(key, str) and (key[:1].isupper() or " " in key)


def _piece(key: str, value: object, model: type[Model]) -> str | None:
    if key == "none" or not (value is None or isinstance(value, str)):
        return None
    meant = meant_key_of(model, key)
    if meant is not None and (meant.key == key or (key[:1].islower() and " " not in key)):
        return None  # a key, or a slip of the pen in one, and not the beginning of a sentence
    return f"{key}: {value}" if value else f"{key}:"


def _lines(sentences: dict[int, str], values: list[Any]) -> list[InitErrorDetails]:
    return [
        faults.line(
            PydanticCustomError("journey.sentence", "a colon made this a mapping", {"text": text}),
            (index,),
            values[index],
        )
        for index, text in sentences.items()
    ]

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
    """Give the sentence that a mapping of one unknown key and a scalar was meant to be."""
    if not model.SENTENCE or not isinstance(element, dict) or len(element) != 1:
        return None
    ((key, value),) = element.items()
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

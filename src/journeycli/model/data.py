"""Elements as plain data: what a map holds, typed by the format and ready for JSON."""

from typing import Any

from journeycli.model.answers import Answer
from journeycli.model.base import Model
from journeycli.model.days import Day
from journeycli.model.lanes import Lanes
from journeycli.model.traits import Trait


def as_data(element: Model) -> dict[str, Any]:
    """Give an element as data, under the keys of the format.

    Numbers are numbers, dates are texts as written, short forms are written out, an answer is a
    list or `{"none": reason}`. What is not said is left out, unless that has a meaning of its own:
    `state`, `maturity`, `moment_of_truth` and `intended` are always there.
    """
    fields = type(element).model_fields
    pairs = ((fields[name].alias or name, _plain(value)) for name, value in element)
    return {key: value for key, value in pairs if value not in (None, [], {})}


def _plain(value: object) -> Any:
    match value:
        case Model():
            return as_data(value)
        case Answer(state="answered"):
            return [_plain(each) for each in value]
        case Answer(state="none" | "none-without-reason"):
            return {"none": value.none}
        case Answer():
            return None
        case Day():
            return value.text
        case Lanes():
            return {lane: _plain(answer) for lane, answer in value.items()}
        case tuple() if value and isinstance(value[0], Trait):
            return _traits(value)
        case tuple():
            return [_plain(each) for each in value]
        case _:
            return value


def _traits(traits: tuple[Trait, ...]) -> Any:
    if all(trait.name is None for trait in traits):
        return [trait.text for trait in traits]
    found: dict[str, list[str]] = {}
    for name, text in traits:
        found.setdefault(name or "", []).append(text)
    return {name: texts[0] if len(texts) == 1 else texts for name, texts in found.items()}

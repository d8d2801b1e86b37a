"""From a line of a validation error to a diagnosis: code, path, words and repair."""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING, Any, NamedTuple

from journeycli.findings import Problem, Repair, RepairKind
from journeycli.model.keys import homes, known_keys, meant_key
from journeycli.model.scalars import Scalar
from journeycli.model.shapes import Element, Items, at, keys, title_of
from journeycli.parsing import words
from journeycli.parsing.standing_in import UNSAID
from journeycli.text import closest, listed, slug

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails

    from journeycli.model.formats import Kind
    from journeycli.model.keys import MeantKey
    from journeycli.parsing.words import Words
    from journeycli.source.document import Data
    from journeycli.source.span import Path

_SPOKEN = {
    "Journey map": "map",
    "Evidence": "piece of evidence",
    "Page link": "link",
    "Shared touchpoint": "touchpoint",
    "Own phase": "phase",
    "Next": "way out of the stage",
    "Address": "entry of `addresses`",
}
"""What people call an element, where that is not its title in the format."""


_MOST_HOMES = 3  # lists named for a key in a wrong place; one that stands everywhere tells little


class Diagnosis(NamedTuple):
    """What is wrong with a file by its schema: the rule's code, and where and why."""

    code: str
    problem: Problem


def report(details: ErrorDetails, kind: Kind, data: dict[str, Data], written: Path) -> Diagnosis:
    """Put one line of a validation error into words.

    Args:
        details: The line, as pydantic gives it.
        kind: The kind of the file.
        data: What was read.
        written: The line's path as the file has it.

    """
    path: Path = details["loc"]
    context = details.get("ctx", {})
    match details["type"]:
        case "extra_forbidden":
            return _unknown_key(kind, path, data, written)
        case "journey.sentence":
            return _sentence(context["text"], written)
        case "missing":
            return _missing(kind, path, data, written)
        case "journey.text" if details["input"] is None and _is_required(kind, path):
            return _missing(kind, path, data, written)
        case "journey.choice":
            return _choice(context, _named(kind, path, data), written)
        case error:
            said = _refused(error, context, details["input"], kind, path)
            return Diagnosis("J002", _with_repair(said, written))


def _refused(error: str, context: Any, value: object, kind: Kind, path: Path) -> Words:
    name = str(next(step for step in reversed(path) if isinstance(step, str)))
    here = words.Place(name, isinstance(path[-1], int), _scalar_name(kind, path))
    if error == "journey.list":
        return words.wrong_list(context, value, here)
    if error == "journey.traits":
        return words.wrong_traits(value, here)
    if error.startswith("journey."):
        return words.refusal(error, context, value, here)
    shape = at(kind, path)
    return words.wrong_mapping(
        value,
        here,
        _element(kind, path),
        known_keys(kind, (*path, "")),
        or_sentence=isinstance(shape, Element) and bool(shape.model.SENTENCE),
    )


def _scalar_name(kind: Kind, path: Path) -> str:
    """Say what the format calls a scalar: `text`, `channel`, `id of a stage`."""
    shape = at(kind, path)
    if isinstance(shape, Items) and shape.one:
        shape = shape.item
    return shape.name if isinstance(shape, Scalar) else "text"


def _with_repair(said: Words, written: Path) -> Problem:
    repair = None
    if said.suggestion is not None:
        title = f"Write `{said.suggestion}`"
        repair = Repair(RepairKind.REPLACE, written, said.suggestion, title)
    return Problem(written, said.message, said.help, repair=repair)


def _unknown_key(kind: Kind, path: Path, data: Data, written: Path) -> Diagnosis:
    name = str(path[-1])
    meant = meant_key(kind, path)
    repair = None
    if name == "none" and len(path) > 1 and isinstance(path[-2], int):
        key = next(step for step in reversed(path[:-1]) if isinstance(step, str))
        message = f"`none` stands in the list of `{key}`, and takes the place of the list."
        help_ = f"Write `{key}: {{none: why there is nothing}}`, without a hyphen."
    elif meant is None:
        message = f"The format has no key `{name}` here."
        help_ = _keys_here(kind, path)
    else:
        message = f"The format has no key `{name}` here; did you mean `{meant.key}`?"
        help_ = f"Write `{meant.key}`."
        if meant.layer is not None:
            help_ = f"Write them under `{meant.key}`, each with `layer: {meant.layer}`."
        elif _stands(meant, kind, path, data):
            help_ = f"`{meant.key}` stands here already: join the two."
        else:
            title = f"Rename `{name}` to `{meant.key}`"
            repair = Repair(RepairKind.RENAME, written, meant.key, title)
    return Diagnosis("J003", Problem(written, message, help_, repair=repair, on_key=True))


def _keys_here(kind: Kind, path: Path) -> str:
    known = known_keys(kind, path)
    own = "a key of your own begins with `x-`"
    if closest(str(path[-1]), ("x-",)) is not None:
        return "A key of your own begins with `x-` and goes on with a word."
    if known == ("none",):
        return f"Beside `none` and its reason nothing stands here; {own}."
    return f"{_belongs(kind, path) or f'Keys here are {words.some(known)}'}; {own}."


def _belongs(kind: Kind, path: Path) -> str | None:
    """Say where a key belongs that stands in a wrong place; None where that says little."""
    key = str(path[-1])
    if key in known_keys(kind, ("",)):
        return f"`{key}` belongs at the top of the file"
    places = homes(kind, key)
    if not 0 < len(places) <= _MOST_HOMES:
        return None
    return f"`{key}` belongs below {listed([f'`{each}`' for each in places], 'or')}"


def _stands(meant: MeantKey, kind: Kind, path: Path, data: Data) -> bool:
    """Tell whether the key that was meant, or another for it, is there: a rename makes it twice."""
    mapping = _at(data, path[:-1])
    if not isinstance(mapping, dict):
        return False
    known = known_keys(kind, path)
    earlier = takewhile(lambda key: key != path[-1], mapping)
    others = (meant_key(kind, (*path[:-1], key)) for key in earlier if key not in known)
    return meant.key in mapping or any(other and other.key == meant.key for other in others)


def _sentence(text: str, written: Path) -> Diagnosis:
    return Diagnosis(
        "J002",
        Problem(
            written,
            f"The colon splits {words.shown(text)} into a key and a value; it is read as one "
            "sentence.",
            "Put the sentence in quotes.",
            repair=Repair(RepairKind.QUOTE, written, "", "Put the sentence in quotes"),
            whole=True,
        ),
    )


def _missing(kind: Kind, path: Path, data: Data, written: Path) -> Diagnosis:
    key = str(path[-1])
    shape = at(kind, path)
    name = _name(_at(data, path[:-1]))
    closed = shape.vocabulary if isinstance(shape, Scalar) else None
    said = words.missing(
        key,
        _named(kind, path[:-1], data),
        described=_description(kind, path),
        allowed=tuple(closed.words) if closed else (),
        suggestion=slug(name) if key == "id" and name else None,
    )
    return Diagnosis("J005", Problem(written, said.message, said.help))


def _choice(context: Any, element: str, written: Path) -> Diagnosis:
    names = [f"`{key}`" for key in context["keys"]]
    if context["present"]:
        message = f"{element} has both {' and '.join(names)}; it takes one of them."
        return Diagnosis("J002", Problem(written, message, "Delete the one that is not meant."))
    message = f"{element} has neither {' nor '.join(names)}."
    return Diagnosis("J005", Problem(written, message, f"Add {' or '.join(names)}."))


def _is_required(kind: Kind, path: Path) -> bool:
    shape = at(kind, path[:-1])
    if not isinstance(shape, Element):
        return False
    return any(key.name == path[-1] and key.required for key in keys(shape.model))


def _description(kind: Kind, path: Path) -> str:
    shape = at(kind, path[:-1])
    found = keys(shape.model) if isinstance(shape, Element) else ()
    return next((key.description for key in found if key.name == path[-1]), "")


def _element(kind: Kind, path: Path) -> str:
    """Say what kind of element stands at a path: `stage`, `piece of evidence`."""
    shape = at(kind, path)
    title = title_of(shape.model) if isinstance(shape, Element) else "element"
    return _SPOKEN.get(title, title.lower())


def _named(kind: Kind, path: Path, data: Data) -> str:
    """Name the element at a path for people: `This stage “Compare offers”`."""
    name = _name(_at(data, path))
    shown = f" {words.shown(name)}" if name and path else ""
    return f"This {_element(kind, path)}{shown}"


def _name(element: Data) -> str | None:
    if not isinstance(element, dict):
        return None
    named = (element.get(key) for key in ("name", "text", "title", "feeling", "id"))
    return next((each for each in named if isinstance(each, str) and each != UNSAID), None)


def _at(data: Data, path: Path) -> Data:
    node: Any = data
    for step in path:
        node = node[step]
    found: Data = node
    return found

"""From a line of a validation error to a diagnosis: code, path, words and repair."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from journeycli.findings import Problem, Repair, RepairKind
from journeycli.model.keys import known_keys, meant_key
from journeycli.parsing import words
from journeycli.text import closest

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pydantic_core import ErrorDetails

    from journeycli.model.formats import Kind
    from journeycli.parsing.words import Words
    from journeycli.source.document import Data
    from journeycli.source.span import Path

_SINGULAR = {
    "stages": "stage",
    "personas": "persona",
    "touchpoints": "touchpoint",
    "barriers": "barrier",
    "opportunities": "opportunity",
    "removals": "removal",
    "emotions": "emotion",
    "metrics": "metric",
    "handoffs": "handoff",
    "evidence": "piece of evidence",
    "paths": "path",
    "resources": "resource",
    "images": "image",
    "quotes": "quote",
    "needs": "need",
}
_KIND = {"journey-map": "map", "persona": "persona", "catalog": "catalog"}


class Diagnosis(NamedTuple):
    """What is wrong with a file by its schema: the rule's code, and where and why."""

    code: str
    problem: Problem


def report(
    details: ErrorDetails, kind: Kind, data: dict[str, Data], written: Path
) -> Iterator[Diagnosis]:
    """Put one line of a validation error into words.

    Args:
        details: The line, as pydantic gives it.
        kind: The kind of the file.
        data: What was read.
        written: The line's path as the file has it.

    """
    error = details["type"]
    path: Path = details["loc"]
    context = details.get("ctx", {})
    value = details["input"]
    key = str(next((step for step in reversed(path) if isinstance(step, str)), ""))
    if error == "extra_forbidden":
        yield _unknown_key(kind, path, written)
    elif error == "journey.sentence":
        yield _sentence(context["text"], written)
    elif error == "missing":
        said = words.missing(str(path[-1]), _element(kind, path[:-1], data))
        yield Diagnosis("J005", Problem(written, said.message, said.help))
    elif error == "journey.choice":
        yield _choice(context, _element(kind, path, data), written)
    else:
        said = _refused(error, context, value, key, known_keys(kind, (*path, "")))
        repair = None
        if said.suggestion is not None:
            title = f"Write `{said.suggestion}`"
            repair = Repair(RepairKind.REPLACE, written, said.suggestion, title)
        yield Diagnosis("J002", Problem(written, said.message, said.help, repair=repair))


def _refused(error: str, context: Any, value: object, key: str, keys: tuple[str, ...]) -> Words:
    if error == "journey.list":
        return words.wrong_list(value, key, none_allowed=context["none_allowed"])
    if error == "journey.traits":
        return words.wrong_mapping(value, key, ())
    if error.startswith("journey."):
        return words.refusal(error, context, value, key)
    return words.wrong_mapping(value, key, keys)


def _unknown_key(kind: Kind, path: Path, written: Path) -> Diagnosis:
    name = str(path[-1])
    known = known_keys(kind, path)
    meant = meant_key(kind, path)
    repair = None
    if meant is not None and meant.layer is not None:
        message = f"The format has no key `{name}` here; did you mean `company_actions`?"
        help_ = f"Write them under `company_actions`, each with `layer: {meant.layer}`."
    elif meant is not None:
        message = f"The format has no key `{name}` here; did you mean `{meant.key}`?"
        help_ = f"Write `{meant.key}`."
        title = f"Rename `{name}` to `{meant.key}`"
        repair = Repair(RepairKind.RENAME, written, meant.key, title)
    else:
        message = f"The format has no key `{name}` here."
        help_ = f"Keys here are {words.some(known)}; a key of your own begins with `x-`."
        if closest(name, ("x-",)) is not None:
            help_ = "A key of your own begins with `x-` and goes on with a word."
    return Diagnosis("J003", Problem(written, message, help_, repair=repair, on_key=True))


def _sentence(text: str, written: Path) -> Diagnosis:
    return Diagnosis(
        "J002",
        Problem(
            written,
            f"The colon makes {words.shown(text)} a key with a value; it is read as the sentence.",
            "Put the sentence in quotes.",
            repair=Repair(RepairKind.QUOTE, written, "", "Put the sentence in quotes"),
            whole=True,
        ),
    )


def _choice(context: Any, element: str, written: Path) -> Diagnosis:
    keys = [f"`{key}`" for key in context["keys"]]
    if context["present"]:
        message = f"{element} has both {' and '.join(keys)}; it takes one of them."
        return Diagnosis("J002", Problem(written, message, "Delete the one that is not meant."))
    message = f"{element} has neither {' nor '.join(keys)}."
    return Diagnosis("J005", Problem(written, message, f"Add {' or '.join(keys)}."))


def _element(kind: Kind, path: Path, data: Data) -> str:
    """Name the element at a path for people: “The stage “Compare offers””."""
    if not path:
        return f"This {_KIND[kind]}"
    node: Any = data
    for step in path:
        node = node[step]
    key = str(next(step for step in reversed(path) if isinstance(step, str)))
    word = _SINGULAR.get(key, f"element of `{key}`") if isinstance(path[-1], int) else f"`{key}`"
    name = None
    if isinstance(node, dict):
        name = next((node[k] for k in ("name", "text", "title", "id") if k in node), None)
    shown = f" {words.shown(name)}" if isinstance(name, str) else ""
    return f"{'This' if isinstance(path[-1], int) else ''} {word}{shown}".strip()

"""Where in a document, in plain words: `stages[compare].emotions[0]` is its first emotion."""

from __future__ import annotations

import re

from journeycli import inert

_STEP = re.compile(r"(?P<key>[^.\[\]]+)(?P<elements>(?:\[[^\[\]]*\])*)(?:\.|\Z)")
_IRREGULAR = {"addresses": "address", "log": "log entry", "next": "way on"}


def in_words(at: str, separator: str) -> str:
    """Say a document path as people do: the element's kind and id, or its number from 1.

    What does not look like a path, because a key holds dots or brackets, is given as it is.
    """
    steps: list[str] = []
    end = 0
    while end < len(at):
        match = _STEP.match(at, end)
        if match is None:
            return inert.name(at)
        steps += _words(match["key"], match["elements"])
        end = match.end()
    return inert.name(separator.join(steps))


def element(at: str) -> str:
    """Give the first element of a document path: `stages[compare]` of `stages[compare].values`."""
    match = _STEP.match(at)
    return at if match is None else at[: match.end()].rstrip(".")


def below(at: str, above: str) -> str:
    """Give what remains of a document path below an element; empty at the element itself."""
    return at[len(above) :].lstrip(".") if at.startswith(above) else at


def _words(key: str, elements: str) -> list[str]:
    plain = key.replace("_", " ")
    if not elements:
        return [plain]
    first, *others = (_number(each) for each in elements[1:-1].split("]["))
    return [f"{_singular(plain)} {first}", *others]


def _number(element_name: str) -> str:
    return str(int(element_name) + 1) if element_name.isdecimal() else element_name


def _singular(words: str) -> str:
    if words in _IRREGULAR:
        return _IRREGULAR[words]
    if words.endswith("ies"):
        return f"{words[:-3]}y"
    return words[:-1] if words.endswith("s") and not words.endswith("ss") else words

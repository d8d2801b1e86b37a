"""Maps that can be read and yet nobody would write: parts of good ones, crossed and poisoned.

Bytes that are changed at random seldom reach what comes behind the reading; these mostly do.
"""

from __future__ import annotations

from contextlib import suppress
from copy import deepcopy
from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple

import yaml
from hostile.payloads import PAYLOADS

if TYPE_CHECKING:
    from random import Random

_JOURNEYS = 0.8  # of what is made; the rest is made of any file
_POISON = tuple(text.replace("\0", "") for text in PAYLOADS.values())
_NUMBERS = (-2, -1, 0, 1, 2, 3, -2.5, 0.1, 12, 100, 1e9, -1, 10**30)
_TEXTS = (
    "",
    " ",
    "a",
    "x" * 400,
    "one two three " * 40,
    "表" * 90,
    "👩‍👩‍👧",
    "\u200b",
    "a: b",
    "- a",
)


class Part(NamedTuple):
    """A value with the key or list that it stands in."""

    holder: Any
    step: str | int
    key: str


def grown(random: Random, raws: tuple[bytes, ...]) -> bytes:
    """Give one of the maps with one to eight parts changed, written in some style of YAML."""
    journeys = [each for each in _trees(raws) if "stages" in each]
    tree = deepcopy(random.choice(journeys if random.random() < _JOURNEYS else _trees(raws)))
    for _ in range(random.choice((1, 1, 2, 2, 3, 8))):
        parts = list(_parts(tree))
        if parts:
            _change(random, random.choice(parts), raws)
    text: str = yaml.dump(
        tree,
        Dumper=yaml.CSafeDumper,
        sort_keys=random.random() < 0.2,
        allow_unicode=random.random() < 0.8,
        default_flow_style=random.choice((False, False, None, True)),
        width=random.choice((40, 80, 10_000)),
    )
    return text.encode("utf-8", "surrogatepass")


def _change(random: Random, part: Part, raws: tuple[bytes, ...]) -> None:
    holder, step, key = part
    value = holder[step]
    match random.randrange(7):
        case 0:
            del holder[step]
        case 1 if isinstance(holder, list):
            holder[len(holder) :] = [deepcopy(value)] * random.choice((1, 2, 30))
        case 2 if isinstance(value, list):
            random.shuffle(value)
        case 3 if isinstance(value, int | float):
            holder[step] = random.choice(_NUMBERS)
        case 4 | 3 if isinstance(value, str):
            holder[step] = random.choice((*_TEXTS, *_POISON, f"{value} {random.choice(_POISON)}"))
        case 5:
            holder[step] = random.choice((None, [], {}, {"none": "nobody asked"}, True, *_NUMBERS))
        case _:
            holder[step] = deepcopy(random.choice(_by_key(raws).get(key) or [value]))


def _parts(node: Any, key: str = "") -> list[Part]:
    found: list[Part] = []
    steps = [*node.items()] if isinstance(node, dict) else [*enumerate(node)]
    for step, value in steps:
        name = step if isinstance(step, str) else f"{key}[]"
        found.append(Part(node, step, name))
        if isinstance(value, dict | list):
            found += _parts(value, name)
    return found


@cache
def _trees(raws: tuple[bytes, ...]) -> list[Any]:
    found = []
    for raw in raws:
        with suppress(yaml.YAMLError):  # one of them is there to be mended
            found.append(yaml.load(raw, yaml.CSafeLoader))
    return found


@cache
def _by_key(raws: tuple[bytes, ...]) -> dict[str, list[Any]]:
    """Give all values of the maps by the key that they stand under; items by their list's."""
    found: dict[str, list[Any]] = {}
    for tree in _trees(raws):
        for holder, step, key in _parts(tree):
            found.setdefault(key, []).append(holder[step])
    return found

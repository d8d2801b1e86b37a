"""Makes the hostile workspaces: files that use every key, with a payload in every text field."""

from __future__ import annotations

import copy
from itertools import cycle
from typing import TYPE_CHECKING, Any

import yaml
from model.sample_files import CATALOG, GROWN, PERSONA, WALK
from pydantic import ValidationError

from journeycli.model.reading import read
from journeycli.text import Quoted

from .payloads import ALL, PAYLOADS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from journeycli.model.formats import Kind

Place = tuple[str | int, ...]

SAMPLES: dict[Kind, str] = {
    "journey-map": GROWN,
    "persona": PERSONA,
    "catalog": CATALOG,
    "walk": WALK,
}
NAMES: dict[Kind, str] = {
    "journey-map": "map.journey.yaml",
    "persona": "one.persona.yaml",
    "catalog": "words.catalog.yaml",
    "walk": "one.walk.yaml",
}
VARIANTS = ("all", "turns", "ids")


def text_places(kind: Kind) -> list[Place]:
    """List the places of a sample where the format takes any text at all."""
    data = _loaded(kind)
    return [place for place in _strings(data, ()) if _takes_any(kind, data, place)]


def hostile_files(variant: str) -> dict[str, str]:
    """Give the files of a workspace by their names.

    Args:
        variant: `all` for all payloads in every text; `turns` for one of them in each, at its very
            beginning; `ids` for one in each id as well, the same wherever the id is named.

    """
    turns = cycle(PAYLOADS.values())
    payloads: dict[str, Callable[[str], str]] = {
        "all": lambda _: ALL,
        "turns": lambda _: next(turns),
        "ids": lambda text: [*PAYLOADS.values()][sum(text.encode()) % len(PAYLOADS)],
    }
    kept = set() if variant == "ids" else _ids()
    files = {"journey.toml": 'today = "2026-11-30"\n'}
    for kind, name in NAMES.items():
        data = _loaded(kind)
        for place in text_places(kind):
            text = _at(data, place)
            if text not in kept and place != ("id",):
                _put(data, place, Quoted(payloads[variant](text)))
        files[name] = "\n".join(_written(data, 0)) + "\n"
    return files


def _ids() -> set[str]:
    """Give every id of the samples, and every name that stands for one."""
    return {
        _at(data, place)
        for data in map(_loaded, SAMPLES)
        for place in _strings(data, ())
        if place[-1] in {"id", "department", "ref"}
    }


def _loaded(kind: Kind) -> dict[str, Any]:
    loaded = yaml.load(SAMPLES[kind], yaml.BaseLoader)  # noqa: S506 - builds texts, lists and mappings only
    assert isinstance(loaded, dict)
    return loaded


def _takes_any(kind: Kind, data: dict[str, Any], place: Place) -> bool:
    changed = copy.deepcopy(data)
    _put(changed, place, Quoted(f"{ALL} = any text"))
    for key in [key for key in changed if key.startswith(("x-", "$"))]:
        del changed[key]
    try:
        read(kind, changed)
    except ValidationError:
        return False
    return True


def _strings(node: Any, place: Place) -> Iterator[Place]:
    if isinstance(node, dict):
        for key, below in node.items():
            yield from _strings(below, (*place, key))
    elif isinstance(node, list):
        for index, below in enumerate(node):
            yield from _strings(below, (*place, index))
    elif isinstance(node, str):
        yield place


def _at(data: Any, place: Place) -> str:
    for key in place:
        data = data[key]
    assert isinstance(data, str)
    return data


def _put(data: Any, place: Place, text: str) -> None:
    for key in place[:-1]:
        data = data[key]
    data[place[-1]] = text


def _written(node: Any, column: int) -> list[str]:
    """Write block style: payloads in double quotes, everything else as the sample has it."""
    signs = (
        [(f"{key}:", below) for key, below in node.items()]
        if isinstance(node, dict)
        else [("-", below) for below in node]
    )
    lines = []
    for sign, below in signs:
        if isinstance(below, str):
            lines.append(f"{' ' * column}{sign} {_scalar(below)}")
        else:
            lines += [f"{' ' * column}{sign}", *_written(below, column + 2)]
    return lines


def _scalar(text: str) -> str:
    if not isinstance(text, Quoted) and not any(sign in text for sign in "\"':#"):
        return text
    return '"' + "".join(map(_escaped, text)) + '"'


def _escaped(letter: str) -> str:
    if letter in '"\\':
        return "\\" + letter
    return letter if letter.isascii() and letter.isprintable() else f"\\U{ord(letter):08x}"

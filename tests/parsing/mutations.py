"""Valid files, and what goes wrong in files, as Hypothesis strategies."""

from __future__ import annotations

import json
from copy import deepcopy
from functools import cache
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules
from typing import TYPE_CHECKING, Any

from hypothesis import strategies as st

from journeycli.model import __path__ as model_path
from journeycli.source.document import read_document

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hypothesis.strategies import DrawFn

EXAMPLES = Path(__file__).parents[2] / "examples"

WRONG: list[Any] = [
    "", " ", "yes", "none", "hgih", "4", "-3", "0.3", "40%", "1e999", ".nan", "30.09.2026",
    "2026-02-31", "Opens four tabs", "javascript:alert(1)", "../up.png", "First Bill", "x" * 300,
    None, [], {}, [[]], [None], [{}], ["a", ["b"]], {"none": None}, {"none": ""}, {"none": "why"},
    {"text": "a"}, {"What now": "the fee"}, {"What now": None}, {"id": "a", "name": []}, {"x-a": 1},
    [{"text": {}}], {"a": {"b": {"c": []}}},
]  # fmt: skip
"""Values of all kinds, most of them wrong wherever they stand."""

KEYS = [
    "pain_points", "actions", "frontstage", "Stages", "colour", "x-own", "$schema", "none", "text",
    "name", "id", "score", "barriers", "ref", "end", "", "0", "loc", "What now",
]  # fmt: skip


def _valid_files() -> list[dict[str, Any]]:
    """Give the smallest example of each kind, the map twice: it has the most to break."""
    patterns = ("maps/*.journey.yaml", "maps/*.journey.yaml", "*/*.persona.yaml", "*.catalog.yaml")
    paths = (min(EXAMPLES.glob(each), key=lambda path: path.stat().st_size) for each in patterns)
    read = (read_document(path.read_bytes()).data for path in paths)
    return [data for data in read if isinstance(data, dict)]


FILES = _valid_files()


def _places(node: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    steps: Any = node.items() if isinstance(node, dict) else enumerate(node)
    for step, value in steps:
        yield (*path, step)
        if isinstance(value, (dict, list)):
            yield from _places(value, (*path, step))


@st.composite
def broken_files(draw: DrawFn) -> str:
    """Draw the text of a file, in JSON, which YAML reads, with up to four mistakes."""
    data = deepcopy(draw(st.sampled_from(FILES)))
    for _ in range(draw(st.integers(1, 4))):
        places = [path for path in _places(data) if path != ("format",)]
        *above, step = draw(st.sampled_from(places))
        parent: Any = data
        for each in above:
            parent = parent[each]
        match draw(st.sampled_from(("value", "key", "away", "rename"))):
            case "value":
                parent[step] = deepcopy(draw(st.sampled_from(WRONG)))
            case "away":
                del parent[step]
            case "rename" if isinstance(parent, dict):
                parent[draw(st.sampled_from(KEYS))] = parent.pop(step)
            case _ if isinstance(parent, dict):
                parent[draw(st.sampled_from(KEYS))] = deepcopy(draw(st.sampled_from(WRONG)))
            case _:
                parent.insert(step, deepcopy(draw(st.sampled_from(WRONG))))
    return _written(data)


def _written(node: Any) -> str:
    """Write data as YAML in flow style: scalars plain where they can be, as people type them."""
    if isinstance(node, dict):
        return "{" + ", ".join(f"{json.dumps(k)}: {_written(v)}" for k, v in node.items()) + "}"
    if isinstance(node, list):
        return "[" + ", ".join(map(_written, node)) + "]"
    if node is None:
        return "null"
    text = str(node)
    plain = (
        text and text == text.strip() and all(each.isalnum() or each in ".-% /" for each in text)
    )
    return text if plain and text[0].isalnum() else json.dumps(text, ensure_ascii=False)


@cache
def model_names() -> frozenset[str]:
    """Give the class names of all models that are no ordinary words."""
    modules = (import_module(f"journeycli.model.{each.name}") for each in iter_modules(model_path))
    names = {name for module in modules for name in vars(module) if name[:1].isupper()}
    return frozenset(name for name in names if any(each.isupper() for each in name[1:]))

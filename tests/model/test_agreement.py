"""What the schema accepts the program accepts, and the other way round.

What a schema cannot see is left out: how a number is spelled (`0x10`, or `2026.0` for a year).
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic_core import ValidationError

from journeycli.model.reading import read
from journeycli.model.scalars import Scalar
from journeycli.model.schema import Draft, schema
from journeycli.model.shapes import ROOTS, ByName, Element, Items, Key, Shape, keys

from .core_schema import typed, validator
from .probes import PROBES
from .samples import FILES, data, without_own_keys
from .walk import all_models

if TYPE_CHECKING:
    from hypothesis.strategies import SearchStrategy

    from journeycli.model.base import Model
    from journeycli.model.formats import Kind

KEYS_AT_ONCE = 5
SMALLEST: dict[str, Any] = {
    **dict.fromkeys(("score", "share", "number", "count", "1 to 5"), "1"),
    "date": "2026",
    "true or false": "true",
    "link": "https://a.b",
}


def smallest(model: type[Model]) -> dict[str, Any]:
    """Give the smallest mapping that a model takes."""
    least = {key.name: _smallest(key.shape) for key in keys(model) if key.required}
    return least | dict.fromkeys(model.AT_LEAST_ONE[:1], "a")


def _smallest(shape: Shape) -> Any:
    match shape:
        case Element(model):
            return smallest(model)
        case Items(item):
            return [_smallest(item)]
        case ByName():
            return {}
        case Scalar(vocabulary=words) if words is not None:
            return next(iter(words.words))
        case Scalar(name=name):
            return SMALLEST.get(name, "a")


@cache
def validator_of(model: type[Model]) -> Any:
    """Make the validator of one mapping, wherever it stands in the format."""
    for kind, root in ROOTS.items():
        whole = schema(kind)
        if root is model:
            return validator(whole)
        found = _find(whole, Element(root), model, whole["$defs"])
        if found is not None:
            return validator({**found, "$defs": whole["$defs"]})
    raise AssertionError(model)


@cache
def file_validator(kind: Kind, draft: Draft) -> Any:
    """Make the validator of one kind of file."""
    return validator(schema(kind, draft), draft)


def _find(node: Any, shape: Shape, model: type[Model], definitions: Any) -> Any:
    """Follow the format and its schema down to a model."""
    if "$ref" in node:
        node = definitions[node["$ref"].rpartition("/")[2]]
    match shape:
        case Element(here) if here is model:
            return node
        case Element(here):
            below = ((node["properties"][key.name], key.shape) for key in keys(here))
        case Items(item):
            below = ((node["items"], each) for each in (item,))
        case ByName(value):
            below = ((node["additionalProperties"], each) for each in (value,))
        case _:
            return None
    found = (_find(part, each, model, definitions) for part, each in below)
    return next((each for each in found if each is not None), None)


def is_read(model: type[Model], node: Any) -> bool:
    """Tell whether the program reads a mapping, keys of the writer's own taken out."""
    try:
        model.model_validate(without_own_keys(node))
    except ValidationError:
        return False
    return True


CASES = [(model, key) for model in all_models() for key in keys(model)]


@pytest.mark.parametrize(
    ("model", "key"), CASES, ids=[f"{model.__name__}.{key.name}" for model, key in CASES]
)
def test_each_key_takes_what_its_schema_takes(model: type[Model], key: Key) -> None:
    """For every key of the format, schema and program agree on every probe."""
    least = smallest(model)
    assert is_read(model, least)
    disagreed = [
        (probe, type(probe).__name__)
        for probe in PROBES
        if validator_of(model).is_valid(typed({**least, key.name: probe}))
        != is_read(model, {**least, key.name: probe})
    ]
    assert disagreed == []


@pytest.mark.parametrize("model", all_models(), ids=lambda model: model.__name__)
def test_each_mapping_takes_the_keys_that_its_schema_takes(model: type[Model]) -> None:
    """Missing keys, unknown keys and keys of the writer's own are judged alike."""
    least = smallest(model)
    nodes = [
        {**least, "zebra": "a"},
        {**least, "zebra": None},
        {**least, "x-zebra": ["a"]},
        {},
        *({name: value for name, value in least.items() if name != left} for left in least),
    ]
    disagreed = [
        node for node in nodes if validator_of(model).is_valid(typed(node)) != is_read(model, node)
    ]
    assert disagreed == []


def nodes(shape: Shape, depth: int) -> SearchStrategy[Any]:
    """Draw what may stand somewhere, right most of the time."""
    probes = st.sampled_from(PROBES)
    match shape:
        case Element(model):
            good: SearchStrategy[Any] = mappings(model, depth)
        case Items(item) if depth > 0:
            good = st.lists(nodes(item, depth - 1), min_size=1, max_size=2)
        case ByName(value) if depth > 0:
            good = st.dictionaries(st.sampled_from(["legal", "home"]), nodes(value, depth - 1))
        case Scalar(vocabulary=words) if words is not None:
            good = st.sampled_from(list(words.words))
        case _:
            good = st.just(_smallest(shape))
    return st.sampled_from(range(99)).flatmap(lambda chance: probes if chance == 50 else good)


@cache
def mappings(model: type[Model], depth: int) -> SearchStrategy[dict[str, Any]]:
    """Draw a mapping with a few of its keys."""
    known = {key.name: nodes(key.shape, depth) for key in keys(model)}
    needed = dict.fromkeys(smallest(model))
    some = st.lists(st.sampled_from(list(known)), max_size=KEYS_AT_ONCE, unique=True)
    return some.flatmap(
        lambda names: st.fixed_dictionaries(
            {name: known[name] for name in {**needed, **dict.fromkeys(names)}}
        )
    )


@pytest.mark.parametrize("kind", list(ROOTS))
@given(drawn=st.data())
@settings(max_examples=60)
def test_whole_files_are_judged_alike(kind: Kind, drawn: st.DataObject) -> None:
    """Whatever stands together in a file, both drafts of its schema say what the program says."""
    node = drawn.draw(mappings(ROOTS[kind], 3))
    verdict = is_read(ROOTS[kind], node)
    assert file_validator(kind, "2020-12").is_valid(typed(node)) == verdict
    assert file_validator(kind, "draft-07").is_valid(typed(node)) == verdict


@pytest.mark.parametrize(("kind", "text"), FILES.items())
def test_the_samples_are_accepted(kind: Kind, text: str) -> None:
    """A file that uses every key is right by its schema, too."""
    assert file_validator(kind, "2020-12").is_valid(typed(data(text)))
    assert type(read(kind, data(text))).__name__.startswith(kind.title().replace("-", ""))

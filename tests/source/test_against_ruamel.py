"""The loader against another one: ruamel.yaml's pure parser of YAML 1.2."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from hypothesis import given, settings
from ruamel.yaml import YAML
from ruamel.yaml.nodes import MappingNode, ScalarNode, SequenceNode

from journeycli.source.document import Document, read_document
from journeycli.source.values import NULLS
from strategies import yaml_texts

from .reading import read, sliced

if TYPE_CHECKING:
    from collections.abc import Iterator

    from journeycli.source.span import Path
    from strategies import Value

_MANY = settings(max_examples=100)


def _composed(text: str) -> Value:
    return _data(YAML(typ="safe", pure=True).compose(text))


def _data(node: Any) -> Value:
    match node:
        case ScalarNode():
            return None if node.style is None and node.value in NULLS else str(node.value)
        case SequenceNode():
            return [_data(each) for each in node.value]
        case MappingNode():
            return {key.value: _data(value) for key, value in node.value}
    raise AssertionError(node)


def _scalars(data: Any, path: Path = ()) -> Iterator[tuple[Path, str]]:
    if isinstance(data, dict):
        for key, value in data.items():
            yield from _scalars(value, (*path, key))
    elif isinstance(data, list):
        for index, value in enumerate(data):
            yield from _scalars(value, (*path, index))
    elif data is not None:
        yield path, data


@_MANY
@given(yaml_texts())
def test_both_loaders_read_the_same(case: tuple[str, Value]) -> None:
    """Structure and texts are what the writer meant and what the other loader reads."""
    text, meant = case
    document = read(text)
    assert (document.data, document.faults) == (meant, ())
    assert _composed(text) == meant


@_MANY
@given(yaml_texts())
def test_spans_slice_back_to_their_scalars(case: tuple[str, Value]) -> None:
    """What stands at the span of a scalar reads as that scalar, and its key's span as its key."""
    text, meant = case
    document = read(text)
    for path, scalar in _scalars(meant):
        written = sliced(document, document.value_span(path))
        assert _alone(written) == scalar
        if isinstance(path[-1], str):
            assert _alone(sliced(document, document.key_span(path))) == path[-1]


@settings(max_examples=25)
@given(yaml_texts())
def test_a_carriage_return_changes_places_only(case: tuple[str, Value]) -> None:
    """With the line ends of Windows a text says the same."""
    text, meant = case
    assert read(text.replace("\n", "\r\n")).data == meant


@settings(max_examples=25)
@given(yaml_texts())
def test_every_key_is_listed_and_has_its_place(case: tuple[str, Value]) -> None:
    """Keys come in the order of the text, each with a span, also where the value is null."""
    text, meant = case
    document = read(text)
    for path, mapping in _mappings(meant):
        assert document.keys(path) == tuple(mapping)
        starts = [_start(document, (*path, key)) for key in mapping]
        assert starts == sorted(starts)


def _mappings(data: Any, path: Path = ()) -> Iterator[tuple[Path, dict[str, Any]]]:
    if isinstance(data, dict):
        yield path, data
        for key, value in data.items():
            yield from _mappings(value, (*path, key))
    elif isinstance(data, list):
        for index, value in enumerate(data):
            yield from _mappings(value, (*path, index))


def _start(document: Document, path: Path) -> int:
    span = document.key_span(path)
    assert span is not None
    return span.start


def _alone(scalar: str) -> Any:
    """Read a scalar by itself, as the value of a key and not as a list item."""
    data = read_document(f"key: {scalar}\n".encode()).data
    assert isinstance(data, dict)
    return data["key"]

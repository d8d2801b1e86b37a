"""Whatever a file holds, reading ends with a model or with lines that have a place."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic_core import ValidationError

from journeycli.model.keys import known_keys, meant_key
from journeycli.model.reading import faults, read
from journeycli.model.shapes import ROOTS, keys
from journeycli.text import Quoted

from .probes import PLAIN
from .walk import all_models

if TYPE_CHECKING:
    from journeycli.model.formats import Kind

KEYS = sorted(
    {key.name for model in all_models() for key in keys(model)} | {"none", "zebra", "txt"}
)
TEXTS = st.one_of(st.sampled_from(PLAIN), st.text(max_size=8))
SCALARS = st.one_of(st.none(), TEXTS, TEXTS.map(Quoted))
NODES: st.SearchStrategy[Any] = st.recursive(
    SCALARS,
    lambda below: st.one_of(
        st.lists(below, max_size=3),
        st.dictionaries(st.sampled_from(KEYS), below, max_size=5),
        st.dictionaries(st.text(max_size=6), below, max_size=2),
    ),
    max_leaves=25,
)


@pytest.mark.parametrize("kind", ROOTS)
@given(node=NODES)
@settings(max_examples=80)
def test_anything_is_read_or_refused(kind: Kind, node: Any) -> None:
    """No data makes reading fail otherwise, and every line is at a place of the file, once."""
    data = {"stages": [{"barriers": [node], "touchpoints": node, "lanes": node}], "id": node}
    if isinstance(node, dict):
        data |= node
    try:
        read(kind, data)
    except ValidationError as error:
        lines = faults(kind, error)
        assert lines
        places = [line["loc"] for line in lines]
        assert len(places) == len(set(places))
        for line in lines:
            assert _leads_somewhere(data, line["loc"])
            if line["type"] == "extra_forbidden":
                assert line["loc"][-1] not in known_keys(kind, line["loc"])
                meant = meant_key(kind, line["loc"])
                assert meant is None or meant.key in known_keys(kind, line["loc"])


def _leads_somewhere(node: Any, loc: tuple[int | str, ...]) -> bool:
    """Tell whether a place is in the data, apart from a key at its end that is not there."""
    for depth, step in enumerate(loc):
        present = step in node if isinstance(node, dict) else isinstance(step, int)
        if isinstance(node, str) or not present:
            return depth == len(loc) - 1
        node = node[step]
    return True

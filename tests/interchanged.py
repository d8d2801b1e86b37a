"""Imports as tests look at them: drafts as models, what the linter says of them, maps to export."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from hypothesis import strategies as st

from journeycli.findings import Severity
from journeycli.interchange.draft import Asked
from journeycli.model import JourneyMap
from journeycli.parsing import parse
from journeycli.source.document import read_document
from journeycli.testing import lint_texts

if TYPE_CHECKING:
    from collections.abc import Callable

    from journeycli.interchange.draft import Draft

    Read = Callable[[bytes, Asked], list[Draft]]

# Letters of several scripts, and every sign that some format gives a meaning.
_SIGNS = "abcXYZ äß字き😀019 -_.,:;!?#&*@%'\"/()[]{}<>|=~+$`\\^：，、•\u00a0"
_TRAPS = (
    "journey", "section one", "Title: x", "accTitle", "12:30", "3: 4: Me", "no", "null", "1. one",
    "# one", "- one", "| a | b |", "**bold**", "`code`", "<br>", "a -> 3", "#35;", "%% x", "---",
    "> quoted", "[x](y)", "_a_", "+ plus", "  spaced  out ", "&amp;", "![x](y)", "~~x~~", "===",
    "http://a.example/b", "Pain points:", "Actions: one", "a  \\", "*", "1)", "x:", ":x",
)  # fmt: skip

texts = (
    st.one_of(
        st.text(_SIGNS, min_size=1, max_size=12),
        st.sampled_from(_TRAPS),
        st.tuples(st.sampled_from(_TRAPS), st.text(_SIGNS, max_size=6)).map("".join),
    )
    .map(lambda text: " ".join(text.split()))
    .filter(bool)
)
"""Sentences on one line, with every trap of the formats."""

halves = st.integers(-4, 4).map(lambda half: half // 2 if half % 2 == 0 else half / 2)
"""Scores from −2 to 2 in halves, whole ones as whole numbers."""


def only(read: Read, text: str | bytes, asked: Asked | None = None) -> Draft:
    """Import a file that holds one map."""
    raw = text.encode() if isinstance(text, str) else text
    (draft,) = read(raw, asked or Asked())
    return draft


def model_of(draft: Draft) -> JourneyMap:
    """Give the map that a draft stands for."""
    return journey_of(draft.data)


def journey_of(data: dict[str, Any]) -> JourneyMap:
    """Give the map that data stands for."""
    journey = parse(read_document(json.dumps(data, ensure_ascii=False).encode())).model
    assert isinstance(journey, JourneyMap)
    return journey


def errors_of(draft: Draft) -> list[str]:
    """Give what the linter calls an error in a draft and the files beside it."""
    files = {"map.journey.yaml": json.dumps(draft.data, ensure_ascii=False)}
    files |= {name: json.dumps(data, ensure_ascii=False) for name, data in draft.beside.items()}
    return [
        f"{finding.code} {finding.message}"
        for finding in lint_texts(files).findings
        if finding.severity is Severity.ERROR
    ]


def remarks_of(draft: Draft) -> list[tuple[str, str]]:
    """Give kind and place of every remark."""
    return [(remark.kind.value, remark.place) for remark in draft.remarks]

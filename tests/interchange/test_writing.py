from __future__ import annotations

from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from journeycli.interchange.writing import to_yaml
from journeycli.source.document import read_document

_TEXTS = st.one_of(
    st.text(min_size=1, max_size=30),
    st.text("ab :#-'\"\n\t,[]{}*&!|>%@`=.~?", min_size=1, max_size=12),
    st.lists(st.text("abcä字", min_size=1, max_size=9), min_size=10, max_size=40).map(" ".join),
    st.sampled_from(["no", "~", "null", "12:30", "- a", "a: b", "a #b", " a", "a ", "---", "..."]),
)
_SCALARS = st.one_of(_TEXTS, st.integers(-5, 100), st.booleans(), st.sampled_from([0.5, -1.5]))
_VALUES = st.recursive(
    _SCALARS,
    lambda inner: st.one_of(
        st.lists(inner, max_size=3), st.dictionaries(_TEXTS, inner, min_size=1, max_size=3)
    ),
    max_leaves=8,
)


@given(st.dictionaries(_TEXTS, _VALUES, min_size=1, max_size=4))
@settings(max_examples=80)
def test_whatever_is_written_reads_back(data: dict[str, Any]) -> None:
    """Whatever texts, figures, lists and mappings are written, the text reads as the same data."""
    document = read_document(to_yaml(data).encode())
    assert [fault.code for fault in document.faults] == []
    assert document.data == _texts(data)


def test_a_map_reads_as_people_write_it() -> None:
    """Prose stands in block style, ids and figures on one line, keys in the format's order."""
    data = {
        "title": "Switching: why?",
        "id": "switch",
        "format": "journey-map/1",
        "personas": ["maya"],
        "stages": [
            {
                "name": "Compare",
                "id": "compare",
                "touchpoints": [
                    {
                        "name": "Price page",
                        "channel": ["website", "app"],
                        "opinion": {"before": 1, "during": -0.5},
                    }
                ],
                "customer_actions": ["Opens four tabs", {"score": -1.0, "text": "Sees the fee"}],
                "values": {"none": "Nobody said"},
            },
            {"id": "order", "name": "Order"},
        ],
    }
    assert to_yaml(data, head=["Imported from switch.xlsx"]) == (
        "# Imported from switch.xlsx\n"
        "format: journey-map/1\n"
        "id: switch\n"
        'title: "Switching: why?"\n'
        "personas: [maya]\n"
        "\n"
        "stages:\n"
        "  - id: compare\n"
        "    name: Compare\n"
        "    customer_actions:\n"
        "      - Opens four tabs\n"
        "      - text: Sees the fee\n"
        "        score: -1\n"
        "    values:\n"
        "      none: Nobody said\n"
        "    touchpoints:\n"
        "      - name: Price page\n"
        "        channel: [website, app]\n"
        "        opinion: {before: 1, during: -0.5}\n"
        "\n"
        "  - id: order\n"
        "    name: Order\n"
    )


def test_long_prose_is_folded() -> None:
    """A text of several lines' length is folded, and reads as one line."""
    text = " ".join(["Waits for the engineer"] * 8)
    written = to_yaml({"format": "journey-map/1", "summary": text})
    assert written.startswith("format: journey-map/1\nsummary: >-\n  Waits for the engineer Waits")
    assert max(map(len, written.splitlines())) <= 100
    assert read_document(written.encode()).data == {"format": "journey-map/1", "summary": text}


def _texts(value: Any) -> Any:
    """Give data as the loader does: every scalar as its text."""
    if isinstance(value, dict):
        return {_text(key): _texts(each) for key, each in value.items()}
    if isinstance(value, list):
        return [_texts(each) for each in value]
    return _text(value)


def _text(value: Any) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    return "".join("\ufffd" if "\ud800" <= each <= "\udfff" else each for each in str(value))

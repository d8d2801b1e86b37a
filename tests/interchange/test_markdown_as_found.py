"""Markdown as teams and wikis write it: loose lists, tables with prose around them."""

from __future__ import annotations

import pytest

from interchanged import errors_of, only
from journeycli.interchange.draft import Asked
from journeycli.interchange.markdown import read


def test_stages_may_be_the_items_of_a_list() -> None:
    """A list below “Stages” whose items have lists is a stage an item."""
    draft = only(
        read,
        "# A visit\n\n## Stages\n1. Discover\n   - Actions: looks around\n   - Pains: noisy\n"
        "2. Buy\n   - Actions: pays\n   - Feelings: happy (+2)\n3. Leave\n",
    )
    assert errors_of(draft) == []
    assert draft.data["stages"] == [
        {
            "id": "discover",
            "name": "Discover",
            "customer_actions": ["looks around"],
            "barriers": ["noisy"],
        },
        {
            "id": "buy",
            "name": "Buy",
            "customer_actions": ["pays"],
            "emotions": [{"feeling": "happy", "score": 2}],
        },
        {"id": "leave", "name": "Leave"},
    ]


def test_what_stands_around_a_table_is_in_the_map_or_named() -> None:
    """No sentence, item, quotation or row outside the table goes without a word."""
    text = (
        "# Moving house\n\n**Persona:** Maria\n\nA note on top.\n\n## People\n\n"
        "| Age | 34 |\n|---|---|\n| Home | Kiel |\n\n"
        "## Map\n\nStage | Find | Order\n--- | --- | ---\nActions | looks | pays\n"
        "Pains | fee |\n\n## Metrics\n\n- [ ] ask finance\n\n> loud words\n"
    )
    draft = only(read, text)
    assert draft.data["title"] == "Moving house"
    assert draft.data["summary"] == "A note on top."
    assert [each["name"] for each in draft.data["personas"]] == ["Maria"]
    assert [each["name"] for each in draft.data["stages"]] == ["Find", "Order"]
    noted = "\n".join(remark.message for remark in draft.remarks)
    for lost in ("Age | 34", "Home | Kiel", "ask finance", "loud words", "Metrics"):
        assert lost in noted


def test_several_tables_say_what_is_left_out() -> None:
    """Where each table is a map, the prose around them is named as left out."""
    table = "| Stage | A | B |\n|---|---|---|\n| Actions | a | b |\n| Pains | c | d |\n"
    drafts = read(f"# X\n\nProse.\n\n{table}\n# Y\n\n{table}".encode(), Asked())
    assert [draft.data["title"] for draft in drafts] == ["X", "Y"]
    assert any("Only the tables" in remark.message for remark in drafts[0].remarks)


@pytest.mark.parametrize(
    ("line", "key", "expected"),
    [
        (
            "- **Touchpoints:** City portal, photo booth",
            "touchpoints",
            ["City portal", "photo booth"],
        ),
        ("- **Actions:** books; waits", "customer_actions", ["books", "waits"]),
        ("**Feelings:** relieved (4/5)", "emotions", [{"feeling": "relieved", "score": 1}]),
        ("**Actions:**\n- books\n- waits\n**Pains:**\n- fee", "barriers", ["fee"]),
    ],
)
def test_labels_say_the_same_wherever_they_stand(line: str, key: str, expected: object) -> None:
    """In a list, in a sentence or right below a list, a label heads what follows it."""
    draft = only(read, f"# T\n\n## 1. Do\n\n{line}\n\n## 2. End\n\n**Actions:** goes\n")
    assert draft.data["stages"][0][key] == expected

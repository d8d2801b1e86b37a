"""The reference of the format in Markdown."""

from __future__ import annotations

import re

from journeycli.model.reference import reference
from journeycli.model.shapes import keys, title_of

from .walk import all_models


def test_the_reference_has_every_key() -> None:
    """Every mapping has a section, and every key of it a row."""
    sections = {
        part.partition("\n")[0]: part for part in re.split(r"^#+ ", reference(), flags=re.MULTILINE)
    }
    missing = [
        (model.__name__, key.name)
        for model in all_models()
        for key in keys(model)
        if f"`{key.name}`" not in sections[title_of(model)]
    ]
    assert missing == []


def test_every_heading_stands_once() -> None:
    """So that its anchor is its own."""
    headings = re.findall(r"^#+ (.*)", reference(), flags=re.MULTILINE)
    assert len(headings) == len(set(headings))


def test_every_link_inside_leads_to_a_heading() -> None:
    """No reader is sent to a section that is not there."""
    anchors = {
        heading.lower().replace(" ", "-")
        for heading in re.findall(r"^#+ (.*)", reference(), flags=re.MULTILINE)
    }
    assert set(re.findall(r"\]\(#([^)]*)\)", reference())) - anchors == set()


def test_every_row_has_its_cells() -> None:
    """No sentence breaks a table."""
    rows = [line for line in reference().splitlines() if line.startswith("| ")]
    assert {len(re.split(r"(?<!\\)\|", row)) - 2 for row in rows} == {2, 3, 4}


def test_words_are_explained() -> None:
    """A word of a vocabulary stands with its meaning."""
    assert "| `backstage` | for this customer, out of sight |" in reference()
    assert "| `nps` | net promoter score, −100 to 100 |" in reference()


def test_keys_say_what_they_take() -> None:
    """Lists, answers, words, sections and short forms can be told apart."""
    text = reference()
    assert "| `inhibitors` | list or none: [statement](#statement) |" in text
    assert "| `channel` | [channel](#words-for-channel), or a list of them |" in text
    assert "| **`stages`** | list: [stage](#stage) |" in text
    assert "| **`format`** | `persona/1` |" in text
    assert "A sentence may stand for it: its `feeling`." in text
    assert "It needs `stage` or `end`, not both." in text

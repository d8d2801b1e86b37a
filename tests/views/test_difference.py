"""A difference as Markdown, as data and as a page."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import pytest

from journeycli.compare.difference import Difference
from journeycli.compare.files import compare_files
from journeycli.compare.versions import read_version
from journeycli.source.limits import Limits
from journeycli.views.difference.data import as_data, as_json
from journeycli.views.difference.markdown import LONGEST, markdown
from journeycli.views.difference.page import difference_page, map_svg
from journeycli.views.known import know
from journeycli.views.terminal.diff import diff_view, stat_view
from journeycli.views.terminal.look import Look
from journeycli.views.terminal.paint import painted
from journeycli.views.themes import theme

if TYPE_CHECKING:
    from collections.abc import Sequence

HOSTILE = (
    "<script>alert(1)</script>",
    "](javascript:alert(1))",
    "[red]bold[/red]",
    "\\u001b[31mred\\u0007",
    "`code` | cell **strong** ~~gone~~",
    "</details></summary>",
    "@someone #1 https://evil.example",
    "&lt;b&gt; & ]]>",
    "\\u202egnp.exe",
    "##vso[task] ::error::",
)
OLD = "format: journey-map/1\nid: m\ntitle: M\nstages:\n- {id: a, name: A, values: [Trust]}\n"
NEW = """\
format: journey-map/1
id: m
title: M
stages:
- id: a
  name: Alpha
  values: [Trust]
  barriers:
  - {text: "Forms | and `codes`", severity: high}
"""


def _difference(*pairs: tuple[str, str]) -> Difference:
    sides = [
        [
            read_version(f"maps/{number}.journey.yaml", text.encode(), Limits())
            for number, text in enumerate(texts)
        ]
        for texts in zip(*pairs, strict=True)
    ]
    return Difference("v1", "v2", compare_files(*sides))


def _map(texts: Sequence[str], id_: str = "m") -> str:
    head = {"format": "journey-map/1", "id": id_, "title": texts[0]}
    stage = {
        "id": "a",
        "name": texts[1],
        "values": list(texts),
        "barriers": [{"text": each, "removals": [{"text": each}]} for each in texts],
        "inhibitors": {"none": texts[2]},
    }
    return json.dumps({**head, "stages": [stage]}).replace("\\\\u", "\\u")


def test_a_comment_is_short_first_and_folds_its_details() -> None:
    """The Markdown of a small difference, as a whole."""
    assert (
        markdown(_difference((OLD, NEW)))
        == """\
### What changed in the journey maps

v1 → v2

1 file, 2 changes.

| File | Changes | Checklist | Findings |
| --- | --- | --- | --- |
| maps/0.journey.yaml | 1 added and 1 changed | 11% → 20% |  |

<details><summary>maps/0.journey.yaml: 2 changes</summary>

**Alpha**

- ✏️ is called **“Alpha”**, was ~~“A”~~
- ➕ barrier “Forms \\| and \\`codes\\`” added **(high)**

**Checklist**

- ▲ 11% → 20% (1 of 9 → 2 of 10)
- ▲ Barriers 0 of 1 → 1 of 1: answered in “Alpha”
- · Barrier removal 0 of 0 → 0 of 1

</details>
"""
    )


def test_nothing_different_is_a_short_comment() -> None:
    """A comment on a change that touches no map says so."""
    assert markdown(_difference((OLD, OLD))).endswith(
        "v1 → v2\n\nNothing that a map says is different.\n"
    )


def test_a_comment_is_never_longer_than_may_be() -> None:
    """However much changed, the comment stays below its limit, whole, and says what is missing."""
    texts = [f"number {'word ' * 40}{number}" for number in range(200)]
    pairs = [(OLD.replace("id: m", f"id: m-{n}"), _map(texts, f"m-{n}")) for n in range(8)]
    text = markdown(_difference(*pairs))
    assert len(text) < LONGEST
    assert text.count("<details>") == text.count("</details>") == 8
    assert re.search(r"[0-9,]+ more lines would not fit; `journey diff` prints all", text)


def test_hostile_text_has_no_effect_in_a_comment() -> None:
    """No tag, link, mention, table cell or fold of a map's own."""
    text = markdown(_difference((_map(["Plain", "A", "B"]), _map(HOSTILE))))
    assert text.count("<details>") == text.count("</details>") == 1
    for pattern in (
        r"(?<!\\)<script", r"(?<!\\)<b", r"(?<!\\)\]\(javascript", "\x1b", "\x07", "\u202e",
        r"(?<!\\)`code", r"(?<!\\)\| cell", "@someone", "https://evil", r"(?<![\\\w])#1",
    ):  # fmt: skip
        assert not re.search(pattern, text), pattern


def test_hostile_text_has_no_effect_on_a_page_or_in_a_picture() -> None:
    """A map's text stays text: no element, script, link or attribute comes from it."""
    difference = _difference((_map(["Plain", "A", "B"]), _map(HOSTILE)))
    page = difference_page(difference, know, theme("auto"))
    assert "<script" not in page
    assert not re.search(r'href="(?!https?://|mailto:|#)', page)
    svg = map_svg(difference.files[0], know, theme("auto"))
    assert svg is not None
    names = {each.tag.rpartition("}")[2] for each in ET.fromstring(svg).iter()}  # noqa: S314 - our own
    assert names.isdisjoint({"script", "foreignObject", "image", "b"})


@pytest.mark.parametrize("view", [diff_view, stat_view])
@pytest.mark.parametrize("look", [Look(60), Look(60, unicode=False, encoding="ascii")])
def test_hostile_text_has_no_effect_in_a_terminal(view: object, look: Look) -> None:
    """No control sequence, no markup of the library that draws."""
    assert callable(view)
    difference = _difference((_map(["Plain", "A", "B"]), _map(HOSTILE)))
    text = painted(view(difference, look), look)
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e]", text)
    assert view is stat_view or "[red]bold[/red]" in text


def test_data_is_ascii_and_has_its_version() -> None:
    """Programs read it whatever the encoding, and know what they read."""
    text = as_json(_difference((_map(["Plain", "A", "B"]), _map(HOSTILE))))
    assert text.isascii()
    assert json.loads(text)["version"] == 1


def test_a_change_as_data_names_its_place_and_its_values() -> None:
    """Kind, id, place, key and both values, typed."""
    old = OLD.replace("values: [Trust]", "barriers: [{id: fee, text: The fee, affects: .4}]")
    new = OLD.replace("values: [Trust]", "barriers: [{id: fee, text: The fee, affects: .5}]")
    (file,) = as_data(_difference((old, new)))["files"]
    assert file["changes"] == [
        {
            "action": "changed",
            "kind": "barrier",
            "id": "fee",
            "label": "The fee",
            "at": "stages[a].barriers[fee].affects",
            "in": [{"kind": "stage", "id": "a", "label": "A"}],
            "key": "affects",
            "before": 0.4,
            "after": 0.5,
            "answer_before": None,
            "answer_after": None,
            "old_id": None,
            "old_in": None,
            "behind": None,
            "message": "stage “A” › barrier “The fee”: affects 40% → 50%",
        }
    ]


def test_a_picture_has_both_curves_and_marks() -> None:
    """The same map twice is told apart by words in the legend."""
    old = OLD.replace("values: [Trust]", "customer_actions: [{text: Waits, score: -1}, Asks]")
    new = OLD.replace("values: [Trust]", "customer_actions: [{text: Waits, score: 1}, Goes on]")
    (file,) = _difference((old, new)).files
    svg = map_svg(file, know, theme("auto"))
    assert svg is not None
    for word in (">M<", ">Before<", ">new<", ">changed<", ">gone<"):
        assert word in svg

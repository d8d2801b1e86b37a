"""Stages that are called the same, in each format."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from interchanged import only
from journeycli.interchange import csv_in, markdown, mermaid

if TYPE_CHECKING:
    from interchanged import Read

_ACROSS = "Stage,Wait,Wait,Go,Wait\nActions,a,b,c,d\nPains,p,q,r,s\n"
_SIDE = "“Wait” stands above several columns side by side and is taken for one stage; "
_AGAIN = "“Wait” comes again below other stages and is taken for one stage; "
_HINT = "two stages want two names."


@pytest.mark.parametrize(
    ("read", "text", "stages", "said"),
    [
        (csv_in.read, _ACROSS, {"wait": "ab", "go": "c", "wait-2": "d"}, [f"{_SIDE}{_HINT}"]),
        (
            csv_in.read,
            "Stage,Action,Pain\nWait,a,p\nWait,b,\n,c,q\nGo,d,r\n",
            {"wait": "abc", "go": "d"},
            [],
        ),
        (
            csv_in.read,
            "Stage,Action,Pain\nWait,a,p\nGo,b,q\nWait,c,r\n",
            {"wait": "ac", "go": "b"},
            [f"{_AGAIN}{_HINT}"],
        ),
        (
            mermaid.read,
            "journey\n  section Wait\n    a\n  section Wait\n    b\n",
            {"wait": "a", "wait-2": "b"},
            [],
        ),
        (
            markdown.read,
            "# T\n\n## 1. Wait\n\n**Actions:** a\n\n## 2. Wait\n\n**Actions:** b\n",
            {"wait": "a", "wait-2": "b"},
            [],
        ),
        (
            markdown.read,
            "# T\n\n| Stage | Wait | Wait |\n|--|--|--|\n| Actions | a | b |\n| Pains | p | q |\n",
            {"wait": "ab"},
            [f"{_SIDE}{_HINT}"],
        ),
    ],
)
def test_equal_names(read: Read, text: str, stages: dict[str, str], said: list[str]) -> None:
    """Rows of a list go on with their stage; what could be two stages is one and is said to be."""
    draft = only(read, text)
    assert {
        stage["id"]: "".join(
            each if isinstance(each, str) else each["text"] for each in stage["customer_actions"]
        )
        for stage in draft.data["stages"]
    } == stages
    assert [each.message for each in draft.remarks if "one stage" in each.message] == said


@pytest.mark.parametrize("name", ["Go | now", "Find; then go", "a • b", "• c"])
def test_a_heading_is_a_name_and_no_list(name: str) -> None:
    """Signs that part statements part no name."""
    draft = only(markdown.read, f"# T\n\n## 1. {name}\n\n**Actions:** a\n\n## 2. B\n\nText\n")
    assert draft.data["stages"][0]["name"] == name


def test_a_lane_that_nobody_knows_names_no_stage() -> None:
    """Below a row that is called phase, a row with a label of its own is a lane."""
    table = "Phase,Plan,,Move\nWeather,sun,rain,snow\nRating,3,4,1\n"
    draft = only(csv_in.read, table)
    assert [each["name"] for each in draft.data["stages"]] == ["Plan", "Move"]
    assert draft.data["stages"][0]["lanes"] == {"weather": ["sun", "rain"]}

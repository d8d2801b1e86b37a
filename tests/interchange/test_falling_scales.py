"""Scales on which the lowest figure is the best, such as the marks of many schools."""

from __future__ import annotations

import pytest

from interchanged import only
from journeycli.errors import UserError
from journeycli.interchange import csv_in, mermaid
from journeycli.interchange.draft import Asked
from journeycli.interchange.scores import Scale, convert, scale_of

MARKS = "Stage,Action,Mark (1-6)\nBuy,Searches,1\nBuy,Asks,6\nUse,Cooks,7\n"


@pytest.mark.parametrize(("mark", "score"), [(1, 2), (2, 1), (3.5, 0), (6, -2), (9, -2), (0, 2)])
def test_a_mark_on_the_format_s_scale(mark: float, score: float) -> None:
    """The worst end lands on −2, the best on +2, and what lies outside on its nearer end."""
    assert convert(mark, Scale(6, 1)) == score


def test_the_user_says_that_the_lowest_is_the_best() -> None:
    """`--scale 6..1` turns a table round, and the remark about other marks says so."""
    draft = only(csv_in.read, MARKS)
    assert [each["score"] for each in draft.data["stages"][0]["customer_actions"]] == [-2, 2]
    assert any("where 1 is the best: `--scale 6..1`" in each.message for each in draft.remarks)
    turned = only(csv_in.read, MARKS, Asked(scale=scale_of("6..1")))
    assert [each["score"] for each in turned.data["stages"][0]["customer_actions"]] == [2, -2]
    assert [each.message for each in turned.remarks if "outside" in each.message] == [
        "The score 7 lies outside 6 to 1; moved to its end."
    ]


def test_diagrams_as_well() -> None:
    """A Mermaid journey takes the same scale."""
    asked = Asked(scale=scale_of("5..1"))
    draft = only(mermaid.read, "journey\n  section A\n    Waits: 5: Rosa\n", asked)
    assert draft.data["stages"][0]["customer_actions"] == [{"text": "Waits", "score": -2}]


def test_a_scale_of_one_figure_is_none() -> None:
    """Its ends have to differ."""
    with pytest.raises(UserError, match="this is no scale"):
        scale_of("3..3")

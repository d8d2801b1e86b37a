"""Which sign parts the cells of a CSV table."""

from __future__ import annotations

import pytest

from interchanged import only
from journeycli.interchange.csv_in import read, table

_MANY = "; ".join("abcdefghijklmnop")


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        pytest.param(
            f"Stage,Order\nActions,{_MANY}\n",
            (("Stage", "Order"), ("Actions", _MANY)),
            id="a cell of many semicolons",
        ),
        pytest.param(
            f'Stage,Order,Pay\nActions,"{_MANY}","{_MANY}"\nPains,x,"{_MANY}"\n',
            (("Stage", "Order", "Pay"), ("Actions", _MANY, _MANY), ("Pains", "x", _MANY)),
            id="the same between quotation marks",
        ),
        pytest.param(
            'Stage;Order\nActions;"a, b, c\nd, e, f"\nPains;late, slow, dear\n',
            (("Stage", "Order"), ("Actions", "a, b, c\nd, e, f"), ("Pains", "late, slow, dear")),
            id="commas in sentences, lines in a cell",
        ),
        pytest.param(
            "Score;1,5;2,5\nStage;a;b\nActions;x;y\n",
            (("Score", "1,5", "2,5"), ("Stage", "a", "b"), ("Actions", "x", "y")),
            id="figures with a comma",
        ),
        pytest.param(
            "Buying, as it is\n\nStage;Order\nActions;taps\n",
            (("Buying, as it is", ""), ("", ""), ("Stage", "Order"), ("Actions", "taps")),
            id="a title above",
        ),
        pytest.param(
            'Stage\tOrder\nActions\tsays "a;b;c;d", twice; thrice\n',
            (("Stage", "Order"), ("Actions", 'says "a;b;c;d", twice; thrice')),
            id="tabs, and quotation marks inside",
        ),
        pytest.param(
            "Stage|Order\nActions|a, b\n",
            (("Stage", "Order"), ("Actions", "a, b")),
            id="bars",
        ),
        pytest.param("Stage\nOrder\n", (("Stage",), ("Order",)), id="one column"),
        pytest.param(
            'Stage,"Order\nActions,a; b',
            (("Stage", "Order\nActions,a; b"),),
            id="a mark that is not closed",
        ),
    ],
)
def test_separators_are_told_by_even_rows(text: str, rows: tuple[tuple[str, ...], ...]) -> None:
    """What parts every row alike is the separator, whatever the sentences hold."""
    assert table(text).rows == rows


def test_a_quotation_mark_that_is_not_closed_is_said() -> None:
    """What it swallowed stands in one cell; the remark names the line on which it opens."""
    draft = only(read, 'Stage,Order,Pay\nActions,"taps, pays","waits\nPains,a,b\n')
    said = [each for each in draft.remarks if "quotation mark" in each.message]
    assert [each.place for each in said] == ["line 2"]
    closed = only(read, 'Stage,Order,Pay\nActions,"taps ""here""",12" screen\n')
    assert not [each for each in closed.remarks if "quotation mark" in each.message]

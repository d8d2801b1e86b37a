"""Document paths in plain words."""

from __future__ import annotations

import pytest

from journeycli.reporters.at import below, element, in_words


@pytest.mark.parametrize(
    ("at", "expected"),
    [
        ("", ""),
        ("titel", "titel"),
        ("stages[compare]", "stage compare"),
        (
            "stages[compare].touchpoints[price-page].opinion",
            "stage compare > touchpoint price-page > opinion",
        ),
        ("stages[0].emotions[2].score", "stage 1 > emotion 3 > score"),
        ("stages[a].customer_actions[sees-fee]", "stage a > customer action sees-fee"),
        ("stages[a].opportunities[0].for[1]", "stage a > opportunity 1 > for 2"),
        ("evidence[exit-survey].date", "evidence exit-survey > date"),
        ("stages[a].company_progression[0]", "stage a > company progression 1"),
        ("addresses[1].barrier", "address 2 > barrier"),
        ("review.log[0].date", "review > log entry 1 > date"),
        ("stages[a].next[0]", "stage a > way on 1"),
        ("a[0][1]", "a 1 > 2"),
        ("stages[人]", "stage 人"),
        ("a key[with", "a key[with"),
        ("a..b", "a..b"),
        ("\x1b[0m", "\\x1b[0m"),
    ],
)
def test_in_words(at: str, expected: str) -> None:
    """An element is named by its kind and id, or by its number from 1; odd keys stay as typed."""
    assert in_words(at, " > ") == expected


@pytest.mark.parametrize(
    ("at", "expected"),
    [
        ("stages[compare].values", ("stages[compare]", "values")),
        ("stages[2].barriers[late-fee].removals", ("stages[2]", "barriers[late-fee].removals")),
        ("stages[compare]", ("stages[compare]", "")),
        ("", ("", "")),
    ],
)
def test_an_element_and_what_is_below_it(at: str, expected: tuple[str, str]) -> None:
    """A stage's path splits into the stage and the rest."""
    assert (element(at), below(at, element(at))) == expected

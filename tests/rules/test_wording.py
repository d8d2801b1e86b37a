"""How scores are written, and when a sentence speaks of a touchpoint."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journeycli.rules.wording import points, speaks_of


@pytest.mark.parametrize(
    ("score", "written"),
    [(2, "+2"), (0.5, "+0.5"), (0, "0"), (-0.0, "0"), (-1, "−1"), (-1 / 3, "−0.33")],
)
def test_a_score_is_written_with_its_sign(score: float, written: str) -> None:
    """A reader sees at once on which side of zero a score lies; the minus is a minus sign."""
    assert points(score) == written


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The set-up fee is missing on the price page", "Price page"),
        ("Two price pages contradict each other", "The price page"),
        ("The engineers visit without notice", "The engineer's visit"),
        ("Nobody answers at 24/7", "24/7"),
        ("申込フォームで電話番号を二度聞かれる", "申込フォーム"),
        ("Die Statusseite zeigt nichts", "statusseite"),
    ],
)
def test_a_text_speaks_of_a_name(text: str, name: str) -> None:
    """Case, article, apostrophe and a plural's ending do not hide a name."""
    assert speaks_of(text, name)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The apple is sour", "App"),
        ("The price is on the last page", "Price page"),
        ("Nobody calls back", "112 call"),
        ("Anything", "…"),
        ("Anything", "The"),
    ],
)
def test_a_text_does_not_speak_of_what_only_looks_alike(text: str, name: str) -> None:
    """Part of a word, words apart from one another and a name without words do not count."""
    assert not speaks_of(text, name)


@given(st.text(max_size=20), st.text(alphabet="abc ßé価,-'", min_size=1, max_size=12))
def test_a_name_between_spaces_is_always_found(around: str, name: str) -> None:
    """Whatever stands before and after it, a name of letters that is written out is found."""
    if any(letter.isalpha() for letter in name.removeprefix("a ")):
        assert speaks_of(f"{around} | {name} | {around}", name)

"""Words as people read them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journeycli import text


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("hgih", "high"),
        ("High", "high"),
        ("hig", "high"),
        ("live chat", "live-chat"),
        ("web site", "website"),
        ("custmer_actions", "customer_actions"),
        ("crit", "critical"),
        ("zebra", None),
        ("", None),
        ("x" * 5000, None),
    ],
)
def test_closest_finds_what_was_meant(word: str, expected: str | None) -> None:
    """A misspelt word gets the candidate a person would name, and a strange one none."""
    candidates = ["low", "high", "critical", "live-chat", "website", "customer_actions"]
    assert text.closest(word, candidates) == expected


def test_closest_prefers_the_first_of_equals() -> None:
    """Two candidates at one distance are settled by their order, on every machine alike."""
    assert text.closest("cat", ["bat", "hat"]) == "bat"


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Price page", "price-page"),
        ("Mum's phone call!", "mums-phone-call"),
        ("  Über-Prüfung 2 ", "über-prüfung-2"),
        ("最初の 請求", "最初の-請求"),
        ("24/7 help line", "help-line"),
        ("…", ""),
        ("हिन्दी संदेश", "हिन्दी-संदेश"),
    ],
)
def test_slug_of_a_name(name: str, expected: str) -> None:
    """A name in any script becomes an id that people can still read."""
    assert text.slug(name) == expected


@given(st.text())
def test_slug_is_well_formed_or_empty(name: str) -> None:
    """What slug makes of any text is an id, or nothing."""
    made = text.slug(name)
    assert made == "" or text.is_slug(made) or not made[0].isalpha()


@pytest.mark.parametrize("bad", ["", "Order", "-order", "order-", "a--b", "2nd", "a b", "a_b"])
def test_what_is_no_slug(bad: str) -> None:
    """Capitals, spaces, leading digits and stray hyphens make no id."""
    assert not text.is_slug(bad)


@pytest.mark.parametrize(
    ("shown", "cells"), [("abc", 3), ("最初", 4), ("é", 1), ("👍", 2), ("a\tb", 6), ("", 0)]
)
def test_width_counts_terminal_cells(shown: str, cells: int) -> None:
    """Wide letters take two cells; a control character takes those of its escape."""
    assert text.width(shown) == cells


@given(st.text())
def test_visible_text_moves_no_cursor(any_text: str) -> None:
    """No control character, line separator or direction mark survives."""
    shown = text.visible(any_text)
    assert not any(c in shown for c in "\x1b\r\n\x07\x9b\u202e\u2066\u2028\x7f")
    assert shown.encode("utf-8").decode("utf-8") == shown


@given(st.text(), st.integers(min_value=1, max_value=40))
def test_shortened_text_fits(any_text: str, cells: int) -> None:
    """A shortened text fits its width and shows the cut."""
    short = text.shorten(any_text, cells)
    assert text.width(short) <= cells
    assert short == text.one_line(any_text) or short.endswith("…")


def test_lists_and_counts_read_like_sentences() -> None:
    """Counts agree with their noun and lists end with a conjunction."""
    assert text.counted(1, "stage") == "1 stage"
    assert text.counted(1200, "stage") == "1,200 stages"
    assert text.listed(["a", "b", "c"]) == "a, b and c"
    assert text.listed(["a"]) == "a"


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ("It works.", "“It works.”"),
        ("„Es geht.“", "„Es geht.“"),
        ("“It works.”", "“It works.”"),
        ('"It works."', '"It works."'),
        ("«Ça va.»", "«Ça va.»"),
        ("「大丈夫」", "「大丈夫」"),
    ],
)
def test_what_somebody_said_stands_in_quotation_marks_once(said: str, shown: str) -> None:
    """A writer's own marks, of any language, stay the only ones."""
    assert text.quoted(said) == shown

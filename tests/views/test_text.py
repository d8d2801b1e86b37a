from __future__ import annotations

import json
import runpy
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journeycli.views import fonts
from journeycli.views.isolates import without_isolates
from journeycli.views.letters import clusters
from journeycli.views.wording import numbered
from journeycli.views.wrap import Font, clean, set_text, wrap

BODY = Font(13, 18)


def test_the_table_of_widths_is_what_the_font_package_gives() -> None:
    """The committed table is what its script makes of the font today."""
    pytest.importorskip("fontpkg_inter")
    pytest.importorskip("fontTools")
    script = runpy.run_path(str(Path(__file__).with_name("generate_metrics.py")))
    committed = Path(fonts.__file__).with_name("inter.json").read_text("utf-8")
    assert json.loads(committed) == json.loads(script["text"](script["table"]()))


def test_widths_grow_with_size_and_weight() -> None:
    """A line is as wide as its letters, its size and its weight make it."""
    assert fonts.measure("iiii", 10) < fonts.measure("WWWW", 10)
    assert fonts.measure("journey", 20) == pytest.approx(2 * fonts.measure("journey", 10))
    assert fonts.measure("journey", 10) < fonts.measure("journey", 10, 700)


@pytest.mark.parametrize(
    ("text", "least"),
    [("你好", 2.0), ("🙂", 1.2), ("e\u0301", 0.5), ("مرحبا", 2.0), ("\u200d", 0.0)],
)
def test_letters_that_the_font_lacks_are_estimated(text: str, least: float) -> None:
    """Letters of other scripts have a width too, marks and joiners have none of their own."""
    assert fonts.measure(text, 1) >= least


def test_lines_break_at_spaces_and_never_lose_a_word() -> None:
    """Wrapped lines hold every word in its order."""
    text = "Reads that the price goes from €31 to €58 a month, and looks for the contract"
    lines = wrap(text, BODY, 120)
    assert " ".join(lines) == text
    assert len(lines) > 3


def test_a_long_word_is_broken_with_a_sign() -> None:
    """A word that is wider than its box goes on after a hyphen."""
    lines = wrap("Donaudampfschifffahrtsgesellschaftskapitän", BODY, 90)
    assert len(lines) > 2
    assert all(line.endswith("-") for line in lines[:-1])
    assert "".join(line.removesuffix("-") for line in lines).startswith("Donaudampfschiff")


def test_a_number_stands_before_the_word_that_it_counts() -> None:
    """A word that is broken begins beside its number, where two of its letters have room there."""
    font = Font(15, 20, 700)
    for text in (numbered(128, "Rindfleischetikettierung"), numbered(7, "\u05d0" * 40)):
        for room in (80.0, 110.0, 132.0, 150.0):
            first = without_isolates(wrap(text, font, room)[0])
            assert len(first) > len("128. ")
            assert font.measure(first) <= room
    assert wrap("128. Rindfleischetikettierung", font, 50)[0] == "128."


def test_dates_and_percentages_stay_whole() -> None:
    """A line does not break inside a date, nor between a number and its sign."""
    for room in (50.0, 60.0, 70.0, 80.0, 90.0):
        lines = wrap("planned 2027-03-31 for 18\u00a0% only", BODY, room + 30)
        assert any("2027-03-31" in line for line in lines)
        assert any("18\u00a0%" in line for line in lines)


def test_a_number_is_not_left_alone_before_a_word_that_is_broken() -> None:
    """`1.` and a bullet stand beside the first piece of a word that no line is wide enough for."""
    lines = wrap("1. Rechtsschutzversicherungsgesellschaft", BODY, 120)
    assert lines[0].startswith("1. Rechts")
    lines = wrap("many words before Rechtsschutzversicherungsgesellschaft", BODY, 130)
    assert lines[0] == "many words before"


def test_scripts_without_spaces_break_between_letters() -> None:
    """Chinese needs no spaces to be wrapped, and no line begins with its full stop."""
    lines = wrap("你好世界这是一个非常长的句子没有空格。对吧", BODY, 120)
    assert len(lines) > 1
    assert not any(line.startswith("。") for line in lines)


def test_what_readers_take_for_one_letter_stays_whole() -> None:
    """Emoji sequences, flags and accents are never cut."""
    assert list(clusters("👩‍👩‍👧🇩🇪👍🏽e\u0301x")) == ["👩‍👩‍👧", "🇩🇪", "👍🏽", "e\u0301", "x"]


def test_an_emoji_sequence_is_as_wide_as_one_emoji() -> None:
    """A family, a flag and a coloured heart are one picture each, whatever their code points."""
    one = BODY.measure("😀")
    assert {BODY.measure(each) for each in ("👩‍👩‍👧", "🇩🇪", "👍🏽", "❤️", "1️⃣", "🏳️‍🌈")} == {one}
    assert BODY.measure("a🇩🇪🇩🇪b") == pytest.approx(BODY.measure("ab") + 2 * one)


def test_only_a_flag_keeps_its_tags() -> None:
    """England's flag is spelled by invisible tags; tags elsewhere are hidden text, and go."""
    england = "🏴" + "".join(chr(0xE0000 + ord(letter)) for letter in "gbeng") + "\U000e007f"
    assert clean(f"a{england}b") == f"a{england}b"
    assert clean("a\U000e0067\U000e0062b") == "ab"


def test_control_characters_are_gone() -> None:
    """No control character, direction mark or lone surrogate reaches a picture."""
    assert clean("a\x1b[31m\u202eb\x00\ud800\u2028c\n\td") == "a[31mb\ufffd c d"


def test_flags_break_into_lines_as_other_emoji_do() -> None:
    """Between two of them, and without a sign as if they were one word."""
    lines = wrap("🇯🇵" * 30, BODY, 200)
    assert len(lines) > 1
    assert "".join(lines) == "🇯🇵" * 30


def test_right_to_left_text_stands_where_its_box_begins() -> None:
    """Arabic in another text's picture stays beside its bullet, and says which way it runs."""
    text = set_text("مرحبا بالعالم", BODY, 200)
    assert (text.rtl, text.anchor, text.x) == (True, "start", 0)


@given(st.text(max_size=120), st.floats(40, 400))
def test_no_line_is_wider_than_its_box(text: str, room: float) -> None:
    """Whatever the text, every line fits as measured, apart from one letter alone."""
    for line in wrap(text, BODY, room):
        assert BODY.measure(line) <= room + 0.01 or len(list(clusters(line.removesuffix("-")))) == 1

"""Which rules speak: codes, prefixes and names."""

from __future__ import annotations

import pytest

from journeycli.errors import UserError
from journeycli.lint.selection import can_be_silenced, check_selectors, selected
from journeycli.rules import ALL_RULES

ALL = {rule.code for rule in ALL_RULES}
ALWAYS = {code for code in ALL if not can_be_silenced(code)}


def spoken(*select: str, ignore: tuple[str, ...] = ()) -> set[str]:
    """Give what speaks beside what always does."""
    return set(selected(ALL_RULES, select, ignore) - ALWAYS)


def test_without_words_every_rule_speaks() -> None:
    """Nothing has to be switched on."""
    assert selected(ALL_RULES, (), ()) == ALL


def test_what_makes_a_file_unreadable_always_speaks() -> None:
    """A run that passes over a broken file would be a lie; so would an ignore nobody checks."""
    assert {code for code in ALWAYS if not code.startswith("J99")} == {
        code for code in ALL if code.startswith("J0") and code != "J010"
    }
    assert selected(ALL_RULES, ("J106",), ("J0", "J99", "J002")) >= ALWAYS
    assert can_be_silenced("J010")


@pytest.mark.parametrize("word", ["J106", "j106", "inhibitors-unanswered", "Inhibitors-Unanswered"])
def test_a_rule_by_its_code_or_name(word: str) -> None:
    """The case does not matter."""
    assert spoken(word) == {"J106"}


def test_a_prefix_stands_for_a_family() -> None:
    """J1 is the checklist, J10 its first nine."""
    assert spoken("J1") == {code for code in ALL if code.startswith("J1")}
    assert spoken("J10") == {code for code in ALL if code.startswith("J10")}


@pytest.mark.parametrize(
    ("select", "ignore", "speaks"),
    [
        (("J1",), ("J106",), False),
        (("J106",), ("J1",), True),
        (("J10",), ("J1",), True),
        (("J1",), ("J10",), False),
        (("J106",), ("J106",), False),
        (("J106",), ("inhibitors-unanswered",), False),
        ((), ("J1",), False),
        (("J2", "J106"), (), True),
    ],
)
def test_the_more_specific_word_wins(
    select: tuple[str, ...], ignore: tuple[str, ...], *, speaks: bool
) -> None:
    """A code outweighs a prefix, a longer prefix a shorter, and of two equals the refusal."""
    assert ("J106" in spoken(*select, ignore=ignore)) is speaks


def test_a_word_that_names_no_rule_is_refused() -> None:
    """The closest code or name is suggested."""
    check_selectors(("J1", "j106", "no-persona", "J"), ALL_RULES, "--select")
    with pytest.raises(UserError) as error:
        check_selectors(("J106", "no-personna"), ALL_RULES, "--select")
    assert error.value.message == "--select no-personna: no rule has this code or name."
    assert error.value.hint == "Did you mean no-persona?"
    with pytest.raises(UserError) as error:
        check_selectors(("weather",), ALL_RULES, "--ignore")
    assert error.value.hint == "`journey rules` lists them all."

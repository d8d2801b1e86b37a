"""The catalogue as a whole: order, names, documentation, and examples that hold."""

from __future__ import annotations

import re

import pytest

from journeycli.rules import ALL_RULES
from journeycli.rules.base import ReadingRule, Rule
from journeycli.rules.document import documentation, example_files
from journeycli.testing import lint_texts

WITHOUT_EXAMPLE = {"J007", "J008", "J011"}
"""What no YAML on a page can show: too long, not text, or not there."""


def ids(rule: type[Rule]) -> str:
    return rule.code


def test_codes_are_unique_and_in_order() -> None:
    """The registry is written in code order, and nothing stands in it twice."""
    codes = [rule.code for rule in ALL_RULES]
    assert codes == sorted(set(codes))
    names = [rule.name for rule in ALL_RULES]
    assert len(names) == len(set(names))


@pytest.mark.parametrize("rule", ALL_RULES, ids=ids)
def test_a_rule_is_documented(rule: type[Rule]) -> None:
    """A rule says what it finds and why, in sentences, and has a code and a kebab-case name."""
    page = documentation(rule)
    assert re.fullmatch(r"J\d{3}", rule.code)
    assert re.fullmatch(r"[a-z]+(-[a-z]+)*", rule.name)
    assert page.headline.endswith(".")
    assert page.what.endswith(".")
    assert page.why.endswith((".", "?"))
    assert not rule.summary.endswith(".")
    assert bool(page.bad) == bool(page.good) == (rule.code not in WITHOUT_EXAMPLE)


@pytest.mark.parametrize("rule", [r for r in ALL_RULES if r.code not in WITHOUT_EXAMPLE], ids=ids)
def test_the_examples_of_a_rule_hold(rule: type[Rule]) -> None:
    """The rule speaks about its bad example and is silent about its good one."""
    page = documentation(rule)
    bad = {each.code for each in lint_texts(example_files(page.bad)).findings}
    good = {each.code for each in lint_texts(example_files(page.good)).findings}
    assert rule.code in bad
    assert rule.code not in good


@pytest.mark.parametrize("rule", ALL_RULES, ids=ids)
def test_the_good_example_can_be_read(rule: type[Rule]) -> None:
    """A good example has no mistake of another kind that keeps it from being read."""
    page = documentation(rule)
    if page.good:
        found = lint_texts(example_files(page.good), select=["J0"]).findings
        assert [each.message for each in found] == []
    else:
        assert page.example


def test_every_rule_can_be_called() -> None:
    """Each rule but those of reading brings a check."""
    for rule in ALL_RULES:
        assert issubclass(rule, ReadingRule) or callable(getattr(rule, "check", None)), rule.code

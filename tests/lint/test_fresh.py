"""What is new: lines that changed, and findings that there were fewer of."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journeycli.lint.baseline import View
from journeycli.lint.fresh import Fresh, Past, changed_lines
from journeycli.lint.run import Run
from journeycli.testing import lint_texts

MAP = "a.journey.yaml"
TEXT = """\
format: journey-map/1
id: a
title: A
stages:
  - id: one
    name: One
    barriers:
      - {text: Something, severity: hi}
      - {text: Other, severity: hi}
"""
LINES = st.lists(st.sampled_from(("a", "b", "  a", "c: d", "")), max_size=12)


@given(LINES)
def test_the_same_text_has_no_changed_line(lines: list[str]) -> None:
    """Nor has one with other line breaks or indents."""
    text = "\n".join(lines)
    assert changed_lines(text, text) == frozenset()
    assert changed_lines(text, "\r\n".join(f"  {line}" for line in lines)) == frozenset()


@given(st.permutations(["a: 1", "b: 2", "c: 3", "d: 4"]))
def test_a_line_that_moved_is_the_same_line(lines: list[str]) -> None:
    """A new order of keys changes none of them."""
    assert changed_lines("a: 1\nb: 2\nc: 3\nd: 4", "\n".join(lines)) == frozenset()


@given(LINES, LINES)
def test_what_was_not_there_has_changed(lines: list[str], others: list[str]) -> None:
    """A line of a kind that there was none of is among the changed ones; a blank one never is."""
    changed = changed_lines("\n".join(lines), "\n".join(others))
    stripped = {line.strip() for line in lines}
    for number, line in enumerate(others, 1):
        if line.strip() not in stripped | {""}:
            assert number in changed
        if not line.strip():
            assert number not in changed


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("", "a\nb", {1, 2}),
        ("a\nb", "", set()),
        ("a\nb\nc", "a\nx\nc", {2}),
        ("a\nb", "a\na\nb", {2}),
        ("a\rb", "a\rb\rc", {3}),
    ],
)
def test_lines_that_came(before: str, after: str, expected: set[int]) -> None:
    """They are counted from 1, whatever breaks them."""
    assert changed_lines(before, after) == expected


def _run(text: str) -> Run:
    view = View(frozenset(), frozenset(), frozenset(), whole=True)
    return Run(lint_texts({MAP: text}), {}, view)


def _new(before: str | None, after: str) -> list[tuple[str, int]]:
    past = Past(None, lambda _: None) if before is None else Past(_run(before), {MAP: before}.get)
    report = Fresh(past, {MAP: after}.get, [MAP], "since then")(_run(after))
    return [(each.code, each.place.start.line) for each in report.findings]


def test_without_a_past_everything_is_new() -> None:
    """The first commit of a workspace is judged as a whole."""
    run = _run(TEXT)
    assert _new(None, TEXT) == [(each.code, each.place.start.line) for each in run.report.findings]
    assert _new(TEXT, TEXT) == []


def test_of_several_alike_as_many_are_new_as_there_are_more() -> None:
    """Elements without an id are told apart by what they say, wherever they move to."""
    more = TEXT + "      - {text: Third, severity: hi}\n"
    swapped = TEXT.replace("Something", "?").replace("Other", "Something").replace("?", "Other")
    assert ("J002", 10) in _new(TEXT, more)
    assert {line for _, line in _new(TEXT, more)} == {10}
    assert _new(TEXT, swapped) == []

"""Fixes: what they mend stays mended, and nothing else changes."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from journeycli.findings import Problem, Repair, RepairKind, Severity
from journeycli.rules import ALL_RULES
from journeycli.rules.base import DocumentRule, FixSafety, MapRule, Rule
from journeycli.rules.document import documentation, example_files
from journeycli.testing import lint_texts
from rule_cases import CASES, read_case

from .bench import HEAD, NAME, after, fixed, stage
from .mistakes import Mistaken, around, mistaken_files

if TYPE_CHECKING:
    from collections.abc import Iterator

    from journeycli.findings import Report
    from journeycli.model import JourneyMap
    from journeycli.rules.context import MapContext
    from journeycli.source.document import Document

FIXING = [rule for rule in ALL_RULES if rule.fix is not FixSafety.NONE]


def errors(report: Report) -> Counter[str]:
    return Counter(each.code for each in report.findings if each.severity is Severity.ERROR)


def lines(raw: bytes) -> list[str]:
    return re.split("\r\n|\r|\n", raw.decode("utf-8-sig"))


@given(mistaken_files(), st.booleans())
@settings(max_examples=60)
def test_fixes_converge_and_do_no_harm(mistaken: Mistaken, unsafe: bool) -> None:  # noqa: FBT001 - drawn
    """What can be fixed is fixed at once, no error is new, and all other lines stay in order."""
    files = {**around(mistaken.name), mistaken.name: mistaken.raw}
    before = lint_texts(files)
    outcome = fixed(files, unsafe=unsafe)
    raw = next((each.after for each in outcome.files), mistaken.raw)
    if "J006" not in errors(before):  # while its format is unknown, a file hides its errors
        assert not errors(outcome.run.report) - errors(before)
    left = [each for each in outcome.run.report.findings if each.fix and (each.fix.safe or unsafe)]
    assert len(left) == outcome.refused
    assert {each.code for each in left} <= {"J801"}  # something unread may declare the name
    again = fixed({**files, mistaken.name: raw}, unsafe=unsafe)
    assert again.files == ()
    changed = iter(lines(raw))
    for line in mistaken.kept:
        assert not line.strip() or line in changed


@given(mistaken_files())
@settings(max_examples=25)
def test_a_file_stays_saved_as_it_was(mistaken: Mistaken) -> None:
    """The byte order mark, the line breaks and the end of the file stay."""
    outcome = fixed({**around(mistaken.name), mistaken.name: mistaken.raw}, unsafe=True)
    for each in outcome.files:
        old, new = each.before, each.after
        assert new.startswith(b"\xef\xbb\xbf") == old.startswith(b"\xef\xbb\xbf")
        assert new.endswith((b"\r", b"\n")) == old.endswith((b"\r", b"\n"))
        breaks = (set(re.findall(rb"\r\n|\r|\n", raw)) for raw in (old, new))
        assert len(set(map(frozenset, breaks))) == 1


@pytest.mark.parametrize("rule", FIXING, ids=lambda rule: rule.code)
def test_every_rule_that_promises_a_fix_has_one_that_works(rule: type[Rule]) -> None:
    """The fixes of a rule's examples and cases take its findings away, and none is left out."""
    example = example_files(documentation(rule).bad)
    samples = [{name: text.encode() for name, text in example.items()}]
    cases = (CASES / rule.code).glob("bad*")
    samples += [read_case(case) for case in cases if case.suffix != ".expected"]
    fixes = 0
    for files in samples:
        before = [each for each in lint_texts(files).findings if each.code == rule.code]
        outcome = fixed(files, unsafe=True)
        left = [each for each in outcome.run.report.findings if each.code == rule.code]
        fixes += len(before) - len(left)
        assert [each.message for each in left if each.fix] == []
        assert len(before) - len(left) >= sum(each.fix is not None for each in before)
    assert fixes > 0


@pytest.mark.parametrize(
    ("before", "expected"),
    [
        ("- Asks at the desk: nobody knows", '- "Asks at the desk: nobody knows"'),
        ("- *urgent* call", '- "*urgent* call"'),
        ('- "Yes" she said', "- '\"Yes\" she said'"),
        ("- Ticket #45 is lost", '- "Ticket #45 is lost"'),
        (
            "- Asks at the desk: nobody\n          knows the price",
            '- "Asks at the desk: nobody\n          knows the price"',
        ),
        ("- Ticket that\n          has #45 on it", '- "Ticket that\n          has #45 on it"'),
    ],
)
def test_a_sentence_is_quoted_as_it_was_typed(before: str, expected: str) -> None:
    """Quotes go around the sentence; its words and its line breaks stay."""
    assert after(stage("values:", f"  {before}")) == stage("values:", f"  {expected}")


def test_a_sentence_of_several_commas_is_put_together_at_once() -> None:
    """However many commas broke a sentence, it is one mistake with one fix."""
    said = "trigger: Reads it, sees the fee, and leaves"
    broken = stage("emotions:", f"  - {{feeling: wary, {said}, score: -1}}")
    found = [each.code for each in lint_texts({NAME: broken}).findings if each.code != "J906"]
    assert not {"J002", "J003"} & set(found)
    quoted = 'trigger: "Reads it, sees the fee, and leaves"'
    assert after(broken) == stage("emotions:", f"  - {{feeling: wary, {quoted}, score: -1}}")


@pytest.mark.parametrize(
    ("before", "expected"),
    [
        (["- Waits", "- waits."], ["- Waits"]),
        (["- Waits", "- Reads", "- Waits"], ["- Waits", "- Reads"]),
        (["- Waits", "- text: Waits", "  score: -1"], ["- Waits", "- text: Waits", "  score: -1"]),
        (["- Waits", "- Waits  # for an hour"], ["- Waits", "- Waits  # for an hour"]),
    ],
)
def test_a_repetition_is_deleted_only_where_nothing_is_lost(
    before: list[str], expected: list[str]
) -> None:
    """A statement that says more than the one before, or has a comment, is left to a person."""
    text, wanted = (
        stage("customer_actions:", *(f"  {each}" for each in some)) for some in (before, expected)
    )
    assert after(text, unsafe=True, select=["J902"]) == wanted
    assert after(text, select=["J902"]) == text


def test_a_repetition_in_brackets_goes_with_its_comma() -> None:
    """A list on one line stays a list."""
    before, expected = stage("values: [Time, Waits, Time]"), stage("values: [Time, Waits]")
    assert after(before, unsafe=True) == expected


@pytest.mark.parametrize(
    ("before", "expected"),
    [
        (["# journey: ignore[J306] -- why", "values: [Time]"], ["values: [Time]"]),
        (["values: [Time]  # journey: ignore[J306] -- why  "], ["values: [Time]"]),
        (["phase: research # journey: ignore[J306, J401] -- why"], ["phase: research"]),
        (
            ["values: # journey: ignore[J109, J306] -- why"],
            ["values: # journey: ignore[J109] -- why"],
        ),
        (
            ["values: # journey: ignore[J306,J109 , no-barrier] -- why"],
            ["values: # journey: ignore[J109 , no-barrier] -- why"],
        ),
        (
            ["values: # journey: ignore[values-unansered] -- why"],
            ["values: # journey: ignore[values-unanswered] -- why"],
        ),
    ],
)
def test_an_ignore_keeps_what_it_is_good_for(before: list[str], expected: list[str]) -> None:
    """A word that ignores nothing goes; with the last one the comment goes, and its line."""
    assert after(stage(*before)) == stage(*expected)


def test_the_last_line_goes_without_leaving_a_break() -> None:
    """A file that ended without a line break still does."""
    text = stage("values: [Time]", "# journey: ignore[J306] -- why").rstrip("\n")
    assert after(text) == stage("values: [Time]").rstrip("\n")


def test_a_safe_fix_goes_before_an_unsafe_one() -> None:
    """A text that a hash cut off looks like a repetition, and must not be deleted as one."""
    before = stage("values:", "  - Ticket", "  - Ticket #45 is lost")
    assert after(before, unsafe=True) == stage("values:", "  - Ticket", '  - "Ticket #45 is lost"')


def test_a_name_is_not_mended_while_something_unread_may_declare_it() -> None:
    """A misspelt key hides what stands below it; names are looked at again once it is mended."""
    needs = ("needs:", "  - text: A price", "    touchpoints: [price-page]")
    other = "  - id: order\n    name: Order\n    touchpoints: [{id: price-pages, name: Prices}]\n"
    before, expected = (
        stage(f"{key}:", "  - {id: price-page, name: Price page}", *needs) + other
        for key in ("touch points", "touchpoints")
    )
    found = [each for each in lint_texts({NAME: before}).findings if each.code == "J801"]
    assert [each.fix is not None for each in found] == [True]
    assert after(before) == expected


def test_no_fix_crosses_an_alias() -> None:
    """What an alias repeats is mended where it is written, if at all."""
    before, expected = (
        stage("values: &same", "  - Time", *repeated, "needs: *same")
        for repeated in (["  - Time"], [])
    )
    found = [each for each in lint_texts({NAME: before}).findings if each.code == "J902"]
    assert [each.fix is not None for each in found] == [True, False]
    assert after(before, unsafe=True) == expected


class _Harmful(MapRule):
    """A rule whose fix breaks what is right."""

    code = "X1"
    name = "x-harmful"
    summary = "a map"
    fix = FixSafety.SAFE

    def check(self, journey: JourneyMap, context: MapContext) -> Iterator[Problem]:
        """Ask for a word that does not exist."""
        del context
        if journey.summary:
            yield Problem(
                ("summary",),
                "no",
                repair=Repair(RepairKind.RENAME, ("summary",), "summry", "Break"),
            )


class _Idle(DocumentRule):
    """A rule whose fix does not help."""

    code = "X2"
    name = "x-idle"
    summary = "a map"
    fix = FixSafety.SAFE

    def check(self, document: Document) -> Iterator[Problem]:
        """Ask for another title, and for another one again."""
        title = document.value_span(("title",))
        if title is not None:
            old = document.text[title.start : title.end]
            yield Problem(
                ("title",), "no", repair=Repair(RepairKind.REPLACE, ("title",), f"{old}!", "Add")
            )


def test_a_fix_that_does_harm_is_left_out_and_the_others_are_not() -> None:
    """One bad fix among twenty costs nothing but itself, and is counted."""
    sentences = [f"  - Step {n}: done" for n in range(20)]
    text = HEAD.replace("stages:", "summary: All of it\nstages:")
    text += "    values:\n" + "".join(f"    {each}\n" for each in sentences)
    outcome = fixed({NAME: text.encode()}, rules=(*ALL_RULES, _Harmful, _Idle))
    assert (outcome.applied, outcome.refused) == (20, 2)
    changed = outcome.files[0].after.decode()
    assert changed.count('"Step ') == 20
    assert "summary: All of it\n" in changed
    assert "title: Switching broadband provider\n" in changed


def test_more_fixes_than_passes_in_one_place() -> None:
    """Fixes that stand in one another's way are applied one after the other."""
    words = ", ".join(f"J{code}" for code in range(301, 306))
    text = stage("values: [Time]", f"phase: resarch  # journey: ignore[{words}] -- why")
    assert after(text) == stage("values: [Time]", "phase: research")


def test_what_is_unsafe_is_counted() -> None:
    """Who fixes safely is told how much more there is."""
    text = stage("values:", "  - Time", "  - Time", "needs:", "  - Asks: nobody knows")
    outcome = fixed({NAME: text.encode()})
    assert (outcome.applied, outcome.refused, outcome.unsafe) == (1, 0, 1)


def test_only_what_is_selected_is_fixed() -> None:
    """A rule that is not asked to speak does not change files either."""
    text = stage("values:", "  - Ticket #45 is lost")
    assert after(text, select=["J1"]) == text
    assert after(text, select=["J905"]) != text


def test_a_suppressed_finding_is_not_fixed() -> None:
    """What somebody ignores on purpose stays as it is."""
    text = stage("values:", "  # journey: ignore[J905] -- a remark", "  - Ticket #45 is lost")
    assert after(text) == text

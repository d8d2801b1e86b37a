"""Ignore comments: what they cover, until when, and what is said of them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from journeycli.testing import lint_texts

from .bench import HEAD, NAME
from .mistakes import FILES, around

if TYPE_CHECKING:
    from pathlib import Path

    from journeycli.findings import Finding, Report

STAGES = """\
stages:
  - id: compare
    name: Compare offers
    barriers:
      - The fee shows late
      - text: Nobody calls back
        why: The queue is short
  - id: order
    name: Order
    barriers:
    - The form is lost
    - Nobody reads it
"""
TOP = "format: journey-map/1\nid: switch\ntitle: Switching\n"
BARRIERS = {8: "fee", 9: "calls", 14: "form", 15: "reads"}
"""The lines of J501's findings in a map that begins with `TOP`, and words of theirs."""


def run(text: str, *select: str, today: str = "2026-11-30") -> Report:
    return lint_texts({NAME: text}, select=select or ["J501"], today=today)


def with_comment(line: str, after: str = "") -> str:
    """Write the map with a line put in, behind the line that has some words in it."""
    lines = (TOP + STAGES).splitlines()
    place = next(n for n, each in enumerate(lines, 1) if after in each)
    return "\n".join([*lines[:place], line, *lines[place:]]) + "\n"


def at_end_of(words: str, comment: str) -> str:
    """Write the map with a comment at the end of a line."""
    lines = (TOP + STAGES).splitlines()
    return "\n".join(f"{each}  {comment}" if words in each else each for each in lines) + "\n"


def covered(report: Report) -> list[str]:
    """Give the words of J501's findings that are suppressed."""
    return [
        word
        for each in report.suppressed
        if each.code == "J501"
        for word in BARRIERS.values()
        if word in each.message
    ]


def said(report: Report) -> list[tuple[str, str]]:
    """Give what is said of the ignores themselves."""
    return [(each.code, each.message) for each in report.findings if each.code.startswith("J99")]


def test_at_the_end_of_a_line_it_covers_what_starts_there() -> None:
    """The line above and the line below keep speaking."""
    report = run(at_end_of("fee shows", "# journey: ignore[J501] -- weighed in May"))
    assert (covered(report), said(report)) == (["fee"], [])


@pytest.mark.parametrize(
    ("line", "after", "words"),
    [
        ("  # journey: ignore[J501] -- why", "stages:", ["fee", "calls"]),
        ("    # journey: ignore[J501] -- why", "name: Compare", ["fee", "calls"]),
        ("    # journey: ignore[J501] -- why", "name: Order", ["form", "reads"]),
        ("      # journey: ignore[J501] -- why", "fee shows", ["calls"]),
        ("# journey: ignore[J501] -- why", "title:", ["fee", "calls", "form", "reads"]),
        ("# journey: ignore[J501] -- why", "queue", ["form", "reads"]),
        ("            # journey: ignore[J501] -- why", "The form", ["reads"]),
    ],
)
def test_on_its_own_line_it_covers_the_next_element(
    line: str, after: str, words: list[str]
) -> None:
    """All that belongs to the next key or list item, whatever the comment's own indent."""
    report = run(with_comment(line, after))
    assert (covered(report), said(report)) == (words, [])


@pytest.mark.parametrize(
    "between",
    [
        "\n\n",
        "\n    # another remark\n\n",
        "\n    # journey: ignore[J902] -- said twice on purpose\n",
        "\n   \t\n",
    ],
)
def test_blank_lines_and_other_comments_do_not_break_it(between: str) -> None:
    """It reaches the next key or item, however far below."""
    comment = "    # journey: ignore[J501] -- why" + between.rstrip("\n")
    assert covered(run(with_comment(comment, "name: Compare"))) == ["fee", "calls"]


def test_blank_lines_inside_an_element_do_not_end_it() -> None:
    """Nor do comments at another indent."""
    text = with_comment("\n# a remark\n", "fee shows")
    assert covered(run(text.replace("stages:", "# journey: ignore[J501] -- why\nstages:"))) == [
        "fee",
        "calls",
        "form",
        "reads",
    ]


def test_it_may_stand_above_the_sign_that_a_document_begins() -> None:
    """`---` is no element."""
    text = "# journey: ignore[J203] -- why\n---\nobjective:\n" + TOP + STAGES
    assert said(run(text, "J203", "J990")) == []


@pytest.mark.parametrize(
    ("comment", "words"),
    [("# journey: ignore[J901] -- why", ["TBD"]), ("", [])],
)
def test_in_flow_style_it_covers_the_line(comment: str, words: list[str]) -> None:
    """An element in braces has no lines of its own to reach over."""
    text = HEAD + f"    values: [\n      {comment}\n      TBD,\n      TBC,\n    ]\n"
    report = run(text, "J901")
    assert [re.findall("“(.*)”", each.message)[0] for each in report.suppressed] == words
    assert [re.findall("“(.*)”", each.message)[0] for each in report.findings] == [
        each for each in ["TBD", "TBC"] if each not in words
    ]


def test_at_the_end_of_a_line_in_flow_style_it_covers_that_line() -> None:
    """As it does elsewhere."""
    text = HEAD + "    values: [\n      TBD,  # journey: ignore[J901] -- why\n      TBC,\n    ]\n"
    report = run(text, "J901")
    assert [each.place.start.line for each in report.suppressed] == [8]
    assert [each.place.start.line for each in report.findings] == [9]


@pytest.mark.parametrize(
    "text",
    [
        "# journey: ignore-file[J501] -- why\n" + TOP + STAGES,
        TOP + "# journey: ignore-file[J501] -- why\n" + STAGES,
        TOP.replace("title", "personas: [maya]\ntitle")
        + "# journey: ignore-file[J501] -- why\n"
        + STAGES,
        TOP + "summary: |\n  - no list\n# journey: ignore-file[J501] -- why\n" + STAGES,
        TOP.replace("map/1", "map/1  # journey: ignore-file[J501] -- why") + STAGES,
    ],
)
def test_a_file_is_covered_from_its_top(text: str) -> None:
    """It stands before the first list that is written with dashes."""
    report = run(text)
    assert (covered(report), said(report)) == ([*BARRIERS.values()], [])


def test_below_the_first_list_a_file_is_not_covered() -> None:
    """A reader must find at the top what is not checked."""
    report = run(with_comment("# journey: ignore-file[J501] -- why", "queue"))
    assert covered(report) == []
    assert said(report) == [("J993", "An `ignore-file` stands before the first list of the file.")]


@pytest.mark.parametrize("dash", ["--", "–", "—", "-- --", "--  "])
def test_the_reason_stands_behind_a_dash(dash: str) -> None:
    """Two hyphens, or what a word processor makes of them."""
    report = run(at_end_of("fee shows", f"# journey: ignore[J501] {dash} weighed in May"))
    assert [each.suppressed.reason for each in report.suppressed if each.suppressed] == [
        "-- weighed in May" if dash == "-- --" else "weighed in May"
    ]


@pytest.mark.parametrize(
    "words", ["J501", "j501", "no-severity", "No-Severity", "J50", "J5", "J", "J901, J501", "J5 J9"]
)
def test_rules_go_by_code_prefix_and_name(words: str) -> None:
    """In any case, with commas or blanks between them."""
    report = run(at_end_of("fee shows", f"#journey: ignore[{words}] -- weighed in May"))
    assert covered(report) == ["fee"]


@pytest.mark.parametrize(
    ("until", "last", "next_day"),
    [
        ("2026-12-24", "2026-12-24", "2026-12-25"),
        ("2027-02", "2027-02-28", "2027-03-01"),
        ("2027", "2027-12-31", "2028-01-01"),
    ],
)
def test_it_ends_after_its_date(until: str, last: str, next_day: str) -> None:
    """On the last day it holds; from the next day on the finding is back, and the end is told."""
    text = at_end_of("fee shows", f"# journey: ignore[J501] until {until} -- weighed then")
    held = run(text, today=last)
    assert (covered(held), said(held)) == (["fee"], [])
    assert held.suppressed[0].suppressed is not None
    assert held.suppressed[0].suppressed.until == last
    over = run(text, today=next_day)
    assert (covered(over), said(over)) == (
        [],
        [("J991", f"This ignore ended on {last} (weighed then).")],
    )


@pytest.mark.parametrize("date", ["20270331", "2027-W13-3", "2027-13", "31.03.2027", "soon"])
def test_a_date_has_one_form(date: str) -> None:
    """What a reader could take for another day is refused."""
    report = run(at_end_of("fee shows", f"# journey: ignore[J501] until {date} -- why"))
    assert (covered(report), said(report)) == ([], [("J993", f"“{date}” is not a date.")])


@pytest.mark.parametrize("word", ["J002", "J99", "J990", "invalid-value"])
def test_what_makes_a_file_unreadable_cannot_be_ignored(word: str) -> None:
    """Nor can what is said of ignores themselves."""
    text = TOP + f"# journey: ignore-file[{word}] -- why\nstate: curent\n" + STAGES
    report = run(text, "J0")
    assert [each.code for each in report.findings] == ["J993", "J002"]
    assert report.suppressed == ()


def test_a_malformed_id_can() -> None:
    """It is the one rule on the file itself that is a matter of taste."""
    text = TOP.replace("switch", "Switch") + STAGES
    report = run(text.replace("id: Switch", "id: Switch  # journey: ignore[J0] -- old"), "J0")
    assert (len(report.findings), [each.code for each in report.suppressed]) == (0, ["J010"])


def test_an_unused_one_is_told_word_by_word() -> None:
    """The words that are of use stay."""
    report = run(at_end_of("fee shows", "# journey: ignore[J501, J901] -- why"), "J")
    found = [each for each in report.findings if each.code == "J990"]
    assert [(each.message, each.fix.edits[0].text) for each in found if each.fix] == [
        ("Nothing here is ignored by J901.", "")
    ]


def test_an_unused_one_says_where_the_rule_speaks() -> None:
    """Most are off by a line."""
    (found,) = [
        each
        for each in run(at_end_of("id: order", "# journey: ignore[J101] -- why"), "J101").findings
        if each.code == "J990"
    ]
    assert found.help is not None
    assert found.help.startswith("J101 speaks on line 6: write this at its end, or above what")


@pytest.mark.parametrize(
    ("text", "select"),
    [
        (TOP + "# journey: ignore-file[J4] -- why\n" + STAGES, ("J5",)),
        (TOP + "# journey: ignore-file[J4, J5] -- why\n" + STAGES, ("J5", "J401")),
        (TOP + "# journey: ignore-file[J901] -- why\nstate: curent\n" + STAGES, ("J9",)),
    ],
)
def test_one_is_unused_only_where_its_rule_ran(text: str, select: tuple[str, ...]) -> None:
    """Neither a rule that was not asked for nor a file with errors says that nothing is there."""
    assert "J990" not in {code for code, _ in said(run(text, *select))}


def test_a_rule_that_holds_back_says_nothing_of_its_ignores() -> None:
    """While a file cannot be read, nobody knows whether a name leads nowhere."""
    text = TOP + "personas: [maya] # journey: ignore[J801] -- her file comes later\n" + STAGES
    files = {NAME: text, "maya.persona.yaml": "{{{"}
    assert said(lint_texts(files, select=["J801"])) == []
    files["maya.persona.yaml"] = "format: persona/1\nid: maya\nname: Maya\n"
    assert said(lint_texts(files, select=["J801"])) == [
        ("J990", "Nothing here is ignored by J801.")
    ]


def test_a_finding_that_another_silences_uses_its_ignore() -> None:
    """The ignore would be needed again as soon as the other finding is mended."""
    text = HEAD.replace("  - id", "  # journey: ignore[J110] -- in May\n  - id")
    pain = "    emotions:\n      - {feeling: furious, score: -2, cause: company, trigger: Fee}\n"
    report = run(text + pain, "J110", "J403")
    assert [each.code for each in report.findings] == ["J403"]


def lines_of(findings: tuple[Finding, ...], code: str) -> set[int]:
    return {each.place.start.line for each in findings if each.code == code}


@given(st.sampled_from(FILES), st.data())
@settings(max_examples=25)
def test_on_real_files_it_covers_one_rule_on_one_line(path: Path, data: st.DataObject) -> None:
    """Behind any finding that has its line for itself, it takes that and nothing else away."""
    others = around(path.name)
    text = path.read_text("utf-8")
    before = lint_texts({**others, path.name: text})
    own = [each for each in before.findings if each.place.path == path.name]
    single = [each for each in own if _ends_its_line(each, text)]
    if not single:
        return
    chosen = data.draw(st.sampled_from(single))
    line = chosen.place.start.line
    lines = text.splitlines(keepends=True)
    lines[line - 1] = f"{lines[line - 1].rstrip()}  # journey: ignore[{chosen.code}] -- why\n"
    after = lint_texts({**others, path.name: "".join(lines)})
    assert lines_of(after.suppressed, chosen.code) == {line}
    gone = [each for each in own if (each.code, each.place.start.line) == (chosen.code, line)]
    assert len(after.findings) == len(before.findings) - len(gone)


def _ends_its_line(finding: Finding, text: str) -> bool:
    start, end = finding.place.start, finding.place.end
    rest = text.splitlines()[end.line - 1][end.column - 1 :]
    return start.line == end.line and rest.strip() in ("", ":")

"""Markdown: the summary of a CI job."""

from __future__ import annotations

from journeycli.findings import Severity

from .samples import MAP, PERSONA, finding, place, question, report, written


def test_the_counts_and_a_table_for_each_file() -> None:
    """A heading says how it went; a row has line, weight, code with its page, message and help."""
    found = report(
        finding(
            code="J003",
            severity=Severity.ERROR,
            place=place(PERSONA, (4, 1), (4, 2)),
            message="There is no key `rol`",
            help="Did you mean `role`?",
            url="https://example.com/rules/J003",
        ),
        finding(place=place(MAP, (3, 1), (3, 6))),
        notes=("J801 was held back.",),
    )

    assert written("markdown", found) == (
        "## Journey maps: 1 error, 1 warning in 2 of 2 files\n"
        "\n"
        f"### {MAP}\n"
        "\n"
        "| line | weight | finding |\n"
        "| ---: | --- | --- |\n"
        "| 3 | warning | **J306** The page disappoints |\n"
        "\n"
        f"### {PERSONA}\n"
        "\n"
        "| line | weight | finding |\n"
        "| ---: | --- | --- |\n"
        "| 4 | error | [J003](<https://example.com/rules/J003>) "
        "There is no key \\`rol\\`. Did you mean \\`role\\`? |\n"
        "\n"
        "Note: J801 was held back.\n"
    )


def test_a_clean_run_is_a_heading() -> None:
    """What was looked at stands there, so that a green job says what it is green about."""
    assert written("markdown", report()) == "## Journey maps: No findings in 1 map and 1 persona\n"


def test_the_open_questions_of_a_stage_are_one_row() -> None:
    """Eleven rows a stage would bury the rest."""
    found = report(
        question("J103", "motivations", "Why do they go on?", Severity.WARNING),
        question("J104", "inhibitors", "What holds them back?", Severity.WARNING),
    )
    rows = [line for line in written("markdown", found).splitlines() if line.startswith("| ")]

    assert len(rows) == 3
    assert rows[-1].endswith(
        "Compare offers: 2 of 11 questions open<br>**J103** Why do they go on? (motivations)"
        "<br>**J104** What holds them back? (inhibitors) |"
    )


def test_the_worst_five_hundred_are_shown() -> None:
    """A summary that is too large is shown not at all; errors come before the limit."""
    many = [finding(place=place(MAP, (n, 1), (n, 2))) for n in range(1, 601)]
    last = finding(severity=Severity.ERROR, message="Worst", place=place(MAP, (999, 1), (999, 2)))
    text = written("markdown", report(*many, last))

    assert text.count("\n| 9") == 12
    assert "| 999 | error | **J306** Worst |" in text
    assert text.endswith("\n101 findings beyond these; `journey lint` lists them all.\n")


def test_nothing_in_it_takes_effect() -> None:
    """A message is text: no cell ends, no link or HTML starts, nobody is called."""
    found = report(
        finding(
            message="a | b <img src=x> [x](http://y.z) @team #12 `c`",
            url="javascript:alert(1)",
            place=place("maps/<b>|.journey.yaml", (1, 1), (1, 2)),
        )
    )
    row = next(line for line in written("markdown", found).splitlines() if "J306" in line)

    assert row == (
        "| 1 | warning | **J306** a \\| b \\<img src=x\\> \\[x\\](http&#58;//y.z) "
        "@\u2060team \\#\u206012 \\`c\\` |"
    )
    assert "\n### maps/\\<b\\>\\|.journey.yaml\n" in written("markdown", found)

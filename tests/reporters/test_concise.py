"""The format for grep."""

from __future__ import annotations

from journeycli.findings import Severity

from .samples import MAP, finding, full_report, place, report, written


def test_one_line_a_finding_and_the_counts() -> None:
    """Path, line, column, severity, code, name and message; the counts come last."""
    found = report(
        finding(place=place(MAP, (3, 7), (3, 9))),
        finding(severity=Severity.INFO, code="J903", name="company-voice", message="料金\nand you"),
    )

    assert written("concise", found) == (
        "maps/switch.journey.yaml:3:1: info J903 company-voice: 料金 and you\n"
        "maps/switch.journey.yaml:3:7: warning J306 expectation-gap: The page disappoints\n"
        "1 warning, 1 piece of advice in 1 of 2 files\n"
    )


def test_neither_width_nor_colour_changes_a_line() -> None:
    """What scripts cut apart is the same on every terminal."""
    plain = written("concise", full_report())

    assert written("concise", full_report(), width=30, color=True, unicode=False) == plain


def test_a_clean_run_says_so() -> None:
    """No findings is a line, too."""
    assert written("concise", report()) == "No findings in 1 map and 1 persona\n"


def test_statistics_stand_before_the_counts() -> None:
    """The counts stay the last line."""
    assert written("concise", report(finding()), statistics=True).split("\n")[1:] == [
        "1 J306 expectation-gap",
        "1 warning in 1 of 2 files",
        "",
    ]


def test_a_path_cannot_start_a_workflow_command() -> None:
    """A file that is called like a command is not run as one."""
    found = report(finding(place=place("::error::.journey.yaml", (1, 1), (1, 2))), files=())

    assert written("concise", found).startswith("\\::error::.journey.yaml:1:1: ")

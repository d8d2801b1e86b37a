"""The registry, and what holds for every format."""

from __future__ import annotations

import subprocess
import sys
from itertools import islice

import pytest
from hypothesis import given, settings

from journeycli.findings import Report, Severity, Suppression
from journeycli.reporters import REPORTERS

from .samples import context, finding, full_report, place, report, source_of, written
from .strategies import REPORTS

NAMES = (
    "text", "concise", "json", "jsonl", "github", "gitlab", "sarif", "junit", "rdjson", "azure",
    "markdown",
)  # fmt: skip
COMMANDS = ("github", "azure")
LIMITED = ("github", "junit", "markdown")  # these count before they write


def test_the_registry_names_every_format_in_order() -> None:
    """The order of `--help` is the registry's: for people first, then for machines."""
    assert tuple(REPORTERS) == NAMES


@pytest.mark.parametrize("name", NAMES)
def test_every_format_ends_its_last_line(name: str) -> None:
    """The chunks together end with a line break, and hold no carriage return."""
    text = written(name, full_report())

    assert text.endswith("\n")
    assert "\r" not in text


@pytest.mark.parametrize("name", NAMES)
def test_a_report_without_anything_is_written(name: str) -> None:
    """Nothing linted and nothing found is still a whole document; commands give no text at all."""
    text = written(name, Report(()))

    assert text.endswith("\n") is (name not in COMMANDS)


@pytest.mark.parametrize("name", NAMES)
def test_a_report_is_the_same_twice(name: str) -> None:
    """A format is a pure function of report and context."""
    assert written(name, full_report()) == written(name, full_report())


def test_importing_the_room_imports_no_format() -> None:
    """A start pays for the one format that it writes."""
    code = (
        "import sys, journeycli.reporters\n"
        "print(sorted(m for m in sys.modules if m.startswith('journeycli.')))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert done.stdout.strip() == str(["journeycli.reporters", "journeycli.reporters.context"])


def test_the_text_format_needs_no_heavy_library() -> None:
    """The format of every day loads neither the terminal library nor the models."""
    code = (
        "import sys\n"
        "from journeycli.findings import Report\n"
        "from journeycli.reporters import REPORTERS, Context\n"
        "c = Context(False, 80, True, lambda p: None, lambda: (), '/r', None, '1')\n"
        "''.join(REPORTERS['text'](Report(()), c))\n"
        "print({'rich', 'pydantic', 'yaml', 'typer', 'json'} & sys.modules.keys())"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert done.stdout.strip() == "set()"


@pytest.mark.parametrize("name", [name for name in NAMES if name not in LIMITED])
def test_findings_stream(name: str) -> None:
    """The first findings are written before the last are looked at, in small pieces."""
    many = [
        finding(place=place(f"maps/{number:05}.journey.yaml", (1, 1), (1, 7)))
        for number in range(10_000)
    ]
    chunks = REPORTERS[name](report(*many, files=()), context(source=source_of("format: x\n")))

    first = list(islice(chunks, 30))
    rest = list(chunks)

    assert max(map(len, first)) < 3_000
    assert len(first) + len(rest) >= 10_000
    assert "09999" in "".join(rest[-9:])


def test_ten_thousand_findings_fit_github_and_junit() -> None:
    """The two formats that need a count before the first line hold for large reports as well."""
    many = [finding(at=f"stages[{number}]") for number in range(10_000)]

    assert written("github", report(*many)).count("\n") == 10
    assert written("junit", report(*many)).count("<testcase ") == 10_000


@pytest.mark.parametrize("name", NAMES)
@settings(max_examples=25)
@given(found=REPORTS)
def test_output_is_inert(name: str, found: Report) -> None:
    """Whatever a file says or is called, no control character and no foreign command comes out."""
    text = written(name, found, source=source_of("\x1b[2J##vso[task.complete]\u202e\n" * 30))
    allowed = "##vso[task.logissue " if name == "azure" else "\0"
    lines = text.replace(allowed, "").split("\n")

    assert [c for c in text if c != "\n" and (c < " " or "\x7f" <= c <= "\x9f")] == []
    assert "\u202e" not in text
    assert [line for line in lines if "##vso[" in line] == []
    assert text.encode("utf-8").decode() == text
    if name != "github":
        assert [line for line in lines if line.lstrip().startswith("::")] == []


@pytest.mark.parametrize("name", NAMES)
def test_suppressed_findings_show_where_a_format_has_a_place_for_them(name: str) -> None:
    """Our own JSON and SARIF list them as suppressed; the others leave them out."""
    hidden = finding(message="Nobody minds.", suppressed=Suppression("comment"))

    shown = "Nobody minds." in written(name, report(hidden))

    assert shown is (name in ("json", "jsonl", "sarif"))


def test_severities_are_all_mapped() -> None:
    """No severity is lost on the way to any format."""
    found = report(*(finding(severity=severity, code=severity.name) for severity in Severity))

    for name in NAMES:
        text = written(name, found)
        assert [severity.name in text for severity in Severity] == [True, True, True]

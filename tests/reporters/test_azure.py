"""Issues of an Azure Pipelines run."""

from __future__ import annotations

import pytest
from hypothesis import given, settings

from journeycli.findings import Report, Severity

from .samples import MAP, finding, place, report, written
from .strategies import REPORTS

_ESCAPES = (("%3B", ";"), ("%0D", "\r"), ("%0A", "\n"), ("%5D", "]"), ("%AZP25", "%"))


def parsed(line: str) -> tuple[dict[str, str], str]:
    """Read a command as the agent does (azure-pipelines-agent, Command.cs)."""
    start = line.index("##vso[")
    end = line.index("]", start)
    name, _, listing = line[start + 6 : end].partition(" ")
    assert name == "task.logissue"
    pairs = [pair.split("=", 1) for pair in listing.split(";") if pair]
    return {key: unescaped(value) for key, value in pairs}, unescaped(line[end + 1 :])


def unescaped(text: str) -> str:
    for escape, character in _ESCAPES:
        text = text.replace(escape, character)
    return text


def test_an_issue_has_all_that_azure_shows() -> None:
    """Type, absolute path, line, column and code; then name, message and help."""
    found = finding(place=place(MAP, (3, 7), (3, 9)), message="Bad", help="Mend it")

    assert written("azure", report(found)) == (
        "##vso[task.logissue type=warning;"
        "sourcepath=/srv/team maps/broadband/maps/switch.journey.yaml;"
        "linenumber=3;columnnumber=7;code=J306;]expectation-gap: Bad. Mend it\n"
    )


def test_the_worst_come_first_and_advice_says_so() -> None:
    """Azure knows errors and warnings; advice is a warning that says what it is."""
    found = report(*(finding(severity=severity, at=str(n)) for n, severity in enumerate(Severity)))
    issues = [parsed(line) for line in written("azure", found).splitlines()]

    assert [(properties["type"], message) for properties, message in issues] == [
        ("error", "expectation-gap: The page disappoints"),
        ("warning", "expectation-gap: The page disappoints"),
        ("warning", "advice: expectation-gap: The page disappoints"),
    ]


@pytest.mark.parametrize("text", ["50 %; [a]", "%AZP25 %25 %3B %0A", "a]b;c=d", "人 𝒜"])
def test_odd_texts_come_back(text: str) -> None:
    """What the agent unescapes is what was found, in the path and in the message."""
    found = finding(place=place(f"{text}.yaml", (1, 1), (1, 2)), message=text)
    [(properties, message)] = map(parsed, written("azure", report(found)).splitlines())

    assert properties["sourcepath"] == f"/srv/team maps/broadband/{text}.yaml"
    assert message == f"expectation-gap: {text}"


def test_absolute_paths_stay() -> None:
    """A file outside of the workspace is named as it is."""
    found = report(finding(place=place("/else/m.yaml", (1, 1), (1, 2))))

    assert parsed(written("azure", found))[0]["sourcepath"] == "/else/m.yaml"


@settings(max_examples=40)
@given(REPORTS)
def test_any_report_parses(found: Report) -> None:
    """Whatever is found, each line is one well-formed command."""
    for line in written("azure", found).split("\n")[:-1]:
        properties, _ = parsed(line)
        assert list(properties) == ["type", "sourcepath", "linenumber", "columnnumber", "code"]

"""JUnit's XML as Jenkins takes it."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from typing import NamedTuple

import pytest
from hypothesis import given, settings

from journeycli.findings import Report, Severity

from .samples import MAP, finding, full_report, place, report, written
from .strategies import REPORTS


class Rule(NamedTuple):
    """What an element may hold, after `junit-10.xsd` of Jenkins' xUnit plugin."""

    required: frozenset[str]
    optional: frozenset[str]
    children: frozenset[str]


def rule(required: str, optional: str, children: str) -> Rule:
    return Rule(
        frozenset(required.split()), frozenset(optional.split()), frozenset(children.split())
    )


JENKINS = {
    "testsuites": rule("", "name time tests failures errors", "testsuite"),
    "testsuite": rule(
        "name tests failures errors",
        "group time skipped timestamp hostname id package file log url",
        "testsuite properties testcase system-out system-err",
    ),
    "testcase": rule(
        "name",
        "time classname group",
        "skipped error failure rerunFailure rerunError flakyFailure flakyError "
        "system-out system-err",
    ),
    "failure": rule("", "type message", ""),
    "skipped": rule("", "type message", ""),
}


def read(found: Report) -> ET.Element:
    """Parse the output and hold every element to Jenkins' rules."""
    root = ET.fromstring(written("junit", found).encode())  # noqa: S314 - this program's output
    assert root.tag == "testsuites"
    for element in root.iter():
        allowed = JENKINS[element.tag]
        assert allowed.required <= set(element.keys()) <= allowed.required | allowed.optional
        assert {child.tag for child in element} <= allowed.children
        assert re.fullmatch(r"[0-9]*(\.[0-9]*)?", element.get("time", ""))
    return root


def test_a_clean_run_is_one_passing_case() -> None:
    """A build page shows that something was looked at, and what."""
    root = read(report())
    [suite] = root
    [case] = suite

    assert (root.get("tests"), root.get("failures"), suite.get("tests")) == ("1", "0", "1")
    assert (case.get("name"), list(case)) == ("No findings in 1 map and 1 persona", [])


def test_a_file_is_a_suite_and_a_finding_a_case() -> None:
    """The case is named by code, name and place; its failure says where, what and what to do."""
    found = finding(at="stages[a]", message="Bad", help="Mend it", place=place(MAP, (3, 7), (3, 9)))
    [suite] = read(report(found))
    [case] = suite
    [failure] = case

    assert suite.get("name") == MAP
    assert case.attrib == {
        "name": "J306 expectation-gap at stages[a] (3:7)",
        "classname": "journey.maps/switch_journey_yaml",
        "time": "0",
    }
    assert failure.attrib == {"type": "warning", "message": "Bad"}
    assert failure.text == "maps/switch.journey.yaml:3:7\nBad\nMend it"


@pytest.mark.parametrize(
    ("severity", "tag", "failures"),
    [
        (Severity.ERROR, "failure", "1"),
        (Severity.WARNING, "failure", "1"),
        (Severity.INFO, "skipped", "0"),
    ],
)
def test_advice_does_not_fail_a_build(severity: Severity, tag: str, failures: str) -> None:
    """Errors and warnings are failures; advice is there to be seen."""
    root = read(report(finding(severity=severity)))

    assert root.get("failures") == failures
    assert [child.tag for child in root[0][0]] == [tag]


def test_counts_add_up() -> None:
    """What suites count is what they hold, and the whole is their sum."""
    root = read(full_report())

    for suite in root:
        assert int(suite.get("tests", "")) == len(suite)
        assert int(suite.get("failures", "")) == len(suite.findall("testcase/failure"))
        assert int(suite.get("skipped", "")) == len(suite.findall("testcase/skipped"))
    assert root.get("tests") == str(sum(int(suite.get("tests", "")) for suite in root))
    assert root.get("failures") == str(sum(int(suite.get("failures", "")) for suite in root))


@pytest.mark.parametrize(
    ("message", "expected"),
    [
        ("a\x00b\x1b[1m", "a\\x00b\\x1b[1m"),
        ("half \udcff and \ufffe", "half \\udcff and \\ufffe"),
        ("<a href=\"x\">'&amp;'</a> ]]>", "<a href=\"x\">'&amp;'</a> ]]>"),
        ("##vso[x] ::y::", "##vso[x] ::y::"),
        ("料金 𝒜", "料金 𝒜"),
    ],
)
def test_messages_are_legal_xml(message: str, expected: str) -> None:
    """What XML cannot hold is made visible; all else comes back as it was."""
    failure = read(report(finding(message=message)))[0][0][0]

    assert failure.get("message") == expected


@settings(max_examples=40)
@given(REPORTS)
def test_any_report_is_accepted(found: Report) -> None:
    """Whatever is found, the file parses, keeps to Jenkins' rules and holds a case a finding."""
    root = read(found)

    assert len(root.findall("testsuite/testcase")) == max(len(found.findings), 1)

"""A first map is not shouted at: short, honest maps of beginners, and what lint says of them."""

from __future__ import annotations

from pathlib import Path

import pytest

from journeycli.findings import Severity
from journeycli.testing import lint_texts

MAPS = sorted((Path(__file__).parent / "first_maps").glob("*.journey.yaml"))
MOST_WARNINGS = 24


def name(path: Path) -> str:
    return path.name.partition(".")[0]


def test_there_are_maps_enough() -> None:
    """Beginners are not all alike; eight of them are the least to go by."""
    assert len(MAPS) >= 8


@pytest.mark.parametrize("path", MAPS, ids=name)
def test_a_first_map_has_no_error_and_few_warnings(path: Path) -> None:
    """All rules speak; fewer than 25 of them warn, and nothing is broken."""
    report = lint_texts({path.name: path.read_bytes()})
    errors = [each.message for each in report.findings if each.severity is Severity.ERROR]
    warnings = [each.message for each in report.findings if each.severity is Severity.WARNING]
    assert errors == []
    assert len(warnings) <= MOST_WARNINGS, "\n".join(warnings)
    assert report.findings, "a first map that has nothing open is no first map"

"""Every rule on files of its own: what it says, where, and when it is silent.

`cases/CODE/bad*` is a map, or a folder that is a workspace; the findings that the rule makes of it
stand beside it in `NAME.expected`. `cases/CODE/good*` gives none.
To write the expected findings anew after a change of words: `python tests/generate.py --cases`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from journeycli.rules import ALL_RULES
from rule_cases import CASES, concise, read_case

if TYPE_CHECKING:
    from pathlib import Path

UNREADABLE = {"J011"}
"""What cannot be read cannot be kept beside the tests either: see `lint/test_unreadable.py`."""

BAD = sorted(path for path in CASES.glob("*/bad*") if path.suffix != ".expected")
GOOD = sorted(CASES.glob("*/good*"))


def name(path: Path) -> str:
    return f"{path.parent.name}-{path.name}"


@pytest.mark.parametrize("case", BAD, ids=name)
def test_a_bad_case_gives_exactly_the_expected_findings(case: Path) -> None:
    """Message, help, place and document path are what stands beside the case."""
    expected = case.with_name(f"{case.name}.expected").read_text("utf-8")
    assert concise(case) == expected
    assert f" {case.parent.name} " in expected


@pytest.mark.parametrize("case", GOOD, ids=name)
def test_a_good_case_gives_none(case: Path) -> None:
    """The rule is silent where all is well or where it has no ground."""
    assert read_case(case)
    assert concise(case) == ""


def test_every_rule_has_its_cases() -> None:
    """No rule of the catalogue stands without a bad and a good case."""
    codes = {rule.code for rule in ALL_RULES} - UNREADABLE
    assert {path.parent.name for path in BAD} == codes
    assert {path.parent.name for path in GOOD} == codes

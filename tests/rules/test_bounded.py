"""Expressions of an organisation's own rules end, whatever they ask for."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from journeycli.model import JourneyMap
from journeycli.rules import ALL_RULES
from journeycli.rules.bounded import TooMuchError
from journeycli.rules.expressions import ExpressionError, compiled
from journeycli.rules.own import own_rules
from journeycli.settings import read_settings
from journeycli.testing import findings_of

if TYPE_CHECKING:
    from pathlib import Path

MAP = "format: journey-map/1\nid: a\ntitle: A\nstages:\n  - {id: a, name: A}\n"
TWICE = "|".join(["[@, @]"] * 60)


@pytest.mark.parametrize(
    "text",
    [
        f"{TWICE} | to_string(@)",
        f"({TWICE}) == ({TWICE})",
        "|".join(["[@, @][]"] * 60),
        "|".join(["join('aaaaaaaaaaaaaaaa', [to_string(@), to_string(@)])"] * 60),
        f"{'|'.join(['[@, @][]'] * 12)} | join(to_string(@), map(&'', @))",
    ],
)
def test_an_expression_ends(text: str) -> None:
    """What would take for ever, or more memory than there is, is given up."""
    with pytest.raises(TooMuchError):
        compiled(text, JourneyMap).search({"title": "x" * 50_000, "stages": ["s"] * 500})


def test_a_large_map_has_room_for_every_rule() -> None:
    """Each stage held against each other, in a map of five hundred stages, is no too much."""
    stages = [{"name": f"Stage {n}", "barriers": [{"text": "late"}] * 20} for n in range(500)]
    found = compiled("stages[].barriers[].text | length(@)", JourneyMap).search({"stages": stages})
    assert found == 10_000


@pytest.mark.parametrize("text", ["title" + " || title" * 2_000, f"stages[{'9' * 5_000}]"])
def test_an_expression_beyond_all_use_is_a_fault_of_the_settings(text: str) -> None:
    """Neither a long chain nor a long number ends in an error of Python's own."""
    with pytest.raises(ExpressionError):
        compiled(text, JourneyMap)


def test_a_rule_that_asks_too_much_is_told(tmp_path: Path) -> None:
    """The other rules run, and the finding says whose mistake it is in plain words."""
    path = tmp_path / "journey.toml"
    path.write_text(
        '[[rule]]\ncode = "ACME1"\nname = "no-such"\nmessage = "Mend this."\nscope = "map"\n'
        f'require = "{TWICE} | to_string(@)"\n'
    )
    (rule,) = own_rules(read_settings(path, root=tmp_path), ALL_RULES)
    assert [each.message for each in findings_of(rule, MAP)] == [
        "The rule ACME1 failed on “A”: it asks for more than a rule may; write it in fewer steps"
    ]

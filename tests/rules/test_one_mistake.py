"""One mistake, one finding: who is silent where a rule that knows more speaks."""

from __future__ import annotations

import pytest

from journeycli.testing import lint_texts

HEAD = "format: journey-map/1\nid: switch-broadband\ntitle: Switching broadband provider\n"
ASKED = ["J110", "J3", "J4"]

SPEAKING = {
    "J304": """
    touchpoints:
      - name: Price page
        channel: website
        moment_of_truth: true
        opinion: {before: 1, during: 0, after: -1}
""",
    "J306": """
    touchpoints:
      - {name: Price page, channel: website, expected: 2, opinion: {before: 1, during: 0, after: 0}}
""",
    "J403": """
    touchpoints: {none: They talk about it at home}
    emotions:
      - {feeling: furious, score: -2, trigger: The fee appears}
""",
}


def codes(text: str) -> list[tuple[str, str]]:
    findings = lint_texts({"a.journey.yaml": HEAD + text}, select=ASKED).findings
    return [(each.code, each.at.partition(".")[0]) for each in findings]


@pytest.mark.parametrize("code", SPEAKING)
def test_what_wants_a_barrier_silences_the_open_question_in_its_stage_only(code: str) -> None:
    """J304, J306 and J403 say which barrier is missing, so J110 need not ask there."""
    other = "  - id: order\n    name: Order\n    touchpoints: {none: By post}\n"
    first = f"stages:\n  - id: compare\n    name: Compare offers{SPEAKING[code]}"
    assert codes(first + other) == [(code, "stages[compare]"), ("J110", "stages[order]")]


def test_a_disappointing_moment_of_truth_is_said_once() -> None:
    """Where a decisive touchpoint is judged to be bad, J304 tells of the expectation as well."""
    text = """stages:
  - id: compare
    name: Compare offers
    touchpoints:
      - name: Price page
        channel: website
        moment_of_truth: true
        expected: 1
        opinion: {before: 1, during: -1, after: -1}
  - id: renew
    name: Renew or leave
    barriers:
      - Newcomers pay less
    touchpoints:
      - ref: price-page
        expected: 1
        opinion: {before: 0, during: -1, after: -2}
"""
    assert codes(text) == [("J304", "stages[compare]")]


def test_one_barrier_that_names_it_answers_for_every_stage() -> None:
    """Whoever says once what is wrong with a touchpoint is not asked again elsewhere."""
    text = """stages:
  - id: compare
    name: Compare offers
    barriers:
      - The price page hides the fee
    touchpoints:
      - {name: Price page, channel: website, expected: 2, opinion: {before: 1, during: 0, after: 0}}
  - id: renew
    name: Renew or leave
    barriers:
      - Newcomers pay less
    touchpoints:
      - {ref: price-page, expected: 2, opinion: {before: 1, during: 0, after: -2}}
"""
    assert codes(text) == []

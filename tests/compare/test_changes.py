"""Single edits, told in the words of the map."""

from __future__ import annotations

import pytest

from journeycli.compare.outline import outline
from journeycli.compare.versions import compare, read_version
from journeycli.compare.wording import plain, sentence, sign
from journeycli.source.limits import Limits

_HEAD = "format: journey-map/1\nid: m\ntitle: M\n"


def _told(old: str, new: str) -> list[str]:
    versions = [read_version("m", (_HEAD + each).encode(), Limits()) for each in (old, new)]
    return [f"{sign(each)} {plain(sentence(each))}" for each in compare(*versions).changes]


def _stages(*bodies: str) -> str:
    lines = ["stages:"]
    for name, body in zip("ABC", bodies, strict=False):
        lines += [f"- id: {name.lower()}", f"  name: {name}", body]
    return "\n".join(lines) + "\n"


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        (
            "  emotions: [{feeling: wary, score: -2}]",
            "  emotions: [{feeling: wary, score: 0}]",
            ["~ stage “A” › feeling “wary” went from −2 to 0"],
        ),
        (
            "  emotions: [{feeling: wary, score: -1}]",
            "  emotions: [{feeling: calm, score: -1}]",
            ["~ stage “A” › emotion is “calm”, was “wary”"],
        ),
        (
            "  barriers: [{id: fee, text: The fee, affects: .4, severity: high}]",
            "  barriers: []",
            [
                "− barriers emptied: the question is open again",
                "− stage “A” › barrier “The fee” removed (high, 40% of customers)",
            ],
        ),
        (
            "  lanes: {law: [Data act]}",
            "  lanes: {law: [Data act, Library act]}",
            ["+ stage “A” › statement in row law “Library act” added"],
        ),
        (
            "  touchpoints: [{name: Desk}]",
            "  touchpoints: [{name: Desk, opinion: {before: 1, after: -0.5}}]",
            ["+ stage “A” › touchpoint “Desk” › opinion added (before +1, after −0.5)"],
        ),
        (
            "  barriers: [{id: fee, text: The fee}]",
            "  barriers: [{id: late-fee, text: The fee}]",
            ["= stage “A” › barrier “The fee” has a new id: fee → late-fee"],
        ),
        (
            "  barriers: [{text: The fee}]",
            "  barriers: [{id: late-fee, text: The fee}]",
            ["= stage “A” › barrier “The fee” has an id of its own: late-fee"],
        ),
        (
            "  evidence: [one, two]",
            "  evidence: [two, three]",
            ["~ stage “A”: evidence: added three; removed one"],
        ),
        (
            "  inhibitors: [We ask for a number]",
            "  inhibitors: {none: Nobody found any}",
            [
                "~ inhibitors answered: none, “Nobody found any”",
                "− stage “A” › inhibitor “We ask for a number” removed",
            ],
        ),
        (
            "  inhibitors: {none: Nobody looked}",
            "  inhibitors: {none: Nobody found any}",
            ["~ inhibitors: none, because “Nobody found any”, was “Nobody looked”"],
        ),
        (
            "  barriers: [{text: The fee, removals: [{text: Show it, status: planned}]}]",
            "  barriers: [{text: The fee, removals: [{text: Show it, status: done}]}]",
            ["~ stage “A” › barrier “The fee” › removal “Show it”: status planned → done"],
        ),
        (
            "  touchpoints: [{name: Shop, opinion: {during: -1}}]",
            "  touchpoints: [{name: Shop, opinion: {during: 0.5}, moment_of_truth: true}]",
            [
                "~ stage “A” › touchpoint “Shop”: moment of truth no → yes",
                "~ stage “A” › touchpoint “Shop” › opinion: score during went from −1 to +0.5",
            ],
        ),
        (
            "  values: [A fair and low price]",
            "  values: [A fair and simple price]",
            ["~ stage “A” › value reads “A fair and simple price”, was “A fair and low price”"],
        ),
        ("  x-note: {b: 1, a: 2}", "  x-note: {a: 2, b: 1}", []),
        ("  x-note: seen", "  x-note: done", ["~ stage “A”: x-note “seen” → “done”"]),
        ("  summary: One", "", ["~ stage “A”: summary taken away, was “One”"]),
        ("", "  duration: 3 days", ["~ stage “A”: duration set: “3 days”"]),
    ],
)
def test_an_edit_of_a_stage_is_told_in_its_words(old: str, new: str, told: list[str]) -> None:
    """What people did is what they read."""
    found = [
        each.replace("stage “A” › barriers", "barriers") for each in _told(*map(_one, (old, new)))
    ]
    assert [each.replace("stage “A” › inhibitors", "inhibitors") for each in found] == told


def _one(body: str) -> str:
    return _stages(body)


def test_what_moves_to_another_stage_is_moved_and_not_gone_and_new() -> None:
    """A barrier that stands in another stage is told once, with what changed in it."""
    barrier = "  barriers: [{id: fee, text: The fee, severity: %s}]"
    told = _told(_stages(barrier % "low", ""), _stages("", barrier % "high"))
    assert told == [
        "− barriers emptied: the question is open again",
        "→ stage “B” › barrier “The fee” moved here from stage “A”",
        "~ stage “B” › barrier “The fee”: severity low → high",
    ]


def test_a_stage_that_moves_is_told_by_what_it_stands_behind() -> None:
    """Order is told where it means something, by as few moves as can be."""
    old = "stages: [{id: a, name: A}, {id: b, name: B}, {id: c, name: C}]\n"
    new = "stages: [{id: c, name: C}, {id: a, name: A}, {id: b, name: B}]\n"
    assert _told(old, new) == ["→ stage “C” moved: now the first"]
    assert _told(new, old) == ["→ stage “C” moved: now after “B”"]


def test_the_order_of_statements_says_nothing() -> None:
    """Values, evidence and barriers can stand in any order."""
    assert _told(_one("  values: [Trust, Speed]"), _one("  values: [Speed, Trust]")) == []


def test_the_order_of_what_customers_do_is_told() -> None:
    """Customer actions are steps."""
    told = _told(
        _one("  customer_actions: [Calls us, Waits]"), _one("  customer_actions: [Waits, Calls us]")
    )
    assert told == ["→ stage “A” › customer action “Waits” moved: now the first"]


def test_a_reference_that_follows_a_new_id_is_no_change_of_its_own() -> None:
    """Renaming a stage and all that points at it is one change."""
    text = (
        "stages:\n- {id: a, name: A, next: [{stage: NEW}], customer_progression: "
        "[{text: Buys, to: NEW}]}\n- {id: NEW, name: B, summary: S}\n"
        "paths: [{name: P, stages: [a, NEW]}]\n"
    )
    told = _told(text.replace("NEW", "b"), text.replace("NEW", "buy"))
    assert told == ["= stage “B” has a new id: b → buy"]


def test_a_reference_that_was_forgotten_is_no_change_either() -> None:
    """Nobody touched it; that it points nowhere now is a finding."""
    text = (
        "stages:\n- {{id: a, name: A, next: [{{stage: b}}]}}\n- {{id: {0}, name: B, summary: S}}\n"
    )
    told = _told(text.format("b"), text.format("buy"))
    assert told == ["= stage “B” has a new id: b → buy"]


def test_a_stage_with_a_new_id_and_other_words_is_still_the_same() -> None:
    """Most of what it says is there as before."""
    body = "  values: [Trust, Speed, Calm]\n  motivations: [Saves money]"
    old = f"stages:\n- id: a\n  name: A\n{body}\n"
    new = f"stages:\n- id: compare\n  name: A\n{body}\n  summary: New\n"
    assert _told(old, new) == [
        "= stage “A” has a new id: a → compare",
        "~ stage “A”: summary set: “New”",
    ]


def test_changes_are_gathered_by_stage_and_element() -> None:
    """An outline names a stage once, and an element once where several things befell it."""
    old = _stages("  barriers: [{id: fee, text: The fee, severity: low}]", "  values: [Trust]")
    new = _stages("  barriers: [{id: fee, text: A fee, severity: high}]", "")
    versions = [read_version("m", (_HEAD + each).encode(), Limits()) for each in (old, new)]
    found = [
        (
            section.heading.label if section.heading else None,
            [
                (each.sign, plain(each.sentence), [*map(plain, each.details)])
                for each in section.entries
            ],
        )
        for section in outline(compare(*versions).changes)
    ]
    assert found == [
        (
            "A",
            [("~", "barrier “A fee”", ["reads “A fee”, was “The fee”", "severity low → high"])],
        ),
        (
            "B",
            [
                ("−", "values emptied: the question is open again", []),
                ("−", "value “Trust” removed", []),
            ],
        ),
    ]


def test_an_owner_who_comes_or_goes_is_named() -> None:
    """Not only the department: it is the person whom everybody asks."""
    stages = _stages("")
    owner = "owner: {name: Mara Lind, department: branches}\n"
    assert _told(owner + stages, stages) == ["− owner removed (“Mara Lind”, branches)"]

"""The plan: what is in it, in which order, and why."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from journeycli.errors import UserError
from journeycli.views.portfolio.figures import MapName
from journeycli.views.portfolio.plan import Asked, Plan, departments_meant
from journeycli.views.portfolio.ranking import ranked, weight
from journeycli.views.portfolio.words import Named
from journeycli.views.portfolio.work import OPEN, STATUSES, Against, Work

from .workspace import TEXTS, plan, portfolio

if TYPE_CHECKING:
    from journeycli.model.vocabulary import Severity


def texts_of(found: Plan) -> list[str]:
    return [each.work.text for each in found.rows]


def test_the_weightiest_comes_first_then_the_most_for_the_least() -> None:
    """Severity × reach of all barriers that it takes away, then impact / effort."""
    assert [(each.work.text, each.weight, each.benefit) for each in plan().rows] == [
        ("A price calculator", 2.5, 1.0),
        ("Show the fee", 2.0, 2.0),
        ("Train the agents", 2.0, 0.5),
        ("Two more agents", 0.5, 1.0),
        ("Read it aloud", 0.2, 1.0),
    ]


def test_each_row_says_why_it_stands_there() -> None:
    """Reckoned out; what no map says has a question mark."""
    assert [each.because for each in plan().rows] == [
        "critical 4 × 50% + medium? 2 × 25%? = 2.5; impact 3? / effort 3? = 1",
        "critical 4 × 50% = 2; impact 4 / effort 2 = 2",
        "critical 4 × 50% = 2; impact 2 / effort 4 = 0.5",
        "medium? 2 × 25%? = 0.5; a resource counts as impact 3 / effort 3",
        "medium 2 × 10% = 0.2; impact 3? / effort 3? = 1",
    ]


def test_an_opportunity_for_no_barrier_weighs_nothing() -> None:
    """It comes last, and says so."""
    buy = TEXTS["maps/buy.journey.yaml"].replace("for: [hidden-fee, long-wait], ", "")
    last = plan({"maps/buy.journey.yaml": buy}).rows[-1]
    assert (last.work.text, last.weight) == ("A price calculator", 0.0)
    assert last.because.startswith("takes no barrier away; ")


def test_a_barrier_that_is_named_twice_weighs_once() -> None:
    """And one that does not exist weighs nothing: lint tells of it."""
    buy = TEXTS["maps/buy.journey.yaml"].replace(
        "[hidden-fee, long-wait], status", "[hidden-fee, hidden-fee, gone], status"
    )
    assert plan({"maps/buy.journey.yaml": buy}).rows[0].work.text == "Show the fee"


def test_a_resource_takes_away_what_its_work_does() -> None:
    """Needed for a removal, it weighs as much as the removal's barrier."""
    buy = TEXTS["maps/buy.journey.yaml"].replace(
        "status: requested, needed_for: [long-wait]", "needed_for: [show-the-fee]"
    )
    found = {each.work.text: each for each in plan({"maps/buy.journey.yaml": buy}).rows}
    agents = found["Two more agents"]
    assert agents.weight == 2.0
    assert agents.work.status == "required"
    assert [each.id for each in agents.work.departments] == ["billing"]
    assert agents.work.effect == "csat 3 → 4"


@pytest.mark.parametrize(
    ("written", "status"),
    [
        ("", "idea"),
        (", impact: 3", "idea"),
        (", department: billing", "planned"),
        (", due: 2027", "planned"),
        (", done: 2026-10", "done"),
        (", status: doing, done: 2026-10", "done"),
        (", status: dropped, done: 2026-10", "dropped"),
        (", status: doing", "doing"),
    ],
)
def test_without_a_status_the_rest_tells_how_far_it_is(written: str, status: str) -> None:
    """As the rules on barriers have it."""
    text = (
        "format: journey-map/1\nid: m\ntitle: M\nstages:\n  - id: s\n    name: S\n    barriers:\n"
        f"      - text: It rains\n        removals: [{{text: A roof{written}}}]\n"
    )
    (row,) = plan({"m.journey.yaml": text}, Asked(statuses=STATUSES)).rows
    assert row.work.status == status


def test_done_and_dropped_are_shown_on_demand() -> None:
    """So is a resource that is there."""
    assert "A faster server" not in texts_of(plan())
    assert texts_of(plan(asked=Asked(statuses=("done",)))) == ["A faster server"]
    assert texts_of(plan(asked=Asked(statuses=("existing",)))) == ["A phone"]


def test_a_department_sees_its_work_with_the_ranks_of_all() -> None:
    """And the resources that work against the same barrier of theirs needs."""
    sales = departments_meant(["sales"], portfolio())
    assert [(each.rank, each.work.text) for each in plan(asked=Asked(departments=sales)).rows] == [
        (3, "Train the agents")
    ]


def test_a_department_is_known_by_id_or_name_and_else_suggested() -> None:
    """Whatever case it is typed in; one without work is known, too."""
    found = portfolio()
    assert departments_meant(["Billing", "billing"], found) == (
        Named("billing", "Billing", "Ledger Ltd"),
    )
    with pytest.raises(UserError) as caught:
        departments_meant(["bilings"], found)
    assert caught.value.hint == "Did you mean billing?"
    with pytest.raises(UserError) as caught:
        departments_meant(["zoo"], found)
    assert caught.value.hint == "Known are billing and sales."


def test_due_before_a_day_leaves_out_what_has_no_date() -> None:
    """A month counts as its end."""
    assert texts_of(plan(asked=Asked(due_before=date(2027, 2, 28)))) == ["Show the fee"]
    assert texts_of(plan(asked=Asked(due_before=date(2027, 3, 1)))) == [
        "Show the fee", "Read it aloud"
    ]  # fmt: skip


def test_the_top_is_the_first_rows() -> None:
    """And the ranks stay."""
    assert [each.rank for each in plan(asked=Asked(top=2)).rows] == [1, 2]


def test_the_matrix_holds_what_says_impact_and_effort() -> None:
    """The others are named beside it."""
    found = plan()
    assert {place: [each.rank for each in rows] for place, rows in found.matrix.items()} == {
        (4, 2): [2],
        (2, 4): [3],
    }
    assert [each.rank for each in found.first] == [2]
    assert [each.rank for each in found.unplaced] == [1, 4, 5]


def test_what_is_overdue_and_what_nobody_has_is_counted() -> None:
    """An idea needs nobody yet."""
    found = plan()
    assert [each.work.text for each in found.overdue] == ["Show the fee"]
    assert [each.work.text for each in found.unowned] == ["A price calculator"]


def test_barriers_with_nothing_against_them_are_told() -> None:
    """The weightiest first; a reason why nothing is done is an answer; departments have none."""
    text = (
        "format: journey-map/1\nid: m\ntitle: M\nstages:\n  - id: s\n    name: S\n    barriers:\n"
        "      - It rains\n"
        "      - {text: It floods, severity: critical, affects: 0.2}\n"
        "      - {text: It snows, severity: critical, affects: 0.9, removals: {none: In Spain}}\n"
    )
    found = plan({"m.journey.yaml": text})
    assert [each.barrier.text for each in found.unanswered] == ["It floods", "It rains"]
    mine = Asked(departments=(Named("billing", "Billing"),))
    assert plan({"m.journey.yaml": text}, mine).unanswered == ()


def test_a_place_is_written_as_findings_write_it() -> None:
    """With the file, the line, and ids where there are any."""
    rows = {each.work.text: each.work for each in plan().rows}
    fee = rows["Show the fee"]
    assert fee.at == "stages[find].barriers[hidden-fee].removals[0]"
    line = TEXTS["maps/buy.journey.yaml"].splitlines()[fee.line - 1]
    assert "Show the fee" in line
    assert rows["Two more agents"].at == "resources[agents]"


def test_what_was_not_read_as_written_has_the_place_where_it_is_written() -> None:
    """A key read as another is named as the file names it; what has no text is left out."""
    text = (
        "format: journey-map/1\nid: m\ntitle: M\nstages:\n  - id: s\n    name: S\n"
        "    pain_points:\n"
        "      - text: It rains\n        removals: [{status: idea}, {text: A roof}]\n"
    )
    (row,) = plan({"m.journey.yaml": text}).rows
    assert (row.work.text, row.work.at) == ("A roof", "stages[s].pain_points[0].removals[1]")


PIECES = st.builds(
    Work,
    kind=st.sampled_from(("removal", "opportunity", "resource")),
    id=st.just("w"),
    text=st.just("Work"),
    map=st.just(MapName("m.journey.yaml", "m", "M", "current")),
    stage=st.none(),
    at=st.just(""),
    line=st.just(1),
    against=st.lists(
        st.builds(
            Against,
            id=st.just("b"),
            text=st.just("Barrier"),
            severity=st.sampled_from((None, "low", "medium", "high", "critical")),
            affects=st.sampled_from((None, 0.0, 0.1, 0.5, 1.0)),
        ),
        max_size=3,
    ).map(tuple),
    status=st.sampled_from(OPEN),
    impact=st.sampled_from((None, 1, 3, 5)),
    effort=st.sampled_from((None, 1, 3, 5)),
)


@given(st.lists(PIECES, max_size=8))
@settings(max_examples=60)
def test_ranks_follow_weight_and_then_benefit(work: list[Work]) -> None:
    """Ranks count from 1 without a gap; a heavier piece never stands below a lighter one."""
    rows = ranked(work)
    assert [each.rank for each in rows] == list(range(1, len(work) + 1))
    keys = [(-each.weight, -each.benefit) for each in rows]
    assert keys == sorted(keys)


@given(PIECES, st.sampled_from(("low", "medium", "high")))
@settings(max_examples=40)
def test_a_worse_barrier_never_weighs_less(work: Work, severity: Severity) -> None:
    """What takes a critical barrier away weighs at least as much as the same against a lesser."""
    worst = [each._replace(severity="critical") for each in work.against]
    lesser = [each._replace(severity=severity) for each in work.against]
    heavy, light = (replace(work, against=tuple(each)) for each in (worst, lesser))
    assert weight(heavy) >= weight(light)

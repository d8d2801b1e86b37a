"""The figures of maps, each of which can be told by hand."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from journeycli.lint.maps import Unread
from journeycli.lint.run import Sources
from journeycli.model.checklist import QUESTIONS, Share
from journeycli.source.limits import Limits
from journeycli.views.portfolio.figures import Severities
from journeycli.views.portfolio.gathering import gather
from journeycli.workspace.discovery import discover

from .workspace import TEXTS, TODAY, portfolio, report

if TYPE_CHECKING:
    from pathlib import Path


def test_completeness_is_counted_by_map_by_stage_and_by_question() -> None:
    """What is answered or has none with a reason is settled; what is not asked does not count."""
    found = report()
    assert {each.map.id: each.completeness for each in found.maps} == {
        "buy": Share(11, 22),
        "later": Share(3, 11),
        "use": Share(3, 9),
    }
    assert [stage.completeness for stage in found.maps[0].stages] == [Share(6, 11), Share(5, 11)]
    assert found.completeness == Share(17, 42)
    assert dict(zip(QUESTIONS, found.questions, strict=True)) == {
        "J101": Share(3, 4),
        "J102": Share(1, 4),
        "J103": Share(0, 4),
        "J104": Share(0, 4),
        "J105": Share(0, 4),
        "J106": Share(0, 4),
        "J107": Share(4, 4),
        "J108": Share(2, 3),
        "J109": Share(0, 4),
        "J110": Share(4, 4),
        "J111": Share(3, 3),
    }


def test_a_stage_names_its_open_questions() -> None:
    """By the questions of the checklist, in their order."""
    stage = report().maps[0].stages[1]
    assert stage.open == ("J102", "J103", "J104", "J105", "J106", "J109")


def test_evidence_stands_behind_feelings_and_barriers() -> None:
    """A stage's evidence stands behind all of it; an assumption, the word of nobody, is none."""
    found = report()
    assert [stage.backed for stage in found.maps[0].stages] == [Share(5, 5), Share(0, 2)]
    assert found.backed == Share(5, 7)


def test_evidence_that_nobody_declares_is_none() -> None:
    """A name that leads nowhere backs nothing."""
    buy = TEXTS["maps/buy.journey.yaml"].replace("evidence: [survey]", "evidence: [hearsay]")
    assert report({**TEXTS, "maps/buy.journey.yaml": buy}).backed == Share(0, 7)


def test_a_feeling_is_the_mean_of_its_stages() -> None:
    """The score of a stage is the mean of its steps and emotions, that of a map of its stages."""
    buy, later, use = report().maps
    assert [stage.score for stage in buy.stages] == [-0.5, 1.5]
    assert (buy.score, later.score, use.score) == (0.5, 2.0, None)
    assert use.low is None


def test_the_lowest_moment_says_what_happened() -> None:
    """Its stage, its score, the feeling, and the step or what set it off."""
    low = report().low
    assert low is not None
    assert (low.stage.id, low.score, low.feeling, low.words) == (
        "find", -2.0, "lost", "Cannot find the price",
    )  # fmt: skip


def test_hot_spots_are_stages_below_and_above_zero() -> None:
    """The lowest first among the low ones, the highest among the high ones; none is in both."""
    found = report()
    assert [(each.stage.id, each.score) for each in found.lowest] == [("find", -0.5)]
    assert [(each.stage.id, each.score) for each in found.highest] == [("order", 1.5)]


def test_a_barrier_is_open_until_all_against_it_is_done() -> None:
    """The slow site is mended; the wait, of unknown severity, has an opportunity for it."""
    found = report()
    assert found.maps[0].stages[0].barriers == Severities(critical=1)
    assert found.maps[0].stages[1].barriers == Severities(unrated=1)
    assert found.barriers == Severities(critical=1, unrated=1)


def test_a_touchpoint_of_several_stages_counts_once() -> None:
    """The hotline is one, wherever it stands."""
    found = report()
    assert (found.touchpoints, found.decisive) == (2, 1)


def test_future_maps_do_not_count_for_how_things_feel() -> None:
    """Their feelings and barriers are wishes; their questions and their work are real."""
    found = report()
    assert found.counted == "current"
    assert [each.map.id for each in found.counting] == ["buy", "use"]
    assert [each.map.id for each in found.maps] == ["buy", "later", "use"]


def test_future_maps_alone_count() -> None:
    """Whoever asks for them sees them."""
    found = report({"maps/later.journey.yaml": TEXTS["maps/later.journey.yaml"]})
    assert (found.counted, found.score, found.barriers.total) == ("future", 2.0, 1)


def test_what_is_overdue_goes_by_the_day() -> None:
    """A due date holds to its end: nothing is overdue on the day itself."""
    found = report()
    assert [each.map.id for each in found.overdue_reviews] == ["buy"]
    assert [each.text for each in found.overdue_work] == ["Show the fee"]
    on_the_day = report(today=date(2026, 10, 31))
    assert [each.text for each in on_the_day.overdue_work] == []
    assert [each.map.id for each in report(today=date(2026, 9, 30)).overdue_reviews] == []
    a_month_counts_as_its_end = report(today=date(2027, 2, 28))
    assert [each.text for each in a_month_counts_as_its_end.overdue_work] == ["Show the fee"]
    assert [each.text for each in report(today=date(2027, 3, 1)).overdue_work] == [
        "Show the fee", "Read it aloud"
    ]  # fmt: skip


def test_a_file_that_cannot_be_read_hides_none_of_the_others() -> None:
    """It is named with the reason, and the maps beside it are counted."""
    found = report({**TEXTS, "maps/broken.journey.yaml": "- a list\n"})
    assert [each.name for each in found.unread] == ["maps/broken.journey.yaml"]
    assert found.completeness == Share(17, 42)


def test_a_file_that_cannot_be_opened_is_told_with_the_reason(tmp_path: Path) -> None:
    """A link that leads nowhere."""
    link = tmp_path / "a.journey.yaml"
    link.symlink_to(tmp_path / "gone.yaml")
    found = gather(Sources(discover([link], tmp_path), Limits()))
    assert found.unread == (Unread("a.journey.yaml", "the link leads nowhere"),)


def test_a_map_with_errors_counts_as_far_as_it_can_be_read() -> None:
    """One wrong word costs that word and nothing else; how many there are is told."""
    wrong = TEXTS["maps/buy.journey.yaml"].replace("severity: critical", "severity: awful")
    found = report({**TEXTS, "maps/buy.journey.yaml": wrong})
    assert found.maps[0].faults == 1
    assert found.barriers == Severities(unrated=2)
    assert found.completeness == Share(17, 42)


def test_personas_and_catalogs_are_no_maps() -> None:
    """They are read for what they name, and nobody reports on them."""
    found = portfolio()
    assert len(found.maps) == 3
    assert found.unread == ()


def test_a_broken_catalog_is_told() -> None:
    """Its names may be missing; it is no map that is missing."""
    found = portfolio({**TEXTS, "words.catalog.yaml": "nothing\n"})
    assert found.unread == (
        Unread("words.catalog.yaml", "so much is wrong with it that nothing is left"),
    )
    assert not found.unread[0].is_map


def test_no_map_at_all_is_a_report_about_nothing() -> None:
    """Every figure has an answer, and none of them divides by zero."""
    found = report({})
    assert (found.completeness, found.score, found.low, found.barriers.total) == (
        Share(0, 0), None, None, 0,
    )  # fmt: skip
    assert found.today == TODAY

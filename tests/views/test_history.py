from __future__ import annotations

import xml.etree.ElementTree as ET
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from journeycli.git import Commit
from journeycli.lint.alone import Counts
from journeycli.measure.figures import Figures
from journeycli.measure.history import History, Line
from journeycli.model.checklist import QUESTIONS, Share
from journeycli.views.history.columns import Columns
from journeycli.views.history.scene import history_scene
from journeycli.views.painters.svg import paint_svg
from journeycli.views.scene import Group, Text, walk
from journeycli.views.themes import THEMES, theme

from .test_scenes import assert_apart, assert_fits, texts

BEGIN = datetime(2026, 1, 5, 10, tzinfo=UTC)


def figures(number: int = 0, **changed: Any) -> Figures:
    shares = tuple(Share(min(number, 8), 8) for _ in QUESTIONS)
    plain = Figures("Käse & Brot", 8, shares, 0.5, -1.5, number % 5, Counts(1, number, 2))
    return replace(plain, **changed)


def line(number: int, found: Figures | str | None = None, **changed: Any) -> Line:
    when = BEGIN + timedelta(days=9 * number)
    commit = Commit(f"{number:040x}", f"Person {number % 3}", when, f"Step <{number}>")
    told = figures(number) if found is None else found
    known, trouble = (None, told) if isinstance(told, str) else (told, "")
    plain = Line(commit, when.date(), "M", "a.yaml", "a.yaml", False, known, trouble)  # noqa: FBT003 - a field
    return replace(plain, **changed)


def history(*lines: Line, notes: tuple[str, ...] = ()) -> History:
    return History("maps/a.yaml", lines, notes)


CASES = {
    "one": history(line(0)),
    "several": history(*map(line, range(9))),
    "many": history(*map(line, range(700))),
    "unread first": history(line(0, "cannot be read."), line(1)),
    "gaps": history(line(0), line(1, "deleted"), line(2), line(3, "deleted"), line(4)),
    "never scored": history(*(line(n, figures(n, mean=None, low=None)) for n in range(3))),
    "now": history(line(0), line(1, commit=None, day=date(2026, 6, 1)), notes=("A note. " * 40,)),
    "only unread": history(line(0, "cannot be read. Line 1: No.")),
    "nothing": history(),
    "long names": history(line(0, figures(title="A very long title " * 20)), line(1)),
    "nothing asked": history(line(0, figures(questions=tuple(Share(0, 0) for _ in QUESTIONS)))),
}


@pytest.mark.parametrize("name", list(CASES))
def test_everything_lies_inside_the_picture_and_nothing_on_anything(name: str) -> None:
    """Whatever the history: texts fit their room and keep clear of each other."""
    scene = history_scene(CASES[name])
    assert_fits(scene)
    assert_apart(scene)


@pytest.mark.parametrize("name", list(CASES))
def test_the_svg_is_sound_in_every_theme(name: str) -> None:
    """It parses, tells its story, and has unique ids."""
    scene = history_scene(CASES[name])
    for each in THEMES:
        root = ET.fromstring(paint_svg(scene, theme(each)))  # noqa: S314 - our own picture
        ids = [e.get("id") for e in root.iter() if e.get("id")]
        assert (root.get("role"), len(ids)) == ("img", len(set(ids)))
        assert CASES[name].title in str(root[1].text)


def test_the_story_says_how_each_figure_went() -> None:
    """Who cannot see the picture hears what it shows."""
    assert history_scene(CASES["several"]).story == (
        "How Käse & Brot grew: 9 commits from 2026-01-05 to 2026-03-18 by 3 people. "
        "Complete: from 0% to 100%. Mean feeling: from +0.5 to +0.5. Lowest feeling: from −1.5 to "
        "−1.5. Open barriers: from 0 to 3. Findings: from 3 to 11."
    )


def test_who_points_at_a_commit_hears_of_it() -> None:
    """Day, author, message and figures; what is no map says why."""
    scene = history_scene(CASES["gaps"])
    tips = [each.tooltip for each in walk(scene.items) if isinstance(each, Group)]
    assert any(
        tip.startswith("2026-01-05 · Person 0\n00000000 Step <0>\nComplete: 0%") for tip in tips
    )
    assert sum("deleted" in tip for tip in tips) == 2


def test_more_commits_than_pixels_share_columns_and_the_newest_is_shown() -> None:
    """A column stands for a few commits, and the picture says so."""
    found = CASES["many"]
    columns = Columns.of(found)
    assert columns.lines[-1] == found.lines[-1]
    assert len(columns.lines) * columns.step >= 700
    shown = " ".join(" ".join(each.lines) for each in texts(history_scene(found)))
    assert f"A column is up to {columns.step} commits; it shows the last of them." in shown


def test_a_picture_without_a_map_says_why() -> None:
    """There is nothing to draw, and no error."""
    scene = history_scene(CASES["only unread"])
    said = " ".join(" ".join(t.lines) for t in walk(scene.items) if isinstance(t, Text))
    assert "There is no map to look at: cannot be read. Line 1: No." in said


def test_levels_are_explained_where_they_are_drawn() -> None:
    """The legend has the levels that some question reached, and no others."""
    shares = (Share(3, 3), *(Share(0, 3) for _ in range(len(QUESTIONS) - 1)))
    scene = history_scene(history(line(0, replace(figures(), questions=shares))))
    said = [" ".join(each.lines) for each in texts(scene)]
    levels = [each for each in said if each.endswith("answered")]
    assert levels == ["No stage answered", "All stages answered"]

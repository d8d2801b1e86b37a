"""A map's history as a table: a row a commit, the oldest first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journeycli.model.checklist import QUESTIONS
from journeycli.text import counted
from journeycli.views.portfolio.by import points, value
from journeycli.views.portfolio.tables import Column, Table

if TYPE_CHECKING:
    from journeycli.measure.figures import Figures
    from journeycli.measure.history import History, Line
    from journeycli.model.checklist import Question
    from journeycli.views.portfolio.tables import Value

NOT_COMMITTED = "not committed yet"
STATUS = {"A": "added", "M": "changed", "R": "renamed", "D": "deleted"}
_SHORT = 8  # digits of a commit's id

_WHEN = (
    Column("commit", "Commit", shown="with room"),
    Column("date", "Date"),
    Column("author", "Author"),
)
_FIGURES = (
    Column("complete", "Complete", "share"),
    Column("feeling", "Feeling", "score"),
    Column("lowest", "Lowest", "score"),
    Column("barriers", "Open barriers", "number"),
    Column("findings", "Findings", "number"),
    Column("errors", "Errors", "number", "as data"),
    Column("warnings", "Warnings", "number", "as data"),
    Column("infos", "Infos", "number", "as data"),
    Column("stages", "Stages", "number", "as data"),
)
_ABOUT = (
    Column("subject", "Message", shown="with room", prose=True),
    Column("note", "Note", prose=True),
    Column("status", "Status", shown="as data"),
    Column("path", "File", shown="as data"),
    Column("merge", "Merge", "flag", "as data"),
)


def history_table(history: History) -> Table:
    """Give the whole history, the completeness of each question with it."""
    questions = tuple(
        Column(f"complete_{_key(each)}", each.label, "share", "as data")
        for each in QUESTIONS.values()
    )
    return Table(
        name="history",
        title="History",
        columns=(*_WHEN, *_FIGURES, *questions, *_ABOUT),
        rows=tuple(_row(each) for each in history.lines),
        empty="No commit has this map.",
    )


def note(line: Line) -> str:
    """Say what a reader of a line should know besides its figures."""
    notes = [line.trouble]
    if line.status == "R":
        notes.append(f"renamed from {line.before}")
    if line.merge:
        notes.append("merge")
    return ", ".join(filter(None, notes))


def short_id(line: Line) -> str:
    """Give the first digits of the commit's id; nothing for what is not committed."""
    return line.commit.id[:_SHORT] if line.commit else ""


def author(line: Line) -> str:
    """Say who wrote a line's commit, or that there is none."""
    return line.commit.author if line.commit else NOT_COMMITTED


def summary(history: History) -> str:
    """Say how many commits there are, from when to when, in a few words."""
    commits = [each for each in history.lines if each.commit]
    if not commits:
        return "no commits yet"
    days = sorted(each.day for each in commits)
    people = len({each.commit.author for each in commits if each.commit})
    when = f"on {days[0]}" if days[0] == days[-1] else f"from {days[0]} to {days[-1]}"
    who = f" by {counted(people, 'person', 'people')}"
    return f"{counted(len(commits), 'commit')} {when}{who}"


def _key(question: Question) -> str:
    return question.name.removesuffix("-unanswered").replace("-", "_")


def _row(line: Line) -> tuple[Value, ...]:
    commit = line.commit
    return (
        short_id(line) or None,
        line.day.isoformat(),
        author(line),
        *_figures(line.figures),
        commit.subject if commit else None,
        note(line) or None,
        STATUS[line.status],
        line.path,
        line.merge,
    )


def _figures(figures: Figures | None) -> tuple[Value, ...]:
    if figures is None:
        return (None,) * (len(_FIGURES) + len(QUESTIONS))
    return (
        value(figures.completeness),
        points(figures.mean),
        figures.low,
        figures.barriers,
        figures.findings.total,
        *figures.findings,
        figures.stages,
        *map(value, figures.questions),
    )

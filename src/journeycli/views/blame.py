"""Who last touched each part of a map: as a table and as data."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from journeycli.text import counted
from journeycli.views.portfolio.export import as_markdown
from journeycli.views.portfolio.tables import Column, Table

if TYPE_CHECKING:
    from datetime import date

    from journeycli.measure.blame import Blame, Part
    from journeycli.views.portfolio.tables import Value

VERSION = 1
NOT_COMMITTED = "not committed yet"
_SHORT = 8  # digits of a commit's id
_WEEK, _MONTH, _YEAR = 7, 30, 365  # days
_COLUMNS = (
    Column("changed", "Last touched"),
    Column("age", "Ago", shown="with room"),
    Column("author", "By"),
    Column("kind", "Part"),
    Column("name", "What", prose=True),
    Column("stage", "Stage", shown="with room", prose=True),
    Column("commit", "Commit", shown="with room"),
    Column("subject", "Message", shown="as data"),
    Column("days", "Days", "number", "as data"),
    Column("or_earlier", "Or earlier", "flag", "as data"),
    Column("line", "Line", "number", "as data"),
    Column("at", "Path", shown="as data"),
)


def blame_table(found: Blame, today: date) -> Table:
    """Give a row a part, those that have not been touched for the longest time first."""
    parts = found.parts or (found.whole,)
    return Table(
        name="blame",
        title="Last touched",
        columns=_COLUMNS,
        rows=tuple(_row(each, today) for each in parts),
        empty="There is nothing to show.",
    )


def blame_markdown(found: Blame, today: date) -> str:
    """Write a heading, the table and what else is to be said."""
    from journeycli.views.markdown import escape  # noqa: PLC0415 - only Markdown needs it

    lines = [f"## {escape(found.title)}: last touched", "", *as_markdown(blame_table(found, today))]
    lines += [line for each in found.notes for line in ("", escape(each))]
    return "\n".join([*lines, ""])


def blame_data(found: Blame, today: date) -> dict[str, Any]:
    """Give all parts for programs, version 1; what is not committed yet has no commit."""
    return {
        "version": VERSION,
        "view": "blame",
        "today": today.isoformat(),
        "map": {"title": found.title, "path": found.path},
        "whole": _data(found.whole, today),
        "parts": [_data(each, today) for each in found.parts],
        "notes": list(found.notes),
    }


def summary(found: Blame, today: date) -> str:
    """Say in a sentence when the map was last touched, and how old its oldest part is."""
    if found.whole.commit is None:
        last = "changes are not committed yet"
    else:
        last = f"last touched {_ago(found.whole, today)} by {found.whole.commit.author}"
    oldest = found.parts[0] if found.parts else None
    if oldest is None or oldest.commit is None or oldest.commit == found.whole.commit:
        return last
    return f"{last}; the oldest part {_ago(oldest, today)}"


def age(days: int | None) -> str:
    """Write days as people count them: today, 3 days, 2 weeks, 8 months, 2 years."""
    if days is None:
        return ""
    if days < 1:
        return "today"
    if days < 2 * _WEEK:
        return counted(days, "day")
    if days < 2 * _MONTH:
        return f"{days // _WEEK} weeks"
    if days < 2 * _YEAR:
        return f"{days // _MONTH} months"
    return f"{days // _YEAR} years"


def changed(part: Part) -> str:
    """Write the day on which a part was last touched, as far as the clone knows."""
    if part.commit is None:
        return NOT_COMMITTED
    day = part.commit.when.date().isoformat()
    return f"{day} or earlier" if part.or_earlier else day


def _ago(part: Part, today: date) -> str:
    written = age(_days(part, today))
    return written if written == "today" else f"{written} ago"


def _days(part: Part, today: date) -> int | None:
    """Count the days since a part was touched; none where that was tomorrow, by another clock."""
    return max((today - part.commit.when.date()).days, 0) if part.commit else None


def _row(part: Part, today: date) -> tuple[Value, ...]:
    commit = part.commit
    return (
        changed(part),
        age(_days(part, today)) or None,
        commit.author if commit else None,
        part.kind,
        part.name,
        part.stage or None,
        commit.id[:_SHORT] if commit else None,
        commit.subject if commit else None,
        _days(part, today),
        part.or_earlier,
        part.line,
        part.at or None,
    )


def _data(part: Part, today: date) -> dict[str, Any]:
    commit = part.commit
    return {
        "kind": part.kind,
        "name": part.name,
        "at": part.at,
        "stage": part.stage or None,
        "line": part.line,
        "commit": commit.id if commit else None,
        "date": commit.when.isoformat() if commit else None,
        "days": _days(part, today),
        "author": commit.author if commit else None,
        "subject": commit.subject if commit else None,
        "or_earlier": part.or_earlier,
    }

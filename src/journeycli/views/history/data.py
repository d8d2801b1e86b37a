"""A map's history for programs, version 1: mapped by hand, the same whatever the terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from journeycli.model.checklist import QUESTIONS
from journeycli.views.history.tables import STATUS
from journeycli.views.portfolio.by import points, value

if TYPE_CHECKING:
    from journeycli.measure.figures import Figures
    from journeycli.measure.history import History, Line
    from journeycli.model.checklist import Share

VERSION = 1


def history_data(history: History) -> dict[str, Any]:
    """Give the whole history, the oldest line first.

    Shares go from 0 to 1, rounded down, scores from −2 to 2; what is not known is null. A line
    without a commit is what is not committed yet; one without figures says why in `trouble`.
    """
    return {
        "version": VERSION,
        "view": "history",
        "map": {"title": history.title, "path": history.path},
        "lines": [_line(each) for each in history.lines],
        "notes": list(history.notes),
    }


def _line(line: Line) -> dict[str, Any]:
    commit = line.commit
    return {
        "commit": commit.id if commit else None,
        "date": commit.when.isoformat() if commit else line.day.isoformat(),
        "author": commit.author if commit else None,
        "subject": commit.subject if commit else None,
        "status": STATUS[line.status],
        "path": line.path,
        "renamed_from": line.before if line.before != line.path else None,
        "merge": line.merge,
        "figures": _figures(line.figures) if line.figures else None,
        "trouble": line.trouble or None,
    }


def _figures(figures: Figures) -> dict[str, Any]:
    errors, warnings, infos = figures.findings
    return {
        "title": figures.title,
        "stages": figures.stages,
        "completeness": _share(figures.completeness),
        "questions": [
            {"code": question.code, "label": question.label, **_share(share)}
            for question, share in zip(QUESTIONS.values(), figures.questions, strict=True)
        ],
        "feeling": {"mean": points(figures.mean), "lowest": figures.low},
        "open_barriers": figures.barriers,
        "findings": {"errors": errors, "warnings": warnings, "infos": infos},
    }


def _share(share: Share) -> dict[str, Any]:
    return {"settled": share.settled, "asked": share.asked, "share": value(share)}

"""A difference as data, for programs: version 1, mapped by hand; keys are only added."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from journeycli.compare.difference import counts
from journeycli.compare.telling import news_of, notes_of
from journeycli.compare.wording import plain, sentence

if TYPE_CHECKING:
    from journeycli.compare.changes import Change
    from journeycli.compare.difference import Difference
    from journeycli.compare.elements import Element, Group, Value
    from journeycli.compare.sides import Completeness, Felt
    from journeycli.compare.versions import FileChange
    from journeycli.findings import Finding
    from journeycli.model.checklist import Share

_VERSION = 1


def as_json(difference: Difference, *, stat: bool = False) -> str:
    """Write a difference as one document of ASCII.

    Args:
        difference: The difference.
        stat: Whether only to count the changes.

    """
    return json.dumps(as_data(difference, stat=stat), indent=1) + "\n"


def as_data(difference: Difference, *, stat: bool = False) -> dict[str, Any]:
    """Give a difference as data."""
    new, gone = difference.elsewhere()
    return {
        "version": _VERSION,
        "old": difference.old,
        "new": difference.new,
        "files": [_file(each, difference, stat=stat) for each in difference.files],
        "findings_elsewhere": {"new": [*map(_finding, new)], "gone": [*map(_finding, gone)]},
        "notes": list(difference.notes),
        "summary": {
            "files": len(difference.files),
            "changes": sum(len(each.changes) for each in difference.files),
            "findings_new": len(difference.findings_new),
            "findings_gone": len(difference.findings_gone),
        },
    }


def share_data(share: Share) -> dict[str, int]:
    """Give how many questions are settled of those that are asked."""
    return {"settled": share.settled, "asked": share.asked}


def _file(file: FileChange, difference: Difference, *, stat: bool) -> dict[str, Any]:
    root = file.root
    new, gone = difference.of_file(file)
    return {
        "path": file.name,
        "old_path": None if file.old is None else file.old.name,
        "status": file.status,
        "kind": None if root is None else root.kind,
        "id": None if root is None else root.id,
        "title": None if root is None else root.label,
        "notes": [*(text for _, text in news_of(file)), *notes_of(file)],
        "counts": dict(sorted(counts(file).items())),
        **({} if stat else {"changes": [*map(_change, file.changes)]}),
        "checklist": None if file.completeness is None else _checklist(file.completeness),
        "feelings": [*map(_felt, file.feelings)],
        "findings": {"new": [*map(_finding, new)], "gone": [*map(_finding, gone)]},
    }


def _change(change: Change) -> dict[str, Any]:
    old = change.old
    return {
        "action": change.action,
        "kind": change.element.kind,
        "id": change.element.id,
        "label": change.element.label,
        "at": change.at,
        "in": [*map(_named, change.trail)],
        "key": change.key or None,
        "before": _value(change.before) if change.answer_before is None else None,
        "after": _value(change.after) if change.answer_after is None else None,
        "answer_before": _answer(change.answer_before),
        "answer_after": _answer(change.answer_after),
        "old_id": old.id if old is not None and change.action == "renamed" else None,
        "old_in": [*map(_named, change.old_trail)] if change.action == "moved" else None,
        "behind": _named(change.follows) if change.follows is not None else None,
        "message": plain(sentence(change)),
    }


def _named(element: Element) -> dict[str, str]:
    return {"kind": element.kind, "id": element.id, "label": element.label}


def _value(value: Value | None) -> Any:
    if value is None:
        return None
    return list(value.content) if isinstance(value.content, tuple) else value.content


def _answer(group: Group | None) -> dict[str, Any] | None:
    return None if group is None else {"state": group.state, "none": group.none}


def _checklist(completeness: Completeness) -> dict[str, Any]:
    return {
        "before": share_data(completeness.before),
        "after": share_data(completeness.after),
        "questions": [
            {
                "code": each.code,
                "label": each.label,
                "before": share_data(each.before),
                "after": share_data(each.after),
                "gained": list(each.gained),
                "lost": list(each.lost),
            }
            for each in completeness.questions
        ],
    }


def _felt(felt: Felt) -> dict[str, Any]:
    return {
        "stage": felt.id,
        "name": felt.stage,
        "score_before": _rounded(felt.before),
        "score_after": _rounded(felt.after),
        "low_before": felt.low_before,
        "low_after": felt.low_after,
    }


def _rounded(score: float | None) -> float | None:
    return None if score is None else round(score, 4)


def _finding(finding: Finding) -> dict[str, Any]:
    start = finding.place.start
    return {
        "code": finding.code,
        "name": finding.name,
        "severity": finding.severity.value,
        "message": finding.message,
        "path": finding.place.path,
        "line": start.line,
        "column": start.column,
        "at": finding.at,
    }

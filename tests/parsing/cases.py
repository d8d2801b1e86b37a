"""A mistake and what is said about it, as the tables of these tests hold it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from journeycli.parsing import Diagnosis, parse
from journeycli.source.document import read_document

if TYPE_CHECKING:
    from journeycli.source.span import Path

HEAD = "format: journey-map/1\nid: a\ntitle: A\n"
STAGE = f"{HEAD}stages:\n  - id: a\n    name: A\n    "
IN_STAGE = ("stages", 0)


class Case(NamedTuple):
    """A mistake in a stage, or in the file where its path says so, and what is said about it."""

    text: str
    path: Path
    message: str
    help: str
    repair: str | None = None
    code: str = "J002"


def diagnoses(text: str) -> tuple[Diagnosis, ...]:
    return parse(read_document(text.encode())).diagnoses


def in_stage(case: Case) -> tuple[Diagnosis, ...]:
    return diagnoses(f"{STAGE}{case.text}\n")


def in_map(case: Case) -> tuple[Diagnosis, ...]:
    return diagnoses(f"{HEAD}{case.text}\nstages: [{{id: a, name: A}}]\n")


def told(found: tuple[Diagnosis, ...]) -> list[Case]:
    return [
        Case(
            "",
            each.problem.path,
            each.problem.message,
            each.problem.help or "",
            each.problem.repair.text if each.problem.repair else None,
            each.code,
        )
        for each in found
    ]


def name(case: Case) -> str:
    return case.text

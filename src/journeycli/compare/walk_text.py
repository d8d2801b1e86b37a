"""A walkthrough as the text of its file, and read from it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journeycli.errors import UserError
from journeycli.model.walk import Walk
from journeycli.parsing import parse
from journeycli.source.document import read_document
from journeycli.source.quoting import quote

if TYPE_CHECKING:
    from collections.abc import Iterator

    from journeycli.model.walk import WalkStep
    from journeycli.source.limits import Limits


def walk_text(walk: Walk) -> str:
    """Write a walkthrough as YAML, one key a line."""
    return "\n".join(_lines(walk)) + "\n"


def read_walk(raw: bytes, name: str, limits: Limits) -> Walk:
    """Read a walkthrough.

    Raises:
        UserError: It is none, or something is wrong with it.

    """
    document = read_document(raw, limits)
    parsed = parse(document)
    if isinstance(parsed.model, Walk) and not document.faults and not parsed.diagnoses:
        return parsed.model
    said = [each.message for each in document.faults]
    said += [each.problem.message for each in parsed.diagnoses]
    raise UserError(
        said[0] if said else "This is no walkthrough: its first line reads `format: walk/1`.",
        place=name,
        hint="Mend the file, or begin anew with another one: journey walk MAP -o FILE",
    )


def _lines(walk: Walk) -> Iterator[str]:
    yield f"format: {walk.format}"
    for key, value in (
        ("map", walk.map),
        ("persona", walk.persona),
        ("walker", walk.walker),
        ("started", str(walk.started)),
        ("finished", str(walk.finished) if walk.finished else None),
    ):
        if value is not None:
            yield f"{key}: {quote(value)}"
    if walk.steps:
        yield "steps:"
    for step in walk.steps:
        yield from _step(step)


def _step(step: WalkStep) -> Iterator[str]:
    yield f"  - stage: {quote(step.stage)}"
    for key, value in (
        ("touchpoint", step.touchpoint),
        ("happened", step.happened),
        ("name", step.name),
        ("score", None if step.score is None else f"{step.score:g}"),
        ("note", step.note),
    ):
        if value is not None:
            yield f"    {key}: {value if key == 'score' else quote(value)}"

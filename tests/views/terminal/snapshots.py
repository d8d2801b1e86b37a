"""Which views are kept as text, and how they are drawn.

python -m pytest … fails when one of them changes; this writes them anew:
cd tests/views && python -m terminal.snapshots
"""

from __future__ import annotations

from datetime import date
from functools import partial
from itertools import cycle
from typing import TYPE_CHECKING

from journeycli.compare.walk import compare, contacts
from journeycli.model.walk import begun, noted, with_steps
from journeycli.testing import lint_texts
from journeycli.views.agenda import agenda
from journeycli.views.known import know
from journeycli.views.terminal import registry
from journeycli.views.terminal.agenda import agenda_view
from journeycli.views.terminal.stage import stage_view
from journeycli.views.terminal.walked import promise_lines, stage_lines, walked_lines

from .drawing import HERE, SNAPSHOTS, drawn, look, repair

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rich.text import Text

    from journeycli.model.walk import Happened
    from journeycli.views.terminal.look import Look
    from journeycli.views.terminal.subject import Subject, View


def _stage(subject: Subject, at: Look) -> Iterator[Text]:
    return stage_view(subject, 1, (), at)


def _agenda(subject: Subject, at: Look) -> Iterator[Text]:
    text = (HERE / "maps" / "repair.journey.yaml").read_text("utf-8")
    found = lint_texts({"repair.journey.yaml": text}).findings
    return agenda_view(agenda(subject.journey, found, know(subject.journey)), at)


def _walk(subject: Subject, at: Look) -> Iterator[Text]:
    """Draw what is promised at the first touchpoint, and a walk that went another way."""
    journey, names = subject.journey, subject.names
    promised = contacts(journey, names.touchpoint, None)
    steps = [
        noted(each.key, what, score=score / 2, note=NOTE if what == "failed" else None)
        for each, what, score in zip(promised, cycle(HAPPENED), cycle(range(-4, 5)), strict=False)
    ]
    surprise = noted((promised[0].key[0], None), "ad-hoc", name="A neighbour – 修理 – helps")
    walk = with_steps(begun(journey.id, None, date(2026, 11, 30)), (*steps, surprise))
    yield from stage_lines(journey, 0, at)
    yield from promise_lines(promised[0], names, at)
    yield from walked_lines(compare(walk, journey, promised), journey, names, at)


HAPPENED: tuple[Happened, ...] = ("as-planned", "failed", "missing", "out-of-sequence")
NOTE = "Nobody knew of the appointment; the line went dead twice, “again” – after €3 of waiting"
VIEWS: dict[str, View] = {
    **{name: partial(registry.view, name) for name in registry.VIEWS},
    "stage": _stage,
    "agenda": _agenda,
    "walk": _walk,
}
"""Every view, the second stage of the map, its agenda, and a walk through it."""

FORMS = {
    "60": look(60),
    "80": look(80),
    "120": look(120),
    "140": look(140),
    "200": look(200),
    "80-ascii": look(80, "ascii"),
    "80-cp1252": look(80, "cp1252"),
    "120-ascii": look(120, "ascii"),
    "80-color": look(80, color=True),
}


def pictures() -> dict[str, str]:
    """Draw every view in every form."""
    journey = repair()
    return {
        f"{name}-{form}": drawn(view, journey, at)
        for name, view in VIEWS.items()
        for form, at in FORMS.items()
    }


if __name__ == "__main__":
    SNAPSHOTS.mkdir(exist_ok=True)
    for path in SNAPSHOTS.iterdir():
        path.unlink()
    for name, text in pictures().items():
        (SNAPSHOTS / f"{name}.txt").write_text(text, "utf-8")

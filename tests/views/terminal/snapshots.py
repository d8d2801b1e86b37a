"""Which views are kept as text, and how they are drawn.

python -m pytest … fails when one of them changes; this writes them anew:
cd tests/views && python -m terminal.snapshots
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from journeycli.views.terminal import registry
from journeycli.views.terminal.stage import stage_view

from .drawing import SNAPSHOTS, drawn, look, repair

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rich.text import Text

    from journeycli.views.terminal.look import Look
    from journeycli.views.terminal.subject import Subject, View


def _stage(subject: Subject, at: Look) -> Iterator[Text]:
    return stage_view(subject, 1, (), at)


VIEWS: dict[str, View] = {
    **{name: partial(registry.view, name) for name in registry.VIEWS},
    "stage": _stage,
}
"""Every view, and the second stage of the map."""

FORMS = {
    "60": look(60),
    "80": look(80),
    "140": look(140),
    "80-ascii": look(80, "ascii"),
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

"""Which views are kept as text, and how they are drawn.

python -m pytest … fails when one of them changes; this writes them anew:
cd tests/views && python -m terminal.snapshots
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from journeycli.views.terminal.checklist import checklist_view

from .drawing import SNAPSHOTS, drawn, look, repair

if TYPE_CHECKING:
    from .drawing import View

VIEWS: dict[str, View] = {"checklist": checklist_view}
FORMS = {
    "60": look(60),
    "80": look(80),
    "140": look(140),
    "80-ascii": look(80, "ascii"),
    "80-cp1252": look(80, "cp1252"),
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
    for name, text in pictures().items():
        (SNAPSHOTS / f"{name}.txt").write_text(text, "utf-8")

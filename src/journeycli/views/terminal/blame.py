"""Who last touched each part of a map, in the terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.text import Text

from journeycli.views.blame import blame_table, summary
from journeycli.views.terminal.lines import flowed, hung, wrapped
from journeycli.views.terminal.look import WARNING
from journeycli.views.terminal.portfolio_table import fitted_lines

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from journeycli.measure.blame import Blame
    from journeycli.views.terminal.look import Look


def blame_view(found: Blame, today: date, look: Look) -> Iterator[Text]:
    """Yield the title, a line a part, and what else is to be said."""
    yield from wrapped(look.text(found.title, "bold"), look.width)
    facts = [look.text(each, "dim") for each in (found.path, summary(found, today))]
    yield from flowed(facts, look.width, f" {look.signs.dot} ")
    yield Text()
    yield from fitted_lines(blame_table(found, today), look)
    for each in found.notes:
        yield Text()
        yield from hung(Text("! ", f"bold {WARNING}"), look.text(each), look.width, 2)

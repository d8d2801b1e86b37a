"""What a view is drawn from."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from rich.text import Text

    from journeycli.model import JourneyMap
    from journeycli.views.terminal.look import Look
    from journeycli.views.terminal.names import Names


class Source(NamedTuple):
    """Where a map was read from.

    Attributes:
        name: What to type to name it in a command: its id, or its file.
        path: Its file, as the reader would type it.
        faults: How many places of the file could not be read as they are written.
        is_file: Whether there is a file that a command could be given.

    """

    name: str
    path: str
    faults: int = 0
    is_file: bool = True


class Subject(NamedTuple):
    """A map with what stands around it.

    Attributes:
        journey: The map.
        source: Where it was read from.
        names: What its ids are called.

    """

    journey: JourneyMap
    source: Source
    names: Names


View: TypeAlias = "Callable[[Subject, Look], Iterator[Text]]"
"""A view yields its lines, none wider than the look allows."""

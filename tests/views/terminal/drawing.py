"""What the tests of this folder share: maps, and a view drawn as text."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from journeycli.model import JourneyMap
from journeycli.parsing import parse
from journeycli.source.document import read_document
from journeycli.views.terminal.look import Look
from journeycli.views.terminal.names import Names
from journeycli.views.terminal.paint import painted
from journeycli.views.terminal.subject import Source, Subject

if TYPE_CHECKING:
    from journeycli.views.terminal.subject import View

HERE = Path(__file__).parent
SNAPSHOTS = HERE / "snapshots"
UNICODE = "utf-8"


def read(text: str) -> JourneyMap:
    """Read a map from its text."""
    model = parse(read_document(text.encode())).model
    assert isinstance(model, JourneyMap)
    return model


def repair() -> JourneyMap:
    """Give the map that the pictures of this folder show."""
    return read((HERE / "maps" / "repair.journey.yaml").read_text("utf-8"))


def long(stages: int) -> JourneyMap:
    """Give a map of many stages with nothing but names."""
    listed = "".join(f"  - {{id: s-{n}, name: Stage number {n}}}\n" for n in range(1, stages + 1))
    return read(f"format: journey-map/1\nid: long\ntitle: Long\nstages:\n{listed}")


def look(width: int, encoding: str = UNICODE, *, color: bool = False) -> Look:
    """Give the look of a terminal."""
    return Look(width=width, unicode=encoding == UNICODE, color=color, encoding=encoding)


def drawn(view: View, journey: JourneyMap, at: Look, *, faults: int = 0) -> str:
    """Draw a view of a map."""
    return painted(view(subject(journey, faults=faults), at), at)


def subject(journey: JourneyMap, *, faults: int = 0) -> Subject:
    """Give a map as a view wants it, with no workspace around it."""
    source = Source(journey.id, f"maps/{journey.id}.journey.yaml", faults)
    return Subject(journey, source, Names(journey))


def snapshot(name: str) -> str:
    """Read what a view looked like when somebody last looked at it."""
    return (SNAPSHOTS / f"{name}.txt").read_text("utf-8")

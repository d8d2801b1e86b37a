"""Workbooks: a sheet for each map, and sheets for what a grid has no room for."""

from __future__ import annotations

import io
import tempfile
from contextlib import ExitStack
from datetime import UTC, datetime
from itertools import chain, islice
from typing import IO, TYPE_CHECKING, Any, Final

from journeycli.interchange.details import DETAILS, OVERVIEW
from journeycli.interchange.grid_out import grid, one_line
from journeycli.interchange.xlsx_details import Details, write_details
from journeycli.interchange.xlsx_map import write_map
from journeycli.interchange.xlsx_names import Names
from journeycli.interchange.xlsx_overview import Overview
from journeycli.interchange.xlsx_stream import Book, Finishing, LongSheet
from journeycli.interchange.xlsx_style import Styles

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from journeycli.interchange.xlsx_stream import Opened
    from journeycli.model import JourneyMap, Persona

_CREATED: Final = datetime(1980, 1, 1, tzinfo=UTC)  # the same map gives the same bytes
_OPTIONS: Final = {
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}


def write(journey: JourneyMap, personas: Mapping[str, Persona] | None = None) -> bytes:
    """Write a map as a workbook.

    Args:
        journey: The map.
        personas: Personas that stand in files of their own, by id.

    Raises:
        UserError: The map says more than a workbook holds.

    """
    stream = io.BytesIO()
    write_workbook([journey], personas or {}, stream)
    return stream.getvalue()


def write_workbook(
    journeys: Iterable[JourneyMap], personas: Mapping[str, Persona], stream: IO[bytes]
) -> None:
    """Write maps as one workbook: an overview where there are several, a sheet each, and details.

    Texts are written as texts, whatever they begin with: nothing in the workbook is a formula.
    No more than a map at a time is held in the memory.

    Args:
        journeys: The maps, at least one.
        personas: Personas that stand in files of their own, by id.
        stream: Where the workbook goes.

    Raises:
        UserError: The maps say more than a workbook holds.

    """
    left = iter(journeys)
    first = list(islice(left, 2))
    several = len(first) > 1
    with ExitStack() as stack:
        folder = stack.enter_context(tempfile.TemporaryDirectory())
        book = _book(stream, first[0], {"tmpdir": folder} if several else {"in_memory": True})

        def opened() -> IO[bytes]:
            return stack.enter_context(tempfile.TemporaryFile())

        _sheets(book, chain(first, left), personas, opened, several=several)
        book.close()


def _book(stream: IO[bytes], first: JourneyMap, where: Mapping[str, Any]) -> Book:
    book = Book(stream, {**_OPTIONS, **where})
    title = one_line(first.title)[:200]
    book.set_properties({"title": title, "comments": "journeycli", "created": _CREATED})
    return book


def _sheets(
    book: Book,
    journeys: Iterable[JourneyMap],
    personas: Mapping[str, Persona],
    opened: Opened,
    *,
    several: bool,
) -> None:
    finishing, styles, names = Finishing(book, opened), Styles(book), Names()
    overview, details = Overview(opened), Details(personas, opened)
    top = book.add_worksheet(names.take(OVERVIEW), LongSheet) if several else None
    spoken = {id_: persona.name for id_, persona in personas.items()}
    reserved = [detail.name for detail in DETAILS]
    for journey in journeys:
        laid = grid(journey, spoken)
        sheet = book.add_worksheet(names.take(laid.title, reserved))
        write_map(sheet, laid, styles)
        finishing.done(sheet)
        overview.add(journey, laid)
        details.add(journey)
    if top is not None:
        overview.write(top, styles)
    for detail, rows in details.filled():
        write_details(book.add_worksheet(names.take(detail.name), LongSheet), detail, rows, styles)

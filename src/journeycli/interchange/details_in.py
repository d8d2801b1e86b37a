"""Reading the sheets beside the map back into the maps."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from journeycli.interchange.details import DETAILS, MAP, OVERVIEW, OVERVIEW_HEADINGS, STAGE
from journeycli.interchange.notes import Notes, quoted
from journeycli.interchange.scores import number, plain_score
from journeycli.interchange.statements import split
from journeycli.text import file_stem, slug

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from journeycli.interchange.details import Column, Detail
    from journeycli.interchange.draft import Draft
    from journeycli.interchange.sheet import Sheet


class _Row(NamedTuple):
    """A row of such a sheet: what holds the element, the element, and where it stands."""

    around: dict[str, str]
    element: dict[str, Any]
    place: str


def detail_of(sheet: Sheet) -> Detail | None:
    """Tell which sheet of details this is; None where it is none."""
    heading = _heading(sheet)
    return next(
        (
            detail
            for detail in DETAILS
            if sheet.name.startswith(detail.name)
            and heading[: len(detail.headings)] == detail.headings
        ),
        None,
    )


def is_overview(sheet: Sheet) -> bool:
    """Tell whether a sheet is the overview that an export adds for the reader."""
    return sheet.name == OVERVIEW and _heading(sheet)[: len(OVERVIEW_HEADINGS)] == OVERVIEW_HEADINGS


def with_details(drafts: Sequence[Draft], sheets: Sequence[tuple[Detail, Sheet]]) -> list[Draft]:
    """Put what sheets of details say into the maps; what fits nowhere is noted."""
    notes = Notes()
    beside: dict[str, dict[str, Any]] = {}
    for detail, sheet in sheets:
        for row in _rows(detail, sheet):
            if detail.within == "":
                _put_persona(row, drafts, beside)
            elif not _put(detail, row, drafts):
                text = str(next(iter(row.element.values()), ""))
                notes.left_out(
                    row.place, f"{quoted(text)} belongs to no map, stage or barrier here."
                )
    result = [replace(draft, remarks=(*draft.remarks, *notes.remarks())) for draft in drafts[:1]]
    result += drafts[1:]
    if beside:
        result[0] = replace(result[0], beside={**result[0].beside, **beside})
    return result


def _heading(sheet: Sheet) -> tuple[str, ...]:
    return tuple(" ".join(cell.split()) for cell in sheet.rows[0]) if sheet.rows else ()


def _rows(detail: Detail, sheet: Sheet) -> Iterator[_Row]:
    around = len(detail.headings) - len(detail.columns)
    for at, cells in enumerate(sheet.rows[1:], 1):
        if not any(cells):
            continue
        held = dict(zip(detail.headings[:around], cells[:around], strict=True))
        element: dict[str, Any] = {}
        for column, cell in zip(detail.columns, cells[around:], strict=False):
            if cell:
                _set(element, column, cell)
        yield _Row(held, element, sheet.place(at, around))


def _set(element: dict[str, Any], column: Column, cell: str) -> None:
    *path, last = column.key.split(".")
    target = element
    for step in path:
        target = target.setdefault(step, {})
    target[last] = _value(column, cell)


def _value(column: Column, cell: str) -> Any:
    match column.kind:
        case "number":
            found = number(cell)
            return plain_score(found.value) if found else cell
        case "flag":
            return cell.lower() in _YES
        case "list":
            return [each.strip() for each in cell.split(",") if each.strip()]
        case "lines":
            return split(cell)
        case _:
            return " ".join(cell.split())


_YES: Final = ("yes", "true", "x", "1", "✓")


def _put(detail: Detail, row: _Row, drafts: Sequence[Draft]) -> bool:
    """Put an element where it belongs; tells whether there is such a place."""
    for draft in drafts:
        if row.around[MAP] not in (draft.data["id"], "") and len(drafts) > 1:
            continue
        if detail.within == "map":
            _replace(draft.data.setdefault(detail.key, []), row.element)
            return True
        for stage in draft.data["stages"]:
            if row.around[STAGE] in (stage["name"], stage["id"]) and _put_in_stage(
                detail, row, stage
            ):
                return True
    return False


def _put_in_stage(detail: Detail, row: _Row, stage: dict[str, Any]) -> bool:
    holder = stage
    if detail.within == "barrier":
        barriers = stage.get("barriers")
        texts = [each if isinstance(each, str) else each["text"] for each in barriers or ()]
        if not isinstance(barriers, list) or row.around["Barrier"] not in texts:
            return False
        at = texts.index(row.around["Barrier"])
        if isinstance(barriers[at], str):
            barriers[at] = {"text": barriers[at]}
        holder = barriers[at]
    text = row.element.get("text", "")
    if detail.within == "barrier" and text.startswith(NONE):
        holder[detail.key] = {"none": text.removeprefix(NONE)}
        return True
    if isinstance(holder.get(detail.key), dict):  # a reason why there is nothing
        holder[detail.key] = []
    _merge(
        holder.setdefault(detail.key, []),
        row.element,
        "name" if detail.key == "touchpoints" else "text",
    )
    return True


NONE: Final = "None: "
"""What the text of a removal begins with that says why there is none."""


def _merge(elements: list[Any], element: dict[str, Any], word: str) -> None:
    """Put an element in the place of its short form, or at the end."""
    for at, other in enumerate(elements):
        text = other if isinstance(other, str) else other.get(word)
        own = element.get(word) or element.get("ref")
        if text == own or (word == "name" and text and own and slug(text) == slug(own)):
            base = {} if isinstance(other, str) else other
            elements[at] = {**base, **element}
            return
    elements.append(element)


def _replace(elements: list[Any], element: dict[str, Any]) -> None:
    """Put an element at the end, in the place of the one with its id: the sheet has the order."""
    elements[:] = [each for each in elements if each["id"] != element.get("id")]
    elements.append(element)


def _put_persona(row: _Row, drafts: Sequence[Draft], beside: dict[str, dict[str, Any]]) -> None:
    """Put a persona in place where one map names them, else in a file of their own."""
    id_ = row.element.get("id") or slug(row.element.get("name", "")) or "persona"
    persona = {"id": id_, **{key: value for key, value in row.element.items() if key != "id"}}
    persona.setdefault("name", id_)
    naming = [
        draft
        for draft in drafts
        if any(isinstance(p, dict) and p["id"] == id_ for p in draft.data.get("personas", []))
    ]
    if len(naming) == 1:
        people = naming[0].data["personas"]
        people[:] = [persona if p["id"] == id_ else p for p in people]
        return
    beside[f"{file_stem(id_)}.persona.yaml"] = {"format": "persona/1", **persona}
    for draft in naming:
        people = draft.data["personas"]
        people[:] = [id_ if isinstance(p, dict) and p["id"] == id_ else p for p in people]

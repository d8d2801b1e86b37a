"""`fmt`: a file in the canonical layout, by the order of the format's keys."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from journeycli.errors import UserError
from journeycli.model.barriers import Opportunity, Removal
from journeycli.model.journey import JourneyMap
from journeycli.model.keys import known_keys
from journeycli.model.shapes import Element, at
from journeycli.model.statements import Need, Statement
from journeycli.parsing import parse
from journeycli.rules.writing.prose import kind
from journeycli.source.document import read_document
from journeycli.source.layout import LayoutError, lay_out

if TYPE_CHECKING:
    from journeycli.model.base import Model
    from journeycli.model.formats import Kind
    from journeycli.source.limits import Limits
    from journeycli.source.span import Path

_BOM = "\ufeff"
_MEASURE = ("kind", "department", "name", "status", "due", "done", "evidence")
_FIRST: dict[type[Model], tuple[str, ...]] = {
    JourneyMap: (
        *("format", "id", "title", "summary", "state", "maturity", "baseline", "addresses"),
        *("personas", "scenario", "objective", "customer_goals", "scope", "owner"),
        *("customer_owner", "contributors", "review", "channels", "departments"),
    ),
    Need: ("text", "persona"),
    Opportunity: ("id", "text", "for", *_MEASURE),
    Removal: ("id", "text", *_MEASURE),
}
"""Keys that stand at the beginning, where people write them in another order than the model's."""

_LAST = ("persona", "evidence")
"""Keys of statements that stand at the end."""


def formatted(raw: bytes, limits: Limits, name: str) -> bytes:
    """Give a file in the canonical layout.

    Args:
        raw: Its bytes.
        limits: What a file may be at most.
        name: What messages call it.

    Raises:
        UserError: It cannot be read, or would not say the same afterwards.

    """
    document = read_document(raw, limits)
    of = kind(document.data)
    try:
        text = lay_out(
            document,
            lambda path: key_order(of, _in_general(path)),
            lambda path: _is_statement(of, _in_general(path)),
            limits,
        )
    except LayoutError as error:
        raise _left(name, str(error)) from error
    changed = ((_BOM if document.has_bom else "") + text).encode()
    before, after = parse(document), parse(read_document(changed, limits))
    if before.model != after.model or len(before.diagnoses) != len(after.diagnoses):
        raise _left(name, "what it says would change")
    return changed


@cache
def key_order(of: Kind | None, path: Path) -> tuple[str, ...]:
    """Give the keys of the mapping at a path, in the order in which they are written.

    It is the order of the format; what every statement may have stands behind what its field adds.

    Args:
        of: The kind of the file; nothing is known of another one.
        path: The path, with 0 for any item of a list.

    """
    if of is None:
        return ()
    known = known_keys(of, (*path, ""))
    shape = at(of, path)
    if not isinstance(shape, Element):
        return known
    first = _FIRST.get(shape.model, ())
    last = [key for key in _LAST if key in known and key not in first]
    if not issubclass(shape.model, Statement):
        last = []
    return (*first, *(key for key in known if key not in (*first, *last)), *last)


def _left(name: str, why: str) -> UserError:
    return UserError(f"{name} is left as it is, because {why}.")


@cache
def _is_statement(of: Kind | None, path: Path) -> bool:
    shape = at(of, path) if of is not None else None
    return isinstance(shape, Element) and shape.model.SENTENCE == "text"


def _in_general(path: Path) -> Path:
    """Give a path with any item of a list in place of the one it names."""
    return tuple(0 if isinstance(step, int) else step for step in path)

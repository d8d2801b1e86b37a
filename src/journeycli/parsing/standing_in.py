"""What stands in memory where the file holds nothing that can be read."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, assert_never

from journeycli.model.scalars import Scalar
from journeycli.model.shapes import ByName, Element, Items, at, keys, title_of
from journeycli.text import slug

if TYPE_CHECKING:
    from journeycli.model.formats import Kind
    from journeycli.model.shapes import Shape
    from journeycli.source.document import Data
    from journeycli.source.span import Path

UNSAID: Final = "…"
"""The text that stands for one that is missing; no message shows it."""

_SCALARS: Final = {"link": "https://example.com", "image": "image.png"}


def stand_in(kind: Kind, path: Path, beside: Data) -> Data:
    """Make the least that the format takes at a path.

    Args:
        kind: The kind of the file.
        path: Where it is needed.
        beside: What stands there and is refused, or the mapping in which it is missing.

    """
    shape = at(kind, path)
    if isinstance(beside, str) and isinstance(shape, Element):
        return _named(shape, path, beside)
    if path[-1] in ("name", "title") and isinstance(beside, dict):
        own = beside.get("id")
        return own if isinstance(own, str) and own.strip() else _by_number(kind, path[:-1])
    return _least(shape, path)


def _by_number(kind: Kind, path: Path) -> str:
    """Name an element that has no name: `Stage 3`."""
    shape = at(kind, path)
    title = title_of(shape.model) if isinstance(shape, Element) else UNSAID
    return f"{title} {path[-1] + 1}" if path and isinstance(path[-1], int) else title


def _named(shape: Element, path: Path, sentence: str) -> Data:
    """Read a sentence in a mapping's place as what people call the element."""
    least = _least(shape, path)
    if isinstance(least, dict) and "name" in least and sentence.strip():
        least["name"] = sentence
        if "id" in least:
            least["id"] = slug(sentence) or least["id"]
    return least


def _least(shape: Shape | None, path: Path) -> Data:
    match shape:
        case Element(model):
            wanted = [key for key in keys(model) if key.required]
            wanted += [key for key in keys(model) if key.name in model.AT_LEAST_ONE[:1]]
            return {key.name: _least(key.shape, (*path, key.name)) for key in wanted}
        case Items():
            return [_least(shape.item, (*path, 0))] if shape.required else []
        case ByName():
            return {}
        case Scalar():
            return _scalar(shape, path)
        case None:
            return UNSAID
        case _:
            assert_never(shape)


def _scalar(scalar: Scalar, path: Path) -> str:
    if scalar.name == "id":
        numbers = "-".join(str(step) for step in path if isinstance(step, int))
        return f"unnamed-{numbers or 'file'}"
    if scalar.vocabulary is not None:
        return next(iter(scalar.vocabulary.words))
    return _SCALARS.get(scalar.name, UNSAID)

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

_UNNAMED: Final = "unnamed-"
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
    element = at(kind, path[:-1])
    if isinstance(beside, dict) and isinstance(element, Element) and _is_name(element, path[-1]):
        own = beside.get("id")
        written = isinstance(own, str) and own.strip() and not own.startswith(_UNNAMED)
        return own if written else _by_number(element, path[:-1])
    return _least(shape, path)


def takes_texts(kind: Kind, path: Path) -> bool:
    """Tell whether the elements of the list at a path can be plain texts."""
    shape = at(kind, path)
    if not isinstance(shape, Items):
        return False
    return not isinstance(shape.item, Element) or bool(shape.item.model.SENTENCE)


def _is_name(element: Element, key: str | int) -> bool:
    """Tell whether messages call an element by what stands under a key."""
    return key in ("name", "title") or (bool(key) and key == element.model.SENTENCE)


def _by_number(element: Element, path: Path) -> str:
    """Name an element that has no name: `Stage 3`."""
    title = title_of(element.model)
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
            return {
                key.name: _by_number(shape, path)
                if _is_name(shape, key.name)
                else _least(key.shape, (*path, key.name))
                for key in wanted
            }
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
        return f"{_UNNAMED}{numbers or 'file'}"
    if scalar.vocabulary is not None:
        return next(iter(scalar.vocabulary.words))
    return _SCALARS.get(scalar.name, UNSAID)

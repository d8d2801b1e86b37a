"""Every model of the format."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journeycli.model.shapes import ROOTS, ByName, Element, Items, Shape, keys

if TYPE_CHECKING:
    from journeycli.model.base import Model


def models_below(root: type[Model]) -> list[type[Model]]:
    """Give a model and all that stand below it, each once, in the order of the format."""
    found: dict[type[Model], None] = {}
    _gather(Element(root), found)
    return list(found)


def all_models() -> list[type[Model]]:
    """Give every model, each once."""
    return list(dict.fromkeys(model for root in ROOTS.values() for model in models_below(root)))


def _gather(shape: Shape, found: dict[type[Model], None]) -> None:
    match shape:
        case Element(model) if model not in found:
            found[model] = None
            for key in keys(model):
                _gather(key.shape, found)
        case Items(item):
            _gather(item, found)
        case ByName(value):
            _gather(value, found)
        case _:
            pass

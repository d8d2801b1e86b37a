"""What a place of a file wants: a sentence, a name, or a word that stands for something."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journeycli.model.keys import known_keys, meant_key
from journeycli.model.scalars import Scalar
from journeycli.model.shapes import Element, Items, at
from journeycli.text import is_slug

if TYPE_CHECKING:
    from journeycli.model.formats import Kind
    from journeycli.source.document import Data
    from journeycli.source.span import Path

_KINDS: dict[str, Kind] = {
    "journey-map/1": "journey-map",
    "persona/1": "persona",
    "catalog/1": "catalog",
}
_LISTS_OF_WORDS = frozenset({"values", "needs"})
"""Answers in which a few words without a verb are usual: “[A fair price, no surprises]”."""


def kind(data: Data) -> Kind | None:
    """Tell a file's kind by its `format`; None where it cannot be told."""
    written = data.get("format") if isinstance(data, dict) else None
    return _KINDS.get(written) if isinstance(written, str) else None


def takes_text(of: Kind, path: Path, written: Data) -> bool:
    """Tell whether people write freely at a path: a text, or the sentence of an element.

    Ids, dates, figures and the words of a vocabulary are not free, nor is the id of a persona.
    """
    match at(of, path):
        case Scalar(name="text", vocabulary=None):
            return True
        case Element(model) if model.SENTENCE:
            return not (path[0] == "personas" and isinstance(written, str) and is_slug(written))
        case _:
            return False


def takes_statements(of: Kind, path: Path) -> bool:
    """Tell whether a list of a stage holds whole sentences, so that half a one is out of place."""
    return path[-1] not in _LISTS_OF_WORDS and takes_words(of, path)


def takes_words(of: Kind, path: Path) -> bool:
    """Tell whether a list of a stage holds sentences or words."""
    if path[:1] != ("stages",) or "lanes" in path:
        return False
    match at(of, path):
        case Items(Element(model)):
            return model.SENTENCE == "text"
        case _:
            return False


def may_be_none(of: Kind, path: Path) -> str | None:
    """Give the key of the list whose element a text is, where `{none: why}` may stand for it."""
    place = max((at for at, step in enumerate(path) if isinstance(step, int)), default=0)
    match at(of, path[:place]):
        case Items(Element(model), none=True) if path[place + 1 :] in ((), (model.SENTENCE,)):
            return str(path[place - 1])
        case _:
            return None


def is_key(of: Kind, path: Path) -> bool:
    """Tell whether a key without a value is one of the format, or was meant to be one."""
    key, known = str(path[-1]), known_keys(of, path)
    return key.startswith("x-") or not known or key in known or meant_key(of, path) is not None

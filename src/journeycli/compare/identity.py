"""What an element is called, and what it is known by where it has no id."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from journeycli.model.barriers import Barrier, Measure
from journeycli.model.evidence import Metric, PageLink
from journeycli.model.frame import Address, Contributor, Path, Resource, ReviewEntry
from journeycli.model.shapes import title_of
from journeycli.model.stage import Next
from journeycli.model.statements import Emotion, Statement
from journeycli.model.touchpoints import Handoff, Image, SharedTouchpoint, Touchpoint
from journeycli.text import slug

if TYPE_CHECKING:
    from collections.abc import Iterable

    from journeycli.model.base import Model

_KINDS: Final = {
    "JourneyMap": "map",
    "Next": "way on",
    "PageLink": "link",
    "OwnPhase": "phase",
    "SharedTouchpoint": "touchpoint",
    "ReviewEntry": "review entry",
}
_STATEMENTS: Final = {
    "motivations": "motivation",
    "inhibitors": "inhibitor",
    "enablers": "enabler",
    "influences": "influence",
    "values": "value",
    "thoughts": "thought",
    "quotes": "quote",
    "customer_goals": "customer goal",
    "customer_progression": "customer progression",
    "company_progression": "company progression",
    "goals": "goal",
    "needs": "need",
    "frustrations": "frustration",
    "behaviours": "behaviour",
    "deciding_factors": "deciding factor",
    "constraints": "constraint",
    "attracted_by": "attraction",
}
_NAMES: Final = ("name", "text", "title", "feeling")


def kind_of(model: Model, key: str) -> str:
    """Say what an element is, in the words of the format: `stage`, `barrier`, `motivation`.

    Args:
        model: The element.
        key: The key under which it stands; empty for a whole file.

    """
    if key in _STATEMENTS and isinstance(model, Statement):
        return _STATEMENTS[key]
    return _KINDS.get(type(model).__name__) or title_of(type(model)).lower()


def label_of(model: Model) -> str:
    """Give what people call an element, as written."""
    match model:
        case Handoff():
            return f"{model.from_} → {model.to}"
        case Next():
            return model.stage or model.end or ""
        case Metric():
            return model.label
        case Address():
            return model.barrier
        case PageLink():
            return model.title or model.url
        case Image():
            return model.alt or model.src
        case Contributor():
            parts = (model.name, model.role, model.department)
            return ", ".join(each for each in parts if each)
        case ReviewEntry():
            return model.date.text if model.date else model.by or ""
        case Path():
            return model.name or model.id or " → ".join(model.stages)
    found = next((each for name in _NAMES if (each := getattr(model, name, None))), None)
    return str(found or getattr(model, "effective_id", None) or getattr(model, "id", None) or "")


def identity(model: Model) -> str:
    """Give what an element of a list is known by: its id, else what it says, as an id."""
    match model:
        case Barrier() | Measure() | Touchpoint() | SharedTouchpoint():
            return model.effective_id or label_of(model)
        case Emotion():
            return _joined(slug(model.feeling or ""), model.persona)
        case Metric():
            return _joined(slug(model.label), model.segment)
        case Image():
            return model.src
        case PageLink():
            return model.url
        case Resource() | Path():
            return model.id or _slug(label_of(model))
        case Next():
            return model.stage or _slug(model.end or "")
    own = getattr(model, "id", None)
    return str(own) if own else _slug(label_of(model))


def unique(ids: Iterable[str]) -> list[str]:
    """Make ids unique: the second `yes` becomes `yes#2`."""
    taken: set[str] = set()
    found = []
    for each in ids:
        number, name = 1, each
        while name in taken:
            number += 1
            name = f"{each}#{number}"
        taken.add(name)
        found.append(name)
    return found


def _joined(*parts: str | None) -> str:
    return "@".join(each for each in parts if each)


def _slug(text: str) -> str:
    return slug(text) or text

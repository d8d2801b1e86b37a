"""What is different between two maps of one journey: marks on what is new, changed or gone."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, TypeVar

from journeycli.views.blocks import SMALL_STRONG, VOICE, Block, at, stack, words
from journeycli.views.scene import Group, Rect

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

T = TypeVar("T")

NEW: Final = "new"
CHANGED: Final = "changed"
GONE: Final = "gone"
_LOOKS: Final = {NEW: "good", CHANGED: "warn", GONE: "calm"}


def key_of(element: Any) -> str:
    """Give what an element is known by: its id, else its text or its name."""
    for name in ("effective_id", "id", "text", "name", "label", "feeling"):
        found = getattr(element, name, None)
        if found:
            return str(found)
    return f"{getattr(element, 'from_', '')} → {getattr(element, 'to', '')}"


def text_of(element: Any) -> str:
    """Give how an element is called that is not there any more."""
    for name in ("text", "name", "feeling", "label"):
        found = getattr(element, name, None)
        if found:
            return str(found)
    return key_of(element)


def compared(
    now: Iterable[T], earlier: Sequence[T], draw: Callable[[T], Block], width: float
) -> Iterator[Block]:
    """Draw elements with marks on the new and the changed ones, then those that are gone."""
    before = {key_of(each): each for each in earlier}
    seen = set()
    for element in now:
        key = key_of(element)
        seen.add(key)
        if key not in before:
            yield marked(draw(element), NEW)
        elif before[key] != element:
            yield marked(draw(element), CHANGED)
        else:
            yield draw(element)
    for key, element in before.items():
        if key not in seen:
            yield marked(words(text_of(element), VOICE, width, "faint", struck=True), GONE)


def marked(block: Block, change: str) -> Block:
    """Put a mark above a block."""
    return stack((tag(change), block), 4)


def tag(change: str) -> Block:
    """Draw the mark of a change: a word in a frame, so that colour is not all that tells."""
    tone = _LOOKS[change]
    wide = SMALL_STRONG.measure(change) + 12
    text = words(change, SMALL_STRONG, wide - 12 + 0.01, f"{tone}-text")
    dash = (3.0, 2.0) if change == GONE else ()
    frame = Rect(0, 0, wide, 17, fill=f"{tone}-tint", stroke=f"{tone}-edge", radius=4, dash=dash)
    return Block((Group((frame, *at(text, 6, 1)), kind=change),), wide, 17)

"""Anchors, what their aliases stand for, and how much an alias adds when it is spelt out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from yaml.events import AliasEvent, CollectionEndEvent

from journeycli.source.marks import start_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from journeycli.source.span import Span
    from journeycli.source.values import Data


class Anchor:
    """A place that a name was given to.

    Attributes:
        span: The `&name`, in the text that libyaml was given.
        node: The node of the tree that it names.
        data: The same as data.
        used: Whether an alias stands for it.
        size: Its nodes with every alias spelt out; 0 until somebody asked.
        height: Its levels of lists and mappings, likewise.

    """

    __slots__ = ("data", "height", "node", "size", "span", "used")

    def __init__(self, span: Span, node: Any, data: Data, *, used: bool) -> None:
        self.span = span
        self.node = node
        self.data = data
        self.used = used
        self.size = 0
        self.height = 0

    @property
    def is_open(self) -> bool:
        """Tell whether the node is still being read, so that an alias would contain itself."""
        return isinstance(self.node, list) and not is_closed(self.node)


def may_hold_properties(text: str) -> bool:
    """Tell, by a glance, whether a text may have anchors, merge keys or the tag `!`.

    `R&D`, `Q & A` and `Great! Now` do not look like these; other tags show in libyaml's events.
    """
    return (
        any(_before(text, at) and _word(text, at + 1) for at in _all(text, "&"))
        or any(_before(text, at) and text[at + 1 : at + 2].isspace() for at in _all(text, "!"))
        or any(text[at - 1 : at] == "<" for at in _all(text, "<"))
    )


def may_hold_question_keys(text: str) -> bool:
    """Tell, by a glance, whether a question mark may stand where YAML takes it for a key's mark."""
    return any(_before(text, at) for at in _all(text, "?"))


def is_closed(branch: list[Any]) -> bool:
    """Tell whether a list or mapping of the tree has its end event."""
    return isinstance(branch[-1], CollectionEndEvent)


def measure(anchor: Anchor, aliases: dict[int, Anchor]) -> None:
    """Set an anchor's size and height; every alias inside it has been measured before."""
    if anchor.size:
        return
    todo: list[tuple[Any, int]] = [(anchor.node, 0)]
    while todo:
        node, level = todo.pop()
        if isinstance(node, list):
            anchor.size += 1
            anchor.height = max(anchor.height, level + 1)
            todo += [(child, level + 1) for child in node[1:-1]]
        elif isinstance(node, AliasEvent):
            below = aliases.get(start_of(node))
            anchor.size += below.size if below else 1
            anchor.height = max(anchor.height, level + (below.height if below else 0))
        else:
            anchor.size += 1


def count_nodes(tree: list[Any], limit: int) -> Any | None:
    """Give the first event over `limit` keys, values, lists and mappings, or None."""
    todo = list(reversed(tree))
    while todo:
        node = todo.pop()
        limit -= 1
        if isinstance(node, list):
            if limit < 0:
                return node[0]
            todo += reversed(node[1 : len(node) - is_closed(node)])
        elif limit < 0:
            return node
    return None


def _all(text: str, character: str) -> Iterator[int]:
    at = text.find(character)
    while at >= 0:
        yield at
        at = text.find(character, at + 1)


def _before(text: str, at: int) -> bool:
    return at == 0 or text[at - 1] in " \t\n\r[{,"


def _word(text: str, at: int) -> bool:
    following = text[at : at + 1]
    return following.isalnum() or following in ("-", "_")

"""The tree of events (see `loop`): finding a node by path, and where a node really ends.

libyaml's marks for block style end at the next token, so ends are derived here: a collection ends
with its last child, a block scalar before the blank lines that trail it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Literal, NamedTuple, TypeAlias

from yaml.events import AliasEvent, MappingStartEvent, ScalarEvent

from journeycli.source.aliases import is_closed
from journeycli.source.marks import span_of, start_of
from journeycli.source.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from journeycli.source.aliases import Anchor
    from journeycli.source.span import Path

_PROPERTIES = r"(?:[&!][^\s,\[\]{}]*(?:\s+|\Z|(?=[,\[\]{}]))(?:#[^\n\r]*\s+)*)+"


_OWN_KEY = r"""(?:x-[^\s:]*|\$schema)["']?[ \t]*:"""
_BEFORE_KEY = " \t\n\r{,\"'"

Style: TypeAlias = Literal[
    "plain", "single", "double", "literal", "folded", "flow", "block", "alias"
]
Trail: TypeAlias = "tuple[Trail, str | int] | None"
"""A path from its end up: cheap to make for every node, and a path for the few that count."""

_STYLES: dict[str | None, Style] = {
    "": "plain",
    "'": "single",
    '"': "double",
    "|": "literal",
    ">": "folded",
}


class Found(NamedTuple):
    """A node and how it was come by.

    Attributes:
        key: The key whose value it is; None for the root and list items.
        node: The node; an alias stays one.
        alias: The first alias that the path goes through, if any.

    """

    key: ScalarEvent | None
    node: Any
    alias: AliasEvent | None


def find(root: Any, path: Path, aliases: dict[int, Anchor]) -> Found | None:
    """Walk a path down from the root."""
    found = Found(None, root, None)
    for step in path:
        node, alias = found.node, found.alias
        if isinstance(node, AliasEvent):
            anchor = aliases.get(start_of(node))
            if anchor is None:
                return None
            node, alias = anchor.node, alias or node
        below = _child(node, step)
        if below is None:
            return None
        found = Found(*below, alias)
    return found


def open_branches(tree: list[Any]) -> Iterator[list[Any]]:
    """Give the lists and mappings that have not ended, from the root down."""
    while tree and isinstance(tree[-1], list) and not is_closed(tree[-1]):
        tree = tree[-1]
        yield tree


def last_leaf(tree: list[Any]) -> Span | None:
    """Give the span of the last scalar, alias or flow collection that was read to its end."""
    node = tree[-1] if tree else None
    while isinstance(node, list):
        if is_closed(node) and node[0].flow_style:
            return Span(start_of(node[0]), span_of(node[-1]).end)
        node = node[-2] if is_closed(node) else node[-1]
    if isinstance(node, ScalarEvent | AliasEvent):
        return span_of(node)
    return None


def is_mapping(node: Any) -> bool:
    """Tell whether a node is a mapping."""
    return isinstance(node, list) and isinstance(node[0], MappingStartEvent)


def children(branch: list[Any]) -> list[Any]:
    """Give what stands in a list or mapping; keys and values alternate in a mapping."""
    return branch[1 : len(branch) - is_closed(branch)]


def pairs(branch: list[Any]) -> Iterator[tuple[Any, Any]]:
    """Give the keys and values of a mapping that has been read to its end."""
    return zip(branch[1:-1:2], branch[2:-1:2], strict=True)


def keys_of(node: Any) -> tuple[str, ...]:
    """Give the keys of a mapping that stand in the data; none for any other node."""
    if not is_mapping(node):
        return ()
    keys = (key for key, _ in pairs(node) if isinstance(key, ScalarEvent))
    return tuple(dict.fromkeys(key.value for key in keys if key.value != "<<" or key.style))


def style_of(node: Any) -> Style:
    """Tell how a node is written."""
    if isinstance(node, list):
        return "flow" if node[0].flow_style else "block"
    return "alias" if isinstance(node, AliasEvent) else _STYLES[node.style]


def walk(root: Any) -> Iterator[tuple[Trail, Any]]:
    """Give every node with its trail, parents first, in the order of the text."""
    todo: list[tuple[Trail, Any]] = [(None, root)]
    while todo:
        trail, node = todo.pop()
        yield trail, node
        if node.__class__ is not list:
            continue
        below: list[tuple[Trail, Any]]
        if is_mapping(node):
            scalars = ((k, v) for k, v in pairs(node) if k.__class__ is ScalarEvent)
            below = [((trail, key.value), value) for key, value in scalars]
        else:
            below = [((trail, index), child) for index, child in enumerate(children(node))]
        below.reverse()
        todo += below


def every(root: Any) -> Iterator[tuple[Path, ScalarEvent | None, Any]]:
    """Give every node with its path and its key, parents first."""
    todo: list[tuple[Path, ScalarEvent | None, Any]] = [((), None, root)]
    while todo:
        path, key, node = todo.pop()
        yield path, key, node
        if is_mapping(node):
            scalars = ((k, v) for k, v in pairs(node) if isinstance(k, ScalarEvent))
            todo += [((*path, k.value), k, v) for k, v in scalars]
        elif isinstance(node, list):
            todo += [((*path, n), None, each) for n, each in enumerate(children(node))]


def leaves(root: Any) -> Iterator[tuple[int, bool, Any]]:
    """Give every key, text and alias: how deep it stands, whether it is a key, and its node.

    They come in the order of the text.
    """
    todo: list[tuple[int, bool, Any]] = [(0, False, root)]
    while todo:
        depth, is_key, node = todo.pop()
        if not isinstance(node, list):
            yield depth, is_key, node
            continue
        mapping = is_mapping(node)
        below = enumerate(children(node))  # keys and values alternate in a mapping
        todo += reversed([(depth + 1, mapping and n % 2 == 0, each) for n, each in below])


def path_of(trail: Trail) -> Path:
    """Turn a trail into a path."""
    steps: list[str | int] = []
    while trail is not None:
        trail, step = trail
        steps.append(step)
    return tuple(reversed(steps))


def has_own_keys(text: str, tree: list[Any]) -> bool:
    """Tell whether a key starts with `x-` or is `$schema`."""
    if not any(_may_be_key(text, sign) for sign in ("x-", "$schema")):
        return False
    todo = list(tree)
    while todo:
        node = todo.pop()
        if isinstance(node, list):
            todo += children(node)
            if any(key.startswith("x-") or key == "$schema" for key in keys_of(node)):
                return True
    return False


def span_of_node(node: Any, text: str) -> Span:
    """Give the span of a node in the text that libyaml was given, without anchor and tag."""
    first = node[0] if isinstance(node, list) else node
    start = start_of(first)
    if text[start : start + 1] in ("&", "!") and not isinstance(node, AliasEvent):
        properties = re.compile(_PROPERTIES).match(text, start)
        start = properties.end() if properties else start
    return Span(start, max(end_of_node(node, text), start))


def end_of_node(node: Any, text: str) -> int:
    """Give where the last character of a node stands, plus one."""
    while isinstance(node, list) and not node[0].flow_style and len(node) > 2:  # noqa: PLR2004 - start and end events
        below = node[-2]
        if is_mapping(node) and _is_absent(below, node[-3], text):
            below = node[-3]
        node = below
    last = node[-1] if isinstance(node, list) else node
    start, end = span_of(last)
    if isinstance(last, ScalarEvent) and last.style in ("|", ">"):
        return start + len(text[start:end].rstrip())
    return end


def _child(node: Any, step: str | int) -> tuple[ScalarEvent | None, Any] | None:
    if not isinstance(node, list):
        return None
    if isinstance(node[0], MappingStartEvent):
        for key, value in pairs(node):
            if isinstance(key, ScalarEvent) and key.value == step:
                return key, value
    elif isinstance(step, int) and 0 <= step < len(node) - 2:
        return None, node[step + 1]
    return None


def _is_absent(value: Any, key: Any, text: str) -> bool:
    """Tell whether a key has neither value nor colon, as in `? key`."""
    if isinstance(value, list):
        return False
    start, end = span_of(value)
    return start == end and ":" not in text[end_of_node(key, text) : start]


def _may_be_key(text: str, sign: str) -> bool:
    at = text.find(sign)
    while at >= 0:
        if text[at - 1 : at] in _BEFORE_KEY and re.compile(_OWN_KEY).match(text, at):
            return True
        at = text.find(sign, at + 1)
    return False

"""A file as text with places: the data, where each piece of it stands, and what is wrong."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from yaml.events import AliasEvent, ScalarEvent

from journeycli.source.comments import Comment, comments_of
from journeycli.source.limits import Limits
from journeycli.source.marks import span_of, start_of
from journeycli.source.offsets import Offsets
from journeycli.source.reading import read
from journeycli.source.span import Lines, Span
from journeycli.source.tree import (
    every,
    find,
    has_own_keys,
    keys_of,
    leaves,
    path_of,
    span_of_node,
    style_of,
    walk,
)
from journeycli.source.values import Data, Fault

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

    from journeycli.source.reading import Reading
    from journeycli.source.span import Path
    from journeycli.source.tree import Found, Style, Trail

__all__ = ["Comment", "Data", "Document", "Fault", "Leaf", "Limits", "read_document"]

_DEFAULT = Limits()


def read_document(raw: bytes, limits: Limits = _DEFAULT) -> Document:
    """Read the bytes of a file, whatever they are; what is wrong with them becomes faults.

    Raises:
        UserError: PyYAML is installed without libyaml.

    """
    return Document(read(raw, limits))


class Leaf(NamedTuple):
    """A key, a text or an alias where it stands.

    Attributes:
        span: Where.
        depth: How many lists and mappings it stands in.
        is_key: Whether it is a key.
        text: What it says; of an alias, its `*name`.
        is_plain: Whether it stands without quotes, and not as a block.

    """

    span: Span
    depth: int
    is_key: bool
    text: str
    is_plain: bool


class Standing(NamedTuple):
    """Where a value stands, and how.

    Attributes:
        key: The key that it belongs to; None for the root and list items.
        value: As `Document.value_span` gives it.
        style: As `Document.style` gives it.

    """

    key: Span | None
    value: Span
    style: Style


class Document:
    """A file that has been read; it does not change.

    Attributes:
        text: The text as its author wrote it, without its byte order mark.
        data: What the text says; None when nothing could be read, or nothing stands there.
        faults: What is wrong with it as text, in the order of the text.
        has_bom: Whether the file started with a byte order mark.

    """

    def __init__(self, reading: Reading) -> None:
        self.text = reading.text
        self.faults = reading.faults
        self.has_bom = reading.has_bom
        loading = reading.loading
        self.data: Data = loading.root[0] if loading and loading.root else None
        self._loading = loading
        self._offsets = reading.offsets

    @cached_property
    def lines(self) -> Lines:
        """The lines of the text."""
        return Lines(self.text)

    @cached_property
    def newline(self) -> str:
        """The line break that an inserted line should end with."""
        if "\r" not in self.text:
            return "\n"
        return "\r\n" if "\r\n" in self.text else "\r"

    @cached_property
    def needs_pruning(self) -> bool:
        """Whether a mapping may hold None, or has a key of the author's own (`x-…`, `$schema`)."""
        loading = self._loading
        if loading is None:
            return False
        return loading.has_null or has_own_keys(loading.text, loading.tree)

    @property
    def texts(self) -> tuple[str, ...]:
        """Every text of the data in no particular order, keys left out.

        What an alias stands for is there as often as it is named.
        """
        return self._flat[0]

    @property
    def collections(self) -> tuple[dict[str, Data] | list[Data], ...]:
        """Every list and mapping of the data, the outer ones first; aliases as in `texts`."""
        return self._flat[1]

    @cached_property
    def _flat(self) -> tuple[tuple[str, ...], tuple[dict[str, Data] | list[Data], ...]]:
        texts: list[str] = []
        collections: list[dict[str, Data] | list[Data]] = []
        if isinstance(self.data, str):
            texts.append(self.data)
        elif self.data is not None:
            collections.append(self.data)
        for node in collections:
            for child in node.values() if isinstance(node, dict) else node:
                if isinstance(child, str):
                    texts.append(child)
                elif child is not None:
                    collections.append(child)
        return tuple(texts), tuple(collections)

    @property
    def root(self) -> Any:
        """The root of the tree of events (see `loop`), for this room; None without any."""
        return self._loading.tree[0] if self._loading and self._loading.tree else None

    @property
    def end(self) -> int:
        """Where what was read ends; behind it there may be the sign that a document is over."""
        return self._loading.end if self._loading else len(self.text)

    @property
    def has_aliases(self) -> bool:
        """Whether an alias stands anywhere in the data."""
        return self._loading is not None and bool(self._loading.aliases)

    @cached_property
    def comments(self) -> tuple[Comment, ...]:
        """All comments, in the order of the text; none where the text could not be read."""
        loading = self._loading
        if loading is None:
            return ()
        return comments_of(self.text, self.lines, loading, self._offsets or Offsets(()))

    def key_span(self, path: Path) -> Span | None:
        """Give the span of the key that a path ends with, also where its value is None.

        A path through an alias gives the alias.
        """
        found = self._find(path)
        if found is None or found.key is None:
            return None
        return self._span(found.alias or found.key)

    def value_span(self, path: Path) -> Span | None:
        """Give the span of what stands at a path.

        A scalar has its quotes with it; a list or mapping goes from its first dash, key or bracket
        to the end of its last child or bracket; an alias is its `*name`, and so is what a path
        through it leads to. Where a key has no value, the span is empty and stands behind the
        colon.
        """
        found = self._find(path)
        return None if found is None else self._span(found.alias or found.node)

    def keys(self, path: Path = ()) -> tuple[str, ...]:
        """Give the keys of the mapping at a path, in the order of the text."""
        found = self._find(path)
        if found is None or self._loading is None:
            return ()
        node = found.node
        if isinstance(node, AliasEvent):
            anchor = self._loading.aliases.get(start_of(node))
            node = anchor.node if anchor else node
        return keys_of(node)

    def alias_of(self, path: Path) -> Span | None:
        """Give the place of the anchor (`&name`) when a path ends at or goes through an alias."""
        found = self._find(path) if self.has_aliases else None
        alias = found and (found.alias or found.node)
        if self._loading is None or not isinstance(alias, AliasEvent):
            return None
        anchor = self._loading.aliases.get(start_of(alias))
        return self._original(anchor.span) if anchor else None

    def style(self, path: Path) -> Style | None:
        """Tell how the value at a path is written; None where there is none."""
        found = self._find(path)
        return None if found is None else style_of(found.node)

    def is_flow(self, path: Path) -> bool:
        """Tell whether the value at a path is `[…]` or `{…}`, or stands inside one."""
        found = [self._find(path[:depth]) for depth in range(len(path) + 1)]
        return any(each is not None and style_of(each.node) == "flow" for each in found)

    def flow_collections(self) -> Iterator[Path]:
        """Give the paths of all `[…]` and `{…}`, in the order of the text; through no alias."""
        for trail, node in self._walk():
            if isinstance(node, list) and style_of(node) == "flow":
                yield path_of(trail)

    def comment_after(self, path: Path) -> Comment | None:
        """Give the comment that follows a plain text, or an empty value, on its line.

        That is where an unquoted `#` cut a text off, if it did.
        """
        found = self._find(path)
        if found is None or found.alias is not None or style_of(found.node) != "plain":
            return None
        return self._comments_by_text_end.get(self._span(found.node).end)

    def commented_texts(self) -> Iterator[tuple[Path, Comment]]:
        """Give every plain text and empty value that a comment follows on its line."""
        by_end = self._comments_by_text_end
        for trail, node in self._walk() if by_end else ():
            if isinstance(node, ScalarEvent) and not node.style:
                comment = by_end.get(self._original(span_of(node)).end)
                if comment is not None:
                    yield path_of(trail), comment

    def places(self) -> dict[Path, Standing]:
        """Give where every value stands, through no alias; for who asks for most of them."""
        nodes = every(self.root) if self.root is not None else ()
        return {
            path: Standing(self._span(key) if key else None, self._span(node), style_of(node))
            for path, key, node in nodes
        }

    def leaves(self) -> Iterator[Leaf]:
        """Give every key, text and alias, in the order of the text."""
        if not self._loading or not self._loading.tree:
            return
        for depth, is_key, node in leaves(self._loading.tree[0]):
            style = style_of(node)
            text = f"*{node.anchor}" if style == "alias" else node.value
            yield Leaf(self._span(node), depth, is_key, text, style in ("plain", "alias"))

    @cached_property
    def _comments_by_text_end(self) -> dict[int, Comment]:
        """Comments at line ends, by where the text before them ends."""
        text, ends = self.text, {}
        for comment in self.comments:
            if not comment.own_line:
                start = comment.span.start - self.lines.position(comment.span.start).column + 1
                before = text[start : comment.span.start].rstrip(" \t")
                ends[start + len(before)] = comment
        return ends

    def _walk(self) -> Iterator[tuple[Trail, Any]]:
        return walk(self._loading.tree[0]) if self._loading and self._loading.tree else iter(())

    def _find(self, path: Path) -> Found | None:
        loading = self._loading
        return find(loading.tree[0], path, loading.aliases) if loading and loading.tree else None

    def _span(self, node: Any) -> Span:
        text = self._loading.text if self._loading else self.text
        return self._original(span_of_node(node, text))

    def _original(self, span: Span) -> Span:
        return self._offsets.span(span) if self._offsets else span

"""One reading of one text: what the hot loop fills, and all that is too rare to stand in it."""

from __future__ import annotations

import re
from itertools import repeat, starmap
from operator import length_hint
from typing import TYPE_CHECKING, Any

from yaml.events import AliasEvent, CollectionEndEvent, CollectionStartEvent, SequenceStartEvent

from journeycli.source.aliases import Anchor, count_nodes, may_hold_question_keys, measure
from journeycli.source.doubts import Doubt, Suspect, question_marks
from journeycli.source.edits import TextEdit, TextFix
from journeycli.source.lines import rest_of_line
from journeycli.source.marks import span_of, start_of
from journeycli.source.overlimit import MOST_SUSPECTS, too_deep, too_many_nodes, too_many_suspects
from journeycli.source.span import Span
from journeycli.source.tree import end_of_node, open_branches
from journeycli.source.values import NULLS, Data, Fault
from journeycli.text import Quoted, closest

if TYPE_CHECKING:
    from collections.abc import Callable

    from yaml.events import Event, ScalarEvent

    from journeycli.source.limits import Limits

_HEAD_WITH_WIDTH = r"[|>][-+]*\d"
_REAL_TAG = r"!(?:!\w|<|[\w-]+!\w)"
_TAG = r"![^\s,\[\]{}]*"


class Loading:
    """The state of one reading, which stays inspectable when libyaml refuses the text.

    Attributes:
        text: What libyaml is given.
        end: Where the document ends in it.
        root: Holds the document's data once it is read.
        tree: Holds the root node of the tree (see `loop`) once it starts.
        aliases: What each alias stands for, by the offset of its `*`.
        faults: Found on the way, with spans of `text`.
        suspects: Pieces that may be sentences; recovery decides.
        has_null: Whether a mapping may hold None.

    """

    def __init__(self, text: str, limits: Limits) -> None:
        self.text = text
        self.limits = limits
        self.end = len(text)
        self.budget = repeat((), 2 * limits.nodes + 4)
        self.root: list[Data] = []
        self.tree: list[Any] = []
        self.stack: list[tuple[Any, list[Any], Any]] = []
        self.anchors: dict[str, Anchor] = {}
        self.aliases: dict[int, Anchor] = {}
        self.faults: list[Fault] = []
        self.suspects: list[Suspect] = []
        self.has_null = False
        self._every_anchor: list[Anchor] = []
        self._repeated = 0
        self._dropped: list[tuple[dict[Any, Any], object]] = []
        self._firsts: dict[int, tuple[int, dict[Any, Any]]] = {}  # by mapping with a key twice

    def start(self) -> tuple[Any, list[Any], Any, list[tuple[Any, list[Any], Any]], int]:
        """Give what the loop starts with, as in a list: data, tree, key, stack, greatest depth."""
        return self.root, self.tree, False, self.stack, self.limits.depth

    def null(self, key: object) -> Data:
        """Read a plain null; the key is False in a list."""
        self.has_null = self.has_null or key is not False
        return None

    def key(self, event: ScalarEvent, data: dict[Any, Any]) -> object:
        """Read a key that is quoted, tagged, anchored, merging, or there already."""
        if event.anchor is not None or event.tag is not None:
            self._suspect(Doubt.KEY, span_of(event))
            self._anchor(event, event, event.value, used=True)
        if event.value == "<<" and not event.style:
            self._refuse(span_of(event), "Merge keys (<<) are not read; write the keys out.")
        elif event.value in data:
            self._twice(event)
        else:
            return event.value
        return self._drop(data)

    def odd_key(
        self, event: Event, data: dict[Any, Any], tree: list[Any], get_event: Callable[[], Any]
    ) -> object:
        """Read a key that is an alias, a list or a mapping, and drop it with its value."""
        node: Any = event
        if isinstance(event, CollectionStartEvent):
            node = self._collection(event, get_event)
        elif isinstance(event, AliasEvent) and event.anchor in self.anchors:
            self.anchors[event.anchor].used = True
        tree.append(node)
        self._suspect(Doubt.KEY, Span(start_of(event), end_of_node(node, self.text)))
        return self._drop(data)

    def odd_scalar(self, event: ScalarEvent) -> Data:
        """Read a value that is quoted, a block, tagged or anchored."""
        value: Data = event.value
        if event.style:
            value = Quoted(value)
            self._doubt_style(event)
        elif value in NULLS:
            value = None
            self.has_null = True
        if event.anchor is not None or event.tag is not None:
            self._anchor(event, event, value)
            self._tag(event)
        return value

    def odd_collection(self, branch: list[Any], data: Data) -> None:
        """Look at a collection that is tagged, anchored, a list in a list, or too deep."""
        event = branch[0]
        if len(self.stack) > self.limits.depth:
            raise too_deep(rest_of_line(self.text, start_of(event)), self.limits)
        self._anchor(event, branch, data)
        self._tag(event)
        in_list = len(self.stack) > 1 and self.stack[-1][2] is False
        nested = in_list and isinstance(event, SequenceStartEvent)
        if nested and not event.flow_style and not self._in_own_key():
            self._suspect(Doubt.DASH, span_of(event))

    def alias(self, event: AliasEvent) -> Data:
        """Give what an alias stands for: the same object."""
        span = span_of(event)
        anchor = self.anchors.get(event.anchor or "") or self._likely_anchor(event, span)
        if anchor is None:
            self._suspect(Doubt.ALIAS, span)
            return None
        anchor.used = True
        if anchor.is_open:
            self._refuse(
                span,
                f"The alias *{event.anchor} stands inside what it stands for.",
                related=((anchor.span, "The anchor is here."),),
            )
            return None
        measure(anchor, self.aliases)
        self._repeated += anchor.size - 1  # the alias counts as a node where it stands
        if self._repeated > self.limits.nodes:
            raise too_many_nodes(span, self.limits)
        if len(self.stack) + anchor.height > self.limits.depth:
            raise too_deep(span, self.limits)
        self.aliases[span.start] = anchor
        self.has_null = self.has_null or anchor.data is None
        return anchor.data

    def finish(self, end: int) -> None:
        """Take stock when the document has ended.

        Raises:
            OverLimitError: Its nodes are too many.

        """
        self.end = end
        limit = self.limits.nodes - self._repeated
        if 2 * self.limits.nodes + 4 - length_hint(self.budget) > limit:
            over = count_nodes(self.tree, limit)
            if over is not None:
                raise too_many_nodes(span_of(over), self.limits)
        for data, key in self._dropped:
            del data[key]
        if self.has_null and may_hold_question_keys(self.text):
            self.suspects += question_marks(self.text, self.tree)
        for anchor in self._every_anchor:
            if not anchor.used and not isinstance(anchor.node, list) and not anchor.node.style:
                span = Span(anchor.span.start, span_of(anchor.node).end)
                self._suspect(Doubt.ANCHOR, span)

    def second_document(self, event: Event) -> None:
        """Note that another document follows the one that was read."""
        self._refuse(span_of(event), "A second document starts here; only the first one is read.")

    def _anchor(self, event: Any, node: Any, value: Data, *, used: bool = False) -> None:
        if event.anchor is not None:
            at = self.text.index("&", start_of(event))
            anchor = Anchor(Span(at, at + 1 + len(event.anchor)), node, value, used=used)
            self.anchors[event.anchor] = anchor
            self._every_anchor.append(anchor)

    def _likely_anchor(self, event: AliasEvent, span: Span) -> Anchor | None:
        """Give the anchor that a misspelt alias most likely stands for."""
        name = closest(event.anchor or "", self.anchors) if self.anchors else None
        if name is None:
            return None
        message = f"Nothing in this file has the anchor &{event.anchor}; *{name} is meant, perhaps."
        related = ((self.anchors[name].span, f"&{name} is here."),)
        fix = TextFix(f"Write *{name}", safe=False, edits=(TextEdit(span, f"*{name}"),))
        help_ = "Where a text is meant, put it in quotes."
        self.faults.append(Fault("J001", span, message, help=help_, related=related, fix=fix))
        return self.anchors[name]

    def _tag(self, event: Any) -> None:
        if event.tag is None:
            return
        tag = re.compile(_TAG).search(self.text, start_of(event))
        name = tag.group() if tag else event.tag
        if not re.match(_REAL_TAG, name) and getattr(event, "style", None) == "":
            self._suspect(Doubt.TAG, span_of(event))
        else:
            span = Span(*tag.span()) if tag else span_of(event)
            self._refuse(span, f"Tags ({name}) are not read; the value is taken as it stands.")

    def _doubt_style(self, event: ScalarEvent) -> None:
        value, span = event.value, span_of(event)
        if event.style in ("|", ">"):
            if not value and re.match(_HEAD_WITH_WIDTH, self.text[span.start : span.end]):
                self._suspect(Doubt.HEADER, span)
        elif (" - " in value or ": " in value) and "\n" in self.text[span.start : span.end]:
            self._suspect(Doubt.SWALLOWED, span)

    def _twice(self, event: ScalarEvent) -> None:
        branch = list(open_branches(self.tree))[-1]
        seen, firsts = self._firsts.get(id(branch), (1, {}))
        for key in branch[seen::2]:
            firsts.setdefault(getattr(key, "value", None), key)
        self._firsts[id(branch)] = (len(branch) - 1) | 1, firsts  # where a key stands next
        first = span_of(firsts[event.value])
        message = f"The key “{event.value}” stands here a second time; the first one is read."
        related = ((first, "It stands here first."),)
        help_ = "Keep one of the two; two lists become one list."
        self.faults.append(Fault("J004", span_of(event), message, help=help_, related=related))

    def _collection(self, event: Event, get_event: Callable[[], Any]) -> list[Any]:
        open_: list[list[Any]] = [[event]]
        for below in starmap(get_event, self.budget):
            if isinstance(below, CollectionStartEvent):
                open_.append([below])
                if len(self.stack) + len(open_) > self.limits.depth:
                    raise too_deep(span_of(below), self.limits)
                continue
            open_[-1].append(below)
            if isinstance(below, CollectionEndEvent):
                done = open_.pop()
                if not open_:
                    return done
                open_[-1].append(done)
        raise too_many_nodes(span_of(event), self.limits)

    def _drop(self, data: dict[Any, Any]) -> object:
        key = object()
        self._dropped.append((data, key))
        return key

    def _suspect(self, doubt: Doubt, span: Span) -> None:
        in_flow = any(branch[0].flow_style for branch in open_branches(self.tree))
        self.suspects.append(Suspect(doubt, span, in_flow))
        if len(self.suspects) > MOST_SUSPECTS:
            raise too_many_suspects(span)

    def _in_own_key(self) -> bool:
        return any(isinstance(key, str) and key.startswith("x-") for _, _, key in self.stack)

    def _refuse(self, span: Span, message: str, related: tuple[tuple[Span, str], ...] = ()) -> None:
        help_ = "A map is plain lists, keys and texts, so that every tool reads it alike."
        self.faults.append(Fault("J012", span, message, help=help_, related=related))

"""The hot path: one pass over libyaml's events that builds data and a tree of those events.

A node of the tree is an event (scalar, alias) or a list `[start event, child, …, end event]`; the
children of a mapping alternate key and value. Spans are looked up in the tree when somebody asks,
so that reading costs hardly more than the events alone. Whatever is rare costs a check here and
stands in `loading`; `watched` makes rare events look odd, so that the loop asks one question.
"""

from __future__ import annotations

from itertools import starmap
from typing import TYPE_CHECKING, Any

from yaml.events import (
    AliasEvent,
    DocumentEndEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from journeycli.source.values import NULLS

if TYPE_CHECKING:
    from collections.abc import Callable

    from journeycli.source.loading import Loading


def build(loading: Loading, get_event: Callable[[], Any]) -> Any:  # noqa: C901, PLR0912 - calls would cost more than the events
    """Read one document into `loading`; give the last event seen."""
    data, tree, key, stack, depth = loading.start()  # key: None where one is due, False in a list
    for event in starmap(get_event, loading.budget):
        kind = event.__class__
        if kind is ScalarEvent:
            tree.append(event)
            value = event.value
            if key is None:
                key = value if event.implicit[0] and value not in data else loading.key(event, data)
                continue
            if not event.implicit[0]:
                value = loading.odd_scalar(event)
            elif value in NULLS:
                value = loading.null(key)
        elif kind is MappingEndEvent or kind is SequenceEndEvent:
            tree.append(event)
            value = data
            data, tree, key = stack.pop()
        elif kind is DocumentEndEvent:
            break
        elif key is None:
            key = loading.odd_key(event, data, tree, get_event)
            continue
        elif kind is AliasEvent:
            tree.append(event)
            value = loading.alias(event)
        else:
            tree.append(branch := [event])
            stack.append((data, tree, key))
            data = {} if kind is MappingStartEvent else []
            if not event.implicit or len(stack) > depth or (key is False and type(data) is list):
                loading.odd_collection(branch, data)
            tree, key = branch, None if kind is MappingStartEvent else False
            continue
        if key is False:
            data.append(value)
        else:
            data[key], key = value, None
    return event


def watched(get_event: Callable[[], Any], restore: dict[int, int]) -> Callable[[], Any]:
    """Wrap a source of events, for texts that may hold something rare.

    Anchored, tagged and merging events lose their `implicit` flag and so leave the loop's usual
    way; `restore` puts characters back that libyaml would misread.
    """

    def next_event() -> Any:
        event = get_event()
        kind = event.__class__
        if kind is ScalarEvent:
            event.value = event.value.translate(restore)
            if event.anchor is not None or event.tag is not None or event.value == "<<":
                event.implicit = (False, False)
        elif kind is MappingStartEvent or kind is SequenceStartEvent:
            event.implicit = event.implicit and event.anchor is None
        return event

    return next_event

"""Where libyaml marks its events."""

from __future__ import annotations

from typing import Any

from journeycli.source.span import Span


def span_of(event: Any) -> Span:
    """Give the span of an event as libyaml marks it, anchor and tag included."""
    return Span(event.start_mark.index, event.end_mark.index)


def start_of(event: Any) -> int:
    """Give the offset where libyaml marks the start of an event."""
    index: int = event.start_mark.index
    return index

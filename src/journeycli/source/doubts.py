"""Valid YAML that its writer is not likely to have meant as YAML."""

from __future__ import annotations

import re
from enum import Enum, auto
from typing import TYPE_CHECKING, Any, NamedTuple

from yaml.events import ScalarEvent

from journeycli.source.marks import span_of
from journeycli.source.span import Span
from journeycli.source.tree import children, is_mapping, pairs

if TYPE_CHECKING:
    from collections.abc import Iterator


_QUESTION = r"(?:^|[ \t\n\r\[{,])(\?)[ \t]*\Z"


class Doubt(Enum):
    """Why a piece of valid YAML looks like a sentence."""

    TAG = auto()  # - !important
    ALIAS = auto()  # - *urgent, with no such anchor
    ANCHOR = auto()  # - &more of it, with no such alias
    DASH = auto()  # - - a dash
    KEY = auto()  # - [draft]: fix this
    QUESTION = auto()  # - ? what
    HEADER = auto()  # - >5
    SWALLOWED = auto()  # - 'Tis the season, and a quote further down that ends it


class Suspect(NamedTuple):
    """A piece of the text that libyaml accepts, by its span there."""

    doubt: Doubt
    span: Span
    in_flow: bool


def question_marks(text: str, tree: list[Any]) -> Iterator[Suspect]:
    """Find what YAML reads as a key without a value because a question mark stands before it."""
    todo = list(tree)
    while todo:
        node = todo.pop()
        if not isinstance(node, list):
            continue
        todo += children(node)
        if is_mapping(node):
            yield from _questions_of(text, node, in_flow=node[0].flow_style)


def _questions_of(text: str, mapping: list[Any], *, in_flow: bool) -> Iterator[Suspect]:
    for key, value in pairs(mapping):
        if isinstance(key, ScalarEvent) and isinstance(value, ScalarEvent) and not value.value:
            start, end = span_of(key)
            line = text.rfind("\n", 0, start) + 1
            if question := re.compile(_QUESTION).search(text, line, start):
                yield Suspect(Doubt.QUESTION, Span(question.start(1), end), in_flow)

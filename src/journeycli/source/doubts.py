"""Valid YAML that its writer is not likely to have meant as YAML."""

from __future__ import annotations

from enum import Enum, auto
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from journeycli.source.span import Span


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

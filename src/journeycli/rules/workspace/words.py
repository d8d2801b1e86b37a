"""How messages name files and lists of things."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journeycli.text import listed, shorten

if TYPE_CHECKING:
    from collections.abc import Sequence

    from journeycli.workspace.index import FileFacts

_SHOWN_WORDS = 3  # things in a message; more would bury the sentence
_SHOWN_TITLE = 50  # cells


def called(file: FileFacts) -> str:
    """Name a file as people do: its title in quotes, else its path."""
    return f"“{shorten(file.title, _SHOWN_TITLE)}”" if file.title.strip() else file.path


def some(words: Sequence[str]) -> str:
    """List a few things, and count the rest: `a, b, c and 4 more`."""
    more = len(words) - _SHOWN_WORDS
    return listed([*words[:_SHOWN_WORDS], *([f"{more:,} more"] if more > 0 else [])])

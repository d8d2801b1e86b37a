"""Texts of a map for an HTML page: inert, and each with its own direction."""

from __future__ import annotations

from journeycli.views.fonts import direction, is_left_to_right
from journeycli.views.isolates import Worded
from journeycli.views.painters.escape import xml
from journeycli.views.wrap import clean


def content(text: str, *, leftwards: bool = False) -> str:
    """Write a text between tags; one that runs otherwise than its page orders nothing around it.

    A sentence of ours runs from left to right on every page; what only lists names, as its page.

    Args:
        text: The text.
        leftwards: Whether the page runs from right to left.

    """
    plain = clean(text)
    inert = xml(plain)
    if isinstance(text, Worded):
        return f'<bdi dir="ltr">{inert}</bdi>' if direction(text) == "L" else inert
    return f"<bdi>{inert}</bdi>" if leftwards or not is_left_to_right(plain) else inert


def attribute(text: str) -> str:
    """Write a text into an attribute or the page's title, which can hold no tags."""
    return xml(clean(text))

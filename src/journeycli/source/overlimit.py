"""What is said when reading stops at a limit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journeycli.source.values import Fault

if TYPE_CHECKING:
    from journeycli.source.limits import Limits
    from journeycli.source.span import Span

MOST_SUSPECTS = 2_000
"""Texts in one file that need quotes; a file with more of them is no map with slips."""

_HELP = "Nothing after this place was read. Split the file, or raise the limit in the settings."


class OverLimitError(Exception):
    """Reading stopped at a limit; carries the fault that says so."""

    def __init__(self, span: Span, message: str) -> None:
        super().__init__(message)
        self.fault = Fault("J007", span, message, help=_HELP)


def too_large(limits: Limits, start: Span) -> OverLimitError:
    """Say that the file has too many bytes; how many, nobody has counted."""
    message = f"The file is larger than the limit of {limits.bytes:,} bytes."
    return OverLimitError(start, message)


def too_deep(span: Span, limits: Limits) -> OverLimitError:
    """Say that lists and mappings stand too deep inside one another."""
    message = f"Lists and mappings stand more than {limits.depth:,} deep inside one another here."
    return OverLimitError(span, message)


def too_many_nodes(span: Span, limits: Limits) -> OverLimitError:
    """Say that there are too many keys and values, aliases spelt out."""
    message = (
        f"The file holds more than {limits.nodes:,} keys, values, lists and mappings, "
        "counting what aliases repeat."
    )
    return OverLimitError(span, message)


def too_many_stages(span: Span, limits: Limits) -> OverLimitError:
    """Say that a map has too many stages."""
    return OverLimitError(span, f"The map has more than {limits.stages:,} stages.")


def too_many_suspects(span: Span) -> OverLimitError:
    """Say that too many texts need quotes."""
    return OverLimitError(span, f"More than {MOST_SUSPECTS:,} texts in this file need quotes.")

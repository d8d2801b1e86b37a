"""What reading gives: data, and faults where the text is not what a map can be."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, TypeAlias, Union

if TYPE_CHECKING:
    from journeycli.source.edits import TextFix
    from journeycli.source.span import Span

Data: TypeAlias = Union[str, list["Data"], dict[str, "Data"], None]  # noqa: UP007 - a recursive alias needs it
"""A value as written. A plain scalar is an exact `str`, a quoted or block scalar a `Quoted`; an
empty plain value, `~` and `null` are None. An alias is the same object as what it stands for."""

NULLS = frozenset(("", "~", "null", "Null", "NULL"))
"""Plain scalars that read as None."""


class Fault(NamedTuple):
    """What is wrong with a file as text.

    Attributes:
        code: J001, J004, J007, J008 or J012.
        span: Where, in the original text.
        message: What is wrong and what to do, in plain words.
        help: The usual cause or the next step.
        related: Other places that belong to it, each with what is there.
        fix: Edits of the original text that mend it.

    """

    code: str
    span: Span
    message: str
    help: str | None = None
    related: tuple[tuple[Span, str], ...] = ()
    fix: TextFix | None = None

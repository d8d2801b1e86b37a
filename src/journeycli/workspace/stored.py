"""What the cache keeps of what files say to one another, and of what rules make of it."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple

from journeycli.workspace.index import FileFacts, FileProblem  # noqa: TC001 - read at run time
from journeycli.workspace.values import reader, written

if TYPE_CHECKING:
    from collections.abc import Sequence

    from journeycli.workspace.values import Read


class Across(NamedTuple):
    """What the rules across files make of the facts.

    Attributes:
        problems: What they find, each with the code of its rule.
        notes: What the reader should know, such as checks held back.

    """

    problems: tuple[tuple[str, FileProblem], ...]
    notes: tuple[str, ...]

    @property
    def files(self) -> frozenset[str]:
        """The files that it speaks of."""
        others = (other for _, each in self.problems for other, _, _ in each.elsewhere)
        return frozenset((*others, *(each.path for _, each in self.problems)))


class Said(NamedTuple):
    """What a file says to others.

    Attributes:
        facts: Its facts; where they are kept, without its name, for it may be renamed.
        words: A digest of all that a catalog says; empty for every other file.

    """

    facts: FileFacts
    words: str


def said_text(said: Said) -> str:
    """Write down what a file says to others."""
    return written(said._replace(facts=said.facts._replace(path="")))


def read_said(kept: Any, path: str) -> Said:
    """Read what `said_text` wrote; raises one of `DAMAGED` where it did not."""
    said: Said = _reader(Said)(kept)
    return said._replace(facts=said.facts._replace(path=path))


def across_text(across: Across) -> str:
    """Write down what shows across files."""
    return written(across)


def read_across(kept: Any, names: Sequence[str]) -> Across:
    """Read what `across_text` wrote; raises one of `DAMAGED` where it did not.

    Args:
        kept: What was written.
        names: The files of the workspace; it speaks of no other.

    """
    across: Across = _reader(Across)(kept)
    if not across.files.issubset(names):
        raise ValueError("it speaks of files that are not there")
    return across


@cache
def _reader(of: type) -> Read:
    return reader(of)

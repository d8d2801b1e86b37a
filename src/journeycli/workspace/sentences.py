"""What barriers say, made small: enough to find the same sentence again in another file."""

from __future__ import annotations

from hashlib import blake2b
from typing import TYPE_CHECKING, NamedTuple

from journeycli.text import shorten

if TYPE_CHECKING:
    from collections.abc import Iterator

    from journeycli.source.span import Path
    from journeycli.workspace.facts import Facts

_SHOWN = 50  # cells of a sentence in a message
_BYTES = 7  # among 100,000 sentences, two share a hash by chance once in ten million runs
_SHORTEST = 5  # characters; below that it is a word such as "TBD" or "none", and no barrier
_DEPTH = 4  # of the path of a stage's barrier: stages, 0, barriers, 0


class Sentence(NamedTuple):
    """A barrier's text.

    Attributes:
        hash: The same for texts that differ in capitals, spaces and the mark at the end only.
        words: As it is written, short and on one line.
        path: Where the barrier stands.

    """

    hash: int
    words: str
    path: Path


def barrier_sentences(facts: Facts) -> Iterator[Sentence]:
    """Give what the barriers of a map say, each text once a stage, in document order."""
    seen: set[tuple[str | int, int]] = set()
    for each in facts.declared:
        if each.kind != "barrier" or len(each.path) != _DEPTH or each.path[0] != "stages":
            continue
        if each.written and each.name == each.id:
            continue  # it has an id and no text
        common = plain(each.name)
        if not common:
            continue
        found = Sentence(_hash(common), shorten(each.name, _SHOWN), each.path)
        if (each.path[1], found.hash) not in seen:
            seen.add((each.path[1], found.hash))
            yield found


def plain(text: str) -> str:
    """Give what texts have in common that differ in capitals, spaces and the mark at the end only.

    Empty where a text is too short to be a sentence.
    """
    common = " ".join(text.casefold().split()).rstrip(" .!…。！")
    return common if len(common) >= _SHORTEST else ""


def _hash(text: str) -> int:
    raw = text.encode("utf-8", "surrogatepass")
    return int.from_bytes(blake2b(raw, digest_size=_BYTES).digest())

"""A set of words, each with its meaning."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """A set of words.

    Attributes:
        name: What it is called in messages and in the reference: `severity`.
        words: Each word with its meaning in one line, in the order in which they are shown.

    """

    name: str
    words: Mapping[str, str]

    def synonym(self, written: str) -> str | None:
        """Give the word for what someone wrote instead, by meaning; None where none is known."""
        from journeycli.model.synonyms import word  # noqa: PLC0415 - needed for mistakes only

        return word(self.name, written)

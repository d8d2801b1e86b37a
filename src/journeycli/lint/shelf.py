"""What earlier runs found out of the files of this one, and what this one leaves behind.

A result is kept by the text that it is about, so that it does not matter where the file lies, and
by all else that it depends on: the program, the rules, their options, the limits, and the words
that the catalogs of the workspace share. What the rules make of the facts of all files is kept by
these facts, which most edits leave as they are; where it stands in the files, by their texts.
"""

from __future__ import annotations

from contextlib import suppress
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from journeycli.lint import stored
from journeycli.lint.remembering import SAID
from journeycli.lint.variant import digest_of, digest_of_text, program, variant_of
from journeycli.workspace.cache import Key
from journeycli.workspace.reading import UnreadableError
from journeycli.workspace.values import DAMAGED

if TYPE_CHECKING:
    from collections.abc import Iterator

    from journeycli.findings import Finding
    from journeycli.lint.catalogue import Rules
    from journeycli.lint.result import Days, FileResult, Heard
    from journeycli.lint.sources import Sources
    from journeycli.settings import Options
    from journeycli.workspace.cache import Cache
    from journeycli.workspace.stored import Across, Said

_RESULT, _ACROSS, _TOLD = "r", "a", "t"
_NOTHING = "unreadable"  # in place of a digest


class Kept(NamedTuple):
    """What can be kept of a file, as text.

    Attributes:
        digest: The digest of its bytes; empty where it could not be read.
        said: What `said_text` wrote.
        result: What `result_text` wrote.

    """

    digest: str
    said: str
    result: str


class Shelf:
    """The cache of a workspace as one run sees it.

    Args:
        cache: The cache.
        sources: The files of the run; all of them are read once.
        rules: The catalogue.
        options: What the settings say of months and lengths.

    Attributes:
        vocabulary: What stands for the words that all catalogs share; to be set before results are
            asked for.

    """

    def __init__(self, cache: Cache, sources: Sources, rules: Rules, options: Options) -> None:
        self._cache = cache
        self._rules = rules
        self._options = options
        self._sources = sources
        self._names = sources.names
        self._digests = dict(_digests(sources))
        self._facts: dict[str, str] = {}  # digests of what files say to others, by their names
        self.vocabulary: tuple[str, ...] = ()

    def has_result(self, name: str) -> bool:
        """Tell whether a result of a linted file is kept, whole or damaged."""
        return name in self._digests and self._key(name) in self._cache

    def result(self, name: str, days: Days) -> tuple[tuple[Finding, ...], Heard] | None:
        """Give the kept result of a linted file, if it is whole; `days` as in `read_result`."""
        kept = self._cache.get(self._key(name)) if name in self._digests else None
        with suppress(*DAMAGED):
            result = stored.read_result(kept, name, self._rules.by_code, days)
            self._facts[name] = str(kept[-1]) if kept else _NOTHING
            return result
        return None

    def said(self, name: str) -> Said | None:
        """Give what a file says to others, if it is kept and whole."""
        from journeycli.workspace.stored import read_said  # noqa: PLC0415 - imports the model

        kept = self._cache.get(self._said_key(name)) if name in self._digests else None
        with suppress(*DAMAGED):
            return read_said(kept, name)
        return None

    def knows_facts(self, name: str) -> bool:
        """Tell whether it is known what stands for a file's facts."""
        if name not in self._facts:
            raw = self._cache.raw(self._said_key(name)) if name in self._digests else None
            if raw is None and name in self._digests:
                return False
            self._facts[name] = digest_of_text(raw) if raw is not None else _NOTHING
        return True

    def across(self) -> Across | None:
        """Give what the rules make of the facts of all files, if it is kept and whole."""
        from journeycli.workspace.stored import read_across  # noqa: PLC0415 - imports the model

        kept = self._cache.get(self._across_key)
        with suppress(*DAMAGED):
            return read_across(kept, self._names)
        return None

    def told(self) -> stored.Told | None:
        """Give what shows across files as they are now, if it is kept and whole."""
        kept = self._cache.get(self._told_key)
        with suppress(*DAMAGED):
            return stored.read_told(kept, self._names, self._rules.by_code)
        return None

    def keep(self, name: str, kept: Kept) -> None:
        """Keep what a linted file gave; nothing where it could not be read."""
        self._keep_said(name, kept.said, kept.digest)
        if kept.digest:
            self._cache.put(self._key(name), kept.result)

    def keep_said(self, name: str, said: Said, raw: bytes | None) -> None:
        """Keep what a file says to others; `raw` as for `kept_of`."""
        from journeycli.workspace.stored import said_text  # noqa: PLC0415 - imports the model

        self._keep_said(name, said_text(said), digest_of_text(raw) if raw is not None else "")

    def keep_across(self, across: Across) -> None:
        """Keep what the rules make of the facts of all files."""
        from journeycli.workspace.stored import across_text  # noqa: PLC0415 - imports the model

        self._cache.put(self._across_key, across_text(across))

    def keep_told(self, told: stored.Told) -> None:
        """Keep what shows across files, if they are still what they were when they were read."""
        if all(map(self._is_as_it_was, told.files)):
            self._cache.put(self._told_key, stored.told_text(told, self._names))

    def close(self) -> None:
        """Let the cache go."""
        self._cache.close(frozenset(self._digests.values()))

    def _is_as_it_was(self, name: str) -> bool:
        with suppress(UnreadableError):
            return digest_of_text(self._sources.read(name)) == self._digests.get(name)
        return False

    def _keep_said(self, name: str, text: str, digest: str) -> None:
        self._digests.pop(name, None)
        self._facts[name] = _NOTHING
        if digest:
            self._digests[name] = digest  # the file may have changed since it was read first
            self._facts[name] = digest_of_text(text.encode())
            self._cache.put(self._said_key(name), text)

    def _key(self, name: str) -> Key:
        return Key(_RESULT, self._result_variant, self._digests[name])

    def _said_key(self, name: str) -> Key:
        return Key(SAID, self._facts_variant, self._digests[name])

    @property
    def _across_key(self) -> Key:
        facts = [self._facts.get(name, _NOTHING) for name in self._names]
        return Key(_ACROSS, self._across_variant, digest_of(self._names, facts))

    @property
    def _told_key(self) -> Key:
        texts = [self._digests.get(name, _NOTHING) for name in self._names]
        digest = digest_of(self._names, sorted(self._sources.linted), texts)
        return Key(_TOLD, self._across_variant, digest)

    @cached_property
    def _facts_variant(self) -> str:
        return variant_of(program(), self._sources.limits)

    @cached_property
    def _across_variant(self) -> str:
        return variant_of(self._facts_variant, self._rules.own)

    @cached_property
    def _result_variant(self) -> str:
        return variant_of(self._across_variant, self._options, self.vocabulary)


def kept_of(name: str, result: FileResult, raw: bytes | None) -> Kept:
    """Write down what checking a file gave; `raw` is what was checked, if it could be read."""
    from journeycli.workspace.stored import Said, said_text  # noqa: PLC0415 - imports the model

    digest = digest_of_text(raw) if raw is not None else ""
    said = said_text(Said(result.facts, result.words))
    return Kept(digest, said, stored.result_text(name, result, digest_of_text(said.encode())))


def _digests(sources: Sources) -> Iterator[tuple[str, str]]:
    for name in sources.names:
        with suppress(UnreadableError):  # it has no text to be known by
            yield name, digest_of_text(sources.read(name))

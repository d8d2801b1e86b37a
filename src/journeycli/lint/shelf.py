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
from journeycli.lint.variant import digest_of, digest_of_text, program, variant_of
from journeycli.workspace.cache import Key
from journeycli.workspace.reading import UnreadableError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from journeycli.findings import Finding
    from journeycli.lint.catalogue import Rules
    from journeycli.lint.result import FileResult, Heard
    from journeycli.lint.sources import Sources
    from journeycli.settings import Options
    from journeycli.workspace.cache import Cache
    from journeycli.workspace.index import FileFacts
    from journeycli.workspace.stored import Across

_RESULT, _FACTS, _ACROSS, _TOLD = "r", "f", "a", "t"
_NOTHING = "unreadable"  # in place of a digest


class Kept(NamedTuple):
    """What can be kept of a file, as text.

    Attributes:
        digest: The digest of its bytes; empty where it could not be read.
        facts: What `facts_text` wrote.
        result: What `result_text` wrote.

    """

    digest: str
    facts: str
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

    def result(self, name: str, holds: stored.Holds) -> tuple[tuple[Finding, ...], Heard] | None:
        """Give the kept result of a linted file, if it is whole; `holds` as in `read_result`."""
        kept = self._cache.get(self._key(name)) if name in self._digests else None
        with suppress(*stored.DAMAGED):
            result = stored.read_result(kept, name, self._rules.by_code, holds)
            self._facts[name] = str(kept[-1]) if kept else _NOTHING
            return result
        return None

    def facts(self, name: str) -> FileFacts | None:
        """Give the kept facts of a file, if they are whole."""
        from journeycli.workspace.stored import read_facts  # noqa: PLC0415 - imports the model

        kept = self._cache.get(self._facts_key(name)) if name in self._digests else None
        with suppress(*stored.DAMAGED):
            return read_facts(kept, name)
        return None

    def words(self, name: str) -> str | None:
        """Give the kept digest of a catalog's words, if it is whole."""
        kept = self._cache.get(self._facts_key(name)) if name in self._digests else None
        return str(kept[0]) if isinstance(kept, list) and kept else None

    def knows_facts(self, name: str) -> bool:
        """Tell whether it is known what stands for a file's facts."""
        if name not in self._facts:
            raw = self._cache.raw(self._facts_key(name)) if name in self._digests else None
            if raw is None and name in self._digests:
                return False
            self._facts[name] = digest_of_text(raw) if raw is not None else _NOTHING
        return True

    def across(self) -> Across | None:
        """Give what the rules make of the facts of all files, if it is kept and whole."""
        from journeycli.workspace.stored import read_across  # noqa: PLC0415 - imports the model

        kept = self._cache.get(self._across_key)
        with suppress(*stored.DAMAGED):
            return read_across(kept, self._names)
        return None

    def told(self) -> stored.Told | None:
        """Give what shows across files as they are now, if it is kept and whole."""
        kept = self._cache.get(self._told_key)
        with suppress(*stored.DAMAGED):
            return stored.read_told(kept, self._names, self._rules.by_code)
        return None

    def keep(self, name: str, kept: Kept) -> None:
        """Keep what a linted file gave; nothing where it could not be read."""
        self._keep_facts(name, kept.facts, kept.digest)
        if kept.digest:
            self._cache.put(self._key(name), kept.result)

    def keep_facts(self, name: str, text: str, raw: bytes | None) -> None:
        """Keep what a file says to others, as `facts_text` wrote it; `raw` as for `kept_of`."""
        self._keep_facts(name, text, digest_of_text(raw) if raw is not None else "")

    def keep_across(self, across: Across) -> None:
        """Keep what the rules make of the facts of all files."""
        from journeycli.workspace.stored import across_text  # noqa: PLC0415 - imports the model

        self._cache.put(self._across_key, across_text(across, self._names))

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

    def _keep_facts(self, name: str, text: str, digest: str) -> None:
        self._digests.pop(name, None)
        self._facts[name] = _NOTHING
        if digest:
            self._digests[name] = digest  # the file may have changed since it was read first
            self._facts[name] = digest_of_text(text.encode())
            self._cache.put(self._facts_key(name), text)

    def _key(self, name: str) -> Key:
        return Key(_RESULT, self._result_variant, self._digests[name])

    def _facts_key(self, name: str) -> Key:
        return Key(_FACTS, self._facts_variant, self._digests[name])

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
    from journeycli.workspace.stored import facts_text  # noqa: PLC0415 - imports the model

    digest = digest_of_text(raw) if raw is not None else ""
    facts = facts_text(result.facts, result.words)
    return Kept(digest, facts, stored.result_text(name, result, digest_of_text(facts.encode())))


def _digests(sources: Sources) -> Iterator[tuple[str, str]]:
    for name in sources.names:
        with suppress(UnreadableError):  # it has no text to be known by
            yield name, digest_of_text(sources.read(name))

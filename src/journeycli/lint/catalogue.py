"""The rules of a run: what they are called, and the rules themselves once a file is checked.

Most of a run needs no more of a rule than its name and weight. So the rules are imported when the
first file has to be checked, and a run whose results are all in the cache imports none.
"""

from __future__ import annotations

from contextlib import suppress
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from journeycli.lint import stored
from journeycli.lint.variant import digest_of, program, variant_of
from journeycli.workspace.cache import Key
from journeycli.workspace.values import DAMAGED

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from journeycli.findings import Severity
    from journeycli.rules.base import (
        DocumentRule,
        FactsRule,
        MapRule,
        PersonaRule,
        Rule,
        StageRule,
        WorkspaceRule,
    )
    from journeycli.settings import Settings
    from journeycli.workspace.cache import Cache

_KIND = "c"  # of what the cache keeps of the rules


class Entry(NamedTuple):
    """What a run needs to know of a rule that it does not call.

    Attributes:
        code: The permanent code.
        name: The defect in kebab-case.
        severity: Its weight on a map that has been researched.
        on_hypothesis: Its weight on a hypothesis, where that differs.
        page: The address of its page, or None.
        silences: Codes that stay silent about a stage where this rule speaks.
        across: Whether it sees the facts of all files.

    """

    code: str
    name: str
    severity: Severity
    on_hypothesis: Severity | None = None
    page: str | None = None
    silences: tuple[str, ...] = ()
    across: bool = False

    def url(self) -> str | None:
        """Give the address of the rule's page."""
        return self.page


class Rules:
    """The catalogue of a run, sorted by what the rules are shown.

    Args:
        load: Gives the rules.
        entries: What is known of them beforehand, in the same order.
        own: What tells apart the rules that are not ours; empty where all are.

    Attributes:
        own: The same.

    """

    def __init__(
        self,
        load: Callable[[], Sequence[type[Rule]]],
        entries: Sequence[Entry] | None = None,
        *,
        own: str = "",
    ) -> None:
        self._load = load
        self._entries = entries
        self.own = own

    @cached_property
    def classes(self) -> tuple[type[Rule], ...]:
        """The rules themselves, in the order of the catalogue."""
        return tuple(self._load())

    @cached_property
    def by_code(self) -> Mapping[str, Entry]:
        """Every rule by its code, in the order of the catalogue."""
        entries = self._entries
        if entries is None:
            entries = [_entry(rule) for rule in self.classes]
        return {each.code: each for each in entries}

    @cached_property
    def across(self) -> frozenset[str]:
        """The codes of the rules that see the facts of all files."""
        return frozenset(each.code for each in self.by_code.values() if each.across)

    @property
    def document(self) -> tuple[DocumentRule, ...]:
        """The rules that see the text of one file."""
        return self._sorted.document

    @property
    def facts(self) -> tuple[FactsRule, ...]:
        """The rules that see the ids and names of one file."""
        return self._sorted.facts

    @property
    def map(self) -> tuple[MapRule, ...]:
        """The rules that see one map."""
        return self._sorted.map

    @property
    def stage(self) -> tuple[StageRule, ...]:
        """The rules that see one stage."""
        return self._sorted.stage

    @property
    def persona(self) -> tuple[PersonaRule, ...]:
        """The rules that see one persona."""
        return self._sorted.persona

    @property
    def workspace(self) -> tuple[WorkspaceRule, ...]:
        """The rules that see the facts of all files."""
        return self._sorted.workspace

    @cached_property
    def _sorted(self) -> _Sorted:
        return _sort(self.classes)


def sort_rules(rules: Sequence[type[Rule]]) -> Rules:
    """Make a catalogue of rules that are at hand."""
    return Rules(lambda: rules)


def rules_of(settings: Settings) -> tuple[type[Rule], ...]:
    """Give the whole catalogue: ours, and the rules that the settings define or name.

    Raises:
        SettingsError: A rule of the settings cannot be used.

    """
    from journeycli.rules import ALL_RULES  # noqa: PLC0415 - imports every rule, and the model

    if not settings.rules and not settings.plugins:
        return ALL_RULES
    from journeycli.rules.own import own_rules  # noqa: PLC0415 - loads what few settings ask for

    return (*ALL_RULES, *own_rules(settings, ALL_RULES))


def catalogue_of(settings: Settings, cache: Cache | None) -> Rules:
    """Give the catalogue of settings; what is known of the rules comes from the cache, if it can.

    Raises:
        SettingsError: A rule of the settings cannot be used.

    """
    own = repr([each._replace(places=()) for each in settings.rules]) if settings.rules else ""
    if cache is None:
        return Rules(lambda: rules_of(settings), own=own)
    key = Key(_KIND, variant_of(program()), digest_of(own))
    kept = cache.get(key)
    with suppress(*DAMAGED):
        return Rules(lambda: rules_of(settings), stored.read_entries(kept, Entry), own=own)
    rules = Rules(lambda: rules_of(settings), own=own)
    cache.put(key, stored.entries_text(rules.by_code.values()))
    return rules


class _Sorted(NamedTuple):
    document: tuple[DocumentRule, ...]
    facts: tuple[FactsRule, ...]
    map: tuple[MapRule, ...]
    stage: tuple[StageRule, ...]
    persona: tuple[PersonaRule, ...]
    workspace: tuple[WorkspaceRule, ...]


def _sort(rules: Iterable[type[Rule]]) -> _Sorted:
    """Make one instance of each rule and sort them by what they are shown."""
    from journeycli.rules import base  # noqa: PLC0415 - imports the model

    made = [rule() for rule in rules if not issubclass(rule, base.ReadingRule)]
    return _Sorted(
        document=tuple(rule for rule in made if isinstance(rule, base.DocumentRule)),
        facts=tuple(rule for rule in made if isinstance(rule, base.FactsRule)),
        map=tuple(rule for rule in made if isinstance(rule, base.MapRule)),
        stage=tuple(rule for rule in made if isinstance(rule, base.StageRule)),
        persona=tuple(rule for rule in made if isinstance(rule, base.PersonaRule)),
        workspace=tuple(rule for rule in made if isinstance(rule, base.WorkspaceRule)),
    )


def _entry(rule: type[Rule]) -> Entry:
    return Entry(
        code=rule.code,
        name=rule.name,
        severity=rule.severity,
        on_hypothesis=rule.on_hypothesis,
        page=rule.url(),
        silences=tuple(rule.silences),
        across=rule.scope.value == "workspace",
    )

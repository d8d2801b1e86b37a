"""Who may speak: from everything that the rules found to what counts in this run.

In this order: dated rules by today's date, severities and selection, the more specific rule over
the more general, then what comments, settings and the baseline suppress, and last what is to be
said of those themselves (J990 to J993).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from journeycli.findings import Severity, Suppression
from journeycli.lint import baseline as baselines
from journeycli.lint.result import EVERY_DAY, Days
from journeycli.lint.selection import can_be_silenced, matches
from journeycli.lint.sharing import Pool
from journeycli.lint.upkeep import Upkeep

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
    from datetime import date

    from journeycli.findings import Finding
    from journeycli.lint.baseline import Baseline
    from journeycli.lint.catalogue import Rules
    from journeycli.lint.result import Heard
    from journeycli.settings import Options, PerFileIgnore, Settings, SeverityOverride


def _in_no_glob(_pattern: str, _name: str) -> bool:
    """Stand in where no settings have patterns."""
    return False


class Choice(NamedTuple):
    """Who may speak in a run.

    Attributes:
        codes: The rules whose findings count.
        today: The date that dated rules go by.
        settings: Severities, per-file ignores and what they name.
        baseline: Findings of the past that do not count.
        whole: Whether all files of the workspace are linted, so that a setting that nothing
            matches is known to be unused.
        in_glob: Says whether a pattern of the settings matches a file's name.

    """

    codes: frozenset[str]
    today: date
    settings: Settings
    baseline: Baseline | None = None
    whole: bool = False
    in_glob: Callable[[str, str], bool] = _in_no_glob

    @property
    def options(self) -> Options:
        """What the settings say of months and lengths."""
        return self.settings.options


class Weighing:
    """Takes what the rules find, file by file, and keeps what holds today and is not off.

    Most of what dated rules find is of another day, so that little has to stay in memory.

    Args:
        choice: Who may speak.

    Attributes:
        heard: What is left, each with the weight that it has in this run.
        off: The codes of findings that a severity `off` left out, whatever the day.

    """

    def __init__(self, choice: Choice) -> None:
        self._choice = choice
        self._pool = Pool()
        self._words: dict[str, str | None] = {}
        self._wants_all = any(each.severity == "off" for each in choice.settings.severity)
        self.heard: list[Finding] = []
        self.off: set[str] = set()

    def add(self, found: Iterable[Finding]) -> None:
        """Take what was found, and leave out what does not hold or may not speak."""
        choice, today = self._choice, self._choice.today
        for each in found:
            word = self._word(each)
            if word == "off":
                self.off.add(each.code)
            elif (
                each.code in choice.codes
                and (each.since is None or each.since <= today)
                and (each.until is None or each.until > today)
            ):
                weighed = each._replace(severity=Severity(word)) if word else each
                self.heard.append(self._pool.same(weighed))

    @property
    def days(self) -> Days:
        """Which findings can be of use."""
        return EVERY_DAY if self._wants_all else Days(self._choice.today.isoformat())

    def _word(self, finding: Finding) -> str | None:
        """Give the weight that the settings give to a rule, if they do."""
        code = finding.code
        if code not in self._words:
            override = None
            if can_be_silenced(code):
                override = _last_match(self._choice.settings.severity, finding)
            self._words[code] = override.severity if override else None
        return self._words[code]


def speak(
    weighing: Weighing,
    results: Mapping[str, Heard],
    rules: Rules,
    choice: Choice,
    *,
    all_read: bool = True,
) -> tuple[list[Finding], list[Finding]]:
    """Give what counts and what is suppressed, both sorted.

    Args:
        weighing: What the rules found.
        results: What the files gave, by their names.
        rules: The catalogue.
        choice: Who may speak.
        all_read: Whether every file of the workspace could be read.

    """
    heard = weighing.heard
    silenced = set(_silenced(heard, rules))
    upkeep = Upkeep(results, rules, choice, all_read=all_read)
    counting: list[Finding] = []
    suppressed: list[Finding] = []
    for each in _ordered(heard):
        why = _suppression(each, upkeep, choice) if can_be_silenced(each.code) else None
        if (each.code, each.place.path, _stage_of(each.at)) in silenced:
            continue
        (suppressed if why else counting).append(each._replace(suppressed=why) if why else each)
    counting, by_baseline = _without_baseline(counting, upkeep, results, choice)
    suppressed += by_baseline
    upkeep.off_used |= weighing.off
    counting += (each for each in upkeep.findings() if each.code in choice.codes)
    return _ordered(counting), _ordered(suppressed)


def _last_match(overrides: Sequence[SeverityOverride], finding: Finding) -> SeverityOverride | None:
    """Give the most specific override; of two equals, the last."""
    best, best_weight = None, 0
    for each in overrides:
        weight = matches(each.selector.text, finding.code, finding.name)
        if weight and weight >= best_weight:
            best, best_weight = each, weight
    return best


def _silenced(findings: Iterable[Finding], rules: Rules) -> Iterator[tuple[str, str, str]]:
    """Give what the more specific rules silence: code, file and stage."""
    for each in findings:
        rule = rules.by_code.get(each.code)
        for code in rule.silences if rule else ():
            yield code, each.place.path, _stage_of(each.at)


def _suppression(finding: Finding, upkeep: Upkeep, choice: Choice) -> Suppression | None:
    comment = upkeep.comment_for(finding)
    setting = next(
        (each for each in choice.settings.per_file_ignores if _covers(each, finding, choice)), None
    )
    if setting is not None:
        upkeep.used_settings.add(setting.place)
    if comment is not None:
        until = comment.until.isoformat() if comment.until else None
        return Suppression("comment", comment.reason, until)
    return Suppression("settings", setting.reason) if setting else None


def _covers(ignore: PerFileIgnore, finding: Finding, choice: Choice) -> bool:
    named = any(matches(each.text, finding.code, finding.name) for each in ignore.selectors)
    return named and choice.in_glob(ignore.glob, finding.place.path)


def _without_baseline(
    counting: list[Finding],
    upkeep: Upkeep,
    results: Mapping[str, Heard],
    choice: Choice,
) -> tuple[list[Finding], list[Finding]]:
    if choice.baseline is None:
        return counting, []
    facts = {name: result.facts for name, result in results.items()}
    left = choice.baseline.counts()
    kept: list[Finding] = []
    covered: list[Finding] = []
    for each in counting:
        key = baselines.key_of(each, facts)
        if can_be_silenced(each.code) and left[key] > 0:
            left[key] -= 1
            covered.append(each._replace(suppressed=Suppression("baseline")))
        else:
            kept.append(each)
    upkeep.unused_entries = [each for each in choice.baseline.entries if left[each.key] > 0]
    return kept, covered


def _ordered(findings: Iterable[Finding]) -> list[Finding]:
    return sorted(findings, key=lambda each: each.sort_key)


def _stage_of(at: str) -> str:
    return at.partition(".")[0]

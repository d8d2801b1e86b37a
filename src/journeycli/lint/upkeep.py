"""What is to be said of ignores, settings and baselines themselves: J990 to J993."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journeycli.findings import Edit, Finding, Fix, Place, Position
from journeycli.lint.baseline import View, file_of
from journeycli.lint.ignores import Ignore, Malformed
from journeycli.lint.selection import can_be_silenced, matches, nearest_rule

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from journeycli.lint.baseline import Entry
    from journeycli.lint.catalogue import Rules
    from journeycli.lint.ignores import Word
    from journeycli.lint.result import Heard
    from journeycli.lint.speaking import Choice
    from journeycli.settings import Place as SettingsPlace


class Upkeep:
    """Keeps account of what suppressed something, and says what did not.

    Args:
        results: What the files gave, by their names.
        rules: The catalogue.
        choice: Who may speak.
        all_read: Whether every file of the workspace could be read; else rules across files may
            have held something back.

    Attributes:
        used_settings: Places of the per-file ignores that matched a finding.
        off_used: Codes of findings that a severity `off` left out.
        unused_entries: Baseline entries with a count that was not used up.

    """

    def __init__(
        self,
        results: Mapping[str, Heard],
        rules: Rules,
        choice: Choice,
        *,
        all_read: bool = True,
    ) -> None:
        self._results = results
        self._rules = rules
        self._choice = choice
        self._across = rules.across
        self._all_read = all_read
        self._view = view_of(results, choice)
        self._used: set[tuple[Place, str]] = set()
        self._uncovered: dict[str, dict[str, int]] = {}  # file → code → first line
        self.used_settings: set[SettingsPlace] = set()
        self.off_used: set[str] = set()
        self.unused_entries: list[Entry] = []

    def comment_for(self, finding: Finding) -> Ignore | None:
        """Give the ignore comment that covers a finding, and note that it was of use."""
        result = self._results.get(finding.place.path)
        covering = None
        line = finding.place.start.line
        for ignore in result.ignores if result else ():
            if isinstance(ignore, Malformed) or self._is_over(ignore):
                continue
            if not ignore.first_line <= line <= ignore.last_line:
                continue
            for word in ignore.words:
                if matches(word.text, finding.code, finding.name):
                    self._used.add((ignore.place, word.text))
                    covering = covering or ignore
        if covering is None and result is not None and result.ignores:
            self._uncovered.setdefault(finding.place.path, {}).setdefault(finding.code, line)
        return covering

    def findings(self) -> Iterator[Finding]:
        """Say what is wrong with ignores, settings and the baseline."""
        for result in self._results.values():
            for ignore in result.ignores:
                if isinstance(ignore, Malformed):
                    yield self._finding("J993", ignore.place, ignore.message, ignore.help)
                else:
                    yield from self._of_comment(ignore, result)
        yield from self._of_settings()
        for entry in self.unused_entries:
            if self._entry_is_known(entry):
                yield self._finding(
                    "J990",
                    entry.place,
                    f"The baseline counts {entry.key.code} at {entry.key.at or 'the top'} of "
                    f"`{entry.key.file}`, and it is not found there that often any more.",
                    "Write the baseline anew with --write-baseline; it gets shorter.",
                )

    def _is_over(self, ignore: Ignore) -> bool:
        return ignore.until is not None and ignore.until < self._choice.today

    def _of_comment(self, ignore: Ignore, result: Heard) -> Iterator[Finding]:
        unknown = [word for word in ignore.words if not self._names_a_rule(word.text)]
        for word in unknown:
            yield self._unknown(word.text, word.place, "")
        if self._is_over(ignore) and ignore.until is not None:
            yield self._finding(
                "J991",
                ignore.place,
                f"This ignore ended on {ignore.until.isoformat()} ({ignore.reason}).",
                "Mend what it covers, or give it a new date and a reason.",
            )
            return
        for word in ignore.words:
            if word not in unknown:
                yield from self._of_word(word, ignore, result)

    def _of_word(self, word: Word, ignore: Ignore, result: Heard) -> Iterator[Finding]:
        codes = self._codes(word.text)
        if not any(can_be_silenced(code) for code in codes):
            yield self._finding(
                "J993",
                word.place,
                f"{word.text} cannot be ignored.",
                "What makes a file unreadable, or an ignore useless, has to be mended.",
            )
        elif (ignore.place, word.text) not in self._used and result.complete and self._ran(codes):
            yield self._finding(
                "J990",
                word.place if len(ignore.words) > 1 else ignore.place,
                f"Nothing here is ignored by {word.text}.",
                self._advice(codes, ignore),
                word.removal,
            )

    def _advice(self, codes: frozenset[str], ignore: Ignore) -> str:
        """Say where the rule speaks, if it speaks elsewhere in the file."""
        spoken = self._uncovered.get(ignore.place.path, {})
        code, line = next(((c, n) for c, n in spoken.items() if c in codes), ("", 0))
        if not code:
            return "Remove it."
        return (
            f"{code} speaks on line {line}: write this at its end, or above what begins there; or "
            "remove it."
        )

    def _of_settings(self) -> Iterator[Finding]:
        settings = self._choice.settings
        selectors = [*settings.select, *settings.ignore, *settings.extend_select]
        selectors += [each.selector for each in settings.severity]
        selectors += [each for ignore in settings.per_file_ignores for each in ignore.selectors]
        for selector in selectors:
            if selector.place is not None and not self._names_a_rule(selector.text):
                here = _place(selector.place)
                bare = here.end.column - here.start.column == len(selector.text)
                yield self._unknown(selector.text, here, "" if bare else '"')
        settable = [*settings.ignore, *(each.selector for each in settings.severity)]
        settable += [each for ignore in settings.per_file_ignores for each in ignore.selectors]
        for selector in settable:
            if selector.place is not None and self._is_out_of_reach(selector.text):
                yield self._finding(
                    "J990",
                    _place(selector.place),
                    f"{selector.text} can be neither ignored nor weighed anew, so this does "
                    "nothing.",
                    "Remove it from the settings.",
                )
        if self._choice.whole:
            yield from self._of_per_file_ignores()
            yield from self._of_severities()

    def _of_per_file_ignores(self) -> Iterator[Finding]:
        for ignore in self._choice.settings.per_file_ignores:
            if ignore.place in self.used_settings:
                continue
            matching = [
                result
                for name, result in self._results.items()
                if self._choice.in_glob(ignore.glob, name)
            ]
            codes = [self._codes(each.text) for each in ignore.selectors]
            if not matching:
                yield self._finding(
                    "J990",
                    _place(ignore.place),
                    f"No file of the workspace is named like `{ignore.glob}`.",
                    "Write it like a line of .gitignore, from the folder of the settings; or "
                    "remove it.",
                )
            elif (
                all(result.complete for result in matching)
                and all(map(self._ran, codes))
                and any(map(can_be_silenced, frozenset().union(*codes)))
            ):
                yield self._finding(
                    "J990",
                    _place(ignore.place),
                    f"No finding in files like `{ignore.glob}` is ignored by this.",
                    "Remove it from the settings.",
                )

    def _of_severities(self) -> Iterator[Finding]:
        if not all(result.complete for result in self._results.values()):
            return
        for override in self._choice.settings.severity:
            place = override.selector.place
            codes = frozenset(filter(can_be_silenced, self._codes(override.selector.text)))
            if override.severity != "off" or place is None or not self._ran(codes):
                continue
            if not codes & self.off_used:
                yield self._finding(
                    "J990",
                    _place(place),
                    f"{override.selector.text} is off, and would find nothing.",
                    "Remove it from the settings.",
                )

    def _unknown(self, text: str, place: Place, quote: str) -> Finding:
        near = nearest_rule(text, tuple(self._rules.by_code.values()))
        fix = None
        if near is not None:
            edit = Edit(place, f"{quote}{near}{quote}")
            fix = Fix(f"Write `{near}`", safe=True, edits=(edit,))
        return self._finding(
            "J992",
            place,
            f"No rule is called {text}" + (f"; did you mean {near}?" if near else "."),
            f"Write {near}." if near else "`journey rules` lists them all.",
            fix,
        )

    def _finding(
        self, code: str, place: Place, message: str, help_: str, fix: Fix | None = None
    ) -> Finding:
        rule = self._rules.by_code[code]
        return Finding(
            code=code,
            name=rule.name,
            severity=rule.severity,
            message=message,
            help=help_,
            url=rule.url(),
            place=place,
            at="",
            fix=fix,
        )

    def _codes(self, word: str) -> frozenset[str]:
        return frozenset(
            rule.code
            for rule in self._rules.by_code.values()
            if matches(word, rule.code, rule.name)
        )

    def _names_a_rule(self, word: str) -> bool:
        return bool(self._codes(word))

    def _is_out_of_reach(self, word: str) -> bool:
        """Tell whether a word names rules, and none that may be ignored."""
        codes = self._codes(word)
        return bool(codes) and not any(map(can_be_silenced, codes))

    def _ran(self, codes: frozenset[str]) -> bool:
        """Tell whether rules, at least one, ran and held nothing back."""
        if not codes or not codes <= self._choice.codes:
            return False
        return self._all_read or codes.isdisjoint(self._across)

    def _entry_is_known(self, entry: Entry) -> bool:
        """Tell whether the run looked where the entry looks, so that it is known to be stale."""
        code = entry.key.code
        if code not in self._rules.by_code:
            return True  # no rule of this code will ever find it again
        return self._ran(frozenset({code})) and self._view.has(entry.key)


def view_of(results: Mapping[str, Heard], choice: Choice) -> View:
    """Give what a run looked at."""
    facts = {name: result.facts for name, result in results.items()}
    files = {True: set[tuple[str, str]](), False: set[tuple[str, str]]()}
    for name, result in results.items():
        files[result.complete].add(file_of(name, facts))
    return View(
        codes=choice.codes,
        files=frozenset(files[True] - files[False]),
        unread=frozenset(files[False]),
        whole=choice.whole and all(each.readable for each in facts.values()),
    )


def _place(place: SettingsPlace) -> Place:
    return Place(
        place.path,
        Position(place.line, place.column),
        Position(place.end_line, place.end_column),
    )

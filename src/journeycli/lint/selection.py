"""Which rules speak: codes, prefixes and names, the more specific word winning."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from journeycli.errors import UserError
from journeycli.text import closest

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_WHOLE = 100  # a full code or a name outweighs every prefix


class Called(Protocol):
    """What can be named: a rule, or what is known of one."""

    @property
    def code(self) -> str:
        """The permanent code."""

    @property
    def name(self) -> str:
        """The defect in kebab-case."""


def check_selectors(words: Iterable[str], rules: Sequence[Called], option: str) -> None:
    """Refuse words that name no rule.

    Raises:
        UserError: A word is no code, prefix or name of a rule.

    """
    for word in words:
        if not any(matches(word, rule.code, rule.name) for rule in rules):
            near = nearest_rule(word, rules)
            raise UserError(
                f"{option} {word}: no rule has this code or name.",
                hint=f"Did you mean {near}?" if near else "`journey rules` lists them all.",
            )


def can_be_silenced(code: str) -> bool:
    """Tell whether a rule may be ignored: what makes a file unreadable may not, nor J99x."""
    return not (code.startswith("J99") or (code.startswith("J0") and code != "J010"))


def selected(
    rules: Sequence[Called], select: Sequence[str], ignore: Sequence[str]
) -> frozenset[str]:
    """Give the codes of the rules that speak; with an empty `select`, all but the ignored."""
    chosen = set()
    for rule in rules:
        wanted = max((matches(word, rule.code, rule.name) for word in select), default=1)
        refused = max((matches(word, rule.code, rule.name) for word in ignore), default=0)
        if not can_be_silenced(rule.code) or (wanted and wanted > refused):
            chosen.add(rule.code)
    return frozenset(chosen)


def matches(word: str, code: str, name: str) -> int:
    """Tell how closely a word names a rule: 0 not at all, more the longer a prefix is.

    A full code or a name weighs more than every prefix. The codes of an organisation's own rules
    have as many digits as they like, so that with a digit at its end a word is a code of theirs
    and no prefix: `ACME1` does not mean `ACME12`.
    """
    if word.lower() == name or word.upper() == code:
        return _WHOLE
    if not word or not code.startswith(word.upper()):
        return 0
    return 0 if word[-1].isdigit() and not code.startswith("J") else len(word) + 1


def nearest_rule(word: str, rules: Sequence[Called]) -> str | None:
    """Give the code or name that a word was probably meant to be."""
    return closest(word, [each for rule in rules for each in (rule.code, rule.name)])

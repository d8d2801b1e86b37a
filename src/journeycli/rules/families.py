"""The families of the catalogue: the first letters of a code, and what its rules are about."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from journeycli.rules.base import Rule

FAMILIES = {
    "J0": "Document",
    "J1": "Checklist",
    "J2": "Frame",
    "J3": "Touchpoints and channels",
    "J4": "Emotions",
    "J5": "Barriers and what is done about them",
    "J6": "Handoffs and paths",
    "J7": "Evidence and freshness",
    "J8": "Workspace",
    "J9": "Writing and suppressions",
}
"""Family titles by the first two characters of a code, in code order."""


OWN = "Own rules"
"""The family of an organisation's own rules."""


def family_of(code: str) -> str:
    """Give the title of a rule's family; an organisation's own rules form one of their own."""
    return FAMILIES.get(code[:2], OWN)


def families_of(rules: Sequence[type[Rule]]) -> Iterator[tuple[str, list[type[Rule]]]]:
    """Give the rules family by family, each with its title; no family without a rule."""
    titles = {f"{prefix} {title}": title for prefix, title in FAMILIES.items()} | {OWN: OWN}
    for shown, title in titles.items():
        family = [rule for rule in rules if family_of(rule.code) == title]
        if family:
            yield shown, family

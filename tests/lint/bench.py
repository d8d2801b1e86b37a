"""Applies fixes to files that exist in memory only."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from journeycli.lint.engine import sort_rules
from journeycli.lint.fixes import fix
from journeycli.lint.run import Sources
from journeycli.lint.selection import selected
from journeycli.lint.speaking import Choice
from journeycli.rules import ALL_RULES
from journeycli.settings import Settings
from journeycli.source.limits import Limits
from journeycli.workspace.discovery import Discovered

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from journeycli.lint.fixes import Outcome
    from journeycli.rules.base import Rule

HEAD = """\
format: journey-map/1
id: switch
title: Switching broadband provider
stages:
  - id: compare
    name: Compare offers
"""
"""A map up to its only stage, whose keys are indented by four."""

NAME = "switch.journey.yaml"


def fixed(
    texts: Mapping[str, bytes],
    *,
    unsafe: bool = False,
    select: Sequence[str] = (),
    rules: Sequence[type[Rule]] = ALL_RULES,
) -> Outcome:
    """Lint files of one workspace and apply the fixes of what is found."""
    sources = Sources(Discovered(Path(), (), (), ()), Limits(), dict(texts))
    choice = Choice(selected(rules, select, ()), date(2026, 11, 30), Settings())
    return fix(sources, sort_rules(rules), choice, unsafe=unsafe)


def after(
    text: str,
    *,
    unsafe: bool = False,
    select: Sequence[str] = (),
    rules: Sequence[type[Rule]] = ALL_RULES,
) -> str:
    """Give a map's text with its fixes."""
    outcome = fixed({NAME: text.encode()}, unsafe=unsafe, select=select, rules=rules)
    return outcome.files[0].after.decode() if outcome.files else text


def stage(*lines: str) -> str:
    """Write a map of one stage whose keys are given, a line each."""
    return HEAD + "".join(f"    {line}\n" for line in lines)

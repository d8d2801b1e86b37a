"""The fuzz run in small, and every case that once broke something."""

from __future__ import annotations

from collections import defaultdict
from itertools import cycle
from pathlib import Path
from random import Random

import pytest

from .run import holds, keeps
from .targets import TARGETS

_CASES = 12
_CHOICES = {"render": 30}  # by which every view and format of a picture is drawn
_FIXTURES = Path(__file__).parent / "cases"


@pytest.mark.parametrize("name", TARGETS)
def test_no_mutated_file_breaks_anything(name: str) -> None:
    """Each target keeps its promise on a few cases; `make fuzz` feeds it many more."""
    assert [seed for seed in range(_CASES) if not holds(name, f"gate-{seed}")] == []


def _kept() -> dict[str, list[Path]]:
    """Group the kept files by target and case; a case may have been fed several."""
    found = defaultdict(list)
    for path in sorted(_FIXTURES.iterdir()):
        found[path.name.rpartition("-")[0]].append(path)
    return found


@pytest.mark.parametrize("case", _kept())
def test_what_once_broke_something_no_longer_does(case: str) -> None:
    """The bytes of the case are fed again, to whatever the target may choose to do with them."""
    files = cycle(path.read_bytes() for path in _kept()[case])
    target = case.partition("-")[0]
    choices = range(_CHOICES.get(target, 1))
    broken = [
        choice
        for choice in choices
        if not keeps(target, lambda: next(files), Random(choice), f"{case}, choice {choice}")
    ]
    assert broken == []

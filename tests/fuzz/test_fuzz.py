"""The fuzz run in small, and every case that once broke something."""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path
from random import Random

import pytest

from .run import holds
from .targets import TARGETS

_CASES = 12
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
    """The bytes of the case are fed again, in their order and then from the first one on."""
    files = [path.read_bytes() for path in _kept()[case]]
    fed = iter(files * 8)
    try:
        TARGETS[case.partition("-")[0]](lambda: next(fed), Random(case))
    except Exception as error:  # noqa: BLE001 - whatever a target raises breaks its promise
        pytest.fail(f"{case}: {error!r}")

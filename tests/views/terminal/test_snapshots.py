"""Every view looks as it did when somebody last looked at it."""

from __future__ import annotations

import pytest

from .drawing import SNAPSHOTS, snapshot
from .snapshots import pictures

PICTURES = pictures()


@pytest.mark.parametrize("name", PICTURES)
def test_a_view_looks_as_it_did(name: str) -> None:
    """At every width, in every encoding and in colour."""
    assert PICTURES[name] == snapshot(name)


def test_no_snapshot_is_left_over() -> None:
    """Each file stands for a view that there is."""
    assert {path.stem for path in SNAPSHOTS.iterdir()} == set(PICTURES)

"""Keys that are their writer's own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journeycli.parsing.prune import pruned

if TYPE_CHECKING:
    from journeycli.source.document import Data


def test_declared_lanes_are_no_keys_of_the_writer() -> None:
    """A declared lane whose id begins with `x-` stays; the writer's own keys go."""
    stage: dict[str, Data] = {
        "id": "s",
        "x-colour": "red",
        "lanes": {"x-notes": ["said"], "x-other": ["own"]},
    }
    assert pruned({"stages": [stage], "lanes": [{"id": "x-notes", "name": "Notes"}]}) == {
        "stages": [{"id": "s", "lanes": {"x-notes": ["said"]}}],
        "lanes": [{"id": "x-notes", "name": "Notes"}],
    }

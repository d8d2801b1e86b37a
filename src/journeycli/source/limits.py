"""How large a file may be before reading stops."""

from __future__ import annotations

from typing import NamedTuple


class Limits(NamedTuple):
    """The limits of one file; settings can raise them.

    Attributes:
        bytes: Size of the file.
        depth: Lists and mappings inside one another, those that an alias repeats included.
        nodes: Keys, values, lists and mappings, those that an alias repeats included.
        stages: Stages of one map.

    """

    bytes: int = 5_000_000
    depth: int = 64
    nodes: int = 50_000
    stages: int = 500

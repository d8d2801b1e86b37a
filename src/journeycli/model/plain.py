"""Plain scalars that are numbers."""

import math
import re
from typing import Final

# The integers and floats of YAML 1.2's core schema (section 10.3.2), without octal, hexadecimal,
# infinity and not-a-number, for which a map has no use.
_NUMBER: Final = re.compile(r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?")


def number(scalar: object) -> float | None:
    """Read a finite number from a plain scalar; None for all else, a number in quotes included."""
    if type(scalar) is not str or _NUMBER.fullmatch(scalar) is None:
        return None
    value = float(scalar)
    return value + 0.0 if math.isfinite(value) else None  # + 0.0 turns −0 into 0

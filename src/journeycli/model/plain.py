"""Plain scalars that are numbers."""

import math
import re
from typing import Final

# The integers and floats of YAML 1.2's core schema (section 10.3.2), without octal, hexadecimal,
# infinity and not-a-number, for which a map has no use.
_NUMBER: Final = re.compile(r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?")


def number(text: str) -> float | None:
    """Read a finite number, or give None."""
    if _NUMBER.fullmatch(text) is None:
        return None
    value = float(text)
    return value + 0.0 if math.isfinite(value) else None  # + 0.0 turns −0 into 0

"""The shapes of texts in settings."""

from __future__ import annotations

import re
from typing import Final

from journeycli.settings.kinds import Words

_LINE: Final = r"^(?=.*\S)[^\u0000-\u001f\u007f]+$"
_LINES: Final = r"^[\s\S]*\S[\s\S]*$"


def ranges_ascend(glob: str) -> bool:
    """Tell whether every `[a-z]` of a pattern for files goes upwards."""
    classes = re.findall(r"(?<!\\)\[[^\]]*\]", glob)
    ranges = [each for text in classes for each in re.findall(r"(\w)-(\w)", text)]
    return all(first <= last for first, last in ranges)


SELECTOR: Final = Words(
    "a rule's code, the start of one, or a rule's name",
    r"^[A-Za-z][A-Za-z0-9]*(?:-[A-Za-z0-9]+)*$",
    "Write J106, J1 or inhibitors-unanswered; `journey rules` lists them all.",
)
GLOB: Final = Words(
    "a pattern for files",
    # No comment; no `.`, `..`, drive or bare `/` in front; no `.` or `..` further on; not blank;
    # a backslash only before a sign; a class of letters and digits. What gitignore's rules would
    # let match nothing, or what the pattern library refuses, is told here with its place.
    r"^(?!#)(?!!?(?:\.{1,2}(?:/|$)|[A-Za-z]:|/?$))(?!.*/\.{1,2}(?:/|$))(?=.*\S)"
    r"(?:[^\\\[\u0000-\u001f\u007f]|\\[^A-Za-z0-9\u0000-\u001f\u007f]"
    r"|\[[!^]?(?:[A-Za-z0-9]-[A-Za-z0-9]|[A-Za-z0-9_.])+\])+$",
    "Write it as in .gitignore: relative to the workspace root, with /, without ./ and ../.",
    ranges_ascend,
)
FILE: Final = Words(
    "a path of a file in the workspace",
    r"^(?!/|~/|[A-Za-z]:)(?=.*\S)[^\\\u0000-\u001f\u007f]+$",
    "Write a relative path with forward slashes.",
)
DATE: Final = r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$"
SENTENCE: Final = Words("a line of text", _LINE, "Write a sentence on one line.")
PROSE: Final = Words("a text", _LINES, "Write something, or leave the key out.")
EXPRESSION: Final = Words(
    "a JMESPath expression", _LINES, "See https://jmespath.org for how to write one."
)
CODE: Final = Words(
    "a code for a rule of your own",
    r"^(?!J)[A-Z]{1,12}[0-9]{1,5}$",
    "Write capitals and a number, such as ACME1; codes with J are the program's own.",
)
NAME: Final = Words(
    "a name for a rule",
    r"^[a-z][a-z0-9]*(?:-[a-z0-9]+)+$",
    "Write two words or more, small and joined by hyphens, such as no-legal-check.",
)
PACKAGE: Final = Words(
    "the name of a Python package",
    r"^[A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?$",
    "Write it as for pip install.",
)
LANE: Final = Words("the name of a lane", _LINE, "Write it as in the table you import.")
FORMAT_KEY: Final = Words(
    "a key of the format",
    r"^[a-z][a-z0-9_]*(?:\.[a-z0-9][a-z0-9_-]*)*$",
    "Write a key of a stage, such as customer_actions, or lanes. and a lane's id.",
)

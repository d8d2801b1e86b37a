"""A rule's docstring taken apart: what it finds, why, and its examples."""

from __future__ import annotations

import inspect
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from journeycli.rules.base import Rule

_SECTION = re.compile(r"^(What|Why|Bad|Good|Example):{1,2}$", re.MULTILINE)
_FILE = re.compile(r"^# (\S+\.(?:journey|persona|catalog)\.yaml)$", re.MULTILINE)
_REQUIRED = {
    "format": "format: journey-map/1\n",
    "id": "id: switch-broadband\n",
    "title": "title: Switching broadband provider\n",
    "stages": "stages:\n  - id: compare\n    name: Compare offers\n",
}
EXAMPLE_FILE = "maps/switch-broadband.journey.yaml"
"""What the map of an example is called."""


@dataclass(frozen=True, slots=True)
class Documentation:
    """A rule's documentation.

    Attributes:
        headline: What is wrong, in one line.
        what: What the rule finds.
        why: Why it matters.
        bad: YAML that it speaks about, as it is shown; empty where none can be shown.
        good: The same, mended.
        example: Words in place of YAML.

    """

    headline: str
    what: str
    why: str
    bad: str
    good: str
    example: str


def documentation(rule: type[Rule]) -> Documentation:
    """Take a rule's docstring apart."""
    text = inspect.getdoc(rule) or ""
    headline, *rest = _SECTION.split(text)
    sections = dict(zip(rest[::2], rest[1::2], strict=True))
    return Documentation(
        headline=headline.strip(),
        what=_prose(sections.get("What", "")),
        why=_prose(sections.get("Why", "")),
        bad=inspect.cleandoc(sections.get("Bad", "")),
        good=inspect.cleandoc(sections.get("Good", "")),
        example=_prose(sections.get("Example", "")),
    )


def example_files(example: str) -> dict[str, str]:
    """Make whole files of an example: name → text.

    The example shows what matters. What comes first belongs to a map and is completed by the keys
    that the format requires; a line such as `# personas/maya.persona.yaml` begins another file.
    """
    first, *others = _FILE.split(example)
    files = {EXAMPLE_FILE: _completed(first)}
    for name, text in zip(others[::2], others[1::2], strict=True):
        files[name] = text.lstrip("\n")
    return files


def _completed(fragment: str) -> str:
    present = set(re.findall(r"^([\w-]+):", fragment, re.MULTILINE))
    before = [text for key, text in _REQUIRED.items() if key not in present and key != "stages"]
    after = "" if "stages" in present else _REQUIRED["stages"]
    ending = "" if fragment.endswith("\n") or not fragment else "\n"
    return "".join(before) + fragment + ending + after


def _prose(text: str) -> str:
    return " ".join(inspect.cleandoc(text).split())

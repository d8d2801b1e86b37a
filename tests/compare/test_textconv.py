"""A map as git compares it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from journeycli.compare.textconv import PART_PATTERN, with_places
from journeycli.source.limits import Limits

EXAMPLES = sorted((Path(__file__).parents[2] / "examples").rglob("*.yaml"))

MAP = """\
format: journey-map/1
title: Switching
owner: {name: Ana}
stages:
  - id: compare
    name: Compare
    needs:
      - One
      - id: two
        text: >
          Two
          lines
    touchpoints:
      - {ref: help-line}
      - name: Price Page
        channel: website
      - Shop
    summary: Late
evidence:
  - id: poll
    method: survey
review: {every: quarter}
"""
PLACES = {
    5: "compare",
    7: "compare › needs",
    9: "compare › needs › two",
    13: "compare › touchpoints",
    15: "compare › touchpoints › price-page",
    17: "compare › touchpoints",
    18: "compare",
    20: "evidence › poll",
}


def _shown(raw: bytes) -> bytes:
    return with_places(raw, Limits())


def _places(shown: str) -> dict[int, str]:
    lines = (line.partition("  #: ") for line in shown.splitlines())
    return {n: name for n, (_, sign, name) in enumerate(lines, 1) if sign}


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
@pytest.mark.parametrize("bom", ["", "\ufeff"])
def test_parts_are_named_where_they_begin(newline: str, bom: str) -> None:
    """A stage, an answer and what has an id or name have theirs; the rest has its list's."""
    raw = (bom + MAP.replace("\n", newline)).encode()
    shown = _shown(raw).decode()
    assert _places(shown) == PLACES
    assert re.sub(r"  #: [^\r\n]*", "", shown).encode() == raw


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_every_line_keeps_its_text_and_number(path: Path) -> None:
    """Nothing but names at the ends of lines is added."""
    raw = path.read_bytes()
    assert re.sub(rb"  #: [^\n]*", b"", _shown(raw)) == raw


@pytest.mark.parametrize("raw", [b"", b"a: [\n", b"\xff\xfe", b"- a\n", b"a: &x b\nc: *x\n", b"\0"])
def test_what_cannot_be_taken_apart_stays(raw: bytes) -> None:
    """Whatever the bytes, git has something to compare."""
    assert _shown(raw) == raw


def test_a_name_cannot_move_the_cursor() -> None:
    """Control characters in an id are made visible where we repeat it."""
    shown = _shown(b'stages:\n  - id: "a\\eb"\n    name: A\n').decode()
    assert "\x1b" not in shown


def test_the_pattern_is_one_that_git_takes() -> None:
    """No alternative begins with `!`, and each has the shown text as its first group."""
    for each in PART_PATTERN.split("\n"):
        assert not each.startswith("!")
        assert re.compile(each).groups >= 1

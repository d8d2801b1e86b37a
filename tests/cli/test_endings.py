"""The ending of a file that is to be written says the format, or that there is none."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from journeycli.cli.endings import format_for
from journeycli.errors import UserError
from program import ROOT, journey

FORMATS = ("text", "md", "json", "html")


@pytest.mark.parametrize(
    ("asked", "to", "chosen"),
    [
        (None, None, "text"),
        (None, "-", "text"),
        (None, "a.MD", "md"),
        (None, "a.markdown", "md"),
        (None, "a.htm", "html"),
        (None, "a.txt", "text"),
        (None, "a", "text"),
        ("text", "a.png", "text"),
        ("md", "a.txt", "md"),
        ("md", "a.md", "md"),
        (None, str(ROOT / "docs"), "text"),
    ],
)
def test_the_format_of_a_file(asked: str | None, to: str | None, chosen: str) -> None:
    """What is asked for comes first, then the ending, then text."""
    assert format_for(asked, to, FORMATS) == chosen


@pytest.mark.parametrize(
    ("asked", "to", "message"),
    [
        (None, "a.png", "a.png ends in .png, and this is written as text, md, json or html."),
        ("md", "a.json", "--format md does not go with a.json, whose ending says json."),
        ("rtf", "a.md", "--format rtf: choose one of text, md, json, html."),
    ],
)
def test_a_file_of_another_format(asked: str | None, to: str, message: str) -> None:
    """No text stands in a picture's file by mistake."""
    with pytest.raises(UserError, match=re.escape(message)):
        format_for(asked, Path(to), FORMATS)


@pytest.mark.parametrize("command", ["diff", "history", "agenda"])
def test_no_command_writes_text_into_a_picture(command: str, tmp_path: Path) -> None:
    """The commands that write one file say which formats there are, and write nothing."""
    words = () if command == "diff" else ("maps/installation-day.journey.yaml",)
    ran = journey(command, *words, "-o", tmp_path / "x.png", cwd=ROOT / "examples")
    assert (ran.code, ran.out) == (2, "")
    assert "x.png ends in .png, and this is written as text" in ran.err
    assert list(tmp_path.iterdir()) == []

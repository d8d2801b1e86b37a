"""`journey git-setup --textconv`, as git calls it."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

from program import journey

from .repositories import MAP

if TYPE_CHECKING:
    from pathlib import Path

_TEXTCONV = ("-m", "journeycli", "git-setup", "--textconv")


def test_a_version_is_converted_without_the_whole_program(tmp_path: Path) -> None:
    """Git starts the program for each version of a map; it takes in little for that."""
    (tmp_path / "a.journey.yaml").write_text(MAP)
    ran = subprocess.run(
        [sys.executable, "-X", "importtime", *_TEXTCONV, "a.journey.yaml"],
        cwd=tmp_path,
        capture_output=True,
        check=True,
        text=True,
        encoding="utf-8",
    )
    assert "  #: " in ran.stdout
    taken = {line.rpartition("|")[2].strip() for line in ran.stderr.splitlines()}
    assert taken.isdisjoint({"typer", "pydantic", "rich", "ruamel.yaml"})
    gone = journey("git-setup", "--textconv", "gone.journey.yaml", cwd=tmp_path)
    assert (gone.code, gone.out) == (2, "")
    assert gone.err == "error: gone.journey.yaml cannot be read: no such file or directory.\n"

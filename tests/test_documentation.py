"""What the documentation shows is true: its YAML lints, its commands exist."""

from __future__ import annotations

import re
from pathlib import Path
from textwrap import dedent
from typing import NamedTuple

import pytest

from journeycli.cli.main import COMMANDS
from journeycli.findings import Severity
from journeycli.source.document import read_document
from journeycli.testing import lint_texts

ROOT = Path(__file__).parent.parent
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md")), ROOT / "CHANGELOG.md"]
"""The pages that people wrote; the examples on the rules' pages are run with the catalogue."""

KINDS = {"journey-map": "journey", "persona": "persona", "catalog": "catalog"}
SHARED = {
    path.relative_to(ROOT / "examples").as_posix(): path.read_bytes()
    for pattern in ("*.catalog.yaml", "personas/*.yaml")
    for path in sorted((ROOT / "examples").glob(pattern))
}
"""What the examples' maps stand on: the catalog and the personas."""


class Block(NamedTuple):
    """A piece of YAML on a page."""

    page: str
    number: int
    text: str

    @property
    def kind(self) -> str | None:
        """The kind of file, where the block is a whole one."""
        found = re.search(r"^format: ([a-z-]+)/", self.text, re.MULTILINE)
        return KINDS[found[1]] if found else None


def blocks() -> list[Block]:
    found = []
    for page in PAGES:
        pieces = re.findall(
            r"^```ya?ml\n(.*?)^```", page.read_text("utf-8"), re.MULTILINE | re.DOTALL
        )
        name = page.relative_to(ROOT).as_posix()
        found += [Block(name, number, dedent(text)) for number, text in enumerate(pieces, 1)]
    return found


def name(block: Block) -> str:
    return f"{block.page}-{block.number}"


BLOCKS = blocks()
WHOLE = [block for block in BLOCKS if block.kind is not None]
FRAGMENTS = [block for block in BLOCKS if block.kind is None]


def test_the_documentation_shows_a_map() -> None:
    """A reader sees what the format looks like without installing anything."""
    assert [block for block in WHOLE if block.page == "README.md"]


@pytest.mark.parametrize("block", WHOLE, ids=name)
def test_a_whole_file_lints(block: Block) -> None:
    """It has no error, and every name in it resolves beside the examples' catalog and personas."""
    path = f"documentation.{block.kind}.yaml"
    report = lint_texts({**SHARED, path: block.text})
    found = [each for each in report.findings if each.place.path == path]
    assert [each.message for each in found if each.severity is Severity.ERROR] == []
    assert [each.message for each in found if each.code.startswith("J8")] == []


@pytest.mark.parametrize("block", FRAGMENTS, ids=name)
def test_a_piece_of_a_file_can_be_read(block: Block) -> None:
    """What is shown can be pasted: it is YAML, and a map has a use for it."""
    document = read_document(block.text.encode())
    assert document.faults == ()
    assert document.data is not None


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_command_that_is_shown_exists(page: Path) -> None:
    """No reader is sent to a command that this release does not have."""
    shown = re.findall(r"(?:^\$ |`)journey ([a-z][a-z-]*)", page.read_text("utf-8"), re.MULTILINE)
    assert set(shown) <= COMMANDS.keys()

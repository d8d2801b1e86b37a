"""Generated files are what the program would generate today."""

from __future__ import annotations

from pathlib import Path

import pytest

from generated import generated_texts

ROOT = Path(__file__).parent.parent
TEXTS = generated_texts()


@pytest.mark.parametrize("name", TEXTS)
def test_a_generated_file_is_current(name: str) -> None:
    """`make generate` would change nothing."""
    assert (ROOT / name).read_text("utf-8") == TEXTS[name]


def test_no_page_of_a_former_rule_is_left() -> None:
    """Every rule page belongs to a rule of today."""
    pages = {path.relative_to(ROOT).as_posix() for path in (ROOT / "docs/rules").glob("*.md")}
    assert pages == {name for name in TEXTS if name.startswith("docs/rules/")}

"""The page about imports: each file that it shows becomes the map that it shows below."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from journeycli.interchange import cjml, markdown, mermaid
from journeycli.interchange.draft import Asked
from journeycli.interchange.writing import to_yaml

PAGE = Path(__file__).parents[2] / "docs" / "import.md"
READERS = {"mermaid": mermaid, "xml": cjml, "markdown": markdown}
PAIRS = re.findall(
    r"^(`{3,})(mermaid|xml|markdown)\n(.*?)^\1\n.*?^```yaml\n(.*?)^```",
    PAGE.read_text("utf-8"),
    re.MULTILINE | re.DOTALL,
)


def test_every_format_is_shown() -> None:
    """A worked example of each."""
    assert {language for _, language, _, _ in PAIRS} == set(READERS)


@pytest.mark.parametrize(("language", "file", "map_"), [pair[1:] for pair in PAIRS])
def test_what_the_page_shows_is_what_is_written(language: str, file: str, map_: str) -> None:
    """Byte for byte."""
    (draft,) = READERS[language].read(file.encode(), Asked())
    assert to_yaml(draft.data) == map_

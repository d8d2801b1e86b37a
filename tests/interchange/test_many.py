"""Files with very many of something: read in good time, or refused in a sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from journeycli.errors import UserError
from journeycli.interchange import cjml, markdown, mermaid
from journeycli.interchange.draft import Asked

if TYPE_CHECKING:
    from types import ModuleType

POINT = "<actualAction><touchpointID>1</touchpointID><initiator/></actualAction>"


@pytest.mark.parametrize(
    ("module", "text", "words"),
    [
        (mermaid, "```mermaid\njourney\nsection S\na: 3\n```\n" * 5_000, "5,000 journeys"),
        (mermaid, "journey\n" + "section S\n" * 5_000, "5000 sections"),
        (cjml, "<CJML>" + "<actualJourney/>" * 5_000 + "</CJML>", "5,000 journeys"),
        (markdown, "".join(f"## H{n}\n- x\n" for n in range(5_000)), "5,000 different headings"),
        (markdown, "## H\n- x\n" * 600, "600 stages"),
        (
            markdown,
            "| Stage | Actions | Pain points |\n|--|--|--|\n| s | a | b |\n\n" * 1_000,
            "1,000 tables",
        ),
    ],
)
def test_too_many_maps_or_stages(module: ModuleType, text: str, words: str) -> None:
    """More than a map, or one run, can hold is said with the number."""
    with pytest.raises(UserError, match=words):
        module.read(text.encode(), Asked())


@pytest.mark.parametrize(
    ("module", "text"),
    [
        (mermaid, "journey\n" + "Waits a while: 3: Me\n" * 10_000),
        (mermaid, "journey\n" + "".join(f"Waits: 3: A{n}\n" for n in range(5_000))),
        (cjml, f"<CJML><actualJourney>{POINT * 5_000}</actualJourney></CJML>"),
        (markdown, "# A\n## B\n" + "- x y z\n" * 10_000),
        (markdown, "# A\n## B\n" + "".join(f"**L{n}:** x\n\n" for n in range(300))),
        (markdown, "# A\n## B\n- c\n\n" + "> x\n" * 20_000),
    ],
)
def test_many_statements(module: ModuleType, text: str) -> None:
    """Thousands of lines are one map."""
    (draft,) = module.read(text.encode(), Asked())
    assert len(draft.data["stages"]) == 1

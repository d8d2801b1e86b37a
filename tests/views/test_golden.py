"""The whole text of a small map in every format that is the same on every machine.

After a wanted change run `python tests/views/test_golden.py` and read the difference.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from journeycli.model import JourneyMap
from journeycli.parsing import parse
from journeycli.source.document import read_document
from journeycli.views.known import know
from journeycli.views.pictures import Request, pictures

HERE = Path(__file__).parent / "golden"
REQUESTS = (
    Request(),
    Request(theme="print"),
    Request(view="funnel"),
    Request(format="dot"),
    Request(view="flow", format="dot"),
    Request(format="md"),
    Request(format="mermaid"),
    Request(view="flow", format="mermaid"),
)


def drawn(request: Request) -> tuple[str, str]:
    """Give the name of the golden file and what it should hold."""
    journey = parse(read_document((HERE / "small.journey.yaml").read_bytes())).model
    assert isinstance(journey, JourneyMap)
    (picture,) = pictures([journey], know, request)
    prefix = "" if request.theme == "auto" else f"{request.theme}."
    return prefix + picture.name, picture.draw().decode()


@pytest.mark.parametrize("request_", REQUESTS, ids=lambda r: f"{r.view}-{r.format}-{r.theme}")
def test_the_small_map_is_drawn_as_it_was(request_: Request) -> None:
    """Byte for byte, what the golden file holds."""
    name, text = drawn(request_)
    assert text == (HERE / name).read_text("utf-8")


if __name__ == "__main__":
    for each in REQUESTS:
        file, content = drawn(each)
        (HERE / file).write_text(content, encoding="utf-8")

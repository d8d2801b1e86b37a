from __future__ import annotations

import json
import re
import xml.etree.ElementTree as ET
from typing import TYPE_CHECKING, Any

import pytest

from journeycli.views.blueprint import blueprint_scene
from journeycli.views.emotions import emotions_scene
from journeycli.views.flow import flow_dot
from journeycli.views.funnel import funnel_scene
from journeycli.views.html import html_page
from journeycli.views.known import know
from journeycli.views.map import map_scene
from journeycli.views.markdown import markdown
from journeycli.views.mermaid import mermaid_flowchart, mermaid_journey
from journeycli.views.painters.dot import paint_dot
from journeycli.views.painters.escape import safe_link
from journeycli.views.painters.svg import paint_svg
from journeycli.views.themes import theme

from .test_scenes import assert_apart, assert_fits

if TYPE_CHECKING:
    from collections.abc import Callable

    from journeycli.model import JourneyMap

    Read = Callable[[str], JourneyMap]

LONG = "Waits and waits and then asks again whether anybody knows what happened to it " * 5
HOSTILE = (
    "<script>alert('1')</script> & \"q\" \\ \\n {x} [a](http://b) |c| ]]> --> %% # ; : ` $y$ \x7f"
)
SCRIPTS = (
    "你好世界这是一个没有空格的很长的句子 🙂👩‍👩‍👧🇩🇪 "
    "مرحبا بالعالم هذا نص שלום עולם ไทย हिन्दी Ünïcödé"
)
WORD = "Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz" * 3


def stage(number: int, **fields: Any) -> dict[str, Any]:
    return {"id": f"s{number}", "name": f"Stage {number}", **fields}


def filled(number: int, text: str, count: int) -> dict[str, Any]:
    said = [f"{text} {index}" for index in range(count)]
    lists = ("needs", "thoughts", "motivations", "inhibitors", "values", "enablers", "barriers")
    steps = [
        {"text": each, "feeling": text, "score": (index % 9) / 2 - 2}
        for index, each in enumerate(said)
    ]
    acts = [
        {"text": each, "layer": layer, "department": f"{text} {layer}"[:200]}
        for each in said[:3]
        for layer in ("frontstage", "backstage", "support")
    ]
    return stage(
        number,
        name=text,
        customer_actions=steps,
        company_actions=acts,
        touchpoints=[
            {"name": each, "channel": "email", "moment_of_truth": True, "expected": 1}
            for each in said
        ],
        handoffs=[{"from": text[:80], "to": "b", "what": text}],
        next=[{"end": text, "share": 0.5}],
        **dict.fromkeys(lists, said),
    )


def journey_map(*stages: dict[str, Any], **fields: Any) -> str:
    return json.dumps(
        {
            "format": "journey-map/1",
            "id": "extreme",
            "title": "Extreme",
            "stages": stages,
            **fields,
        },
        ensure_ascii=False,
    )


CASES = {
    "one bare stage": journey_map(stage(1)),
    "thirty stages": journey_map(*(filled(n, "Some words", 2) for n in range(30))),
    "thirty statements": journey_map(filled(1, "A few words here", 30), stage(2)),
    "forty touchpoints": journey_map(stage(1, touchpoints=[f"Touchpoint {n}" for n in range(40)])),
    "one-word statements": journey_map(filled(1, "Go", 3), filled(2, "Up", 3)),
    "400 characters": journey_map(filled(1, LONG[:400], 4), filled(2, "short", 1)),
    "long words": journey_map(filled(1, WORD, 3), filled(2, WORD, 2)),
    "hostile": journey_map(filled(1, HOSTILE, 3), title=HOSTILE, summary=HOSTILE, scenario=HOSTILE),
    "scripts": journey_map(filled(1, SCRIPTS, 3), filled(2, "مرحبا بالعالم", 2), title=SCRIPTS),
    "a title of 200 characters": journey_map(stage(1), title="A long title " * 16),
    "newlines": journey_map(filled(1, "one\ntwo\r\nthree\tfour", 2), title="a\nb"),
    "no emotions, all none": journey_map(
        stage(1, **{key: {"none": "Asked"} for key in ("needs", "emotions", "barriers")})
    ),
}


@pytest.fixture(params=list(CASES))
def extreme(request: pytest.FixtureRequest, read: Read) -> JourneyMap:
    return read(CASES[request.param])


def test_nothing_leaves_its_box_or_lies_on_something_else(extreme: JourneyMap) -> None:
    """However much or little a map says, every view stays readable."""
    for scene in (
        map_scene(extreme),
        blueprint_scene(extreme),
        emotions_scene([extreme]),
        funnel_scene(extreme),
    ):
        assert_fits(scene)
        assert_apart(scene)


def test_no_file_breaks(extreme: JourneyMap) -> None:
    """SVG and HTML parse, and nothing from a map becomes markup."""
    svg = paint_svg(map_scene(extreme), theme("auto"))
    root = ET.fromstring(svg)  # noqa: S314 - our own picture
    assert not [element for element in root.iter() if element.tag.endswith("script")]
    page = html_page(extreme, theme("auto"))
    assert "<script" not in page
    body = re.sub(r"<(meta|br)\b[^>]*>", "", page.removeprefix("<!DOCTYPE html>\n"))
    ET.fromstring(body)  # noqa: S314 - our own page


def test_dot_strings_are_closed(extreme: JourneyMap) -> None:
    """In DOT every quotation mark of a map is escaped, and no label is HTML."""
    for dot in (paint_dot(map_scene(extreme), theme("light")), flow_dot(extreme, theme("light"))):
        bare = re.sub(r'"(?:[^"\\]|\\.)*"', "", dot, flags=re.DOTALL)
        assert '"' not in bare
        assert "<" not in bare
        assert bare.count("{") == bare.count("}")


def test_every_cell_of_markdown_stays_a_cell(extreme: JourneyMap) -> None:
    """No text of a map adds a column to a table, or HTML or a link to the page."""
    text = markdown(extreme, know(extreme))
    assert not re.search(r"(?<!\\)<(?!br>|https?://)", text)
    assert not re.search(r"(?<!\\)\]\((?!<https?://)", text)
    widths: dict[int, int] = {}
    table = 0
    for line in text.splitlines():
        if not line.startswith("|"):
            table += 1
            continue
        count = len(re.findall(r"(?<!\\)\|", line))
        assert widths.setdefault(table, count) == count


def test_mermaid_lines_keep_their_grammar(extreme: JourneyMap) -> None:
    """Each task is `text: 1…5: actors`; each label of a flowchart is one quoted string."""
    text = r"(?:[^:;#]|#\d+;)+"
    for line in mermaid_journey(extreme).splitlines()[1:]:
        assert re.fullmatch(
            rf"  (?:title|section|accDescr:) {text}|    %% (?:no steps|not scored)"
            rf"|    {text}: [1-5](?:\.5)?(?:: {text})?",
            line,
        )
    for line in mermaid_flowchart(extreme).splitlines():
        assert line.count('"') % 2 == 0
        inside = re.findall(r'"([^"]*)"', line)
        assert not [text for text in inside if re.search(r"[<>`\\]|#(?!\d+;|\w+;)", text)]


def test_links_that_are_none_of_ours_are_dropped(read: Read) -> None:
    """Only http, https and mailto survive as links."""
    assert safe_link("https://example.com/a?b=c&d") == "https://example.com/a?b=c&d"
    assert safe_link("mailto:a@example.com") == "mailto:a@example.com"
    assert [
        safe_link(x) for x in ("javascript:alert(1)", "data:text/html,x", "//x", "file:///x")
    ] == [""] * 4

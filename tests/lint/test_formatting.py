"""`fmt` on maps, personas and catalogs: the order of the format, and no word that changes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from journeycli.errors import UserError
from journeycli.lint.formatting import formatted, key_order
from journeycli.model.keys import known_keys
from journeycli.model.shapes import ROOTS, ByName, Element, Items, below, keys
from journeycli.parsing import parse
from journeycli.source.document import read_document
from journeycli.source.limits import Limits
from program import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path as File

    from hypothesis.strategies import DrawFn

    from journeycli.model.formats import Kind
    from journeycli.model.shapes import Shape
    from journeycli.source.span import Path

FILES = sorted(
    [
        *ROOT.glob("examples/maps/*.yaml"),
        *ROOT.glob("examples/personas/*.yaml"),
        *ROOT.glob("examples/*.yaml"),
        *ROOT.glob("tests/first_maps/*.yaml"),
        *ROOT.glob("src/journeycli/templates/workspace/*/*.yaml"),
    ]
)
EXAMPLES = [path for path in FILES if "examples" in path.parts]
SMALL = [path for path in FILES if path.stat().st_size < 16_000]
HEAD = "format: journey-map/1\nid: switch\ntitle: Switching\n"


def laid_out(text: str | bytes) -> bytes:
    raw = text.encode() if isinstance(text, str) else text
    return formatted(raw, Limits(), "a.journey.yaml")


def comments(raw: bytes) -> list[str]:
    return sorted(each.text for each in read_document(raw).comments)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_what_a_file_says_stays(path: File) -> None:
    """Examples and first maps say the same, keep their comments, and are laid out once for all."""
    raw = path.read_bytes()
    once = laid_out(raw)
    before, after = (parse(read_document(each)) for each in (raw, once))
    assert after.model == before.model
    assert after.diagnoses == before.diagnoses == ()
    assert comments(once) == comments(raw)
    assert laid_out(once) == once


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.name)
def test_the_examples_are_laid_out(path: File) -> None:
    """What the project shows as good is in the layout that it asks for, byte for byte."""
    raw = path.read_bytes()
    assert laid_out(raw) == raw


@st.composite
def remarked(draw: DrawFn) -> bytes:
    """Draw a file in which somebody left remarks and blank lines everywhere."""
    path = draw(st.sampled_from(SMALL))
    lines: list[str] = []
    in_block = 0
    for number, line in enumerate(path.read_text("utf-8").splitlines()):
        indent = len(line) - len(line.lstrip())
        in_block = in_block if line.strip() and indent > in_block else 0
        if not in_block and draw(st.integers(1, 6)) == 1:
            blank = draw(st.sampled_from(("", "\n", "\n\n")))
            lines.append(f"{blank}{' ' * draw(st.integers(0, 10))}# remark {number}")
        tail = draw(st.integers(1, 12)) == 1 and line.strip() and not in_block
        lines.append(f"{line}  # tail {number}" if tail and ">-" not in line else line)
        if line.endswith((">-", "|")):
            in_block = max(indent, 1)
    return "\n".join(lines).encode()


@given(remarked())
@settings(max_examples=60)
def test_remarks_stay_wherever_they_are(raw: bytes) -> None:
    """However files are commented, every comment is kept, and the file says the same."""
    once = laid_out(raw)
    assert comments(once) == comments(raw)
    assert parse(read_document(once)).model == parse(read_document(raw)).model
    assert laid_out(once) == once


def _places(shape: Shape | None, path: Path, seen: frozenset[object]) -> Iterator[Path]:
    """Give a path to every mapping of the format."""
    match shape:
        case Element(model) if model not in seen:
            yield path
            for key in keys(model):
                yield from _places(below(shape, key.name), (*path, key.name), seen | {model})
        case Items(item):
            yield from _places(item, (*path, 0), seen)
        case ByName(value):
            yield from _places(value, (*path, "x"), seen)
        case _:
            return


@pytest.mark.parametrize("kind", ROOTS)
def test_every_key_of_the_format_has_its_place(kind: Kind) -> None:
    """The order in which keys are written names each key of the format once, and no other."""
    for path in _places(Element(ROOTS[kind]), (), frozenset()):
        assert sorted(key_order(kind, path)) == sorted(known_keys(kind, (*path, "")))


def test_keys_stand_in_the_order_of_the_format() -> None:
    """Whatever order somebody wrote them in; keys of one's own stay behind their neighbour."""
    raw = (
        "stages:\n- name: Compare\n  x-note: mine\n  id: compare\n  customer_actions:\n"
        "  - persona: a\n    score: 1\n    text: Waits\n  barriers:\n"
        "  - {severity: high, text: The fee is late, id: fee}\n"
        "title: Switching\nid: switch\nformat: journey-map/1\n"
    )
    assert laid_out(raw).decode() == (
        f"{HEAD}stages:\n  - id: compare\n    name: Compare\n    x-note: mine\n"
        "    customer_actions:\n      - text: Waits\n        score: 1\n        persona: a\n"
        "    barriers:\n      - id: fee\n        text: The fee is late\n        severity: high\n"
    )


def test_an_unknown_format_keeps_its_order() -> None:
    """Of a file whose kind cannot be told, nothing but the layout is known."""
    assert laid_out("title: A\nformat: map/9\nid: b\n") == b"title: A\nformat: map/9\nid: b\n"


def test_a_byte_order_mark_and_line_breaks_stay() -> None:
    """A file from Windows goes on being one."""
    raw = ("\ufeff" + HEAD + "stages: []\nsummary: 'A'\n").replace("\n", "\r\n").encode()
    once = laid_out(raw)
    assert once.startswith(b"\xef\xbb\xbfformat: journey-map/1\r\n")
    assert once.endswith(b"summary: A\r\nstages: []\r\n")
    assert once.count(b"\n") == once.count(b"\r\n")


def test_a_last_line_break_is_added() -> None:
    """A text file ends with a line break."""
    assert laid_out(HEAD + "stages: []").endswith(b"stages: []\n")


@pytest.mark.parametrize("raw", [b"a: 1\na: 2\n", b"\xff\xfe", b"", b"- a\n", b"a: [\n"])
def test_a_file_that_cannot_be_read_is_left_as_it_is(raw: bytes) -> None:
    """The message names the file and says why."""
    with pytest.raises(UserError, match=r"^a\.journey\.yaml is left as it is, because "):
        laid_out(raw)


def test_mistakes_of_the_schema_do_not_stand_in_the_way() -> None:
    """Words that the format refuses are laid out like others."""
    raw = f"{HEAD}stages:\n- {{id: a, name: A, phase:  resarch, pain_points: []}}\n"
    once = laid_out(raw)
    assert (
        once.decode() == f"{HEAD}stages:\n  - {{id: a, name: A, phase: resarch, pain_points: []}}\n"
    )


def test_quotes_that_make_a_mistake_stay() -> None:
    """A score in quotes is no score; without them it would silently become one."""
    raw = (
        f"{HEAD}stages:\n  - id: a\n    name: A\n    emotions:\n"
        '      - {feeling: glad, score: "1"}\n'
    )
    assert laid_out(raw).decode() == raw

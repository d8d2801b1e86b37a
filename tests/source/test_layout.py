"""Layouts: one form for one content, and nothing lost on the way."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from journeycli.source.document import read_document
from journeycli.source.layout import LayoutError, lay_out
from journeycli.source.layout.scalars import FILLED, FITS

from .layout_texts import documents

if TYPE_CHECKING:
    from journeycli.source.span import Path

ORDER = ("format", "id", "a", "b", "c", "text", "d", "stages")


def laid_out(text: str, *, statements: bool = False) -> str:
    """Lay a text out by an order of keys; where asked, every mapping is a statement."""

    def is_statement(path: Path) -> bool:
        return statements and bool(path)

    return lay_out(read_document(text.encode()), lambda _: ORDER, is_statement)


def said(text: str) -> Any:
    """Read a text with PyYAML, every scalar as text."""
    return yaml.load(text, Loader=yaml.CBaseLoader)  # noqa: S506 - makes texts, lists and mappings only


def comments(text: str) -> list[str]:
    """Give all comments of a text, as they stand there."""
    found = read_document(text.encode()).comments
    return sorted(text[each.span.start : each.span.end] for each in found)


@given(documents(), st.booleans())
@settings(max_examples=150)
def test_nothing_is_lost_and_once_is_enough(text: str, statements: bool) -> None:  # noqa: FBT001 - drawn
    """The data and the comments are the same, and the layout of a layout is itself."""
    if read_document(text.encode()).faults:
        return  # a text that cannot be read is refused, see below
    once = laid_out(text, statements=statements)
    assert said(once) == said(text)
    assert comments(once) == comments(text)
    assert laid_out(once, statements=statements) == once
    assert not any(line != line.rstrip() for line in once.splitlines() if "|" not in once)


LONG = "word " * 21 + "end."
FOLDED = "  " + "word " * 18 + "word\n  word word end.\n"

CASES = {
    "lists stand two spaces further in": (
        "a:\n- b\n-     c: d\n      a: e\n",
        "a:\n  - b\n  - a: e\n    c: d\n",
    ),
    "mappings stand two spaces further in": (
        "a:\n      b:\n       c: d\n",
        "a:\n  b:\n    c: d\n",
    ),
    "keys stand in their order": ("c: 1\nb: 2\nformat: 3\n", "format: 3\nb: 2\nc: 1\n"),
    "unknown keys stay behind their neighbour": (
        "x-first: 0\nc: 1\nx-of-c: 2\nx-too: 3\na: 4\n",
        "x-first: 0\na: 4\nc: 1\nx-of-c: 2\nx-too: 3\n",
    ),
    "quotes go where they do nothing": (
        "a: \"x y\"\n'b': 'it''s'\nc: \"#1\"\n",
        'a: x y\nb: it\'s\nc: "#1"\n',
    ),
    "quotes stay where a text would become something else": (
        "a: 'no'\nb: '2026'\nc: '2026-09-30'\nd: 'NULL'\nid: '1e3'\n",
        'id: "1e3"\na: "no"\nb: "2026"\nc: "2026-09-30"\nd: "NULL"\n',
    ),
    "what is plain stays plain": ("a: no\nb: ~\nc: null\nd:\n", "a: no\nb: ~\nc: null\nd:\n"),
    "escapes of what cannot be seen stay": (
        'a: "\\u200bx"\nb: "\\u00e9"\n',
        'a: "\\u200bx"\nb: é\n',
    ),
    "a long text is folded": (f"a: {LONG}\n", f"a: >-\n{FOLDED}"),
    "a long text in quotes is folded": (f'a: "{LONG}: x"\n', f"a: >-\n{FOLDED[:-5]}end.: x\n"),
    "a long text of a list is folded": (
        f"a:\n- {LONG}\n",
        "a:\n  - >-\n" + "    " + "word " * 18 + "word\n    word word end.\n",
    ),
    "a folded text that reads well stays": ("a: >-\n  so\n  short\n", "a: >-\n  so\n  short\n"),
    "a text on several lines that fits goes on one": ("a: so\n  short\n", "a: so short\n"),
    "paragraphs stay": (
        "a: >\n    one\n    two\n\n    three\n",
        "a: >\n  one\n  two\n\n  three\n",
    ),
    "a text with line breaks stays as it is": (
        "a: |\n      one\n        two\n\n      three  \n",
        "a: |\n  one\n    two\n\n  three  \n",
    ),
    "a text keeps the lines at its end": ("a: |+\n   one\n\n\nb: c\n", "a: |+\n  one\n\n\nb: c\n"),
    "brackets are written tightly": (
        "a: [ b ,c,  'd' ]\nb: { c : d,a: e }\n",
        "a: [b, c, d]\nb: {a: e, c: d}\n",
    ),
    "brackets on several lines go on one": ("a: [b,\n  c,\n]\n", "a: [b, c]\n"),
    "too many ids for a line get one each": (
        "a: [" + ",\n  ".join(f"id-{n:03}-of-a-list" for n in range(9)) + "]\n",
        "a:\n" + "".join(f"  - id-{n:03}-of-a-list\n" for n in range(9)),
    ),
    "sentences leave brackets": ("a: [One two, three]\n", "a:\n  - One two\n  - three\n"),
    "a comment in brackets opens them": (
        "a: [b, # first\n  c] # all\n",
        "# all\na:\n  - b  # first\n  - c\n",
    ),
    "a colon in brackets keeps its quotes": ('a: ["b:c", "d"]\n', 'a: ["b:c", d]\n'),
    "nothing in brackets stays": ("a: {none: }\nb: []\nc: {}\n", "a: {none: }\nb: []\nc: {}\n"),
    "a key without a colon stays one": ("a: {b: c, so it goes}\n", "a: {b: c, so it goes}\n"),
    "blank lines become one": ("a: b\n\n\n\nb: c\n \nc: d\n\n\n", "a: b\n\nb: c\n\nc: d\n"),
    "comments move with their key": (
        "# of c\nc: 1 # behind c\n\n# of a\na: 2\n  # below a\nb: 3\n",
        "# of a\na: 2\n  # below a\nb: 3\n# of c\nc: 1  # behind c\n",
    ),
    "what stands apart at the top stays there": (
        "# About.\n\n# of c\nc: 1\na: 2\n",
        "# About.\n\na: 2\n# of c\nc: 1\n",
    ),
    "what editors look for stays at the top": (
        "# yaml-language-server: $schema=x\n# of c\nc: 1\na: 2\n",
        "# yaml-language-server: $schema=x\na: 2\n# of c\nc: 1\n",
    ),
    "an ignore for the file goes to the top when keys move": (
        "c: 1\n# journey: ignore-file[J9] -- why\na: 2\n",
        "# journey: ignore-file[J9] -- why\na: 2\nc: 1\n",
    ),
    "items that are commented out stay at their list": (
        "a:\n- b\n# - c: d\n#   e: f\n# - g\n# of b\nb: e\n",
        "a:\n  - b\n  # - c: d\n  #   e: f\n  # - g\n# of b\nb: e\n",
    ),
    "comments at an end stay where they belong": (
        "a:\n  - b: 1\n    # of the item\n  # of the list\n# of the file\n",
        "a:\n  - b: 1\n    # of the item\n  # of the list\n# of the file\n",
    ),
    "a comment below a key without a value stays below": (
        "a:\n  # - later\nb: 1\n",
        "a:\n  # - later\nb: 1\n",
    ),
    "a comment between a key and its text goes above": ("a:\n  # why\n  b\n", "# why\na: b\n"),
    "a comment behind a dash stays there": (
        "a:\n- # why\n  b: 1\n",
        "a:\n  -  # why\n    b: 1\n",
    ),
    "a remark on the first key of an item stands above the item": (
        "a:\n-\n  # why\n  b: 1\n",
        "a:\n  # why\n  - b: 1\n",
    ),
    "an ignore of the first key covers no more than before": (
        "a:\n- c: 0\n  # journey: ignore[J1] -- why\n  b: 1\n",
        "a:\n  -\n    # journey: ignore[J1] -- why\n    b: 1\n    c: 0\n",
    ),
    "comments keep their column where there is room": (
        "a: 'b'    # one\nb: c     # two\nc: dddddddddd # three\n",
        "a: b      # one\nb: c     # two\nc: dddddddddd  # three\n",
    ),
    "aliases keep the order of keys": (
        "c: &x\n- 1\nb: *x\na: {d: *x, b: 1}\n",
        "c: &x\n  - 1\nb: *x\na: {d: *x, b: 1}\n",
    ),
    "anchors of items have a line with their dash": (
        "c:\n- &x\n  a: 1\n- *x\n- &z [1]\n- *z\n- &t so\n- *t\n",
        "c:\n  - &x\n    a: 1\n  - *x\n  - &z [1]\n  - *z\n  - &t so\n  - *t\n",
    ),
    "quotes behind an anchor stay, as the text would begin with it": (
        "a: &x 'b c'\nd: [&y \"e f\", g h i j k l m n o p]\n",
        'a: &x "b c"\nd:\n  - &y "e f"\n  - g h i j k l m n o p\n',
    ),
    "lists in lists have lines of their own": (
        "a: [[b c]]\n",
        "a:\n  -\n    - b c\n",
    ),
    "the sign of a document stays": (
        "# above\n---\n# below\nc: 1\na: 2\n...\n",
        "# above\n---\na: 2\n# below\nc: 1\n",
    ),
    "a dash that was a word in brackets stays a word": (
        "a: [one two, -]\n",
        'a:\n  - one two\n  - "-"\n',
    ),
    "keys with a question mark become plain": ("? c\n: 1\n? a\n: 2\n", "a: 2\nc: 1\n"),
    "braces around all go": ('{"c": 1, "a": [2]}', "a: [2]\nc: 1\n"),
}


@pytest.mark.parametrize("name", CASES)
def test_one_form_for_one_content(name: str) -> None:
    """What stands on the left comes out as what stands on the right, and that as itself."""
    before, after = CASES[name]
    once = laid_out(before)
    assert once == after
    assert laid_out(once) == once
    assert said(once) == said(before)


def test_statements_leave_braces() -> None:
    """Prose stands on a line of its own; what has no sentence in it may stay."""
    before = "stages: [{text: I gave up, c: [x]}, {text: short}]\n"
    expected = "stages:\n  - c: [x]\n    text: I gave up\n  - {text: short}\n"
    assert laid_out(before, statements=True) == expected


def test_a_line_that_is_too_long_is_opened_where_it_holds_prose() -> None:
    """Figures and ids may be long; a text of four words or more wants its line."""
    figures = ", ".join(f"k{n}: {n}.5" for n in range(15))
    assert laid_out(f"a: {{{figures}}}\n") == f"a: {{{figures}}}\n"
    assert laid_out(f"a: {{{figures}, z: one two three four}}\n").count("\n") == 17


def test_long_lines_are_folded_short_of_the_limit() -> None:
    """A line may be somewhat longer than those of a folded text, so that an edit moves little."""
    words = "abcd " * 40
    lines = laid_out(f"a:\n- b: {words}x\n").splitlines()
    assert lines[1] == "  - b: >-"
    assert max(map(len, lines)) <= FILLED
    fitting = "a: " + "x " * ((FITS - 4) // 2) + "x"
    assert laid_out(fitting) == fitting + "\n"


def test_words_without_a_break_stay_whole() -> None:
    """An address or a word of another script is never cut."""
    address = "https://example.com/" + "x" * 150
    assert laid_out(f"a: {address}\n") == f"a: {address}\n"
    japanese = "比較サイトで料金を" * 12
    assert laid_out(f"a: {japanese}\n") == f"a: {japanese}\n"


@pytest.mark.parametrize("newline", ["\r\n", "\r"])
def test_line_breaks_stay_as_they_are(newline: str) -> None:
    """A file of Windows stays one."""
    before = "c: 1  # x\na: |\n  b\n  d\n".replace("\n", newline)
    assert laid_out(before) == "a: |\n  b\n  d\nc: 1  # x\n".replace("\n", newline)


def test_the_usual_line_break_stands_for_all() -> None:
    """One line that came from another system does not turn a whole file around."""
    assert laid_out("c: 1\r\na: 2\nb: 3\n") == "a: 2\nb: 3\nc: 1\n"
    assert laid_out("c: 1\r\na: 2\r\nb: 3\n") == "a: 2\r\nb: 3\r\nc: 1\r\n"


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("a: 1\na: 2\n", "it has errors"),
        ("a: [b\n", "it has errors"),
        ("- a\n", "there are no keys in it"),
        ("", "there are no keys in it"),
        ("# only\n", "there are no keys in it"),
        ("a: 1\n...\n# behind\n", "something stands behind its end"),
        ("--- {a: 1}\n", "what it says begins on the line of its `---`"),
        ("a: !!str 1\n", "it has errors"),
        ("b: &b {c: 1}\na: {<<: *b}\n", "it has errors"),
        ("? [a, b]\n: c\n", "it has errors"),
        ("a: 1\n---\nb: 1\n", "it has errors"),
    ],
)
def test_what_cannot_be_laid_out(text: str, why: str) -> None:
    """A text with errors, or without keys, is refused with the reason."""
    with pytest.raises(LayoutError, match=why):
        laid_out(text)


def test_what_would_change_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """The result is compared before it is given away, whatever went wrong on the way."""
    monkeypatch.setattr("journeycli.source.layout.writing._STEP", 0)
    with pytest.raises(LayoutError, match="what it says would change"):
        laid_out("a:\n  b: c\n")

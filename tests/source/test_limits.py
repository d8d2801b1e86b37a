"""Limits: whatever the text, reading ends at once and with one fault."""

from __future__ import annotations

import pytest

from journeycli.source.document import read_document
from journeycli.source.limits import Limits

from .reading import codes, place, read

_BOMB = "a: &a [x, x, x, x, x, x, x, x, x]\n" + "".join(
    f"{name}: &{name} [{', '.join([f'*{below}'] * 9)}]\n"
    for below, name in zip("abcdefgh", "bcdefghi", strict=True)
)


@pytest.mark.parametrize(
    "text",
    [
        "[" * 100_000,
        "{" * 100_000,
        "? " * 100_000,
        "a:\n" + "".join(f"{'  ' * n}- b{n}:\n" for n in range(1, 500)),
        "".join(f"{' ' * n}k{n}:\n" for n in range(200)),
        "{" + "? {" * 1000,
        _BOMB,
        "a0: &a0 [x]\n" + "".join(f"a{n}: &a{n} [*a{n - 1}]\n" for n in range(1, 200)),
        "list: &l [x]\n" + "more: [" + "*l, " * 30_000 + "x]\n",
        "- x\n" * 50_001,
        "[" + "x, " * 200_000 + "]",
    ],
    ids=[
        "brackets", "braces", "question marks", "nested lists", "nested mappings",
        "nested keys", "billion laughs", "aliases of aliases", "many aliases", "many items",
        "one long list",
    ],
)  # fmt: skip
def test_reading_stops_at_the_limit(text: str) -> None:
    """One J007, and no data: what lies behind the limit is neither read nor guessed."""
    document = read(text)
    assert (codes(document), document.data) == (["J007"], None)


def test_depth_counts_lists_and_mappings() -> None:
    """Three levels fit a limit of three, the fourth does not."""
    limits = Limits(depth=3)
    assert read_document(b"a: [[x]]", limits).data == {"a": [["x"]]}
    document = read_document(b"a: [[[x]]]", limits)
    assert codes(document) == ["J007"]
    assert place(document, document.faults[0]) == "1:6 [x]]]"


def test_depth_counts_what_an_alias_repeats() -> None:
    """An alias cannot smuggle in what could not be written out."""
    limits = Limits(depth=3)
    assert codes(read_document(b"a: &a [x]\nb: [*a]\n", limits)) == []
    assert codes(read_document(b"a: &a [x]\nb: [[*a]]\n", limits)) == ["J007"]


@pytest.mark.parametrize(("nodes", "expected"), [(6, []), (5, ["J007"])])
def test_nodes_count_keys_values_and_collections(nodes: int, expected: list[str]) -> None:
    """The mapping, two keys, a text, a list and its item are six."""
    document = read_document(b"a: x\nb: [y]\n", Limits(nodes=nodes))
    assert codes(document) == expected


@pytest.mark.parametrize(("nodes", "expected"), [(10, []), (9, ["J007"])])
def test_nodes_count_what_an_alias_repeats(nodes: int, expected: list[str]) -> None:
    """A mapping, three keys, and three times a list with its item are ten."""
    document = read_document(b"a: &a [x]\nb: *a\nc: *a\n", Limits(nodes=nodes))
    assert codes(document) == expected


def test_a_map_has_so_many_stages_at_most() -> None:
    """J007 points at the first stage over the limit."""
    limits = Limits(stages=2)
    assert codes(read_document(b"stages:\n  - a\n  - b\n", limits)) == []
    document = read_document(b"stages:\n  - a\n  - b\n  - c\n", limits)
    assert (codes(document), document.data) == (["J007"], None)
    assert document.lines.position(document.faults[0].span.start) == (4, 5)


@pytest.mark.parametrize(
    "text",
    [
        "- *x* y\n" * 6000,
        "- *alias\n" * 6000,
        "k:\n" + "  - a: b: c\n" * 3000,
        "- [@a, b]\n" * 1000,
        "[" + "@a, " * 1000 + "]",
        '- "open\n' * 3000,
        "-\tx\n" * 1000,
        "- x\n" + "-y\n" * 3000,
    ],
)
def test_a_text_full_of_slips_ends_as_well(text: str) -> None:
    """However many sentences break YAML, reading ends, and says so with a bounded number."""
    faults = read(text).faults
    assert 1 <= len(faults) <= 5000


@pytest.mark.parametrize(
    "text",
    [
        "a: b" + " " * 1_000_000 + "c\n",
        "- *a" + " " * 1_000_000 + "* c\n",
        "a" + " " * 1_000_000 + "\n@x",
        '"' * 300_000,
        'a: "' + "\\" * 300_001 + '"',
        "- '" * 100_000,
        "&a " * 100_000,
        "- x\n" + "  y z\n" * 100_000 + "  k: v\n",
        "a: : " * 50_000,
    ],
)
def test_long_lines_take_no_more_than_their_length(text: str) -> None:
    """No expression looks at a long line again and again."""
    assert len(read(text).faults) <= 3

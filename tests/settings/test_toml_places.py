"""Where keys and values of TOML stand."""

from __future__ import annotations

import tomllib
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from journeycli.settings.toml_places import KeyPath, TomlPlaces

_SCALARS = (
    "1", "-1_000", "0xff", "6.5e-1", "inf", "-nan", "true", "false",
    "2026-11-30", "07:32:00.5", "1979-05-27T07:32:00Z", "1979-05-27 07:32:00",
    '""', "''", '"a # b"', '"\\"]"', '"\\u00e9"', "'C:\\x'", "'# [x] = {'", '"é日本"',
    '"""two "" and \\"""\n# no comment\n"""', '"""ends in "quotes"""""', "'''it's ''two'''''",
    '""""""', '"""\\\n  folded"""', "''''''",
)  # fmt: skip
_GAPS = ("", " ", "\t", "\n", " # ] } \" '\n  ")
_BARE = ("a", "b-c", "1", "true", "_")
_HEADERS = ("t0", "t1", "t2", "t.0", "t.1", "t.2", "u", "below")
_QUOTED = ('"a.b"', "'#'", '"\\u00e9\\""', '"="', "'[x]'", '"é日"')


@st.composite
def _keys(draw: st.DrawFn, number: int) -> str:
    """Draw a key; the number keeps it apart from its neighbours, and may come dotted."""
    own = draw(st.sampled_from(_BARE)) + str(number)
    parts = [own, *draw(st.lists(st.sampled_from(_BARE + _QUOTED), max_size=2))]
    return draw(st.sampled_from([".", " . "])).join(parts)


@st.composite
def _values(draw: st.DrawFn, depth: int = 0) -> str:
    kind = draw(st.sampled_from(["scalar", "array", "table"] if depth < 3 else ["scalar"]))
    if kind == "scalar":
        return draw(st.sampled_from(_SCALARS))
    if kind == "table":
        pairs = [
            f"{draw(_keys(number))} = {draw(_values(depth + 1))}"
            for number in range(draw(st.integers(0, 3)))
        ]
        return "{" + " , ".join(pairs) + " }"
    gaps = st.sampled_from(_GAPS)
    items = [draw(gaps) + draw(_values(depth + 1)) for _ in range(draw(st.integers(0, 3)))]
    return "[" + ",".join(item + draw(gaps) for item in items) + draw(gaps) + "]"


@st.composite
def _pairs(draw: st.DrawFn) -> list[str]:
    return [
        f"{draw(_keys(number))} = {draw(_values())}{draw(st.sampled_from(['', ' # x']))}"
        for number in range(draw(st.integers(0, 3)))
    ]


@st.composite
def documents(draw: st.DrawFn) -> str:
    """Draw a TOML text with tables, arrays of tables and tables in their last element."""
    lines = draw(_pairs())
    for number in range(draw(st.integers(0, 3))):
        name = draw(st.sampled_from([f"t{number}", f'"t.{number}"', f"t{number} . 'u'"]))
        if draw(st.booleans()):
            lines += [f"[ {name} ] # table", *draw(_pairs())]
            continue
        for _ in range(draw(st.integers(1, 3))):
            lines += [f"[[{name}]]", *draw(_pairs())]
            if draw(st.booleans()):
                lines += [f"  [{name}.below]", *draw(_pairs())]
    return "\n".join(lines) + draw(st.sampled_from(["", "\n"]))


def _paths(data: Any, path: KeyPath = ()) -> list[tuple[KeyPath, Any]]:
    below = data.items() if isinstance(data, dict) else enumerate(data)
    found = []
    for key, value in below:
        found.append(((*path, key), value))
        if isinstance(value, dict | list):
            found += _paths(value, (*path, key))
    return found


def _made_without_a_text(path: KeyPath, value: Any, token: str) -> bool:
    """Tell whether headers or a dotted key made a table, or a list of tables."""
    if not isinstance(value, dict | list):
        return False
    key = next(each for each in reversed(path) if isinstance(each, str))
    by_header = key in _HEADERS
    return by_header or (isinstance(value, dict) and not token.startswith("{"))


@given(documents())
@settings(max_examples=60)
def test_spans_of_values_slice_back_to_values(text: str) -> None:
    """Every value that tomllib reads is found, and its span holds exactly that value."""
    places = TomlPlaces(text)
    for path, value in _paths(tomllib.loads(text)):
        start, end = places.value(path)
        token = text[start:end]
        if not _made_without_a_text(path, value, token):
            assert repr(tomllib.loads(f"x = {token}")["x"]) == repr(value)


@given(documents())
@settings(max_examples=60)
def test_spans_of_keys_slice_back_to_keys(text: str) -> None:
    """Every key that tomllib reads is found, and its span holds exactly that key."""
    places = TomlPlaces(text)
    for path, _ in _paths(tomllib.loads(text)):
        if isinstance(path[-1], str):
            start, end = places.key(path)
            assert tomllib.loads(f"{text[start:end]} = 1") == {path[-1]: 1}


@given(documents())
@settings(max_examples=20)
def test_line_breaks_of_windows_change_no_line_or_column(text: str) -> None:
    """A text with CRLF has its keys at the same lines and columns as with LF."""
    places, windows = TomlPlaces(text), TomlPlaces(text.replace("\n", "\r\n"))
    for path, _ in _paths(tomllib.loads(text)):
        here = places.position(places.key(path).start)
        assert windows.position(windows.key(path).start) == here


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        (("limits",), "[limits]"),
        (("limits", "depth"), "3"),
        (("rule", 1), "[[rule]]"),
        (("rule", 1, "code"), '"B1"'),
        (("rule", 1, "more"), "[rule.more]"),
        (("rule", 1, "more", "x"), "1"),
        (("a",), "a"),
        (("a", "b"), "2"),
        (("list", 1), '"y"'),
        (("list", 7), '["x", "y"]'),
        (("none",), "a"),
        ((), "a"),
    ],
)
def test_what_is_not_there_has_the_place_around_it(path: KeyPath, expected: str) -> None:
    """A table's place is its header; what is missing has the place of what would hold it."""
    text = (
        'a.b = 2\nlist = ["x", "y"]\n[limits]\ndepth = 3\n'
        '[[rule]]\ncode = "A1"\n[[rule]]\ncode = "B1"\n[rule.more]\nx = 1\n'
    )
    start, end = TomlPlaces(text).value(path)
    assert text[start:end] == expected


def test_inline_tables_of_toml_1_1_have_places() -> None:
    """Line breaks, comments and a last comma in an inline table lead nobody astray."""
    text = "a = {\n  b = 1, # one\n  c = [2],\n}\nd = 3\n"
    places = TomlPlaces(text)
    spans = [places.value(path) for path in [("a", "b"), ("a", "c", 0), ("d",)]]
    assert [text[start:end] for start, end in spans] == ["1", "2", "3"]


def test_a_table_named_late_has_its_header() -> None:
    """A table that a deeper header made has the place of its own header once there is one."""
    text = "[a.b]\nx = 1\n[a]\ny = 2\n"
    places = TomlPlaces(text)
    assert [places.position(offset) for offset in places.value(("a",))] == [(3, 1), (3, 4)]
    assert places.position(places.key(("a",)).start) == (1, 2)

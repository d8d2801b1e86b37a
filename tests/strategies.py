"""Texts of YAML, generated: what a person could write, and the data that it stands for."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, TypeAlias, Union

from hypothesis import strategies as st

if TYPE_CHECKING:
    from collections.abc import Sequence

Value: TypeAlias = Union[str, list["Value"], dict[str, "Value"], None]  # noqa: UP007 - recursive

_LETTERS = "abcdeßé字😀XYZ019"
_SIGNS = " -_.,:;!?#&*@%'\"/()[]{}<>|=~+$`\\"
_UNSAFE = re.compile(r"[,\[\]{}#&*!|>'\"%@`]|[-?:](?:\s|$)|---|\.\.\.|<<$|.*(?::(?:\s|$)|\s#)")
_UNSAFE_IN_FLOW = re.compile(r".*[,\[\]{}]|.*:\?|[?:]|-$")
_NULLS = ("", "~", "null", "Null", "NULL")
_BREAKABLE = re.compile(r"(?<=\w) (?=[a-e])")

words = st.text(_LETTERS, min_size=1, max_size=6)
sentences = st.one_of(
    words,
    st.text(_LETTERS + _SIGNS, min_size=1, max_size=20),
    st.lists(words, min_size=2, max_size=5).map(" ".join),
    st.sampled_from(["no", "on", "2026-09-30", "12:30", "0x1F", "1e3", "null", "~", "why?", "R&D"]),
)


@st.composite
def yaml_texts(draw: st.DrawFn) -> tuple[str, Value]:
    """Draw a text of YAML with its data; plain nulls are None, all other scalars are text."""
    value: Value = draw(st.one_of(_mappings(2), st.lists(_values(2), min_size=1, max_size=4)))
    head = ["", "# a comment\n", "---\n", "\n", "# one\n\n# two\n---  # three\n"]
    tail = ["\n", "", "\n\n", "\n# the end\n", "\n...\n"]
    body = "\n".join(_entries(draw, value, 0))
    return draw(st.sampled_from(head)) + body + draw(st.sampled_from(tail)), value


def _values(depth: int) -> st.SearchStrategy[Value]:
    leaves: st.SearchStrategy[Value] = st.one_of(sentences, st.none())
    if depth == 0:
        return leaves
    return st.one_of(leaves, st.lists(_values(depth - 1), max_size=3), _mappings(depth - 1))


def _mappings(depth: int) -> st.SearchStrategy[dict[str, Value]]:
    return st.dictionaries(st.one_of(words, sentences), _values(depth), min_size=1, max_size=3)


def _entries(draw: st.DrawFn, value: Value, column: int) -> list[str]:
    """Write a list or mapping in block style, from a column on."""
    lines: list[str] = []
    signs: Sequence[tuple[str, Value]]
    if isinstance(value, dict):
        signs = [(_scalar(draw, key, flow=False) + ":", below) for key, below in value.items()]
    else:
        assert isinstance(value, list)
        signs = [("-", below) for below in value]
    for sign, below in signs:
        if draw(st.integers(0, 9)) == 0:
            lines.append(draw(st.sampled_from(["", " " * column + "# a comment", "#"])))
        lines.append(" " * column + sign + _after(draw, below, column, in_list=sign == "-"))
    return lines


def _after(draw: st.DrawFn, value: Value, column: int, *, in_list: bool) -> str:
    """Write what follows a dash or a key."""
    inner = column + draw(st.integers(1, 4))
    if isinstance(value, list | dict) and value and draw(st.integers(0, 3)):
        if in_list and isinstance(value, dict) and draw(st.booleans()):
            lines = _entries(draw, value, column + 2)
            while not lines[0].strip() or lines[0].lstrip().startswith("#"):
                del lines[0]
            return " " + "\n".join(lines).lstrip(" ")
        return "\n" + "\n".join(_entries(draw, value, inner))
    if isinstance(value, str) and value.strip() == value and draw(st.integers(0, 5)) == 0:
        return f" |-\n{' ' * inner}{value}"
    text = _flow(draw, value, inner)
    comment = draw(st.sampled_from(["", "", "", "  # a comment", " #"]))
    return (" " + text if text else "") + comment


def _flow(draw: st.DrawFn, value: Value, column: int) -> str:
    """Write a value on one line, or a text on several."""
    if isinstance(value, list):
        return "[" + ", ".join(_in_flow(draw, each) for each in value) + "]"
    if isinstance(value, dict):
        pairs = [
            (_scalar(draw, key, flow=True), _in_flow(draw, each)) for key, each in value.items()
        ]
        return "{" + ", ".join(f"{key}: {each}" for key, each in pairs) + "}"
    if value is None:
        return draw(st.sampled_from(["", "~", "null"]))
    written = _scalar(draw, value, flow=False)
    if draw(st.integers(0, 3)) == 0:
        written = _BREAKABLE.sub("\n" + " " * column, written, count=1)
    return written


def _in_flow(draw: st.DrawFn, value: Value) -> str:
    if value is None:
        return draw(st.sampled_from(["~", "null", "NULL"]))
    return _scalar(draw, value, flow=True) if isinstance(value, str) else _flow(draw, value, 0)


def _scalar(draw: st.DrawFn, text: str, *, flow: bool) -> str:
    """Write a text plain where it can be, or in either kind of quotes."""
    unsafe = text in _NULLS or text.strip() != text or _UNSAFE.match(text)
    plain = not (unsafe or (flow and _UNSAFE_IN_FLOW.match(text)))
    style = draw(
        st.sampled_from(["plain", "plain", "single", "double"] if plain else ["single", "double"])
    )
    if style == "plain":
        return text
    if style == "single":
        return "'" + text.replace("'", "''") + "'"
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


_SLIPS = (
    "- ", '"', "'", ": ", " #", "*", "&a ", "!", "!!str ", "@", "`", "%", "| ", "> ", "\t", "\n",
    "[", "]", "{", "}", ", ", "? ", "<<: ", "\u2028", "\x85", "\xa0", "\ufeff", "\0", "\x1b", "\r",
    "---\n", "...\n", "  ", "\\", "*a", "key: ", '- "Yes" she\n', "- [draft] it\n", "-\tx\n",
    "- 'Tis it\n",
)  # fmt: skip


@st.composite
def slipped_texts(draw: st.DrawFn) -> str:
    """Draw a text of YAML into which a writer's slips have come, one to four of them."""
    text, _ = draw(yaml_texts())
    for _ in range(draw(st.integers(1, 4))):
        at = draw(st.integers(0, len(text)))
        slip = draw(st.sampled_from(_SLIPS))
        text = text[:at] + slip + text[at + draw(st.integers(0, 2)) :]
    return text

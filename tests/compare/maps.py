"""Maps, generated as data and written in any of the ways that say the same."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

from hypothesis import strategies as st

from journeycli.compare.versions import read_version
from journeycli.source.limits import Limits

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from journeycli.compare.versions import Version

_PLAIN = re.compile(r"[A-Za-z][a-z]*(?: [a-z]+)*(?:-[a-z0-9]+)*")
_NO_TEXT = ("true", "false", "null")
_WORDS = ("price", "waits", "calls", "agent", "letter", "opens", "order", "crew", "bill", "asks")
_SCORES = (-2.0, -1.5, -1.0, 0.0, 0.5, 2.0)


class _Texts:
    """Gives sentences of which no two are alike."""

    def __init__(self, draw: st.DrawFn) -> None:
        self._draw = draw
        self._number = 0

    def __call__(self) -> str:
        self._number += 1
        words = self._draw(st.lists(st.sampled_from(_WORDS), min_size=1, max_size=4))
        odd = self._draw(st.sampled_from(["", ": yes", " # no", "?", " “ß”", " <b>"]))
        letters = "abcdefghij"
        name = "".join(letters[int(digit)] for digit in str(self._number))
        return f"{' '.join(words)} z{name}z{odd}"


@st.composite
def maps(draw: st.DrawFn) -> dict[str, Any]:
    """Draw a map as data: texts, numbers and flags; every id and every text is there once."""
    texts = _Texts(draw)
    data: dict[str, Any] = {"format": "journey-map/1", "id": "m", "title": texts()}
    if draw(st.booleans()):
        data["owner"] = {"name": texts(), "department": "sales"}
    if draw(st.booleans()):
        data["evidence"] = [{"id": "survey", "method": "survey", "sample": 12}]
    count = draw(st.integers(1, 4))
    data["stages"] = [_stage(draw, texts, number) for number in range(count)]
    return data


def _stage(draw: st.DrawFn, texts: _Texts, number: int) -> dict[str, Any]:
    stage: dict[str, Any] = {"id": f"stage-{number}", "name": texts()}
    makers: dict[str, Callable[[], Any]] = {
        "values": texts,
        "motivations": lambda: {"text": texts(), "evidence": ["survey"]},
        "customer_actions": lambda: {"text": texts(), "score": draw(st.sampled_from(_SCORES))},
        "barriers": lambda: _barrier(draw, texts),
        "touchpoints": lambda: {
            "name": texts(),
            "channel": draw(st.sampled_from(["phone", "app"])),
        },
    }
    for key in draw(st.lists(st.sampled_from(sorted(makers)), unique=True)):
        if draw(st.integers(0, 5)) == 0:
            stage[key] = {"none": texts()}
        else:
            stage[key] = [makers[key]() for _ in range(draw(st.integers(1, 3)))]
    return stage


def _barrier(draw: st.DrawFn, texts: _Texts) -> dict[str, Any]:
    text = texts()
    barrier: dict[str, Any] = {"id": re.sub("[^a-z]+", "-", text).strip("-"), "text": text}
    if draw(st.booleans()):
        barrier["severity"] = draw(st.sampled_from(["low", "high"]))
        barrier["affects"] = draw(st.sampled_from([0.5, 0.25]))
    if draw(st.booleans()):
        barrier["removals"] = [{"text": texts(), "status": "planned", "impact": 3}]
    return barrier


@st.composite
def written(draw: st.DrawFn, data: dict[str, Any]) -> str:
    """Draw one of the ways to write a map: keys in any order, any quotes, comments, flow style."""
    return "\n".join(_block(draw, data, 0)) + draw(st.sampled_from(["\n", "", "\n# the end\n"]))


def plain(data: dict[str, Any]) -> str:
    """Write a map as JSON, which is YAML as well."""
    return json.dumps(data, ensure_ascii=False)


def version(text: str) -> Version:
    """Read a map that is whole."""
    found = read_version("m.journey.yaml", text.encode(), Limits())
    assert (found.trouble, found.unread) == ("", ()), text
    return found


def leaves(data: Any, path: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    """Give the paths of all scalars."""
    pairs: Sequence[tuple[str | int, Any]] = (
        list(data.items()) if isinstance(data, dict) else list(enumerate(data))
    )
    for step, value in pairs:
        if isinstance(value, dict | list):
            yield from leaves(value, (*path, step))
        else:
            yield (*path, step)


def _block(draw: st.DrawFn, value: Any, column: int) -> list[str]:
    signs: list[tuple[str, Any]]
    if isinstance(value, dict):
        order = draw(st.permutations(sorted(value)))
        signs = [(f"{key}:", value[key]) for key in order]
    else:
        signs = [("-", each) for each in value]
    lines = []
    for sign, below in signs:
        if draw(st.integers(0, 9)) == 0:
            lines.append(" " * column + "# a comment")
        if isinstance(below, dict | list) and draw(st.integers(0, 3)):
            lines.append(" " * column + sign)
            lines += _block(draw, below, column + draw(st.integers(1, 3)))
        else:
            lines.append(f"{' ' * column}{sign} {_flow(draw, below)}")
    return lines


def _flow(draw: st.DrawFn, value: Any) -> str:
    match value:
        case dict() if set(value) == {"text"} and draw(st.booleans()):
            return _flow(draw, value["text"])
        case dict():
            pairs = (f"{key}: {_flow(draw, each)}" for key, each in value.items())
            return "{" + ", ".join(pairs) + "}"
        case list():
            return "[" + ", ".join(_flow(draw, each) for each in value) + "]"
        case float():
            return str(draw(st.sampled_from([f"{value:g}", f"{value:.2f}", repr(value)])))
        case int():
            return str(value)
        case _:
            if _PLAIN.fullmatch(value) and value not in _NO_TEXT and draw(st.booleans()):
                return str(value)
            single = "'" + value.replace("'", "''") + "'"
            return str(draw(st.sampled_from([single, json.dumps(value, ensure_ascii=False)])))

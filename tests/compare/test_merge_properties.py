"""Whatever two people do to a map, nothing of it is lost in silence."""

from __future__ import annotations

import re
from itertools import combinations
from typing import TYPE_CHECKING, NamedTuple

from hypothesis import given, settings
from hypothesis import strategies as st

from journeycli.source.document import read_document

from .merging import merged

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

_WORD = re.compile(r"\b[bot]\d+\b")
_CONFLICT = re.compile(r"^<<<<<<< .*?^>>>>>>> [^\n]*\n", re.MULTILINE | re.DOTALL)


class Node(NamedTuple):
    """A key or item: a sign, a text of one word, what stands below, and how it is written."""

    name: str
    text: str
    below: tuple[Node, ...] | None
    comment: str
    flow: bool


class Words:
    """Gives words that nobody else has: `b…` in the base, `o…` in ours, `t…` in theirs."""

    def __init__(self, who: str) -> None:
        self._who = who
        self._count = 0

    def __call__(self) -> str:
        self._count += 1
        return f"{self._who}{self._count}"


@st.composite
def maps(draw: st.DrawFn) -> tuple[Node, ...]:
    """Draw a map: stages with an id, scalars, answers, touchpoints and values in brackets."""
    word = Words("b")
    top = [_scalar(draw, word, "title"), _list(draw, word, "personas", _sentence)]
    stages = tuple(_stage(draw, word) for _ in range(draw(st.integers(1, 4))))
    top.append(Node("stages", "", stages, "", flow=False))
    return (Node("id", "m", None, "", flow=False), *top)


@st.composite
def merges(draw: st.DrawFn) -> tuple[str, str, str]:
    """Draw a map and two edits of it."""
    base = draw(maps())
    texts = [_text(base)]
    for who in ("o", "t"):
        word, top = Words(who), base
        for _ in range(draw(st.integers(2, 6))):
            top = _edited(draw, word, top)
        texts.append(_text(top))
    return texts[0], texts[1], texts[2]


@settings(max_examples=150)
@given(merges())
def test_each_edit_is_in_the_result_or_in_a_conflict(texts: tuple[str, str, str]) -> None:
    """What a side wrote is there; what it removed is gone, or stands in a conflict.

    What neither side touched stands where it stood once, outside of every conflict.
    """
    base, ours, theirs = texts
    done = merged(base, ours, theirs)
    text = done.raw.decode()
    outside = _words(_CONFLICT.sub("", text))
    inside = _words("".join(_CONFLICT.findall(text)))
    in_base, in_ours, in_theirs = map(_words, texts)
    wanted = (in_ours | in_theirs) - in_base
    assert wanted <= outside | inside
    removed = in_base - (in_ours & in_theirs)
    assert not removed & outside
    assert in_base & in_ours & in_theirs <= outside | inside
    assert bool(done.conflicts) == bool(_CONFLICT.search(text))
    if not done.conflicts:
        assert not read_document(done.raw).faults
        assert outside == wanted | (in_base & in_ours & in_theirs)


@settings(max_examples=60)
@given(merges())
def test_one_sided_edits_are_taken_byte_for_byte(texts: tuple[str, str, str]) -> None:
    """Where one side did nothing, the other's file is the result; two alike give themselves."""
    base, ours, _ = texts
    for versions in ((base, ours, base), (base, base, ours), (base, ours, ours), ("", ours, ours)):
        assert merged(*versions).raw.decode() == ours


@settings(max_examples=60)
@given(merges())
def test_both_ways_give_the_same_words(texts: tuple[str, str, str]) -> None:
    """Whose side is whose decides on the order of what both added, and on nothing else."""
    base, ours, theirs = texts
    one, other = merged(base, ours, theirs), merged(base, theirs, ours)
    assert (one.conflicts, one.by_lines) == (other.conflicts, other.by_lines)
    if not one.conflicts:
        assert sorted(re.findall(rb"\S+?\b", one.raw)) == sorted(re.findall(rb"\S+?\b", other.raw))


@settings(max_examples=40)
@given(merges())
def test_line_breaks_make_no_difference(texts: tuple[str, str, str]) -> None:
    """A map from Windows merges as the same map from elsewhere."""
    done = merged(*texts)
    base, ours, theirs = (f"\ufeff{text}".replace("\n", "\r\n") for text in texts)
    from_windows = merged(base, ours, theirs)
    assert from_windows.raw.decode() == f"\ufeff{done.raw.decode()}".replace("\n", "\r\n")


@settings(max_examples=60)
@given(merges())
def test_a_conflict_resolved_for_a_side_reads_clean(texts: tuple[str, str, str]) -> None:
    """Keeping either half of every conflict gives a file that can be read."""
    text = merged(*texts).raw.decode()
    half = r"<<<<<<< ours\n(.*?)=======\n(.*?)>>>>>>> theirs\n"
    for side in (r"\1", r"\2"):
        chosen = re.sub(half, side, text, flags=re.DOTALL)
        assert not read_document(chosen.encode()).faults


@settings(max_examples=80)
@given(st.permutations("abcdef"), st.permutations("abcdef"), st.sets(st.sampled_from("abc")))
def test_whoever_moved_two_stages_is_followed(
    ours: list[str], theirs: list[str], removed: set[str]
) -> None:
    """Of any two stages, the merged order is that of a side which changed it, else the old one."""
    kept = [each for each in ours if each not in removed]
    done = merged(_stages("abcdef"), _stages(kept), _stages(theirs))
    text = done.raw.decode()
    assert done.by_lines is None
    orders = ("abcdef", "".join(ours), "".join(theirs))
    found = re.findall(r"id: (\w)", text)
    if done.conflicts:
        assert sorted(found) == sorted([*kept, *"abcdef"])  # both orders, in full
        return
    assert sorted(found) == sorted(kept)
    for one, other in combinations(found, 2):
        was, mine, yours = (order.index(one) < order.index(other) for order in orders)
        assert mine if mine != was else yours  # where both changed it, they agree


def _stages(ids: Iterable[str]) -> str:
    return "stages:\n" + "".join(f"  - id: {each}\n    name: {each}\n" for each in ids)


def _stage(draw: st.DrawFn, word: Words) -> Node:
    below = [Node("id", word(), None, "", flow=False), _scalar(draw, word, "name")]
    for name, make in (
        ("values", _sentence),
        ("barriers", _touchpoint),
        ("touchpoints", _touchpoint),
    ):
        if draw(st.booleans()):
            below.append(_list(draw, word, name, make))
    if draw(st.booleans()):
        pair = (_scalar(draw, word, "before"), _scalar(draw, word, "after"))
        plain = tuple(each._replace(comment="") for each in pair)
        below.append(Node("opinion", "", plain, "", flow=True))
    return Node("", "", tuple(below), _comment(draw, word), flow=False)


def _list(
    draw: st.DrawFn, word: Words, name: str, make: Callable[[st.DrawFn, Words], Node]
) -> Node:
    items = tuple(make(draw, word) for _ in range(draw(st.integers(1, 3))))
    flow = all(each.below is None and not each.comment for each in items) and draw(st.booleans())
    return Node(name, "", items, "", flow=flow)


def _touchpoint(draw: st.DrawFn, word: Words) -> Node:
    if draw(st.booleans()):
        return _sentence(draw, word)
    keys = [Node("id", word(), None, "", flow=False)] * draw(st.booleans())
    keys += [_scalar(draw, word, "name"), _scalar(draw, word, "status")]
    keys[0] = keys[0]._replace(comment="")
    return Node("", "", tuple(keys), _comment(draw, word), flow=False)


def _sentence(draw: st.DrawFn, word: Words) -> Node:
    return Node("", word(), None, _comment(draw, word), flow=False)


def _scalar(draw: st.DrawFn, word: Words, name: str) -> Node:
    return Node(name, word(), None, _comment(draw, word) if name == "status" else "", flow=False)


def _comment(draw: st.DrawFn, word: Words) -> str:
    return word() if draw(st.integers(0, 4)) == 0 else ""


def _edited(draw: st.DrawFn, word: Words, nodes: tuple[Node, ...]) -> tuple[Node, ...]:
    """Edit one of some nodes, or something below it."""
    at = draw(st.integers(0, len(nodes) - 1))
    node = nodes[at]
    if node.below and draw(st.integers(0, 3)):
        changed = node._replace(below=_edited(draw, word, node.below))
        return (*nodes[:at], changed, *nodes[at + 1 :])
    if node.name == "id":
        return nodes
    if node.name:
        return _edited_key(draw, word, nodes, at)
    return _edited_item(draw, word, nodes, at)


def _edited_key(draw: st.DrawFn, word: Words, nodes: tuple[Node, ...], at: int) -> tuple[Node, ...]:
    node = nodes[at]
    if node.below is None:
        return (*nodes[:at], node._replace(text=word()), *nodes[at + 1 :])
    more = f"extra-{draw(st.sampled_from('abc'))}"
    if node.flow or any(each.name == more for each in nodes):
        return nodes
    fresh = Node(more, word(), None, "", flow=False)
    return (*nodes[:at], fresh, *nodes[at:])


def _edited_item(
    draw: st.DrawFn, word: Words, nodes: tuple[Node, ...], at: int
) -> tuple[Node, ...]:
    node, before, after = nodes[at], nodes[:at], nodes[at + 1 :]
    what = draw(st.sampled_from(["add", "add", "remove", "move", "comment", "reword"]))
    if what == "add":
        fresh = _stage(draw, word) if _is_stage(node) else _sentence(draw, word)
        fresh = fresh._replace(comment="") if node.below is None else fresh
        return (*before, node, fresh, *after)
    if what == "remove" and len(nodes) > 1:
        return (*before, *after)
    if what == "move" and len(nodes) > 1:
        return (*after, node, *before)
    if what == "comment" and node.below is not None:
        return (*before, node._replace(comment=word()), *after)
    if what == "reword" and node.below is None:
        return (*before, node._replace(text=word()), *after)
    return nodes


def _is_stage(node: Node) -> bool:
    return any(each.name in ("values", "opinion") for each in node.below or ())


def _text(top: tuple[Node, ...]) -> str:
    return "format: journey-map/1\n" + "".join(_lines(node, 0) for node in top)


def _lines(node: Node, column: int) -> str:
    indent = " " * column
    comment = f"{indent}# {node.comment}\n" if node.comment else ""
    sign = f"{node.name}:" if node.name else "-"
    if node.below is None:
        return f"{comment}{indent}{sign} {node.text}\n"
    if node.flow:
        return f"{comment}{indent}{sign} {_flow(node)}\n"
    below = "".join(_lines(each, column + 2) for each in node.below)
    if node.name:
        return f"{comment}{indent}{sign}\n{below}"
    return f"{comment}{indent}- {below[column + 2 :]}"


def _flow(node: Node) -> str:
    below = node.below or ()
    if below and below[0].name:
        return "{" + ", ".join(f"{each.name}: {each.text}" for each in below) + "}"
    return "[" + ", ".join(each.text for each in below) + "]"


def _words(text: str) -> set[str]:
    return set(_WORD.findall(text))

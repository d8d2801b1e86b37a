"""What holds for every map and every edit of it."""

from __future__ import annotations

from copy import deepcopy
from typing import Any

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from compare.maps import leaves, maps, plain, version, written
from journeycli.compare.versions import compare
from journeycli.compare.wording import plain as as_text
from journeycli.compare.wording import sentence


@given(maps().flatmap(lambda data: st.tuples(st.just(data), written(data))))
@settings(max_examples=40, deadline=None)
def test_the_same_map_written_otherwise_is_the_same(case: tuple[dict[str, Any], str]) -> None:
    """Quotes, comments, layout, number formats and the order of keys are no changes."""
    data, text = case
    assert compare(version(plain(data)), version(text)).changes == ()


@given(maps(), st.data())
@settings(max_examples=50, deadline=None)
def test_an_edited_value_is_told_at_its_element(data: dict[str, Any], drawn: st.DataObject) -> None:
    """Whatever value is edited, a change names its element and its key, or its new id."""
    path = drawn.draw(st.sampled_from(sorted(leaves(data), key=repr)))
    assume(path not in {("format",), ("id",)})
    edited = deepcopy(data)
    parent: Any = edited
    for step in path[:-1]:
        parent = parent[step]
    parent[path[-1]] = _other(parent[path[-1]], path)
    assume(parent[path[-1]] is not None)
    found = compare(version(plain(data)), version(plain(edited))).changes
    told = [
        change
        for change in found
        if change.element.path == path[: len(change.element.path)]
        and (change.key in (*path[-2:], "text") or not change.key)
    ]
    assert told, [as_text(sentence(each)) for each in found]


@given(maps(), st.data())
@settings(max_examples=30, deadline=None)
def test_what_is_taken_away_is_told_as_gone(data: dict[str, Any], drawn: st.DataObject) -> None:
    """An element that is deleted is told as removed, with its place of before."""
    lists = [path for path in _lists(data) if path != ("stages",)]
    assume(lists)
    path = drawn.draw(st.sampled_from(lists))
    edited = deepcopy(data)
    elements: Any = edited
    for step in path:
        elements = elements[step]
    place = drawn.draw(st.integers(0, len(elements) - 1))
    del elements[place]
    found = compare(version(plain(data)), version(plain(edited))).changes
    assert [each.element.path for each in found if each.action == "removed"] == [(*path, place)]


@given(maps(), st.data())
@settings(max_examples=25, deadline=None)
def test_one_moved_stage_is_one_change(data: dict[str, Any], drawn: st.DataObject) -> None:
    """Taking a stage out of its place and putting it elsewhere is told as a move, once."""
    count = len(data["stages"])
    assume(count > 1)
    start = drawn.draw(st.integers(0, count - 1))
    end = drawn.draw(st.integers(0, count - 1).filter(lambda each: each != start))
    edited = deepcopy(data)
    edited["stages"].insert(end, edited["stages"].pop(start))
    found = compare(version(plain(data)), version(plain(edited))).changes
    assert [each.action for each in found] == ["reordered"]


@given(maps(), maps())
@settings(max_examples=25, deadline=None)
def test_any_two_maps_can_be_compared(one: dict[str, Any], other: dict[str, Any]) -> None:
    """Whatever changed, each change can be told, and none is told where nothing changed."""
    found = compare(version(plain(one)), version(plain(other))).changes
    assert bool(found) == (one != other)
    assert all(as_text(sentence(each)) for each in found)


def _other(value: Any, path: tuple[str | int, ...]) -> Any:
    match path[-1]:
        case "id":
            return f"{value}-new"
        case "severity":
            return "medium"
        case "method":
            return "interview"
        case "status":
            return "doing"
        case "channel":
            return "email"
        case 0 if path[-2] == "evidence":
            return "another"
        case _ if isinstance(value, str):
            return f"{value} more"
        case "score":
            return 1.5
        case "affects":
            return 0.75
        case _:
            return 4


def _lists(data: Any, path: tuple[str | int, ...] = ()) -> list[tuple[str | int, ...]]:
    """Give the paths of the lists that hold elements."""
    found = []
    pairs = data.items() if isinstance(data, dict) else enumerate(data)
    for step, value in pairs:
        here = (*path, step)
        if (isinstance(value, list) and step != "evidence") or here == ("evidence",):
            found.append(here)
        if isinstance(value, dict | list):
            found += _lists(value, here)
    return found

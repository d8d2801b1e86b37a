"""A map as a tree of elements, each known by its id or, where it has none, by what it says."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias

from journeycli.compare.identity import identity, kind_of, label_of, unique
from journeycli.compare.own_keys import own_keys
from journeycli.model.answers import Answer
from journeycli.model.base import Model
from journeycli.model.days import Day
from journeycli.model.lanes import Lanes
from journeycli.model.scalars import Scalar
from journeycli.model.shapes import Element as ElementShape
from journeycli.model.shapes import Items, keys
from journeycli.text import is_slug

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from journeycli.model.answers import AnswerState
    from journeycli.model.shapes import Key
    from journeycli.source.document import Data
    from journeycli.source.span import Path

Content: TypeAlias = str | float | bool | tuple[str, ...]
"""What stands under a key: text (words of a vocabulary, ids and dates too), a number, a flag, or
several texts."""


class Value(NamedTuple):
    """What stands under a key that holds no elements.

    Attributes:
        content: The value as the format means it: `0.40` and `.4` are one share.
        scalar: What kind of scalar it is, in the words of the format's reference: `text`, `score`,
            `share`, `date`, `id of evidence`, …; `own` for a key of the writer's own.

    """

    content: Content
    scalar: str


@dataclass(frozen=True, slots=True)
class Group:
    """The elements that stand under one key.

    Attributes:
        key: The key; `lanes.legal` for a row of one's own.
        state: `answered`, `none`, `none-without-reason` or `unanswered`; a list that cannot say
            `none` is answered or unanswered.
        none: Why there are none, where the answer is `{none: reason}`.
        elements: The elements in order.
        single: Whether the key holds one mapping, not a list: `owner`, `opinion`, `review`.
        asks: Whether the key is a question, which can be answered by `none`.

    """

    key: str
    state: AnswerState
    none: str | None = None
    elements: tuple[Element, ...] = ()
    single: bool = False
    asks: bool = False


@dataclass(frozen=True, slots=True)
class Element:
    """A map, or something on it.

    Attributes:
        kind: What it is, in the words of the format: `stage`, `touchpoint`, `customer action`.
        id: What it is known by among the elements of its group: its id, else its text or name
            as an id. Unique there.
        label: What people call it, as written; empty where its kind is name enough: `owner`.
        path: Where it stands in the document, from the root.
        at: The same as readers and machines see it: `stages[compare].barriers[late-fee]`.
        has_own_id: Whether the id is written, not made.
        values: What stands under its keys, apart from its id, in the order of the format.
        groups: The elements below it, by key, in the order of the format; only the answered and
            those that say `none`.

    """

    kind: str
    id: str
    label: str
    path: Path
    at: str
    has_own_id: bool = False
    values: Mapping[str, Value] = field(default_factory=dict)
    groups: Mapping[str, Group] = field(default_factory=dict)

    def group(self, key: str) -> Group:
        """Give the elements under a key, in an unanswered group where there is nothing."""
        return self.groups.get(key) or Group(key, "unanswered")

    def below(self) -> Iterator[Element]:
        """Give every element below this one, in the order of the format."""
        for group in self.groups.values():
            for each in group.elements:
                yield each
                yield from each.below()


def element_tree(model: Model, data: Data = None) -> Element:
    """Give a whole file as a tree of elements.

    Args:
        model: A map, a persona or a catalog.
        data: What the file's document holds, for keys of the writer's own (`x-…`); where it is
            left out, the tree has none of them.

    """
    place = _Place((), "", data)
    return _element(model, kind_of(model, ""), str(getattr(model, "id", "")), place)


@dataclass(frozen=True, slots=True)
class _Place:
    """Where the tree is being built: the path, the same for readers, and the data that is there."""

    path: Path
    at: str
    data: Data

    def key(self, *steps: str) -> _Place:
        data = self.data
        for step in steps:
            data = data.get(step) if isinstance(data, dict) else None
        at = ".".join([*([self.at] if self.at else []), *steps])
        return _Place((*self.path, *steps), at, data)

    def index(self, index: int, name: str | None) -> _Place:
        data = self.data
        below = data[index] if isinstance(data, list) and index < len(data) else None
        at = f"{self.at}[{index if name is None else name}]"
        return _Place((*self.path, index), at, below)


def _element(model: Model, kind: str, id_: str, place: _Place) -> Element:
    values: dict[str, Value] = {}
    groups: dict[str, Group] = {}
    for key in keys(type(model)):
        content = getattr(model, key.attribute)
        if isinstance(content, Lanes):
            groups.update(_lanes(content, place))
        elif isinstance(key.shape, Items | ElementShape) and _holds(key.shape):
            group = _group(key, content, place.key(key.name))
            if group is not None:
                groups[key.name] = group
        elif key.name != "id" and (value := _value(key, content)) is not None:
            values[key.name] = value
    values.update((name, Value(text, "own")) for name, text in own_keys(place.data))
    own = getattr(model, "id", None)
    return Element(kind, id_, label_of(model), place.path, place.at, bool(own), values, groups)


def _holds(shape: Items | ElementShape) -> bool:
    """Tell whether elements stand here, not a list of texts."""
    return isinstance(shape, ElementShape) or isinstance(shape.item, ElementShape)


def _group(key: Key, content: Any, place: _Place) -> Group | None:
    match content:
        case Model():
            element = replace(
                _element(content, kind_of(content, key.name), key.name, place), label=""
            )
            return Group(key.name, "answered", None, (element,), single=True)
        case Answer(state=state, none=none, items=items):
            elements = _elements(items, key.name, place)
            if state == "unanswered":
                return None
            return Group(key.name, state, none, elements, asks=True)
        case tuple() if content:
            return Group(key.name, "answered", None, _elements(content, key.name, place))
        case _:
            return None


def _elements(items: Sequence[Model | str], key: str, place: _Place) -> tuple[Element, ...]:
    ids = unique([each if isinstance(each, str) else identity(each) for each in items])
    names = [None if isinstance(each, str) else getattr(each, "id", None) for each in items]
    found = []
    for index, (item, id_, name) in enumerate(zip(items, ids, names, strict=True)):
        shown = name if name and is_slug(name) and names.count(name) == 1 else None
        below = place.index(index, shown)
        if isinstance(item, str):  # a persona that stands elsewhere
            found.append(Element("persona", id_, item, below.path, below.at, has_own_id=True))
        else:
            found.append(_element(item, kind_of(item, key), id_, below))
    return tuple(found)


def _lanes(lanes: Lanes, place: _Place) -> Iterator[tuple[str, Group]]:
    for lane, answer in lanes.items():
        if answer.state != "unanswered":
            key = f"lanes.{lane}"
            elements = _elements(answer.items, key, place.key("lanes", lane))
            yield key, Group(key, answer.state, answer.none, elements, asks=True)


def _value(key: Key, content: Any) -> Value | None:
    shape = key.shape
    while isinstance(shape, Items):
        shape = shape.item
    scalar = shape.name if isinstance(shape, Scalar) else "text"
    match content:
        case None | ():
            return None
        case Day():
            return Value(content.text, scalar)
        case tuple():
            return Value(tuple(map(_text, content)), scalar)
        case _:
            return Value(content, scalar)


def _text(item: Any) -> str:
    """Write one text of several; a trait of a persona stands behind its name."""
    if isinstance(item, str):
        return item
    return f"{item.name}: {item.text}" if item.name else str(item.text)

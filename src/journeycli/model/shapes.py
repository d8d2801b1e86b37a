"""The format as data: which keys a mapping has, and what stands under each.

Read from the models, for whoever describes the format: JSON Schema, the reference, messages.
"""

from dataclasses import dataclass
from functools import cache
from types import NoneType
from typing import Any, Final, NamedTuple, TypeAlias, get_args, get_type_hints

from journeycli.model.answers import AnswerReader
from journeycli.model.base import Model
from journeycli.model.catalog import Catalog
from journeycli.model.formats import Kind
from journeycli.model.journey import JourneyMap
from journeycli.model.lanes import Lanes
from journeycli.model.lists import ListOf
from journeycli.model.persona import Persona, PersonaFile, PersonaList
from journeycli.model.scalars import Scalar, Text
from journeycli.model.statements import Statement
from journeycli.model.traits import TraitReader
from journeycli.model.walk import Walk

ROOTS: Final[dict[Kind, type[Model]]] = {
    "journey-map": JourneyMap,
    "persona": PersonaFile,
    "catalog": Catalog,
    "walk": Walk,
}
"""The model of each kind of file."""


class Element(NamedTuple):
    """A mapping with the keys of a model, or the sentence that stands for one."""

    model: type[Model]


@dataclass(frozen=True, slots=True)
class Items:
    """A list.

    Attributes:
        item: What stands in it.
        one: Whether a single scalar may stand for a list of one.
        required: Whether it must have an element.
        none: Whether `{none: reason}` may stand in its place.

    """

    item: "Shape"
    one: bool = False
    required: bool = False
    none: bool = False


class ByName(NamedTuple):
    """A mapping with keys of the writer's own.

    Attributes:
        value: What stands under each key.
        listed: Whether a plain list of the same may stand in its place.

    """

    value: "Shape"
    listed: bool = False


Shape: TypeAlias = Scalar | Element | Items | ByName


class Key(NamedTuple):
    """One key of a mapping.

    Attributes:
        name: The key.
        attribute: What the model calls it.
        shape: What stands under it.
        required: Whether it must be there.
        title: What it is, in a few words.
        description: What to write, in a sentence or two.
        rules: The codes of the rules that look at it.
        default: What a closed vocabulary's word is where the key is left out, or None.

    """

    name: str
    attribute: str
    shape: Shape
    required: bool
    title: str
    description: str
    rules: tuple[str, ...]
    default: str | None


@cache
def keys(model: type[Model]) -> tuple[Key, ...]:
    """Give the keys of a mapping, in the order in which they are written."""
    hints = get_type_hints(model, include_extras=True)
    found = [_key(model, name, hints[name]) for name in model.model_fields]
    return tuple(sorted(found, key=lambda key: key.name != "format"))  # a file begins with it


def title_of(model: type[Model]) -> str:
    """Give a model's name as words: `CustomerAction` is "Customer action"."""
    name = model.__name__.removesuffix("File")
    return "".join(f" {each}" if each.isupper() else each for each in name).strip().capitalize()


def meaning_of(model: type[Model]) -> str:
    """Give what a model is, in a sentence or two: the beginning of its docstring."""
    return " ".join((model.__doc__ or "").split("\n\n")[0].split())


def below(shape: Shape, step: str | int) -> Shape | None:
    """Go one step down; None where there is nothing by that key or index."""
    match shape:
        case Element(model) if isinstance(step, str):
            return next((key.shape for key in keys(model) if key.name == step), None)
        case Items(item) if isinstance(step, int):
            return item
        case ByName(value):
            return value
        case _:
            return None


def at(kind: Kind, loc: tuple[str | int, ...]) -> Shape | None:
    """Give what stands at a place of a file; None where the format has no such place."""
    shape: Shape | None = Element(ROOTS[kind])
    for step in loc:
        shape = below(shape, step) if shape is not None else None
    return shape


def _key(model: type[Model], attribute: str, hint: Any) -> Key:
    info = model.model_fields[attribute]
    extra = info.json_schema_extra
    rules = extra.get("rules", ()) if isinstance(extra, dict) else ()
    default = info.get_default()
    return Key(
        name=info.alias or attribute,
        attribute=attribute,
        shape=_shape(hint),
        required=info.is_required(),
        title=info.title or "",
        description=info.description or "",
        rules=tuple(map(str, rules)) if isinstance(rules, list) else (),
        default=default if isinstance(default, str) else None,
    )


def _shape(hint: Any) -> Shape:
    """Read a field's annotation."""
    if hint is Lanes:
        return ByName(Items(Element(Statement), none=True))
    if isinstance(hint, type) and issubclass(hint, Model):
        return Element(hint)
    for reader in getattr(hint, "__metadata__", ()):
        if isinstance(reader, Scalar):
            return reader
        if isinstance(reader, TraitReader):
            return ByName(Items(_shape(Text), one=True), listed=True)
        if isinstance(reader, PersonaList):
            return Items(Element(Persona))
        item = _shape(get_args(get_args(hint)[0])[0])
        if isinstance(reader, AnswerReader):
            return Items(item, none=True)
        if isinstance(reader, ListOf):
            return Items(item, one=reader.one, required=reader.required)
    (inner,) = (each for each in get_args(hint) if each is not NoneType)  # X | None
    return _shape(inner)

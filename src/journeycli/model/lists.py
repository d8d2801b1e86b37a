"""Lists: of elements, in which a plain sentence may stand for an element, and of names.

Three refusals come from here and from `elements`, beside those of `scalars` and pydantic's own:

- `journey.list`: no list where one belongs. Its `ctx`: `value` (the scalar as typed, or None);
  `hint`: `dash` (a mapping that lacks its dash), `one` (a scalar that should be a list of one),
  `none` (`{none: …}` where it has no meaning), `reason` (the word "none" where `{none: reason}`
  belongs), `empty` (a list that needs an element) or None; `none_allowed`: whether
  `{none: reason}` may stand there.
- `journey.sentence`: a sentence that its colon made a mapping; one for the whole element. Its
  `ctx`: `text`, the sentence. Reading can go on with that sentence in the mapping's place.
- `journey.choice`: a mapping with both, or neither, of two keys of which it needs one. Its `ctx`:
  `keys`, the two; `present`, those of them that are there.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated, Any, Final, TypeAlias, TypeVar, get_args

from pydantic_core import PydanticCustomError, ValidationError, core_schema

from journeycli.model.base import Model

if TYPE_CHECKING:
    from pydantic import GetCoreSchemaHandler
    from pydantic_core import CoreSchema

T = TypeVar("T")
_NOTHING: Final = frozenset({"none", "nothing", "n/a", "na", "-", "–", "no"})
Check: TypeAlias = Callable[[list[Any]], tuple[Any, ...]]


def reader(
    item: object, *, sentences: bool = True
) -> Callable[[list[Any], Check], tuple[Any, ...]]:
    """Give what reads a list: a function of the list and of what checks all its items.

    Args:
        item: The type of the items.
        sentences: Whether sentences become mappings before the items are checked.

    """
    if not (isinstance(item, type) and issubclass(item, Model)):
        return lambda values, check: check(values)
    model, key = item, item.SENTENCE if sentences else ""

    def read(values: list[Any], check: Check) -> tuple[Any, ...]:
        if key:
            values = [{key: each} if isinstance(each, str) else each for each in values]
        try:
            return check(values)
        except ValidationError as error:
            raise _sentences()(error, values, model) from None

    return read


def no_list(value: object, *, none_allowed: bool = False) -> PydanticCustomError:
    """Say that a list belongs here."""
    hint = None
    if isinstance(value, str):
        says_none = none_allowed and value.strip().lower() in _NOTHING
        hint = "reason" if says_none else "one"
    elif isinstance(value, list):
        hint = "empty"
    elif isinstance(value, dict):
        hint = "none" if "none" in value else "dash"
    context = {
        "value": str(value) if isinstance(value, str) else None,
        "hint": hint,
        "none_allowed": none_allowed,
    }
    return PydanticCustomError("journey.list", "a list is wanted here", context)


@dataclass(frozen=True, slots=True)
class ListOf:
    """Reads a list into a tuple; nothing is an empty one.

    Attributes:
        one: Whether a single scalar may stand for a list of one.
        required: Whether it must have an element.

    """

    one: bool = False
    required: bool = False

    def __get_pydantic_core_schema__(
        self, source: object, handler: "GetCoreSchemaHandler"
    ) -> "CoreSchema":
        """Tell pydantic how to read it."""
        item = get_args(source)[0]
        read, one, required = reader(item), self.one, self.required

        def read_list(value: Any, check: Check) -> tuple[Any, ...]:
            if type(value) is list and (value or not required):
                return read(value, check)
            if value is None and not required:
                return ()
            if one and isinstance(value, str):
                return check([value])
            raise no_list(value)

        items = core_schema.tuple_variable_schema(handler.generate_schema(item))
        return core_schema.no_info_wrap_validator_function(read_list, items)


Several: TypeAlias = Annotated[tuple[T, ...], ListOf()]
AtLeastOne: TypeAlias = Annotated[tuple[T, ...], ListOf(required=True)]
OneOrMore: TypeAlias = Annotated[tuple[T, ...], ListOf(one=True)]


def _sentences() -> Callable[[ValidationError, list[Any], type[Model]], ValidationError]:
    from journeycli.model.sentences import with_sentences  # noqa: PLC0415 - for mistakes only

    return with_sentences

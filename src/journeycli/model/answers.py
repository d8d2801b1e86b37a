"""Answers: a list of statements, an explicit "nothing, because …", or not answered yet."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import (
    TYPE_CHECKING,
    Annotated,
    Any,
    Final,
    Generic,
    Literal,
    TypeAlias,
    TypeVar,
    get_args,
)

from pydantic_core import core_schema

from journeycli.model import faults
from journeycli.model.lists import Check, no_list, reader
from journeycli.model.scalars import text_error, text_of
from journeycli.text import closest

if TYPE_CHECKING:
    from pydantic import GetCoreSchemaHandler
    from pydantic_core import CoreSchema

T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)
AnswerState: TypeAlias = Literal["answered", "none", "none-without-reason", "unanswered"]


@dataclass(frozen=True, slots=True)
class Answer(Generic[T_co]):
    """What stands under one question.

    It can be looped over and measured like the tuple of its items; without items it is false,
    whether it says `none` or nothing at all.

    Attributes:
        items: The statements or elements, in order.
        none: Why there are none, where the answer is `{none: reason}`.
        state: `answered`; `none` with a reason; `none-without-reason`; or `unanswered`: the key is
            missing, has no value or holds an empty list.

    """

    items: tuple[T_co, ...] = ()
    none: str | None = None
    state: AnswerState = "unanswered"

    def __iter__(self) -> Iterator[T_co]:
        return iter(self.items)

    def __len__(self) -> int:
        return len(self.items)

    def __getitem__(self, index: int) -> T_co:
        return self.items[index]

    @property
    def is_settled(self) -> bool:
        """Tell whether the question needs no more asking: answered, or `none` with a reason."""
        return self.state in ("answered", "none")


UNANSWERED: Final[Answer[Any]] = Answer()
"""The answer that is not there."""


class AnswerReader:
    """Reads a list, or `{none: reason}`, into an answer."""

    def __get_pydantic_core_schema__(
        self, source: object, handler: "GetCoreSchemaHandler"
    ) -> "CoreSchema":
        """Tell pydantic how to read it."""
        item = get_args(source)[0]
        read = reader(item)

        def read_answer(value: Any, check: Check) -> Answer[Any]:
            if type(value) is list:
                items = read(value, check)
                return Answer(items, None, "answered") if items else UNANSWERED
            return UNANSWERED if value is None else _none(value)

        items = core_schema.tuple_variable_schema(handler.generate_schema(item))
        return core_schema.no_info_wrap_validator_function(read_answer, items)


Answers: TypeAlias = Annotated[Answer[T], AnswerReader()]
"""What a field is that holds an answer of such elements."""


def _none(value: Any) -> Answer[Any]:
    """Read `{none: reason}`; a mapping without a reason waits for one."""
    if not isinstance(value, dict) or (value and not any(map(_says_none, value))):
        raise no_list(value, none_allowed=True)
    reason = value.get("none")
    lines = [faults.line("extra_forbidden", (key,), value[key]) for key in value if key != "none"]
    why = text_of(reason)
    if reason is not None and why is None:
        lines.append(faults.line(text_error(), ("none",), reason))
    if lines:
        raise faults.joined(lines)
    return Answer((), why, "none" if why else "none-without-reason")


def _says_none(key: str) -> bool:
    return key == "none" or closest(key, ("none",)) is not None

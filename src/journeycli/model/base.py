"""What all models share: frozen, no unknown keys, and words for people on every key."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, ClassVar, Self

from pydantic import BaseModel, ConfigDict, Field, model_validator
from pydantic_core import PydanticCustomError, ValidationError

from journeycli.model import faults

if TYPE_CHECKING:
    from pydantic import ModelWrapValidatorHandler
    from pydantic_core import InitErrorDetails


class Model(BaseModel):
    """A mapping of the format.

    Attributes:
        SENTENCE: The key under which a plain sentence in the mapping's place is read; empty where
            a sentence has no meaning.
        AT_LEAST_ONE: Keys of which one must be there.
        EXACTLY_ONE: Whether no more than one of them may.
        SCHEMA: What JSON Schema says besides, where one key hangs on another.

    """

    SENTENCE: ClassVar[str] = ""
    AT_LEAST_ONE: ClassVar[tuple[str, ...]] = ()
    EXACTLY_ONE: ClassVar[bool] = False
    SCHEMA: ClassVar[Mapping[str, Any]] = {}

    model_config = ConfigDict(
        extra="forbid", frozen=True, defer_build=True, protected_namespaces=()
    )


def required(title: str, description: str, *rules: str, alias: str | None = None) -> Any:
    """Describe a key that must be there.

    Args:
        title: What it is, in a few words.
        description: What to write, in a sentence or two.
        rules: The codes of the rules that look at it.
        alias: The key, where Python has the word for itself.

    """
    return Field(
        title=title, description=description, alias=alias, json_schema_extra={"rules": list(rules)}
    )


def optional(
    title: str, description: str, *rules: str, alias: str | None = None, default: object = None
) -> Any:
    """Describe a key that may be left out, which is the same as having no value.

    Args:
        title: What it is, in a few words.
        description: What to write, in a sentence or two.
        rules: The codes of the rules that look at it.
        alias: The key, where Python has the word for itself.
        default: What it is then.

    """
    return Field(
        default,
        title=title,
        description=description,
        alias=alias,
        json_schema_extra={"rules": list(rules)},
    )


class ChoosingModel(Model):
    """A mapping whose keys hang on one another: `AT_LEAST_ONE` of several, or `EXACTLY_ONE`."""

    @model_validator(mode="wrap")
    @classmethod
    def _choose(cls, data: Any, handler: "ModelWrapValidatorHandler[Self]") -> Self:
        missing = cls._lacks(data) if type(data) is dict else None
        try:
            element = handler(data)
        except ValidationError as error:
            raise (faults.joined([*faults.lines(error), missing]) if missing else error) from None
        if missing:
            raise faults.joined([missing])
        return element

    @classmethod
    def _lacks(cls, data: dict[str, Any]) -> "InitErrorDetails | None":
        """Say what a mapping lacks, or has too much of; `lists` documents `journey.choice`."""
        present = [key for key in cls.AT_LEAST_ONE if data.get(key) is not None]
        if len(present) == 1 or (present and not cls.EXACTLY_ONE):
            return None
        context = {"keys": list(cls.AT_LEAST_ONE), "present": present}
        error = PydanticCustomError("journey.choice", "one of these keys is wanted", context)
        return faults.line(error, (), data)

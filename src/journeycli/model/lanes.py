"""What a stage holds in the map's own rows."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from pydantic_core import core_schema

from journeycli.model.answers import Answer, Answers
from journeycli.model.statements import Statement

if TYPE_CHECKING:
    from collections.abc import Callable

    from pydantic import GetCoreSchemaHandler
    from pydantic_core import CoreSchema


@dataclass(frozen=True, slots=True)
class Lanes(Mapping[str, Answer[Statement]]):
    """Answers by the id of their row, in the order of the file; frozen like all of the model."""

    rows: tuple[tuple[str, Answer[Statement]], ...] = ()

    def __getitem__(self, lane: str) -> Answer[Statement]:
        for name, answer in self.rows:
            if name == lane:
                return answer
        raise KeyError(lane)

    def __iter__(self) -> Iterator[str]:
        return (name for name, _ in self.rows)

    def __len__(self) -> int:
        return len(self.rows)

    @classmethod
    def __get_pydantic_core_schema__(
        cls, _source: object, handler: "GetCoreSchemaHandler"
    ) -> "CoreSchema":
        """Tell pydantic how to read it."""

        def read(value: Any, check: "Callable[[Any], dict[str, Any]]") -> Lanes:
            return NO_LANES if value is None else Lanes(tuple(check(value).items()))

        answer = handler.generate_schema(Answers[Statement])
        rows = core_schema.dict_schema(core_schema.str_schema(), answer)
        return core_schema.no_info_wrap_validator_function(read, rows)


NO_LANES: Final = Lanes()
"""What a stage without rows of the map's own holds."""

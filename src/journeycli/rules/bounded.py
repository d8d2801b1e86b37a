"""JMESPath with an end: an expression may take so many steps, and build so much.

Settings come from people that nobody need know, and a short expression can ask for more than any
machine has: forty times `[@, @]` stands for a million million copies. So each step is counted, with
the size of what it gives.

Importing this takes jmespath; only organisations with rules of their own pay for it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from jmespath.functions import Functions, signature
from jmespath.visitor import Options, TreeInterpreter

if TYPE_CHECKING:
    from jmespath.parser import ParsedResult

_AT_LEAST = 20_000  # steps and sizes
_USUAL = 1_000_000
_SIGNS = 10  # of a text that count as one


class TooMuchError(Exception):
    """An expression asks for more than any rule needs."""

    def __init__(self) -> None:
        super().__init__("it asks for more than a rule may; write it in fewer steps")


class Bounded:
    """A compiled expression whose search ends, whatever it asks for."""

    def __init__(self, expression: ParsedResult) -> None:
        self.parsed: Any = expression.parsed

    def search(self, data: Any) -> Any:
        """Give what the expression finds in the data.

        Raises:
            TooMuchError: It goes beyond what is left to a rule: more for more data.

        """
        return _Counting(data).visit(self.parsed, data)


class _Counting(TreeInterpreter):
    """Counts what each step gives; what was built is measured once and kept until the end."""

    def __init__(self, data: Any) -> None:
        super().__init__(Options(custom_functions=_Functions()))
        self._sizes: dict[int, tuple[Any, int]] = {}
        size = self._size(data)
        self._left = max(20 * size, min(_USUAL, _AT_LEAST + 200 * size))

    def visit(self, node: Any, *args: Any, **kwargs: Any) -> Any:
        """Take one step."""
        self._spend(1)
        value = super().visit(node, *args, **kwargs)
        self._spend(self._size(value))
        return value

    def _spend(self, much: int) -> None:
        self._left -= much
        if self._left < 0:
            raise TooMuchError

    def _size(self, value: Any) -> int:
        """Measure a value as if nothing in it were shared, yet look at each part once."""
        if isinstance(value, str):
            return len(value) // _SIGNS
        if not isinstance(value, list | dict):
            return 0
        known = self._sizes.get(id(value))
        if known is None:
            parts = value.values() if isinstance(value, dict) else value
            known = (value, 1 + sum(1 + self._size(each) for each in parts))
            self._sizes[id(value)] = known
        return known[1]


class _Functions(Functions):
    """The functions of JMESPath; the one whose result is a product has a limit of its own."""

    @signature({"types": ["string"]}, {"types": ["array-string"]})
    def _func_join(self, separator: str, array: list[str]) -> str:
        if len(separator) * len(array) > _SIGNS * _USUAL:
            raise TooMuchError
        return separator.join(array)

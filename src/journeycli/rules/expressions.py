"""JMESPath expressions over elements of the format: compiled, and checked before they run.

JMESPath itself finds an unknown function only when it is called, and takes a misspelt key for one
without a value; either would make a rule that can never speak. So both are told when the settings
are read, as far as the format says what stands where.
"""

from __future__ import annotations

import warnings
from functools import reduce
from typing import TYPE_CHECKING, Any, NamedTuple

from journeycli.model.shapes import Element, Items, below, keys, title_of
from journeycli.text import closest, counted, one_line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from journeycli.model.base import Model
    from journeycli.model.shapes import Shape
    from journeycli.rules.bounded import Bounded

_WRITTEN = "Texts stand in 'quotes', numbers and `true` in backticks, and a key is compared by ==."


class Mistake(NamedTuple):
    """What is wrong with an expression.

    Attributes:
        message: What, to follow the name of the expression.
        hint: What to do about it.
        offset: Where in the expression, in code points from 0, or None.

    """

    message: str
    hint: str
    offset: int | None = None


class ExpressionError(ValueError):
    """An expression that cannot be used.

    Attributes:
        mistakes: All that is wrong with it.

    """

    def __init__(self, *mistakes: Mistake) -> None:
        super().__init__("; ".join(each.message for each in mistakes))
        self.mistakes = mistakes


def compiled(text: str, model: type[Model]) -> Bounded:
    """Compile an expression over an element of a model.

    Raises:
        ExpressionError: It is no JMESPath, or names functions or keys that there are not.

    """
    import jmespath  # noqa: PLC0415 - only organisations with rules of their own pay for it
    from jmespath.exceptions import JMESPathError  # noqa: PLC0415 - the same

    from journeycli.rules.bounded import Bounded  # noqa: PLC0415 - the same

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", PendingDeprecationWarning)
            expression = Bounded(jmespath.compile(text))
        reader = _Reader()
        reader.read(expression.parsed, Element(model))
    except PendingDeprecationWarning:  # `high`: JMESPath guesses that a text is meant
        raise ExpressionError(Mistake("has a text in backticks", "Write 'it' in quotes.")) from None
    except JMESPathError as error:
        raise ExpressionError(_not_readable(error, text)) from error
    except RecursionError:
        raise ExpressionError(Mistake("nests too deep", "Write it in fewer steps.")) from None
    except ValueError:  # Python reads no number of more than 4,300 digits
        raise ExpressionError(Mistake("has a number beyond all use", _WRITTEN)) from None
    mistakes = [*_wrong_calls(expression.parsed), *reader.mistakes]
    if mistakes:
        raise ExpressionError(*dict.fromkeys(mistakes))
    return expression


def is_true(value: object) -> bool:
    """Tell truth as JMESPath does: false, null, and what is empty are not true; 0 is."""
    return value is not None and value is not False and value not in ("", [], {})


def _not_readable(error: Any, text: str) -> Mistake:
    """Say where and why an expression cannot be read."""
    offset = min(getattr(error, "lex_position", len(text)), len(text))
    token = getattr(error, "token_value", None)
    if offset >= len(text) or not token:
        return Mistake("is not JMESPath: it ends too early", _WRITTEN, len(text))
    return Mistake(f"is not JMESPath: {one_line(str(token))} cannot stand here", _WRITTEN, offset)


def _wrong_calls(root: Any) -> Iterator[Mistake]:
    """Find functions that there are not, and calls with too few or too many arguments."""
    from jmespath.functions import Functions  # noqa: PLC0415 - as above

    known: dict[str, Any] = Functions.FUNCTION_TABLE
    todo = [root]
    while todo:
        node = todo.pop()
        todo += [each for each in node["children"] if isinstance(each, dict)]
        if node["type"] != "function_expression":
            continue
        name, given = node["value"], len(node["children"])
        if name not in known:
            near = closest(name, known)
            hint = f"Did you mean {near}()?" if near else "https://jmespath.org lists them all."
            yield Mistake(f"calls {name}(), which is no function", hint)
            continue
        takes = known[name]["signature"]
        if given != len(takes) and not (takes[-1].get("variadic") and given > len(takes)):
            values = counted(given, "value")
            yield Mistake(f"gives {name}() {values}; it takes {len(takes)}", _WRITTEN)


class _Reader:
    """Follows an expression through the format and notes the keys that do not exist."""

    def __init__(self) -> None:
        self.mistakes: list[Mistake] = []

    def read(self, node: Any, shape: Shape | None) -> Shape | None:
        """Give what a node evaluates to, or None where the format does not say."""
        kind, children = node["type"], node["children"]
        match kind:
            case "field":
                return self._field(node["value"], shape)
            case "subexpression" | "index_expression" | "pipe":
                return reduce(lambda reached, child: self.read(child, reached), children, shape)
            case "projection" | "filter_projection":
                return self._project(children, shape)
            case "flatten":
                found = self.read(children[0], shape)
                inner = _item_of(found)
                return inner if isinstance(inner, Items) else found
            case "index":
                return _item_of(shape)
            case "current" | "identity" | "slice":
                return shape
            case "expref" | "literal":
                return None
            case _:  # each part asks the same element: comparisons, functions, `&&`, `{a: b}`, …
                for child in children[:1] if kind == "value_projection" else children:
                    self.read(child, shape)
                return None

    def _project(self, children: Any, shape: Shape | None) -> Shape | None:
        """Read what is asked of every element of a list: what it becomes, and perhaps which."""
        found = self.read(children[0], shape)
        item = _item_of(found)
        made = self.read(children[1], item)
        for condition in children[2:]:
            self.read(condition, item)
        return Items(made) if made is not None else None

    def _field(self, name: str, shape: Shape | None) -> Shape | None:
        if shape is None:
            return None
        if isinstance(shape, Items):  # an answer may be `{none: reason}` in place of its list
            if not shape.none or name != "none":
                self._unknown(name, ("none",) if shape.none else (), "a list")
            return None
        if isinstance(shape, Element):
            known = tuple(key.name for key in keys(shape.model))
            if name not in known:
                self._unknown(name, known, _with_article(title_of(shape.model)))
                return None
        return below(shape, name)

    def _unknown(self, name: str, known: tuple[str, ...], where: str) -> None:
        near = closest(name, known)
        if name.startswith("x-"):
            hint = "Rules see the keys of the format; those of your own are not among them."
        elif near:
            hint = f"Did you mean {near}?"
        elif where == "a list":
            hint = f"Ask its elements, such as [?{name}] or [].{name}."
        else:
            hint = f"Its keys are {', '.join(known)}."
        self.mistakes.append(Mistake(f"asks {where} for `{name}`, which it does not have", hint))


def _item_of(shape: Shape | None) -> Shape | None:
    return shape.item if isinstance(shape, Items) else None


def _with_article(title: str) -> str:
    return f"{'an' if title[0] in 'AEIOU' else 'a'} {title.lower()}"

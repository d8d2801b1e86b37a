"""The scalars of the format: types that read text and say exactly what is wrong with it.

The loader resolves no types: a plain scalar is a `str`, a quoted or block scalar a `Quoted`. A
number or a truth value in quotes is refused, just as a JSON Schema refuses a JSON string where it
wants a number; a date may stand in quotes, for to JSON a month or a day is a string anyway.

Every refusal has a type of its own with a machine-readable `ctx`; whoever shows it makes the words.

============== ================================================================================
type           raised for
============== ================================================================================
journey.text   a list or mapping, or nothing, where text belongs; or blank text
journey.number not a finite number
journey.score  not a number from −2 to 2 in halves
journey.share  not a number from 0 to 1
journey.whole  not a whole number, or out of its range
journey.day    not a year, month or day
journey.flag   neither `true` nor `false`
journey.word   a word that its closed vocabulary does not have
journey.link   not an http, https or mailto link
journey.image  not a path below the file's own folder
============== ================================================================================

The `ctx` of `journey.text` is `{"expected": "text"}`. The `ctx` of all others has these keys:

- `value`: the text as typed, or None for a list, a mapping or nothing (`input` holds that);
- `suggestion`: the text that was probably meant, as it would be written in the file, or None;
- `hint`: what stands in the way, or None. Numbers: `quoted`, `minus_sign`, `percent`,
  `decimal_comma`, `thousands`, `unit`, `base`, `not_finite`, `another_scale` (up to ten points,
  where a score goes from −2 to 2), `halves`, `fraction`, `range`. Dates: `date_format`,
  `day_order`, `no_such_day`, `year_range`. Flags: `quoted`, `flag_word`. Words: `synonym`,
  `spelling`. Links: `scheme`, `white_space`. Images: `absolute`, `parent`, `backslash`, `web`;
- numbers also have `minimum` and `maximum` (None where there is no bound);
- words also have `vocabulary` (its name) and `allowed` (the list of its words).
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated, Any, Final, TypeAlias

from pydantic_core import PydanticCustomError, core_schema

from journeycli.model.days import FIRST_YEAR, LAST_YEAR, Day, day
from journeycli.model.plain import number

if TYPE_CHECKING:
    from types import ModuleType

    from pydantic_core import CoreSchema

    from journeycli.model.words import Vocabulary

LOWEST: Final = -2
HIGHEST: Final = 2
"""The ends of the one scale of feelings, which goes in halves."""

# White_Space of the Unicode Character Database: what pydantic strips from the ends of a text.
_SPACES: Final = "\t\n\v\f\r \x85\xa0\u1680\u2028\u2029\u202f\u205f\u3000" + "".join(
    map(chr, range(0x2000, 0x200B))
)
# A text needs one other character. To a pattern of JSON Schema (ECMA-262) the byte order mark is
# white space and U+0085 is not; to Rust and Python it is the other way round.
_NOT_BLANK: Final = r"[^\s\u0085\ufeff]"
_LINK: Final = (
    r"^([Hh][Tt][Tt][Pp][Ss]?://|[Mm][Aa][Ii][Ll][Tt][Oo]:)"
    r"[^\s\u0000-\u001f\u007f-\u009f\ufeff]+$"
)
_IMAGE: Final = (
    r"^(?![/~]|[A-Za-z][A-Za-z0-9+.-]*:)(?!(.*/)?\.\.(/|$))" + r"[^\\\u0000-\u001f\u007f]+$"
)
_DAY: Final = (
    r"^((19|20|21)[0-9]{2}(-(0[1-9]|1[0-2])|-(0[13578]|1[02])-(0[1-9]|[12][0-9]|3[01])"
    r"|-(0[469]|11)-(0[1-9]|[12][0-9]|30)|-02-(0[1-9]|1[0-9]|2[0-8]))?"
    r"|(19|20|21)(0[48]|[2468][048]|[13579][26])-02-29|2000-02-29)$"
)
_ID_SHAPE: Final = (
    "An id is lower-case letters, digits and single hyphens, and begins with a letter: price-page."
)
_FLAGS: Final = dict.fromkeys(("true", "True", "TRUE"), True) | dict.fromkeys(
    ("false", "False", "FALSE"), False
)


@dataclass(frozen=True, slots=True, eq=False)
class Scalar:
    """How one kind of scalar is read, and how JSON Schema says the same.

    Attributes:
        name: What the reference of the format calls it: `score`, `share`, `text`, …
        core: How pydantic reads it.
        json: The JSON Schema of its values, null apart.
        vocabulary: The words that it may be, where those are a closed set, or that are known.

    """

    name: str
    core: "CoreSchema"
    json: Mapping[str, Any]
    vocabulary: "Vocabulary | None" = None

    def __get_pydantic_core_schema__(self, _source: object, _handler: object) -> "CoreSchema":
        """Tell pydantic how to read it."""
        return self.core


def word(vocabulary: "Vocabulary", default: str | None = None) -> Scalar:
    """Make the scalar that is one word of a closed vocabulary; nothing is the default."""

    def read(scalar: object) -> str:
        if isinstance(scalar, str) and scalar in vocabulary.words:
            return str(scalar)
        if scalar is None and default is not None:
            return default
        raise _refusals().word(scalar, vocabulary)

    return Scalar(vocabulary.name, _reading(read), {"enum": list(vocabulary.words)}, vocabulary)


def text(name: str, vocabulary: "Vocabulary | None" = None, **json: str) -> Scalar:
    """Make a scalar that is any text: sentences, names and ids.

    In YAML's own types an unquoted 2026 or `true` is no string; as text it is welcome.
    """
    types = {"type": list(_ANY_SCALAR), "pattern": _NOT_BLANK, **json}
    return Scalar(name, _TEXT, types, vocabulary)


def text_of(scalar: object) -> str | None:
    """Give a text without the white space around it; None for what is no text, or blank."""
    if not isinstance(scalar, str) or not scalar.strip(_SPACES + "\ufeff"):
        return None
    return str(scalar).strip(_SPACES)


def text_error() -> PydanticCustomError:
    """Say that text belongs here."""
    return PydanticCustomError("journey.text", _TEXT_WANTED, {"expected": "text"})


def _refusals() -> "ModuleType":
    from journeycli.model import refusals  # noqa: PLC0415 - a map without faults need not pay for it

    return refusals


def _reading(read: Callable[[object], object]) -> "CoreSchema":
    return core_schema.no_info_plain_validator_function(read)


def _number(scalar: object) -> float:
    if (found := number(scalar)) is None:
        raise _refusals().number(scalar)
    return found


def _score(scalar: object) -> float:
    found = number(scalar)
    if found is None or not LOWEST <= found <= HIGHEST or found * 2 % 1:
        raise _refusals().score(scalar)
    return found


def _share(scalar: object) -> float:
    found = number(scalar)
    if found is None or not 0 <= found <= 1:
        raise _refusals().share(scalar)
    return found


def _whole(name: str, maximum: int | None) -> Scalar:
    """Make the scalar that is a whole number from 1; `4.0` is one, as in JSON Schema."""

    def read(scalar: object) -> int:
        found = number(scalar)
        if found is None or found < 1 or found % 1 or (maximum is not None and found > maximum):
            raise _refusals().whole(scalar, maximum)
        return int(found)

    bound = {} if maximum is None else {"maximum": maximum}
    return Scalar(name, _reading(read), {"type": "integer", "minimum": 1, **bound})


def _day(scalar: object) -> Day:
    found = day(scalar) if isinstance(scalar, str) else None
    if found is None:
        raise _refusals().day(scalar)
    return found


def _flag(scalar: object) -> bool:
    if scalar is None:
        return False
    found = _FLAGS.get(scalar) if type(scalar) is str else None
    if found is None:
        raise _refusals().flag(scalar)
    return found


def _matching(name: str, pattern: str, *types: str) -> Scalar:
    """Make the scalar that is a text in one form, of which nothing is stripped."""
    compiled = re.compile(pattern.replace("$", r"\Z"))

    def read(scalar: object) -> str:
        if isinstance(scalar, str) and compiled.match(scalar):
            return str(scalar)
        raise getattr(_refusals(), name)(scalar, compiled)

    json = {"type": list(types) if len(types) > 1 else types[0], "pattern": pattern}
    return Scalar(name, _reading(read), json)


_TEXT_WANTED: Final = "text is wanted here"
_ANY_SCALAR: Final = ("string", "number", "boolean")
_TEXT: Final = core_schema.custom_error_schema(
    core_schema.str_schema(strip_whitespace=True, pattern=r"[^\s\x{feff}]"),
    custom_error_type="journey.text",
    custom_error_message=_TEXT_WANTED,
    custom_error_context={"expected": "text"},
)
_SCORE_JSON: Final = {"type": "number", "minimum": LOWEST, "maximum": HIGHEST, "multipleOf": 0.5}
_SHARE_JSON: Final = {"type": "number", "minimum": 0, "maximum": 1}
_DAY_JSON: Final = {
    "type": ["string", "integer"],
    "pattern": _DAY,
    "minimum": FIRST_YEAR,
    "maximum": LAST_YEAR,
    "patternErrorMessage": "Write a year, a month or a day: 2026, 2026-09 or 2026-09-30.",
}

TEXT: Final = text("text")
Text: TypeAlias = Annotated[str, TEXT]
Id: TypeAlias = Annotated[str, text("id", patternErrorMessage=_ID_SHAPE)]
Number: TypeAlias = Annotated[float, Scalar("number", _reading(_number), {"type": "number"})]
Score: TypeAlias = Annotated[float, Scalar("score", _reading(_score), _SCORE_JSON)]
Share: TypeAlias = Annotated[float, Scalar("share", _reading(_share), _SHARE_JSON)]
Count: TypeAlias = Annotated[int, _whole("count", None)]
OneToFive: TypeAlias = Annotated[int, _whole("1 to 5", 5)]
When: TypeAlias = Annotated[Day, Scalar("date", _reading(_day), _DAY_JSON)]
Flag: TypeAlias = Annotated[bool, Scalar("true or false", _reading(_flag), {"type": "boolean"})]
Link: TypeAlias = Annotated[str, _matching("link", _LINK, "string")]
ImagePath: TypeAlias = Annotated[str, _matching("image", _IMAGE, *_ANY_SCALAR)]

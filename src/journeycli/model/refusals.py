"""Why a scalar is refused, in data; `scalars` documents the types and their `ctx`.

Imported only where something is wrong.
"""

import re
from collections.abc import Callable
from typing import Final, NamedTuple

from pydantic_core import PydanticCustomError

from journeycli.model.days import FIRST_YEAR, LAST_YEAR
from journeycli.model.guesses import Meant, meant_day, meant_number, written
from journeycli.model.words import Vocabulary
from journeycli.text import Quoted, closest

_LOWEST, _HIGHEST = -2, 2  # the scale of scores
_WIDEST_OTHER_SCALE: Final = 10  # points; nobody rates feelings in hundreds
_PERCENT: Final = 100
_LEAST_PERCENT: Final = 2  # 1.5 is a slip of the pen, 15 is per cent
_HOST: Final = re.compile(r"(?:www\.)?[\w-]+(?:\.[\w-]+)+(?:[/?#:]\S*)?")
_LONGEST_LINK: Final = 2_000  # characters; what is longer was pasted by accident
_WEB: Final = re.compile(r"https?:|mailto:", re.IGNORECASE)
_ADDRESS: Final = re.compile(r"[^\s@:/]+@[^\s@:/]+\.[^\s@:/]+")
_FLAG_WORDS: Final = dict.fromkeys(("yes", "y", "on", "x", "1"), "true") | dict.fromkeys(
    ("no", "n", "off", "0"), "false"
)


class _Advice(NamedTuple):
    suggestion: str | None = None
    hint: str | None = None


def number(scalar: object) -> PydanticCustomError:
    """Say why this is no finite number."""
    return _numeric("journey.number", scalar, None, None, lambda _: _Advice())


def score(scalar: object) -> PydanticCustomError:
    """Say why this is no score."""

    def advice(found: float) -> _Advice:
        if _LOWEST <= found <= _HIGHEST:
            return _Advice(written(round(found * 2) / 2), "halves")
        return _Advice(None, "another_scale" if abs(found) <= _WIDEST_OTHER_SCALE else "range")

    return _numeric("journey.score", scalar, _LOWEST, _HIGHEST, advice, step=0.5)


def share(scalar: object) -> PydanticCustomError:
    """Say why this is no share."""

    def advice(found: float) -> _Advice:
        if _LEAST_PERCENT <= found <= _PERCENT:
            return _Advice(written(found / _PERCENT), "percent")
        return _Advice(None, "range")

    return _numeric("journey.share", scalar, 0, 1, advice)


def whole(scalar: object, maximum: int | None) -> PydanticCustomError:
    """Say why this is no whole number from 1."""

    def advice(found: float) -> _Advice:
        return _Advice(None, "fraction" if found % 1 else "range")

    return _numeric("journey.whole", scalar, 1, maximum, advice, step=1)


def day(scalar: object) -> PydanticCustomError:
    """Say why this is no year, month or day."""
    guess = meant_day(scalar) if isinstance(scalar, str) else (None, None)
    advice = _Advice(*guess)
    years = (
        re.fullmatch(r"([0-9]{4})(?:-[0-9]{2}){0,2}", scalar) if isinstance(scalar, str) else None
    )
    if years and not FIRST_YEAR <= int(years[1]) <= LAST_YEAR:
        advice = _Advice(None, "year_range")
    return _error("journey.day", scalar, advice)


def flag(scalar: object) -> PydanticCustomError:
    """Say why this is neither `true` nor `false`."""
    plain = scalar.strip().lower() if isinstance(scalar, str) else ""
    if plain in ("true", "false"):
        hint = "quoted" if isinstance(scalar, Quoted) else "flag_word"
        return _error("journey.flag", scalar, _Advice(plain, hint))
    meant = _FLAG_WORDS.get(plain)
    return _error("journey.flag", scalar, _Advice(meant, "flag_word" if meant else None))


def word(scalar: object, vocabulary: Vocabulary) -> PydanticCustomError:
    """Say why this is no word of a vocabulary, with the word that was probably meant."""
    advice = _Advice()
    if isinstance(scalar, str):
        if (synonym := vocabulary.synonym(scalar)) is not None:
            advice = _Advice(synonym, "synonym")
        elif (close := closest(scalar.strip(), vocabulary.words)) is not None:
            advice = _Advice(close, "spelling")
    allowed = list(vocabulary.words)
    return _error("journey.word", scalar, advice, vocabulary=vocabulary.name, allowed=allowed)


def link(scalar: object, pattern: re.Pattern[str]) -> PydanticCustomError:
    """Say why this is no link that a picture may carry."""
    written = scalar.strip() if isinstance(scalar, str) and len(scalar) < _LONGEST_LINK else ""
    joined = "%20".join(written.split())
    if _ADDRESS.fullmatch(written):
        advice = _Advice(f"mailto:{written}", "scheme")
    elif _HOST.fullmatch(written) or written.startswith("//"):
        advice = _Advice(f"https://{written.removeprefix('//')}", "scheme")
    elif _WEB.match(written):
        advice = _Advice(joined, "white_space" if joined != scalar else None)
    else:
        advice = _Advice(None, "scheme" if written else None)
    return _error("journey.link", scalar, _matching(advice, pattern))


def image(scalar: object, pattern: re.Pattern[str]) -> PydanticCustomError:
    """Say why this is no path below the file's own folder."""
    path = scalar.strip() if isinstance(scalar, str) else ""
    if re.match(r"[A-Za-z][A-Za-z0-9+.-]+:", path):
        advice = _Advice(None, "web")
    elif re.match(r"[/\\~]|[A-Za-z]:", path):
        advice = _Advice(None, "absolute")
    elif ".." in re.split(r"[/\\]", path):
        advice = _Advice(None, "parent")
    else:
        advice = _Advice(path.replace("\\", "/"), "backslash" if "\\" in path else None)
    return _error("journey.image", scalar, _matching(advice, pattern))


def _matching(advice: _Advice, pattern: re.Pattern[str]) -> _Advice:
    """Suggest nothing that would be refused in its turn."""
    fits = advice.suggestion is not None and pattern.match(advice.suggestion)
    return advice if fits else advice._replace(suggestion=None)


def _numeric(
    kind: str,
    scalar: object,
    minimum: int | None,
    maximum: int | None,
    advise: Callable[[float], _Advice],
    *,
    step: float = 0,
) -> PydanticCustomError:
    found, hint = meant_number(scalar) if isinstance(scalar, str) else Meant(None, None)
    advice = _Advice(None, hint)
    if found is not None:
        above = minimum is None or found >= minimum
        below = maximum is None or found <= maximum
        if above and below and not (step and found % step):
            advice = _Advice(written(found), hint)
        elif hint in (None, "quoted", "minus_sign", "decimal_comma"):
            advice = advise(found)
    return _error(kind, scalar, advice, minimum=minimum, maximum=maximum)


def _error(kind: str, scalar: object, advice: _Advice, **more: object) -> PydanticCustomError:
    context = {
        "value": str(scalar) if isinstance(scalar, str) else None,
        "suggestion": advice.suggestion,
        "hint": advice.hint,
        **more,
    }
    return PydanticCustomError(kind, "this value is not allowed here", context)

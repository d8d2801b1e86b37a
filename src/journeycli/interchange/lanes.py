"""From what a row, column or heading is called to the format's key, by meaning."""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from typing import TYPE_CHECKING, Final, NamedTuple

from journeycli.errors import UserError
from journeycli.interchange.lane_words import ENGLISH, OTHERS
from journeycli.interchange.scores import scale_in
from journeycli.text import closest, is_slug, listed

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

KEYS: Final = tuple(key for key in ENGLISH if key not in ("lane", "text", "id"))
"""Everything that a row, column or heading can fill. Keys with a dot belong to an element of a
stage; `stage` is its name, `score` how it feels, `department` who of the company acts, and `actor`
whoever acts, a persona or a department; `persona`, `title`, `scenario`, `map_objective`,
`customer_goals` and `owner` belong to the map."""

STATEMENTS: Final = (
    "needs", "customer_actions", "company_actions", "customer_progression", "company_progression",
    "motivations", "inhibitors", "enablers", "influences", "values", "thoughts", "quotes",
    "emotions", "barriers", "opportunities", "touchpoints",
)  # fmt: skip
"""The keys of a stage that hold lists of statements, in the order of the format."""

_LABELS: Final = {
    "score": "Score",
    "company_actions.frontstage": "Frontstage",
    "company_actions.backstage": "Backstage",
    "company_actions.support": "Support processes",
    "touchpoints.channel": "Channel",
    "barriers.removals": "Removals",
}
_SAYS_NOTHING: Final = """
the a an of for our your their his my its customer customers user users client clients key main
major current typical overall possible potential list persona and or per each stage phase step in
by at is are what which how der die das und les la le el los las kunde kunden clientes cliente
"""
_NOISE: Final = frozenset(_SAYS_NOTHING.split())
_WORDS_OF_A_LABEL: Final = 7
_LONG_ENOUGH: Final = 4  # letters of a phrase that may be found inside a longer name


class Meaning(NamedTuple):
    """What a name stands for.

    Attributes:
        key: One of `KEYS`, or `lanes.` and the id of a lane of the map's own.
        guessed: Whether it takes some faith: a word of the name, or a near spelling, says so.

    """

    key: str
    guessed: bool = False


def meaning(name: str, asked: Mapping[str, str] | None = None) -> Meaning | None:
    """Tell what a row, column or heading of this name fills; None where nothing says so.

    Case, accents, punctuation, emoji, numbering and plurals make no difference.

    Args:
        name: What it is called in the imported file.
        asked: Keys by names, as the user says; they come first.

    """
    plain = _plain(name)
    if not plain:
        return None
    for other, wanted in (asked or {}).items():
        if _plain(other) == plain:
            return Meaning(wanted)
    outside = _plain(re.sub(r"[(\[{].*?[)\]}]", " ", name))
    for candidate in (plain, outside):
        if (key := _table().get(_singular(candidate))) is not None:
            return Meaning(key)
    core = _core(outside or plain)
    if (key := _table().get(core)) is not None:
        return Meaning(key)
    likely = _likely(outside or plain, core)
    return likely or (Meaning("score", guessed=True) if scale_in(name) else None)


def label(key: str) -> str:
    """Give what tables call a key: `customer_actions` is "Customer actions"."""
    return _LABELS.get(key) or key.rpartition(".")[2].replace("_", " ").capitalize()


def check_key(key: str, where: str) -> str:
    """Check a key that the user names.

    Args:
        key: A key, or `lanes.` and an id.
        where: What the message begins with, such as `--lane "Pain=bariers"`.

    Raises:
        UserError: No row fills such a key.

    """
    head, _, rest = key.partition(".")
    if key in KEYS or (head == "lanes" and rest and is_slug(rest)):
        return key
    plain = key.strip().replace("-", "_").replace(" ", "_").lower()
    if plain in KEYS:
        return plain
    near = meaning(key)
    likely = near.key if near else closest(key, KEYS)
    raise UserError(
        f"{where}: there is no key {key}.",
        hint=f"Did you mean {likely}?"
        if likely
        else f"Such as {listed(STATEMENTS, 'or')}; or lanes. and an id, for a lane of your own.",
    )


def known(names: Iterable[str], asked: Mapping[str, str] | None = None) -> dict[str, Meaning]:
    """Give the meanings of those names that have one."""
    found = ((name, meaning(name, asked)) for name in names)
    return {name: each for name, each in found if each is not None}


def _likely(plain: str, core: str) -> Meaning | None:
    """Look for a known phrase inside the name, else for one that is spelled nearly the same."""
    words = plain.split()
    if len(words) > _WORDS_OF_A_LABEL:
        return None
    for size in range(len(words) - 1, 0, -1):
        for start in range(len(words) - size + 1):
            phrase = _singular(" ".join(words[start : start + size]))
            key = _table().get(phrase)
            if key in KEYS and len(phrase) >= _LONG_ENOUGH and phrase not in _NOISE:
                return Meaning(key, guessed=True)
    if len(core) > _LONG_ENOUGH:
        for phrase, key in _table().items():
            if key in STATEMENTS and _is_slip(core, phrase):
                return Meaning(key, guessed=True)
    return None


def _is_slip(written: str, meant: str) -> bool:
    """Tell whether two words are one letter apart, or two neighbours that changed places."""
    if abs(len(written) - len(meant)) > 1 or written[:1] != meant[:1]:
        return False
    start = _common(written, meant)
    one, other = written[start:], meant[start:]
    end = _common(one[::-1], other[::-1])
    one, other = one[: len(one) - end], other[: len(other) - end]
    swapped = len(one) == 2 and one == other[::-1]  # noqa: PLR2004 - neighbours
    return swapped or max(len(one), len(other)) <= 1


def _common(one: str, other: str) -> int:
    """Count the letters that two words begin with alike."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((at for at, (a, b) in pairs if a != b), min(len(one), len(other)))


@cache
def _table() -> Mapping[str, str]:
    found: dict[str, str] = {}
    for table in (ENGLISH, OTHERS):
        for key, phrases in table.items():
            own = key.split(".")[-1].replace("_", " ")
            for phrase in (*phrases.split(", "), *([] if "." in key else [own])):
                found.setdefault(_singular(phrase), key)
    return found


def _plain(name: str) -> str:
    """Give the words of a name: small letters and digits without accents, numbering or signs."""
    spelled = name.replace("&", " and ").replace("+", " and ").replace("/", " and ")
    bare = "".join(
        each
        for each in unicodedata.normalize("NFKD", spelled.casefold())
        if not unicodedata.combining(each)
    )
    bare = re.sub(r"^\W*(?:\d+|[ivx]+)\s*[.):]\s*", "", bare)
    return " ".join(re.findall(r"[^\W_]+", bare))


def _singular(phrase: str) -> str:
    return " ".join(map(_one, phrase.split()))


def _one(word: str) -> str:
    if len(word) > 4 and word.endswith("ies"):  # noqa: PLR2004 - opportunities, not dies
        return word[:-3] + "y"
    if word.endswith(("sses", "shes", "ches", "xes")):
        return word[:-2]
    if len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "sis")):  # noqa: PLR2004 - needs, not its
        return word[:-1]
    return word


def _core(plain: str) -> str:
    """Leave out words that say nothing of what stands in a row."""
    kept = [word for word in plain.split() if word not in _NOISE]
    return _singular(" ".join(kept)) if kept else ""

"""Feelings as people note them: words, smileys, emoji, signs; with a score or without."""

from __future__ import annotations

import re
from statistics import fmean
from typing import Final, NamedTuple

from journeycli.interchange.scores import OURS, Number, number
from journeycli.model.feelings import sign

_EMOJI: Final = {
    2: "😀😃😄😁😆🤩😍🥰😻🥳🤗❤💖😇🎉👏🙌😸😺🏆💚",
    1: "🙂😊☺😌😉👍😋😎🙃😏🤞💪✅🟢🆗😅💡",
    0: "😐😑😶🤔🫤😯😮🧐➖⚪🟡🤷😲",
    -1: "🙁☹😕😟😔😞😒🙄👎😬😥😓🥱😴😧😦🟠😣😖⚠🥺😰😨",
    -2: "😠😡🤬😤😢😭😫😩😱🤯👿💔🔴😿🤢❌💢😾",
}
_NAMES: Final = {
    "😍": "delighted", "🤩": "thrilled", "🥰": "loved", "😀": "happy", "😃": "happy",
    "😄": "happy", "😁": "happy", "🥳": "delighted", "🙂": "content", "😊": "pleased",
    "☺": "pleased", "😌": "relieved", "😎": "confident", "😐": "neutral", "😑": "neutral",
    "😶": "neutral", "🤔": "thoughtful", "😮": "surprised", "😯": "surprised", "😲": "surprised",
    "🙁": "unhappy", "☹": "unhappy", "😕": "confused", "😟": "worried", "😔": "sad",
    "😞": "disappointed", "😒": "annoyed", "🙄": "annoyed", "😬": "uneasy", "😥": "sad",
    "😓": "stressed", "🥱": "bored", "😴": "bored", "😣": "frustrated", "😖": "frustrated",
    "😰": "anxious", "😨": "afraid", "😠": "angry", "😡": "furious", "🤬": "furious",
    "😤": "frustrated", "😢": "sad", "😭": "desperate", "😫": "exhausted", "😩": "exhausted",
    "😱": "shocked", "🤯": "overwhelmed",
}  # fmt: skip
_SMILEYS: Final = {
    ":-)": 1, ":)": 1, ":-D": 2, ":D": 2, ";-)": 1, ";)": 1, ":-|": 0, ":|": 0, ":-/": -1,
    ":/": -1, ":-(": -1, ":(": -1, ":'(": -2, ":-((": -2, ">:(": -2, ":-S": -1, "(-:": 1, ")-:": -1,
}  # fmt: skip
_WORDS: Final = {
    "very positive": 2, "positive": 1, "very good": 2, "good": 1, "great": 2, "excellent": 2,
    "neutral": 0, "ok": 0, "okay": 0, "mixed": 0, "very negative": -2, "negative": -1, "bad": -1,
    "very bad": -2, "poor": -1, "terrible": -2, "awful": -2, "very happy": 2, "very unhappy": -2,
    "very satisfied": 2, "very dissatisfied": -2, "very low": -2, "low": -1, "high": 1,
    "very high": 2, "delight": 2, "frustration": -1, "medium": 0,
}  # fmt: skip
_NOUNS: Final = {
    "frustration": "frustrated", "confusion": "confused", "excitement": "excited",
    "anxiety": "anxious", "relief": "relieved", "anger": "angry", "joy": "joyful",
    "happiness": "happy", "satisfaction": "satisfied", "curiosity": "curious",
    "disappointment": "disappointed", "boredom": "bored", "trust": "trusting", "fear": "afraid",
    "stress": "stressed", "worry": "worried", "hope": "hopeful", "delight": "delighted",
    "uncertainty": "uncertain", "annoyance": "annoyed", "irritation": "irritated",
    "sadness": "sad", "surprise": "surprised", "pride": "proud", "doubt": "doubtful",
    "overwhelm": "overwhelmed", "excited": "excited", "impatience": "impatient",
}  # fmt: skip
_BY_EMOJI: Final = {each: score for score, signs in _EMOJI.items() for each in signs}
_VARIATION: Final = re.compile("[\ufe0e\ufe0f\u200d\U0001f3fb-\U0001f3ff♀♂]")
_EMOJI_SIGN: Final = re.compile(f"[{''.join(_BY_EMOJI)}]")
_SMILEY_SIGN: Final = re.compile(
    r"(?<!\S)(?:" + "|".join(map(re.escape, sorted(_SMILEYS, key=len, reverse=True))) + r")(?!\w)"
)
_IN_BRACKETS: Final = re.compile(r"\s*[(\[]\s*(?P<score>[^()\[\]]{1,12})\s*[)\]]\s*$")
_BEHIND: Final = re.compile(
    r"\s*(?:[:=,–—-]|\s)\s*(?P<score>[-+−]?\d{1,3}(?:[.,]\d)?(?:\s*/\s*\d+|\s*%)?)$"
)
_BEFORE: Final = re.compile(
    r"(?P<score>[-+−]?\d{1,3}(?:[.,]\d)?(?:\s*/\s*\d+|\s*%)?)\s*(?:[:=–—-]\s+|\s+[–—-]\s+|\s+(?=\W*[^\W\d]))"
)


class Mood(NamedTuple):
    """What one note of a feeling says.

    Attributes:
        feeling: The feeling in words, without smileys and scores; empty where there are none.
        number: The score that stands beside it, on the file's scale.
        sign: The score on the format's scale that a smiley or the word itself suggests, or None.
        from_word: Whether that is the meaning of a word; a smiley says it outright.

    """

    feeling: str
    number: Number | None = None
    sign: float | None = None
    from_word: bool = False


def mood(note: str) -> Mood:
    """Read one note: `wary (−1)`, `😠 Angry`, `4 - satisfied`, `:-(`, `++`."""
    text = _VARIATION.sub("", note).strip()
    if found := number(text):
        return Mood("", found)
    text, score = _scored(text)
    signs = [float(_BY_EMOJI[each]) for each in _EMOJI_SIGN.findall(text)]
    names = [_NAMES[each] for each in _EMOJI_SIGN.findall(text) if each in _NAMES]
    text = _EMOJI_SIGN.sub(" ", text)
    signs += [float(_SMILEYS[each]) for each in _SMILEY_SIGN.findall(text)]
    words = " ".join(_SMILEY_SIGN.sub(" ", text).split()).strip(" ,;:–—") if signs else text
    if signs:
        shown = words if any(map(str.isalnum, words)) else ", ".join(dict.fromkeys(names))
        return Mood(shown, score, _mean(signs))
    suggested = word_score(words)
    return Mood(words, score, suggested, from_word=suggested is not None)


def word_score(words: str) -> float | None:
    """Give the score that words suggest, −2 … +2; None where they suggest none."""
    plain = " ".join(words.lower().strip(" .!?").split())
    if plain in _WORDS:
        return float(_WORDS[plain])
    found = sign(_NOUNS.get(plain, plain))
    if found is None and re.search(r",|/| and | but |&", plain):
        parts = [word_score(part) for part in re.split(r",|/| and | but |&", plain) if part.strip()]
        known = [part for part in parts if part is not None]
        return _mean(known) if known and len(known) == len(parts) else None
    if found and plain.startswith(("very ", "extremely ", "really ", "so ", "totally ")):
        return float(found * 2)
    return None if found is None else float(found)


def is_ours(found: Number | None) -> bool:
    """Tell whether a score says itself that it is on the format's scale."""
    return found is not None and found.scale == OURS


def _scored(text: str) -> tuple[str, Number | None]:
    """Take the score off a note, from its end or its beginning."""
    for pattern, at_start in ((_IN_BRACKETS, False), (_BEHIND, False), (_BEFORE, True)):
        match = pattern.match(text) if at_start else pattern.search(text)
        found = number(match["score"]) if match else None
        if match and found:
            rest = text[match.end() :] if at_start else text[: match.start()]
            if rest.strip():
                return rest.strip(), found
    return text, None


def _mean(scores: list[float]) -> float:
    return round(fmean(scores) * 2) / 2 + 0.0

"""One line of a Mermaid `journey`: a task, its score and its actors.

Mermaid cuts a task at its first colon. People write colons in their sentences all the same, so a
line is read from the right here: actors, score, and whatever is left is the task.
"""

from __future__ import annotations

import html
import re
from html.entities import html5
from typing import TYPE_CHECKING, Final, NamedTuple

from journeycli.interchange.plain_text import one_line

if TYPE_CHECKING:
    from collections.abc import Collection


class Task(NamedTuple):
    """One task as it was read.

    Attributes:
        line: Its line in the file, from 1.
        text: What is done.
        score: On the scale of the diagram; None where there is none.
        actors: Who does it, in order.
        doubt: What was guessed to read it, as a sentence; empty where nothing was.

    """

    line: int
    text: str
    score: float | None
    actors: tuple[str, ...]
    doubt: str = ""


# Colons that part a line, also full-width ones, but neither those of a time nor of an address.
_COLON: Final = re.compile(r"(?<!\d)[:：](?!//)|(?<=\d)[:：](?!\d\d(?!\d))")
_SCORE: Final = re.compile(r"\s*([-+−]?\d{1,9}(?:[.,]\d{1,9})?)\s*(?:/\s*\d{1,3})?\s*")
_ARROW: Final = re.compile(r"^(.*\S)\s*(?:-{1,2}>|=>|[→⇒])\s*([-+−]?\d{1,9}(?:[.,]\d{1,9})?)\s*$")
_COMMA: Final = re.compile("[,，、]")
_ENTITY: Final = re.compile(r"#(\w{1,31});")
_FORM: Final = 3
_USUAL: Final = range(-5, 11)
"""Where two numbers could be the score, one in this range is the likelier."""


def read_task(number: int, line: str, known: Collection[str] = ()) -> Task:
    """Read one line.

    Args:
        number: The line's number in the file, from 1.
        line: The line.
        known: The actors of the diagram's clear tasks; they tell an actor from a part of a
            sentence where a line has no score.

    """
    line = _unended(line)
    pieces = _COLON.split(line)
    places = [at for at in range(1, len(pieces)) if _number(pieces[at]) is not None]
    if places:
        usual = [at for at in places if _is_usual(_number(pieces[at]))]
        as_written = len(pieces) == _FORM and usual[:1] == [1]  # task: score: actors
        at = 1 if as_written else (usual or places)[-1]
        doubt = "" if len(places) == 1 else f'of its numbers, "{pieces[at].strip()}" was taken'
        return _task(number, line, pieces, at, _number(pieces[at]), doubt)
    return _without_score(number, line, pieces, known)


def decoded(text: str) -> str:
    """Turn Mermaid's entity codes, such as `#35;` and `#quot;`, into what they stand for."""
    return _ENTITY.sub(_character, text) if "#" in text else text


def clean(text: str) -> str:
    """Decode a text and fold its white space."""
    return one_line(decoded(text))


def _unended(line: str) -> str:
    """Take away the semicolons that some diagrams end their lines with."""
    line = line.rstrip()
    ends = line.endswith(";") and not re.search(r"#\w{1,31};$", line)
    return line.rstrip(";") if ends else line


def _task(
    number: int, line: str, pieces: list[str], at: int, score: float | None, doubt: str
) -> Task:
    """Put the pieces before `at` together as the text, and those after it as the actors."""
    starts = _starts(pieces)
    name = line[: starts[at] - 1]
    actors = _actors(line[starts[at] + len(pieces[at]) + 1 :])
    return Task(number, clean(name), score, actors, doubt)


def _starts(pieces: list[str]) -> list[int]:
    """Give where each piece starts: one colon stands between two of them."""
    starts, at = [], 0
    for piece in pieces:
        starts.append(at)
        at += len(piece) + 1
    return starts


def _without_score(number: int, line: str, pieces: list[str], known: Collection[str]) -> Task:
    empty = [at for at in range(1, len(pieces)) if not pieces[at].strip()]
    if empty:
        return _task(number, line, pieces, empty[-1], None, "")
    people = _actors(pieces[-1]) if len(pieces) > 1 else ()
    name = line[: len(line) - len(pieces[-1]) - 1] if people else line
    arrow = _ARROW.match(name)
    if arrow:
        doubt = "the number behind its arrow was taken for its score"
        return Task(number, clean(arrow[1]), _number(arrow[2]), people, doubt)
    if people and all(each in known for each in people):
        return Task(number, clean(name), None, people, "it has no score")
    return Task(number, clean(line), None, (), "it has neither a score nor actors")


def _actors(text: str) -> tuple[str, ...]:
    names = (clean(each) for each in _COMMA.split(text))
    return tuple(dict.fromkeys(each for each in names if each))


def _number(piece: str) -> float | None:
    found = _SCORE.fullmatch(piece)
    return float(found[1].replace(",", ".").replace("−", "-")) if found else None


def _is_usual(value: float | None) -> bool:
    return value is not None and _USUAL.start <= value < _USUAL.stop


def _character(code: re.Match[str]) -> str:
    name = code[1]
    if name.isdecimal():
        plain = html.unescape(f"&#{name};")
        return plain if plain.isprintable() else " "
    return html5.get(f"{name};", code[0])

"""The talk of a walkthrough: what the map promises, what is asked, and what is answered."""

from __future__ import annotations

import sys
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from journeycli.cli import output
from journeycli.compare.walk import recorded
from journeycli.errors import UserError
from journeycli.model.walk import HAPPENED, noted, with_steps
from journeycli.text import closest, one_line
from journeycli.views.terminal.lines import wrapped
from journeycli.views.terminal.paint import painted
from journeycli.views.terminal.walked import promise_lines, stage_lines

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from rich.text import Text

    from journeycli.compare.walk import Contact
    from journeycli.model import JourneyMap
    from journeycli.model.walk import Happened, Walk, WalkStep
    from journeycli.views.terminal.look import Look
    from journeycli.views.terminal.names import Names

_LETTERS: Final[dict[str, Happened]] = {
    "p": "as-planned", "f": "failed", "m": "missing", "o": "out-of-sequence", "a": "ad-hoc",
}  # fmt: skip
_COMMANDS: Final = {"b": "back", "s": "stop", "?": "help"}
_KEYS: Final = "[p]lanned [f]ailed [m]issing [o]ut of sequence [a]d hoc, [b]ack [s]top [?]"
_ANSWER: Final = 6  # cells that stay free behind a question
_MINUS: Final = str.maketrans("−–", "--")


class StoppedError(Exception):
    """The walk ends here for now; all that was answered is saved."""


class BackError(Exception):
    """The walk goes back to the touchpoint before."""


@dataclass
class Voice:
    """Asks on the terminal, or takes the answers from a list of lines.

    Attributes:
        look: What the output can show.
        lines: Answers, each with its place; None where a person answers.

    """

    look: Look
    lines: list[tuple[str, str]] | None = None
    place: str | None = field(default=None, init=False)

    def show(self, lines: Iterable[Text]) -> None:
        """Print lines."""
        output.write(painted(lines, self.look))

    def ask(self, prompt: str) -> str:
        """Ask, and give the answer without blanks around it.

        Raises:
            StoppedError: Nobody answers any more.

        """
        lines = wrapped(self.look.text(prompt), max(self.look.width - _ANSWER, 1))
        output.write("\n".join(line.plain for line in lines) + " ")
        output.flush()
        if self.lines is None:
            line = sys.stdin.buffer.readline()
            if not line:
                output.write("\n")
                raise StoppedError
            return one_line(_decoded(line, sys.stdin.encoding or "utf-8"))
        if not self.lines:
            output.write("\n")
            raise StoppedError
        answer, self.place = self.lines.pop(0)
        output.write(f"{self.look.plain(answer)}\n")
        return one_line(answer)

    def refuse(self, message: str) -> None:
        """Say that an answer cannot be taken; it is asked for again.

        Raises:
            UserError: The answers come from a file, where nobody can mend them.

        """
        if self.lines is not None:
            raise UserError(message, place=self.place, hint="What was answered before is saved.")
        output.write(f"{self.look.plain(message)}\n")


def take(
    walk: Walk,
    journey: JourneyMap,
    contacts: tuple[Contact, ...],
    names: Names,
    voice: Voice,
    save: Callable[[Walk], None],
) -> Walk:
    """Walk from the first touchpoint without an answer to the end, saving every answer.

    Raises:
        StoppedError: The walk was stopped; all that was answered is saved.

    """
    talk = _Talk(walk, voice, save)
    answered = {each.key for each in walk.steps if each.happened != "ad-hoc"}
    index = next((n for n, each in enumerate(contacts) if each.key not in answered), len(contacts))
    shown = -1
    while True:
        try:
            if index == len(contacts):
                talk.rest(contacts[-1])
                return talk.walk
            contact = contacts[index]
            if contact.stage != shown:
                shown = contact.stage
                voice.show(stage_lines(journey, shown, voice.look))
            voice.show(promise_lines(contact, names, voice.look))
            talk.contact(contact)
            index += 1
        except BackError:
            if index == 0:
                output.write("This is where the journey begins.\n")
            index = max(index - 1, 0)


@dataclass
class _Talk:
    walk: Walk
    voice: Voice
    save: Callable[[Walk], None]

    def contact(self, contact: Contact) -> None:
        """Ask about one touchpoint, and about what else happened on the way to it."""
        before = next(
            (
                each
                for each in self.walk.steps
                if each.key == contact.key and each.happened != "ad-hoc"
            ),
            None,
        )
        while (happened := self._happened(before)) == "ad-hoc":
            self._surprise(contact)
        kept = before or noted(contact.key, happened)
        step = noted(contact.key, happened, score=kept.score, note=kept.note)
        self._record(step)
        step = noted(contact.key, happened, score=self._score(kept.score), note=kept.note)
        self._record(step)
        self._record(
            noted(contact.key, happened, score=step.score, note=self._note(kept.note, happened))
        )

    def rest(self, last: Contact) -> None:
        """Ask at the end what else happened."""
        while True:
            output.write("\n")
            answer = self.voice.ask("Did anything happen that the map lacks? [a]dd, Enter: no >")
            word = _command(answer)
            if word == "ad-hoc":
                self._surprise(last)
            elif word == "back":
                raise BackError
            elif word == "stop":
                raise StoppedError
            elif not answer or answer.lower() in ("n", "no"):
                return
            else:
                self.voice.refuse(f"{answer}: a, b, s or nothing.")

    def _record(self, step: WalkStep) -> None:
        steps = recorded(self.walk.steps, step)
        if steps != self.walk.steps:
            self.walk = with_steps(self.walk, steps)
            self.save(self.walk)

    def _happened(self, before: WalkStep | None) -> Happened:
        kept = f", Enter: {before.happened}" if before else ""
        while True:
            answer = self.voice.ask(f"What happened? {_KEYS}{kept} >")
            if before and not answer:
                return before.happened
            word = _command(answer)
            if word == "back":
                raise BackError
            if word == "stop":
                raise StoppedError
            if word == "help":
                output.write("".join(f"  {w}: {m}\n" for w, m in HAPPENED.words.items()))
                continue
            found = next((each for each in _LETTERS.values() if each == word), None)
            if found is not None:
                return found
            self.voice.refuse(f"{answer or 'Nothing'} is no answer here: p, f, m, o, a, b, s or ?.")

    def _surprise(self, contact: Contact) -> None:
        name = ""
        while not name:
            name = self.voice.ask("What is it that the map lacks? >")
            if not name:
                self.voice.refuse("Say in a few words what it is.")
        key = (contact.key[0], None)
        first = noted(key, "ad-hoc", name=name)
        self._record(first)
        score = self._score(None)
        note = self._note(None, "ad-hoc")
        self._replace_last(noted(key, "ad-hoc", name=name, score=score, note=note))

    def _replace_last(self, step: WalkStep) -> None:
        self.walk = with_steps(self.walk, (*self.walk.steps[:-1], step))
        self.save(self.walk)

    def _score(self, kept: float | None) -> float | None:
        otherwise = "no answer" if kept is None else self.voice.look.score(kept)
        while True:
            answer = self.voice.ask(f"How did it feel, −2 … +2? Enter: {otherwise} >")
            if not answer:
                return kept
            if _command(answer) == "back":
                raise BackError
            if _command(answer) == "stop":
                raise StoppedError
            score = _read_score(answer)
            if score is not None:
                return score
            self.voice.refuse(f"{answer} is no score: −2 (awful) to +2 (great), in halves.")

    def _note(self, kept: str | None, happened: Happened) -> str | None:
        asked = "A note" if happened == "as-planned" else "What went on, in a sentence"
        answer = self.voice.ask(f"{asked}? Enter: {kept or 'none'} >")
        return answer or kept


def _command(answer: str) -> str:
    """Give the word that an answer means: a letter, a word, or the beginning of one."""
    typed = answer.lower().replace(" ", "-").removesuffix("-of-turn")
    if typed in _LETTERS:
        return _LETTERS[typed]
    if typed in _COMMANDS:
        return _COMMANDS[typed]
    known = (*HAPPENED.words, *_COMMANDS.values())
    if typed == "planned":
        return "as-planned"
    return typed if typed in known else (closest(typed, known) or "")


def _read_score(answer: str) -> float | None:
    try:
        score = float(answer.translate(_MINUS).replace(",", "."))
    except ValueError:
        return None
    return score if -2 <= score <= 2 and score * 2 % 1 == 0 else None  # noqa: PLR2004 - the scale's ends


def _decoded(line: bytes, encoding: str) -> str:
    """Read what was typed; terminals send UTF-8 whatever the locale says, but for old ones."""
    try:
        return line.decode("utf-8")
    except UnicodeDecodeError:
        return line.decode(encoding, "replace")

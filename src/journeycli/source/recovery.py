"""Reading a text whose sentences break YAML: mend in memory, report, and go on.

Each round reads the mended text. What stops it or looks like a sentence is mended for the next
round, until the text reads, nothing more can be mended, or the rounds are used up.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import islice
from typing import TYPE_CHECKING

from yaml.error import MarkedYAMLError
from yaml.events import ScalarEvent

from journeycli.source.attempt import Attempt, attempt
from journeycli.source.claims import Claims
from journeycli.source.controls import repeated_byte_order_marks, replace_refused
from journeycli.source.edits import TextEdit, apply_edits
from journeycli.source.explain import explain
from journeycli.source.guesses import guesses_below
from journeycli.source.indents import odd_indents, odd_space_repair, tab_repairs
from journeycli.source.marks import span_of
from journeycli.source.offsets import Offsets
from journeycli.source.overlimit import MOST_SUSPECTS
from journeycli.source.repairs import Repair
from journeycli.source.suspects import resolve
from journeycli.source.tree import children
from journeycli.source.troubles import repair_of
from journeycli.source.values import Fault

if TYPE_CHECKING:
    from journeycli.source.limits import Limits
    from journeycli.source.span import Span

_WORK = 40_000_000
"""Code points read in all rounds of one file together; a few seconds at the most."""

_LEAST_ROUNDS = 8
_MOST_ROUNDS = 250


class Recovery:
    """The mending of one text; all its repairs are in the original's coordinates.

    Attributes:
        offsets: From the text read last to the original.

    """

    def __init__(self, text: str, restore: dict[int, int], limits: Limits) -> None:
        self._text = text
        self._restore = restore
        self._limits = limits
        mends = (repeated_byte_order_marks(text), odd_indents(text))
        self._repairs = [each for each in mends if each is not None]
        self._guesses: list[Repair] = []
        self._claims = Claims(self._repairs)
        self._may_guess = True
        self._refused: Fault | None = None
        self.offsets = Offsets(())

    def _add(self, repair: Repair) -> bool:
        """Take a repair, unless it meets another one."""
        free = self._claims.take(repair)
        if free:
            self._repairs.append(repair)
        return free

    def run(self, tried: Attempt | None) -> tuple[Attempt, tuple[Fault, ...]]:
        """Mend until nothing is left to mend; give the last attempt and all faults.

        Args:
            tried: The attempt at the text as it is, if there was one.

        """
        tried = tried or self.read()
        rounds = min(max(_WORK // (len(self._text) + 1), _LEAST_ROUNDS), _MOST_ROUNDS)
        for _ in range(rounds):
            if self._mend(tried):
                tried = self.read()
            elif wrong := self._wrong_guesses(tried):
                self._guesses = [each for each in self._guesses if each.span not in wrong]
                self._claims = Claims((*self._repairs, *self._guesses))
                tried = self.read()
            else:
                break
        return tried, self._faults(tried)

    def read(self, *more: Repair) -> Attempt:
        """Read the text with all repairs so far, and perhaps some more."""
        repairs = (*self._repairs, *self._guesses, *more)
        edits = sorted(
            (edit for each in repairs for edit in each.edits), key=lambda edit: edit.span
        )
        self.offsets = Offsets(edits)
        return attempt(apply_edits(self._text, edits), self._restore, self._limits)

    def _mend(self, tried: Attempt) -> bool:
        """Add repairs for what was found; tell whether there were any."""
        loading, stop = tried
        if len(self._repairs) + len(self._guesses) > MOST_SUSPECTS:
            return False
        decided = [resolve(suspect, loading) for suspect in loading.suspects]
        added = [self._add_moved(each) for each in decided if isinstance(each, Repair)]
        if any(added) or stop is None or isinstance(stop, Fault):
            return any(added)
        if not isinstance(stop, MarkedYAMLError):
            self._text, self._refused = replace_refused(self._text)
            return self._refused.fix is not None
        mark = min(stop.problem_mark.index if stop.problem_mark else 0, len(loading.text))
        if loading.text[mark : mark + 1] == "\t":
            return self._mend_tab(
                [each.moved(self.offsets) for each in tab_repairs(loading.text, mark)]
            )
        repair = repair_of(stop, loading) or odd_space_repair(loading.text, mark)
        if repair is None or not self._add_moved(repair):
            return False
        if self._may_guess:
            self._may_guess = False
            self._guess(loading.text, repair.span.end)
        return True

    def _mend_tab(self, candidates: list[Repair]) -> bool:
        """Take the width of a tab with which the text reads, if all such widths agree.

        Where it reads with none, because more is wrong with it, take the likeliest.
        """
        offsets = self.offsets
        tries = [(each, self.read(each)) for each in candidates if not self._claims.meet(each)]
        self.offsets = offsets
        reading = [(each, tried.loading.root) for each, tried in tries if tried.stop is None]
        if not tries or any(root != reading[0][1] for _, root in reading):
            return False
        best = reading[0][0] if reading else replace(tries[0][0], safe=len(tries) == 1)
        return self._add(best)

    def _guess(self, text: str, offset: int) -> None:
        moved = (each.moved(self.offsets) for each in guesses_below(text, offset))
        self._guesses = [each for each in islice(moved, MOST_SUSPECTS) if self._claims.take(each)]

    def _add_moved(self, repair: Repair) -> bool:
        return self._add(repair.moved(self.offsets))

    def _wrong_guesses(self, tried: Attempt) -> set[Span]:
        """Give the places of guesses that did not become one text of their own.

        Where libyaml refuses the text although all did, any of them may be the cause.
        """
        guessed = {each.span for each in self._guesses}
        if not guessed or isinstance(tried.stop, Fault):
            return set()
        todo = list(tried.loading.tree)
        while todo:
            node = todo.pop()
            if isinstance(node, list):
                todo += children(node)
            elif isinstance(node, ScalarEvent):
                guessed.discard(self.offsets.span(span_of(node)))
        stuck = isinstance(tried.stop, MarkedYAMLError) and not guessed
        return {each.span for each in self._guesses} if stuck else guessed

    def _faults(self, tried: Attempt) -> tuple[Fault, ...]:
        """Gather what was mended and what was not; where reading stopped, what stands before."""
        loading, stop = tried
        left = [resolve(suspect, loading) for suspect in loading.suspects]
        found = [*loading.faults, *(_fault(each) for each in left if each is not None)]
        if isinstance(stop, MarkedYAMLError):
            found.append(explain(stop, loading))
        elif isinstance(stop, Fault):
            found.append(stop)
        faults = [_moved(fault, self.offsets) for fault in found]
        end = faults[-1].span.start if stop is not None and faults else len(self._text)
        mended = (each for each in (*self._repairs, *self._guesses) if each.span.start <= end)
        faults += [self._unmasked(each).fault for each in mended]
        if self._refused is not None:
            faults.append(self._refused)
        return tuple(sorted(faults, key=lambda fault: fault.span))

    def _unmasked(self, repair: Repair) -> Repair:
        """Put back the characters that libyaml must not see."""
        edits = tuple(
            edit._replace(text=edit.text.translate(self._restore)) for edit in repair.edits
        )
        return replace(repair, edits=edits)


def _moved(fault: Fault, offsets: Offsets) -> Fault:
    related = tuple((offsets.span(span), text) for span, text in fault.related)
    fix = fault.fix
    if fix is not None:
        edits = tuple(TextEdit(offsets.span(span), text) for span, text in fix.edits)
        fix = fix._replace(edits=edits)
    return fault._replace(span=offsets.span(fault.span), related=related, fix=fix)


def _fault(found: Repair | Fault) -> Fault:
    """Give the fault of what was found; without a fix where the repair could not be made."""
    return found if isinstance(found, Fault) else found.fault._replace(fix=None)

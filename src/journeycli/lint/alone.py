"""One text through the rules that see one file at a time: what they find, counted."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from journeycli.findings import Severity
from journeycli.lint.engine import check_read
from journeycli.lint.speaking import Weighing, speak
from journeycli.model import JourneyMap
from journeycli.parsing import parse
from journeycli.source.document import read_document

if TYPE_CHECKING:
    from collections.abc import Iterable

    from journeycli.findings import Finding
    from journeycli.lint.engine import Around
    from journeycli.lint.speaking import Choice


class Counts(NamedTuple):
    """How many findings count, by their weight."""

    errors: int = 0
    warnings: int = 0
    infos: int = 0

    @classmethod
    def of(cls, findings: Iterable[Finding]) -> Counts:
        """Count findings."""
        weights = [each.severity for each in findings]
        return cls(*map(weights.count, (Severity.ERROR, Severity.WARNING, Severity.INFO)))

    @property
    def total(self) -> int:
        """Give how many there are in all."""
        return sum(self)


class Alone(NamedTuple):
    """A map by itself.

    Attributes:
        journey: The map; None where nothing of it can be read or it is something else.
        counts: What the rules find.
        reason: Where there is no map: why, as a sentence.

    """

    journey: JourneyMap | None
    counts: Counts
    reason: str = ""


def map_alone(name: str, raw: bytes, around: Around, choice: Choice) -> Alone:
    """Lint one map by itself; what shows across files is not looked at.

    Args:
        name: What the settings know the file by.
        raw: Its bytes.
        around: What its findings depend on beside its bytes.
        choice: Who may speak, and by what date.

    """
    document = read_document(raw, around.limits)
    parsed = parse(document)
    result = check_read(name, document, parsed, around)
    weighing = Weighing(choice)
    weighing.add(result.findings)
    counting, _ = speak(weighing, {name: result.heard}, around.rules, choice)
    counts = Counts.of(counting)
    if isinstance(parsed.model, JourneyMap):
        return Alone(parsed.model, counts)
    if parsed.model is not None:
        return Alone(None, counts, "It is no journey map.")
    return Alone(None, counts, _reason(counting))


def _reason(findings: Iterable[Finding]) -> str:
    """Give the first error's sentence, with its line."""
    first = next((each for each in findings if each.severity is Severity.ERROR), None)
    if first is None:
        return "So much is wrong with it that nothing is left."
    return f"Line {first.place.start.line}: {first.message}"

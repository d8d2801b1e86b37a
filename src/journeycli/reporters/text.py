"""What people read: each finding with its place, what to do about it, and where to read on."""

from __future__ import annotations

from functools import lru_cache
from itertools import groupby
from typing import TYPE_CHECKING, TypeAlias

from journeycli import inert
from journeycli.reporters.at import in_words
from journeycli.reporters.checklist import QUESTIONS, OpenQuestions, gathered, question
from journeycli.reporters.frames import frame, margin
from journeycli.reporters.look import Look, Tone, chunk
from journeycli.reporters.summary import severities, statistics, verdict, word
from journeycli.source.span import Lines
from journeycli.text import width

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from journeycli.findings import Finding, Fix, Place, Related, Report
    from journeycli.reporters.context import Context

    Sources: TypeAlias = Callable[[str], Lines | None]

_FRAMED = 2  # of the places that belong to a finding, this many show their line
_NAMED = 8  # and this many are named; the rest is counted


def render(report: Report, context: Context) -> Iterator[str]:
    """Yield the findings file by file, then the counts, the run's notes and what to type next."""
    look = Look.of(context)

    @lru_cache(maxsize=4)
    def sources(path: str) -> Lines | None:
        text = context.source(path)
        return None if text is None else Lines(text)

    for path, findings in groupby(report.findings, key=lambda finding: finding.place.path):
        yield from _file(path, tuple(findings), sources, look)
    yield chunk(_closing(report, context, look))


def _file(path: str, findings: tuple[Finding, ...], sources: Sources, look: Look) -> Iterator[str]:
    name, counts = inert.name(path), severities(findings)
    rule = look.signs.rule * min(width(f"{name}: {counts}"), look.width)
    lines = look.labelled(f"{name}:", counts, tone=Tone.STRONG)
    yield chunk([*lines, look.paint(rule, Tone.FRAME), ""])
    for block in gathered(findings):
        if isinstance(block, OpenQuestions):
            yield chunk([*_questions(block, sources, look), ""])
        else:
            yield chunk([*_finding(block, sources, look), ""])


def _finding(finding: Finding, sources: Sources, look: Look) -> Iterator[str]:
    tone = Tone.of(finding.severity)
    label = f"{word(finding.severity)} {inert.name(finding.code)} {inert.name(finding.name)}:"
    yield from look.labelled(label, inert.sentence(finding.message), tone=tone)
    framed = [finding.place, *(related.place for related in finding.related[:_FRAMED])]
    digits = margin(framed)
    yield from _location(finding.place, finding.at, digits, look)
    yield from frame(finding.place, sources(finding.place.path), digits, look, tone)
    yield from _elsewhere(finding.related, sources, digits, look)
    if finding.help:
        yield from _labelled("help:", inert.sentence(finding.help), digits, look)
    if finding.fix:
        yield from _labelled("fix available:", _repair(finding.fix), digits, look)
    yield from _labelled("explain:", f"journey explain {inert.name(finding.code)}", digits, look)


def _questions(block: OpenQuestions, sources: Sources, look: Look) -> Iterator[str]:
    tone = Tone.of(block.severity)
    open_ = f"{block.stage}: {block.questions} of {QUESTIONS} questions open"
    label = f"{word(block.severity)} checklist:"
    yield from look.labelled(label, inert.sentence(open_), tone=tone)
    place = block.first.place
    digits = margin([place])
    yield from _location(place, block.at, digits, look)
    yield from frame(place, sources(place.path), digits, look, tone)
    for finding in block.findings:
        said = inert.sentence(question(finding, block))
        yield from _labelled(
            inert.name(finding.code), said, digits, look, Tone.of(finding.severity)
        )
    others = " (or another of these codes)" if block.questions > 1 else ""
    command = f"journey explain {inert.name(block.findings[0].code)}{others}"
    yield from _labelled("explain:", command, digits, look)


def _location(place: Place, at: str, digits: int, look: Look) -> list[str]:
    arrow = f"{'':>{digits}}-->"
    name = f"{inert.name(place.path)}:{place.start.line}:{place.start.column}"
    words = in_words(at, look.signs.step)
    whole = f"{arrow} {name} in {words}"
    painted = look.paint(arrow, Tone.FRAME)
    if not words:
        return [f"{painted} {name}"]
    if width(whole) <= look.width:
        return [f"{painted} {name} in {words}"]
    return [f"{painted} {name}", *_labelled("in", words, digits, look)]


def _elsewhere(
    related: Sequence[Related], sources: Sources, digits: int, look: Look
) -> Iterator[str]:
    for number, (place, message) in enumerate(related[:_NAMED]):
        name = f"{inert.name(place.path)}:{place.start.line}:{place.start.column}:"
        yield from _labelled("also:", f"{name} {inert.sentence(message)}", digits, look)
        if number < _FRAMED:
            yield from frame(place, sources(place.path), digits, look, Tone.FRAME)
    if len(related) > _NAMED:
        yield from _labelled("also:", f"{len(related) - _NAMED:,} more places", digits, look)


def _repair(fix: Fix) -> str:
    how = "journey lint --fix"
    if not fix.safe:
        how = f"it may change the meaning: {how} --unsafe-fixes"
    return f"{inert.sentence(fix.title)} ({how})"


def _labelled(label: str, text: str, digits: int, look: Look, tone: Tone = Tone.LABEL) -> list[str]:
    """Lay out what stands below a frame, in line with the source text in it."""
    indent = digits + 3
    return look.labelled(label, text, tone=tone, indent=indent, hang=indent + 2)


def _closing(report: Report, context: Context, look: Look) -> Iterator[str]:
    if context.statistics and report.findings:
        yield from statistics(report)
        yield ""
    yield from look.paragraph(verdict(report), Tone.STRONG)
    for note in report.notes:
        yield from look.labelled("note:", inert.sentence(note), hang=6)
    for number, step in enumerate(context.next_steps):
        label = look.paint("next:", Tone.LABEL) if number == 0 else "     "
        yield f"{label} {inert.name(step)}"

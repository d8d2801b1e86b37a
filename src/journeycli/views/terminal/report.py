"""The report over all maps, for the terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.text import Text

from journeycli.model.checklist import QUESTIONS
from journeycli.text import counted, listed
from journeycli.views.checklist import fraction
from journeycli.views.portfolio.by import (
    by_channel,
    by_department,
    by_map,
    by_persona,
    maps_by,
)
from journeycli.views.portfolio.headlines import (
    ALL_ANSWERED,
    caveat,
    headlines,
    how_open,
    size,
)
from journeycli.views.portfolio.tables import sorted_by
from journeycli.views.terminal.heading import commands, section
from journeycli.views.terminal.lines import bar, beside, flowed, hung, padded, wrapped
from journeycli.views.terminal.look import tone
from journeycli.views.terminal.portfolio_table import fitted_lines, sparkline, sparkline_key

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from journeycli.model.checklist import Share
    from journeycli.views.portfolio.figures import MapFigures, Moment, StageFigures
    from journeycli.views.portfolio.headlines import Headline
    from journeycli.views.portfolio.report import Report
    from journeycli.views.portfolio.work import Work
    from journeycli.views.terminal.look import Look

_WIDE = 110
_HANG = 10  # cells before the text of a headline: its label
_BAR = 20
_SMALL_BAR = 10
_SCORE = 6
_WORST_STAGES = 10


def report_view(report: Report, look: Look, sort: str | None = None) -> Iterator[Text]:
    """Yield the report: the summary, then map by map and table by table.

    Args:
        report: The report.
        look: What can be shown.
        sort: The column that the maps are sorted by, the worst first.

    """
    yield from _summary(report, look)
    yield from _maps(report, look, sort)
    yield from _questions(report, look)
    yield from _hot_spots(report, look)
    for make in (by_persona, by_department, by_channel):
        table = make(report)
        if table.rows:
            yield from section(table.title, look)
            yield from wrapped(look.text(table.caption, "dim"), look.width)
            yield from fitted_lines(table, look)
    yield from _overdue(report, look)
    yield from _next(report, look)


def _summary(report: Report, look: Look) -> Iterator[Text]:
    pieces = [Text(size(report), "bold"), Text(str(report.today), "dim")]
    yield from flowed(pieces, look.width, f" {look.signs.dot} ")
    yield Text()
    for each in headlines(report):
        label = Text(each.label, "bold")
        yield from hung(label, _headline(each, look), look.width, _HANG)
    if caveat(report):
        yield Text()
        yield from wrapped(look.text(caveat(report), "dim"), look.width)


def _headline(each: Headline, look: Look) -> Text:
    text = look.text(each.text, "" if each.share else "red" if each.is_bad else "")
    if each.share is None:
        return text
    drawn = bar(fraction(each.share), _BAR if look.width >= _WIDE else _SMALL_BAR, look)
    return Text.assemble(
        (drawn, "green"), (f" {how_open(each.share)}", "bold"), "  ", look.text(each.text, "dim")
    )


def _maps(report: Report, look: Look, sort: str | None) -> Iterator[Text]:
    """Yield the maps: what a table shows of them, and how each feels from stage to stage."""
    yield from section("Maps", look)
    ordered = maps_by(report, sort)
    if look.width >= _WIDE:
        yield from fitted_lines(sorted_by(by_map(report), sort), look)
        yield from section("Feelings from stage to stage", look)
        yield from wrapped(look.text(sparkline_key(look), "dim"), look.width)
        yield from _curves(ordered, look)
        return
    yield from wrapped(look.text(sparkline_key(look), "dim"), look.width)
    for each in ordered:
        yield Text()
        yield from _card(each, report, look)


def _card(each: MapFigures, report: Report, look: Look) -> Iterator[Text]:
    yield from wrapped(look.text(each.map.title, "bold"), look.width)
    backed = f"{how_open(each.backed)} with evidence" if each.backed.asked else "no claim yet"
    stages = counted(len(each.stages), "stage")
    pieces = [
        Text.assemble(_share(each.completeness, look), " complete"),
        Text(backed),
        Text(f"{each.map.state}, {each.maturity}, {stages}", "dim"),
        _felt(each, look),
        _barriers(each),
    ]
    if each.review_is_overdue(report.today):
        pieces.append(Text(f"review was due {each.review_due}", "bold red"))
    work = len(each.overdue_work(report.today))
    if work:
        pieces.append(Text(f"{work:,} overdue", "bold red"))
    yield from flowed(pieces, look.width, f" {look.signs.dot} ", indent=2)


def _felt(each: MapFigures, look: Look) -> Text:
    if each.score is None or each.low is None:
        return Text("no feeling has a score", "dim")
    curve = sparkline([stage.score for stage in each.stages], look)
    score, low = _score(each.score, look), _score(each.low.score, look)
    return Text.assemble(f"feeling {score}, lowest {low}  ", (curve, "cyan"))


def _barriers(each: MapFigures) -> Text:
    if not each.barriers.total:
        return Text("no open barrier", "dim")
    grave = ((each.barriers.critical, "critical"), (each.barriers.high, "high"))
    worst = listed([f"{number:,} {word}" for number, word in grave if number])
    open_ = counted(each.barriers.total, "open barrier")
    return Text(f"{open_} ({worst})", "red") if worst else Text(open_)


def _curves(maps: Sequence[MapFigures], look: Look) -> Iterator[Text]:
    """Yield a line a map: its curve, and between which stages it runs."""
    longest = max(len(each.stages) for each in maps)
    for each in maps:
        curve = sparkline([stage.score for stage in each.stages], look).ljust(longest)
        score = "" if each.score is None else _score(each.score, look)
        label = Text.assemble((curve, "cyan"), padded(Text(score, "bold"), _SCORE, "right"))
        scored = [stage for stage in each.stages if stage.score is not None]
        lowest = min(scored, key=lambda stage: stage.score or 0.0, default=None)
        low = f": lowest at “{lowest.stage.name}”" if lowest else ""
        text = Text.assemble(look.text(each.map.title), look.text(low, "dim"))
        yield from hung(label, text, look.width, longest + _SCORE + 2)


def _questions(report: Report, look: Look) -> Iterator[Text]:
    yield from section("Questions of the checklist", look)
    if report.completeness.settled == report.completeness.asked:
        yield from wrapped(Text(ALL_ANSWERED, "green"), look.width)
        return
    label = 5 + max(len(question.label) for question in QUESTIONS.values())
    for (code, question), part in zip(QUESTIONS.items(), report.questions, strict=True):
        if not part.asked:
            continue
        name = Text.assemble((f"{code} ", "dim"), question.label)
        open_ = part.asked - part.settled
        told = f"  open {open_:,} of {counted(part.asked, 'time')}" if open_ else ""
        text = Text.assemble(_share(part, look), (told, "dim"))
        yield from hung(name, text, look.width, min(label + 2, look.width // 2))
    yield from _open_stages(report, look)


def _open_stages(report: Report, look: Look) -> Iterator[Text]:
    stages = [stage for stage in report.stages if stage.open]
    stages.sort(key=lambda stage: fraction(stage.completeness))
    yield from section("Stages with the most open questions", look)
    for stage in stages[:_WORST_STAGES]:
        labels = ", ".join(QUESTIONS[code].label for code in stage.open)
        text = Text.assemble(
            _where(stage, look), look.text_with_space(f"({len(stage.open)} open: {labels})", "dim")
        )
        yield from hung(_share(stage.completeness, look), text, look.width, _SMALL_BAR + 6)
    more = len(stages) - _WORST_STAGES
    if more > 0:
        rest = f"and {counted(more, 'stage')} more: journey report --by stage --sort completeness"
        yield from wrapped(Text(rest, "dim"), look.width)


def _hot_spots(report: Report, look: Look) -> Iterator[Text]:
    """Yield the stages where feelings run lowest and highest, beside one another where they fit."""
    low = ("Where feelings run lowest", report.lowest, lambda stage: stage.low)
    high = ("Where feelings run highest", report.highest, lambda stage: stage.high)
    spots = [each for each in (low, high) if each[1]]
    beside_ = look.width >= _WIDE and len(spots) == len((low, high))
    size_ = (look.width - 4) // 2 if beside_ else look.width
    blocks = [
        [*wrapped(Text(title, "bold"), size_), *_hot(stages, moment, size_, look)]
        for title, stages, moment in spots
    ]
    for lines in [beside(blocks, [size_, size_], 4)] if beside_ else blocks:
        yield Text()
        yield from lines


def _hot(
    stages: Iterable[StageFigures],
    moment: Callable[[StageFigures], Moment | None],
    cells: int,
    look: Look,
) -> Iterator[Text]:
    for stage in stages:
        score = stage.score or 0.0
        label = padded(Text(_score(score, look), tone(score) or "bold"), _SCORE - 2, "right")
        yield from hung(label, _where(stage, look), cells, _SCORE)
        found = moment(stage)
        words = ": ".join(filter(None, (found.feeling, found.words))) if found else ""
        if words:
            yield from hung(Text(), look.text(words, "dim"), cells, _SCORE)


def _overdue(report: Report, look: Look) -> Iterator[Text]:
    if not report.overdue_reviews and not report.overdue_work:
        return
    yield from section("Overdue", look)
    for each in report.overdue_reviews:
        text = look.text(f"Review of {each.map.title}")
        yield from hung(Text(str(each.review_due), "bold red"), text, look.width, 12)
    for work in report.overdue_work:
        text = Text.assemble(look.text(work.text), look.text_with_space(_owner(work), "dim"))
        yield from hung(Text(str(work.due), "bold red"), text, look.width, 12)


def _next(report: Report, look: Look) -> Iterator[Text]:
    worst = min(report.maps, key=lambda each: fraction(each.completeness))
    steps = [("journey plan", "what is to be done about it, in order")]
    if worst.completeness.settled < worst.completeness.asked:
        steps.append((f"journey show {worst.map.id} --view checklist", "the most open questions"))
    steps.append(("journey report --by department --format csv", "one table, for a spreadsheet"))
    yield from commands(steps, look)


def _owner(work: Work) -> str:
    who = ", ".join(each.name for each in work.departments) or work.person or "nobody"
    return f"({who}; {work.map.title})"


def _where(stage: StageFigures, look: Look) -> Text:
    name = look.text(stage.stage.name, "bold")
    return Text.assemble(name, f" {look.signs.dot} ", look.text(stage.map.title))


def _share(part: Share, look: Look) -> Text:
    drawn = bar(fraction(part), _SMALL_BAR, look)
    return Text.assemble((drawn, "green"), f" {how_open(part):>4}")


def _score(value: float, look: Look) -> str:
    return look.score(round(value, 1))

"""The plan over all maps, for the terminal: the matrix, then the work in order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.text import Text

from journeycli.text import counted, width
from journeycli.views.portfolio.plan import LITTLE, MUCH
from journeycli.views.portfolio.plan_tables import (
    GUESSED,
    LEGEND,
    nothing,
    summary,
    whose,
)
from journeycli.views.portfolio.ranking import is_guessed, reach_words, severity_words
from journeycli.views.terminal.heading import commands, section
from journeycli.views.terminal.lines import beside, flowed, hung, padded, wrapped
from journeycli.views.terminal.look import WARNING
from journeycli.views.terminal.tabular import Column, Table, table_lines

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from journeycli.views.portfolio.plan import Plan
    from journeycli.views.portfolio.ranking import Ranked
    from journeycli.views.portfolio.work import Against, Work
    from journeycli.views.terminal.look import Look
    from journeycli.views.terminal.tabular import Value

_WIDE = 120
_USUAL = 20  # rows, where nobody says how many
_POINTS = range(1, 6)
_LABEL = 10  # cells before the matrix: impact, its points and a bar
_GAP = 2
_NARROWEST_CELL = 8  # cells of a head
_WIDEST_CELL = 22
_UNANSWERED = 10
_NO_BARRIER = "takes no barrier away"
_COLUMNS = (
    Column("rank", "#", "number"),
    Column("work", "What", style="bold", prose=True),
    Column("barriers", "Takes away", prose=True),
    Column("impact", "Impact", "number"),
    Column("effort", "Effort", "number"),
    Column("kind", "Kind", extra=True),
    Column("status", "Status"),
    Column("departments", "Who"),
    Column("due", "Due"),
    Column("place", "Map and stage", style="dim", prose=True),
)
_BECAUSE = Column("because", "Why it stands here", style="dim", prose=True)


def plan_view(plan: Plan, look: Look, *, explain: bool = False) -> Iterator[Text]:
    """Yield the plan.

    Args:
        plan: The plan.
        look: What can be shown.
        explain: Whether each row says why it stands where it does.

    """
    yield from _heading(plan, look)
    if not plan.rows:
        yield Text()
        yield from wrapped(look.text(nothing(plan)), look.width)
        yield from _unanswered(plan, look)
        return
    yield from _matrix(plan, look)
    yield from section("Work, the weightiest first", look)
    shown = plan.rows if plan.asked.top else plan.rows[:_USUAL]
    if look.width >= _WIDE:
        yield from table_lines(_table(plan, shown, explain=explain), look)
    else:
        for each in shown:
            yield from _card(each, plan, look, explain=explain)
    if len(shown) < len(plan.rows):
        count = len(plan.rows)
        more = f"{count - len(shown)} more; all of them: journey plan --top {count}"
        yield from wrapped(look.text(more, "bold"), look.width)
    yield Text()
    yield from wrapped(look.text(LEGEND, "dim"), look.width)
    if any(is_guessed(each.work) for each in plan.rows):
        yield from wrapped(look.text(GUESSED, "dim"), look.width)
    yield from _unanswered(plan, look)
    yield from _next(plan, look, explain=explain)


def _heading(plan: Plan, look: Look) -> Iterator[Text]:
    title = f"Plan for {whose(plan)}" if whose(plan) else "Plan for all departments"
    pieces = [
        look.text(title, "bold"),
        Text(counted(plan.maps, "map"), "dim"),
        Text(str(plan.today), "dim"),
    ]
    yield from flowed(pieces, look.width, f" {look.signs.dot} ")
    if not plan.rows:
        return
    is_bad = bool(plan.overdue or plan.unowned)
    yield from wrapped(look.text(summary(plan), "red" if is_bad else ""), look.width)


def _matrix(plan: Plan, look: Look) -> Iterator[Text]:
    """Yield impact against effort: in each field the ranks of the work that stands there."""
    if not plan.matrix:
        return
    yield from section("Impact against effort: the numbers are ranks", look)
    size = min((look.width - _LABEL) // len(_POINTS) - _GAP, _WIDEST_CELL)
    if size >= _NARROWEST_CELL:
        yield from _grid(plan, size, look)
    else:
        yield from _fields(plan, look)
    if plan.first:
        yield from _ranks("Much for little", plan.first, "bold green", look)
    unsaid = [each for each in plan.unplaced if each.work.kind != "resource"]
    if unsaid:
        yield from _ranks("Impact or effort unsaid", unsaid, WARNING, look)


def _grid(plan: Plan, size: int, look: Look) -> Iterator[Text]:
    """Yield the matrix: impact upwards, effort to the right."""
    rule = Text(look.signs.rule * (_LABEL + len(_POINTS) * (size + _GAP) - _GAP), "dim")
    widths = [_LABEL - _GAP, *[size] * len(_POINTS)]
    heads = [[Text(f"effort {effort}", "bold")] for effort in _POINTS]
    yield from beside([[], *heads], widths, _GAP)
    yield rule
    for impact in reversed(_POINTS):
        fields = [
            _field(plan.matrix.get((impact, effort), ()), impact, effort, size)
            for effort in _POINTS
        ]
        yield from beside([[Text(f"impact {impact}", "bold")], *fields], widths, _GAP)
        if impact > min(_POINTS):
            yield Text()
    yield rule


def _fields(plan: Plan, look: Look) -> Iterator[Text]:
    """Yield the fields of the matrix that hold anything, one below the other."""
    for impact in reversed(_POINTS):
        for effort in _POINTS:
            rows = plan.matrix.get((impact, effort), ())
            if rows:
                yield from _ranks(f"impact {impact}, effort {effort}", rows, "bold", look)


def _field(rows: Sequence[Ranked], impact: int, effort: int, size: int) -> list[Text]:
    """Give the ranks of one field: green where much is to be had for little, dim the other way."""
    if not rows:
        return []
    if impact >= MUCH and effort <= LITTLE:
        style = "bold green"
    else:
        style = "dim" if impact <= LITTLE and effort >= MUCH else ""
    return flowed([Text(str(each.rank), style) for each in rows], size, " ")


def _ranks(label: str, rows: Sequence[Ranked], style: str, look: Look) -> list[Text]:
    ranks = Text(", ".join(str(each.rank) for each in rows))
    return hung(Text(f"{label}: ", style), ranks, look.width, min(len(label) + 2, look.width // 2))


def _table(plan: Plan, shown: Sequence[Ranked], *, explain: bool) -> Table:
    columns = (*_COLUMNS[:-1], _BECAUSE, _COLUMNS[-1]) if explain else _COLUMNS
    return Table(
        view="plan",
        title="plan",
        columns=columns,
        rows=tuple(_row(each, plan, explain=explain) for each in shown),
    )


def _row(each: Ranked, plan: Plan, *, explain: bool) -> tuple[Value, ...]:
    work = each.work
    because = (each.because,) if explain else ()
    return (
        each.rank,
        work.text,
        tuple(map(_barrier, work.against)) or (_NO_BARRIER,),
        work.impact,
        work.effort,
        work.kind,
        work.status,
        _who(work),
        _due(work, plan),
        *because,
        _place(work),
    )


def _card(each: Ranked, plan: Plan, look: Look, *, explain: bool) -> Iterator[Text]:
    """Yield a piece of work: what it is, what it takes away, how far it is, and where."""
    work = each.work
    hang = max(len(str(plan.every[-1].rank)), 2) + 2
    label = padded(Text(str(each.rank), "bold"), hang - 2, "right")
    yield from hung(label, look.text(work.text, "bold"), look.width, hang)
    for barrier in work.against:
        yield from _barrier_lines(barrier, hang, look)
    if not work.against:
        yield from hung(Text(), Text(_NO_BARRIER, "dim"), look.width, hang)
    yield from flowed(_state(work, plan, look), look.width, f" {look.signs.dot} ", indent=hang)
    yield from hung(Text(), look.text(_place(work), "dim"), look.width, hang)
    if explain:
        yield from hung(Text(), look.text(each.because, "dim italic"), look.width, hang)
    if each is not plan.rows[-1]:
        yield Text()


def _state(work: Work, plan: Plan, look: Look) -> list[Text]:
    """Give how far work is, whose it is, when it is due, and what it brings and takes."""
    kind = [] if work.kind == "removal" else [Text(work.kind, "cyan")]
    who = look.text(_who(work), "red" if work.is_unowned else "")
    due = _due(work, plan)
    pieces = [*kind, Text(work.status, "bold"), *([who] if who.plain else [])]
    if due:
        told = due if " " in due else f"due {due}"
        pieces.append(look.text(told, "bold red" if work.is_overdue(plan.today) else ""))
    if work.impact is not None or work.effort is not None:
        points = [
            f"{word} {'?' if value is None else value}"
            for word, value in (("impact", work.impact), ("effort", work.effort))
        ]
        pieces.append(Text(", ".join(points)))
    if work.effect:
        pieces.append(look.text(work.effect))
    return pieces


def _unanswered(plan: Plan, look: Look) -> Iterator[Text]:
    """Yield the barriers that nothing is meant to take away, the weightiest first."""
    if not plan.unanswered:
        return
    yield from section("Barriers with nothing against them", look)
    for each in plan.unanswered[:_UNANSWERED]:
        yield from _barrier_lines(each.barrier, 0, look)
        place = look.text(f"{each.map.title}: {each.stage.name}", "dim")
        yield from hung(Text(), place, look.width, 1 + width(look.signs.arrow))
    more = len(plan.unanswered) - _UNANSWERED
    if more > 0:
        text = f"and {counted(more, 'barrier')} more: journey lint --select J111"
        yield from wrapped(Text(text, "dim"), look.width)


def _who(work: Work) -> str:
    names = [*(each.name for each in work.departments), *filter(None, [work.person])]
    return ", ".join(names) or ("" if work.kind == "resource" else "nobody")


def _due(work: Work, plan: Plan) -> str:
    if work.status == "done":
        return f"done {work.done}" if work.done else ""
    if work.due is None:
        return ""
    return f"overdue {work.due}" if work.is_overdue(plan.today) else f"{work.due}"


def _place(work: Work) -> str:
    return f"{work.map.title}: {work.stage.name}" if work.stage else work.map.title


def _barrier_lines(barrier: Against, hang: int, look: Look) -> list[Text]:
    label = Text(f"{' ' * hang}{look.signs.arrow} ")
    weight = look.text(f"({_weight(barrier)})", _severity_style(barrier))
    text = Text.assemble(look.text(barrier.text), " ", weight)
    return hung(label, text, look.width, width(label.plain))


def _barrier(barrier: Against) -> str:
    return f"{barrier.text} ({_weight(barrier)})"


def _weight(barrier: Against) -> str:
    return f"{severity_words(barrier)}, {reach_words(barrier)}"


def _severity_style(barrier: Against) -> str:
    return "bold red" if barrier.severity == "critical" else "red"


def _next(plan: Plan, look: Look, *, explain: bool) -> Iterator[Text]:
    steps = []
    if not explain:
        asked = "".join(f" --department {each.id}" for each in plan.asked.departments)
        steps.append((f"journey plan{asked} --explain", "why each stands where it does"))
    departments = [department for each in plan.rows for department in each.work.departments]
    if departments and not plan.asked.departments:
        busiest = max(dict.fromkeys(departments), key=departments.count)
        steps.append((f"journey plan --department {busiest.id}", f"what {busiest.name} has to do"))
    steps.append((f"journey show {plan.rows[0].work.map.id} --view barriers", "the first map"))
    yield from commands(steps, look)

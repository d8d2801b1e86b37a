"""`journey plan`: what all maps want done and had, in order."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from journeycli.cli import options, output
from journeycli.cli.portfolio import FORMATS, gather_maps
from journeycli.cli.workspace import one_of
from journeycli.errors import UserError

if TYPE_CHECKING:
    from datetime import date

    from journeycli.views.portfolio.plan import Plan

STATUSES = ("idea", "planned", "doing", "required", "requested", "done", "dropped", "existing")
_EVERY = "all"


def plan(
    paths: options.Paths = None,
    department: Annotated[
        list[str] | None,
        typer.Option(
            metavar="NAME",
            help="Only what this department does, or needs a resource for; its id or name, "
            "repeatable.",
            show_default=False,
        ),
    ] = None,
    status: Annotated[
        list[str] | None,
        typer.Option(
            help=f"Only what is so far, with commas: {', '.join(STATUSES)}, or {_EVERY}.",
            show_default="what is still to come",
        ),
    ] = None,
    due_before: Annotated[
        str | None,
        typer.Option(
            metavar="DATE",
            help="Only what is due before this day, month or year.",
            show_default=False,
        ),
    ] = None,
    top: Annotated[
        int | None, typer.Option(help="Only the first so many.", min=1, show_default=False)
    ] = None,
    explain: Annotated[
        bool, typer.Option("--explain", help="Say of each row why it stands where it does.")
    ] = False,
    format: Annotated[  # noqa: A002 - the flag's name
        str, typer.Option(help=f"How to print: {', '.join(FORMATS)}.")
    ] = "text",
    today_: options.Today = None,
    config: options.Config = None,
    isolated: options.Isolated = False,
    no_cache: options.NoCache = False,
    color: options.Color = "auto",
    width: options.Width = None,
) -> int:
    """Put removals, opportunities and required resources of all maps in order.

    First comes what weighs most. Work weighs as much as the barriers that it takes away do
    together, and a barrier its severity (low 1, medium 2, high 3, critical 4) × the share of
    customers who meet it (`affects`). A resource takes away what it is needed for; an opportunity
    that is for no barrier weighs nothing.

    Of work of one weight, the highest impact / effort comes first, then what is due first. What a
    map does not say is counted as the middle, and marked with a question mark: severity medium,
    reach 25%, impact 3, effort 3. Ranks are those among all work, whatever of it is shown.

    Example: `journey plan --department billing --due-before 2027-04 --explain`

    Exit code: 0, or 2 for wrong usage or no map.
    """
    one_of(format, FORMATS, "--format")
    screen = output.terminal(one_of(color, output.COLORS, "--color"), width)
    statuses = _statuses(status)
    before = None if due_before is None else _first_day(due_before)
    gathered = gather_maps(
        paths, asked_today=today_, config=config, isolated=isolated, with_cache=not no_cache
    )
    from journeycli.views.portfolio.plan import Asked, departments_meant
    from journeycli.views.portfolio.plan import plan as brought_together
    from journeycli.views.portfolio.work import OPEN
    from journeycli.views.portfolio.work import STATUSES as EVERY

    asked = Asked(
        statuses=tuple(each for each in EVERY if each in (statuses or OPEN)),
        departments=departments_meant(department or (), gathered.portfolio),
        due_before=before,
        top=top,
    )
    _print(brought_together(gathered.portfolio, gathered.today, asked), format, screen, explain)
    return 0


def _print(plan: Plan, format_: str, screen: output.Terminal, explain: bool) -> None:
    from journeycli.views.portfolio import export, plan_tables

    if format_ == "csv":
        output.write(export.as_csv(plan_tables.plan_table(plan)))
    elif format_ == "json":
        data = plan_tables.plan_data(plan)
        output.write(export.as_json(data, ascii_only=not screen.unicode))
    elif format_ == "md":
        output.write(plan_tables.plan_markdown(plan))
    else:
        from journeycli.cli.paging import look_of, print_lines
        from journeycli.views.terminal.plan import plan_view

        print_lines(plan_view(plan, look_of(screen), explain=explain), screen)


def _statuses(given: list[str] | None) -> tuple[str, ...]:
    """Read words for how far work is.

    Raises:
        UserError: One is none.

    """
    words = [word.strip() for each in given or () for word in each.split(",") if word.strip()]
    for word in words:
        one_of(word, (*STATUSES, _EVERY), "--status")
    return STATUSES if _EVERY in words else tuple(words)


def _first_day(written: str) -> date:
    """Read a day, a month or a year, and give its first day.

    Raises:
        UserError: It is none.

    """
    from journeycli.model.days import day

    found = day(written)
    if found is None:
        raise UserError(
            f"--due-before {written} is not a date.",
            hint="Write it like 2027-01-31, 2027-01 or 2027.",
        )
    return found.first

"""`journey report`: how complete all maps are, and how the journeys on them feel."""

from __future__ import annotations

from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING, Annotated

import typer

from journeycli.cli import options, output
from journeycli.cli.portfolio import FORMATS, gather_maps
from journeycli.cli.workspace import one_of
from journeycli.errors import UserError

if TYPE_CHECKING:
    from journeycli.views.portfolio.report import Report

TABLES = ("map", "stage", "question", "persona", "department", "channel")


def report(
    paths: options.Paths = None,
    by: Annotated[
        str | None,
        typer.Option(
            help=f"One table alone: {', '.join(TABLES)}.", show_default="all; csv: by map"
        ),
    ] = None,
    sort: Annotated[
        str | None,
        typer.Option(
            metavar="COLUMN",
            help="Sort the table by a column, the worst first: completeness, evidence, feeling, "
            "lowest, barriers, overdue, …; without --by, the maps.",
            show_default=False,
        ),
    ] = None,
    format: Annotated[  # noqa: A002 - the flag's name
        str, typer.Option(help=f"How to print: {', '.join(FORMATS)}.")
    ] = "text",
    fail_under: Annotated[
        str | None,
        typer.Option(
            metavar="SHARE",
            help="Fail where less than this is complete, such as 0.8 or 80%.",
            show_default=False,
        ),
    ] = None,
    today_: options.Today = None,
    config: options.Config = None,
    isolated: options.Isolated = False,
    no_cache: options.NoCache = False,
    color: options.Color = "auto",
    width: options.Width = None,
) -> int:
    """Report on all maps: how complete they are, how the journeys feel, what is overdue.

    Complete is what the checklist's questions have answers to. Evidence is the share of feelings
    and barriers that name some, other than an assumption. A feeling is the mean of a stage's scored
    steps and emotions, from −2 to +2; that of a map is the mean of its stages. A barrier is open
    until all that is meant to take it away is done.

    Completeness, reviews and work are those of every map. Where there are maps of how things are
    today, evidence, feelings, touchpoints and barriers are those of these maps alone.

    Example: `journey report maps --sort feeling`

    Exit code: 0; 1 where less is complete than `--fail-under`, or a map could not be read under
    it; 2 wrong usage or no map.
    """
    one_of(format, FORMATS, "--format")
    if by is not None:
        one_of(by, TABLES, "--by")
    least = None if fail_under is None else _share(fail_under)
    screen = output.terminal(one_of(color, output.COLORS, "--color"), width)
    gathered = gather_maps(
        paths, asked_today=today_, config=config, isolated=isolated, with_cache=not no_cache
    )
    from journeycli.views.portfolio.report import report as brought_together

    portfolio = gathered.portfolio
    found = brought_together(portfolio.maps, gathered.today, portfolio.unread)
    _print(found, by, sort, format, screen)
    return 0 if least is None else _gate(found, least)


def _print(
    found: Report, by: str | None, sort: str | None, format_: str, screen: output.Terminal
) -> None:
    from journeycli.views.portfolio import export
    from journeycli.views.portfolio.by import TABLES as MAKERS
    from journeycli.views.portfolio.tables import sorted_by

    table = sorted_by(MAKERS[by or "map"](found), sort)
    if format_ == "csv":
        output.write(export.as_csv(table))
    elif format_ == "json":
        from journeycli.views.portfolio.report_json import report_data, table_data

        data = table_data(table, found) if by else report_data(found, sort)
        output.write(export.as_json(data, ascii_only=not screen.unicode))
    elif format_ == "md":
        from journeycli.views.portfolio.report_markdown import report_markdown, table_markdown

        output.write(table_markdown(table) if by else report_markdown(found, sort))
    else:
        from journeycli.cli.paging import look_of, print_lines
        from journeycli.views.terminal.portfolio_table import fitted_lines
        from journeycli.views.terminal.report import report_view

        look = look_of(screen)
        print_lines(fitted_lines(table, look) if by else report_view(found, look, sort), screen)


def _share(written: str) -> Decimal:
    """Read a share from 0 to 1, or a percentage.

    Raises:
        UserError: It is neither.

    """
    text = written.strip()
    number = _number(text.removesuffix("%")) / (100 if text.endswith("%") else 1)
    if not 0 <= number <= 1:
        near = f"{text}%" if 0 <= _number(text) <= 100 else "80%"  # noqa: PLR2004 - percent
        raise UserError(
            f"--fail-under takes a share from 0 to 1 or a percentage, and {written} is neither.",
            hint=f"Write 0.8 or {near}.",
        )
    return number


def _number(text: str) -> Decimal:
    """Read a number; what is none is below 0."""
    try:
        number = Decimal(text)
    except InvalidOperation:
        return Decimal(-1)
    return number if number.is_finite() else Decimal(-1)


def _gate(found: Report, least: Decimal) -> int:
    """Tell whether too little is complete; what could not be read may hold anything."""
    from journeycli.views.portfolio.headlines import how_open

    done = found.completeness
    unread = [each for each in found.unread if each.is_map]
    if done.settled < least * done.asked:
        asked = f"{(least * 100).normalize():f}%"
        output.say(
            f"{how_open(done)} is complete ({done.settled:,} of {done.asked:,} questions); "
            f"{asked} was asked for.\n"
        )
        return 1
    if unread:
        output.say("A map could not be read, so nobody knows whether enough is complete.\n")
    return int(bool(unread))

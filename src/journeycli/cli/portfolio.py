"""What `report` and `plan` begin with: the maps, and a word on those that cannot be read."""

from __future__ import annotations

import gc
from typing import TYPE_CHECKING, NamedTuple

from journeycli.cli import output
from journeycli.cli.workspace import find_files, open_workspace, real_paths, shown_path, today
from journeycli.errors import UserError
from journeycli.text import counted, typed

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date
    from pathlib import Path

    from journeycli.lint.run import Sources
    from journeycli.views.portfolio.gathering import Portfolio

FORMATS = ("text", "json", "md", "csv")


class Gathered(NamedTuple):
    """The maps of a run, and the date that it takes for today."""

    portfolio: Portfolio
    today: date


def gather_maps(
    paths: Sequence[Path] | None,
    *,
    asked_today: str | None,
    config: Path | None,
    isolated: bool,
    with_cache: bool = True,
) -> Gathered:
    """Read the maps that the paths mean, and say on standard error what could not be read.

    Raises:
        UserError: A path, the settings or the date is wrong, or there is no map to look at.

    """
    from journeycli.cli.means import Progress, cache_of
    from journeycli.lint.run import Sources
    from journeycli.views.portfolio.gathering import gather

    where = real_paths(paths)
    workspace = open_workspace(where, config=config, isolated=isolated)
    date_ = today(workspace, asked_today)
    discovered = find_files(workspace, where)
    sources = Sources(discovered, workspace.limits)
    gc.disable()  # reading makes little garbage in circles; collecting takes a fifth of its time
    cache = cache_of(workspace, len(discovered.known)) if with_cache else None
    portfolio = gather(sources, cache, Progress().tell)
    output.say("".join(f"note: {each}\n" for each in discovered.notes))
    _tell(portfolio, sources)
    if not portfolio.maps:
        raise UserError(
            "There is no map to look at."
            if not portfolio.unread
            else "None of these maps can be read.",
            hint="A map's file name ends in .journey.yaml; `journey lint` says what is wrong.",
        )
    return Gathered(portfolio, date_)


def _tell(portfolio: Portfolio, sources: Sources) -> None:
    """Say which files were left out, and which could be read in part only."""
    for unread in portfolio.unread:
        path = shown_path(sources.path(unread.name))
        output.say(f"note: {path} is left out, for it cannot be read: {unread.reason}.\n")
    for each in portfolio.maps:
        if each.faults:
            path = shown_path(sources.path(each.map.path))
            errors = counted(each.faults, "error")
            output.say(
                f"note: {path} has {errors} and is taken as far as it can be read; "
                f"`journey lint {typed(path)}` shows them.\n"
            )

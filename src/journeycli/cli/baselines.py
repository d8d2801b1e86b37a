"""The baseline file as commands ask for it: where it is, what it holds, and writing it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journeycli.cli.workspace import shown_path
from journeycli.errors import UserError
from journeycli.files import put
from journeycli.lint import baseline as baselines
from journeycli.lint.selection import can_be_silenced
from journeycli.workspace.discovery import relative_name

if TYPE_CHECKING:
    from pathlib import Path

    from journeycli.cli.linting import Linted, Request
    from journeycli.cli.workspace import Workspace
    from journeycli.lint.baseline import Baseline

BASELINE_NAME = "journey-baseline.json"


def read_baseline(workspace: Workspace, request: Request) -> Baseline | None:
    """Give the baseline that counts in a run; None where there is none.

    Raises:
        UserError: The one that is named is not there, or it cannot be read.

    """
    path = _baseline_path(workspace, request)
    if not request.with_baseline:
        return None
    try:
        text = path.read_text("utf-8")
    except FileNotFoundError:
        if request.baseline is None and workspace.settings.baseline is None:
            return None
        raise UserError(
            f"The baseline {shown_path(path)} does not exist.",
            hint="`journey lint --write-baseline` writes it.",
        ) from None
    except (OSError, UnicodeDecodeError) as error:
        raise UserError(f"The baseline {shown_path(path)} cannot be read: {error}.") from error
    return baselines.read(text, relative_name(path, workspace.root))


def write_baseline(linted: Linted, request: Request) -> tuple[Path, int, int]:
    """Write the findings of a run as the baseline.

    What the baseline says of files and rules that the run did not look at stays.

    Returns:
        The baseline's path, how many findings it was given, and how many stay.

    """
    path = _baseline_path(linted.workspace, request)
    findings = [each for each in linted.run.report.findings if can_be_silenced(each.code)]
    kept = [each for each in _entries(path) if not linted.run.view.has(each.key)]
    put(path, baselines.write(findings, linted.run.facts, kept).encode())
    return path, len(findings), sum(each.count for each in kept)


def _baseline_path(workspace: Workspace, request: Request) -> Path:
    named = request.baseline or workspace.settings.baseline
    return named.absolute() if named else workspace.root / BASELINE_NAME


def _entries(path: Path) -> tuple[baselines.Entry, ...]:
    """Give the entries of the baseline that is there; none where it cannot be read."""
    try:
        return baselines.read(path.read_text("utf-8"), path.name).entries
    except (OSError, UnicodeDecodeError, UserError):
        return ()  # it is being written anew

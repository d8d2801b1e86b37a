"""The baseline file as commands ask for it: where it is, what it holds, and writing it."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from journeycli.cli.workspace import shown_path
from journeycli.errors import UserError
from journeycli.files import in_turn, replace, write_new
from journeycli.lint import baseline as baselines
from journeycli.lint.selection import can_be_silenced
from journeycli.workspace.discovery import relative_name
from journeycli.workspace.reading import UnreadableError, read_bytes

if TYPE_CHECKING:
    from pathlib import Path

    from journeycli.cli.linting import Linted, Request
    from journeycli.cli.workspace import Workspace
    from journeycli.lint.baseline import Baseline

BASELINE_NAME = "journey-baseline.json"
_LARGEST = 1_000_000_000  # bytes


def baseline_path(workspace: Workspace, asked: Path | None) -> Path:
    """Give the file of the baseline: the one asked for, else that of the settings or the usual."""
    named = asked or workspace.settings.baseline
    return named.absolute() if named else workspace.root / BASELINE_NAME


def files_beside_maps(workspace: Workspace, baseline: Path | None) -> list[Path]:
    """Give the settings and the baseline, whether it is there or not, that a lint goes by.

    Args:
        workspace: The workspace.
        baseline: The baseline file that was asked for.

    """
    settings = (workspace.root / name for name in workspace.settings.files)
    return [baseline_path(workspace, baseline), *settings]


def read_baseline(workspace: Workspace, request: Request) -> Baseline | None:
    """Give the baseline that counts in a run; None where there is none.

    Raises:
        UserError: The one that is named is not there, or it cannot be read.

    """
    path = baseline_path(workspace, request.baseline)
    if not request.with_baseline:
        return None
    raw = _bytes(path, _root(path, workspace, request))
    if raw is None:
        if request.baseline is None and workspace.settings.baseline is None:
            return None
        raise UserError(
            f"The baseline {shown_path(path)} does not exist.",
            hint="`journey lint --write-baseline` writes it.",
        )
    try:
        text = raw.decode()
    except UnicodeDecodeError as error:
        raise UserError(
            f"The baseline {shown_path(path)} cannot be read: it is not UTF-8 text.",
            hint="`journey lint --write-baseline` writes a new one.",
        ) from error
    return baselines.read(text, relative_name(path, workspace.root))


def write_baseline(linted: Linted, request: Request) -> tuple[Path, int, int]:
    """Write the findings of a run as the baseline.

    What the baseline says of files and rules that the run did not look at stays.

    Returns:
        The baseline's path, how many findings it was given, and how many stay.

    """
    path = baseline_path(linted.workspace, request.baseline)
    root = _root(path, linted.workspace, request)
    findings = [each for each in linted.run.report.findings if can_be_silenced(each.code)]

    def write() -> int:
        before = _bytes(path, root)
        kept = [each for each in _entries(before, path) if not linted.run.view.has(each.key)]
        after = baselines.write(findings, linted.run.facts, kept).encode()
        if before is None:
            write_new(path, after, root=root)
        else:
            replace(path, after, expected=before, root=root)
        return sum(each.count for each in kept)

    return path, len(findings), in_turn(write)  # other runs may add what they looked at


def _root(path: Path, workspace: Workspace, request: Request) -> Path:
    """Give the folder that no link leads out of: only what the command line names may be a link."""
    return path.resolve().parent if request.baseline else workspace.root


def _bytes(path: Path, root: Path) -> bytes | None:
    """Read the baseline that is there; None where there is none.

    Raises:
        UserError: It is there and cannot be read, so that what it says would be lost.

    """
    try:
        return read_bytes(path, limit=_LARGEST, root=root) if os.path.lexists(path) else None
    except UnreadableError as error:
        raise UserError(f"The baseline {shown_path(path)} cannot be read: {error}.") from error


def _entries(raw: bytes | None, path: Path) -> tuple[baselines.Entry, ...]:
    """Give the entries of a baseline; none where there is none, or it is damaged."""
    try:
        return baselines.read(raw.decode(), path.name).entries if raw is not None else ()
    except (UnicodeDecodeError, UserError):
        return ()  # it is being written anew

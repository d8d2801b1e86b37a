"""Where a lint prints its report: the formats of `--format`, and the files that they go to."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from journeycli import __version__
from journeycli.cli import output
from journeycli.cli.baselines import files_beside_maps
from journeycli.cli.boundary import fail_together
from journeycli.cli.telling import PROSE, next_steps, plainly, rule_infos
from journeycli.cli.workspace import STANDARD_INPUT, one_of, text_of
from journeycli.errors import UserError
from journeycli.files import put
from journeycli.reporters import REPORTERS, Context
from journeycli.workspace.discovery import SETTINGS_NAME, SUFFIXES

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from journeycli.cli.linting import Linted
    from journeycli.cli.workspace import Workspace


class Target(NamedTuple):
    """A format, and the file that it is written to; standard output where there is none."""

    format: str
    file: Path | None


def targets_of(asked: Iterable[str]) -> tuple[Target, ...]:
    """Read what `--format` says; the files come first, whatever becomes of standard output.

    Raises:
        UserError: There is no such format, a file's name is missing, or two formats share a file.

    """
    targets = [_target(each) for each in asked]
    seen: set[Path] = set()
    for _, file in targets:
        if file is None or (file.exists() and not file.is_file()):
            continue  # a device or a pipe takes one after the other
        if file.resolve() in seen:
            raise UserError(
                f"--format: {file.as_posix()} is named twice, and the second report would "
                f"overwrite the first.",
                hint="Give each format a file of its own.",
            )
        seen.add(file.resolve())
    return tuple(sorted(targets, key=lambda each: each.file is None))


def check_targets(
    targets: Iterable[Target], workspace: Workspace, baseline: Path | None, known: Sequence[Path]
) -> None:
    """Check that no report would be written over a file that the lint reads.

    Args:
        targets: Where the report goes.
        workspace: The workspace.
        baseline: The baseline file that was asked for.
        known: The files of the workspace.

    Raises:
        UserError: A target is a file of the workspace, or has the name of one.

    """
    files = [(name, file) for name, file in targets if file is not None]
    if not files:
        return
    read = (*files_beside_maps(workspace, baseline), *known)
    for name, file in files:
        if _is_named_as_ours(file) or any(_is_same(file, each) for each in read):
            raise UserError(
                f"--format {name}={file.as_posix()}: the report would overwrite a file of the "
                f"workspace.",
                hint="Choose a name that no map, settings file or baseline has.",
            )


def print_reports(
    linted: Linted, targets: Iterable[Target], screen: output.Terminal, *, statistics: bool
) -> None:
    """Print a report in each format; a file that cannot be written does not stop the others.

    Raises:
        UserError: A file cannot be written.

    """
    failed: list[UserError] = []
    for target in targets:
        text = _pieces(linted, target, screen, statistics=statistics)
        if target.file is None:
            output.write_all(text)
            continue
        try:
            put(target.file.absolute(), "".join(text).encode("utf-8", "backslashreplace"))
        except UserError as error:
            failed.append(error)
    fail_together(failed)


def _pieces(
    linted: Linted, target: Target, screen: output.Terminal, *, statistics: bool
) -> Iterable[str]:
    format_, file = target
    workspace, report = linted.workspace, linted.report
    context = Context(
        color=screen.color and file is None,
        width=screen.width,
        unicode=screen.unicode or file is not None,
        source=lambda name: text_of(name, linted.sources),
        rules=lambda: rule_infos(linted.rules.classes),
        root=str(workspace.root),
        repository=str(workspace.repository) if workspace.repository else None,
        version=__version__,
        statistics=statistics,
        next_steps=tuple(next_steps(report, workspace.root, mended=linted.mended)),
    )
    pieces = REPORTERS[format_](report, context)
    return pieces if context.unicode or format_ not in PROSE else plainly(pieces)


def _target(asked: str) -> Target:
    name, given, file = asked.partition("=")
    if given and not file:
        raise UserError(f"--format {asked}: the file's name is missing after the =.")
    one_of(name, tuple(REPORTERS), "--format")
    return Target(name, Path(file) if given and file != STANDARD_INPUT else None)


def _is_named_as_ours(file: Path) -> bool:
    names = (file.name, file.resolve().name)
    return any(each == SETTINGS_NAME or each.endswith(SUFFIXES) for each in names)


def _is_same(one: Path, other: Path) -> bool:
    """Tell whether two paths are one file, by whatever spelling."""
    try:
        return one.resolve() == other.resolve() or one.samefile(other)
    except OSError:  # one of them is not there
        return False

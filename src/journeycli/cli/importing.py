"""`journey import`: a map from a spreadsheet, a Mermaid block, CJML or Markdown."""

from __future__ import annotations

import os
import shlex
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from journeycli.cli import output
from journeycli.cli.workspace import STANDARD_INPUT, one_of, open_workspace, shown_path
from journeycli.cli.writing import check_free, write
from journeycli.errors import UserError
from journeycli.text import counted, visible

if TYPE_CHECKING:
    from collections.abc import Sequence

    from journeycli.cli.import_places import Placed
    from journeycli.cli.workspace import Workspace
    from journeycli.interchange.draft import Asked, Draft
    from journeycli.interchange.kinds import Kind

KINDS = ("csv", "xlsx", "mermaid", "cjml", "markdown")
LARGEST = 50_000_000  # bytes of a file that is imported


def import_(
    file: Annotated[
        str,
        typer.Argument(
            metavar="FILE",
            help="A spreadsheet, table, Mermaid, CJML or Markdown file; - for standard input.",
            show_default=False,
        ),
    ],
    target: Annotated[
        str | None,
        typer.Option(
            "--output",
            "-o",
            metavar="FILE|DIR",
            help="Where to write the map; a folder for several; - for standard output.",
            show_default="maps/ or here, by the title",
        ),
    ] = None,
    kind: Annotated[
        str | None,
        typer.Option(
            "--as", help=f"What the file is: {', '.join(KINDS)}.", show_default="its content tells"
        ),
    ] = None,
    lane: Annotated[
        list[str] | None,
        typer.Option(
            metavar="NAME=KEY",
            help='What a row or column fills, such as "Pain=barriers"; repeatable.',
            show_default=False,
        ),
    ] = None,
    scale: Annotated[
        str | None,
        typer.Option(
            metavar="LOW..HIGH",
            help="The scale of the file's scores, the worst first, such as 1..5 or 6..1.",
            show_default="guessed",
        ),
    ] = None,
    title: Annotated[
        str | None, typer.Option(help="The title, where the file has none.", show_default=False)
    ] = None,
    force: Annotated[
        bool, typer.Option("--force", help="Write over files that are there.")
    ] = False,
) -> int:
    """Make a map of a spreadsheet, a Mermaid block, CJML or Markdown, and say what was guessed.

    Example: `journey import research.xlsx`

    Exit code: 0, or 2 where the file holds no map, or one would be written over.
    """
    from journeycli.interchange.writing import to_yaml

    raw, name = _read(file)
    workspace = open_workspace([Path()])
    chosen = _kind(kind, raw, name)
    drafts = _drafts(chosen, raw, _asked(workspace, lane, scale, title, name), name)
    found = _placed(drafts, target, _around(target, workspace))
    if target == STANDARD_INPUT:
        output.write("---\n".join(to_yaml(each.draft.data) for each in found))
        for each in found:
            output.say(_told(each.draft))
        return 0
    written = _write(found, target, force=force)
    for each, path in zip(found, written, strict=True):
        output.say(f"wrote  {shown_path(path)}\n{_told(each.draft)}")
    output.say(_outlook(written))
    return 0


def _read(file: str) -> tuple[bytes, str]:
    """Read the file, or standard input.

    Raises:
        UserError: It cannot be read, or is too large.

    """
    from journeycli.cli.workspace import standard_input
    from journeycli.workspace.reading import UnreadableError, read_bytes

    if file == STANDARD_INPUT:
        raw = standard_input(LARGEST)
        if len(raw) > LARGEST:
            raise UserError("Standard input is too large for a map.")
        return raw, ""
    if not os.path.lexists(file):
        raise UserError("There is no such file.", place=visible(file))
    try:
        return read_bytes(Path(file), limit=LARGEST), Path(file).name
    except UnreadableError as error:
        raise UserError(f"This file cannot be read: {error}.", place=visible(file)) from error


def _kind(asked: str | None, raw: bytes, name: str) -> Kind:
    from journeycli.interchange.kinds import READERS, recognise

    if asked is not None:
        return READERS[one_of(asked, KINDS, "--as")]
    try:
        return recognise(raw, name)
    except UserError as error:
        error.place = visible(name) or "standard input"
        raise


def _asked(
    workspace: Workspace,
    lanes: Sequence[str] | None,
    scale: str | None,
    title: str | None,
    name: str,
) -> Asked:
    """Gather what the settings and the command line say of the file; the latter comes first."""
    from journeycli.interchange.draft import Asked
    from journeycli.interchange.lanes import check_key
    from journeycli.interchange.scores import scale_of

    found: dict[str, str] = {}
    for said in lanes or ():
        label, equals, key = said.rpartition("=")
        if not equals or not label.strip():
            raise UserError(
                f'--lane "{visible(said)}": write NAME=KEY.', hint='Such as --lane "Pain=barriers".'
            )
        found[label.strip()] = check_key(key.strip(), f'--lane "{visible(said)}"')
    for each in workspace.settings.import_lanes:
        place = f"{each.place.path}:{each.place.line}"
        found.setdefault(each.lane, check_key(each.key, f"{place}: [import]"))
    spoken = title or Path(name).stem.replace("_", " ").replace("-", " ").strip().capitalize()
    return Asked(found, scale_of(scale) if scale else None, spoken)


def _drafts(kind: Kind, raw: bytes, asked: Asked, name: str) -> list[Draft]:
    try:
        drafts: list[Draft] = kind.load().read(raw, asked)
    except UserError as error:
        error.place = error.place or visible(name) or "standard input"
        raise
    return drafts


def _around(target: str | None, here: Workspace) -> Workspace:
    """Give the workspace that the maps become part of: the one here, or that of their folder."""
    if target is None or target == STANDARD_INPUT:
        return here
    folder = Path(os.path.normpath(Path(target).absolute()))
    if folder.is_relative_to(here.root):
        return here
    while not folder.is_dir() and folder != folder.parent:
        folder = folder.parent
    return open_workspace([folder])


def _placed(drafts: list[Draft], target: str | None, workspace: Workspace) -> list[Placed]:
    """Fit the maps in among the files that are there, and say where each goes."""
    from journeycli.cli.import_fitting import fitted, known_in
    from journeycli.cli.import_places import placed, without_known_people

    known = known_in(workspace)
    found = placed(fitted(drafts, known), target, known.maps)
    return [without_known_people(each, known.personas) for each in found]


def _write(found: Sequence[Placed], target: str | None, *, force: bool) -> list[Path]:
    """Write maps and what goes with them; nothing is written if one would be written over.

    Raises:
        UserError: A file is there already, or cannot be written.

    """
    from journeycli.interchange.writing import to_yaml

    maps = {each.path: each.draft for each in found if each.path is not None}
    wanted = {path: to_yaml(draft.data) for path, draft in maps.items()}
    for path, draft in maps.items():
        for name, data in draft.beside.items():
            wanted[(path.parent / name).absolute()] = to_yaml(data)
    check_free(wanted, force=force)
    for path, text in wanted.items():
        write(path, text.encode(), force=force, named=target)
        if path not in maps:
            output.say(f"wrote  {shown_path(path)}\n")
    return list(maps)


def _told(draft: Draft) -> str:
    from journeycli.cli.import_summary import summary

    return summary(draft)


def _outlook(written: Sequence[Path]) -> str:
    """Lint what was written and say what to type next."""
    from journeycli.cli.linting import Request, lint_files

    workspace = open_workspace(written)
    report = lint_files(workspace, written, Request(with_baseline=False)).report
    counts = [
        counted(sum(each.severity.value == name for each in report.findings), name)
        for name in ("error", "warning", "info")
    ]
    typed = shlex.quote(shown_path(written[0]))
    errors = [each for each in report.findings if each.severity.value == "error"]
    wrong = "".join(
        f"  {each.place.path}: {visible(f'{each.message} {each.help or str()}'.strip())}\n"
        for each in errors[:5]
    )
    return (
        f"\nlint: {', '.join(counts)}; what is not an error is the to-do list.\n{wrong}"
        f"\nNext:\n  journey lint {typed}\n  journey show {typed}\n  journey render {typed}\n"
    )

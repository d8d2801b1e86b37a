"""`journey merge`: two edits of one map become one, by id."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from journeycli import files
from journeycli.cli import output
from journeycli.cli.workspace import one_of, shown_path
from journeycli.errors import UserError
from journeycli.text import visible

if TYPE_CHECKING:
    from journeycli.compare.merge import Markers, Merged

STYLES = ("merge", "diff3", "zdiff3")
_MARKER_SIZE = 7
_LARGEST_MARKER = 1000
_PLACEHOLDERS = ("", "%S", "%X", "%Y")  # git before 2.44 leaves these as they are


def merge(
    base: Annotated[
        Path,
        typer.Argument(
            metavar="BASE",
            help="The version that both started from; an empty file where there is none.",
            show_default=False,
        ),
    ],
    ours: Annotated[Path, typer.Argument(metavar="OURS", help="Your version.", show_default=False)],
    theirs: Annotated[
        Path, typer.Argument(metavar="THEIRS", help="The other version.", show_default=False)
    ],
    file: Annotated[
        Path | None,
        typer.Option("--output", "-o", help="Where to write it.", show_default="standard output"),
    ] = None,
    style: Annotated[
        str | None,
        typer.Option(
            "--conflict-style",
            help="merge, or diff3 or zdiff3 to see the common version in conflicts.",
            show_default="as git's merge.conflictStyle says",
        ),
    ] = None,
    size: Annotated[
        int,
        typer.Option(
            "--marker-size", min=1, max=_LARGEST_MARKER, help="How many signs a marker has."
        ),
    ] = _MARKER_SIZE,
    base_label: Annotated[
        str, typer.Option(help="What BASE is called in conflicts.", show_default="base")
    ] = "",
    ours_label: Annotated[
        str, typer.Option(help="What OURS is called in conflicts.", show_default="ours")
    ] = "",
    theirs_label: Annotated[
        str, typer.Option(help="What THEIRS is called in conflicts.", show_default="theirs")
    ] = "",
    path: Annotated[
        str,
        typer.Option(help="What the file is called in messages.", show_default="the output's name"),
    ] = "",
) -> int:
    """Merge two edits of one map, persona or catalog by id.

    Edits of different stages, touchpoints, answers and values come together where git, which sees
    lines, finds a conflict. What both changed stands between git's conflict markers, around as
    little as possible; comments and layout stay. A file that cannot be taken apart beyond doubt is
    merged line by line, as git does it, and that is said. `journey git-setup` makes git use this.

    Example: `journey merge base.yaml mine.yaml theirs.yaml -o order.journey.yaml`

    Exit code: 0 merged; 1 a conflict is left; 2 a file cannot be read or written.
    """
    from journeycli.compare.merge import merge as merge_versions
    from journeycli.git import GitUnavailableError
    from journeycli.source.limits import Limits

    one_of(style or "merge", STYLES, "--conflict-style")
    markers = _markers(base_label, ours_label, theirs_label, size, style)
    name = visible(path) if path else shown_path(file or ours)
    versions = [_read(each) for each in (base, ours, theirs)]
    try:
        merged = merge_versions(versions[0], versions[1], versions[2], markers, Limits())
    except GitUnavailableError as error:
        reason = "it is no text." if "binary" in str(error) else _first_line(str(error))
        raise UserError(
            f"{name} cannot be merged: {reason}",
            hint="Keep one of the versions, or put them together by hand.",
        ) from error
    if file is not None:
        files.put(file, merged.raw)
    else:
        output.write_bytes(merged.raw)
    output.say(_told(name, merged, size))
    return 1 if merged.conflicts or merged.fault else 0


def _markers(base: str, ours: str, theirs: str, size: int, style: str | None) -> Markers:
    from journeycli.compare.merge import Markers

    labels = (
        "" if label in _PLACEHOLDERS else visible(" ".join(label.split()))
        for label in (base, ours, theirs)
    )
    given = [label or usual for label, usual in zip(labels, Markers()[:3], strict=True)]
    style = _style_of_git() if style is None else style
    return Markers(given[0], given[1], given[2], size, with_base=style in {"diff3", "zdiff3"})


def _style_of_git() -> str:
    from journeycli.git import GitUnavailableError, run

    try:
        return run(Path.cwd(), ["config", "--get", "merge.conflictStyle"]).decode().strip()
    except (GitUnavailableError, UnicodeDecodeError):
        return "merge"


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise UserError(
            f"{visible(path.as_posix())} cannot be read: {reason}.",
            hint="`journey merge BASE OURS THEIRS` takes three files; BASE may be empty.",
        ) from error


def _told(name: str, merged: Merged, size: int) -> str:
    lines = [f"{name}: merged line by line, as {merged.by_lines}."] if merged.by_lines else []
    if merged.conflicts:
        what = "1 place was" if merged.conflicts == 1 else f"{merged.conflicts} places were"
        lines.append(f"{name}: {what} changed on both sides; look for {'<' * min(size, 40)}.")
    if merged.fault:
        lines.append(f"{name}: the merged lines cannot be read any more: {merged.fault}")
    return "".join(f"{line}\n" for line in lines)


def _first_line(text: str) -> str:
    line = visible(text.partition("\n")[0].removeprefix("error: ").removeprefix("fatal: "))
    return line if line.endswith(".") else f"{line}."

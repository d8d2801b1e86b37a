"""`journey init`, `journey new` and `journey fill`: a first map in ten minutes."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from journeycli import files, git
from journeycli.cli import options, output
from journeycli.cli.workspace import bytes_of, find_map, one_of, shown_path
from journeycli.cli.writing import own_folder
from journeycli.errors import UserError
from journeycli.text import file_stem, is_slug, slug, typed
from journeycli.workspace.discovery import relative_name

if TYPE_CHECKING:
    from collections.abc import Iterator
    from importlib.resources.abc import Traversable

KINDS = {"map": "journey", "persona": "persona", "catalog": "catalog"}
TEMPLATES = ("blank", "purchase", "onboarding", "support-contact", "lifecycle")
_AT_THE_TOP = (".github/workflows/journey-lint.yml", ".pre-commit-config.yaml")
_FOLDERS = {"map": "maps", "persona": "personas", "catalog": ""}


def init(
    folder: Annotated[
        Path | None,
        typer.Argument(metavar="DIR", help="Where; here when left out.", show_default=False),
    ] = None,
) -> int:
    """Write a workspace to start from: settings, catalog, persona, map, checks for git and CI.

    Files that are there already stay as they are.

    Example: `journey init journeys`

    Exit code: 0, or 2 where a file cannot be written.
    """
    root = (folder or Path()).absolute()
    written = 0
    for name, source in _walk(_templates() / "workspace", ""):
        path = root / name
        try:
            files.write_new(path, source.read_bytes(), root=_existing(root))
        except UserError:
            if not os.path.lexists(path):
                raise
            output.say(f"kept   {shown_path(path)}\n")
        else:
            written += 1
            output.say(f"wrote  {shown_path(path)}\n")
    where = typed(shown_path(root))
    steps = [] if where == "." else [f"cd {where}"]
    steps += ["journey lint", "journey show first-map --view checklist"]
    if written:
        output.say(_unseen(root))
    output.say(
        "\nNext:\n" + "".join(f"  {step}\n" for step in steps) if written else "Nothing to do.\n"
    )
    return 0


def new(
    kind: Annotated[str, typer.Argument(help="map, persona or catalog.", show_default=False)],
    name: Annotated[
        str,
        typer.Argument(
            metavar="ID", help="Its id: lower-case letters and hyphens.", show_default=False
        ),
    ],
    template: Annotated[
        str, typer.Option(help=f"What a map begins with: {', '.join(TEMPLATES)}.")
    ] = "blank",
    title: Annotated[
        str | None,
        typer.Option(
            help="What people call it; made from the id when left out.", show_default=False
        ),
    ] = None,
    file: Annotated[
        Path | None, typer.Option("--output", "-o", help="Where to write it.", show_default=False)
    ] = None,
) -> int:
    """Write one file, filled with the questions of the checklist as comments.

    Example: `journey new map returns --template purchase`

    Exit code: 0, or 2 where the file exists already or the usage is wrong.
    """
    one_of(kind, tuple(KINDS), "KIND")
    one_of(template, TEMPLATES, "--template")
    if template != "blank" and kind != "map":
        raise UserError("--template is for maps.", hint=f"Leave it out for a {kind}.")
    _check_id(name)
    path = (file or _place(kind, name)).absolute()
    text = _filled(_template_name(kind, template), name, title)
    files.write_new(path, text.encode(), root=_existing(path.parent))
    name = typed(shown_path(path))
    output.say(f"wrote  {shown_path(path)}\n\nNext:\n  journey lint {name}\n")
    if kind == "map":
        output.say(f"  journey show {name} --view checklist\n")
    return 0


def fill(
    map_: options.OneMap,
) -> int:
    """Add the unanswered questions to a map, as keys with the question as a comment.

    Every other byte of the file stays as it is.

    Example: `journey fill switch-broadband`

    Exit code: 0, or 2 where there is no such map or it cannot be read.
    """
    from journeycli.lint.filling import filled

    found = find_map(map_)
    name = shown_path(found.path)
    raw = bytes_of(found.path, found.workspace.limits.bytes)
    result = filled(raw, found.workspace.limits, name)
    if result.added:
        files.replace(found.path, result.text, expected=raw, root=found.workspace.root)
    for stage, count in result.added.items():
        output.say(f"  {stage}: {count} added\n")
    for stage in result.passed_over:
        output.say(f"  {stage}: passed over, because it is written in braces\n")
    if result.passed_over:
        output.say("Comments need room: write such a stage one key a line, and run this again.\n")
    if result.added:
        step = f"journey lint {typed(name)}"
        output.say(f"wrote  {name}\n\nNext: answer them, then\n  {step}\n")
    elif not result.passed_over:
        output.say(f"{name}: every question has its key already.\n")
    return 0


def _unseen(root: Path) -> str:
    """Say what nobody looks at in a folder of a repository that is not its top."""
    top = git.top_folder(root)
    if top is None or top == root:
        return ""
    where = typed(relative_name(root, top))
    return (
        f"\nnote: {where} is not the top of its repository, and GitHub and pre-commit look only "
        f"there.\nFor the checks to run, move {' and '.join(_AT_THE_TOP)}\nfrom {where} to "
        f"the top, and write `journey lint {where}` in them for `journey lint`.\n"
    )


def _check_id(name: str) -> None:
    if not is_slug(name):
        near = slug(name)
        raise UserError(
            f"{name} is not an id: lower-case letters, digits and single hyphens.",
            hint=f"Try {near}." if near else "Begin it with a letter.",
        )
    if file_stem(name) != name:
        raise UserError(
            f"Windows takes no file of the name {name}: it means a device there.",
            hint=f"Choose another id, such as {name}-journey.",
        )


def _place(kind: str, name: str) -> Path:
    folder = Path(_FOLDERS[kind])
    where = folder if own_folder(folder) else Path()
    return where / f"{name}.{KINDS[kind]}.yaml"


def _template_name(kind: str, template: str) -> str:
    return f"{template if kind == 'map' else kind}.{KINDS[kind]}.template"


def _filled(template: str, name: str, title: str | None) -> str:
    from string import Template

    from journeycli.source.quoting import quote

    text = (_templates() / template).read_text("utf-8")
    spoken = (title or "").strip() or name.replace("-", " ").capitalize()
    try:
        spoken.encode()
    except UnicodeEncodeError:
        raise UserError("--title: this is not text in UTF-8.", hint="Type it anew.") from None
    return Template(text).substitute(id=quote(name, flow=False), title=quote(spoken, flow=False))


def _templates() -> Traversable:
    from importlib.resources import files as resources

    return resources("journeycli") / "templates"


def _walk(folder: Traversable, prefix: str) -> Iterator[tuple[str, Traversable]]:
    for entry in sorted(folder.iterdir(), key=lambda each: each.name):
        if entry.name == "__pycache__":
            continue
        if entry.is_dir():
            yield from _walk(entry, f"{prefix}{entry.name}/")
        else:
            yield f"{prefix}{entry.name}", entry


def _existing(folder: Path) -> Path:
    """Give the nearest folder above that is there, as the bounds of what may be written."""
    return next(each for each in (folder, *folder.parents) if each.is_dir())

"""From the maps that a command names to their pictures and where those go."""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from journeycli.cli import output
from journeycli.cli.workspace import (
    bytes_of,
    find_files,
    find_map,
    open_workspace,
    shown_path,
)
from journeycli.cli.writing import bounds
from journeycli.errors import UserError
from journeycli.text import file_key, visible
from journeycli.views.pictures import Picture

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from journeycli.cli.workspace import Workspace
    from journeycli.model import JourneyMap
    from journeycli.parsing import Parsed
    from journeycli.views.known import Known
    from journeycli.views.pictures import Request


class Asked(NamedTuple):
    """What the command line asks for."""

    maps: tuple[str, ...]
    request: Request
    compare: str | None
    config: Path | None


class _Named(NamedTuple):
    """A map's file that was named, and its workspace."""

    path: Path
    workspace: Workspace


class _Read(NamedTuple):
    """A map, the workspace whose words it uses, and its file."""

    journey: JourneyMap
    workspace: Workspace
    path: Path


def drawn_for(asked: Asked) -> list[Picture]:
    """Give the pictures that are asked for; each is drawn when it is wanted.

    Raises:
        UserError: A map cannot be found or read, or the view cannot be had in the format.

    """
    from journeycli.views.pictures import check_number

    named = [each for name in asked.maps for each in _named(name, asked.config)]
    check_number(len(named), asked.request)
    request = replace(asked.request, tell=_Once())
    if asked.compare is not None:
        base = _read(next(_named(asked.compare, asked.config)))
        request = replace(request, base=base.journey)
    drawn: dict[str, Picture] = {}
    for each in _pictures(named, request):
        key = file_key(each.name)
        if key in drawn and request.view != "persona":  # maps may share a persona
            raise UserError(f"Two maps would both be {each.name}.", hint="Draw them one by one.")
        drawn.setdefault(key, each)
    return list(drawn.values())


def _pictures(named: Sequence[_Named], request: Request) -> Iterator[Picture]:
    """Give the pictures of maps.

    Of several maps each is read for the names of its pictures, let go of, and read again when it is
    drawn: thousands would not fit into the memory.

    Raises:
        UserError: A map cannot be read, or the view cannot be had in the format.

    """
    from journeycli.views.pictures import pictures, share_one

    knower = _Knower(request)

    def of(some: Sequence[_Named]) -> Iterator[Picture]:
        found = list(map(_read, some))
        return pictures([each.journey for each in found], knower.of(found), request)

    if len(named) == 1 or share_one(len(named), request):
        yield from of(named)
        return
    for one in named:
        for each in of([one]):
            yield _later(each.name, one, of)


def _later(name: str, map_: _Named, of: Callable[[Sequence[_Named]], Iterator[Picture]]) -> Picture:
    """Give a picture that reads its map when it is drawn."""

    def again() -> Picture:
        for each in of([map_]):
            if each.name == name:
                return each
        raise UserError("This file has changed meanwhile.", place=shown_path(map_.path))

    return Picture(name, lambda: again().draw(), lambda there: again().is_current(there))


def workspace_of(asked: Asked) -> Workspace:
    """Give the workspace of the first map."""
    name = asked.maps[0]
    if Path(name).is_dir():
        return open_workspace([Path(name)], config=asked.config)
    return find_map(name, config=asked.config).workspace


def write(drawn: Sequence[Picture], to: str | None) -> int:
    """Draw the pictures, put each in its place and say where."""
    from journeycli.files import put

    written: list[Path] = []
    for picture, path in _with_bar(list(places(drawn, to))):
        put(path, picture.draw(), with_folders=True, root=bounds(path, to))
        written.append(path)
    for number, path in enumerate(written, 1):
        count = f"[{number}/{len(written)}] " if len(written) > 1 else ""
        output.say(f"{count}{shown_path(path)}\n")
    return 0


def _with_bar(todo: Sequence[tuple[Picture, Path]]) -> Iterable[tuple[Picture, Path]]:
    """Show a bar while several pictures are drawn, where a person looks."""
    if len(todo) == 1 or not sys.stderr.isatty():
        return todo
    from rich.console import Console
    from rich.progress import track

    return track(todo, "Drawing", console=Console(stderr=True), transient=True)


def places(drawn: Sequence[Picture], to: str | None) -> Iterator[tuple[Picture, Path]]:
    """Say where each picture goes: into the folder, or the one picture into the file."""
    if to is not None and Path(to).suffix and not Path(to).is_dir():
        if len(drawn) != 1:
            raise UserError(f"{len(drawn)} pictures do not fit into {to}.", hint="Name a folder.")
        yield drawn[0], Path(to)
        return
    folder = Path(to) if to is not None else Path()
    yield from ((picture, folder / picture.name) for picture in drawn)


def _named(name: str, config: Path | None) -> Iterator[_Named]:
    """Give the map of a name, or all maps of a folder."""
    if not Path(name).is_dir():
        found = find_map(name, config=config)
        yield _Named(found.path, found.workspace)
        return
    workspace = open_workspace([Path(name)], config=config)
    paths = [
        path
        for path in find_files(workspace, [Path(name)]).linted
        if path.name.endswith((".journey.yaml", ".journey.yml"))
    ]
    if not paths:
        raise UserError(f"There is no map in {name}.")
    yield from (_Named(path, workspace) for path in paths)


def _read(named: _Named) -> _Read:
    return _Read(_journey(named.path, named.workspace), named.workspace, named.path)


def _journey(path: Path, workspace: Workspace) -> JourneyMap:
    from journeycli.model import JourneyMap

    parsed = _parsed(path, workspace)
    model, shown = parsed.model, shown_path(path)
    if isinstance(model, JourneyMap) and parsed.is_map:
        return model
    if isinstance(model, JourneyMap):
        raise UserError(
            f"The map {model.id} has no stages yet, so there is nothing to draw.",
            hint=f"Write the first one under `stages:`; `journey lint {shown}` says how.",
            place=shown,
        )
    raise UserError(
        "No map can be read from this file." if model is None else "This is no map.",
        hint=f"`journey lint {shown}` says what is wrong.",
        place=shown,
    )


def _parsed(path: Path, workspace: Workspace, *, root: Path | None = None) -> Parsed:
    from journeycli.parsing import parse
    from journeycli.source.document import read_document

    raw = bytes_of(path, workspace.limits.bytes, root=root)
    return parse(read_document(raw, workspace.limits))


class _Once:
    """Says each thing once, on standard error."""

    def __init__(self) -> None:
        self.said: set[str] = set()

    def __call__(self, text: str) -> None:
        if text not in self.said:
            self.said.add(text)
            output.say(f"note: {visible(text)}\n")


class _Knower:
    """Gives what the ids of maps mean; a workspace's catalogs and personas are read once."""

    def __init__(self, request: Request) -> None:
        self._request = request
        self._around: dict[Path, list[tuple[object, Path]]] = {}

    def of(self, found: Sequence[_Read]) -> Callable[[JourneyMap], Known]:
        """Give what tells it of each of these maps."""
        of = {id(each.journey): each for each in found}
        return lambda journey: self._known(of[id(journey)])

    def _known(self, read: _Read) -> Known:
        from journeycli.model import Catalog, Persona
        from journeycli.views.known import Illustrated, know

        root = read.workspace.root
        if root not in self._around:
            self._around[root] = list(_shared(read.workspace))
        around = self._around[root]
        catalogs = [(each, path) for each, path in around if isinstance(each, Catalog)]
        people = [(each, path) for each, path in around if isinstance(each, Persona)]
        drawn = Illustrated()
        if self._request.illustrated:
            from journeycli.cli.illustrating import illustrated

            drawn = illustrated(read.journey, read.path, catalogs, people, root, self._request)
        shared = [each for each, _ in catalogs], [each for each, _ in people]
        return know(read.journey, *shared, drawn)


def _shared(workspace: Workspace) -> Iterator[tuple[object, Path]]:
    """Read the catalogs and personas of a workspace; what cannot be read is lint's to tell."""
    ends = (".catalog.yaml", ".catalog.yml", ".persona.yaml", ".persona.yml")
    for path in find_files(workspace, [workspace.root]).known:
        if path.name.endswith(ends):
            try:
                yield _parsed(path, workspace, root=workspace.root).model, path
            except UserError:
                continue

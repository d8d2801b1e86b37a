"""A walkthrough under way: found or begun, and saved answer by answer."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from journeycli import files
from journeycli.cli.workspace import bytes_of, find_files, shown_path
from journeycli.compare.walk_text import read_walk, walk_text
from journeycli.errors import UserError
from journeycli.model.walk import begun, finished
from journeycli.text import closest, file_stem, slug
from journeycli.views.terminal.gathering import names_around, read_map

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from journeycli.cli.workspace import FoundMap
    from journeycli.model import JourneyMap
    from journeycli.model.walk import Walk
    from journeycli.views.terminal.names import Names


@dataclass
class Trip:
    """A walkthrough under way: what it says, where it is saved, and what the file holds now."""

    walk: Walk
    path: Path
    root: Path
    journey: JourneyMap
    names: Names
    day: date
    written: bytes | None = None

    def save(self, walk: Walk) -> None:
        """Save it: whoever reads the file finds what it was before, or all of what it is now."""
        raw = walk_text(walk).encode()
        if self.written is None:
            files.write_new(self.path, raw, root=self.root)
        elif raw != self.written:
            files.replace(self.path, raw, expected=self.written, root=self.root)
        self.walk, self.written = walk, raw

    def finish(self, walk: Walk) -> None:
        """Save it as one that came to its end."""
        self.save(finished(walk, self.day))


def begin(found: FoundMap, asked: str | None, file: Path | None, day: date) -> Trip:
    """Find the walkthrough to go on with, or begin one.

    Raises:
        UserError: The map has no such persona, or a file cannot be read.

    """
    journey, names, _ = read(found)
    persona = _persona(journey, asked)
    root = found.workspace.root
    path = file.absolute() if file else _open_walk(found, journey, persona)
    bounds = file.absolute().parent if file else root
    if path is not None and path.exists():
        raw = bytes_of(path, found.workspace.limits.bytes)
        walked = read_walk(raw, shown_path(path), found.workspace.limits)
        _check_same_journey(walked, journey, asked, path)
        return Trip(walked, path, bounds, journey, names, day, raw)
    if path is None:
        path = _free_name(found, journey, persona, day)
    return Trip(begun(journey.id, persona, day), path, bounds, journey, names, day)


def read(found: FoundMap) -> tuple[JourneyMap, Names, bytes]:
    """Read a map, the names around it, and its bytes.

    Raises:
        UserError: It cannot be read at all, or is no map.

    """
    workspace, name = found.workspace, shown_path(found.path)
    raw = bytes_of(found.path, workspace.limits.bytes)
    journey = read_map(raw, name, workspace.limits).journey
    known = find_files(workspace, [workspace.root]).known
    return journey, names_around(journey, known, workspace.root, workspace.limits), raw


def _persona(journey: JourneyMap, asked: str | None) -> str | None:
    ids = journey.persona_ids
    if asked is None:
        return ids[0] if ids else None
    if asked in ids:
        return asked
    near = closest(asked, ids)
    raise UserError(
        f"The map {journey.id} has no persona {asked}.",
        hint=f"Did you mean {near}?" if near else f"Its personas: {', '.join(ids) or 'none'}.",
    )


def _open_walk(found: FoundMap, journey: JourneyMap, persona: str | None) -> Path | None:
    """Find the latest walkthrough of the map as this persona that has not come to its end."""
    walks = []
    for path in sorted(found.path.parent.glob("*.walk.yaml")):
        try:
            raw = bytes_of(path, found.workspace.limits.bytes)
            walked = read_walk(raw, shown_path(path), found.workspace.limits)
        except UserError:
            continue  # somebody else's, or broken: a new one is begun beside it
        if (walked.map, walked.persona, walked.finished) == (journey.id, persona, None):
            walks.append((walked.started.last, path))
    return max(walks)[1] if walks else None


def _free_name(found: FoundMap, journey: JourneyMap, persona: str | None, day: date) -> Path:
    parts = (file_stem(journey.id), slug(persona or ""), day.isoformat())
    stem = "-".join(filter(None, parts))
    folder, number = found.path.parent, 1
    while (path := folder / f"{stem}{f'-{number}' if number > 1 else ''}.walk.yaml").exists():
        number += 1
    return path


def _check_same_journey(walked: Walk, journey: JourneyMap, asked: str | None, path: Path) -> None:
    if walked.map != journey.id:
        raise UserError(f"This is a walkthrough of {walked.map}.", place=shown_path(path))
    if asked is not None and walked.persona != asked:
        raise UserError(
            f"This walkthrough was begun as {walked.persona or 'nobody in particular'}.",
            place=shown_path(path),
        )

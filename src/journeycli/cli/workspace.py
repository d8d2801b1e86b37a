"""What every command that looks at files begins with: the workspace and its settings."""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from journeycli.errors import UserError
from journeycli.git import top_folder
from journeycli.settings import SettingsError, find_settings_file, read_settings, settings_file_in
from journeycli.source.limits import Limits
from journeycli.text import closest, listed
from journeycli.workspace.discovery import Discovered, common_parent, discover, relative_name

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from pathspec import GitIgnoreSpec

    from journeycli.lint.run import Sources
    from journeycli.settings import Settings

STANDARD_INPUT = "-"
_NAMED = 3  # files that a message names


class Workspace(NamedTuple):
    """A workspace with its settings.

    Attributes:
        root: The folder that paths in findings are relative to.
        settings: What its settings files say, or the defaults.
        limits: What a file may be at most.
        repository: The top folder of the repository around it, or None.

    """

    root: Path
    settings: Settings
    limits: Limits
    repository: Path | None


def open_workspace(
    paths: Sequence[Path], *, config: Path | None = None, isolated: bool = False
) -> Workspace:
    """Find the workspace around paths and read its settings.

    Raises:
        UserError: A path or the settings file does not exist, or the settings are wrong.

    """
    if config is not None and isolated:
        raise UserError("--config names a settings file, and --isolated says to use none.")
    existing = [path for path in paths if os.path.lexists(path)] or [Path.cwd()]
    parent = common_parent([path.absolute() for path in existing])
    repository = top_folder(parent)
    stops = [stop for stop in (repository, _home()) if stop is not None]
    found = None if isolated else (config or find_settings_file(parent, stops))
    root = parent if found is None or config is not None else found.parent
    settings = _settings(found.absolute() if found else None, root)
    limits = settings.limits
    return Workspace(
        root=root,
        settings=settings,
        limits=Limits(
            bytes=limits.bytes, depth=limits.depth, nodes=limits.nodes, stages=limits.stages
        ),
        repository=repository,
    )


def _settings(path: Path | None, root: Path) -> Settings:
    """Read the settings; where they are wrong, say all of it at once, expressions too."""
    try:
        return read_settings(path, root=root)
    except SettingsError as error:
        if not error.rules:
            raise
        from journeycli.rules.own import faults_of

        more = [each for each in faults_of(error.rules) if each not in error.faults]
        raise SettingsError((*error.faults, *more)) from None


def find_files(workspace: Workspace, paths: Sequence[Path]) -> Discovered:
    """Find the files that the paths mean.

    Raises:
        UserError: A path does not exist, or there is nothing to look at.

    """
    return discover(
        [path.absolute() for path in paths],
        workspace.root,
        selects=selects(workspace.settings),
        holds_settings=lambda folder: settings_file_in(folder) is not None,
        shown=shown_path,
    )


@dataclass(frozen=True, slots=True)
class FoundMap:
    """A map that the user named, and the workspace that it belongs to."""

    path: Path
    workspace: Workspace


def find_map(name: str, *, config: Path | None = None) -> FoundMap:
    """Find a map by its file or by its id.

    Raises:
        UserError: There is none, or an id belongs to several.

    """
    path = Path(name)
    if path.is_file():
        return FoundMap(path.absolute(), open_workspace([path], config=config))
    if any(sign in name for sign in ("/", "\\")) or name.endswith((".yaml", ".yml")):
        discover([path.absolute()], path.parent.absolute())  # says what is wrong with the path
    workspace = open_workspace([Path()], config=config)
    maps = _maps_by_id(find_files(workspace, [workspace.root]), workspace)
    found = maps.get(name, [])
    if len(found) == 1:
        return FoundMap(found[0], workspace)
    if found:
        names = listed([relative_name(each, workspace.root) for each in found[:_NAMED]])
        if len(found) > _NAMED:
            names = f"{len(found)} maps, {names} among them,"
        raise UserError(f"{names} have the id {name}.", hint="Name the file instead.")
    near = closest(name, maps)
    known = ", ".join(sorted(maps)) or "none"
    raise UserError(
        f"There is no map {name}.",
        hint=f"Did you mean {near}?" if near else f"The maps here: {known}.",
    )


def _maps_by_id(discovered: Discovered, workspace: Workspace) -> dict[str, list[Path]]:
    from journeycli.cli.means import cache_of
    from journeycli.lint.remembering import remembered_ids
    from journeycli.source.document import read_document
    from journeycli.workspace.facts import facts_of
    from journeycli.workspace.reading import UnreadableError, read_bytes

    limits = workspace.limits
    remembered = remembered_ids(cache_of(workspace, len(discovered.known)), limits)
    maps: dict[str, list[Path]] = {}
    for path in discovered.known:
        try:
            raw = read_bytes(path, limit=limits.bytes, root=discovered.root)
        except UnreadableError:
            continue  # lint is who reports it
        known = remembered.get(raw)  # lint is who keeps it
        if known is None:
            facts = facts_of(read_document(raw, limits).data)
            known = (facts.kind, str(facts.id)) if facts is not None else ("", "")
        if known[0] == "map" and known[1]:
            maps.setdefault(known[1], []).append(path)
    remembered.close()
    return maps


def real_paths(paths: Sequence[Path] | None) -> list[Path]:
    """Give the paths that a command names, this folder where it names none."""
    return [Path(os.path.normpath(path)) for path in paths] if paths else [Path()]


def today(workspace: Workspace, asked: str | None) -> date:
    """Give the date that the run takes for today: asked for, set, or UTC's.

    Raises:
        UserError: The date asked for is none.

    """
    if asked is None:
        return workspace.settings.today or datetime.now(UTC).date()
    try:
        return date.fromisoformat(asked)
    except ValueError:
        raise UserError(
            f"--today {asked} is not a date.", hint="Write it like 2026-11-30."
        ) from None


def one_of(value: str, allowed: Sequence[str], option: str) -> str:
    """Check a word of a closed vocabulary.

    Raises:
        UserError: The word is not among the allowed ones.

    """
    if value in allowed:
        return value
    near = closest(value, allowed)
    raise UserError(
        f"{option} {value}: choose one of {', '.join(allowed)}.",
        hint=f"Did you mean {near}?" if near else None,
    )


def standard_input(limit: int) -> bytes:
    """Read standard input, at most one byte more than the limit.

    Raises:
        UserError: It was started without standard input.

    """
    if not sys.stdin:
        raise UserError("Standard input is closed.", hint="Send it a file: < FILE")
    return sys.stdin.buffer.read(limit + 1)


def bytes_of(path: Path, limit: int, *, root: Path | None = None) -> bytes:
    """Read a file that a command needs; at most one byte more than the limit.

    Args:
        path: The file.
        limit: Bytes.
        root: Where given, a link does not lead out of this folder.

    Raises:
        UserError: It cannot be read.

    """
    from journeycli.workspace.reading import UnreadableError, read_bytes

    try:
        return read_bytes(path, limit=limit, root=root)
    except UnreadableError as error:
        raise UserError(f"This file cannot be read: {error}.", place=shown_path(path)) from error


def text_of(name: str, sources: Sources) -> str | None:
    """Give the text of a file of a run; None where it cannot be read."""
    from journeycli.workspace.reading import UnreadableError

    try:
        return sources.read(name).decode("utf-8-sig", "replace")
    except (UnreadableError, KeyError):
        return sources.beside(name)


def shown_path(path: Path) -> str:
    """Name a path as the user would type it from here."""
    return relative_name(path.absolute(), Path.cwd())


def name_below(path: Path | str, top: Path) -> str:
    """Name a path from a folder with forward slashes, with `..` where it lies outside.

    On another drive of Windows it has its own name alone.
    """
    try:
        return Path(os.path.relpath(path, top)).as_posix()
    except ValueError:
        return Path(path).as_posix()


def in_glob(pattern: str, name: str) -> bool:
    """Tell whether a pattern of the settings matches a file's name in findings."""
    return _spec((pattern,)).match_file(name)


def selects(settings: Settings) -> Callable[[str], bool]:
    """Say of a file's name in findings whether the settings include and do not exclude it."""
    if not settings.include and not settings.exclude:
        return lambda _: True
    include, exclude = _spec(settings.include or ("*",)), _spec(settings.exclude)
    return lambda name: include.match_file(name) and not exclude.match_file(name)


@cache
def _spec(patterns: tuple[str, ...]) -> GitIgnoreSpec:
    from pathspec import GitIgnoreSpec  # few workspaces choose their files

    return GitIgnoreSpec.from_lines(patterns)


def _home() -> Path | None:
    try:
        return Path.home()
    except RuntimeError:  # no home folder on this machine
        return None

"""Which files a run looks at: the workspace around the given paths and the files below it."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from journeycli import git
from journeycli.errors import UserError
from journeycli.text import closest, typed

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

SUFFIXES = tuple(
    f".{kind}.{ending}"
    for kind in ("journey", "persona", "catalog", "walk")
    for ending in ("yaml", "yml")
)
"""How the name of a journey map, persona, catalog or walkthrough ends."""

SETTINGS_NAME = "journey.toml"
_SKIPPED_FOLDERS = frozenset({".git", ".hg", ".venv", "node_modules", "__pycache__"})


class Discovered(NamedTuple):
    """What a run looks at.

    Attributes:
        root: The folder that paths in findings are relative to.
        linted: The files that were asked for, sorted by name; findings are reported on these.
        known: All files of the workspace, sorted, `linted` among them; references resolve in these.
        notes: What the reader should know, such as folders passed over.
        named: Files that the user named; only their links may lead out of the workspace.

    """

    root: Path
    linted: tuple[Path, ...]
    known: tuple[Path, ...]
    notes: tuple[str, ...]
    named: frozenset[Path] = frozenset()

    def name(self, path: Path) -> str:
        """Name a file as findings do: relative to the root, else absolute; forward slashes."""
        return relative_name(path, self.root)


def relative_name(path: Path, root: Path) -> str:
    """Name a file relative to a folder with forward slashes; absolute where it lies outside."""
    try:
        return path.relative_to(root).as_posix()
    except ValueError:
        return path.as_posix()


def common_parent(paths: Sequence[Path]) -> Path:
    """Give the deepest folder that holds all paths, which are absolute.

    Raises:
        UserError: They lie on different drives of Windows.

    """
    folders = [path if path.is_dir() else path.parent for path in paths]
    try:
        return Path(os.path.commonpath(folders))
    except ValueError as error:
        names = ", ".join(path.as_posix() for path in paths)
        raise UserError(
            f"No folder holds all of {names}, for they lie on different drives.",
            hint="Name those of one drive at a time.",
        ) from error


def discover(
    paths: Sequence[Path],
    root: Path,
    *,
    selects: Callable[[str], bool] = lambda _: True,
    holds_settings: Callable[[Path], bool] | None = None,
    shown: Callable[[Path], str] = str,
) -> Discovered:
    """Find the files of a workspace.

    Args:
        paths: What the user named, absolute: files are always in; folders give what they hold.
        root: The workspace's root.
        selects: Says of a path relative to the root whether settings include and do not exclude
            it; files that the user names are not asked.
        holds_settings: Says whether a folder has settings of its own.
        shown: Names a folder as the user would type it.

    Raises:
        UserError: A path does not exist, or there is nothing to lint.

    """
    _check_existing(paths)
    walk = _Walk(root, selects, holds_settings or (lambda f: (f / SETTINGS_NAME).is_file()))
    below_root = walk.files(root)
    linted = dict.fromkeys(each for path in paths for each in walk.asked(path))
    if not linted:
        raise _nothing(paths, walk, shown)
    known = sorted({*below_root, *linted})
    named = frozenset(path for path in paths if not path.is_dir())
    return Discovered(root, tuple(sorted(linted)), tuple(known), tuple(walk.notes), named)


def _nothing(paths: Sequence[Path], walk: _Walk, shown: Callable[[Path], str]) -> UserError:
    """Say why there is nothing to lint: no such files, or files that are left out."""
    there = [file for path in paths for file in walk.walked(path)]
    if not there:
        return UserError(
            f"There is nothing to lint in {_named(paths)}.",
            hint="A map's file name ends in .journey.yaml; `journey init` makes a first one.",
        )
    if others := walk.others_of(there):
        return _elsewhere(paths, [typed(shown(each)) for each in others])
    seen = {file for path in paths for file in walk.candidates(path)}
    what = "its only file is" if len(there) == 1 else f"all its {len(there):,} files are"
    why = "left out by the settings" if seen.intersection(there) else "ignored by git"
    return UserError(
        f"There is nothing to lint in {_named(paths)}: {what} {why}.",
        hint="A file that is named by itself is linted all the same.",
    )


def _elsewhere(paths: Sequence[Path], others: Sequence[str]) -> UserError:
    """Say that the files lie in workspaces of their own, which are linted one by one."""
    if len(others) == 1:
        what = f"{others[0]} is a workspace of its own"
    else:
        what = f"{others[0]} is one of {len(others):,} workspaces of their own below"
    return UserError(
        f"There is nothing to lint in {_named(paths)}: {what}.",
        hint=f"Name the folder: `journey lint {others[0]}`.",
    )


def _check_existing(paths: Iterable[Path]) -> None:
    for path in paths:
        if os.path.lexists(path):
            continue
        near = closest(path.name, _neighbours(path.parent))
        meant = path.with_name(near).as_posix() if near else ""
        raise UserError(
            f"{path.as_posix()} does not exist.",
            hint=f"Did you mean {meant}?" if meant else "Check the spelling.",
        )


def _neighbours(folder: Path) -> list[str]:
    try:
        return sorted(each.name for each in folder.iterdir())
    except OSError:
        return []


def _named(paths: Sequence[Path]) -> str:
    return ", ".join(path.as_posix() for path in paths)


class _Walk:
    """Walks folders once; knows what git ignores and where other workspaces begin."""

    def __init__(
        self, root: Path, selects: Callable[[str], bool], holds_settings: Callable[[Path], bool]
    ) -> None:
        self._root = root
        self._selects = selects
        self._holds_settings = holds_settings
        self._others: list[Path] = []
        self._found: dict[Path, list[Path]] = {}
        self.notes: list[str] = []

    def asked(self, path: Path) -> list[Path]:
        """Give the files that a path means: itself, or what the folder holds."""
        if not path.is_dir():
            return [path]
        inside = path.is_relative_to(self._root)
        if inside and not any(path.is_relative_to(other) for other in self._others):
            return [each for each in self.files(self._root) if each.is_relative_to(path)]
        return self.files(path)

    def files(self, folder: Path) -> list[Path]:
        """Give the maps, personas, catalogs and walkthroughs below a folder."""
        if folder not in self._found:
            candidates = self.candidates(folder)
            foreign = self._foreign(folder, candidates)
            self._found[folder] = [
                path
                for path in candidates
                if path.parent not in foreign and self._selects(relative_name(path, self._root))
            ]
        return self._found[folder]

    def candidates(self, folder: Path) -> list[Path]:
        """Give the files of a folder that git does not ignore."""
        if git.top_folder(folder) is not None:
            try:
                listed = git.listed_files(folder)
            except git.GitUnavailableError as error:
                reason = str(error).splitlines()[0] if str(error) else "no answer"
                self.notes.append(
                    f"git could not say which files it ignores ({reason}), so all files count."
                )
            else:
                return [p for p in listed if p.name.endswith(SUFFIXES) and os.path.lexists(p)]
        return self.walked(folder)

    def walked(self, folder: Path) -> list[Path]:
        """Give every file of a folder that has the name of one of ours."""
        found: list[Path] = []
        for parent, folders, names in os.walk(folder):
            folders[:] = sorted(set(folders) - _SKIPPED_FOLDERS)
            found += (Path(parent, name) for name in names if name.endswith(SUFFIXES))
        return found

    def others_of(self, files: Sequence[Path]) -> list[Path]:
        """Give the workspaces below that hold the files; none if a file lies in no such one."""
        holders = [
            next((other for other in self._others if file.is_relative_to(other)), None)
            for file in files
        ]
        return [] if None in holders else sorted({each for each in holders if each is not None})

    def _foreign(self, folder: Path, candidates: Iterable[Path]) -> set[Path]:
        """Give the folders of the candidates that belong to a workspace below `folder`."""
        own: dict[Path, Path | None] = {folder: None}

        def workspace_of(each: Path) -> Path | None:
            if each not in own:
                above = workspace_of(each.parent)
                own[each] = above or (each if self._holds_settings(each) else None)
            return own[each]

        foreign = {path.parent for path in candidates if workspace_of(path.parent) is not None}
        for other in sorted({own[each] for each in foreign} - {None, *self._others}, key=str):
            assert other is not None  # noqa: S101 - None was taken out above; mypy cannot see it
            self._others.append(other)
            self.notes.append(
                f"{relative_name(other, self._root)}/ has settings of its own and is another "
                f"workspace: lint it by itself."
            )
        return foreign

"""Where imported maps go, and by which ids: none that another map of the workspace has."""

from __future__ import annotations

import os
from dataclasses import replace
from itertools import chain, count
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from journeycli.cli.import_fitting import NAMED, has_file
from journeycli.cli.workspace import STANDARD_INPUT, shown_path
from journeycli.cli.writing import own_folder
from journeycli.errors import UserError
from journeycli.interchange.draft import Remark, RemarkKind
from journeycli.interchange.ids import Ids
from journeycli.text import file_stem, listed

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from journeycli.interchange.draft import Draft

_FOLDER = "maps"
_WHERE = "the map"


class Placed(NamedTuple):
    """An imported map, and the file that it becomes; None for standard output."""

    draft: Draft
    path: Path | None


def placed(
    drafts: Sequence[Draft], target: str | None, ids: Mapping[str, Sequence[Path]]
) -> list[Placed]:
    """Say where each map goes, and give it an id that no other has.

    An id that the imported file says itself is left as it is, and so is that of a map for standard
    output, unless another there has it; the remark says who else has it. The file that an import
    writes over takes no id away, so that the same import gives the same map again.

    Args:
        drafts: The maps.
        target: What `-o` says of the place, or None.
        ids: The ids of the maps that are there, and the files that have each.

    Raises:
        UserError: Several maps were to go into one file.

    """
    if target == STANDARD_INPUT:
        apart = _told_apart(drafts)
        return [Placed(_told(draft, ids.get(draft.data["id"], ())), None) for draft in apart]
    one = _only_file(drafts, target)
    folder = Path(target) if target else Path(_FOLDER) if own_folder(Path(_FOLDER)) else Path()
    placing = _Placing(one, folder, ids)
    return [placing.place(draft) for draft in drafts]


def without_known_people(each: Placed, people: Mapping[str, Sequence[Path]]) -> Placed:
    """Leave out personas who have a file in the workspace, unless it is the one to be written."""
    if each.path is None or not each.draft.beside:
        return each
    beside = dict(each.draft.beside)
    remarks = list(each.draft.remarks)
    for name, data in each.draft.beside.items():
        path = _normal(each.path.parent / name)
        others = [other for other in people.get(data["id"], ()) if other != path]
        if others:
            del beside[name]
            remarks.append(has_file(data["id"], others))
    return Placed(replace(each.draft, beside=beside, remarks=tuple(remarks)), each.path)


def _only_file(drafts: Sequence[Draft], target: str | None) -> Path | None:
    """Give the file that the user names; None where it is a folder, or left to the titles."""
    if target is None or target.endswith(("/", os.sep)) or Path(target).is_dir():
        return None
    if len(drafts) > 1 and target.endswith((".yaml", ".yml")):
        raise UserError(
            f"There are {len(drafts)} maps in it, and -o names one file.",
            hint="Name a folder, such as -o maps/.",
        )
    return _normal(Path(target)) if len(drafts) == 1 else None


def _told_apart(drafts: Sequence[Draft]) -> list[Draft]:
    """Give each map for standard output an id that none before it has there."""
    taken = {draft.data["id"] for draft in drafts if draft.says_id}
    apart = []
    for draft in drafts:
        own = draft.data["id"]
        if not draft.says_id and own in taken:
            id_ = next(each for each in _numbered(_stem(draft)) if each not in taken)
            message = f"Its id is {id_}, as {own} is taken by another map of the file."
            apart.append(_with_id(draft, id_, message))
        else:
            apart.append(draft)
        taken.add(apart[-1].data["id"])
    return apart


def _with_id(draft: Draft, id_: str, message: str) -> Draft:
    remark = Remark(RemarkKind.CHANGED, _WHERE, message)
    return replace(draft, data={**draft.data, "id": id_}, remarks=(*draft.remarks, remark))


class _Placing:
    """Gives one map after the other its id and its file."""

    def __init__(self, one: Path | None, folder: Path, ids: Mapping[str, Sequence[Path]]) -> None:
        self._one = one
        self._folder = folder
        self._ids = ids
        self._here: dict[str, list[Path]] = {}  # of this import

    def place(self, draft: Draft) -> Placed:
        """Give the file of a map, and the map with its id."""
        own = draft.data["id"]
        id_ = own if draft.says_id else self._free_id(draft)
        path = self._file(id_)
        if path in self._taken():  # the imported file says one id for two maps
            path = self._free_file(id_)
        others = self._others(own, path)
        if id_ != own:
            message = f"Its id is {id_}, as {own} is taken by {_named(others)}."
            draft = _with_id(draft, id_, message)
        else:
            draft = _told(draft, others)
        self._here.setdefault(id_, []).append(path)
        return Placed(draft, path)

    def _free_id(self, draft: Draft) -> str:
        """Give the first id after a map's own that no other map has."""
        own: str = draft.data["id"]
        return next(
            id_
            for id_ in chain((own,), _numbered(_stem(draft)))
            if not self._others(id_, self._file(id_)) and id_ not in self._here
        )

    def _others(self, id_: str, path: Path) -> list[Path]:
        there = [*self._ids.get(id_, ()), *self._here.get(id_, ())]
        return [other for other in dict.fromkeys(there) if other != path]

    def _file(self, id_: str) -> Path:
        return self._one or _normal(self._folder / f"{file_stem(id_)}.journey.yaml")

    def _taken(self) -> set[Path]:
        return {path for paths in self._here.values() for path in paths}

    def _free_file(self, id_: str) -> Path:
        taken = self._taken()
        return next(path for name in _numbered(id_) if (path := self._file(name)) not in taken)


def _stem(draft: Draft) -> str:
    """Give an id without the number that tells maps of one file apart."""
    own: str = draft.data["id"]
    title = Ids("journey").take(draft.data["title"])
    return title if own.startswith(f"{title}-") else own


def _numbered(id_: str) -> Iterator[str]:
    return (f"{id_}-{number}" for number in count(2))


def _told(draft: Draft, others: Sequence[Path]) -> Draft:
    """Say which files have the id of a draft as well."""
    if not others:
        return draft
    message = f"Its id is {draft.data['id']}, as in {_named(others)}; keep one of them."
    remark = Remark(RemarkKind.KEPT, _WHERE, message)
    return replace(draft, remarks=(*draft.remarks, remark))


def _named(paths: Sequence[Path]) -> str:
    return listed([shown_path(path) for path in paths[:NAMED]])


def _normal(path: Path) -> Path:
    return Path(os.path.normpath(path.absolute()))

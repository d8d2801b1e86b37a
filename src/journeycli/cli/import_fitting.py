"""An imported map among the files that are there: ids that are taken, names that are known."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, NamedTuple

from journeycli.cli.workspace import find_files, shown_path
from journeycli.errors import UserError
from journeycli.interchange.draft import Remark, RemarkKind
from journeycli.interchange.references import Elsewhere, resolved
from journeycli.text import listed

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

    from journeycli.cli.workspace import Workspace
    from journeycli.interchange.draft import Draft


NAMED = 3  # files that a remark names
_OF_DEPARTMENTS = ("department", "from", "to")
_OTHERWISE = ("customer_progression", "company_progression")  # whose `to` is a stage


class Known(NamedTuple):
    """What the workspace declares, and the ids of its maps and personas with their files."""

    maps: Mapping[str, Sequence[Path]]
    personas: Mapping[str, Sequence[Path]]
    departments: Mapping[str, str]  # ids by the names that maps may call them by
    channels: frozenset[str]
    names: Elsewhere


def known_in(workspace: Workspace) -> Known:
    """Read what an import has to know of the files that are there."""
    from journeycli.source.document import read_document
    from journeycli.workspace.facts import facts_of
    from journeycli.workspace.reading import UnreadableError, read_bytes

    ids: dict[str, dict[str, list[Path]]] = {"map": {}, "persona": {}}
    departments: dict[str, str] = {}
    catalogs: dict[str, set[str]] = {}
    try:
        paths = find_files(workspace, [workspace.root]).known
    except UserError:  # an empty folder
        paths = ()
    for path in paths:
        try:
            raw = read_bytes(path, limit=workspace.limits.bytes, root=workspace.root)
        except UnreadableError:
            continue
        facts = facts_of(read_document(raw, workspace.limits).data)
        if facts is None:
            continue
        if facts.kind in ids and facts.id:
            ids[facts.kind].setdefault(str(facts.id), []).append(path)
        for each in facts.declared if facts.kind == "catalog" else ():  # a map's hold for it alone
            catalogs.setdefault(each.kind, set()).add(each.id)
            if each.kind == "department":
                departments.setdefault(each.name, each.id)
                departments[each.id] = each.id
    names = Elsewhere(
        frozenset(catalogs.get("evidence", ())),
        frozenset(catalogs.get("touchpoint", ())),
        frozenset(catalogs.get("channel", ())),
    )
    channels = frozenset(catalogs.get("channel", ()))
    return Known(ids["map"], ids["persona"], departments, channels, names)


def fitted(drafts: Sequence[Draft], known: Known) -> list[Draft]:
    """Let maps name what the workspace has: its personas by id, its departments and channels.

    Where the workspace lists its departments, those that only the map names are declared on it.
    """
    return [
        resolved(
            replace(
                draft,
                data=_fit(draft.data, known),
                remarks=(*draft.remarks, *_left_out(draft.data, known)),
            ),
            known.names,
        )
        for draft in drafts
    ]


def has_file(persona: str, paths: Sequence[Path]) -> Remark:
    """Say that a persona is left as the workspace has them."""
    named = listed([shown_path(path) for path in paths[:NAMED]])
    message = f"The persona {persona} has a file, {named}; it is left as it is."
    return Remark(RemarkKind.LEFT_OUT, "the personas", message)


def _left_out(data: dict[str, Any], known: Known) -> Iterator[Remark]:
    """Say where more is told of a persona than a name, while the workspace knows them already."""
    for each in data.get("personas", ()):
        if isinstance(each, dict) and each["id"] in known.personas and each.keys() - {"id", "name"}:
            yield has_file(each["id"], known.personas[each["id"]])


def _fit(data: dict[str, Any], known: Known) -> dict[str, Any]:
    result = dict(data)
    if isinstance(data.get("personas"), list):
        result["personas"] = [
            each["id"] if isinstance(each, dict) and each.get("id") in known.personas else each
            for each in data["personas"]
        ]
    if "channels" in data:
        kept = [each for each in data["channels"] if each["id"] not in known.channels]
        result["channels"] = kept
        if not kept:
            del result["channels"]
    if known.departments and "departments" not in data:
        declared = _declared(_departments(data) - known.departments.keys(), known)
        if declared:
            result["departments"] = [{"id": id_, "name": name} for name, id_ in declared.items()]
        result["stages"] = _by_id(result.get("stages"), {**known.departments, **declared})
    return result


def _declared(names: set[str], known: Known) -> dict[str, str]:
    """Give departments ids that none of the workspace has."""
    from journeycli.interchange.ids import Ids

    ids = Ids("department")
    for id_ in known.departments.values():
        ids.reserve(id_)
    return {name: ids.take(name) for name in sorted(names)}


def _by_id(value: Any, ids: Mapping[str, str], key: str = "") -> Any:
    """Give data, what stands under `key`, in which departments are called by their ids."""
    if key in _OTHERWISE:
        return value
    if isinstance(value, dict):
        return {below: _by_id(each, ids, below) for below, each in value.items()}
    if isinstance(value, list):
        return [_by_id(each, ids) for each in value]
    return ids.get(value, value) if key in _OF_DEPARTMENTS and isinstance(value, str) else value


def _departments(value: Any, key: str = "") -> set[str]:
    """Give every department that data, what stands under `key`, names."""
    if key in _OTHERWISE:
        return set()
    if isinstance(value, dict):
        return set[str]().union(*(_departments(each, below) for below, each in value.items()))
    if isinstance(value, list):
        return set[str]().union(*map(_departments, value))
    return {value} if key in _OF_DEPARTMENTS and isinstance(value, str) else set()

"""Names in an imported map that lead nowhere: they are taken out, and noted."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from journeycli.interchange.notes import Notes
from journeycli.model.channels import CHANNELS
from journeycli.text import slug

if TYPE_CHECKING:
    from collections.abc import Iterator
    from collections.abc import Set as AbstractSet

    from journeycli.interchange.draft import Draft


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """Ids that other files declare."""

    evidence: frozenset[str] = frozenset()
    touchpoints: frozenset[str] = frozenset()
    channels: frozenset[str] = frozenset()


def resolved(draft: Draft, elsewhere: Elsewhere) -> Draft:
    """Give a draft in which every piece of evidence and touchpoint that is named is there.

    A touchpoint that says both what it is called and which one it is keeps its `ref` where that
    leads somewhere, else its name.
    """
    stages = draft.data.get("stages", [])
    own = {each["id"] for each in draft.data.get("evidence", []) if isinstance(each, dict)}
    touchpoints = {id_ for stage in stages for id_ in _declared(stage)} | elsewhere.touchpoints
    notes = Notes()
    fixed = _Fixing(own | elsewhere.evidence, touchpoints, notes)
    data = {key: fixed.value(key, value) for key, value in draft.data.items()}
    declared = {each["id"] for each in data.get("channels", [])} | elsewhere.channels
    missing = sorted(set(_channels(data["stages"])) - declared - CHANNELS.keys())
    if missing:
        new = [{"id": each, "name": each.replace("-", " ").capitalize()} for each in missing]
        data["channels"] = [*data.get("channels", []), *new]
    beside = {name: fixed.value("", file) for name, file in draft.beside.items()}
    remarks = (*draft.remarks, *notes.remarks())
    return replace(draft, data=data, beside=beside, remarks=remarks)


def _channels(stages: list[dict[str, Any]]) -> Iterator[str]:
    for stage in stages:
        touchpoints = stage.get("touchpoints")
        for each in touchpoints if isinstance(touchpoints, list) else ():
            found = each.get("channel", ()) if isinstance(each, dict) else ()
            yield from [found] if isinstance(found, str) else found


def _declared(stage: dict[str, Any]) -> Iterator[str]:
    touchpoints = stage.get("touchpoints")
    for each in touchpoints if isinstance(touchpoints, list) else ():
        name = each if isinstance(each, str) else each.get("name", "")
        id_ = None if isinstance(each, str) else each.get("id")
        if isinstance(each, str) or "ref" not in each:
            yield id_ or slug(name)


class _Fixing:
    def __init__(
        self, evidence: AbstractSet[str], touchpoints: AbstractSet[str], notes: Notes
    ) -> None:
        self._evidence = evidence
        self._touchpoints = touchpoints
        self._notes = notes

    def value(self, key: str, value: Any) -> Any:
        """Give a value without the names in it that lead nowhere."""
        if isinstance(value, list):
            if key == "evidence" and all(isinstance(each, str) for each in value):
                return [each for each in value if self._has(each, self._evidence, "evidence")]
            return [self.value("", each) for each in value]
        if not isinstance(value, dict):
            return value
        if key == "lanes":
            return value
        found = {name: self.value(name, below) for name, below in value.items()}
        named = found.get("touchpoint")
        if isinstance(named, str) and not self._has(named, self._touchpoints, "touchpoint"):
            del found["touchpoint"]
        if "ref" in found:
            ref = found["ref"]
            found.setdefault("name", ref)
            del found["name" if ref in self._touchpoints else "ref"]
        return {name: below for name, below in found.items() if below != [] or name != "evidence"}

    def _has(self, id_: str, known: AbstractSet[str], what: str) -> bool:
        if id_ in known:
            return True
        self._notes.left_out("the map", f"It names the {what} {id_}, which is not in the file.")
        return False

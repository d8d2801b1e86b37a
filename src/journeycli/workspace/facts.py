"""What a file says to other files: the ids that it declares and the names that it uses.

Facts are taken from the data and not from the model, so that a schema error somewhere in a file
does not erase its ids.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from journeycli.text import is_slug, slug

if TYPE_CHECKING:
    from journeycli.source.document import Data
    from journeycli.source.span import Path

FORMATS = {"journey-map": "map", "persona": "persona", "catalog": "catalog", "walk": "walk"}
"""The word before the slash of `format`, and the kind of file that it stands for."""

# What a key names, wherever it stands; the value is an id or a list of ids.
_NAMING = {
    "persona": "persona",
    "department": "department",
    "touchpoint": "touchpoint",
    "ref": "touchpoint",
    "evidence": "evidence",
    "channel": "channel",
    "answers": "action",
    "caused_by": "barrier",
    "barrier": "barrier",
    "for": "barrier",
    "needed_for": "need",
    "stage": "stage",
    "phase": "phase",
    "detail": "map",
    "baseline": "map",
}
# The same, by the list or mapping that the key stands in.
_NAMING_WITHIN: dict[tuple[str, str], str] = {
    ("handoffs", "from"): "department",
    ("handoffs", "to"): "department",
    ("customer_progression", "to"): "stage",
    ("company_progression", "to"): "stage",
    ("paths", "stages"): "stage",
    ("needs", "touchpoints"): "touchpoint",
    ("addresses", "barrier"): "baseline-barrier",
}
_NAMING_KEYS = frozenset({*_NAMING, *(key for _, key in _NAMING_WITHIN)})
_AT_ROOT = frozenset({"baseline"})  # the one key of a file itself that names something by one id
# What a walkthrough names: the rest of it is a record, which the map of today need not answer.
_WALK_NAMES = ("map", "persona")
# What the elements of a list declare, and the key that stands in for a missing id.
_DECLARING = {
    "stages": ("stage", ""),
    "touchpoints": ("touchpoint", "name"),
    "barriers": ("barrier", "text"),
    "opportunities": ("opportunity", "text"),
    "removals": ("removal", "text"),
    "customer_actions": ("action", ""),
    "company_actions": ("action", ""),
    "evidence": ("evidence", ""),
    "personas": ("persona", "name"),
    "paths": ("path", ""),
    "resources": ("resource", "name"),
    "lanes": ("lane", ""),
    "channels": ("channel", ""),
    "departments": ("department", ""),
    "phases": ("phase", ""),
}


NEEDED = frozenset({"barrier", "opportunity", "removal"})
"""What a resource can be needed for."""


class Declared(NamedTuple):
    """An id and where it is declared.

    Attributes:
        kind: What it stands for: `stage`, `touchpoint`, `barrier`, …
        id: The id, written or made from the name.
        path: The element's document path.
        name: How people call it.
        written: Whether the id is written and not made from the name.

    """

    kind: str
    id: str
    path: Path
    name: str
    written: bool


class Named(NamedTuple):
    """A name that points at something declared elsewhere: what kind, which id, and where."""

    kind: str
    id: str
    path: Path


@dataclass(frozen=True, slots=True)
class Facts:
    """What one file declares and names.

    Attributes:
        kind: `map`, `persona`, `catalog` or `walk`.
        id: The file's own id, empty where it has none.
        title: The map's title, or the persona's name.
        declared: Every id in document order.
        named: Every name in document order.
        data: All that the file says, for what is kept of it besides ids and names.

    """

    kind: str
    id: str
    title: str
    declared: tuple[Declared, ...]
    named: tuple[Named, ...]
    data: dict[str, Data] = field(repr=False, compare=False)

    def at(self, path: Path) -> Data:
        """Give what stands at a document path; None where nothing does."""
        node: Data = self.data
        for step in path:
            if isinstance(node, dict) and isinstance(step, str):
                node = node.get(step)
            elif isinstance(node, list) and isinstance(step, int) and step < len(node):
                node = node[step]
            else:
                return None
        return node

    def unresolved(self) -> tuple[Named, ...]:
        """Give the names that the file itself does not declare."""
        own = {(each.kind, each.id) for each in self.declared}
        needs = {each.id for each in self.declared if each.kind in NEEDED}
        return tuple(
            each
            for each in self.named
            if (each.kind, each.id) not in own and not (each.kind == "need" and each.id in needs)
        )


def kind_of(data: Data) -> str | None:
    """Tell a file's kind by its `format`, whatever the version, or None."""
    if not isinstance(data, dict):
        return None
    name = data.get("format")
    return FORMATS.get(name.partition("/")[0]) if isinstance(name, str) else None


def facts_of(data: Data) -> Facts | None:
    """Take the facts from a file's data; None where its kind cannot be told."""
    kind = kind_of(data)
    if kind is None or not isinstance(data, dict):
        return None
    collector = _Collector(kind)
    if kind == "walk":
        collector.record(data)
    else:
        collector.mapping(data, (), "")
    title = data.get("title") or data.get("name")
    own = data.get("id")
    return Facts(
        kind=kind,
        id=own if isinstance(own, str) else "",
        title=title if isinstance(title, str) else "",
        declared=tuple(collector.declared),
        named=tuple(collector.named),
        data=data,
    )


class _Collector:
    """Walks the data once and gathers declarations and names in document order."""

    def __init__(self, kind: str) -> None:
        self.declared: list[Declared] = []
        self.named: list[Named] = []
        self._kind = kind

    def record(self, data: dict[str, Data]) -> None:
        """Gather what a walkthrough names."""
        for key in _WALK_NAMES:
            value = data.get(key)
            if isinstance(value, str):
                self.named.append(Named(key, value, (key,)))

    def mapping(self, data: dict[str, Data], path: Path, within: str) -> None:
        """Gather what a mapping and all below it declare and name."""
        for key, value in data.items():
            if isinstance(value, str):
                if key in _NAMING_KEYS and (within or key in _AT_ROOT):
                    naming = _NAMING_WITHIN.get((within, key)) or _NAMING.get(key)
                    if naming is not None:
                        self.named.append(Named(naming, value, (*path, key)))
            elif value is None or key.startswith("x-"):
                continue  # nothing, or its writer's own
            elif isinstance(value, list):
                self._list(value, path, key, within)
            elif key == "lanes" and within == "stages":
                self._lanes(value, (*path, key))
            else:
                self.mapping(value, (*path, key), key)

    def _lanes(self, lanes: dict[str, Data], path: Path) -> None:
        """Gather what a stage says in lanes of the map's own: their keys are ids, never words."""
        for lane, said in lanes.items():
            self.named.append(Named("lane", lane, (*path, lane)))
            for index, value in enumerate(said if isinstance(said, list) else ()):
                if isinstance(value, dict):
                    self.mapping(value, (*path, lane, index), "lane")

    def _list(self, values: list[Data], path: Path, key: str, within: str) -> None:
        naming = _NAMING_WITHIN.get((within, key)) if key in _NAMING_KEYS else None
        naming = naming or _NAMING.get(key)
        declaring = _DECLARING.get(key) if naming is None or key == "evidence" else None
        if key == "channels" and (self._kind == "persona" or within == "personas"):
            naming, declaring = "channel", None
        for index, value in enumerate(values):
            if isinstance(value, dict):
                below = (*path, key, index)
                if declaring is not None:
                    self._declare(value, below, *declaring)
                self.mapping(value, below, key)
            elif naming is not None:
                if isinstance(value, str):
                    self.named.append(Named(naming, value, (*path, key, index)))
            elif declaring is not None and declaring[1] and isinstance(value, str):
                self._short_form(value, (*path, key, index), declaring[0])

    def _declare(self, element: dict[str, Data], path: Path, kind: str, stand_in: str) -> None:
        written = element.get("id")
        name = element.get("name") or element.get("text") or element.get("title")
        shown = name if isinstance(name, str) else ""
        if isinstance(written, str):
            self.declared.append(Declared(kind, written, path, shown or written, written=True))
        elif stand_in and isinstance(name := element.get(stand_in), str):
            self.declared.append(Declared(kind, slug(name), path, name, written=False))

    def _short_form(self, text: str, path: Path, kind: str) -> None:
        if kind == "persona" and is_slug(text):
            self.named.append(Named("persona", text, path))
        else:
            self.declared.append(Declared(kind, slug(text), path, text, written=False))

"""References that follow what they point at to its new id."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, TypeAlias

from journeycli.compare.elements import Value

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from journeycli.compare.elements import Element

Renames: TypeAlias = "Mapping[tuple[str, str], str]"
"""The new id of an element by its kind and its old id."""

_POINT_AT: Final = {
    "id of a customer action": ("customer action",),
    "id of a barrier": ("barrier",),
    "id of a barrier or opportunity": ("barrier", "opportunity", "removal"),
    "id of evidence": ("evidence",),
    "id of a persona": ("persona",),
    "id of a stage": ("stage",),
    "id of a touchpoint": ("touchpoint",),
    "channel": ("channel",),
    "department": ("department",),
    "phase": ("phase",),
}
"""What a kind of scalar can point at, by the names of the format's reference."""


def renames(
    pairs: Iterable[tuple[Element, Element]], old: Iterable[Element], new: Iterable[Element]
) -> dict[tuple[str, str], str]:
    """Give the new ids: of elements whose old id is gone and whose new one was not there.

    Args:
        pairs: Each element as it was and as it is.
        old: All elements of the old version.
        new: All elements of the new one.

    """
    were = {(each.kind, each.id) for each in old}
    are = {(each.kind, each.id) for each in new}
    return {
        (before.kind, before.id): after.id
        for before, after in pairs
        if before.id != after.id
        and (before.kind, before.id) not in are
        and (after.kind, after.id) not in were
    }


def follow(value: Value | None, renamed: Renames) -> Value | None:
    """Give a value as it reads once its references follow the new ids."""
    kinds = _POINT_AT.get(value.scalar) if value is not None and renamed else None
    if value is None or kinds is None:
        return value
    if isinstance(value.content, tuple):
        followed = tuple(_followed(each, kinds, renamed) for each in value.content)
        return Value(followed, value.scalar)
    return Value(_followed(str(value.content), kinds, renamed), value.scalar)


def _followed(name: str, kinds: tuple[str, ...], renamed: Renames) -> str:
    found = (renamed.get((kind, name)) for kind in kinds)
    return next((each for each in found if each is not None), name)

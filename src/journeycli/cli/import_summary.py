"""What is said after an import: how much came in, and what was done to it on the way."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from journeycli.text import counted, visible

if TYPE_CHECKING:
    from journeycli.interchange.draft import Draft

_SHOWN = 25  # remarks of a kind; what is left out is told in full
_COUNTED = (
    ("touchpoints", "touchpoint"),
    ("barriers", "barrier"),
    ("opportunities", "opportunity"),
)


def summary(draft: Draft) -> str:
    """Tell what an import brought, and its remarks by kind."""
    from journeycli.interchange.draft import RemarkKind

    stages = draft.data.get("stages", [])
    parts = [counted(len(stages), "stage"), counted(_statements(stages), "statement")]
    for key, one in _COUNTED:
        number = sum(len(stage[key]) for stage in stages if isinstance(stage.get(key), list))
        many = "opportunities" if one == "opportunity" else None
        parts.append(counted(number, one, many))
    lines = [f"       {', '.join(parts)}"]
    for kind in RemarkKind:
        own = [remark for remark in draft.remarks if remark.kind is kind]
        if own:
            lines.append(f"\n  {kind.value}:")
        limit = len(own) if kind is RemarkKind.LEFT_OUT else _SHOWN
        lines += [f"    {visible(each.place)}: {visible(each.message)}" for each in own[:limit]]
        if len(own) > limit:
            lines.append(f"    and {counted(len(own) - limit, 'other')}")
    return "\n".join(lines) + "\n"


def _statements(stages: list[dict[str, Any]]) -> int:
    """Count what is said in the stages, in whichever lane."""
    total = 0
    for stage in stages:
        for value in stage.values():
            total += len(value) if isinstance(value, list) else 0
        for value in stage.get("lanes", {}).values():
            total += len(value) if isinstance(value, list) else 1
    return total

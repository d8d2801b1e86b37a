"""Where a generated stage meets the customer, and where it leads on to."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from draft import STAGES_OF_A_MAP
from stories import table
from yaml_text import Row

if TYPE_CHECKING:
    from draft import Draft, Scene

_DECISIVE = (0, 2)  # the stages whose first touchpoint is a moment of truth
_FORK = 1  # the stage after which some leave, and one touchpoint of which may have no channel


def touchpoints(draft: Draft, scene: Scene) -> list[dict[str, Any] | Row]:
    """Write the stage's touchpoints: two of its own, and in most stages one of the catalog's."""
    lead, second = scene.story["lead"], scene.story["second"]
    written: list[dict[str, Any] | Row] = [
        _touchpoint(draft, scene, scene.contacts[0], lead),
        _touchpoint(draft, scene, scene.contacts[1], second),
    ]
    shared = table("personas")["touchpoints"]
    if scene.position < len(shared):
        written.append(Row({"ref": shared[scene.position]["id"], "opinion": _opinion(draft)}))
    if "channel" in draft.gaps and scene.position == _FORK:
        told = {
            "id": f"counter-{draft.number:05}",
            "name": f"Counter for the {draft.about.thing} in {draft.about.city}",
        }
        written.append(_touchpoint(draft, scene, told, second))
    return written


def onward(draft: Draft, scene: Scene, barrier: str) -> dict[str, Any]:
    """Write what leads from the stage to the next: the handoff, and who leaves because of what."""
    after = scene.position + 1
    if after == STAGES_OF_A_MAP:
        return {}
    written: dict[str, Any] = {}
    following = draft.stories[after]
    common = table("common")
    if following["lead"] != scene.story["lead"]:
        handoff = {"from": scene.story["lead"], "to": following["lead"]}
        written["handoffs"] = [{**handoff, "what": draft.dice.one(common["handed"])}]
    if scene.position == _FORK:
        stay = 55 + draft.dice.below(40)
        end = draft.about.fill(draft.dice.one(common["exits"]))
        written["next"] = [
            Row({"stage": following["id"], "share": stay / 100}),
            {"end": end, "share": (100 - stay) / 100, "barrier": barrier},
        ]
    return written


def _touchpoint(
    draft: Draft, scene: Scene, told: dict[str, Any], department: str
) -> dict[str, Any]:
    channel = told.get("channel")
    written: dict[str, Any] = {"id": told["id"], "name": told["name"]}
    if channel is not None:
        written["channel"] = channel if isinstance(channel, str) else Row(channel)
    written["department"] = department
    opinion = _opinion(draft)
    if told is scene.contacts[0] and scene.position in _DECISIVE:
        written |= {"moment_of_truth": True, "expected": 1}
        opinion = Row({"before": 0, "during": 1, "after": 0.5, "evidence": [scene.evidence]})
    if told is scene.contacts[1] and scene.position == _FORK and "opinion" in draft.gaps:
        opinion = Row({"before": 0, "during": 0.5})
    return {**written, "opinion": opinion}


def _opinion(draft: Draft) -> Row:
    halves = (-1, -0.5, 0, 0.5, 1)
    return Row({moment: draft.dice.one(halves) for moment in ("before", "during", "after")})

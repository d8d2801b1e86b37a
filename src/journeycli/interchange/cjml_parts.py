"""What the touchpoints of a CJML journey become: steps, actions, touchpoints, hand-overs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from journeycli.interchange import scores
from journeycli.interchange.cjml_words import channel
from journeycli.interchange.draft import Remark, RemarkKind
from journeycli.interchange.ids import Ids
from journeycli.interchange.moods import mood
from journeycli.text import shorten

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from journeycli.interchange.cjml_journey import Journey, Point, Side
    from journeycli.interchange.xml_tree import Node

NOTES: Final = "notes"
"""The lane for whatever a touchpoint says beyond the format: messages, times, comments."""
DEVIATIONS: Final = "deviations"
"""The lane for what differs from the plan and stands in nobody's way."""
_READ: Final = frozenset({
    "touchpointid", "belongsto", "compliance", "initiator", "actor", "receiver", "channel",
    "touchpointexperience",
})  # fmt: skip
_DIFFERENCES: Final = {
    "failing": "Did not go as planned: ",
    "failed": "Did not go as planned: ",
    "missing": "Was planned and did not happen: ",
}
_AD_HOC: Final = ("adhoc", "unplanned")
_SHORT: Final = 4  # words of a feeling; more is a thought
_SHOWN: Final = 60


class Parts:
    """Turns the points of one journey into parts of stages, and remembers whom and what they name.

    Attributes:
        personas: Names by id, in order.
        departments: Names by id, in order.
        channels: Names by id, in order, of those that are not built in.
        remarks: What was done, in the order of the file.

    """

    def __init__(self, journey: Journey, scale: scores.Scale | None) -> None:
        self.personas: dict[str, str] = {}
        self.departments: dict[str, str] = {}
        self.channels: dict[str, str] = {}
        self.remarks: list[Remark] = []
        self._scale = scale or scores.Scale(1, 5)
        self._ids = {True: Ids("persona"), False: Ids("department")}
        self._points = Ids("touchpoint")
        self._seen: set[str] = set()
        self._actors: dict[str, tuple[bool, str]] = {}
        for actor in journey.actors:
            self._declare(actor.id, actor.name, is_customer=actor.is_customer)
        for actor in journey.actors:  # some files refer to actors by name
            self._actors.setdefault(actor.name, self._actors[actor.id])
        self._several = len(self.personas) > 1

    def add(self, point: Point, stage: dict[str, Any]) -> None:
        """Put what a point says into its stage."""
        sides = [point.initiator] if point.receiver is None else [point.initiator, point.receiver]
        known = [self._actor(side, point, number) for number, side in enumerate(sides)]
        named = [side for side in sides if side.label]
        text = named[0].label if named else self._unnamed(point, known)
        meets = point.receiver is not None or bool(point.channel)
        touchpoint = self._touchpoint(point, text, stage) if meets else None
        if point.compliance != "missing":
            self._happened(point, text, touchpoint, list(zip(sides, known, strict=True)), stage)
        self._deviation(point, text, touchpoint, stage)
        for said in self._notes(point):
            stage.setdefault("lanes", {}).setdefault(NOTES, []).append(f"{text}: {said}")

    def _happened(
        self,
        point: Point,
        text: str,
        touchpoint: str | None,
        sides: Sequence[tuple[Side, tuple[bool, str]]],
        stage: dict[str, Any],
    ) -> None:
        """Put down what either side did."""
        known = [actor for _, actor in sides]
        felt = self._felt(point.node, stage)
        for side, (is_customer, id_) in sides:
            label = side.label or (text if side is sides[0][0] else "")
            if label and is_customer:
                whose = {"persona": id_} if self._several else {}
                step = _said(label, touchpoint=touchpoint, **whose, **felt)
                stage.setdefault("customer_actions", []).append(step)
                felt = {}
            elif label:
                inside = not any(customer for customer, _ in known)
                layer = "backstage" if inside else "frontstage"
                step = _said(label, layer=layer, department=id_, touchpoint=touchpoint)
                stage.setdefault("company_actions", []).append(step)
        if felt:
            stage.setdefault("emotions", []).append({**felt, "trigger": text})
        if not any(customer for customer, _ in known) and known[0] != known[-1]:
            handoff = {"from": known[0][1], "to": known[-1][1], "what": text}
            stage.setdefault("handoffs", []).append(handoff)

    def _declare(self, id_: str, name: str, *, is_customer: bool) -> tuple[bool, str]:
        if id_ not in self._actors:
            taken = self._ids[is_customer].take(name or id_)
            (self.personas if is_customer else self.departments)[taken] = name or id_
            self._actors[id_] = (is_customer, taken)
        return self._actors[id_]

    def _actor(self, side: Side, point: Point, number: int) -> tuple[bool, str]:
        """Find an actor; one that nobody declared is a provider, unless no end user is known."""
        if side.actor in self._actors:
            return self._actors[side.actor]
        first = not self.personas and number == 0
        name = side.actor or ("Customer" if first else "Company")
        what = "an end user" if first else "a service provider"
        message = f'The actor "{shorten(name, _SHOWN)}" is not declared; taken for {what}.'
        self._note(RemarkKind.GUESSED, point.node, message)
        return self._declare(side.actor, name, is_customer=first)

    def _unnamed(self, point: Point, known: list[tuple[bool, str]]) -> str:
        names = [(self.personas if customer else self.departments)[id_] for customer, id_ in known]
        text = " → ".join(names) + (f" ({point.channel})" if point.channel else "")
        message = f'A touchpoint without a label is called "{shorten(text, _SHOWN)}".'
        self._note(RemarkKind.GUESSED, point.node, message)
        return text

    def _touchpoint(self, point: Point, name: str, stage: dict[str, Any]) -> str:
        if point.id and point.id in self._seen:
            message = f"Another touchpoint has the id {point.id} already; this one got a number."
            self._note(RemarkKind.CHANGED, point.node, message)
        self._seen.add(point.id)
        id_ = self._points.take(point.id or name)
        found = {"id": id_, "name": name}
        if point.channel:
            found["channel"] = self._channel(point)
        stage.setdefault("touchpoints", []).append(found)
        return id_

    def _channel(self, point: Point) -> str:
        built_in = channel(point.channel)
        if built_in:
            return built_in
        own = next((id_ for id_, name in self.channels.items() if name == point.channel), None)
        if own is None:
            own = Ids("channel").take(point.channel)
            while own in self.channels:
                own += "-2"
            self.channels[own] = point.channel
            message = f'The channel "{shorten(point.channel, _SHOWN)}" is one of the map\'s own.'
            self._note(RemarkKind.KEPT, point.node, message)
        return own

    def _felt(self, node: Node, stage: dict[str, Any]) -> dict[str, Any]:
        """Give feeling and score of an experience; a sentence that describes it is a thought."""
        experience = node.one("touchpointexperience")
        if experience is None:
            return {}
        rating = experience.said("experiencerating", "rating")
        said = experience.said("experiencedescription", "description")
        found: dict[str, Any] = {}
        if said and len(said.split()) <= _SHORT:
            found["feeling"] = said
        elif said:
            stage.setdefault("thoughts", []).append(said)
        read = mood(rating) if rating else None
        if read and read.number:
            scale = read.number.scale or self._scale
            found["score"] = scores.plain_score(scores.convert(read.number.value, scale))
        elif read and read.sign is not None:
            found["score"] = scores.plain_score(read.sign)
        elif rating:
            self._note(RemarkKind.LEFT_OUT, node, f'The rating "{rating}" is no score.')
        return found

    def _deviation(
        self, point: Point, text: str, touchpoint: str | None, stage: dict[str, Any]
    ) -> None:
        """Say what differs from the plan; what failed or is missing is a barrier."""
        if point.compliance in _DIFFERENCES:
            barrier = _said(_DIFFERENCES[point.compliance] + text, touchpoint=touchpoint)
            stage.setdefault("barriers", []).append(barrier)
        elif point.compliance in _AD_HOC:
            lane = stage.setdefault("lanes", {}).setdefault(DEVIATIONS, [])
            lane.append(f"Happened without being planned: {text}")

    def _notes(self, point: Point) -> Iterator[str]:
        known = ("", "completed", "compliant", "asplanned", *_DIFFERENCES, *_AD_HOC)
        if point.compliance not in known:
            yield f"compliance {point.compliance}"
        for child in point.node.children:
            if child.name not in _READ:
                yield from (f"{leaf.name} {leaf.text}" for leaf in child.walk() if leaf.text)

    def _note(self, kind: RemarkKind, node: Node, message: str) -> None:
        self.remarks.append(Remark(kind, f"line {node.line}", message))


def _said(text: str, **more: object) -> Any:
    """Give a statement: a sentence, or a mapping where there is more to say."""
    kept = {key: value for key, value in more.items() if value is not None}
    return {"text": text, **kept} if kept else text

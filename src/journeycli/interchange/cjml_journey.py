"""CJML as its parts: a journey with its phases, its actors and its touchpoints.

What version 2.0 (November 2022) looks like is taken from the sample on https://www.cjml.no and from
the public tools that write and read it: the XML writer and reader of aika0725/remake-cjml-tool, and
SINTEF's ExcelToCJML. Namespaces, the case of names and the order of elements make no difference.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

    from journeycli.interchange.xml_tree import Node

_JOURNEYS: Final = {"plannedjourney": True, "actualjourney": False}
_POINTS: Final = (
    "plannedcommunicationpoint", "actualcommunicationpoint", "communicationpoint",
    "plannedaction", "actualaction", "action", "plannedactivity", "actualactivity", "activity",
)  # fmt: skip
_CUSTOMERS: Final = ("enduser", "customer", "user")


class Actor(NamedTuple):
    """Someone who takes part.

    Attributes:
        id: As the file has it.
        name: What they are called.
        is_customer: Whether they are the end user.

    """

    id: str
    name: str
    is_customer: bool


class Side(NamedTuple):
    """One side of a touchpoint: who it is, as the file names them, and what they do."""

    actor: str
    label: str


class Point(NamedTuple):
    """A touchpoint: a communication between two, or an action of one.

    Attributes:
        node: Its element.
        id: Its touchpointID, or an empty text.
        phase: The phase that it names, or an empty text.
        initiator: Who begins it.
        receiver: Who gets it; None for an action.
        channel: The name of its channel, or an empty text.
        compliance: `adhoc`, `failing`, `missing`, another word or an empty text.

    """

    node: Node
    id: str
    phase: str
    initiator: Side
    receiver: Side | None
    channel: str
    compliance: str


class Journey(NamedTuple):
    """One journey of a file.

    Attributes:
        node: Its element.
        planned: Whether it is how things were meant to be.
        id: Its journeyID, or an empty text.
        plan: The planned journey that it names, or an empty text.
        phases: Names and descriptions by phaseID, in order.
        actors: Its actors, in order.
        points: Its touchpoints, in order.

    """

    node: Node
    planned: bool
    id: str
    plan: str
    phases: Mapping[str, tuple[str, str]]
    actors: tuple[Actor, ...]
    points: tuple[Point, ...]


def journeys(root: Node) -> list[Journey]:
    """Give the journeys of a file, in order."""
    return [_journey(node) for node in root.walk() if node.name in _JOURNEYS]


def _journey(node: Node) -> Journey:
    phases = {
        _id(each, "phaseid") or each.said("phasename"): (
            each.said("phasename") or _id(each, "phaseid"),
            each.said("phasedescription"),
        )
        for group in node.all("journeyphases")
        for each in group.all("journeyphase", "phase")
    }
    return Journey(
        node,
        _JOURNEYS[node.name],
        node.said("journeyid") or node.attributes.get("journeyid", ""),
        node.said("plannedreference"),
        {id_: said for id_, said in phases.items() if id_},
        tuple(_actor(each) for group in node.all("actors") for each in group.children),
        tuple(
            _point(each)
            for group in (node, *node.all("touchpoints"))
            for each in group.all(*_POINTS)
        ),
    )


def _actor(node: Node) -> Actor:
    id_, is_customer = _id(node, "actorid"), node.name in _CUSTOMERS
    name = node.said("actorname", "companyname", "name") or id_ or node.text
    name = name or ("Customer" if is_customer else "Company")
    return Actor(id_ or name, name, is_customer)


def _point(node: Node) -> Point:
    belongs = node.one("belongsto")
    channel = node.one("channel")
    receiver = node.one("receiver")
    initiator = node.one("initiator", "actor")
    return Point(
        node,
        node.said("touchpointid") or node.attributes.get("touchpointid", ""),
        (_id(belongs, "phaseid") or belongs.text) if belongs else "",
        _side(initiator, "initiatorlabel") if initiator else Side("", ""),
        _side(receiver, "receiverlabel") if receiver else None,
        (channel.said("channelname", "name") or channel.text) if channel else "",
        node.said("compliance").lower().replace("-", "").replace(" ", ""),
    )


def _side(node: Node, label: str) -> Side:
    refers = node.one("refersto", "actor")
    actor = (_id(refers, "actorid") or refers.text) if refers else _id(node, "actorid")
    return Side(actor, node.said(label, "actorlabel", "label"))


def _id(node: Node, name: str) -> str:
    """Give an id, which some tools write as a reference where it is declared, and back."""
    return node.attributes.get(name) or node.attributes.get(f"{name}ref") or node.said(name)

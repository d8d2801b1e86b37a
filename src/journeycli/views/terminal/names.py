"""What the ids of a map are called: its personas, channels, departments, touchpoints, evidence."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from journeycli.model import Persona
from journeycli.model.channels import CHANNELS
from journeycli.model.register import known, register

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from journeycli.model import (
        Catalog,
        Channel,
        Department,
        Evidence,
        JourneyMap,
        SharedTouchpoint,
        Touchpoint,
    )
    from journeycli.model.register import KnownTouchpoint


_Named = TypeVar("_Named", "Channel", "Department")


class Sign(NamedTuple):
    """How a channel is drawn: a sign of one cell, and its twin in ASCII."""

    unicode: str
    ascii: str


SIGNS = {
    "advertising": Sign("⚑", "ad"),
    "search": Sign("⌕", "find"),
    "press": Sign("¶", "news"),
    "social-media": Sign("#", "#"),
    "website": Sign("▣", "web"),
    "app": Sign("▯", "app"),
    "email": Sign("✉", "@"),
    "sms": Sign("✆", "sms"),
    "instant-messaging": Sign("✆", "im"),
    "live-chat": Sign("⌨", "chat"),
    "chatbot": Sign("⌨", "bot"),
    "forum": Sign("☷", "forum"),
    "phone": Sign("☎", "tel"),
    "self-service": Sign("⚙", "self"),
    "store": Sign("⌂", "shop"),
    "meeting": Sign("☺", "meet"),
    "field-visit": Sign("☺", "visit"),
    "event": Sign("★", "event"),
    "partner": Sign("⚭", "with"),
    "marketplace": Sign("▣", "market"),
    "post": Sign("✉", "post"),
    "print": Sign("✎", "print"),
    "document": Sign("▤", "doc"),
    "in-product": Sign("◉", "in"),
    "review-site": Sign("★", "stars"),
    "word-of-mouth": Sign("❝", "talk"),
}
"""The sign of each built-in channel."""

_BY_KIND = {
    "digital": Sign("▣", "net"),
    "voice": Sign("☎", "tel"),
    "physical": Sign("⌂", "place"),
    "social": Sign("❝", "talk"),
}
_UNKNOWN = Sign("○", "o")


@dataclass(frozen=True)
class Names:
    """The names that stand around a map.

    Attributes:
        journey: The map.
        catalogs: The workspace's catalogs, in the order of their files.
        others: The workspace's personas.

    """

    journey: JourneyMap
    catalogs: tuple[Catalog, ...] = ()
    others: tuple[Persona, ...] = ()

    @cached_property
    def personas(self) -> Mapping[str, Persona]:
        """The map's personas by id, the main actor first, as far as they are known."""
        known_ = {persona.id: persona for persona in reversed(self.others)}
        found: dict[str, Persona] = {}
        for each in self.journey.personas:
            persona = each if isinstance(each, Persona) else known_.get(each)
            if persona is not None:
                found.setdefault(persona.id, persona)
        return found

    @cached_property
    def evidence(self) -> Mapping[str, Evidence]:
        """What is known of each piece of evidence, by id: the map's own, then the catalogs'."""
        lists = (self.journey.evidence, *(catalog.evidence for catalog in self.catalogs))
        return {each.id: each for evidence in reversed(lists) for each in reversed(evidence)}

    def persona(self, id_: str) -> str:
        """Give the name of a persona; the id where nobody says."""
        found = self.personas.get(id_)
        return found.name if found else id_

    def channel(self, id_: str) -> str:
        """Give the name of a channel; the id where nobody says."""
        if id_ in CHANNELS:
            return CHANNELS[id_].name
        return self._channels[id_].name or id_ if id_ in self._channels else id_

    def channel_sign(self, id_: str) -> Sign:
        """Give the sign of a channel, or that of its kind."""
        if id_ in SIGNS:
            return SIGNS[id_]
        kind = self._channels[id_].kind if id_ in self._channels else None
        return _BY_KIND[kind] if kind else _UNKNOWN

    def department(self, id_: str | None) -> str:
        """Give the name of a department; what was written where nobody says."""
        if id_ is None:
            return ""
        return self._departments[id_].name or id_ if id_ in self._departments else id_

    def touchpoint(self, touchpoint: Touchpoint) -> KnownTouchpoint:
        """Give what is known of a touchpoint, wherever it is declared."""
        return known(touchpoint, self._touchpoints)

    def touchpoint_name(self, id_: str | None) -> str:
        """Give the name of a touchpoint by its id."""
        found = self._touchpoints.get(id_) if id_ else None
        return (found.name if found else None) or id_ or ""

    def stage(self, id_: str) -> str:
        """Give the name of a stage by its id."""
        return next((each.name for each in self.journey.stages if each.id == id_), id_)

    @cached_property
    def _touchpoints(self) -> Mapping[str, SharedTouchpoint | Touchpoint]:
        return register(self.journey, self.catalogs)

    @cached_property
    def _channels(self) -> Mapping[str, Channel]:
        lists = (self.journey.channels, *(catalog.channels for catalog in self.catalogs))
        return _by_id(lists)

    @cached_property
    def _departments(self) -> Mapping[str, Department]:
        lists = (self.journey.departments, *(catalog.departments for catalog in self.catalogs))
        return _by_id(lists)


def _by_id(lists: Iterable[Iterable[_Named]]) -> Mapping[str, _Named]:
    found: dict[str, _Named] = {}
    for elements in lists:
        for each in elements:
            found.setdefault(each.id, each)
    return found

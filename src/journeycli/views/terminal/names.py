"""What the ids of a map are called: its personas, channels, departments, touchpoints, evidence."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from journeycli.model.channels import CHANNELS
from journeycli.model.register import known, register
from journeycli.views.naming import declared, people, personas

if TYPE_CHECKING:
    from collections.abc import Mapping

    from journeycli.model import (
        Catalog,
        Evidence,
        JourneyMap,
        Persona,
        SharedTouchpoint,
        Touchpoint,
    )
    from journeycli.model.register import KnownTouchpoint
    from journeycli.views.naming import Declared


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
        known_ = personas(self.journey, self.others)
        return {each.id: each for each in people(self.journey, known_)}

    @cached_property
    def evidence(self) -> Mapping[str, Evidence]:
        """What is known of each piece of evidence, by id: the map's own, then the catalogs'."""
        return self._declared.evidence

    def persona(self, id_: str) -> str:
        """Give the name of a persona; the id where nobody says."""
        found = self.personas.get(id_)
        return found.name if found else id_

    def channel(self, id_: str) -> str:
        """Give the name of a channel; the id where nobody says."""
        found = self._declared.channels.get(id_)
        if found is None and id_ in CHANNELS:
            return CHANNELS[id_].name
        return (found.name if found else None) or id_

    def channel_sign(self, id_: str) -> Sign:
        """Give the sign of a channel, or that of its kind."""
        if id_ in SIGNS:
            return SIGNS[id_]
        found = self._declared.channels.get(id_)
        return _BY_KIND[found.kind] if found and found.kind else _UNKNOWN

    def department(self, id_: str | None) -> str:
        """Give the name of a department; what was written where nobody says."""
        if id_ is None:
            return ""
        found = self._declared.departments.get(id_)
        return (found.name if found else None) or id_

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
    def _declared(self) -> Declared:
        return declared(self.journey, self.catalogs)

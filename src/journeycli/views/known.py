"""What the ids of a map stand for: personas, departments, channels, touchpoints and evidence."""

from __future__ import annotations

from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from journeycli.model.channels import CHANNELS
from journeycli.model.register import register
from journeycli.views import naming
from journeycli.views.icons import ICON_NAMES
from journeycli.views.wording import towards

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from journeycli.model.catalog import Catalog
    from journeycli.model.evidence import Evidence
    from journeycli.model.journey import JourneyMap
    from journeycli.model.persona import Persona
    from journeycli.model.stage import Stage
    from journeycli.model.touchpoints import Handoff, Image, SharedTouchpoint, Touchpoint
    from journeycli.views.illustrations import Illustration


class ChannelLook(NamedTuple):
    """How a channel shows: its name and the icon that stands for it."""

    name: str
    icon: str


class Illustrated(NamedTuple):
    """The pictures that were taken in, by the paths that files give.

    Attributes:
        own: Those that the map names.
        shared: Those that catalogs name.
        portraits: Those of personas, by the persona's id.

    """

    own: Mapping[str, Illustration] = MappingProxyType({})
    shared: Mapping[str, Illustration] = MappingProxyType({})
    portraits: Mapping[str, Illustration] = MappingProxyType({})


class Shown(NamedTuple):
    """A picture of a touchpoint: its text, its path, and itself where it was taken in."""

    text: str
    src: str
    drawn: Illustration | None


@dataclass(frozen=True, slots=True)
class Known:
    """Everything that a map's ids can mean, by id.

    Attributes:
        pictures: The pictures of each stage's touchpoints.
        portraits: The pictures of personas that were taken in.

    """

    personas: Mapping[str, Persona]
    departments: Mapping[str, str]
    channels: Mapping[str, ChannelLook]
    touchpoints: Mapping[str, Touchpoint | SharedTouchpoint]
    evidence: Mapping[str, Evidence]
    pictures: Mapping[str, tuple[Shown, ...]] = field(default_factory=dict)
    portraits: Mapping[str, Illustration] = field(default_factory=dict)

    def department(self, name: str | None) -> str:
        """Give what people call a department; free text stays as it is."""
        return self.departments.get(name, name) if name else ""

    def persona(self, name: str | None) -> str:
        """Give what people call a persona."""
        if not name:
            return ""
        return self.personas[name].name if name in self.personas else readable(name)

    def passing(self, handoff: Handoff) -> str:
        """Tell who hands over to whom; the arrow points the way that the names are read."""
        return towards(self.department(handoff.from_), self.department(handoff.to))

    def people(self, journey: JourneyMap) -> list[Persona]:
        """Give the personas of a map that are known, the main actor first."""
        return list(naming.people(journey, self.personas))

    def channel(self, name: str) -> ChannelLook:
        """Give how a channel shows; one that nobody declared has the plain icon."""
        return self.channels.get(name) or ChannelLook(readable(name), "other")

    def source(self, name: str) -> tuple[str, str]:
        """Give the title and the link of evidence."""
        found = self.evidence.get(name)
        return (
            (readable(name), "")
            if found is None
            else (found.title or readable(name), found.link or "")
        )


def know(
    journey: JourneyMap,
    catalogs: Iterable[Catalog] = (),
    personas: Iterable[Persona] = (),
    illustrated: Illustrated = Illustrated(),  # noqa: B008 - a frozen value
) -> Known:
    """Gather what a map's ids mean: what the map declares comes before what the workspace does."""
    catalogs = tuple(catalogs)
    shared = [touchpoint for catalog in catalogs for touchpoint in catalog.touchpoints]
    declared = naming.declared(journey, catalogs)
    channels = {key: ChannelLook(each.name, key) for key, each in CHANNELS.items()}
    for channel in declared.channels.values():
        channels[channel.id] = ChannelLook(
            channel.name or readable(channel.id), _icon(channel.id, channel.kind)
        )
    return Known(
        personas=naming.personas(journey, personas),
        departments={
            each.id: each.name or readable(each.id) for each in declared.departments.values()
        },
        channels=channels,
        touchpoints=register(journey, catalogs),
        evidence=declared.evidence,
        pictures=_pictures(journey, {each.effective_id: each for each in shared}, illustrated),
        portraits=illustrated.portraits,
    )


def readable(name: str) -> str:
    """Give an id as words: `field-service` becomes `Field service`."""
    words = name.replace("-", " ").replace("_", " ").strip()
    return words[:1].upper() + words[1:]


def _pictures(
    journey: JourneyMap, shared: Mapping[str, SharedTouchpoint], illustrated: Illustrated
) -> dict[str, tuple[Shown, ...]]:
    """Give each stage's pictures; a shared touchpoint's stand where the map names it first."""
    left = dict(shared)
    return {stage.id: tuple(_of_stage(stage, left, illustrated)) for stage in journey.stages}


def _of_stage(
    stage: Stage, left: dict[str, SharedTouchpoint], illustrated: Illustrated
) -> Iterator[Shown]:
    for each in stage.touchpoints:
        common = left.pop(each.effective_id, None)
        if each.images:
            yield from (_shown(image, illustrated.own) for image in each.images)
        elif common is not None:
            yield from (_shown(image, illustrated.shared) for image in common.images)


def _shown(image: Image, found: Mapping[str, Illustration]) -> Shown:
    return Shown(image.alt or image.src, image.src, found.get(image.src))


def _icon(name: str, kind: str | None) -> str:
    return name if name in ICON_NAMES else (kind or "other")

"""The workspace's shared words: what all its catalogs declare, merged."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from journeycli.model.channels import CHANNELS

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from journeycli.model import Catalog, Evidence
    from journeycli.model.touchpoints import SharedTouchpoint


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """What catalogs add to the words of the format; the first catalog to declare an id counts.

    Attributes:
        channels: The kind of each added channel, by id; None where the catalog does not say.
        departments: The name of each declared department, by id.
        phases: The built-in phase of each added phase, by id.
        touchpoints: The shared touchpoints, by id.
        evidence: The shared evidence, by id.

    """

    channels: Mapping[str, str | None] = field(default_factory=dict)
    departments: Mapping[str, str] = field(default_factory=dict)
    phases: Mapping[str, str | None] = field(default_factory=dict)
    touchpoints: Mapping[str, SharedTouchpoint] = field(default_factory=dict)
    evidence: Mapping[str, Evidence] = field(default_factory=dict)

    @classmethod
    def of(cls, catalogs: Iterable[Catalog]) -> Vocabulary:
        """Merge catalogs, in the order of their files."""
        channels: dict[str, str | None] = {}
        departments: dict[str, str] = {}
        phases: dict[str, str | None] = {}
        touchpoints: dict[str, SharedTouchpoint] = {}
        evidence: dict[str, Evidence] = {}
        for catalog in reversed(list(catalogs)):  # the first to declare an id is the last to write
            channels |= {each.id: each.kind for each in catalog.channels}
            departments |= {each.id: each.name or each.id for each in catalog.departments}
            phases |= {each.id: each.is_ for each in catalog.phases}
            touchpoints |= {each.effective_id: each for each in catalog.touchpoints}
            evidence |= {each.id: each for each in catalog.evidence}
        return cls(channels, departments, phases, touchpoints, evidence)

    def phase(self, name: str) -> str:
        """Give the built-in phase that a phase stands for; itself where it is one."""
        return self.phases.get(name) or name

    def department_name(self, name: str) -> str:
        """Give what people call a department; what was written where nobody declares it."""
        return self.departments.get(name, name)

    def channel_kind(self, name: str) -> str | None:
        """Give the kind of a channel: digital, voice, physical or social; None if unknown."""
        built_in = CHANNELS.get(name)
        return built_in.kind if built_in else self.channels.get(name)

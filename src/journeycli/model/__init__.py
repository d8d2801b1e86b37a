"""What a map is: frozen models of the whole format, its words, and what every room asks of a map.

The names here are loaded when they are asked for: the models stand on pydantic, and whoever wants
only a vocabulary need not wait for it.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from journeycli.model.answers import UNANSWERED, Answer
    from journeycli.model.barriers import Barrier, Measure, Opportunity, Removal
    from journeycli.model.catalog import Catalog, Channel, Department, OwnPhase
    from journeycli.model.curve import stage_low, stage_score
    from journeycli.model.data import as_data
    from journeycli.model.days import Day
    from journeycli.model.evidence import Evidence, Metric, PageLink
    from journeycli.model.frame import (
        Address,
        Contributor,
        CustomerOwner,
        Effect,
        Lane,
        Owner,
        Path,
        Resource,
        Review,
        ReviewEntry,
        Scope,
    )
    from journeycli.model.journey import JourneyMap
    from journeycli.model.lanes import Lanes
    from journeycli.model.persona import Persona, PersonaFile
    from journeycli.model.register import KnownTouchpoint, acting_departments, known
    from journeycli.model.stage import Next, Stage
    from journeycli.model.statements import (
        CompanyAction,
        CustomerAction,
        Emotion,
        Need,
        Progression,
        Statement,
    )
    from journeycli.model.touchpoints import Handoff, Image, Opinion, SharedTouchpoint, Touchpoint
    from journeycli.model.traits import Trait
    from journeycli.model.walk import Walk, WalkStep
    from journeycli.model.ways import Way, next_stages

__all__ = [
    "UNANSWERED",
    "Address",
    "Answer",
    "Barrier",
    "Catalog",
    "Channel",
    "CompanyAction",
    "Contributor",
    "CustomerAction",
    "CustomerOwner",
    "Day",
    "Department",
    "Effect",
    "Emotion",
    "Evidence",
    "Handoff",
    "Image",
    "JourneyMap",
    "KnownTouchpoint",
    "Lane",
    "Lanes",
    "Measure",
    "Metric",
    "Need",
    "Next",
    "Opinion",
    "Opportunity",
    "OwnPhase",
    "Owner",
    "PageLink",
    "Path",
    "Persona",
    "PersonaFile",
    "Progression",
    "Removal",
    "Resource",
    "Review",
    "ReviewEntry",
    "Scope",
    "SharedTouchpoint",
    "Stage",
    "Statement",
    "Touchpoint",
    "Trait",
    "Walk",
    "WalkStep",
    "Way",
    "acting_departments",
    "as_data",
    "known",
    "next_stages",
    "stage_low",
    "stage_score",
]

_MODULES: Final = {
    "answers": ("UNANSWERED", "Answer"),
    "barriers": ("Barrier", "Measure", "Opportunity", "Removal"),
    "catalog": ("Catalog", "Channel", "Department", "OwnPhase"),
    "curve": ("stage_low", "stage_score"),
    "data": ("as_data",),
    "days": ("Day",),
    "evidence": ("Evidence", "Metric", "PageLink"),
    "frame": (
        "Address",
        "Contributor",
        "CustomerOwner",
        "Effect",
        "Lane",
        "Owner",
        "Path",
        "Resource",
        "Review",
        "ReviewEntry",
        "Scope",
    ),
    "journey": ("JourneyMap",),
    "lanes": ("Lanes",),
    "persona": ("Persona", "PersonaFile"),
    "register": ("KnownTouchpoint", "acting_departments", "known"),
    "stage": ("Next", "Stage"),
    "statements": (
        "CompanyAction",
        "CustomerAction",
        "Emotion",
        "Need",
        "Progression",
        "Statement",
    ),
    "touchpoints": ("Handoff", "Image", "Opinion", "SharedTouchpoint", "Touchpoint"),
    "traits": ("Trait",),
    "walk": ("Walk", "WalkStep"),
    "ways": ("Way", "next_stages"),
}
_HOMES: Final = {name: module for module, names in _MODULES.items() for name in names}


def __getattr__(name: str) -> Any:
    """Load a name from its module when it is first asked for."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
    globals()[name] = value
    return value

"""The rule catalogue: one registry, written out, in code order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journeycli.rules.across import DuplicateFileId, UnresolvedReference
from journeycli.rules.checklist.barriers import BarrierRemovalUnanswered, BarriersUnanswered
from journeycli.rules.checklist.feelings import (
    EmotionalEffectUnanswered,
    EmotionsUnanswered,
    ValuesUnanswered,
)
from journeycli.rules.checklist.steps import (
    CompanyActionsUnanswered,
    CompanyProgressionUnanswered,
    CustomerActionsUnanswered,
    CustomerProgressionUnanswered,
    InhibitorsUnanswered,
    MotivationsUnanswered,
)
from journeycli.rules.frame.actors import (
    InsideOutStage,
    NoCustomerOwner,
    NoPersona,
    ThinPersona,
    TooManyPersonas,
    UnheardDepartment,
)
from journeycli.rules.frame.figures import MissedTarget, NoNeeds, UnmeasuredMap, UnmetNeed
from journeycli.rules.frame.purpose import (
    LifecycleGap,
    NoCustomerGoal,
    NoObjective,
    NoScope,
    TooFewStages,
)
from journeycli.rules.frame.upkeep import NoOwner, NoReview, ReviewOverdue
from journeycli.rules.identity import DuplicateId, MalformedId
from journeycli.rules.reading import (
    BadEncoding,
    DuplicateKey,
    InvalidValue,
    MissingKey,
    OverLimit,
    UnknownFormat,
    UnknownKey,
    UnreadableFile,
    UnsupportedYaml,
    YamlSyntax,
)

if TYPE_CHECKING:
    from journeycli.rules.base import Rule

ALL_RULES: tuple[type[Rule], ...] = (
    YamlSyntax,
    InvalidValue,
    UnknownKey,
    DuplicateKey,
    MissingKey,
    UnknownFormat,
    OverLimit,
    BadEncoding,
    DuplicateId,
    MalformedId,
    UnreadableFile,
    UnsupportedYaml,
    CustomerActionsUnanswered,
    CompanyActionsUnanswered,
    CustomerProgressionUnanswered,
    CompanyProgressionUnanswered,
    MotivationsUnanswered,
    InhibitorsUnanswered,
    EmotionsUnanswered,
    EmotionalEffectUnanswered,
    ValuesUnanswered,
    BarriersUnanswered,
    BarrierRemovalUnanswered,
    NoPersona,
    TooManyPersonas,
    NoObjective,
    NoCustomerGoal,
    NoScope,
    NoOwner,
    UnheardDepartment,
    NoReview,
    ReviewOverdue,
    LifecycleGap,
    InsideOutStage,
    TooFewStages,
    ThinPersona,
    UnmeasuredMap,
    NoNeeds,
    MissedTarget,
    UnmetNeed,
    NoCustomerOwner,
    UnresolvedReference,
    DuplicateFileId,
)
"""Every rule in code order."""

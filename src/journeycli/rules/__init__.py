"""The rule catalogue: one registry, written out, in code order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journeycli.rules.barriers.promises import RemovalOverdue, UnownedRemoval, UnverifiedRemoval
from journeycli.rules.barriers.recurring import RecurringBarrier
from journeycli.rules.barriers.resources import UnclaimedResource
from journeycli.rules.barriers.standing import NoSeverity, StalledBarrier, StillStanding
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
from journeycli.rules.emotions.curve import BadEnding, FallingStreak, FlatCurve
from journeycli.rules.emotions.feelings import FeelingScoreMismatch, NoTrigger, UnansweredPain
from journeycli.rules.evidence.age import (
    LingeringHypothesis,
    StaleEvidence,
    UndatedEvidence,
    UnreviewedEvidence,
)
from journeycli.rules.evidence.claims import NoEvidence, UnheardStage, UnsupportedClaim
from journeycli.rules.evidence.methods import CustomersNotAsked, SingleMethod
from journeycli.rules.evidence.unused import UnusedEvidence
from journeycli.rules.frame.actors import InsideOutStage, NoCustomerOwner, UnheardDepartment
from journeycli.rules.frame.figures import MissedTarget, NoNeeds, UnmeasuredMap, UnmetNeed
from journeycli.rules.frame.personas import NoPersona, ThinPersona, TooManyPersonas
from journeycli.rules.frame.purpose import (
    LifecycleGap,
    NoCustomerGoal,
    NoObjective,
    NoScope,
    TooFewStages,
)
from journeycli.rules.frame.upkeep import NoOwner, NoReview, ReviewOverdue
from journeycli.rules.identity import DuplicateId, MalformedId
from journeycli.rules.paths.handoffs import DanglingHandoff, SilentHandoff
from journeycli.rules.paths.reach import DeadEnd, EndlessLoop, UnreachableStage
from journeycli.rules.paths.ways import BrokenPath, ShareSum, SinglePath, UnexplainedExit
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
from journeycli.rules.suppressions import ExpiredIgnore, MalformedIgnore, UnknownRule, UnusedIgnore
from journeycli.rules.touchpoints.channels import NoDigitalContact, SingleChannel, UnreachedPersona
from journeycli.rules.touchpoints.counts import TouchpointCount, UnplacedAction
from journeycli.rules.touchpoints.decisive import NeglectedMomentOfTruth, NoMomentOfTruth
from journeycli.rules.touchpoints.opinions import ExpectationGap, NoOpinion, PartialOpinion
from journeycli.rules.touchpoints.presence import (
    NoChannel,
    NoTouchpoint,
    SameTouchpointTwice,
    StateMismatch,
)
from journeycli.rules.workspace.baselines import LostEnabler, UnaddressedBarrier
from journeycli.rules.workspace.futures import NoFuture
from journeycli.rules.workspace.personas import UnmappedPersona, UnusedPersona
from journeycli.rules.workspace.references import DuplicateFileId, UnresolvedReference
from journeycli.rules.workspace.touchpoints import ConflictingTouchpoint
from journeycli.rules.writing.cuts import TextCutByHash, TextSplitByComma
from journeycli.rules.writing.placeholders import Placeholder
from journeycli.rules.writing.statements import CompanyVoice, OverlongStatement, RepeatedStatement

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
    NoTouchpoint,
    NoChannel,
    NoMomentOfTruth,
    NeglectedMomentOfTruth,
    PartialOpinion,
    ExpectationGap,
    StateMismatch,
    SingleChannel,
    NoDigitalContact,
    TouchpointCount,
    UnplacedAction,
    NoOpinion,
    UnreachedPersona,
    SameTouchpointTwice,
    NoTrigger,
    FeelingScoreMismatch,
    UnansweredPain,
    FlatCurve,
    BadEnding,
    FallingStreak,
    NoSeverity,
    UnownedRemoval,
    RemovalOverdue,
    StalledBarrier,
    StillStanding,
    UnclaimedResource,
    RecurringBarrier,
    UnverifiedRemoval,
    SilentHandoff,
    DanglingHandoff,
    UnreachableStage,
    DeadEnd,
    ShareSum,
    SinglePath,
    EndlessLoop,
    BrokenPath,
    UnexplainedExit,
    NoEvidence,
    UnsupportedClaim,
    UnusedEvidence,
    StaleEvidence,
    CustomersNotAsked,
    LingeringHypothesis,
    SingleMethod,
    UnheardStage,
    UnreviewedEvidence,
    UndatedEvidence,
    UnresolvedReference,
    DuplicateFileId,
    UnusedPersona,
    NoFuture,
    UnaddressedBarrier,
    ConflictingTouchpoint,
    UnmappedPersona,
    LostEnabler,
    Placeholder,
    RepeatedStatement,
    CompanyVoice,
    OverlongStatement,
    TextCutByHash,
    TextSplitByComma,
    UnusedIgnore,
    ExpiredIgnore,
    UnknownRule,
    MalformedIgnore,
)
"""Every rule in code order."""

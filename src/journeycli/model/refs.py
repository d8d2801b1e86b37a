"""Names that point at something declared elsewhere: each an id, and each just text to the schema.

Whether they resolve shows only when all files are looked at together.
"""

from typing import Annotated, Final, TypeAlias

from journeycli.model.channels import CHANNEL
from journeycli.model.phases import PHASE
from journeycli.model.scalars import text

_SHAPE: Final = "This is an id: lower-case letters, digits and single hyphens, such as price-page."

ActionRef: TypeAlias = Annotated[str, text("id of a customer action", patternErrorMessage=_SHAPE)]
BarrierRef: TypeAlias = Annotated[str, text("id of a barrier", patternErrorMessage=_SHAPE)]
ChannelRef: TypeAlias = Annotated[str, text("channel", CHANNEL, patternErrorMessage=_SHAPE)]
DepartmentRef: TypeAlias = Annotated[str, text("department")]
EvidenceRef: TypeAlias = Annotated[str, text("id of evidence", patternErrorMessage=_SHAPE)]
MapRef: TypeAlias = Annotated[str, text("id of a map", patternErrorMessage=_SHAPE)]
NeedRef: TypeAlias = Annotated[
    str, text("id of a barrier or opportunity", patternErrorMessage=_SHAPE)
]
PersonaRef: TypeAlias = Annotated[str, text("id of a persona", patternErrorMessage=_SHAPE)]
PhaseRef: TypeAlias = Annotated[str, text("phase", PHASE, patternErrorMessage=_SHAPE)]
StageRef: TypeAlias = Annotated[str, text("id of a stage", patternErrorMessage=_SHAPE)]
TouchpointRef: TypeAlias = Annotated[str, text("id of a touchpoint", patternErrorMessage=_SHAPE)]

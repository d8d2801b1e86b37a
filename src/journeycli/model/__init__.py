"""What a map is: frozen values, the words they may use, and what can be asked of them.

Nothing here knows of files, places or output.
"""

from journeycli.model.answers import Answer
from journeycli.model.barriers import Barrier, Opportunity, Removal
from journeycli.model.catalog import Catalog
from journeycli.model.days import Day
from journeycli.model.evidence import Evidence, Metric
from journeycli.model.journey import JourneyMap
from journeycli.model.persona import Persona
from journeycli.model.stage import Stage
from journeycli.model.statements import CompanyAction, CustomerAction, Emotion, Need, Statement
from journeycli.model.touchpoints import Handoff, Touchpoint

__all__ = [
    "Answer",
    "Barrier",
    "Catalog",
    "CompanyAction",
    "CustomerAction",
    "Day",
    "Emotion",
    "Evidence",
    "Handoff",
    "JourneyMap",
    "Metric",
    "Need",
    "Opportunity",
    "Persona",
    "Removal",
    "Stage",
    "Statement",
    "Touchpoint",
]

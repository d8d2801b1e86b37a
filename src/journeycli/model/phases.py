"""The built-in phases of a customer's life. A catalog may add others, each `is:` one of these."""

from typing import Final, Literal, TypeAlias

from journeycli.model.words import Vocabulary

Phase: TypeAlias = Literal[
    "need",
    "awareness",
    "research",
    "comparison",
    "decision",
    "purchase",
    "onboarding",
    "use",
    "support",
    "evaluation",
    "advocacy",
    "renewal",
    "exit",
]
PHASES: Final = {
    "need": "something is missing, or has changed",
    "awareness": "hears that there is something for it",
    "research": "finds out what there is",
    "comparison": "weighs one offer against another",
    "decision": "makes up their mind",
    "purchase": "orders, signs or pays",
    "onboarding": "gets it, sets it up and takes the first steps",
    "use": "lives or works with it",
    "support": "needs help with it",
    "evaluation": "asks whether it was worth it",
    "advocacy": "tells others",
    "renewal": "stays, extends or buys again",
    "exit": "leaves",
}
"""Each built-in phase with what the customer does in it, in the usual order."""

PHASE: Final = Vocabulary("phase", PHASES)

Beat: TypeAlias = Literal["hear", "buy", "use", "share", "renew or leave"]
BEATS: Final[dict[Beat, frozenset[str]]] = {
    "hear": frozenset({"need", "awareness", "research"}),
    "buy": frozenset({"purchase"}),
    "use": frozenset({"use", "support"}),
    "share": frozenset({"advocacy"}),
    "renew or leave": frozenset({"renewal", "exit"}),
}
"""What the whole life of a customer must show (J210), and the phases that show it."""

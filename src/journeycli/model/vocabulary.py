"""The closed vocabularies of the format: every word, and what it means.

The `Literal` types are for whoever matches on a word; the tables hold the same words in the order
in which they are shown. Channels, phases and feelings, to which a file can add its own, are beside.
"""

from typing import Final, Literal, TypeAlias

from journeycli.model.words import Vocabulary

RULES_URL: Final = "https://journeycli.dev/rules"
"""Where a rule's page stands, below its code: `https://journeycli.dev/rules/J106`."""

State: TypeAlias = Literal["current", "future"]
STATES: Final = Vocabulary(
    "state",
    {
        "current": "how things are today",
        "future": "how things should be",
    },
)

Maturity: TypeAlias = Literal["hypothesis", "researched", "measured"]
MATURITIES: Final = Vocabulary(
    "maturity",
    {
        "hypothesis": "what the team believes; advice rather than warnings",
        "researched": "customers were asked; the whole checklist and evidence are wanted",
        "measured": "researched, and every stage has figures",
    },
)

Scale: TypeAlias = Literal["lifecycle", "journey", "episode"]
SCALES: Final = Vocabulary(
    "scale",
    {
        "lifecycle": "from first hearing of it to staying or leaving",
        "journey": "one aim, from start to end",
        "episode": "one short stretch of a journey",
    },
)

Level: TypeAlias = Literal["frontline", "management", "executive"]
LEVELS: Final = Vocabulary(
    "contributor level",
    {
        "frontline": "meets customers every day",
        "management": "leads those who do",
        "executive": "decides on money and direction",
    },
)

Cadence: TypeAlias = Literal["month", "quarter", "half-year", "year"]
CADENCES: Final = Vocabulary(
    "cadence",
    {
        "month": "every month",
        "quarter": "every three months",
        "half-year": "every six months",
        "year": "every twelve months",
    },
)

Layer: TypeAlias = Literal["frontstage", "backstage", "support"]
LAYERS: Final = Vocabulary(
    "layer",
    {
        "frontstage": "the customer sees it",
        "backstage": "for this customer, out of sight",
        "support": "for all customers: systems, suppliers, rules",
    },
)

Met: TypeAlias = Literal["yes", "partly", "no"]
MET: Final = Vocabulary(
    "met",
    {
        "yes": "the need is met",
        "partly": "it is met for some, or in part",
        "no": "it is not met",
    },
)

Cause: TypeAlias = Literal["company", "customer", "competitor", "partner", "circumstance"]
CAUSES: Final = Vocabulary(
    "cause",
    {
        "company": "we, or those who act in our name",
        "customer": "the customer",
        "competitor": "another provider",
        "partner": "someone we work with, not in our name",
        "circumstance": "nobody: the weather, the law, the time of year",
    },
)

Severity: TypeAlias = Literal["low", "medium", "high", "critical"]
SEVERITIES: Final = Vocabulary(
    "severity",
    {
        "low": "a nuisance",
        "medium": "costs time or trust",
        "high": "makes many give up or complain",
        "critical": "stops the journey, or does harm",
    },
)

MeasureKind: TypeAlias = Literal[
    "product", "service", "process", "technology", "people", "communication"
]
MEASURE_KINDS: Final = Vocabulary(
    "kind of measure",
    {
        "product": "change what is offered",
        "service": "change how customers are served",
        "process": "change how the work runs",
        "technology": "change a system",
        "people": "change skills, staffing or incentives",
        "communication": "change what is said, and when",
    },
)

MeasureStatus: TypeAlias = Literal["idea", "planned", "doing", "done", "dropped"]
MEASURE_STATUSES: Final = Vocabulary(
    "status of a measure",
    {
        "idea": "thought of, not decided",
        "planned": "decided, not begun",
        "doing": "under way",
        "done": "finished",
        "dropped": "will not be done",
    },
)

TouchpointStatus: TypeAlias = Literal["existing", "planned", "wanted", "retiring"]
TOUCHPOINT_STATUSES: Final = Vocabulary(
    "status of a touchpoint",
    {
        "existing": "customers can use it today",
        "planned": "decided, not there yet",
        "wanted": "wished for, not decided",
        "retiring": "there today, on its way out",
    },
)

ResourceStatus: TypeAlias = Literal["existing", "required", "requested"]
RESOURCE_STATUSES: Final = Vocabulary(
    "status of a resource",
    {
        "existing": "it is there",
        "required": "it is needed, nobody has asked for it",
        "requested": "it has been asked for",
    },
)

Method: TypeAlias = Literal[
    "survey",
    "interview",
    "focus-group",
    "observation",
    "analytics",
    "data-mining",
    "social-monitoring",
    "nps",
    "voice-of-customer",
    "user-test",
    "call-listening",
    "contact-log",
    "workshop",
    "walkthrough",
    "assumption",
]
METHODS: Final = Vocabulary(
    "method",
    {
        "survey": "questions to many",
        "interview": "a conversation with one",
        "focus-group": "a conversation with several",
        "observation": "watching what people do, where they do it",
        "analytics": "figures of use from our own systems",
        "data-mining": "patterns sought in data that was gathered for something else",
        "social-monitoring": "what people say in public",
        "nps": "a net promoter survey: would you recommend us?",
        "voice-of-customer": "a standing programme that gathers what customers say",
        "user-test": "people try it while someone watches",
        "call-listening": "listening to calls, or reading chats",
        "contact-log": "why customers got in touch, counted",
        "workshop": "people from the company pool what they know",
        "walkthrough": "taking the journey oneself, as the customer",
        "assumption": "nobody was asked",
    },
)

Respondents: TypeAlias = Literal[
    "customers", "prospects", "former-customers", "employees", "partners"
]
RESPONDENTS: Final = Vocabulary(
    "respondents",
    {
        "customers": "people who buy from us today",
        "prospects": "people who might",
        "former-customers": "people who did, and left",
        "employees": "our own people",
        "partners": "people of those we work with",
    },
)

MetricKind: TypeAlias = Literal[
    "conversion",
    "drop-off",
    "volume",
    "duration",
    "touchpoints-per-customer",
    "nps",
    "csat",
    "ces",
    "sentiment",
    "cost",
    "custom",
]
METRIC_KINDS: Final = Vocabulary(
    "kind of metric",
    {
        "conversion": "the share that goes on",
        "drop-off": "the share that gives up",
        "volume": "how many, in a time",
        "duration": "how long it takes",
        "touchpoints-per-customer": "how many touchpoints one customer meets",
        "nps": "net promoter score, −100 to 100",
        "csat": "customer satisfaction",
        "ces": "customer effort score",
        "sentiment": "how what people say sounds",
        "cost": "what it costs us",
        "custom": "a figure of your own; it needs a name",
    },
)

Direction: TypeAlias = Literal["up", "down"]
DIRECTIONS: Final = Vocabulary(
    "direction",
    {
        "up": "more is better",
        "down": "less is better",
    },
)

ChannelKind: TypeAlias = Literal["digital", "voice", "physical", "social"]
CHANNEL_KINDS: Final = Vocabulary(
    "kind of channel",
    {
        "digital": "on a screen",
        "voice": "spoken, at a distance",
        "physical": "in person, or in the hand",
        "social": "between people, out of our hands",
    },
)

Relationship: TypeAlias = Literal["prospect", "new", "returning", "lapsed"]
RELATIONSHIPS: Final = Vocabulary(
    "relationship",
    {
        "prospect": "not a customer yet",
        "new": "a customer since not long ago",
        "returning": "a customer who comes back",
        "lapsed": "was a customer once",
    },
)

"""The built-in channels. A map or a catalog may add others."""

from typing import TYPE_CHECKING, Final, NamedTuple

from journeycli.model.words import Vocabulary

if TYPE_CHECKING:
    from journeycli.model.vocabulary import ChannelKind


class KnownChannel(NamedTuple):
    """A channel as every map knows it.

    Attributes:
        name: How people call it.
        kind: `digital`, `voice`, `physical` or `social`.
        meaning: What belongs to it, in one line.

    """

    name: str
    kind: "ChannelKind"
    meaning: str


CHANNELS: Final[dict[str, KnownChannel]] = {
    "advertising": KnownChannel("Advertising", "social", "paid messages, wherever they stand"),
    "search": KnownChannel("Search", "digital", "results of a search engine"),
    "press": KnownChannel("Press", "social", "what journalists write or broadcast"),
    "social-media": KnownChannel("Social media", "social", "posts and their comments"),
    "website": KnownChannel("Website", "digital", "our pages in a browser"),
    "app": KnownChannel("App", "digital", "our app on a phone or tablet"),
    "email": KnownChannel("E-mail", "digital", "e-mail, in both directions"),
    "sms": KnownChannel("SMS", "digital", "text messages"),
    "instant-messaging": KnownChannel(
        "Instant messaging", "digital", "messengers such as WhatsApp"
    ),
    "live-chat": KnownChannel("Live chat", "digital", "writing with a person on our pages"),
    "chatbot": KnownChannel("Chatbot", "digital", "writing with a program"),
    "forum": KnownChannel("Forum", "social", "customers and experts who answer one another"),
    "phone": KnownChannel("Phone", "voice", "calls, in both directions"),
    "self-service": KnownChannel("Self-service", "digital", "portals, kiosks and machines"),
    "store": KnownChannel("Store", "physical", "our shop, branch or counter"),
    "meeting": KnownChannel("Meeting", "physical", "an appointment, in a room or on a screen"),
    "field-visit": KnownChannel("Field visit", "physical", "our people at the customer's place"),
    "event": KnownChannel("Event", "physical", "fairs, seminars and festivities"),
    "partner": KnownChannel("Partner", "physical", "dealers, brokers and agents"),
    "marketplace": KnownChannel("Marketplace", "digital", "platforms that sell many brands"),
    "post": KnownChannel("Post", "physical", "letters and parcels"),
    "print": KnownChannel("Print", "physical", "catalogues, leaflets and posters"),
    "document": KnownChannel("Document", "physical", "bills, contracts, manuals, on paper or not"),
    "in-product": KnownChannel("In the product", "digital", "the product itself and what it says"),
    "review-site": KnownChannel("Review site", "social", "ratings by other customers"),
    "word-of-mouth": KnownChannel("Word of mouth", "social", "family, friends and colleagues"),
}
"""Each built-in channel by its id."""

CHANNEL: Final = Vocabulary("channel", {key: each.meaning for key, each in CHANNELS.items()})

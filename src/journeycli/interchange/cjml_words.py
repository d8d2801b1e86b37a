"""The words of CJML, in those of the format."""

from __future__ import annotations

import re
from typing import Final

from journeycli.model.channels import CHANNELS
from journeycli.model.synonyms import word
from journeycli.text import slug

# Names of CJML's channel symbols, and what SINTEF's tools write for them, small and without signs.
_CHANNELS: Final = {
    "sms": "sms",
    "facetoface": "meeting",
    "internetviapc": "website",
    "internetviasmartphone": "website",
    "internetviatablet": "website",
    "internetglobe": "website",
    "internet": "website",
    "email": "email",
    "phone": "phone",
    "telephone": "phone",
    "phonecall": "phone",
    "chat": "live-chat",
    "letter": "post",
    "parcel": "post",
    "selfservicemachine": "self-service",
    "socialmediamessage": "social-media",
    "message": "instant-messaging",
    "apponpc": "app",
    "apponsmartphone": "app",
    "appontablet": "app",
    "shopcounter": "store",
    "servicedesk": "store",
}


def channel(name: str) -> str | None:
    """Give the built-in channel for a channel of CJML; None where there is none."""
    plain = re.sub(r"[\W_]", "", name.lower())
    if plain in _CHANNELS:
        return _CHANNELS[plain]
    spaced = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", name).replace("/", " ").strip()
    if slug(spaced) in CHANNELS:
        return slug(spaced)
    return word("channel", spaced)

"""The words that the maps of an organisation share."""

from typing import Annotated, Literal

from journeycli.model import vocabulary as words
from journeycli.model.base import Model, optional, required
from journeycli.model.evidence import Evidence
from journeycli.model.formats import CATALOG_FORMAT
from journeycli.model.lists import Several
from journeycli.model.phases import PHASE, Phase
from journeycli.model.scalars import Id, Text, word
from journeycli.model.touchpoints import SharedTouchpoint


class Channel(Model):
    """A channel of one's own, beside the built-in ones."""

    id: Id = required("Id", "The name by which touchpoints point at it.", "J010", "J801")
    name: Text | None = optional("Name", "What people call it.")
    kind: Annotated[words.ChannelKind, word(words.CHANNEL_KINDS)] | None = optional(
        "Kind", "How people meet there.", "J309"
    )


class Department(Model):
    """Someone who acts: in our organisation, or in our name."""

    id: Id = required(
        "Id", "The name by which actions, touchpoints and measures point at it.", "J010", "J801"
    )
    name: Text | None = optional("Name", "What people call it.", "J211")
    organisation: Text | None = optional(
        "Organisation", "Whose it is, where it is not ours: an outsourcer's, or a client's."
    )


class OwnPhase(Model):
    """A phase of one's own: a built-in one by another name."""

    id: Id = required("Id", "The name by which stages point at it.", "J010", "J801")
    name: Text | None = optional("Name", "What people call it.")
    is_: Annotated[Phase, word(PHASE)] = required(
        "Is", "The built-in phase that it is.", "J210", alias="is"
    )


class Catalog(Model):
    """Words that every map of the workspace may use by id, so that one thing has one name."""

    format: Annotated[Literal["catalog/1"], word(CATALOG_FORMAT)] = required(
        "Format", "What kind of file this is, and of which version.", "J006"
    )
    id: Id = required("Id", "The name of the catalog.", "J010", "J802")
    title: Text | None = optional("Title", "What people call it.")
    channels: Several[Channel] = optional(
        "Channels", "Channels of one's own, beside the built-in ones.", "J801", default=()
    )
    departments: Several[Department] = optional(
        "Departments",
        "Who acts. Once there is a list, a map may name no other department.",
        "J801",
        default=(),
    )
    touchpoints: Several[SharedTouchpoint] = optional(
        "Touchpoints",
        "Touchpoints that several maps share: name one by `ref`.",
        "J801",
        "J806",
        default=(),
    )
    phases: Several[OwnPhase] = optional(
        "Phases", "Phases of one's own, each a built-in one by another name.", "J210", default=()
    )
    evidence: Several[Evidence] = optional(
        "Evidence", "Studies that several maps build on.", "J703", "J801", default=()
    )

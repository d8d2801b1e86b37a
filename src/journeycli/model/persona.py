"""Personas: in a file of their own, or in place on a map."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Annotated, Any, ClassVar, Literal, TypeAlias

from pydantic_core import core_schema

from journeycli.model import vocabulary as words
from journeycli.model.base import Model, optional, required
from journeycli.model.formats import PERSONA_FORMAT
from journeycli.model.lists import Check, Several, no_list, reader
from journeycli.model.refs import ChannelRef, EvidenceRef
from journeycli.model.scalars import (
    Id,
    ImagePath,
    OneToFive,
    Share,
    Text,
    text_error,
    text_of,
    word,
)
from journeycli.model.statements import Statement
from journeycli.model.traits import Traits
from journeycli.text import is_slug, slug

if TYPE_CHECKING:
    from pydantic import GetCoreSchemaHandler
    from pydantic_core import CoreSchema


class Persona(Model):
    """A typical customer; on a map, the first one is the main actor."""

    SENTENCE: ClassVar[str] = "name"

    id: Id = required("Id", "The name by which maps point at the persona.", "J010", "J802")
    name: Text = required("Name", "What everyone calls them.")
    role: Text | None = optional("Role", "What they do, and for whom, in a few words.")
    organisation: Text | None = optional("Organisation", "Where they work, if that matters.")
    quote: Text | None = optional("Quote", "A sentence they said, word for word.")
    summary: Text | None = optional("Summary", "Who they are, in a few sentences.")
    demographics: Traits = optional(
        "Demographics",
        "What can be counted: age, household, place, income. Text by name, or a list.",
        "J213",
        default=(),
    )
    psychographics: Traits = optional(
        "Psychographics",
        "What cannot: attitudes, habits, what they are proud of. Text by name, or a list.",
        "J213",
        default=(),
    )
    goals: Several[Statement] = optional("Goals", "What they want to get done.", "J213", default=())
    needs: Several[Statement] = optional("Needs", "What they need for it.", default=())
    frustrations: Several[Statement] = optional(
        "Frustrations", "What gets on their nerves today.", "J213", default=()
    )
    motivations: Several[Statement] = optional("Motivations", "What drives them.", default=())
    behaviours: Several[Statement] = optional("Behaviours", "What they usually do.", default=())
    deciding_factors: Several[Statement] = optional(
        "Deciding factors", "What tips the scales when they choose.", default=()
    )
    constraints: Several[Statement] = optional(
        "Constraints", "What limits them: money, time, rules, other people.", default=()
    )
    relationship: Annotated[words.Relationship, word(words.RELATIONSHIPS)] | None = optional(
        "Relationship", "Where they stand with us."
    )
    first_heard: Text | None = optional("First heard", "How they first heard of us.")
    attracted_by: Several[Statement] = optional("Attracted by", "What drew them.", default=())
    channels: Several[ChannelRef] = optional(
        "Channels", "Where they can be met, by id.", "J313", "J801", default=()
    )
    tech_confidence: OneToFive | None = optional(
        "Confidence with technology", "How sure they are with it, from 1 (not at all) to 5 (very)."
    )
    share: Share | None = optional("Share", "Their share of all customers, from 0 to 1.", "J807")
    evidence: Several[EvidenceRef] = optional(
        "Evidence", "What they are known from, by id.", "J213", "J801", default=()
    )
    image: ImagePath | None = optional(
        "Image", "The path of a picture, below the file's own folder, with forward slashes."
    )


class PersonaFile(Persona):
    """A typical customer, in a file of their own that any map can name."""

    format: Annotated[Literal["persona/1"], word(PERSONA_FORMAT)] = required(
        "Format", "What kind of file this is, and of which version.", "J006"
    )


class PersonaList:
    """Reads a map's personas: ids of files, personas in place, and sentences that are names."""

    def __get_pydantic_core_schema__(
        self, _source: object, handler: "GetCoreSchemaHandler"
    ) -> "CoreSchema":
        """Tell pydantic how to read it."""
        read = reader(Persona, sentences=False)

        def read_list(value: Any, check: Check) -> tuple[Any, ...]:
            if type(value) is list:
                return read(value, check)
            if value is None:
                return ()
            raise no_list(value)

        persona = handler.generate_schema(Persona)
        entry = core_schema.no_info_wrap_validator_function(_entry, persona)
        entries = core_schema.tuple_variable_schema(entry)
        return core_schema.no_info_wrap_validator_function(read_list, entries)


Personas: TypeAlias = Annotated[tuple[Persona | str, ...], PersonaList()]
"""Personas of a map: a text is the id of a persona that stands elsewhere."""


def _entry(value: Any, check: Callable[[Any], Persona]) -> Persona | str:
    """Read one entry: a slug is a reference, any other sentence a persona of that name."""
    if not isinstance(value, str):
        return check(value)
    name = text_of(value)
    if name is None:
        raise text_error()
    return name if is_slug(name) else check({"id": slug(name) or name, "name": name})

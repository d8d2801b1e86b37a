"""The formats that this release reads: the kind of a file and its version, in its `format` key."""

from typing import Final, Literal, TypeAlias

from journeycli.model.words import Vocabulary

Kind: TypeAlias = Literal["journey-map", "persona", "catalog", "walk"]

MAP_FORMAT: Final = Vocabulary("format", {"journey-map/1": "a journey map"})
PERSONA_FORMAT: Final = Vocabulary("format", {"persona/1": "a persona"})
CATALOG_FORMAT: Final = Vocabulary("format", {"catalog/1": "words that all maps share"})
WALK_FORMAT: Final = Vocabulary("format", {"walk/1": "a walkthrough of a map"})

"""The rule catalogue: one registry, written out, in code order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journeycli.rules.across import DuplicateFileId, UnresolvedReference
from journeycli.rules.identity import DuplicateId, MalformedId
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
    UnresolvedReference,
    DuplicateFileId,
)
"""Every rule in code order."""

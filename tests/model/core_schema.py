"""The loader's data as YAML 1.2's core schema types it, and JSON Schema as ECMA-262 reads it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from jsonschema import Draft7Validator, Draft202012Validator, ValidationError
from jsonschema.validators import extend

from journeycli.text import Quoted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from journeycli.model.schema import Draft

_INTEGER = re.compile(r"[-+]?[0-9]+")
_FLOAT = re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?")
_FLAGS = {"true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False}
# ECMA-262: `\s` is White_Space without U+0085 and with the byte order mark, and `$` is the end.
_ECMA_SPACE = r"\t-\r \u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\ufeff"


def typed(node: Any) -> Any:
    """Type the loader's data as JSON (YAML 1.2.2, section 10.3.2)."""
    if isinstance(node, dict):
        return {key: typed(value) for key, value in node.items()}
    if isinstance(node, list):
        return [typed(each) for each in node]
    if node is None or isinstance(node, Quoted):
        return None if node is None else str(node)
    if node in _FLAGS:
        return _FLAGS[node]
    if _INTEGER.fullmatch(node):
        return int(node)
    return float(node) if _FLOAT.fullmatch(node) else node


def validator(schema: Any, draft: Draft = "2020-12") -> Any:
    """Make what tells whether a schema accepts JSON."""
    return {"2020-12": _Modern, "draft-07": _Old}[draft](schema)


def _pattern(_: Any, pattern: str, instance: Any, __: Any) -> Iterator[ValidationError]:
    ecma = pattern.replace(r"\s", _ECMA_SPACE).replace("$", r"\Z")
    if isinstance(instance, str) and not re.search(ecma, instance):
        yield ValidationError(f"{instance!r} does not match {pattern!r}")


_EXTEND: Any = extend  # jsonschema types it only in part
_Modern: Any = _EXTEND(Draft202012Validator, {"pattern": _pattern})
_Old: Any = _EXTEND(Draft7Validator, {"pattern": _pattern})

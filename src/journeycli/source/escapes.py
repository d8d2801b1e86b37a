"""Backslashes in double quotes that YAML takes for escapes and their writer did not mean so."""

from __future__ import annotations

import re

from journeycli.source.edits import TextEdit
from journeycli.source.quoting import wrap
from journeycli.source.repairs import Repair
from journeycli.source.span import Span

_DOUBLE_QUOTED = re.compile(r'"((?:[^"\\\n\r]|\\[^\n\r])*)"(?=[ \t]*(?:[,\]}\n\r]|[ \t]#|\Z))')
_MEANT = re.compile(r'\\["\\]')


def escape_repair(text: str, start: int) -> Repair | None:
    """Write the double-quoted scalar at an offset without escapes, if it ends on its line.

    Its backslashes then stand for themselves, but for those before a quotation mark. Where a
    doubled backslash shows that its writer knew escapes, the fix is not safe.
    """
    found = _DOUBLE_QUOTED.match(text, start)
    if found is None:
        return None
    inner = found.group(1).replace('\\"', '"')
    span = Span(*found.span())
    return Repair(
        span=span,
        edits=(TextEdit(span, wrap(inner)),),
        message="In double quotes a backslash starts an escape. Use single quotes.",
        title="Use single quotes",
        safe=not _MEANT.search(found.group(1)),
        help="A path such as C:\\Users stands as it is in single quotes.",
        is_sentence=True,
    )

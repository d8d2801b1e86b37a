"""What makes a finding the same finding in the next run, whatever moved in the file."""

from __future__ import annotations

from collections import Counter
from hashlib import sha256
from typing import TYPE_CHECKING

from journeycli.reporters.paths import in_repository

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from journeycli.findings import Finding
    from journeycli.reporters.context import Context


def fingerprinted(findings: Iterable[Finding], context: Context) -> Iterator[tuple[Finding, str]]:
    """Pair each finding with a fingerprint that no other finding of the report has.

    It is made of the rule, the path, the document path by ids, and the finding's number among
    those that share the three: neither of lines nor of words, so that it outlives edits elsewhere.
    """
    seen: Counter[tuple[str, str, str]] = Counter()
    for finding in findings:
        key = (finding.code, in_repository(finding.place.path, context), finding.at)
        text = "\0".join((*key, str(seen[key])))
        seen[key] += 1
        yield finding, sha256(text.encode("utf-8", "surrogatepass")).hexdigest()

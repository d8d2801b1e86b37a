"""J009 and J010: ids of one file, checked on its facts so that a schema error hides neither."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journeycli.findings import Problem, Severity
from journeycli.rules.base import FactsRule
from journeycli.text import is_slug, slug

if TYPE_CHECKING:
    from collections.abc import Iterator

    from journeycli.source.span import Path
    from journeycli.workspace.facts import Declared, Facts


class DuplicateId(FactsRule):
    """An id twice where it must be unique.

    What:
        Two stages, barriers, opportunities, actions, paths, resources or pieces of evidence of
        one map have the same `id`, or two touchpoints of one stage. The same touchpoint may
        stand in several stages.

    Why:
        Other parts of the map point at an element by its id; with two of them, nobody knows which
        is meant.

    Bad::

        stages:
          - id: order
            name: Order
          - id: order
            name: Confirm the order

    Good::

        stages:
          - id: order
            name: Order
          - id: confirm
            name: Confirm the order
    """

    code = "J009"
    name = "duplicate-id"
    summary = "an id twice where it must be unique; both places"
    severity = Severity.ERROR

    def check(self, facts: Facts) -> Iterator[Problem]:
        """Yield one problem for every element after the first with an id."""
        first: dict[tuple[str, str, Path], Declared] = {}
        for each in facts.declared:
            if not each.written:
                continue
            in_stage = each.kind == "touchpoint" and each.path[0] == "stages"
            around = each.path[:2] if in_stage else ()
            earlier = first.setdefault((each.kind, each.id, around), each)
            if earlier is not each:
                holder = f": “{earlier.name}” has it already" if earlier.name != each.id else ""
                yield Problem(
                    path=(*each.path, "id"),
                    message=f"The id `{each.id}` is taken{holder}.",
                    help="Give this one another id, and use it where this one is meant.",
                    related=(((*earlier.path, "id"), "It stands here first."),),
                )


class MalformedId(FactsRule):
    """An id that is not a slug.

    What:
        An id starts with a lower-case letter of any script and goes on with letters, digits and
        single hyphens: `first-bill`, `prüfung`, `最初の請求`.

    Why:
        Ids become file names, links and anchors in pictures, and are typed on the command line.
        A space or a capital letter in one of them breaks there.

    Bad::

        stages:
          - id: First Bill
            name: First bill

    Good::

        stages:
          - id: first-bill
            name: First bill
    """

    code = "J010"
    name = "malformed-id"
    summary = "an id that is not a slug"

    def check(self, facts: Facts) -> Iterator[Problem]:
        """Yield one problem for every written id that is not a slug."""
        if facts.id and not is_slug(facts.id):
            yield _malformed(facts.id, ("id",))
        for each in facts.declared:
            if each.written and not is_slug(each.id):
                yield _malformed(each.id, (*each.path, "id"))


def _malformed(written: str, path: Path) -> Problem:
    suggestion = slug(written)
    return Problem(
        path=path,
        message=f"The id `{written}` should be a lower-case letter, then letters, digits and "
        "single hyphens.",
        help=f"Write `{suggestion}`, here and where it is named."
        if suggestion
        else "Begin it with a lower-case letter.",
    )

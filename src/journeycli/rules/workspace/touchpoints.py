"""J806: one touchpoint of which two files say different things."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from journeycli.rules.base import WorkspaceRule
from journeycli.rules.workspace.words import called
from journeycli.text import listed, slug
from journeycli.workspace.contacts import KEYS, contact, contact_lines
from journeycli.workspace.index import FileProblem, Locator

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from journeycli.workspace.contacts import Contact
    from journeycli.workspace.index import FileFacts, Index


_SEVERAL = 2  # files that declare a touchpoint, below which there is nothing to compare
_VERBS = {"name": "is called", "channel": "is on", "department": "belongs to"}


class ConflictingTouchpoint(WorkspaceRule):
    """Two files say different things of one touchpoint.

    What:
        Maps and catalogs declare a touchpoint with one id, and give it different names,
        departments, or channels of which neither has all that the other has. Only what both say
        is compared. A `ref` declares nothing, and a future map may plan what it likes.

    Why:
        An id means the same touchpoint wherever it stands. Either one file is out of date, or two
        things go by one name, and every count of that touchpoint is wrong.

    Bad::

        stages:
          - id: compare
            name: Compare offers
            touchpoints:
              - {id: help-line, name: Help line, channel: phone}
        # shared.catalog.yaml
        format: catalog/1
        id: shared
        touchpoints:
          - {id: help-line, name: Help line, channel: live-chat}

    Good::

        stages:
          - id: compare
            name: Compare offers
            touchpoints:
              - ref: help-line
        # shared.catalog.yaml
        format: catalog/1
        id: shared
        touchpoints:
          - {id: help-line, name: Help line, channel: live-chat}
    """

    code = "J806"
    name = "conflicting-touchpoint"
    summary = "one touchpoint id with different names, channels or departments"

    def check(self, index: Index) -> Iterator[FileProblem]:
        """Yield one problem a touchpoint and file, compared with the file that speaks first."""
        files = [
            *index.of_kind("catalog"),
            *(each for each in index.of_kind("map") if each.outlook.state == "current"),
        ]
        counts = Counter(each for file in files for each in file.declares.get("touchpoint", ()))
        bound = any(file.declares.get("department") for file in index.of_kind("catalog"))
        lines: dict[str, str] = {}
        first: dict[tuple[str, int], _Saying] = {}
        for file in files:
            for touchpoint, line in contact_lines(file.contacts).items():
                if counts[touchpoint] < _SEVERAL or lines.get(touchpoint) == line:
                    continue  # what the first file says word for word needs no comparing
                lines.setdefault(touchpoint, line)
                said = _known(contact(line), file, index, bound=bound)
                yield from _compared(touchpoint, said, file, first)


class _Saying(NamedTuple):
    """What a file says under a key of a touchpoint, and how it is compared."""

    file: FileFacts
    words: tuple[str, ...]
    compared: frozenset[str]


def _known(
    contact: Contact, file: FileFacts, index: Index, *, bound: bool
) -> Mapping[int, tuple[str, ...]]:
    """Leave out what is no channel or department of the workspace: that is J801's to say."""
    names, channels, departments = contact.said
    known = tuple(each for each in channels if index.declares("channel", each))
    if bound or file.declares.get("department"):
        departments = tuple(each for each in departments if index.declares("department", each))
    return {key: said for key, said in enumerate((names, known, departments)) if said}


def _compared(
    touchpoint: str,
    said: Mapping[int, tuple[str, ...]],
    file: FileFacts,
    first: dict[tuple[str, int], _Saying],
) -> Iterator[FileProblem]:
    differing: dict[int, tuple[_Saying, _Saying]] = {}
    for key, words in said.items():
        saying = _Saying(file, words, frozenset(slug(each) or each for each in words))
        other = first.setdefault((touchpoint, key), saying)
        if _differ(saying.compared, other.compared, whole=KEYS[key] == "channel"):
            differing[key] = saying, other
    if differing:
        yield _conflict(touchpoint, file, differing)


def _differ(left: frozenset[str], right: frozenset[str], *, whole: bool) -> bool:
    """Tell whether two files disagree: neither says all that the other does, or nothing of it."""
    return not (left <= right or right <= left) if whole else left.isdisjoint(right)


def _conflict(
    touchpoint: str, file: FileFacts, differing: Mapping[int, tuple[_Saying, _Saying]]
) -> FileProblem:
    here = [_clause(key, saying) for key, (saying, _) in differing.items()]
    there: dict[str, list[str]] = {}
    for key, (_, other) in differing.items():
        there.setdefault(called(other.file), []).append(_clause(key, other))
    contrast = [f"in {name} it {listed(clauses)}" for name, clauses in there.items()]
    return FileProblem(
        path=file.path,
        where=Locator("tells", KEYS[next(iter(differing))], touchpoint),
        message=f"The touchpoint `{touchpoint}` {listed(here)} here; {listed(contrast)}.",
        help=_help(touchpoint, next(iter(differing.values()))[1].file),
        elsewhere=tuple(
            (
                other.file.path,
                Locator("tells", KEYS[key], touchpoint),
                f"Here it {_clause(key, other)}.",
            )
            for key, (_, other) in differing.items()
        ),
    )


def _clause(key: int, saying: _Saying) -> str:
    quoted = KEYS[key] == "name"
    words = listed([f"“{each}”" if quoted else each for each in saying.words])
    return f"{_VERBS[KEYS[key]]} {words}"


def _help(touchpoint: str, other: FileFacts) -> str:
    if other.kind == "catalog":
        return (
            f"If it is the same one, write `ref: {touchpoint}` here in place of its name, and "
            "leave the rest to the catalog; if not, give it another `id`."
        )
    return (
        "If it is the same one, make both say the same, or declare it once in a catalog and write "
        f"`ref: {touchpoint}`; if not, give one of them another `id`."
    )

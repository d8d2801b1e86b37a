"""Which headings of a document are its stages."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final, NamedTuple

from journeycli.errors import UserError
from journeycli.interchange.lanes import Meaning, meaning
from journeycli.interchange.layout import ABOUT_MAP
from journeycli.interchange.markdown_blocks import BlockKind, shown
from journeycli.interchange.markdown_inline import label_of, plain, plain_label_of
from journeycli.model.phases import PHASES
from journeycli.model.synonyms import word

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from journeycli.interchange.markdown_blocks import Block

_CONTAINERS: Final = frozenset(
    ("stages", "journey stages", "phases", "journey phases", "the stages", "steps", "the journey",
     "stages of the journey", "phasen", "etapes", "étapes", "fases", "etapas", "abschnitte")
)  # fmt: skip
_NUMBERED: Final = re.compile(
    r"(?i)(?:(?:stage|phase|step|etappe|schritt|étape|etape|etapa|fase)\s*)?(\d{1,3})\s*[.):–—-]\s+(.*)"
)
LONGEST_LABEL: Final = 120
_MOST_LABELS: Final = 1500  # eleven questions in each of a hundred stages
_TITLE_LEVELS: Final = 6


class Part(NamedTuple):
    """A heading with all that stands below it.

    Attributes:
        heading: The heading.
        name: Its text, without the number in front of it.
        number: That number, or None.
        body: The blocks below it, up to the next heading of its level or a higher one.

    """

    heading: Block
    name: str
    number: int | None
    body: tuple[Block, ...]


def parts(blocks: Sequence[Block]) -> list[Part]:
    """Give every heading with its body, in order."""
    places = [at for at, block in enumerate(blocks) if block.kind is BlockKind.HEADING]
    ends: dict[int, int] = {}
    open_: list[int] = []
    for at in places:
        while open_ and blocks[open_[-1]].level >= blocks[at].level:
            ends[open_.pop()] = at
        open_.append(at)
    return [_part(blocks, at, ends.get(at, len(blocks))) for at in places]


def listed_stages(blocks: Sequence[Block]) -> list[Block]:
    """Make headings of the items below `Stages`, where they are a list with lists inside it."""
    found = list(blocks)
    for at, block in enumerate(blocks):
        if block.kind is not BlockKind.HEADING or not is_container(shown(block)):
            continue
        rest = range(at + 1, len(blocks))
        end = next((n for n in rest if blocks[n].kind is BlockKind.HEADING), len(blocks))
        items = [n for n in range(at + 1, end) if blocks[n].kind is BlockKind.ITEM]
        if not any(blocks[n].level for n in items):
            continue
        for n in items:
            if level := blocks[n].level:
                found[n] = blocks[n]._replace(level=level - 1)
            else:
                heading = min(block.level + 1, 6)
                found[n] = blocks[n]._replace(kind=BlockKind.HEADING, level=heading)
    return found


def stages(found: Sequence[Part], asked: Mapping[str, str]) -> list[Part]:
    """Choose the headings that are stages; none where the document does not look like a journey."""
    for part in found:
        if is_container(part.name) and (below := _below(part, found)):
            return below
    best: list[Part] = []
    for level in range(1, _TITLE_LEVELS + 1):
        numbered = [p for p in found if p.heading.level == level and p.number is not None]
        in_order = [p.number for p in numbered] == list(range(1, len(numbered) + 1))
        if in_order and len(numbered) >= len(best):
            best = numbered
    return best or _by_content(found, asked)


def is_container(name: str) -> bool:
    """Tell whether a heading is only there for the stages below it: `Stages`, `Phases`."""
    return name.lower().strip(" :") in _CONTAINERS


def labels_in(part: Part, asked: Mapping[str, str], *, tables: bool = True) -> int:
    """Count the different keys of a stage that headings, labels and tables of a body name."""
    keys = set()
    for block in part.body if tables else (b for b in part.body if b.kind is not BlockKind.TABLE):
        for name in _labels(block, asked):
            known = meaning_of(name, asked)
            if known and known.key not in ABOUT_MAP:
                keys.add(known.key)
    return len(keys)


def meaning_of(name: str, asked: Mapping[str, str]) -> Meaning | None:
    """Tell what a label stands for; a sentence is no label."""
    if len(name) > LONGEST_LABEL:
        return None
    return _meaning(name, tuple(asked.items()))


def check_labels(blocks: Sequence[Block]) -> None:
    """Refuse a document with more headings and labels than any journey has.

    Raises:
        UserError: There are too many; finding out what each means would take too long.

    """
    names = {block.text for block in blocks if block.kind is BlockKind.HEADING}
    for block in blocks:
        if block.kind in (BlockKind.TEXT, BlockKind.ITEM) and (found := label_of(block.text)):
            names.add(found.label)
    if len(names) > _MOST_LABELS:
        raise UserError(
            f"The document has {len(names):,} different headings and labels; up to "
            f"{_MOST_LABELS:,} can be read at once.",
            hint="Split it into several files and import each.",
        )


@lru_cache(maxsize=4096)
def _meaning(name: str, asked: tuple[tuple[str, str], ...]) -> Meaning | None:
    return meaning(name, dict(asked))


def about_map(name: str, asked: Mapping[str, str]) -> bool:
    """Tell whether a heading says outright that it is about the whole map: `Persona: Maya`."""
    head = re.split(r"[:–—]", name, maxsplit=1)[0]
    known = meaning_of(head, asked)
    return known is not None and not known.guessed and known.key in ABOUT_MAP


def _part(blocks: Sequence[Block], at: int, end: int) -> Part:
    heading = blocks[at]
    text = " ".join(shown(heading).split())
    numbered = _NUMBERED.fullmatch(text)
    name = numbered[2].strip() if numbered else text
    number = int(numbered[1]) if numbered and name else None
    return Part(heading, name or text, number, tuple(blocks[at + 1 : end]))


def _below(container: Part, found: Sequence[Part]) -> list[Part]:
    lines = {block.line for block in container.body if block.kind is BlockKind.HEADING}
    inside = [part for part in found if part.heading.line in lines]
    level = min((part.heading.level for part in inside), default=0)
    return [part for part in inside if part.heading.level == level]


def _by_content(found: Sequence[Part], asked: Mapping[str, str]) -> list[Part]:
    """Choose the level whose headings have most labels below them, the deeper one of equals."""
    candidates = [part for part in found if _may_be_stage(part, asked)]
    counts = {part.heading.line: labels_in(part, asked) for part in candidates}
    best: list[Part] = []
    most = 0
    for level in range(1, _TITLE_LEVELS + 1):
        at_level = [part for part in candidates if part.heading.level == level]
        labelled = [part for part in at_level if counts[part.heading.line]]
        total = sum(counts[part.heading.line] for part in labelled)
        if total and total >= most:
            best, most = [p for p in at_level if counts[p.heading.line] or _has_list(p)], total
    return best or _with_lists(candidates)


def _with_lists(candidates: Sequence[Part]) -> list[Part]:
    """Choose, where nothing has a label, the level with most headings that have lists."""
    levels = [part.heading.level for part in candidates if _has_list(part)]
    if not levels:
        return []
    level = max(set(levels), key=lambda each: (levels.count(each), each))
    return [p for p in candidates if p.heading.level == level and _has_list(p)]


def _has_list(part: Part) -> bool:
    for block in part.body:
        if block.kind is BlockKind.HEADING:
            return False
        if block.kind is BlockKind.ITEM or label_of(block.text):
            return True
    return False


def _may_be_stage(part: Part, asked: Mapping[str, str]) -> bool:
    """Tell whether a heading can name a stage: a lane's name can not, a phase's word can."""
    if about_map(part.name, asked):
        return False
    known = meaning_of(part.name, asked)
    if known is None or known.guessed or known.key in ("stage", "phase"):
        return True
    name = part.name.lower().replace(" ", "-")
    return name in PHASES or word("phase", part.name) is not None


def _labels(block: Block, asked: Mapping[str, str]) -> Iterator[str]:
    """Give what a block could call a lane."""
    match block.kind:
        case BlockKind.HEADING:
            yield shown(block)
        case BlockKind.TABLE:
            yield from (name for row in block.rows if (name := plain(row[0])))
        case BlockKind.TEXT | BlockKind.ITEM:
            found = label_of(block.text)
            if found is None and (guess := plain_label_of(block.text)):
                known = meaning_of(guess.label, asked)
                found = guess if known and not known.guessed else None
            if found:
                yield found.label
        case _:
            pass

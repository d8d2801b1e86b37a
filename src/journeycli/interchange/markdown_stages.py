"""From the blocks below a stage's heading to the cells of its column: a label, and what it says."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from journeycli.interchange.lanes import Meaning, label
from journeycli.interchange.layout import OWN_LANE, Entry, Lane, Record, lane_at
from journeycli.interchange.markdown_blocks import Block, BlockKind, shown
from journeycli.interchange.markdown_inline import Labelled, label_of, plain, plain_label_of
from journeycli.interchange.markdown_outline import LONGEST_LABEL, meaning_of
from journeycli.interchange.sheet import Cell, Sheet
from journeycli.interchange.statements import BULLET, split
from journeycli.text import shorten

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from journeycli.interchange.markdown_outline import Part
    from journeycli.interchange.notes import Notes

_PROSE: Final = ("summary", "duration", "phase", "id")
_WORDS: Final = ("emotions", "touchpoints")
_PAIR: Final = 2
_SHORT: Final = 5  # words of an item that heads the items below it


class Lanes:
    """The lanes of a document by their names, each with the line on which it came first."""

    def __init__(self, asked: Mapping[str, str]) -> None:
        self._asked = asked
        self._lanes: dict[str, Lane] = {}

    def named(self, name: str, line: int) -> Lane:
        """Give the lane that a label names."""
        name = shorten(name, LONGEST_LABEL)
        if name.startswith(OWN_LANE):
            return self._take(name, lane_at(Sheet("", ((name,),)), 0, 0, self._asked), line)
        known = meaning_of(name, self._asked)
        if known is not None and known.key == "stage":  # below a stage it can name none
            known = None
        return self._take(name, Lane(name, known, 0, 0), line)

    def of_key(self, key: str, line: int) -> Lane:
        """Give the lane of a key, for what stands below no label."""
        return self._take(label(key), Lane(label(key), Meaning(key), 0, 0), line)

    def notes(self, line: int) -> Lane:
        """Give the lane for what has no place of its own."""
        return self._take("Notes", Lane("Notes", None, 0, 0), line)

    def known(self, name: str) -> bool:
        """Tell whether a name says outright what it stands for."""
        found = meaning_of(name, self._asked)
        return found is not None and not found.guessed

    def all(self) -> tuple[Lane, ...]:
        """Give the lanes, in order."""
        return tuple(self._lanes.values())

    def _take(self, name: str, lane: Lane, line: int) -> Lane:
        return self._lanes.setdefault(name.lower(), lane._replace(row=line - 1))


class StageReader:
    """Reads one stage.

    Args:
        part: Its heading and what stands below.
        lanes: The lanes of the document.
        notes: Where remarks go.

    """

    def __init__(self, part: Part, lanes: Lanes, notes: Notes) -> None:
        self._part = part
        self._lanes = lanes
        self._notes = notes
        self._lane: Lane | None = None
        self._found: dict[Lane, list[_Said]] = {}
        self._heads: list[tuple[int, Lane | None, str]] = []  # of nested lists: depth, lane, prefix

    def record(self) -> Record:
        """Give the stage as a record."""
        blocks = self._part.body
        for at, block in enumerate(blocks):
            self._read(block, blocks[at + 1] if at + 1 < len(blocks) else None)
        head = Cell(self._part.name, self._part.heading.line - 1, 0)
        entries = tuple(
            Entry(lane, Cell(_cell(lane, said), said[0].line - 1, 1))
            for lane, said in self._found.items()
        )
        return Record(" ".join(self._part.name.split()), "", head, entries)

    def _read(self, block: Block, following: Block | None) -> None:
        if block.kind is not BlockKind.ITEM:
            self._heads = []
        match block.kind:
            case BlockKind.HEADING:
                self._lane = self._lanes.named(shown(block), block.line)
            case BlockKind.TEXT:
                self._read_text(block)
            case BlockKind.ITEM:
                self._read_item(block, following)
            case BlockKind.QUOTE:
                lane = self._lane or self._lanes.of_key("quotes", block.line)
                self._say(lane, block.line, shown(block))
            case BlockKind.CODE:
                self._say(self._lanes.notes(block.line), block.line, block.text)
            case BlockKind.TABLE:
                self._read_table(block)

    def _read_text(self, block: Block) -> None:
        found = self._labelled(block)
        if found is not None:
            self._lane = self._lanes.named(found.label, block.line)
            self._say(self._lane, block.line, plain(found.rest), item=False)
        elif self._part.body[0] is block:
            self._say(self._lanes.of_key("summary", block.line), block.line, shown(block))
        elif self._lane is not None and self._found.get(self._lane) is None:
            self._say(self._lane, block.line, shown(block))
        else:
            self._say(self._lanes.notes(block.line), block.line, shown(block))

    def _read_item(self, block: Block, following: Block | None) -> None:
        self._heads = [head for head in self._heads if head[0] < block.level]
        lane, prefix = self._lane, ""
        for _, other, words in self._heads:
            lane, prefix = other or lane, prefix + words
        found = self._labelled(block, in_lane=lane is not None)
        heads = (
            following is not None
            and following.kind is BlockKind.ITEM
            and following.level > block.level
        )
        text = shown(block)
        if found is not None and (heads or self._lanes.known(found.label)):
            lane, prefix, text = self._lanes.named(found.label, block.line), "", plain(found.rest)
            self._heads.append((block.level, lane, ""))
        elif heads and (text.endswith(":") or len(text.split()) <= _SHORT):
            bare = text.rstrip(": ")
            if self._lanes.known(bare):
                self._heads.append((block.level, self._lanes.named(bare, block.line), ""))
            else:
                self._heads.append((block.level, None, f"{bare}: "))
            text = ""
        if lane is None:
            lane = self._lanes.of_key("customer_actions", block.line)
            message = "A list below no label is taken for what customers do."
            self._notes.guessed(f"line {block.line}", message)
        if text:
            labelled = found is not None and text == plain(found.rest)
            self._say(lane, block.line, prefix + text, item=not labelled)

    def _labelled(self, block: Block, *, in_lane: bool = False) -> Labelled | None:
        """Take a label off; one without bold letters must say outright what it stands for."""
        found = label_of(block.text)
        if found is None and not in_lane and (guess := plain_label_of(block.text)):
            found = guess if self._lanes.known(guess.label) else None
        return found

    def _read_table(self, block: Block) -> None:
        """Read a table inside a stage: two columns are labels and what they say."""
        pairs = all(len([c for c in row if c]) <= _PAIR for row in block.rows)
        for line, row in zip(block.lines, block.rows, strict=True):
            texts = [plain(cell) for cell in row]
            if pairs and len(texts) >= _PAIR and texts[0]:
                name = label_of(row[0])
                lane = self._lanes.named(name.label if name else texts[0], line)
                for text in texts[1].split("\n"):
                    self._say(lane, line, text, item=False)
            else:
                self._say(self._lanes.notes(line), line, " | ".join(filter(None, texts)))

    def _say(self, lane: Lane, line: int, text: str, *, item: bool = True) -> None:
        flat = " ".join(text.split())
        if flat:
            self._found.setdefault(lane, []).append(_Said(line, flat, item))


class _Said(NamedTuple):
    """One thing that is said: its line, its text, and whether it is one statement for sure."""

    line: int
    text: str
    item: bool


def _cell(lane: Lane, said: Sequence[_Said]) -> str:
    """Put what stands under a label into a cell; a sentence may hold several statements."""
    texts = [each.text for each in said]
    if lane.key in _PROSE:
        return " ".join(texts)
    if len(said) == 1 and not said[0].item:
        return said[0].text
    words = lane.key in _WORDS
    parts = [
        part
        for each in said
        for part in ([each.text] if each.item else split(each.text, words=words))
    ]
    written = "\n".join(f"{BULLET} {part}" for part in parts)
    return f"{written}\n{BULLET}" if len(parts) == 1 else written

"""What changed, for the terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from rich.text import Text

from journeycli.compare.outline import outline
from journeycli.compare.telling import (
    checklist_lines,
    feeling_lines,
    headline,
    news_of,
    notes_of,
    overview,
    stat_words,
)
from journeycli.views.terminal.lines import hung, wrapped
from journeycli.views.terminal.look import WARNING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from journeycli.compare.difference import Difference
    from journeycli.compare.outline import Section
    from journeycli.compare.versions import FileChange
    from journeycli.compare.wording import Sentence
    from journeycli.findings import Finding
    from journeycli.views.terminal.look import Look

_INDENT: Final = 2
_DEEPER: Final = 4
_MOST_FINDINGS: Final = 20
_STYLES: Final = {"+": "green", "−": "red", "→": "cyan", "=": "cyan", "~": WARNING}
_ROLES: Final = {"word": "", "name": "", "old": "red", "new": "green"}


def diff_view(difference: Difference, look: Look) -> Iterator[Text]:
    """Yield everything that is different: file by file, stage by stage, and what it brings."""
    yield from _head(difference, look)
    for file in difference.files:
        yield Text()
        yield from _file(file, difference, look)
    new, gone = difference.elsewhere()
    if new or gone:
        yield Text()
        yield Text("In files that are the same", "bold")
        yield from _findings(new, gone, look, named=True)
    yield from _notes(difference.notes, look)


def stat_view(difference: Difference, look: Look) -> Iterator[Text]:
    """Yield a line a file: how much changed, without what."""
    yield from _head(difference, look)
    for file in difference.files:
        name = Text.assemble(look.text(headline(file), "bold"))
        yield from hung(Text("  "), name, look.width, _INDENT)
        yield from hung(Text("    "), look.text(stat_words(file)), look.width, _DEEPER)
    yield from _notes(difference.notes, look)


def _head(difference: Difference, look: Look) -> Iterator[Text]:
    sides = f"{difference.old} → {difference.new}"
    yield from wrapped(look.text(sides, "dim"), look.width)
    yield from wrapped(look.text(overview(difference)), look.width)


def _file(file: FileChange, difference: Difference, look: Look) -> Iterator[Text]:
    yield from wrapped(look.text(headline(file), "bold"), look.width)
    for mark, news in news_of(file):
        yield from _line(mark, look.text(news), look, _STYLES[mark])
    for note in notes_of(file):
        yield from _line("!", look.text(note), look, WARNING)
    for section in outline(file.changes):
        yield from _section(section, look, alone=not any(each.trail for each in file.changes))
    yield from _told("Checklist", checklist_lines(file), look)
    yield from _told("Feelings", feeling_lines(file), look)
    new, gone = difference.of_file(file)
    yield from _findings(new, gone, look)


def _section(section: Section, look: Look, *, alone: bool) -> Iterator[Text]:
    if section.heading is not None:
        yield from hung(
            Text("  "), look.text(section.heading.label, "bold cyan"), look.width, _INDENT
        )
    elif not alone:
        yield Text("  The whole", "bold cyan")
    for entry in section.entries:
        yield from _line(entry.sign, _pieces(entry.sentence, look), look, _STYLES[entry.sign])
        for detail in entry.details:
            yield from hung(Text(" " * 8), _pieces(detail, look), look.width, 8)


def _told(title: str, lines: Iterable[tuple[str, str]], look: Look) -> Iterator[Text]:
    rows = list(lines)
    if rows:
        yield Text(f"  {title}", "bold")
        for mark, text in rows:
            style = {"▲": "green", "▼": "red"}.get(mark, "")
            yield from _line(mark, look.text(text), look, style)


def _findings(
    new: Sequence[Finding], gone: Sequence[Finding], look: Look, *, named: bool = False
) -> Iterator[Text]:
    if not new and not gone:
        return
    yield Text("  Findings", "bold")
    for found, word, style in ((new, "new", "red"), (gone, "gone", "green")):
        for each in found[:_MOST_FINDINGS]:
            where = f"{each.place.path}: " if named else ""
            label = Text.assemble("    ", (f"{word:<4}", style), f" {each.code}")
            yield from hung(label, look.text(f"{where}{each.message}"), look.width, 15)
        if len(found) > _MOST_FINDINGS:
            rest = f"… and {len(found) - _MOST_FINDINGS} more that are {word}"
            yield from hung(Text("    "), look.text(rest), look.width, _DEEPER)


def _notes(notes: Sequence[str], look: Look) -> Iterator[Text]:
    if notes:
        yield Text()
    for note in notes:
        yield from hung(Text("note: "), look.text(note), look.width, 6)


def _line(mark: str, text: Text, look: Look, style: str) -> list[Text]:
    label = Text.assemble("    ", (look.plain(mark) if look.unicode else _ascii(mark), style), " ")
    return hung(label, text, look.width, 6 if len(mark) == 1 else 7)


def _ascii(mark: str) -> str:
    return {"→": ">", "−": "-", "▲": "^", "▼": "v"}.get(mark, mark)


def _pieces(sentence: Sentence, look: Look) -> Text:
    """Put a sentence together; what was and what is have colours beside their words."""
    text = Text()
    for piece in sentence:
        lead = " " if piece.text.startswith(" ") else ""
        trail = " " if piece.text.endswith(" ") and piece.text.strip() else ""
        text.append_text(Text.assemble(lead, look.text(piece.text, _ROLES[piece.role]), trail))
    return text

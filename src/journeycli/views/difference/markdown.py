"""A difference as Markdown, for a comment on a pull request: short first, details folded."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from journeycli.compare.outline import outline
from journeycli.compare.telling import (
    checklist_lines,
    feeling_lines,
    headline,
    news_of,
    notes_of,
    overview,
    share_words,
    stat_words,
)
from journeycli.text import counted, shorten
from journeycli.views.markdown import escape

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from journeycli.compare.difference import Difference
    from journeycli.compare.outline import Section
    from journeycli.compare.versions import FileChange
    from journeycli.compare.wording import Sentence
    from journeycli.findings import Finding

LONGEST: Final = 60_000
"""Characters; GitHub takes 65,536 in a comment, and somebody may want to add a picture."""
_LONGEST_LINE: Final = 2_000
_LONGEST_CELL: Final = 300
_MOST_ROWS: Final = 40
_MOST_NOTES: Final = 5
_ROOM_FOR_END: Final = 2_000
_BULLET: Final = {"+": "➕", "−": "➖", "→": "↪️", "=": "🏷️", "~": "✏️"}


def markdown(difference: Difference) -> str:
    """Write a comment of less than 60,000 characters; what does not fit is said to be missing."""
    lines = [*_head(difference), ""]
    size = sum(len(line) + 1 for line in lines)
    blocks = [list(_file(file, difference)) for file in difference.files]
    new, gone = difference.elsewhere()
    if new or gone:
        blocks.append(_folded("In files that are the same", [*_findings(new, gone, named=True)]))
    missing = 0
    for number, block in enumerate(blocks):
        share = (LONGEST - _ROOM_FOR_END - size) // (len(blocks) - number)  # what is left is shared
        kept = _fitting(block, share)
        missing += _items(block) - _items(kept)
        size += sum(len(line) + 1 for line in kept)
        lines += kept
    if missing:
        lines += [
            "",
            f"*{counted(missing, 'more line')} would not fit; `journey diff` prints all.*",
        ]
    lines += [
        "",
        *(f"> {_cut(escape(note), _LONGEST_CELL)}" for note in difference.notes[:_MOST_NOTES]),
    ]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).rstrip() + "\n"


def _head(difference: Difference) -> Iterator[str]:
    yield "### What changed in the journey maps"
    yield ""
    yield " → ".join(_cut(escape(each), _LONGEST_CELL) for each in (difference.old, difference.new))
    yield ""
    yield overview(difference)
    if not difference.files:
        return
    yield ""
    yield "| File | Changes | Checklist | Findings |"
    yield "| --- | --- | --- | --- |"
    for file in difference.files[:_MOST_ROWS]:
        new, gone = difference.of_file(file)
        findings = f"{len(new)} new, {len(gone)} gone" if new or gone else ""
        told = stat_words(file).split("; checklist")[0]
        names = (_cut(escape(each), _LONGEST_CELL) for each in (headline(file), told))
        cells = (*names, _checklist(file), findings)
        yield f"| {' | '.join(cells)} |"
    if len(difference.files) > _MOST_ROWS:
        yield ""
        yield f"and {counted(len(difference.files) - _MOST_ROWS, 'more file')}"


def _checklist(file: FileChange) -> str:
    whole = file.completeness
    if whole is None:
        return ""
    before, after = share_words(whole.before), share_words(whole.after)
    match file.status:
        case "added":
            return after
        case "removed":
            return ""
        case _:
            return after if before == after else f"{before} → {after}"


def _file(file: FileChange, difference: Difference) -> Iterator[str]:
    new, gone = difference.of_file(file)
    body = [f"- {_BULLET[mark]} {_cut(escape(text))}" for mark, text in news_of(file)]
    body += [f"- ⚠️ {_cut(escape(note))}" for note in notes_of(file)]
    for section in outline(file.changes):
        body += _section(section)
    body += _told("Checklist", [*checklist_lines(file)])
    body += _told("Feelings", [*feeling_lines(file)])
    if new or gone:
        body += ["", "**Findings**", "", *_findings(new, gone)]
    if body:
        total = counted(len(file.changes), "change")
        more = f": {total}" if file.changes else ""
        yield from _folded(f"{headline(file)}{more}", body)


def _folded(title: str, body: Sequence[str]) -> list[str]:
    head = f"<details><summary>{_html(shorten(title, _LONGEST_CELL))}</summary>"
    return ["", head, "", *body, "", "</details>"]


def _section(section: Section) -> list[str]:
    name = section.heading.label if section.heading is not None else "The whole"
    lines = ["", f"**{_cut(escape(name))}**", ""]
    for entry in section.entries:
        lines.append(_cut(f"- {_BULLET[entry.sign]} {_sentence(entry.sentence)}"))
        lines += [_cut(f"  - {_sentence(detail)}") for detail in entry.details]
    return lines


def _told(title: str, rows: Sequence[tuple[str, str]]) -> list[str]:
    if not rows:
        return []
    return ["", f"**{title}**", "", *(_cut(f"- {mark} {escape(text)}") for mark, text in rows)]


def _findings(
    new: Sequence[Finding], gone: Sequence[Finding], *, named: bool = False
) -> Iterator[str]:
    for found, word in ((new, "new"), (gone, "gone")):
        for each in found:
            code = f"[{each.code}]({each.url})" if each.url else each.code
            where = f"{escape(each.place.path)}: " if named else ""
            yield _cut(f"- {word}: {code} {where}{escape(each.message)}")


def _sentence(sentence: Sentence) -> str:
    """Write a sentence; what was is struck through and what is stands bold."""
    text = ""
    for piece in sentence:
        inert = _escaped(piece.text)
        bare = inert.strip()
        if piece.role == "old" and bare:
            text += inert.replace(bare, f"~~{bare}~~", 1)
        elif piece.role == "new" and bare:
            text += inert.replace(bare, f"**{bare}**", 1)
        else:
            text += inert
    return text


def _escaped(text: str) -> str:
    """Make a piece inert, its blanks at the ends kept."""
    lead, trail = text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]
    return f"{' ' if lead else ''}{escape(text)}{' ' if trail and text.strip() else ''}"


def _html(text: str) -> str:
    """Make a text inert between tags, where some Markdown has its effect as well."""
    inert = escape(text)
    return inert.replace("\\<", "&lt;").replace("\\>", "&gt;").replace("\\&", "&amp;")


def _cut(line: str, longest: int = _LONGEST_LINE) -> str:
    """Cut what no reader of a comment would read to its end, and never inside an escape."""
    if len(line) <= longest:
        return line
    kept = line[:longest].rstrip("\\")
    for mark in ("**", "~~"):
        if kept.count(mark) % 2:
            kept += mark
    return f"{kept}…"


def _fitting(block: Sequence[str], room: int) -> list[str]:
    """Keep as many lines as there is room for, and the end of what is folded."""
    if sum(len(line) + 1 for line in block) <= room:
        return list(block)
    end = ["", "</details>"]
    room -= sum(len(line) + 1 for line in end)
    kept: list[str] = []
    for line in block[:-2]:
        room -= len(line) + 1
        if room < 0:
            break
        kept.append(line)
    return [*kept, *end] if _items(kept) else []


def _items(lines: Sequence[str]) -> int:
    return sum(line.lstrip().startswith("- ") for line in lines)

"""A difference as one HTML page: the maps with their changes marked, and what is said of them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from journeycli.compare.outline import outline
from journeycli.compare.telling import (
    checklist_lines,
    feeling_lines,
    headline,
    notes_of,
    overview,
    stat_words,
)
from journeycli.model import JourneyMap
from journeycli.views.framed import framed
from journeycli.views.map import map_scene
from journeycli.views.markup import attribute, content
from journeycli.views.painters.escape import safe_link, xml
from journeycli.views.painters.svg import paint_svg
from journeycli.views.sheet import Options

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from journeycli.compare.difference import Difference
    from journeycli.compare.outline import Section
    from journeycli.compare.versions import FileChange
    from journeycli.compare.wording import Sentence
    from journeycli.findings import Finding
    from journeycli.views.known import Known
    from journeycli.views.themes import Theme

_ROW: Final = 5  # stages beside each other
_WIDE: Final = 1360.0  # pixels
_STYLE: Final = """del { color: var(--bad); } ins { color: var(--good); text-decoration: none;
  font-weight: 600; } .sign { display: inline-block; width: 1.25rem; font-weight: 700; }
ul.changes { list-style: none; padding-left: 0; } ul.changes ul { padding-left: 2.5rem; }
"""


def difference_page(
    difference: Difference, known: Callable[[JourneyMap], Known], theme: Theme
) -> str:
    """Write a difference as a page that needs nothing from outside.

    Args:
        difference: The difference.
        known: Gives what the ids of a map mean.
        theme: The colours.

    """
    body = [
        "<h1>What changed in the journey maps</h1>",
        f'<p class="soft">{content(difference.old)} → {content(difference.new)}</p>',
        f"<p>{content(overview(difference))}</p>",
    ]
    for number, file in enumerate(difference.files):
        body += _file(number, file, difference, known, theme)
    new, gone = difference.elsewhere()
    if new or gone:
        body += ["<h2>Findings in files that are the same</h2>", *_findings(new, gone, named=True)]
    body += [f'<p class="soft">{content(note)}</p>' for note in difference.notes]
    return "\n".join([*_head(difference), *body, "</main>", "</body>", "</html>", ""])


def map_svg(
    file: FileChange, known: Callable[[JourneyMap], Known], theme: Theme, *, framed: bool = True
) -> str | None:
    """Draw the map of a file with what is new, changed and gone, and both curves.

    Args:
        file: How the file differs.
        known: Gives what the ids of a map mean.
        theme: The colours.
        framed: Whether with the title block; without, it is a part of a page.

    Returns:
        The picture; None where the file is no map that can be read today.

    """
    new = file.new.model if file.new is not None else None
    old = file.old.model if file.old is not None else None
    if not isinstance(new, JourneyMap):
        return None
    base = old if isinstance(old, JourneyMap) else None
    wide = len(new.stages) > _ROW + 1 and not framed
    options = Options(width=_WIDE if wide else None, wrap=_ROW if wide else None, framed=framed)
    return paint_svg(map_scene(new, known(new), options, base), theme, embedded=not framed)


def _head(difference: Difference) -> Iterator[str]:
    style = Path(__file__).parent.with_name("page.css").read_text("utf-8")
    yield "<!DOCTYPE html>"
    yield '<html lang="en">'
    yield "<head>"
    yield '<meta charset="utf-8">'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield f"<title>What changed: {attribute(difference.old)} → {attribute(difference.new)}</title>"
    yield f"<style>\n{style}{_STYLE}</style>"
    yield "</head>"
    yield "<body>"
    yield '<main id="content">'


def _file(
    number: int,
    file: FileChange,
    difference: Difference,
    known: Callable[[JourneyMap], Known],
    theme: Theme,
) -> Iterator[str]:
    yield f'<h2 id="file-{number}">{content(headline(file))}</h2>'
    yield f"<p>{content(stat_words(file))}</p>"
    yield from (f'<p class="card warn">{content(note)}</p>' for note in notes_of(file))
    svg = map_svg(file, known, theme, framed=False)
    if svg is not None:
        yield framed(f"map-{number}", "The map as a picture, with what changed", svg)
    for section in outline(file.changes):
        yield from _section(section)
    yield from _told("Checklist", checklist_lines(file))
    yield from _told("Feelings", feeling_lines(file))
    new, gone = difference.of_file(file)
    if new or gone:
        yield "<h3>Findings</h3>"
        yield from _findings(new, gone)


def _section(section: Section) -> Iterator[str]:
    name = section.heading.label if section.heading is not None else "The whole"
    yield f"<h3>{content(name)}</h3>"
    yield '<ul class="changes">'
    for entry in section.entries:
        details = "".join(f"<li>{_sentence(each)}</li>" for each in entry.details)
        more = f"<ul>{details}</ul>" if details else ""
        sign = f'<span class="sign">{entry.sign}</span>'
        yield f"<li>{sign}{_sentence(entry.sentence)}{more}</li>"
    yield "</ul>"


def _told(title: str, rows: Iterable[tuple[str, str]]) -> Iterator[str]:
    items = [f'<li><span class="sign">{mark}</span>{content(text)}</li>' for mark, text in rows]
    if items:
        yield f"<h3>{title}</h3>" if title else ""
        yield f'<ul class="changes">{"".join(items)}</ul>'


def _findings(
    new: Sequence[Finding], gone: Sequence[Finding], *, named: bool = False
) -> Iterator[str]:
    yield "<ul>"
    for found, word in ((new, "new"), (gone, "gone")):
        for each in found:
            link = safe_link(each.url or "")
            code = f'<a href="{xml(link)}">{each.code}</a>' if link else content(each.code)
            where = f"{content(each.place.path)}: " if named else ""
            yield f"<li>{word}: {code} {where}{content(each.message)}</li>"
    yield "</ul>"


def _sentence(sentence: Sentence) -> str:
    tags = {"old": "del", "new": "ins"}
    text = ""
    for piece in sentence:
        lead = " " if piece.text.startswith(" ") else ""
        trail = " " if piece.text.endswith(" ") else ""
        tag = tags.get(piece.role)
        inert = content(piece.text)
        text += f"{lead}<{tag}>{inert}</{tag}>{trail}" if tag else f"{lead}{inert}{trail}"
    return text

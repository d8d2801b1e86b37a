"""What is fed: each target takes bytes, and may raise nothing but what it says it raises."""

from __future__ import annotations

import tempfile
from datetime import date
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from journeycli.compare.difference import counts
from journeycli.compare.merge import merge
from journeycli.compare.merge_blocks import DoubtError, Markers
from journeycli.compare.versions import compare, read_version
from journeycli.compare.walk_text import read_walk
from journeycli.errors import UserError
from journeycli.git import GitUnavailableError
from journeycli.interchange.draft import Asked
from journeycli.interchange.kinds import READERS, WRITERS
from journeycli.lint.catalogue import sort_rules
from journeycli.lint.fixes import fix
from journeycli.lint.formatting import formatted
from journeycli.lint.selection import selected
from journeycli.lint.sources import Sources
from journeycli.lint.speaking import Choice
from journeycli.model import JourneyMap
from journeycli.parsing import parse
from journeycli.rules import ALL_RULES
from journeycli.settings import Settings, SettingsError, read_settings
from journeycli.source.document import read_document
from journeycli.source.limits import Limits
from journeycli.testing import lint_texts
from journeycli.views.known import know
from journeycli.views.pictures import Request, pictures
from journeycli.workspace.discovery import Discovered

if TYPE_CHECKING:
    from collections.abc import Callable
    from random import Random

    from journeycli.lint.catalogue import Rules

LIMITS = Limits()


def load(draw: Callable[[], bytes], random: Random) -> None:
    """Read a file and fit it to the format: never raises; every fault lies in the text."""
    document = read_document(draw(), LIMITS)
    for fault in document.faults:
        assert 0 <= fault.span.start <= fault.span.end <= len(document.text)
    parse(document)


def lint(draw: Callable[[], bytes], random: Random) -> None:
    """Run every rule over a workspace, comments that silence them among it: never raises."""
    names = ("a.journey.yaml", "b.journey.yaml", "c.persona.yaml", "d.catalog.yaml")
    lint_texts({name: draw() for name in random.sample(names, random.randint(1, 3))})


def settings(draw: Callable[[], bytes], random: Random) -> None:
    """Read settings: all that is wrong comes as one error."""
    path = _folder() / "journey.toml"
    path.write_bytes(draw())
    try:
        read_settings(path, root=path.parent)
    except SettingsError:
        return


def fixes(draw: Callable[[], bytes], random: Random) -> None:
    """Apply all fixes: never raises, and what is written can be read no worse than before."""
    raw = draw()
    sources = Sources(Discovered(_folder(), (), (), ()), LIMITS, {"a.journey.yaml": raw})
    choice = Choice(selected(ALL_RULES, (), ()), _TODAY, Settings())
    outcome = fix(sources, _rules(), choice, unsafe=random.random() < 0.5)
    for each in outcome.files:
        before, after = read_document(each.before, LIMITS), read_document(each.after, LIMITS)
        assert len(after.faults) <= len(before.faults)


def fmt(draw: Callable[[], bytes], random: Random) -> None:
    """Lay out: a second time changes nothing; what cannot be laid out is refused in words."""
    try:
        once = formatted(draw(), LIMITS, "a.journey.yaml")
    except UserError:
        return
    assert formatted(once, LIMITS, "a.journey.yaml") == once


def diff(draw: Callable[[], bytes], random: Random) -> None:
    """Compare two versions: never raises; one with itself shows nothing."""
    old, new = (read_version("a.journey.yaml", draw(), LIMITS) for _ in range(2))
    counts(compare(old, new))
    assert not compare(old, old).changes


def merging(draw: Callable[[], bytes], random: Random) -> None:
    """Merge: only git's refusal of what is no text is raised; a change of one side is taken."""
    base, ours, theirs = (draw() for _ in range(3))
    if random.random() < 0.3:
        assert merge(base, ours, base, Markers(), LIMITS).raw == ours
        return
    try:
        merge(base, ours, theirs, Markers(), LIMITS)
    except (GitUnavailableError, DoubtError):
        return


def walk(draw: Callable[[], bytes], random: Random) -> None:
    """Read a walkthrough, or say what is wrong with it."""
    try:
        read_walk(draw(), "a.walk.yaml", LIMITS)
    except UserError:
        return


def render(draw: Callable[[], bytes], random: Random) -> None:
    """Draw whatever map can be read, in a view and format: never raises but in words."""
    model = parse(read_document(draw(), LIMITS)).model
    if not isinstance(model, JourneyMap):
        return
    view, format_ = random.choice(_DRAWN)
    try:
        for picture in pictures([model], know, Request(view, format_)):
            assert picture.draw()
    except UserError:
        return


def importing(draw: Callable[[], bytes], random: Random) -> None:
    """Import as each kind: what cannot be read is refused in words; what can is a map."""
    reader = random.choice([*READERS.values()]).load()
    try:
        drafts = reader.read(draw(), Asked(title="A title"))
    except UserError:
        return
    assert drafts


def exporting(draw: Callable[[], bytes], random: Random) -> None:
    """Export whatever map can be read, as each kind."""
    model = parse(read_document(draw(), LIMITS)).model
    if isinstance(model, JourneyMap):
        try:
            kind = random.choice([*WRITERS.values()])
            assert kind.load().write(model, {}) if kind.name == "xlsx" else kind.load().write(model)
        except UserError:
            return


TARGETS = {
    "load": load,
    "lint": lint,
    "settings": settings,
    "fixes": fixes,
    "fmt": fmt,
    "diff": diff,
    "merge": merging,
    "walk": walk,
    "render": render,
    "import": importing,
    "export": exporting,
}
"""Each target by its name."""

_DRAWN = [
    *((view, "svg") for view in ("map", "blueprint", "emotions", "funnel", "persona")),
    *((view, "mermaid") for view in ("map", "flow")),
    ("map", "html"),
    ("map", "md"),
    ("map", "dot"),
    ("flow", "dot"),
]
_TODAY = date(2026, 11, 30)


@cache
def _rules() -> Rules:
    return sort_rules(ALL_RULES)


@cache
def _folder() -> Path:
    return Path(tempfile.mkdtemp(prefix="journey-fuzz-"))

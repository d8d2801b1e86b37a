"""Inputs that nobody would write: pieces of real files, cut, doubled, mixed and poisoned."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from hostile.payloads import PAYLOADS
from model.sample_files import CATALOG, FIRST_DAY, GROWN, PERSONA, WALK

from journeycli.interchange import csv_out, markdown, mermaid
from journeycli.model import JourneyMap
from journeycli.parsing import parse
from journeycli.source.document import read_document

from .growth import grown

if TYPE_CHECKING:
    from collections.abc import Callable
    from random import Random

_ROOT = Path(__file__).parent.parent.parent
_SIGNS = (
    b"- ", b'"', b"'", b": ", b" #", b"*a", b"&a ", b"!", b"!!str ", b"@", b"`", b"%", b"| ", b"> ",
    b"\t", b"\n", b"[", b"]", b"{", b"}", b", ", b"? ", b"<<: *a", b"\0", b"\x1b", b"\r", b"---\n",
    b"...\n", b"  ", b"\\", b"key: ", b"none", b"~", b"-1e999", b"0x1F", b"2026-13-40", b"2",
    "\u2028".encode(), "\x85".encode(), "\ufeff".encode(), b"\xff\xfe",
    b"\xed\xa0\x80", b"\xf0\x9f",
    b"# journey: ignore J101 -- why\n", b"# journey: ignore-file\n", b"id: a\n", b"- a: b: c\n",
    b"&a [*a]", b"&a {k: *a}", b"<<<<<<< ours\n", b"=======\n", b">>>>>>> theirs\n",
)  # fmt: skip
_POISON = tuple(text.encode("utf-8", "surrogatepass") for text in PAYLOADS.values())

_READABLE = 0.6  # of the maps that are fed
_FED_WITH_MAPS = ("load", "lint", "fixes", "fmt", "diff", "merge", "render", "export")
_SETTINGS = (
    """\
select = ["J1", "J303"]
ignore = ["J404"]
severity = {J404 = "off", J501 = "error"}
per-file-ignores = {"drafts/**" = ["J1"]}
include = ["maps/**"]
exclude = ["old/**"]
evidence-months = 12
fail-level = "error"
baseline = "baseline.json"
today = "2026-11-30"
""",
    """\
statement-length = 90
[limits]
bytes = 1000
[[rule]]
code = "ACME001"
name = "no-legal-check"
message = "The stage {name} has no legal check."
over = "stages"
unless = "lanes.legal"
[import.lanes]
Pain = "barriers"
""",
)
_CJML = """\
<?xml version="1.0"?>
<cjml version="2.0"><journeys><journey id="j1"><title>A trip</title><actors>
<actor id="a1"><name>Ana</name></actor><actor id="a2"><name>We</name></actor></actors>
<communicationPoint id="c1"><initiator ref="a1"/><recipient ref="a2"/>
<channel>email</channel><title>Asks</title><description>When?</description>
</communicationPoint></journey></journeys></cjml>
"""


@cache
def maps() -> tuple[bytes, ...]:
    """Give files of the format, good ones."""
    found = sorted((_ROOT / "examples").rglob("*.yaml"), key=lambda path: path.stat().st_size)
    texts = [path.read_bytes() for path in found[:12]]
    return (*texts, *(each.encode() for each in (FIRST_DAY, GROWN, PERSONA, CATALOG, WALK)))


def mutated(random: Random, corpus: tuple[bytes, ...], *, at_most: int = 6_000) -> bytes:
    """Give one of a corpus with one to five mutations; a window of it where it is long.

    Of maps, most are instead changed part by part, so that most can still be read.
    """
    if corpus is maps() and random.random() < _READABLE:
        return grown(random, corpus)
    raw = random.choice(corpus)
    if len(raw) > at_most and random.random() < 0.9:
        start = raw.rfind(b"\n", 0, random.randrange(len(raw))) + 1
        raw = raw[: at_most // 4] + raw[start : start + at_most // 2]
    for _ in range(random.randint(1, 5)):
        raw = random.choice(_WAYS)(random, raw, corpus)
    return raw[: 4 * at_most]


def _put(random: Random, raw: bytes, corpus: tuple[bytes, ...]) -> bytes:
    at = random.randint(0, len(raw))
    return raw[:at] + random.choice(_SIGNS) + raw[at + random.randint(0, 2) :]


def _poison(random: Random, raw: bytes, corpus: tuple[bytes, ...]) -> bytes:
    at = random.randint(0, len(raw))
    return raw[:at] + random.choice(_POISON) + raw[at:]


def _flip(random: Random, raw: bytes, corpus: tuple[bytes, ...]) -> bytes:
    if not raw:
        return b"\x80"
    at = random.randrange(len(raw))
    return raw[:at] + bytes([random.randrange(256)]) + raw[at + 1 :]


def _cut(random: Random, raw: bytes, corpus: tuple[bytes, ...]) -> bytes:
    return raw[: random.randint(0, len(raw))]


def _lines(random: Random, raw: bytes, corpus: tuple[bytes, ...]) -> bytes:
    """Drop, double, move or indent some lines."""
    lines = raw.splitlines(keepends=True) or [b""]
    start = random.randrange(len(lines))
    end = min(len(lines), start + random.randint(1, 8))
    piece = lines[start:end]
    match random.randrange(4):
        case 0:
            lines[start:end] = []
        case 1:
            lines[end:end] = piece
        case 2:
            lines[start:end] = []
            at = random.randint(0, len(lines))
            lines[at:at] = piece
        case _:
            lines[start:end] = [b" " * random.randint(1, 4) + each for each in piece]
    return b"".join(lines)


def _mix(random: Random, raw: bytes, corpus: tuple[bytes, ...]) -> bytes:
    other = random.choice(corpus)
    at = random.randint(0, len(raw))
    start = random.randint(0, len(other))
    return raw[:at] + other[start : start + random.randint(1, 800)] + raw[at:]


def _repeat(random: Random, raw: bytes, corpus: tuple[bytes, ...]) -> bytes:
    at = random.randint(0, len(raw))
    piece = raw[at : at + random.randint(1, 20)] or b"["
    return raw[:at] + piece * random.choice((3, 30, 300)) + raw[at:]


_WAYS: tuple[Callable[[Random, bytes, tuple[bytes, ...]], bytes], ...] = (
    _put, _put, _put, _poison, _flip, _cut, _lines, _lines, _mix, _repeat,
)  # fmt: skip


@cache
def corpora() -> dict[str, tuple[bytes, ...]]:
    """Give the files to begin from, for each target."""
    journeys = maps()
    models = [parse(read_document(raw)).model for raw in journeys]
    tables = [
        write(model).encode()
        for model in models
        if isinstance(model, JourneyMap)
        for write in (csv_out.write, markdown.write, mermaid.write)
    ]
    return {
        "settings": tuple(each.encode() for each in _SETTINGS),
        "walk": (WALK.encode(),),
        "import": (*tables, _CJML.encode()),
    } | dict.fromkeys(_FED_WITH_MAPS, journeys)

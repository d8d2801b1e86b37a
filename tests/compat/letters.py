"""A workspace in which letters beyond ASCII stand everywhere: in texts, ids and names of files."""

from __future__ import annotations

import os
import subprocess
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

MAP = "größe/旅程.journey.yaml"
BYTES = os.fsdecode(b"bytes-\xff.journey.yaml")
PERSONA = "größe/jörg.persona.yaml"

_MAP = """\
format: journey-map/1
id: größe
title: Größe ändern – 旅程 “groß” →
personas: [jörg]
stages:
  - id: späh
    name: 発見 Überlegen
    customer_actions: [Er überlegt, 彼は探す]
    touchpoints:
      - {name: Öffnungszeiten, channel: website}
    barriers: [Preis unklar – 100 € ≥ 5]
    emotions: [{score: -1, feeling: müde 😀}]
  - id: kauf
    name: Bestellen
    customer_actions: [Er bestellt]
"""
_BYTES = "format: journey-map/1\nid: straße\ntitle: Straße\nstages: [{id: aß, name: Süd}]\n"
_PERSONA = "format: persona/1\nid: jörg\nname: Jörg Müller 王\n"
_CHANGED = ("Überlegen", "Übérlegen 変更")


def workspace(folder: Path) -> Path:
    """Fill a folder: a repository with one commit, and a change of a map since."""
    (folder / "größe").mkdir(parents=True)
    (folder / "journey.toml").write_bytes(b"")
    for name, text in ((MAP, _MAP), (PERSONA, _PERSONA), (BYTES, _BYTES)):
        (folder / name).write_bytes(text.encode())
    for arguments in (["init", "-q"], ["add", "-A"], ["commit", "-qm", "Änderung 旅"]):
        subprocess.run(["git", *arguments], cwd=folder, check=True)
    (folder / MAP).write_bytes(_MAP.replace(*_CHANGED).encode())
    return folder


READING = (
    f"lint . --no-cache|lint {BYTES} --format concise|lint . --since HEAD --no-cache|lint größe"
    "|lint . --format json --no-cache|lint . --diff --unsafe-fixes|fmt --diff|explain größe|lint ä"
    f"|show größe|show gröse|show {MAP} --view checklist --format csv|show {BYTES}"
    "|report --no-cache|report --format json --no-cache|plan|diff"
    f"|diff --format md|diff größe --format json|history größe|blame {MAP}|agenda größe"
    "|export größe -o -|lint --help|--help|schema persona|doctor|rules|größe|lint --größe"
)
"""Command lines that print and write nothing, with `|` between them."""

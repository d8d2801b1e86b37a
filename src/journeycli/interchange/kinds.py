"""The kinds of files that come in and go out, and how a file is recognised by its content."""

from __future__ import annotations

import re
from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING, Final

from journeycli.errors import UserError
from journeycli.interchange.decoding import decode

if TYPE_CHECKING:
    from types import ModuleType


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of file.

    Attributes:
        name: What it is called on the command line.
        module: The module of `interchange` that reads it with `read`, writes it with `write`, or
            both.
        spoken: What messages call it.
        suffixes: How names of such files end.

    """

    name: str
    module: str
    spoken: str
    suffixes: tuple[str, ...]

    def load(self) -> ModuleType:
        """Import the module."""
        return import_module(f"journeycli.interchange.{self.module}")


READERS: Final = {
    kind.name: kind
    for kind in (
        Kind("csv", "csv_in", "a CSV table", (".csv", ".tsv", ".tab", ".txt")),
        Kind("xlsx", "xlsx_in", "a spreadsheet", (".xlsx", ".xlsm", ".ods")),
        Kind("mermaid", "mermaid", "a Mermaid journey", (".mmd", ".mermaid")),
        Kind("cjml", "cjml", "a CJML document", (".cjml", ".xml")),
        Kind("markdown", "markdown", "a Markdown document", (".md", ".markdown")),
    )
}
"""What can be imported, by the word of `--as`."""

WRITERS: Final = {
    kind.name: kind
    for kind in (
        Kind("csv", "csv_out", "a CSV table", (".csv",)),
        Kind("xlsx", "xlsx_out", "a spreadsheet", (".xlsx",)),
        Kind("mermaid", "mermaid", "a Mermaid journey", (".mmd", ".mermaid")),
        Kind("markdown", "markdown", "a Markdown document", (".md", ".markdown")),
        Kind("json", "expanded", "JSON", (".json",)),
        Kind("theydo", "theydo", "TheyDo's import", ()),
    )
}
"""What can be exported, by the word of `--format`."""

_ZIP: Final = b"PK\x03\x04"
_COMPOUND: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # .xls, and .xlsx with a password
_FOREIGN: Final = {
    b"%PDF": "a PDF",
    b"\x89PNG": "a picture",
    b"\xff\xd8\xff": "a picture",
    b"GIF8": "a picture",
    b"{\\rtf": "a text document (RTF)",
    b"\x1f\x8b": "a compressed archive",
    b"Rar!": "a compressed archive",
    b"7z\xbc\xaf": "a compressed archive",
    b"\x7fELF": "a program",
    b"MZ\x90": "a program",
}
_FENCE: Final = re.compile(r"^[ \t>]*(?:`{3,}|~{3,}|:{3,})\s*\{?\s*mermaid\b", re.MULTILINE)
_JOURNEY: Final = re.compile(r"^[ \t>]*journey[ \t]*(?:%%.*)?$", re.MULTILINE)
_MERMAID: Final = re.compile(
    r"(?:---\n.*?\n---[^\S\n]*\n\s*)?(?:%%[^\n]*\n\s*)*journey[ \t]*(?:%%[^\n]*)?(?:\n|\Z)",
    re.DOTALL,
)
_HEADING: Final = re.compile(r"^#{1,6}[ \t]+\S", re.MULTILINE)
_TABLE: Final = re.compile(
    r"^[ \t]*\|?[ \t]*:?-{2,}:?[ \t]*(?:\|[ \t]*:?-{2,}:?[ \t]*)+\|?[ \t]*$", re.MULTILINE
)
_OURS: Final = re.compile(
    r"^[\"']?format[\"']?:\s*[\"']?(?:journey-map|persona|catalog)/", re.MULTILINE
)
_CONTROLS: Final = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")
_FEW: Final = 20  # in so many signs of a text there may be one that is no text
_LOOKED_AT: Final = 200_000  # code points of a text that are looked at


def recognise(raw: bytes, name: str = "") -> Kind:
    """Tell what kind of file this is, by its content; its name decides only where that does not.

    Raises:
        UserError: It is empty, or nothing that can be imported.

    """
    if not raw.strip(b" \t\r\n\0"):
        raise UserError("The file is empty.", hint="Name the file that holds the map.")
    if raw.startswith((_ZIP, _COMPOUND)):
        return READERS["xlsx"]
    for start, what in _FOREIGN.items():
        if raw.startswith(start):
            raise _foreign(what)
    decoded = decode(raw)
    text = decoded.text[:_LOOKED_AT].replace("\r\n", "\n").replace("\r", "\n")
    if decoded.guessed and len(_CONTROLS.findall(text)) * _FEW > len(text):
        raise _foreign("no text and no workbook")
    return _of_text(text, name.lower())


def by_suffix(name: str) -> Kind | None:
    """Give the kind to write that a file's name asks for; None where it asks for none."""
    ending = [
        (len(suffix), kind)
        for kind in WRITERS.values()
        for suffix in kind.suffixes
        if name.lower().endswith(suffix)
    ]
    return max(ending, key=lambda each: each[0])[1] if ending else None


def _of_text(text: str, name: str) -> Kind:
    start = text.lstrip()[:2000].lower()
    if start.startswith("<"):
        if "<html" in start or "<table" in start or "<!doctype html" in start:
            raise _foreign("a web page")
        if "urn:schemas-microsoft-com:office:spreadsheet" in start:
            raise _foreign("a spreadsheet in Excel's XML of 2003")
        return READERS["cjml"]
    if _OURS.search(text[:4000]):
        raise UserError(
            "This is a file of ours already.", hint="`journey lint` checks it; nothing to import."
        )
    if _MERMAID.match(text.lstrip()) or (_FENCE.search(text) and _JOURNEY.search(text)):
        return READERS["mermaid"]
    if _is_table(name, text):
        return READERS["csv"]
    if name.endswith(READERS["mermaid"].suffixes):
        return READERS["mermaid"]
    if name.endswith(READERS["markdown"].suffixes) or _HEADING.search(text) or _TABLE.search(text):
        return READERS["markdown"]
    if start[:1] in "{[":
        raise _foreign("JSON")
    return READERS["csv"]


def _is_table(name: str, text: str) -> bool:
    """Tell whether a name says that a text is a table, and the text does not say otherwise."""
    if name.endswith((".tsv", ".tab")):
        return True
    return name.endswith(".csv") and not _TABLE.search(text)


def _foreign(what: str) -> UserError:
    return UserError(
        f"This is {what}, which cannot be imported.",
        hint="Save it as .xlsx or .csv first; `journey import --help` lists what can be read.",
    )

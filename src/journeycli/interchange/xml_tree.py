"""XML as a small tree, read so that no file can make the reader fetch, expand or hang.

It stands on expat itself: entities may not be declared at all, which leaves no bomb to expand
("billion laughs") and no external entity to fetch; nothing outside the file is ever opened.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html.entities import html5
from typing import TYPE_CHECKING, Final
from xml.parsers import expat

from journeycli.errors import UserError
from journeycli.interchange.draft import Remark, RemarkKind
from journeycli.interchange.plain_text import one_line, plain_text
from journeycli.source.limits import Limits

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_DECLARATION: Final = re.compile(r"^\s*<\?xml\b[^>]*\?>", re.IGNORECASE)
_AMPERSAND: Final = re.compile(r"&(?!#\d+;|#x[0-9a-fA-F]+;|(?:amp|lt|gt|quot|apos);)(\w+;)?")


@dataclass(slots=True)
class Node:
    """An element.

    Attributes:
        name: Its name, without a namespace and in small letters.
        line: Its line in the file, from 1.
        attributes: Its attributes, their names without a namespace and in small letters.
        text: Its own text, on one line.
        children: The elements in it, in order.

    """

    name: str
    line: int
    attributes: Mapping[str, str]
    text: str = ""
    children: list[Node] = field(default_factory=list)

    def all(self, *names: str) -> Iterator[Node]:
        """Give the children of these names."""
        return (child for child in self.children if child.name in names)

    def one(self, *names: str) -> Node | None:
        """Give the first child of these names."""
        return next(self.all(*names), None)

    def said(self, *names: str) -> str:
        """Give the text of the first child of these names that has one."""
        return next((child.text for child in self.all(*names) if child.text), "")

    def walk(self) -> Iterator[Node]:
        """Give the element and all below it, in the order of the file."""
        yield self
        for child in self.children:
            yield from child.walk()


def read_xml(raw: bytes) -> tuple[Node, tuple[Remark, ...]]:
    """Read a file.

    A bare `&` and entities of HTML are read as what they were meant to be, and reported.

    Raises:
        UserError: It is no XML, it declares entities, or it is deeper or larger than a map may be.

    """
    text, remarks = plain_text(raw)
    text = _DECLARATION.sub(_blank, text).lstrip("\ufeff")  # its encoding is known by now
    mended = _AMPERSAND.sub(_mended, text)
    if mended != text:
        message = "Signs that XML reserves (&) stand in it as they are; they were read as meant."
        remarks = (*remarks, Remark(RemarkKind.CHANGED, "the whole file", message))
    return _Builder().build(mended), remarks


class _Builder:
    """Builds the tree from expat's calls."""

    def __init__(self) -> None:
        self._limits = Limits()
        self._open: list[Node] = []
        self._texts: list[list[str]] = []
        self._nodes = 0
        self._root: Node | None = None
        self._parser = expat.ParserCreate("utf-8")
        self._parser.SetParamEntityParsing(expat.XML_PARAM_ENTITY_PARSING_NEVER)
        self._parser.buffer_text = True
        self._parser.EntityDeclHandler = _refuse_entity
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._end
        self._parser.CharacterDataHandler = self._data

    def build(self, text: str) -> Node:
        """Parse a text and give its root element."""
        try:
            self._parser.Parse(text.encode("utf-8", "replace"), True)  # noqa: FBT003 - expat's own
        except expat.ExpatError as error:
            raise UserError(
                f"The file is no well-formed XML: {expat.ErrorString(error.code)}.",
                hint="Export it once more; a file that was cut off ends like this, too.",
                place=f"line {error.lineno}",
            ) from None
        if self._root is None:  # pragma: no cover - expat wants a root element
            raise UserError("The file is no XML.")
        return self._root

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        self._nodes += 1 + len(attributes)
        if len(self._open) >= self._limits.depth or self._nodes > self._limits.nodes:
            raise UserError(
                "The file is deeper or has more elements than a map may have.",
                place=f"line {self._parser.CurrentLineNumber}",
            )
        plain = {_local(key): one_line(value) for key, value in attributes.items()}
        node = Node(_local(name), self._parser.CurrentLineNumber, plain)
        if self._open:
            self._open[-1].children.append(node)
        else:
            self._root = node
        self._open.append(node)
        self._texts.append([])

    def _end(self, _name: str) -> None:
        self._open.pop().text = one_line("".join(self._texts.pop()))

    def _data(self, data: str) -> None:
        if self._texts:
            self._texts[-1].append(data)


def _local(name: str) -> str:
    return name.rpartition(":")[2].lower()


def _blank(match: re.Match[str]) -> str:
    return "\n" * match[0].count("\n")


def _mended(match: re.Match[str]) -> str:
    sign = html5.get(match[1] or "", "") if match[1] else ""
    return sign if sign and sign not in "<>&" else f"&amp;{match[1] or ''}"


def _refuse_entity(*_declaration: object) -> None:
    raise UserError(
        "The XML declares entities, which can be made to fill the memory or to read other files.",
        hint="CJML has no use for them: take the <!DOCTYPE …> out.",
    )

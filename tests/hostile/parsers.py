"""A parser for each kind of output, and what must not be found with it."""

from __future__ import annotations

import csv
import io
import json
import re
from html.parser import HTMLParser
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import urlsplit
from xml.etree import ElementTree as ET

import pyte
from markdown_it import MarkdownIt

from journeycli.views.painters.graphviz import layout

from .payloads import MARK

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

_SGR = re.compile(r"\x1b\[[0-9;]*m")
_UNSEEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]"
)
_COMMAND = re.compile(r"^\s*(::|##\[|##vso\[)", re.MULTILINE)
_NUMBER = re.compile(r"^[+-]?\d+(\.\d+)?%?$")
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_ACTIVE = {"script", "iframe", "object", "embed", "form", "base", "meta", "foreignobject"}


def inert_on_a_terminal(text: str) -> None:
    """Only our own colours reach an emulator; nothing moves, hides, turns or names a window."""
    plain = _SGR.sub("", text)
    found = _UNSEEN.search(plain)
    assert found is None, repr(plain[max(0, found.start() - 60) : found.end() + 20])
    screen = pyte.Screen(300, 20)
    pyte.Stream(screen).feed(text.replace("\n", "\r\n")[-20_000:])
    assert (screen.title, screen.icon_name) == ("", "")


def no_command_of_a_runner(text: str) -> None:
    """No line is taken for a command by the log readers of GitHub and Azure."""
    found = _COMMAND.search(text)
    assert found is None, text[found.start() : found.end() + 80]


def inert_text(text: str) -> None:
    inert_on_a_terminal(text)
    no_command_of_a_runner(text)


def inert_json(text: str) -> None:
    no_command_of_a_runner(text)
    assert json.loads(text)


def inert_json_lines(text: str) -> None:
    no_command_of_a_runner(text)
    assert [json.loads(line)["type"] for line in text.split("\n") if line][-1] == "summary"


def inert_csv(text: str) -> None:
    """No cell begins as a formula does, and every row is as long as the first."""
    rows = list(csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline=""), strict=True))
    assert len({len(row) for row in rows}) == 1
    _no_formulas(rows)


def inert_grid(text: str) -> None:
    """No cell begins as a formula does; rows below the grid may be shorter."""
    _no_formulas(csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline=""), strict=True))


def _no_formulas(rows: Iterable[list[str]]) -> None:
    for row in rows:
        for cell in row:
            assert not cell.startswith(_FORMULA) or _NUMBER.match(cell), cell


def inert_xml(text: str) -> None:
    """It parses, and no payload is an element or a comment."""
    for element in ET.fromstring(text).iter():  # noqa: S314 - our own output
        assert isinstance(element.tag, str), element
        assert MARK not in element.tag


def inert_svg(text: str) -> None:
    """It parses; no element acts, no attribute is a handler, no link runs anything."""
    assert "<!DOCTYPE" not in text
    assert "<!--" not in text
    for element in ET.fromstring(text).iter():  # noqa: S314 - our own output
        name = element.tag.rpartition("}")[2]
        _inert_element(name, {key.rpartition("}")[2]: value for key, value in element.items()})
        if name == "style":
            assert MARK not in re.sub(r"#[\w-]+", "", element.text or "")


class _Elements(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[tuple[str, dict[str, str]]] = []
        self.others: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, {name: value or "" for name, value in attrs}))

    def handle_comment(self, data: str) -> None:
        self.others.append(data)

    def handle_pi(self, data: str) -> None:
        self.others.append(data)


def inert_html(text: str) -> None:
    """Of what the page has, nothing acts that is not ours, and no payload became an element."""
    page = _Elements()
    page.feed(text)
    page.close()
    assert page.others == []
    assert page.found[0][0] == "html"
    for tag, attributes in page.found:
        _inert_element(tag, attributes, ours=("meta",))
    headings = re.findall(r"<h[1-6][^>]*>(.*?)</h[1-6]>", text, re.DOTALL)
    assert MARK not in headings


def _inert_element(name: str, attributes: dict[str, str], *, ours: tuple[str, ...] = ()) -> None:
    assert name.lower() not in _ACTIVE - {*ours}, (name, attributes)
    assert MARK not in name
    for key, value in attributes.items():
        assert not key.lower().startswith("on"), (name, key)
        assert MARK not in key
        if key in {"href", "src", "action", "data", "xlink:href"}:
            _inert_link(value)


def _inert_link(link: str) -> None:
    scheme = urlsplit(link.strip()).scheme.lower()
    assert scheme in {"", "http", "https", "mailto"} or link.startswith("data:image/"), link


def inert_markdown(text: str) -> None:
    """A renderer with raw HTML switched on finds no link, heading, block or tag of a payload's."""
    no_command_of_a_runner(text)
    for token in _tokens(text):
        about = (token.kind, token.content[:200])
        if token.kind in {"html_inline", "html_block"}:
            assert MARK not in token.content, about
            assert "onerror" not in token.content, about
            assert "<!--" not in token.content, about
        if token.kind in {"fence", "code_block"}:
            assert MARK not in token.content, about
        if token.kind == "heading_open":
            assert token.content.strip() != MARK, about
        _inert_link(token.link)
        assert MARK not in urlsplit(token.link).scheme + urlsplit(token.link).netloc, about
    assert not re.search(rf"(?<![\w`\\;/])@{MARK}", text), "a mention"


class _Token(NamedTuple):
    kind: str
    content: str
    link: str


def _tokens(text: str) -> Iterator[_Token]:
    parser = MarkdownIt("gfm-like", {"html": True, "linkify": False})
    outer = parser.parse(text)
    for index, token in enumerate(outer):
        following = outer[index + 1].content if index + 1 < len(outer) else ""
        yield _Token(token.type, following if "_open" in token.type else token.content, "")
        for child in token.children or ():
            link = str(child.attrs.get("href") or child.attrs.get("src") or "")
            yield _Token(child.type, child.content, link)


def inert_github(text: str) -> None:
    """Each line is one annotation of ours, with properties that hold no separator."""
    for line in text.splitlines():
        assert re.match(r"^::(error|warning|notice) (file|title)=[^\n]*?::", line), line
        assert MARK not in line.partition("::")[2].partition(" ")[0]
    inert_on_a_terminal(text)


def inert_azure(text: str) -> None:
    for line in text.splitlines():
        assert line.startswith("##vso[task.logissue type="), line
        assert line.count("##vso[") == 1, line
    inert_on_a_terminal(text)


def inert_mermaid(text: str) -> None:
    """No line acts beside those that we write; what a payload says is quoted or escaped."""
    inert_on_a_terminal(text)
    for whole in text.splitlines():
        line = re.sub(r'"[^"]*"', "", whole)
        first = line.split(maxsplit=1)[0] if line.strip() else ""
        assert first not in {"click", "link", "href", "call", "linkStyle", "init"}, line
        assert "%%{" not in line, line
        assert "<script" not in line, line
        assert line.count(":::") <= 1, line


def inert_dot(text: str) -> None:
    """Graphviz draws it; nodes, edges and clusters have names of ours only."""
    drawn = ET.fromstring(layout(text, None))  # noqa: S314 - Graphviz's own output
    for group in drawn.iter("{http://www.w3.org/2000/svg}g"):
        if group.get("class") in {"node", "edge", "cluster"}:
            title = group.findtext("{http://www.w3.org/2000/svg}title") or ""
            assert re.fullmatch(r"[\w>-]+", title), title
            assert MARK not in title
    for element in drawn.iter():
        for key, value in element.attrib.items():
            if key.endswith("href"):
                _inert_link(value)


CHECKS: dict[str, Callable[[str], None]] = {
    "text": inert_text,
    "json": inert_json,
    "jsonl": inert_json_lines,
    "csv": inert_csv,
    "xml": inert_xml,
    "svg": inert_svg,
    "html": inert_html,
    "md": inert_markdown,
    "mermaid": inert_mermaid,
    "dot": inert_dot,
    "grid": inert_grid,
    "github": inert_github,
    "azure": inert_azure,
}
"""A check for each kind of output."""

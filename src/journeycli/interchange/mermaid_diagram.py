"""A Mermaid `journey` as its parts: title, description, sections with their tasks."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from journeycli.interchange.draft import Remark, RemarkKind
from journeycli.interchange.mermaid_blocks import starts
from journeycli.interchange.mermaid_tasks import Task, clean, read_task
from journeycli.mermaid import NO_STEPS, NOT_SCORED
from journeycli.source.document import read_document
from journeycli.text import shorten

if TYPE_CHECKING:
    from collections.abc import Iterator

    from journeycli.interchange.mermaid_blocks import Block

_SHOWN: Final = 60
_WORD: Final = re.compile(r"(title|section)(?:[ \t]+|[ \t]*[:：][ \t]*|$)(.*)", re.IGNORECASE)
_ACCESSIBLE: Final = re.compile(r"(accTitle|accDescr)[ \t]*([:：{])[ \t]*(.*)", re.IGNORECASE)
_COMMENT: Final = re.compile(r"(?:^|\s)%%(?!\{)")


@dataclass(slots=True)
class Section:
    """A section, or the tasks before the first one.

    Attributes:
        line: Its line in the file.
        name: Its name; None for tasks that stand before any section.
        tasks: Its tasks, in order.

    """

    line: int
    name: str | None
    tasks: list[Task] = field(default_factory=list)


@dataclass(slots=True)
class Diagram:
    """What stands in one diagram; it is filled line by line.

    Attributes:
        line: The line on which it begins.
        title: Its `title`, or that of its frontmatter.
        acc_title: Its `accTitle`.
        description: Its `accDescr`.
        sections: Its sections, in order.
        remarks: What is not in the sections, or was guessed.

    """

    line: int
    title: str = ""
    acc_title: str = ""
    description: str = ""
    sections: list[Section] = field(default_factory=list)
    remarks: list[Remark] = field(default_factory=list)

    def note(self, kind: RemarkKind, line: int, message: str) -> None:
        """Add a remark about a line."""
        self.remarks.append(Remark(kind, f"line {line}", message))


def read_diagram(block: Block) -> Diagram:
    """Read the lines of a diagram."""
    begin = starts(block.lines) or 0
    diagram = Diagram(block.first + begin)
    _read_prelude(diagram, block, begin)
    known = _clear_actors(block, begin)
    first = re.sub(r"(?i)^\s*journey", "", block.lines[begin])
    body = [(block.first + begin, first)]
    body += enumerate(block.lines[begin + 1 :], block.first + begin + 1)
    lines = iter(body)
    marked = ""
    for number, line in lines:
        text = line.strip()
        if text in (NOT_SCORED, NO_STEPS):
            marked = text
        elif text and not _is_aside(diagram, number, text, lines):
            _read_statement(diagram, number, _without_comment(diagram, number, text), known, marked)
            marked = ""
    _note_doubts(diagram)
    return diagram


def _read_prelude(diagram: Diagram, block: Block, begin: int) -> None:
    """Read what stands above the line `journey`: frontmatter, directives, comments."""
    above = block.lines[:begin]
    marks = [number for number, line in enumerate(above) if line.strip() == "---"]
    if len(marks) > 1:
        front = "\n".join(above[marks[0] + 1 : marks[1]])
        data = read_document(front.encode()).data
        title = data.get("title") if isinstance(data, dict) else None
        diagram.title = clean(title) if isinstance(title, str) else ""
        rest = set(data or {}) - {"title"} if isinstance(data, dict) else {"frontmatter"}
        if rest:
            message = f"The frontmatter's {', '.join(sorted(rest))} is left out."
            diagram.note(RemarkKind.LEFT_OUT, block.first + marks[0], message)
        above = above[marks[1] + 1 :]
    lines = iter(list(enumerate(above, block.first + begin - len(above))))
    for number, line in lines:
        if line.strip():
            _is_aside(diagram, number, line.strip(), lines)


def _clear_actors(block: Block, begin: int) -> frozenset[str]:
    tasks = (read_task(0, line) for line in block.lines[begin + 1 :] if ":" in line or "：" in line)
    return frozenset(actor for task in tasks if task.score is not None for actor in task.actors)


def _is_aside(diagram: Diagram, number: int, text: str, lines: Iterator[tuple[int, str]]) -> bool:
    """Read a comment, a directive or a description for screen readers; tell whether it was one."""
    if text.startswith("%%{"):
        while "}%%" not in text and (following := next(lines, None)) is not None:
            text = following[1]
        _left_out(diagram, number, "%%{…}%%")
        return True
    if text.startswith("%%") or (text.startswith("#") and not re.match(r"#\w{1,31};", text)):
        _left_out(diagram, number, text)
        return True
    if found := _ACCESSIBLE.match(text):
        value = found[3]
        if found[2] == "{":
            while "}" not in value and (following := next(lines, None)) is not None:
                value += f" {following[1]}"
            value = value.partition("}")[0]
        if found[1].lower() == "acctitle":
            diagram.acc_title = clean(value)
        else:
            diagram.description = clean(value)
        return True
    return False


def _without_comment(diagram: Diagram, number: int, text: str) -> str:
    comment = _COMMENT.search(text)
    if comment is None:
        return text
    _left_out(diagram, number, text[comment.start() :].strip())
    return text[: comment.start()]


def _read_statement(
    diagram: Diagram, number: int, text: str, known: frozenset[str], marked: str
) -> None:
    word = _WORD.match(text)
    task = read_task(number, text, known)
    if word and not (task.score is not None and re.match(r"\w+\s*[:：]", text)):
        _read_word(diagram, number, word[1].lower(), clean(word[2]))
        return
    if not diagram.sections:
        diagram.sections.append(Section(number, None))
    if marked == NO_STEPS or not task.text:
        if marked != NO_STEPS:
            diagram.note(RemarkKind.LEFT_OUT, number, f'"{shorten(text, _SHOWN)}" names no task.')
        return
    if marked == NOT_SCORED:
        task = task._replace(score=None, doubt="")
    diagram.sections[-1].tasks.append(task)


def _note_doubts(diagram: Diagram) -> None:
    """Report what was guessed of tasks; a guess that many have in common, once."""
    doubtful: dict[str, list[Task]] = {}
    for section in diagram.sections:
        for task in section.tasks:
            if task.doubt:
                doubtful.setdefault(task.doubt, []).append(task)
    for doubt, tasks in doubtful.items():
        several = f" (the same with {len(tasks) - 1} more)" if len(tasks) > 1 else ""
        message = f'"{shorten(tasks[0].text, _SHOWN)}": {doubt}{several}.'
        diagram.note(RemarkKind.GUESSED, tasks[0].line, message)


def _read_word(diagram: Diagram, number: int, word: str, value: str) -> None:
    if word == "section":
        diagram.sections.append(Section(number, value))
    elif not diagram.title or not value:
        diagram.title = value or diagram.title
    elif value != diagram.title:
        message = f'The title "{shorten(diagram.title, _SHOWN)}" gives way to this later one.'
        diagram.note(RemarkKind.LEFT_OUT, number, message)
        diagram.title = value


def _left_out(diagram: Diagram, number: int, text: str) -> None:
    diagram.note(RemarkKind.LEFT_OUT, number, f"{shorten(text, _SHOWN)} is not in the map.")

"""Text that cannot act where it lands: a terminal, the log of a CI service, a strict parser."""

from __future__ import annotations

import re

from journeycli.text import one_line, visible

# Log readers run what looks like a command to them. Azure Pipelines finds `##vso[` and GitHub
# Actions `##[` anywhere in a line, TeamCity `##teamcity[`; GitHub Actions finds `::` at a line's
# start, behind blanks. https://learn.microsoft.com/azure/devops/pipelines/scripts/logging-commands
# https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands
_COMMAND = re.compile(r"##(\w*)\[")


def sentence(text: str) -> str:
    """Give a text on one line, with nothing in it that a terminal or a log could act on."""
    return unmarked(one_line(text))


def name(text: str) -> str:
    """Give a path or another name as it is, blanks kept, with nothing in it that could act."""
    return unmarked(visible(text))


def unmarked(text: str) -> str:
    """Break the marks by which log readers know a command, with a backslash before the bracket."""
    return _COMMAND.sub(r"##\1\\[", text) if "##" in text else text


def marks(text: str) -> frozenset[int]:
    """Give the offsets of the brackets that `unmarked` would put a backslash before."""
    if "##" not in text:
        return frozenset()
    return frozenset(match.end() - 1 for match in _COMMAND.finditer(text))


def lines(text: str) -> str:
    """Give lines of output, none of which a log reader takes for a command."""
    if "::" not in text and "##" not in text:
        return text
    return "\n".join(line(unmarked(each)) for each in text.split("\n"))


def line(text: str) -> str:
    """Give a whole line of output that no log reader takes for a command by its start."""
    rest = text.lstrip()
    if rest.startswith("::"):
        return f"{text[: len(text) - len(rest)]}\\{rest}"
    return text


def percent_escaped(text: str, escapes: dict[str, str]) -> str:
    """Escape a text for a command of a CI service; other control characters become visible.

    Args:
        text: What the command carries.
        escapes: Each character with its escape. `%` stands among them: all replacements happen at
            once, so none is escaped twice.

    """
    return "".join(escapes.get(character) or visible(character) for character in text)

"""What a reporter is told beside the report: the terminal, the places on disk, the rules."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, Protocol

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from journeycli.findings import Report, Severity


class RuleInfo(NamedTuple):
    """A rule as a catalogue shows it.

    Attributes:
        code: The permanent code, such as `J106`.
        name: The name in kebab-case.
        summary: What it finds, in one line.
        markdown: The whole documentation, as Markdown.
        severity: Its weight unless a map's maturity or the settings change it.
        url: Its documentation page, or None.
        tags: Words to filter by, such as its family.

    """

    code: str
    name: str
    summary: str
    markdown: str
    severity: Severity
    url: str | None = None
    tags: tuple[str, ...] = ()


class Context(NamedTuple):
    """Everything that a reporter needs to know and cannot see in a report.

    Attributes:
        color: Whether the text may carry colour codes.
        width: The terminal's width in cells; 80 when it is not known.
        unicode: Whether frames may use signs outside ASCII.
        source: Gives a path's current text without its byte order mark, or None if it cannot be
            read; the path is one of the report's.
        rules: Gives every rule of the run.
        root: The absolute path of the workspace's root; the report's paths are relative to it.
        repository: The absolute path of the git repository's top folder, or None outside of one.
        version: The program's version.
        statistics: Whether people's formats end with a table of counts by rule.
        next_steps: Commands to type next, for the end of the text format.

    """

    color: bool
    width: int
    unicode: bool
    source: Callable[[str], str | None]
    rules: Callable[[], Iterable[RuleInfo]]
    root: str
    repository: str | None
    version: str
    statistics: bool = False
    next_steps: tuple[str, ...] = ()


class Reporter(Protocol):
    """A format: turns a report into chunks of text, which together end with a line break.

    A format of commands for a CI service gives no text at all where nothing was found.
    """

    def __call__(self, report: Report, context: Context, /) -> Iterator[str]:
        """Yield the report's text, chunk by chunk."""

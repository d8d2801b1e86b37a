"""A report as text: for people, for terminals and for the tools around a repository.

Every reporter is a pure function from a report and its context to chunks of text; who calls it owns
the stream. A format's module is imported when its reporter is first called.
"""

from __future__ import annotations

from dataclasses import dataclass
from importlib import import_module
from types import MappingProxyType
from typing import TYPE_CHECKING, cast

from journeycli.reporters.context import Context, Reporter, RuleInfo

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from journeycli.findings import Report

__all__ = ["REPORTERS", "Context", "Reporter", "RuleInfo"]


@dataclass(frozen=True, slots=True)
class _Lazy:
    """A reporter whose module is imported when it is first called."""

    module: str
    function: str = "render"

    def __call__(self, report: Report, context: Context, /) -> Iterator[str]:
        module = import_module(f"journeycli.reporters.{self.module}")
        return cast("Reporter", getattr(module, self.function))(report, context)


REPORTERS: Mapping[str, Reporter] = MappingProxyType(
    {
        "text": _Lazy("text"),
        "concise": _Lazy("concise"),
        "json": _Lazy("json_version_1"),
        "jsonl": _Lazy("json_version_1", "render_lines"),
        "github": _Lazy("github"),
        "gitlab": _Lazy("gitlab"),
        "sarif": _Lazy("sarif"),
        "junit": _Lazy("junit"),
        "rdjson": _Lazy("rdjson"),
        "azure": _Lazy("azure"),
        "markdown": _Lazy("markdown"),
    }
)

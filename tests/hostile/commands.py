"""Every command and every format, each with the kind of output that it gives."""

from __future__ import annotations

from itertools import product
from typing import NamedTuple


class Command(NamedTuple):
    """A command line, and which parser reads what it prints."""

    kind: str
    line: str

    @property
    def arguments(self) -> list[str]:
        return self.line.split()


_MAP = "map.journey.yaml"
_LINT = {
    "text": "text", "concise": "text", "json": "json", "jsonl": "jsonl", "github": "github",
    "gitlab": "json", "sarif": "json", "junit": "xml", "rdjson": "json", "azure": "azure",
}  # fmt: skip
_VIEWS = (
    "map", "checklist", "curve", "touchpoints", "barriers", "handoffs", "evidence", "funnel",
    "persona",
)  # fmt: skip
_TABLES = ("checklist", "touchpoints", "barriers", "handoffs", "evidence", "funnel")
_DRAWN = ("map", "blueprint", "emotions", "flow", "funnel")
_TOLD = ("text", "json", "md", "csv")

COMMANDS: list[Command] = [
    *(Command(kind, f"lint . --format {name}") for name, kind in _LINT.items()),
    Command("text", "lint . --color always --width 60"),
    Command("text", "lint . --statistics"),
    Command("text", "lint . --diff --unsafe-fixes"),
    Command("text", "lint . --show-files"),
    Command("text", "show"),
    *(Command("text", f"show {_MAP} --view {view}") for view in _VIEWS),
    *(Command("text", f"show {_MAP} --view {view} --color always --width 50") for view in _VIEWS),
    *(
        Command(kind, f"show {_MAP} --view {view} --format {kind}")
        for view, kind in product(_TABLES, ("json", "md", "csv"))
    ),
    *(Command(kind, f"report --format {kind}") for kind in _TOLD),
    *(Command(kind, f"plan --explain --format {kind}") for kind in _TOLD),
    *(Command(kind, f"agenda {_MAP} --format {kind}") for kind in ("text", "md")),
    *(Command("svg", f"render {_MAP} --view {view} --format svg -o -") for view in _DRAWN),
    *(Command(kind, f"render {_MAP} --format {kind} -o -") for kind in ("html", "md")),
    Command("svg", f"render {_MAP} --compare {_MAP} -o -"),
    Command("text", "lint . --since HEAD~1"),
    Command("md", "lint . --format markdown"),
    Command("text", "fmt . --diff"),
    *(Command(kind, f"diff HEAD~1 --format {kind}") for kind in ("text", "md", "json", "html")),
    Command("text", "diff HEAD~1 --stat"),
    Command("svg", f"diff HEAD~1 {_MAP} --format svg -o -"),
    *(Command(kind, f"history {_MAP} --format {kind}") for kind in ("text", "json", "csv", "svg")),
    *(Command(kind, f"blame {_MAP} --format {kind}") for kind in _TOLD),
    Command("grid", f"export {_MAP} --format csv -o -"),
    Command("json", f"export {_MAP} --format json -o -"),
    Command("md", f"export {_MAP} --format markdown -o -"),
    Command("dot", f"render {_MAP} --view flow --format dot -o -"),
    Command("dot", f"render {_MAP} --view funnel --format dot -o -"),
    Command("mermaid", f"export {_MAP} --format mermaid -o -"),
    Command("mermaid", f"render {_MAP} --format mermaid -o -"),
    Command("mermaid", f"render {_MAP} --view flow --format mermaid -o -"),
]

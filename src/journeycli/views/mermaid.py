"""Mermaid: the map as a `journey` diagram, the flow as a `flowchart`.

Text is written so that Mermaid's grammar cannot trip over it: in a `flowchart`, quotes and brackets
have meanings; each becomes one of Mermaid's entity codes, which shows as the character itself.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from journeycli.mermaid import write_journey
from journeycli.model.ways import ways
from journeycli.views.actions import percent
from journeycli.views.flow_text import handoff_letters
from journeycli.views.known import know
from journeycli.views.wrap import clean

if TYPE_CHECKING:
    from collections.abc import Iterator

    from journeycli.model.journey import JourneyMap
    from journeycli.views.known import Known

_ENTITIES: Final = str.maketrans(
    {
        "#": "#35;", '"': "#quot;", ";": "#59;", "<": "#lt;", ">": "#gt;", "&": "#amp;",
        "`": "#96;", "\\": "#92;", "%": "#37;",
    }
)  # fmt: skip


def mermaid_journey(journey: JourneyMap, known: Known | None = None) -> str:
    """Write a map as a `journey`: a section a stage, a task a step; scores −2 … 2 become 1 … 5."""
    return write_journey(journey, (known or know(journey)).persona)


def mermaid_flowchart(journey: JourneyMap, known: Known | None = None) -> str:
    """Write the ways through a map as a `flowchart`: stages, shares, ends, loops and handoffs."""
    known = known or know(journey)
    lines = ["flowchart LR"]
    lines += [
        f'  s{number}["{_node(f"{number + 1}. {stage.name}")}"]'
        for number, stage in enumerate(journey.stages)
    ]
    ends = 0
    for number, out in enumerate(ways(journey)):
        for way in out:
            label = f'|"{_node(percent(way.share))}"|' if way.share is not None else ""
            if way.end is not None:
                lines.append(f'  s{number} -->{label} e{ends}(["{_node(way.end)}"]):::end_')
                ends += 1
            elif way.to is not None:
                arrow = "-.->" if way.to <= number else "-->"
                lines.append(f"  s{number} {arrow}{label} s{way.to}")
    lines += _departments(journey, known)
    lines.append("  classDef end_ fill:#fdecec,stroke:#c81e1e,color:#8f1414")
    return "\n".join(lines) + "\n"


def _departments(journey: JourneyMap, known: Known) -> Iterator[str]:
    names: dict[str, int] = {}
    edges: list[str] = []
    for letter, passed in handoff_letters(journey):
        for name in (passed.from_, passed.to):
            names.setdefault(known.department(name), len(names))
        a, b = (names[known.department(name)] for name in (passed.from_, passed.to))
        text = f"{letter} {passed.what}" if passed.what else letter
        edges.append(f'    d{a} -.->|"{_node(text)}"| d{b}')
    if names:
        yield '  subgraph handoffs ["Handoffs"]'
        yield from (f'    d{number}["{_node(name)}"]' for name, number in names.items())
        yield from edges
        yield "  end"


def _node(text: str) -> str:
    """Make a text safe inside a quoted label of a `flowchart`."""
    return clean(text).translate(_ENTITIES) or "–"

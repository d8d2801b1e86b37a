"""Mermaid: the map as a `journey` diagram, the flow as a `flowchart`.

Text is written so that Mermaid's grammars cannot trip over it: in `journey`, `#`, `;` and `:` have
meanings, in `flowchart` quotes and brackets have; each becomes an entity code or a look-alike.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from journeycli.model.ways import ways
from journeycli.views.actions import percent
from journeycli.views.flow_text import handoff_letters
from journeycli.views.known import know
from journeycli.views.wrap import clean

if TYPE_CHECKING:
    from collections.abc import Iterator

    from journeycli.model.journey import JourneyMap
    from journeycli.model.stage import Stage
    from journeycli.views.known import Known

_LOOK_ALIKES: Final = str.maketrans(
    {"#": "\uff03", ";": "\uff1b", ":": "\ua789", "%": "\uff05", "<": "‹", ">": "›", "\\": "⧵"}
)
_ENTITIES: Final = str.maketrans(
    {
        "#": "#35;", '"': "#quot;", ";": "#59;", "<": "#lt;", ">": "#gt;", "&": "#amp;",
        "`": "#96;", "\\": "#92;", "%": "#37;",
    }
)  # fmt: skip


def mermaid_journey(journey: JourneyMap, known: Known | None = None) -> str:
    """Write a map as a `journey`: a section a stage, a task a step; scores −2 … 2 become 1 … 5.

    A step without a score stands with the stage's, or else in the middle. A stage without steps is
    kept with a single task that has its name.
    """
    known = known or know(journey)
    actor = next((p if isinstance(p, str) else p.id for p in journey.personas), None)
    who = _task(known.persona(actor)).replace(",", " ") if actor else "Customer"
    lines = ["journey", f"  title {_task(journey.title)}"]
    for stage in journey.stages:
        lines.append(f"  section {_task(stage.name)}")
        lines += [f"    {_task(text)}: {level}: {who}" for text, level in _tasks(stage)]
    return "\n".join(lines) + "\n"


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


def _tasks(stage: Stage) -> Iterator[tuple[str, int]]:
    felt = [each.score for each in stage.emotions if each.score is not None]
    usual = sum(felt) / len(felt) if felt else 0.0
    for step in stage.customer_actions:
        yield step.text, _level(step.score if step.score is not None else usual)
    if not stage.customer_actions:
        yield stage.name, _level(usual)


def _level(score: float) -> int:
    """Map a score from −2 … 2 to 1 … 5; halves go away from the middle."""
    away = int(abs(score) + 0.5)
    return 3 + (away if score > 0 else -away)


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


def _task(text: str) -> str:
    """Make a text safe for `journey`: no comment, no separator, no keyword at its start."""
    safe = clean(text).translate(_LOOK_ALIKES)
    first = safe.split(" ", 1)[0].lower()
    return f"‹{safe}›" if first in ("section", "title", "acctitle", "accdescr") else safe or "–"


def _node(text: str) -> str:
    """Make a text safe inside a quoted label of a `flowchart`."""
    return clean(text).translate(_ENTITIES) or "–"

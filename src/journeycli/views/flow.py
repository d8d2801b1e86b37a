"""The flow view as DOT: stages across, the customer and each department a row, and all the ways.

Graphviz lays it out: rows are ranks, stages are clusters. Text is wrapped and measured here, so
that boxes are wide enough whatever font the engine finds.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final

from journeycli.views.flow_frame import ENDS, INCH, Flow
from journeycli.views.flow_text import (
    CUSTOMER,
    TEXT,
    end_tone,
    handoff_letters,
    in_contact,
    only_passes,
)
from journeycli.views.flow_ways import cell_name, has_forks, way_lines
from journeycli.views.known import know
from journeycli.views.painters.escape import dot, safe_link
from journeycli.views.palettes import STAGES
from journeycli.views.wording import worded
from journeycli.views.wrap import Font

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from journeycli.model.journey import JourneyMap
    from journeycli.model.stage import Stage
    from journeycli.model.touchpoints import Handoff
    from journeycli.views.known import Known
    from journeycli.views.themes import Theme

_LEGEND_ROOM: Final = 900.0


def flow_dot(
    journey: JourneyMap, theme: Theme, known: Known | None = None, *, alone: bool = True
) -> str:
    """Write a map's flow as DOT; one that stands `alone` names itself and its handoffs."""
    flow = Flow(journey, known or know(journey), theme)
    lines = [*_head(flow, alone=alone), *_row_titles(flow)]
    for number in range(len(journey.stages)):
        lines.extend(_stage(flow, number))
    lines.extend(_ranks(flow))
    row = next(n for n, entry in enumerate(flow.rows) if entry.key == CUSTOMER)
    lines.extend(way_lines(journey, theme, row))
    lines.extend(_contacts(flow))
    lines.extend(_handoffs(flow))
    return "\n".join([*lines, "}", ""])


def _head(flow: Flow, *, alone: bool) -> Iterator[str]:
    journey = flow.journey
    ink, soft = flow.color("ink"), flow.color("soft")
    legend = [
        worded(f"{letter}  {{}}", _passing(flow, passed))
        for letter, passed in handoff_letters(journey)
    ]
    legend = [line for each in legend for line in flow.wrapped(each, TEXT, _LEGEND_ROOM)]
    title = [journey.title, *(["", "Handoffs", *legend] if legend else [])] if alone else []
    yield f"digraph {dot(journey.id)} {{"
    apart = 1.0 if has_forks(journey) else 0.5  # inches; shares side by side want room
    yield "  graph [layout=dot rankdir=TB newrank=true splines=spline ranksep=0.55"
    yield f"    nodesep={apart}"
    yield f'    compound=true pad=0.4 bgcolor="{flow.color("page")}" fontname=Helvetica fontsize=10'
    yield f'    fontcolor="{ink}" labelloc=b labeljust=l tooltip={dot(journey.title)}'
    yield f"    label={_label(title, left=True)}]"
    yield '  node [shape=box style="rounded,filled" fontname=Helvetica fontsize=9.75 penwidth=1.2'
    yield f'    fillcolor="{flow.color("card")}" color="{flow.color("rule")}" fontcolor="{ink}"'
    yield '    margin="0.12,0.08"]'
    yield f'  edge [fontname=Helvetica fontsize=9 color="{flow.color("faint")}" fontcolor="{soft}"'
    yield "    arrowsize=0.7]"


def _row_titles(flow: Flow) -> Iterator[str]:
    for number, row in enumerate(flow.rows):
        label = _label(flow.wrapped(row.title, Font(13, 16, 600), 130))
        yield (
            f'  {_title(number)} [label={label} shape=plaintext style="" width=1.4'
            f' fontname="Helvetica-Bold" fontcolor="{flow.color("soft")}"]'
        )
    yield from _chain([_title(number) for number in range(len(flow.rows))], 100)


def _stage(flow: Flow, number: int) -> Iterator[str]:
    stage, hue = flow.journey.stages[number], f"stage-{number % STAGES}"
    yield f"  subgraph cluster_{number} {{"
    yield f"    label={_label(flow.headings[number])} id={dot('stage-' + stage.id)}"
    yield f'    style="rounded,filled" fillcolor="{flow.color(f"{hue}-tint")}" penwidth=1.2'
    yield f'    color="{flow.color(f"{hue}-edge")}" fontcolor="{flow.color(f"{hue}-text")}"'
    yield '    fontname="Helvetica-Bold" fontsize=12 margin=12 labelloc=t'
    yield f"    tooltip={dot(stage.summary or stage.name)}"
    cells = [cell_name(number, row) for row in range(len(flow.rows))]
    for row, cell in enumerate(cells):
        yield from _cell_lines(flow, stage, number, row, cell)
    yield from _chain(cells, 50)
    yield "  }"


def _cell_lines(flow: Flow, stage: Stage, number: int, row: int, cell: str) -> Iterator[str]:
    key = flow.rows[row].key
    if key == ENDS:
        yield from _end_cell(flow, number, cell)
        return
    texts = flow.texts(stage, key)
    if not texts:
        yield f'    {cell} [label="" style=invis width=0.1 height={flow.heights[row]:.3f}]'
        return
    lines = flow.lines(texts)
    wide = max(map(TEXT.measure, lines)) + 24
    border = flow.color(f"stage-{number % STAGES}-fill" if key == CUSTOMER else "rule")
    link = next((safe_link(each.url) for each in stage.links), "")
    quiet = f' style="rounded,filled,dashed" fontcolor="{flow.color("soft")}"'
    yield (
        f"    {cell} [label={_label(lines, left=True)} width={wide / INCH:.3f}"
        f' height={flow.heights[row]:.3f} color="{border}" tooltip={dot("; ".join(texts))}'
        + (quiet if only_passes(texts) else "")
        + (f' URL={dot(link)} target="_top"' if link and key == CUSTOMER else "")
        + "]"
    )


def _end_cell(flow: Flow, number: int, cell: str) -> Iterator[str]:
    """Draw how the journey ends here; the first end stands for the cell, the others beside it."""
    ends = [way for way in flow.ways[number] if way.end is not None]
    tall = flow.heights[0]
    if not ends:
        yield f'    {cell} [label="" style=invis width=0.1 height={tall:.3f}]'
    for order, way in enumerate(ends):
        lines, tone = flow.end(way), end_tone(flow.journey, number, flow.ways[number], way)
        text = " ".join(lines)
        wide = max(map(TEXT.measure, lines)) + 24
        name = cell if order == 0 else f"{cell}_{order}"
        yield (
            f"    {name} [label={_label(lines)} width={wide / INCH:.3f} height={tall:.3f}"
            f" tooltip={dot(text)}"
            f' fillcolor="{flow.color(f"{tone}-tint")}" color="{flow.color(f"{tone}-line")}"'
            f' fontcolor="{flow.color(f"{tone}-text")}"]'
        )


def _ranks(flow: Flow) -> Iterator[str]:
    count = len(flow.journey.stages)
    for row, entry in enumerate(flow.rows):
        cells = [cell_name(number, row) for number in range(count)]
        if entry.key == ENDS:
            cells += [
                f"{cell_name(n, row)}_{order}"
                for n, out in enumerate(flow.ways)
                for order in range(1, sum(way.end is not None for way in out))
            ]
        yield f"  {{ rank=same; {_title(row)}; {'; '.join(cells)} }}"
        yield from _chain([_title(row), *cells[:count]], 20)


def _chain(names: Sequence[str], weight: int) -> Iterator[str]:
    """Hold nodes in order by edges that nobody sees; of one node the same line would hide it."""
    if len(names) > 1:
        yield f"  {' -> '.join(names)} [style=invis weight={weight}]"


def _contacts(flow: Flow) -> Iterator[str]:
    """Join the customer to each department that acts where the customer sees it."""
    top = next(n for n, entry in enumerate(flow.rows) if entry.key == CUSTOMER)
    for number, stage in enumerate(flow.journey.stages):
        for department in in_contact(stage):
            ends = f"{cell_name(number, top)} -> {cell_name(number, flow.row(department))}"
            yield f"  {ends} [dir=both arrowsize=0.5 constraint=false]"


def _handoffs(flow: Flow) -> Iterator[str]:
    letters = {id(p): letter for letter, p in handoff_letters(flow.journey)}
    color = flow.color("warn-line")
    for number, stage in enumerate(flow.journey.stages):
        givers: Counter[str] = Counter()
        for passed in stage.handoffs:
            order = givers[passed.from_]
            givers[passed.from_] += 1
            tip = _passing(flow, passed)
            source = cell_name(number, flow.row(passed.from_))
            target = cell_name(number, flow.row(passed.to))
            yield (
                f"  {source} -> {target} [style=dashed"
                f' color="{color}" fontcolor="{color}" penwidth=1.6 constraint=false'
                f' taillabel="{letters[id(passed)]}" fontname="Helvetica-Bold"'
                f" labeldistance={1.8 + 1.4 * (order % 2):.1f}"
                f" tooltip={dot(tip)} labeltooltip={dot(tip)}]"
            )


def _passing(flow: Flow, passed: Handoff) -> str:
    who = flow.known.passing(passed)
    return worded("{}: {}", who, passed.what) if passed.what else who


def _label(lines: Iterable[str], *, left: bool = False) -> str:
    """Write lines as a DOT label; each ends with the mark that sets it left or in the middle."""
    end = r"\l" if left else r"\n"
    kept: Sequence[str] = list(lines)
    if left:
        return '"' + "".join(dot(line)[1:-1] + end for line in kept) + '"'
    return '"' + end.join(dot(line)[1:-1] for line in kept) + '"'


def _title(row: int) -> str:
    return f"row{row}"

"""Where the map is known from: stages by method, and where nobody was asked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journeycli.text import listed
from journeycli.views.terminal.tabular import Column, Table

if TYPE_CHECKING:
    from collections.abc import Iterator

    from journeycli.model import Evidence, Stage
    from journeycli.views.terminal.names import Names
    from journeycli.views.terminal.subject import Subject
    from journeycli.views.terminal.tabular import Value

_CUSTOMERS = frozenset({"customers", "prospects", "former-customers"})
_OURSELVES = frozenset({"assumption", "workshop", "walkthrough"})
_BY_CUSTOMERS = "customers"
_UNDECLARED = "not declared"


def evidence(subject: Subject) -> Table:
    """Give how many pieces of evidence of each method speak of each stage."""
    names = subject.names
    used = [tuple(dict.fromkeys(_ids(stage))) for stage in subject.journey.stages]
    cited = {id_ for ids in used for id_ in ids}
    known = [piece.method for id_, piece in names.evidence.items() if id_ in cited]
    undeclared = [_UNDECLARED] if cited - set(names.evidence) else []
    methods = list(dict.fromkeys([*known, *undeclared]))
    columns = (
        Column("stage", "Stage"),
        Column("stage_id", "Stage id", hidden=True),
        Column("asked", "Who was asked", style="bold"),
        *(Column(method.replace("-", "_"), _title(method), "number") for method in methods),
    )
    return Table(
        view="evidence",
        title="evidence by stage and method",
        columns=columns,
        rows=tuple(
            (stage.name, stage.id, _asked(ids, names), *_counts(ids, methods, names))
            for stage, ids in zip(subject.journey.stages, used, strict=True)
        ),
        note=_note(
            [
                stage.name
                for stage, ids in zip(subject.journey.stages, used, strict=True)
                if _asked(ids, names) != _BY_CUSTOMERS
            ]
        ),
    )


def _note(unheard: list[str]) -> str:
    if not unheard:
        return "Customers speak of every stage."
    return f"No customer was asked about {listed([f'“{each}”' for each in unheard])}."


def _title(method: str) -> str:
    return "NPS" if method == "nps" else method.replace("-", " ").capitalize()


def _counts(ids: tuple[str, ...], methods: list[str], names: Names) -> Iterator[Value]:
    found = [_method(names, id_) for id_ in ids]
    return (found.count(method) or None for method in methods)


def _method(names: Names, id_: str) -> str:
    known = names.evidence.get(id_)
    return known.method if known else _UNDECLARED


def _asked(ids: tuple[str, ...], names: Names) -> str:
    known = [names.evidence[id_] for id_ in ids if id_ in names.evidence]
    if any(map(_from_customers, known)):
        return _BY_CUSTOMERS
    if not ids:
        return "nobody: no evidence"
    return "not customers"


def _from_customers(piece: Evidence) -> bool:
    """Tell whether customers speak in it; without respondents, whether the method asks anyone."""
    if piece.respondents:
        return bool(_CUSTOMERS & set(piece.respondents))
    return piece.method not in _OURSELVES


def _ids(stage: Stage) -> Iterator[str]:
    """Yield what stands behind a stage and behind each of its elements."""
    yield from stage.evidence
    answers = (
        stage.needs, stage.customer_actions, stage.company_actions, stage.customer_progression,
        stage.company_progression, stage.motivations, stage.inhibitors, stage.enablers,
        stage.influences, stage.values, stage.thoughts, stage.quotes, stage.emotions,
        stage.barriers, stage.opportunities, stage.metrics,
    )  # fmt: skip
    for answer in answers:
        for element in answer:
            yield from element.evidence
    for barrier in stage.barriers:
        for removal in barrier.removals:
            yield from removal.evidence
    for touchpoint in stage.touchpoints:
        if touchpoint.opinion:
            yield from touchpoint.opinion.evidence
        for metric in touchpoint.metrics:
            yield from metric.evidence

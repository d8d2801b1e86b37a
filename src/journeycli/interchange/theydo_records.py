"""The records of TheyDo's import files, from the elements of a map."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from journeycli.text import slug

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from journeycli.model.barriers import Measure
    from journeycli.model.evidence import Metric
    from journeycli.model.journey import JourneyMap
    from journeycli.model.stage import Stage

_SUMMED: Final = ("volume", "cost")
_SHARES: Final = ("conversion", "drop-off")


class _Keys:
    """Gives each record a key that stays the same from export to export, and is unique."""

    def __init__(self, journey: JourneyMap) -> None:
        self._map = journey.id
        self._given: dict[str, int] = {}

    def take(self, *parts: str) -> str:
        """Give the key for a path of ids."""
        key = "/".join((self._map, *(slug(part) or part for part in parts)))
        self._given[key] = number = self._given.get(key, 0) + 1
        return key if number == 1 else f"{key}#{number}"


def opportunities(journey: JourneyMap) -> list[dict[str, Any]]:
    """Give the map's opportunities, and what is to be done about its barriers."""
    keys = _Keys(journey)
    found = []
    for stage in journey.stages:
        for idea in stage.opportunities:
            about = f"Answers: {', '.join(idea.for_)}" if idea.for_ else ""
            found.append(_measure(idea, "Opportunity", about, stage, journey, keys))
        for barrier in stage.barriers:
            for removal in barrier.removals:
                about = f"Takes away: {barrier.text}"
                found.append(_measure(removal, "Barrier removal", about, stage, journey, keys))
    return found


def insights(journey: JourneyMap, personas: Mapping[str, str]) -> list[dict[str, Any]]:
    """Give what is known of customers: barriers, needs, quotes, scored steps and feelings."""
    keys = _Keys(journey)
    names = {each.id: each.name for each in journey.personas if not isinstance(each, str)}
    links = {each.id: each.link for each in journey.evidence if each.link}
    return [
        _record(
            {
                "importKey": keys.take(stage.id, kind, title),
                "title": title,
                "description": _lines(about),
                "type": kind,
                "empathyScore": score,
                "externalLinks": [links[id_] for id_ in evidence if id_ in links],
                "groupTags": _tags(journey, stage, {**personas, **names}.get(persona or "")),
            }
        )
        for stage in journey.stages
        for kind, title, about, score, evidence, persona in _known(stage)
    ]


def metrics(journey: JourneyMap) -> list[dict[str, Any]]:
    """Give the figures of the map, its stages and its touchpoints."""
    keys = _Keys(journey)
    found = [_metric(each, (), journey.title, keys) for each in journey.metrics]
    for stage in journey.stages:
        where = f"{journey.title} – {stage.name}"
        found += [_metric(each, (stage.id,), where, keys) for each in stage.metrics]
        for touchpoint in stage.touchpoints:
            id_ = touchpoint.effective_id
            place = f"{where} – {touchpoint.name or id_}"
            found += [_metric(each, (stage.id, id_), place, keys) for each in touchpoint.metrics]
    return found


_Known = tuple[str, str, dict[str, object], float | None, "Sequence[str]", str | None]


def _known(stage: Stage) -> Iterator[_Known]:
    """Give kind, title, description, score, evidence and persona of each insight of a stage."""
    for barrier in stage.barriers:
        about = {"Severity": barrier.severity, "Why": barrier.why, "Cause": barrier.cause}
        about["Affects"] = None if barrier.affects is None else f"{barrier.affects:.0%}"
        evidence = barrier.evidence or stage.evidence
        yield "Pain point", barrier.text, {**about}, None, evidence, barrier.persona
    for need in stage.needs:
        met: dict[str, object] = {"Met": need.met}
        yield "Need", need.text, met, None, need.evidence or stage.evidence, need.persona
    for quote in stage.quotes:
        yield "Quote", quote.text, {}, None, quote.evidence or stage.evidence, quote.persona
    for step in stage.customer_actions:
        if step.score is not None or step.feeling:
            why = {"Feeling": step.feeling, "Trigger": step.trigger, "Cause": step.cause}
            evidence = step.evidence or stage.evidence
            yield "Experience", step.text, {**why}, step.score, evidence, step.persona
    for each in stage.emotions:
        why = {"Trigger": each.trigger, "Cause": each.cause}
        title = each.feeling or f"How {stage.name} feels"
        evidence = each.evidence or stage.evidence
        yield "Emotion", title, {**why}, each.score, evidence, each.persona


def _measure(
    measure: Measure, kind: str, about: str, stage: Stage, journey: JourneyMap, keys: _Keys
) -> dict[str, Any]:
    said: dict[str, object] = {
        "Department": measure.department,
        "Who": measure.name,
        "Due": measure.due.text if measure.due else None,
        "Impact": measure.impact and f"{measure.impact} of 5",
        "Effort": measure.effort and f"{measure.effort} of 5",
    }
    return _record(
        {
            "importKey": keys.take(stage.id, kind, measure.effective_id or measure.text),
            "title": measure.text,
            "description": "\n\n".join(filter(None, (about, _lines(said)))),
            "status": measure.status,
            "type": measure.kind or kind,
            "groupTags": _tags(journey, stage, None),
        }
    )


def _metric(metric: Metric, path: Sequence[str], where: str, keys: _Keys) -> dict[str, Any]:
    is_effort = metric.kind == "ces" and metric.sample is not None
    unit = metric.unit or ("share" if metric.kind in _SHARES else "")
    record: dict[str, Any] = {
        "importKey": keys.take(*path, "metric", metric.label),
        "title": f"{metric.label}: {where}",
        "type": "CES" if is_effort else "OTHER",
        "unit": unit,
        "dataPoints": [],
        "description": _lines({"Benchmark": metric.benchmark, "Segment": metric.segment}),
    }
    if metric.target is not None:
        record["target"] = metric.target
    if metric.target is not None and metric.better:
        sign = "MORE" if metric.better == "up" else "LESS"
        record["targetComparisonOperator"] = f"{sign}_THAN_OR_EQUAL_TO"
    if metric.value is not None and metric.date:
        point: dict[str, Any] = {"dateOfMeasurement": metric.date.last.isoformat()}
        figures = {"score": metric.value, "respondents": metric.sample}
        record["dataPoints"] = [{**point, **(figures if is_effort else {"value": metric.value})}]
    if not is_effort:
        record["aggregationMethod"] = "SUM" if metric.kind in _SUMMED else "AVERAGE"
    return _record(record, kept=("unit", "dataPoints"))


def _tags(journey: JourneyMap, stage: Stage, persona: str | None) -> list[dict[str, str]]:
    pairs = {"Journey": journey.title, "Stage": stage.name, "Persona": persona}
    return [{"tagGroup": group, "tag": tag} for group, tag in pairs.items() if tag]


def _lines(said: Mapping[str, object]) -> str:
    """Write what is known as Markdown, a line each."""
    return "\n".join(f"- {name}: {each}" for name, each in said.items() if each is not None)


def _record(fields: Mapping[str, Any], kept: Iterable[str] = ()) -> dict[str, Any]:
    """Leave out what is not said: TheyDo clears what is null, and keeps what is not there."""
    return {
        key: value for key, value in fields.items() if key in kept or value not in (None, "", [])
    }

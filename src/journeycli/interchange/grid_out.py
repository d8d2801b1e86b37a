"""A map as the grid that analysts know: what is said of it above, stages across, lanes down."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Any, Final

from journeycli.interchange import elements, notation
from journeycli.interchange.ids import Ids
from journeycli.interchange.lanes import STATEMENTS, label, meaning
from journeycli.interchange.layout import OWN_LANE
from journeycli.interchange.scores import plain_score
from journeycli.interchange.statements import join
from journeycli.model import as_data
from journeycli.model.vocabulary import LAYERS
from journeycli.text import slug

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from journeycli.model import JourneyMap

_WORDS: Final = ("emotions", "touchpoints")


@dataclass(frozen=True, slots=True)
class Row:
    """A row of the grid.

    Attributes:
        label: What stands at its beginning.
        cells: A text for each stage.
        key: The key of a stage that it shows; empty for a lane of the map's own.

    """

    label: str
    cells: tuple[str, ...]
    key: str = ""


@dataclass(frozen=True, slots=True)
class Grid:
    """A map as a grid.

    Attributes:
        title: The map's title.
        about: What else is said of the map: labels and texts, for below the grid.
        stages: The stages' names.
        scores: The mean score of each stage, −2 … +2, or None.
        rows: The rows, that of the stages' names not among them.

    """

    title: str
    about: tuple[tuple[str, str], ...]
    stages: tuple[str, ...]
    scores: tuple[float | None, ...]
    rows: tuple[Row, ...]


def grid(journey: JourneyMap, personas: Mapping[str, str] | None = None) -> Grid:
    """Lay a map out as a grid.

    Args:
        journey: The map.
        personas: Names of personas that stand in files of their own, by id.

    """
    from journeycli.model import stage_score  # noqa: PLC0415 - loaded when it is asked for

    data = as_data(journey)
    stages: list[dict[str, Any]] = data["stages"]
    known = {key: name for stage in stages for key, name in touchpoint_names(stage)}
    rows = [*_heads(stages), *_statements(stages, known), *_others(stages, data)]
    rows += _own_lanes(stages, data.get("lanes", []))
    return Grid(
        one_line(journey.title),
        tuple(_about(data, personas or {})),
        tuple(one_line(stage["name"]) for stage in stages),
        tuple(stage_score(stage) for stage in journey.stages),
        tuple(row for row in rows if any(row.cells)),
    )


def one_line(text: str) -> str:
    """Give a text on one line, as a cell of names has it."""
    return " ".join(text.split())


def _about(data: dict[str, Any], personas: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    scope = data.get("scope", {})
    people = [
        (each, personas.get(each, each)) if isinstance(each, str) else (each["id"], each["name"])
        for each in data.get("personas", [])
    ]
    pairs = {
        "Id": "" if data["id"] == Ids("journey").take(data["title"]) else data["id"],
        "Summary": one_line(data.get("summary", "")),
        "State": "" if data["state"] == "current" else data["state"],
        "Maturity": "" if data["maturity"] == "hypothesis" else data["maturity"],
        "Persona": join([f"{one_line(name)} [{id_}]" for id_, name in people]),
        "Scenario": one_line(data.get("scenario", "")),
        "Objective": one_line(data.get("objective", "")),
        "Customer goals": join([each["text"] for each in data.get("customer_goals", [])]),
        "Starts": one_line(scope.get("starts", "")),
        "Ends": one_line(scope.get("ends", "")),
        "Scale": scope.get("scale", ""),
        "Owner": one_line(data.get("owner", {}).get("name", "")),
    }
    yield from ((name, text) for name, text in pairs.items() if text)


def _heads(stages: list[dict[str, Any]]) -> Iterator[Row]:
    ids = Ids("stage")
    names = [one_line(stage["name"]) for stage in stages]
    usual = [ids.take(name) for name in names]
    twice = any(one == other for one, other in pairwise(names))
    if twice or usual != [stage["id"] for stage in stages]:
        yield Row("Stage id", tuple(stage["id"] for stage in stages), "id")
    phases = [stage.get("phase", "") for stage in stages]
    if any(phases):
        yield Row("Phase", tuple(phase or "–" for phase in phases), "phase")
    for key in ("summary", "duration"):
        yield Row(label(key), tuple(one_line(stage.get(key, "")) for stage in stages), key)


def _statements(stages: list[dict[str, Any]], known: Mapping[str, str]) -> Iterator[Row]:
    for key in STATEMENTS:
        if key == "company_actions":
            yield from _layers(stages)
            continue
        write = _writer(key, known)
        yield Row(label(key), tuple(_cell(stage.get(key), key, write) for stage in stages), key)


def _layers(stages: list[dict[str, Any]]) -> Iterator[Row]:
    for layer in ("", *LAYERS.words):
        key = f"company_actions.{layer}" if layer else "company_actions"
        cells = tuple(
            _cell(_of_layer(stage.get("company_actions"), layer), key, _sentence)
            for stage in stages
        )
        yield Row(label(key), cells, key)


def _of_layer(answer: Any, layer: str) -> Any:
    """Give the actions of a layer; the word that there are none stands with those of no layer."""
    if isinstance(answer, list):
        return [each for each in answer if each.get("layer", "") == layer]
    return None if layer else answer


def _others(stages: list[dict[str, Any]], data: dict[str, Any]) -> Iterator[Row]:
    titles = {each["id"]: _evidence(each) for each in data.get("evidence", [])}
    writers: dict[str, Callable[[Any], str]] = {
        "handoffs": _handoff,
        "metrics": _metric,
        "evidence": lambda id_: titles.get(id_, f"{id_} [{id_}]"),
        "links": lambda each: f"{each['title']} {each['url']}" if "title" in each else each["url"],
    }
    for key, write in writers.items():
        yield Row(label(key), tuple(_cell(stage.get(key), key, write) for stage in stages), key)


def _own_lanes(stages: list[dict[str, Any]], lanes: list[dict[str, Any]]) -> Iterator[Row]:
    taken: set[str] = set()
    names = {each["id"]: one_line(each.get("name") or each["id"]) for each in lanes}
    for stage in stages:
        for id_ in stage.get("lanes", {}):
            names.setdefault(id_, id_)
    for id_, name in names.items():
        cells = tuple(
            _cell(stage.get("lanes", {}).get(id_), "lanes", _sentence) for stage in stages
        )
        known = meaning(name)
        plain = known is None and name not in taken and slug(name) == id_
        plain = plain and not name.startswith(OWN_LANE) and not elements.says_nothing(name)
        taken.add(name)
        yield Row(name if plain else f"{OWN_LANE}{name} [{id_}]", cells)


def _cell(answer: Any, key: str, write: Callable[[Any], str]) -> str:
    if isinstance(answer, dict):
        return f"None: {one_line(answer.get('none') or '')}" if answer.get("none") else ""
    texts = [write(each) for each in answer or ()]
    words = key in _WORDS
    if len(texts) == 1 and (
        elements.says_nothing(texts[0]) or elements.none_because(texts[0]) is not None
    ):
        return f"• {one_line(texts[0])}\n•"
    return join(texts, words=words)


def _writer(key: str, known: Mapping[str, str]) -> Callable[[Any], str]:
    writers: dict[str, Callable[[Any], str]] = {
        "customer_actions": _action,
        "emotions": _emotion,
        "barriers": lambda each: notation.write_severity(
            one_line(each["text"]), each.get("severity")
        ),
        "quotes": lambda each: notation.write_quote(one_line(each["text"])),
        "thoughts": lambda each: notation.write_quote(one_line(each["text"])),
        "touchpoints": lambda each: _touchpoint(each, known),
    }
    return writers.get(key, _sentence)


def _sentence(each: dict[str, Any]) -> str:
    return one_line(each["text"])


def _action(each: dict[str, Any]) -> str:
    return notation.write_felt(one_line(each["text"]), each.get("feeling"), each.get("score"))


def _emotion(each: dict[str, Any]) -> str:
    return notation.write_emotion(one_line(each.get("feeling") or ""), each.get("score"))


def _touchpoint(each: dict[str, Any], known: Mapping[str, str]) -> str:
    name = one_line(each.get("name") or known.get(each.get("ref", ""), each.get("ref", "")))
    channels = tuple(each.get("channel", ()))
    return notation.write_channels(
        name, channels, ambiguous=not channels and elements.channel(name) is not None
    )


def touchpoint_names(stage: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """Give the touchpoints that a stage declares: ids and names."""
    touchpoints = stage.get("touchpoints", [])
    for each in touchpoints if isinstance(touchpoints, list) else ():
        if each.get("name"):
            yield each.get("id") or slug(each["name"]), each["name"]


def _handoff(each: dict[str, Any]) -> str:
    what = f": {each['what']}" if each.get("what") else ""
    return one_line(f"{each['from']} → {each['to']}{what}")


def _metric(each: dict[str, Any]) -> str:
    name = each.get("name") or each["kind"]
    if "value" not in each:
        return str(name)
    return one_line(f"{name}: {plain_score(each['value'])} {each.get('unit', '')}")


def _evidence(each: dict[str, Any]) -> str:
    return one_line(f"{each.get('title', each['id'])} ({each['method']}) [{each['id']}]")

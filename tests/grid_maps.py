"""Maps that a grid can hold, generated; and what tests do with them."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from journeycli.interchange.writing import to_yaml
from journeycli.model import JourneyMap, as_data
from journeycli.model.channels import CHANNELS
from journeycli.model.phases import PHASES
from journeycli.model.vocabulary import LAYERS, SEVERITIES
from journeycli.parsing import parse
from journeycli.source.document import read_document
from journeycli.text import slug

_LETTERS = "abcdeßé字😀XYZ019"
_SIGNS = " -_.,:;!?#&*@%'\"/()[]{}<>|=~+•–−\\"
_HARD = """
-|x|n/a|None: nobody asked|• one|1. one|a; b|=1+1|+1|-1|@here|'=x|''@|wary [−1]|wary [?]|[−1]
Page [website]|Page []|late [high]|Happy (4)|angry, tired|web/app|“Quoted”|Title: x|Email|😠 angry
5 of 5|Lane: x|to|a → b|= 1|sep=;
"""


def _flat(text: str) -> str:
    return " ".join(text.split())


def _has_slug(text: str) -> bool:
    """Tell whether an id can be made of a text; keys that begin with x- are notes to oneself."""
    return bool(slug(text)) and not slug(text).startswith("x-")


texts = st.one_of(
    st.text(_LETTERS, min_size=1, max_size=6),
    st.text(_LETTERS + _SIGNS, min_size=1, max_size=16).map(_flat).filter(bool),
    st.sampled_from(["a | b", *_HARD.strip().replace("\n", "|").split("|")]),
)
names = st.text(_LETTERS + " ", min_size=1, max_size=9).map(_flat).filter(_has_slug)
_plain = (
    st.text(_LETTERS + " .,;", min_size=1, max_size=10)
    .map(_flat)
    .filter(lambda each: any(map(str.isalpha, each)) and not each.endswith(",") and ";" not in each)
)
_scores = st.integers(-4, 4).map(lambda each: each / 2)
_reasons = st.fixed_dictionaries({"none": names})


def _answers(element: st.SearchStrategy[Any], *, none: bool = True) -> st.SearchStrategy[Any]:
    listed = st.lists(element, min_size=1, max_size=3)
    return st.one_of(listed, _reasons) if none else listed


def _unique(key: str, element: st.SearchStrategy[dict[str, Any]]) -> st.SearchStrategy[Any]:
    return st.lists(element, min_size=1, max_size=3, unique_by=lambda each: slug(each[key]))


_statement = st.fixed_dictionaries({"text": texts})
_unique_statements = st.lists(_statement, min_size=1, max_size=3, unique_by=lambda e: e["text"])
_action = st.fixed_dictionaries({"text": texts}, optional={"score": _scores}) | (
    st.fixed_dictionaries({"text": texts, "feeling": _plain, "score": _scores})
)
_emotion = st.fixed_dictionaries({"feeling": texts}, optional={"score": _scores}) | (
    st.fixed_dictionaries({"score": _scores})
)
_barrier = st.fixed_dictionaries(
    {"text": texts}, optional={"severity": st.sampled_from(sorted(SEVERITIES.words))}
)
_touchpoint = st.fixed_dictionaries(
    {"name": texts.filter(lambda each: bool(slug(each)))},
    optional={
        "channel": st.lists(st.sampled_from(sorted(CHANNELS)), min_size=1, max_size=3, unique=True)
    },
)


@st.composite
def _company_actions(draw: st.DrawFn) -> Any:
    layers = [None, *LAYERS.words]
    found = draw(_unique_statements)
    placed = [(draw(st.sampled_from(range(len(layers)))), each["text"]) for each in found]
    return [
        {"text": text, "layer": layers[at]} if at else {"text": text}
        for at, text in sorted(placed, key=lambda each: each[0])
    ]


_stage_content = st.fixed_dictionaries(
    {},
    optional={
        "phase": st.sampled_from(sorted(PHASES)),
        "summary": names,
        "duration": names,
        "needs": st.one_of(_unique_statements, _reasons),
        "customer_actions": _answers(_action),
        "company_actions": _company_actions(),
        "motivations": st.one_of(_unique_statements, _reasons),
        "values": st.one_of(_unique_statements, _reasons),
        "thoughts": st.one_of(_unique_statements, _reasons),
        "quotes": _unique_statements,
        "emotions": _answers(_emotion),
        "barriers": st.one_of(
            st.lists(_barrier, min_size=1, max_size=3, unique_by=lambda e: e["text"]), _reasons
        ),
        "opportunities": _unique_statements,
        "touchpoints": st.one_of(_unique("name", _touchpoint), _reasons),
    },
)


@st.composite
def maps(draw: st.DrawFn) -> JourneyMap:
    """Draw a map with nothing in it that a grid cannot hold."""
    ids = draw(st.lists(names.map(slug), min_size=1, max_size=3, unique=True))
    lanes = draw(st.lists(names, max_size=2, unique_by=slug))
    data: dict[str, Any] = {
        "format": "journey-map/1",
        "id": slug(draw(names)),
        "title": draw(names),
    }
    data |= draw(
        st.fixed_dictionaries(
            {},
            optional={
                "state": st.just("future"),
                "maturity": st.just("measured"),
                "scenario": names,
                "objective": names,
                "summary": names,
                "customer_goals": st.lists(names, min_size=1, max_size=2).map(
                    lambda found: [{"text": each} for each in found]
                ),
                "scope": st.fixed_dictionaries(
                    {"starts": names, "ends": names, "scale": st.just("episode")}
                ),
                "owner": st.fixed_dictionaries({"name": names}),
                "personas": st.lists(names, min_size=1, max_size=2, unique_by=slug).map(
                    lambda found: [{"id": slug(each), "name": each} for each in found]
                ),
            },
        )
    )
    stages = [{"id": each, "name": draw(names), **draw(_stage_content)} for each in ids]
    for lane in lanes:
        stages[0].setdefault("lanes", {})[slug(lane)] = draw(_unique_statements)
    if lanes:
        data["lanes"] = [{"id": slug(each), "name": each} for each in lanes]
    return parsed({**data, "stages": stages})


def parsed(data: dict[str, Any]) -> JourneyMap:
    """Read data as the model; it must be a map without a fault."""
    text = to_yaml(data)
    found = parse(read_document(text.encode()))
    assert found.diagnoses == (), text
    assert isinstance(found.model, JourneyMap)
    return found.model


def told(journey: JourneyMap) -> dict[str, Any]:
    """Give a map as data in one form."""
    return as_data(journey)

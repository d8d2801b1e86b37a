"""Keys: which a mapping knows, and which one was meant.

For messages about unknown keys; imported only where something is wrong.
"""

from collections.abc import Iterator
from functools import cache, lru_cache
from typing import Final, NamedTuple

from journeycli.model.base import Model
from journeycli.model.formats import Kind
from journeycli.model.shapes import ROOTS, Element, Items, Shape, at
from journeycli.model.shapes import keys as keys_of_model
from journeycli.text import closest


class MeantKey(NamedTuple):
    """The key that was probably meant.

    Attributes:
        key: A key that the mapping has.
        by_meaning: Whether it is a synonym; else it is spelled nearly the same.
        layer: The `layer` that company actions get where a layer was written as a key, or None.

    """

    key: str
    by_meaning: bool
    layer: str | None = None


def known_keys(kind: Kind, loc: tuple[str | int, ...]) -> tuple[str, ...]:
    """Give the keys of the mapping that a key stands in, in the order in which they are written.

    Args:
        kind: The kind of the file.
        loc: The place of the key, itself included; whether the mapping knows it or not.

    """
    return _keys_of(at(kind, loc[:-1]))


def meant_key(kind: Kind, loc: tuple[str | int, ...]) -> MeantKey | None:
    """Give the key that was probably meant by an unknown one, by meaning before spelling.

    Args:
        kind: The kind of the file.
        loc: The place of the unknown key, itself included.

    """
    return _meant(str(loc[-1]), known_keys(kind, loc))


def meant_key_of(model: type[Model], key: str) -> MeantKey | None:
    """Give the key of a model that was probably meant by an unknown one."""
    return _meant(key, _keys_of(Element(model)))


def synonyms() -> list[tuple[str, str]]:
    """Give every synonym with the key that it may stand for; which one it is, the mapping tells."""
    return [(other, key) for other, found in _synonyms().items() for key in found]


def homes(kind: Kind, key: str) -> tuple[str, ...]:
    """Give the lists whose elements have a key, each by its own key, in the order of the format.

    Args:
        kind: The kind of the file.
        key: A key that stands in a wrong place.

    """
    return tuple(dict.fromkeys(_homes(Element(ROOTS[kind]), key, set())))


def _homes(shape: Element, key: str, seen: set[type[Model]]) -> Iterator[str]:
    seen.add(shape.model)
    for each in keys_of_model(shape.model):
        below = each.shape.item if isinstance(each.shape, Items) else each.shape
        if isinstance(below, Element):
            if key in _keys_of(below):
                yield each.name
            if below.model not in seen:
                yield from _homes(below, key, seen)


def _keys_of(shape: Shape | None) -> tuple[str, ...]:
    match shape:
        case Element(model):
            return tuple(key.name for key in keys_of_model(model))
        case Items(none=True):
            return ("none",)
        case _:
            return ()


@lru_cache(maxsize=1024)  # one slip of the pen is often repeated down a file
def _meant(written: str, known: tuple[str, ...]) -> MeantKey | None:
    plain = "_".join(written.lower().replace("-", " ").replace("_", " ").split())
    if plain in _LAYERS and "company_actions" in known:
        return MeantKey("company_actions", by_meaning=True, layer=_LAYERS[plain])
    if plain not in known:
        for key in _synonyms().get(plain, ()):
            if key in known:
                return MeantKey(key, by_meaning=True)
    close = closest(written, known)
    return MeantKey(close, by_meaning=False) if close else None


@cache
def _synonyms() -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for key, others in _MEANINGS.items():
        for other in others.split():
            found.setdefault(other, []).append(key)
    return found


_LAYERS: Final = {
    "frontstage": "frontstage",
    "front_stage": "frontstage",
    "frontstage_actions": "frontstage",
    "onstage": "frontstage",
    "backstage": "backstage",
    "back_stage": "backstage",
    "backstage_actions": "backstage",
    "support_processes": "support",
}
_MEANINGS: Final = {
    "stages": "phases steps stage journey journey_stages columns",
    "customer_actions": "actions steps doing activities user_actions tasks customer_steps does",
    "company_actions": "our_actions internal_actions processes organisation_actions we_do",
    "customer_progression": "progression moves_on",
    "company_progression": "conversion_tactics nudges calls_to_action",
    "motivations": "motivation drivers motivators reasons",
    "inhibitors": "inhibitor blockers_of_ours own_goals",
    "enablers": "enabler helps gains delights",
    "influences": "influencers external_influences context",
    "values": "value expectations what_matters",
    "thoughts": "thinking thinks thought questions thoughts_feelings thoughts_and_feelings",
    "quotes": "verbatims voice says",
    "emotions": "feelings emotion moods experience",
    "barriers": "pain_points painpoints pains pain problems issues frictions friction obstacles "
    "frustrations blockers challenges hurdles",
    "frustrations": "pain_points painpoints pains problems barriers challenges",
    "removals": "solutions fixes actions remedies measures countermeasures",
    "opportunities": "ideas solutions improvements recommendations",
    "touchpoints": "touch_points contact_points contacts interactions touchpoint",
    "touchpoint": "touchpoints touch_point contact_point where",
    "channel": "channels medium via",
    "channels": "channel media",
    "personas": "persona actors actor users customers segments",
    "persona": "personas who actor user segment",
    "metrics": "kpis kpi measures measurements figures",
    "handoffs": "handovers handover hand_offs hand_overs transitions",
    "needs": "need jobs jobs_to_be_done requirements",
    "summary": "description about abstract overview notes note details bio",
    "text": "description name title statement sentence label content",
    "name": "title label text heading",
    "title": "name label heading",
    "customer_goals": "goals goal user_goals objectives jobs_to_be_done",
    "goals": "customer_goals objectives aims jobs_to_be_done",
    "objective": "purpose aim why goal business_goal",
    "scenario": "situation context use_case trigger",
    "scope": "boundaries",
    "starts": "start from begins begin first entry",
    "ends": "end to finish last exit",
    "owner": "owners responsible author maintainer accountable",
    "contributors": "authors participants team stakeholders",
    "review": "reviews",
    "every": "cadence frequency interval",
    "last": "date reviewed last_reviewed",
    "evidence": "sources source research references studies data proof",
    "respondents": "participants audience asked",
    "sample": "n size sample_size responses",
    "link": "url href source",
    "links": "link urls references resources",
    "url": "link href address",
    "src": "url path file image",
    "alt": "caption description text title",
    "feeling": "emotion mood text name",
    "score": "rating sentiment valence level value",
    "cause": "caused_by source reason origin",
    "caused_by": "causes because_of root_causes",
    "trigger": "because reason cause why",
    "severity": "priority impact level criticality",
    "why": "reason root_cause because cause",
    "affects": "reach share frequency",
    "since": "from date reported",
    "department": "team owner responsible unit actor function",
    "system": "systems tool tools application software",
    "layer": "stage visibility level line",
    "due": "deadline until by due_date date",
    "done": "finished completed done_date",
    "status": "state progress",
    "state": "status type version",
    "impact": "value benefit",
    "effort": "cost complexity",
    "kind": "type category",
    "for": "barriers solves addresses barrier",
    "needed_for": "for barriers",
    "moment_of_truth": "mot critical key_moment decisive",
    "expected": "expectation expectations",
    "opinion": "rating satisfaction score",
    "images": "image picture screenshots photo",
    "image": "photo picture avatar portrait images",
    "next": "leads_to transitions goto",
    "stage": "to target goto next",
    "end": "exit ends outcome",
    "share": "percent percentage probability weight",
    "when": "condition if",
    "duration": "time length how_long",
    "role": "job occupation title job_title",
    "demographics": "demographic facts",
    "psychographics": "psychographic attitudes personality",
    "behaviours": "behaviors behaviour behavior habits",
    "organisation": "organization company employer",
    "is": "kind type of",
    "value": "current actual now",
    "target": "goal",
    "benchmark": "baseline comparison",
    "none": "nothing no_answer not_applicable na reason",
}

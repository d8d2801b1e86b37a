"""Values as people write them: `−2`, `40%`, `yes`, ids and words as they are, text in quotes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from journeycli.text import counted

if TYPE_CHECKING:
    from journeycli.compare.elements import Element, Value

_QUOTED: Final = frozenset({"text", "own", "link", "image"})
_GIST: Final = {
    "severity": "{}",
    "score": "{}",
    "affects": "{} of customers",
    "share": "{}",
    "met": "met: {}",
    "kind": "{}",
    "value": "{}",
    "target": "target {}",
    "method": "{}",
    "sample": "n = {}",
    "status": "{}",
    "due": "due {}",
    "done": "done {}",
    "date": "{}",
    "channel": "{}",
    "department": "{}",
    "role": "{}",
    "level": "{}",
    "persona": "{}",
    "how": "{}",
    "before": "before {}",
    "during": "during {}",
    "after": "after {}",
}
_MOST: Final = 4
_COUNTED: Final = ("customer_actions", "touchpoints", "barriers", "removals")
_TOLD_BY_NAME: Final = ("contributor", "handoff", "review entry")


def shown(value: Value | None) -> str:
    """Write a value; nothing for none."""
    if value is None:
        return ""
    content = value.content
    if isinstance(content, bool):
        return "yes" if content else "no"
    if isinstance(content, tuple):
        return ", ".join(content)
    if isinstance(content, int | float):
        return _number(content, value.scalar)
    return f"“{content}”" if value.scalar in _QUOTED else content


def score(number: float | None) -> str:
    """Write a score or a mean of scores, at most two decimals: `+1`, `−0.33`, `0`; `–` for none."""
    if number is None:
        return "–"
    text = f"{abs(number):.2f}".rstrip("0").rstrip(".")
    return "0" if text == "0" else f"{'+' if number > 0 else '−'}{text}"


def gist(element: Element) -> str:
    """Say the most telling facts of an element in a few words; empty where there are none."""
    if element.kind in _TOLD_BY_NAME:
        return ""
    facts = [
        pattern.format(shown(element.values[key]))
        for key, pattern in _GIST.items()
        if key in element.values and element.values[key].content != element.label
    ][:_MOST]
    if not element.label and "name" in element.values:  # an owner: who it is says most
        facts.insert(0, shown(element.values["name"]))
    facts += [
        counted(len(group.elements), group.elements[0].kind)
        for key, group in element.groups.items()
        if key in _COUNTED and group.elements
    ]
    return ", ".join(facts)


def key_words(key: str) -> str:
    """Write a key as words: `moment of truth`, `row legal`."""
    lane = key.removeprefix("lanes.")
    return f"row {lane}" if lane != key else key.replace("_", " ")


def _number(number: float, scalar: str) -> str:
    match scalar:
        case "score":
            return score(number)
        case "share":
            return f"{number * 100:.4g}%"
        case _:
            return f"{number:,.10g}".replace("-", "−")

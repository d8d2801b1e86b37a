"""A stage while it is being filled from records."""

from __future__ import annotations

from typing import Any, Final

from journeycli.text import slug

_WORDS_OF: Final = {"touchpoints": "name", "emotions": "feeling"}


class StageDraft:
    """A stage in the making.

    Args:
        id_: Its id.
        name: Its name.

    """

    def __init__(self, id_: str, name: str) -> None:
        self.data: dict[str, Any] = {"id": id_, "name": name}
        self._reasons: dict[str, str] = {}
        self._known: dict[tuple[str, str], dict[str, Any]] = {}

    def add(self, key: str, element: dict[str, Any]) -> dict[str, Any]:
        """Add an element to a list of the stage; the same again is the one that stands there.

        Returns:
            The element that stands in the stage.

        """
        found: list[dict[str, Any]] = self.data.setdefault(key, [])
        sign = _sign(key, element)
        other = self._known.setdefault((key, sign), element) if sign else element
        if other is element:
            found.append(element)
        else:
            other.update({name: value for name, value in element.items() if name not in other})
        return other

    def remove(self, key: str, element: dict[str, Any]) -> None:
        """Take an element out of a list of the stage, and the list with its last one."""
        found: list[dict[str, Any]] = self.data.get(key, [])
        at = next((at for at in reversed(range(len(found))) if found[at] is element), None)
        if at is not None:
            del found[at]
        if not found:
            self.data.pop(key, None)

    def put(self, key: str, text: str) -> None:
        """Set a text of the stage; what is there already goes on with it."""
        before = self.data.get(key)
        if before is None:
            self.data[key] = text
        elif text not in before.split("; "):
            self.data[key] = f"{before}; {text}"

    def say_none(self, key: str, reason: str) -> None:
        """Note why there is nothing under a key."""
        self._reasons.setdefault(key, reason)

    def lane(self, lane: str, text: str) -> None:
        """Add a statement to a lane of the map's own."""
        rows = self.data.setdefault("lanes", {})
        statements = rows.setdefault(lane, [])
        if isinstance(statements, dict):
            statements = rows[lane] = [f"None: {statements['none']}"]
        if text not in statements:
            statements.append(text)

    def lane_none(self, lane: str, reason: str) -> None:
        """Note why there is nothing in a lane of the map's own."""
        rows = self.data.setdefault("lanes", {})
        if lane in rows:
            self.lane(lane, f"None: {reason}")
        else:
            rows[lane] = {"none": reason}

    def elements(self, key: str) -> list[dict[str, Any]]:
        """Give the elements of a list of the stage."""
        found: list[dict[str, Any]] = self.data.get(key, [])
        return found

    def overruled(self) -> list[tuple[str, str]]:
        """Give the keys for which a reason says that there is nothing, while there is something."""
        return [(key, reason) for key, reason in self._reasons.items() if key in self.data]

    def finished(self) -> dict[str, Any]:
        """Give the stage as data, with every plain element in its short form."""
        result = dict(self.data)
        for key, value in self.data.items():
            if isinstance(value, list):
                result[key] = [_short(key, each) for each in value]
        for key, reason in self._reasons.items():
            result.setdefault(key, {"none": reason})
        return result


def _sign(key: str, element: dict[str, Any]) -> str:
    """Give what tells two elements of a list apart; empty where each stands for itself."""
    if key == "touchpoints":
        return slug(element.get("name", ""))
    return "" if key in ("customer_actions", "emotions") else repr(sorted(element.items(), key=str))


def _short(key: str, element: Any) -> Any:
    word = _WORDS_OF.get(key, "text")
    if isinstance(element, dict) and list(element) == [word]:
        return element[word]
    return element

"""An organisation's own rules: JMESPath from the settings, and Python from named packages."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from journeycli.findings import Problem, Severity
from journeycli.model.data import as_data
from journeycli.rules.base import (
    MapRule,
    PersonaRule,
    Rule,
    StageRule,
)
from journeycli.settings import SettingsError, fault_at
from journeycli.text import one_line, shorten

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from journeycli.model.base import Model
    from journeycli.settings import OwnRule, Settings, SettingsFault
    from journeycli.source.span import Path

ENTRY_POINTS = "journeycli.rules"
"""The group of entry points by which a package offers rules: classes, or lists of them."""

_SHOWN = 40  # cells of an element's name in a message
_LISTS = {"touchpoint": "touchpoints", "barrier": "barriers"}


def own_rules(settings: Settings, built_in: Sequence[type[Rule]]) -> tuple[type[Rule], ...]:
    """Make the rules that the settings define and load those of the packages that they name.

    Raises:
        SettingsError: An expression does not compile, a package is not installed or offers no
            rules, or a code is taken; with all faults at once.

    """
    faults: list[SettingsFault] = []
    made: list[type[Rule]] = []
    for definition in settings.rules:
        made += _from_settings(definition, faults)
    for plugin in settings.plugins:
        loaded = list(_loaded(plugin.name))
        if not loaded:
            faults.append(
                fault_at(
                    plugin.place,
                    f"No package named {plugin.name} is installed that offers rules.",
                    f"Install it beside journeycli; it offers rules as `{ENTRY_POINTS}`.",
                )
            )
        made += loaded
    faults += _taken(made, built_in, settings)
    if faults:
        raise SettingsError(faults)
    return tuple(sorted(made, key=lambda rule: rule.code))


def _from_settings(definition: OwnRule, faults: list[SettingsFault]) -> Iterator[type[Rule]]:
    compiled = {}
    for key in ("when", "require"):
        text = getattr(definition, key)
        compiled[key] = _compiled(text, definition, key, faults) if text is not None else None
    if compiled["require"] is None:
        return
    test = _Test(definition, compiled["when"], compiled["require"])
    base, check = _SCOPES[definition.scope]
    yield type(
        f"Own{definition.code}",
        (base,),
        {
            "__doc__": f"{definition.message}\n\nWhat:\n    {definition.docs or definition.message}"
            "\n\nWhy:\n    This is a rule of this organisation's own.\n\nExample:\n"
            f"    It asks of every {definition.scope}: {one_line(definition.require)}\n",
            "__module__": __name__,
            "code": definition.code,
            "name": definition.name,
            "summary": definition.message.rstrip("."),
            "severity": Severity(definition.severity),
            "docs": definition.url,
            "test": test,
            "check": check,
        },
    )


def _compiled(text: str, definition: OwnRule, key: str, faults: list[SettingsFault]) -> Any:
    import jmespath  # noqa: PLC0415 - only organisations with rules of their own pay for it
    from jmespath.exceptions import JMESPathError  # noqa: PLC0415 - the same

    try:
        return jmespath.compile(text)
    except JMESPathError as error:
        message = (
            f"`{key}` of {definition.code} is not a JMESPath expression: {one_line(str(error))}."
        )
        faults.append(
            fault_at(
                definition.place(key), message, "Literals stand in backticks or quotes: `true`."
            )
        )
        return None


class _Test:
    """What a rule of the settings asks of one element."""

    def __init__(self, definition: OwnRule, when: Any, require: Any) -> None:
        self._definition = definition
        self._when = when
        self._require = require

    def __call__(self, element: Model, path: Path) -> Iterator[Problem]:
        from jmespath.exceptions import JMESPathError  # noqa: PLC0415 - loaded with the rule

        data = as_data(element)
        try:
            if self._when is not None and not _is_true(self._when.search(data)):
                return
            holds = _is_true(self._require.search(data))
        except JMESPathError as error:
            yield Problem(
                path,
                f"{self._definition.code} failed on {_called(data)}: {one_line(str(error))}",
                help="Mend its expression in the settings; the other rules ran.",
                severity=Severity.ERROR,
            )
            return
        if not holds:
            yield Problem(path, f"{_called(data)}: {self._definition.message}")


def _check_map(self: Any, journey: Model, context: object) -> Iterator[Problem]:
    del context
    yield from self.test(journey, ())


def _check_stage(self: Any, stage: Model, context: object) -> Iterator[Problem]:
    del context
    yield from self.test(stage, ())


def _check_each(key: str) -> Any:
    def check(self: Any, stage: Any, context: object) -> Iterator[Problem]:
        del context
        for index, element in enumerate(getattr(stage, key)):
            yield from self.test(element, (key, index))

    return check


_SCOPES: dict[str, tuple[type[Rule], Any]] = {
    "map": (MapRule, _check_map),
    "stage": (StageRule, _check_stage),
    "persona": (PersonaRule, _check_map),
    **{scope: (StageRule, _check_each(key)) for scope, key in _LISTS.items()},
}


def _is_true(value: object) -> bool:
    """Tell truth as JMESPath does: false, null, and what is empty are not true; 0 is."""
    return value is not None and value is not False and value not in ("", [], {})


def _called(data: dict[str, Any]) -> str:
    name = next((data[key] for key in ("name", "text", "title", "id", "ref") if key in data), None)
    return f"“{shorten(str(name), _SHOWN)}”" if name is not None else "This element"


def _loaded(package: str) -> Iterator[type[Rule]]:
    from importlib.metadata import entry_points  # noqa: PLC0415 - few settings name packages

    for entry in entry_points(group=ENTRY_POINTS):
        if entry.dist is not None and _same_package(entry.dist.name, package):
            offered = entry.load()
            rules: Iterable[Any] = [offered] if isinstance(offered, type) else offered
            yield from (rule for rule in rules if isinstance(rule, type) and issubclass(rule, Rule))


def _same_package(left: str, right: str) -> bool:
    return left.lower().replace("_", "-") == right.lower().replace("_", "-")


def _taken(
    made: Sequence[type[Rule]], built_in: Sequence[type[Rule]], settings: Settings
) -> Iterator[SettingsFault]:
    seen = {word for rule in built_in for word in (rule.code, rule.name)}
    place = next(
        iter([each.place() for each in settings.rules] + [each.place for each in settings.plugins]),
        None,
    )
    for rule in made:
        for word in (rule.code, rule.name):
            if word in seen and place is not None:
                yield fault_at(place, f"Two rules are called {word}.", "Give one another name.")
        seen |= {rule.code, rule.name}

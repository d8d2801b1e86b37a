"""An organisation's own rules: JMESPath from the settings, and Python from named packages."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from journeycli.findings import Problem, Severity
from journeycli.model import Barrier, JourneyMap, Persona, Stage, Touchpoint
from journeycli.model.data import as_data
from journeycli.model.shapes import keys
from journeycli.rules.base import MapRule, PersonaRule, Rule, StageRule
from journeycli.rules.expressions import ExpressionError, compiled, is_true
from journeycli.rules.plugins import ENTRY_POINTS, PluginError, called, failure, rules_of
from journeycli.settings import SettingsError, fault_at
from journeycli.text import closest, one_line

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from journeycli.model.base import Model
    from journeycli.settings import OwnRule, Place, Settings, SettingsFault
    from journeycli.source.span import Path

_FIELD = re.compile(r"\{([a-z_]+)\}")
"""A key in braces in a message, for which its value is written."""

_MODELS: dict[str, type[Model]] = {
    "map": JourneyMap,
    "stage": Stage,
    "touchpoint": Touchpoint,
    "barrier": Barrier,
    "persona": Persona,
}


def own_rules(settings: Settings, built_in: Sequence[type[Rule]]) -> tuple[type[Rule], ...]:
    """Make the rules that the settings define and load those of the packages that they name.

    Raises:
        SettingsError: An expression cannot be used, a package is not installed or offers no
            rules, or a code or name is taken; with all faults at once.

    """
    faults: list[SettingsFault] = []
    made: list[tuple[type[Rule], Place]] = []
    for definition in settings.rules:
        made += ((rule, definition.place("code")) for rule in _from_settings(definition, faults))
    for plugin in settings.plugins:
        try:
            made += ((rule, plugin.place) for rule in rules_of(plugin.name))
        except PluginError as error:
            hint = (
                "Install it into the environment of journeycli; a package offers rules by the "
                f"entry point `{ENTRY_POINTS}`."
            )
            faults.append(fault_at(plugin.place, str(error), hint))
    faults += _taken(made, built_in)
    if faults:
        raise SettingsError(faults)
    return tuple(sorted((rule for rule, _ in made), key=lambda rule: rule.code))


def faults_of(rules: Sequence[OwnRule]) -> list[SettingsFault]:
    """Find what is wrong with the expressions and messages of rules."""
    faults: list[SettingsFault] = []
    for definition in rules:
        list(_from_settings(definition, faults))
    return faults


def _from_settings(definition: OwnRule, faults: list[SettingsFault]) -> Iterator[type[Rule]]:
    expressions = {
        key: _compiled(text, definition, key, faults)
        for key, text in (("when", definition.when), ("require", definition.require))
        if text is not None
    }
    wrong = list(_unknown_fields(definition))
    faults += wrong
    if None in expressions.values() or wrong:
        return
    base, check = _SCOPES[definition.scope]
    yield type(
        f"Own{definition.code}",
        (base,),
        {
            "__doc__": _documentation(definition),
            "__module__": __name__,
            "code": definition.code,
            "name": definition.name,
            "summary": definition.message.rstrip("."),
            "severity": Severity(definition.severity),
            "docs": definition.url,
            "check": check,
            "test": _Test(definition, expressions.get("when"), expressions["require"]),
        },
    )


def _documentation(definition: OwnRule) -> str:
    said = one_line(definition.docs or definition.message)
    condition = f" where `{one_line(definition.when)}` holds" if definition.when else ""
    return (
        f"{definition.message}\n\nWhat:\n    {said}\n\n"
        "Why:\n    It is a rule of this organisation's own.\n\n"
        f"Example:\n    It asks of every {definition.scope}{condition}: "
        f"`{one_line(definition.require)}`\n"
    )


def _compiled(text: str, definition: OwnRule, key: str, faults: list[SettingsFault]) -> Any:
    try:
        return compiled(text, _MODELS[definition.scope])
    except ExpressionError as error:
        place = definition.place(key)
        for each in error.mistakes:
            at = _within(place, text, each.offset)
            faults.append(fault_at(at, f"`{key}` of {definition.code} {each.message}.", each.hint))
        return None


def _within(place: Place, text: str, offset: int | None) -> Place:
    """Give the place inside of an expression, where the file has it on one line as it reads."""
    as_it_reads = place.line == place.end_line and place.end_column - place.column == len(text) + 2
    if offset is None or not as_it_reads:
        return place
    return place._replace(column=place.column + 1 + offset)


class _Test:
    """What a rule of the settings asks of one element."""

    def __init__(self, definition: OwnRule, when: Any, require: Any) -> None:
        self._definition = definition
        self._when = when
        self._require = require

    def __call__(self, element: Model, path: Path) -> Iterator[Problem]:
        data = as_data(element)
        try:
            if self._when is not None and not is_true(self._when.search(data)):
                return
            holds = is_true(self._require.search(data))
        except Exception as error:  # noqa: BLE001 - JMESPath lets Python's own errors through
            told = failure(self._definition.code, element, error)
            yield told._replace(path=path)
            return
        if not holds:
            message = self._definition.message
            own = _FIELD.search(message) is not None  # it names its element itself
            said = filled(message, data)
            yield Problem(path, said if own else f"{called(element)}: {said}")


def filled(message: str, data: object) -> str:
    """Put what an element says in place of `{key}`; a key without a value is a dash."""

    def value(found: re.Match[str]) -> str:
        said = data.get(found[1]) if isinstance(data, dict) else None
        return "–" if said is None or isinstance(said, dict | list) else str(said)

    return _FIELD.sub(value, message)


def _unknown_fields(definition: OwnRule) -> Iterator[SettingsFault]:
    """Find what stands in braces in a message and is no key of the element."""
    known = [key.name for key in keys(_MODELS[definition.scope])]
    for name in dict.fromkeys(_FIELD.findall(definition.message)):
        if name not in known:
            near = closest(name, known)
            message = f"`message` of {definition.code} asks for {{{name}}}, and a"
            message += f" {definition.scope} has no key `{name}`."
            hint = f"Did you mean {{{near}}}?" if near else f"Its keys are {', '.join(known)}."
            yield fault_at(definition.place("message"), message, hint)


def _check_one(self: Any, element: Model, context: object) -> Iterator[Problem]:
    del context
    yield from self.test(element, ())


def _check_each(key: str) -> Any:
    def check(self: Any, stage: Any, context: object) -> Iterator[Problem]:
        del context
        for index, element in enumerate(getattr(stage, key)):
            yield from self.test(element, (key, index))

    return check


_SCOPES: dict[str, tuple[type[Rule], Any]] = {
    "map": (MapRule, _check_one),
    "stage": (StageRule, _check_one),
    "touchpoint": (StageRule, _check_each("touchpoints")),
    "barrier": (StageRule, _check_each("barriers")),
    "persona": (PersonaRule, _check_one),
}


def _taken(
    made: Sequence[tuple[type[Rule], Place]], built_in: Sequence[type[Rule]]
) -> Iterator[SettingsFault]:
    seen = {word for rule in built_in for word in (rule.code, rule.name)}
    for rule, place in made:
        for word in (rule.code, rule.name):
            if word in seen:
                yield fault_at(place, f"Another rule is called {word}.", "Give it another one.")
        seen |= {rule.code, rule.name}

"""Rules that other packages bring, loaded only when the settings name the package."""

from __future__ import annotations

import inspect
import re
from typing import TYPE_CHECKING, Any

from journeycli.findings import Problem, Severity
from journeycli.model.base import Model
from journeycli.rules.base import DocumentRule, MapRule, PersonaRule, Rule, StageRule
from journeycli.settings.shapes import CODE, NAME
from journeycli.text import one_line, shorten

if TYPE_CHECKING:
    from collections.abc import Iterator
    from importlib.metadata import EntryPoint

ENTRY_POINTS = "journeycli.rules"
"""The group of entry points by which a package offers rules: classes, or lists of them."""

BASES = (MapRule, StageRule, PersonaRule, DocumentRule)
"""What a rule of another package is one of."""

_NAMING = ("name", "text", "title", "feeling", "ref", "id")
_SHOWN = 40  # cells of an element's name in a message


class PluginError(Exception):
    """A package offers no rules, or rules that cannot be used; the text says why."""


def rules_of(package: str) -> list[type[Rule]]:
    """Load the rules of an installed package; their failures become findings.

    Raises:
        PluginError: The package is not installed, offers no rules, cannot be loaded, or offers
            what is no rule.

    """
    from importlib.metadata import entry_points  # noqa: PLC0415 - few settings name packages

    offered = [
        entry
        for entry in entry_points(group=ENTRY_POINTS)
        if entry.dist is not None and _normal(entry.dist.name) == _normal(package)
    ]
    if not offered:
        raise PluginError(f"No package named {package} that offers rules is installed.")
    found = dict.fromkeys(rule for entry in offered for rule in _loaded(entry))
    return [_guarded(rule) for rule in found]


def failure(code: str, element: object, error: Exception) -> Problem:
    """Say that a rule failed on an element, so that the run can go on."""
    return Problem(
        (),
        f"The rule {code} failed on {called(element)}: {plain(error)}",
        help="This is a mistake in the rule and not in the map; the other rules ran.",
        severity=Severity.ERROR,
        once=True,
    )


def plain(error: Exception) -> str:
    """Say what went wrong in a rule: an expression in plain words, Python as Python does."""
    kind = type(error).__name__
    if kind == "JMESPathTypeError":
        wanted = " or ".join(
            _WORDS.get(each, each) for each in getattr(error, "expected_types", ())
        )
        given = _WORDS.get(getattr(error, "actual_type", ""), "something else")
        name = getattr(error, "function_name", "a function")
        return f"{name}() takes {wanted or 'something else'} and was given {given}"
    if kind == "TypeError" and "not supported between" in str(error):
        return "it compares values of two kinds, such as a number and a text"
    if kind == "TooMuchError":
        return str(error)
    if kind == "RecursionError":
        return "it nests too deep"
    return f"{kind}: {one_line(str(error))}"


_WORDS = {
    "string": "a text",
    "number": "a number",
    "array": "a list",
    "object": "a mapping",
    "boolean": "true or false",
    "null": "nothing (a key that is not there)",
}


def called(element: object) -> str:
    """Name an element for people: by its name, text, title, feeling, reference or id."""
    if not isinstance(element, Model):
        return "this file"
    names = (getattr(element, key, None) for key in _NAMING)
    name = next((each for each in names if each), None)
    return f"“{shorten(str(name), _SHOWN)}”" if name else "an element without a name"


def _loaded(entry: EntryPoint) -> Iterator[type[Rule]]:
    try:
        offered = entry.load()
    except Exception as error:  # a package may fail in any way while it is imported
        said = f"{type(error).__name__}: {one_line(str(error))}"
        raise PluginError(f"`{entry.value}` cannot be loaded: {said}.") from error
    rules: Any = [offered] if isinstance(offered, type) else offered
    if not isinstance(rules, list | tuple):
        raise PluginError(f"`{entry.value}` is neither a rule nor a list of rules.")
    for rule in rules:
        wrong = _wrong_with(rule)
        if wrong is not None:
            name = getattr(rule, "__name__", repr(rule))
            raise PluginError(f"`{entry.value}` offers {name}, which {wrong}.")
        yield rule


def _wrong_with(rule: Any) -> str | None:
    """Say what keeps a class from being a rule of somebody's own; None where nothing does."""
    if not (isinstance(rule, type) and issubclass(rule, BASES)):
        names = ", ".join(base.__name__ for base in BASES)
        return f"is no class on the basis of {names}"
    if inspect.isabstract(rule):
        return "has no `check`"
    for key, words in (("code", CODE), ("name", NAME)):
        value = getattr(rule, key, None)
        if not (isinstance(value, str) and re.search(words.pattern, value)):
            return f"has no `{key}` that is {words.what}"
    if not isinstance(getattr(rule, "summary", None), str) or not rule.summary:
        return "has no `summary`"
    severity: Any = rule.severity
    return None if isinstance(severity, Severity) else "has a `severity` that is no Severity"


def _guarded(rule: type[Rule]) -> type[Rule]:
    """Give a rule whose failures are problems like others."""
    checked = rule.check  # type: ignore[attr-defined]  # every one of BASES has it

    def check(self: Rule, element: Any, *context: Any) -> Iterator[Problem]:
        try:
            for problem in checked(self, element, *context):
                if not isinstance(problem, Problem):
                    raise TypeError(f"it yields {type(problem).__name__} and not Problem")  # noqa: TRY301 - told like every other failure
                yield problem
        except Exception as error:  # noqa: BLE001 - somebody else's code must not end our run
            yield failure(rule.code, element, error)

    namespace = {"check": check, "__doc__": rule.__doc__, "__module__": rule.__module__}
    return type(rule.__name__, (rule,), namespace)


def _normal(name: str) -> str:
    """Write a package's name in the one way that counts (PEP 503)."""
    return re.sub(r"[-_.]+", "-", name).lower()

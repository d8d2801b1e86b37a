"""The schema that editors check journey.toml with."""

from __future__ import annotations

import tomllib
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import jsonschema
import pytest

from journeycli.settings import SettingsError, settings_schema, settings_schema_text
from journeycli.settings.keys import SETTINGS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .conftest import Workspace

_FILE = Path(__file__).parents[2] / "schemas" / "journey-settings.schema.json"
_RULE = '[[rule]]\ncode = "A1"\nname = "a-b"\nscope = "map"\nrequire = "a"\nmessage = "m"\n'
_SAMPLES = (
    "",
    '"$schema" = "schemas/journey-settings.schema.json"',
    "fail-levle = 1",
    *(f"{key} = {value}"
      for key in ("select", "ignore", "extend-select")
      for value in ('["J1"]', '["j106", "no-channel"]', "[]", '"J1"', "[1]", '["J 1"]', '["-a"]',
                    '["a-"]', '[""]')),
    *(f"{key} = [{value}]"
      for key in ("include", "exclude")
      for value in ("", '"maps/"', '"!a"', '"/a/**"', '"[a-c]"', '"[!a.]x"', '"a b"', "'\\#a'",
                    '""', '" "', '"#a"', '"./a"', '"!../a"', '"a/../b"', '"a/."', '"/"', '"!"',
                    "'a\\b'", "'a\\'", '"C:/a"', '"["', '"[a"', '"a\\tb"', "3")),
    *(f"fail-level = {value}" for value in ('"error"', '"info"', '"off"', '"Error"', "1")),
    *(f"{key} = {value}"
      for key in ("evidence-months", "hypothesis-months", "stalled-months", "statement-length")
      for value in ("1", "10", "12.0", "1200", "1201", "2000", "2001", "0", "1.5", '"9"', "true")),
    *(f"today = {value}"
      for value in ("2026-11-30", '"2026-11-30"', '"2026-02-30"', '"2026-2-3"', "20261130",
                    '"2026-11-30T00:00:00"')),
    *(f"{key} = {value}"
      for key in ("baseline",)
      for value in ('"a.json"', '"a/b c.json"', '"/a"', '"~/a"', "'a\\b'", '"C:/a"', '""', "1")),
    *(f"plugins = {value}"
      for value in ("[]", '["a"]', '["acme-rules", "a.b_c"]', '["-a"]', '["a b"]', '"a"')),
    *(f"severity = {value}"
      for value in ("{}", '{J4 = "off"}', '{no-channel = "info"}', '{"J 4" = "off"}',
                    '{J4 = "of"}', '{fail-level = "error"}', '{rules = "error"}', "[]")),
    *(f"per-file-ignores = {value}"
      for value in ('{"a/*" = ["J7"]}', "{a = []}", '{a = {rules = ["J7"], reason = "b"}}',
                    "{a = {rules = []}}", '{a = {reason = "b"}}', "{a = {rules = [], x = 1}}",
                    '{a = "J7"}', '{"./a" = ["J7"]}', '{ignore = ["J7"]}', '{a = {rules = "J7"}}')),
    *(f"limits = {value}"
      for value in ("{}", "{bytes = 1, depth = 200, nodes = 1, stages = 1}", "{depth = 201}",
                    "{bytes = 0}", "{size = 1}", '{nodes = "1"}')),
    *(f"import = {value}"
      for value in ("{}", '{"Customer does" = "customer_actions"}', '{today = "thoughts"}',
                    '{Legal = "lanes.legal-checks"}', '{" " = "thoughts"}', '{a = "Thoughts"}',
                    '{a = ""}', "{a = 1}")),
    "rule = []",
    "rule = {}",
    _RULE,
    _RULE + 'severity = "info"\nwhen = "a"\ndocs = "One.\\nTwo."\n',
    _RULE + 'severity = "off"',
    _RULE + "x = 1",
    _RULE + 'docs = " "',
    *(_RULE.replace(f"{line}\n", "") for line in _RULE.splitlines()[1:]),
    *(_RULE.replace("A1", code) for code in ("ACME12", "J1", "JX1", "A", "1", "a1", "A-1")),
    *(_RULE.replace("a-b", name) for name in ("a1-b2-c", "ab", "A-b", "a--b", "a-")),
    *(_RULE.replace('"map"', scope) for scope in ('"persona"', '"maps"', "1")),
    *(_RULE.replace('"m"', message) for message in ('""', '"a\\nb"', "1")),
)  # fmt: skip


def test_the_published_schema_is_current() -> None:
    """The committed file is what the program gives."""
    assert _FILE.read_text(encoding="utf-8") == settings_schema_text()


def test_the_schema_is_one() -> None:
    """The schema keeps to its own draft, and has no reference that an editor would stumble over."""
    jsonschema.Draft202012Validator.check_schema(settings_schema())
    assert settings_schema()["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert "$ref" not in settings_schema_text()


@pytest.mark.parametrize("text", _SAMPLES)
def test_schema_and_program_agree(workspace: Workspace, text: str) -> None:
    """What the schema accepts, the program reads, and the other way round."""
    try:
        workspace.read(text)
        accepted = True
    except SettingsError:
        accepted = False
    validator = jsonschema.Draft202012Validator(
        settings_schema(), format_checker=jsonschema.Draft202012Validator.FORMAT_CHECKER
    )
    assert validator.is_valid(_as_editors_see(tomllib.loads(text))) == accepted


def test_every_key_is_documented_and_its_examples_hold(workspace: Workspace) -> None:
    """Each key has a title and a sentence, and each example is one that the schema accepts."""
    for schema in _keys(settings_schema()):
        assert schema["title"]
        assert schema["description"].endswith(".")
        for example in schema.get("examples", ()):
            jsonschema.validate(example, schema)
        if "default" in schema:
            jsonschema.validate(schema["default"], schema)


def test_the_defaults_are_those_of_the_program() -> None:
    """An editor shows the value that holds when a key is left out."""
    properties = settings_schema()["properties"]
    assert {key: each["default"] for key, each in properties.items() if "default" in each} == {
        "fail-level": "warning",
        "evidence-months": 18,
        "hypothesis-months": 6,
        "stalled-months": 6,
        "statement-length": 140,
    }
    limits = properties["limits"]["properties"]
    assert {key: each["default"] for key, each in limits.items()} == {
        "bytes": 5_000_000,
        "depth": 64,
        "nodes": 50_000,
        "stages": 500,
    }


def test_words_have_their_meaning_in_editors() -> None:
    """Each word of a closed list has a sentence, in the order of the list."""
    severity = settings_schema()["properties"]["severity"]["patternProperties"]
    (weights,) = severity.values()
    assert weights["enum"] == ["error", "warning", "info", "off"]
    assert len(weights["x-taplo"]["docs"]["enumValues"]) == 4


def test_synonyms_lead_to_keys() -> None:
    """What people may write instead of a key leads to a key that is there."""
    assert set(SETTINGS.synonyms.values()) <= set(SETTINGS.keys)
    assert not set(SETTINGS.synonyms) & set(SETTINGS.keys)


def _as_editors_see(value: Any) -> Any:
    """Give dates as text, as language servers do for TOML."""
    if isinstance(value, dict):
        return {key: _as_editors_see(each) for key, each in value.items()}
    if isinstance(value, list):
        return [_as_editors_see(each) for each in value]
    return value.isoformat() if isinstance(value, date) else value


def _keys(schema: Any) -> Iterator[dict[str, Any]]:
    if isinstance(schema, dict):
        yield from schema.get("properties", {}).values()
    for below in schema.values() if isinstance(schema, dict) else schema:
        if isinstance(below, dict | list):
            yield from _keys(below)

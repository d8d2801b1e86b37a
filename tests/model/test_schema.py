"""The published schemas: right by their own standard, and written for editors."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from jsonschema import Draft7Validator, Draft202012Validator

from journeycli.model.schema import schema, write_schemas
from journeycli.model.shapes import ROOTS, keys
from journeycli.model.vocabulary import RULES_URL

from .walk import all_models

if TYPE_CHECKING:
    from collections.abc import Iterator

    from journeycli.model.formats import Kind
    from journeycli.model.schema import Draft

FOLDER = Path(__file__).parents[2] / "schemas"
BOTH = [(kind, draft) for kind in ROOTS for draft in ("2020-12", "draft-07")]


def parts(node: Any) -> Iterator[dict[str, Any]]:
    """Give a schema and every schema in it."""
    if isinstance(node, dict):
        yield node
        for value in node.values():
            yield from parts(value)
    elif isinstance(node, list):
        for each in node:
            yield from parts(each)


def described(whole: Any) -> Iterator[tuple[str, dict[str, Any]]]:
    """Give every key that a schema describes, with what it says of it."""
    for part in parts(whole):
        properties = part.get("properties", {})
        for name, about in properties.items():
            if "not" not in about and "const" not in about:  # where keys hang on one another
                yield name, about


@pytest.mark.parametrize(("name", "text"), write_schemas().items())
def test_the_published_schemas_are_current(name: str, text: str) -> None:
    """What stands in the folder is what the models say."""
    assert (FOLDER / name).read_text(encoding="utf-8") == text


@pytest.mark.parametrize(("kind", "draft"), BOTH)
def test_schemas_are_right_by_their_standard(kind: Kind, draft: Draft) -> None:
    """Each is a schema of the draft that it names."""
    whole = schema(kind, draft)
    {"2020-12": Draft202012Validator, "draft-07": Draft7Validator}[draft].check_schema(whole)
    folder = "" if draft == "2020-12" else "draft-07/"
    assert whole["$id"] == f"https://journeycli.dev/schemas/{folder}{kind}.schema.json"


@pytest.mark.parametrize("kind", ROOTS)
def test_every_key_speaks_to_people(kind: Kind) -> None:
    """A short title and a Markdown description stand on every key, and a sentence in each."""
    for name, about in described(schema(kind)):
        if name == "$schema":
            continue
        assert re.fullmatch(r"[A-Z][\w -]{1,40}", about["title"]), name
        assert re.search(r"[.!)]$", about["description"]), name
        assert about["markdownDescription"].startswith(about["description"]), name


def test_every_key_links_its_rules() -> None:
    """The codes of the rules that look at a key are links to their pages."""
    whole = schema("journey-map")
    inhibitors = whole["$defs"]["Stage"]["properties"]["inhibitors"]
    assert inhibitors["markdownDescription"].endswith(f"Rules: [J106]({RULES_URL}/J106)")


def test_rules_are_named_by_their_codes() -> None:
    """No key names a rule that cannot be."""
    codes = {code for model in all_models() for key in keys(model) for code in key.rules}
    assert {code for code in codes if not re.fullmatch(r"J[0-9]\d\d", code)} == set()


@pytest.mark.parametrize("kind", ROOTS)
def test_closed_vocabularies_say_what_their_words_mean(kind: Kind) -> None:
    """Every enum has one description a word, with one for the word that is left out."""
    enums = [part for part in parts(schema(kind)) if isinstance(part.get("enum"), list)]
    assert enums
    for enum in enums:
        assert len(enum["enum"]) == len(enum["markdownEnumDescriptions"])
        assert all(enum["markdownEnumDescriptions"])


@pytest.mark.parametrize("kind", ROOTS)
def test_null_makes_no_noise(kind: Kind) -> None:
    """A key without a value is allowed by its type, never by a choice that editors would show."""
    for part in parts(schema(kind)):
        for choice in ("anyOf", "oneOf"):
            assert {"type": "null"} not in part.get(choice, [])


@pytest.mark.parametrize("kind", ROOTS)
def test_own_keys_are_allowed_everywhere(kind: Kind) -> None:
    """Whatever mapping refuses unknown keys lets those pass that start with `x-`."""
    closed = [part for part in parts(schema(kind)) if "additionalProperties" in part]
    assert closed
    assert [part for part in closed if part["patternProperties"] != {"^x-": {}}] == []


def test_an_editor_offers_skeletons() -> None:
    """A stage, a touchpoint and a barrier can be begun from a snippet that fits the schema."""
    definitions = schema("journey-map")["$defs"]
    offered = {
        name: [snippet["label"] for snippet in part["defaultSnippets"]]
        for name, part in definitions.items()
        if "defaultSnippets" in part
    }
    assert offered == {
        "Stage": ["stage"],
        "Touchpoint": ["touchpoint", "reference"],
        "Barrier": ["barrier"],
    }
    for name in offered:
        for snippet in definitions[name]["defaultSnippets"]:
            assert set(snippet["body"]) <= set(definitions[name]["properties"])


def test_ids_have_a_message_of_their_own() -> None:
    """An editor says in words what an id looks like, not by a pattern."""
    about = schema("journey-map")["properties"]["id"]
    assert about["patternErrorMessage"].startswith("An id is lower-case letters")


def test_known_words_are_offered_where_others_may_stand() -> None:
    """Channels and phases are open; an editor still offers the built-in ones."""
    definitions = schema("journey-map")["$defs"]
    phase = definitions["Stage"]["properties"]["phase"]
    assert phase["anyOf"] == [{"$ref": "#/$defs/phase"}, {}]
    assert "website" in definitions["channel"]["enum"]


def test_the_drafts_differ_in_name_only() -> None:
    """The older draft is for tools that know no other, and says the same."""
    new, old = schema("catalog"), schema("catalog", "draft-07")
    text = str(old).replace("#/definitions/", "#/$defs/").replace("'definitions'", "'$defs'")
    text = text.replace("schemas/draft-07/", "schemas/").replace(old["$schema"], new["$schema"])
    assert text == str(new)

"""The examples are what the project shows as good: clean, valid by the schemas, and complete."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import jsonschema
import pytest
from ruamel.yaml import YAML
from ruamel.yaml.resolver import VersionedResolver

from journeycli.model.shapes import ROOTS, ByName, Element, Items, keys
from journeycli.testing import lint_texts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from journeycli.model.base import Model
    from journeycli.model.formats import Kind
    from journeycli.model.shapes import Key, Shape

ROOT = Path(__file__).parent.parent
EXAMPLES = ROOT / "examples"
FILES = sorted(
    path
    for path in EXAMPLES.rglob("*.yaml")
    if "first-draft" not in path.relative_to(EXAMPLES).parts
)
DRAFT = EXAMPLES / "first-draft/gym-membership.journey.yaml"
KINDS: dict[str, Kind] = {"journey": "journey-map", "persona": "persona", "catalog": "catalog"}
NAMES = {path.relative_to(EXAMPLES).as_posix(): path for path in FILES}


def kind_of(name: str) -> Kind:
    return KINDS[name.split(".")[-2]]


class CoreResolver(VersionedResolver):
    """YAML 1.2's core schema: it has no dates, which are text to JSON as well."""

    @property
    def versioned_resolver(self) -> Any:
        rules = super().versioned_resolver
        return {
            first: [rule for rule in found if not rule[0].endswith(":timestamp")]
            for first, found in rules.items()
        }


@cache
def by_another_reader(path: Path) -> Any:
    """Read a file with ruamel's pure parser, which shares no code with ours."""
    yaml = YAML(typ="safe", pure=True)
    yaml.Resolver = CoreResolver
    return yaml.load(path)


def test_there_is_enough_to_look_at() -> None:
    """A catalog, four personas and six maps of real size at the least."""
    counts = {kind: sum(kind_of(name) == kind for name in NAMES) for kind in KINDS.values()}
    assert counts["journey-map"] >= 6
    assert counts["persona"] >= 4
    assert counts["catalog"] == 1


def test_the_examples_lint_clean() -> None:
    """No rule has anything to say of them, not even advice."""
    report = lint_texts({name: path.read_bytes() for name, path in NAMES.items()})
    assert [(each.place.path, each.code, each.message) for each in report.findings] == []
    assert report.suppressed == ()


@pytest.mark.parametrize("name", [name for name in NAMES if kind_of(name) == "journey-map"])
def test_a_map_is_of_real_size(name: str) -> None:
    """Six to ten stages, and three to six touchpoints in most of them."""
    data = by_another_reader(NAMES[name])
    counts = [len(stage["touchpoints"]) for stage in data["stages"] if "touchpoints" in stage]
    assert 4 <= len(data["stages"]) <= 10
    assert sum(counts) >= 2 * len(counts)


@pytest.mark.parametrize("draft", ["", "draft-07/"], ids=["2020-12", "draft-07"])
@pytest.mark.parametrize("name", NAMES)
def test_an_example_is_valid_by_the_published_schema(name: str, draft: str) -> None:
    """Editors that check against the schemas have no complaint either."""
    schema = json.loads((ROOT / f"schemas/{draft}{kind_of(name)}.schema.json").read_text("utf-8"))
    validator = jsonschema.validators.validator_for(schema)(schema)
    errors = [error.message for error in validator.iter_errors(by_another_reader(NAMES[name]))]
    assert errors == []


def test_the_first_draft_is_not_valid() -> None:
    """The schema sees a newcomer's mistakes, so the test above can fail."""
    schema = json.loads((ROOT / "schemas/journey-map.schema.json").read_text("utf-8"))
    text = DRAFT.read_text("utf-8").replace('- "Free trial" banner', "- A banner")
    data = YAML(typ="safe", pure=True).load(text)
    assert list(jsonschema.Draft202012Validator(schema).iter_errors(data))


def name_of(model: type[Model], key: Key) -> str:
    """Name a key by the mapping that it comes from: each statement has `Statement.evidence`."""
    home = next(
        each for each in model.__mro__ if key.attribute in vars(each).get("__annotations__", ())
    )
    return f"{home.__name__}.{key.name}"


def known_keys(shape: Shape, seen: set[str]) -> Iterator[str]:
    """Give every key of the format below a shape."""
    match shape:
        case Items(item):
            yield from known_keys(item, seen)
        case ByName(value):
            yield from known_keys(value, seen)
        case Element(model) if model.__name__ not in seen:
            seen.add(model.__name__)
            for key in keys(model):
                yield name_of(model, key)
                yield from known_keys(key.shape, seen)
        case _:
            pass


def used_keys(shape: Shape, data: Any) -> Iterator[str]:
    """Give every key of the format that data uses."""
    match shape:
        case Element(model) if isinstance(data, dict):
            for key in keys(model):
                if data.get(key.name) is not None:
                    yield name_of(model, key)
                    yield from used_keys(key.shape, data[key.name])
        case Items(item) if isinstance(data, list):
            for each in data:
                yield from used_keys(item, each)
        case Items(none=True) if isinstance(data, dict):
            yield "Answer.none"
        case ByName(value) if isinstance(data, dict):
            for each in data.values():
                yield from used_keys(value, each)
        case _:
            pass


def test_together_the_examples_use_every_key_of_the_format() -> None:
    """Whoever looks for how a key is used finds it in the examples."""
    known, used, seen = {"Answer.none"}, set[str](), set[str]()
    for kind in KINDS.values():
        known |= set(known_keys(Element(ROOTS[kind]), seen))
    for name, path in NAMES.items():
        used |= set(used_keys(Element(ROOTS[kind_of(name)]), by_another_reader(path)))
    assert known - used == set()
    assert used - known == set()

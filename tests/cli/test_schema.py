"""`journey schema`: JSON Schema of every kind of file, for editors."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from journeycli.cli.main import run

PUBLISHED = Path(__file__).parents[2] / "schemas"
KINDS = ("journey-map", "persona", "catalog", "journey-settings")


def printed(capsys: pytest.CaptureFixture[str], *arguments: str) -> Any:
    """Run a command that succeeds and give the JSON that it prints."""
    assert run(["schema", *arguments]) == 0
    out, err = capsys.readouterr()
    assert err == ""
    assert out.endswith("}\n")
    return json.loads(out)


@pytest.mark.parametrize("kind", KINDS)
def test_each_kind_has_its_schema(kind: str, capsys: pytest.CaptureFixture[str]) -> None:
    """What is printed is what is published, and a valid schema."""
    schema = printed(capsys, kind)
    assert schema == json.loads((PUBLISHED / f"{kind}.schema.json").read_text("utf-8"))
    jsonschema.validators.validator_for(schema).check_schema(schema)


@pytest.mark.parametrize("kind", KINDS[:3])
def test_the_older_draft_is_there_as_well(kind: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Catalogues of schemas that know no later draft get draft-07."""
    schema = printed(capsys, kind, "--draft", "draft-07")
    assert schema["$schema"] == "http://json-schema.org/draft-07/schema#"
    jsonschema.Draft7Validator.check_schema(schema)


def test_write_puts_every_schema_into_a_folder(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The folder is made; what is written is what is published, byte for byte."""
    assert run(["schema", "--write", str(tmp_path / "deep/schemas")]) == 0
    written = {
        path.relative_to(tmp_path / "deep/schemas").as_posix(): path.read_bytes()
        for path in tmp_path.rglob("*.json")
    }
    assert written == {
        path.relative_to(PUBLISHED).as_posix(): path.read_bytes()
        for path in PUBLISHED.rglob("*.json")
    }
    out, err = capsys.readouterr()
    assert (out, err.count("wrote")) == ("", len(written))


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (
            [],
            "Say which schema: journey-map, persona, catalog, walk, expanded-map or journey",
        ),
        (["jorney-map"], "Did you mean journey-map?"),
        (["persona", "--draft", "draft-7"], "Did you mean draft-07?"),
        (["journey-settings", "--draft", "draft-07"], "has no schema of draft-07"),
        (["--write", "/proc/nowhere"], "cannot be written"),
    ],
)
def test_wrong_usage(arguments: list[str], words: str, capsys: pytest.CaptureFixture[str]) -> None:
    """One clear line with exit code 2."""
    assert run(["schema", *arguments]) == 2
    out, err = capsys.readouterr()
    assert (out, words in err, "Traceback" in err) == ("", True, False)

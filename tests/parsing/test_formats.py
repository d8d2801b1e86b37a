"""What a file is: by its `format`, and by nothing else."""

from __future__ import annotations

import pytest

from journeycli.model import Catalog, JourneyMap, PersonaFile
from journeycli.parsing import parse, parse_catalog
from journeycli.source.document import read_document

from .cases import HEAD

MAP = f"{HEAD}stages: [{{id: a, name: A}}]\n"
PERSONA = "format: persona/1\nid: maya\nname: Maya\n"
CATALOG = 'format: "catalog/1"\nid: shared\n'
ANY = (
    "Write its format as the first line: `format: journey-map/1`, `format: persona/1`, "
    "`format: catalog/1` or `format: walk/1`."
)


@pytest.mark.parametrize(
    ("text", "model"), [(MAP, JourneyMap), (PERSONA, PersonaFile), (CATALOG, Catalog)]
)
def test_a_file_is_known_by_its_content(text: str, model: type) -> None:
    """The first key tells what is read, in quotes or not."""
    parsed = parse(read_document(text.encode()))
    assert isinstance(parsed.model, model)
    assert parsed.diagnoses == ()
    assert parsed.fitted.doubtful == set()


@pytest.mark.parametrize(
    ("text", "path", "message", "help_", "repair"),
    [
        (
            "id: a\nstages: []\n",
            ("format",),
            "This file does not say what it is.",
            "Write `format: journey-map/1` as its first line.",
            None,
        ),
        ("name: Maya\n", ("format",), "This file does not say what it is.", ANY, None),
        ("format: [journey-map/1]\n", ("format",), "This file does not say what it is.", ANY, None),
        (
            "format: journey_map/1\n",
            ("format",),
            "“journey_map/1” is no format of ours; did you mean `journey-map/1`?",
            "Write `format: journey-map/1`.",
            "journey-map/1",
        ),
        (
            "format: persona\n",
            ("format",),
            "“persona” is no format of ours; did you mean `persona/1`?",
            "Write `format: persona/1`.",
            "persona/1",
        ),
        (
            "format: catalog/2\n",
            ("format",),
            "“catalog/2” is a version of the format that this release cannot read.",
            "Install a newer journeycli.",
            None,
        ),
        ("format: blueprint/1\n", ("format",), "“blueprint/1” is no format of ours.", ANY, None),
        (
            "",
            (),
            "This file is empty; a map is made of keys with values.",
            "Begin it with `format: journey-map/1`; `journey new map` writes a first one.",
            None,
        ),
        (
            "- Compare offers\n",
            (),
            "This file is a list; a map is made of keys with values.",
            "Begin it with `format: journey-map/1`; `journey new map` writes a first one.",
            None,
        ),
    ],
)
def test_a_file_of_no_format_that_we_read(
    text: str, path: tuple[str, ...], message: str, help_: str, repair: str | None
) -> None:
    """J006 says what is missing or misspelt, and is the only finding of the schema."""
    parsed = parse(read_document(text.encode()))
    (found,) = parsed.diagnoses
    problem = found.problem
    assert (found.code, problem.path, problem.message) == ("J006", path, message)
    assert problem.help == help_
    assert (problem.repair.text if problem.repair else None) == repair
    assert parsed.model is None


def test_a_file_that_cannot_be_read_as_text_is_told_once() -> None:
    """Where the text breaks, its fault speaks and the schema has nothing to add."""
    document = read_document(b"\xff\xfe\x00\x01")
    assert document.faults
    assert parse(document).diagnoses == ()


def test_only_a_catalog_is_read_as_one() -> None:
    """A file with the name of a catalog may still hold something else."""
    catalog = parse_catalog(read_document(CATALOG.encode()))
    assert catalog is not None
    assert catalog.id == "shared"
    assert parse_catalog(read_document(MAP.encode())) is None
    assert parse_catalog(read_document(b"- a\n")) is None


def test_a_broken_catalog_still_declares_what_can_be_read() -> None:
    """One wrong entry does not take the others' words away."""
    text = f"{CATALOG}channels:\n- {{id: letterbox, kind: offlin}}\n- {{id: pigeon}}\n"
    catalog = parse_catalog(read_document(text.encode()))
    assert catalog is not None
    assert [each.id for each in catalog.channels] == ["letterbox", "pigeon"]


def test_keys_of_ones_own_are_not_read() -> None:
    """`x-` keys hold whatever their writer wants, and `$schema` at the root is for editors."""
    text = MAP.replace("name: A}", "name: A, x-b: {pain_points: [1]}}")
    document = read_document(f"$schema: ../a.json\nx-team: [1, {{a: b}}]\n{text}".encode())
    assert document.needs_pruning
    assert parse(document).diagnoses == ()


def test_keys_without_a_value_count_as_absent() -> None:
    """A known key that waits for its value says nothing, and what is required is missing."""
    text = f"{HEAD}summary:\nscope:\nreview: {{every: }}\nstages:\n- id: a\n  name: A\n  values:\n"
    parsed = parse(read_document(text.encode()))
    assert parsed.diagnoses == ()
    assert isinstance(parsed.model, JourneyMap)
    assert parsed.model.stages[0].values.state == "unanswered"

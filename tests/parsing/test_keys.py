"""Unknown and missing keys: codes, places, words and repairs."""

from __future__ import annotations

import pytest

from journeycli.findings import RepairKind

from .cases import HEAD, STAGE, Case, diagnoses, in_stage, name, told
from .key_cases import KEYS, MISSING, MISSING_IN_FILES


@pytest.mark.parametrize("case", KEYS, ids=name)
def test_a_key_that_the_format_does_not_have(case: Case) -> None:
    """J003 says which key was meant, or where the key belongs, or which there are."""
    found = in_stage(case)
    assert told(found) == [case._replace(text="", code="J003")]
    assert all(each.problem.on_key for each in found)


@pytest.mark.parametrize("case", MISSING, ids=name)
def test_a_key_that_is_missing(case: Case) -> None:
    """J005 names what lacks the key, and says what the key would say."""
    assert told(in_stage(case)) == [case._replace(text="", code="J005")]


@pytest.mark.parametrize("case", MISSING_IN_FILES, ids=name)
def test_a_key_that_a_file_misses(case: Case) -> None:
    """A key without a value is missing as well; an id is suggested where there is a name."""
    assert told(diagnoses(case.text)) == [case._replace(text="", code="J005")]


def test_two_missing_keys_are_two_findings() -> None:
    """What an element lacks is told at once, and not one key a run."""
    found = diagnoses(f"{HEAD}stages:\n- phase: use\n")
    assert [(each.code, each.problem.path, each.problem.message) for each in found] == [
        ("J005", ("stages", 0, "id"), "This stage has no `id`."),
        ("J005", ("stages", 0, "name"), "This stage has no `name`."),
    ]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("barriers: [{text: a, severity: hgih}]", RepairKind.REPLACE),
        ("pain_points: [a]", RepairKind.RENAME),
        ("values:\n      - A thing: to say", RepairKind.QUOTE),
    ],
)
def test_a_repair_stands_at_the_path_that_it_mends(text: str, kind: RepairKind) -> None:
    """The value is replaced, the key renamed, the sentence quoted; each is safe."""
    (found,) = diagnoses(f"{STAGE}{text}\n")
    repair = found.problem.repair
    assert repair is not None
    assert (repair.kind, repair.path, repair.safe) == (kind, found.problem.path, True)

"""Every kind of refusal of a value: its code, place, words and repair."""

from __future__ import annotations

import pytest

from journeycli.parsing.phrases import HINTS, NEXT_STEPS, SAFE_HINTS, WANTED

from .cases import Case, diagnoses, in_map, in_stage, name, told
from .scalar_cases import DAYS, NUMBERS, SCORES, WORDS
from .shape_cases import MAPS, OTHERS, SHAPES


@pytest.mark.parametrize("case", [*SCORES, *NUMBERS, *DAYS, *WORDS, *SHAPES], ids=name)
def test_a_value_that_is_refused(case: Case) -> None:
    """J002 names the value, says what belongs there, and brings a repair where one is sure."""
    assert told(in_stage(case)) == [case._replace(text="")]


@pytest.mark.parametrize("case", MAPS, ids=name)
def test_a_value_of_the_map_that_is_refused(case: Case) -> None:
    """The same holds for what stands beside the stages."""
    assert told(in_map(case)) == [case._replace(text="")]


@pytest.mark.parametrize("case", OTHERS, ids=name)
def test_a_value_of_a_whole_file_that_is_refused(case: Case) -> None:
    """Stages, personas and catalogs are held to the same words."""
    assert told(diagnoses(case.text)) == [case._replace(text="")]


def test_every_phrase_is_said_somewhere() -> None:
    """Each phrase that a refusal can be made of is seen in these cases, so none is dead."""
    cases = [*SCORES, *NUMBERS, *DAYS, *WORDS, *SHAPES, *MAPS, *OTHERS]
    said = "\n".join(f"{case.message}\n{case.help}" for case in cases)
    wanted = {phrase.partition(";")[0] for phrase in WANTED.values()}
    silent = {each for each in (*HINTS.values(), *NEXT_STEPS.values(), *wanted) if each not in said}
    assert silent == set()
    assert SAFE_HINTS - HINTS.keys() == {"flag_word"}

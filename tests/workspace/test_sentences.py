"""What barriers say: the same sentence is found again, in another stage and in another file."""

from __future__ import annotations

import pytest

from journeycli.source.document import read_document
from journeycli.workspace.facts import Facts, facts_of
from journeycli.workspace.index import Locator, file_facts, paths_of
from journeycli.workspace.sentences import barrier_sentences


def facts(*stages: str) -> Facts:
    """Take the facts of a map whose stages hold these barriers, in flow style."""
    written = "".join(f"  - {{id: stage, barriers: [{each}]}}\n" for each in stages)
    found = facts_of(read_document(f"format: journey-map/1\nstages:\n{written}".encode()).data)
    assert found is not None
    return found


def hashes(*stages: str) -> list[int]:
    return [each.hash for each in barrier_sentences(facts(*stages))]


@pytest.mark.parametrize(
    "other",
    ["nobody picks up", "Nobody  picks\tup", "Nobody picks up.", "{text: Nobody picks up!}"],
)
def test_texts_that_a_reader_takes_for_one_have_one_hash(other: str) -> None:
    """Capitals, spaces, the mark at the end and the way it is written make no difference."""
    assert hashes("Nobody picks up") == hashes(other)


def test_other_texts_have_another_hash() -> None:
    """A barrier that says something else is another barrier, whatever its id."""
    assert hashes("{id: late, text: Nobody picks up}") != hashes("{id: late, text: It is late}")


def test_a_text_counts_once_a_stage() -> None:
    """Twice in one stage is a slip of the pen and no barrier that comes back."""
    assert len(hashes("Nobody picks up, Nobody picks up", "Nobody picks up")) == 2


@pytest.mark.parametrize("empty", ["TBD", "none", '"..."', "{id: nobody-picks-up}", "[a, b]"])
def test_what_says_nothing_has_no_hash(empty: str) -> None:
    """Two barriers that nobody has written yet are not one barrier."""
    assert hashes(empty) == []


def test_a_hash_leads_back_to_the_places() -> None:
    """The rule keeps a number; the finding stands at the barrier, wherever it is in its stage."""
    found = facts("It is late", "Cold, {id: late, text: Nobody picks up}", "nobody picks up.")
    kept = file_facts("a.journey.yaml", found)
    same = kept.barriers[-1]
    assert kept.barrier_words(same) == "Nobody picks up"
    assert paths_of(found, Locator("says", "barrier", str(same))) == [
        ("stages", 1, "barriers", 1),
        ("stages", 2, "barriers", 0),
    ]


def test_a_long_text_is_kept_short() -> None:
    """What stays in memory of a barrier does not grow with what its writer wrote."""
    long = "Nobody picks up the phone " * 100
    kept = file_facts("a.journey.yaml", facts(f"{{text: {long}}}", f"{{text: {long} at noon}}"))
    assert len(set(kept.barriers)) == 2
    assert len(kept.barrier_texts) <= 2 * 50 + 1

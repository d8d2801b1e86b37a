"""A list in a list is read as one where lines below go on with it."""

from __future__ import annotations

from journeycli.source.document import read_document


def test_keys_that_go_on_below_are_no_sentence() -> None:
    """`- - text: …` with the next key below is YAML; quotes around it would break the file."""
    document = read_document(b"needs:\n  - - text: One person who knows\n      met: no\n")
    assert document.faults == ()
    assert document.data == {"needs": [[{"text": "One person who knows", "met": "no"}]]}


def test_a_sentence_behind_two_dashes_stays_one() -> None:
    """A line by itself is a sentence that begins with a dash, or one dash too many."""
    document = read_document(b"needs:\n  - - text: One person who knows\n  - met\n")
    (fault,) = document.faults
    assert fault.message.startswith("This sentence starts with a dash")

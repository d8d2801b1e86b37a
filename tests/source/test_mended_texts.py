"""What holds for every text that reading had to mend."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import assume, given, settings

from strategies import slipped_texts, yaml_texts

from .reading import codes, mended, read

if TYPE_CHECKING:
    from strategies import Value


@settings(max_examples=60)
@given(yaml_texts())
def test_what_is_right_below_a_broken_sentence_stays_as_it_is(case: tuple[str, Value]) -> None:
    """Looking ahead for more broken sentences changes nothing that YAML reads."""
    text, meant = case
    text = text[text.find("---") :].partition("\n")[2] if "---" in text[:20] else text
    first = "- @x\n" if isinstance(meant, list) else "broken: @x\n"
    assume(not isinstance(meant, dict) or "broken" not in meant)
    whole: Value = ["@x", *meant] if isinstance(meant, list) else {"broken": "@x"}
    if isinstance(whole, dict) and isinstance(meant, dict):
        whole = {**whole, **meant}
    document = read(first + text)
    assert (document.data, codes(document)) == (whole, ["J001"])


@settings(max_examples=100)
@given(slipped_texts())
def test_after_its_fixes_a_text_reads_the_same(text: str) -> None:
    """Where reading went on, applying the fixes gives the data that was read, without J001."""
    document = read(text)
    assume(document.data is not None)
    after = mended(document)
    assert after.data == document.data
    assert [fault.message for fault in after.faults if fault.fix] == []

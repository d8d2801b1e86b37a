"""What is wrong with a scalar, and what was meant by it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from journeycli.model import scalars
from journeycli.model.vocabulary import METHODS
from journeycli.text import Quoted

from .kinds import (
    COUNT,
    FLAG,
    IMAGE,
    LINK,
    NUMBER,
    ONE_TO_FIVE,
    SCORE,
    SEVERITY,
    SHARE,
    TEXT,
    WHEN,
)
from .refused import refusal

if TYPE_CHECKING:
    from journeycli.model.scalars import Scalar


def numeric(
    written: str, suggestion: str | None, hint: str | None, low: int | None, high: int | None
) -> dict[str, Any]:
    return {
        "value": written,
        "suggestion": suggestion,
        "hint": hint,
        "minimum": low,
        "maximum": high,
    }


@pytest.mark.parametrize(
    ("written", "suggestion", "hint"),
    [
        ("4", None, "another_scale"),
        ("-5", None, "another_scale"),
        ("10", None, "another_scale"),
        ("85", None, "range"),
        ("0.3", "0.5", "halves"),
        ("-1.75", "-2", "halves"),
        ("−1", "-1", "minus_sign"),
        ("–1,5", "-1.5", "decimal_comma"),
        ("−4", None, "another_scale"),
        (Quoted("1"), "1", "quoted"),
        (Quoted("4"), None, "another_scale"),
        ("1,5", "1.5", "decimal_comma"),
        ("60%", None, "percent"),
        ("2 stars", "2", "unit"),
        (".inf", None, "not_finite"),
        ("-.INF", None, "not_finite"),
        (".nan", None, "not_finite"),
        ("1e999", None, "not_finite"),
        ("0x1", None, "base"),
        ("0o1", None, "base"),
        ("good", None, None),
        ("true", None, None),
        (" ", None, None),
        ("9" * 100, None, None),
    ],
)
def test_a_refused_score_says_what_was_meant(
    written: str, suggestion: str | None, hint: str | None
) -> None:
    """A refused score comes with its scale, what stands in the way, and what was meant."""
    assert refusal(SCORE, written) == (
        "journey.score",
        numeric(str(written), suggestion, hint, -2, 2),
    )


@pytest.mark.parametrize(
    ("scalar", "written", "kind", "context"),
    [
        (SHARE, "60%", "journey.share", numeric("60%", "0.6", "percent", 0, 1)),
        (SHARE, "7.3 %", "journey.share", numeric("7.3 %", "0.073", "percent", 0, 1)),
        (SHARE, "38", "journey.share", numeric("38", "0.38", "percent", 0, 1)),
        (SHARE, "1.2", "journey.share", numeric("1.2", None, "range", 0, 1)),
        (SHARE, "-0.1", "journey.share", numeric("-0.1", None, "range", 0, 1)),
        (SHARE, "0,4", "journey.share", numeric("0,4", "0.4", "decimal_comma", 0, 1)),
        (NUMBER, "1_000", "journey.number", numeric("1_000", "1000", "thousands", None, None)),
        (NUMBER, "12 000", "journey.number", numeric("12 000", "12000", "thousands", None, None)),
        (
            NUMBER,
            "1,234,567",
            "journey.number",
            numeric("1,234,567", "1234567", "thousands", None, None),
        ),
        (NUMBER, "€39", "journey.number", numeric("€39", "39", "unit", None, None)),
        (NUMBER, "3 days", "journey.number", numeric("3 days", "3", "unit", None, None)),
        (NUMBER, "12:30", "journey.number", numeric("12:30", None, None, None, None)),
        (COUNT, "0", "journey.whole", numeric("0", None, "range", 1, None)),
        (COUNT, "1.5", "journey.whole", numeric("1.5", None, "fraction", 1, None)),
        (COUNT, "1,200", "journey.whole", numeric("1,200", "1200", "thousands", 1, None)),
        (ONE_TO_FIVE, "6", "journey.whole", numeric("6", None, "range", 1, 5)),
        (ONE_TO_FIVE, Quoted("5"), "journey.whole", numeric("5", "5", "quoted", 1, 5)),
    ],
)
def test_a_refused_number_says_what_was_meant(
    scalar: Scalar, written: str, kind: str, context: dict[str, Any]
) -> None:
    """A refused number comes with its bounds, what stands in the way, and what was meant."""
    assert refusal(scalar, written) == (kind, context)


@pytest.mark.parametrize(
    ("written", "suggestion", "hint"),
    [
        ("30.09.2026", "2026-09-30", "date_format"),
        ("9/30/2026", "2026-09-30", "date_format"),
        ("4/4/2026", "2026-04-04", "date_format"),
        ("3/4/2026", None, "day_order"),
        ("2026/9/3", "2026-09-03", "date_format"),
        ("2026-9", "2026-09", "date_format"),
        ("2026-09-30T10:00:00Z", "2026-09-30", "date_format"),
        ("09/2026", "2026-09", "date_format"),
        ("Q3 2026", "2026-09", "date_format"),
        ("2026-Q1", "2026-03", "date_format"),
        ("30 September 2026", "2026-09-30", "date_format"),
        ("Sept. 2026", "2026-09", "date_format"),
        ("2026-02-30", None, "no_such_day"),
        ("2026-13", None, "no_such_day"),
        ("31.11.2026", None, "no_such_day"),
        ("2500", None, "year_range"),
        ("0326-01", None, "year_range"),
        ("2026-09-30\n", "2026-09-30", "date_format"),
        ("last spring", None, None),
        ("٢٠٢٦", None, None),
    ],
)
def test_a_refused_date_says_what_was_meant(
    written: str, suggestion: str | None, hint: str | None
) -> None:
    """A date that is none comes with the date as the format has it, if that can be told."""
    assert refusal(WHEN, written) == (
        "journey.day",
        {"value": written, "suggestion": suggestion, "hint": hint},
    )


@pytest.mark.parametrize(
    ("written", "suggestion", "hint"),
    [
        ("yes", "true", "flag_word"),
        ("Off", "false", "flag_word"),
        ("1", "true", "flag_word"),
        ("tRUE", "true", "flag_word"),
        (Quoted("true"), "true", "quoted"),
        ("maybe", None, None),
    ],
)
def test_a_refused_flag_says_what_was_meant(
    written: str, suggestion: str | None, hint: str | None
) -> None:
    """Only `true` and `false` are truth values; what else people write is understood."""
    assert refusal(FLAG, written) == (
        "journey.flag",
        {"value": str(written), "suggestion": suggestion, "hint": hint},
    )


@pytest.mark.parametrize(
    ("written", "suggestion", "hint"),
    [
        ("High", "high", "spelling"),
        ("critcal", "critical", "spelling"),
        ("major", "high", "synonym"),
        ("BLOCKER", "critical", "synonym"),
        ("red", None, None),
        ("", None, None),
    ],
)
def test_a_refused_word_says_what_was_meant(
    written: str, suggestion: str | None, hint: str | None
) -> None:
    """A word outside its vocabulary comes with all its words, and the one that was meant."""
    assert refusal(SEVERITY, written) == (
        "journey.word",
        {
            "value": written,
            "suggestion": suggestion,
            "hint": hint,
            "vocabulary": "severity",
            "allowed": ["low", "medium", "high", "critical"],
        },
    )


def test_a_synonym_may_be_written_in_any_way() -> None:
    """Hyphens, underscores, spaces and capitals make no other word."""
    for written in ("Net Promoter Score", "net-promoter-score", "net_promoter_score"):
        assert refusal(scalars.word(METHODS), written)[1]["suggestion"] == "nps"


@pytest.mark.parametrize(
    ("written", "suggestion", "hint"),
    [
        ("www.example.com/a", "https://www.example.com/a", "scheme"),
        ("example.com", "https://example.com", "scheme"),
        ("//example.com", "https://example.com", "scheme"),
        ("ines@example.com", "mailto:ines@example.com", "scheme"),
        ("https://example.com/a b", "https://example.com/a%20b", "white_space"),
        ("javascript:alert(1)", None, "scheme"),
        ("data:text/html,x", None, "scheme"),
        ("ftp://example.com", None, "scheme"),
        ("https://", None, None),
        ("", None, None),
    ],
)
def test_a_refused_link_says_what_was_meant(
    written: str, suggestion: str | None, hint: str | None
) -> None:
    """Only what a picture may link to is a link."""
    assert refusal(LINK, written) == (
        "journey.link",
        {"value": written, "suggestion": suggestion, "hint": hint},
    )


@pytest.mark.parametrize(
    ("written", "suggestion", "hint"),
    [
        ("/etc/passwd", None, "absolute"),
        ("~/a.png", None, "absolute"),
        ("C:/a.png", None, "absolute"),
        ("\\\\server\\a.png", None, "absolute"),
        ("../a.png", None, "parent"),
        ("images/../../a.png", None, "parent"),
        ("images\\..\\a.png", None, "parent"),
        ("images\\a.png", "images/a.png", "backslash"),
        ("https://example.com/a.png", None, "web"),
        ("", None, None),
    ],
)
def test_a_refused_image_says_what_was_meant(
    written: str, suggestion: str | None, hint: str | None
) -> None:
    """An image is a path below the file's own folder, with forward slashes."""
    assert refusal(IMAGE, written) == (
        "journey.image",
        {"value": written, "suggestion": suggestion, "hint": hint},
    )


@pytest.mark.parametrize(
    "scalar", [NUMBER, SHARE, COUNT, WHEN, FLAG, SEVERITY, LINK, IMAGE], ids=lambda s: s.name
)
@pytest.mark.parametrize(
    "piece", ["1", "1,", "-", "a.", "a@a.", "../", "https://", "1 ", "%", "12.12.", "www."]
)
def test_a_flood_of_text_is_refused_in_one_go(scalar: Scalar, piece: str) -> None:
    """However long and however odd, a text is refused without a search that grows out of hand."""
    kind, context = refusal(scalar, piece * 200_000 + "\x00")
    assert kind.startswith("journey.")
    assert context["suggestion"] is None


def test_a_flood_that_begins_like_an_address_is_refused_in_one_go() -> None:
    """Nor does what could be an e-mail address at every point of it."""
    kind, context = refusal(LINK, "a@" + "a." * 200_000 + "/")
    assert (kind, context["suggestion"]) == ("journey.link", None)


@pytest.mark.parametrize(
    "written", [None, [], {}, "", " \n", "\u3000", "\ufeff", "\x85", "a\ud800"]
)
def test_text_must_say_something(written: object) -> None:
    """Nothing, blank text, a list, a mapping and broken Unicode are no text."""
    assert refusal(TEXT, written) == ("journey.text", {"expected": "text"})

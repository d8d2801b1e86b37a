"""The words of the format: each with a meaning, and with what people write instead."""

from __future__ import annotations

from typing import TYPE_CHECKING, get_args

import pytest

from journeycli.model import vocabulary
from journeycli.model.channels import CHANNELS
from journeycli.model.feelings import feelings, sign
from journeycli.model.phases import BEATS, PHASE, PHASES, Beat, Phase
from journeycli.model.scalars import Scalar
from journeycli.model.shapes import Items, Shape, keys
from journeycli.model.synonyms import all_synonyms
from journeycli.model.vocabulary import CHANNEL_KINDS
from journeycli.model.walk import HAPPENED, Happened

from .walk import all_models

if TYPE_CHECKING:
    from journeycli.model.words import Vocabulary

PAIRS = [
    (vocabulary.State, vocabulary.STATES),
    (vocabulary.Maturity, vocabulary.MATURITIES),
    (vocabulary.Scale, vocabulary.SCALES),
    (vocabulary.Level, vocabulary.LEVELS),
    (vocabulary.Cadence, vocabulary.CADENCES),
    (vocabulary.Layer, vocabulary.LAYERS),
    (vocabulary.Met, vocabulary.MET),
    (vocabulary.Cause, vocabulary.CAUSES),
    (vocabulary.Severity, vocabulary.SEVERITIES),
    (vocabulary.MeasureKind, vocabulary.MEASURE_KINDS),
    (vocabulary.MeasureStatus, vocabulary.MEASURE_STATUSES),
    (vocabulary.TouchpointStatus, vocabulary.TOUCHPOINT_STATUSES),
    (vocabulary.ResourceStatus, vocabulary.RESOURCE_STATUSES),
    (vocabulary.Method, vocabulary.METHODS),
    (vocabulary.Respondents, vocabulary.RESPONDENTS),
    (vocabulary.MetricKind, vocabulary.METRIC_KINDS),
    (vocabulary.Direction, vocabulary.DIRECTIONS),
    (Happened, HAPPENED),
    (vocabulary.ChannelKind, vocabulary.CHANNEL_KINDS),
    (vocabulary.Relationship, vocabulary.RELATIONSHIPS),
    (Phase, PHASE),
]


@pytest.mark.parametrize(("literal", "table"), PAIRS, ids=lambda each: getattr(each, "name", ""))
def test_types_and_tables_hold_the_same_words(literal: object, table: Vocabulary) -> None:
    """Whoever matches on a word and whoever shows it see the same words, in the same order."""
    assert get_args(literal) == tuple(table.words)


def test_every_vocabulary_of_the_format_is_held_to_that() -> None:
    """No model uses a closed vocabulary that the test above leaves out."""
    used = {
        words.name: words
        for model in all_models()
        for key in keys(model)
        if (words := _closed(key.shape)) is not None
    }
    del used["format"]  # one word a kind of file
    assert set(used) == {table.name for _, table in PAIRS}


def test_every_word_has_a_meaning() -> None:
    """A meaning is one line that does not merely repeat the word."""
    for _, table in PAIRS:
        for word, meaning in table.words.items():
            assert meaning.strip() == meaning
            assert meaning.lower() not in ("", word)
            assert "\n" not in meaning


def test_synonyms_lead_to_words() -> None:
    """A synonym stands for one word of its vocabulary only, and is none of them itself."""
    words = {table.name: table.words for _, table in PAIRS} | {"channel": CHANNELS}
    for name, other, word in all_synonyms():
        assert word in words[name]
        assert other.replace(" ", "-") not in words[name]
    seen = [(name, other) for name, other, _ in all_synonyms()]
    assert len(seen) == len(set(seen))


@pytest.mark.parametrize(
    ("table", "written", "expected"),
    [
        (vocabulary.MEASURE_STATUSES, "in progress", "doing"),
        (vocabulary.MEASURE_STATUSES, "In_Progress", "doing"),
        (vocabulary.CADENCES, "quarterly", "quarter"),
        (PHASE, "consideration", "comparison"),
        (PHASE, "zebra", None),
    ],
)
def test_synonyms_go_by_meaning(table: Vocabulary, written: str, expected: str | None) -> None:
    """What people write instead of a word leads to it, however it is written."""
    assert table.synonym(written) == expected


def test_every_channel_has_a_kind() -> None:
    """A built-in channel is digital, voice, physical or social."""
    assert {channel.kind for channel in CHANNELS.values()} == set(CHANNEL_KINDS.words)


def test_beats_are_made_of_phases() -> None:
    """What a lifecycle must show is told by the built-in phases."""
    assert tuple(BEATS) == get_args(Beat)
    assert set().union(*BEATS.values()) <= set(PHASES)


@pytest.mark.parametrize(
    ("feeling", "expected"),
    [
        ("furious", -1),
        ("Relieved", 1),
        ("very angry", -1),
        ("a bit worried", -1),
        ("taken for a ride", -1),
        ("well informed", 1),
        ("surprised", 0),
        ("not happy", None),
        ("very", None),
        ("neugierig", None),
        ("", None),
    ],
)
def test_feelings_carry_a_sign(feeling: str, expected: int | None) -> None:
    """A common feeling is good, bad or neither; of others nothing is said."""
    assert sign(feeling) == expected


def test_no_feeling_is_listed_twice() -> None:
    """A feeling is not good and bad at once."""
    assert len(feelings()) == len(set(feelings()))
    assert all(sign(feeling) is not None for feeling in feelings())


def _closed(shape: Shape) -> Vocabulary | None:
    if isinstance(shape, Items):
        return _closed(shape.item)
    return shape.vocabulary if isinstance(shape, Scalar) and "enum" in shape.json else None

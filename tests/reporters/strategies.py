"""Reports as Hypothesis draws them: any place, odd texts, odd paths, every part there or not."""

from __future__ import annotations

from hypothesis import strategies as st

from journeycli.findings import (
    Edit,
    Finding,
    Fix,
    Place,
    Position,
    Related,
    Severity,
    Suppression,
)

from .samples import MAP, PERSONA, report

_TEXTS = st.one_of(
    st.text(max_size=20),
    st.sampled_from(
        [
            "##vso[task.setvariable variable=a]b",
            "::add-mask::x",
            "\x1b[31mred\x07",
            "a\r\nb\tc",
            "100 %, really: ]; &<>\"'",
            "\udcff \ufffe \u202e \u2028 \x85",
            "[here](1) {0} 𝒜 👩‍👩‍👧",
            "料金ページで比較する人",
        ]
    ),
)
_PATHS = st.one_of(
    st.sampled_from(
        [
            MAP,
            PERSONA,
            "maps/100 %, a:b.journey.yaml",
            "/elsewhere/日本.catalog.yaml",
            "maps/not utf-8 \udcff.journey.yaml",
            "::notice::.journey.yaml",
        ]
    )
)
_POSITIONS = st.builds(Position, st.integers(1, 20), st.integers(1, 60))


@st.composite
def places(draw: st.DrawFn) -> Place:
    start, end = sorted([draw(_POSITIONS), draw(_POSITIONS)])
    return Place(draw(_PATHS), start, end)


_ATS = st.sampled_from(
    ["", "titel", "stages[compare].values", "stages[0].emotions[2].score", "a.b[c", "x y[料金]"]
)
_FINDINGS = st.builds(
    Finding,
    code=st.sampled_from(["J003", "J106", "J306", "J903", "ACME1"]),
    name=st.sampled_from(["unknown-key", "of our own"]),
    severity=st.sampled_from(Severity),
    message=_TEXTS,
    help=st.none() | _TEXTS,
    url=st.sampled_from([None, "https://example.com/rules/J003"]),
    place=places(),
    at=_ATS,
    fix=st.none()
    | st.builds(
        Fix,
        title=_TEXTS,
        safe=st.booleans(),
        edits=st.lists(st.builds(Edit, places(), _TEXTS), max_size=2).map(tuple),
    ),
    related=st.lists(st.builds(Related, places(), _TEXTS), max_size=2).map(tuple),
    suppressed=st.none()
    | st.builds(
        Suppression,
        kind=st.sampled_from(["comment", "settings", "baseline"]),
        reason=st.none() | _TEXTS,
        until=st.sampled_from([None, "2027-03-31"]),
    ),
    stage=st.none() | _TEXTS,
)
REPORTS = st.lists(_FINDINGS, max_size=6).map(lambda findings: report(*findings))

"""CJML: planned and actual journeys, as tools write them and as they should."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import settings as profile
from hypothesis import strategies as st

from interchanged import errors_of, only, remarks_of
from journeycli.errors import UserError
from journeycli.interchange.cjml import read
from journeycli.interchange.draft import Asked

PLANNED = """\
<plannedJourney>
  <journeyID>PJ1</journeyID>
  <journeyPhases>
    <journeyPhase phaseID="p1"><phaseName>Order</phaseName>
      <phaseDescription>From shelf to slip.</phaseDescription></journeyPhase>
    <journeyPhase phaseID="p2"><phaseName>Fetch</phaseName></journeyPhase>
  </journeyPhases>
  <actors>
    <endUser actorID="reader"><actorName>The reader</actorName></endUser>
    <serviceProvider actorID="library"><companyName>City library</companyName></serviceProvider>
    <serviceProvider actorID="van"/>
  </actors>
  <touchpoints>
    <plannedCommunicationPoint><touchpointID>T1</touchpointID><belongsTo phaseIDref="p1"/>
      <initiator><refersTo actorIDref="reader"/><initiatorLabel>Orders a book</initiatorLabel>
      </initiator><receiver><refersTo actorIDref="library"/><receiverLabel>Takes the order
      </receiverLabel></receiver><channel><channelName>internetViaPC</channelName></channel>
    </plannedCommunicationPoint>
    <plannedCommunicationPoint><touchpointID>T2</touchpointID><belongsTo phaseIDref="p1"/>
      <initiator><refersTo actorIDref="library"/><initiatorLabel>Asks for the book</initiatorLabel>
      </initiator><receiver><refersTo actorIDref="van"/><receiverLabel>Notes it</receiverLabel>
      </receiver><channel><channelName>Pigeon</channelName></channel></plannedCommunicationPoint>
    <plannedCommunicationPoint><touchpointID>T3</touchpointID><belongsTo phaseIDref="p2"/>
      <initiator><refersTo actorIDref="library"/><initiatorLabel>Says that it is there
      </initiatorLabel></initiator><receiver><refersTo actorIDref="reader"/>
      <receiverLabel>Reads the text message</receiverLabel></receiver>
      <channel><channelName>SMS</channelName></channel></plannedCommunicationPoint>
    <plannedAction><touchpointID>T4</touchpointID><belongsTo phaseIDref="p2"/>
      <initiator><refersTo actorIDref="reader"/><initiatorLabel>Walks there</initiatorLabel>
      </initiator></plannedAction>
  </touchpoints>
</plannedJourney>
"""
ACTUAL = """\
<actualJourney>
  <journeyID>AJ1</journeyID><plannedReference>PJ1</plannedReference>
  <journeyShortSummary>Two walks for one book.</journeyShortSummary>
  <journeyStatus>completed</journeyStatus>
  <actors><endUser actorIDref="reader"/></actors>
  <touchpoints>
    <actualCommunicationPoint><touchpointID>T1</touchpointID><belongsTo phaseIDref="p1"/>
      <initiator><refersTo actorIDref="reader"/><initiatorLabel>Orders a book</initiatorLabel>
      </initiator><receiver><refersTo actorIDref="Library desk"/>
      <receiverLabel>Takes it</receiverLabel></receiver>
      <comment>On a Sunday</comment>
      <touchpointExperience><experienceDescription>pleased</experienceDescription>
      <experienceRating>4</experienceRating></touchpointExperience></actualCommunicationPoint>
    <actualAction><touchpointID>T9</touchpointID><belongsTo phaseIDref="p2"/>
      <initiator><refersTo actorIDref="reader"/><initiatorLabel>Walks there in vain</initiatorLabel>
      </initiator><touchpointExperience><experienceRating>Very dissatisfied</experienceRating>
      </touchpointExperience></actualAction>
    <actualAction><touchpointID>T4</touchpointID><belongsTo phaseIDref="p2"/>
      <initiator><refersTo actorIDref="reader"/><initiatorLabel>Walks there</initiatorLabel>
      </initiator></actualAction>
  </touchpoints>
</actualJourney>
"""


def document(*journeys: str) -> str:
    """Wrap journeys as a file."""
    return f'<?xml version="1.0"?>\n<CJML version="2.0">\n{"".join(journeys)}</CJML>\n'


def test_a_planned_journey() -> None:
    """Phases are stages, end users personas, points what either side does."""
    draft = only(read, document(PLANNED))
    assert draft.data == {
        "format": "journey-map/1",
        "id": "pj1",
        "title": "PJ1",
        "personas": [{"id": "the-reader", "name": "The reader"}],
        "scenario": "The journey as it was planned.",
        "channels": [{"id": "pigeon", "name": "Pigeon"}],
        "departments": [
            {"id": "city-library", "name": "City library"},
            {"id": "van", "name": "van"},
        ],
        "stages": [
            {
                "id": "order",
                "name": "Order",
                "summary": "From shelf to slip.",
                "touchpoints": [
                    {"id": "t1", "name": "Orders a book", "channel": "website"},
                    {"id": "t2", "name": "Asks for the book", "channel": "pigeon"},
                ],
                "customer_actions": [{"text": "Orders a book", "touchpoint": "t1"}],
                "company_actions": [
                    {
                        "text": "Takes the order",
                        "layer": "frontstage",
                        "department": "city-library",
                        "touchpoint": "t1",
                    },
                    {
                        "text": "Asks for the book",
                        "layer": "backstage",
                        "department": "city-library",
                        "touchpoint": "t2",
                    },
                    {
                        "text": "Notes it",
                        "layer": "backstage",
                        "department": "van",
                        "touchpoint": "t2",
                    },
                ],
                "handoffs": [{"from": "city-library", "to": "van", "what": "Asks for the book"}],
            },
            {
                "id": "fetch",
                "name": "Fetch",
                "touchpoints": [{"id": "t3", "name": "Says that it is there", "channel": "sms"}],
                "company_actions": [
                    {
                        "text": "Says that it is there",
                        "layer": "frontstage",
                        "department": "city-library",
                        "touchpoint": "t3",
                    }
                ],
                "customer_actions": [
                    {"text": "Reads the text message", "touchpoint": "t3"},
                    "Walks there",
                ],
            },
        ],
    }
    assert remarks_of(draft) == [("kept", "line 21")]
    assert errors_of(draft) == []


def test_an_actual_journey_is_held_against_its_plan() -> None:
    """What is not in the plan is ad hoc, what did not happen a barrier; ratings become scores."""
    _, actual = read(document(PLANNED, ACTUAL).encode(), Asked())
    order, fetch = actual.data["stages"]
    assert actual.data["scenario"] == (
        "The journey as one customer lived it; the plan for it is PJ1."
    )
    assert order["customer_actions"] == [
        {"text": "Orders a book", "touchpoint": "t1", "feeling": "pleased", "score": 1}
    ]
    assert order["barriers"] == [
        {"text": "Was planned and did not happen: Asks for the book", "touchpoint": "t2"}
    ]
    assert order["lanes"] == {"notes": ["Orders a book: comment On a Sunday"]}
    assert fetch["barriers"] == [
        {"text": "Was planned and did not happen: Says that it is there", "touchpoint": "t3"}
    ]
    assert fetch["customer_actions"] == [
        {"text": "Walks there in vain", "score": -2},
        "Walks there",
    ]
    assert fetch["lanes"] == {"deviations": ["Happened without being planned: Walks there in vain"]}
    assert errors_of(actual) == []
    kinds = [kind for kind, _ in remarks_of(actual)]
    assert {"guessed", "left out"} <= set(kinds)


@pytest.mark.parametrize(
    ("compliance", "lane", "barrier"),
    [
        ("failing", None, "Did not go as planned: Rings"),
        ("missing", None, "Was planned and did not happen: Rings"),
        ("adHoc", "Happened without being planned: Rings", None),
        ("completed", None, None),
    ],
)
def test_compliance(compliance: str, lane: str | None, barrier: str | None) -> None:
    """What the file says of compliance is a barrier, or a deviation that hinders nobody."""
    text = document(
        "<actualJourney><touchpoints><actualAction><touchpointID>1</touchpointID><compliance>"
        f"{compliance}</compliance><initiator><initiatorLabel>Rings</initiatorLabel></initiator>"
        "</actualAction></touchpoints></actualJourney>"
    )
    stage = only(read, text).data["stages"][0]
    assert stage.get("barriers", [None])[0] == barrier
    assert stage.get("lanes", {"deviations": [None]})["deviations"][0] == lane


def test_namespaces_missing_parts_and_bare_ampersands() -> None:
    """Prefixes and case do not matter; gaps are filled, `&` is read as meant, both reported."""
    draft = only(
        read,
        '<c:cjml xmlns:c="urn:x"><c:ActualJourney><c:touchpoints>'
        "<c:actualCommunicationPoint><c:initiator/><c:receiver/></c:actualCommunicationPoint>"
        "<c:actualCommunicationPoint><c:initiator>"
        "<c:initiatorLabel>R & D&nbsp;asks</c:initiatorLabel></c:initiator>"
        "</c:actualCommunicationPoint></c:touchpoints></c:ActualJourney></c:cjml>",
        Asked(title="From a file"),
    )
    assert draft.data["title"] == "From a file"
    assert errors_of(draft) == []
    assert "R & D asks" in str(draft.data["stages"])
    assert {kind for kind, _ in remarks_of(draft)} == {"guessed", "changed"}


def test_encodings() -> None:
    """The declared encoding gives way to the real one."""
    text = document(ACTUAL).replace("Sunday", "Sønn-dag").replace("?>", ' encoding="UTF-8"?>', 1)
    assert only(read, text.encode("cp1252")).data == only(read, text).data
    assert only(read, text.encode("utf-16")).data == only(read, text).data


@pytest.mark.parametrize(
    "head",
    [
        '<!DOCTYPE a [<!ENTITY a "x"><!ENTITY b "&a;&a;&a;&a;">]>',
        '<!DOCTYPE a [<!ENTITY a SYSTEM "file:///etc/passwd">]>',
        '<!DOCTYPE a [<!ENTITY % a SYSTEM "http://a.example/x.dtd"> %a;]>',
    ],
)
def test_entities_are_refused(head: str) -> None:
    """Neither bombs nor files from elsewhere: whoever declares an entity is told."""
    with pytest.raises(UserError, match="entities"):
        read(f"{head}<CJML>{ACTUAL.replace('Sunday', '&b;')}</CJML>".encode(), Asked())


def test_a_doctype_elsewhere_is_not_fetched() -> None:
    """A document type that names a file of rules is read past."""
    draft = only(read, f'<!DOCTYPE CJML SYSTEM "file:///nowhere.dtd"><CJML>{ACTUAL}</CJML>')
    assert draft.data["title"] == "AJ1"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("<CJML/>", "no CJML journey"),
        ("<svg/>", "svg"),
        ("<CJML><actualJourney>", "well-formed"),
        ("hello", "well-formed"),
        ("<a>" * 100_000, "deeper"),
        ("<CJML>" + "<a/>" * 100_000 + "</CJML>", "more elements"),
    ],
)
def test_what_is_no_cjml_is_said(text: str, message: str) -> None:
    """Each is a sentence of its own."""
    with pytest.raises(UserError, match=message):
        read(text.encode(), Asked())


WHOLE = document(PLANNED, ACTUAL)
PIECES = [piece + ">" for piece in WHOLE.split(">")]


@profile(max_examples=120)
@given(
    st.one_of(
        st.binary(max_size=80).map(lambda raw: b"<CJML>" + raw + b"</CJML>"),
        st.integers(0, len(WHOLE)).map(lambda end: WHOLE[:end].encode()),
        st.sets(st.integers(0, len(PIECES) - 1), max_size=3).map(
            lambda gone: "".join(p for n, p in enumerate(PIECES) if n not in gone).encode()
        ),
        st.tuples(st.sampled_from(["reader", "T1", "p1", "Orders a book", "SMS", "4"]),
                  st.text(st.characters(exclude_categories=["Cs"]), max_size=8)).map(
            lambda pair: WHOLE.replace(pair[0], pair[1].replace("<", "")).encode()
        ),
    )
)  # fmt: skip
def test_no_input_breaks_it(raw: bytes) -> None:
    """Whatever the bytes, there are maps that lint without an error, or a clear sentence."""
    try:
        drafts = read(raw, Asked())
    except UserError:
        return
    assert [error for draft in drafts for error in errors_of(draft)] == []


def test_nothing_among_the_touchpoints_is_lost() -> None:
    """An activity is a step, a channel without a receiver a touchpoint, the rest is named."""
    draft = only(
        read,
        "<CJML><plannedJourney><journeyID>Loan</journeyID><actors><endUser actorID='u'>"
        "<actorName>Ute</actorName></endUser></actors><touchpoints><plannedActivity>"
        "<actor><refersTo actorIDref='u'/><actorLabel>Collects papers</actorLabel></actor>"
        "</plannedActivity><plannedCommunicationPoint><touchpointID>T2</touchpointID><initiator>"
        "<refersTo actorIDref='u'/><initiatorLabel>Calls</initiatorLabel></initiator><channel>"
        "<channelName>Pigeon</channelName></channel></plannedCommunicationPoint>"
        "<wish><words>A faster answer</words></wish></touchpoints></plannedJourney></CJML>",
    )
    assert errors_of(draft) == []
    (stage,) = draft.data["stages"]
    assert stage["customer_actions"] == ["Collects papers", {"text": "Calls", "touchpoint": "t2"}]
    assert stage["touchpoints"] == [{"id": "t2", "name": "Calls", "channel": "pigeon"}]
    assert any("A faster answer" in remark.message for remark in draft.remarks)

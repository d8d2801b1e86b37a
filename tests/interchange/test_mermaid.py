"""Mermaid `journey`: what people write, read as they meant it; and our own, read back."""

from __future__ import annotations

import re
from typing import Any

import pytest
from hypothesis import given
from hypothesis import settings as profile
from hypothesis import strategies as st

from interchanged import errors_of, halves, journey_of, model_of, only, remarks_of, texts
from journeycli.errors import UserError
from journeycli.interchange.draft import Asked
from journeycli.interchange.mermaid import read, write

PLAIN = """\
journey
    title Buying a bicycle
    section Choose
      Reads two tests: 4: Ann
      Rides one round the yard: 5: Ann, Bo
    section Pay
      Waits at the till: 1: Ann
"""


def steps(diagram: str, asked: Asked | None = None) -> list[Any]:
    """Give the customer actions of every stage of a diagram, in order."""
    stages = only(read, diagram, asked).data["stages"]
    return [step for stage in stages for step in stage.get("customer_actions", [])]


def test_sections_tasks_actors_and_scores() -> None:
    """A section is a stage, a task a step with −2 … 2, the busiest actor the first persona."""
    draft = only(read, PLAIN)
    assert draft.data == {
        "format": "journey-map/1",
        "id": "buying-a-bicycle",
        "title": "Buying a bicycle",
        "personas": [{"id": "ann", "name": "Ann"}, {"id": "bo", "name": "Bo"}],
        "stages": [
            {
                "id": "choose",
                "name": "Choose",
                "customer_actions": [
                    {"text": "Reads two tests", "persona": "ann", "score": 1},
                    {"text": "Rides one round the yard", "score": 2},
                ],
            },
            {
                "id": "pay",
                "name": "Pay",
                "customer_actions": [{"text": "Waits at the till", "persona": "ann", "score": -2}],
            },
        ],
    }
    assert draft.remarks == ()
    assert errors_of(draft) == []


@pytest.mark.parametrize(
    ("line", "step"),
    [
        ("Meets at 12:30: 4: Me", {"text": "Meets at 12:30", "score": 1}),
        ("Decides: red or blue: 2: Me", {"text": "Decides: red or blue", "score": -1}),
        ("Opens https://a.example/b: 3: Me", {"text": "Opens https://a.example/b", "score": 0}),
        ("Room: 101: 4: Me", {"text": "Room: 101", "score": 1}),
        ("Waits:1:Me", {"text": "Waits", "score": -2}),
        ("\tWaits  long :  1  :  Me ", {"text": "Waits long", "score": -2}),
        ("待つ：２：Me", {"text": "待つ", "score": -1}),
        ("排队 ： 5 ： Me", {"text": "排队", "score": 2}),
        ("Waits: 1", {"text": "Waits", "score": -2}),
        ("Waits: 1:", {"text": "Waits", "score": -2}),
        ("Waits: 2.5: Me", {"text": "Waits", "score": -0.5}),
        ("Waits: 2,5: Me", {"text": "Waits", "score": -0.5}),
        ("Waits: 3/5: Me", {"text": "Waits", "score": 0}),
        ("Waits: 1: Me;", {"text": "Waits", "score": -2}),
        ("Waits: : Me", "Waits"),
        ("Waits: Me", "Waits"),
        ("Waits", "Waits"),
        ("Waits:", "Waits"),
        ("Says: hello there", "Says: hello there"),
        ("Waits -> 1: Me", {"text": "Waits", "score": -2}),
        ("Pays #35;5 #58; #euro;5 #amp; tips: 1: Me", {"text": "Pays #5 : €5 & tips", "score": -2}),
        ("Dials #5 for help: 1: Me", {"text": "Dials #5 for help", "score": -2}),
        ("title: 2: Me", {"text": "title", "score": -1}),
        ("Journey begins: 2: Me", {"text": "Journey begins", "score": -1}),
    ],
)
def test_a_line_is_read_from_the_right(line: str, step: object) -> None:
    """Colons of a sentence stay in it; what lacks a score or actors is a step all the same."""
    assert steps(f"journey\n section S\n Known: 3: Me\n {line[:250_000]}\n")[1:] == [step]


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_line_ends_and_encodings(newline: str, encoding: str) -> None:
    """However an editor saves it, the diagram is the same."""
    raw = PLAIN.replace("\n", newline).encode(encoding)
    assert only(read, raw) == only(read, PLAIN)


def test_what_stands_around_a_diagram() -> None:
    """Frontmatter gives the title, accDescr the summary; looks and comments are reported."""
    draft = only(
        read,
        "---\ntitle: Getting up\nconfig:\n  theme: dark\n---\n%%{init: {\n 'a': 1}\n}%%\n%% mine\n"
        "journey\n  accTitle: A morning\n  accDescr {\n    From bed\n    to bus.\n  }\n"
        "  %% later\n  section Bed\n    Wakes: 2: Me %% really\n",
    )
    assert draft.data["title"] == "Getting up"
    assert draft.data["summary"] == "A morning. From bed to bus."
    assert draft.data["stages"][0]["customer_actions"] == [{"text": "Wakes", "score": -1}]
    assert remarks_of(draft) == [
        ("left out", "line 1"),
        ("left out", "line 6"),
        ("left out", "line 9"),
        ("kept", "line 10"),
        ("left out", "line 16"),
        ("left out", "line 18"),
    ]
    assert errors_of(draft) == []


def test_tasks_before_a_section_and_sections_without_tasks() -> None:
    """Nothing is lost: a stage is made for the one, and the other stays an empty stage."""
    draft = only(read, "journey\nWakes: 2: Me\nsection Bus\nsection\nsection Desk\nSits: 3: Me\n")
    assert [stage["name"] for stage in draft.data["stages"]] == ["Start", "Bus", "Stage 3", "Desk"]
    assert ["customer_actions" in stage for stage in draft.data["stages"]] == [
        True, False, False, True,
    ]  # fmt: skip
    assert errors_of(draft) == []


def test_a_diagram_without_sections_is_one_stage() -> None:
    """It has the diagram's title."""
    draft = only(read, "journey\ntitle A day\nWakes: 2: Me\n")
    assert [stage["name"] for stage in draft.data["stages"]] == ["A day"]


@pytest.mark.parametrize(
    ("written", "scale", "expected"),
    [
        ("1 2 3 4 5", None, [-2, -1, 0, 1, 2]),
        ("0 5", None, [-2, 2]),
        ("1 10", None, [-2, 2]),
        ("0 7 10", None, [-2, 1, 2]),
        ("0 50 100", None, [-2, 0, 2]),
        ("-2 0 2", None, [-2, 0, 2]),
        ("1 4", (1, 4), [-2, 2]),
        ("1 9", (1, 5), [-2, 2]),
    ],
)
def test_other_scales(
    written: str, scale: tuple[float, float] | None, expected: list[float]
) -> None:
    """Scores outside 1 … 5 are read on the likeliest scale, or on the one that is asked for."""
    lines = "\n".join(f"Step: {score}: Me" for score in written.split())
    diagram = f"journey\n section S\n{lines}\n"
    draft = only(read, diagram, Asked(scale=scale))
    found = [step["score"] for step in draft.data["stages"][0]["customer_actions"]]
    usual = scale is None and written == "1 2 3 4 5"
    assert found == expected
    assert any("score" in remark.message for remark in draft.remarks) == (
        not usual and written != "1 4"
    )


def test_several_actors_stay() -> None:
    """A step of some but not all has the first for its persona, the others stand in a lane."""
    draft = only(read, PLAIN + "      Rings the bell: 3: Bo, Cy\n      Nods: 3: Bo, Ann\n")
    pay = draft.data["stages"][1]
    assert pay["customer_actions"][1:] == [
        {"text": "Rings the bell", "persona": "bo", "score": 0},
        {"text": "Nods", "persona": "ann", "score": 0},
    ]
    assert pay["lanes"] == {
        "also-acting": [
            {"text": "Rings the bell", "persona": "cy"},
            {"text": "Nods", "persona": "bo"},
        ]
    }
    assert errors_of(draft) == []
    again = only(read, write(model_of(draft)))
    assert again.data == draft.data


def test_actor_and_deed_swapped() -> None:
    """Where the same few names stand before every score, they act, and the rest is what is done."""
    rows = [
        f"{who}: {score}: {what}"
        for score, who, what in (
            (5, "Nurse", "Greets the patient, Takes the pulse"),
            (2, "Patient", "Answers the same questions"),
            (4, "Nurse", "Calls the doctor"),
            (1, "Patient", "Waits in the corridor"),
        )
    ]
    draft = only(read, "journey\nsection Ward\n" + "\n".join(rows))
    assert draft.data["stages"][0]["customer_actions"][:2] == [
        {"text": "Greets the patient, Takes the pulse", "persona": "nurse", "score": 2},
        {"text": "Answers the same questions", "persona": "patient", "score": -1},
    ]
    assert remarks_of(draft)[-1][0] == "guessed"


MARKDOWN = """\
# Notes

```python
journey = 1
```

## Mornings

```mermaid
journey
  section Bed
    Wakes: 2: Me
```

> ~~~ mermaid
> journey
>   title Evenings
>   section Sofa
>     Reads: 5: Me
> ~~~

```mermaid
flowchart LR
  a --> b
```

::: mermaid
journey
  title Mornings
  section Bus
    Waits: 1: Me
:::

<pre class="mermaid">
journey
  title Nights
  section Bed
    Sleeps: 5: Me
</pre>

````{mermaid}
journey
  title The end
  section Bed
    Dreams: 5: Me
"""


def test_every_block_of_a_markdown_file() -> None:
    """Each journey block is a map of its own; one without a title has that of its heading."""
    drafts = read(MARKDOWN.encode(), Asked(title="notes"))
    assert [draft.data["title"] for draft in drafts] == [
        "Mornings", "Evenings", "Mornings", "Nights", "The end",
    ]  # fmt: skip
    assert len({draft.data["id"] for draft in drafts}) == 5
    assert remarks_of(drafts[0])[0] == ("left out", "the whole file")
    assert [error for draft in drafts for error in errors_of(draft)] == []


@pytest.mark.parametrize(
    "text", ["", " \n", "journey", "flowchart LR\n a --> b", "# Notes\n\nThe journey of Ann.\n"]
)
def test_no_journey_is_said_in_a_sentence(text: str) -> None:
    """What holds no journey, or an empty one, is an error that names what is missing."""
    with pytest.raises(UserError, match=r"journey|empty"):
        read(text.encode(), Asked())


PEOPLE = ("ann", "bo", "cy")


@st.composite
def maps(draw: st.DrawFn) -> dict[str, Any]:
    """Draw maps of what a Mermaid journey can hold."""
    names = draw(st.lists(texts, max_size=3, unique=True))
    people = [{"id": PEOPLE[n], "name": name} for n, name in enumerate(names)]
    persona = st.sampled_from([None, *(each["id"] for each in people[:1] if len(people) > 1)])
    each = st.fixed_dictionaries({"text": texts, "score": st.none() | halves, "persona": persona})
    steps_ = st.lists(each, max_size=4)
    # Who never acts is not in a diagram: everyone does in the first step.
    together = [{"text": draw(texts)}] if len(people) > 1 else []
    stages = [
        {"id": f"s{n}", "name": name, "customer_actions": [*together, *draw(steps_)]}
        for n, name in enumerate(draw(st.lists(texts, min_size=1, max_size=4)))
    ]
    return {
        "format": "journey-map/1",
        "id": "m",
        "title": draw(texts),
        "summary": draw(st.none() | texts),
        "personas": people,
        "stages": stages,
    }


def held(data: dict[str, Any]) -> object:
    """Give what a Mermaid journey can hold of a map, names for ids."""
    names = {each["id"]: each["name"] for each in data.get("personas", ())}
    stages = [
        (
            stage["name"],
            [
                (step, None, None)
                if isinstance(step, str)
                else (step["text"], step.get("score"), names.get(step.get("persona")))
                for step in stage.get("customer_actions", ())
            ],
        )
        for stage in data["stages"]
    ]
    return data["title"], data.get("summary"), stages


@profile(max_examples=100)
@given(maps())
def test_what_is_exported_comes_back(data: dict[str, Any]) -> None:
    """Title, summary, stages, steps, scores and whose they are survive, whatever the signs."""
    draft = only(read, write(journey_of(data)))
    if any(stage["customer_actions"] for stage in data["stages"]):
        assert held(draft.data) == held(data)
    assert [r for r in draft.remarks if r.kind.value == "left out"] == []


LINES = [*PLAIN.splitlines(), *MARKDOWN.splitlines(), "accDescr {", "}", "%%{", "---", "```", ":::"]


@profile(max_examples=80)
@given(
    st.one_of(
        st.binary(max_size=60).map(lambda raw: b"journey\n" + raw),
        st.lists(st.sampled_from(LINES) | texts, max_size=12).map(
            lambda ls: "\n".join(ls).encode()
        ),
        st.integers(0, len(MARKDOWN)).map(lambda end: MARKDOWN[:end].encode()),
    )
)
def test_no_input_breaks_it(raw: bytes) -> None:
    """Whatever the bytes, there is a map that lints without an error, or a clear sentence."""
    try:
        drafts = read(raw, Asked())
    except UserError:
        return
    assert [error for draft in drafts for error in errors_of(draft)] == []


@pytest.mark.parametrize(
    "line",
    [":" * 1_000_000, "a: 3, " * 200_000, "#" * 1_000_000, "x " * 500_000, "-> 3" * 250_000,
     "%%{" * 300_000, "#a;" * 300_000, "1:" * 500_000, "```mermaid " * 90_000],
    ids=range(9),
)  # fmt: skip
def test_a_very_long_line(line: str) -> None:
    """Long lines are read in time that grows with their length."""
    draft = only(read, f"journey\nsection S\nWaits: 2: Me\n{line[:250_000]}\n")
    assert re.match("Waits", draft.data["stages"][0]["customer_actions"][0]["text"])

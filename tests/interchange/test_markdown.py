"""Markdown: documents and tables as people write and wikis export them; and our own, read back."""

from __future__ import annotations

import string
from typing import Any

import pytest
from grid_maps import maps, told
from hypothesis import assume, given
from hypothesis import settings as profile
from hypothesis import strategies as st

from interchanged import errors_of, journey_of, model_of, only, remarks_of, texts
from journeycli.errors import UserError
from journeycli.interchange.draft import Asked
from journeycli.interchange.elements import says_nothing
from journeycli.interchange.markdown import read, write
from journeycli.interchange.markdown_inline import escape, plain

DOCUMENT = """\
---
title: Borrowing a book
author: Ann
---

# Borrowing a *book*

A walk to the library, and back.

## Persona

**Rosa, 34, night nurse.** Reads on the train. Hates queues.

## Goal

Have something to read by Friday.

## Stages

### 1. Look it up

**Trigger:** The last book is finished.

**Actions:**
- Searches the [catalogue](https://books.example)
- Reads two `reviews`

**Pain points:** no covers; no reviews

**Weather:**

- Rain

**Emotional state:** curious (−1)

### 2. Fetch it

Rosa walks over after work.

#### Actions

1. Walks there
   in the rain
2. Waits
    - Twice: at the desk
    - at the machine

#### Quotes

> I had no umbrella.

```
beep
```

## Lifecycle

| Date | What |
| ---- | ---- |
| 2026 | New  |
"""


def test_a_document_with_a_heading_a_stage() -> None:
    """Numbered headings are stages, bold labels and headings below are questions."""
    draft = only(read, DOCUMENT)
    assert draft.data["title"] == "Borrowing a book"
    assert draft.data["summary"] == "A walk to the library, and back."
    assert draft.data["customer_goals"] == ["Have something to read by Friday."]
    assert draft.data["personas"] == [
        {
            "id": "rosa",
            "name": "Rosa",
            "summary": "Rosa, 34, night nurse. Reads on the train. Hates queues.",
        }
    ]
    look, fetch = draft.data["stages"]
    assert (look["name"], fetch["name"]) == ("Look it up", "Fetch it")
    assert look["customer_actions"] == [
        "Searches the catalogue (https://books.example)",
        "Reads two reviews",
    ]
    assert look["barriers"] == ["no covers", "no reviews"]
    assert look["emotions"] == [
        {"feeling": "curious", "score": -1, "trigger": "The last book is finished."}
    ]
    assert look["lanes"] == {"weather": ["Rain"]}
    assert fetch["summary"] == "Rosa walks over after work."
    assert fetch["customer_actions"] == [
        "Walks there in the rain",
        "Waits: Twice: at the desk",
        "Waits: at the machine",
    ]
    assert fetch["quotes"] == ["I had no umbrella."]
    assert fetch["lanes"] == {"notes": ["beep"]}
    assert errors_of(draft) == []
    assert {("left out", "line 1"), ("left out", "line 58")} <= set(remarks_of(draft))


TABLE = """\
# Borrowing a book

| Stage | Look it up | Fetch it |
|:---|:---:|---|
| **Actions** | Searches<br>Reads \\| compares | Walks there |
| **Pain points** | No covers |  |
| **Satisfaction (1-5)** | 4 | 2 |
"""
TURNED = """\
## Borrowing a book

Stage | Actions | Pain points | Satisfaction (1-5)
--- | --- | --- | ---
Look it up | Searches<br/>Reads \\| compares | No covers | 4
Fetch it | Walks there | | 2
"""


@pytest.mark.parametrize("table", [TABLE, TURNED], ids=["stages across", "stages down"])
def test_a_table(table: str) -> None:
    """As Confluence and Notion export it, whichever way it lies."""
    draft = only(read, table)
    assert draft.data["title"] == "Borrowing a book"
    look, fetch = draft.data["stages"]
    assert look["name"] == "Look it up"
    assert [s if isinstance(s, str) else s["text"] for s in look["customer_actions"]] == [
        "Searches",
        "Reads | compares",
    ]
    assert look["barriers"] == ["No covers"]
    assert fetch["name"] == "Fetch it"
    assert "score" in str(fetch)
    assert errors_of(draft) == []


def test_two_tables_are_two_maps() -> None:
    """Each has the heading above it for its title."""
    drafts = read((TABLE + "\n" + TURNED.replace("Borrowing", "Returning")).encode(), Asked())
    assert [draft.data["title"] for draft in drafts] == ["Borrowing a book", "Returning a book"]


@pytest.mark.parametrize(
    "text",
    [
        "# A day\n## Wake up\n- Gets up\n## Leave\n- Locks the door\n",
        "A day\n=====\n\nWake up\n-------\n* Gets up\n\nLeave\n-------\n+ Locks the door\n",
        "# A day\n## Stage 1: Wake up\n**Actions**: Gets up\n## Stage 2: Leave\n- Locks the door\n",
        "# A day\n## Phases\n### Wake up\n- **Do:**\n  - Gets up\n### Leave\n- Locks the door\n",
        "# A day\n## Wake up\nActions: Gets up\n## Leave\n__Actions:__ Locks the door\n",
        "# A day\n## Wake up\n|Actions|Gets up|\n|--|--|\n## Leave\n|Do|Locks the door|\n|--|--|\n",
        "# A day\n## Persona: Ann\n## 1. Wake up\n- Gets up\n## 2. Leave\n- [x] Locks the door\n",
        "# A day\r\n## Wake up\r\n\t- Gets up\r\n## Leave\r\n\t- Locks the door\r\n",
    ],
    ids=range(8),
)
def test_many_ways_to_write_the_same(text: str) -> None:
    """Whatever marks the stages and the labels, the steps stand in their stages."""
    draft = only(read, text)
    assert [(stage["name"], stage["customer_actions"]) for stage in draft.data["stages"]] == [
        ("Wake up", ["Gets up"]),
        ("Leave", ["Locks the door"]),
    ]
    assert errors_of(draft) == []


@pytest.mark.parametrize(
    "text", ["", "Just words.", "# Only a title", "| a | b |\n|--|--|\n| 1 | 2 |"]
)
def test_no_journey_is_said_in_a_sentence(text: str) -> None:
    """What holds neither labelled headings nor a journey's table is a clear error."""
    with pytest.raises(UserError):
        read(text.encode(), Asked())


@profile(max_examples=25)
@given(maps())
def test_what_is_exported_comes_back(journey: Any) -> None:
    """Whatever a grid can hold, a document holds as well; an x alone is a sign for nothing."""
    said = [text for stage in journey.stages for text in (stage.summary, stage.duration) if text]
    assume(not any(map(says_nothing, said)))
    draft = only(read, write(journey))
    assert told(model_of(draft)) == told(journey)


ASCII = st.text(string.printable, max_size=30).map(lambda text: " ".join(text.split()))


@profile(max_examples=200)
@given(texts | ASCII)
def test_escaped_text_is_shown_as_it_was(text: str) -> None:
    """No sign of a sentence becomes markup."""
    assert plain(escape(text)) == text


LINES = [*DOCUMENT.splitlines(), *TABLE.splitlines(), "    - deep", "\t> quote", "~~~", "<b", "|"]


@profile(max_examples=120)
@given(
    st.one_of(
        st.binary(max_size=60).map(lambda raw: b"# A\n## B\n- c\n" + raw),
        st.lists(st.sampled_from(LINES) | texts, max_size=14).map(
            lambda ls: "\n".join(ls).encode()
        ),
        st.integers(0, len(DOCUMENT)).map(lambda end: DOCUMENT[:end].encode()),
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
    ["*a " * 330_000, "[" * 1_000_000, "`a " * 300_000, ">" * 1_000_000, "|a" * 400_000,
     "_" * 1_000_000, "<a " * 300_000, "![[" * 300_000, "[a](b" * 200_000, " " * 1_000_000 + "x",
     "- " * 500_000, "# " + "#" * 1_000_000 + "b", "**a" * 300_000, "a:" * 500_000, "&a" * 400_000,
     "".join("`" * n + " " for n in range(1000))],
    ids=range(16),
)  # fmt: skip
def test_a_very_long_line(line: str) -> None:
    """Long lines are read in time that grows with their length."""
    draft = only(read, f"# A day\n## Wake up\n- Gets up\n\n{line[:250_000]}\n")
    assert draft.data["stages"][0]["customer_actions"][0] == "Gets up"


def test_deep_and_long_lists() -> None:
    """Lists inside lists hundreds deep, and thousands of items, are read like any other."""
    deep = "\n".join("  " * depth + f"- step number {depth} of the many" for depth in range(500))
    long = "\n".join(f"- step {number}" for number in range(3_000))
    for text in (deep, long):
        draft = only(read, f"# A day\n## Wake up\n{text}\n")
        assert len(draft.data["stages"][0]["customer_actions"]) > 400


def test_the_export_reads_like_a_document() -> None:
    """A heading a stage, a label a question, and only signs of Markdown escaped."""
    data = {
        "format": "journey-map/1",
        "id": "a-day",
        "title": "A *day*",
        "stages": [
            {
                "id": "wake-up",
                "name": "Wake up",
                "customer_actions": [{"text": "Gets up", "score": -1.5}, "Looks out"],
                "barriers": {"none": "Nobody was asked"},
            }
        ],
    }
    assert write(journey_of(data)) == (
        "# A \\*day\\*\n\n## 1. Wake up\n\n**Customer actions**\n\n- Gets up \\[−1.5\\]\n"
        "- Looks out\n\n**Barriers:** None: Nobody was asked\n"
    )

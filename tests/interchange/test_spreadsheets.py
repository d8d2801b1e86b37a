from __future__ import annotations

import io
from typing import Any

import pytest
from xlsxwriter import Workbook

from journeycli.errors import UserError
from journeycli.interchange import csv_in, xlsx_in
from journeycli.interchange.draft import Asked, Draft, RemarkKind
from journeycli.interchange.guarding import bare, inert
from journeycli.interchange.lanes import KEYS, STATEMENTS, check_key, label, meaning
from journeycli.interchange.notation import read_quote, write_quote
from journeycli.interchange.scores import Scale, convert, guess, number, scale_of
from journeycli.interchange.statements import join, split

_TABLE = "Stage;Größe wählen;Zahlen\r\nActions;Vergleicht „alle“;Tippt die Karte ein\r\n"


@pytest.mark.parametrize(
    "raw",
    [
        pytest.param(_TABLE.encode(), id="utf-8"),
        pytest.param(_TABLE.encode("utf-8-sig"), id="bom"),
        pytest.param(_TABLE.encode("utf-16"), id="utf-16"),
        pytest.param(_TABLE.encode("utf-16-le"), id="utf-16 without a mark"),
        pytest.param(_TABLE.encode("cp1252"), id="windows"),
        pytest.param(_TABLE.encode("mac-roman"), id="mac"),
        pytest.param(_TABLE.replace(";", "\t").encode(), id="tabs"),
        pytest.param(_TABLE.replace(";", ",").encode(), id="commas"),
        pytest.param(("sep=;\r\n" + _TABLE).encode(), id="sep"),
        pytest.param(("\r\n\r\n;;\r\n" + _TABLE).encode(), id="empty rows"),
        pytest.param(_TABLE.replace("\r\n", "\r").encode(), id="old mac"),
    ],
)
def test_every_dialect_is_the_same_map(raw: bytes) -> None:
    """Encodings, separators, line breaks and empty edges make no difference."""
    (draft,) = csv_in.read(raw, Asked(title="Schuhe"))
    first, second = draft.data["stages"]
    assert first == {
        "id": "größe-wählen",
        "name": "Größe wählen",
        "customer_actions": ["Vergleicht „alle“"],
    }
    assert second["customer_actions"] == ["Tippt die Karte ein"]


def test_a_grid_and_the_same_turned_round_are_one_map() -> None:
    """Stages across or stages down: the map is the same."""
    rows = [
        ["Stage", "Compare", "Order"],
        ["Actions", "Opens tabs; reads", "Pays"],
        ["Pain points", "", "Fee on the last page"],
        ["Emotions", "😕", "angry"],
        ["Score (0-10)", "4", "0"],
        ["Weather", "Rain", ""],
    ]
    across = _csv(rows)
    down = _csv([list(column) for column in zip(*rows, strict=True)])
    assert across.data == down.data
    assert across.data["stages"][1] == {
        "id": "order",
        "name": "Order",
        "customer_actions": ["Pays"],
        "barriers": ["Fee on the last page"],
        "emotions": [{"feeling": "angry", "score": -2}],
    }
    assert across.data["stages"][0]["lanes"] == {"weather": ["Rain"]}


def test_a_list_of_statements_is_a_map() -> None:
    """A list with a column for the lane and one for the text is read by what each row says."""
    draft = _csv(
        [
            ["Stage", "Lane", "Text"],
            ["Order", "Pains", "Fee comes late"],
            ["", "Actions", "Pays"],
            ["Use", "Legal", "Two years"],
        ]
    )
    assert draft.data["stages"] == [
        {
            "id": "order",
            "name": "Order",
            "barriers": ["Fee comes late"],
            "customer_actions": ["Pays"],
        },
        {"id": "use", "name": "Use", "lanes": {"legal": ["Two years"]}},
    ]


def test_a_list_of_journeys_is_a_map_of_each() -> None:
    """A column that names the journey parts the list."""
    rows = [
        ["Journey", "Stage", "Touchpoint"],
        ["Buy", "Order", "Shop"],
        ["", "Pay", "Till"],
        ["Return", "Ask", "Phone"],
    ]
    raw = "\n".join(map(",".join, rows)).encode()
    drafts = csv_in.read(raw, Asked())
    assert [(each.data["id"], len(each.data["stages"])) for each in drafts] == [
        ("buy", 2),
        ("return", 1),
    ]


def test_merged_cells_and_several_sheets() -> None:
    """Phases merged over stages, a stage merged over its steps, and a map of each sheet."""
    stream = io.BytesIO()
    book = Workbook(stream, {"in_memory": True})
    sheet = book.add_worksheet("Today")
    sheet.write(0, 0, "Buying shoes")
    sheet.write(3, 0, "Phase")
    sheet.merge_range(3, 1, 3, 3, "Purchase")
    sheet.write(4, 0, "Stage")
    sheet.merge_range(4, 1, 4, 2, "Choose")
    sheet.write(4, 3, "Pay")
    for column, (step, score) in enumerate((("Looks", 5), ("Tries on", 2), ("Queues", 1)), 1):
        sheet.write(5, column, step)
        sheet.write(6, column, score)
    sheet.write(5, 0, "Steps")
    sheet.write(6, 0, "Satisfaction")
    sheet.write(7, 0, "Problems")
    sheet.merge_range(7, 1, 7, 3, "Dark shop")
    other = book.add_worksheet("Tomorrow")
    other.write_row(0, 0, ["Stage", "Choose", "Pay"])
    other.write_row(1, 0, ["Ideas", "Lamps", "=1+1"])
    book.close()
    today, tomorrow = xlsx_in.read(stream.getvalue(), Asked())
    assert today.data["title"] == "Buying shoes"
    assert today.data["stages"] == [
        {
            "id": "choose",
            "name": "Choose",
            "phase": "purchase",
            "customer_actions": [{"text": "Looks", "score": 2}, {"text": "Tries on", "score": -1}],
            "barriers": ["Dark shop"],
        },
        {
            "id": "pay",
            "name": "Pay",
            "phase": "purchase",
            "customer_actions": [{"text": "Queues", "score": -2}],
        },
    ]
    assert [each.message for each in today.remarks if "goes over" in each.message] == [
        "“Dark shop” goes over 3 columns; it stands in Choose alone."
    ]
    assert tomorrow.data["title"] == "Tomorrow"


def test_what_has_no_key_is_kept_and_told() -> None:
    """A row that nobody knows is a lane; a word of the user makes it another."""
    rows = [["Stage", "A", "B"], ["Actions", "x1", "x2"], ["Wetter", "Regen", ""]]
    draft = _csv(rows)
    assert draft.data["lanes"] == [{"id": "wetter", "name": "Wetter"}]
    assert [(each.kind, each.place) for each in draft.remarks] == [(RemarkKind.KEPT, "cell A3")]
    told = _csv(rows, lanes={"WETTER": "influences"})
    assert told.data["stages"][0]["influences"] == ["Regen"]
    assert told.remarks == ()


def test_a_dash_is_told() -> None:
    """A cell that says nothing, and not why, is left out with its place."""
    draft = _csv([["Stage", "A", "B"], ["Pains", "n/a", "None: twelve interviews"]])
    assert [(each.kind, each.place) for each in draft.remarks] == [(RemarkKind.LEFT_OUT, "cell B2")]
    assert draft.data["stages"][1]["barriers"] == {"none": "twelve interviews"}


def test_no_table_is_told() -> None:
    """A file without a table says so."""
    with pytest.raises(UserError, match="There is no map in it"):
        csv_in.read(b"just one note\nand another\n", Asked())


@pytest.mark.parametrize("key", STATEMENTS)
def test_labels_mean_their_keys(key: str) -> None:
    """What an export calls a row is known for sure to an import."""
    found = meaning(label(key))
    assert found is not None
    assert (found.key, found.guessed) == (key, False)


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("PAIN-POINTS:", "barriers"),
        ("2. What is the customer doing?", "customer_actions"),
        ("😀 Feelings", "emotions"),
        ("Touch points & channels", "touchpoints"),
        ("Schmerzpunkte", "barriers"),
        ("Émotions", "emotions"),
        ("Puntos de contacto", "touchpoints"),
        ("Level of satisfaction (1-5)", "score"),
        ("Back-stage actions", "company_actions.backstage"),
    ],
)
def test_names_are_known_by_meaning(name: str, key: str) -> None:
    """Case, signs, numbers, emoji and languages make no difference."""
    found = meaning(name)
    assert found is not None
    assert found.key == key


def test_a_wrong_key_is_told_with_the_closest() -> None:
    """A slip in --lane is answered by the key that was meant."""
    assert check_key("lanes.legal", "here") == "lanes.legal"
    assert [check_key(each, "here") for each in KEYS] == list(KEYS)
    with pytest.raises(UserError) as raised:
        check_key("bariers", "--lane")
    assert raised.value.hint == "Did you mean barriers?"


@pytest.mark.parametrize(
    ("values", "scale"),
    [
        ([1, 5, 3], Scale(1, 5)),
        ([0, 4], Scale(0, 5)),
        ([-2, 1], Scale(-2, 2)),
        ([-5, 5], Scale(-5, 5)),
        ([7, 10], Scale(1, 10)),
        ([80, 20], Scale(0, 100)),
        ([0, 0], Scale(-2, 2)),
    ],
)
def test_scales_are_guessed(values: list[float], scale: Scale) -> None:
    """The narrowest usual scale that holds all scores."""
    assert guess(values) == scale


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        pytest.param(("★★★★☆", "★☆☆☆☆", "★★★★★"), (1, -2, 2), id="stars"),
        pytest.param(("★", "★★★", "★★★★★"), (-2, 0, 2), id="stars without empty ones"),
        pytest.param(("●●●○○", "●○○○○", "●●●●●"), (0, -2, 2), id="dots"),
        pytest.param(("+1", "", ""), (1, None, None), id="a lone score with its sign"),
        pytest.param(("+3", "1", "2"), (2, 0.5, 1.5), id="a sign means a scale around zero"),
        pytest.param(("wary (+1)", "", ""), (1, None, None), id="behind a feeling"),
    ],
)
def test_ratings_are_read_whole(cells: tuple[str, ...], expected: tuple[float | None, ...]) -> None:
    """No sign of a rating is taken for a bullet, and a plus sign says where its scale lies."""
    data = _csv([["Stage", "A", "B", "C"], ["Actions", "a", "b", "c"], ["Feelings", *cells]]).data
    found = [stage.get("emotions", [{}])[0].get("score") for stage in data["stages"]]
    assert found == list(expected)


def test_a_grid_in_an_unknown_language_keeps_its_shape() -> None:
    """Where no label is known, the first row names the stages, and each other row is a lane."""
    draft = _csv(
        [["Etap", "Odkrycie", "Zakup"], ["Działania", "widzi", "płaci"], ["Bóle", "", "x1"]]
    )
    assert [stage["name"] for stage in draft.data["stages"]] == ["Odkrycie", "Zakup"]
    assert draft.data["stages"][1]["lanes"] == {"działania": ["płaci"], "bóle": ["x1"]}
    assert any("--lane NAME=KEY" in remark.message for remark in draft.remarks)


def test_every_sheet_is_a_map_or_named() -> None:
    """A legend, a log or a list beside the maps is no map, and the report names each."""
    workbook = io.BytesIO()
    with Workbook(workbook, {"in_memory": True}) as book:
        for name, rows in {
            "Read me": [["How to use this workbook"]],
            "Map": [["", "Find", "Pay"], ["Actions", "looks", "pays"], ["Pains", "", "fee"]],
            "Legend": [["Score", "Meaning"], ["1", "bad"], ["5", "good"]],
            "Log": [["Date", "Change"], ["May", "begun"], ["June", "ended"]],
        }.items():
            sheet = book.add_worksheet(name)
            for at, row in enumerate(rows):
                sheet.write_row(at, 0, row)
    (draft,) = xlsx_in.read(workbook.getvalue(), Asked(title="Test"))
    assert [stage["name"] for stage in draft.data["stages"]] == ["Find", "Pay"]
    left = [remark.place for remark in draft.remarks if remark.kind is RemarkKind.LEFT_OUT]
    assert left == ["sheet Read me", "sheet Legend", "sheet Log"]


def test_a_second_row_of_scores_keeps_a_lane() -> None:
    """One row of scores, the surer one, goes to the feeling; the other is not lost."""
    rows = [["Stage", "A"], ["Actions", "a"], ["Emotion", "🙂 glad"], ["Effort score (1-7)", "6"]]
    draft = _csv([*rows, ["Satisfaction (1-5)", "2"]])
    (stage,) = draft.data["stages"]
    assert stage["emotions"] == [{"feeling": "glad", "score": -1}]
    assert stage["lanes"] == {"effort-score-1-7": ["6"]}
    assert any("in place of what the feeling says" in remark.message for remark in draft.remarks)


def test_a_label_without_cells_is_named() -> None:
    """A row that is only a label, such as a line of visibility, is reported."""
    draft = _csv([["Stage", "A", "B"], ["Actions", "a", "b"], ["Line of visibility", "", ""]])
    assert [(remark.kind, remark.place) for remark in draft.remarks] == [
        (RemarkKind.LEFT_OUT, "cell A3")
    ]


@pytest.mark.parametrize(
    ("cell", "words", "expected"),
    [
        ("- one\n- two\n• four", False, ["one", "two", "four"]),
        ("Web/App, Store (Berlin, Mitte)", True, ["Web", "App", "Store (Berlin, Mitte)"]),
        ("relieved (4/5)", True, ["relieved (4/5)"]),
    ],
)
def test_cells_are_cut_between_their_statements(
    cell: str, *, words: bool, expected: list[str]
) -> None:
    """Mixed bullets are bullets, and what stands in brackets stays whole."""
    assert split(cell, words=words) == expected


@pytest.mark.parametrize("text", ['"Why?" / "How?"', "“a” – “b”", "““a””", "“a”", '"a"', "a"])
def test_quotes_come_back(text: str) -> None:
    """Marks that do not belong to each other stay; whatever is written reads back."""
    assert read_quote(write_quote(text)) == text
    assert read_quote("“a” – “b”") == "“a” – “b”"


@pytest.mark.parametrize("corner", ["Stage", ""])
def test_two_grids_on_one_sheet_are_two_maps(corner: str) -> None:
    """A second grid below the first has its own stages; nothing of it joins the first."""
    raw = (
        f"Map one,,\n{corner},A,B\nActions,a1,b1\nPains,pa,pb\n,,\n"
        f"Map two,,\n{corner},C,D\nActions,c1,d1\nPains,pc,\n"
    )
    first, second = csv_in.read(raw.encode(), Asked(title="Test"))
    assert (first.data["title"], second.data["title"]) == ("Map one", "Map two")
    assert [stage["name"] for stage in first.data["stages"]] == ["A", "B"]
    assert [stage["customer_actions"] for stage in second.data["stages"]] == [["c1"], ["d1"]]


def test_a_gap_within_a_grid_is_only_a_gap() -> None:
    """An empty row between the lanes of one grid changes nothing."""
    draft = _csv([["Stage", "A"], ["Actions", "a"], ["", ""], ["Pains", "p1"], ["", "p2"]])
    assert draft.data["stages"][0]["barriers"] == ["p1", "p2"]


def test_scores_land_on_halves() -> None:
    """The ends of a scale are the ends of ours, its middle is nought."""
    assert [convert(each, Scale(1, 5)) for each in (1, 2, 3, 4, 5, 9)] == [-2, -1, 0, 1, 2, 2]
    assert [convert(each, Scale(0, 10)) for each in (0, 2, 5, 7, 10)] == [-2, -1, 0, 1, 2]
    assert scale_of("1..5") == scale_of("1-5") == Scale(1, 5)
    assert scale_of("-3..3") == Scale(-3, 3)
    found = number("4/5")
    assert found is not None
    assert found.scale == Scale(1, 5)


@pytest.mark.parametrize(
    ("cell", "found"),
    [
        ("• a\n• b\n  goes on", ["a", "b goes on"]),
        ("1. one\n2) two", ["one", "two"]),
        ("one; two", ["one", "two"]),
        ("• a • b", ["a", "b"]),
        ("one\n\ntwo", ["one", "two"]),
        ("a, b", ["a, b"]),
        ("  ", []),
    ],
)
def test_statements_of_a_cell(cell: str, found: list[str]) -> None:
    """Bullets, numbers, lines and semicolons part statements, commas do not."""
    assert split(cell) == found
    assert split(join(found)) == found


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@x", "\tx", "'=1", "''@", "plain", "", "'"])
def test_formulas_are_inert_and_come_back(text: str) -> None:
    """No cell of an export begins as a formula, and an import gives the text again."""
    assert inert(text)[:1] not in tuple("=+-@\t\r")
    assert bare(inert(text)) == text


def test_a_formula_that_failed_is_no_statement() -> None:
    """What a spreadsheet shows for it is left out, and said."""
    draft = _csv(
        [["Stage", "Buy", "Use"], ["Actions", "taps", "#N/A"], ["Pains", "#DIV/0!", "x y"]]
    )
    assert "barriers" not in draft.data["stages"][0]
    assert "customer_actions" not in draft.data["stages"][1]
    assert [each.message for each in draft.remarks if each.kind is RemarkKind.LEFT_OUT] == [
        "“#DIV/0!” is what a formula gives that failed.",
        "“#N/A” is what a formula gives that failed.",
    ]


def _csv(rows: list[list[str]], **asked: Any) -> Draft:
    raw = "\n".join(";".join(f'"{cell}"' for cell in row) for row in rows).encode()
    (draft,) = csv_in.read(raw, Asked(title="Test", **asked))
    return draft

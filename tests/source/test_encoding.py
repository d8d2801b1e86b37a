"""Bytes that are no text, or no text of YAML."""

from __future__ import annotations

import pytest

from journeycli.source.document import read_document
from journeycli.source.limits import Limits

from .reading import codes, mended, place, read

_BOM = b"\xef\xbb\xbf"


@pytest.mark.parametrize(
    ("raw", "where", "message"),
    [
        (
            b"title: ok\nname: caf\xe9\n",
            (2, 10),
            "The byte 0xE9 here is not UTF-8. It would be “é” in Windows-1252.",
        ),
        (b"name: \x81\n", (1, 7), "The byte 0x81 here is not UTF-8."),
        ("name: Ünal\n".encode("utf-16"), (1, 1), "The file is UTF-16, not UTF-8."),
        (b"surrogate: \xed\xa0\x80\n", (1, 12), "The byte 0xED here is not UTF-8."),
        (_BOM + b"a: \xff\n", (1, 4), "The byte 0xFF here is not UTF-8."),
    ],
)
def test_text_that_is_not_utf_8_is_said_with_its_first_byte(
    raw: bytes, where: tuple[int, int], message: str
) -> None:
    """J008 names the byte, its place and what it would be elsewhere; nothing is read."""
    document = read_document(raw)
    (fault,) = document.faults
    assert (fault.code, document.data) == ("J008", None)
    assert document.lines.position(fault.span.start) == where
    assert fault.message.startswith(message)
    assert fault.help == "Save the file as UTF-8 and check it again."


def test_utf_16_without_its_mark_is_known_by_its_zero_bytes() -> None:
    """A text with a zero byte beside every letter is J008, not a heap of control characters."""
    document = read_document("title: Switching\nname: x\n".encode("utf-16-le"))
    assert codes(document) == ["J008"]


def test_a_byte_order_mark_is_kept_apart() -> None:
    """It is no part of the text, nor of any offset."""
    document = read_document(_BOM + b"name: x\n")
    assert (document.has_bom, document.text, document.data) == (True, "name: x\n", {"name": "x"})
    assert document.key_span(("name",)) == (0, 4)
    assert not read("name: x\n").has_bom


def test_a_second_byte_order_mark_is_reported_and_taken_out() -> None:
    """Joined files have it; the first key would carry it unseen."""
    document = read_document(_BOM * 2 + b"name: x\n")
    assert (codes(document), document.data) == (["J001"], {"name": "x"})
    assert document.key_span(("name",)) == (1, 5)
    assert mended(document).faults == ()


@pytest.mark.parametrize("character", ["\0", "\x0b", "\x1b", "\x7f", "\x9c", "\ufffe"])
def test_a_control_character_is_reported_with_its_place(character: str) -> None:
    """J001 shows where it is, reading goes on, and the fix takes it out."""
    document = read(f"title: ok\nname: a{character}b\nlast: @x\n")
    assert codes(document) == ["J001", "J001"]
    assert document.lines.position(document.faults[0].span.start) == (2, 8)
    assert f"U+{ord(character):04X}" in document.faults[0].message
    assert mended(document).data == document.data


def test_letters_of_windows_1252_among_the_controls_are_turned_back() -> None:
    """A curly apostrophe that was decoded as Latin-1 comes back as itself."""
    document = read("name: the customer\x92s view\n")
    assert document.data == {"name": "the customer’s view"}


def test_a_file_of_control_characters_is_no_text() -> None:
    """A binary file gets one finding, not one for each byte."""
    document = read("\x01\x02\x03" * 2000)
    assert (codes(document), document.data) == (["J008"], None)


def test_a_file_over_the_size_limit_is_not_even_decoded() -> None:
    """J007 comes before J008: a file that is too large is not looked into."""
    document = read_document(b"\xff" * 11, Limits(bytes=10))
    (fault,) = document.faults
    assert (fault.code, document.text) == ("J007", "")
    assert fault.message == "The file is larger than the limit of 10 bytes."


@pytest.mark.parametrize("separator", ["\x85", "\u2028", "\u2029"])
def test_separators_that_only_libyaml_takes_for_line_breaks_stay_in_the_text(
    separator: str,
) -> None:
    """Editors show one line; so the text stays whole, and what follows keeps its place."""
    document = read(f"name: one{separator}two # no{separator}end\nnext: 'a{separator}b'\n")
    assert document.data == {"name": f"one{separator}two", "next": f"a{separator}b"}
    assert [document.lines.position(each.span.start) for each in document.comments] == [(1, 15)]
    assert document.value_span(("next",)) == (29, 34)


def test_a_separator_survives_in_keys_and_in_fixes() -> None:
    """Keys are found by their own name, and a fix writes the separator that was there."""
    document = read("k\u2028y: a: b\u2029c\n")
    assert document.data == {"k\u2028y": "a: b\u2029c"}
    assert document.keys() == ("k\u2028y",)
    assert mended(document).text == 'k\u2028y: "a: b\u2029c"\n'


@pytest.mark.parametrize(
    ("text", "newline"),
    [("a: b", "\n"), ("a: b\r\nc: d\n", "\r\n"), ("a: b\rc: d", "\r")],
)
def test_line_ends_are_read_and_kept(text: str, newline: str) -> None:
    """The text keeps its line ends, and what is inserted can have the same."""
    document = read(text)
    assert (document.text, document.newline) == (text, newline)
    assert document.faults == ()


@pytest.mark.parametrize("text", ["", "\n\n", "# a comment\n", "---\n", "  \n"])
def test_an_empty_file_has_no_data_and_no_fault(text: str) -> None:
    """What is missing in it is for the format to say, not for YAML."""
    document = read(text)
    assert (document.data, document.faults) == (None, ())


def test_no_break_spaces_that_indent_are_reported_once() -> None:
    """Pasted from a web page they look like spaces; YAML would make them part of the keys."""
    document = read("owner:\n\xa0\xa0name: x\n\xa0\xa0role: y\n")
    assert document.data == {"owner": {"name": "x", "role": "y"}}
    assert [place(document, fault) for fault in document.faults] == ["2:1 \xa0\xa0"]
    assert mended(document).text == "owner:\n  name: x\n  role: y\n"

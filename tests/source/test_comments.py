"""Comments: what they say, where they stand, and the texts they cut off."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import given, settings

from journeycli.source.document import read_document
from strategies import yaml_texts

from .reading import read, sliced

if TYPE_CHECKING:
    from strategies import Value

_TEXT = """\
# first
name: a#b  # after a text
quoted: "# not one" # but this
'# nor': '#'#here
block: |  # its head
  # no comment
  text # nor this
folded: >
  # no comment

   # behind a block
list: [a, # in a list
  b] #end
  #   indented   \t
empty:  #
url: http://x.y/#z
"""


def test_comments_are_told_from_texts() -> None:
    """A `#` in quotes, in a block and inside a word is no comment; all others are."""
    document = read(_TEXT)
    assert [comment.text for comment in document.comments] == [
        "first",
        "after a text",
        "but this",
        "here",
        "its head",
        "in a list",
        "end",
        "indented",
        "",
    ]


def test_a_comment_has_its_line_and_span() -> None:
    """The span starts at the `#` and ends at the last letter."""
    document = read("# one\n\na: b #  two  \n   # three")
    found = [(each.line, sliced(document, each.span), each.own_line) for each in document.comments]
    assert found == [(1, "# one", True), (3, "#  two", False), (4, "# three", True)]


def test_comments_keep_their_places_behind_a_mended_sentence() -> None:
    """Quotes that reading put in memory move nothing."""
    document = read("- *one* # 1\n- b # 2\n-\tc # 3\n- 'it''s' #4\n")
    found = [(each.line, sliced(document, each.span)) for each in document.comments]
    assert found == [(1, "# 1"), (2, "# 2"), (3, "# 3"), (4, "#4")]


def test_comments_of_a_second_document_are_not_read() -> None:
    """What stands behind the first document is no part of the map."""
    assert [each.text for each in read("a: b # 1\n---\nc: d # 2\n").comments] == ["1"]


def test_a_file_of_comments_has_comments() -> None:
    """A file without data can hold an ignore comment."""
    assert [each.text for each in read("# a\n\n  # b\n").comments] == ["a", "b"]


@settings(max_examples=40)
@given(yaml_texts())
def test_without_its_comments_a_text_says_the_same(case: tuple[str, Value]) -> None:
    """Deleting what is reported as comments changes no data and leaves no comment."""
    text, meant = case
    document = read(text)
    for comment in reversed(document.comments):
        text = text[: comment.span.start] + text[comment.span.end :]
    bare = read(text)
    assert (bare.data, bare.comments) == (meant, ())


def test_texts_that_a_comment_follows_are_found() -> None:
    """A plain text or an empty value with a comment behind it may have been cut off."""
    document = read(
        "- Ticket #45 is lost\n- #1 in the market\n- 'quoted' # fine\n- k: v # c\n  l: [a] # fine\n"
        "- [b # c\n  ]\n- goes\n  on # too\n- # not a text\n  a: b\n- d\n"
    )
    found = [(path, comment.text) for path, comment in document.commented_texts()]
    assert found == [
        ((0,), "45 is lost"),
        ((1,), "1 in the market"),
        ((3, "k"), "c"),
        ((4, 0), "c"),
        ((5,), "too"),
    ]
    for path, text in found:
        comment = document.comment_after(path)
        assert comment is not None
        assert comment.text == text


def test_other_values_have_no_comment_after() -> None:
    """Quoted texts, collections, aliases and what no comment follows."""
    document = read("a: 'b' # c\nd: [e] # f\ng: &h i\nj: *h # k\nl: m\n\n# own line\n")
    for path in (("a",), ("d",), ("d", 0), ("j",), ("l",), ("none",)):
        assert document.comment_after(path) is None


def test_a_text_cut_behind_a_mended_sentence_is_found() -> None:
    """Places come from the original text."""
    document = read("- @home\n- Ticket #45\n")
    assert [path for path, _ in document.commented_texts()] == [(1,)]


def test_comments_cost_nothing_until_somebody_asks() -> None:
    """They are found once, and stay the same."""
    document = read_document(b"# a\n")
    assert document.comments is document.comments

"""Changes as sentences, in the words of the map.

A sentence is made of pieces, so that whoever prints it can make the map's own words inert and give
what was and what is a look of their own.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal, NamedTuple, TypeAlias, assert_never

from journeycli.compare.values import gist, key_words, shown

if TYPE_CHECKING:
    from collections.abc import Sequence

    from journeycli.compare.changes import Change
    from journeycli.compare.elements import Element, Group

Role: TypeAlias = Literal["word", "name", "old", "new"]
"""What a piece is: a word of ours, the name of an element, a value that was, a value that is."""

_LABELS: Final = {"name": "is called", "title": "is called", "text": "reads", "feeling": "is"}
_SCORES: Final = frozenset({"score", "before", "during", "after", "expected"})


class Piece(NamedTuple):
    """A piece of a sentence; all but words may hold text of the map."""

    text: str
    role: Role = "word"


Sentence: TypeAlias = tuple[Piece, ...]


def sentence(change: Change, heading: Element | None = None) -> Sentence:
    """Say a change in the words of the map.

    Args:
        change: The change.
        heading: What a heading names already, such as the stage; it is not named again.

    """
    if change.element is heading:
        return predicate(change)
    return (*path_of(change, heading), *_said(change))


def subject(change: Change, heading: Element | None = None) -> Sentence:
    """Name what a change is about, with what it stands in below the heading."""
    return (*path_of(change, heading), *_named(change.element))


def predicate(change: Change) -> Sentence:
    """Say what happened to something that is named already."""
    named, said = _named(change.element), _said(change)
    if said[: len(named)] == named:
        said = said[len(named) :]
    first, *rest = said
    text = first.text.removeprefix(f"{change.element.kind} ").lstrip(": ")
    return (first._replace(text=text), *rest)


def path_of(change: Change, heading: Element | None = None) -> Sentence:
    """Name what a change stands in, below the heading."""
    above = [each for each in change.trail if each is not heading]
    return tuple(piece for each in above for piece in (*_named(each), Piece(" › ")))


def plain(pieces: Sequence[Piece]) -> str:
    """Give a sentence as one text."""
    return "".join(piece.text for piece in pieces)


def sign(change: Change) -> str:
    """Give the sign of a change: `+` added, `−` removed, `→` moved, `=` renamed, `~` changed."""
    match change.action:
        case "added":
            return "+"
        case "removed" | "emptied":
            return "−"
        case "moved" | "reordered":
            return "→"
        case "renamed":
            return "="
        case "changed" | "answered":
            return "~"
        case _:
            assert_never(change.action)


def _said(change: Change) -> Sentence:
    match change.action:
        case "added" | "removed":
            about = gist(change.element)
            more = Piece(f" ({about})", "new" if change.action == "added" else "old")
            return (*_named(change.element), Piece(f" {change.action}"), *([more] if about else []))
        case "moved":
            return (*_named(change.element), Piece(" moved here from "), *_place(change.old_trail))
        case "reordered":
            return (*_named(change.element), Piece(" moved: now "), *_behind(change.follows))
        case "renamed":
            return (*_named(change.element), *_new_id(change))
        case "changed":
            return _changed(change)
        case "emptied" | "answered":
            return _answer(change)
        case _:
            assert_never(change.action)


def _named(element: Element) -> Sentence:
    """Name an element: its kind and what people call it; a map's own keys need no name."""
    if element.kind == "map" or not element.label:
        return (Piece(element.kind),)
    row = f"in {key_words(f'lanes.{element.path[-2]}')} " if _in_own_row(element) else ""
    return (Piece(f"{element.kind} {row}"), Piece(f"“{element.label}”", "name"))


def _in_own_row(element: Element) -> bool:
    return len(element.path) > 2 and element.path[-3] == "lanes"  # noqa: PLR2004 - lanes, id, index


def _place(trail: Sequence[Element]) -> Sentence:
    return _named(trail[-1]) if trail else (Piece("the map itself"),)


def _behind(follows: Element | None) -> Sentence:
    return (Piece("the first"),) if follows is None else (Piece("after "), *_named(follows)[-1:])


def _new_id(change: Change) -> Sentence:
    old, new = change.old, change.element
    was = old.id if old is not None else ""
    if old is not None and not old.has_own_id:
        return (Piece(" has an id of its own: "), Piece(new.id, "new"))
    if not new.has_own_id:
        return (Piece(" has lost its id "), Piece(was, "old"))
    return (Piece(" has a new id: "), Piece(was, "old"), Piece(" → "), Piece(new.id, "new"))


def _changed(change: Change) -> Sentence:
    element, key = change.element, change.key
    if key in _SCORES and change.before is not None and change.after is not None:
        went = (
            Piece(" went from "),
            Piece(shown(change.before), "old"),
            Piece(" to "),
            Piece(shown(change.after), "new"),
        )
        return (*_whose_score(element, key), *went)
    if key in _LABELS and element.label and change.before is not None and change.after is not None:
        how = f"{element.kind} {_LABELS[key]} "
        now, was = Piece(shown(change.after), "new"), Piece(shown(change.before), "old")
        return (Piece(how), now, Piece(", was "), was)
    subject = (*_named(element), Piece(": ")) if element.path else ()
    return (*subject, Piece(key_words(key)), *_from_to(change))


def _whose_score(element: Element, key: str) -> Sentence:
    if key != "score":
        return (*_named(element), Piece(f": score {key}" if key != "expected" else ": expectation"))
    if element.kind == "emotion":
        return (Piece("feeling "), *_named(element)[1:]) if element.label else (Piece("feeling"),)
    return (Piece("feeling at "), *_named(element))


def _from_to(change: Change) -> Sentence:
    before, after = change.before, change.after
    if before is None:
        return (Piece(" set: "), Piece(shown(after), "new"))
    if after is None:
        return (Piece(" taken away, was "), Piece(shown(before), "old"))
    if isinstance(before.content, tuple) and isinstance(after.content, tuple):
        came = [each for each in after.content if each not in before.content]
        went = [each for each in before.content if each not in after.content]
        if came or went:
            return _listed(came, went)
    return (
        Piece(" "),
        Piece(shown(before), "old"),
        Piece(" → "),
        Piece(shown(after), "new"),
    )


def _listed(came: Sequence[str], went: Sequence[str]) -> Sentence:
    pieces: list[Piece] = []
    if came:
        pieces += [Piece(": added "), Piece(", ".join(came), "new")]
    if went:
        pieces += [Piece("; removed " if came else ": removed "), Piece(", ".join(went), "old")]
    return tuple(pieces)


def _answer(change: Change) -> Sentence:
    element, key = change.element, key_words(change.key)
    within = element.kind in ("map", "stage")  # the heading says which
    subject = () if within else (*_named(element), Piece(": "))
    before, after = change.answer_before, change.answer_after
    if change.action == "emptied" or after is None or before is None:
        return (*subject, Piece(f"{key} emptied: the question is open again"))
    was, now = _reason(before, "old"), _reason(after, "new")
    if before.none is not None and after.none is not None:
        return (*subject, Piece(f"{key}: none, because "), now, Piece(", was "), was)
    if after.state.startswith("none"):
        return (*subject, Piece(f"{key} answered: none, "), now)
    return (*subject, Piece(f"{key}: no longer none, was "), was)


def _reason(group: Group, role: Role) -> Piece:
    return Piece(f"“{group.none}”", role) if group.none else Piece("without a reason")

"""What every way of printing a difference says alike: headlines, the checklist, feelings."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final

from journeycli.compare.difference import counts
from journeycli.compare.values import gist, score
from journeycli.text import counted, listed, visible

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from journeycli.compare.changes import Action
    from journeycli.compare.difference import Difference
    from journeycli.compare.versions import FileChange, Status, Version
    from journeycli.model.checklist import Share

NOTHING: Final = "Nothing that a map says is different."
"""What is said where there is no change."""
_STATUSES: Final[tuple[tuple[Status, str], ...]] = (
    ("added", "new"),
    ("removed", "removed"),
    ("renamed", "renamed"),
)
_WORDS: Final[Mapping[Action, str]] = {
    "added": "added",
    "removed": "removed",
    "changed": "changed",
    "moved": "moved",
    "reordered": "moved",
    "renamed": "renamed",
    "emptied": "emptied",
    "answered": "answered",
}


def overview(difference: Difference) -> str:
    """Say how much is different, in a sentence."""
    files = difference.files
    if not files:
        return NOTHING
    statuses = Counter(each.status for each in files)
    kinds = [f"{statuses[status]} {word}" for status, word in _STATUSES if statuses[status]]
    told = [counted(len(files), "file") + (f" ({', '.join(kinds)})" if kinds else "")]
    total = sum(len(each.changes) for each in files)
    told += [counted(total, "change")] if total else []
    for found, word in ((difference.findings_new, "new"), (difference.findings_gone, "gone")):
        told += [f"{counted(len(found), 'finding')} {word}"] if found else []
    return f"{', '.join(told)}."


def headline(file: FileChange) -> str:
    """Name a file, and say what became of it where that is more than a change."""
    name = visible(file.name)
    match file.status:
        case "added":
            return f"{name} (new)"
        case "removed":
            return f"{name} (removed)"
        case "renamed":
            return f"{visible(file.old.name) if file.old is not None else ''} → {name}"
        case _:
            return name


def news_of(file: FileChange) -> Iterator[tuple[str, str]]:
    """Say what a new or removed file holds, with a mark."""
    root = file.root
    if file.status not in ("added", "removed") or root is None:
        return
    stages = root.group("stages").elements
    facts = [counted(len(stages), "stage")] if stages else []
    about = gist(root)
    facts += [about] if about else []
    more = f": {', '.join(facts)}" if facts else ""
    yield "+" if file.status == "added" else "−", f"{root.kind} “{root.label}” {file.status}{more}"


def notes_of(file: FileChange) -> Iterator[str]:
    """Say what could not be read or compared, in sentences."""
    old, new = file.old, file.new
    if old is not None and new is not None:
        if _same_trouble(old, new):
            yield from _trouble(new, "before and now")
        else:
            yield from _trouble(old, "before")
            yield from _trouble(new, "now")
    else:
        for version in (old, new):
            yield from _trouble(version, "") if version is not None else ()
    kinds = [each.tree.kind for each in (file.old, file.new) if each and each.tree]
    if len(set(kinds)) > 1:
        yield f"It was a {kinds[0]} and is a {kinds[1]}; the two cannot be compared."


def _same_trouble(old: Version, new: Version) -> bool:
    reasons = [[each.why for each in side.unread] for side in (old, new)]
    return old.name == new.name and not (old.trouble or new.trouble) and reasons[0] == reasons[1]


def _trouble(version: Version, when: str) -> Iterator[str]:
    at = f"{visible(version.name)}{f', {when},' if when else ''}"
    if version.trouble:
        why = f" ({_first(version)})" if version.unread else ""
        yield f"{at} {version.trouble}{why}, so that it is not compared."
    elif version.unread:
        places = counted(len(version.unread), "place")
        yield (
            f"{at} has {places} that cannot be read as written ({_first(version)}); what stands "
            "there may be missing here, or seem to be gone."
        )


def _first(version: Version) -> str:
    """Say where the first place is that cannot be read, and why."""
    first = version.unread[0]
    more = "" if len(version.unread) == 1 else "first "
    return f"{more}line {first.line}: {visible(first.why).rstrip('.')}"


def stat_words(file: FileChange) -> str:
    """Say how much of a file changed: `2 added, 1 removed; checklist 98% → 97%`."""
    found = counts(file)
    numbers = dict.fromkeys(_WORDS.values(), 0)
    for action, number in found.items():
        numbers[_WORDS[action]] += number
    parts = [f"{number} {word}" for word, number in numbers.items() if number]
    told = listed(parts) if parts else _without_changes(file)
    whole = file.completeness
    if whole is not None and whole.before != whole.after:
        told += f"; checklist {share_words(whole.before)} → {share_words(whole.after)}"
    return told


def _without_changes(file: FileChange) -> str:
    told = [text for _, text in news_of(file)] or [note.rstrip(".") for note in notes_of(file)]
    return "; ".join(told) or "no change in what it says"


def checklist_lines(file: FileChange) -> Iterator[tuple[str, str]]:
    """Tell the checklist's change: the whole, then question by question, each with a mark."""
    whole = file.completeness
    if whole is None or not whole.questions:
        return
    before, after = whole.before, whole.after
    if file.status == "added":
        yield "·", f"{share_words(after)} of what is asked is answered ({after.settled})"
        return
    if file.status == "removed":
        return
    yield _mark(before.value, after.value), _whole(before, after)
    for each in whole.questions:
        names = [f"answered in {_names(each.gained)}"] if each.gained else []
        names += [f"open again in {_names(each.lost)}"] if each.lost else []
        told = f": {'; '.join(names)}" if names else ""
        yield (
            _mark(each.before.value, each.after.value),
            (
                f"{each.label} {each.before.settled} of {each.before.asked} → "
                f"{each.after.settled} of {each.after.asked}{told}"
            ),
        )


def feeling_lines(file: FileChange) -> Iterator[tuple[str, str]]:
    """Tell how each stage feels now, with a mark: better `▲` or worse `▼`."""
    for each in file.feelings:
        low = ""
        lows = each.low_before, each.low_after
        if lows[0] != lows[1] and None not in lows and lows != (each.before, each.after):
            low = f", lowest {score(each.low_before)} → {score(each.low_after)}"
        yield (
            _mark(each.before, each.after),
            f"{each.stage} {score(each.before)} → {score(each.after)}{low}",
        )


def share_words(share: Share) -> str:
    """Write a share as whole percent; what is not all is never told as all."""
    if share.value is None:
        return "–"
    percent = round(share.value * 100)
    if percent == 100 and share.settled < share.asked:  # noqa: PLR2004 - all of it
        percent = 99
    if percent == 0 and share.settled:
        percent = 1
    return f"{percent}%"


def _whole(before: Share, after: Share) -> str:
    if before == after:
        return f"{share_words(after)}, as before ({after.settled} of {after.asked})"
    numbers = f"{before.settled} of {before.asked} → {after.settled} of {after.asked}"
    return f"{share_words(before)} → {share_words(after)} ({numbers})"


def _mark(before: float | None, after: float | None) -> str:
    if before is None or after is None or before == after:
        return "·"
    return "▲" if after > before else "▼"


def _names(names: tuple[str, ...]) -> str:
    return listed([f"“{each}”" for each in names])

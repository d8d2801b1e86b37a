"""What the shell offers after TAB: maps, stages, personas, rules and the words of options.

Completion runs at every press of a key: it looks at no more files than it must, reads their first
lines only, and offers nothing where anything is wrong.
"""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

_MOST_FILES: Final = 500
_MOST_BYTES: Final = 1_000_000
_HEAD: Final = 4_000  # the id of a file stands among its first keys
_TOO_DEEP: Final = 5
_SKIPPED: Final = frozenset({"node_modules", "__pycache__", "venv", "build", "dist"})
_ROOT_KEY: Final = re.compile(r"^(id|title|name):[ \t]+(.+?)[ \t]*(?:#.*)?$", re.MULTILINE)
_STAGES: Final = re.compile(r"^stages:[ \t]*(?:#.*)?$(.*?)(?=^\S|\Z)", re.MULTILINE | re.DOTALL)
_ITEM: Final = re.compile(r"^([ \t]*)- ", re.MULTILINE)
_ID: Final = re.compile(r"\bid:[ \t]+([^\s,}#]+)")
_NAME: Final = re.compile(r"\bname:[ \t]+([^\n,}#]+)")

_MAP: Final = ".journey."
_PERSONA: Final = ".persona."

Offer: TypeAlias = tuple[str, str]
"""A word, and what it stands for."""


def complete_maps(incomplete: str) -> list[Offer]:
    """Offer the ids of the maps below this folder, and the files of maps."""
    return _safely(lambda: _matching(_maps(), incomplete) or _files(incomplete))


def complete_stages(ctx: Any, incomplete: str) -> list[Offer]:
    """Offer the stages of the map that the command line names."""
    return _safely(lambda: _matching(_stages(_named_map(ctx)), incomplete))


def complete_personas(incomplete: str) -> list[Offer]:
    """Offer the ids of the personas below this folder."""
    return _safely(lambda: _matching(_ids(_PERSONA), incomplete))


def complete_rules(incomplete: str) -> list[Offer]:
    """Offer codes of rules, or names where a name was begun; after a comma as well."""
    return _safely(lambda: _rules(incomplete))


def complete_words(words: Sequence[str]) -> Callable[[str], list[Offer]]:
    """Offer the words of a closed vocabulary."""

    def offer(incomplete: str) -> list[Offer]:
        return _matching([(word, "") for word in words], incomplete)

    return offer


def _safely(offers: Callable[[], list[Offer]]) -> list[Offer]:
    try:
        return offers()
    except (OSError, ValueError, RuntimeError):
        return []


def _matching(offers: Sequence[Offer] | Iterator[Offer], incomplete: str) -> list[Offer]:
    return sorted({each for each in offers if each[0].startswith(incomplete)})


def _rules(incomplete: str) -> list[Offer]:
    from journeycli.rules import ALL_RULES

    before, comma, begun = incomplete.rpartition(",")
    lead = before + comma
    by_name = begun[:1].islower()
    offers = [
        (lead + (rule.name if by_name else rule.code), rule.summary if by_name else rule.name)
        for rule in ALL_RULES
    ]
    return _matching(offers, lead + (begun if by_name else begun.upper()))


def _maps() -> Iterator[Offer]:
    yield from _ids(_MAP)


def _ids(kind: str) -> Iterator[Offer]:
    for path in _found(kind):
        said = {key: _plain(value) for key, value in reversed(_root_keys(path))}
        if said.get("id"):
            yield said["id"], said.get("title") or said.get("name") or ""


def _root_keys(path: Path) -> list[tuple[str, str]]:
    """Give what a file says of itself; nothing where it cannot be read."""
    try:
        with path.open("rb") as stream:
            head = stream.read(_HEAD).decode("utf-8", "replace")
    except OSError:
        return []
    return _ROOT_KEY.findall(head)


def _found(kind: str) -> Iterator[Path]:
    """Walk this folder and those below, as far as a completion may take."""
    seen = 0
    start = Path.cwd()
    for folder, folders, names in os.walk(start):
        depth = len(Path(folder).relative_to(start).parts)
        folders[:] = sorted(
            name
            for name in folders
            if depth < _TOO_DEEP and not name.startswith(".") and name not in _SKIPPED
        )
        for name in sorted(names):
            if kind in name and name.endswith((".yaml", ".yml")):
                yield Path(folder, name)
                seen += 1
        if seen >= _MOST_FILES:
            return


def _files(incomplete: str) -> list[Offer]:
    """Offer files and folders where what was typed looks like a path."""
    if not any(sign in incomplete for sign in "/\\."):
        return []
    here = Path(incomplete)
    folder = here if incomplete.endswith(("/", "\\")) else here.parent
    lead = incomplete[: len(incomplete) - len("" if folder == here else here.name)]
    offers = [
        (f"{lead}{each.name}{'/' if each.is_dir() else ''}", "")
        for each in folder.iterdir()
        if each.is_dir() or (_MAP in each.name and each.name.endswith((".yaml", ".yml")))
    ]
    return _matching(offers, incomplete)


def _named_map(ctx: Any) -> str:
    """Give the map that the line names; behind an option without its value, nothing is parsed."""
    named = ctx.params.get("map_")
    if named:
        return str(named)
    line = os.environ.get("_TYPER_COMPLETE_ARGS") or os.environ.get("COMP_WORDS") or ""
    words = [each.strip("'\"") for each in line.split()[2:] if not each.startswith("-")]
    return next((each for each in words if _file_of(each) is not None), "")


def _stages(name: str) -> Iterator[Offer]:
    path = _file_of(name)
    if path is None or path.stat().st_size > _MOST_BYTES:
        return
    block = _STAGES.search(path.read_text("utf-8", "replace"))
    first = _ITEM.search(block[1]) if block else None
    if block is None or first is None:
        return
    for item in re.split(rf"^{first[1]}- ", block[1], flags=re.MULTILINE)[1:]:
        head = "\n".join(item.splitlines()[:4])
        found, called = _ID.search(head), _NAME.search(head)
        if found:
            yield _plain(found[1]), _plain(called[1]) if called else ""


def _file_of(name: str) -> Path | None:
    if Path(name).is_file():
        return Path(name)
    for path in _found(_MAP):
        if any(key == "id" and _plain(value) == name for key, value in _root_keys(path)):
            return path
    return None


def _plain(value: str) -> str:
    """Take a scalar out of its quotes; no control character reaches the shell."""
    text = value.strip()
    if len(text) > 1 and text[0] == text[-1] and text[0] in "'\"":
        text = text[1:-1]
    return "".join(character for character in text if character.isprintable())

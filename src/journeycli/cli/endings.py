"""What the ending of a file says of the format to be written into it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from journeycli.cli.workspace import STANDARD_INPUT, one_of
from journeycli.errors import UserError
from journeycli.text import listed, visible

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_OF_TEXT = ("", ".txt", ".text", ".log")
_SPELLED = {".markdown": "md", ".htm": "html"}


def format_for(asked: str | None, to: str | Path | None, formats: Sequence[str]) -> str:
    """Give the format: the one asked for, else what the file's ending says, else text.

    Args:
        asked: What `--format` says, or None.
        to: What `-o` says, or None.
        formats: The formats there are, `text` among them; each is an ending, too.

    Raises:
        UserError: There is no such format, or the ending says another one.

    """
    chosen = None if asked is None else one_of(asked, formats, "--format")
    if to is None or str(to) == STANDARD_INPUT or Path(to).is_dir():
        return chosen or "text"
    ending = Path(to).suffix.lower()
    meant = _meant(formats).get(ending)
    if chosen is None and meant is None:
        raise UserError(
            f"{visible(str(to))} ends in {visible(ending)}, and this is written as "
            f"{listed(formats, 'or')}.",
            hint="Give the file another ending, or say --format.",
        )
    if chosen is not None and meant not in (None, "text"):
        check_agreement(chosen, to, meant)
    return chosen or meant or "text"


def check_agreement(asked: str, to: str | Path, meant: str | None) -> None:
    """Check that a file's ending does not say another format than the one asked for.

    Args:
        asked: What `--format` says.
        to: What `-o` says.
        meant: What its ending says; None where it says nothing.

    Raises:
        UserError: They are two.

    """
    if meant not in (None, asked):
        raise UserError(
            f"--format {asked} does not go with {visible(str(to))}, whose ending says {meant}.",
            hint="Leave --format out, or give the file another ending.",
        )


def _meant(formats: Sequence[str]) -> Mapping[str, str]:
    spelled = {ending: each for ending, each in _SPELLED.items() if each in formats}
    return {
        **{f".{each}": each for each in formats},
        **spelled,
        **dict.fromkeys(_OF_TEXT, "text"),
    }

"""The look of help pages: weight tells what a word is, so that any background will do.

typer's own colours (yellow, cyan, cyan on a black box) cannot be read on a light terminal.
"""

from __future__ import annotations

from typing import Any, Final

from typer.core import TyperCommand

_STYLES: Final = {
    "STYLE_OPTION": "bold",
    "STYLE_SWITCH": "bold",
    "STYLE_NEGATIVE_OPTION": "bold",
    "STYLE_NEGATIVE_SWITCH": "bold",
    "STYLE_TYPES": "",
    "STYLE_USAGE": "bold",
    "STYLE_HELPTEXT": "",
    "STYLE_OPTION_ENVVAR": "dim",
    "STYLE_COMMANDS_TABLE_FIRST_COLUMN": "bold",
}
"""What typer's module of the same words has for rich."""


class Command(TyperCommand):
    """A command whose help page is dressed as ours."""

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """Print the help page."""
        dress()
        super().format_help(ctx, formatter)


def dress() -> None:
    """Have typer print help pages in our styles from now on."""
    from rich.default_styles import DEFAULT_STYLES
    from rich.style import Style
    from typer import rich_utils

    for name, style in _STYLES.items():
        setattr(rich_utils, name, style)
    DEFAULT_STYLES["markdown.code"] = Style(bold=True)

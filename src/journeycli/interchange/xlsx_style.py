"""How cells of a workbook look."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.format import Format

_SCORES: Final = {  # fill and ink, from awful to great
    -2: ("#F4B6AE", "#7A1208"),
    -1: ("#FBDDD5", "#8A2D17"),
    0: ("#F0F0EE", "#3C4250"),
    1: ("#DCEFE0", "#17603A"),
    2: ("#B4DDBF", "#0B4D2A"),
}
_LAYERS: Final = {  # rows that belong together stand on one ground
    "customer": "#EEF3FB",
    "company": "#F4F1FA",
    "work": "#FBF6EC",
    "own": "#F5F6F7",
}
_INK: Final = "#1F2633"
_QUIET: Final = "#5A6475"
_DARK: Final = "#24324A"
_LINE: Final = "#D5DAE2"
_FONT: Final = "Calibri"


class Styles:
    """The formats of a workbook, each made once.

    Args:
        book: The workbook.

    """

    def __init__(self, book: Workbook) -> None:
        self._book = book
        self._made: dict[tuple[Any, ...], Format] = {}
        self.title = self._make(bold=True, font_size=18, font_color=_DARK)
        self.about_label = self._make(font_color=_QUIET, bold=True, valign="top")
        self.about_head = self._make(bold=True, font_size=13, font_color=_DARK)
        self.about = self._make(valign="top")
        self.lines = self._make(valign="top", text_wrap=True)
        self.stage = self._make(
            bold=True, font_size=12, font_color="#FFFFFF", bg_color=_DARK, align="center",
            valign="vcenter", text_wrap=True, border=1, border_color="#FFFFFF",
        )  # fmt: skip
        self.heading = self._make(
            bold=True, font_color="#FFFFFF", bg_color=_DARK, valign="vcenter", border=1,
            border_color="#FFFFFF", text_wrap=True,
        )  # fmt: skip
        self.cell = self._boxed()
        self.figure = self._boxed(num_format="#,##0.##", align="right")

    def label(self, ground: str) -> Format:
        """Give the format of a row's label, on the ground that its kind of row has."""
        return self._boxed(bold=True, font_color=_DARK, bg_color=_LAYERS[ground])

    def quiet(self) -> Format:
        """Give the format of what is said by the way."""
        return self._boxed(font_color=_QUIET, italic=True)

    def score(self, score: float) -> Format:
        """Give the format of a score in figures, in its colour."""
        fill, ink = _SCORES[_step(score)]
        return self._boxed(
            bg_color=fill, font_color=ink, bold=True, align="center", num_format="+0.0#;−0.0#;0"
        )

    def felt(self, score: float | None) -> Format:
        """Give the format of a text that goes with a score; plain where there is none."""
        if score is None:
            return self.cell
        fill, ink = _SCORES[_step(score)]
        return self._boxed(bg_color=fill, font_color=ink)

    def _boxed(self, **look: Any) -> Format:
        base = {"valign": "top", "text_wrap": True, "border": 1, "border_color": _LINE}
        return self._make(**(base | look))

    def _make(self, **look: Any) -> Format:
        whole = {"font_name": _FONT, "font_size": 11, "font_color": _INK} | look
        key = tuple(sorted(whole.items()))
        if key not in self._made:
            self._made[key] = self._book.add_format(whole)
        return self._made[key]


def _step(score: float) -> int:
    """Give the nearest whole step of the scale; halves count away from 0."""
    step = int(min(abs(score), 2) + 0.5)
    return step if score > 0 else -step

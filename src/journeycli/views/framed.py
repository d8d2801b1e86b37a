"""A picture on a page: in a box of its own that scrolls, by mouse and by keyboard.

The picture shrinks with the page as long as its words can be read; beyond that the box scrolls,
and never the page. WCAG 2.2, success criterion 2.1.1, asks that scrolling needs no mouse.
"""

from __future__ import annotations

import re
from typing import Final

from journeycli.views.painters.escape import xml
from journeycli.views.wrap import clean

_WIDTH: Final = re.compile(r'<svg [^>]*?width="([\d.]+)"')
_LEAST: Final = 0.8  # of its width: text of 13 pixels then has more than 10


def framed(name: str, label: str, svg: str) -> str:
    """Write a picture's box.

    Args:
        name: The box's id on the page.
        label: What those hear who cannot see it.
        svg: The picture, embedded.

    """
    found = _WIDTH.search(svg)
    least = f' style="--least:{float(found[1]) * _LEAST:.0f}px"' if found else ""
    return (
        f'<div class="scroll" id="{name}" tabindex="0" role="region"'
        f' aria-label="{xml(clean(label))}"{least}>\n{svg}</div>'
    )

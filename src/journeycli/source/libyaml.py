"""The door to libyaml, through PyYAML's binding; no other module asks whether it is there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journeycli.errors import UserError

if TYPE_CHECKING:
    from collections.abc import Callable

    from yaml.events import Event

try:
    from yaml._yaml import CParser
except ImportError:  # PyYAML was built without libyaml
    CParser = None  # type: ignore[assignment,misc] - told to the user when a file is first read


def events_of(text: str) -> Callable[[], Event]:
    """Open a text; each call of the result gives its next event.

    Marks count code points. The calls raise `yaml.YAMLError` where the text is not YAML.

    Raises:
        UserError: PyYAML is installed without libyaml.

    """
    if CParser is None:
        raise UserError(
            "Reading maps needs PyYAML with libyaml, and the PyYAML installed here has none.",
            hint="Install a PyYAML wheel: pip install --force-reinstall --only-binary :all: pyyaml",
        )
    return CParser(text).get_event  # type: ignore[return-value] - None comes only after the end

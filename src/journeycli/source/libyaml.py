"""The door to libyaml, through PyYAML's binding; no other module asks whether it is there."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from journeycli.errors import UserError

if TYPE_CHECKING:
    from collections.abc import Callable


try:
    from yaml._yaml import CParser
except ImportError:  # PyYAML was built without libyaml; said when a file is first read
    HAS_LIBYAML = False
else:
    HAS_LIBYAML = True


def events_of(text: str | bytes) -> Callable[[], Any]:
    """Open a text, or its UTF-8; each call of the result gives its next event.

    Marks count code points. The calls raise `yaml.YAMLError` where the text is not YAML.

    Raises:
        UserError: PyYAML is installed without libyaml.

    """
    if not HAS_LIBYAML:
        raise UserError(
            "Reading maps needs PyYAML with libyaml, and the PyYAML installed here has none.",
            hint="Install a PyYAML wheel: pip install --force-reinstall --only-binary :all: pyyaml",
        )
    return CParser(text).get_event

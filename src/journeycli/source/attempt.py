"""One try at reading a text, and what stopped it, if anything."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from yaml.error import MarkedYAMLError
from yaml.events import DocumentEndEvent, DocumentStartEvent, StreamEndEvent
from yaml.reader import ReaderError

from journeycli.source.aliases import may_hold_properties
from journeycli.source.libyaml import events_of
from journeycli.source.loading import Loading
from journeycli.source.loop import build, watched
from journeycli.source.marks import span_of
from journeycli.source.overlimit import OverLimitError, too_many_nodes

if TYPE_CHECKING:
    from journeycli.source.limits import Limits
    from journeycli.source.values import Fault

Stop: TypeAlias = "MarkedYAMLError | ReaderError | Fault | None"


class Attempt(NamedTuple):
    """What one try gave.

    Attributes:
        loading: As far as it came.
        stop: libyaml's refusal, the fault of a limit, or None when the document was read.

    """

    loading: Loading
    stop: Stop

    @property
    def is_clean(self) -> bool:
        """Tell whether the text was read and nothing in it looks like something else."""
        return self.stop is None and not self.loading.suspects


def attempt(
    text: str, restore: dict[int, int], limits: Limits, encoded: bytes | None = None
) -> Attempt:
    """Read a text once.

    Args:
        text: Without a byte order mark.
        restore: Turns the characters that stand in for others back (see `mask_other_breaks`).
        limits: Where to stop.
        encoded: The text as UTF-8, where somebody has it already.

    """
    loading = Loading(text, limits)
    try:
        _read(loading, restore, encoded or text)
    except OverLimitError as error:
        return Attempt(loading, error.fault)
    except (MarkedYAMLError, ReaderError) as error:
        return Attempt(loading, error)
    return Attempt(loading, None)


def _read(loading: Loading, restore: dict[int, int], source: str | bytes) -> None:
    get_event = events_of(source)
    get_event()  # the start of the stream
    if isinstance(get_event(), StreamEndEvent):
        return
    odd = restore or may_hold_properties(loading.text)
    last = build(loading, watched(get_event, restore) if odd else get_event)
    if not isinstance(last, DocumentEndEvent):
        raise too_many_nodes(span_of(last), loading.limits)
    loading.finish(span_of(last).start)
    after = get_event()
    if isinstance(after, DocumentStartEvent):
        loading.second_document(after)

"""From the bytes of a file to what was read of it: decode, read, and mend where that failed."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from journeycli.source.attempt import attempt
from journeycli.source.characters import decode, mask_other_breaks, starts_oddly
from journeycli.source.offsets import Offsets
from journeycli.source.overlimit import too_many_stages
from journeycli.source.tree import find, span_of_node

if TYPE_CHECKING:
    from journeycli.source.limits import Limits
    from journeycli.source.loading import Loading
    from journeycli.source.values import Fault


class Reading(NamedTuple):
    """What was read of a file.

    Attributes:
        text: Without its byte order mark.
        has_bom: Whether it had one.
        faults: In the order of the text.
        loading: What libyaml read; None where reading did not come to the end.
        offsets: From the text that libyaml was given to `text`.

    """

    text: str
    has_bom: bool
    faults: tuple[Fault, ...]
    loading: Loading | None = None
    offsets: Offsets | None = None


def read(raw: bytes, limits: Limits) -> Reading:
    """Read the bytes of a file.

    Raises:
        UserError: PyYAML is installed without libyaml.

    """
    text, has_bom, fault, encoded = decode(raw, limits)
    if fault is not None:
        return Reading(text, has_bom, (fault,))
    masked, restore = mask_other_breaks(text)
    tried = None
    if not starts_oddly(masked):
        tried = attempt(masked, restore, limits, None if restore else encoded)
        if tried.is_clean:
            loading = tried.loading
            return _within_stages(Reading(text, has_bom, tuple(loading.faults), loading), limits)
    from journeycli.source.recovery import Recovery  # noqa: PLC0415 - most files need no mending

    recovery = Recovery(masked, restore, limits)
    done, faults = recovery.run(tried)
    if done.stop is not None:
        return Reading(text, has_bom, faults)
    return _within_stages(Reading(text, has_bom, faults, done.loading, recovery.offsets), limits)


def _within_stages(reading: Reading, limits: Limits) -> Reading:
    """Give the reading, or one that says that it has too many stages."""
    loading = reading.loading
    data = loading.root[0] if loading and loading.root else None
    stages = data.get("stages") if isinstance(data, dict) else None
    if loading is None or not isinstance(stages, list) or len(stages) <= limits.stages:
        return reading
    found = find(loading.tree[0], ("stages", limits.stages), loading.aliases)
    node = found.alias or found.node if found else loading.tree[0]
    span = (reading.offsets or Offsets(())).span(span_of_node(node, loading.text))
    faults = (*reading.faults, too_many_stages(span, limits).fault)
    return Reading(reading.text, reading.has_bom, faults)

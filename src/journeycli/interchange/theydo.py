"""TheyDo's import files: opportunities, insights and metrics.

TheyDo takes JSON files, one kind of thing each, as https://github.com/theydo/theydo-s3-integrations
publishes their schemas: `THEYDO_OPPORTUNITIES_V1`, `THEYDO_INSIGHTS_V1`, `THEYDO_METRICS_V1` in its
folder `schemas`, with the rules of its README. `target` and its comparison are in later versions of
the metrics' schema only. A record is known again by its `importKey`, made of the ids of map and
stage; so a second upload updates.

- Opportunities are a map's opportunities and the removals of its barriers.
- Insights are barriers, needs, quotes, scored steps and feelings; `empathyScore` goes from −2 to 2
  there as here.
- Metrics: TheyDo's NPS and CSAT want counts of answers and its RATIO two counts, which a map does
  not have; so all but the customer effort score (CES) of a known sample are of type OTHER.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Final

from journeycli.interchange.theydo_records import insights, metrics, opportunities
from journeycli.text import file_stem

if TYPE_CHECKING:
    from collections.abc import Mapping

    from journeycli.model.journey import JourneyMap

KINDS: Final = ("opportunities", "insights", "metrics")
"""The files that make one export, by what they hold; each also ends so: `ID.insights.json`."""


def write(journey: JourneyMap, personas: Mapping[str, str] | None = None) -> str:
    """Write the three documents, one on each line (JSON Lines), for standard output.

    Args:
        journey: The map.
        personas: Names of personas that stand in files of their own, by id.

    """
    documents = _documents(journey, personas or {})
    return "".join(f"{json.dumps(each, ensure_ascii=False)}\n" for each in documents.values())


def parted(written: str) -> dict[str, str]:
    """Part what `write` gives into the files to upload, by their names.

    A kind of which the map has nothing has no file.
    """
    found = {}
    for kind, line in zip(KINDS, written.splitlines(), strict=True):
        document = json.loads(line)
        if records := document[kind]:
            stem = file_stem(records[0]["importKey"].partition("/")[0])
            text = json.dumps(document, ensure_ascii=False, indent=2) + "\n"
            found[f"{stem}.{kind}.json"] = text
    return found


def _documents(journey: JourneyMap, personas: Mapping[str, str]) -> dict[str, dict[str, Any]]:
    found = {
        "opportunities": opportunities(journey),
        "insights": insights(journey, personas),
        "metrics": metrics(journey),
    }
    return {kind: {"format": f"THEYDO_{kind.upper()}_V1", kind: found[kind]} for kind in KINDS}

"""What is written, read by the mermaid npm package itself.

It runs where Node and the packages are: `npm install --no-save mermaid jsdom` in the project's
folder, or in another one that the variable JOURNEY_NODE names.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as profile
from hypothesis import strategies as st

from interchanged import halves, journey_of, texts
from journeycli.interchange.mermaid import write
from journeycli.interchange.mermaid_tasks import decoded

FOLDER = Path(os.environ.get("JOURNEY_NODE") or Path(__file__).parents[2])
NODE = shutil.which("node")
SCRIPT = """
import { JSDOM } from 'jsdom';
import { createInterface } from 'node:readline';
const { window } = new JSDOM('');
globalThis.window = window;
globalThis.document = window.document;
const mermaid = (await import('mermaid')).default;
for await (const line of createInterface({ input: process.stdin })) {
  const text = JSON.parse(line);
  let answer;
  try {
    await mermaid.parse(text);
    const { db, type } = await mermaid.mermaidAPI.getDiagramFromText(text);
    answer = { type, title: db.getDiagramTitle(), summary: db.getAccDescription(),
      sections: db.getSections(), tasks: db.getTasks() };
  } catch (error) {
    answer = { error: String(error) };
  }
  console.log(JSON.stringify(answer));
}
process.exit(0);
"""

pytestmark = [
    pytest.mark.skipif(NODE is None, reason="needs Node"),
    pytest.mark.skipif(
        not (FOLDER / "node_modules/mermaid").is_dir()
        or not (FOLDER / "node_modules/jsdom").is_dir(),
        reason="needs the npm packages mermaid and jsdom; see the top of this file",
    ),
]

step = st.fixed_dictionaries({"text": texts, "score": st.none() | halves})
maps = st.fixed_dictionaries(
    {
        "format": st.just("journey-map/1"),
        "id": st.just("m"),
        "title": texts,
        "summary": st.none() | texts,
        "personas": texts.map(lambda name: [{"id": "p", "name": name}]),
        "stages": st.lists(
            st.fixed_dictionaries(
                {"id": st.just("s"), "name": texts, "customer_actions": st.lists(step, max_size=3)}
            ),
            min_size=1,
            max_size=3,
        ),
    }
)


def parsed(diagrams: list[str]) -> list[dict[str, Any]]:
    """Give what the package makes of diagrams."""
    done = subprocess.run(
        [str(NODE), "--input-type=module", "-e", SCRIPT],
        cwd=FOLDER,
        input="".join(f"{json.dumps(each)}\n" for each in diagrams).encode(),
        capture_output=True,
        timeout=120,
        check=True,
    )
    return [json.loads(line) for line in done.stdout.splitlines()]


@profile(max_examples=3, suppress_health_check=list(HealthCheck))
@given(st.lists(maps, min_size=40, max_size=60))
def test_mermaid_reads_what_was_meant(many: list[dict[str, Any]]) -> None:
    """Each title, section, task, score and actor is there, entity codes read as browsers do."""
    found = parsed([write(journey_of(data)) for data in many])
    assert [meaning(each) for each in found] == [meant(data) for data in many]


def meaning(found: dict[str, Any]) -> object:
    """Give what the package read, as a browser would show it."""
    if "error" in found:
        return found
    tasks = [(shown(t["section"]), shown(t["task"]), t["score"], shown(t["people"][0]))
             for t in found["tasks"]]  # fmt: skip
    sections = [shown(each) for each in found["sections"]]
    return shown(found["title"]), shown(found["summary"]), sections, tasks


def meant(data: dict[str, Any]) -> object:
    """Give what it should have read."""
    person = data["personas"][0]["name"]
    tasks = [
        (stage["name"], each["text"], (each["score"] or 0) + 3, person)
        for stage in data["stages"]
        for each in stage["customer_actions"] or [{"text": stage["name"], "score": 0}]
    ]
    sections = [stage["name"] for stage in data["stages"]]
    return data["title"], data["summary"] or "", sections, tasks


def shown(text: str) -> str:
    """Undo the signs that the package puts for entity codes until it draws."""
    return decoded(text.replace("ﬂ°°", "#").replace("ﬂ°", "#").replace("¶ß", ";")).strip()

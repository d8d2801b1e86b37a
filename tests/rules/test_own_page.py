"""What `docs/own-rules.md` shows is true."""

from __future__ import annotations

import re
import subprocess
import sys
from typing import TYPE_CHECKING, NamedTuple

import pytest

from program import ROOT, journey

if TYPE_CHECKING:
    from pathlib import Path

PAGE = (ROOT / "docs/own-rules.md").read_text("utf-8")
BLOCK = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)


class Example(NamedTuple):
    """A worked example: the settings, a map that breaks the rule, and what lint says of it."""

    title: str
    settings: str
    map: str
    said: str


def examples() -> list[Example]:
    found = []
    for rest in re.split(r"^### (?=\d)", PAGE, flags=re.MULTILINE)[1:]:
        section = rest.partition("\n## ")[0]
        blocks = dict(BLOCK.findall(section))
        found.append(
            Example(section.partition("\n")[0], blocks["toml"], blocks["yaml"], blocks["text"])
        )
    return found


EXAMPLES = examples()


def test_there_are_five() -> None:
    """Every scope has its example."""
    scopes = {scope for each in EXAMPLES for scope in re.findall(r'scope = "(\w+)"', each.settings)}
    assert len(EXAMPLES) == 5
    assert scopes == {"map", "stage", "touchpoint", "barrier", "persona"}


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.title)
def test_an_example_says_what_the_page_says(example: Example, tmp_path: Path) -> None:
    """The settings are read, and the map gives the finding that is shown, and no other."""
    (tmp_path / "journey.toml").write_text(example.settings, "utf-8")
    (tmp_path / "switch.journey.yaml").write_text(example.map, "utf-8")
    ran = journey("lint", "--select", "ACME", "--format", "concise", cwd=tmp_path)
    findings = [line for line in ran.out.splitlines() if "ACME" in line]
    assert findings == example.said.splitlines()
    assert ran.code == (0 if " info " in example.said else 1)


@pytest.fixture
def package(tmp_path: Path) -> Path:
    """Install the package of the page: its module, its test and its entry point."""
    for code in (text for kind, text in BLOCK.findall(PAGE) if kind == "python"):
        name = re.match(r"# (\w+\.py)\n", code)
        assert name is not None
        (tmp_path / name[1]).write_text(code, "utf-8")
    info = tmp_path / "acme_journey_rules-1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text(
        "Metadata-Version: 2.1\nName: acme-journey-rules\nVersion: 1.0\n"
    )
    point = re.search(r'^acme = "(.+)"$', PAGE, re.MULTILINE)
    assert point is not None
    (info / "entry_points.txt").write_text(f"[journeycli.rules]\nacme = {point[1]}\n")
    return tmp_path


def test_the_rule_in_python_runs_and_its_tests_pass(package: Path) -> None:
    """What is shown can be copied: the package, its test, and the line of the settings."""
    tested = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "test_acme_rules.py"],
        cwd=package,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (tested.returncode, "2 passed" in tested.stdout) == (0, True), tested.stdout
    folder = package / "maps"
    folder.mkdir()
    (folder / "journey.toml").write_text('plugins = ["acme-journey-rules"]\n')
    (folder / "a.journey.yaml").write_text(
        "format: journey-map/1\nid: a\ntitle: A\nstages:\n  - id: wait\n    name: Wait\n"
        "    duration: 3 weeks\n    emotions: [{feeling: forgotten, score: -1.5}]\n"
    )
    ran = journey(
        "lint", "--select", "ACME10", "--format", "concise", cwd=folder, PYTHONPATH=str(package)
    )
    assert ran.out.startswith(
        "a.journey.yaml:7:15: warning ACME10 slow-and-unloved: “Wait” takes 3 weeks and feels bad;"
    )
    explained = journey("explain", "ACME10", cwd=folder, PYTHONPATH=str(package))
    assert "have the time to think about leaving" in " ".join(explained.out.split())

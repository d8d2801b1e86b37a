"""What a run remembers changes nothing: with and without the cache, every run says the same."""

from __future__ import annotations

import random
import shutil
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from hypothesis import example, given, settings
from hypothesis import strategies as st

from journeycli.cli import linting
from journeycli.cli.fixing import fixed_run
from journeycli.cli.workspace import open_workspace
from journeycli.errors import UserError
from journeycli.workspace.cache_folder import FOLDER

if TYPE_CHECKING:
    from collections.abc import Callable

EXAMPLES = Path(__file__).parents[2] / "examples"

SWITCH = """\
format: journey-map/1
id: switch
title: Switching
personas: [maya]
maturity: researched
reviews: {cadence: quarterly, last: 2026-03-02}
stages:
  - id: compare
    name: Compare offers
    touchpoints:
      - {name: Price page, id: page, channel: letterbox}
      - {ref: help-line}  # journey: ignore[J302] until 2026-12-31 -- being built
    emotions: [{feeling: furious, score: 2, evidence: [calls]}]
    barriers:
      - {text: The contract runs for another year, id: term, severity: critical}
  - id: order
    name: Order
    phase: moving-in
    # journey: ignore[J1] -- nobody asked yet
    barriers: [TBD, {text: "Waiting", removals: [{text: Call, status: planned, due: 2026-10-01}]}]
evidence:
  - {id: calls, method: interview, date: 2025-06}
"""
FUTURE = """\
format: journey-map/1
id: switch-future
title: Switching, next year
state: future
baseline: switch
addresses: [{barrier: terms}]
personas: [maja]
stages:
  - {id: compare, name: Compare offers, touchpoints: [{id: page, name: Prices, channel: email}]}
  - {id: order, name: Order, barriers: ["The contract runs for another year."]}
"""
CATALOG = """\
format: catalog/1
id: shared
channels: [{id: letterbox, kind: physical}]
phases: [{id: moving-in, is: onboarding}]
touchpoints: [{id: help-line, name: Help line, channel: phone, department: sales}]
departments: [{id: sales, name: Sales}]
evidence: [{id: calls, method: survey, date: 2024-01}]
"""
MAYA = "format: persona/1\nid: maya\nname: Maya\nshare: 0.6\nchannels: [letterbox]\n"
TEXTS = (
    SWITCH,
    FUTURE,
    CATALOG,
    CATALOG.replace("physical", "digital").replace("help-line", "hotline"),
    MAYA,
    MAYA.replace("maya", "maja"),
    SWITCH.replace("id: switch", "id: other").replace("[maya]", "[maja]"),
    "format: journey-map/1\nid: [\n",
    "",
)
NAMES = (
    "switch.journey.yaml",
    "maps/future.journey.yaml",
    "shared.catalog.yaml",
    "maps/local.catalog.yml",
    "maya.persona.yaml",
)
OWN_RULE = """
[[rule]]
code = "ACME1"
name = "no-phase"
scope = "stage"
require = "{require}"
message = "Say which phase this is."
"""
SETTINGS = (
    "",
    'select = ["J1", "J8", "J7"]\nignore = ["J801"]\n',
    'severity = {J402 = "off", J801 = "warning", J7 = "error"}\n',
    '[per-file-ignores]\n"maps/*" = {rules = ["J2"], reason = "drafts"}\n',
    "evidence-months = 30\nstatement-length = 20\n",
    'today = "2027-06-30"\n',
    'exclude = ["*.catalog.yaml"]\n',
    "[limits]\nbytes = 700\n",
    "[limits]\nstages = 1\n",
    OWN_RULE.format(require="phase"),
    OWN_RULE.format(require="barriers"),
)
DAYS = ("2024-05-01", "2026-09-30", "2026-10-02", "2026-12-31", "2027-01-01", "2029-01-01")


@dataclass
class Edited:
    """A workspace on disk that somebody edits, and what is asked of it."""

    root: Path
    today: str = "2026-09-30"
    asked: tuple[str, ...] = ("",)

    def write(self, name: str, text: str) -> None:
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")

    def lint(self, *, remembering: bool, fixing: bool = True) -> tuple[object, ...]:
        """Give the report or the error, what a baseline goes by, and what fixes would do."""
        request = linting.Request(today=self.today, with_cache=remembering)
        try:
            workspace = open_workspace([self.root])
            paths = [self.root / each for each in self.asked]
            linted = linting.lint_files(workspace, paths, request)
            told = linted.report, linted.run.facts, linted.run.view
            if not fixing:
                return told
            outcome = fixed_run(linted, unsafe=True)
        except UserError as error:
            return (str(error),)
        return *told, tuple((each.name, each.after) for each in outcome.files), outcome.run.report


Step = tuple[str, int, int]
steps = st.lists(
    st.tuples(
        st.sampled_from(
            ["write", "mutate", "rename", "delete", "settings", "day", "ask", "damage", "forget"]
        ),
        st.integers(0, 10_000),
        st.integers(0, 10_000),
    ),
    min_size=1,
    max_size=6,
)


@given(steps)
@settings(max_examples=40)
@example([("settings", at, 0) for at in range(len(SETTINGS))])
@example([("day", at, 0) for at in range(len(DAYS))])
@example([("write", 0, 2), ("rename", 0, 2), ("rename", 0, 4)])
@example([("ask", 1, 0), ("write", 2, 8), ("write", 0, 2), ("rename", 0, 2), ("delete", 2, 0)])
@example([("ask", 0, 0), ("write", 2, 3), ("write", 2, 2), ("settings", 7, 0)])
def test_with_and_without_the_cache_every_run_says_the_same(todo: list[Step]) -> None:
    """Whatever is edited between two runs, remembering never shows in what they say."""
    with tempfile.TemporaryDirectory() as folder:
        edited = Edited(Path(folder).resolve())
        for name, text in zip(NAMES, (SWITCH, FUTURE, CATALOG, "", MAYA), strict=True):
            edited.write(name, text)
        edited.write("journey.toml", "")
        _compare(edited)
        for what, this, other in todo:
            STEPS[what](edited, this, other)
            _compare(edited, fixing=what == "mutate")


def _compare(edited: Edited, *, fixing: bool = False) -> None:
    remembered = edited.lint(remembering=True, fixing=fixing)
    assert edited.lint(remembering=False, fixing=fixing) == remembered
    by_the_run_before = edited.lint(remembering=True, fixing=False)
    assert by_the_run_before == remembered[: len(by_the_run_before)]


def _write(edited: Edited, this: int, other: int) -> None:
    edited.write(NAMES[this % len(NAMES)], TEXTS[other % len(TEXTS)])


def _mutate(edited: Edited, this: int, other: int) -> None:
    path = edited.root / NAMES[this % len(NAMES)]
    if not path.is_file():
        return
    lines = path.read_text("utf-8").splitlines(keepends=True)
    chance = random.Random(other)  # noqa: S311 - an edit, not a secret
    if lines:
        at = chance.randrange(len(lines))
        match chance.randrange(4):
            case 0:
                del lines[at]
            case 1:
                lines.insert(at, chance.choice(lines))
            case 2:
                lines[at] = lines[at].rstrip("\n") + "  # journey: ignore[J3, J999] -- why\n"
            case _:
                lines[at] = lines[at].replace("e", "x", 1)
    path.write_text("".join(lines), "utf-8")


def _rename(edited: Edited, this: int, other: int) -> None:
    path = edited.root / NAMES[this % len(NAMES)]
    if path.is_file():
        target = edited.root / NAMES[other % len(NAMES)]
        target.parent.mkdir(exist_ok=True)
        path.replace(target)


def _delete(edited: Edited, this: int, _other: int) -> None:
    (edited.root / NAMES[this % len(NAMES)]).unlink(missing_ok=True)


def _settings(edited: Edited, this: int, _other: int) -> None:
    edited.write("journey.toml", SETTINGS[this % len(SETTINGS)])


def _day(edited: Edited, this: int, _other: int) -> None:
    edited.today = DAYS[this % len(DAYS)]


def _ask(edited: Edited, this: int, _other: int) -> None:
    choices = [("",), ("maps",), NAMES[:1], NAMES[:2], NAMES[2:4]]
    edited.asked = choices[this % len(choices)]


def _damage(edited: Edited, this: int, other: int) -> None:
    """Do to the cache's files what disks and people do."""
    for path in sorted((edited.root / FOLDER).glob("results*")):
        raw = bytearray(path.read_bytes())
        if not raw:
            continue
        at = this * 37 % len(raw)
        match other % 4:
            case 0:
                raw = raw[:at]
            case 1:
                raw[at] ^= 1 << (other % 8)
            case 2:
                raw[at:at] = b"\x00\xff\n{]" * 9
            case _:
                raw = raw[at:] + raw[:at]
        path.write_bytes(bytes(raw))


def _forget(edited: Edited, _this: int, _other: int) -> None:
    shutil.rmtree(edited.root / FOLDER, ignore_errors=True)


STEPS: dict[str, Callable[[Edited, int, int], None]] = {
    "write": _write,
    "mutate": _mutate,
    "rename": _rename,
    "delete": _delete,
    "settings": _settings,
    "day": _day,
    "ask": _ask,
    "damage": _damage,
    "forget": _forget,
}

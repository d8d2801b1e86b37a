"""What every test stands on: an environment that no machine's habits leak into."""

from __future__ import annotations

import os
import signal
import subprocess
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, settings

if TYPE_CHECKING:
    from pathlib import Path

settings.register_profile(
    "gate",
    deadline=None,  # nothing is timed inside the tests
    derandomize=True,
    suppress_health_check=[HealthCheck.too_slow],
    print_blob=True,
)
settings.load_profile("gate")
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:  # a shell's `&` ignores it for all below
    signal.signal(signal.SIGINT, signal.default_int_handler)

_LEAKING = (
    "NO_COLOR", "FORCE_COLOR", "COLUMNS", "LINES", "TERM", "PAGER", "GITHUB_ACTIONS", "CI",
    "PYTHONIOENCODING", "XDG_CACHE_HOME", "TERM_PROGRAM", "TTY_COMPATIBLE",
)  # fmt: skip


@pytest.fixture(autouse=True)
def scrubbed_environment(
    monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """Take away what the machine's owner set, and give git a name and an empty home."""
    for name in [*_LEAKING, *(key for key in os.environ if key.startswith("GIT_"))]:
        monkeypatch.delenv(name, raising=False)
    home = tmp_path_factory.mktemp("home", numbered=True)
    for name, value in {
        "HOME": str(home),
        "TZ": "UTC",
        "LC_ALL": "C.UTF-8",
        "GIT_CONFIG_GLOBAL": os.devnull,
        "GIT_CONFIG_SYSTEM": os.devnull,
        "GIT_AUTHOR_NAME": "Test",
        "GIT_AUTHOR_EMAIL": "test@example.com",
        "GIT_COMMITTER_NAME": "Test",
        "GIT_COMMITTER_EMAIL": "test@example.com",
    }.items():
        monkeypatch.setenv(name, value)


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """Give an empty git repository."""
    subprocess.run(["git", "init", "--quiet", str(tmp_path)], check=True)
    return tmp_path

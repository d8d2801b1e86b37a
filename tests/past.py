"""Repositories for tests: fixed names and dates, so that every run gives the same commits."""

from __future__ import annotations

import os
import subprocess
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

MAP = """\
format: journey-map/1
id: switch
title: Switching provider
stages:
  - id: compare
    name: Compare offers
    emotions:
      - {feeling: wary, score: -1, cause: company}
    barriers:
      - id: late-fee
        text: The set-up fee shows on the last page only
        removals:
          - text: Show the total on the first page
  - id: order
    name: Order
"""


def git(folder: Path, *arguments: str, author: str = "Ana", day: str = "2026-01-05") -> str:
    """Run git as somebody on some day, and give what it prints."""
    when = f"{day}T10:00:00+00:00"
    done = subprocess.run(
        ["git", *arguments],
        cwd=folder,
        env={
            **os.environ,
            "GIT_AUTHOR_NAME": author,
            "GIT_AUTHOR_EMAIL": f"{author.split(maxsplit=1)[0].lower()}@example.com",
            "GIT_AUTHOR_DATE": when,
            "GIT_COMMITTER_NAME": author,
            "GIT_COMMITTER_EMAIL": f"{author.split(maxsplit=1)[0].lower()}@example.com",
            "GIT_COMMITTER_DATE": when,
        },
        check=True,
        capture_output=True,
    )
    return done.stdout.decode()


def begin(folder: Path) -> Path:
    """Make an empty repository whose branch is `main`."""
    git(folder, "init", "-q", "-b", "main")
    git(folder, "config", "core.autocrlf", "false")
    return folder


def commit(
    folder: Path,
    name: str | None = None,
    text: str | bytes = "",
    *,
    author: str = "Ana",
    day: str = "2026-01-05",
    message: str = "step",
) -> str:
    """Write a file where one is named, commit everything, and give the commit's id."""
    if name is not None:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode() if isinstance(text, str) else text)
    git(folder, "add", "-A")
    git(folder, "commit", "-q", "--allow-empty", "-m", message, author=author, day=day)
    return git(folder, "rev-parse", "HEAD").strip()

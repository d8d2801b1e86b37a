"""Real repositories in which git uses the program."""

from __future__ import annotations

import os
import subprocess
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from pathlib import Path

MAP = """\
format: journey-map/1
id: switch
title: Switching
stages:
  - id: compare
    name: Compare offers
    phase: research
    customer_actions:
      - Opens four tabs
    touchpoints:
      - id: price-page
        name: Price page
        channel: website
        department: marketing
        status: existing
        moment_of_truth: true
        expected: 1
      - Help line
  - id: order
    name: Order
    barriers:
      - text: The fee shows late
        cause: company
        why: Another department sets it
        affects: 0.4
        severity: high
"""
NAME = "the map's.journey.yaml"


class Done(NamedTuple):
    """How git ended: exit code, and both streams together."""

    code: int
    said: str


def git(folder: Path, *arguments: str, **environment: str) -> Done:
    """Run git as a user would, whose editor keeps what it is given."""
    done = subprocess.run(
        ["git", "-c", "core.editor=true", *arguments],
        cwd=folder,
        env={**os.environ, **environment},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        check=False,
        timeout=120,
    )
    return Done(done.returncode, done.stdout.decode("utf-8", "replace"))


def done(folder: Path, *arguments: str) -> str:
    """Run git where it has to succeed."""
    ended = git(folder, *arguments)
    assert ended.code == 0, ended.said
    return ended.said


def save(folder: Path, text: str, message: str = "step") -> None:
    """Write the map and commit everything."""
    (folder / NAME).write_bytes(text.encode())
    done(folder, "add", "-A")
    done(folder, "commit", "-q", "-m", message)


def branches(folder: Path, base: str, ours: str, theirs: str) -> None:
    """Commit a map, edit it on the branch `side`, and otherwise on the branch we are on."""
    save(folder, base)
    done(folder, "switch", "-q", "-c", "side")
    save(folder, theirs, "theirs")
    done(folder, "switch", "-q", "-")
    save(folder, ours, "ours")


def text(folder: Path) -> str:
    """Read the map."""
    return (folder / NAME).read_bytes().decode()

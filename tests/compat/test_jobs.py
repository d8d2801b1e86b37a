"""Several processes, however this Python starts them."""

from __future__ import annotations

from multiprocessing import get_all_start_methods, get_context
from typing import TYPE_CHECKING

import pytest

from journeycli.cli import main
from journeycli.lint import jobs
from program import ROOT

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize("method", get_all_start_methods())
def test_workers_start_in_every_way(
    method: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
) -> None:
    """Two processes find what one finds: forked, begun anew, or forked from a server's."""
    own = (ROOT / "examples/first-draft/gym-membership.journey.yaml").read_text("utf-8")
    for number in range(20):
        text = own.replace("\nid: ", f"\nid: n{number}-", 1)
        (tmp_path / f"{number}.journey.yaml").write_text(text, "utf-8")
    monkeypatch.chdir(tmp_path)
    started: list[str] = []

    def context() -> object:
        started.append(method)
        return get_context(method)

    monkeypatch.setattr(jobs, "_context", context)
    found = []
    for many in ("1", "2"):
        code = main.run(["lint", "--no-cache", "--format", "concise", "--jobs", many])
        found.append((code, *capfd.readouterr()))
    assert started == [method]
    assert found[0] == found[1]
    assert found[0][0] == 1

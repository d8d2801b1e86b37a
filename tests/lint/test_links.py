"""Links in a workspace, and where they lead."""

from __future__ import annotations

from typing import TYPE_CHECKING

from program import journey

if TYPE_CHECKING:
    from pathlib import Path

MAP = "format: journey-map/1\nid: a\ntitle: A\nstages:\n  - {id: one, name: One}\n"


def test_a_link_out_of_the_workspace_is_followed_only_when_it_is_named(tmp_path: Path) -> None:
    """A folder's lint reads nothing outside; a file that the user names is read wherever it is."""
    (tmp_path / "secret.txt").write_text(MAP)
    workspace = tmp_path / "workspace"
    workspace.mkdir()
    (workspace / "journey.toml").write_text("")
    (workspace / "out.journey.yaml").symlink_to(tmp_path / "secret.txt")
    walked = journey("lint", "--select", "J011", "--format", "concise", cwd=workspace)
    named = journey("lint", "out.journey.yaml", "--select", "J011", cwd=workspace)
    assert "it is a link that leads out of the workspace" in walked.out
    assert (walked.code, named.code) == (1, 0)

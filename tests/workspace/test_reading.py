"""Bytes of a file, or the reason why there are none."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from journeycli.workspace.reading import UnreadableError, read_bytes


def reason(path: Path, root: Path | None = None) -> str:
    with pytest.raises(UnreadableError) as caught:
        read_bytes(path, limit=100, root=root)
    return str(caught.value)


def test_a_file_is_read_one_byte_past_the_limit(tmp_path: Path) -> None:
    """The excess shows, and no more than that is taken into memory."""
    (tmp_path / "a").write_bytes(b"x" * 1000)
    assert read_bytes(tmp_path / "a", limit=10) == b"x" * 11


def test_a_folder_named_as_a_file(tmp_path: Path) -> None:
    """A folder is told as such."""
    (tmp_path / "a.journey.yaml").mkdir()
    assert reason(tmp_path / "a.journey.yaml") == "it is not a regular file"


def test_a_pipe_does_not_make_the_program_wait(tmp_path: Path) -> None:
    """A named pipe that nobody writes to is refused at once."""
    os.mkfifo(tmp_path / "pipe")
    assert reason(tmp_path / "pipe") == "it is not a regular file"


def test_a_device_is_refused() -> None:
    """A device is not read, however much it would give."""
    assert reason(Path("/dev/zero")) == "it is not a regular file"


def test_links_that_lead_nowhere_in_a_circle_or_out(tmp_path: Path) -> None:
    """Each kind of bad link has its own words."""
    root = tmp_path / "root"
    root.mkdir()
    (root / "nowhere").symlink_to("missing")
    (root / "circle").symlink_to("circle")
    (tmp_path / "secret").write_text("x")
    (root / "out").symlink_to(tmp_path / "secret")
    assert reason(root / "nowhere") == "the link leads nowhere"
    assert reason(root / "circle") == "its links lead in a circle"
    assert reason(root / "out", root) == "it is a link that leads out of the workspace"


def test_a_file_that_went_away(tmp_path: Path) -> None:
    """A file that vanished between listing and reading is told as gone."""
    assert reason(tmp_path / "gone") == "it is gone"


def test_a_file_without_permission(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Missing permission is named."""

    def refuse(*_: object) -> int:
        raise PermissionError(13, "Permission denied")  # the superuser would not get it for real

    monkeypatch.setattr(os, "open", refuse)
    assert reason(tmp_path / "a") == "you have no permission to read it"

"""A workspace whose settings a test writes and reads."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from journeycli.settings import Settings, SettingsError, read_settings

if TYPE_CHECKING:
    from pathlib import Path


class Workspace:
    """A folder with settings files."""

    def __init__(self, root: Path) -> None:
        self.root = root

    def write(self, text: str | bytes, name: str = "journey.toml") -> Path:
        """Write a file; text keeps its line breaks."""
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return path

    def read(self, text: str | bytes, name: str = "journey.toml") -> Settings:
        """Read settings written as a text."""
        return read_settings(self.write(text, name), root=self.root)

    def faults(self, text: str | bytes, name: str = "journey.toml") -> list[str]:
        """Give what is wrong with settings, a line each."""
        with pytest.raises(SettingsError) as caught:
            self.read(text, name)
        assert caught.value.exit_code == 2
        assert str(caught.value).splitlines() == [str(fault) for fault in caught.value.faults]
        return str(caught.value).splitlines()

    def places(self, text: str | bytes, name: str = "journey.toml") -> list[str]:
        """Give only where something is wrong."""
        return [":".join(fault.split(":")[:3]) for fault in self.faults(text, name)]


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    """Give an empty workspace."""
    return Workspace(tmp_path)

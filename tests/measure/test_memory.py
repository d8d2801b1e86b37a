from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING
from zlib import crc32

import pytest

from journeycli.lint.alone import Counts
from journeycli.measure.figures import Figures
from journeycli.measure.memory import Memory
from journeycli.model.checklist import QUESTIONS, Share
from journeycli.workspace.cache_folder import FOLDER, clear

if TYPE_CHECKING:
    from pathlib import Path

DAY = date(2026, 1, 5)
FIGURES = Figures(
    title="Käse",
    stages=2,
    questions=tuple(Share(1, 2) for _ in QUESTIONS),
    mean=0.5,
    low=None,
    barriers=3,
    findings=Counts(1, 2, 3),
)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    memory = Memory(tmp_path, "a.yaml", "v")
    memory.put("b1", DAY, FIGURES)
    memory.put("b2", DAY, "cannot be read. Line 1: No.")
    memory.close()
    (found,) = (tmp_path / FOLDER).glob("*.json")
    return found


def _known(root: Path, path: str = "a.yaml", variant: str = "v") -> list[object]:
    memory = Memory(root, path, variant)
    return [memory.get("b1", DAY), memory.get("b2", DAY)]


def test_figures_and_reasons_come_back_as_they_were(file: Path, tmp_path: Path) -> None:
    """What is unknown stays unknown."""
    assert _known(tmp_path) == [FIGURES, "cannot be read. Line 1: No."]
    assert Memory(tmp_path, "a.yaml", "v").get("b1", date(2026, 1, 6)) is None


@pytest.mark.parametrize(("path", "variant"), [("b.yaml", "v"), ("a.yaml", "w")])
def test_another_file_or_variant_knows_nothing(
    file: Path, tmp_path: Path, path: str, variant: str
) -> None:
    """Figures of other rules or settings are not used."""
    assert _known(tmp_path, path, variant) == [None, None]


def _with_checksum(raw: bytes) -> bytes:
    return b"%08x\n%s" % (crc32(raw), raw)


@pytest.mark.parametrize(
    "spoilt",
    [
        b"",
        b"\0\xff",
        b"00000000\n{}",
        _with_checksum(b"{"),
        _with_checksum(b"[" * 200_000),
        _with_checksum(b"[1]"),
        _with_checksum(b'{"variant":"v"}'),
        _with_checksum(b'{"variant":"v","known":[1]}'),
        _with_checksum(b'{"variant":"v","known":{"b1@2026-01-05":["x"],"b2@2026-01-05":7}}'),
    ],
)
def test_what_is_damaged_is_not_used(file: Path, tmp_path: Path, spoilt: bytes) -> None:
    """Neither torn nor foreign nor ill-shaped content brings figures."""
    file.write_bytes(spoilt)
    assert _known(tmp_path) == [None, None]


def test_a_flipped_bit_is_seen(file: Path, tmp_path: Path) -> None:
    """The checksum covers every figure."""
    raw = file.read_bytes()
    file.write_bytes(raw.replace(b"0.5", b"0.9"))
    assert _known(tmp_path) == [None, None]


def test_what_nobody_asks_for_any_more_is_forgotten(file: Path, tmp_path: Path) -> None:
    """The file holds no more than the last run used."""
    memory = Memory(tmp_path, "a.yaml", "v")
    memory.get("b1", DAY)
    memory.put("b3", DAY, "deleted")
    memory.close()
    known = json.loads(file.read_bytes()[9:])["known"]
    assert list(known) == ["b1@2026-01-05", "b3@2026-01-05"]


def test_clearing_the_cache_takes_it_away(file: Path, tmp_path: Path) -> None:
    """The folder goes with it."""
    clear(tmp_path)
    assert not (tmp_path / FOLDER).exists()


def test_nothing_is_written_without_news_or_without_a_folder(tmp_path: Path) -> None:
    """A run that measured nothing leaves nothing behind."""
    Memory(tmp_path, "a.yaml", "v").close()
    homeless = Memory(None, "a.yaml", "v")
    homeless.put("b1", DAY, FIGURES)
    homeless.close()
    assert list(tmp_path.iterdir()) == []


def test_links_are_not_written_through(tmp_path: Path) -> None:
    """Neither a folder nor a file that is a link leads us out of the workspace."""
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    root = tmp_path / "root"
    root.mkdir()
    (root / FOLDER).symlink_to(elsewhere)
    memory = Memory(root, "a.yaml", "v")
    memory.put("b1", DAY, FIGURES)
    memory.close()
    assert list(elsewhere.iterdir()) == []

"""`journey render` through the installed program."""

from __future__ import annotations

import shutil
import urllib.error
import urllib.request
from typing import TYPE_CHECKING

import pytest

from journeycli.cli.live import Live
from program import ROOT, journey

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    for folder in ("maps", "personas"):
        shutil.copytree(ROOT / "examples" / folder, tmp_path / folder)
    for name in ("journey.toml", "shared.catalog.yaml"):
        shutil.copy(ROOT / "examples" / name, tmp_path)
    return tmp_path


def test_pictures_are_named_and_checked(workspace: Path) -> None:
    """`-o DIR` writes a file a map; `--check` tells the missing and the stale ones by name."""
    missing = journey("render", "installation-day", "-o", "out", "--check", cwd=workspace)
    assert (missing.code, missing.out) == (1, "missing: out/installation-day.map.svg\n")
    assert journey("render", "installation-day", "-o", "out", cwd=workspace).code == 0
    current = journey("render", "installation-day", "-o", "out", "--check", cwd=workspace)
    assert (current.code, current.out) == (0, "")
    path = workspace / "maps" / "installation-day.journey.yaml"
    path.write_text(path.read_text("utf-8").replace("Lose as little", "Waste as little"), "utf-8")
    stale = journey("render", "installation-day", "-o", "out", "--check", cwd=workspace)
    assert (stale.code, stale.out) == (1, "stale: out/installation-day.map.svg\n")


def test_a_file_or_standard_output_takes_one_picture(workspace: Path) -> None:
    """The ending of `-o FILE` chooses the format; `-` is standard output; two do not fit."""
    assert journey("render", "installation-day", "-o", "map.html", cwd=workspace).code == 0
    assert (workspace / "map.html").read_text("utf-8").startswith("<!DOCTYPE html>")
    printed = journey("render", "installation-day", "--format", "mermaid", "-o", "-", cwd=workspace)
    assert (printed.code, printed.out.splitlines()[0], printed.err) == (0, "journey", "")
    agreed = ("--format", "mermaid", "-o", "map.mmd")
    assert journey("render", "installation-day", *agreed, cwd=workspace).code == 0
    other = ("--format", "mermaid", "-o", "map.txt")
    assert journey("render", "installation-day", *other, cwd=workspace).code == 0
    both = journey("render", "maps", "-o", "one.svg", cwd=workspace)
    assert both.code == 2
    assert "Name a folder." in both.err


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--view", "mapp"], "Did you mean map?"),
        (["--theme", "drak"], "Did you mean dark?"),
        (["--format", "sgv"], "Did you mean svg?"),
        (["--lanes", "barrier"], "Did you mean barriers?"),
        (["--view", "funnel", "--lanes", "needs"], "--lanes chooses the lanes of the view map"),
        (["--format", "png", "--check"], "--check compares text"),
        (["--view", "flow", "--format", "html"], "shows the whole map"),
        (["--view", "funnel", "--compare", "switch-broadband"], "--compare draws the view map"),
        (["--watch", "--check"], "--watch writes files"),
        (["--format", "svg", "-o", "x.png"], "--format svg does not go with x.png"),
    ],
)
def test_wrong_usage_is_told_with_a_next_step(
    arguments: list[str], message: str, workspace: Path
) -> None:
    """Every mistake is exit code 2 and a sentence that helps."""
    done = journey("render", "installation-day", *arguments, cwd=workspace)
    assert done.code == 2
    assert message in done.err


def test_a_map_is_compared_with_another(workspace: Path) -> None:
    """`--compare` marks what is new, changed and gone."""
    done = journey(
        "render", "switch-broadband-future", "--compare", "switch-broadband", "-o", "-",
        cwd=workspace,
    )  # fmt: skip
    assert done.code == 0
    assert all(f">{mark}</text>" in done.out for mark in ("new", "changed", "gone"))


def test_the_live_page_answers_to_this_machine_only() -> None:
    """It shows what it was given, renews its version, and refuses another name."""
    live = Live()
    try:
        assert _get(live.address + "version") == "0"
        live.show((b"<svg/>",), ("warning J101: <b>",))
        assert _get(live.address + "version") == "1"
        assert "warning J101: &lt;b&gt;" in _get(live.address)
        assert _get(live.address + "0") == "<svg/>"
        for path, headers in (("", {"Host": "evil.example"}), ("1", {}), ("../x", {})):
            with pytest.raises(urllib.error.HTTPError) as caught:
                _get(live.address + path, headers)
            caught.value.close()
    finally:
        live.close()


def _get(url: str, headers: dict[str, str] | None = None) -> str:
    request = urllib.request.Request(url, headers=headers or {})  # noqa: S310 - our own page
    with urllib.request.urlopen(request, timeout=10) as answer:  # noqa: S310 - the same
        return str(answer.read().decode())


def test_more_maps_than_one_picture_tells_apart_are_refused_unread(tmp_path: Path) -> None:
    """With more maps than lines can be told apart, the number is said before any is read."""
    for number in range(37):
        (tmp_path / f"m{number}.journey.yaml").write_text("no map", "utf-8")
    refused = journey("render", ".", "--view", "emotions", "-o", "all.svg", cwd=tmp_path)
    assert refused.code == 2
    assert "37 maps would share one picture, which can tell 36 lines apart." in refused.err
    (tmp_path / "m36.journey.yaml").unlink()
    read = journey("render", ".", "--view", "emotions", "-o", "all.svg", cwd=tmp_path)
    assert "lines apart" not in read.err

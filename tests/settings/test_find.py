"""Which settings file belongs to a folder."""

from __future__ import annotations

from pathlib import Path

import pytest

from journeycli.settings import find_settings_file, settings_file_in

_TABLE = '[tool.journeycli]\nfail-level = "error"\n'


@pytest.fixture
def deep(tmp_path: Path) -> Path:
    """Give the folder `a/b/c`."""
    folder = tmp_path / "a" / "b" / "c"
    folder.mkdir(parents=True)
    return folder


def test_the_nearest_folder_wins(tmp_path: Path, deep: Path) -> None:
    """Of several settings files upwards, the nearest counts."""
    (tmp_path / "journey.toml").touch()
    (tmp_path / "a" / "pyproject.toml").write_text(_TABLE)
    assert find_settings_file(deep, [tmp_path]) == tmp_path / "a" / "pyproject.toml"


def test_journey_toml_wins_in_one_folder(tmp_path: Path) -> None:
    """Beside a `pyproject.toml` with our table, `journey.toml` counts, even when it is empty."""
    (tmp_path / "journey.toml").touch()
    (tmp_path / "pyproject.toml").write_text(_TABLE)
    assert find_settings_file(tmp_path, []) == tmp_path / "journey.toml"


def test_the_stop_folder_itself_is_looked_at(tmp_path: Path, deep: Path) -> None:
    """Settings in the home folder or at the repository's top count."""
    (tmp_path / "a" / "journey.toml").touch()
    assert find_settings_file(deep, [tmp_path / "a"]) == tmp_path / "a" / "journey.toml"


@pytest.mark.parametrize("stop", ["a", "a/b", "elsewhere/home"])
def test_nothing_above_a_stop_folder_counts(tmp_path: Path, deep: Path, stop: str) -> None:
    """Settings above a stop folder are nobody's, also where the search passes beside that."""
    (tmp_path / "journey.toml").touch()
    assert find_settings_file(deep, [tmp_path / stop]) is None


def test_the_first_folder_is_looked_at_even_above_a_stop_folder(tmp_path: Path) -> None:
    """Who works above their home folder still has the settings of that very folder."""
    (tmp_path / "journey.toml").touch()
    assert find_settings_file(tmp_path, [tmp_path / "home"]) == tmp_path / "journey.toml"


def test_links_are_followed_before_the_search(tmp_path: Path, deep: Path) -> None:
    """A linked folder belongs to the workspace in which it lies."""
    (tmp_path / "a" / "journey.toml").touch()
    link = tmp_path / "link"
    link.symlink_to(deep)
    assert find_settings_file(link, [tmp_path]) == tmp_path / "a" / "journey.toml"


def test_the_path_begins_as_it_was_given(tmp_path: Path, deep: Path) -> None:
    """Who works below a linked folder gets paths through the link, as their own paths go."""
    (tmp_path / "a" / "journey.toml").touch()
    link = tmp_path / "link"
    link.symlink_to(deep.parents[1])
    assert find_settings_file(link / "b" / "c", [tmp_path]) == link / "journey.toml"
    assert find_settings_file(link / "b" / ".." / "b", [tmp_path]) == link / "journey.toml"


def test_a_relative_folder_gives_an_absolute_path(
    tmp_path: Path, deep: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The folder may be relative to the working folder."""
    (tmp_path / "journey.toml").touch()
    monkeypatch.chdir(deep)
    assert find_settings_file(Path(), [tmp_path]) == tmp_path / "journey.toml"


@pytest.mark.parametrize(
    "text",
    [
        _TABLE,
        "[tool.journeycli]\n",
        "tool = {journeycli = {}}\n",
        "[tool.journeycli.severity]\n",
        "[tool]\njourneycli.today = 2026-11-30\n",
        "[tool.journeycli]\nbroken\n",
        '  [ "tool" . journeycli.severity ]\nbroken\n',
        "[[tool.journeycli.rule]]\nbroken\n",
        "\ufeff[tool.journeycli]\n",
    ],
)
def test_a_pyproject_with_our_table_counts(tmp_path: Path, text: str) -> None:
    """Our table counts in every way to write it, and where the file is broken, so that is told."""
    (tmp_path / "pyproject.toml").write_text(text, encoding="utf-8")
    assert settings_file_in(tmp_path) == tmp_path / "pyproject.toml"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[tool.other]\n",
        '[project]\ndependencies = ["journeycli"]\n',
        '[project]\ndependencies = ["journeycli"\n',
        'x = """\n[tool.journeycli]\n"""\n',
        "tool = 3  # journeycli\n",
        "[tool.journeycliff]\nbroken\n",
    ],
)
def test_a_pyproject_without_our_table_does_not(tmp_path: Path, text: str) -> None:
    """A `pyproject.toml` that only mentions us, or that is broken elsewhere, is passed over."""
    (tmp_path / "pyproject.toml").write_text(text)
    assert settings_file_in(tmp_path) is None


def test_a_broken_link_named_journey_toml_counts(tmp_path: Path) -> None:
    """A `journey.toml` that cannot be read is not passed over: reading it tells what is wrong."""
    (tmp_path / "journey.toml").symlink_to("nowhere")
    assert settings_file_in(tmp_path) == tmp_path / "journey.toml"


def test_a_folder_named_pyproject_toml_is_passed_over(tmp_path: Path) -> None:
    """What cannot hold our table is no settings file."""
    (tmp_path / "pyproject.toml").mkdir()
    assert settings_file_in(tmp_path) is None

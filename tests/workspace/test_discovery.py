"""Which files a run looks at."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from journeycli.errors import UserError
from journeycli.workspace.discovery import Discovered, discover

if TYPE_CHECKING:
    from pathlib import Path


def make(root: Path, *names: str) -> None:
    for name in names:
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("format: journey-map/1\n")


def names(found: Discovered) -> list[str]:
    return [found.name(path) for path in found.linted]


def test_a_folder_gives_its_maps_personas_and_catalogs(tmp_path: Path) -> None:
    """Files are known by how their names end, at every depth, and come sorted."""
    make(tmp_path, "b.journey.yaml", "a/c.persona.yml", "d.catalog.yaml", "notes.yaml", "x.txt")
    found = discover([tmp_path], tmp_path)
    assert names(found) == ["a/c.persona.yml", "b.journey.yaml", "d.catalog.yaml"]


def test_what_git_ignores_is_left_out_unless_it_is_named(repository: Path) -> None:
    """Ignored files count only when the user names them."""
    make(repository, "a.journey.yaml", "drafts/b.journey.yaml")
    (repository / ".gitignore").write_text("drafts/\n")
    assert names(discover([repository], repository)) == ["a.journey.yaml"]
    named = discover([repository / "drafts/b.journey.yaml"], repository)
    assert names(named) == ["drafts/b.journey.yaml"]


def test_tracked_and_untracked_files_count_and_deleted_ones_do_not(repository: Path) -> None:
    """What a run looks at is what is in the folder now."""
    make(repository, "tracked.journey.yaml", "gone.journey.yaml", "new.journey.yaml")
    os.system(f"git -C {repository} add tracked.journey.yaml gone.journey.yaml")  # noqa: S605 - a fixed command
    (repository / "gone.journey.yaml").unlink()
    assert names(discover([repository], repository)) == [
        "new.journey.yaml",
        "tracked.journey.yaml",
    ]


def test_a_folder_with_settings_of_its_own_is_another_workspace(tmp_path: Path) -> None:
    """Discovery stops there and says so; named by itself, the folder is linted."""
    make(tmp_path, "a.journey.yaml", "other/b.journey.yaml", "other/deep/c.journey.yaml")
    (tmp_path / "other/journey.toml").write_text("")
    found = discover([tmp_path], tmp_path)
    assert names(found) == ["a.journey.yaml"]
    assert "other/ has settings of its own" in found.notes[0]
    assert len(found.notes) == 1
    itself = discover([tmp_path / "other"], tmp_path / "other")
    assert names(itself) == ["b.journey.yaml", "deep/c.journey.yaml"]


def test_where_all_lies_in_other_workspaces_they_are_named(tmp_path: Path) -> None:
    """Not that settings leave the files out; the hint is what to type."""
    make(tmp_path, "our maps/b.journey.yaml", "our maps/deep/c.journey.yaml")
    (tmp_path / "our maps/journey.toml").write_text("")
    with pytest.raises(UserError) as caught:
        discover([tmp_path], tmp_path, shown=lambda path: path.name)
    assert caught.value.message.endswith(": 'our maps' is a workspace of its own.")
    assert caught.value.hint == "Name the folder: `journey lint 'our maps'`."
    make(tmp_path, "two/b.journey.yaml")
    (tmp_path / "two/journey.toml").write_text("")
    with pytest.raises(UserError, match="is one of 2 workspaces of their own below"):
        discover([tmp_path], tmp_path, shown=lambda path: path.name)


def test_naming_one_file_knows_the_rest_of_the_workspace(tmp_path: Path) -> None:
    """References of one file resolve in its neighbours."""
    make(tmp_path, "a.journey.yaml", "p.persona.yaml")
    found = discover([tmp_path / "a.journey.yaml"], tmp_path)
    assert names(found) == ["a.journey.yaml"]
    assert [found.name(path) for path in found.known] == ["a.journey.yaml", "p.persona.yaml"]


def test_a_path_that_does_not_exist_is_an_error_with_the_closest_name(tmp_path: Path) -> None:
    """A misspelt path gets a suggestion from its folder."""
    make(tmp_path, "switch.journey.yaml")
    with pytest.raises(UserError) as caught:
        discover([tmp_path / "swich.journey.yaml"], tmp_path)
    assert "does not exist" in caught.value.message
    assert str(caught.value.hint).endswith("switch.journey.yaml?")


def test_an_empty_folder_is_an_error(tmp_path: Path) -> None:
    """A green run means that something was looked at."""
    with pytest.raises(UserError, match="nothing to lint"):
        discover([tmp_path], tmp_path)


def test_settings_choose_files_but_not_those_that_are_named(tmp_path: Path) -> None:
    """Excluded files are linted only when the user names them."""
    make(tmp_path, "a.journey.yaml", "old/b.journey.yaml")

    def selects(name: str) -> bool:
        return not name.startswith("old/")

    assert names(discover([tmp_path], tmp_path, selects=selects)) == ["a.journey.yaml"]
    named = discover([tmp_path / "old/b.journey.yaml"], tmp_path, selects=selects)
    assert names(named) == ["old/b.journey.yaml"]


def test_broken_and_circular_links_stay_in_for_the_reader_to_report(tmp_path: Path) -> None:
    """A link that cannot be followed is not passed over in silence."""
    (tmp_path / "a.journey.yaml").symlink_to("a.journey.yaml")
    (tmp_path / "b.journey.yaml").symlink_to("nowhere")
    assert names(discover([tmp_path], tmp_path)) == ["a.journey.yaml", "b.journey.yaml"]

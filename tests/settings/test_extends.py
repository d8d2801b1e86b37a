"""Settings that extend others."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from journeycli.settings import SettingsError, read_settings

if TYPE_CHECKING:
    from pathlib import Path

    from .conftest import Workspace

_RULE = '[[rule]]\ncode = "{}"\nname = "{}"\nscope = "map"\nrequire = "a"\nmessage = "{}"\n'


def test_the_nearer_file_wins_key_by_key(workspace: Workspace) -> None:
    """A key has the nearest file's value as a whole; a key that it leaves out, the next one's."""
    workspace.write('ignore = ["J1"]\nexclude = ["a"]\nstalled-months = 9\n', "shared/far.toml")
    workspace.write(
        'extends = "far.toml"\nignore = ["J2"]\nfail-level = "error"\n', "shared/near.toml"
    )
    settings = workspace.read('extends = "shared/near.toml"\nignore = ["J3"]\n')
    assert [each.text for each in settings.ignore] == ["J3"]
    assert settings.fail_level == "error"
    assert settings.exclude == ("a",)
    assert settings.options.stalled_months == 9
    assert settings.files == ("journey.toml", "shared/near.toml", "shared/far.toml")
    keys = ("ignore", "fail-level", "exclude", "stalled-months", "today")
    assert [str(settings.origins[key]) for key in keys] == [
        "journey.toml:2",
        "shared/near.toml:3",
        "shared/far.toml:2",
        "shared/far.toml:3",
        "default",
    ]


def test_tables_are_merged_entry_by_entry(workspace: Workspace) -> None:
    """Entries of both files hold, those of the nearer last; of one entry, the nearer value."""
    workspace.write(
        '[severity]\nJ1 = "off"\nJ2 = "off"\n[per-file-ignores]\na = ["J1"]\nb = ["J1"]\n'
        '[limits]\ndepth = 3\nnodes = 4\n[import]\nDoes = "thoughts"\nFeels = "emotions"\n',
        "base.toml",
    )
    settings = workspace.read(
        'extends = "base.toml"\nseverity.J1 = "info"\nlimits.nodes = 5\n'
        '[per-file-ignores]\na = ["J9"]\n[import]\nDoes = "customer_actions"\n'
    )
    assert [(each.selector.text, each.severity) for each in settings.severity] == [
        ("J2", "off"),
        ("J1", "info"),
    ]
    assert [(each.glob, each.selectors[0].text) for each in settings.per_file_ignores] == [
        ("b", "J1"),
        ("a", "J9"),
    ]
    assert (settings.limits.depth, settings.limits.nodes) == (3, 5)
    assert [each[:2] for each in settings.import_lanes] == [
        ("Feels", "emotions"),
        ("Does", "customer_actions"),
    ]
    assert str(settings.origins["limits.nodes"]) == "journey.toml:3"
    assert str(settings.origins["severity.J2"]) == "base.toml:3"
    assert settings.severity[0].selector.place is not None
    assert settings.severity[0].selector.place.path == "base.toml"


def test_rules_are_merged_by_their_code(workspace: Workspace) -> None:
    """An organisation's rules hold in every workspace; one can be written anew by its code."""
    workspace.write(_RULE.format("A1", "a-b", "far") + _RULE.format("A2", "a-c", "far"), "b.toml")
    settings = workspace.read('extends = "b.toml"\n' + _RULE.format("A1", "a-b", "near"))
    assert [(each.code, each.message) for each in settings.rules] == [("A2", "far"), ("A1", "near")]
    assert [each.place().path for each in settings.rules] == ["b.toml", "journey.toml"]


def test_two_rules_of_two_files_with_one_name(workspace: Workspace) -> None:
    """One name for two codes is told at the nearer file, which can change."""
    workspace.write(_RULE.format("A1", "a-b", "m"), "base.toml")
    assert workspace.faults('extends = "base.toml"\n' + _RULE.format("B1", "a-b", "m")) == [
        'journey.toml:4:8: B1 and A1 are both named "a-b". Each rule has a name of its own.'
    ]


def test_extends_is_relative_and_the_rest_is_not(workspace: Workspace) -> None:
    """`extends` begins at its file's folder; files of the workspace are told from the root."""
    workspace.write('extends = "../base.toml"\nbaseline = "old.json"\n', "shared/near.toml")
    workspace.write('fail-level = "info"\n', "base.toml")
    settings = workspace.read('extends = "shared/near.toml"\n')
    assert settings.baseline == workspace.root / "old.json"
    assert settings.files == ("journey.toml", "shared/near.toml", "base.toml")


def test_a_pyproject_can_extend_and_be_extended(workspace: Workspace) -> None:
    """Between `pyproject.toml` and other names only the place of our table differs."""
    workspace.write('[tool.journeycli]\nfail-level = "info"\n', "shared/pyproject.toml")
    workspace.write('extends = "pyproject.toml"\n', "shared/base.toml")
    settings = workspace.read('[tool.journeycli]\nextends = "shared/base.toml"\n', "pyproject.toml")
    assert str(settings.origins["fail-level"]) == "shared/pyproject.toml:2"


def test_faults_of_all_files_come_at_once(workspace: Workspace) -> None:
    """What is wrong in an extended file is told beside what is wrong in the nearer one."""
    workspace.write('extends = "far.toml"\nx = 1\n', "base.toml")
    workspace.write("broken\n", "far.toml")
    assert workspace.places('y = 1\nextends = "base.toml"\n') == [
        "journey.toml:1:1",
        "base.toml:2:1",
        "far.toml:1:7",
    ]


@pytest.mark.parametrize(
    ("files", "expected"),
    [
        ({"journey.toml": 'extends = "journey.toml"'}, "journey.toml:1:11"),
        ({"journey.toml": 'extends = "./a.toml"', "a.toml": 'extends = "journey.toml"'},
         "a.toml:1:11"),
        ({"journey.toml": 'extends = "a/b.toml"', "a/b.toml": 'x.y = 1\nextends = "b.toml"'},
         "a/b.toml:2:11"),
    ],
)  # fmt: skip
def test_a_circle_is_told_where_it_closes(
    workspace: Workspace, files: dict[str, str], expected: str
) -> None:
    """Files that extend each other in a circle end with a fault at the name that closes it."""
    for name, text in files.items():
        workspace.write(text, name)
    fault = workspace.faults(files["journey.toml"])[-1]
    assert fault.startswith(f"{expected}: ")
    assert fault.endswith("leads back here: the files extend in a circle.")


def test_a_circle_through_a_link(workspace: Workspace, tmp_path: Path) -> None:
    """A link to a file is that file."""
    (tmp_path / "link.toml").symlink_to("journey.toml")
    assert workspace.faults('extends = "link.toml"\n') == [
        'journey.toml:1:11: "link.toml" leads back here: the files extend in a circle.'
    ]


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("../base.toml", '"../base.toml" leads out of the workspace. Copy the file into it.'),
        ("out.toml", '"out.toml" leads out of the workspace. Copy the file into it.'),
        ("a/../../base.toml",
         '"a/../../base.toml" leads out of the workspace. Copy the file into it.'),
        ("bsae.toml", "There is no file bsae.toml. Did you mean base.toml?"),
        ("nowhere/else.toml", "There is no file nowhere/else.toml."),
        ("folder", "folder is not a regular file."),
        ("loop.toml", "loop.toml cannot be read: Too many levels of symbolic links."),
        ("pyproject.toml",
         "pyproject.toml has no table [tool.journeycli]. Add it, or name another file."),
        ("journey.toml/x", "journey.toml/x cannot be read: Not a directory."),
    ],
)  # fmt: skip
def test_a_name_that_leads_nowhere(
    workspace: Workspace, tmp_path: Path, name: str, message: str
) -> None:
    """A file that cannot be extended is told at its name, with the closest one where there is."""
    root = tmp_path / "root"
    workspace.root = root
    (root / "folder").mkdir(parents=True)
    (tmp_path / "base.toml").touch()
    (root / "base.toml").touch()
    (root / "pyproject.toml").touch()
    (root / "out.toml").symlink_to(tmp_path / "base.toml")
    (root / "loop.toml").symlink_to("loop.toml")
    assert workspace.faults(f'\nextends = "{name}"\n') == [f"journey.toml:2:11: {message}"]


@pytest.mark.parametrize("name", ["/etc/journey.toml", "~/x.toml", "C:/x.toml", "a\\\\b", " "])
def test_a_name_that_is_no_path_below(workspace: Workspace, name: str) -> None:
    """Absolute paths and other systems' are refused without a look at the disk."""
    (fault,) = workspace.faults(f'extends = "{name}"\n')
    assert "is not a path of a file in the workspace" in fault


def test_a_file_outside_the_root_extends_nothing_beside_it(workspace: Workspace) -> None:
    """Whatever file the user names, only files of the workspace are followed from there."""
    path = workspace.write('extends = "base.toml"\n', "strict.toml")
    workspace.write("", "base.toml")
    with pytest.raises(SettingsError) as caught:
        read_settings(path, root=workspace.root / "maps")
    assert str(caught.value) == (
        f'{path.as_posix()}:1:11: "base.toml" leads out of the workspace. Copy the file into it.'
    )

"""Settings files that are no settings files."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from journeycli.settings import SettingsError, read_settings, settings_file_in

if TYPE_CHECKING:
    from pathlib import Path

    from .conftest import Workspace


@pytest.mark.parametrize(
    ("text", "place", "hint"),
    [
        ('select = ["J1"]\nignore = J4\n', "2:10", "Texts stand in quotes"),
        ("select\n", "1:7", 'key = "value"'),
        ("\n\n= 3\n", "3:1", 'key = "value"'),
        ('a = "x"\na = "y"\n', "2:8", "for the second time"),
        ("[limits]\n[limits]\n", "2:8", "for the second time"),
        ("limits = {depth = 1, depth = 2}\n", "1:31", "for the second time"),
        ('baseline = "a\\q"\n', "1:16", "forward slashes"),
        ("select = 1 ignore = 2\n", "1:12", "a line of its own"),
        ('select = "J1\n', "1:13", "ends on its line"),
        ("[limits\n", "1:8", ""),
        ("\r\n\r\nselect = ]\r\n", "3:10", "Texts stand in quotes"),
        ("\ufeffselect = ]\n", "1:10", "Texts stand in quotes"),
        ("é = 1\n", "1:1", ""),
        ("a = 1\x00\n", "1:6", ""),
        ("baseline = '''\nopen", "2:5", ""),
    ],
)
def test_what_is_no_toml_has_its_place(
    workspace: Workspace, text: str, place: str, hint: str
) -> None:
    """A syntax error has its line and column, and the usual cause where there is one."""
    (fault,) = workspace.faults(text)
    assert fault.startswith(f"journey.toml:{place}: This is not TOML: ")
    assert hint in fault


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        (b'# \xc3\xa9\nignore = ["\xc3\xa9\xe9"]\n', "2:13: This is not UTF-8 text: byte 0xe9."),
        (b"\xef\xbb\xbf\xff", "1:1: This is not UTF-8 text: byte 0xff."),
        ('a = "b"\n'.encode("utf-16"), "1:1: This is not UTF-8 text: byte 0xff."),
    ],
)
def test_what_is_not_utf_8_has_its_place(workspace: Workspace, raw: bytes, expected: str) -> None:
    """The first byte that is no UTF-8 is told with its line and column."""
    assert workspace.faults(raw) == [f"journey.toml:{expected} Save the file as UTF-8."]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("x = 1\na = " + "[" * 50_000, "1:1"),
        ("x = 1\na = " + "{a = " * 50_000, "1:1"),
    ],
)
def test_deep_nesting_ends_with_a_fault(workspace: Workspace, text: str, place: str) -> None:
    """Whatever nests deeper than can be read is said to do so."""
    assert workspace.faults(text) == [f"journey.toml:{place}: Lists or tables nest too deep here."]


@pytest.mark.parametrize("part", ["a", '"a b"', "'a'"])
@pytest.mark.parametrize("start", ["", "[", "[["])
def test_long_dotted_keys_end_with_a_fault(workspace: Workspace, part: str, start: str) -> None:
    """A key of very many parts, which TOML's reader takes hours for, is refused at once."""
    (fault,) = workspace.faults(f"\n{start}{' . '.join([part] * 100_000)}")
    assert fault == f"journey.toml:2:{len(start) + 1}: This key has too many parts."


def test_long_texts_with_dots_are_no_long_keys(workspace: Workspace) -> None:
    """Texts, lists and comments may hold as many dots as they like."""
    settings = workspace.read(
        f"# {'.' * 500}\nexclude = ['{'.x/' * 200}', \"{'a.b ' * 100}c\", {'1.5, ' * 0}]\n"
        f"# {'word. ' * 20}\n"
    )
    assert len(settings.exclude) == 2


def test_long_numbers_have_their_place(workspace: Workspace) -> None:
    """A number of more digits than Python reads is a fault like any other."""
    assert workspace.faults("\nstalled-months = " + "9" * 5000) == [
        "journey.toml:2:18: This number is too long."
    ]


def test_a_file_over_the_limit_is_refused(workspace: Workspace) -> None:
    """A settings file of more than a megabyte is not read."""
    assert workspace.faults("#" * 1_000_001) == [
        "journey.toml: journey.toml is larger than 1,000,000 bytes."
    ]


def test_a_folder_is_no_settings_file(tmp_path: Path) -> None:
    """A folder named as the settings file is said to be no file."""
    (tmp_path / "journey.toml").mkdir()
    _check_unreadable(tmp_path, "journey.toml is not a regular file.")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    """A named pipe, on which reading would wait forever, is said to be no file."""
    os.mkfifo(tmp_path / "journey.toml")
    _check_unreadable(tmp_path, "journey.toml is not a regular file.")


def test_a_link_that_leads_nowhere(tmp_path: Path) -> None:
    """A broken link is no missing file, and its own name no help."""
    (tmp_path / "journey.toml").symlink_to("nowhere")
    _check_unreadable(tmp_path, "journey.toml is a link to nowhere.")


def test_a_link_that_leads_to_itself(tmp_path: Path) -> None:
    """What the system cannot open is told in the system's words."""
    (tmp_path / "journey.toml").symlink_to("journey.toml")
    _check_unreadable(tmp_path, "journey.toml cannot be read: Too many levels of symbolic links.")


@pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() == 0, reason="the superuser may read everything"
)
def test_a_file_without_permission(tmp_path: Path) -> None:
    """A file that may not be read is an error and not the defaults."""
    path = tmp_path / "journey.toml"
    path.touch()
    path.chmod(0)
    _check_unreadable(tmp_path, "journey.toml cannot be read: Permission denied.")


def test_a_file_that_fails_while_it_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A failing disk is an error and not the defaults, also while a settings file is looked for."""

    def fail(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    path = tmp_path / "pyproject.toml"
    path.touch()
    monkeypatch.setattr("io.open", fail)
    assert settings_file_in(tmp_path) == path
    with pytest.raises(SettingsError) as caught:
        read_settings(path, root=tmp_path)
    assert str(caught.value) == (
        "pyproject.toml: pyproject.toml cannot be read: Permission denied."
    )


def _check_unreadable(root: Path, message: str) -> None:
    path = settings_file_in(root)
    assert path == root / "journey.toml"
    with pytest.raises(SettingsError) as caught:
        read_settings(path, root=root)
    assert str(caught.value) == f"journey.toml: {message}"
    assert [(fault.line, fault.column) for fault in caught.value.faults] == [(None, None)]

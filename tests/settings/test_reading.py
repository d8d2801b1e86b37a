"""What settings say, and where it stands."""

from __future__ import annotations

import pickle
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from journeycli.settings import (
    DEFAULT,
    ImportLane,
    Limits,
    Options,
    Origin,
    OwnRule,
    PerFileIgnore,
    Place,
    Plugin,
    Selector,
    Settings,
    SeverityOverride,
    read_settings,
)
from journeycli.settings.keys import LIMITS, PLAIN

if TYPE_CHECKING:
    from pathlib import Path

    from .conftest import Workspace


def test_without_a_file_the_defaults_hold(tmp_path: Path) -> None:
    """Nothing is selected out, the usual limits hold, and everything is a default."""
    settings = read_settings(None, root=tmp_path)
    assert settings == Settings(
        root=tmp_path,
        options=Options(
            evidence_months=18, hypothesis_months=6, stalled_months=6, statement_length=140
        ),
        fail_level="warning",
        limits=Limits(bytes=5_000_000, depth=64, nodes=50_000, stages=500),
        origins=settings.origins,
    )
    assert set(settings.origins) == {*PLAIN, *(f"limits.{name}" for name in LIMITS)}
    assert set(settings.origins.values()) == {DEFAULT}


@pytest.mark.parametrize("text", ["", "\n", "# nothing\n", "\ufeff", '"$schema" = "x.json"\n'])
def test_an_empty_file_is_the_defaults(workspace: Workspace, text: str) -> None:
    """A file that says nothing changes nothing, and is known to have been read."""
    settings = workspace.read(text)
    expected = read_settings(None, root=workspace.root)
    assert settings.files == ("journey.toml",)
    assert (settings.options, settings.origins) == (expected.options, expected.origins)


@pytest.mark.parametrize(
    ("text", "field", "expected"),
    [
        ('include = ["maps/", "/a/**/*.yaml", "!b", "[a-c]x", "[!ab]"]', "include",
         ("maps/", "/a/**/*.yaml", "!b", "[a-c]x", "[!ab]")),
        ('exclude = ["drafts/", "\\\\#x"]', "exclude", ("drafts/", "\\#x")),
        ("exclude = []", "exclude", ()),
        ("evidence-months = 24", "options", Options(evidence_months=24)),
        ("hypothesis-months = 3", "options", Options(hypothesis_months=3)),
        ("stalled-months = 1", "options", Options(stalled_months=1)),
        ("statement-length = 90.0", "options", Options(statement_length=90)),
        ('fail-level = "info"', "fail_level", "info"),
        ('today = "2026-11-30"', "today", date(2026, 11, 30)),
        ("today = 2026-11-30", "today", date(2026, 11, 30)),
        ("limits = {bytes = 1, depth = 2, nodes = 3, stages = 4}", "limits", Limits(1, 2, 3, 4)),
        ("limits.depth = 100", "limits", Limits(depth=100)),
    ],
)  # fmt: skip
def test_each_plain_key(workspace: Workspace, text: str, field: str, expected: object) -> None:
    """Every key gives its field the value, in each form that TOML has for it."""
    assert getattr(workspace.read(text), field) == expected


def test_the_baseline_is_a_file_of_the_workspace(workspace: Workspace) -> None:
    """The baseline's path begins at the root, so that it can be opened from anywhere."""
    settings = workspace.read('baseline = "quality/old.json"')
    assert settings.baseline == workspace.root / "quality" / "old.json"


@pytest.mark.parametrize("key", ["select", "ignore", "extend-select"])
def test_selectors_keep_their_places(workspace: Workspace, key: str) -> None:
    """Each selector knows where it stands, quotes and all, so that an unknown one can be shown."""
    settings = workspace.read(f'\n{key} = [\n  "J106",  # é\n  \'no-channel\', "J1"]\n')
    assert getattr(settings, key.replace("-", "_")) == (
        Selector("J106", Place("journey.toml", 3, 3, 3, 9)),
        Selector("no-channel", Place("journey.toml", 4, 3, 4, 15)),
        Selector("J1", Place("journey.toml", 4, 17, 4, 21)),
    )
    assert settings.origins[key] == Origin("journey.toml", 2)


@pytest.mark.parametrize(
    "text",
    [
        '[severity]\nJ404 = "off"\n"J1" = "error"\n',
        'severity = {J404 = "off",\n\n\n"J1" = "error"}'.replace("\n", " "),
        'severity.J404 = "off"\nseverity."J1" = "error"',
    ],
)
def test_severities(workspace: Workspace, text: str) -> None:
    """Severities come in order, in every form of a table."""
    overrides = workspace.read(text).severity
    assert [(each.selector.text, each.severity) for each in overrides] == [
        ("J404", "off"),
        ("J1", "error"),
    ]


def test_severities_keep_the_place_of_their_key(workspace: Workspace) -> None:
    """A severity's selector is the key."""
    settings = workspace.read('[severity]\n"no-channel" = "info"\n')
    place = Place("journey.toml", 2, 1, 2, 13)
    assert settings.severity == (SeverityOverride(Selector("no-channel", place), "info"),)
    assert settings.origins["severity.no-channel"] == Origin("journey.toml", 2)


def test_per_file_ignores(workspace: Workspace) -> None:
    """Rules are left out by pattern, with a reason where one is given."""
    settings = workspace.read(
        '[per-file-ignores]\n"old/*" = ["J7"]\n'
        '[per-file-ignores."new/*"]\nrules = ["J8"]\nreason = "Not reviewed yet"\n'
    )
    assert settings.per_file_ignores == (
        PerFileIgnore(
            "old/*",
            (Selector("J7", Place("journey.toml", 2, 12, 2, 16)),),
            None,
            Place("journey.toml", 2, 1, 2, 8),
        ),
        PerFileIgnore(
            "new/*",
            (Selector("J8", Place("journey.toml", 4, 10, 4, 14)),),
            "Not reviewed yet",
            Place("journey.toml", 3, 19, 3, 26),
        ),
    )


def test_own_rules(workspace: Workspace) -> None:
    """A rule has its values, the place of each, and what it leaves out by default."""
    first, second = workspace.read(
        '[[rule]]\ncode = "ACME1"\nname = "no-legal-check"\nscope = "stage"\n'
        "require = '''\nlanes.legal'''\nmessage = \"Ask legal.\"\n\n"
        '[[rule]]\ncode = "ACME2"\nname = "no-price"\nscope = "map"\nseverity = "error"\n'
        'when = "a"\nrequire = "b"\nmessage = "c"\ndocs = "https://example.com/price"\n'
    ).rules
    assert first._replace(places=()) == OwnRule(
        code="ACME1",
        name="no-legal-check",
        scope="stage",
        require="lanes.legal",
        message="Ask legal.",
        severity="warning",
    )
    assert first.place("require") == Place("journey.toml", 5, 11, 6, 15)
    assert first.place("when") == first.place() == Place("journey.toml", 1, 1, 1, 9)
    assert second.place("when") == Place("journey.toml", 14, 8, 14, 11)
    assert (second.severity, second.when, second.require) == ("error", "a", "b")


@pytest.mark.parametrize(
    ("docs", "expected"),
    [
        ("https://example.com/a", "https://example.com/a"),
        ("See https://example.com/a", None),
        ("https://example.com/a and more", None),
    ],
)
def test_docs_are_an_address_or_a_text(
    workspace: Workspace, docs: str, expected: str | None
) -> None:
    """Only docs that are an address and nothing else can be linked to."""
    rule = (
        '[[rule]]\ncode = "A1"\nname = "a-b"\nscope = "map"\nrequire = "a"\nmessage = "m"\n'
        f'docs = "{docs}"\n'
    )
    assert [each.url for each in workspace.read(rule).rules] == [expected]


def test_plugins_and_import_lanes(workspace: Workspace) -> None:
    """Packages and lanes keep their places."""
    settings = workspace.read(
        'plugins = ["acme-rules"]\n[import]\n"Customer does" = "customer_actions"\n'
        'Legal = "lanes.legal"\ntoday = "thoughts"\n'
    )
    assert settings.plugins == (Plugin("acme-rules", Place("journey.toml", 1, 12, 1, 24)),)
    assert settings.import_lanes == (
        ImportLane("Customer does", "customer_actions", Place("journey.toml", 3, 19, 3, 37)),
        ImportLane("Legal", "lanes.legal", Place("journey.toml", 4, 9, 4, 22)),
        ImportLane("today", "thoughts", Place("journey.toml", 5, 9, 5, 19)),
    )


def test_our_table_of_pyproject(workspace: Workspace) -> None:
    """In `pyproject.toml` only our table counts, with the lines of the whole file."""
    settings = workspace.read(
        '[project]\nname = "x"\nselect = 3\n[tool.journeycli]\nignore = ["J4"]\n'
        '[tool.journeycli.severity]\nJ1 = "off"\n[tool.other]\nignore = 3\n',
        "pyproject.toml",
    )
    assert [each.place for each in settings.ignore] == [Place("pyproject.toml", 5, 11, 5, 15)]
    assert settings.origins["severity.J1"] == Origin("pyproject.toml", 7)


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
@pytest.mark.parametrize("line_break", [b"\n", b"\r\n"])
def test_marks_and_line_breaks_of_windows_do_not_count(
    workspace: Workspace, mark: bytes, line_break: bytes
) -> None:
    """A byte order mark takes no column, and CRLF is one line break."""
    text = line_break.join([b'fail-level = "error"', b'ignore = ["J1",', b'"J2"]', b""])
    settings = workspace.read(mark + text)
    assert settings.origins["fail-level"] == Origin("journey.toml", 1)
    assert [each.place for each in settings.ignore] == [
        Place("journey.toml", 2, 11, 2, 15),
        Place("journey.toml", 3, 1, 3, 5),
    ]


def test_a_file_outside_the_root_is_named_in_full(workspace: Workspace, tmp_path: Path) -> None:
    """`--config` may name any file; its place is then an absolute path."""
    path = workspace.write('fail-level = "error"', "strict.toml")
    settings = read_settings(path, root=tmp_path / "maps")
    assert settings.origins["fail-level"] == Origin(path.as_posix(), 1)


def test_settings_travel_between_processes(workspace: Workspace) -> None:
    """Settings can be sent to a worker, and serve as a key."""
    settings = workspace.read('select = ["J1"]\n[severity]\nJ4 = "off"\n')
    copy: Any = pickle.loads(pickle.dumps(settings))  # noqa: S301 - our own bytes
    assert copy == settings
    assert hash(copy) == hash(settings)

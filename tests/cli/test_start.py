"""`journey init`, `new` and `fill` through the installed program: a first map in ten minutes."""

from __future__ import annotations

import json
import re
import subprocess
import sys
import zipfile
from importlib.resources import files
from typing import TYPE_CHECKING, Any

import pytest

from journeycli.cli.main import run
from journeycli.cli.start import TEMPLATES
from journeycli.errors import UserError
from journeycli.model.checklist import QUESTIONS
from journeycli.source.document import read_document
from journeycli.testing import lint_texts
from program import ROOT, Ran, journey

if TYPE_CHECKING:
    from pathlib import Path

WORKSPACE = {
    ".github/workflows/journey-lint.yml",
    ".pre-commit-config.yaml",
    "README.md",
    "journey.toml",
    "maps/first-map.journey.yaml",
    "personas/first-customer.persona.yaml",
    "shared.catalog.yaml",
}


def contents(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


def findings(cwd: Path, *paths: str) -> list[dict[str, Any]]:
    ran = journey("lint", *paths, "--format", "json", cwd=cwd)
    assert ran.code in (0, 1), ran.err
    found: list[dict[str, Any]] = json.loads(ran.out)["findings"]
    return found


def codes(found: list[dict[str, Any]], severity: str) -> set[str]:
    return {each["code"] for each in found if each["severity"] == severity}


def next_steps(ran: Ran) -> list[str]:
    return [line.strip() for line in ran.err.split("Next:")[1].splitlines() if line.strip()]


@pytest.fixture
def started(tmp_path: Path) -> Path:
    assert journey("init", cwd=tmp_path).code == 0
    return tmp_path


def test_init_writes_a_workspace_that_lints(tmp_path: Path) -> None:
    """The linter is the tutorial: no errors, and each warning is a question of the checklist."""
    ran = journey("init", cwd=tmp_path)
    assert (ran.code, ran.out) == (0, "")
    assert contents(tmp_path).keys() == WORKSPACE
    assert all(f"wrote  {name}\n" in ran.err for name in WORKSPACE)
    assert next_steps(ran) == ["journey lint", "journey show first-map --view checklist"]
    found = findings(tmp_path)
    assert codes(found, "error") == set()
    assert codes(found, "warning") <= QUESTIONS.keys()
    assert codes(found, "warning")


def test_init_in_a_folder_of_its_own(tmp_path: Path) -> None:
    """The folder is made, and the next step is to go there, typed as a shell reads it."""
    ran = journey("init", "our journeys", cwd=tmp_path)
    assert ran.code == 0
    assert contents(tmp_path / "our journeys").keys() == WORKSPACE
    assert next_steps(ran)[0] == "cd 'our journeys'"


def test_init_below_the_top_of_a_repository_says_what_is_not_seen(tmp_path: Path) -> None:
    """What it says to do works: the checks at the top lint the folder."""
    subprocess.run(["git", "init", "-q", "."], cwd=tmp_path, check=True)
    ran = journey("init", "journeys", cwd=tmp_path)
    assert ran.code == 0
    assert "note: journeys is not the top of its repository" in ran.err
    for name in (".github/workflows/journey-lint.yml", ".pre-commit-config.yaml"):
        assert name in ran.err.split("note: ")[1]
        assert "journey lint" in (tmp_path / "journeys" / name).read_text("utf-8")
    assert "`journey lint journeys`" in ran.err
    assert (
        journey("lint", "journeys", cwd=tmp_path).code
        == journey("lint", cwd=tmp_path / "journeys").code
    )
    ran = journey("lint", cwd=tmp_path)
    assert (ran.code, "Name the folder: `journey lint journeys`." in ran.err) == (2, True)
    assert "note: " not in journey("init", cwd=tmp_path).err


def test_every_next_step_of_init_works(started: Path) -> None:
    """What the program tells to type can be typed; a new workspace does not fail its checks."""
    assert journey("lint", cwd=started).code == 0
    shown = journey("show", "first-map", "--view", "checklist", cwd=started)
    assert (shown.code, shown.err) == (0, "")


def test_init_overwrites_nothing(tmp_path: Path) -> None:
    """Files that are there stay to the byte, the others are written beside them."""
    (tmp_path / "maps").mkdir()
    (tmp_path / "journey.toml").write_bytes(b"# mine\r\n")
    (tmp_path / "maps/first-map.journey.yaml").symlink_to("elsewhere.yaml")
    ran = journey("init", cwd=tmp_path)
    assert ran.code == 0
    assert "kept   journey.toml\n" in ran.err
    assert "kept   maps/first-map.journey.yaml\n" in ran.err
    assert (tmp_path / "journey.toml").read_bytes() == b"# mine\r\n"
    assert not (tmp_path / "maps/elsewhere.yaml").exists()
    assert (tmp_path / "shared.catalog.yaml").exists()


def test_init_twice_is_init_once(started: Path) -> None:
    """A second run changes nothing and says so."""
    before = contents(started)
    ran = journey("init", cwd=started)
    assert (ran.code, contents(started)) == (0, before)
    assert "Nothing to do.\n" in ran.err


def test_init_where_no_folder_can_be(tmp_path: Path) -> None:
    """A file in the way is told in one line."""
    (tmp_path / "taken").write_text("")
    ran = journey("init", "taken", cwd=tmp_path)
    assert (ran.code, ran.out) == (2, "")
    told = r"error: .*taken/.* cannot be written: Not a directory\.\nA file stands where .*\n"
    assert re.fullmatch(told, ran.err)


def test_every_template_lints(started: Path) -> None:
    """Each kind of file that `new` writes has no error, and warns of open questions only."""
    for template in TEMPLATES:
        ran = journey("new", "map", f"my-{template}", "--template", template, cwd=started)
        assert (ran.code, ran.out) == (0, "")
    for kind in ("persona", "catalog"):
        assert journey("new", kind, "maya", cwd=started).code == 0
    assert {path.name for path in (started / "maps").iterdir()} == {
        "first-map.journey.yaml",
        *(f"my-{template}.journey.yaml" for template in TEMPLATES),
    }
    assert (started / "personas/maya.persona.yaml").is_file()
    assert (started / "maya.catalog.yaml").is_file()
    found = findings(started)
    assert codes(found, "error") == set()
    assert codes(found, "warning") <= QUESTIONS.keys()
    asked = {each["path"] for each in found if each["severity"] == "warning"}
    assert asked >= {f"maps/my-{template}.journey.yaml" for template in TEMPLATES}


def test_new_in_a_folder_without_any_plan(tmp_path: Path) -> None:
    """Without a `maps` folder the file is written here, and the next steps work."""
    ran = journey("new", "map", "returns", cwd=tmp_path)
    assert contents(tmp_path).keys() == {"returns.journey.yaml"}
    assert next_steps(ran) == [
        "journey lint returns.journey.yaml",
        "journey show returns.journey.yaml --view checklist",
    ]
    assert journey(*next_steps(ran)[1].split()[1:], cwd=tmp_path).code == 0


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["map", "First Bill"], "First Bill is not an id"),
        (["map", "first_bill"], "Try first-bill."),
        (["map", "42"], "Begin it with a letter."),
        (["map", "../out"], "Try out."),
        (["map", ""], "is not an id"),
        (["mop", "a"], "Did you mean map?"),
        (["map", "a", "--template", "purchse"], "Did you mean purchase?"),
        (["persona", "a", "--template", "purchase"], "--template is for maps."),
        (["map", "a", "-o", "/proc/nowhere/a.journey.yaml"], "cannot be written"),
    ],
)
def test_new_refuses_what_it_cannot_do(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    arguments: list[str],
    words: str,
) -> None:
    """One clear line with the closest right word, exit code 2, and nothing written."""
    monkeypatch.chdir(tmp_path)
    assert run(["new", *arguments]) == 2
    out, err = capsys.readouterr()
    assert (out, words in err, "Traceback" in err) == ("", True, False)
    assert contents(tmp_path) == {}


def test_new_overwrites_nothing(tmp_path: Path) -> None:
    """A file that is there stays, whether it was named or found its place by itself."""
    (tmp_path / "returns.journey.yaml").write_text("mine")
    for arguments in (["returns"], ["other", "--output", "returns.journey.yaml"]):
        ran = journey("new", "map", *arguments, cwd=tmp_path)
        assert ran.code == 2
        assert "exists already and is left as it is" in ran.err
    assert contents(tmp_path) == {"returns.journey.yaml": b"mine"}


@pytest.mark.parametrize(
    "title",
    [
        "Returns: the long way",
        "#1 reason to leave",
        "“Why?” — she said, 100 %",
        '"Yes" - or no',
        "*urgent* & 'odd'",
        "null",
        "2026",
        "two\nlines",
        "[a, b]",
        "$id ${title} $$",
        "比較する 🛒",
        "- dash",
    ],
)
def test_a_title_that_yaml_would_break(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, title: str
) -> None:
    """Whatever people call a map reads back as they typed it, and nothing else breaks."""
    monkeypatch.chdir(tmp_path)
    assert run(["new", "map", "a", "--title", title]) == 0
    raw = (tmp_path / "a.journey.yaml").read_bytes()
    data = read_document(raw).data
    assert isinstance(data, dict)
    assert data["title"] == title
    assert lint_texts({"a.journey.yaml": raw}, select=["J010"]).findings == ()


def test_a_title_that_is_no_text(tmp_path: Path) -> None:
    """Bytes that are not UTF-8 are refused in one line, and a blank title counts as none."""
    ran = journey("new", "map", "a", "--title", "\udcff", cwd=tmp_path)
    assert (ran.code, "not text" in ran.err, contents(tmp_path)) == (2, True, {})
    assert journey("new", "map", "first-bill", "--title", " ", cwd=tmp_path).code == 0
    assert "title: First bill\n" in (tmp_path / "first-bill.journey.yaml").read_text()


def test_an_id_that_yaml_would_take_for_something_else(tmp_path: Path) -> None:
    """`null` is a word like any other, as an id."""
    assert journey("new", "map", "null", cwd=tmp_path).code == 0
    assert codes(findings(tmp_path), "error") == set()


def test_output_says_where(tmp_path: Path) -> None:
    """Folders above the file are made."""
    ran = journey("new", "map", "returns", "-o", "some where/r.journey.yaml", cwd=tmp_path)
    assert ran.code == 0
    assert contents(tmp_path).keys() == {"some where/r.journey.yaml"}
    assert next_steps(ran)[0] == "journey lint 'some where/r.journey.yaml'"


def test_fill_adds_the_open_questions_once(started: Path) -> None:
    """A map is named by its id; the second run has nothing to do; lint says the same as before."""
    path = started / "maps/bare.journey.yaml"
    path.write_text(
        "format: journey-map/1\nid: bare\ntitle: Bare\nstages:\n- id: a\n  name: Compare\n"
        "- {id: b, name: Order}\n"
    )
    path.chmod(0o640)
    before = [(each["code"], each["at"]) for each in findings(started, str(path))]
    ran = journey("fill", "bare", cwd=started)
    assert (ran.code, ran.out) == (0, "")
    assert "  Compare: 9 added\n" in ran.err
    assert "  Order: passed over, because it is written in braces\n" in ran.err
    assert path.stat().st_mode & 0o777 == 0o640
    after = [(each["code"], each["at"]) for each in findings(started, str(path))]
    assert sorted(after) == sorted(before)
    text = path.read_bytes()
    again = journey("fill", "maps/bare.journey.yaml", cwd=started)
    assert (again.code, path.read_bytes()) == (0, text)
    assert "every question has its key already" not in again.err
    assert "wrote" not in again.err


def test_fill_tells_nothing_that_was_not_written(
    started: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Where the map cannot be written, no question is said to have been added."""

    def refuse(*_: object, **__: object) -> None:
        raise UserError("It cannot be written.")

    bare = "format: journey-map/1\nid: bare\ntitle: Bare\nstages:\n  - id: a\n    name: A\n"
    (started / "maps/bare.journey.yaml").write_text(bare, encoding="utf-8")
    monkeypatch.chdir(started)
    monkeypatch.setattr("journeycli.files.replace", refuse)
    assert run(["fill", "bare"]) == 2
    assert capsys.readouterr().err == "error: It cannot be written.\n"


def test_fill_says_when_there_is_nothing_to_do(started: Path) -> None:
    """The first map of a workspace has a key for every question."""
    before = contents(started)
    ran = journey("fill", "first-map", cwd=started)
    assert (ran.code, contents(started)) == (0, before)
    assert ran.err == "maps/first-map.journey.yaml: every question has its key already.\n"


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("first-mp", "Did you mean first-map?"),
        ("maps/first-mp.journey.yaml", "does not exist"),
        ("shared.catalog.yaml", "has errors, so nothing was added"),
        ("broken", "`journey lint maps/broken.journey.yaml` shows them."),
    ],
)
def test_fill_refuses_what_it_cannot_do(started: Path, name: str, words: str) -> None:
    """A map that is not there, is none or is broken is told, and stays as it is."""
    broken = started / "maps/broken.journey.yaml"
    broken.write_text("format: journey-map/1\nid: broken\nstages: 3\n")
    before = contents(started)
    ran = journey("fill", name, cwd=started)
    assert (ran.code, ran.out, contents(started)) == (2, "", before)
    assert words in ran.err
    assert "Traceback" not in ran.err


def test_the_package_holds_every_template() -> None:
    """What `init` and `new` write is there when they run, files with a dot in front included."""
    folder = files("journeycli") / "templates"
    names = {each.name for each in folder.iterdir()}
    assert names >= {f"{template}.journey.template" for template in TEMPLATES}
    assert names >= {"persona.persona.template", "catalog.catalog.template", "workspace"}


def test_the_wheel_holds_every_template(tmp_path: Path) -> None:
    """Whoever installs the program gets the whole workspace."""
    pytest.importorskip("hatchling")
    builder = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path)]
    done = subprocess.run(builder, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    (wheel,) = tmp_path.glob("*.whl")
    packed = zipfile.ZipFile(wheel).namelist()
    workspace = "journeycli/templates/workspace/"
    assert {name.removeprefix(workspace) for name in packed if name.startswith(workspace)} == (
        WORKSPACE
    )
    assert [f"journeycli/templates/{name}.journey.template" in packed for name in TEMPLATES]
    assert "journeycli/py.typed" in packed

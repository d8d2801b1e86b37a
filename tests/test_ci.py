"""What runs on other people's machines: the hooks, the action, the template and the image."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from program import ROOT, Ran, journey

BIN = Path(sys.executable).parent
FIRST = (ROOT / "tests/first_maps/library-card.journey.yaml").read_text("utf-8")
BROKEN = "format: journey-map/1\nid: broken\ntitle: Broken\nstages: []\nfoo: 1\n"
GITHUB = "vendor.github-workflows"
GITLAB = "vendor.gitlab-ci"


def _yaml(name: str) -> Any:
    return yaml.safe_load((ROOT / name).read_text("utf-8"))


def _snippets() -> list[tuple[str, str]]:
    """Give the YAML of docs/ci.md, each with the schema that it has to follow."""
    text = (ROOT / "docs/ci.md").read_text("utf-8")
    found = re.findall(r"```yaml\n(.*?)```", text, re.DOTALL)
    return [(_schema_of(each), each) for each in found]


def _schema_of(snippet: str) -> str:
    data = yaml.safe_load(snippet)
    if "repos" in data:
        return "pre-commit"
    return GITHUB if "jobs" in data else GITLAB


def _tool(name: str, *arguments: str | Path) -> Ran:
    done = subprocess.run([BIN / name, *arguments], capture_output=True, text=True, check=False)
    return Ran(done.returncode, done.stdout, done.stderr)


@pytest.mark.parametrize(
    ("name", "schema"),
    [
        ("action.yml", "vendor.github-actions"),
        ("ci/journey.gitlab-ci.yml", GITLAB),
        ("src/journeycli/templates/workspace/.github/workflows/journey-lint.yml", GITHUB),
    ],
)
def test_files_for_services_follow_their_schemas(name: str, schema: str) -> None:
    """The schemas come with check-jsonschema; nothing is fetched."""
    ran = _tool("check-jsonschema", "--builtin-schema", schema, ROOT / name)
    assert ran.code == 0, ran.out


def test_the_hooks_are_a_manifest() -> None:
    """pre-commit itself says whether it can read them."""
    ran = _tool("pre-commit", "validate-manifest", ROOT / ".pre-commit-hooks.yaml")
    assert ran.code == 0, ran.out


@pytest.mark.parametrize("number", range(len(_snippets())))
def test_what_the_page_shows_follows_the_schemas(number: int, tmp_path: Path) -> None:
    """Whoever copies from docs/ci.md gets a file that its service reads."""
    schema, text = _snippets()[number]
    file = tmp_path / "copied.yaml"
    file.write_text(text)
    if schema == "pre-commit":
        ran = _tool("pre-commit", "validate-config", file)
    else:
        ran = _tool("check-jsonschema", "--builtin-schema", schema, file)
    assert ran.code == 0, ran.out


def test_the_page_names_what_there_is() -> None:
    """Every hook, input and output of the page exists, and none is left out."""
    page = (ROOT / "docs/ci.md").read_text("utf-8")
    hooks = {hook["id"] for hook in _yaml(".pre-commit-hooks.yaml")}
    action = _yaml("action.yml")

    assert set(re.findall(r"^\| `(journey-[a-z-]+)` \|", page, re.MULTILINE)) == hooks
    table = page.split("| input |")[1].split("\n\n")[0]
    assert re.findall(r"^\| `([a-z-]+)` \|", table, re.MULTILINE) == list(action["inputs"])
    assert all(f"`{name}`" in page.split("\nOutputs: ")[1][:80] for name in action["outputs"])
    for _, snippet in _snippets():
        for given in re.findall(r"OWNER/journeycli@.*?\n +with:\n((?: {10}.*\n)+)", snippet):
            assert set(re.findall(r"^ {10}([a-z-]+):", given, re.MULTILINE)) <= set(
                action["inputs"]
            )


@pytest.mark.parametrize("hook", _yaml(".pre-commit-hooks.yaml"), ids=lambda hook: hook["id"])
def test_a_hook_runs_at_the_files_of_a_workspace(hook: dict[str, Any]) -> None:
    """Maps, personas, catalogs and walks start it, wherever they lie; other YAML does not."""
    files = re.compile(hook["files"])
    names = ("a.journey.yaml", "b/c d.persona.yml", "shared.catalog.yaml", "a.walk.yaml")
    assert all(map(files.search, names))
    assert not any(map(files.search, ("a.yaml", "journey.yaml", "a.journey.yaml.orig")))


def _steps() -> dict[str, dict[str, Any]]:
    return {step["name"]: step for step in _yaml("action.yml")["runs"]["steps"]}


@pytest.mark.parametrize("name", [name for name, step in _steps().items() if "run" in step])
def test_no_input_is_written_into_a_command(name: str) -> None:
    """An expression in a `run` line would be run as a part of it."""
    step = _steps()[name]
    assert "${{" not in step["run"]
    assert step["shell"] == "bash"


def _value(written: str, inputs: dict[str, str]) -> str:
    """Give the value of an expression as the runner would."""
    named = re.fullmatch(r"\$\{\{ (inputs|github)\.([a-z_-]+) \}\}", written)
    assert named is not None
    if named[1] == "github":
        return {"action_path": "/actions/journey maps"}[named[2]]
    return inputs.get(named[2], str(_yaml("action.yml")["inputs"][named[2]]["default"]))


class Runner:
    """Runs steps of the action as GitHub's runner does.

    Args:
        folder: Where the repository is checked out.
        path: What `PATH` begins with.

    """

    def __init__(self, folder: Path, path: Path = BIN) -> None:
        self._folder = folder
        self._path = path
        self._files = folder.parent / "runner"
        self._files.mkdir()

    def run(self, name: str, **inputs: str) -> Ran:
        """Run the step of a name."""
        step = _steps()[name]
        script = self._files / "step.sh"
        script.write_text(step["run"])
        environment = {key: _value(each, inputs) for key, each in step.get("env", {}).items()}
        done = subprocess.run(
            ["bash", "--noprofile", "--norc", "-e", "-o", "pipefail", script],
            cwd=self._folder / inputs.get("working_directory", "."),
            env={
                "PATH": f"{self._path}{os.pathsep}{os.environ['PATH']}",
                "HOME": os.environ["HOME"],
                "LC_ALL": "C.UTF-8",
                "GITHUB_ACTIONS": "true",
                "GITHUB_OUTPUT": str(self._files / "output"),
                "GITHUB_STEP_SUMMARY": str(self._files / "summary"),
                **environment,
            },
            capture_output=True,
            text=True,
            check=False,
        )
        return Ran(done.returncode, done.stdout, done.stderr)

    @property
    def outputs(self) -> dict[str, str]:
        """What the step handed on."""
        lines = (self._files / "output").read_text().splitlines()
        return dict(line.split("=", 1) for line in lines)

    @property
    def summary(self) -> str:
        """What the step wrote for the page of the job."""
        file = self._files / "summary"
        return file.read_text("utf-8") if file.exists() else ""


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    folder = tmp_path / "repo sitory"
    (folder / "maps").mkdir(parents=True)
    (folder / "maps/card.journey.yaml").write_text(FIRST)
    (folder / "maps/broken.journey.yaml").write_text(BROKEN)
    subprocess.run(["git", "init", "--quiet", folder], check=True)
    return folder


@pytest.fixture
def runner(checkout: Path) -> Runner:
    return Runner(checkout)


def test_the_action_annotates_and_sums_up(runner: Runner) -> None:
    """Text for the log, commands for the pull request, Markdown for the page of the job."""
    ran = runner.run("Lint")
    assert ran.code == 1
    assert "error J003 unknown-key" in ran.out
    assert "::error file=maps/broken.journey.yaml,line=5,endLine=5,col=1,endColumn=4," in ran.out
    assert runner.summary.startswith("## Journey maps: 2 errors, ")
    assert "### maps/broken.journey.yaml" in runner.summary
    assert runner.outputs == {"exit-code": "1"}


def test_the_action_writes_sarif_where_it_is_asked_to(runner: Runner, checkout: Path) -> None:
    """The path goes on to the step that uploads it."""
    runner.run("Lint", sarif="out put.sarif")
    assert runner.outputs == {"exit-code": "1", "sarif": str(checkout / "out put.sarif")}
    assert json.loads((checkout / "out put.sarif").read_text())["version"] == "2.1.0"


def test_the_inputs_of_the_action_reach_the_program(runner: Runner) -> None:
    """Paths, fail level and summary do what they say."""
    paths = "maps/card.journey.yaml\n\n"
    ran = runner.run("Lint", paths=paths, **{"fail-level": "error", "summary": "false"})
    assert (ran.code, runner.summary) == (0, "")
    assert "broken.journey.yaml" not in ran.out


def test_a_run_that_could_not_do_its_work_says_so(runner: Runner, checkout: Path) -> None:
    """Exit code 2, the reason in the log, and no SARIF file of an earlier run."""
    (checkout / "old.sarif").write_text("{}")
    ran = runner.run("Lint", paths="missing", sarif="old.sarif")
    assert ran.code == 2
    assert "missing does not exist" in ran.err
    assert runner.outputs == {"exit-code": "2"}


def _commit(folder: Path) -> None:
    subprocess.run(["git", "add", "--all"], cwd=folder, check=True)
    subprocess.run(["git", "commit", "--quiet", "--message", "x"], cwd=folder, check=True)


def test_a_pull_request_is_judged_by_what_it_changes(runner: Runner, checkout: Path) -> None:
    """On both services; without a commit to compare with, as a whole."""
    _commit(checkout)
    (checkout / "maps/card.journey.yaml").write_text(FIRST + "titel: X\n")
    ran = runner.run("Lint", since="HEAD")
    assert ran.code == 1
    annotations = [line for line in ran.out.splitlines() if line.startswith("::")]
    assert [line[:36] for line in annotations] == ["::error file=maps/card.journey.yaml,"]
    assert "older findings not shown" in runner.summary
    (checkout / "maps/card.journey.yaml").write_text(FIRST)
    assert (runner.run("Lint", since="HEAD").code, runner.run("Lint").code) == (0, 1)
    assert _gitlab(checkout, JOURNEY_SINCE="HEAD").code == 0
    assert _gitlab(checkout, JOURNEY_SINCE="").code == 1


@pytest.mark.parametrize("key", ["paths", "since", "fail-level", "sarif", "summary"])
def test_an_input_is_never_run(key: str, runner: Runner, tmp_path: Path) -> None:
    """Whatever stands in it, it is one word of one command."""
    touch = f'touch "{tmp_path}/owned"'
    runner.run("Lint", **{key: f"$({touch})`{touch}`\"; {touch}; \"'; {touch}; '"})
    assert not (tmp_path / "owned").exists()


@pytest.mark.parametrize(
    ("given", "installed"),
    [("", "/actions/journey maps"), ("journeycli==0.1.0; touch owned", None)],
)
def test_what_the_action_installs(
    given: str, installed: str | None, checkout: Path, tmp_path: Path
) -> None:
    """Its own version or what is asked for, by a pip that looks for nothing in the checkout."""
    fake = tmp_path / "bin"
    fake.mkdir()
    (fake / "python").write_text('#!/bin/sh\nprintf "%s\\n" "$@"\n')
    (fake / "python").chmod(0o755)
    ran = Runner(checkout, fake).run("Install journeycli", requirement=given)
    assert ran.out.splitlines()[:4] == ["-I", "-m", "pip", "install"]
    assert ran.out.splitlines()[-2:] == ["--", installed or given]
    assert not (checkout / "owned").exists()


def test_the_action_checks_the_layout(runner: Runner, checkout: Path) -> None:
    """The log shows what `journey fmt` would change, and the job fails."""
    (checkout / "maps/broken.journey.yaml").unlink()
    journey("fmt", cwd=checkout)
    text = (checkout / "maps/card.journey.yaml").read_text("utf-8")
    assert runner.run("Check the layout").code == 0
    text = text.replace("title: ", "title:    ", 1).replace("\nid", "\n# ::error::not ours\nid", 1)
    (checkout / "maps/card.journey.yaml").write_text(text)
    ran = runner.run("Check the layout")
    assert ran.code == 1
    lines = ran.out.splitlines()
    stop = re.fullmatch(r"::stop-commands::([0-9a-f]{32})", lines[0])
    assert stop is not None
    assert lines.index(f"::{stop[1]}::") == len(lines) - 2
    assert " # ::error::not ours" in lines[1:-2]
    assert lines[-1].startswith("::error title=journey fmt::")


def _gitlab(checkout: Path, **variables: str) -> Ran:
    """Run the script of the job as GitLab's runner does."""
    job = _yaml("ci/journey.gitlab-ci.yml")["journey-lint"]
    done = subprocess.run(
        ["sh", "-e", "-c", "\n".join(job["script"])],
        cwd=checkout,
        env={
            "PATH": f"{BIN}{os.pathsep}{os.environ['PATH']}",
            "HOME": os.environ["HOME"],
            **{key: value for key, value in job["variables"].items() if key == "JOURNEY_PATHS"},
            **variables,
        },
        capture_output=True,
        text=True,
        check=False,
    )
    return Ran(done.returncode, done.stdout, done.stderr)


def test_the_template_writes_the_reports_that_it_hands_in(checkout: Path) -> None:
    """Code Quality and JUnit, whether the job fails or not."""
    job = _yaml("ci/journey.gitlab-ci.yml")["journey-lint"]
    assert _gitlab(checkout).code == 1
    reports = [*job["artifacts"]["reports"].values()]
    assert sorted(reports) == sorted(job["artifacts"]["paths"])
    assert all((checkout / name).read_text().strip() for name in reports)
    paths = {issue["location"]["path"] for issue in json.loads((checkout / reports[0]).read_text())}
    assert paths == {"maps/broken.journey.yaml", "maps/card.journey.yaml"}


def test_the_template_takes_several_paths(checkout: Path) -> None:
    """They stand with blanks between."""
    (checkout / "more").mkdir()
    (checkout / "more/x.journey.yaml").write_text(BROKEN)
    ran = _gitlab(checkout, JOURNEY_PATHS="maps more")
    assert ran.code == 1
    assert _gitlab(checkout, JOURNEY_PATHS="maps nowhere").code == 2


def test_on_github_actions_annotations_are_usual(checkout: Path) -> None:
    """Beside the text, unless a format is asked for; elsewhere there are none."""
    on = journey("lint", cwd=checkout, GITHUB_ACTIONS="true")
    off = journey("lint", cwd=checkout)
    asked = journey("lint", "--format", "concise", cwd=checkout, GITHUB_ACTIONS="true")
    annotations = journey("lint", "--format", "github", cwd=checkout)
    assert on.out == off.out + annotations.out
    assert annotations.out.startswith("::error ")
    assert "\n::" not in asked.out


def test_the_image_is_made_of_what_there_is() -> None:
    """What it copies exists and is let in, and the program does not run as root."""
    lines = (ROOT / "Dockerfile").read_text().splitlines()
    let_in = (ROOT / ".dockerignore").read_text().splitlines()
    copied = [
        name
        for line in lines
        if line.startswith("COPY ") and "--from" not in line
        for name in line.split()[1:-1]
    ]
    assert copied
    assert all((ROOT / name).exists() and f"!{name}" in let_in for name in copied)
    assert [line for line in lines if line.startswith("USER ")] == ["USER journey"]
    assert 'ENTRYPOINT ["journey"]' in lines

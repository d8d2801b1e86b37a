"""An organisation's own rules: JMESPath of the settings, and Python of installed packages."""

from __future__ import annotations

import importlib
import json
import re
import sys
from typing import TYPE_CHECKING

import pytest

from journeycli.lint.selection import matches
from journeycli.rules import ALL_RULES
from journeycli.rules.own import own_rules
from journeycli.settings import SettingsError, read_settings
from journeycli.testing import findings_of, lint_texts
from program import journey

if TYPE_CHECKING:
    from pathlib import Path

    from journeycli.rules.base import Rule

MAP = """\
format: journey-map/1
id: switch
title: Switching broadband provider
personas:
  - {id: family, name: A family on a budget}
stages:
  - id: compare
    name: Compare offers
    phase: comparison
    barriers:
      - text: The fee shows late
        severity: high
        affects: 0.4
      - text: The page is slow
    touchpoints:
      - Price page
      - {ref: help-line, moment_of_truth: true}
  - id: order
    name: Order
    phase: purchase
    metrics:
      - {kind: conversion, value: 0.5, target: 0.7}
"""


def settings(
    scope: str, require: str, when: str | None = None, code: str = "ACME1", name: str = "no-such"
) -> str:
    """Write one rule of the settings."""
    condition = f"when = {json.dumps(when)}\n" if when is not None else ""
    return (
        f'[[rule]]\ncode = "{code}"\nname = "{name}"\nscope = "{scope}"\n'
        f'{condition}require = {json.dumps(require)}\nmessage = "Mend this."\n'
    )


def made(text: str, folder: Path) -> tuple[type[Rule], ...]:
    """Read settings and make the rules that they define or name."""
    path = folder / "journey.toml"
    path.write_text(text, "utf-8")
    return own_rules(read_settings(path, root=folder), ALL_RULES)


def faults(text: str, folder: Path) -> list[str]:
    """Give what is wrong with the rules of settings, a line each."""
    with pytest.raises(SettingsError) as caught:
        made(text, folder)
    assert caught.value.exit_code == 2
    return [str(each) for each in caught.value.faults]


def found(text: str, folder: Path) -> list[tuple[str, str]]:
    """Give the places and messages of what the only rule of settings finds in the map."""
    (rule,) = made(text, folder)
    return [(each.at, each.message) for each in findings_of(rule, MAP)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (settings("map", "owner"), [("", "“Switching broadband provider”: Mend this.")]),
        (settings("map", "title"), []),
        (
            settings("stage", "lanes.legal"),
            [
                ("stages[compare]", "“Compare offers”: Mend this."),
                ("stages[order]", "“Order”: Mend this."),
            ],
        ),
        (
            settings("stage", "lanes.legal", "phase == 'purchase'"),
            [("stages[order]", "“Order”: Mend this.")],
        ),
        (
            settings("touchpoint", "channel"),
            [
                ("stages[compare].touchpoints[0]", "“Price page”: Mend this."),
                ("stages[compare].touchpoints[1]", "“help-line”: Mend this."),
            ],
        ),
        (
            settings("barrier", "severity"),
            [("stages[compare].barriers[1]", "“The page is slow”: Mend this.")],
        ),
        (settings("barrier", "affects >= `0.4`", "severity == 'high'"), []),
        (
            settings("persona", "goals"),
            [("personas[family]", "“A family on a budget”: Mend this.")],
        ),
        (
            settings("stage", "metrics[0].value > `0.6`", "metrics"),
            [("stages[order]", "“Order”: Mend this.")],
        ),
        (settings("map", "maturity == 'hypothesis' && state == 'current'"), []),
        (settings("map", "stages[].barriers[].severity | contains(@, 'high')"), []),
        (settings("map", "length(stages[?phase == 'purchase']) == `1`"), []),
    ],
)
def test_a_rule_speaks_where_what_it_requires_is_not_true(
    text: str, expected: list[tuple[str, str]], tmp_path: Path
) -> None:
    """Every scope; `when` picks the elements; a short form is an element like others."""
    assert found(text, tmp_path) == expected


def test_a_rule_is_like_ours(tmp_path: Path) -> None:
    """It has a severity, an address and documentation."""
    text = settings("stage", "lanes.legal", "phase")
    text += 'severity = "error"\ndocs = "https://wiki.example.com/legal"\n'
    (rule,) = made(text, tmp_path)
    finding = findings_of(rule, MAP)[0]
    assert (finding.code, finding.name) == ("ACME1", "no-such")
    assert (finding.severity.value, finding.url) == ("error", "https://wiki.example.com/legal")
    assert (finding.place.start.line, finding.place.start.column) == (8, 11)


def test_everything_wrong_is_told_at_once_and_with_its_place(tmp_path: Path) -> None:
    """What cannot be read has the column inside of the expression; several rules, one error."""
    text = (
        settings("stage", "phase = 'x'", "name ==", name="one-wrong")
        + settings("barrier", "lenght(text) > `3`", code="ACME2", name="two-wrong")
        + settings("map", "owner.departmnt", code="ACME3", name="three-wrong")
        + settings("map", "starts_with(title)", code="ACME4", name="four-wrong")
    )
    how = "Texts stand in 'quotes', numbers and `true` in backticks, and a key is compared by ==."
    assert faults(text, tmp_path) == [
        f"journey.toml:5:16: `when` of ACME1 is not JMESPath: it ends too early. {how}",
        f"journey.toml:6:18: `require` of ACME1 is not JMESPath: = cannot stand here. {how}",
        (
            "journey.toml:12:11: `require` of ACME2 calls lenght(), which is no function. "
            "Did you mean length()?"
        ),
        (
            "journey.toml:18:11: `require` of ACME3 asks an owner for `departmnt`, which it does "
            "not have. Did you mean department?"
        ),
        "journey.toml:24:11: `require` of ACME4 gives starts_with() 1 value; it takes 2. " + how,
    ]


@pytest.mark.parametrize(
    ("scope", "expression", "words"),
    [
        ("stage", "phse == 'purchase'", "asks a stage for `phse`.* Did you mean phase?"),
        ("stage", "touchpoints.name", r"asks a list for `name`.*\[\]\.name"),
        ("stage", "touchpoints[].nmae", "asks a touchpoint for `nmae`.* Did you mean name?"),
        ("stage", "barriers[?sevrity == 'high'].text", "asks a barrier for `sevrity`"),
        ("stage", "touchpoints[0].channels", "asks a touchpoint for `channels`"),
        ("barrier", '"x-ticket"', "`x-ticket`.* of your own are not among them"),
        ("barrier", "!colour || {a: text, b: why} && [hue]", "asks a barrier for `colour`"),
        ("map", "stages[].barriers[].removals[].kindd", "asks a removal for `kindd`"),
        ("map", "(" * 3000, "nests too deep|it ends too early"),
        ("map", "a" + "." * 2, "is not JMESPath"),
        ("map", "`{bad`", "has a text in backticks. Write 'it' in quotes"),
        ("barrier", "severity == `high`", "has a text in backticks"),
        ("map", "title ~ 'x'", "~ cannot stand here"),
    ],
)
def test_an_expression_that_could_never_speak_is_refused(
    scope: str, expression: str, words: str, tmp_path: Path
) -> None:
    """A misspelt key would be null for ever; it is told with the closest one."""
    assert re.search(words, faults(settings(scope, expression), tmp_path)[0])


@pytest.mark.parametrize(
    ("scope", "expression"),
    [
        ("stage", "inhibitors.none || inhibitors[].text"),
        ("stage", "lanes.anything[].text"),
        ("stage", "lanes.*"),
        ("stage", "sort_by(metrics || `[]`, &kind)[0].value"),
        ("stage", "@.name"),
        ("stage", "name | length(@)"),
        ("persona", "demographics.age || psychographics.whatever"),
        ("touchpoint", "opinion.before && opinion.{a: after}"),
        ("barrier", "removals[*].[text, due][]"),
        ("map", "not_null(summary, title, id)"),
        ("map", "values(scope)[0]"),
        ("map", "stages[::2].name"),
        ("map", "paths[].stages[]"),
    ],
)
def test_what_the_format_knows_is_let_through(scope: str, expression: str, tmp_path: Path) -> None:
    """No expression is refused for a key that can be there."""
    assert len(made(settings(scope, expression), tmp_path)) == 1


@pytest.mark.parametrize(
    ("require", "said"),
    [
        ("length(lanes) > `1`", "length() takes"),
        ('`1` < `\\"a\\"`', "it compares values of two kinds"),
    ],
)
def test_a_rule_that_fails_while_it_runs_names_itself_and_the_element(
    require: str, said: str, tmp_path: Path
) -> None:
    """The failure is a finding of its own weight; other elements and other rules go on."""
    (rule,) = made(settings("stage", require.replace('\\"', '"')), tmp_path)
    report = lint_texts({"a.journey.yaml": MAP}, rules=(*ALL_RULES, rule))
    own = [each for each in report.findings if each.code == "ACME1"]
    assert [each.at for each in own] == ["stages[compare]"]  # once a file, however often
    assert own[0].message.startswith(f"The rule ACME1 failed on “Compare offers”: {said}")
    assert {each.severity.value for each in own} == {"error"}
    assert "J101" in {each.code for each in report.findings}


def test_names_that_are_taken(tmp_path: Path) -> None:
    """A rule of the settings cannot have the name of one of ours."""
    text = settings("stage", "name", name="no-persona")
    assert faults(text, tmp_path) == [
        "journey.toml:2:8: Another rule is called no-persona. Give it another one."
    ]


def test_a_code_with_a_digit_at_its_end_is_no_prefix() -> None:
    """ACME1 does not name ACME12; ACME names both; our codes go on having prefixes."""
    assert matches("ACME1", "ACME1", "no-such") > matches("ACME", "ACME1", "no-such") > 0
    assert matches("ACME1", "ACME12", "no-such") == 0
    assert matches("ACME", "ACME12", "no-such") > 0
    assert matches("J1", "J106", "inhibitors-unanswered") > 0


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give a folder from which packages are imported."""
    folder = tmp_path / "site"
    folder.mkdir()
    monkeypatch.syspath_prepend(folder)
    for name in [each for each in sys.modules if each.startswith("acme_")]:
        monkeypatch.delitem(sys.modules, name)
    return folder


def install(site: Path, code: str, point: str, name: str = "Acme_Journey.Rules") -> None:
    """Install a package of one module, `acme_rules`, with one entry point."""
    (site / "acme_rules.py").write_text(CODE + code, "utf-8")
    info = site / "acme-1.0.dist-info"
    info.mkdir(exist_ok=True)
    (info / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {name}\nVersion: 1.0\n")
    (info / "entry_points.txt").write_text(f"[journeycli.rules]\nacme = acme_rules:{point}\n")
    importlib.invalidate_caches()
    sys.modules.pop("acme_rules", None)


CODE = '''\
from journeycli.findings import Problem, Severity
from journeycli.rules.base import MapRule, PersonaRule, ReadingRule, StageRule

(__import__("pathlib").Path(__file__).parent / "loaded").touch()

class Stages(StageRule):
    """A stage.

    What:
        It is one.

    Why:
        It is looked at.
    """
    code = "ACME7"
    name = "acme-stage"
    summary = "a stage"
    severity = Severity.INFO
    def check(self, stage, context):
        yield Problem(("name",), f"{stage.name} is number {context.index}.")

class Failing(MapRule):
    """A map."""
    code = "ACME8"
    name = "acme-failing"
    summary = "a map"
    def check(self, journey, context):
        raise KeyError(journey.id)

class Sloppy(MapRule):
    """A map."""
    code = "ACME9"
    name = "acme-sloppy"
    summary = "a map"
    def check(self, journey, context):
        return ["a text and no problem"]

'''
NAMED = 'plugins = ["acme-journey-rules"]\n'


def test_rules_of_a_package_are_loaded_where_the_settings_name_it(
    site: Path, tmp_path: Path
) -> None:
    """A package that is installed and not named is not even imported."""
    install(site, "RULES = [Stages]", "RULES")
    assert made("", tmp_path) == ()
    assert not (site / "loaded").exists()
    (rule,) = made(NAMED, tmp_path)
    assert (site / "loaded").exists()
    assert [(each.at, each.message, each.severity.value) for each in findings_of(rule, MAP)] == [
        ("stages[compare].name", "Compare offers is number 0.", "info"),
        ("stages[order].name", "Order is number 1.", "info"),
    ]


def test_a_single_class_is_enough(site: Path, tmp_path: Path) -> None:
    """An entry point names a class, or a list of classes."""
    install(site, "", "Stages")
    assert [rule.code for rule in made(NAMED, tmp_path)] == ["ACME7"]


def test_a_python_rule_that_fails_names_itself_and_the_element(site: Path, tmp_path: Path) -> None:
    """What others wrote may fail at its call or give what is no problem; the run goes on."""
    install(site, "RULES = [Failing, Sloppy, Stages]", "RULES")
    rules = (*ALL_RULES, *made(NAMED, tmp_path))
    found_ = lint_texts({"a.journey.yaml": MAP}, rules=rules).findings
    own = {each.code: each for each in found_ if each.code.startswith("ACME")}
    assert own["ACME8"].message == (
        "The rule ACME8 failed on “Switching broadband provider”: KeyError: 'switch'"
    )
    assert "TypeError: it yields str and not Problem" in own["ACME9"].message
    assert own["ACME8"].severity.value == own["ACME9"].severity.value == "error"
    assert "ACME7" in own
    assert "J201" not in own


@pytest.mark.parametrize(
    ("code", "point", "words"),
    [
        ("", "Missing", "`acme_rules:Missing` cannot be loaded: AttributeError"),
        ("raise RuntimeError('no licence')", "RULES", "cannot be loaded: RuntimeError: no licence"),
        ("RULES = 3", "RULES", "is neither a rule nor a list of rules"),
        ("RULES = [3]", "RULES", "offers 3, which is no class on the basis of MapRule, StageRule"),
        ("class Old(ReadingRule): pass", "Old", "offers Old, which is no class on the basis of"),
        ("class Bare(MapRule): pass", "Bare", "offers Bare, which has no `check`"),
        (
            "class Ours(Stages):\n    code = 'J106'",
            "Ours",
            "has no `code` that is a code for a rule of your own",
        ),
        ("class Odd(Stages):\n    name = 'Odd'", "Odd", "has no `name` that is a name for a rule"),
        ("class Mute(Stages):\n    summary = ''", "Mute", "has no `summary`"),
        ("class Loud(Stages):\n    severity = 'high'", "Loud", "`severity` that is no Severity"),
    ],
)
def test_a_package_that_cannot_be_used_is_told_with_its_place(
    site: Path, tmp_path: Path, code: str, point: str, words: str
) -> None:
    """The error stands where the settings name the package."""
    install(site, code, point)
    (fault,) = faults(NAMED, tmp_path)
    assert fault.startswith("journey.toml:1:12: ")
    assert words in fault


def test_a_package_that_is_not_there_and_a_code_that_is_taken(site: Path, tmp_path: Path) -> None:
    """Both are told in one go, each in its place."""
    install(site, "", "Stages")
    text = (
        'plugins = ["acme_journey_rules", "not-there"]\n'
        + settings("map", "owner", code="ACME7", name="no-such")
        + settings("map", "owner", code="ACME5", name="acme-stage")
    )
    assert [fault.partition(": ")[::2] for fault in faults(text, tmp_path)] == [
        ("journey.toml:1:12", "Another rule is called ACME7. Give it another one."),
        ("journey.toml:1:12", "Another rule is called acme-stage. Give it another one."),
        (
            "journey.toml:1:34",
            (
                "No package named not-there that offers rules is installed. Install it into the "
                "environment of journeycli; a package offers rules by the entry point "
                "`journeycli.rules`."
            ),
        ),
    ]


LEGAL = settings("stage", "lanes.legal", "phase == 'purchase'", name="no-legal-check")


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    (tmp_path / "journey.toml").write_text(LEGAL + 'docs = "Our lawyers read each order page."\n')
    (tmp_path / "a.journey.yaml").write_text(MAP)
    return tmp_path


def test_own_rules_in_the_catalogue(workspace: Path) -> None:
    """`journey rules` lists them in every format, as a family of their own."""
    text = journey("rules", cwd=workspace).out
    assert text.index("J9 Writing") < text.index("Own rules") < text.index("no-legal-check")
    listed = json.loads(journey("rules", "--format", "json", cwd=workspace).out)["rules"]
    assert (listed[-1]["code"], listed[-1]["family"]) == ("ACME1", "Own rules")
    page = journey("rules", "--format", "md", cwd=workspace).out
    assert "## Own rules" in page
    assert "| ACME1 | no-legal-check | warning | – | Mend this |" in page
    assert "ACME1" not in journey("rules", cwd=workspace.parent).out


@pytest.mark.parametrize("word", ["ACME1", "acme1", "no-legal-check"])
def test_an_own_rule_is_explained(workspace: Path, word: str) -> None:
    """By code or name, with what the settings say of it."""
    ran = journey("explain", word, cwd=workspace)
    assert ran.code == 0
    said = " ".join(ran.out.split())
    assert "Our lawyers read each order page." in said
    assert "asks of every stage where `phase == 'purchase'` holds: `lanes.legal`" in said


def test_an_unknown_word_is_compared_with_own_rules_too(workspace: Path) -> None:
    """The closest rule may be one of theirs."""
    ran = journey("explain", "no-legal-chek", cwd=workspace)
    assert (ran.code, ran.out) == (2, "")
    assert "journey explain no-legal-check" in ran.err


def test_our_rules_are_explained_whatever_the_settings_say(workspace: Path) -> None:
    """Broken settings stand in the way of their own rules only."""
    (workspace / "journey.toml").write_text("rule = 3\n")
    assert journey("explain", "J106", cwd=workspace).code == 0
    ran = journey("explain", "ACME1", cwd=workspace)
    assert (ran.code, ran.out) == (2, "")
    assert "journey.toml:1:8" in ran.err


def test_own_rules_are_selected_weighed_and_ignored_like_ours(workspace: Path) -> None:
    """--select, severity, comments, per-file ignores and the baseline know them."""
    lint = ("lint", "--format", "concise")
    assert "ACME1" in journey(*lint, "--select", "no-legal-check", cwd=workspace).out
    assert "ACME1" not in journey(*lint, "--ignore", "ACME", cwd=workspace).out
    file = workspace / "a.journey.yaml"
    file.write_text(
        MAP.replace("    name: Order", "    name: Order  # journey: ignore[ACME1] -- why")
    )
    ran = journey(*lint, "--select", "ACME1", cwd=workspace)
    assert (ran.code, "ACME1" in ran.out, "J990" in ran.out) == (0, False, False)
    file.write_text(MAP)
    journey("lint", "--write-baseline", cwd=workspace)
    assert journey("lint", cwd=workspace).code == 0
    (workspace / "journey-baseline.json").unlink()
    (workspace / "journey.toml").write_text('severity = {ACME1 = "error"}\n' + LEGAL)
    assert "error ACME1" in journey(*lint, cwd=workspace).out


def test_wrong_rules_end_the_run_before_it_begins(workspace: Path) -> None:
    """All faults, exit code 2, nothing on standard output."""
    (workspace / "journey.toml").write_text(
        settings("stage", "phse", name="one-wrong")
        + settings("stage", "name ==", code="ACME2", name="two-wrong")
    )
    ran = journey("lint", cwd=workspace)
    assert (ran.code, ran.out) == (2, "")
    assert re.findall(r"journey\.toml:\d+:\d+", ran.err) == [
        "journey.toml:5:11",
        "journey.toml:11:19",
    ]


def test_a_message_says_what_the_element_says(tmp_path: Path) -> None:
    """`{key}` is filled; a key that the element does not have is told with the settings."""
    rule = settings("touchpoint", "status == 'x'").replace("Mend this.", "{name} is {status}.")
    (tmp_path / "journey.toml").write_text(rule, "utf-8")
    (made,) = own_rules(read_settings(tmp_path / "journey.toml", root=tmp_path), ALL_RULES)
    report = lint_texts({"a.journey.yaml": MAP}, rules=(*ALL_RULES, made), select=["ACME1"])
    assert [each.message for each in report.findings] == ["Price page is –.", "– is –."]
    (tmp_path / "journey.toml").write_text(rule.replace("{status}", "{sttus}"), "utf-8")
    with pytest.raises(SettingsError) as caught:
        own_rules(read_settings(tmp_path / "journey.toml", root=tmp_path), ALL_RULES)
    (fault,) = caught.value.faults
    assert (fault.line, fault.hint) == (6, "Did you mean {status}?")


def test_a_rule_that_fails_is_told_once_in_plain_words(tmp_path: Path) -> None:
    """However many elements it fails on."""
    (tmp_path / "journey.toml").write_text(settings("touchpoint", "abs(id) > `0`"), "utf-8")
    (made,) = own_rules(read_settings(tmp_path / "journey.toml", root=tmp_path), ALL_RULES)
    report = lint_texts({"a.journey.yaml": MAP}, rules=(*ALL_RULES, made), select=["ACME1"])
    (finding,) = report.findings
    assert finding.message == (
        "The rule ACME1 failed on “Price page”: abs() takes a number and was given nothing (a key "
        "that is not there)"
    )


def test_settings_and_expressions_are_told_together_in_order(tmp_path: Path) -> None:
    """One run shows what is wrong with the keys and with the rules, from top to bottom."""
    text = settings("stage", "lenght(barriers)") + 'x = 1\n[severity]\nJ404 = "loud"\n'
    second = settings("stage", "nme", code="ACME2", name="no-other")
    (tmp_path / "journey.toml").write_text(f'fail-levl = "x"\n{second}{text}', "utf-8")
    (tmp_path / "a.journey.yaml").write_text(MAP, "utf-8")
    ran = journey("lint", ".", cwd=tmp_path)
    lines = ran.err.removeprefix("error: ").splitlines()
    assert (ran.code, [line.split(":")[1] for line in lines]) == (2, ["1", "6", "14", "16"])

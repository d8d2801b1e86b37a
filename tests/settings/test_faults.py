"""What is wrong with settings: each kind of fault, its place, and all of them at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from journeycli.settings import SettingsError, SettingsFault, fault_at, read_settings
from journeycli.settings.values import Place

if TYPE_CHECKING:
    from pathlib import Path

    from .conftest import Workspace

_RULE = '[[rule]]\ncode = "A1"\nname = "a-b"\nscope = "map"\nrequire = "a"\nmessage = "m"\n'


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # keys
        ('fail-levle = "error"',
         "1:1: There is no key `fail-levle` in the settings. Did you mean `fail-level`?"),
        ('fail_level = "error"',
         "1:1: There is no key `fail_level` in the settings. Did you mean `fail-level`?"),
        ("rules = []", "1:1: There is no key `rules` in the settings. Did you mean `rule`?"),
        ("clock = 1", "1:1: There is no key `clock` in the settings. Did you mean `today`?"),
        ("depth = 3",
         "1:1: There is no key `depth` in the settings. It belongs in the table [limits]."),
        ('"\\u001b[2J" = 3',
         ('1:1: There is no key `"\\x1b[2J"` in the settings. The keys are extends, select, '
         "ignore, extend-select, fail-level, include, exclude, baseline, today, evidence-months, "
         "hypothesis-months, stalled-months, statement-length, plugins, severity, "
         "per-file-ignores, limits, import and rule.")),
        ("[tool.journeycli]\nignore = []",
         ("1:2: There is no key `tool` in the settings. In journey.toml the keys stand at the top, "
         "without [tool.journeycli].")),
        ("[limits]\ndepht = 3",
         "2:1: There is no key `depht` in the table of limits. Did you mean `depth`?"),
        ('[limits]\nfail-level = "error"',
         ("2:1: There is no key `fail-level` in the table of limits. It is a key of the settings "
         "themselves: write it above the table's header.")),
        ('[severity]\nfail-level = "error"',
         ("2:1: `fail-level` stands in the table `severity`. It is a key of the settings "
         "themselves: write it above the table's header.")),
        ('[per-file-ignores]\nignore = ["J4"]',
         ("2:1: `ignore` stands in the table `per-file-ignores`. It is a key of the settings "
         "themselves: write it above the table's header.")),
        ("[import]\ntoday = 2026-11-30",
         ("2:1: `today` stands in the table `import`. It is a key of the settings "
         "themselves: write it above the table's header.")),
        # numbers
        ('evidence-months = "18"',
         "1:19: `evidence-months` takes a whole number, not a text. Write 18 without quotes."),
        ("evidence-months = 1.5", "1:19: `evidence-months` takes a whole number, not 1.5."),
        ("evidence-months = nan", "1:19: `evidence-months` takes a whole number, not nan."),
        ("evidence-months = -inf",
         "1:19: `evidence-months` takes a whole number, not a number beyond all use."),
        ("evidence-months = true", "1:19: `evidence-months` takes a whole number, not true."),
        ("hypothesis-months = 0", "1:21: `hypothesis-months` is 0, but goes from 1 to 1,200."),
        ("stalled-months = 1201", "1:18: `stalled-months` is 1,201, but goes from 1 to 1,200."),
        ("statement-length = 9", "1:20: `statement-length` is 9, but goes from 10 to 2,000."),
        ("limits.depth = 201", "1:16: `limits.depth` is 201, but goes from 1 to 200."),
        ("[limits]\nstages = 0x" + "f" * 4000,
         "2:10: `limits.stages` is a number beyond all use, but goes from 1 to 100,000."),
        # words
        ('fail-level = "warn"',
         ('1:14: `fail-level` is "warn", which is none of "error", "warning" and "info". '
         'Did you mean "warning"?')),
        ('fail-level = "xyzzy"',
         '1:14: `fail-level` is "xyzzy", which is none of "error", "warning" and "info".'),
        ("fail-level = 2", '1:14: `fail-level` takes "error", "warning" or "info", not 2.'),
        ('[severity]\nJ4 = "of"',
         ('2:6: `severity.J4` is "of", which is none of "error", "warning", "info" and "off". '
         'Did you mean "off"?')),
        # dates
        ('today = "2026-02-30"',
         '1:9: `today`: "2026-02-30" is not a date. Write a day, such as "2026-11-30".'),
        ('today = "20261130"',
         '1:9: `today`: "20261130" is not a date. Write a day, such as "2026-11-30".'),
        ("today = 2026-11-30T10:00:00",
         '1:9: `today` takes a date, not a date with a time. Write a day, such as "2026-11-30".'),
        ("select = 07:30:00", "1:10: `select` takes a list, not a time."),
        ("plugins = [2026-11-30]",
         ("1:12: `plugins` takes the name of a Python package, not a date. "
         "Write it as for pip install.")),
        ("today = 20261130",
         '1:9: `today` takes a date, not 20,261,130. Write a day, such as "2026-11-30".'),
        # lists
        ('select = "J1"', '1:10: `select` takes a list, not a text. Write ["J1"].'),
        ("ignore = {J1 = true}", "1:10: `ignore` takes a list, not a table."),
        ("select = []",
         ("1:10: `select` is empty. With no rule selected nothing would be looked at. "
         "Leave it out for all.")),
        ("include = []",
         ("1:11: `include` is empty. With no file included nothing would be looked at. "
         "Leave it out for all.")),
        ('extend-select = ["J1", 404]',
         ("1:24: `extend-select` takes a rule's code, the start of one, or a rule's name, not 404. "
         "Write J106, J1 or inhibitors-unanswered; `journey rules` lists them all.")),
        ('ignore = ["J1 "]',
         ('1:11: `ignore`: "J1 " is not a rule\'s code, the start of one, or a rule\'s name. '
         "Write J106, J1 or inhibitors-unanswered; `journey rules` lists them all.")),
        ('plugins = ["./rules.py"]',
         ('1:12: `plugins`: "./rules.py" is not the name of a Python package. '
         "Write it as for pip install.")),
        # tables
        ("severity = 3", "1:12: `severity` takes a table, not 3."),
        ("limits = []", "1:10: `limits` takes a table, not a list."),
        ('[severity]\n"J 1" = "off"',
         ('2:1: `severity`: "J 1" is not a rule\'s code, the start of one, or a rule\'s name. '
         "Write J106, J1 or inhibitors-unanswered; `journey rules` lists them all.")),
        ('[per-file-ignores]\n"a" = "J1"',
         '2:7: `per-file-ignores.a` takes a list, not a text. Write ["J1"].'),
        ('[per-file-ignores]\na = {reason = "b"}',
         "2:5: This per-file ignore has no `rules`. Add rules = […]."),
        ("[per-file-ignores]\na = {rules = [], until = 3}",
         "2:18: There is no key `until` in this per-file ignore. The keys are rules and reason."),
        ('[per-file-ignores]\na = {rules = [], reason = " "}',
         ('2:27: `per-file-ignores.a.reason`: " " is not a line of text. '
         "Write a sentence on one line.")),
        ('[import]\nDoes = "Customer actions"',
         ('2:8: `import.Does`: "Customer actions" is not a key of the format. '
         "Write a key of a stage, such as customer_actions, or lanes. and a lane's id.")),
        # files
        ('baseline = "/x.json"',
         ('1:12: `baseline`: "/x.json" is not a path of a file in the workspace. '
         "Write a relative path with forward slashes.")),
        ('baseline = "a/../../x.json"',
         ('1:12: "a/../../x.json" leads out of the workspace. '
         "Write a path below its root; `--baseline` takes any.")),
        ('baseline = "\\u0000"',
         ('1:12: `baseline`: "\\x00" is not a path of a file in the workspace. '
         "Write a relative path with forward slashes.")),
        ("extends = 3",
         ("1:11: `extends` takes a path of a file in the workspace, not 3. "
         "Write a relative path with forward slashes.")),
        # rules
        ("[rule]\ncode = 3", "1:1: `rule` is one table. Write [[rule]], with two brackets."),
        ("rule = 3", "1:8: `rule` takes tables, [[rule]], not 3."),
        ("rule = [3]", "1:9: `rule` takes a table, not 3."),
        (_RULE.replace('code = "A1"\n', ""), '1:1: This rule has no `code`. Add code = "…".'),
        (_RULE.replace('scope = "map"\n', ""),
         ('1:1: This rule has no `scope`. '
         'Add scope = "map", "stage", "touchpoint", "barrier" or "persona".')),
        (_RULE.replace("A1", "J1"),
         ('2:8: `rule.code`: "J1" is not a code for a rule of your own. '
         "Write capitals and a number, such as ACME1; codes with J are the program's own.")),
        (_RULE.replace("a-b", "A b"),
         ('3:8: `rule.name`: "A b" is not a name for a rule. Write two words or more, small and '
         "joined by hyphens, such as no-legal-check.")),
        (_RULE.replace('"a"', '""'),
         ('5:11: `rule.require`: "" is not a JMESPath expression. '
         "See https://jmespath.org for how to write one.")),
        (_RULE.replace('"m"', '"m\\nn"'),
         '6:11: `rule.message`: "m\\x0an" is not a line of text. Write a sentence on one line.'),
        (_RULE + 'url = "x"',
         "7:1: There is no key `url` in this rule. Did you mean `docs`?"),
        (_RULE + 'severity = "off"',
         '7:12: `rule.severity` is "off", which is none of "error", "warning" and "info".'),
        (_RULE + _RULE.replace("a-b", "a-c"),
         '8:8: Another rule above has the code "A1". Each rule has a code of its own.'),
        (_RULE + _RULE.replace("A1", "A2"),
         '9:8: Another rule above has the name "a-b". Each rule has a name of its own.'),
    ],
)  # fmt: skip
def test_one_fault(workspace: Workspace, text: str, expected: str) -> None:
    """Each fault says what is wrong, where, and what to do; nothing is reported twice."""
    assert workspace.faults(text) == [f"journey.toml:{expected}"]


@pytest.mark.parametrize(
    "glob",
    [
        "", " ", "#a", "./a", "!./a", "../a", "a/./b", "a/..", "/", "!", "!/", ".", "maps\\old",
        "C:/maps", "a\\", "[z-a]", "[", "[[:alpha:]]", "a\tb", "a\nb",
    ],
)  # fmt: skip
@pytest.mark.parametrize("key", ["include", "exclude", "per-file-ignores"])
def test_patterns_that_match_nothing(workspace: Workspace, key: str, glob: str) -> None:
    """A pattern that gitignore's rules would let match nothing, or refuse, has its place."""
    written = glob.replace("\\", "\\\\").replace("\t", "\\t").replace("\n", "\\n")
    text = f'["{written}"]' if key.endswith("clude") else f'{{"{written}" = ["J1"]}}'
    (fault,) = workspace.faults(f"{key} = {text}")
    assert fault.startswith(f"journey.toml:1:{len(key) + 5}: `{key}`: ")
    assert "is not a pattern for files" in fault


def test_all_faults_at_once(workspace: Workspace) -> None:
    """One run tells everything that is wrong, in the order of the text."""
    assert workspace.places(
        '\ufeffselect = ["J1", 3, "ok", "é!"]\r\n'
        "  fail-level = 'errors'\r\n"
        "\r\n"
        "[limits] # two\r\n"
        "depth = 'x'; \r\n".replace("; ", "")
        + "bites = 3\r\n"
        "[severity]\r\n"
        '"J 9" = "of"\r\n'
        "[[rule]]\r\n"
        'name = "é"\r\n'
        "[[rule]]\r\n"
        'code = "A1"\r\n'
    ) == [
        "journey.toml:1:17",
        "journey.toml:1:26",
        "journey.toml:2:16",
        "journey.toml:5:9",
        "journey.toml:6:1",
        "journey.toml:8:1",
        "journey.toml:8:9",
        *["journey.toml:9:1"] * 4,
        "journey.toml:10:8",
        *["journey.toml:11:1"] * 4,
    ]


def test_places_in_pyproject_are_those_of_the_whole_file(workspace: Workspace) -> None:
    """A fault in our table has the line of the file, and its key without the table's name."""
    text = '[project]\nname = "x"\n\n[tool.journeycli]\nfail-level = "no"\nx = 1\n'
    assert [fault.split(" Did")[0][:52] for fault in workspace.faults(text, "pyproject.toml")] == [
        'pyproject.toml:5:14: `fail-level` is "no", which is ',
        "pyproject.toml:6:1: There is no key `x` in the setti",
    ]


def test_our_table_that_is_none(workspace: Workspace) -> None:
    """`journeycli` in the table `tool` has to be a table."""
    assert workspace.faults("[tool]\njourneycli = 3\n", "pyproject.toml") == [
        "pyproject.toml:2:14: `tool.journeycli` takes a table of settings."
    ]


def test_a_pyproject_without_our_table(workspace: Workspace) -> None:
    """A `pyproject.toml` that is named and has nothing for us is an error, not the defaults."""
    assert workspace.faults("[tool]\nx = 3\n", "pyproject.toml") == [
        (
            "pyproject.toml:1:1: pyproject.toml has no table [tool.journeycli]. "
            "Add it, or name another file."
        )
    ]


def test_a_long_value_is_cut_in_its_message(workspace: Workspace) -> None:
    """A message repeats the start of a long value only."""
    (fault,) = workspace.faults(f'fail-level = "{"x" * 500}"')
    assert f'is "{"x" * 60}…", which' in fault


def test_faults_can_be_made_by_rooms_above() -> None:
    """Whoever knows the rules reports an unknown one by the place that was kept."""
    place = Place("journey.toml", 3, 9, 3, 14)
    error = SettingsError([fault_at(place, "No rule J199.", "Did you mean J109?")])
    assert error.faults == (
        SettingsFault("journey.toml", 3, 9, "No rule J199.", "Did you mean J109?"),
    )
    assert str(error) == "journey.toml:3:9: No rule J199. Did you mean J109?"


def test_a_missing_file_has_the_closest_name(workspace: Workspace, tmp_path: Path) -> None:
    """A file that is not there is no excuse for the defaults."""
    workspace.write("")
    with pytest.raises(SettingsError) as caught:
        read_settings(tmp_path / "jurney.toml", root=tmp_path)
    assert str(caught.value) == (
        "jurney.toml: There is no file jurney.toml. Did you mean journey.toml?"
    )

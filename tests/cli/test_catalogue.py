"""`journey rules` and `journey explain`: the catalogue, and one rule in full."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

import pytest

from journeycli.cli.main import run
from journeycli.rules import ALL_RULES
from journeycli.rules.families import family_of
from program import journey

if TYPE_CHECKING:
    from pathlib import Path

    from journeycli.rules.base import Rule


def printed(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    """Run a command that succeeds and give its standard output."""
    assert run(arguments) == 0
    out, err = capsys.readouterr()
    assert err == ""
    return out


def folded(text: str) -> str:
    """Give a text without its line breaks, indents and ticks."""
    return " ".join(text.replace("`", "").split())


def test_rules_lists_every_rule_in_its_family(capsys: pytest.CaptureFixture[str]) -> None:
    """Code, name, weight and what it finds, family by family, in code order."""
    out = printed(capsys, "rules")
    places = [out.index(f"  {rule.code}  ") for rule in ALL_RULES]
    assert places == sorted(places)
    for rule in ALL_RULES:
        assert rule.name in out
        assert folded(rule.summary) in folded(out)
        assert out.index(family_of(rule.code)) < out.index(rule.code)
    assert out.endswith("journey explain CODE shows one rule with a bad and a good example.\n")


@pytest.mark.parametrize("width", [40, 60, 80, 140])
def test_rules_fit_the_screen(capsys: pytest.CaptureFixture[str], width: int) -> None:
    """No line is wider than the terminal, and none ends in blanks."""
    lines = printed(capsys, "rules", "--width", str(width)).splitlines()
    assert max(map(len, lines)) <= width
    assert lines == [line.rstrip() for line in lines]


def test_rules_as_json(capsys: pytest.CaptureFixture[str]) -> None:
    """Another program gets every rule with its weights, words and examples."""
    value = json.loads(printed(capsys, "rules", "--format", "json"))
    assert value["version"] == 1
    assert [each["code"] for each in value["rules"]] == [rule.code for rule in ALL_RULES]
    rule = next(each for each in value["rules"] if each["code"] == "J106")
    assert rule | {"what": "", "why": "", "bad": "", "good": "", "summary": ""} == {
        "code": "J106",
        "name": "inhibitors-unanswered",
        "family": "Checklist",
        "summary": "",
        "severity": "warning",
        "severity_on_hypothesis": "info",
        "scope": "stage",
        "fix": "none",
        "options": [],
        "url": "https://journeycli.dev/rules/J106",
        "what": "",
        "why": "",
        "bad": "",
        "good": "",
    }


def test_rules_as_markdown(capsys: pytest.CaptureFixture[str]) -> None:
    """A table a family, with a link to each rule's page."""
    out = printed(capsys, "rules", "--format", "md")
    rows = re.findall(r"^\| \[(J\d+)\]\(rules/J\d+\.md\) \|", out, re.MULTILINE)
    assert rows == [rule.code for rule in ALL_RULES]


def code(rule: type[Rule]) -> str:
    return rule.code


@pytest.mark.parametrize("rule", ALL_RULES, ids=code)
def test_explain_shows_a_rule_in_full(rule: type[Rule], capsys: pytest.CaptureFixture[str]) -> None:
    """What it finds, why it matters, and a bad and a good example where one can be shown."""
    out = printed(capsys, "explain", rule.code, "--width", "100")
    assert out.startswith(f"{rule.code} {rule.name}\n")
    assert out.index("What it finds\n") < out.index("Why it matters\n") < out.index("Severity  ")
    assert ("\nBad\n" in out) is ("\nGood\n" in out)
    assert out.endswith(f"https://journeycli.dev/rules/{rule.code}\n")
    assert max(map(len, out.splitlines())) <= 100


@pytest.mark.parametrize("word", ["J106", "j106", "inhibitors-unanswered", "Inhibitors-Unanswered"])
def test_explain_takes_codes_and_names(word: str, capsys: pytest.CaptureFixture[str]) -> None:
    """The case does not matter."""
    assert printed(capsys, "explain", word) == printed(capsys, "explain", "J106")


def test_explain_tells_inhibitors_from_barriers(capsys: pytest.CaptureFixture[str]) -> None:
    """The two words that newcomers mix up are told apart where they look."""
    out = folded(printed(capsys, "explain", "J106"))
    assert "An inhibitor is our own doing" in out
    assert "A barrier is whatever stands in the way" in out


@pytest.mark.parametrize(
    ("word", "hint"),
    [
        ("J1O6", "Did you mean `journey explain J106`?"),
        ("inhibitor-unanswered", "Did you mean `journey explain inhibitors-unanswered`?"),
        ("weather", "`journey rules` lists them."),
        ("", "`journey rules` lists them."),
    ],
)
def test_explain_suggests_the_closest_rule(
    word: str, hint: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """A wrong code is one line and a hint, with exit code 2."""
    assert run(["explain", word]) == 2
    assert capsys.readouterr() == ("", f"error: There is no rule {word}.\n{hint}\n")


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["rules", "--format", "yaml"], "--format yaml: choose one of text, json, md."),
        (["explain", "J106", "--format", "jsn"], "Did you mean json?"),
        (["rules", "--color", "sometimes"], "choose one of auto, always, never."),
        (["explain"], "Missing argument"),
        (["explain", "J106", "J107"], "unexpected extra argument"),
    ],
)
def test_wrong_usage(arguments: list[str], words: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Wrong words are told with the right ones, and nothing is printed."""
    assert run(arguments) == 2
    out, err = capsys.readouterr()
    assert (out, words in err) == ("", True)


def test_explain_as_json_and_markdown(capsys: pytest.CaptureFixture[str]) -> None:
    """The same words for machines and for pages."""
    value = json.loads(printed(capsys, "explain", "J801", "--format", "json"))
    assert (value["code"], value["fix"]) == ("J801", "safe")
    assert value["bad"].startswith("personas: [budget-famly]")
    page = printed(capsys, "explain", "J801", "--format", "md")
    assert page.startswith("# J801 unresolved-reference\n")
    assert f"```yaml\n{value['bad']}\n```" in page


def test_colour_is_for_those_who_want_it(capsys: pytest.CaptureFixture[str]) -> None:
    """The words are the same with and without."""
    plain = printed(capsys, "explain", "J106", "--color", "never")
    painted = printed(capsys, "explain", "J106", "--color", "always")
    assert "\x1b[1m" in painted
    assert "\x1b" not in plain
    assert folded(re.sub(r"\x1b\[[0-9;]*m", "", painted)) == folded(plain)


@pytest.mark.parametrize("encoding", ["ascii", "cp1252", "utf-8"])
def test_every_terminal_can_show_the_catalogue(tmp_path: Path, encoding: str) -> None:
    """A terminal of another age gets a plain minus sign, and no failure."""
    for arguments in (["rules"], ["explain", "J108"]):
        ran = journey(*arguments, cwd=tmp_path, PYTHONIOENCODING=encoding)
        assert (ran.code, ran.err) == (0, "")
    assert ("from −2 to +2" if encoding == "utf-8" else "from -2 to +2") in folded(ran.out)

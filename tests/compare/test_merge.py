"""Merging two edits of one map by its elements."""

from __future__ import annotations

import pytest

from .merging import clean, conflicting, merged

MAP = """\
# yaml-language-server: $schema=x
format: journey-map/1
id: switch
title: Switching   # the working title

# Who it is about
personas: [family]
stages:
  - id: compare
    name: Compare offers
    phase: research
    customer_actions:
      - Opens four tabs
      - Calls the help line
    touchpoints:
      - id: price-page
        name: Price page
        opinion: {before: 1, during: -1, after: 0}

  # The long wait
  - id: order
    name: Order
    barriers:
      - text: The fee shows late
        severity: high
"""


def test_two_stages_added_at_one_place() -> None:
    """Both stages stand in the result, ours first, with what stood around them."""
    ours = MAP + "\n  - id: install\n    name: Install\n"
    theirs = MAP + "\n  # fresh\n  - id: use\n    name: Use\n"
    expected = ours + "\n  # fresh\n  - id: use\n    name: Use\n"
    assert clean(MAP, ours, theirs) == expected


def test_a_touchpoint_each() -> None:
    """Two touchpoints behind the same one are no conflict."""
    after = "        opinion: {before: 1, during: -1, after: 0}\n"
    one, other = "      - id: chat\n        name: Chat\n", "      - Help line  # by phone\n"
    assert clean(
        MAP, MAP.replace(after, after + one), MAP.replace(after, after + other)
    ) == MAP.replace(after, after + one + other)


def test_two_answers_on_neighbouring_lines() -> None:
    """Two scalars of one stage that stand below each other merge."""
    ours = MAP.replace("name: Compare offers", "name: Compare")
    theirs = MAP.replace("phase: research", "phase: comparison")
    expected = ours.replace("phase: research", "phase: comparison")
    assert clean(MAP, ours, theirs) == expected


def test_an_item_appended_to_one_list_on_both_sides() -> None:
    """Two sentences at the end of an answer are two sentences."""
    last = "      - Calls the help line\n"
    ours = MAP.replace(last, last + "      - Asks a friend\n")
    theirs = MAP.replace(last, last + "      - Sleeps on it\n")
    expected = MAP.replace(last, last + "      - Asks a friend\n      - Sleeps on it\n")
    assert clean(MAP, ours, theirs) == expected


def test_both_add_the_same_stage() -> None:
    """What both sides wrote alike stands once."""
    both = MAP + "\n  - id: install\n    name: Install\n"
    ours = both.replace("title: Switching", "title: Changing")
    theirs = both.replace("name: Order", "name: Ordering")
    assert clean(MAP, ours, theirs) == ours.replace("name: Order", "name: Ordering")


def test_a_value_and_its_comment() -> None:
    """One side changes a value, the other the comment on its line."""
    ours = MAP.replace("title: Switching  ", "title: Changing  ")
    theirs = MAP.replace("# the working title", "# agreed")
    expected = ours.replace("# the working title", "# agreed")
    assert clean(MAP, ours, theirs) == expected


def test_values_in_braces_and_brackets() -> None:
    """Different keys of one `{…}`, and an item each in one `[…]`, merge."""
    ours = MAP.replace("before: 1", "before: 2").replace("[family]", "[family, senior]")
    theirs = MAP.replace("after: 0", "after: 0.5, evidence: [poll]").replace(
        "[family]", "[family, student]"
    )
    expected = (
        MAP.replace("before: 1", "before: 2")
        .replace("after: 0", "after: 0.5, evidence: [poll]")
        .replace("[family]", "[family, senior, student]")
    )
    assert clean(MAP, ours, theirs) == expected


def test_one_value_changed_on_both_sides() -> None:
    """The conflict stands around the one line, between git's markers."""
    ours = MAP.replace("severity: high", "severity: low")
    theirs = MAP.replace("severity: high", "severity: critical").replace("name: Order", "name: Buy")
    assert conflicting(MAP, ours, theirs) == MAP.replace("name: Order", "name: Buy").replace(
        "        severity: high\n",
        "<<<<<<< ours\n        severity: low\n"
        "=======\n        severity: critical\n>>>>>>> theirs\n",
    )


def test_the_common_version_in_a_conflict() -> None:
    """Where git is set to show it, the common version stands in between."""
    ours = MAP.replace("id: switch", "id: change")
    theirs = MAP.replace("id: switch", "id: swap")
    assert conflicting(MAP, ours, theirs, with_base=True) == MAP.replace(
        "id: switch\n",
        "<<<<<<< ours\nid: change\n||||||| base\nid: switch\n=======\nid: swap\n>>>>>>> theirs\n",
    )


def test_a_conflict_beside_a_dash() -> None:
    """Both versions of a first key have their dash, so that either can be kept."""
    ours = MAP.replace("- id: compare", "- id: look")
    theirs = MAP.replace("- id: compare", "- id: search")
    assert conflicting(MAP, ours, theirs) == MAP.replace(
        "  - id: compare\n",
        "<<<<<<< ours\n  - id: look\n=======\n  - id: search\n>>>>>>> theirs\n",
    )


def test_removed_on_one_side_and_edited_on_the_other() -> None:
    """The edited stage and its removal stand against each other."""
    start = MAP.index("\n  # The long wait")
    ours, stage = MAP[:start], MAP[start:]
    theirs = MAP.replace("severity: high", "severity: low")
    assert conflicting(MAP, ours, theirs) == (
        ours
        + "<<<<<<< ours\n=======\n"
        + stage.replace("severity: high", "severity: low")
        + ">>>>>>> theirs\n"
    )


def test_removed_on_one_side_only() -> None:
    """A removed stage is gone, and the other side's edits elsewhere stay."""
    start = MAP.index("\n  # The long wait")
    theirs = MAP.replace("Opens four tabs", "Opens five tabs")
    expected = MAP[:start].replace("Opens four tabs", "Opens five tabs")
    assert clean(MAP, MAP[:start], theirs) == expected


def test_a_stage_added_above_is_no_edit_of_the_one_below() -> None:
    """A blank line that came with another stage does not stand against a removal."""
    start, middle = MAP.index("  - id: compare"), MAP.index("\n  # The long wait")
    fresh = "  - id: hear\n    name: Hear\n"
    ours = f"{MAP[:start]}{fresh}\n{MAP[start:]}"
    theirs = MAP[:start] + MAP[middle:].lstrip("\n")
    assert clean(MAP, ours, theirs) == MAP[:start] + fresh + MAP[middle:].lstrip("\n")


def test_a_moved_stage_takes_the_other_sides_edit_along() -> None:
    """One side moves a stage, the other edits it where it was."""
    start, middle = MAP.index("  - id: compare"), MAP.index("\n  # The long wait")
    moved = MAP[:start] + MAP[middle:].lstrip("\n") + MAP[start:middle]
    theirs = MAP.replace("Opens four tabs", "Opens five tabs")
    expected = moved.replace("Opens four tabs", "Opens five tabs")
    assert clean(MAP, moved, theirs) == expected
    assert clean(MAP, theirs, moved) == expected


def test_a_renamed_stage_takes_the_other_sides_edit_along() -> None:
    """A stage that got another id is found by what stands in it."""
    ours = MAP.replace("- id: compare", "- id: look-around")
    theirs = MAP.replace("Opens four tabs", "Opens five tabs")
    assert clean(MAP, ours, theirs) == ours.replace("Opens four tabs", "Opens five tabs")


def test_a_stage_with_a_new_id_and_name_takes_the_other_sides_edit_along() -> None:
    """All that is in it says that it is the same stage."""
    old = "  - id: compare\n    name: Compare offers\n"
    new = "  - id: look-round\n    name: Look round the market\n"
    theirs = MAP.replace("      - Calls the help line\n", "      - Asks a neighbour\n")
    theirs = theirs.replace("during: -1", "during: -2")
    assert clean(MAP, MAP.replace(old, new), theirs) == theirs.replace(old, new)


def test_one_sentence_added_at_two_places_stands_at_both() -> None:
    """Customers do the same thing twice; neither addition is lost."""
    ours = MAP.replace("      - Opens four tabs\n", "      - Waits\n      - Opens four tabs\n")
    call = "      - Calls the help line\n"
    theirs = MAP.replace(call, f"{call}      - Waits\n")
    assert clean(MAP, ours, theirs) == ours.replace(call, f"{call}      - Waits\n")


def test_a_comment_below_which_both_add_stands_once() -> None:
    """Both put a stage of their own between a comment and what stood below it."""
    base = "id: m\nstages:\n  # From here on\n  - id: a\n    name: A\n"
    ours, theirs = (
        base.replace("  - id: a\n", f"  - id: {id_}\n    name: {id_}{id_}\n  - id: a\n")
        for id_ in ("other", "second")
    )
    found = clean(base, ours, theirs)
    assert found == ours.replace(
        "  - id: a\n", "  - id: second\n    name: secondsecond\n  - id: a\n"
    )
    line = "  # ---\n  - id: {0}\n    name: {0}{0}\n"
    base = "id: m\nstages:\n" + line.format("one")
    ours, theirs = base + line.format("other"), base + line.format("second")
    assert clean(base, ours, theirs).count("# ---") == 3


def test_one_id_added_at_two_places_of_a_list_stands_once() -> None:
    """A list of ids names each once."""
    base, ours = MAP.replace("[family]", "[family, ann]"), "[maya, family, ann]"
    theirs = base.replace("[family, ann]", "[family, ann, maya]")
    found = clean(base, base.replace("[family, ann]", ours), theirs)
    assert found.count("maya") == 1


def test_one_sentence_added_at_one_place_stands_once() -> None:
    """Both saw the same; what else they added stays around it."""
    call = "      - Calls the help line\n"
    ours = MAP.replace(call, f"{call}      - Waits\n")
    theirs = MAP.replace(call, f"{call}      - Waits\n      - Hangs up\n")
    assert clean(MAP, ours, theirs) == theirs


def test_lines_of_one_comment_that_each_side_changed() -> None:
    """With a line between the two edits both are had, as git has them; else it is a conflict."""
    head = "# Kept by Jo.\n# Read by all.\n# Ask Mara.\n"
    base = head + MAP
    ours, theirs = base.replace("by Jo", "by Ann"), base.replace("Ask Mara", "Ask Ben")
    assert clean(base, ours, theirs) == ours.replace("Ask Mara", "Ask Ben")
    near = base.replace("by all", "by some")
    found = conflicting(base, ours, near)
    assert ("by Ann" in found, "by some" in found) == (True, True)


def test_a_sentence_that_grew() -> None:
    """A barrier that became a mapping is still the same, and its other edits stand against it."""
    head = "format: journey-map/1\nstages:\n  - id: a\n    touchpoints:\n"
    base = f"{head}      - Price page\n      - Shop\n"
    ours = base.replace("- Price page", "- name: Price page\n        channel: website")
    theirs = base.replace("- Shop", "- Corner shop").replace(
        "- Price page", "- name: Price page\n        status: planned"
    )
    assert clean(base, ours, theirs) == (
        f"{head}      - name: Price page\n        channel: website\n        status: planned\n"
        "      - Corner shop\n"
    )


def test_both_add_the_file() -> None:
    """Without a common version, what both wrote differently is a conflict, and nothing else."""
    ours = MAP.replace("name: Order", "name: Buy")
    assert conflicting("", ours, MAP) == MAP.replace(
        "    name: Order\n",
        "<<<<<<< ours\n    name: Buy\n=======\n    name: Order\n>>>>>>> theirs\n",
    )


def test_each_side_adds_another_map() -> None:
    """Two maps that happen to have one file name are not mixed."""
    done = merged("", MAP, MAP.replace("id: switch", "id: leave").replace("title", "summary"))
    assert done.by_lines == "each side added another map under this name"
    assert done.conflicts


def test_one_id_for_two_elements() -> None:
    """Ours renames a stage to what theirs calls a new one: lines are merged, and it is said."""
    ours = MAP.replace("- id: compare", "- id: look")
    theirs = MAP + "\n  - id: look\n    name: Look again\n"
    done = merged(MAP, ours, theirs)
    assert done.by_lines == "both sides gave one id to different elements"
    assert "Look again" in done.raw.decode()


def test_two_first_stages_are_set_apart() -> None:
    """What both sides put first stands as the others do, with a blank line between."""
    head, first = MAP[: MAP.index("  - id: compare")], MAP[MAP.index("  - id: compare") :]
    one, other = "  - id: hear\n    name: Hear\n", "  - id: look\n    name: Look\n"
    ours, theirs = f"{head}{one}\n{first}", f"{head}{other}\n{first}"
    assert clean(MAP, ours, theirs) == f"{head}{one}\n{other}\n{first}"


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
@pytest.mark.parametrize("bom", ["", "\ufeff"])
def test_line_breaks_and_byte_order_mark_stay(newline: str, bom: str) -> None:
    """A file from Windows stays one."""
    ours = MAP + "\n  - id: install\n    name: Install\n"
    theirs = MAP + "\n  - id: use\n    name: Use\n"
    expected = ours + "\n  - id: use\n    name: Use\n"
    texts = (bom + text.replace("\n", newline) for text in (MAP, ours, theirs))
    assert clean(*texts) == bom + expected.replace("\n", newline)


def test_one_side_changes_the_line_breaks() -> None:
    """Whoever changed the line breaks, the byte order mark or the last line's end is followed."""
    ours = MAP.replace("severity: high", "severity: low")
    theirs = "\ufeff" + MAP.replace("\n", "\r\n").removesuffix("\r\n")
    assert clean(MAP, ours, theirs) == theirs.replace("severity: high", "severity: low")


def test_one_side_indents_the_file_anew() -> None:
    """Layout of one side, content of the other."""
    ours = "format: journey-map/1\nstages:\n- id: a\n  name: A\n  values:\n  - One\n"
    base = "format: journey-map/1\nstages:\n  - id: a\n    name: A\n    values:\n      - One\n"
    theirs = base + "      - Two\n  - id: b\n    name: B\n"
    assert clean(base, ours, theirs) == ours + "  - Two\n- id: b\n  name: B\n"


def test_comments_that_both_changed() -> None:
    """Comments are content: two versions of one are a conflict around it alone."""
    ours = MAP.replace("# The long wait", "# The wait")
    theirs = MAP.replace("# The long wait", "# Weeks")
    assert conflicting(MAP, ours, theirs) == MAP.replace(
        "\n  # The long wait\n",
        "<<<<<<< ours\n\n  # The wait\n=======\n\n  # Weeks\n>>>>>>> theirs\n",
    )


def test_a_comment_above_what_the_other_side_emptied() -> None:
    """A comment of one side and the other side's edit below it come together."""
    ours = MAP.replace("    customer_actions:\n", "    # ask Ben\n    customer_actions:\n")
    theirs = MAP.replace("      - Opens four tabs\n      - Calls the help line\n", "")
    expected = ours.replace("      - Opens four tabs\n      - Calls the help line\n", "")
    assert clean(MAP, ours, theirs) == expected


def test_another_barrier_in_its_place_is_no_edit() -> None:
    """What is said of a removed barrier is not said of the one that was added in its place."""
    ours = MAP.replace("The fee shows late", "Nobody answers on Sundays")
    theirs = MAP.replace("severity: high", "severity: low")
    barrier = MAP[MAP.index("      - text: The fee") :]
    lost = barrier.replace("high", "low")
    fresh = barrier.replace("The fee shows late", "Nobody answers on Sundays")
    assert conflicting(MAP, ours, theirs) == MAP.replace(
        barrier, f"{fresh}<<<<<<< ours\n=======\n{lost}>>>>>>> theirs\n"
    )


def test_a_sentence_replaced_on_both_sides() -> None:
    """Two sentences in place of one are a conflict, however little they resemble it."""
    ours = MAP.replace("Opens four tabs", "Asks Grandmother")
    theirs = MAP.replace("Opens four tabs", "Falls asleep")
    assert conflicting(MAP, ours, theirs) == MAP.replace(
        "      - Opens four tabs\n",
        "<<<<<<< ours\n      - Asks Grandmother\n=======\n      - Falls asleep\n>>>>>>> theirs\n",
    )


def test_both_move_stages() -> None:
    """Moves of different stages are both made; one that cannot be had with the other clashes."""
    stages = {name: f"  - id: {name}\n    name: {name.upper()}\n" for name in "abcde"}

    def text(order: str) -> str:
        return "format: journey-map/1\nstages:\n" + "".join(stages[name] for name in order)

    assert clean(text("abcde"), text("bacde"), text("abced")) == text("baced")
    assert clean(text("abcde"), text("eabcd"), text("bacde")) == text("ebacd")
    assert clean(text("abc"), text("cab"), text("bca")) == text("cba")
    clash = conflicting(text("abc"), text("acb"), text("bac"))
    halves = clash.partition("<<<<<<< ours\n")[2].partition("=======\n")
    assert halves[0] in text("acb")
    assert halves[2].removesuffix(">>>>>>> theirs\n") in text("bac")


DOUBTS = {
    "aliases": ("values: &v [x]\nneeds: *v\n", "the common version has aliases"),
    "twice": ("stages: [{id: a}, {id: a}]\n", "the common version has an id twice"),
    "broken": ("stages: [\n", "the common version has an error on line 10"),
    "list": ("- a\n- b\n", "the common version is no mapping"),
}


@pytest.mark.parametrize("name", DOUBTS)
def test_in_doubt_lines_are_merged(name: str) -> None:
    """What cannot be taken apart is left to git, and the reason is given."""
    base, reason = DOUBTS[name]
    lines = "".join(f"# {n}\n" for n in range(9))
    ours, theirs = "# ours\n" + lines + base, lines + base + "# theirs\n"
    done = merged(lines + base, ours, theirs)
    assert (done.raw.decode(), done.conflicts) == ("# ours\n" + lines + base + "# theirs\n", 0)
    assert done.by_lines == reason

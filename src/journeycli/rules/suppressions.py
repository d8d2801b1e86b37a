"""J99x: what is wrong with ignore comments, settings and baselines; found by the engine."""

from __future__ import annotations

from journeycli.findings import Severity
from journeycli.rules.base import FixSafety, ReadingRule


class UnusedIgnore(ReadingRule):
    """An ignore that suppresses nothing.

    What:
        An ignore comment, a per-file ignore, a severity `off` or a baseline entry matches no
        finding any more; no file is named like the pattern of a per-file ignore; or a setting is
        about what cannot be ignored. One counts as unused only where its rule ran on the file.

    Why:
        The reason for it is gone. Left in place, it would hide the same mistake when it comes
        back.

    Bad::

        # journey: ignore[J206] -- the owner is named next week
        owner: {name: Head of onboarding}

    Good::

        owner: {name: Head of onboarding}
    """

    code = "J990"
    name = "unused-ignore"
    summary = "an ignore comment, setting or baseline entry that suppresses nothing"
    severity = Severity.WARNING
    fix = FixSafety.SAFE


class ExpiredIgnore(ReadingRule):
    """An ignore whose date has passed.

    What:
        An ignore comment says `until` a date, and that date is over; a month or a year is over at
        its end. What it covered is reported again.

    Why:
        Somebody promised to look at it again by then.

    Bad::

        # journey: ignore-file[J206] until 2026-06-30 -- the owner is named in June
        summary: How a household leaves its provider and gets online with us.

    Good::

        # journey: ignore-file[J206] until 2027-06-30 -- the owner is named in June
        summary: How a household leaves its provider and gets online with us.
    """

    code = "J991"
    name = "expired-ignore"
    summary = "an ignore whose `until` date has passed"
    severity = Severity.WARNING


class UnknownRule(ReadingRule):
    """An ignore or a setting that names no rule.

    What:
        The code, prefix or name in an ignore comment or in the settings belongs to no rule.

    Why:
        A misspelt code ignores nothing, while its writer believes that it does.

    Bad::

        # journey: ignore-file[J2O6] -- the owner is named next week
        summary: How a household leaves its provider and gets online with us.

    Good::

        # journey: ignore-file[J206] -- the owner is named next week
        summary: How a household leaves its provider and gets online with us.
    """

    code = "J992"
    name = "unknown-rule"
    summary = "an ignore or a setting that names no rule"
    fix = FixSafety.SAFE


class MalformedIgnore(ReadingRule):
    """An ignore comment that cannot be read, or has no reason.

    What:
        The comment begins like an ignore and is not one: brackets or its colon are missing, it is
        called otherwise than `ignore` or `ignore-file`, it has capitals, the date is none,
        the reason is left out, it names a rule that cannot be ignored, or an `ignore-file` stands
        below the first list of the file.

    Why:
        An ignore without a reason is a riddle to the next reader, and one that cannot be read
        ignores nothing.

    Bad::

        # journey: ignore-file[J206]
        summary: How a household leaves its provider and gets online with us.

    Good::

        # journey: ignore-file[J206] -- the owner is named next week
        summary: How a household leaves its provider and gets online with us.
    """

    code = "J993"
    name = "malformed-ignore"
    summary = "an ignore comment that cannot be read, or has no reason"
    severity = Severity.WARNING

"""Reads the cases of the rules and prints what a rule finds in one."""

from __future__ import annotations

from pathlib import Path

from journeycli.testing import lint_texts

CASES = Path(__file__).parent / "rules" / "cases"


def read_case(case: Path) -> dict[str, bytes]:
    """Read a case: one map, or a folder with all its files."""
    if case.is_file():
        return {case.name: case.read_bytes()}
    return {
        path.relative_to(case).as_posix(): path.read_bytes()
        for path in sorted(case.rglob("*"))
        if path.is_file()
    }


def concise(case: Path) -> str:
    """Print the findings of the case's rule, one a line, and what belongs to each below it."""
    code = case.parent.name
    report = lint_texts(read_case(case))
    lines = []
    for each in report.findings:
        if each.code != code:
            continue
        start, end = each.place.start, each.place.end
        where = f"{each.place.path}:{start.line}:{start.column}-{end.line}:{end.column}"
        lines.append(f"{where}: {each.severity.value} {each.code} {each.name}: {each.message}")
        lines.append(f"  at {each.at or '(root)'}")
        if each.help:
            lines.append(f"  help: {each.help}")
        for related in each.related:
            at = related.place.start
            lines.append(f"  see {related.place.path}:{at.line}:{at.column}: {related.message}")
        if each.fix:
            edits = ", ".join(
                f"{e.place.start.line}:{e.place.start.column}-"
                f"{e.place.end.line}:{e.place.end.column} {e.text!r}"
                for e in each.fix.edits
            )
            safety = "safe" if each.fix.safe else "unsafe"
            lines.append(f"  fix ({safety}): {each.fix.title}: {edits}")
        if each.since:
            lines.append(f"  since {each.since}")
    return "".join(f"{line}\n" for line in lines)

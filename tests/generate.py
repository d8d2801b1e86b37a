"""Writes what is generated: the documentation, and the expected findings of the rules' cases.

    python tests/generate.py           the documentation
    python tests/generate.py --cases   the expected findings of the rules' cases as well

Read the difference before you commit it: it is what the program says from now on.
"""

from __future__ import annotations

import sys
from pathlib import Path

import story
from generated import generated_texts
from rule_cases import CASES, concise

ROOT = Path(__file__).parent.parent


def main() -> None:
    """Write every generated file."""
    for name, text in generated_texts().items():
        path = ROOT / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    story.main()
    if "--cases" in sys.argv[1:]:
        for case in CASES.glob("*/bad*"):
            if case.suffix != ".expected":
                case.with_name(f"{case.name}.expected").write_text(concise(case), "utf-8")


if __name__ == "__main__":
    main()

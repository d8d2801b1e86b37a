"""Writes a workspace of realistic maps, the same for the same count on every machine.

    python bench/generate_maps.py FOLDER --maps 100

Each map has about 400 lines and two or three gaps that a lint warns of; maps share a small catalog
and up to six personas. The clock of the workspace is fixed, so that what is due stays due.
"""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from maps import file_name, map_text
from stories import most_subjects, table
from yaml_text import Row, block

SETTINGS = 'today = "2026-11-30"\n'


def main() -> None:
    """Read the command line and write the workspace."""
    parser = argparse.ArgumentParser(description="Writes a workspace of generated journey maps.")
    parser.add_argument("folder", type=Path, help="where to; made when it is not there")
    parser.add_argument("--maps", type=int, default=100, help="how many maps (100)")
    arguments = parser.parse_args()
    if not 1 <= arguments.maps <= most_subjects():
        parser.error(f"--maps goes from 1 to {most_subjects()}, so that no two maps are alike")
    write_workspace(arguments.folder, arguments.maps)


def write_workspace(folder: Path, maps: int) -> list[Path]:
    """Write settings, catalog, personas and maps; give the paths of the maps in order."""
    personas = table("personas")["personas"][:maps]  # one that is on no map would be a finding
    _write(folder / "journey.toml", SETTINGS)
    _write(folder / "shared.catalog.yaml", _text(_catalog()))
    for persona in personas:
        _write(folder / "personas" / f"{persona['id']}.persona.yaml", _text(_persona(persona)))
    paths = [folder / file_name(number) for number in range(maps)]
    for number, path in enumerate(paths):
        _write(path, map_text(number, len(personas)))
    return paths


def _catalog() -> dict[str, Any]:
    told = table("personas")
    return {
        "format": "catalog/1",
        "id": "shared-words",
        "title": "Words that all maps share",
        "departments": [
            Row({"id": id_, "name": name}) for id_, name in told["departments"].items()
        ],
        "touchpoints": [Row(each) for each in told["touchpoints"]],
        "evidence": [
            {
                "id": "household-study",
                "method": "focus-group",
                "title": "How households deal with their papers",
                "date": "2026-03",
                "sample": 48,
                "respondents": Row(["customers", "prospects"]),
            }
        ],
    }


def _persona(told: dict[str, Any]) -> dict[str, Any]:
    written = {"format": "persona/1", **told, "channels": Row(told["channels"])}
    return {**written, "evidence": Row(["household-study"])}


def _text(data: dict[str, Any]) -> str:
    return "\n".join(block(data)) + "\n"


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()

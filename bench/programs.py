"""What is compared: this program, the peers on the same files, and the floor under all of them."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from measure import Bench, CannotRunError, Command

if TYPE_CHECKING:
    from collections.abc import Callable

HERE = Path(__file__).parent
SCHEMA = HERE.parent / "schemas" / "journey-map.schema.json"
_FINDINGS = frozenset({0, 1})  # exit codes of a lint that did its work
_ABOUT = """\
import importlib.metadata, importlib.util, pathlib, platform
import journeycli, yaml
place = pathlib.Path(journeycli.__file__)
print(importlib.metadata.version("journeycli"))
print("wheel" if "site-packages" in place.parts else "checkout")
print("compiled" if pathlib.Path(importlib.util.cache_from_source(place)).exists() else "plain")
print(platform.python_version())
print(yaml.__version__)
"""


class Journey:
    """This program as it is installed: its commands, and which of its flags it has by now."""

    def __init__(self, bench: Bench, python: Path) -> None:
        self._bench = bench
        self._python = python
        self.script = str(python.parent / "journey")

    def about(self) -> dict[str, str]:
        """Tell version, kind of installation, byte code, Python and PyYAML.

        Raises:
            CannotRunError: It is not installed.

        """
        told = self._bench.output((str(self._python), "-c", _ABOUT)).split()
        return dict(
            zip(("version", "installed", "bytecode", "python", "pyyaml"), told, strict=True)
        )

    @cached_property
    def _flags(self) -> frozenset[str]:
        help_page = self._bench.output((self.script, "lint", "--help"))
        return frozenset(re.findall(r"--[a-z-]+", help_page))

    def can(self, flag: str) -> bool:
        """Tell whether `journey lint` has a flag; raises CannotRunError without a program."""
        return flag in self._flags

    def needs(self, flag: str) -> None:
        """Raise CannotRunError where `journey lint` does not have a flag."""
        if not self.can(flag):
            raise CannotRunError(f"`journey lint` has no {flag} yet")

    def lint(
        self,
        path: Path,
        *,
        cached: bool = False,
        jobs: int = 1,
        prepare: Callable[[], None] | None = None,
    ) -> Command:
        """Lint a file or folder with all rules, cold unless `cached`."""
        argv = [self.script, "lint", str(path), "--format", "concise"]
        if self.can("--jobs"):
            argv += ["--jobs", str(jobs)]
        if not cached and self.can("--no-cache"):
            argv.append("--no-cache")
        return Command(tuple(argv), _FINDINGS, prepare)

    def other(self, command: str, *arguments: str) -> Command:
        """Call another command.

        Raises:
            CannotRunError: There is no such command yet.

        """
        try:
            self._bench.output((self.script, command, "--help"))
        except CannotRunError as error:
            raise CannotRunError(f"there is no `journey {command}` yet ({error})") from error
        return Command((self.script, command, *arguments))

    def version(self) -> Command:
        """Say the version."""
        return Command((self.script, "--version"))

    def summary(self, folder: Path) -> dict[str, Any]:
        """Lint a folder and give the counts of the report.

        Raises:
            CannotRunError: The lint failed.

        """
        argv = (self.script, "lint", str(folder), "--format", "json")
        report = json.loads(self._bench.output(argv, _FINDINGS))
        summary: dict[str, Any] = report["summary"]
        return summary


@dataclass(frozen=True, slots=True)
class Peers:
    """The other programs, from the same environment."""

    python: Path

    def floor(self, folder: Path) -> Command:
        """Run libyaml through the events of every file, and nothing else."""
        return Command((str(self.python), str(HERE / "floor.py"), str(folder)))

    def yamllint(self, path: Path) -> Command:
        """Run yamllint, one process, on a file or folder; a warning is no failure."""
        config = str(HERE / "yamllint.yaml")
        return Command((self._script("yamllint"), "-c", config, str(path)))

    def yamllint_version(self) -> Command:
        """Say yamllint's version."""
        return Command((self._script("yamllint"), "--version"))

    def check_jsonschema(self, maps: list[Path]) -> Command:
        """Check maps against the published schema.

        Raises:
            CannotRunError: There is no schema.

        """
        if not SCHEMA.is_file():
            raise CannotRunError(f"schemas/{SCHEMA.name} is not there")
        files = [str(path) for path in maps]
        return Command((self._script("check-jsonschema"), "--schemafile", str(SCHEMA), *files))

    def _script(self, name: str) -> str:
        script = self.python.parent / name
        if not script.exists():
            raise CannotRunError(f"{name} is not installed beside {self.python.name}")
        return str(script)

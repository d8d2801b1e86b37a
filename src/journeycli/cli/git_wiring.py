"""What `journey git-setup` writes where: git's settings, and a block of an attributes file."""

from __future__ import annotations

import os
import shlex
import shutil
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from journeycli import files
from journeycli.cli.git_failing import git_failed, is_distrust
from journeycli.cli.workspace import shown_path
from journeycli.compare.textconv import PART_PATTERN
from journeycli.errors import UserError
from journeycli.git import GitUnavailableError, answer, run
from journeycli.workspace.reading import UnreadableError, read_bytes

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

PATTERNS = tuple(
    f"*.{kind}.{ending}" for ending in ("yaml", "yml") for kind in ("journey", "persona", "catalog")
)
_BEGIN = "# >>> journey git-setup >>>"
_BEGIN_JOINED = "# >>> journey git-setup, on a new line >>>"
_END = "# <<< journey git-setup --undo takes this block out <<<"
_CACHE = "refs/notes/textconv/journey"
_TRIES, _PAUSE = 40, 0.05  # how often, and seconds between, where git holds its settings
_UNSET_ALREADY = 5  # what `git config --unset-all` ends with
_LARGEST = 5_000_000  # bytes of an attributes file


class Step(NamedTuple):
    """One thing that was done.

    Attributes:
        done: `wrote`, `set`, `kept` or `removed`.
        what: The file, or the name of the setting.
        value: What the setting is now; empty for a file.

    """

    done: str
    what: str
    value: str = ""


def wire(folder: Path, *, everywhere: bool, undo: bool) -> list[Step]:
    """Write or take out what makes git use the program.

    Args:
        folder: Where the command was called; any folder of a repository.
        everywhere: For the user's repositories all together.
        undo: Take out instead of write.

    Raises:
        UserError: There is no repository, or git or the file system refuses.

    """
    path = _global_attributes(folder) if everywhere else _top(folder) / ".gitattributes"
    scope = "--global" if everywhere else "--local"
    if not everywhere:
        _check_config(folder)
    steps = files.in_turn(lambda: list(_attributes(path, undo=undo)))
    try:
        return [*steps, *_settings(folder, scope, undo=undo)]
    except GitUnavailableError as error:
        raise UserError(f"git cannot change its settings: {_sentence(error)}") from error


def program() -> str:
    """Give the program as a shell writes it: from PATH, else through this Python.

    `-P` keeps Python from taking modules from the folder that git works in.
    """
    own = Path(sys.argv[0]).absolute()
    is_program = own.name in {"journey", "journeycli"} and own.is_file()
    found = str(own) if is_program and os.access(own, os.X_OK) else shutil.which("journey")
    if found is not None:
        return shlex.quote(Path(found).absolute().as_posix())
    return f"{shlex.quote(Path(sys.executable).as_posix())} -P -m journeycli"


def wanted_settings(called: str) -> dict[str, str]:
    """Give git's settings by their names.

    Should the program be gone or fail one day, git shows the file as it is and merges its lines;
    a driver that fails and leaves our version in place would look like a result.
    """
    labels = "--base-label=%S --ours-label=%X --theirs-label=%Y"
    merging = f"merge --marker-size=%L --path=%P {labels} -o %A %O %A %B"
    is_left = "test $? -eq 1 && test $was != $(git hash-object %A)"  # a broken Python ends with 1
    lines = "git merge-file --marker-size=%L %A %O %B; test $? -eq 0"
    return {
        "diff.journey.xfuncname": PART_PATTERN,
        "diff.journey.textconv": f'f() {{ {called} git-setup --textconv "$1" || cat "$1"; }}; f',
        "diff.journey.cachetextconv": "true",
        "merge.journey.name": "journey maps, merged by id",
        "merge.journey.driver": (
            f"was=$(git hash-object %A); {called.replace('%', '%%')} {merging} && exit; "
            f"{is_left} && exit 1; {lines}"
        ),
        "difftool.journey.cmd": f'{called} diff "$LOCAL" "$REMOTE"',
        "mergetool.journey.cmd": f'{called} merge -o "$MERGED" "$BASE" "$LOCAL" "$REMOTE"',
        "mergetool.journey.trustExitCode": "true",
    }


def _settings(folder: Path, scope: str, *, undo: bool) -> Iterator[Step]:
    for name, value in wanted_settings(program()).items():
        given = answer(folder, ["config", scope, "--null", "--get-all", name])
        now = given.out.decode("utf-8", "replace").split("\0")[:-1]
        shown = value.replace("\n", " | ")
        if undo:
            if now:
                _configure(folder, [scope, "--unset-all", name])
                yield Step("removed", name)
        elif now == [value]:
            yield Step("kept", name, shown)
        else:
            _configure(folder, [scope, "--replace-all", name, value])
            yield Step("set", name, shown)
    if undo and scope == "--local":
        answer(folder, ["update-ref", "-d", _CACHE])  # what git kept of --textconv


def _configure(folder: Path, arguments: Sequence[str]) -> None:
    """Change a setting, when it is our turn.

    Raises:
        GitUnavailableError: git cannot, or has been changing its settings for seconds.

    """
    done = answer(folder, ["config", *arguments])
    for _ in range(_TRIES):
        if "could not lock" not in done.said or "File exists" not in done.said:
            break
        time.sleep(_PAUSE)
        done = answer(folder, ["config", *arguments])
    if done.code not in {0, _UNSET_ALREADY}:
        raise GitUnavailableError(done.said)


def _attributes(path: Path, *, undo: bool) -> Iterator[Step]:
    if path.is_symlink() and path.name == ".gitattributes":
        raise UserError(
            f"{shown_path(path)} is a link, and git follows none there.",
            hint="Put a file in its place.",
        )
    try:
        before = read_bytes(path, limit=_LARGEST) if path.exists() else b""
    except UnreadableError as error:
        raise UserError(f"{shown_path(path)} cannot be read: {error}.") from error
    rest = _without_block(before, path)
    after = rest if undo else _with_block(before, rest)
    if after == before:
        if not undo:
            yield Step("kept", shown_path(path))
        return
    if undo and not after:
        files.delete(path, expected=before)
    elif path.exists():
        files.replace(path, after, expected=before, root=path.resolve().parent)
    else:
        files.write_new(path, after)
    yield Step("removed" if undo else "wrote", f"{shown_path(path)}: {', '.join(PATTERNS)}")


def _without_block(raw: bytes, path: Path) -> bytes:
    """Take our block out of an attributes file, and leave every other byte.

    Raises:
        UserError: It has a beginning and no end.

    """
    begin, end = raw.find(b"# >>> journey git-setup"), raw.find(_END.encode())
    if begin < 0 and end < 0:
        return raw
    if not 0 <= begin < end:
        raise UserError(
            f"The block of `journey git-setup` in {shown_path(path)} has lost a mark.",
            hint="Delete what is left of it by hand, and run the command again.",
        )
    after = raw.find(b"\n", end)
    rest = b"" if after < 0 else raw[after + 1 :]
    if raw.startswith(_BEGIN_JOINED.encode(), begin):
        return raw[:begin].removesuffix(b"\n").removesuffix(b"\r") + rest
    return raw[:begin] + rest


def _with_block(before: bytes, rest: bytes) -> bytes:
    """Put our block last, where it is stronger than what stands above; or leave it in its place."""
    newline = b"\r\n" if b"\r\n" in rest else b"\n"
    joined = bool(rest) and not rest.endswith(b"\n")
    lines = [_BEGIN_JOINED if joined else _BEGIN]
    lines += [f"{pattern} diff=journey merge=journey" for pattern in PATTERNS]
    block = newline.join(line.encode() for line in [*lines, _END]) + newline
    own = newline.join(line.encode() for line in [*lines[1:], _END]) + newline
    if own in before:
        return before
    return rest + (newline if joined else b"") + block


def _check_config(folder: Path) -> None:
    """See that a repository's settings lie in it: git writes through a link, wherever it leads.

    Raises:
        UserError: They are a link.

    """
    path = folder / os.fsdecode(answer(folder, ["rev-parse", "--git-path", "config"]).out.strip())
    if path.is_symlink():
        raise UserError(
            f"{shown_path(path)} is a link, and git would write its settings where it leads.",
            hint="Put a file in its place.",
        )


def _top(folder: Path) -> Path:
    try:
        top = run(folder, ["rev-parse", "--show-toplevel"])
    except GitUnavailableError as error:
        if is_distrust(error):
            raise git_failed(error) from error
        raise UserError(
            f"There is no git repository with files here: {_sentence(error)}",
            hint="`git init` makes one; `journey git-setup --global` sets git up for all of yours.",
        ) from error
    return Path(os.fsdecode(top).removesuffix("\n"))


def _global_attributes(folder: Path) -> Path:
    asked = answer(folder, ["config", "--global", "--type=path", "--get", "core.attributesFile"])
    given = os.fsdecode(asked.out).strip()
    if given:
        return Path(given)
    above = os.environ.get("XDG_CONFIG_HOME") or os.path.expanduser("~/.config")  # noqa: PTH111 - as git finds it, also without a home
    return Path(above) / "git" / "attributes"


def _sentence(error: Exception) -> str:
    text = str(error).partition("\n")[0].removeprefix("fatal: ").removeprefix("error: ")
    return text if text.endswith(".") else f"{text}."

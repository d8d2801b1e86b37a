"""`journey lint --since`: the workspace as it was at a commit is linted, and what is new stays."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, NamedTuple

from journeycli import git
from journeycli.cli.baselines import BASELINE_NAME
from journeycli.cli.linting import lint_files
from journeycli.cli.workspace import find_files, open_workspace, text_of
from journeycli.errors import UserError
from journeycli.lint.fresh import Fresh, Past
from journeycli.text import visible
from journeycli.workspace.discovery import SUFFIXES
from journeycli.workspace.past import lay_down

if TYPE_CHECKING:
    from journeycli.cli.linting import Linted, Request
    from journeycli.cli.workspace import Workspace
    from journeycli.lint.sources import Sources

_NOTHING = Past(None, lambda _: None)


class Compared(NamedTuple):
    """What today is compared with.

    Attributes:
        revision: A commit, branch or tag, as typed.
        commit: The id of the commit; the one that today's work and the named one have in common,
            so that what others did there meanwhile counts for neither.
        top: The top folder of the repository.

    """

    revision: str
    commit: str
    top: Path


def compared(workspace: Workspace, revision: str) -> Compared:
    """Find the commit to compare with.

    Raises:
        UserError: There is no repository, or no such commit.

    """
    top = workspace.repository
    if top is None and git.is_bare(workspace.root):
        raise UserError(
            f"--since {visible(revision)}: {workspace.root} is a bare git repository, "
            "which holds no files.",
            hint="Clone it, and lint the clone.",
        )
    if top is None:
        raise UserError(
            f"--since {visible(revision)}: {workspace.root.as_posix()} is in no git repository.",
            hint="Leave --since out, or begin one with `git init`.",
        )
    try:
        return Compared(revision, _commit(top, revision), top)
    except git.GitUnavailableError as error:
        raise _no_answer(revision, error) from error


def narrowed(
    linted: Linted, with_: Compared, request: Request, *, config: Path | None, isolated: bool
) -> Linted:
    """Narrow a lint to what is new since a commit.

    The past is linted by the settings and the baseline of then, but on the same day and by the
    same flags.

    Args:
        linted: The lint of today.
        with_: What it is compared with.
        request: What the command line says.
        config: The settings file that it names.
        isolated: Whether there are no settings.

    Raises:
        UserError: The past cannot be linted.

    """
    workspace, commit = linted.workspace, with_.commit
    # A cache beside files that are gone in a moment would be work for nobody.
    request = request._replace(today=linted.choice.today.isoformat(), with_cache=False)
    try:
        with TemporaryDirectory(prefix="journey-since-", ignore_cleanup_errors=True) as name:
            then = _Then(Path(name).resolve(), workspace, with_.top)
            lay_down(with_.top, commit, then.top, then.wanted, limit=workspace.limits.bytes)
            past = then.past(request, linted.sources, config=config, isolated=isolated)
    except git.GitUnavailableError as error:
        raise _no_answer(with_.revision, error) from error
    sources = linted.sources
    since = f"since {visible(with_.revision)} ({commit[:7]})"
    fresh = Fresh(past, lambda each: text_of(each, sources), sources.names, since)
    return linted._replace(narrow=fresh)


def _no_answer(revision: str, error: git.GitUnavailableError) -> UserError:
    from journeycli.cli.git_failing import git_failed

    failed = git_failed(error)
    return UserError(f"--since {visible(revision)}: {failed.message}", hint=failed.hint)


def _commit(top: Path, revision: str) -> str:
    """Give the commit to compare with.

    Raises:
        UserError: There is none of this name.
        GitUnavailableError: There is no answer from git.

    """
    try:
        commit = git.commit_of(top, revision)
    except git.UnknownRevisionError as error:
        raise UserError(
            f"--since {visible(revision)}: there is no such commit, branch or tag.",
            hint=_hint(top, revision),
        ) from error
    try:
        return git.merge_base(top, commit, git.commit_of(top, "HEAD")) or commit
    except git.UnknownRevisionError:  # nothing has been committed on this branch
        return commit


def _hint(top: Path, revision: str) -> str:
    if revision == "HEAD":
        return "There is no commit on this branch yet."
    if git.is_shallow(top):
        return (
            "This clone holds only the end of the history: `git fetch --unshallow` brings the "
            "rest; in a pipeline, `fetch-depth: 0` or GIT_DEPTH: 0."
        )
    try:
        git.commit_of(top, f"origin/{revision}")
    except git.UnknownRevisionError:
        return "`git branch --all` and `git tag` list what there is."
    return f"Did you mean origin/{visible(revision)}?"


class _Then:
    """The workspace as it was.

    Args:
        top: The folder that stands for the top of the repository, empty at first.
        now: The workspace of today.
        repository: The top of the repository.

    """

    def __init__(self, top: Path, now: Workspace, repository: Path) -> None:
        self.top = top
        self._now = now
        self._repository = repository
        self._root = self.moved(now.root)
        named = now.settings.baseline
        self._baselines = {BASELINE_NAME, *([named.name] if named else ())}

    def moved(self, path: Path) -> Path:
        """Give where a path of the repository stands here; a path outside stays."""
        whole = path.absolute()
        if not whole.is_relative_to(self._repository):
            return whole
        return self.top / whole.relative_to(self._repository)

    def wanted(self, path: str) -> bool:
        """Tell whether a lint looks at a file: a map, settings, or a baseline."""
        return path.endswith((*SUFFIXES, ".toml")) or path.rpartition("/")[2] in self._baselines

    def past(
        self, request: Request, todays: Sources, *, config: Path | None, isolated: bool
    ) -> Past:
        """Lint what is here, by the settings of today if those of then are not understood.

        Texts that are the same today are not kept.

        Raises:
            UserError: It cannot be linted.

        """
        if not self._root.is_dir():
            return _NOTHING
        config = self.moved(config) if config else None
        try:
            workspace = open_workspace([self._root], config=config, isolated=isolated)
            return self._past(workspace, request, todays)
        except UserError:
            workspace = self._now._replace(root=self._root, repository=self.top)
            return self._past(workspace, request, todays)

    def _past(self, workspace: Workspace, request: Request, todays: Sources) -> Past:
        try:
            find_files(workspace, [workspace.root])
        except UserError:  # there was nothing to lint
            return _NOTHING
        named = request.baseline or workspace.settings.baseline
        baseline = self.moved(named) if named else None
        if baseline is not None and not baseline.is_file():
            request = request._replace(baseline=None, with_baseline=False)
        elif baseline is not None:
            request = request._replace(baseline=baseline)
        linted = lint_files(workspace, [workspace.root], request)
        sources, limit = linted.sources, workspace.limits.bytes
        whole = [each for each in sources.names if _size(sources.path(each)) <= limit]
        there, same, others = frozenset(todays.names), set[str](), dict[str, str | None]()
        for name in whole:
            text = text_of(name, sources)
            if name in there and text == text_of(name, todays):
                same.add(name)
            else:
                others[name] = text
        return Past(
            linted.run, lambda name: text_of(name, todays) if name in same else others.get(name)
        )


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:  # a link that leads nowhere
        return 0

"""A report's paths as other tools want them: in the repository, absolute, as URIs."""

from __future__ import annotations

import os
from functools import lru_cache
from pathlib import PurePath
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from journeycli.reporters.context import Context

_REMEMBERED = 4096


def in_repository(path: str, context: Context) -> str:
    """Give a path relative to the repository's top, or absolute where it lies outside.

    Without a repository the workspace's root takes its place. The slashes lean forward.
    """
    return _below(path, context.root, context.repository or context.root)


def absolute(path: str, context: Context) -> str:
    """Give a path from the root of the file system, in the way of the operating system."""
    return str(PurePath(context.root, path))


def uri(path: str, context: Context) -> tuple[str, bool]:
    """Give a path as a percent-encoded URI, and whether that is relative to the repository."""
    return _uri(in_repository(path, context))


def base_uri(context: Context) -> str:
    """Give the URI of the folder that relative URIs start from; it ends with a slash."""
    folder = PurePath(context.repository or context.root).as_uri()
    return folder if folder.endswith("/") else f"{folder}/"


@lru_cache(maxsize=_REMEMBERED)
def _below(path: str, root: str, base: str) -> str:
    whole = PurePath(root, path)
    if whole.is_relative_to(base):
        return whole.relative_to(base).as_posix()
    return whole.as_posix()


@lru_cache(maxsize=_REMEMBERED)
def _uri(path: str) -> tuple[str, bool]:
    from urllib.parse import quote  # noqa: PLC0415 - only one format has URIs

    pure = PurePath(path)
    if pure.is_absolute():
        return pure.as_uri(), False
    return quote(os.fsencode(path)), True

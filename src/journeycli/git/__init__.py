"""The only room that runs git: fixed environment, no hooks, no external programs."""

from __future__ import annotations

from journeycli.git.folders import listed_files, top_folder
from journeycli.git.merging import MergedLines, merge_lines
from journeycli.git.objects import Blob, Objects, blobs
from journeycli.git.revisions import (
    Change,
    Entry,
    UnknownRevisionError,
    changes,
    commit_of,
    is_shallow,
    merge_base,
    tree,
    untracked,
)
from journeycli.git.running import Answer, GitUnavailableError, answer, run

__all__ = [
    "Answer",
    "Blob",
    "Change",
    "Entry",
    "GitUnavailableError",
    "MergedLines",
    "Objects",
    "UnknownRevisionError",
    "answer",
    "blobs",
    "changes",
    "commit_of",
    "is_shallow",
    "listed_files",
    "merge_base",
    "merge_lines",
    "run",
    "top_folder",
    "tree",
    "untracked",
]

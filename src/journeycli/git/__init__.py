"""The only room that runs git: fixed environment, no hooks, no external programs."""

from __future__ import annotations

from journeycli.git.blame import IGNORED, blame
from journeycli.git.folders import is_bare, listed_files, top_folder
from journeycli.git.log import Commit, Revision, file_history, shallow_commits
from journeycli.git.merging import MergedLines, merge_lines
from journeycli.git.objects import Blob, Objects, blobs, blobs_at_hand
from journeycli.git.revisions import (
    Change,
    Entry,
    UnknownRevisionError,
    changes,
    commit_of,
    differs,
    has_file,
    is_shallow,
    merge_base,
    tree,
    untracked,
)
from journeycli.git.running import Answer, GitUnavailableError, answer, lacks_files, run

__all__ = [
    "IGNORED",
    "Answer",
    "Blob",
    "Change",
    "Commit",
    "Entry",
    "GitUnavailableError",
    "MergedLines",
    "Objects",
    "Revision",
    "UnknownRevisionError",
    "answer",
    "blame",
    "blobs",
    "blobs_at_hand",
    "changes",
    "commit_of",
    "differs",
    "file_history",
    "has_file",
    "is_bare",
    "is_shallow",
    "lacks_files",
    "listed_files",
    "merge_base",
    "merge_lines",
    "run",
    "shallow_commits",
    "top_folder",
    "tree",
    "untracked",
]

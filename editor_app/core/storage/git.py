"""What a commit of a Git repository says of files; none of its commands is ever run.

libgit2 reads objects by itself: no hook, filter, monitor or helper that a repository
configures is started, as `git status` would.
"""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

import pygit2


class GitRefused(Exception):
    """A repository can't be read; the message is the library's own."""


class NoCommit(Exception):
    """A revision names no commit; a clone that `is_shallow` has the newest ones only."""

    def __init__(self, revision: str, is_shallow: bool) -> None:
        super().__init__(revision)
        self.is_shallow = is_shallow


class Snapshot:
    """The files of one commit."""

    def __init__(self, repository: pygit2.Repository, revision: str) -> None:
        self._repository = repository
        self._folder = os.path.join(os.path.realpath(repository.workdir), "")
        self._tree: pygit2.Tree | None = None  # nothing is committed yet
        try:
            self._tree = repository.revparse_single(revision).peel(pygit2.Tree)
        except (KeyError, ValueError, pygit2.GitError) as error:
            if revision != "HEAD" or not repository.head_is_unborn:
                raise NoCommit(revision, repository.is_shallow) from error

    def has_changed(self, path: Path, data: bytes) -> bool:
        """Whether the file differs from what the commit holds, or is not in it nor ignored."""
        real = os.path.join(os.path.realpath(path.parent), path.name)
        if not real.startswith(self._folder):
            return True
        name = real[len(self._folder) :].replace(os.sep, "/")
        try:
            kept = None if self._tree is None else self._tree[name]
        except KeyError:
            kept = None
        if kept is None:
            return not self._repository.path_is_ignored(name)
        if kept.filemode == pygit2.enums.FileMode.LINK:
            return not path.is_symlink() or _blob(os.fsencode(os.readlink(path))) != str(kept.id)
        # A working copy may have CRLF for what is kept with LF.
        return str(kept.id) not in {_blob(data), _blob(data.replace(b"\r\n", b"\n"))}


def snapshot(folder: Path, revision: str) -> Snapshot | None:
    """The commit in the repository around a folder; None where there is none.

    Raises GitRefused and NoCommit.
    """
    try:
        found = pygit2.discover_repository(str(folder))
        repository = None if found is None else pygit2.Repository(found)
    except (KeyError, pygit2.GitError) as error:
        raise GitRefused(str(error)) from error
    if repository is None or repository.workdir is None:
        return None
    return Snapshot(repository, revision)


def _blob(data: bytes) -> str:
    """The name that Git gives to a content."""
    head = b"blob %d\0" % len(data)
    return hashlib.sha1(head + data, usedforsecurity=False).hexdigest()

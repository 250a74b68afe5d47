"""Save a file whole or not at all, and never claim more than is on the disk.

The way of every save: follow links → check that the file is the one that was
loaded → write everything to a new file beside it → give it the old one's mode,
owner and attributes → wait for the disk → read it back → check the target once
more → put it in place in one step → wait for the folder → read the target back.
Until it is put in place the old file is not touched; after that the new one is
complete. A killed process can leave a file `.galley-*.tmp` behind, which site
generators ignore and `leftovers.sweep` removes later; nothing else.

A file with several names (hard links) gets its new text under the name that
was saved; the others keep the former text and `Saved.notes` says so. To write
into the shared file instead would tear both on a full disk, and would change
copies that backup programs make of such links.
"""

from __future__ import annotations

import contextlib
import errno
import hashlib
import os
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

from editor_app.core.storage import attributes, durable, leftovers
from editor_app.core.storage.attributes import Note
from editor_app.core.storage.identity import Identity, LoadFailed, load
from editor_app.core.storage.reasons import Reason, StorageError, reason_of

_NO_LINKS = {
    errno.EPERM,
    errno.EACCES,
    errno.ENOTSUP,
    errno.EOPNOTSUPP,
    errno.ENOSYS,
    errno.EMLINK,
}
_EFFECTIVE = os.access in os.supports_effective_ids
_RETRY_SECONDS = (0.02, 0.05, 0.1, 0.2, 0.4)


class Step(StrEnum):
    """How far a save came; the value is an English template."""

    FIND = "finding the file"
    CHECK = "checking the file on the disk"
    CREATE = "making a new file beside it"
    WRITE = "writing the new text"
    KEEP = "keeping its mode and owner"
    SYNC = "waiting for the disk"
    VERIFY = "reading back what was written"
    REPLACE = "putting the new file in place"
    SYNC_FOLDER = "waiting for the folder on the disk"
    READ_BACK = "reading the saved file back"


class SaveError(StorageError):
    """The text was not saved; it is still only in memory and in the journal."""

    TEMPLATE = "“{name}” was not saved: {reason}. {advice}"


class ForeignChange(SaveError):
    """The file is not the one that was loaded: another program wrote `found`."""

    def __init__(self, path: Path, found: Identity, reason: Reason = Reason.CHANGED) -> None:
        super().__init__(path, reason)
        self.found = found


class NameTaken(ForeignChange):
    """A new file was to be made, and there is one of that name."""

    def __init__(self, path: Path, found: Identity) -> None:
        super().__init__(path, found, Reason.NAME_TAKEN)


class SaveFailed(SaveError):
    """Something went wrong at `step`.

    The old file stands as it was unless `is_replaced`: then the new text stands
    in the file but is not confirmed, and `identity` is what was found there
    (None where it could not be read), for the next try.
    `leftover` is a temporary file that could not be removed.
    """

    UNTOUCHED = (
        "“{name}” was not saved: {reason} (while {step}). "
        "The file on the disk is as it was. {advice}"
    )
    REPLACED = (
        "“{name}” may not be safe: {reason} (while {step}). "
        "The file may hold the new text already. {advice}"
    )

    def __init__(
        self,
        path: Path,
        step: Step,
        reason: Reason,
        detail: str = "",
        *,
        is_replaced: bool = False,
    ) -> None:
        super().__init__(path, reason, detail)
        self.step, self.is_replaced = step, is_replaced
        self.identity: Identity | None = None
        self.leftover: Path | None = None

    def _template(self) -> str:
        if self.step in (Step.FIND, Step.CHECK):
            return self.TEMPLATE
        return self.REPLACED if self.is_replaced else self.UNTOUCHED

    def _step(self) -> str:
        return self.step


@dataclass(frozen=True, slots=True)
class Saved:
    """The file holds the text; `notes` say what of the old file could not be kept."""

    identity: Identity
    notes: tuple[Note, ...] = ()


def save(path: Path, data: bytes, expected: Identity | None) -> Saved:
    """Make `data` the content of the file, or leave the file as it is.

    `expected` is the file as it was loaded or last saved; None makes a new
    file and never touches one that is there (also for a file that vanished and
    that the user wants back). A file that holds `data` already is no foreign
    change, whoever wrote it. Raises ForeignChange, NameTaken,
    SaveFailed, and nothing else for whatever the system does.
    """
    attempt = _Attempt(path, data, expected, target=path)
    try:
        return attempt.run()
    except SaveFailed as failure:
        failure.leftover = attempt.leftover
        if failure.is_replaced:
            with contextlib.suppress(LoadFailed):
                failure.identity = load(attempt.target, None).identity
        raise


@dataclass(slots=True)
class _Attempt:
    """One save on its way: where it is, and what it must clear up."""

    path: Path
    data: bytes
    expected: Identity | None
    target: Path
    temporary: Path | None = None
    leftover: Path | None = None
    is_replaced: bool = False
    notes: list[Note] = field(default_factory=list)

    def run(self) -> Saved:
        with self._during(Step.FIND):
            self.target = self._resolved()
        self._check(Step.CHECK)
        try:
            with self._folder_held_open() as folder:
                self._write()
                self._verify()
                self._check(Step.REPLACE)
                with self._during(Step.REPLACE):
                    self._put_in_place()
                with self._during(Step.SYNC_FOLDER):
                    durable.sync_folder(folder)
        finally:
            self._clear()
        return Saved(self._read_back(), tuple(self.notes))

    @contextlib.contextmanager
    def _during(self, step: Step) -> Iterator[None]:
        try:
            yield
        except OSError as error:
            reason = reason_of(error, self.target)
            raise self._failure(step, reason, error.strerror or str(error)) from error
        except ValueError as error:  # a NUL in the name
            raise self._failure(step, Reason.NAME_NOT_ALLOWED, str(error)) from error

    def _failure(self, step: Step, reason: Reason, detail: str = "") -> SaveFailed:
        return SaveFailed(self.path, step, reason, detail, is_replaced=self.is_replaced)

    def _resolved(self) -> Path:
        try:
            # Strict: a link that could not be read must not be taken for a file.
            return Path(os.path.realpath(self.path, strict=True))
        except FileNotFoundError:
            if self.expected is not None:
                raise
            return Path(os.path.realpath(self.path))

    def _check(self, step: Step) -> None:
        """Refuse where the target is not what it should be."""
        try:
            found = load(self.target, None).identity
        except LoadFailed as error:
            is_missing = error.reason is Reason.FILE_VANISHED
            if self.expected is None and is_missing:
                return
            raise self._failure(step, error.reason, error.detail) from error
        if self.expected is None:
            raise NameTaken(self.path, found)
        is_ours = found.sha256 == hashlib.sha256(self.data).hexdigest()
        if not found.has_content_of(self.expected) and not is_ours:
            raise ForeignChange(self.path, found)
        if not os.access(self.target, os.W_OK, effective_ids=_EFFECTIVE):
            raise self._failure(step, Reason.WRITE_PROTECTED)

    @contextlib.contextmanager
    def _folder_held_open(self) -> Iterator[int | None]:
        with contextlib.ExitStack() as stack:
            with self._during(Step.CREATE):
                folder = stack.enter_context(durable.open_folder(self.target.parent))
            yield folder

    def _write(self) -> None:
        with self._during(Step.CREATE):
            temporary = self.target.with_name(leftovers.new_name())
            flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL
            flags |= getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0)
            # A new file gets what the umask says; a copy is closed until it is alike.
            mode = 0o666 if self.expected is None else 0o600
            self.temporary = temporary  # first: a signal may come as soon as it is there
            try:
                descriptor = os.open(temporary, flags, mode)
            except FileExistsError:
                self.temporary = None
                raise
            leftovers.hold(descriptor)
        try:
            with self._during(Step.WRITE):
                durable.write_all(descriptor, self.data)
            if self.expected is not None:
                with self._during(Step.KEEP):
                    self.notes += attributes.keep(descriptor, self.target)
                    if os.stat(self.target).st_nlink > 1:
                        self.notes.append(Note.LINKS)
            with self._during(Step.SYNC):
                durable.sync_file(descriptor)
        except BaseException:
            with contextlib.suppress(OSError):  # the first failure is the one to tell
                os.close(descriptor)
            raise
        with self._during(Step.SYNC):  # a network disk may tell only here that it is full
            os.close(descriptor)

    def _verify(self) -> None:
        assert self.temporary is not None
        try:
            written = load(self.temporary, None)
        except LoadFailed as error:
            raise self._failure(Step.VERIFY, error.reason, error.detail) from error
        if written.source_bytes != self.data:
            raise self._failure(Step.VERIFY, Reason.NOT_AS_WRITTEN)

    def _put_in_place(self) -> None:
        assert self.temporary is not None
        if self.expected is not None:
            _replace(self.temporary, self.target)
        elif sys.platform == "win32":
            self._unless_taken(os.rename)  # refuses where the name is taken
        else:
            try:
                self._unless_taken(os.link)
            except OSError as error:
                if error.errno not in _NO_LINKS:
                    raise
                self._take_name()
        self.is_replaced = True

    def _unless_taken(self, place: Callable[[Path, Path], None]) -> None:
        assert self.temporary is not None
        try:
            place(self.temporary, self.target)
        except FileExistsError:
            raise self._taken() from None

    def _taken(self) -> SaveError:
        try:
            return NameTaken(self.path, load(self.target, None).identity)
        except LoadFailed as error:
            return self._failure(Step.REPLACE, error.reason, error.detail)

    def _take_name(self) -> None:
        """A new file where the disk knows no links: an empty one holds the name first."""
        assert self.temporary is not None
        try:
            os.close(os.open(self.target, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
        except FileExistsError:
            raise self._taken() from None
        try:
            os.replace(self.temporary, self.target)
        except OSError:
            with contextlib.suppress(OSError):
                if os.stat(self.target).st_size == 0:
                    os.unlink(self.target)
            raise

    def _clear(self) -> None:
        """Remove the temporary file, also where the system only said that it was moved."""
        if self.temporary is None:
            return
        try:
            os.unlink(self.temporary)
        except FileNotFoundError:
            pass
        except OSError:
            self.leftover = self.temporary
            self.notes.append(Note.LEFTOVER)

    def _read_back(self) -> Identity:
        try:
            loaded = load(self.target, None)
        except LoadFailed as error:
            raise self._failure(Step.READ_BACK, error.reason, error.detail) from error
        if loaded.source_bytes != self.data:
            raise self._failure(Step.READ_BACK, Reason.NOT_AS_WRITTEN)
        return loaded.identity


def _replace(temporary: Path, target: Path) -> None:
    """Put a file in another's place; on Windows a virus scanner may hold it for a moment."""
    if sys.platform == "win32":
        for seconds in _RETRY_SECONDS:
            try:
                os.replace(temporary, target)
            except PermissionError:
                time.sleep(seconds)
            else:
                return
    os.replace(temporary, target)

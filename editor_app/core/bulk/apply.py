"""Write what a plan says, file by file, and be able to take it back."""

from __future__ import annotations

import contextlib
import os
import secrets
from collections.abc import Callable, Sequence, Set
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from editor_app.core.bulk.changes import LeftOut
from editor_app.core.bulk.plan import CHANGED, FilePlan
from editor_app.core.storage import frames
from editor_app.core.storage.durable import sync_file, write_all
from editor_app.core.storage.folders import make_private
from editor_app.core.storage.frames import Frame
from editor_app.core.storage.identity import LoadFailed, load
from editor_app.core.storage.reasons import Reason, StorageError, reason_of
from editor_app.core.storage.save import ForeignChange, SaveError, SaveFailed, save

KEPT = 20
"""So many records are kept; the oldest goes when another is written."""

UNSAVED = "It is open with changes that are not saved"
CHANGED_SINCE = "It was changed after that, so it stays as it is now"
DAMAGED = "The record of it can't be read"
_UNTOUCHED = "untouched"


@dataclass(frozen=True, slots=True)
class Applied:
    """Which files hold the new bytes, which were left out, and where the old bytes are kept."""

    done: tuple[Path, ...]
    left_out: tuple[LeftOut, ...]
    record: Path | None


def apply(
    files: Sequence[FilePlan],
    records: Path,
    now: datetime,
    translate: Callable[[str], str] = str,
    watch: Callable[[int], None] = lambda done: None,
) -> Applied:
    """Save each file; one that was changed meanwhile, or can't be written, is left out.

    The bytes before are written to a record in the folder `records` and are on
    the disk before the first file is touched, so a crash in between can be taken
    back too. `watch` is told how many files are done. Raises OSError where the
    record can't be written; then no file was touched.
    """
    if not files:
        return Applied((), (), None)
    record = _write_record(files, records, now)
    done: list[Path] = []
    left_out: list[LeftOut] = []
    untouched: list[Path] = []
    for number, file in enumerate(files, 1):
        try:
            save(file.path, file.after, file.identity)
        except SaveError as error:
            is_replaced = isinstance(error, SaveFailed) and error.is_replaced
            words = error.message(translate) if is_replaced else _why(error, translate)
            left_out.append(LeftOut(file.path, words))
            if not is_replaced:
                untouched.append(file.path)
        else:
            done.append(file.path)
        watch(number)
    if len(untouched) == len(files):
        record.unlink(missing_ok=True)
        return Applied((), tuple(left_out), None)
    _note_untouched(record, untouched)
    return Applied(tuple(done), tuple(left_out), record)


def take_back(
    record: Path, translate: Callable[[str], str] = str, unsaved: Set[Path] = frozenset()
) -> Applied:
    """Give every file of a record its bytes back, unless it was changed after that.

    A file that was not reached, or has its old bytes already, is not touched and
    not counted; one that was made goes. Those in `unsaved` (links followed) are
    open with changes and stay. The record goes unless another try may do more.
    Raises OSError where it can't be read.
    """
    scan = frames.scan(record.read_bytes())
    done: list[Path] = []
    left_out: list[LeftOut] = []
    is_for_good = True
    untouched = {_path(frame) for frame in scan.frames if _UNTOUCHED in frame.facts}
    for frame in scan.frames:
        path = _path(frame)
        if path in untouched:
            continue
        try:
            back = _give_back(path, frame, is_unsaved=Path(os.path.realpath(path)) in unsaved)
        except StorageError as error:
            left_out.append(LeftOut(path, _why(error, translate)))
            is_for_good = False
            continue
        if back is None:
            done.append(path)
        elif back:
            left_out.append(LeftOut(path, translate(back)))
            is_for_good = is_for_good and back != UNSAVED
    if scan.is_damaged:
        left_out.append(LeftOut(record, translate(DAMAGED)))
    if is_for_good:
        record.unlink(missing_ok=True)
    return Applied(tuple(done), tuple(left_out), None if is_for_good else record)


def _give_back(path: Path, frame: Frame, *, is_unsaved: bool) -> str | None:
    """None once it is done, else why it is not; empty where there is nothing to do.

    Raises StorageError.
    """
    before, after = frame.facts["before"], frame.facts["after"]
    try:
        loaded = load(path)
    except LoadFailed as error:
        if before is None and error.reason is Reason.FILE_VANISHED:
            return ""
        raise
    if loaded.identity.sha256 == before:
        return ""
    if loaded.identity.sha256 != after:
        return CHANGED_SINCE
    if is_unsaved:
        return UNSAVED
    if before is None:
        _remove(path)
    else:
        save(path, frame.blob, loaded.identity)
    return None


def _remove(path: Path) -> None:
    try:
        path.unlink()
    except OSError as error:
        raise StorageError(path, reason_of(error, path), error.strerror or "") from error


def _why(error: StorageError, translate: Callable[[str], str]) -> str:
    """Beside the name of the file, which stays as it is."""
    return translate(CHANGED) if type(error) is ForeignChange else error.why(translate)


def _path(frame: Frame) -> Path:
    return Path(os.fsdecode(bytes.fromhex(str(frame.facts["path"]))))


def latest_record(records: Path) -> Path | None:
    """The record of the last change of many posts, None where there is none."""
    return max(_all(records), default=None)


def _all(records: Path) -> list[Path]:
    try:
        return sorted(records.glob("*.bulk"))
    except OSError:
        return []


def _write_record(files: Sequence[FilePlan], records: Path, now: datetime) -> Path:
    make_private(records)
    for old in _all(records)[: -(KEPT - 1)]:
        old.unlink(missing_ok=True)
    name = f"{now:%Y%m%d-%H%M%S}-{now.microsecond:06d}-{secrets.token_hex(4)}.bulk"
    record = records / name
    descriptor = os.open(record, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        for file in files:
            facts = {
                "path": os.fsencode(file.path).hex(),
                "before": None if file.identity is None else file.identity.sha256,
                "after": file.after_sha256,
            }
            write_all(descriptor, frames.pack(Frame(facts, file.before)))
        sync_file(descriptor)
    except BaseException:
        os.close(descriptor)
        record.unlink(missing_ok=True)
        raise
    os.close(descriptor)
    return record


def _note_untouched(record: Path, paths: Sequence[Path]) -> None:
    """Add which files were left out, so that taking back does not speak of them."""
    if not paths:
        return
    noted = (Frame({"path": os.fsencode(path).hex(), _UNTOUCHED: 1}) for path in paths)
    with contextlib.suppress(OSError), record.open("ab") as file:  # then it names a file too many
        file.write(b"".join(frames.pack(each) for each in noted))

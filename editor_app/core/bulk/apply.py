"""Write what a plan says, file by file, and be able to take it back."""

from __future__ import annotations

import os
import secrets
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from editor_app.core.bulk.changes import LeftOut
from editor_app.core.bulk.plan import FilePlan
from editor_app.core.storage import frames
from editor_app.core.storage.durable import sync_file, write_all
from editor_app.core.storage.folders import make_private
from editor_app.core.storage.frames import Frame
from editor_app.core.storage.identity import LoadFailed, load
from editor_app.core.storage.save import SaveError, save

KEPT = 20
"""So many records are kept; the oldest goes when another is written."""

CHANGED_SINCE = "It was changed after that, so it stays as it is now"
DAMAGED = "The record of it can't be read"


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
    for number, file in enumerate(files, 1):
        try:
            save(file.path, file.after, file.identity)
        except SaveError as error:
            left_out.append(LeftOut(file.path, error.message(translate)))
        else:
            done.append(file.path)
        watch(number)
    return Applied(tuple(done), tuple(left_out), record)


def take_back(record: Path, translate: Callable[[str], str] = str) -> Applied:
    """Give every file of a record its bytes back, unless it was changed after that.

    A file that was not reached, or has its old bytes already, is not touched and
    not counted. The record goes once all are back. Raises OSError where it can't be read.
    """
    scan = frames.scan(record.read_bytes())
    done: list[Path] = []
    left_out: list[LeftOut] = []
    for frame in scan.frames:
        path = Path(os.fsdecode(bytes.fromhex(str(frame.facts["path"]))))
        before, after = str(frame.facts["before"]), str(frame.facts["after"])
        try:
            loaded = load(path)
            if loaded.identity.sha256 == before:
                continue
            if loaded.identity.sha256 != after:
                left_out.append(LeftOut(path, translate(CHANGED_SINCE)))
                continue
            save(path, frame.blob, loaded.identity)
        except (LoadFailed, SaveError) as error:
            left_out.append(LeftOut(path, error.message(translate)))
        else:
            done.append(path)
    if scan.is_damaged:
        left_out.append(LeftOut(record, translate(DAMAGED)))
    if not left_out:
        record.unlink(missing_ok=True)
    return Applied(tuple(done), tuple(left_out), record if left_out else None)


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
                "before": file.identity.sha256,
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

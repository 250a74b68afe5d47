from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from editor_app.core.storage.identity import Identity, load
from editor_app.core.storage.journal import Journal, JournalFailed, OnDisk, damaged, recover
from editor_app.core.storage.reasons import Reason
from editor_app.core.storage.save import save

NASTY = "\ufeff題\r\n\xa0\u2028🎉\rend".encode()


class Clock:
    """A second later at each look."""

    def __init__(self) -> None:
        self._seconds = count()

    def __call__(self) -> datetime:
        return datetime(2026, 1, 1, tzinfo=UTC) + timedelta(seconds=next(self._seconds))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "state" / "journals"


@pytest.fixture
def post(tmp_path: Path) -> Path:
    path = tmp_path / "a.md"
    path.write_bytes(b"old")
    return path


def started(folder: Path, post: Path, clock: Clock | None = None) -> Journal:
    return Journal.start(folder, post, load(post).identity, "utf-8", clock or Clock())


def test_what_was_recorded_last_is_recovered(folder: Path, post: Path) -> None:
    journal = started(folder, post)
    for content in (b"one", NASTY, NASTY + b"more", b"", b"last" + NASTY):
        journal.record(content)
    journal.close(clean=False)
    (unsaved,) = recover(folder)
    assert unsaved.content == b"last" + NASTY
    assert unsaved.path == post
    assert unsaved.base == load(post).identity
    assert unsaved.encoding == "utf-8"
    assert unsaved.time == datetime(2026, 1, 1, 0, 0, 4, tzinfo=UTC)
    assert unsaved.on_disk is OnDisk.AS_BASE
    assert not unsaved.is_damaged
    assert unsaved.text == "last\ufeff題\n\xa0\u2028🎉\nend"


def test_a_clean_close_leaves_nothing(folder: Path, post: Path) -> None:
    journal = started(folder, post)
    journal.record(b"one")
    journal.close()
    assert recover(folder) == ()
    assert os.listdir(folder) == []


def test_a_journal_without_a_record_leaves_nothing(folder: Path, post: Path) -> None:
    started(folder, post).close(clean=False)
    assert os.listdir(folder) == []


def test_a_living_window_keeps_its_journal(folder: Path, post: Path) -> None:
    journal = started(folder, post)
    journal.record(b"one")
    assert recover(folder) == ()
    assert damaged(folder) == ()
    journal.record(b"two")
    journal.close(clean=False)
    (unsaved,) = recover(folder)
    assert unsaved.content == b"two"


def test_what_is_offered_in_one_window_is_not_offered_in_another(folder: Path, post: Path) -> None:
    journal = started(folder, post)
    journal.record(b"one")
    journal.close(clean=False)
    (unsaved,) = recover(folder)
    assert recover(folder) == ()
    unsaved.release()
    (again,) = recover(folder)
    again.discard()
    assert recover(folder) == ()
    assert os.listdir(folder) == []


def test_text_that_the_encoding_does_not_know_is_kept_as_text(folder: Path, post: Path) -> None:
    journal = Journal.start(
        folder, post, load(post).identity, "cp932", Clock(), mark=b"", newline="\r\n"
    )
    journal.record("始め\n".encode("cp932"))
    journal.record("🎉\n\ud800")
    journal.record("始め🎉\n\ud800")
    journal.close(clean=False)
    (unsaved,) = recover(folder)
    assert unsaved.content == unsaved.text == "始め🎉\n\ud800"
    assert (unsaved.encoding, unsaved.newline) == ("cp932", "\r\n")


def test_a_path_that_is_not_unicode_comes_back(folder: Path, post: Path) -> None:
    odd = Path(os.fsdecode(b"/tmp/\xff\xfe.md"))
    journal = Journal.start(folder, odd, None, "utf-8", Clock())
    journal.record(b"x")
    journal.close(clean=False)
    (unsaved,) = recover(folder)
    assert unsaved.path == odd


def test_a_new_post_has_no_file_yet(folder: Path) -> None:
    journal = Journal.start(folder, None, None, "utf-8", Clock())
    journal.record(b"x")
    journal.close(clean=False)
    (unsaved,) = recover(folder)
    assert (unsaved.path, unsaved.base, unsaved.on_disk) == (None, None, OnDisk.MISSING)


def test_the_file_on_disk_is_told_apart(folder: Path, post: Path) -> None:
    def state() -> OnDisk:
        (unsaved,) = recover(folder)
        unsaved.release()
        return unsaved.on_disk

    journal = started(folder, post)
    journal.record(b"mine")
    journal.close(clean=False)
    assert state() is OnDisk.AS_BASE
    post.write_bytes(b"foreign")
    assert state() is OnDisk.CHANGED
    post.write_bytes(b"mine")
    assert state() is OnDisk.AS_UNSAVED
    post.unlink()
    assert state() is OnDisk.MISSING
    post.mkdir()
    assert state() is OnDisk.UNREADABLE


def test_several_posts_come_newest_first(folder: Path, post: Path) -> None:
    clock = Clock()
    journals = [started(folder, post, clock) for _ in range(3)]
    for number, journal in enumerate(journals):
        journal.record(b"%d" % number)
        journal.close(clean=False)
    assert [unsaved.content for unsaved in recover(folder)] == [b"2", b"1", b"0"]


def test_a_missing_folder_holds_nothing(folder: Path) -> None:
    assert recover(folder) == ()
    assert damaged(folder) == ()


# --- bounds


def test_a_journal_does_not_grow_without_end(folder: Path, post: Path) -> None:
    journal = started(folder, post)
    content = os.urandom(300_000)
    for number in range(40):
        content = b"%d" % number + content[1:-1] + b"%d" % number
        journal.record(content)
        assert sum(file.stat().st_size for file in folder.iterdir()) < 1_600_000
    journal.close(clean=False)
    (unsaved,) = recover(folder)
    assert unsaved.content == content


def test_a_key_in_a_large_post_costs_a_short_record(folder: Path, post: Path) -> None:
    journal = started(folder, post)
    content = os.urandom(500_000)
    journal.record(content)
    assert journal.file is not None
    before = journal.file.stat().st_size
    journal.record(content[:250_000] + b"x" + content[250_000:])
    assert journal.file.stat().st_size - before < 300


def test_what_stands_there_already_costs_no_record(folder: Path, post: Path) -> None:
    journal = started(folder, post)
    journal.record(b"one two")
    journal.record(b"one, two")
    assert journal.file is not None
    before = journal.file.stat().st_size
    journal.record(b"one, two")
    assert journal.file.stat().st_size == before
    journal.record(b"one two")
    journal.close(clean=False)
    assert [unsaved.content for unsaved in recover(folder)] == [b"one two"]


@pytest.mark.skipif(os.name != "posix", reason="modes of POSIX")
def test_nobody_else_can_read_a_journal(folder: Path, post: Path) -> None:
    journal = started(folder, post)
    journal.record(b"secret")
    assert folder.stat().st_mode & 0o777 == 0o700
    assert all(file.stat().st_mode & 0o777 == 0o600 for file in folder.iterdir())
    journal.close()


# --- damage


@settings(max_examples=60, deadline=None)
@given(data=st.data())
def test_a_torn_tail_gives_the_record_before_it(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    root = tmp_path_factory.mktemp("torn")
    # No path, so that the same draw means the same place in each run.
    journal = Journal.start(root / "j", None, None, "utf-8", Clock())
    contents = data.draw(st.lists(st.binary(max_size=60), min_size=1, max_size=6))
    ends = []
    for content in contents:
        journal.record(content)
        assert journal.file is not None
        ends.append(journal.file.stat().st_size)
    journal.close(clean=False)
    size = data.draw(st.integers(ends[0], ends[-1]))
    assert journal.file is not None
    os.truncate(journal.file, size)
    (unsaved,) = recover(root / "j")
    expected = max(number for number, end in enumerate(ends) if end <= size)
    assert unsaved.content == contents[expected]
    assert not unsaved.is_damaged
    unsaved.discard()


def test_a_damaged_record_is_told_and_later_ones_count(folder: Path, post: Path) -> None:
    journal = started(folder, post)
    journal.record(b"the whole text")
    assert journal.file is not None
    end = journal.file.stat().st_size
    journal.record(b"the whole text, more")
    journal.record(b"the whole text, more and more")
    journal.close(clean=False)
    raw = bytearray(journal.file.read_bytes())
    raw[end + 20] ^= 1
    journal.file.write_bytes(raw)
    (unsaved,) = recover(folder)
    assert unsaved.content == b"the whole text, more and more"
    assert unsaved.is_damaged


@pytest.mark.parametrize("content", [b"rubbish", b"\xffGJ\n" + b"\0" * 40, b"\0" * 4096])
def test_a_journal_that_cannot_be_read_is_told_and_stays(
    folder: Path, post: Path, content: bytes
) -> None:
    journal = started(folder, post)
    journal.record(b"text")
    journal.close(clean=False)
    assert journal.file is not None
    journal.file.write_bytes(content)
    assert recover(folder) == ()
    (found,) = damaged(folder)
    assert found.files == (journal.file,)
    found.release()
    assert journal.file.read_bytes() == content
    (found,) = damaged(folder)
    found.discard()
    assert os.listdir(folder) == []


def test_a_text_whose_post_is_unknown_is_still_offered(folder: Path, post: Path) -> None:
    journal = started(folder, post)
    journal.record(b"precious")
    journal.close(clean=False)
    assert journal.file is not None
    raw = bytearray(journal.file.read_bytes())
    raw[20] ^= 1
    journal.file.write_bytes(raw)
    (unsaved,) = recover(folder)
    assert (unsaved.content, unsaved.path, unsaved.is_damaged) == (b"precious", None, True)


@settings(max_examples=150, deadline=None)
@given(data=st.data())
def test_no_damage_makes_recovery_fail_or_invent_a_text(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    root = tmp_path_factory.mktemp("damage")
    # No path, so that the same draw means the same place in each run.
    journal = Journal.start(root / "j", None, None, "utf-8", Clock())
    contents = [b"some text", b"some more text", b"some more text and \xffGJ\n a mark"]
    for content in contents:
        journal.record(content)
    journal.close(clean=False)
    assert journal.file is not None
    raw = bytearray(journal.file.read_bytes())
    for _ in range(data.draw(st.integers(1, 3))):
        start = data.draw(st.integers(0, len(raw)))
        end = data.draw(st.integers(start, min(start + 30, len(raw))))
        raw[start:end] = data.draw(st.binary(max_size=30))
    journal.file.write_bytes(raw)
    unsaved = recover(root / "j")
    for each in unsaved:
        assert each.content in contents
        each.release()
    if raw and not unsaved:
        (found,) = damaged(root / "j")
        found.release()


# --- failures


def test_a_full_disk_is_told_and_the_next_record_begins_anew(folder: Path, post: Path) -> None:
    resource = pytest.importorskip("resource")
    journal = started(folder, post)
    journal.record(b"a" * 100)
    former = resource.getrlimit(resource.RLIMIT_FSIZE)
    handler = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (500, former[1]))
    try:
        with pytest.raises(JournalFailed, match="can't be kept safe from a crash") as failure:
            journal.record(b"b" * 5000)
        assert failure.value.reason is Reason.DISK_FULL
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, former)
        signal.signal(signal.SIGXFSZ, handler)
    journal.record(b"c" * 5000)
    journal.close(clean=False)
    (unsaved,) = recover(folder)
    assert unsaved.content == b"c" * 5000
    assert not unsaved.is_damaged
    unsaved.discard()
    assert os.listdir(folder) == []


KILLED = """
import sys, time
from datetime import datetime, timezone
from pathlib import Path
from editor_app.core.storage.identity import load
from editor_app.core.storage.journal import Journal
folder, post = Path(sys.argv[1]), Path(sys.argv[2])
journal = Journal.start(
    folder, post, load(post).identity, "utf-8", lambda: datetime.now(timezone.utc)
)
number = 0
while True:
    number += 1
    journal.record(b"%d " % number * 50)
    sys.stdout.write(f"{number}\\n")
    sys.stdout.flush()
"""


@pytest.fixture
def victim(folder: Path, post: Path) -> Iterator[subprocess.Popen[str]]:
    with subprocess.Popen(
        [sys.executable, "-c", KILLED, str(folder), str(post)], stdout=subprocess.PIPE, text=True
    ) as process:
        yield process
        process.kill()


def test_after_a_kill_the_last_record_is_there(
    folder: Path, post: Path, victim: subprocess.Popen[str]
) -> None:
    assert victim.stdout is not None
    said = 0
    while said < 20:
        said = int(victim.stdout.readline())
    assert recover(folder) == ()
    victim.send_signal(signal.SIGKILL if os.name == "posix" else signal.SIGTERM)
    said = max([said, *map(int, victim.stdout.read().split())])
    victim.wait()
    (unsaved,) = recover(folder)
    assert isinstance(unsaved.content, bytes)
    assert int(unsaved.content.split()[0]) in (said, said + 1)
    assert not unsaved.is_damaged
    unsaved.release()


def test_a_saved_text_is_recognised_when_the_process_died_before_it_closed(
    folder: Path, post: Path
) -> None:
    identity: Identity = load(post).identity
    journal = Journal.start(folder, post, identity, "utf-8", Clock())
    journal.record(b"mine")
    save(post, b"mine", identity)
    journal.close(clean=False)
    (unsaved,) = recover(folder)
    assert unsaved.on_disk is OnDisk.AS_UNSAVED
    unsaved.discard()

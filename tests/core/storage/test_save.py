from __future__ import annotations

import contextlib
import os
import shutil
import stat
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from editor_app.core.storage.attributes import Note
from editor_app.core.storage.identity import LoadFailed, load
from editor_app.core.storage.reasons import Reason
from editor_app.core.storage.save import (
    ForeignChange,
    NameTaken,
    SaveError,
    SaveFailed,
    Step,
    save,
)

posix = pytest.mark.skipif(os.name != "posix", reason="modes and links of POSIX")
NASTY = b"\xef\xbb\xbf---\r\ntitle: \xe6\x97\xa5\r---\n\n\xc2\xa0\xe2\x80\xa8\x00end"


def names(folder: Path) -> list[str]:
    return sorted(os.listdir(folder))


def test_saving_replaces_the_content_and_leaves_nothing_else(tmp_path: Path) -> None:
    post = tmp_path / "a.md"
    post.write_bytes(b"old")
    saved = save(post, NASTY, load(post).identity)
    assert post.read_bytes() == NASTY
    assert saved.identity == load(post).identity
    assert saved.notes == ()
    assert names(tmp_path) == ["a.md"]


@settings(max_examples=30, deadline=None)
@given(contents=st.lists(st.binary(max_size=300), min_size=1, max_size=5))
def test_one_save_after_another_needs_only_what_the_last_gave(
    tmp_path_factory: pytest.TempPathFactory, contents: list[bytes]
) -> None:
    post = tmp_path_factory.mktemp("saves") / "a.md"
    identity = save(post, b"first", None).identity
    for content in contents:
        identity = save(post, content, identity).identity
        assert post.read_bytes() == content


def test_a_large_file_is_saved_whole(tmp_path: Path) -> None:
    post = tmp_path / "a.md"
    data = os.urandom(3_000_001)
    save(post, data, None)
    assert post.read_bytes() == data


def test_a_change_by_another_program_is_kept_and_told(tmp_path: Path) -> None:
    post = tmp_path / "a.md"
    post.write_bytes(b"old")
    identity = load(post).identity
    post.write_bytes(b"other")
    with pytest.raises(ForeignChange) as failure:
        save(post, b"mine", identity)
    assert post.read_bytes() == b"other"
    assert failure.value.found == load(post).identity
    assert str(failure.value) == (
        "“a.md” was not saved: another program has changed it. "
        "Compare the two, then decide which to keep."
    )
    assert names(tmp_path) == ["a.md"]


def test_a_change_of_the_same_size_and_time_is_seen(tmp_path: Path) -> None:
    post = tmp_path / "a.md"
    post.write_bytes(b"old")
    identity = load(post).identity
    post.write_bytes(b"new")
    os.utime(post, ns=(identity.mtime_ns, identity.mtime_ns))
    with pytest.raises(ForeignChange):
        save(post, b"mine", identity)


def test_the_same_bytes_in_a_new_file_are_no_change(tmp_path: Path) -> None:
    post = tmp_path / "a.md"
    post.write_bytes(b"old")
    identity = load(post).identity
    (tmp_path / "b.md").write_bytes(b"old")
    (tmp_path / "b.md").replace(post)
    save(post, b"mine", identity)
    assert post.read_bytes() == b"mine"


def test_a_file_that_holds_the_text_already_is_no_conflict(tmp_path: Path) -> None:
    post = tmp_path / "a.md"
    post.write_bytes(b"old")
    identity = load(post).identity
    post.write_bytes(b"mine")
    save(post, b"mine", identity)
    assert post.read_bytes() == b"mine"


def test_a_new_file_never_takes_the_place_of_another(tmp_path: Path) -> None:
    post = tmp_path / "a.md"
    post.write_bytes(b"there")
    with pytest.raises(NameTaken, match="there is a file of that name"):
        save(post, b"mine", None)
    assert post.read_bytes() == b"there"
    assert names(tmp_path) == ["a.md"]


@posix
def test_a_new_file_gets_the_mode_that_the_umask_says(tmp_path: Path) -> None:
    former = os.umask(0o027)
    try:
        save(tmp_path / "a.md", b"x", None)
    finally:
        os.umask(former)
    assert stat.S_IMODE((tmp_path / "a.md").stat().st_mode) == 0o640


def test_a_vanished_file_is_not_made_anew_unasked(tmp_path: Path) -> None:
    post = tmp_path / "a.md"
    post.write_bytes(b"old")
    identity = load(post).identity
    post.unlink()
    with pytest.raises(SaveFailed) as failure:
        save(post, b"mine", identity)
    assert failure.value.reason is Reason.FILE_VANISHED
    assert names(tmp_path) == []
    save(post, b"mine", None)
    assert post.read_bytes() == b"mine"


def test_a_vanished_folder_is_told(tmp_path: Path) -> None:
    folder = tmp_path / "posts"
    folder.mkdir()
    identity = save(folder / "a.md", b"old", None).identity
    (folder / "a.md").unlink()
    folder.rmdir()
    for expected in (identity, None):
        with pytest.raises(SaveFailed) as failure:
            save(folder / "a.md", b"mine", expected)
        assert failure.value.reason is Reason.FOLDER_VANISHED
        assert "its folder is no longer there" in str(failure.value)


@pytest.mark.parametrize("name", ["a" * 300 + ".md", "nul\0.md"])
def test_a_name_that_the_disk_does_not_take_is_told(tmp_path: Path, name: str) -> None:
    with pytest.raises(SaveFailed) as failure:
        save(tmp_path / name, b"mine", None)
    assert failure.value.reason in (Reason.NAME_TOO_LONG, Reason.NAME_NOT_ALLOWED)


@posix
def test_the_longest_name_that_the_disk_takes_can_be_saved(tmp_path: Path) -> None:
    post = tmp_path / ("a" * 252 + ".md")
    identity = save(post, b"one", None).identity
    save(post, b"two", identity)
    assert post.read_bytes() == b"two"


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    with pytest.raises(SaveFailed) as failure:
        save(tmp_path, b"mine", None)
    assert failure.value.reason is Reason.FOLDER
    with pytest.raises(LoadFailed, match="it is a folder"):
        load(tmp_path)


@posix
def test_a_pipe_or_device_is_refused_and_does_not_hang(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe.md"
    os.mkfifo(pipe)
    for path in (pipe, Path("/dev/null"), Path("/dev/zero")):
        with pytest.raises(LoadFailed, match="a pipe or a device"):
            load(path)
        with pytest.raises(SaveFailed) as failure:
            save(path, b"mine", None)
        assert failure.value.reason is Reason.NOT_A_FILE


def test_a_file_beyond_the_limit_is_refused(tmp_path: Path) -> None:
    post = tmp_path / "a.md"
    post.write_bytes(b"12345")
    assert load(post, limit=5).source_bytes == b"12345"
    with pytest.raises(LoadFailed) as failure:
        load(post, limit=4)
    assert failure.value.reason is Reason.TOO_LARGE


# --- other people's files


@pytest.fixture
def shared(tmp_path: Path) -> Iterator[Path]:
    """A folder that everybody may write to, and us being nobody."""
    if os.name != "posix" or os.geteuid() != 0:
        pytest.skip("only root can become another user")
    folder = Path(tempfile.mkdtemp(prefix="galley-shared-"))  # pytest's own are closed
    folder.chmod(0o777)
    os.setegid(65534)
    os.seteuid(65534)
    yield folder
    os.seteuid(0)
    os.setegid(0)
    shutil.rmtree(folder)


@contextlib.contextmanager
def as_root() -> Iterator[None]:
    os.seteuid(0)
    yield
    os.seteuid(65534)


def foreign_post(folder: Path, mode: int) -> Path:
    post = folder / "a.md"
    with as_root():
        post.write_bytes(b"old")
        os.chown(post, 12345, 54321)
        post.chmod(mode)
    return post


def test_a_write_protected_file_is_not_replaced(shared: Path) -> None:
    post = foreign_post(shared, 0o644)
    with pytest.raises(SaveFailed) as failure:
        save(post, b"mine", load(post).identity)
    assert failure.value.reason is Reason.WRITE_PROTECTED
    assert post.read_bytes() == b"old"
    assert names(shared) == ["a.md"]


def test_where_owner_and_group_cannot_be_kept_no_group_gains_rights(shared: Path) -> None:
    post = foreign_post(shared, 0o676)
    saved = save(post, b"mine", load(post).identity)
    assert saved.notes == (Note.OWNER, Note.GROUP)
    assert post.read_bytes() == b"mine"
    assert (post.stat().st_uid, post.stat().st_gid) == (65534, 65534)
    assert stat.S_IMODE(post.stat().st_mode) == 0o666


def test_a_folder_that_takes_no_new_file_is_told(shared: Path) -> None:
    post = foreign_post(shared, 0o666)
    with as_root():
        shared.chmod(0o755)
        os.chown(shared, 0, 0)
    for path, expected in ((post, load(post).identity), (shared / "b.md", None)):
        with pytest.raises(SaveFailed) as failure:
            save(path, b"mine", expected)
        assert (failure.value.step, failure.value.reason) == (Step.CREATE, Reason.NO_PERMISSION)
    assert post.read_bytes() == b"old"


# --- links


@posix
def test_a_symbolic_link_stays_and_its_file_is_saved(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    post = tmp_path / "real" / "a.md"
    post.write_bytes(b"old")
    (tmp_path / "one.md").symlink_to("two.md")
    (tmp_path / "two.md").symlink_to("real/a.md")
    save(tmp_path / "one.md", b"mine", load(tmp_path / "one.md").identity)
    assert post.read_bytes() == b"mine"
    assert os.readlink(tmp_path / "one.md") == "two.md"
    assert os.readlink(tmp_path / "two.md") == "real/a.md"


@posix
def test_a_dangling_link_gets_its_file(tmp_path: Path) -> None:
    (tmp_path / "link.md").symlink_to("a.md")
    save(tmp_path / "link.md", b"mine", None)
    assert (tmp_path / "a.md").read_bytes() == b"mine"
    assert (tmp_path / "link.md").is_symlink()


@posix
def test_links_in_a_circle_are_told(tmp_path: Path) -> None:
    (tmp_path / "a.md").symlink_to("b.md")
    (tmp_path / "b.md").symlink_to("a.md")
    with pytest.raises(LoadFailed, match="circle"):
        load(tmp_path / "a.md")
    with pytest.raises(SaveFailed) as failure:
        save(tmp_path / "a.md", b"mine", None)
    assert failure.value.reason is Reason.LINK_CIRCLE


@posix
def test_the_other_names_of_a_hard_link_keep_the_former_text(tmp_path: Path) -> None:
    post, other = tmp_path / "a.md", tmp_path / "backup"
    post.write_bytes(b"old")
    os.link(post, other)
    saved = save(post, b"mine", load(post).identity)
    assert (post.read_bytes(), other.read_bytes()) == (b"mine", b"old")
    assert saved.notes == (Note.LINKS,)


# --- attributes


@posix
@pytest.mark.parametrize("mode", [0o600, 0o644, 0o664, 0o755, 0o4755])
def test_the_mode_is_kept(tmp_path: Path, mode: int) -> None:
    post = tmp_path / "a.md"
    post.write_bytes(b"old")
    post.chmod(mode)
    save(post, b"mine", load(post).identity)
    assert stat.S_IMODE(post.stat().st_mode) == mode


@posix
def test_the_owner_is_kept(tmp_path: Path) -> None:
    if os.geteuid() != 0:
        pytest.skip("only root can give a file to another user")
    post = tmp_path / "a.md"
    post.write_bytes(b"old")
    os.chown(post, 12345, 54321)
    assert save(post, b"mine", load(post).identity).notes == ()
    assert (post.stat().st_uid, post.stat().st_gid) == (12345, 54321)


def test_extended_attributes_and_the_access_list_are_kept(tmp_path: Path) -> None:
    if not hasattr(os, "setxattr"):
        pytest.skip("no extended attributes in this Python")
    post = tmp_path / "a.md"
    post.write_bytes(b"old")
    # Version 2; owner rw, user 12345 r, group r, mask rw, others nothing.
    access_list = bytes.fromhex(
        "02000000 01000600ffffffff 0200040039300000 04000400ffffffff"
        "10000600ffffffff 20000000ffffffff"
    )
    try:
        os.setxattr(post, "user.note", "日本".encode())
        os.setxattr(post, "system.posix_acl_access", access_list)
    except OSError as error:
        pytest.skip(f"this disk keeps no extended attributes: {error}")
    mode = post.stat().st_mode
    save(post, b"mine", load(post).identity)
    assert os.getxattr(post, "user.note") == "日本".encode()
    assert os.getxattr(post, "system.posix_acl_access") == access_list
    assert post.stat().st_mode == mode


def test_an_access_list_of_the_folder_is_not_forced_upon_the_file(tmp_path: Path) -> None:
    if not hasattr(os, "setxattr"):
        pytest.skip("no extended attributes in this Python")
    post = tmp_path / "a.md"
    post.write_bytes(b"old")
    default = bytes.fromhex(
        "02000000 01000700ffffffff 0200070039300000 04000500ffffffff"
        "10000700ffffffff 20000500ffffffff"
    )
    try:
        os.setxattr(tmp_path, "system.posix_acl_default", default)
    except OSError as error:
        pytest.skip(f"this disk keeps no access lists: {error}")
    mode = post.stat().st_mode
    save(post, b"mine", load(post).identity)
    assert "system.posix_acl_access" not in os.listxattr(post)
    assert post.stat().st_mode == mode


# --- words


def test_every_reason_and_step_makes_a_sentence(tmp_path: Path) -> None:
    for reason in Reason:
        for step in Step:
            for is_replaced in (False, True):
                error: SaveError = SaveFailed(
                    tmp_path / "日記.md", step, reason, "detail", is_replaced=is_replaced
                )
                assert "日記.md" in str(error)
                assert reason.value in str(error)
                assert "{" not in str(error)


def test_the_words_can_be_in_another_language(tmp_path: Path) -> None:
    error = SaveFailed(tmp_path / "a.md", Step.WRITE, Reason.DISK_FULL)
    words = {
        SaveFailed.UNTOUCHED: "{name}を保存できません。{reason}（{step}）。{advice}",
        Reason.DISK_FULL: "ディスクがいっぱいです",
        Step.WRITE: "書き込み中",
        Reason.DISK_FULL.advice: "空きを作ってください。",
    }
    assert error.message(words.__getitem__) == (
        "a.mdを保存できません。ディスクがいっぱいです（書き込み中）。空きを作ってください。"
    )

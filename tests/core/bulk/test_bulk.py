"""One rule mended in many posts: byte for byte, and taken back."""

from __future__ import annotations

import hashlib
import tempfile
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor_app.core.analysis import analyse
from editor_app.core.analysis_values import Context
from editor_app.core.bulk.apply import apply, latest_record, take_back
from editor_app.core.bulk.plan import FilePlan, Plan, Wanted, plan
from editor_app.core.diagnostics import Diagnostic, Fix, Severity
from editor_app.core.generator import Generator
from editor_app.core.settings import Settings
from editor_app.core.text.edits import Edit
from editor_app.core.text.spans import Span

NOW = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
RULE = "title-heading-mark"


def context(path: Path) -> Context:
    return Context(path, Generator.JEKYLL, Settings(), NOW)


def post(number: int, newline: str = "\n") -> bytes:
    lines = ("---", f'title: "# 春の庭 {number}"   # kept', "---", "", f"本文 {number}。", "")
    return newline.join(lines).encode()


def wanted(path: Path, *diagnostics: Diagnostic) -> Wanted:
    sha256 = hashlib.sha256(path.read_bytes()).hexdigest()
    return Wanted(path, context(path), sha256, diagnostics)


@pytest.fixture
def site(tmp_path: Path) -> list[Path]:
    folder = tmp_path / "_posts"
    folder.mkdir()
    paths = [folder / f"2026-03-{day:02}-spring.md" for day in range(1, 6)]
    for number, path in enumerate(paths):
        path.write_bytes(post(number, "\r\n" if number % 2 else "\n"))
    return paths


def planned(paths: list[Path]) -> Plan:
    return plan(RULE, [wanted(path) for path in paths])


def test_a_plan_changes_the_mark_and_no_other_byte_and_writes_nothing(site: list[Path]) -> None:
    before = [path.read_bytes() for path in site]
    made = planned(site)
    assert made.left_out == ()
    assert [file.path for file in made.files] == site
    assert [file.after for file in made.files] == [each.replace(b"# ", b"", 1) for each in before]
    assert [path.read_bytes() for path in site] == before
    (change,) = made.files[0].changes
    assert change.line == 2
    assert change.removed == ('title: "# 春の庭 0"   # kept',)
    assert change.added == ('title: "春の庭 0"   # kept',)
    assert made.lines == 5


def test_what_was_planned_is_written_and_taken_back(site: list[Path], tmp_path: Path) -> None:
    before = [path.read_bytes() for path in site]
    made = planned(site)
    steps: list[int] = []
    applied = apply(made.files, tmp_path / "records", NOW, watch=steps.append)
    assert applied.done == tuple(site)
    assert steps == [1, 2, 3, 4, 5]
    assert [path.read_bytes() for path in site] == [file.after for file in made.files]
    assert applied.record == latest_record(tmp_path / "records")
    assert applied.record is not None
    back = take_back(applied.record)
    assert back.done == tuple(site)
    assert back.left_out == ()
    assert [path.read_bytes() for path in site] == before
    assert latest_record(tmp_path / "records") is None


def test_a_post_that_changed_since_the_check_is_left_out_of_the_plan(site: list[Path]) -> None:
    asked = [wanted(path) for path in site]
    site[1].write_bytes(post(9))
    made = plan(RULE, asked)
    assert [out.path for out in made.left_out] == [site[1]]
    assert "changed on the disk" in made.left_out[0].reason
    assert len(made.files) == 4


def test_a_post_that_changed_since_the_plan_is_not_written(
    site: list[Path], tmp_path: Path
) -> None:
    made = planned(site)
    site[2].write_bytes(b"another text\n")
    site[3].unlink()
    applied = apply(made.files, tmp_path / "records", NOW)
    assert applied.done == (site[0], site[1], site[4])
    assert [out.path for out in applied.left_out] == [site[2], site[3]]
    assert site[2].read_bytes() == b"another text\n"
    assert not site[3].exists()


def test_what_was_changed_after_it_stays_when_it_is_taken_back(
    site: list[Path], tmp_path: Path
) -> None:
    before = [path.read_bytes() for path in site]
    applied = apply(planned(site).files, tmp_path / "records", NOW)
    site[0].write_bytes(b"newer\n")
    assert applied.record is not None
    back = take_back(applied.record)
    assert back.done == tuple(site[1:])
    assert [out.path for out in back.left_out] == [site[0]]
    assert site[0].read_bytes() == b"newer\n"
    assert [path.read_bytes() for path in site[1:]] == before[1:]
    assert back.record is None  # another try could do no more, and would stand before older ones
    assert latest_record(tmp_path / "records") is None


def test_what_is_open_with_changes_stays_until_it_is_tried_again(
    site: list[Path], tmp_path: Path
) -> None:
    before = [path.read_bytes() for path in site]
    applied = apply(planned(site).files, tmp_path / "records", NOW)
    assert applied.record is not None
    back = take_back(applied.record, unsaved={site[0].resolve()})
    assert back.done == tuple(site[1:])
    assert [(out.path, out.reason) for out in back.left_out] == [
        (site[0], "It is open with changes that are not saved")
    ]
    assert back.record == applied.record
    assert take_back(applied.record).done == (site[0],)
    assert [path.read_bytes() for path in site] == before


def test_what_was_left_out_is_not_spoken_of_when_the_rest_is_taken_back(
    site: list[Path], tmp_path: Path
) -> None:
    made = planned(site)
    site[2].write_bytes(b"another text\n")
    site[3].unlink()
    applied = apply(made.files, tmp_path / "records", NOW)
    assert [out.reason for out in applied.left_out] == [
        "It was changed on the disk since it was checked",
        "the file is no longer there",
    ]
    assert applied.record is not None
    back = take_back(applied.record)
    assert back.done == (site[0], site[1], site[4])
    assert back.left_out == ()
    assert site[2].read_bytes() == b"another text\n"


def test_where_every_file_was_left_out_there_is_nothing_to_take_back(
    site: list[Path], tmp_path: Path
) -> None:
    made = planned(site)
    for path in site:
        path.write_bytes(b"another text\n")
    applied = apply(made.files, tmp_path / "records", NOW)
    assert (applied.done, len(applied.left_out), applied.record) == ((), 5, None)
    assert latest_record(tmp_path / "records") is None


def test_a_file_that_was_made_goes_again_unless_it_was_changed(tmp_path: Path) -> None:
    path = tmp_path / "galley.toml"
    new = FilePlan(path, None, b"", b"[check]\n", ())
    applied = apply((new,), tmp_path / "records", NOW)
    assert path.read_bytes() == b"[check]\n"
    assert applied.record is not None
    assert take_back(applied.record).done == (path,)
    assert not path.exists()

    again = apply((new,), tmp_path / "records", NOW)
    path.write_bytes(b"[check]\nmine = 1\n")
    assert again.record is not None
    assert [out.path for out in take_back(again.record).left_out] == [path]
    assert path.read_bytes() == b"[check]\nmine = 1\n"


def test_a_file_that_is_there_is_not_made_over(tmp_path: Path) -> None:
    path = tmp_path / "galley.toml"
    path.write_bytes(b"mine\n")
    new = FilePlan(path, None, b"", b"[check]\n", ())
    applied = apply((new,), tmp_path / "records", NOW)
    assert [out.reason for out in applied.left_out] == ["there is a file of that name"]
    assert path.read_bytes() == b"mine\n"


def test_after_a_crash_half_way_the_record_takes_back_what_was_done(
    site: list[Path], tmp_path: Path
) -> None:
    before = [path.read_bytes() for path in site]

    class Crash(Exception):
        pass

    def crash(done: int) -> None:
        if done == 2:
            raise Crash

    with pytest.raises(Crash):
        apply(planned(site).files, tmp_path / "records", NOW, watch=crash)
    assert [path.read_bytes() == old for path, old in zip(site, before, strict=True)] == [
        False,
        False,
        True,
        True,
        True,
    ]
    record = latest_record(tmp_path / "records")
    assert record is not None
    assert take_back(record).done == tuple(site[:2])
    assert [path.read_bytes() for path in site] == before


def test_no_file_is_touched_where_the_record_can_not_be_written(
    site: list[Path], tmp_path: Path
) -> None:
    before = [path.read_bytes() for path in site]
    (tmp_path / "records").write_text("a file in its place", "utf-8")
    with pytest.raises(OSError, match="records"):
        apply(planned(site).files, tmp_path / "records", NOW)
    assert [path.read_bytes() for path in site] == before


def test_a_damaged_record_is_told_and_gives_back_what_it_holds(
    site: list[Path], tmp_path: Path
) -> None:
    before = [path.read_bytes() for path in site]
    applied = apply(planned(site).files, tmp_path / "records", NOW)
    assert applied.record is not None
    data = bytearray(applied.record.read_bytes())
    data[len(data) // 2] ^= 0xFF
    applied.record.write_bytes(bytes(data))
    back = take_back(applied.record)
    assert len(back.done) == 4
    assert [out.path for out in back.left_out] == [applied.record]
    assert sum(path.read_bytes() == old for path, old in zip(site, before, strict=True)) == 4


def test_old_records_go(site: list[Path], tmp_path: Path) -> None:
    for _ in range(25):
        applied = apply(planned(site[:1]).files, tmp_path / "records", NOW)
        site[0].write_bytes(post(0))
    assert len(list((tmp_path / "records").iterdir())) == 20
    assert applied.record is not None


def test_nothing_to_do_leaves_no_record(tmp_path: Path) -> None:
    applied = apply((), tmp_path / "records", NOW)
    assert (applied.done, applied.record) == ((), None)
    assert not (tmp_path / "records").exists()


def test_the_fixes_of_a_site_rule_are_those_that_it_gave(site: list[Path]) -> None:
    text = site[0].read_bytes().decode()
    at = text.index("春")
    fix = Fix("Write 秋", (Edit(Span(at, at + 1), "秋"),))
    found = Diagnostic("tag-near-duplicate", Severity.WARNING, "x", Span(at, at + 1), None, (fix,))
    made = plan("tag-near-duplicate", [wanted(site[0], found)])
    assert made.files[0].after.decode() == text.replace("春", "秋", 1)


def test_a_fix_that_brings_an_error_is_left_out(site: list[Path]) -> None:
    start = site[0].read_bytes().decode().index('"#')
    fix = Fix("Break it", (Edit(Span(start, start), "[}"),))
    found = Diagnostic("some-rule", Severity.WARNING, "x", Span(0, 3), None, (fix,))
    made = plan("some-rule", [wanted(site[0], found)])
    assert made.files == ()
    assert "would have an error" in made.left_out[0].reason


def test_an_unknown_encoding_and_a_post_without_the_problem_are_told(tmp_path: Path) -> None:
    strange, fine = tmp_path / "a.md", tmp_path / "b.md"
    strange.write_bytes("---\ntitle: 春\n---\n".encode("cp932"))
    fine.write_bytes(b"---\ntitle: Spring\n---\n")
    made = plan(RULE, [wanted(strange), wanted(fine)])
    assert [out.reason for out in made.left_out] == [
        "Its encoding is not known",
        "The rule finds nothing to mend here",
    ]


@given(st.lists(st.sampled_from(["", "\n", "text", "# x", "---END---"]), max_size=8), st.data())
def test_the_lines_of_a_change_lead_from_the_one_text_to_the_other(
    lines: list[str], data: st.DataObject
) -> None:
    text = "---\ntitle: '# Spring'\n---\n" + "\n".join(lines) + "\n"
    rule = data.draw(st.sampled_from([RULE, "end-marker"]))
    folder = Path(tempfile.mkdtemp())
    file = folder / "post.md"
    file.write_bytes(text.encode())
    made = plan(rule, [wanted(file)])
    for each in made.files:
        result = text.split("\n")
        for change in reversed(each.changes):
            start = change.line - 1
            assert tuple(result[start : start + len(change.removed)]) == change.removed
            result[start : start + len(change.removed)] = change.added
        assert "\n".join(result).encode() == each.after
        assert [
            found.rule
            for found in analyse(each.after.decode(), context(file)).diagnostics
            if found.rule == rule
        ] == []
    file.unlink()
    folder.rmdir()

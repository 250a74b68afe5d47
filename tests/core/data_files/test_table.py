"""Tables of another program's files: warnings, null, numbers, what nobody asked for."""

from __future__ import annotations

from pathlib import Path

from editor_app.core.data_files.site_files import SiteFiles
from editor_app.core.data_files.table import Table
from editor_app.core.diagnostics import Severity

YAML = """\
base: &base { a: 1, b: two }
list: [{ <<: *base, b: three }, text, null]
empty:
low: -0.5
far: .inf
flag: yes
"""


def table(root: Path, text: str = YAML) -> tuple[SiteFiles, Table]:
    (root / "a.yml").write_text(text, encoding="utf-8")
    files = SiteFiles(root)
    found = files.table("a.yml", is_foreign=True)
    assert found is not None
    return files, found


def told(files: SiteFiles) -> list[tuple[Severity, str]]:
    return [(one.severity, one.message) for each in files.wrong for one in each.diagnostics]


def test_in_a_foreign_file_null_is_as_good_as_absent(tmp_path: Path) -> None:
    files, foreign = table(tmp_path)
    assert (foreign.text("empty"), foreign.flag("empty"), foreign.table("empty")) == (None,) * 3
    assert told(files) == []


def test_what_is_wrong_in_a_foreign_file_is_a_warning(tmp_path: Path) -> None:
    files, foreign = table(tmp_path)
    assert (foreign.flag("flag"), foreign.amount("low"), foreign.amount("far")) == (
        None,
        -0.5,
        None,
    )
    assert told(files) == [
        (Severity.WARNING, "far is not a number"),
        (Severity.WARNING, "flag is not true or false"),
    ]


def test_the_tables_of_a_list_keep_what_yaml_merges_in(tmp_path: Path) -> None:
    files, foreign = table(tmp_path)
    (only,) = foreign.objects("list")
    assert (only.value("a"), only.value("b")) == (1, "three")
    assert told(files) == [
        (Severity.WARNING, "This item of list is not a table, so it does not count")
    ]


def test_what_nobody_asked_for_is_the_rest(tmp_path: Path) -> None:
    _, foreign = table(tmp_path, "a: 1\nb: [x]\nc: 3\n")
    foreign.value("a")
    foreign.value("c")
    foreign.keep("c")
    assert foreign.rest() == (("b", ["x"]), ("c", 3))


def test_a_json_file_that_is_a_deep_list_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text("[" * 5000, encoding="utf-8")
    files = SiteFiles(tmp_path)
    assert files.table("a.json", is_foreign=True) is None
    assert [severity for severity, _ in told(files)] == [Severity.WARNING]

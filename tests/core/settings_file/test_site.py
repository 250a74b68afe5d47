"""The settings of a site on disk."""

from __future__ import annotations

from pathlib import Path

from editor_app.core.settings import Settings
from editor_app.core.settings_file.site import settings_of_site


def told(root: Path) -> list[str]:
    return [
        f"{file.path.relative_to(root).as_posix()}:"
        f"{file.source.lines.position(each.span.start).line}: {each.message}"
        for file in settings_of_site(root).wrong
        for each in file.diagnostics
    ]


def test_a_site_without_the_file_has_the_defaults(tmp_path: Path) -> None:
    found = settings_of_site(tmp_path)
    assert (found.settings, found.file, found.wrong, found.failure) == (Settings(), None, (), None)


def test_line_endings_and_a_byte_order_mark_do_not_matter(tmp_path: Path) -> None:
    (tmp_path / "galley.toml").write_bytes(
        b"\xef\xbb\xbf[check]\r\nwords-per-minute = 7\r\ncolour = 1\r\n"
    )
    assert settings_of_site(tmp_path).settings.words_per_minute == 7
    assert told(tmp_path) == ["galley.toml:3: There is no setting colour"]


def test_a_file_that_can_not_be_read_is_told(tmp_path: Path) -> None:
    (tmp_path / "galley.toml").write_bytes(b"[check]\n# \xff\n")
    assert told(tmp_path) == ["galley.toml:2: Byte 10 can't be read as utf-8"]
    (tmp_path / "galley.toml").unlink()
    (tmp_path / "galley.toml").mkdir()
    found = settings_of_site(tmp_path)
    assert found.settings == Settings()
    assert found.failure is not None


def test_a_file_that_is_too_large_is_told_with_the_size_that_it_may_have(tmp_path: Path) -> None:
    (tmp_path / "galley.toml").write_bytes(b"[check]\n" + b"#" * (1 << 20))
    said = "it is larger than 1 MiB, which is too much for settings"
    assert settings_of_site(tmp_path).sentences() == (f"“galley.toml” can't be opened: {said}.",)
    (tmp_path / "large.yml").write_bytes(b"#" * ((1 << 20) + 1))
    (tmp_path / "galley.toml").write_text('[check]\nprh = ["large.yml"]\n')
    assert told(tmp_path) == [f"galley.toml:2: large.yml can't be read: {said}"]


def test_an_empty_item_of_a_list_is_told_and_the_others_count(tmp_path: Path) -> None:
    text = '[[check.overrides]]\npaths = ["a.md", ""]\ndisable = ["end-marker"]\n'
    (tmp_path / "galley.toml").write_text(text)
    assert told(tmp_path) == ["galley.toml:2: This item of paths is empty, so it does not count"]
    assert not settings_of_site(tmp_path).settings.at("a.md").hears("end-marker", True)


def test_dictionaries_are_read_inside_the_site_only(tmp_path: Path) -> None:
    site = tmp_path / "site"
    (site / "words").mkdir(parents=True)
    (tmp_path / "out.yml").write_text("rules: [Out]\n")
    (site / "words" / "a.yml").write_text(
        "imports: [../b.yml, ../../out.yml, link.yml]\nrules: [A]\n"
    )
    (site / "words" / "link.yml").symlink_to(tmp_path / "out.yml")
    (site / "b.yml").write_text("rules:\n  - {expected: B, pattern: /(/}\n  - C\n")
    (site / "galley.toml").write_text(
        '[check]\nprh = ["words/a.yml", "../out.yml", "/etc/passwd"]\n'
    )
    found = settings_of_site(site)
    assert [each.prefer for each in found.settings.own.wordings] == ["A", "C"]
    assert [each.split(" can't")[0].split(" (")[0] for each in told(site)] == [
        "galley.toml:2: ../out.yml",
        "galley.toml:2: /etc/passwd",
        "words/a.yml:1: ../out.yml",
        "words/a.yml:1: words/link.yml",
        "b.yml:2: This is no regular expression that can be used: missing ) at position 1",
    ]

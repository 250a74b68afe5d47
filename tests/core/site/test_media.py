"""Files that posts name are found where generators serve them from, and written likewise."""

from __future__ import annotations

import os
from pathlib import Path, PurePosixPath

import pytest

from editor_app.core.schema.schema import Said, SchemaField
from editor_app.core.site.media import IMAGES, MediaFolder, file_of, files_below

POST = PurePosixPath("_posts/a.md")


def media(folder: str | None, public: str | None) -> MediaFolder:
    said = Said("test", "config.yml", 1)
    return MediaFolder.of(
        SchemaField(key="x", said=said, folder=folder, public_folder=public), POST
    )


@pytest.mark.parametrize(
    ("folder", "public", "name", "written"),
    [
        ("/assets/photos", "/photos", "assets/photos/a/b.png", "/photos/a/b.png"),
        ("/assets/photos", "/photos/", "assets/other.png", "/assets/other.png"),
        ("/static/images", None, "static/images/a.png", "/images/a.png"),
        ("/public", None, "public/a.png", "/a.png"),
        ("/assets", None, "assets/a.png", "/assets/a.png"),
        ("/assets", "", "assets/a.png", "a.png"),
        (None, None, "assets/a.png", "/assets/a.png"),
        ("pictures", None, "_posts/pictures/a.png", "pictures/a.png"),
        (".", None, "_posts/a.png", "a.png"),
        ("pictures", "/p", "_posts/pictures/a.png", "/p/a.png"),
        ("/static/images", "images", "static/images/a.png", "images/a.png"),
    ],
)
def test_a_file_is_written_as_posts_name_it_and_found_again(
    folder: str | None, public: str | None, name: str, written: str
) -> None:
    about = media(folder, public)
    assert about.written(name) == written
    assert name in about.names(written, POST)


def test_addresses_of_the_net_are_no_files() -> None:
    about = media("/assets", None)
    for value in ("https://a.example/x.png", "//a.example/x.png", "data:image/png;base64,AA", ""):
        assert about.names(value, POST) == ()


def test_a_name_beside_the_post_is_found() -> None:
    assert "_posts/a.png" in media(None, None).names("a.png", POST)
    assert "img/a.png" in media(None, None).names("../img/a.png?v=2", POST)


def test_nothing_outside_of_the_site_is_a_file_of_it(tmp_path: Path) -> None:
    (tmp_path / "secret.png").touch()
    site = tmp_path / "site"
    (site / "assets").mkdir(parents=True)
    (site / "assets" / "a.png").touch()
    os.symlink(tmp_path / "secret.png", site / "link.png")
    assert file_of(site, ("../secret.png", "link.png", "a\0.png")) is None
    assert file_of(site, ("no.png", "assets/a.png")) == site / "assets" / "a.png"


def test_files_below_a_folder(tmp_path: Path) -> None:
    for name in ("assets/b.PNG", "assets/a.txt", "assets/deep/c.svg", "assets/.git/d.png"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()
    assert list(files_below(tmp_path, "assets", IMAGES)) == ["assets/b.PNG", "assets/deep/c.svg"]
    assert "assets/a.txt" in list(files_below(tmp_path, "", frozenset()))
    assert list(files_below(tmp_path, "nowhere", IMAGES)) == []

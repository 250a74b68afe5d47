from __future__ import annotations

import os
from pathlib import Path

import pytest

from editor_app.gui.preview import site_files
from editor_app.gui.preview.site_files import Image, image_at

_PNG = b"\x89PNG\r\n\x1a\n not a whole one"


@pytest.fixture
def site(tmp_path: Path) -> Path:
    root = tmp_path / "site"
    (root / "assets").mkdir(parents=True)
    (root / "assets" / "a.png").write_bytes(_PNG)
    (root / "_config.yml").write_text("title: x")
    (tmp_path / "outside.png").write_bytes(b"secret")
    return root


def test_an_image_is_given_with_its_type(site: Path) -> None:
    assert image_at(site, "/assets/a.png") == Image(_PNG, "image/png")
    (site / "B C.JPG").write_bytes(b"x")
    assert image_at(site, "/B C.JPG") == Image(b"x", "image/jpeg")


@pytest.mark.parametrize(
    "address",
    [
        "/_config.yml",
        "/assets/missing.png",
        "/assets",
        "/",
        "",
        "/../outside.png",
        "/assets/../../outside.png",
        "//outside.png",
        "/assets/a.png\0",
        "/" + "x" * 5000 + ".png",
    ],
)
def test_what_is_no_image_of_the_site_is_not_there(site: Path, address: str) -> None:
    assert image_at(site, address) is None


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="files of POSIX")
def test_links_out_and_what_is_no_plain_file_are_refused(site: Path) -> None:
    (site / "out.png").symlink_to(site.parent / "outside.png")
    (site / "folder").symlink_to(site.parent)
    (site / "loop.png").symlink_to(site / "loop.png")
    (site / "device.png").symlink_to("/dev/zero")
    os.mkfifo(site / "pipe.png")
    (site / "folder.png").mkdir()
    for name in ("out", "folder/outside", "loop", "device", "pipe", "folder"):
        assert image_at(site, f"/{name}.png") is None
    (site / "in.png").symlink_to("assets/a.png")
    assert image_at(site, "/in.png") is not None


def test_a_site_that_is_itself_a_link_works(site: Path) -> None:
    link = site.parent / "link"
    link.symlink_to(site)
    assert image_at(link, "/assets/a.png") is not None


def test_an_image_that_is_too_large_is_not_read(
    site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(site_files, "LARGEST", len(_PNG))
    assert image_at(site, "/assets/a.png") is not None
    monkeypatch.setattr(site_files, "LARGEST", len(_PNG) - 1)
    assert image_at(site, "/assets/a.png") is None

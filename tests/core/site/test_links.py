"""What links between posts lead to."""

from __future__ import annotations

import pytest

from editor_app.core.site.links import Address, address


@pytest.mark.parametrize(
    ("target", "found"),
    [
        ("autumn.md", ("*.md", "blog/autumn.md")),
        ("../docs/./autumn.md#top", ("*.md", "docs/autumn.md")),
        ("/docs/2025-10-01-Autumn.md", ("/*.md", "autumn")),
        ("{% post_url 2025-10-01-autumn %}", ("post_url", "autumn")),
        ('{{< ref "blog/autumn.md#x" >}}', ("ref", "autumn")),
        ('{{% relref "autumn" %}}', ("ref", "autumn")),
        ("{{ site.baseurl }}/2025/10/01/autumn.html", ("/0/0/0/*", "autumn")),
        ('{{ "/blog/Autumn/" | relative_url }}', ("/blog/*", "autumn")),
        ("/blog/%E7%A7%8B?x=1", ("/blog/*", "秋")),
        ("../autumn/", ("./../*", "autumn")),
        ("https://example.com/a.md", None),
        ("mailto:a@example.com", None),
        ("#top", None),
        ("", None),
        ("/", None),
        ("/a.png", None),
        ("{{ page.next.url }}", None),
        ("/x/{{ page.slug }}", None),
        ("x" * 501, None),
    ],
)
def test_an_address_has_a_form_and_a_name(target: str, found: tuple[str, str] | None) -> None:
    assert address(target, "blog") == (None if found is None else Address(*found))

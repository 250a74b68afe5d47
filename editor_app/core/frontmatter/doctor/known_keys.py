"""Names that a writer gives to keys, for places where only the name tells a key from text."""

from __future__ import annotations

from editor_app.core.text.expressions import expression

_KNOWN_WORDS = """
    title date tags tag categories category description excerpt summary author authors layout
    draft published slug permalink image images cover thumbnail lang language subtitle keywords
    lastmod updated modified weight url type comments toc math aliases series featured
    publishDate pubDate pubdate updatedDate expiryDate last_modified_at created updated_at
    created_at linkTitle redirect_from reading_time heroImage
"""

KNOWN = frozenset(_KNOWN_WORDS.split())

_LIST_WORDS = "tags categories keywords aliases authors series images redirect_from topics genres"

LISTS = frozenset(_LIST_WORDS.split())
"""Keys that hold lists: a bracket at their start is no part of a text."""

LEAKED = expression(rf"[ \t]+({'|'.join(sorted(KNOWN, key=len, reverse=True))}):[ \t]+(?=\S)")
"""A known key with its colon inside a line."""

DATE = expression(r"\d{4}-\d\d?-\d\d?\b")

"""The names under which posts say the same thing, whatever their generator."""

from __future__ import annotations

DESCRIPTION_KEYS = ("description", "excerpt", "summary")
"""What a post says of itself; of several the first counts."""

READING_TIME_KEYS = (
    "reading_time",
    "readingTime",
    "reading-time",
    "read_time",
    "readTime",
    "readtime",
)
DATE_KEYS = ("date", "pubDate", "publishDate", "pubdate", "published_at")

TAXONOMIES = {
    "tags": "tags",
    "tag": "tags",
    "categories": "categories",
    "category": "categories",
    "topics": "topics",
    "topic": "topics",
    "keywords": "keywords",
    "series": "series",
}
"""Keys that hold tags, categories and the like, each with its plural."""

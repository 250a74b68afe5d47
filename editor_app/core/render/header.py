"""What a site's layout shows of the front matter: title, date, author, tags."""

from __future__ import annotations

from html import escape

from editor_app.core.frontmatter.front_matter import FrontMatter
from editor_app.core.frontmatter.nodes import Value
from editor_app.core.text.expressions import expression

_DATE = expression(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_MONTHS = """
    January February March April May June July August September October November December
"""
_KANA = expression("[\u3041-\u30fa\u30fc-\u30ff\uff66-\uff9d]")
_HANGUL = expression("[\uac00-\ud7a3\u1100-\u11ff]")
_HAN = expression("[\u3400-\u9fff]")
_LANGUAGE = expression(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")


def header(front_matter: FrontMatter, language: str) -> str:
    """HTML to show above the body; empty where the front matter says nothing of it."""
    title = (front_matter.scalar_text("title") or "").strip()
    facts = [
        _date(front_matter.scalar_text("date") or "", language),
        *_names(front_matter.value(("author",)) or front_matter.value(("authors",))),
        _reading_time(front_matter.value(("reading_time",)), language),
    ]
    line = " · ".join(escape(fact, quote=False) for fact in facts if fact)
    tags = "".join(
        f"<li>{escape(tag, quote=False)}</li>" for tag in _names(front_matter.value(("tags",)))
    )
    parts = (
        f"<h1>{escape(title, quote=False)}</h1>\n" if title else "",
        f'<p class="post-facts">{line}</p>\n' if line else "",
        f'<ul class="post-tags">{tags}</ul>\n' if tags else "",
    )
    return f'<header class="post-header">\n{"".join(parts)}</header>\n' if any(parts) else ""


def language_of(front_matter: FrontMatter, beginning: str) -> str:
    """The language of a post: what it says itself, else what its letters say.

    Han characters without kana are taken for Chinese only where there are
    many: a short Japanese title may have none.
    """
    for key in ("lang", "language", "locale"):
        said = (front_matter.scalar_text(key) or "").replace("_", "-")
        if _LANGUAGE.fullmatch(said):
            return said
    text = (front_matter.scalar_text("title") or "") + beginning
    if _KANA.search(text):
        return "ja"
    if _HANGUL.search(text):
        return "ko"
    han = len(_HAN.findall(text))
    if han >= 40:
        return "zh"
    return "ja" if han else "en"


def _date(text: str, language: str) -> str:
    found = _DATE.match(text)
    if found is None or not 1 <= int(found[2]) <= 12:
        return text
    year, month, day = (int(group) for group in found.groups())
    if language.startswith(("ja", "zh")):
        return f"{year}年{month}月{day}日"
    if language.startswith("ko"):
        return f"{year}년 {month}월 {day}일"
    return f"{day} {_MONTHS.split()[month - 1]} {year}"


def _names(value: Value) -> list[str]:
    if isinstance(value, dict):
        return _names(value.get("name"))
    if isinstance(value, list):
        return [name for item in value for name in _names(item)]
    return [] if value is None or value == "" else [str(value)]


def _reading_time(value: Value, language: str) -> str:
    if isinstance(value, bool) or not isinstance(value, int | float):
        return ""
    return f"{value:g} 分で読めます" if language.startswith("ja") else f"{value:g} min read"

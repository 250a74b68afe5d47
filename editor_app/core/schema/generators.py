"""The fields that each generator reads itself.

From the generators' manuals: Jekyll "Front Matter" and "Posts", Hugo "Front
matter" (its reserved fields and their aliases), Eleventy "Configure with
data", Astro "Markdown" and the fields that its blog template asks for.
"""

from __future__ import annotations

from editor_app.core.frontmatter.nodes import Value
from editor_app.core.generator import Generator
from editor_app.core.schema.key_names import TAXONOMIES
from editor_app.core.schema.kind import FieldKind
from editor_app.core.schema.schema import Choice, Said, SchemaField

LINE, PARAGRAPH = FieldKind.LINE, FieldKind.PARAGRAPH
NUMBER, SWITCH = FieldKind.NUMBER, FieldKind.SWITCH
DATE, DATE_TIME = FieldKind.DATE, FieldKind.DATE_TIME
LIST, OBJECT, OBJECTS = FieldKind.LIST, FieldKind.OBJECT, FieldKind.OBJECTS

TITLE = "Heads the page, and stands in lists, feeds and search results"
DESCRIPTION = "One or two sentences for search results and previews"
TAGS = "Words to find the post by"


def known_fields(generator: Generator) -> tuple[SchemaField, ...]:
    """What the generator reads by itself, in the order in which it is offered."""
    return _TABLE[generator]


def title_of(generator: Generator) -> str:
    """The generator's name as its makers write it; empty where it is unknown."""
    return "" if generator is Generator.UNKNOWN else generator.value.title()


def _field(
    generator: Generator,
    key: str,
    kind: FieldKind,
    help_text: str,
    *,
    required: bool = False,
    essential: bool = False,
    default: Value = None,
    choices: tuple[str, ...] = (),
) -> SchemaField:
    return SchemaField(
        key=key,
        said=Said(title_of(generator)),
        kind=kind,
        help=help_text,
        required=required or None,
        default=default,
        choices=tuple(Choice(choice) for choice in choices),
        taxonomy=TAXONOMIES.get(key, "") if kind is LIST else "",
        is_essential=essential or None,
    )


def _jekyll() -> tuple[SchemaField, ...]:
    to = Generator.JEKYLL
    layouts = ("post", "page", "default", "none")
    return (
        _field(to, "title", LINE, TITLE, required=True, essential=True),
        _field(to, "date", DATE_TIME, "Overrides the date in the file name", essential=True),
        _field(to, "categories", LIST, "Part of the post's address", essential=True),
        _field(to, "tags", LIST, TAGS, essential=True),
        _field(to, "description", PARAGRAPH, DESCRIPTION, essential=True),
        _field(to, "excerpt", PARAGRAPH, "Stands for the first paragraph in lists"),
        _field(to, "author", LINE, "Who wrote it, read by themes and the feed"),
        _field(to, "layout", LINE, "The file in _layouts that is put around it", choices=layouts),
        _field(to, "published", SWITCH, "Off keeps the post out of the site", default=True),
        _field(to, "permalink", LINE, "The address, instead of the site's pattern"),
        _field(to, "category", LINE, "One category"),
        _field(to, "last_modified_at", DATE_TIME, "Read by themes, the feed and the sitemap"),
        _field(to, "image", LINE, "Picture for previews"),
        _field(to, "lang", LINE, "Language of the post", choices=("en", "ja")),
        _field(to, "excerpt_separator", LINE, "Marks the end of the excerpt"),
        _field(to, "render_with_liquid", SWITCH, "Off leaves {{ and {% alone", default=True),
        _field(to, "sitemap", SWITCH, "Off keeps the post out of the sitemap", default=True),
        _field(to, "redirect_from", LIST, "Old addresses that lead here"),
    )


def _hugo() -> tuple[SchemaField, ...]:
    to = Generator.HUGO
    return (
        _field(to, "title", LINE, TITLE, required=True, essential=True),
        _field(to, "date", DATE_TIME, "Usually when it was written", essential=True),
        _field(to, "draft", SWITCH, "On keeps the post out of the site", default=False),
        _field(to, "tags", LIST, TAGS, essential=True),
        _field(to, "categories", LIST, "Broad groups of posts", essential=True),
        _field(to, "description", PARAGRAPH, DESCRIPTION, essential=True),
        _field(to, "summary", PARAGRAPH, "Stands for the first sentences in lists"),
        _field(to, "slug", LINE, "Last part of the address"),
        _field(to, "weight", NUMBER, "Place in lists, the smallest first"),
        _field(to, "publishDate", DATE_TIME, "Not shown before"),
        _field(to, "pubdate", DATE_TIME, "Another name of publishDate"),
        _field(to, "published", DATE_TIME, "Another name of publishDate"),
        _field(to, "lastmod", DATE_TIME, "When it was last changed"),
        _field(to, "modified", DATE_TIME, "Another name of lastmod"),
        _field(to, "expiryDate", DATE_TIME, "Not shown after"),
        _field(to, "unpublishdate", DATE_TIME, "Another name of expiryDate"),
        _field(to, "linkTitle", LINE, "A shorter title for links"),
        _field(to, "aliases", LIST, "Old addresses that lead here"),
        _field(to, "url", LINE, "The whole address"),
        _field(to, "layout", LINE, "Name of the template"),
        _field(to, "type", LINE, "Content type, instead of the section's"),
        _field(to, "markup", LINE, "What the body is written in", choices=("goldmark", "org")),
        _field(to, "keywords", LIST, "Words for the page's head"),
        _field(to, "outputs", LIST, "Output formats"),
        _field(to, "isCJKLanguage", SWITCH, "Counts words as in Chinese, Japanese, Korean"),
        _field(to, "translationKey", LINE, "Joins translations of one post"),
        _field(to, "headless", SWITCH, "Makes the bundle headless", default=False),
        _field(to, "params", OBJECT, "Your own parameters"),
        _field(to, "menus", OBJECT, "Menu entries"),
        _field(to, "resources", OBJECTS, "Files of the bundle with title and name"),
        _field(to, "sitemap", OBJECT, "The post's entry in the sitemap"),
        _field(to, "build", OBJECT, "Whether it is rendered and listed"),
        _field(to, "cascade", OBJECT, "Values for the pages below"),
    )


def _eleventy() -> tuple[SchemaField, ...]:
    to = Generator.ELEVENTY
    return (
        _field(to, "title", LINE, TITLE, required=True, essential=True),
        _field(to, "date", DATE_TIME, "Instead of the file's own date", essential=True),
        _field(to, "tags", LIST, "Each is a collection", essential=True),
        _field(to, "description", PARAGRAPH, DESCRIPTION, essential=True),
        _field(to, "layout", LINE, "The file in _includes that is put around it"),
        _field(to, "permalink", LINE, "Path of the written file; false writes none"),
        _field(to, "draft", SWITCH, "Read by many starter sites", default=False),
        _field(to, "eleventyExcludeFromCollections", SWITCH, "On hides it from collections"),
        _field(to, "eleventyNavigation", OBJECT, "Place in the navigation"),
        _field(to, "pagination", OBJECT, "Makes pages from data"),
        _field(to, "templateEngineOverride", LINE, "What the body is read as"),
        _field(to, "eleventyComputed", OBJECT, "Values computed from others"),
    )


def _astro() -> tuple[SchemaField, ...]:
    to = Generator.ASTRO
    return (
        _field(to, "title", LINE, TITLE, required=True, essential=True),
        _field(to, "description", PARAGRAPH, DESCRIPTION, essential=True),
        _field(to, "pubDate", DATE, "When it was published", essential=True),
        _field(to, "updatedDate", DATE, "When it was last changed"),
        _field(to, "tags", LIST, TAGS, essential=True),
        _field(to, "draft", SWITCH, "On keeps the post out of the site", default=False),
        _field(to, "heroImage", LINE, "Picture on top of the page"),
        _field(to, "author", LINE, "Who wrote it"),
        _field(to, "layout", LINE, "Component that is put around it"),
        _field(to, "slug", LINE, "Last part of the address"),
    )


def _unknown() -> tuple[SchemaField, ...]:
    to = Generator.UNKNOWN
    return (
        _field(to, "title", LINE, TITLE, required=True, essential=True),
        _field(to, "date", DATE_TIME, "When it was written", essential=True),
        _field(to, "categories", LIST, "Broad groups of posts"),
        _field(to, "tags", LIST, TAGS, essential=True),
        _field(to, "description", PARAGRAPH, DESCRIPTION, essential=True),
        _field(to, "excerpt", PARAGRAPH, "Stands for the first paragraph in lists"),
        _field(to, "author", LINE, "Who wrote it"),
        _field(to, "draft", SWITCH, "On keeps the post out of the site", default=False),
        _field(to, "layout", LINE, "Name of the template"),
        _field(to, "slug", LINE, "Last part of the address"),
    )


_TABLE = {
    Generator.JEKYLL: _jekyll(),
    Generator.HUGO: _hugo(),
    Generator.ELEVENTY: _eleventy(),
    Generator.ASTRO: _astro(),
    Generator.UNKNOWN: _unknown(),
}

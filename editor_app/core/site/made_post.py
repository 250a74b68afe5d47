"""Make a new post as its site has them: its file, and the text that it begins with."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace
from pathlib import PurePosixPath

from editor_app.core.data_files.site_files import SiteFiles
from editor_app.core.diagnostics import Refusal
from editor_app.core.frontmatter.reader import read
from editor_app.core.frontmatter.splice import set_value
from editor_app.core.generator import Generator
from editor_app.core.schema.infer import InferredField
from editor_app.core.schema.schema import Collection
from editor_app.core.schema.site_schema import SiteSchema
from editor_app.core.site.find import Site
from editor_app.core.site.inherited import inherited_values
from editor_app.core.site.new_fields import Known, front_matter_text, inherited_keys
from editor_app.core.site.new_hugo import Begun, Copy, begun, has_bundle
from editor_app.core.site.post_names import Manner, from_template, manner_of, words_of
from editor_app.core.site.publish_question import question_of
from editor_app.core.text.edits import apply

_MOST_TRIES = 1000


@dataclass(frozen=True, slots=True)
class Wish:
    """What somebody asks for. `folder` is the collection's, from the site's root.

    Without a `slug` it comes from the title. `collection` is that of a source
    which has a template for names.
    """

    title: str
    folder: PurePosixPath
    slug: str = ""
    is_draft: bool = False
    collection: Collection | None = None


@dataclass(frozen=True, slots=True)
class Around:
    """What is there already: the paths of the posts, and what those of the folder show."""

    schema: SiteSchema
    posts: tuple[PurePosixPath, ...] = ()
    shown: tuple[InferredField, ...] = ()


@dataclass(frozen=True, slots=True)
class MadePost:
    """`path` is new and counts from the site's root, `copies` are put beside it.

    `archetype` is the file that it was made from; `blank` is what of it, and of
    the template of the name, was not understood and left out.
    """

    path: PurePosixPath
    text: str
    archetype: str = ""
    blank: tuple[str, ...] = ()
    copies: tuple[Copy, ...] = ()


def made_post(
    site: Site, files: SiteFiles, wish: Wish, around: Around, now: dt.datetime
) -> MadePost:
    """Nothing is written. `now` has the zone of the machine.

    Raises ValueError for a title that front matter can't hold.
    """
    path, unknown = _path(site, files, wish, around, now)
    path = _new(files, path)
    if site.generator is Generator.HUGO:
        text = begun(files, path, now)
        title = _with_title(text.text, wish.title) if wish.title else text.text
        return MadePost(path, title, text.file, (*unknown, *text.blank), text.copies)
    scaffold = _hexo(files, wish, now) if site.generator is Generator.UNKNOWN else None
    if scaffold is not None:
        return MadePost(path, scaffold.text, scaffold.file, unknown)
    return MadePost(path, _from_fields(site, path, wish, around, now), blank=unknown)


# --- the name


def _path(
    site: Site, files: SiteFiles, wish: Wish, around: Around, now: dt.datetime
) -> tuple[PurePosixPath, tuple[str, ...]]:
    manner = manner_of(wish.folder, around.posts)
    slug = wish.slug or manner.slug(wish.title)
    if wish.collection is not None and wish.collection.new_name:
        words = words_of(wish.title, slug, now)
        name, unknown = from_template(wish.collection.new_name, words, manner.ending)
        return wish.folder / name, unknown
    folder = wish.folder
    if site.generator is Generator.JEKYLL:
        folder, manner = _as_jekyll(wish, manner)
    elif site.generator is Generator.HUGO and not _has_posts(wish.folder, around):
        manner = replace(manner, is_bundle=has_bundle(files, _section(folder)))
    return manner.path(folder, slug, now.date()), ()


def _as_jekyll(wish: Wish, manner: Manner) -> tuple[PurePosixPath, Manner]:
    """Posts begin with their day, or Jekyll passes over them; drafts need not."""
    folder, parts = wish.folder, wish.folder.parts
    manner = replace(manner, is_bundle=False)
    if "_posts" in parts and wish.is_draft:
        folder = PurePosixPath(*("_drafts" if part == "_posts" else part for part in parts))
        return folder, replace(manner, is_dated=False, date_folders=0)
    return folder, replace(manner, is_dated=True) if "_posts" in parts else manner


def _has_posts(folder: PurePosixPath, around: Around) -> bool:
    return any(each.is_relative_to(folder) for each in around.posts)


def _section(folder: PurePosixPath) -> str:
    return folder.parts[1] if len(folder.parts) > 1 else ""


def _new(files: SiteFiles, path: PurePosixPath) -> PurePosixPath:
    """The path, with a number where something stands there already."""
    is_bundle = path.stem.split(".")[0] == "index" and len(path.parts) > 1
    for number in range(1, _MOST_TRIES):
        each = path if number == 1 else _numbered(path, number, is_bundle=is_bundle)
        is_taken = files.is_folder(str(each.parent)) if is_bundle else files.is_file(str(each))
        if not is_taken:
            return each
    return path


def _numbered(path: PurePosixPath, number: int, *, is_bundle: bool) -> PurePosixPath:
    if is_bundle:
        return path.parent.with_name(f"{path.parent.name}-{number}") / path.name
    stem, dot, rest = path.name.partition(".")
    return path.with_name(f"{stem}-{number}{dot}{rest}")


# --- the text


def _with_title(text: str, title: str) -> str:
    """The archetype's title comes from the file's name; the user's own counts."""
    front_matter = read(text)
    keys = front_matter.keys()
    key = next((key for key in keys if key.lower() == "title"), None)
    if key is None or front_matter.scalar_text(key) == title:
        return text
    edits = set_value(front_matter, (key,), title)
    if isinstance(edits, Refusal):
        raise ValueError(edits.message)
    return apply(text, edits)


def _hexo(files: SiteFiles, wish: Wish, now: dt.datetime) -> Begun | None:
    """Hexo's scaffold, whose tags are the few words that it knows."""
    kind = "draft" if wish.is_draft or wish.folder.name == "_drafts" else "post"
    file = f"scaffolds/{kind}.md"
    text = files.text(file) if files.is_file(file) and files.is_folder("source") else None
    if text is None:
        return None
    words = {"title": "title", "date": f"{now:%Y-%m-%d %H:%M:%S}", "layout": kind}
    for word, value in words.items():
        for tag in (f"{{{{ {word} }}}}", f"{{{{{word}}}}}"):
            text = text.replace(tag, value)
    return Begun(_with_title(text, wish.title), file)


def _from_fields(
    site: Site, path: PurePosixPath, wish: Wish, around: Around, now: dt.datetime
) -> str:
    bare = read("---\n---\n")
    question = question_of(site, site.root / path, bare, now, now.tzinfo or dt.UTC)
    known = Known(
        site.generator,
        around.schema.at(path).content_type({}).fields,
        around.shown,
        inherited_keys(steps for steps, _ in inherited_values(question)),
    )
    return front_matter_text(wish.title, known, now, is_draft=wish.is_draft)

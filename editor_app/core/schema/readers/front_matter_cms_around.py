"""What the settings of Front Matter CMS say for all fields."""

from __future__ import annotations

from collections.abc import Mapping

from editor_app.core.data_files.site_files import SiteFiles
from editor_app.core.schema.readers.front_matter_cms_settings import (
    TAXONOMIES_FILE,
    Settings,
    in_site,
)
from editor_app.core.schema.readers.front_matter_cms_types import Around


def around_of(files: SiteFiles, settings: Settings) -> Around:
    """All that fields take from there."""
    draft = settings.table("content.draftField")
    folder = _public_folder(settings)
    return Around(
        groups={
            name: each
            for each in settings.items("taxonomy.fieldGroups")
            if (name := each.plain("id")) is not None
        },
        taxonomies=_taxonomies(files, settings),
        is_free=settings.flag("panel.freeform") is not False,
        data_files={
            name: in_site(file)
            for each in settings.items("data.files")
            if (name := each.plain("id")) is not None and (file := each.plain("file")) is not None
        },
        draft_choices=(draft.words("choices") or ()) if draft is not None else (),
        draft_is_choice=draft is not None and draft.plain("type") == "choice",
        comma_fields=frozenset(settings.words("taxonomy.commaSeparatedFields")),
        date_format=settings.plain("taxonomy.dateFormat") or "",
        date_zone=settings.plain("global.timezone") or "",
        folder=folder,
        public_folder=None if folder is None or _is_relative(settings) else "/",
    )


def _public_folder(settings: Settings) -> str | None:
    """Where the site's files are that are served as they are."""
    said = settings.value("content.publicFolder")
    path = said.get("path") if isinstance(said, dict) else said
    return f"/{in_site(path)}" if isinstance(path, str) and path else None


def _is_relative(settings: Settings) -> bool:
    """Whether files are named as seen from the post."""
    said = settings.value("content.publicFolder")
    return isinstance(said, dict) and said.get("relative") is True


def _taxonomies(files: SiteFiles, settings: Settings) -> Mapping[str, tuple[str, ...]]:
    """The words that are known, by the name of their taxonomy."""
    found: dict[str, list[str]] = {
        name: list(settings.words(f"taxonomy.{name}")) for name in ("tags", "categories")
    }
    for each in settings.items("taxonomy.customTaxonomy"):
        found.setdefault(each.plain("id") or "", []).extend(each.words("options") or ())
    database = (
        files.table(TAXONOMIES_FILE, is_foreign=True) if files.is_file(TAXONOMIES_FILE) else None
    )
    words = None if database is None else database.table("taxonomy")
    if words is not None:
        for name in words.names():
            found.setdefault(name, []).extend(words.words(name) or ())
    return {name: tuple(dict.fromkeys(each)) for name, each in found.items()}

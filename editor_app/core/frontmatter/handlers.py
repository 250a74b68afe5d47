"""python-frontmatter's handlers, made lossless: one for each post.

Their interface is kept (`detect`, `split`, `load`, `export`, `format`), so
`frontmatter.dumps(post)` gives an unedited post back as it was, and changes
only the keys that were changed in `post.metadata`. A handler holds the text of
its post: make one for each, best by `read_post`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import cast

import frontmatter
from frontmatter.default_handlers import BaseHandler

from editor_app.core.diagnostics import Refusal
from editor_app.core.frontmatter import fences, splice
from editor_app.core.frontmatter.front_matter import FrontMatter
from editor_app.core.frontmatter.nodes import Format, Value
from editor_app.core.frontmatter.proof import is_same_value
from editor_app.core.frontmatter.reader import read
from editor_app.core.text.edits import Edit, apply


class UnreadableFrontMatter(ValueError):
    """Front matter that can't be read, or a change that can't be made; says why."""


class _Handler(BaseHandler):
    """What the three formats share; `text` is the whole post, normalised."""

    FORMAT: Format
    FM_BOUNDARY = re.compile(r"\A", re.MULTILINE)

    def __init__(self, text: str = "") -> None:
        super().__init__()
        self._front_matter = read(text)

    def detect(self, text: str) -> bool:
        found = fences.find(text)
        return found is not None and found.format is self.FORMAT

    def split(self, text: str) -> tuple[str, str]:
        """What stands between the fences, and the body.

        `frontmatter.loads` strips a post before it comes here; the text that
        the handler was made with is preferred to such a one. Raises ValueError
        for a text without front matter.
        """
        if self._front_matter.text.strip() != text.strip():
            self._front_matter = read(text)
        own = self._front_matter
        if own.format is None:
            raise ValueError("no front matter")
        return own.content.of(own.text), own.text[own.body_start :]

    def load(self, fm: str) -> dict[str, object]:
        """The values, as YAML 1.1 reads them. Raises UnreadableFrontMatter."""
        own = self._front_matter
        if own.format is None or own.content.of(own.text) != fm:
            own = read(self._fenced(fm))
        if own.unreadable is not None:
            raise UnreadableFrontMatter(own.unreadable.message)
        return cast(dict[str, object], own.values())

    def export(self, metadata: dict[str, object], **kwargs: object) -> str:
        """New front matter with these keys in their order, without its fences."""
        made = _with_values(read(self._fenced("")), metadata)
        return made.content.of(made.text).removesuffix("\n")

    def format(self, post: frontmatter.Post, **kwargs: object) -> str:
        """The post's text with the changed keys and the changed body."""
        own = self._front_matter
        if own.format is None and not post.metadata:
            return _body(own, post.content)
        if own.format is None:
            made = _with_values(read(self._fenced("")), post.metadata)
            return made.text + post.content
        made = _with_values(own, post.metadata)
        return made.text[: made.body_start] + _body(own, post.content)

    def _fenced(self, content: str) -> str:
        content = content if not content or content.endswith("\n") else content + "\n"
        return f"{self.START_DELIMITER}\n{content}{self.END_DELIMITER}\n"


class YamlHandler(_Handler):
    """YAML between `---` lines."""

    FORMAT = Format.YAML
    START_DELIMITER = END_DELIMITER = "---"


class TomlHandler(_Handler):
    """TOML between `+++` lines."""

    FORMAT = Format.TOML
    START_DELIMITER = END_DELIMITER = "+++"


class JsonHandler(_Handler):
    """A JSON object, whose braces are its fences."""

    FORMAT = Format.JSON
    START_DELIMITER, END_DELIMITER = "{", "}"

    def _fenced(self, content: str) -> str:
        return (content or "{}") + "\n"


HANDLERS = (YamlHandler, TomlHandler, JsonHandler)


def handlers(text: str = "") -> tuple[BaseHandler, ...]:
    """New handlers, to choose from with `frontmatter.detect_format`."""
    return tuple(handler(text) for handler in HANDLERS)


def read_post(text: str) -> frontmatter.Post:
    """A post with its handler; the body as it stands, and any key may occur.

    Raises UnreadableFrontMatter.
    """
    handler = frontmatter.detect_format(text, handlers(text))
    if handler is None:
        return frontmatter.Post(text, YamlHandler(text))
    content, body = handler.split(text)
    post = frontmatter.Post(body, handler)
    post.metadata = handler.load(content)
    return post


def _with_values(own: FrontMatter, metadata: Mapping[str, object]) -> FrontMatter:
    """The front matter with the keys that differ changed, added and removed."""
    before = own.values()
    for name, value in metadata.items():
        wanted = cast(Value, value)
        if name not in before or not is_same_value(before[name], wanted):
            own = _spliced(own, splice.set_value(own, (name,), wanted))
    for name in before:
        if name not in metadata:
            own = _spliced(own, splice.remove(own, (name,)))
    return own


def _spliced(own: FrontMatter, edits: tuple[Edit, ...] | Refusal) -> FrontMatter:
    if isinstance(edits, Refusal):
        raise UnreadableFrontMatter(edits.message)
    return read(apply(own.text, edits))


def _body(own: FrontMatter, content: str) -> str:
    """The body, with the blank lines around it that python-frontmatter strips."""
    body = own.text[own.body_start :]
    if content != content.strip():
        return content
    start = body[: len(body) - len(body.lstrip())] if body.strip() else ""
    return start + content + body[len(body.rstrip()) :]

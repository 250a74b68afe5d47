"""markdown-it as the preview uses it: CommonMark with GitHub's extensions."""

from __future__ import annotations

from collections.abc import MutableMapping, Sequence
from html import escape
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.renderer import RendererHTML
from markdown_it.rules_core import StateCore
from markdown_it.token import Token
from markdown_it.utils import OptionsDict
from mdit_py_plugins.footnote import footnote_plugin
from mdit_py_plugins.gfm_autolink import gfm_autolink_plugin

from editor_app.core.render.code import highlighted
from editor_app.core.render.sanitiser import is_local_image
from editor_app.core.text.expressions import expression

Environment = MutableMapping[str, Any]
"""What markdown-it keeps beside the tokens; it writes what it likes there."""

NOTE_MARK = expression("\ufdd0([0-9a-f]*)\ufdd1")
"""Stands for a reference to a footnote until the footnotes have their numbers.

The two are noncharacters; `blocks` takes them out of the text before.
"""
_NONCHARACTERS = str.maketrans({"\ufdd0": "\ufffd", "\ufdd1": "\ufffd"})
_WITHOUT_LINE = frozenset({"thead_open", "tbody_open", "td_open", "th_open"})
_NOT_IN_SLUG = expression(r"[^\w\- ]")


def blocks(text: str, environment: Environment) -> list[Token]:
    """The block tokens of a text; link and footnote definitions go to the environment."""
    tokens: list[Token] = []
    source = text.replace("\x00", "\ufffd")
    if "\ufdd0" in source or "\ufdd1" in source:
        source = source.translate(_NONCHARACTERS)
    _MARKDOWN.block.parse(source, _MARKDOWN, environment, tokens)
    return tokens


def html(tokens: list[Token], environment: Environment) -> tuple[str, dict[str, str]]:
    """HTML of block tokens, not yet sanitised, and that of each footnote by its label.

    The links and footnotes that the environment knows are found. The tokens
    are used up.
    """
    state = StateCore("", _MARKDOWN, environment, tokens)
    for rule in _INLINE_RULES:
        rule(state)
    main, notes = _without_notes(state.tokens)
    render = _MARKDOWN.renderer.render
    options = _MARKDOWN.options
    return render(main, options, environment), {
        label: render(content, options, environment) for label, content in notes.items()
    }


def _without_notes(tokens: list[Token]) -> tuple[list[Token], dict[str, list[Token]]]:
    """Take the definitions of footnotes out, however deep; the first of a label counts."""
    main: list[Token] = []
    notes: dict[str, list[Token]] = {}
    opened: list[list[Token]] = [main]
    for token in tokens:
        if token.type == "footnote_reference_open":
            content: list[Token] = []
            notes.setdefault(token.meta["label"], content)
            opened.append(content)
        elif token.type == "footnote_reference_close":
            opened.pop()
        else:
            opened[-1].append(token)
    return main, notes


def _mark_lines(state: StateCore) -> None:
    for token in state.tokens:
        if token.map is not None and token.nesting >= 0 and token.type not in _WITHOUT_LINE:
            token.attrSet("data-line", str(token.map[0]))


def _align_cells(state: StateCore) -> None:
    """Say the alignment of a table's column without a style, which no wall would let through."""
    for token in state.tokens:
        if token.type in ("td_open", "th_open") and (style := token.attrs.pop("style", None)):
            token.attrSet("align", str(style).removeprefix("text-align:"))


def _name_headings(state: StateCore) -> None:
    """Give headings the ids that links within a post go to (of equal ones the first works)."""
    for index, token in enumerate(state.tokens):
        if token.type == "heading_open":
            content = state.tokens[index + 1].content
            token.attrSet("id", _NOT_IN_SLUG.sub("", content.lower()).strip().replace(" ", "-"))


def _fence(
    renderer: RendererHTML,
    tokens: Sequence[Token],
    index: int,
    options: OptionsDict,
    environment: Environment,
) -> str:
    token = tokens[index]
    language = token.info.split()[0] if token.info.strip() else ""
    name = f' class="language-{escape(language)}"' if language else ""
    line = f' data-line="{token.map[0]}"' if token.map is not None else ""
    code = highlighted(token.content, language)
    return f'<pre class="highlight"{line}><code{name}>{code}</code></pre>\n'


def _image(
    renderer: RendererHTML,
    tokens: Sequence[Token],
    index: int,
    options: OptionsDict,
    environment: Environment,
) -> str:
    token = tokens[index]
    address = str(token.attrGet("src") or "")
    if is_local_image(address):
        return renderer.image(tokens, index, options, environment)
    alt = renderer.renderInlineAsText(token.children or [], options, environment)
    return f'<span class="foreign-image" title="{escape(address)}">{escape(alt or address)}</span>'


def _note(
    renderer: RendererHTML,
    tokens: Sequence[Token],
    index: int,
    options: OptionsDict,
    environment: Environment,
) -> str:
    return f"\ufdd0{str(tokens[index].meta['label']).encode().hex()}\ufdd1"


def _configured() -> MarkdownIt:
    markdown = MarkdownIt("commonmark", {"maxNesting": 40, "tasklists": True})
    markdown.enable(["table", "strikethrough"])
    markdown.options["strikethrough_single_tilde"] = True
    markdown.use(gfm_autolink_plugin)
    markdown.use(footnote_plugin, inline=False, move_to_end=False)
    markdown.core.ruler.push("mark_lines", _mark_lines)
    markdown.core.ruler.push("align_cells", _align_cells)
    markdown.core.ruler.push("name_headings", _name_headings)
    markdown.add_render_rule("fence", _fence)
    markdown.add_render_rule("image", _image)
    markdown.add_render_rule("footnote_ref", _note)
    return markdown


_MARKDOWN = _configured()
_INLINE_RULES = [
    rule
    for name, rule in zip(
        _MARKDOWN.core.ruler.get_active_rules(), _MARKDOWN.core.ruler.getRules(""), strict=True
    )
    if name not in ("normalize", "block")
]

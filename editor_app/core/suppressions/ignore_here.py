"""The edits that write a comment which allows one diagnostic, and change nothing else."""

from __future__ import annotations

from editor_app.core.body.block import Block, BlockKind
from editor_app.core.body.liquid import regions
from editor_app.core.diagnostics import Diagnostic
from editor_app.core.frontmatter.doctor import doctor
from editor_app.core.frontmatter.front_matter import FrontMatter
from editor_app.core.frontmatter.nodes import Entry, Format, Mapping, Node, Path, Sequence
from editor_app.core.frontmatter.paths import parse_dotted
from editor_app.core.post import Post
from editor_app.core.suppressions.comments import (
    ALLOW,
    ALLOW_IN_POST,
    Allowance,
    allowances,
    is_mdx,
)
from editor_app.core.suppressions.sift import ALWAYS_SAID
from editor_app.core.text.edits import Edit
from editor_app.core.text.spans import Span


def ignore_here(post: Post, diagnostic: Diagnostic) -> tuple[Edit, ...]:
    """A comment above the field or the block that a diagnostic is about, else for the post.

    Nothing for what no comment can allow.
    """
    if diagnostic.rule in ALWAYS_SAID:
        return ()
    start = diagnostic.span.start
    front_matter = post.front_matter
    if doctor.is_meant(post.text, front_matter):
        # What was meant as front matter must not be pushed away from the top.
        return (_at_end(post, diagnostic.rule),)
    if diagnostic.span == Span(0, 0):  # of the post as a whole
        edit = None
    elif diagnostic.field is not None or start < front_matter.body_start:
        edit = _above_field(post, diagnostic)
    else:
        edit = _at_block(post, diagnostic.rule, start)
    return (edit or _in_post(post, diagnostic.rule),)


# --- front matter


def _has_comments(front_matter: FrontMatter) -> bool:
    return front_matter.root is not None and front_matter.format is not Format.JSON


def _above_field(post: Post, diagnostic: Diagnostic) -> Edit | None:
    """A line above the innermost field around the diagnostic that has a line of its own."""
    front_matter = post.front_matter
    if not _has_comments(front_matter) or front_matter.root is None:
        return None
    around = _around(front_matter.root, diagnostic.span.start)
    if not around and diagnostic.field is not None:
        around = _on_path(front_matter, diagnostic.field)
    for entry in reversed(around):
        at = post.text.rfind("\n", 0, entry.span.start) + 1
        indent = post.text[at : entry.span.start]
        is_header = front_matter.format is Format.TOML and indent.strip() in {"[", "[["}
        if not indent.strip() or is_header:
            return _added(post, diagnostic.rule, ALLOW, at) or Edit(
                Span(at, at), f"{indent.rstrip('[')}# galley: {ALLOW} {diagnostic.rule}\n"
            )
    return None


def _around(node: Node, offset: int) -> tuple[Entry, ...]:
    """The entries around a place that are in no brackets, the outermost first."""
    found: tuple[Entry, ...] = ()
    inner: Node | None = node
    while isinstance(inner, Mapping | Sequence) and not inner.is_flow:
        if inner.reference is not None and inner.reference.alias is not None:
            break
        if isinstance(inner, Mapping):
            entry = next((e for e in inner.entries if _holds(e.span, offset)), None)
            found += () if entry is None else (entry,)
            inner = None if entry is None else entry.value
        else:
            inner = next((item for item in inner.items if _holds(item.span, offset)), None)
    return found


def _holds(span: Span, offset: int) -> bool:
    return span.start <= offset <= span.end


def _on_path(front_matter: FrontMatter, field: str) -> tuple[Entry, ...]:
    try:
        path: Path = parse_dotted(field)
    except ValueError:
        return ()
    entry = front_matter.entry(path[:1])
    return () if entry is None else (entry,)


# --- the body


def _comment(post: Post, word: str, rule: str) -> str:
    said = f"galley: {word} {rule}"
    return f"{{/* {said} */}}" if is_mdx(post.path) else f"<!-- {said} -->"


def _at_block(post: Post, rule: str, offset: int) -> Edit | None:
    """A line before the outermost block around a place, or in a paragraph of a list."""
    around = [block for block in post.body.blocks if _holds(block.span, offset)]
    if not around or around[0].inside or _is_in_tags(post, offset):
        return None
    block = around[0]
    line = max(post.text.rfind("\n", 0, block.span.start) + 1, post.body.start)
    added = _added(post, rule, ALLOW, line)
    if added is not None:
        return added
    comment = _comment(post, ALLOW, rule)
    is_apart = _is_apart(post, block, line)
    if block.kind is BlockKind.LIST and not is_apart:
        inner = around[-1]
        if inner.kind is not BlockKind.PARAGRAPH or not inner.lines:
            return None
        end = inner.lines[0].end
        return Edit(Span(end, end), f" {comment}")
    return Edit(Span(line, line), f"{'' if is_apart else chr(10)}{comment}\n\n")


def _is_in_tags(post: Post, offset: int) -> bool:
    """Whether a place stands in a pair of Liquid tags or shortcodes, which may print comments."""
    return any(_holds(each.span, offset) for each in regions(post.text, post.body.start))


def _is_apart(post: Post, block: Block, line: int) -> bool:
    """Whether a new paragraph can begin at a line without splitting another."""
    if line <= post.body.start:
        return True
    above = post.text[post.text.rfind("\n", 0, line - 1) + 1 : line - 1]
    return not above.strip()


# --- the whole post


def _in_post(post: Post, rule: str) -> Edit:
    front_matter = post.front_matter
    if _has_comments(front_matter):
        at = front_matter.content.start
        text = f"# galley: {ALLOW_IN_POST} {rule}\n"
    else:
        first = next((block.span.start for block in post.body.blocks), len(post.text))
        at = max(post.text.rfind("\n", 0, first) + 1, post.body.start)
        text = f"{_comment(post, ALLOW_IN_POST, rule)}\n\n"
        if at > 0 and post.text[at - 1] != "\n":
            text = "\n" + text
    return _added(post, rule, ALLOW_IN_POST, None) or Edit(Span(at, at), text)


def _at_end(post: Post, rule: str) -> Edit:
    end = len(post.text)
    breaks = "\n" if post.text.endswith("\n") else "\n\n"
    text = f"{breaks}{_comment(post, ALLOW_IN_POST, rule)}\n"
    return _added(post, rule, ALLOW_IN_POST, None) or Edit(Span(end, end), text)


def _added(post: Post, rule: str, word: str, line: int | None) -> Edit | None:
    """The name added to a comment that covers the same: the post, or what begins at a line."""
    for each in allowances(post):
        is_same = each.word == word and each.names and rule not in [it.rule for it in each.names]
        if is_same and (line is None or _is_directly_above(post, each, line)):
            end = each.names[-1].span.end
            return Edit(Span(end, end), f", {rule}")
    return None


def _is_directly_above(post: Post, allowance: Allowance, line: int) -> bool:
    """Whether a comment has the line above, and covers what begins at this one."""
    comment, scope = allowance.comment, allowance.scope
    if scope is None or scope.end < line:
        return False
    start = post.text.rfind("\n", 0, comment.start) + 1
    is_alone = not post.text[start : comment.start].strip()
    between = post.text[comment.end : line] if comment.end <= line else "x"
    return is_alone and not between.strip()

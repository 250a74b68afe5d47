"""The templates of messages that stand in the code, found without running it."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

PACKAGE = Path(__file__).parents[2] / "editor_app"
SPEAKING = (
    *sorted((PACKAGE / "core" / "rules").rglob("*.py")),
    *sorted((PACKAGE / "core" / "settings_file").rglob("*.py")),
    *sorted((PACKAGE / "core" / "data_files").rglob("*.py")),
    *sorted((PACKAGE / "core" / "schema" / "readers").glob("*.py")),
    *sorted((PACKAGE / "core" / "schema" / "astro").glob("*.py")),
    *sorted((PACKAGE / "core" / "schema" / "json_schema").glob("*.py")),
    *(
        PACKAGE / "core" / "schema" / name
        for name in ("generators.py", "inferred_toml.py", "shapes.py")
    ),
    *sorted((PACKAGE / "core" / "schema").glob("judge*.py")),
    *sorted((PACKAGE / "core" / "schema").glob("misfits.py")),
    *sorted((PACKAGE / "core" / "suppressions").rglob("*.py")),
    *sorted((PACKAGE / "core" / "bulk").rglob("*.py")),
    *sorted((PACKAGE / "core" / "check").rglob("*.py")),
    *sorted((PACKAGE / "core" / "site" / "publishing").rglob("*.py")),
    PACKAGE / "core" / "site" / "index" / "where.py",
    *(
        PACKAGE / "core" / name
        for name in ("analysis.py", "post.py", "site/terms.py", "misfit_reports.py")
    ),
    *sorted((PACKAGE / "core" / "frontmatter" / "doctor").glob("*.py")),
)
"""Modules whose sentences a user reads."""

_SENTENCE = re.compile(r"(?:[A-Z][A-Za-z]*|\{\w+\}|[a-z-]+)(?: \S+)+")
_WORDS = frozenset({"nothing", "true", "false"})
_NAMES = frozenset({"Decap CMS", "Sveltia CMS", "Static CMS", "Front Matter CMS", "JSON Schema"})
_CODE = re.compile(r"\\|\(\?|[|=;\n]|^\w+: \w+$")
_NO_MESSAGES = re.compile(r"EXCERPT_PHRASES|_WORDS|_HINTS|__all__")


def templates() -> Iterator[str]:
    """Every sentence of the core that is shown to a user, once for each place."""
    for path in SPEAKING:
        tree = ast.parse(path.read_text(encoding="utf-8"))
        skipped = set(_skipped(tree))
        for node in ast.walk(tree):
            if not isinstance(node, ast.Constant) or id(node) in skipped:
                continue
            if isinstance(node.value, str) and _is_template(node.value):
                yield node.value


def _skipped(tree: ast.Module) -> Iterator[int]:
    """Docstrings, parts of f-strings, texts of exceptions, and lists of other words."""
    for node in ast.walk(tree):
        is_docstring = isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
        is_list = isinstance(node, ast.Assign) and _NO_MESSAGES.search(ast.unparse(node.targets[0]))
        if is_docstring or is_list or isinstance(node, ast.JoinedStr | ast.Raise):
            yield from (id(each) for each in ast.walk(node))


def _is_template(text: str) -> bool:
    if text in _NAMES:
        return False
    return text in _WORDS or bool(_SENTENCE.fullmatch(text) and not _CODE.search(text))

"""Every refusal of the rooms behind the window has its place in the table that the translators see."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

from casebook.gui import error_texts

PACKAGE = Path(__file__).parent.parent.parent / "casebook"
ROOMS = ("journal", "mail", "dossier", "guide", "desktop")
TREES = {path: ast.parse(path.read_text("utf-8")) for room in ROOMS for path in sorted((PACKAGE / room).rglob("*.py"))}


def kinds() -> set[str]:
    """Return the names of CasebookError and of everything that inherits from it."""
    found, before = {"CasebookError"}, 0
    while len(found) != before:
        before = len(found)
        for tree in TREES.values():
            for node in ast.walk(tree):
                if isinstance(node, ast.ClassDef) and any(getattr(base, "id", "") in found for base in node.bases):
                    found.add(node.name)
    return found


def templates() -> Iterator[tuple[str, str]]:
    """Yield each template with the file that raises it; `required(value, template)` raises for its callers."""
    names = kinds()
    for path, tree in TREES.items():
        for node in ast.walk(tree):
            if not isinstance(node, ast.Call):
                continue
            called = getattr(node.func, "id", "") or getattr(node.func, "attr", "")
            place = 0 if called in names else 1 if called == "required" else -1
            if 0 <= place < len(node.args) and isinstance(node.args[place], ast.Constant):
                yield str(node.args[place].value), path.name  # type: ignore[attr-defined]


def test_the_table_holds_every_template_and_no_other() -> None:
    raised = dict(templates())
    assert len(raised) > 30
    table = set(map(str, error_texts.TEMPLATES))
    missing = {text: file for text, file in raised.items() if text not in table}
    assert not missing, f"not in casebook/gui/error_texts.py: {missing}"
    assert not table - set(raised), "nobody raises this any more"

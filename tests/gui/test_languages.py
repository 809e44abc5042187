"""Both languages are whole: nothing untranslated, the shipped files built from the sources, no word hidden."""

from __future__ import annotations

import ast
import re
import shutil
import string
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

from casebook.gui.action_table import SPECS
from tests.gui import languages
from tests.gui.languages import CHINESE, ENGLISH, FOLDER, ROOT

SOURCES = sorted((ROOT / "casebook" / "gui").rglob("*.py"))


def messages(path: Path) -> list[tuple[str, ET.Element]]:
    """Return (context, message) of a .ts file."""
    return [
        (context.findtext("name", ""), message)
        for context in ET.parse(path).iter("context")
        for message in context.iter("message")
    ]


@pytest.mark.parametrize("path", [CHINESE, ENGLISH], ids=lambda path: path.stem)
def test_nothing_is_left_untranslated(path: Path) -> None:
    assert languages.unfinished(path) == []


def test_the_files_are_up_to_date_with_the_sources(tmp_path: Path) -> None:
    for path in (CHINESE, ENGLISH):
        shutil.copy(path, tmp_path)
    languages.update(tmp_path)
    languages.build(tmp_path, tmp_path)
    for path in (CHINESE, ENGLISH):
        now = {(c, m.findtext("source", "")) for c, m in messages(tmp_path / path.name)}
        kept = {(c, m.findtext("source", "")) for c, m in messages(path)}
        assert now == kept, "run python -m tests.gui.languages"
        built = f"{path.stem}.qm"
        assert (tmp_path / built).read_bytes() == (FOLDER / built).read_bytes(), "run python -m tests.gui.languages"


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_the_collector_can_see_every_word(path: Path) -> None:
    """No f-string inside tr, no tr inside an f-string, no alias of it: all three vanish without a word."""
    tree = ast.parse(path.read_text("utf-8"))
    for node in ast.walk(tree):
        if isinstance(node, ast.JoinedStr):
            inner = [n for n in ast.walk(node) if isinstance(n, ast.Call) and is_tr(n)]
            assert not inner, f"{path.name}:{node.lineno}: tr inside an f-string"
        if isinstance(node, ast.Call) and is_tr(node):
            assert node.args, path
            parts = node.args[:1] if node.func.attr == "tr" else node.args[:2]  # type: ignore[attr-defined]
            for part in parts:
                looked_up = isinstance(part, ast.Call | ast.Attribute)  # by QT_TRANSLATE_NOOP elsewhere
                named = node.func.attr == "translate" and isinstance(part, ast.Name)  # type: ignore[attr-defined]
                plain = isinstance(part, ast.Constant) and isinstance(part.value, str)
                assert plain or looked_up or named, f"{path.name}:{node.lineno}: not a plain text"
        if isinstance(node, ast.Assign):
            values = node.value.elts if isinstance(node.value, ast.Tuple) else [node.value]
            alias = [v for v in values if isinstance(v, ast.Attribute) and v.attr in {"tr", "translate"}]
            assert not alias, f"{path.name}:{node.lineno}: an alias of tr"


def is_tr(node: ast.Call) -> bool:
    """Return whether a call looks a text up."""
    if not isinstance(node.func, ast.Attribute):
        return False
    looked_up = isinstance(node.func.value, ast.Name) and node.func.value.id == "QCoreApplication"
    return node.func.attr == "tr" or (node.func.attr == "translate" and looked_up)


def test_every_context_is_one_that_is_looked_up() -> None:
    """A text under a context that nobody asks for is never shown."""
    classes = {
        node.name
        for path in SOURCES
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.ClassDef)
    }
    asked = set()
    for path in SOURCES:
        asked |= set(re.findall(r'translate\(\s*"([^"]+)"', path.read_text("utf-8")))
    assert {context for context, _ in messages(CHINESE)} <= classes | asked


def test_placeholders_survive_translation() -> None:
    for context, message in messages(CHINESE):
        source, translation = message.findtext("source", ""), message.find("translation")
        assert translation is not None
        forms = [form.text or "" for form in translation.findall("numerusform")] or [translation.text or ""]
        for form in forms:
            if message.findtext("comment") != "Qt date format":
                assert fields(form) == fields(source), f"{context}: {source!r} -> {form!r}"
            assert ("%n" in form) == ("%n" in source), source


def fields(text: str) -> set[str]:
    """Return the names in braces."""
    return {name for _, name, _, _ in string.Formatter().parse(text.replace("[[rule]]", "")) if name}


def test_the_chinese_menu_has_no_two_equal_letters_in_one_menu() -> None:
    words = {m.findtext("source", ""): m.findtext("translation", "") for c, m in messages(CHINESE) if c == "actions"}
    for menu in {spec.menu for spec in SPECS}:
        captions = [words.get(str(spec.caption), str(spec.caption)) for spec in SPECS if spec.menu == menu]
        letters = re.findall(r"&(\w)", " ".join(captions).upper())
        assert len(letters) == len(set(letters)), captions

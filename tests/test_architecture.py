"""The house holds: arrows run one way, heavy libraries stay in their rooms, files and functions stay small."""

import ast
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "casebook"
FILES = sorted(PACKAGE.rglob("*.py"))

# Who may import whom: a room may use the rooms named here, and itself.
ARROWS = {
    "__main__": {"app"},
    "app": {"cli", "gui", "journal", "paths", "settings"},
    "cli": {"desktop", "dossier", "guide", "journal", "mail", "paths", "settings"},
    "gui": {"desktop", "dossier", "guide", "journal", "mail", "paths", "settings"},
    "desktop": {"journal"},
    "dossier": {"guide", "journal", "paths"},
    "guide": {"journal", "paths"},
    "mail": {"guide", "journal", "paths"},
    "journal": set(),
    "paths": set(),
    "settings": set(),
}
# Inside the window: panes and commands use dialogs, dialogs use widgets and models; panes never use panes.
GUI_ARROWS = {
    "panes": {"widgets", "models"},
    "commands": {"dialogs", "widgets", "models"},
    "dialogs": {"widgets", "models"},
    "widgets": {"models"},
    "models": set(),
}
KEPT_TO = {"peewee": "journal", "playhouse": "journal", "sqlcipher3": "journal", "PySide6": "gui", "click": "cli"}
# Nothing else may be loaded before the first paint; everything heavier is imported where it is used.
HEAVY = {
    "PIL",
    "asn1crypto",
    "chardet",
    "cryptography",
    "dateparser",
    "desktop_notifier",
    "dkim",
    "dns",
    "docx",
    "fontTools",
    "holidays",
    "icalendar",
    "imapclient",
    "jeepney",
    "keyring",
    "mnemonic",
    "olefile",
    "pillow_heif",
    "psutil",
    "pyhanko",
    "pypdfium2",
    "selectolax",
    "typst",
    "tzlocal",
    "asyncio",
    "multiprocessing",
}


@cache
def tree_of(path: Path) -> ast.Module:
    """Return a file, parsed once for all that is asked of it."""
    return ast.parse(path.read_text("utf-8"))


@cache
def imports(path: Path, *, top_level: bool = False) -> frozenset[str]:
    """Return the dotted names that a file imports, anywhere or only when it is loaded."""
    tree = tree_of(path)
    found: set[str] = set()
    for node in tree.body if top_level else ast.walk(tree):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: relative import"
            found |= {f"{node.module}.{alias.name}" for alias in node.names}
    return frozenset(found)


def room(path: Path) -> str:
    """Return the room a file is in: its folder, or its own name at the top."""
    inside = path.relative_to(PACKAGE)
    return inside.parts[0] if len(inside.parts) > 1 else inside.stem


def name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def own(imported: str) -> str:
    """Return the room that an import of the project's own comes from, empty for a library's."""
    parts = imported.split(".")
    return parts[1] if parts[0] == "casebook" and len(parts) > 1 and parts[1] != "__version__" else ""


def test_arrows_run_one_way() -> None:
    for path in FILES:
        here = room(path)
        wrong = [i for i in imports(path) if own(i) and own(i) != here and own(i) not in ARROWS.get(here, ())]
        assert here == "__init__" or not wrong, f"{name(path)} imports {wrong}"


def test_libraries_stay_in_their_room() -> None:
    for path in FILES:
        wrong = [i for i in imports(path) if KEPT_TO.get(i.split(".")[0], room(path)) != room(path)]
        assert not wrong, f"{name(path)} imports {wrong}"


def test_heavy_libraries_load_at_first_use() -> None:
    for path in FILES:
        heavy = {i for i in imports(path, top_level=True) if i.split(".")[0] in HEAVY}
        assert not heavy, f"{name(path)} loads {heavy} when it is imported"


def test_inside_the_window_panes_do_not_know_each_other() -> None:
    for path in (p for p in FILES if room(p) == "gui"):
        inside = path.relative_to(PACKAGE / "gui").parts
        here = inside[0] if len(inside) > 1 else ""
        for imported in imports(path) if here in GUI_ARROWS else ():
            parts = imported.split(".")
            if parts[:2] == ["casebook", "gui"] and len(parts) > 3 and parts[2] in GUI_ARROWS:
                same = parts[2] == here and here != "panes"
                assert same or parts[2] in GUI_ARROWS[here], f"{name(path)} imports {imported}"


def test_files_and_functions_stay_small_typed_and_documented() -> None:
    for path in FILES:
        lines = path.read_text("utf-8").count("\n")
        assert ast.get_docstring(tree_of(path)), f"{name(path)} does not say what it is for"
        assert lines < 400, f"{name(path)} has {lines} lines"
        for node in ast.walk(tree_of(path)):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                assert (node.end_lineno or 0) - node.lineno < 60, f"{name(path)}: {node.name} is too long"
                assert node.returns or node.name == "__init__", f"{name(path)}: {node.name} has no return type"


def test_only_what_the_window_needs_is_loaded_with_it() -> None:
    """Importing the window's frame loads no heavy library, directly or by way of another room."""
    import subprocess
    import sys

    code = "import sys, casebook.gui.application, casebook.journal; print(' '.join(sys.modules))"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()
    tops = {module.split(".")[0] for module in loaded}
    assert not tops & (HEAVY | {"click"}), tops & (HEAVY | {"click"})


def test_no_word_is_claimed_that_cannot_be_kept() -> None:
    """No text that reaches a reader claims more than a hash can prove."""
    banned = (
        "tamper-proof",
        "tamperproof",
        "court-proof",
        "admissible",
        "防篡改",
        "不可篡改",
        "法庭认可",
        "可作为证据采信",
    )
    for path in [*FILES, *(p for p in (ROOT / "resources").rglob("*") if p.suffix in {".toml", ".typ", ".ts", ".md"})]:
        words = path.read_text("utf-8").lower()
        assert not [b for b in banned if b in words], name(path)

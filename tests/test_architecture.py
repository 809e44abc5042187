"""The house holds: arrows run one way, heavy libraries stay in their rooms, files and functions stay small."""

import ast
from pathlib import Path

import pytest

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


def imports(path: Path, *, top_level: bool = False) -> set[str]:
    """Return the dotted names that a file imports, anywhere or only when it is loaded."""
    tree = ast.parse(path.read_text("utf-8"))
    nodes = tree.body if top_level else list(ast.walk(tree))
    found: set[str] = set()
    for node in nodes:
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: relative import"
            found |= {f"{node.module}.{alias.name}" for alias in node.names}
    return found


def room(path: Path) -> str:
    """Return the room a file is in: its folder, or its own name at the top."""
    inside = path.relative_to(PACKAGE)
    return inside.parts[0] if len(inside.parts) > 1 else inside.stem


def name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


@pytest.mark.parametrize("path", FILES, ids=name)
def test_arrows_run_one_way(path: Path) -> None:
    own = room(path)
    if own == "__init__":
        return
    for imported in imports(path):
        parts = imported.split(".")
        if parts[0] == "casebook" and len(parts) > 1 and parts[1] != "__version__":
            assert parts[1] == own or parts[1] in ARROWS[own], f"{name(path)} imports {imported}"


@pytest.mark.parametrize("path", FILES, ids=name)
def test_libraries_stay_in_their_room(path: Path) -> None:
    for imported in imports(path):
        top = imported.split(".")[0]
        assert KEPT_TO.get(top, room(path)) == room(path), f"{name(path)} imports {imported}"


@pytest.mark.parametrize("path", FILES, ids=name)
def test_heavy_libraries_load_at_first_use(path: Path) -> None:
    heavy = {i for i in imports(path, top_level=True) if i.split(".")[0] in HEAVY}
    assert not heavy, f"{name(path)} loads {heavy} when it is imported"


@pytest.mark.parametrize("path", [p for p in FILES if room(p) == "gui"], ids=name)
def test_inside_the_window_panes_do_not_know_each_other(path: Path) -> None:
    inside = path.relative_to(PACKAGE / "gui").parts
    own = inside[0] if len(inside) > 1 else ""
    if own not in GUI_ARROWS:
        return
    for imported in imports(path):
        parts = imported.split(".")
        if parts[:2] == ["casebook", "gui"] and len(parts) > 3 and parts[2] in GUI_ARROWS:
            same = parts[2] == own and own != "panes"
            assert same or parts[2] in GUI_ARROWS[own], f"{name(path)} imports {imported}"


@pytest.mark.parametrize("path", FILES, ids=name)
def test_files_and_functions_stay_small_typed_and_documented(path: Path) -> None:
    text = path.read_text("utf-8")
    tree = ast.parse(text)
    assert ast.get_docstring(tree), f"{name(path)} does not say what it is for"
    assert text.count("\n") < 400, f"{name(path)} has {text.count(chr(10))} lines"
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            assert (node.end_lineno or 0) - node.lineno < 60, f"{name(path)}: {node.name} is too long"
            assert node.returns is not None or node.name == "__init__", f"{name(path)}: {node.name} has no return type"


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

"""Collect every visible word and build the translations: `python -m tests.gui.languages`.

Reads casebook/gui, updates resources/i18n/*.ts (keeping what is translated) and writes the .qm files that are shipped.
Then fill in what is left in the .ts files, by hand or with Qt Linguist, and run it again.
"""

from __future__ import annotations

import subprocess
import sys
import xml.etree.ElementTree as ET
from pathlib import Path

import PySide6

ROOT = Path(__file__).parent.parent.parent
FOLDER = ROOT / "resources" / "i18n"
CHINESE, ENGLISH = FOLDER / "casebook_zh_CN.ts", FOLDER / "casebook_en.ts"
_TOOLS = Path(PySide6.__file__).parent


def update(folder: Path = FOLDER) -> None:
    """Bring the .ts files in `folder` up to date with the sources."""
    sources = sorted(str(path.relative_to(ROOT)) for path in (ROOT / "casebook" / "gui").rglob("*.py"))
    # English needs only its plural forms: everything else is shown as it stands in the source.
    for path, more in ((CHINESE, ["-target-language", "zh_CN"]), (ENGLISH, ["-target-language", "en", "-pluralonly"])):
        target = str(folder / path.name)
        _run("lupdate", "-silent", "-no-obsolete", "-locations", "none", *more, *sources, "-ts", target)


def build(out: Path = FOLDER, folder: Path = FOLDER) -> None:
    """Write the .qm files into `out`."""
    for path in (CHINESE, ENGLISH):
        _run("lrelease", "-silent", str(folder / path.name), "-qm", str(out / f"{path.stem}.qm"))


def unfinished(path: Path) -> list[str]:
    """Return the source texts of a .ts file that have no translation yet."""
    return [
        message.findtext("source", "")
        for message in ET.parse(path).iter("message")
        if _is_unfinished(message.find("translation"))
    ]


def _is_unfinished(translation: ET.Element | None) -> bool:
    if translation is None or translation.get("type") == "unfinished":
        return True
    forms = translation.findall("numerusform")
    return not all((form.text or "").strip() for form in forms or [translation])


def _run(tool: str, *arguments: str) -> None:
    name = f"{tool}.exe" if sys.platform == "win32" else tool
    subprocess.run([str(_TOOLS / name), *arguments], check=True, cwd=ROOT)


def main() -> int:
    """Update and build; return 1 while something is not translated."""
    update()
    build()
    left = {path.name: unfinished(path) for path in (CHINESE, ENGLISH)}
    for name, texts in left.items():
        for text in texts:
            print(f"{name}: {text!r} is not translated yet")
    return int(any(left.values()))


if __name__ == "__main__":
    sys.exit(main())

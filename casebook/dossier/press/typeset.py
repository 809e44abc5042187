"""Turn the template's data into one PDF that is PDF/A-3a and PDF/UA-1 at once, in a child process."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Generator
from datetime import datetime
from pathlib import Path
from typing import Any

from casebook.dossier.pages.glyphs import font_folders
from casebook.dossier.press import child, printer
from casebook.journal.errors import CasebookError, DiskTrouble
from casebook.journal.progress import Progress

_MODULE = "casebook.dossier.press.printer"
_LEAST, _PER_RECORD = 120.0, 1.0
_NOT_SHOWN = re.compile(
    r'the text [`"]+(.*?)[`"]+ (?:could not be|is not)|disallowed codepoint [`"]+(.*?)[`"]+', re.DOTALL
)


class Unprintable(Exception):
    """The typesetter named characters that none of the fonts can show."""

    def __init__(self, characters: frozenset[str]) -> None:
        self.characters = characters
        super().__init__(f"cannot be shown: {sorted(characters)}")


def stage(folder: Path, templates: Path, data: dict[str, Any]) -> None:
    """Write the templates and their data to `folder`; pictures lie in `pages`, originals in `pack/originals` below it.

    All of them are plain copies in a private folder: the typesetter may read nothing else, but follows links.
    """
    # The templates lie at the top: the names of attachments are taken as relative to them.
    for template in templates.glob("*.typ"):
        shutil.copyfile(template, folder / template.name)
    exhibits = [{**e, "pictures": [_framed(folder, p) for p in e["pictures"]]} for e in data["exhibits"]]
    framed = {**data, "exhibits": exhibits}
    (folder / "data.json").write_text(json.dumps(framed, ensure_ascii=False, sort_keys=True), "utf-8")


def _framed(folder: Path, picture: dict[str, Any]) -> dict[str, Any]:
    """Return a picture of the data with a drawing in its place that holds nothing but that picture.

    A picture of its own is kept by the typesetter as its bare pixels until the end, which with hundreds of screenshots
    is a gigabyte; one within a drawing goes into the PDF as it is.
    """
    file, size = folder / picture["file"], f'width="{picture["width"]}" height="{picture["height"]}"'
    frame = file.with_name(f"{file.name}.svg")
    frame.write_text(
        f'<svg xmlns="http://www.w3.org/2000/svg" {size}><image {size} href="{file.name}"/></svg>', "utf-8"
    )
    return {**picture, "file": f"{picture['file']}.svg"}


def typeset(folder: Path, output: Path, stamp: datetime, records: int) -> Generator[Progress, None, None]:
    """Typeset what is staged in `folder` into `output`. `records` (contacts and pictures) sets the time limit.

    Raises Unprintable where a character must be shown by its code, DiskTrouble, and CasebookError for the rest.
    """
    fonts = [str(path) for path in font_folders()]
    arguments = [str(folder), str(output), str(int(stamp.timestamp())), *fonts]
    ended = yield from child.watched(_MODULE, arguments, _LEAST + _PER_RECORD * records, Progress(0, 0, "pages"))
    if ended.code == 0 and output.is_file():
        return
    if ended.late:
        raise CasebookError(
            "typesetting the dossier took too long and was stopped: export again when the computer is less busy"
        )
    if ended.code == printer.DISK:
        raise DiskTrouble(
            "the dossier cannot be written ({reason}): free some space and export again", reason=ended.error
        )
    if ended.code == printer.REFUSED and (characters := _named(ended.error)):
        raise Unprintable(characters)
    reason = ended.error.splitlines()[-1] if ended.error else f"exit code {ended.code}"
    raise CasebookError("the dossier could not be typeset ({reason}); the record is unchanged", reason=reason)


def _named(error: str) -> frozenset[str]:
    r"""Return the characters that a refusal names, `\u{12000}` unescaped."""
    found = "".join(first or second for first, second in _NOT_SHOWN.findall(error))
    plain = re.sub(r"\\u\{([0-9a-f]+)\}", lambda m: chr(int(m[1], 16)), found)
    return frozenset(c for c in plain if not (c.isascii() and c.isprintable()))

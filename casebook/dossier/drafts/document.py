"""Writing a draft as a document for a word processor (.docx, ECMA-376), the same bytes for the same words."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path

from casebook.dossier.drafts.draft import Style, plain
from casebook.journal.errors import BadInput
from casebook.journal.store.database import disk_errors
from casebook.journal.store.durable import write_whole
from casebook.journal.store.places import refuse_inside, refuse_nowhere

_STYLES: Mapping[str, str] = {
    Style.TITLE: "Title",
    Style.HEADING: "Heading 2",
    Style.TEXT: "Normal",
    Style.ITEM: "List Bullet",
}
_CONTROLS = dict.fromkeys(c for c in range(32) if c not in (9, 10)) | {0xFFFE: None, 0xFFFF: None}


def write(
    lines: Sequence[tuple[str, str]],
    path: Path,
    *,
    language: str,
    stamp: datetime,
    book: Path,
    replace: bool = False,
) -> Path:
    """Write paragraphs to `path`, a .docx, or plain text where it ends in .txt, and return it.

    `stamp` is the time that the file bears inside (UTC), `book` the casebook's folder, into which nothing is written.
    Raises BadInput when `path` is there already or ends otherwise, DiskTrouble.
    """
    refuse_inside(book, path)
    if path.suffix.lower() not in (".docx", ".txt"):
        raise BadInput("{path} must end in .docx or .txt: choose such a name", path=path)
    refuse_nowhere(path)
    if path.exists() and not replace:
        raise BadInput("{path} is there already: choose another name, or replace it", path=path)
    content = document(lines, language, stamp) if path.suffix.lower() == ".docx" else plain(lines).encode()
    with disk_errors(path):
        write_whole(path, content)
    return path


def document(lines: Sequence[tuple[str, str]], language: str, stamp: datetime) -> bytes:
    """Return the bytes of a .docx with these paragraphs."""
    import docx
    from docx.oxml.ns import qn
    from docx.shared import Cm, Pt

    made = docx.Document()
    section = made.sections[0]
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = Cm(2.5)
    normal = made.styles["Normal"]
    normal.font.size, normal.paragraph_format.space_after = Pt(11), Pt(6)
    run_properties = normal.element.get_or_add_rPr()
    marked = run_properties.makeelement(qn("w:lang"), {})
    marked.set(qn("w:val"), "en-GB")
    marked.set(qn("w:eastAsia"), "zh-CN")
    if language == "zh":
        marked.set(qn("w:val"), "zh-CN")
    run_properties.append(marked)
    title = ""
    for style, text in lines:
        words = text.translate(_CONTROLS)
        made.add_paragraph(words, style=_STYLES[style])
        title = title or (words if style is Style.TITLE else "")
    facts = made.core_properties
    facts.title, facts.author, facts.last_modified_by, facts.comments = title[:255], "", "", ""
    facts.created = facts.modified = stamp.astimezone(UTC).replace(tzinfo=None, microsecond=0)
    facts.language = "zh-CN" if language == "zh" else "en-GB"
    out = io.BytesIO()
    made.save(out)
    return _timeless(out.getvalue())


def _timeless(content: bytes) -> bytes:
    """Return the same archive with one fixed time for all its members: the library writes the time of the day."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as before, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as after:
        for name in before.namelist():
            after.writestr(zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0)), before.read(name), zipfile.ZIP_DEFLATED)
    return out.getvalue()

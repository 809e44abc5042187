"""Names and words that want to be paths, markup or other names are printed as text and write nowhere else."""

from __future__ import annotations

import re
import zipfile
from pathlib import Path

import pypdfium2
import pytest

from casebook.dossier.names import is_safe
from casebook.journal import Journal
from casebook.journal.errors import BadInput
from casebook.journal.records import Attachment
from casebook.journal.terms import Channel, Direction
from casebook.journal.times import parse
from tests.dossier.conftest import ZONE, check, make

pytestmark = pytest.mark.slow

NAMES = (
    *("../../escaped.txt", "..\\..\\escaped.txt", "/etc/cron.d/escaped", "C:\\Windows\\escaped.txt", "~/escaped.txt"),
    *("CON", "nul.txt", "COM1.png", "aux.tar.gz", "LPT9", "con .txt", "name. . .", ".hidden", "-rf", "--help"),
    *("invoice\u202efdp.exe", "a\u2066b\u2069.txt", "x\x00y.txt", "line\nbreak.txt", "tab\tname.txt"),
    "$(touch escaped).txt",
    *('#read("/etc/passwd").txt', "<script>alert(1)</script>.html", "%2e%2e%2fescaped", "截图.png"),
    "é" * 300 + ".txt",
    *("MANIFEST.sha256", "VERIFY.txt", "dossier.pdf", "EX-0001-copy.png", "", ".", ".."),
)
WORDS = (
    '#import "../../secret.typ": * #read("../../book/casebook.db")',
    '<img src="file:///etc/passwd"><script>document.write(1)</script>',
    '@preview/cetz:0.3.0 #eval("1") $ sum_(i=0) $ `` ` `` \\u{202e}',
)


@pytest.fixture
def case(journal: Journal) -> int:
    firm = journal.firms.add("../../Kestrel <b>", legal_name=WORDS[0], address=WORDS[1]).made
    made = journal.cases.add(firm, WORDS[0], claim=WORDS[1], remedy=WORDS[2]).made
    journal.cases.edit(made, body=WORDS[0], proceedings=WORDS[1], representative=WORDS[2])
    for number, name in enumerate(NAMES):
        contact = journal.contacts.log(
            made,
            channel=Channel.CHAT,
            direction=Direction.IN,
            happened=parse("2026-11-17 14:03", ZONE),
            text=WORDS[number % len(WORDS)],
            agent=WORDS[(number + 1) % len(WORDS)],
            attachments=[Attachment(name, f"bytes of {number}".encode())],
        ).made
        journal.contacts.add_to(contact, translation=WORDS[number % len(WORDS)], role=WORDS[2])
        exhibit = journal.contacts.get(contact).exhibits[0]
        journal.exhibits.edit(exhibit.id, origin=WORDS[0], url="javascript:alert(1)", transcript=WORDS[1], crop=name)
    return made


def tree(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*")}


def test_names_stay_inside_and_words_stay_words(journal: Journal, case: int, tmp_path: Path) -> None:
    place = tmp_path / "a" / "b"
    place.mkdir(parents=True)
    before = tree(tmp_path)
    folder, archive = make(journal, case, place / "out"), make(journal, case, place / "out.zip")
    new = {path for path in tree(tmp_path) - before if not path.startswith("book/")}
    assert all(path == "a/b/out.zip" or path == "a/b/out" or path.startswith("a/b/out/") for path in new)
    with zipfile.ZipFile(archive) as made:
        names = made.namelist()
    assert sorted(names) == sorted(p for p in tree(folder) if (folder / p).is_file())
    for name in names:
        assert is_safe(name), name
        assert name.isascii()
        assert len(name) < 100
    assert len({name.lower() for name in names}) == len(names), "also where case does not count"
    assert not [path for path in folder.rglob("*") if path.is_symlink()]
    assert check(folder).ok
    assert check(archive).ok
    document = pypdfium2.PdfDocument(folder / "dossier.pdf")
    text = re.sub(r"\s+", "", "".join(page.get_textpage().get_text_bounded() for page in document))
    for words in WORDS:
        assert re.sub(r"\s+", "", words) in text, words
    for shown in ("<script>alert(1)</script>.html", "$(touchescaped).txt", '#read("', "javascript:alert(1)"):
        assert shown in text, shown
    assert "root:" not in text
    raw = (folder / "dossier.pdf").read_bytes()
    for active in (b"/JavaScript", b"/JS ", b"/Launch", b"/OpenAction", b"/AA ", b"/URI", b"/SubmitForm", b"/GoToR"):
        assert active not in raw, active
    document.close()


def test_a_link_in_the_way_is_refused(journal: Journal, case: int, tmp_path: Path) -> None:
    precious = tmp_path / "precious"
    precious.mkdir()
    (precious / "kept.txt").write_text("kept")
    (tmp_path / "out").symlink_to(precious)
    for choices in ({}, {"replace": True}):
        with pytest.raises(BadInput):
            make(journal, case, tmp_path / "out", **choices)
    assert tree(precious) == {"kept.txt"}
    assert (precious / "kept.txt").read_text() == "kept"

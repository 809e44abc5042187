"""Cases and whole casebooks to and fro on the command line, as a person does it."""

import csv
import io
import json
import zipfile
from pathlib import Path

import pytest

from tests.cli.conftest import Casebook

PASSPHRASE = "correct horse battery"


@pytest.fixture
def told(filled: Casebook, tmp_path: Path) -> Casebook:
    """The filled casebook with two contacts and a file in its case."""
    (tmp_path / "chat.png").write_bytes(b"\x89PNG chat")
    filled.ok(
        "log", "C-1", "--channel", "chat", "--text", "Released within 24 hours", "--attach", tmp_path / "chat.png"
    )
    filled.ok("log", "C-1", "--channel", "phone", "--text", '=HYPERLINK("http://x")', "--ticket", "0012345678901234567")
    return filled


def elsewhere(casebook: Casebook, name: str) -> Casebook:
    """Return another casebook of the same person."""
    return Casebook(casebook.book.parent / name, casebook.capture, casebook.patch)


def test_a_case_moves_with_its_history(told: Casebook, tmp_path: Path) -> None:
    made = told.json("case", "export-data", "C-1", tmp_path / "c.zip")
    assert made == {"case": "C-1", "path": str(tmp_path / "c.zip"), "bytes": (tmp_path / "c.zip").stat().st_size}
    other = elsewhere(told, "other")
    other.ok("firm", "add", "--name", "KESTREL")
    other.ok("case", "add", "--firm", "Kestrel", "--title", "Another")
    taken = other.json("case", "import-data", tmp_path / "c.zip")
    assert (taken["number"], taken["title"]) == ("C-2", "Withdrawal on hold")
    before, after = told.json("case", "show", "1"), other.json("case", "show", "2")
    for one, two in zip(before["contacts"], after["contacts"], strict=True):
        assert {n: one[n] for n in ("text", "recorded_at", "happened_at", "exhibits")} == {
            n: two[n] for n in ("text", "recorded_at", "happened_at", "exhibits")
        }
    assert len(other.json("firm", "list")) == 1
    assert other.json("verify")["ok"]
    assert "taken in before: it is C-2 here" in other.refused("case", "import-data", tmp_path / "c.zip")
    assert "is there already" in told.refused("case", "export-data", "C-1", tmp_path / "c.zip")
    told.ok("case", "export-data", "C-1", tmp_path / "c.zip", "--replace")
    assert "C-9" in told.refused("case", "export-data", "C-9", tmp_path / "x.zip")


def test_a_case_makes_a_new_casebook_where_there_is_none(told: Casebook, tmp_path: Path) -> None:
    told.ok("case", "export-data", "1", tmp_path / "c.zip")
    other = elsewhere(told, "new")
    answer = other.run("case", "import-data", tmp_path / "c.zip")
    assert (answer.code, answer.out) == (0, "took in C-1: Withdrawal on hold\n")
    assert "made a new casebook" in answer.err


def test_a_dump_is_loaded_and_dumped_the_same(told: Casebook, tmp_path: Path) -> None:
    assert told.json("dump", tmp_path / "1.zip")["casebook"] == str(told.book)
    assert "whoever has the file can read it" in told.ok("dump", tmp_path / "1.zip", "--replace")
    new = elsewhere(told, "new")
    shape = {"casebook": str(new.book), "encrypted": False, "recovery_key": None}
    assert new.json("load", tmp_path / "1.zip") == shape
    new.ok("dump", tmp_path / "2.zip")
    assert (tmp_path / "1.zip").read_bytes() == (tmp_path / "2.zip").read_bytes()
    assert "not empty" in new.refused("load", tmp_path / "1.zip")
    assert "holds a whole casebook" in told.refused("case", "import-data", tmp_path / "1.zip")
    told.ok("case", "export-data", "1", tmp_path / "c.zip")
    assert "holds one case" in elsewhere(told, "third").refused("load", tmp_path / "c.zip")
    assert not (tmp_path / "third").exists()


def test_a_dump_becomes_an_encrypted_casebook(told: Casebook, tmp_path: Path) -> None:
    told.ok("dump", tmp_path / "1.zip")
    (tmp_path / "secret").write_text(PASSPHRASE)
    new = elsewhere(told, "locked")
    made = new.json("--passphrase-file", tmp_path / "secret", "load", tmp_path / "1.zip", "--encrypt")
    assert made["encrypted"] and len(made["recovery_key"].split("-")) == 8
    for path in new.book.rglob("*"):
        assert not path.is_file() or b"Released within" not in path.read_bytes()
    assert "encrypted" in new.refused("case", "list")
    new.ok("--passphrase-file", tmp_path / "secret", "dump", tmp_path / "2.zip")
    assert (tmp_path / "1.zip").read_bytes() == (tmp_path / "2.zip").read_bytes()


def test_a_table_for_a_spreadsheet(told: Casebook, tmp_path: Path) -> None:
    shape = {"case": "C-1", "path": str(tmp_path / "k.csv"), "lang": "en", "contacts": 2}
    assert told.json("case", "contacts", "1", "--csv", tmp_path / "k.csv") == shape
    content = (tmp_path / "k.csv").read_bytes()
    assert content.startswith(b"\xef\xbb\xbf")
    head, first, second = csv.reader(io.StringIO(content.decode("utf-8-sig")))
    row = dict(zip(head, second, strict=True))
    assert row["Words"] == '\'=HYPERLINK("http://x")'
    assert row["Ticket numbers"] == "#0012345678901234567"
    assert dict(zip(head, first, strict=True))["Exhibits"] == "EX-1"
    assert "is there already" in told.refused("case", "contacts", "1", "--csv", tmp_path / "k.csv")
    told.ok("case", "contacts", "1", "--csv", tmp_path / "k.csv", "--lang", "zh", "--replace")
    assert "工单号" in (tmp_path / "k.csv").read_text("utf-8-sig").splitlines()[0]
    assert told.run("case", "contacts", "1").code == 2


def test_what_is_no_archive_is_refused_in_one_line(told: Casebook, tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("hello")
    with zipfile.ZipFile(tmp_path / "evil.zip", "w") as evil:
        evil.writestr("../evil", "x")
        evil.writestr("format.json", json.dumps({"format": "casebook-case"}))
    for name in ("letter.txt", "evil.zip", "nowhere.zip"):
        told.refused("case", "import-data", tmp_path / name)
        elsewhere(told, "new").refused("load", tmp_path / name)
    assert not (tmp_path / "evil").exists()
    assert not (tmp_path / "new").exists()

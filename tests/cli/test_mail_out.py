"""A mail comes out as the bytes it came in as; a case's mails come out as a mailbox that is read again in full."""

from __future__ import annotations

import mailbox
from pathlib import Path

import pytest

from tests.cli.conftest import Casebook
from tests.cli.test_propose import MAIL

ODD = (
    MAIL.replace("<p1@", "<p2@").replace("15:20", "16:20") + "From here on it is quoted\n>From there too\n"
).encode() + b"\xff\xfe"


@pytest.fixture
def two(filled: Casebook, tmp_path: Path) -> list[str]:
    (tmp_path / "1.eml").write_bytes(MAIL.replace("\n", "\r\n").encode())
    (tmp_path / "2.eml").write_bytes(ODD)
    found = filled.json("import", str(tmp_path / "1.eml"), str(tmp_path / "2.eml"), "--case", "C-1")
    return [str(number) for number in found["contacts"]]


def test_a_mail_comes_out_as_it_came_in(filled: Casebook, two: list[str], tmp_path: Path) -> None:
    out = tmp_path / "out"
    out.mkdir()
    told = filled.json("mail", "save", two[0], str(out))
    (path,) = out.iterdir()
    assert (str(path), path.suffix) == (told["path"], ".eml")
    assert path.read_bytes() == (tmp_path / "1.eml").read_bytes()
    assert "is there already" in filled.run("mail", "save", two[0], str(out)).err
    filled.ok("mail", "save", two[1], str(path), "--replace")
    assert path.read_bytes() == ODD


def test_a_cases_mails_are_a_mailbox(filled: Casebook, two: list[str], tmp_path: Path) -> None:
    path = tmp_path / "case.mbox"
    assert filled.json("mail", "mbox", "C-1", str(path))["mails"] == 2
    read = list(mailbox.mbox(path, create=False))
    assert [message["Message-ID"] for message in read] == ["<p1@kestrel.example>", "<p2@kestrel.example>"]
    assert b"\n>From here on" in path.read_bytes()
    assert b"\n>>From there too" in path.read_bytes()
    answer = filled.json("import", str(path))
    assert (answer["new"], answer["known"], answer["failed"]) == (0, 2, [])
    assert "is there already" in filled.run("mail", "mbox", "C-1", str(path)).err
    filled.ok("verify")


def test_a_case_without_mail_says_so(filled: Casebook, tmp_path: Path) -> None:
    answer = filled.run("mail", "mbox", "C-1", str(tmp_path / "none.mbox"))
    assert answer.code == 1
    assert "no mail in C-1" in answer.err
    assert not list(tmp_path.glob("none*"))


def test_a_mail_tells_what_was_understood(filled: Casebook, two: list[str]) -> None:
    told = filled.json("mail", "show", two[0])
    assert told["from"] == "Lily <support@kestrel.example>"
    assert [mark["ticket"] for mark in told["marks"]] == ["998877"]
    assert [(part["type"], part["became"]) for part in told["parts"]] == [("text/plain", "words")]
    assert [source["source"] for source in told["sources"]] == ["1.eml"]
    assert "message id: p1@kestrel.example" in filled.ok("mail", "show", two[0])
    assert filled.run("mail", "show", "999").code == 1

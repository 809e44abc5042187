"""Redacted copies, typed: made, looked at, taken back, and let out where the user names the original."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pypdfium2
import pytest
from PIL import Image

from tests.cli.conftest import Casebook
from tests.dossier.conftest import picture
from tests.dossier.test_redaction import SECRET, written


@pytest.fixture
def shown(filled: Casebook, tmp_path: Path) -> Casebook:
    """The filled casebook with a picture, a PDF and a text in C-1."""
    (tmp_path / "screen shot.png").write_bytes(picture(300, 200))
    (tmp_path / "statement.pdf").write_bytes(written())
    (tmp_path / "chat.txt").write_text("call 9123 4567\nor 91234567\n")
    for name in ("screen shot.png", "statement.pdf", "chat.txt"):
        filled.ok("exhibit", "add", "C-1", tmp_path / name)
    return filled


def test_a_picture_from_covered_to_taken_back(shown: Casebook, tmp_path: Path) -> None:
    original = shown.json("exhibit", "list", "C-1")[0]
    made = shown.json(
        *("exhibit", "redact", "C-1", "EX-1", "--box", "1,10,10,60,40", "--box", "1,100,0,120,20"),
        *("--reason", "Another person's phone number"),
    )
    assert made["exhibit"] == "EX-1"
    assert made["areas"] == [{"page": 1, "box": [10, 10, 60, 40]}, {"page": 1, "box": [100, 0, 120, 20]}]
    assert made["original_sha256"] == original["sha256"]
    assert (made["file"], made["media_type"]) == ("screen shot.png", "image/png")
    assert shown.json("exhibit", "redactions", "1") == [made]
    assert shown.json("exhibit", "list", "C-1")[0]["sha256"] == original["sha256"]
    shown.ok("export", "C-1", tmp_path / "out")
    copy = tmp_path / "out" / "originals" / "EX-0001R-screen-shot.png"
    assert hashlib.sha256(copy.read_bytes()).hexdigest() == made["sha256"]
    assert Image.open(copy).getpixel((20, 20)) == (0, 0, 0)
    assert not list((tmp_path / "out" / "originals").glob("EX-0001-*"))
    shown.ok("export", "C-1", tmp_path / "whole", "--unredacted", "EX-1")
    whole = tmp_path / "whole" / "originals" / "EX-0001-screen-shot.png"
    assert hashlib.sha256(whole.read_bytes()).hexdigest() == original["sha256"]
    back = shown.json("exhibit", "unredact", "C-1", "1")
    assert back["withdrawn_at"]
    assert shown.json("exhibit", "redactions", "C-1") == []
    assert "EX-1 has no redacted copy" in shown.refused("exhibit", "unredact", "C-1", "1")
    assert "EX-1 has no redacted copy" in shown.refused("export", "C-1", tmp_path / "x", "--unredacted", "1")


def test_words_are_named_or_read_from_standard_input(shown: Casebook) -> None:
    made = shown.json("exhibit", "redact", "C-1", "2", "--text", SECRET, "--reason", "secret")
    assert [area["page"] for area in made["areas"]] == [1, 2]
    more = shown.json(
        *("exhibit", "redact", "C-1", "2", "--text", "-", "--again", "--reason", "secret"), stdin=b"Statement\nafter\n"
    )
    assert more["areas"][:2] == made["areas"]
    assert len(more["areas"]) == 6
    assert SECRET.split()[0] not in str(shown.json("history"))
    text = shown.json(
        "exhibit", "redact", "C-1", "3", "--text", "91234567", "--reason", "phone", "--name", "chat-1.txt"
    )
    assert text["areas"] == [{"span": [5, 14]}, {"span": [18, 26]}]
    assert text["file"] == "chat-1.txt"
    assert shown.json("exhibit", "redactions", "C-1") == [more, text], "the later copy took the earlier one's place"


def test_a_copy_can_be_looked_at_before_it_is_kept(shown: Casebook, tmp_path: Path) -> None:
    out = tmp_path / "look.pdf"
    shown.ok("exhibit", "redact", "C-1", "2", "--text", SECRET, "--preview", out)
    assert pypdfium2.PdfDocument(out)[0].get_textpage().get_text_range() == ""
    assert shown.json("exhibit", "redactions", "C-1") == []
    assert "is there already" in shown.refused("exhibit", "redact", "C-1", "2", "--text", SECRET, "--preview", out)
    inside = shown.book / "files" / "x.pdf"
    shown.refused("exhibit", "redact", "C-1", "2", "--text", SECRET, "--preview", inside)
    assert not inside.exists()


def test_what_does_not_work_is_refused_in_one_line(shown: Casebook) -> None:
    one, why = ("exhibit", "redact", "C-1", "1"), ("--reason", "x")
    assert "needs a reason" in shown.refused(*one, "--box", "1,1,1,9,9")
    assert "is not an area" in shown.refused(*one, *why, "--box", "1,1,9,9")
    assert "nothing is covered" in shown.refused(*one, *why)
    assert "does not lie on EX-1" in shown.refused(*one, *why, "--box", "2,1,1,9,9")
    line = shown.refused(*one, *why, "--text", "SECRET WORDS")
    assert "phrase 1 is not in EX-1 as text" in line
    assert "SECRET" not in line
    shown.refused("exhibit", "redact", "C-1", "9", *why, "--box", "1,1,1,9,9")
    assert shown.json("exhibit", "redactions", "C-1") == []

"""The command line where a casebook must not be written, is in use, or lies in a bad place; and its preferences."""

from __future__ import annotations

from pathlib import Path

import pytest

from casebook.journal import Journal
from casebook.journal.store import places
from casebook.journal.store.occupancy import alone
from tests.cli.conftest import Casebook

COPY = "casebook (conflicted copy 2026-11-20).db"


def test_beside_a_second_copy_reading_works_and_says_so(filled: Casebook) -> None:
    (filled.book / COPY).write_bytes(b"anything")
    answer = filled.run("case", "list", "--json")
    assert answer.code == 0
    assert '"number":"C-1"' in answer.out.replace(" ", "")
    assert COPY in answer.err
    assert answer.err.startswith("casebook: note: ")
    assert answer.err.count("\n") == 1


def test_beside_a_second_copy_writing_is_refused_in_one_line(filled: Casebook) -> None:
    (filled.book / COPY).write_bytes(b"anything")
    said = filled.refused("log", "1", "--channel", "chat", "--text", "x")
    assert COPY in said
    assert "reading only" in said
    (filled.book / COPY).unlink()
    assert filled.json("contact", "list", "1") == []


def test_a_casebook_that_is_being_rewritten_is_not_touched(filled: Casebook) -> None:
    with alone(filled.book):
        assert "another program is rewriting" in filled.refused("case", "list")
    filled.ok("case", "list")


def test_work_that_needs_the_casebook_alone_is_refused_while_a_window_has_it(filled: Casebook, tmp_path: Path) -> None:
    (tmp_path / "words").write_text("a long passphrase nobody guesses\n")
    (tmp_path / "words").chmod(0o600)
    with Journal.open(filled.book):
        assert "open in another program" in filled.refused("--passphrase-file", tmp_path / "words", "encrypt")
    assert not (filled.book / "casebook.keys").exists()
    filled.ok("case", "list")


def test_a_network_drive_is_refused(filled: Casebook, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(places, "_mounts", lambda: [("/", "ext4", "rw"), (str(filled.book.parent), "cifs", "rw")])
    assert "network drive (cifs)" in filled.refused("case", "list")
    assert "network drive (cifs)" in filled.refused("--book", filled.book.parent / "new", "firm", "add", "--name", "X")


def test_preferences_are_shown_and_changed(filled: Casebook) -> None:
    assert filled.json("preferences")["grace_minutes"] == 15
    assert filled.json("preferences", "--grace-minutes", "0", "--bin-days", "7")["bin_days"] == 7
    assert "grace minutes" in filled.ok("preferences")
    filled.ok("log", "1", "--channel", "chat", "--text", "first")
    assert "is locked" in filled.refused("amend", "1", "--text", "second")
    assert "not in the range" in filled.refused("preferences", "--grace-minutes", "-1", code=2)
    assert "give a number from 0 up" in filled.refused("preferences", "--grace-minutes", "1000000")

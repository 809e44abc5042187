"""Encryption from the command line: where passphrases come from, what is printed, and what a locked casebook says."""

import os
import sys
from collections.abc import Iterator
from pathlib import Path

import keyring
import pytest

from casebook.journal.secrecy import key_slots
from tests.cli.conftest import Casebook
from tests.journal.test_keys import Ring

PASSPHRASE, OTHER = "correct horse", "battery staple 电池"


@pytest.fixture(autouse=True)
def quick_passphrases(monkeypatch: pytest.MonkeyPatch) -> None:
    """Guessing need not be slow in here, and no passphrase may come from whoever runs the tests."""
    monkeypatch.setattr(key_slots, "_MEMORY", 64)
    for name in ("CASEBOOK_PASSPHRASE", "CASEBOOK_NEW_PASSPHRASE"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def ring() -> Iterator[Ring]:
    before, made = keyring.get_keyring(), Ring()
    keyring.set_keyring(made)
    yield made
    keyring.set_keyring(before)


@pytest.fixture
def secret(tmp_path: Path) -> Path:
    return _secret(tmp_path / "passphrase", PASSPHRASE)


@pytest.fixture
def other(tmp_path: Path) -> Path:
    return _secret(tmp_path / "other", OTHER)


@pytest.fixture
def locked(filled: Casebook, secret: Path) -> Casebook:
    """The filled casebook, encrypted with a contact in it."""
    filled.ok("log", "1", "--channel", "chat", "--text", "ZEBRAFISH said hello")
    filled.ok("--passphrase-file", secret, "encrypt")
    return filled


def test_encrypting_prints_a_recovery_key_that_opens_it(filled: Casebook, secret: Path, other: Path) -> None:
    made = filled.json("--passphrase-file", secret, "encrypt")
    assert made["encrypted"] is True
    assert made["plain_backups"] == []
    assert [len(group) for group in made["recovery_key"].split("-")] == [5] * 8
    recovery = _secret(secret.with_name("recovery"), made["recovery_key"])
    filled.ok("passphrase", "change", "--recovery-file", recovery, "--new-passphrase-file", other)
    assert "Withdrawal on hold" in filled.ok("--passphrase-file", other, "case", "list")
    assert "not right" in filled.refused("--passphrase-file", secret, "case", "list")


def test_the_lines_say_what_to_do_with_the_recovery_key(filled: Casebook, secret: Path) -> None:
    out = filled.ok("--passphrase-file", secret, "encrypt").splitlines()
    assert out[0].startswith("encrypted ")
    assert out[1].startswith("recovery key: ")
    assert "not shown again" in out[-1]


def test_a_locked_casebook_says_how_to_open_it(locked: Casebook) -> None:
    line = locked.refused("case", "list")
    assert "--passphrase-file" in line
    assert "$CASEBOOK_PASSPHRASE" in line


def test_the_environment_opens_it_as_well(locked: Casebook, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CASEBOOK_PASSPHRASE", PASSPHRASE)
    assert "Withdrawal on hold" in locked.ok("case", "list")
    assert locked.json("verify")["ok"] is True
    assert "ZEBRAFISH" in locked.ok("search", "ZEBRAFISH")
    monkeypatch.setenv("CASEBOOK_PASSPHRASE", "wrong horse")
    assert "passphrase is not right" in locked.refused("case", "list")


def test_a_file_comes_before_the_environment(locked: Casebook, secret: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CASEBOOK_PASSPHRASE", "wrong horse")
    assert locked.ok("--passphrase-file", secret, "case", "list")


@pytest.mark.parametrize("content", ["correct horse", "correct horse\n", "correct horse\r\n", "\ufeffcorrect horse\n"])
def test_a_line_end_is_no_part_of_the_passphrase(locked: Casebook, tmp_path: Path, content: str) -> None:
    assert locked.ok("--passphrase-file", _secret(tmp_path / "ended", content), "case", "list")


def test_a_passphrase_file_that_is_no_use_is_named(locked: Casebook, tmp_path: Path, secret: Path) -> None:
    assert "gone" in locked.refused("--passphrase-file", tmp_path / "gone", "case", "list")
    (tmp_path / "bytes").write_bytes(b"\xff\xfe\xfa")
    assert "not UTF-8" in locked.refused("--passphrase-file", tmp_path / "bytes", "case", "list")
    secret.chmod(0o644)
    told = locked.run("--passphrase-file", secret, "case", "list")
    assert told.code == 0
    assert "chmod 600" in told.err


def test_the_keyring_opens_it_until_it_is_forgotten(locked: Casebook, secret: Path, ring: Ring) -> None:
    assert locked.json("--passphrase-file", secret, "passphrase", "remember")["remembered"] is True
    assert "Withdrawal on hold" in locked.ok("case", "list")
    ring.locked = True
    assert "--passphrase-file" in locked.refused("case", "list"), "a locked keyring is as good as none"
    ring.locked = False
    assert locked.json("passphrase", "forget")["remembered"] is False
    locked.refused("case", "list")
    assert not ring.kept


def test_without_a_keyring_nothing_is_remembered(locked: Casebook, secret: Path, ring: Ring) -> None:
    ring.locked = True
    assert "keyring does not take" in locked.refused("--passphrase-file", secret, "passphrase", "remember")


def test_a_new_passphrase_ends_the_old_one(
    locked: Casebook, secret: Path, other: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CASEBOOK_NEW_PASSPHRASE", OTHER)
    locked.ok("--passphrase-file", secret, "passphrase", "change")
    locked.refused("--passphrase-file", secret, "case", "list")
    assert locked.ok("--passphrase-file", other, "case", "list")


def test_a_new_recovery_key_ends_the_old_one(locked: Casebook, secret: Path, other: Path, tmp_path: Path) -> None:
    first = locked.json("--passphrase-file", secret, "passphrase", "recovery")["recovery_key"]
    second = locked.json("--passphrase-file", secret, "passphrase", "recovery")["recovery_key"]
    old, new = _secret(tmp_path / "old", first), _secret(tmp_path / "new", second.lower())
    change = ("passphrase", "change", "--new-passphrase-file", other, "--recovery-file")
    assert "replaced by a newer one" in locked.refused(*change, old)
    assert "mistyped" in locked.refused(
        *change, _secret(tmp_path / "slip", ("2" if second[0] != "2" else "3") + second[1:])
    )
    locked.ok(*change, new)
    assert locked.ok("--passphrase-file", other, "case", "list")


def test_what_is_recorded_goes_in_encrypted_and_comes_back(locked: Casebook, secret: Path, tmp_path: Path) -> None:
    (tmp_path / "proof.txt").write_bytes(b"ZEBRAFISH proof " * 1000)
    locked.ok("--passphrase-file", secret, "log", "1", "--channel", "chat", "--attach", tmp_path / "proof.txt")
    assert _showing(locked.book) == []
    locked.ok("--passphrase-file", secret, "decrypt")
    assert len(_showing(locked.book)) >= 2, "plain again: the words and the attachment"
    assert locked.json("verify")["ok"] is True


def test_no_word_lies_anywhere_but_in_what_goes_out(
    casebook: Casebook, secret: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Everything a command line does, and then a look at the casebook, its backups, logs, cache and working folders."""
    for name in ("XDG_CACHE_HOME", "XDG_RUNTIME_DIR", "TMPDIR"):
        (tmp_path / "home" / name).mkdir(parents=True)
        monkeypatch.setenv(name, str(tmp_path / "home" / name))
    monkeypatch.setattr("tempfile.tempdir", None)
    monkeypatch.setenv("CASEBOOK_PASSPHRASE", PASSPHRASE)
    (tmp_path / "proof.txt").write_bytes(b"ZEBRAFISH proof " * 1000)
    (tmp_path / "mail.eml").write_bytes(b"From: a@k.example\nSubject: ZEBRAFISH\nMessage-ID: <1@k>\n\nZEBRAFISH\n")
    casebook.run("encrypt")
    casebook.ok("firm", "add", "--name", "ZEBRAFISH Exchange")
    casebook.ok("case", "add", "--firm", "ZEBRAFISH Exchange", "--title", "ZEBRAFISH")
    casebook.ok("log", "1", "--channel", "chat", "--text", "ZEBRAFISH", "--attach", tmp_path / "proof.txt")
    casebook.ok("import", tmp_path / "mail.eml", "--case", "1")
    assert "ZEBRAFISH" in casebook.ok("search", "ZEBRAFISH")
    casebook.ok("backup")
    casebook.ok("export", "1", tmp_path / "out.zip")
    monkeypatch.setattr("casebook.journal.kinds.cases.Cases.add", _broken)
    assert "fault of Casebook itself" in casebook.run("case", "add", "--firm", "1", "--title", "x").err
    assert list((tmp_path / "home").rglob("*.log")), "the fault was logged"
    assert _showing(casebook.book) == []
    assert _showing(tmp_path / "home") == []


def _broken(*_words: object, **_more: object) -> None:
    raise ValueError("zebrafish".upper())  # the log shows this line as it is written here


def test_decrypting_needs_the_passphrase(locked: Casebook, other: Path) -> None:
    assert "--passphrase-file" in locked.refused("decrypt")
    assert "not right" in locked.refused("--passphrase-file", other, "decrypt")
    assert _showing(locked.book) == []


def test_each_command_says_when_there_is_nothing_for_it_to_do(filled: Casebook, secret: Path) -> None:
    for command in (("decrypt",), ("passphrase", "change"), ("passphrase", "recovery"), ("passphrase", "forget")):
        assert "is not encrypted" in filled.refused(*command)
    filled.ok("--passphrase-file", secret, "encrypt")
    assert "encrypted already" in filled.refused("--passphrase-file", secret, "encrypt")


def test_no_passphrase_and_no_terminal_is_a_wrong_use(filled: Casebook, secret: Path) -> None:
    assert "$CASEBOOK_PASSPHRASE" in filled.refused("encrypt", code=2)
    filled.ok("--passphrase-file", secret, "encrypt")
    line = filled.refused("--passphrase-file", secret, "passphrase", "change", code=2)
    assert "$CASEBOOK_NEW_PASSPHRASE" in line
    assert "--recovery-file" in filled.refused("passphrase", "change", "--recovery", code=2)


def test_encrypt_makes_an_encrypted_casebook_where_there_is_none(casebook: Casebook, secret: Path) -> None:
    told = casebook.run("--passphrase-file", secret, "encrypt")
    assert told.code == 0
    assert "made a new casebook" in told.err
    assert (casebook.book / "casebook.keys").exists()
    casebook.ok("--passphrase-file", secret, "firm", "add", "--name", "Kestrel")
    assert "Kestrel" in casebook.ok("--passphrase-file", secret, "firm", "list")


def test_a_passphrase_never_leads_to_a_plain_casebook(casebook: Casebook, secret: Path) -> None:
    line = casebook.refused("--passphrase-file", secret, "firm", "add", "--name", "Kestrel")
    assert "casebook encrypt" in line
    assert not casebook.book.exists()


def test_encrypt_refuses_a_short_passphrase_and_makes_nothing(casebook: Casebook, tmp_path: Path) -> None:
    assert "too short" in casebook.refused("--passphrase-file", _secret(tmp_path / "short", "1234"), "encrypt")
    assert not casebook.book.exists()


def test_the_doctor_looks_without_asking(locked: Casebook, secret: Path, other: Path) -> None:
    health = locked.json("doctor")["casebook"]
    assert health["encrypted"] == "yes"
    assert health["state"].startswith("locked")
    health = locked.json("--passphrase-file", secret, "doctor")["casebook"]
    assert (health["state"], health["encrypted"], health["database"]) == ("ok", "yes", "ok")
    told = locked.run("--passphrase-file", other, "doctor", "--json")
    assert told.code == 1
    assert "not right" in told.json["casebook"]["state"]


def test_the_dossier_of_an_encrypted_case_is_whole(locked: Casebook, secret: Path, tmp_path: Path) -> None:
    (tmp_path / "proof.txt").write_bytes(b"statement of account\n" * 300)
    locked.ok("--passphrase-file", secret, "log", "1", "--channel", "chat", "--attach", tmp_path / "proof.txt")
    locked.ok("--passphrase-file", secret, "export", "1", tmp_path / "out")
    assert [p.read_bytes() for p in (tmp_path / "out" / "originals").iterdir()] == [b"statement of account\n" * 300]
    assert locked.json("verify", tmp_path / "out")["ok"] is True


@pytest.mark.parametrize(
    "command",
    [("export", "1"), ("exhibit", "extract", "1", "1"), ("dump",), ("case", "export-data", "1")],
    ids=" ".join,
)
def test_nothing_plain_is_written_into_an_encrypted_casebook(
    locked: Casebook, secret: Path, tmp_path: Path, command: tuple[str, ...]
) -> None:
    (tmp_path / "proof.txt").write_bytes(b"ZEBRAFISH proof " * 1000)
    locked.ok("--passphrase-file", secret, "log", "1", "--channel", "chat", "--attach", tmp_path / "proof.txt")
    for out in (locked.book / "out.zip", locked.book / "files" / "out.zip"):
        assert "inside the casebook" in locked.refused("--passphrase-file", secret, *command, out)
    assert _showing(locked.book) == []
    (tmp_path / "link").symlink_to(locked.book)
    assert "inside the casebook" in locked.refused("--passphrase-file", secret, *command, tmp_path / "link" / "out.zip")


@pytest.mark.skipif(os.name == "nt", reason="a terminal of one's own is a thing of Unix")
def test_on_a_terminal_it_asks_and_shows_nothing_that_is_typed(filled: Casebook) -> None:
    assert "not the same" in _typed(filled, ["encrypt"], [PASSPHRASE, "correct hose"])[1]
    code, shown = _typed(filled, ["encrypt"], [PASSPHRASE, PASSPHRASE])
    assert code == 0, shown
    assert "recovery key: " in shown
    assert PASSPHRASE not in shown
    code, shown = _typed(filled, ["case", "list"], ["wrong horse", PASSPHRASE])
    assert code == 0, shown
    assert "not right" in shown
    assert "Withdrawal on hold" in shown
    code, shown = _typed(filled, ["case", "list"], ["wrong horse"] * 3)
    assert code == 1, shown
    assert "Withdrawal" not in shown


def _typed(casebook: Casebook, words: list[str], answers: list[str]) -> tuple[int, str]:
    """Run a command on a terminal of its own and type an answer at each prompt; return exit code and screen."""
    import pty

    child, terminal = pty.fork()
    if child == 0:
        os.execv(sys.executable, [sys.executable, "-m", "casebook", "--book", str(casebook.book), *words])
    shown, left = b"", list(answers)
    while True:
        try:
            part = os.read(terminal, 4096)
        except OSError:  # the child has closed its side
            break
        if not part:
            break
        shown += part
        if left and shown.endswith(b": "):  # the space comes once what is typed is hidden
            os.write(terminal, left.pop(0).encode() + b"\n")
            shown += b"\n"
    os.close(terminal)
    _pid, status = os.waitpid(child, 0)
    return os.waitstatus_to_exitcode(status), shown.decode()


def _secret(path: Path, text: str) -> Path:
    path.write_text(text, "utf-8", newline="")
    path.chmod(0o600)
    return path


def _showing(book: Path) -> list[Path]:
    return [p for p in book.rglob("*") if p.is_file() and b"ZEBRAFISH" in p.read_bytes()]

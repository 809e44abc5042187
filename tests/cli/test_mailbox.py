"""`casebook mailbox` against a real server: noting, choosing, fetching, forgetting; a password is never an argument."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import keyring
import pytest
from keyring.backend import KeyringBackend
from keyring.backends.fail import Keyring as NoKeyring

from tests.cli.conftest import Casebook
from tests.mail.dovecot import PASSWORD, Dovecot, Wire, running
from tests.mail.test_mailbox import mail


class Ring(KeyringBackend):
    """A keyring in memory."""

    priority = 5

    def __init__(self) -> None:
        super().__init__()
        self.kept: dict[tuple[str, str], str] = {}

    def get_password(self, service: str, username: str) -> str | None:
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self.kept[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        del self.kept[service, username]


@pytest.fixture(scope="module")
def dovecot() -> Iterator[Dovecot]:
    with running() as server:
        yield server


@pytest.fixture(autouse=True)
def no_ring() -> Iterator[None]:
    before = keyring.get_keyring()
    keyring.set_keyring(NoKeyring())
    yield
    keyring.set_keyring(before)


@pytest.fixture
def secret(tmp_path: Path) -> Path:
    path = tmp_path / "password"
    path.write_text(f"{PASSWORD}\n")
    path.chmod(0o600)
    return path


def note(casebook: Casebook, secret: Path, port: int, user: str, *more: str) -> None:
    casebook.ok(
        *("mailbox", "add", "127.0.0.1", user, "--port", str(port), "--security", "none", "--password-file", secret),
        *more,
    )


def test_from_adding_to_forgetting(casebook: Casebook, dovecot: Dovecot, secret: Path) -> None:
    dovecot.deliver("anna", [mail(n) for n in range(3)])
    note(casebook, secret, dovecot.port, "anna", "--name", "Mine")
    folders = casebook.json("mailbox", "folders", "mine", "--password-file", secret)
    assert folders == [
        {"name": "INBOX", "purpose": "inbox", "messages": 3, "chosen": False},
        {"name": "Sent", "purpose": "sent", "messages": 0, "chosen": False},
    ]
    casebook.ok("mailbox", "choose", "1", "INBOX")
    dry = casebook.json("mailbox", "fetch", "1", "--dry-run", "--password-file", secret)
    assert (dry["new"], casebook.json("inbox", "list")) == (3, [])
    report = casebook.json("mailbox", "fetch", "Mine", "--password-file", secret)
    assert (report["new"], report["known"], report["waiting"], report["stopped"]) == (3, 0, 3, None)
    assert len(casebook.json("inbox", "list")) == 3
    (box,) = casebook.json("mailbox", "list")
    assert (box["host"], box["security"], box["search"], box["fingerprint"]) == ("127.0.0.1", "none", "", None)
    assert [(f["name"], f["chosen"], f["read_to"]) for f in box["folders"]] == [("INBOX", True, 3), ("Sent", False, 0)][
        :1
    ]
    assert casebook.json("mailbox", "fetch", "1", "--again", "--password-file", secret)["known"] == 3
    assert "forgot mailbox 1: anna at 127.0.0.1" in casebook.ok("mailbox", "forget", "1")
    assert casebook.json("mailbox", "list") == []
    assert len(casebook.json("inbox", "list")) == 3
    assert casebook.json("verify")["ok"]


def test_what_is_fetched_can_be_narrowed(casebook: Casebook, dovecot: Dovecot, secret: Path) -> None:
    dovecot.deliver("ben", [mail(1, "alpha"), mail(2, "提币")])
    note(casebook, secret, dovecot.port, "ben", "--words", "提币", "--since", "2020-02-29")
    assert casebook.json("mailbox", "list")[0]["search"] == "SINCE 29-Feb-2020 TEXT 提币"
    assert casebook.json("mailbox", "fetch", "1", "--password-file", secret)["new"] == 1
    casebook.ok("mailbox", "edit", "1", "--words", "")
    assert casebook.json("mailbox", "list")[0]["search"] == "SINCE 29-Feb-2020"
    report = casebook.json("mailbox", "fetch", "1", "--password-file", secret)
    assert (report["new"], report["known"]) == (1, 1)
    assert casebook.run("mailbox", "edit", "1").code == 2
    assert "is not a day" in casebook.run("mailbox", "edit", "1", "--since", "2026-02-30").err


def test_a_certificate_is_accepted_by_its_fingerprint(casebook: Casebook, dovecot: Dovecot, secret: Path) -> None:
    words = ("mailbox", "add", "localhost", "cleo", "--port", str(dovecot.tls_port), "--password-file", secret)
    refused = casebook.run(*words)
    assert refused.code == 1
    _made, how, question = refused.err.splitlines()
    assert "--accept-fingerprint" in how
    shown = question.rsplit(" ", 1)[1]
    assert len(shown) == 95
    assert casebook.run(*words, "--accept-fingerprint", shown.replace("A", "B").replace("1", "2")).code == 1
    assert casebook.json("mailbox", "list") == []
    casebook.ok(*words, "--accept-fingerprint", shown)
    assert casebook.json("mailbox", "list")[0]["fingerprint"] == shown.replace(":", "").lower()
    assert casebook.json("mailbox", "fetch", "1", "--password-file", secret)["stopped"] is None


def test_a_password_comes_from_anywhere_but_an_argument(
    casebook: Casebook, dovecot: Dovecot, secret: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    words = ("mailbox", "add", "127.0.0.1", "dora", "--port", str(dovecot.port), "--security", "none")
    refused = casebook.run(*words)
    assert (refused.code, "needs a password" in refused.err) == (1, True)
    monkeypatch.setenv("CASEBOOK_MAIL_PASSWORD", "wrong")
    refused = casebook.run(*words)
    assert (refused.code, "does not let dora in" in refused.err) == (1, True)
    assert casebook.json("mailbox", "list") == []
    monkeypatch.setenv("CASEBOOK_MAIL_PASSWORD", PASSWORD)
    answer = casebook.run(*words, "--remember")
    assert (answer.code, "has no keyring that takes the password" in answer.err) == (0, True)
    keyring.set_keyring(ring := Ring())
    casebook.ok("mailbox", "fetch", "1", "--remember")
    monkeypatch.delenv("CASEBOOK_MAIL_PASSWORD")
    assert list(ring.kept.values()) == [PASSWORD]
    assert casebook.json("mailbox", "fetch", "1")["stopped"] is None
    assert PASSWORD.encode() not in b"".join(p.read_bytes() for p in casebook.book.rglob("*") if p.is_file())
    casebook.ok("mailbox", "forget", "dora")
    assert ring.kept == {}


def test_a_broken_connection_is_told_and_the_next_fetch_goes_on(
    casebook: Casebook, dovecot: Dovecot, secret: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from casebook.mail.mailbox import fetch
    from casebook.mail.mailbox.connect import Patience

    monkeypatch.setattr(fetch.fetch, "__kwdefaults__", {**fetch.fetch.__kwdefaults__, "patience": Patience(3, 3, ())})
    dovecot.deliver("emma", [mail(n, size=30_000) for n in range(250)])
    with Wire(dovecot.port, cut_after=5_000_000, gone=True) as wire:
        note(casebook, secret, wire.port, "emma")
        answer = casebook.run("mailbox", "fetch", "1", "--password-file", secret, "--json")
    kept = answer.json["new"]
    assert answer.code == 1
    assert 0 < kept < 250
    assert "broke" in answer.err
    assert "takes no connections" in answer.json["stopped"] or "broke" in answer.json["stopped"]
    assert len(casebook.json("inbox", "list")) == kept


def test_what_is_not_there_is_named(casebook: Casebook, secret: Path) -> None:
    casebook.ok("mailbox", "add", "imap.example.org", "lin", "--offline")
    assert "already, as mailbox 1" in casebook.run("mailbox", "add", "imap.example.org", "lin", "--offline").err
    for words in (("fetch", "9"), ("folders", "nobody"), ("choose", "9", "INBOX"), ("forget", "9")):
        answer = casebook.run("mailbox", *words)
        assert (answer.code, answer.err.count("\n")) == (1, 1)
        assert "there is no mailbox" in answer.err

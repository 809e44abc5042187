"""Official contacts, anti-phishing codes, who wrote a mail, and DKIM, on the command line."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from tests.cli.conftest import Casebook
from tests.mail.name_server import DOMAIN, NAME, mail, rsa_keys, serving, signed


@pytest.fixture
def book(casebook: Casebook) -> Casebook:
    casebook.ok("firm", "add", "--name", "Kestrel")
    return casebook


def bring_in(book: Casebook, tmp_path: Path, raw: bytes) -> int:
    path = tmp_path / "one.eml"
    path.write_bytes(raw)
    return int(book.json("import", path)["contacts"][0])


def official(book: Casebook, *words: str) -> dict[str, object]:
    how = ("--how", "the footer of their site, opened from my bookmark")
    return dict(book.json("official", "add", *words, "--firm", "Kestrel", *how))


def test_an_official_contact_is_recorded_goes_stale_and_is_taken_back(book: Casebook) -> None:
    made = official(book, "Support@Kestrel.Example", "--kind", "address")
    assert made["value"] == "support@kestrel.example"
    assert made["stale"] is False
    assert made["verified_at"] == "2026-11-20T06:03:00.000Z"
    book.now += timedelta(days=91)
    assert book.json("official", "list")[0]["stale"] is True
    assert "verify again" in book.ok("official", "list")
    assert book.json("official", "verify-again", "1", "--how", "their app")["stale"] is False
    assert book.json("official", "withdraw", "1")["withdrawn_at"]
    assert book.json("official", "list") == []
    assert len(book.json("official", "list", "--withdrawn")) == 1


def test_what_is_no_official_contact_is_refused_in_one_line(book: Casebook) -> None:
    official(book, "kestrel.example", "--kind", "domain")
    how = ("--firm", "Kestrel", "--how", "x")
    for words, said in (
        (("support", "--kind", "address"), "not a mail address"),
        (("https://Kestrel.example/help", "--kind", "domain"), "already"),
        (("12", "--kind", "phone"), "not a phone number"),
    ):
        answer = book.run("official", "add", *words, *how)
        assert (answer.code, answer.err.count("\n")) == (1, 1)
        assert said in answer.err
    assert book.run("official", "add", "a@b.example", "--kind", "address", "--firm", "Kestrel").code == 2
    assert book.run("official", "withdraw", "9").code == 1


def test_the_code_is_taken_from_a_file_and_is_nowhere_in_the_casebook(book: Casebook, tmp_path: Path) -> None:
    file = tmp_path / "code"
    file.write_text("Blue-Heron-7\n")
    file.chmod(0o600)
    made = book.json("anti-phishing", "set", "Kestrel", "--code-file", file, "--since", "2026-01-01")
    assert (made["length"], made["since"], made["until"]) == (12, "2026-01-01", "")
    for stored in book.book.rglob("*"):
        if stored.is_file():
            assert b"Blue-Heron-7" not in stored.read_bytes(), stored
    assert book.run("anti-phishing", "set", "Kestrel").code == 2  # nothing to ask on
    assert "12 characters" in book.ok("anti-phishing", "list")
    book.ok("anti-phishing", "remove", "1")
    assert book.json("anti-phishing", "list") == []


def test_who_says_what_is_known_of_a_sender(book: Casebook, tmp_path: Path) -> None:
    official(book, DOMAIN, "--kind", "domain")
    file = tmp_path / "code"
    file.write_text("Blue-Heron-7")
    file.chmod(0o600)
    book.ok("anti-phishing", "set", "Kestrel", "--code-file", file, "--since", "2026-01-01")
    real = bring_in(book, tmp_path, mail("Your code: Blue-Heron-7\nWe are looking into it."))
    said = book.json("who", str(real))
    assert (said["standing"], said["warns"], said["code"]) == ("known", False, "present")
    assert {"official-domain", "code-present", "forgeable", "unsigned"} <= {fact["what"] for fact in said["facts"]}
    forged = bring_in(book, tmp_path, mail(sender="Kestrel Support <help@kestre1.example>").replace(b"<1@", b"<2@"))
    said = book.json("who", str(forged))
    assert (said["standing"], said["warns"], said["code"]) == ("look-alike", True, "absent")
    assert book.ok("who", str(forged)).splitlines()[1].startswith("! kestre1.example looks like kestrel.example")
    assert book.run("who", "99").code == 1


def test_dkim_is_looked_up_when_asked_and_holds_without_the_network_afterwards(book: Casebook, tmp_path: Path) -> None:
    keys = rsa_keys()
    contact = str(bring_in(book, tmp_path, signed(keys)))
    assert f"would ask for {NAME}" in book.ok("dkim", contact)
    with serving({NAME: [keys.record]}) as server:
        answer = book.run("dkim", contact, "--look-up", "--server", server.address)
        assert answer.code == 0, answer
        assert f"asking 127.0.0.1 for {NAME}" in answer.err
        assert server.asked == [NAME]
    check = book.json("dkim", contact)[0]
    assert (check["result"], check["again"], check["domain"]) == ("pass", "pass", DOMAIN)
    assert check["key_record"] == keys.record
    assert NAME in check["answer"]
    assert check["fetched_at"] == "2026-11-20T06:03:00.000Z"
    facts = {fact["what"] for fact in book.json("who", contact)["facts"]}
    assert {"dkim-pass", "dkim-person"} <= facts
    assert book.run("dkim", contact, "--server", "127.0.0.1").code == 2
    assert "not the address of a name server" in book.run("dkim", contact, "--look-up", "--server", "ns").err


def test_a_name_server_that_does_not_answer_leaves_no_record(book: Casebook, tmp_path: Path) -> None:
    contact = str(bring_in(book, tmp_path, signed(rsa_keys())))
    with serving(refuse=True) as server:
        answer = book.run("dkim", contact, "--look-up", "--server", server.address)
    assert answer.code == 1
    assert "gave no answer" in answer.err.splitlines()[-1]
    assert book.json("dkim", contact) == []

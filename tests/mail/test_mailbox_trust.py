"""Who a mail server is: certificates nobody vouches for, exchanged ones, encryption kept away, answers without end."""

from __future__ import annotations

import hashlib
import socket
import ssl
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime

import pytest

from casebook.journal.incoming import Mailbox
from casebook.journal.terms import Security
from casebook.mail.mailbox.connect import Patience
from casebook.mail.mailbox.errors import Dropped, Exchanged, MailboxTrouble, Untrusted
from casebook.mail.mailbox.fetch import look
from casebook.mail.mailbox.trust import for_people
from tests.conftest import finished
from tests.mail.dovecot import PASSWORD, Dovecot, Wire, running

QUICK = Patience(connect=2, read=1, pauses=())


@pytest.fixture(scope="module")
def dovecot() -> Iterator[Dovecot]:
    with running() as server:
        yield server


def box(port: int, security: Security = Security.TLS, fingerprint: str = "", host: str = "localhost") -> Mailbox:
    return Mailbox(1, "box", host, port, security, "lin", fingerprint, "", datetime(2026, 11, 20, tzinfo=UTC))


def ports(dovecot: Dovecot) -> dict[Security, int]:
    return {Security.TLS: dovecot.tls_port, Security.STARTTLS: dovecot.port}


def shown(dovecot: Dovecot) -> str:
    return hashlib.sha256(ssl.PEM_cert_to_DER_cert(dovecot.certificate.read_text())).hexdigest()


@pytest.mark.parametrize("security", [Security.TLS, Security.STARTTLS])
def test_a_self_signed_certificate_counts_only_once_it_is_accepted(dovecot: Dovecot, security: Security) -> None:
    with Wire(ports(dovecot)[security]) as wire:
        with pytest.raises(Untrusted) as refused:
            finished(look(box(wire.port, security), PASSWORD, QUICK))
        sent = b"".join(wire.sent)
    assert not isinstance(refused.value, Exchanged)
    assert refused.value.fingerprint == for_people(shown(dovecot))
    assert "it is signed by itself" in str(refused.value)
    assert b"LOGIN" not in sent
    assert PASSWORD.encode() not in sent
    found = finished(look(box(ports(dovecot)[security], security, shown(dovecot)), PASSWORD, QUICK))
    assert [folder.name for folder in found] == ["INBOX", "Sent"]


@pytest.mark.parametrize("security", [Security.TLS, Security.STARTTLS])
def test_a_certificate_that_this_computer_trusts_needs_no_fingerprint(
    dovecot: Dovecot, monkeypatch: pytest.MonkeyPatch, security: Security
) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(dovecot.certificate))
    assert finished(look(box(ports(dovecot)[security], security), PASSWORD, QUICK))
    with pytest.raises(Untrusted, match="made out for another server"):
        finished(look(box(ports(dovecot)[security], security, host="127.1"), PASSWORD, QUICK))


def test_an_exchanged_certificate_is_refused_again(dovecot: Dovecot) -> None:
    accepted = shown(dovecot)
    assert finished(look(box(dovecot.tls_port, fingerprint=accepted), PASSWORD, QUICK))
    dovecot.restart_with_another_certificate()
    with pytest.raises(Exchanged) as refused:
        finished(look(box(dovecot.tls_port, fingerprint=accepted), PASSWORD, QUICK))
    assert refused.value.fingerprint == for_people(shown(dovecot)) != for_people(accepted)


def test_without_starttls_nothing_is_sent(dovecot: Dovecot) -> None:
    with Wire(dovecot.port) as wire:
        wire.hidden = b"STARTTLS"
        with pytest.raises(MailboxTrouble, match="offers no encryption"):
            finished(look(box(wire.port, Security.STARTTLS, shown(dovecot)), PASSWORD, QUICK))
        assert b"LOGIN" not in b"".join(wire.sent)


@contextmanager
def talking(*answers: bytes) -> Iterator[tuple[int, list[bytes]]]:
    """Yield the port of a server that says its lines in turn, one for each that it hears, and what it heard."""
    heard: list[bytes] = []
    listening = socket.create_server(("127.0.0.1", 0))

    def serve() -> None:
        try:
            while True:
                wire, _address = listening.accept()
                with wire:
                    for answer in answers:
                        wire.sendall(answer.replace(b"TAG", heard[-1].split()[0] if heard else b"*"))
                        if not (line := wire.recv(4096)):
                            break
                        heard.append(line)
        except OSError:
            return

    thread = threading.Thread(target=serve)
    thread.start()
    try:
        yield listening.getsockname()[1], heard
    finally:
        listening.shutdown(socket.SHUT_RDWR)
        listening.close()
        thread.join(10)


CAPABLE = b"* CAPABILITY IMAP4rev1\r\nTAG OK done\r\n"


@pytest.mark.parametrize(
    ("answers", "expected"),
    [
        ([b"* PREAUTH welcome\r\n", CAPABLE], "lets everybody in"),
        (
            [b"* OK hi\r\n", b"* CAPABILITY IMAP4rev1 LOGINDISABLED\r\nTAG OK done\r\n", b"TAG NO not here\r\n"],
            "not let lin in",
        ),
        ([b"* OK hi\r\n", CAPABLE, b"TAG NO [UNAVAILABLE] later\r\n"], "at present"),
        ([b"* BYE overloaded\r\n"], "broke"),
        ([b"HTTP/1.0 400 Bad Request\r\n\r\n"], "broke|cannot be used"),
        ([b"* OK hi\r\n", CAPABLE, b"TAG OK in\r\n", b"* LIST () {9999999999999}\r\n"], "far more"),
        ([b"* OK hi\r\n", CAPABLE, b"TAG OK in\r\n", CAPABLE, b"* LIST (((((\r\nTAG OK\r\n"], "cannot be used|broke"),
        ([b"* OK hi\r\n", CAPABLE, b"TAG OK in\r\n", b"x" * 2_000_000], "1000000 bytes"),
        ([b"* OK hi\r\n", b"\xff\x00\r\n" * 9], "broke|cannot be used|answer"),
    ],
)
def test_a_server_that_talks_nonsense_is_left(answers: list[bytes], expected: str) -> None:
    with talking(*answers) as (port, _heard), pytest.raises(MailboxTrouble, match=expected):
        finished(look(box(port, Security.NONE, host="127.0.0.1"), PASSWORD, QUICK))


def test_what_a_server_says_cannot_act_on_a_terminal() -> None:
    evil = b"TAG NO \x1b[31mgo to evil.example\x07 " + b"A" * 900 + b"\r\n"
    with talking(b"* OK hi\r\n", CAPABLE, evil) as (port, _heard), pytest.raises(MailboxTrouble) as refused:
        finished(look(box(port, Security.NONE, host="127.0.0.1"), PASSWORD, QUICK))
    assert str(refused.value).isprintable()
    assert len(str(refused.value)) < 400


def test_servers_that_are_not_there(dovecot: Dovecot) -> None:
    with socket.create_server(("127.0.0.1", 0)) as held:
        nobody = held.getsockname()[1]
    with pytest.raises(Dropped, match="takes no connections"):
        finished(look(box(nobody), PASSWORD, QUICK))
    with pytest.raises(Dropped, match=r"no server nowhere\.invalid"):
        finished(look(box(993, host="nowhere.invalid"), PASSWORD, QUICK))
    with pytest.raises(MailboxTrouble, match="cannot be spoken to with TLS"):
        finished(look(box(dovecot.port), PASSWORD, QUICK))
    with socket.create_server(("127.0.0.1", 0)) as mute, pytest.raises(Dropped, match="did not answer within"):
        finished(look(box(mute.getsockname()[1], Security.NONE), PASSWORD, QUICK))

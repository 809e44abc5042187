"""A small name server on this computer, and mails signed with a key of the test's own."""

from __future__ import annotations

import base64
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

import dkim
import dns.flags
import dns.message
import dns.rcode
import dns.rrset
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

DOMAIN = "kestrel.example"
SELECTOR = "s2026"
NAME = f"{SELECTOR}._domainkey.{DOMAIN}"


@dataclass
class NameServer:
    """Answers TXT questions from `records`; what it was asked stands in `asked`. `silent` answers nothing."""

    records: dict[str, list[str]]
    silent: bool = False
    refuse: bool = False
    asked: list[str] = field(default_factory=list)
    address: str = ""

    def answer(self, data: bytes) -> bytes:
        question = dns.message.from_wire(data)
        name = question.question[0].name.to_text().rstrip(".").lower()
        self.asked.append(name)
        reply = dns.message.make_response(question)
        reply.flags |= dns.flags.AA
        if self.refuse:
            reply.set_rcode(dns.rcode.SERVFAIL)
        elif name not in self.records:
            reply.set_rcode(dns.rcode.NXDOMAIN)
        for record in self.records.get(name, []):
            pieces = " ".join(f'"{record[start : start + 200]}"' for start in range(0, len(record), 200))
            reply.answer.append(dns.rrset.from_text(question.question[0].name, 300, "IN", "TXT", pieces))
        return reply.to_wire()


@contextmanager
def serving(records: dict[str, list[str]] | None = None, **how: bool) -> Iterator[NameServer]:
    """Run a name server on the loopback for as long as the block runs."""
    server = NameServer(records or {}, **how)
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as listening:
        listening.bind(("127.0.0.1", 0))
        host, port = listening.getsockname()
        server.address = f"{host}:{port}"

        def serve() -> None:
            while True:
                data, sender = listening.recvfrom(4096)
                if data == b"stop":
                    return
                if not server.silent:
                    listening.sendto(server.answer(data), sender)

        thread = threading.Thread(target=serve)
        thread.start()
        try:
            yield server
        finally:
            with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as ending:
                ending.sendto(b"stop", (host, port))
            thread.join()


@dataclass(frozen=True)
class Keys:
    """A private key and the record in which a domain publishes its other half."""

    private: bytes
    record: str
    algorithm: bytes = b"rsa-sha256"


def rsa_keys(bits: int = 1024) -> Keys:
    key = rsa.generate_private_key(public_exponent=65537, key_size=bits)
    pem = key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.TraditionalOpenSSL, serialization.NoEncryption()
    )
    public = key.public_key().public_bytes(serialization.Encoding.DER, serialization.PublicFormat.SubjectPublicKeyInfo)
    return Keys(pem, f"v=DKIM1; k=rsa; p={base64.b64encode(public).decode()}")


def mail(text: str = "Your withdrawal is under review.", sender: str = f"Kestrel <support@{DOMAIN}>") -> bytes:
    lines = [
        f"From: {sender}",
        "To: lin@example.org",
        "Subject: [T-99812] Your withdrawal",
        "Date: Fri, 20 Nov 2026 06:03:00 +0000",
        f"Message-ID: <1@{DOMAIN}>",
        "",
        *text.split("\n"),
        "",
    ]
    return "\r\n".join(lines).encode()


def signed(keys: Keys, raw: bytes | None = None, domain: str = DOMAIN, **how: object) -> bytes:
    """Return a mail with a DKIM signature in front."""
    message = mail() if raw is None else raw
    header = dkim.sign(message, SELECTOR.encode(), domain.encode(), keys.private, **how)
    return bytes(header) + message


def ed25519_signed(raw: bytes | None = None, tags: bytes = b"") -> tuple[bytes, str]:
    """Return a mail signed as RFC 8463 says, and the record of its key; the signing is done here, step by step."""
    import hashlib

    message = mail() if raw is None else raw
    head, _, body = message.partition(b"\r\n\r\n")
    key = Ed25519PrivateKey.generate()
    names = [b"from", b"to", b"subject", b"date"]
    lines = {line.split(b":")[0].lower(): line.partition(b":")[2].strip() for line in head.split(b"\r\n")}
    content = body.rstrip(b"\r\n") + b"\r\n"
    digest = base64.b64encode(hashlib.sha256(content).digest())
    value = (
        b"v=1; "
        + tags
        + b"a=ed25519-sha256; c=relaxed/relaxed; d=%s; s=%s; h=%s; bh=%s; b="
        % (
            *(DOMAIN.encode(), SELECTOR.encode()),
            *(b":".join(names), digest),
        )
    )
    covered = b"".join(b"%s:%s\r\n" % (name, lines[name]) for name in names) + b"dkim-signature:" + value
    signature = base64.b64encode(key.sign(hashlib.sha256(covered).digest()))
    public = key.public_key().public_bytes(serialization.Encoding.Raw, serialization.PublicFormat.Raw)
    record = f"v=DKIM1; k=ed25519; p={base64.b64encode(public).decode()}"
    return b"DKIM-Signature: " + value + signature + b"\r\n" + message, record

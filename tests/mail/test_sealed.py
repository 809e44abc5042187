"""Signed, encrypted and packed messages, invitations, pictures in the markup: what is read of them, what is said."""

import base64
import zlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from casebook.mail.message import calendar, outline, secure
from casebook.mail.message.body import Use
from casebook.mail.message.parse import parse
from casebook.mail.outlook import mapi
from tests.mail import outlook_files
from tests.mail.samples import b64, mail, multipart, png

PLAIN = b"Content-Type: text/plain; charset=utf-8\n\n"
SIGNED = bytes.fromhex("2a864886f70d010702")
ENVELOPED = bytes.fromhex("2a864886f70d010703")
COMPRESSED = bytes.fromhex("2a864886f70d0109100109")
DATA = bytes.fromhex("2a864886f70d010701")


def tlv(tag: int, *content: bytes, open_ended: bool = False) -> bytes:
    """Return a BER element, with its length or open to an end mark."""
    body = b"".join(content)
    if open_ended:
        return bytes((tag, 0x80)) + body + b"\0\0"
    if len(body) < 128:
        return bytes((tag, len(body))) + body
    size = len(body).to_bytes((len(body).bit_length() + 7) // 8, "big")
    return bytes((tag, 0x80 | len(size))) + size + body


def container(kind: bytes, entity: bytes | None, *, open_ended: bool = False, chunk: int = 0) -> bytes:
    """Return an S/MIME container as programs write it: whole, or streamed in chunks with open lengths."""
    octets = b""
    if entity is not None:
        pieces = [entity[i : i + chunk] for i in range(0, len(entity), chunk)] if chunk else []
        octets = tlv(0x24, *(tlv(4, p) for p in pieces), open_ended=open_ended) if pieces else tlv(4, entity)
        octets = tlv(0xA0, octets, open_ended=open_ended)
    algorithms = tlv(0x31) if kind == SIGNED else tlv(0x30, tlv(6, COMPRESSED))
    inside = tlv(0x30, tlv(6, DATA), octets, open_ended=open_ended)
    data = tlv(0x30, tlv(2, b"\1"), algorithms, inside, tlv(0x31), open_ended=open_ended)
    return tlv(0x30, tlv(6, kind), tlv(0xA0, data, open_ended=open_ended), open_ended=open_ended)


def sealed(content: bytes, kind: bytes = b"application/pkcs7-mime; smime-type=signed-data") -> bytes:
    return mail(b64(content), b"Content-Type: %s; name=smime.p7m" % kind, b"Content-Transfer-Encoding: base64")


INNER = (
    b"Content-Type: multipart/mixed; boundary=i\n\n--i\n"
    + PLAIN
    + "已放行。".encode()
    + (b"\n--i\nContent-Type: image/png; name=a.png\nContent-Transfer-Encoding: base64\n\n" + b64(png()) + b"\n--i--\n")
)


@pytest.mark.parametrize(("open_ended", "chunk"), [(False, 0), (True, 0), (True, 100), (False, 7)])
@pytest.mark.parametrize("kind", [b"application/pkcs7-mime", b"application/x-pkcs7-mime", b"application/octet-stream"])
def test_what_is_only_signed_is_read(kind: bytes, open_ended: bool, chunk: int) -> None:
    raw = sealed(container(SIGNED, INNER, open_ended=open_ended, chunk=chunk), kind)
    found = parse(raw, "x")
    assert found.text == "已放行。"
    assert [(a.name, a.content == png()) for a in found.attachments] == [("smime.p7m", False), ("a.png", True)]
    assert found.problems == (secure.SMIME_SIGNED,)
    assert found.raw == raw
    assert [(line.depth, line.use) for line in outline.of(raw)] == [
        (0, Use.OPENED),
        (1, Use.CONTAINER),
        (1, Use.WORDS),
        (1, Use.EXHIBIT),
    ]


def test_compressed_is_unpacked_and_encrypted_stays_closed() -> None:
    found = parse(sealed(container(COMPRESSED, zlib.compress(INNER))), "x")
    assert (found.text, found.problems) == ("已放行。", ())
    found = parse(sealed(container(ENVELOPED, None)), "x")
    assert (found.text, found.problems) == ("", (secure.SMIME_ENCRYPTED,))
    assert [a.name for a in found.attachments] == ["smime.p7m"]


@pytest.mark.parametrize("content", [b"", b"\x30\x80", b"\x30\x84\xff\xff\xff\xff", b"\x30\x80" * 5_000, b"not it"])
def test_a_damaged_container_is_kept_and_named(content: bytes) -> None:
    found = parse(sealed(content), "x")
    assert found.problems == (secure.SMIME_DAMAGED,)


@settings(max_examples=200)
@given(st.binary(max_size=300), st.integers(0, 200), st.integers(0, 255))
def test_no_container_breaks_the_reader(noise: bytes, at: int, byte: int) -> None:
    secure.opened(noise)
    whole = bytearray(container(SIGNED, INNER, open_ended=True, chunk=50))
    whole[at] = byte
    secure.opened(bytes(whole))


def test_a_compressed_bomb_is_cut_off() -> None:
    found = secure.opened(container(COMPRESSED, zlib.compress(b"\0" * 70_000_000)))
    assert found.entity is not None
    assert len(found.entity) <= 64 * 1024 * 1024


@pytest.mark.parametrize(
    ("protocol", "signature", "remark"),
    [
        (b"application/pkcs7-signature", b"smime.p7s", secure.SMIME_SIGNED),
        (b"application/pgp-signature", b"signature.asc", secure.PGP_SIGNED),
    ],
)
def test_clear_signed_is_read_and_its_signature_kept(protocol: bytes, signature: bytes, remark: str) -> None:
    part = b"Content-Type: %s; name=%s\n\nabc" % (protocol, signature)
    kind, body = multipart(b'signed; protocol="%s"' % protocol, PLAIN + b"released", part)
    found = parse(mail(body, kind), "x")
    assert (found.text, found.problems) == ("released", (remark,))
    assert [a.name for a in found.attachments] == [signature.decode()]


def test_pgp_mime_that_is_encrypted_is_told_and_kept() -> None:
    parts = b"Content-Type: application/pgp-encrypted\n\nVersion: 1", b"Content-Type: application/octet-stream\n\nabc"
    kind, body = multipart(b'encrypted; protocol="application/pgp-encrypted"', *parts)
    found = parse(mail(body, kind), "x")
    assert found.problems == (secure.PGP_ENCRYPTED,)
    assert len(found.attachments) == 2


def test_pgp_within_the_text() -> None:
    text = b"""Above.
-----BEGIN PGP SIGNED MESSAGE-----
Hash: SHA512

Released.
- --SPACE
Lily
-----BEGIN PGP SIGNATURE-----

iQIzBAEB
-----END PGP SIGNATURE-----
Below.
""".replace(b"SPACE", b" ")
    found = parse(mail(text), "x")
    assert found.text == "Above.\nReleased.\n-- \nLily\nBelow."
    assert found.problems == (secure.PGP_SIGNED,)
    closed = b"-----BEGIN PGP MESSAGE-----\n\nhQIMA\n-----END PGP MESSAGE-----\n"
    found = parse(mail(closed), "x")
    assert found.text == closed.decode().strip()
    assert found.problems == (secure.PGP_ENCRYPTED,)


INVITATION = """BEGIN:VCALENDAR
METHOD:REQUEST
BEGIN:VTIMEZONE
TZID:Asia/Singapore
END:VTIMEZONE
BEGIN:VEVENT
UID:1
DTSTART;TZID=Asia/Singapore:20261120T140300
DTEND;TZID=Asia/Singapore:20261120T143000
SUMMARY:Call about withdrawal\\, W-1
LOCATION:Meeting
 room 4
ORGANIZER;CN="Lily, Support":mailto:lily@kestrel.example
ATTENDEE;CN=Lin;PARTSTAT=ACCEPTED:MAILTO:lin@example.org
DESCRIPTION:Bring the TxID.\\nThank you.
BEGIN:VALARM
TRIGGER:-PT15M
DESCRIPTION:no
END:VALARM
END:VEVENT
END:VCALENDAR
"""
LINES = (
    "Invitation: Call about withdrawal, W-1\nWhen: 2026-11-20 14:03 (Asia/Singapore) – 14:30\n"
    "Where: Meetingroom 4\nAsked by: Lily, Support <lily@kestrel.example>\nFor: Lin <lin@example.org> (accepted)\n"
    "Notes: Bring the TxID.\nThank you."
)


def test_an_invitation_reads_well_and_stays_an_exhibit() -> None:
    part = b"Content-Type: text/calendar; method=REQUEST; charset=utf-8\n\n" + INVITATION.encode()
    found = parse(mail(INVITATION.encode(), b"Content-Type: text/calendar; charset=utf-8"), "x")
    assert found.text == LINES
    kind, body = multipart(b"alternative", PLAIN + b"See you then.", part)
    found = parse(mail(body, kind), "x")
    assert found.text == LINES + "\n\nSee you then."
    assert [a.media_type for a in found.attachments] == ["text/calendar"]
    kind, body = multipart(b"mixed", PLAIN + b"Call about withdrawal, W-1: see you then.", part)
    assert parse(mail(body, kind), "x").text == "Call about withdrawal, W-1: see you then."


@settings(max_examples=200)
@given(st.lists(st.sampled_from(INVITATION.split("\n")) | st.text(max_size=40)).map("\n".join))
def test_no_invitation_breaks_the_reader(text: str) -> None:
    assert len(calendar.readable(text)) < 200_000


def test_a_picture_in_the_markup_is_an_exhibit() -> None:
    page = b'<p>See</p><img src="data:image/png;base64,%s"><p>end</p>' % base64.b64encode(png())
    found = parse(mail(page, b"Content-Type: text/html"), "x")
    assert found.text.split() == ["See", "end"]
    assert [(a.name, a.media_type, a.inline, a.content == png()) for a in found.attachments] == [
        ("image-1.png", "image/png", True, True)
    ]


def test_the_outline_says_what_became_of_each_part() -> None:
    image = b"Content-Type: image/png\nContent-ID: <i>\nContent-Transfer-Encoding: base64\n\n" + b64(png())
    page = b"Content-Type: text/html; charset=x-unknown\n\n<p>" + "已放行。".encode()
    inner_type, inner = multipart(b"related", page, image, boundary=b"in")
    kind, body = multipart(b"alternative", PLAIN + b"released", inner_type + b"\n\n" + inner)
    lines = outline.of(mail(body, kind))
    assert [(line.depth, line.media_type, line.use) for line in lines] == [
        (0, "multipart/alternative", Use.CONTAINER),
        (1, "text/plain", Use.WORDS),
        (1, "multipart/related", Use.CONTAINER),
        (2, "text/html", Use.OTHER_VERSION),
        (2, "image/png", Use.EXHIBIT),
    ]
    assert (lines[1].label, lines[1].rung) == ("utf-8", "ascii")


def test_the_outline_of_an_outlook_message_is_that_of_its_words() -> None:
    values = {mapi.SUBJECT: "S", mapi.BODY: "released"}
    attached = [outlook_files.Attached({mapi.SHORT_NAME: "a.png", mapi.CONTENT: png()})]
    for raw in (
        outlook_files.msg(outlook_files.Message(values, attachments=attached)),
        outlook_files.tnef(outlook_files.Message(values, attachments=attached)),
    ):
        assert [(line.media_type, line.use) for line in outline.of(raw)][-2:] == [
            ("text/plain", Use.WORDS),
            ("image/png", Use.EXHIBIT),
        ]


def test_a_winmail_dat_gives_its_words_and_files() -> None:
    values = {mapi.SUBJECT: "S", mapi.BODY: "released\r\ntoday"}
    attached = [outlook_files.Attached({mapi.SHORT_NAME: "a.png", mapi.CONTENT: png()})]
    packed = outlook_files.tnef(outlook_files.Message(values, attachments=attached))
    part = b"Content-Type: application/ms-tnef; name=winmail.dat\nContent-Transfer-Encoding: base64\n\n" + b64(packed)
    kind, body = multipart(b"mixed", PLAIN, part)
    found = parse(mail(body, kind), "x")
    assert (found.text, [(a.name, a.content) for a in found.attachments]) == ("released\ntoday", [("a.png", png())])
    kind, body = multipart(b"mixed", PLAIN + b"own words", part.replace(b64(packed), b64(packed[: len(packed) // 2])))
    found = parse(mail(body, kind), "x")
    assert found.text == "own words"
    assert "winmail.dat" in [a.name for a in found.attachments]
    assert any("winmail.dat" in problem for problem in found.problems)

"""The malformed mails whose parts, encodings, charsets and names are wrong."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from tests.mail.samples import b64, mail, multipart, png

ZH = "提现审核超过三天"
G, B5, U8, JP = ZH.encode("gbk"), "提領審核超過三天".encode("big5"), ZH.encode(), "出金が保留です".encode("iso-2022-jp")
PLAIN = b"Content-Type: text/plain; charset=utf-8\n\n"
PNG = b"Content-Type: image/png; name=a.png\nContent-Transfer-Encoding: base64\n\n" + b64(png())


class Bad(NamedTuple):
    """One mail, and what is to be found in it; None is not looked at."""

    name: str
    raw: bytes
    subject: str | None = None
    sender: str | None = None
    text: str | None = None
    files: tuple[str, ...] | None = None
    sent: str | None = None


def bodies() -> Iterator[Bad]:
    """Return those whose body is malformed."""
    for some in (_structures, _encodings, _charsets, _names, _rest):
        yield from some()


def _structures() -> Iterator[Bad]:
    kind, body = multipart(b"mixed", PLAIN + b"T", PNG)
    usual = {"text": "T", "files": ("a.png",)}
    yield Bad("parts: never closed", mail(body.replace(b"--=_b1--\n", b""), kind), **usual)
    yield Bad("parts: closed twice", mail(body + b"--=_b1--\n", kind), **usual)
    yield Bad("parts: closed, then more", mail(body + b"--=_b1\n\nlate\n", kind), files=("a.png",))
    yield Bad("parts: spaces behind the boundary", mail(body.replace(b"--=_b1\n", b"--=_b1  \t\n"), kind), **usual)
    yield Bad("parts: words before and behind", mail(b"preamble\n" + body + b"epilogue\n", kind), **usual)
    yield Bad("parts: no boundary named", mail(body, b"Content-Type: multipart/mixed"), files=())
    yield Bad("parts: another boundary named", mail(body, b'Content-Type: multipart/mixed; boundary="other"'), files=())
    yield Bad("parts: an empty boundary", mail(body, b'Content-Type: multipart/mixed; boundary=""'), files=())
    yield Bad(
        "parts: a boundary without quotes and with spaces",
        mail(body.replace(b"=_b1", b"a b"), b"Content-Type: multipart/mixed; boundary=a b"),
        **usual,
    )
    yield Bad(
        "parts: a boundary in single quotes",
        mail(body.replace(b"=_b1", b"'b'"), b"Content-Type: multipart/mixed; boundary='b'"),
        **usual,
    )
    yield Bad("parts: a boundary with a comment", mail(body, kind + b" (x)"), text=None)
    yield Bad("parts: the boundary named twice", mail(body, kind + b"; boundary=other"), **usual)
    yield Bad("parts: the boundary in capitals", mail(body, kind.replace(b"boundary", b"BOUNDARY")), **usual)
    yield Bad(
        "parts: the boundary by RFC 2231",
        mail(body, b"Content-Type: multipart/mixed; boundary*0==_; boundary*1=b1"),
        **usual,
    )
    yield Bad("parts: a boundary that begins another", mail(*_alike()), text="T", files=("a.png",))
    yield Bad("parts: a part without headers", mail(*_swap(multipart(b"mixed", b"\nT", PNG))), **usual)
    yield Bad("parts: a part without a white line", mail(*_swap(multipart(b"mixed", b"T", PNG))), **usual)
    yield Bad("parts: no parts between", mail(b"--=_b1--\n", kind), files=())
    yield Bad("parts: nothing at all", mail(b"", kind), text="", files=())
    yield Bad("parts: one within itself", mail(*_swap(multipart(b"mixed", kind + b"\n\n" + body, PNG))), files=None)
    yield Bad(
        "parts: a digest", mail(*_swap(multipart(b"digest", b"\nFrom: c@d\nSubject: In\n\nx"))), files=("In.eml",)
    )
    yield Bad("parts: a type of one word", mail(b"T", b"Content-Type: text"), text="T", files=())
    yield Bad("parts: a type of nothing", mail(b"T", b"Content-Type: ;"), text="T", files=())
    yield Bad("parts: a type of slashes", mail(b"T", b"Content-Type: ///"))
    yield Bad("parts: two types", mail(b"T", b"Content-Type: text/plain", b"Content-Type: image/png"), text="T")
    yield Bad("parts: encoded as a whole", mail(b64(body), kind, b"Content-Transfer-Encoding: base64"))
    yield Bad("parts: called encoded, but not", mail(body, kind, b"Content-Transfer-Encoding: base64"), **usual)
    yield Bad(
        "parts: a message called encoded",
        mail(
            *_swap(
                multipart(
                    b"mixed",
                    PLAIN + b"T",
                    b"Content-Type: message/rfc822\nContent-Transfer-Encoding: base64\n\n" + b64(mail(b"in")),
                )
            )
        ),
        text="T",
        files=("Your request.eml",),
    )
    yield Bad("parts: a message of nothing", mail(b"", b"Content-Type: message/rfc822"), text="")
    yield Bad(
        "parts: a message in a message in a message",
        b"From: a@b\nContent-Type: message/rfc822\n\n" * 3 + b"From: a@b\n\nT\n",
    )
    yield Bad("parts: a partial message", mail(b"T", b"Content-Type: message/partial; number=1; total=9; id=x"))
    yield Bad(
        "parts: a body elsewhere",
        mail(b"", b"Content-Type: message/external-body; access-type=URL; URL=http://k.example"),
        text="",
    )
    yield Bad("parts: html called plain", mail(b"<html><body><p>T</p></body></html>", b"Content-Type: text/plain"))
    yield Bad("parts: a text in two versions, none of them", mail(*_swap(multipart(b"alternative"))), files=())
    yield Bad(
        "parts: the first version empty",
        mail(*_swap(multipart(b"alternative", PLAIN, b"Content-Type: text/html\n\n<p>T"))),
        text="T",
    )
    yield Bad(
        "parts: related with a start that is missing",
        mail(*_swap(multipart(b'related; start="<none>"', PLAIN + b"T", PNG))),
        **usual,
    )
    yield Bad(
        "parts: a line of dashes in the text",
        mail(*_swap(multipart(b"mixed", PLAIN + b"T\n--\n--=\nU", PNG))),
        text="T\n--\n--=\nU",
        files=("a.png",),
    )


def _swap(made: tuple[bytes, bytes]) -> tuple[bytes, bytes]:
    return made[1], made[0]


def _alike() -> tuple[bytes, bytes]:
    inner, part = multipart(b"alternative", PLAIN + b"T", boundary=b"b1")
    return _swap(multipart(b"mixed", inner + b"\n\n" + part, PNG, boundary=b"b"))


def _encodings() -> Iterator[Bad]:
    text = b"released today, at last"
    packed = b64(text)
    said = b"Content-Transfer-Encoding: base64"
    yield Bad("base64: no padding", mail(packed.rstrip(b"="), said), text=text.decode())
    yield Bad("base64: one stray letter", mail(packed.rstrip(b"=") + b"=\nA", said), text=text.decode())
    yield Bad(
        "base64: spaces between",
        mail(b" ".join(packed[i : i + 3] for i in range(0, len(packed), 3)), said),
        text=text.decode(),
    )
    yield Bad("base64: rubbish between", mail(packed[:8] + b"!!\x00" + packed[8:], said))
    yield Bad("base64: two runs", mail(b64(b"released ") + b"\n" + b64(b"today!"), said), text="released today!")
    yield Bad(
        "base64: a footer of a list",
        mail(packed + b"\n\n_______________\nlist mailing list\n", said),
        text=text.decode(),
    )
    yield Bad("base64: not a letter of it", mail(b"this is no base64 at all, it says so", said))
    yield Bad("base64: empty", mail(b"", said), text="")
    yield Bad("base64: in capitals", mail(packed, said.replace(b"base64", b"BASE64")), text=text.decode())
    yield Bad("base64: in quotes", mail(packed, said.replace(b"base64", b'"base64"')), text=text.decode())
    yield Bad("base64: with a semicolon", mail(packed, said + b";"), text=text.decode())
    yield Bad("base64: cut in the middle", mail(packed[:14], said), text=text.decode()[:10])
    yield Bad("base64: url letters", mail(b"4pyT-_8=", said))
    quoted = b"Content-Transfer-Encoding: quoted-printable"
    yield Bad("quoted-printable: bad hex", mail(b"a=ZZb=3", quoted))
    yield Bad("quoted-printable: lower case", mail(b"a=e6=8f=90", quoted), text="a提")
    yield Bad("quoted-printable: cut at the end", mail(b"a=\n", quoted), text="a")
    yield Bad("quoted-printable: raw bytes within", mail(U8 + b"=20x", quoted), text=f"{ZH} x")
    yield Bad("quoted-printable: lines too long", mail(b"x" * 5_000 + b"=\ny", quoted), text="x" * 5_000 + "y")
    for value in (b"8-bit", b"7 bit", b"none", b"utf-8", b"binary;", b"x-unknown", b""):
        yield Bad(
            f"encoding: {value.decode()!r}", mail(text, b"Content-Transfer-Encoding: " + value), text=text.decode()
        )
    yield Bad("encoding: named twice", mail(packed, said, b"Content-Transfer-Encoding: 7bit"), text=text.decode())
    yield Bad("uuencode: unlabelled", mail(b"T\n\nbegin 644 a.txt\n#0V%T\n`\nend\n"), text="T", files=("a.txt",))
    yield Bad("uuencode: without an end", mail(b"T\n\nbegin 644 a.txt\n#0V%T\n"), files=())
    yield Bad("uuencode: a line too short", mail(b"begin 644 a.txt\n#0V\n`\nend\n"))
    yield Bad("uuencode: labelled, nothing in it", mail(b"T", b"Content-Transfer-Encoding: x-uuencode"), text="T")


def _charsets() -> Iterator[Bad]:
    forms: dict[str, tuple[bytes, bytes, str | None]] = {
        "none, gbk": (G, b"text/plain", ZH),
        "none, utf-8": (U8, b"text/plain", ZH),
        "gb2312, more than that": ("喆镕㐂".encode("gb18030"), b"text/plain; charset=gb2312", "喆镕㐂"),
        "us-ascii, but utf-8": (U8, b"text/plain; charset=us-ascii", ZH),
        "iso-8859-1, but utf-8": (U8, b"text/plain; charset=iso-8859-1", ZH),
        "utf-8, but gbk": (G * 3, b"text/plain; charset=utf-8", ZH * 3),
        "in quotes that do not close": (U8, b'text/plain; charset="utf-8', ZH),
        "in single quotes": (U8, b"text/plain; charset='utf-8'", ZH),
        "html in its place": (U8, b"text/plain; charset=<html>", ZH),
        "the word default": (U8, b"text/plain; charset=default", ZH),
        "base64 in its place": (U8, b"text/plain; charset=base64", ZH),
        "rot13 in its place": (b"Hello", b"text/plain; charset=rot13", "Hello"),
        "utf-8 with damage": (U8[:-1], b"text/plain; charset=utf-8", None),
        "utf-16 without a mark": ("提现".encode("utf-16-le"), b"text/plain; charset=utf-16", None),
        "a mark of its own": (b"\xff\xfe" + "提现".encode("utf-16-le"), b"text/plain", "提现"),
        "utf-7": (b"+Y9BzsA-", b"text/plain; charset=utf-7", "提现"),
        "utf-7, unlabelled": (b"1+1=2 and 2+2=4", b"text/plain", "1+1=2 and 2+2=4"),
        "hz": ("提现".encode("hz"), b"text/plain; charset=hz-gb-2312", "提现"),
        "iso-2022-jp, unlabelled": (JP, b"text/plain", "出金が保留です"),
        "big5 as windows-950": (B5, b"text/plain; charset=windows-950", "提領審核超過三天"),
        "named in the html alone": (b"<meta charset=gbk><p>" + G, b"text/html", ZH),
        "surrogates": (b"\xed\xa0\xbd\xed\xb8\x80 x", b"text/plain; charset=utf-8", None),
    }
    for name, (body, kind, text) in forms.items():
        yield Bad(f"charset: {name}", mail(body, b"Content-Type: " + kind), text=text)


def _names() -> Iterator[Bad]:
    forms = {
        "RFC 2231": (b"filename*=utf-8''%E6%8F%90.png", "提.png"),
        "RFC 2231 in pieces": (b"filename*0*=utf-8''%E6%8F; filename*1*=%90; filename*2=.png", "提.png"),
        "RFC 2231 in pieces, out of order": (b"filename*1*=%90.png; filename*0*=utf-8''%E6%8F", "提.png"),
        "RFC 2231 under a plain name": (b"filename=\"utf-8''%E6%8F%90.png\"", "提.png"),
        "RFC 2231 without its quotes": (b"filename*=%E6%8F%90.png", "提.png"),
        "RFC 2231 with an unknown charset": (b"filename*=x-none''%E6%8F%90.png", "提.png"),
        "an encoded word": (b'filename="=?utf-8?B?5o+QLnBuZw==?="', "提.png"),
        "raw gbk": (b'filename="' + "提.png".encode("gbk") + b'"', None),
        "percents": (b'filename="%E6%8F%90.png"', "提.png"),
        "a path": (b'filename="../../etc/a.png"', "a.png"),
        "a path of Windows": (b'filename="C:\\\\x\\\\a.png"', "a.png"),
        "only dots": (b'filename=".."', "image-1.png"),
        "a turned text": ('filename="a\u202egnp.png"'.encode(), "agnp.png"),
        "a bare quote within": (b'filename="a"b.png"', None),
        "no quotes and spaces": (b"filename=a b.png", "a b.png"),
        "NUL": (b'filename="a\0.png"', "a.png"),
        "three hundred letters": (b'filename="' + b"a" * 300 + b'.png"', "a" * 196 + ".png"),
        "nothing": (b"filename=", "image-1.png"),
    }
    for name, (parameter, wanted) in forms.items():
        part = (
            b"Content-Type: image/png\nContent-Disposition: attachment; "
            + parameter
            + b"\nContent-Transfer-Encoding: base64\n\n"
            + b64(png())
        )
        yield Bad(
            f"name: {name}",
            mail(*_swap(multipart(b"mixed", PLAIN + b"T", part))),
            text="T",
            files=None if wanted is None else (wanted,),
        )


def _rest() -> Iterator[Bad]:
    flowed = b"Content-Type: text/plain; format=flowed"
    yield Bad("flowed: nothing but spaces", mail(b" \n \n \n", flowed), text="")
    yield Bad("flowed: never ends", mail(b"a \n" * 1_000, flowed))
    yield Bad("html: never closed", mail(b"<html><body><p>T<b>U<table><tr><td>V", b"Content-Type: text/html"))
    yield Bad("html: an instruction without a name", mail(b"<p>T<?l><?>U", b"Content-Type: text/html"), text="TU")
    yield Bad("html: no tags", mail(b"T < U & V", b"Content-Type: text/html"), text="T < U & V")
    yield Bad("html: only a script", mail(b"<script>alert(1)</script>", b"Content-Type: text/html"), text="")
    yield Bad("html: comments within comments", mail(b"<!-- <!-- --> T -->", b"Content-Type: text/html"))
    yield Bad("html: a thousand entities", mail(b"&#x63D0;" * 1_000, b"Content-Type: text/html"), text="提" * 1_000)
    yield Bad("ids: commas between", mail(b"T", References=b"<a@b>,<c@d>,<e@f>"), text="T")
    yield Bad("ids: folded within", mail(b"T", References=b"<a@\n b>"), text="T")
    yield Bad("ids: no brackets", mail(b"T", Message_ID=b"a@b", In_Reply_To=b"c@d"), text="T")
    yield Bad("ids: itself", mail(b"T", References=b"<1@kestrel.example> <1@kestrel.example>"), text="T")
    yield Bad(
        "sealed: rubbish",
        mail(b64(b"rubbish"), b"Content-Type: application/pkcs7-mime", b"Content-Transfer-Encoding: base64"),
    )
    yield Bad(
        "winmail.dat: 53 bytes of nothing",
        mail(
            b64(b"\x78\x9f\x3e\x22" + b"\xff" * 49),
            b"Content-Type: application/ms-tnef; name=winmail.dat",
            b"Content-Transfer-Encoding: base64",
        ),
        files=("winmail.dat",),
    )
    yield Bad(
        "an invitation cut short", mail(b"BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:x", b"Content-Type: text/calendar")
    )
    yield Bad("PGP that never ends", mail(b"-----BEGIN PGP SIGNED MESSAGE-----\nHash: x\n\nT\n"))

"""Mails made by hand for tests: single messages, a picture, a PDF, and a thread of twelve as an mbox."""

from __future__ import annotations

import base64
import re
import struct
import zlib
from collections.abc import Sequence
from pathlib import Path

USER = "lin@example.org"
FIRM = "support@kestrel.example"
TICKET = "T-99812"


def png(width: int = 64, height: int = 32, shade: int = 90) -> bytes:
    """Return a small valid PNG: a frame around a grey field with a darker bar."""
    rows = bytearray()
    for y in range(height):
        rows.append(0)
        for x in range(width):
            edge = x in {0, width - 1} or y in {0, height - 1}
            bar = height // 3 < y < height // 2 and width // 8 < x < width * 7 // 8
            rows += bytes((20, 20, 20) if edge else (shade, 60, 40) if bar else (225, 230, 235))

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    packed = zlib.compress(bytes(rows), 9)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", packed) + chunk(b"IEND", b"")


def pdf(text: str = "Statement of account") -> bytes:
    """Return a valid PDF of one page with one line on it."""
    stream = f"BT /F1 18 Tf 40 100 Td ({text}) Tj ET".encode()
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 320 160] /Contents 4 0 R"
        b" /Resources << /Font << /F1 5 0 R >> >> >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    out, places = bytearray(b"%PDF-1.4\n"), []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    out += b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, start)
    return bytes(out)


def b64(data: bytes) -> bytes:
    """Return base64 in lines of 76."""
    return base64.encodebytes(data).rstrip(b"\n")


def word(text: str, charset: str = "utf-8", encoding: str = "B", split: int = 0) -> bytes:
    """Return text as encoded words; `split` cuts the bytes every so many, through characters if need be."""
    raw = text.encode(charset)
    pieces = [raw[i : i + split] for i in range(0, len(raw), split)] if split else [raw]
    if encoding == "B":
        packed = [base64.b64encode(piece) for piece in pieces]
    else:
        packed = [b"".join(b"=%02X" % byte for byte in piece) for piece in pieces]
    return b"\n ".join(b"=?%s?%s?%s?=" % (charset.encode(), encoding.encode(), piece) for piece in packed)


def mail(body: bytes = b"Hello\n", *headers: bytes, **fields: bytes) -> bytes:
    """Return a message; `fields` replace (or with empty bytes remove) the usual headers: `Subject=b"..."`."""
    usual = {
        "From": b"Kestrel Support <support@kestrel.example>",
        "To": b"lin@example.org",
        "Subject": b"Your request",
        "Date": b"Fri, 20 Nov 2026 14:03:00 +0800",
        "Message-ID": b"<1@kestrel.example>",
    }
    usual.update({name.replace("_", "-"): value for name, value in fields.items()})
    lines = [name.encode() + b": " + value for name, value in usual.items() if value]
    return b"\n".join((*lines, *headers)) + b"\n\n" + body


def multipart(kind: bytes, *parts: bytes, boundary: bytes = b"=_b1") -> tuple[bytes, bytes]:
    """Return the Content-Type header line and the body of a multipart."""
    body = b"".join(b"--" + boundary + b"\n" + part + b"\n" for part in parts) + b"--" + boundary + b"--\n"
    return b'Content-Type: multipart/%s; boundary="%s"' % (kind, boundary), body


def mbox(messages: Sequence[bytes], sender: bytes = b"lin@example.org", *, quoted: bool = True) -> bytes:
    """Return messages as an mboxrd file (with `quoted` false nothing is quoted)."""
    out = bytearray()
    for number, message in enumerate(messages):
        text = re.sub(rb"(?m)^(>*From )", rb">\1", message) if quoted else message
        out += b"From %s Fri Nov 20 14:%02d:00 2026\n" % (sender, number % 60) + text
        out += b"\n" if text.endswith(b"\n") else b"\n\n"
    return bytes(out)


def thread() -> list[bytes]:
    """Return twelve mails between trader and exchange about a withdrawal, in order.

    Subjects in gbk and utf-8; the 3rd is an automatic acknowledgement, the 5th has an inline picture, the 7th a PDF,
    the 9th has no Date (only Received), the 11th is HTML alone.
    """
    return [_thread_mail(number) for number in range(1, 13)]


def write_thread(path: Path) -> list[bytes]:
    """Write the thread as an mbox; return its messages as they were sent (the file quotes `From `)."""
    messages = thread()
    path.write_bytes(mbox(messages))
    return messages


_DAYS = (b"Sat", b"Sun", b"Mon", b"Tue", b"Wed", b"Thu", b"Fri")  # of November 2026, by day of the month modulo 7
_TEXTS = {
    1: "您好，我的提币 1,250 USDT 自 11 月 9 日起一直处于审核中，请说明原因。\nUID 5521907",
    2: "Dear Support,\n\nI wrote an hour ago about withdrawal W-20261109-7. Please confirm.\n\nLin",
    3: "我们已收到您的请求 (T-99812)，将在 24 小时内回复您。此邮件由系统自动发送。",
    4: "林先生您好：\n\n请提供提币页面的截图。\n\n客服 Lily (#4471)",
    5: "截图如下。",
    6: "您好，资料已转交风控部门，预计 24 小时内放行。\n\nLily (#4471)",
    7: "附上对账单，请查收。",
    8: "From what you sent we see the amount. It will be released within 24 hours.\n\nLily",
    9: "已经过去 41 小时，仍未到账。请回复。",
    10: "抱歉让您久等，我们正在催促。\n\nMarco (#5102)",
    11: "",
    12: "好的，我等到周五。\n\n> 我们将在周五之前给您答复\n",
}


def _thread_mail(number: int) -> bytes:
    outgoing = number in {1, 2, 5, 7, 9, 12}
    charset = "gbk" if number in {1, 4, 5, 6, 9} else "utf-8"
    subject = f"{'Re: ' if number > 1 else ''}[{TICKET}] 提现审核超过七十二小时未到账"
    sender = (b"Lin Wei", USER) if outgoing else (word("客服 Lily", charset), FIRM)
    day, hour = 9 + (number - 1) // 2, 9 + number
    fields = {
        "From": sender[0] + b" <" + sender[1].encode() + b">",
        "To": (FIRM if outgoing else USER).encode(),
        "Subject": word(subject, charset, "Q" if number % 3 == 0 else "B", split=17),
        "Date": b"" if number == 9 else b"%s, %d Nov 2026 %02d:15:00 +0800" % (_DAYS[day % 7], day, hour),
        "Message-ID": b"<k%d@example.org>" % number,
        "MIME-Version": b"1.0",
    }
    extra = list[bytes]()
    if number > 1:
        fields["In-Reply-To"] = b"<k%d@example.org>" % (number - 1)
        fields["References"] = b"\n ".join(b"<k%d@example.org>" % n for n in range(1, number))
    if number == 3:
        extra.append(b"Auto-Submitted: auto-replied")
    if number == 9:
        extra.append(b"Received: from mx.example.org by mail.kestrel.example; Fri, 13 Nov 2026 18:15:07 +0800")
    kind, body = _thread_body(number, charset)
    return mail(body, *extra, *kind, **fields)


def _thread_body(number: int, charset: str) -> tuple[list[bytes], bytes]:
    """Return the content headers and the body of a mail of the thread."""
    plain = b"Content-Type: text/plain; charset=%s" % charset.encode()
    text = _TEXTS[number].encode(charset)
    if number == 5:
        page = b"Content-Type: text/html; charset=gbk\n\n<p>" + text + b'</p><p><img src="cid:shot1" alt=""></p>'
        image = b'Content-Type: image/png; name="=?gbk?B?%s?="' % base64.b64encode("提币截图.png".encode("gbk"))
        image += b"\nContent-ID: <shot1>\nContent-Disposition: inline\nContent-Transfer-Encoding: base64\n\n" + b64(
            png()
        )
        kind, body = multipart(b"related", page, image)
        return [kind], body
    if number == 7:
        paper = b"Content-Type: application/pdf\nContent-Transfer-Encoding: base64\n"
        paper += b"Content-Disposition: attachment; filename*=utf-8''%E5%AF%B9%E8%B4%A6%E5%8D%95.pdf\n\n" + b64(pdf())
        kind, body = multipart(b"mixed", plain + b"\n\n" + text, paper)
        return [kind], body
    if number == 11:
        page = '<html><body><p>林先生您好，</p><p>我们将在<b>周五</b>之前给您答复。</p><p><a href="https://kestrel.example/t/99812">查看工单</a></p></body></html>'
        return [b"Content-Type: text/html; charset=utf-8", b"Content-Transfer-Encoding: base64"], b64(
            page.encode()
        ) + b"\n"
    if number in {3, 6}:
        return [plain, b"Content-Transfer-Encoding: base64"], b64(text) + b"\n"
    return [plain, b"Content-Transfer-Encoding: 8bit"], text + b"\n"

"""Mails built to keep a reader busy: each is read in a bounded time, and what can be read of it is read."""

import pytest

from casebook.mail.message import html
from casebook.mail.message.parse import parse
from tests.mail.samples import b64, mail
from tests.pace import within

LIMIT = 4.0  # seconds of processor time on a slow, shared machine; most take a hundredth


def nested(depth: int, lines: int = 0) -> bytes:
    raw = b"From: a@b\nSubject: deep\n"
    for level in range(depth):
        raw += b"Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n" % (level, level)
    return raw + b"Content-Type: text/plain\n\nbottom\n" + b"-a\n" * lines


def rfc822(depth: int) -> bytes:
    return b"From: a@b\nSubject: deep\nContent-Type: message/rfc822\n\n" * depth + b"From: a@b\n\nbottom\n"


def parts(count: int, boundary: bytes = b"b") -> bytes:
    return mail(
        b"--" + boundary + (b"\n\n--" + boundary) * count, b"Content-Type: multipart/mixed; boundary=" + boundary
    )


MAILS = {
    "20,000 recipients": mail(To=b", ".join(b'"N, %d" <n%d@example.org>' % (n, n) for n in range(20_000))),
    "10,000 parameters": mail(b"x", b"Content-Type: text/plain" + b"".join(b"; p%d=v" % n for n in range(10_000))),
    "5,000 RFC 2231 pieces": mail(
        b"x", b"Content-Disposition: inline" + b"".join(b"; filename*%d*=%%41" % n for n in range(5_000))
    ),
    "100,000 empty parts": parts(100_000),
    "100,000 delimiters of dashes": parts(100_000, b"-"),
    "5,000 nested comments": mail(To=b"(" * 5_000 + b"x" + b")" * 5_000 + b" a@b"),
    "900 multiparts deep": nested(900),
    "150 multiparts deep over 600 kB": nested(150, 200_000),
    "50 multiparts deep over 6 MB": nested(50, 2_000_000),
    "900 mails deep": rfc822(900),
    "a subject of 1 MB": mail(Subject=b"x" * 1_000_000),
    "5,000 encoded words": mail(Subject=b" ".join([b"=?utf-8?q?=E4=BD?="] * 5_000)),
    "20,000 references": mail(References=b" ".join(b"<%d@example.org>" % n for n in range(20_000))),
    "300,000 header lines": b"From: a@b\n" + b"X: y\n" * 300_000,
    "300,000 folds": b"From: a@b\nX: y" + b"\n z" * 300_000 + b"\n\n",
    "1 MB of equals signs": mail(b"=" * 1_000_000, b"Content-Transfer-Encoding: quoted-printable"),
    "3 MB of broken base64": mail(b"A=A\n!" * 600_000, b"Content-Transfer-Encoding: base64"),
    "200,000 uuencoded beginnings": mail(b"begin 644 x\n#0V%T\n" * 100_000),
    "quotes that never close": mail(From=b'"\\"' * 100_000, To=b'<"' * 100_000),
    "1 MB of quote marks": mail(b">" * 1_000_000, Content_Type=b"text/plain; format=flowed"),
    "1 MB of letters above 127": mail(b"\xe9" * 1_000_000),
    "5 MB of line ends": mail(b"\n" * 5_000_000),
}
# Each a message of its own, where it has an id at all.
MAILS = {
    name: raw.replace(b"<1@kestrel", b"<hostile-%d@kestrel" % number, 1)
    for number, (name, raw) in enumerate(MAILS.items())
}

PAGES = {
    "200,000 open elements": "<div>x" * 200_000,
    "formatting opened in every block": "".join(f"<p><font color={n}>x" for n in range(100_000)),
    "399 formats over 200,000 blocks": "".join(f"<p><font color={n}>x" for n in range(399)) + "<p>x" * 200_000,
    "closed at the end": "<b>" * 390 + "<p>x" * 100_000 + "</b>" * 390,
    "50,000 attributes": "<p " + " ".join(f"a{n}=1" for n in range(50_000)) + ">",
    "tags that never end": "<a" * 400_000,
    "comments that never end": "<!--" * 400_000,
    "50,000 tables": "<table><tr><td>" * 50_000,
    "quotes within quotes": "<blockquote>x" * 20_000,
    "1 MB of entities": "&amp;" * 200_000,
    "a picture of 3 MB in the page": "<img src='data:image/png;base64," + "A" * 3_000_000 + "'>after",
}


@pytest.mark.parametrize("name", MAILS)
def test_no_mail_takes_long(name: str) -> None:
    with within(LIMIT):
        found = parse(MAILS[name], name)
    assert len(found.attachments) <= 5_001
    assert len(found.text) <= 1_000_000
    assert len(found.references) <= 201


@pytest.mark.parametrize("name", PAGES)
def test_no_page_takes_long(name: str) -> None:
    with within(LIMIT):
        html.to_text(PAGES[name])


def test_what_lies_deeper_than_sixty_levels_is_kept_whole() -> None:
    found = parse(nested(70), "x")
    assert len(found.attachments) == 1
    assert isinstance(found.attachments[0].content, bytes)
    assert b"bottom" in found.attachments[0].content
    assert parse(nested(40), "x").text == "bottom"


def test_beyond_5000_parts_the_rest_is_one_attachment() -> None:
    body = b"".join(b"--b\nContent-Type: application/x-a\n\n%d\n" % n for n in range(6_000)) + b"--b--\n"
    found = parse(mail(body, b"Content-Type: multipart/mixed; boundary=b"), "x")
    assert 4_990 < len(found.attachments) <= 5_000
    last = found.attachments[-1].content
    assert isinstance(last, bytes)
    assert last.count(b"--b\n") > 990


def test_html_of_all_sorts_reads_well() -> None:
    page = """<html><head><title>no</title><style>p{}</style></head><body><div style="display: none">no</div>
    <p>Dear <b>Lin</b>,<br>see <a href="https://k.example/t/1">the ticket</a> or <a href="http://k.example/">k.example</a>.
    </p><ul><li>one<li>two<ol><li>a</ol></ul><table><tr><td>Amount<td>1,250&nbsp;USDT</table>
    <blockquote><p>old</p>words</blockquote><pre> a\n  b</pre><script>no</script><!-- no --></body></html>"""
    assert html.to_text(page) == (
        "Dear Lin,\nsee the ticket (https://k.example/t/1) or k.example.\n\n- one\n- two\n  1. a\n\n"
        "Amount 1,250 USDT\n\n> old\n>\n> words\n\n a\n  b"
    )
    crowded = page.replace('<div style="display: none">no</div>', "") + "<p>" + "<i>" * 30_000
    assert html.to_text(crowded).startswith("Dear Lin,\nsee the ticket (https://k.example/t/1) or k.example.")


def test_base64_of_gigantic_lines_is_still_an_attachment() -> None:
    raw = mail(
        b64(b"x" * 3_000_000).replace(b"\n", b""),
        b"Content-Type: application/x-a",
        b"Content-Transfer-Encoding: base64",
    )
    assert parse(raw, "x").attachments[0].content == b"x" * 3_000_000

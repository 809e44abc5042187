"""Whole messages: text and attachments of every shape that real mail takes, and who wrote them."""

import email
import hashlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from casebook.journal.terms import Automatic
from casebook.mail.message import parse as parse_module
from casebook.mail.message import tree
from casebook.mail.message.parse import NotAMail, parse
from tests.mail.samples import b64, mail, multipart, pdf, png, thread

TEXT = "您好，提现审核已超过七十二小时。\n请尽快处理。"
PLAIN = b"Content-Type: text/plain; charset=utf-8\n\n"
HTML = b"Content-Type: text/html; charset=utf-8\n\n"


def test_the_thread_of_twelve() -> None:
    found = [parse(raw, "x") for raw in thread()]
    assert all(each.subject.endswith("[T-99812] 提现审核超过七十二小时未到账") for each in found)
    assert found[3].sender_name == "客服 Lily"
    assert found[0].text.startswith("您好，我的提币 1,250 USDT")
    assert [each.automatic for each in found] == [Automatic.NO] * 2 + [Automatic.AUTO_REPLY] + [Automatic.NO] * 9
    picture, paper = found[4].attachments[0], found[6].attachments[0]
    assert (picture.name, picture.media_type, picture.inline, picture.content) == (
        "提币截图.png",
        "image/png",
        True,
        png(),
    )
    assert (paper.name, paper.media_type, paper.inline, paper.content) == (
        "对账单.pdf",
        "application/pdf",
        False,
        pdf(),
    )
    assert found[8].sent
    assert found[8].sent.rfc3339 == "2026-11-13T18:15:07+08:00"
    assert found[8].problems == ("there is no Date header",)
    assert found[10].text.endswith("查看工单 (https://kestrel.example/t/99812)")
    assert found[11].references == tuple(f"k{n}@example.org" for n in range(1, 12))
    assert all(each.raw == raw for each, raw in zip(found, thread(), strict=True))


@pytest.mark.parametrize("charset", ["gbk", "gb2312", "big5", "utf-8", "iso-2022-jp"])
@pytest.mark.parametrize("encoding", ["8bit", "base64", "unlabelled"])
def test_subject_and_body_in_every_charset(charset: str, encoding: str) -> None:
    text = {"big5": "提領審核已超過三天，請儘快處理。", "iso-2022-jp": "出金が三日間保留されています。"}.get(
        charset, TEXT
    )
    body = b64(text.encode(charset)) if encoding == "base64" else text.encode(charset)
    label = b"" if encoding == "unlabelled" else f"text/plain; charset={charset}".encode()
    transfer = b"base64" if encoding == "base64" else b"8bit"
    found = parse(
        mail(body, Subject=text.split("\n")[0].encode(charset), Content_Type=label, Content_Transfer_Encoding=transfer),
        "x",
    )
    assert (found.text, found.subject) == (text, text.split("\n")[0])


def test_plain_is_preferred_and_pictures_of_the_other_version_stay() -> None:
    image = b"Content-Type: image/png\nContent-ID: <i>\nContent-Transfer-Encoding: base64\n\n" + b64(png())
    inner_type, inner = multipart(b"related", HTML + b"<p>rich <img src='cid:i'></p>", image, boundary=b"in")
    kind, body = multipart(b"alternative", PLAIN + TEXT.encode(), inner_type + b"\n\n" + inner)
    found = parse(mail(body, kind), "x")
    assert found.text == TEXT
    assert [(a.name, a.inline) for a in found.attachments] == [("image-1.png", True)]


def test_html_is_taken_where_the_plain_version_is_empty_or_a_stub() -> None:
    for plain in (b"", b"  \n", b"Your mail program cannot show HTML messages."):
        kind, body = multipart(b"alternative", PLAIN + plain, HTML + b"<p>The answer.</p><style>p{}</style>")
        assert parse(mail(body, kind), "x").text == "The answer."


def test_texts_one_after_the_other_and_named_ones_as_files() -> None:
    note = b'Content-Type: text/plain; name="log.txt"\nContent-Disposition: attachment; filename="log.txt"\n\nline 1'
    kind, body = multipart(b"mixed", PLAIN + b"first", note, PLAIN + b"footer")
    found = parse(mail(body, kind), "x")
    assert found.text == "first\n\nfooter"
    assert [(a.name, a.content) for a in found.attachments] == [("log.txt", b"line 1")]


def test_a_picture_sent_as_attachment_is_inline_if_the_page_shows_it() -> None:
    def one(cid: bytes) -> bytes:
        return b'Content-Type: image/png; name="%s.png"\nContent-Disposition: attachment\nContent-ID: <%s>\n\nx' % (
            cid,
            cid,
        )

    kind, body = multipart(b"mixed", HTML + b'<img src="cid:shown">', one(b"shown"), one(b"other"))
    assert [a.inline for a in parse(mail(body, kind), "x").attachments] == [True, False]


@settings(max_examples=60)
@given(st.binary(max_size=400), st.sampled_from([b"\n", b"\r\n"]))
def test_an_attached_mail_is_cut_out_byte_for_byte(noise: bytes, end: bytes) -> None:
    inner = b"from:  LIN <lin@example.org>\nSubject: =?utf-8?q?Re?= \t odd  spaces\nX-Odd:\n\n" + noise.rstrip(b"\r")
    inner = inner.replace(b"--", b"+-").replace(b"\n", end)
    attached = b"Content-Type: message/rfc822" + end * 2 + inner
    parts = end.join((b"--=_b", PLAIN.replace(b"\n", end) + b"see below", b"--=_b", attached, b"--=_b--", b""))
    raw = mail(b"", b"Content-Type: multipart/mixed; boundary==_b")[:-1].replace(b"\n", end) + end + parts
    found = parse(raw, "x")
    assert [a.media_type for a in found.attachments] == ["message/rfc822"]
    content = found.attachments[0].content
    assert isinstance(content, bytes)
    assert hashlib.sha256(content).digest() == hashlib.sha256(inner).digest()
    assert found.attachments[0].name == "Re   odd  spaces.eml"


def test_a_bounce_keeps_what_came_back() -> None:
    original = b"Content-Type: message/rfc822\n\n" + thread()[0]
    status = b"Content-Type: message/delivery-status\n\nAction: failed\n"
    kind, body = multipart(b"report; report-type=delivery-status", PLAIN + b"Not delivered.", status, original)
    found = parse(mail(body, kind), "x")
    assert (found.automatic, found.text) == (Automatic.BOUNCE, "Not delivered.")
    assert found.attachments[1].content == thread()[0].rstrip(b"\n") or found.attachments[1].content == thread()[0]


@pytest.mark.parametrize(
    ("headers", "text", "expected"),
    [
        ([], "Hello", Automatic.NO),
        ([b"Auto-Submitted: no"], "Hello", Automatic.NO),
        ([b"Auto-Submitted: auto-replied"], "I am away.", Automatic.AUTO_REPLY),
        ([b"X-Auto-Response-Suppress: All"], "Thanks.", Automatic.AUTO_REPLY),
        ([b"Precedence: auto_reply"], "Thanks.", Automatic.AUTO_REPLY),
        ([b"Precedence: bulk"], "News", Automatic.NO),
        (
            [b"Auto-Submitted: auto-generated", b"X-Mailer: Zendesk Mailer"],
            "##- Please type your reply above this line -##\n\nYour request (23735) has been received and is being "
            "reviewed by our support staff.",
            Automatic.AUTO_REPLY,
        ),
        (
            [b"Auto-Submitted: auto-generated", b"X-Zendesk-From-Account-Id: 0853c14"],
            "Hello Lin,\n\nwe have received your documents and the withdrawal was released.\n\nMK (Support)",
            Automatic.NO,
        ),
        (
            [b"X-Auto-Response-Suppress: DR, RN, OOF, AutoReply", b"X-Freshdesk-Ticket: 5"],
            "您好，我们已收到您提交的材料，将在 24 小时内放行。",
            Automatic.NO,
        ),
        (
            [b"Auto-Submitted: auto-generated", b"X-Mailer: Zendesk Mailer"],
            "我们已收到您的请求，将尽快回复您。此邮件由系统自动发送。",
            Automatic.AUTO_REPLY,
        ),
    ],
)
def test_a_person_is_not_missed_and_a_machine_is_not_believed(
    headers: list[bytes], text: str, expected: Automatic
) -> None:
    found = parse(mail(text.encode(), *headers, Content_Type=b"text/plain; charset=utf-8"), "x")
    assert found.automatic is expected


def test_subjects_of_automatic_replies() -> None:
    assert parse(mail(Subject="自动回复：我在休假".encode()), "x").automatic is Automatic.AUTO_REPLY
    assert parse(mail(Subject=b"Re: Automatic reply: thanks"), "x").automatic is Automatic.NO


def test_format_flowed_is_unfolded() -> None:
    body = b"A long line that \ngoes on.\n> quoted \n> too\n From x\n-- \nLin\n"
    found = parse(mail(body, Content_Type=b"text/plain; format=flowed"), "x")
    assert found.text == "A long line that goes on.\n> quoted too\nFrom x\n-- \nLin"


def test_from_lines_are_unquoted_in_the_text_of_an_mbox_only() -> None:
    raw = mail(b"Hello\n>From here on\n>>From there\n")
    assert parse(raw, "x", from_mbox=True).text == "Hello\nFrom here on\n>From there"
    assert parse(raw, "x", from_mbox=True).raw == raw
    assert parse(raw, "x").text == "Hello\n>From here on\n>>From there"


@pytest.mark.parametrize(
    "damaged",
    [
        b"SGVs bG8h",
        b"SGVsbG8",
        b"SGVsbG8hA",
        b"SGVs!bG8h",
        b"SGVs\nbG8h\n",
        b"SGVsbG8=\n\n-- \nThis list is open to all.\n",
    ],
)
def test_base64_is_repaired(damaged: bytes) -> None:
    found = parse(mail(damaged, Content_Transfer_Encoding=b"base64", Content_Type=b"text/plain"), "x")
    assert found.text.rstrip("!") == "Hello"


def test_padded_runs_after_each_other() -> None:
    kind, body = multipart(
        b"mixed", b"Content-Type: application/x-a\nContent-Transfer-Encoding: base64\n\nQQ==\nQkI=\nQw=="
    )
    assert parse(mail(body, kind), "x").attachments[0].content == b"ABBC"


def test_uuencode_without_a_label() -> None:
    body = b"See the file.\n\nbegin 644 a.txt\n#0V%T\n`\nend\n\nBye\n"
    found = parse(mail(body), "x")
    assert [(a.name, a.content) for a in found.attachments] == [("a.txt", b"Cat")]
    assert "begin" not in found.text
    assert found.text.endswith("Bye")


@pytest.mark.parametrize(
    "kind", [b"multipart/mixed", b"multipart/mixed; boundary=never", b"multipart/alternative; boundary="]
)
def test_a_multipart_without_parts_is_shown_as_it_is(kind: bytes) -> None:
    assert parse(mail(b"Still readable\n", Content_Type=kind), "x").text == "Still readable"


def test_boundary_and_charset_in_rfc_2231() -> None:
    part = b"Content-Type: text/plain; charset*=us-ascii'en'gbk\n\n" + "提币".encode("gbk")
    body = b"--=_b\n" + part + b"\n--=_b--\n"
    assert parse(mail(body, b"Content-Type: multipart/mixed; boundary*=us-ascii''%3D_b"), "x").text == "提币"


def test_the_charset_of_a_page_may_stand_in_the_page() -> None:
    page = '<html><head><meta http-equiv="Content-Type" content="text/html; charset=gb2312"></head><p>提币'.encode(
        "gbk"
    )
    assert parse(mail(page, Content_Type=b"text/html"), "x").text == "提币"


def test_old_macintosh_line_ends() -> None:
    found = parse(mail(b"one\ntwo").replace(b"\n", b"\r"), "x")
    assert (found.subject, found.text) == ("Your request", "one\ntwo")


@pytest.mark.parametrize(
    "raw", [b"", b"\n\n", b"Just words.\n\nMore.", b"\x89PNG\r\n\x1a\n" + bytes(100), b'{"a": 1}', b"Note: x\n\n"]
)
def test_what_is_no_mail_is_told(raw: bytes) -> None:
    with pytest.raises(NotAMail, match="not a mail"):
        parse(raw, "x")


def test_a_mail_with_next_to_nothing() -> None:
    found = parse(b"Subject: x", "x")
    assert (found.subject, found.text, found.sender, found.sent) == ("x", "", "", None)
    assert found.problems == ("there is no Date header", "the sender's address is missing")


_LINE = st.sampled_from(
    [b"--a", b"--a--", b"--b", b"--b--", b"", b"Content-Type: multipart/mixed; boundary=a", b"text", b"--ab",
     b"Content-Type: multipart/alternative; boundary=b", b"Content-Type: message/rfc822", b"Content-Type: text/html",
     b"Content-Transfer-Encoding: base64", b"Content-Transfer-Encoding: quoted-printable", b"Subject: =?gbk?B?xOM?=",
     b"Content-Disposition: attachment; filename*=utf-8''%E4", b"=E4=BD", b"xOO6ww==", b"<p>x", b"begin 644 x",
     b"\xff\xfe\0"]
)  # fmt: skip


@settings(max_examples=400)
@given(st.lists(_LINE, max_size=60), st.sampled_from([b"\n", b"\r\n", b"\r"]))
def test_any_pile_of_parts_is_read(lines: list[bytes], end: bytes) -> None:
    found = parse(b"From: a@b" + end + end.join(lines), "x", from_mbox=True)
    (found.text + found.subject + "".join(a.name for a in found.attachments)).encode()


@settings(max_examples=200)
@given(st.binary(max_size=500))
def test_any_bytes_are_a_mail_or_not(raw: bytes) -> None:
    parse(b"Subject: x\n" + raw, "x")
    if not parse_module.looks_like_mail(raw):
        with pytest.raises(NotAMail):
            parse(b"\n\n{" + raw.replace(b":", b""), "x")


def _joined(parts: list[bytes]) -> bytes:
    """Return a multipart with a boundary of its own."""
    name = hashlib.sha1(b"".join(parts), usedforsecurity=False).hexdigest().encode()
    return b"\n\n".join(multipart(b"mixed", *parts, boundary=name))


_PART = st.recursive(
    st.binary(max_size=40).map(lambda raw: b"\n" + raw.replace(b"-", b"").replace(b"\r", b"")),
    lambda inner: st.lists(inner, min_size=1, max_size=4).map(_joined),
    max_leaves=12,
)


@settings(max_examples=150)
@given(_PART)
def test_the_tree_is_the_standard_librarys(part: bytes) -> None:
    raw = b"From: a@b\n" + part
    ours = [(p.type, p.body() if not p.children else b"") for p in tree.read(raw).walk()]
    theirs = [
        (p.get_content_type(), b"" if p.is_multipart() else p.get_payload(decode=True))
        for p in email.message_from_bytes(raw).walk()
    ]
    assert ours == theirs

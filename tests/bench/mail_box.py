"""A mailbox as disputes make it, as large as asked for: 25 kB a mail on average, a file on every tenth.

Two kinds, because programs that read mail differ in what costs them: `pages` are what help desks send, few words in
much markup (6-48 kB); `words` are long plain letters with all that was quoted in them (4-46 kB), nothing but words.
"""

from __future__ import annotations

import base64
import quopri
import random
from collections.abc import Iterator
from pathlib import Path

_SYLLABLES = (
    "ac",
    "be",
    "con",
    "de",
    "fi",
    "ga",
    "in",
    "lo",
    "ment",
    "na",
    "or",
    "pre",
    "qui",
    "re",
    "si",
    "tra",
    "ver",
)
_WORDS = (
    "the to and of your we you is for our please this account withdrawal deposit review request ticket network "
    "transaction confirm support team hours will be sent address wallet status security verify documents reply"
)
_COMMON = _WORDS.split()
_HAN = "提现 审核 账户 充值 工单 请回复 到账 您好 客服 安全 验证 网络 地址 交易 哈希 处理 小时 尽快 材料 补充"
_CHINESE = _HAN.split()
_HAN_TOO = "提現 審核 帳戶 充值 工單 請回覆 到帳 您好 客服 安全 驗證 網路 地址 交易 處理 小時 盡快 材料"
_TRADITIONAL = _HAN_TOO.split()
# Charset, transfer encoding of the plain text, its words.
_MIXES = (
    ("utf-8", "base64", "zh"),
    ("utf-8", "quoted-printable", "en"),
    ("utf-8", "8bit", "zh"),
    ("us-ascii", "7bit", "en"),
    ("us-ascii", "quoted-printable", "en"),
    ("iso-8859-1", "quoted-printable", "en"),
    ("windows-1252", "8bit", "en"),
    ("gbk", "base64", "zh"),
    ("gb18030", "8bit", "zh"),
    ("big5", "base64", "tw"),
)
_STYLE = "td.cell{padding:0 24px}\n" * 150
_PARAGRAPH = (
    '<p style="margin:0 0 12px;font-family:Arial,Helvetica,sans-serif;font-size:14px;line-height:21px;color:#333">'
)
_ROW = (
    '<table role="presentation" class="row" width="100%" cellpadding="0" cellspacing="0" border="0" bgcolor="#ffffff" '
    'style="border-collapse:collapse;mso-table-lspace:0pt;mso-table-rspace:0pt;max-width:600px;margin:0 auto"><tbody>'
    '<tr style="border-collapse:collapse"><td class="gutter" width="24" style="width:24px;font-size:1px">&nbsp;</td>'
    '<td class="cell" align="left" valign="top" style="padding:12px 24px;border-bottom:1px solid #eeeeee;'
    'font-family:Arial,Helvetica,sans-serif;text-align:left;word-break:break-word">\n'
)


KINDS = ("pages", "words")


def write(path: Path, count: int, seed: int = 7, kind: str = "pages") -> None:
    """Write an mbox (mboxrd) of `count` mails; the same number, seed and kind give the same bytes."""
    with path.open("wb") as out:
        for number, raw in enumerate(mails(count, seed, kind)):
            quoted = raw.replace(b"\nFrom ", b"\n>From ")
            out.write(b"From sender@bench.example Fri Nov 20 14:%02d:00 2026\n%s\n" % (number // 60 % 60, quoted))


def write_maildir(path: Path, count: int, seed: int = 7, kind: str = "pages") -> None:
    """Write the same mails as a Maildir."""
    for name in ("cur", "new", "tmp"):
        (path / name).mkdir(parents=True)
    for number, raw in enumerate(mails(count, seed, kind)):
        (path / "cur" / f"1763.{number}.bench:2,S").write_bytes(raw)


def mails(count: int, seed: int = 7, kind: str = "pages") -> Iterator[bytes]:
    """Yield mails in threads of six, in ten mixes of charset and encoding, with names and numbers of their own."""
    dice = random.Random(seed)
    rare = ["".join(dice.choices(_SYLLABLES, k=dice.randint(2, 4))) for _ in range(9_000)]
    make = _letter if kind == "words" else _page
    for number in range(count):
        body = make(number, dice, rare)
        if number % 10 == 0:
            paper = dice.randbytes(dice.randint(2_000, 9_000))
            file = _part(f'application/pdf; name="statement-{number}.pdf"', "base64", b"%PDF-1.7\n" + paper)
            body = _multipart("mixed", [body, file])
        yield _headers(number, dice) + body


def _page(number: int, dice: random.Random, rare: list[str]) -> bytes:
    charset, encoding, language = dice.choice(_MIXES)
    paragraphs = [_paragraph(dice, rare, language) for _ in range(dice.randint(3, 19))]
    paragraphs.append(_numbers(number, dice))
    text = "\n\n".join(paragraphs) + "\n"
    page = f"<html><head><style>{_STYLE}</style></head><body>" + "".join(
        f"{_ROW}{_PARAGRAPH}{each}</p></td></tr></tbody></table>\n" for each in paragraphs
    )
    html = (page + "</body></html>\n").encode("utf-8")
    return _multipart(
        "alternative",
        [
            _part(f"text/plain; charset={charset}", encoding, text.encode(charset, "replace")),
            _part("text/html; charset=utf-8", dice.choice(("8bit", "quoted-printable", "base64")), html),
        ],
    )


def _letter(number: int, dice: random.Random, rare: list[str]) -> bytes:
    charset, encoding, language = dice.choice(_MIXES)
    paragraphs, left = [_numbers(number, dice)], dice.randint(1_500, 42_000)
    while left > 0:
        paragraphs.append(_paragraph(dice, rare, language))
        size = len(paragraphs[-1].encode(charset, "replace"))
        left -= size * 4 // 3 if encoding == "base64" else size
    text = "\n\n".join(paragraphs) + "\n"
    return _part(f"text/plain; charset={charset}", encoding, text.encode(charset, "replace"))


def _numbers(number: int, dice: random.Random) -> str:
    return f"Ticket #{100_000 + number // 6}, order {dice.randrange(10**12):012d}, TxID {dice.randbytes(32).hex()}"


def _headers(number: int, dice: random.Random) -> bytes:
    first = number - number % 6
    chain = [f"<{n}.{first}@bench.example>" for n in range(first, number)]
    minute, second = number // 60 % 60, number % 60
    received = "".join(
        f"Received: from mx{n}.bench.example (mx{n}.bench.example [192.0.2.{n}])\n\tby mx{n + 1}.example.org with SMTP"
        f" id {dice.randbytes(8).hex()}\n\tfor <lin@example.org>; Fri, 20 Nov 2026 14:{minute:02d}:{second:02d} +0800\n"
        for n in range(4)
    )
    signature = base64.b64encode(dice.randbytes(256)).decode()
    folded = "\n\t".join(signature[at : at + 72] for at in range(0, len(signature), 72))
    subject = base64.b64encode(f"提现 {first} ticket {100_000 + number // 6}".encode()).decode()
    lines = [
        f"Delivered-To: lin@example.org\n{received}DKIM-Signature: v=1; a=rsa-sha256; d=bench.example;\n\tb={folded}",
        "From: Kestrel Support <support@bench.example>" if number % 3 else "From: Lin <lin@example.org>",
        "To: Lin <lin@example.org>" if number % 3 else "To: Kestrel Support <support@bench.example>",
        f"Subject: {'Re: ' if chain else ''}=?utf-8?B?{subject}?=",
        f"Date: Fri, 20 Nov 2026 14:{minute:02d}:{second:02d} +0800",
        f"Message-ID: <{number}.{first}@bench.example>",
        *([f"In-Reply-To: {chain[-1]}", "References: " + "\n ".join(chain)] if chain else []),
        "MIME-Version: 1.0\nX-Mailer: Bench 1.0\n",
    ]
    return "\n".join(lines).encode()


def _paragraph(dice: random.Random, rare: list[str], language: str) -> str:
    if language != "en" and dice.random() < 0.8:
        words = dice.choices(_CHINESE if language == "zh" else _TRADITIONAL, k=dice.randint(12, 50))
        return "，".join("".join(words[at : at + 5]) for at in range(0, len(words), 5)) + "。"
    words = [dice.choice(_COMMON) if dice.random() < 0.7 else dice.choice(rare) for _ in range(dice.randint(20, 90))]
    return "\n".join(" ".join(words[at : at + 12]) for at in range(0, len(words), 12)) + "."


def _part(kind: str, encoding: str, content: bytes) -> bytes:
    if encoding == "base64":
        content = base64.encodebytes(content)
    elif encoding == "quoted-printable":
        content = quopri.encodestring(content)
    return f"Content-Type: {kind}\nContent-Transfer-Encoding: {encoding}\n\n".encode() + content


def _multipart(kind: str, parts: list[bytes]) -> bytes:
    line = b"--=_" + kind.encode()
    body = b"".join(b"\n" + line + b"\n" + part for part in parts)
    return f'Content-Type: multipart/{kind}; boundary="=_{kind}"\n'.encode() + body + b"\n" + line + b"--\n"

"""Where the fuzzer begins: small inputs of every kind, made by the same builders that the tests use."""

from __future__ import annotations

import gzip
import io
import json
import zipfile

from casebook.mail.outlook import mapi
from tests.mail import malformed, outlook_files, quote_cases, samples, test_sealed

_CHAT = {
    "name": "Kestrel Support",
    "type": "personal_chat",
    "id": 7,
    "messages": [
        {"id": 1, "type": "service", "date": "2026-11-20T14:00:00", "date_unixtime": "1795154400", "actor": "Lin"},
        {
            "id": 2,
            "type": "message",
            "date": "2026-11-20T14:03:00",
            "date_unixtime": "1795154580",
            "from": "Lily",
            "from_id": "user7",
            "text": ["released ", {"type": "bold", "text": "today"}],
            "photo": "photos/a.jpg",
        },
    ],
}
_DISCORD = {
    "guild": {"id": "1", "name": "Kestrel"},
    "channel": {"id": "2", "name": "support", "type": "GuildTextChat"},
    "messages": [
        {
            "id": "3",
            "type": "Default",
            "timestamp": "2026-11-20T14:03:00.000+00:00",
            "content": "released",
            "author": {"id": "4", "name": "lily", "isBot": False},
            "attachments": [{"id": "5", "fileName": "a.png", "url": "a.png"}],
        }
    ],
}
_WHATSAPP = (
    "[20.11.26, 14:03:00] Lily: released\n[20.11.26, 14:04:00] Lin: <attached: a.jpg>\nmore\n"
    "11/20/26, 2:03 PM - Lily: x\n"
)
_PASTED = "Lily 14:03\nreleased\n\nLin: thanks\n[14:05] bot: 您好\n2026-11-20 14:06 Lily: 24 小时内\n"
_PROPOSED = (
    "Ticket #99812: withdrawal W-20261109-7 of 1,250 USDT (TRC20) "
    "to bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4 "
    "will be released within 24 hours. TxID "
    + "5f2c0a9d7e41b8c3" * 4
    + ". Please provide a screenshot by Friday. 请在24小时内提供截图。"
)


def seeds() -> dict[str, list[bytes]]:
    """Return what each target begins with."""
    mails = [each.raw for each in malformed.all_of_them() if len(each.raw) < 4_000]
    message = outlook_files.Message(
        {mapi.SUBJECT: "S", mapi.BODY: "released", mapi.RTF: outlook_files.packed_rtf(b"{\\rtf1 x}")}
    )
    message.attachments = [outlook_files.Attached({mapi.SHORT_NAME: "a.txt", mapi.CONTENT: b"x"})]
    return {
        "message": [
            *mails,
            *samples.thread(),
            test_sealed.sealed(test_sealed.container(test_sealed.SIGNED, test_sealed.INNER)),
        ],
        "mailbox": [
            samples.mbox(samples.thread()[:3]),
            samples.mbox(mails[:5], quoted=False),
            samples.mbox(mails[:3]).replace(b"\n", b"\r\n"),
        ],
        "page": [
            test_html.encode()
            for test_html in (
                "<p>a<blockquote type=cite>b</blockquote>",
                '<div class="gmail_quote">x<br>y</div>',
                "<ul><li>a<ol><li>b",
            )
        ],
        "quote": [(case.own + case.rest).encode() for case in quote_cases.CASES],
        "container": [
            *(
                test_sealed.container(kind, b"\nT", open_ended=way, chunk=3)
                for kind in (test_sealed.SIGNED, test_sealed.COMPRESSED)
                for way in (False, True)
            ),
            test_sealed.INVITATION.encode(),
        ],
        "outlook": [outlook_files.msg(message), outlook_files.tnef(message)],
        "winmail": [outlook_files.tnef(message)],
        "richtext": [
            b"{\\rtf1\\ansi\\ansicpg936\\fromhtml1{\\*\\htmltag64 <p>}\\'c4\\'e3\\u20320?\\par}",
            outlook_files.packed_rtf(b"{\\rtf1\\fromhtml1 x}"),
        ],
        "archive": [
            _zip(mails[:3]),
            _of_a_version_to_come(_zip(mails[:1])),
            _nameless(_zip(mails[:1])),
            gzip.compress(samples.mbox(mails[:2]), mtime=0),
        ],
        "exported_chat": [json.dumps(_CHAT).encode(), json.dumps(_DISCORD).encode(), _WHATSAPP.encode()],
        "pasted_chat": [_PASTED.encode(), _WHATSAPP.encode()],
        "proposals": [_PROPOSED.encode(), *(case.own.encode() for case in quote_cases.CASES[:10])],
        "sender": [
            b"support@kestre1.example\nKestrel Support",
            "support@kestrеl.example\nKestrel".encode(),
            b"a@xn--80ak6aa92e.com\nhttps://kestrel.example.evil.net/x",
        ],
    }


def _of_a_version_to_come(packed: bytes) -> bytes:
    """Return a ZIP archive that says it needs a reader which does not exist."""
    directory = packed.index(b"PK\x01\x02")
    return packed[: directory + 6] + b"\x65" + packed[directory + 7 :]


def _nameless(packed: bytes) -> bytes:
    """Return a ZIP archive whose one file has a name that begins with a NUL, which ends it."""
    return packed.replace(b"cur/0.eml", b"\0ur/0.eml")


def _zip(mails: list[bytes]) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as packed:
        for number, each in enumerate(mails):
            packed.writestr(zipfile.ZipInfo(f"cur/{number}.eml"), each)
    return file.getvalue()

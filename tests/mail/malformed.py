"""Two hundred malformed mails, made by hand, each with what must still be understood of it."""

from __future__ import annotations

from collections.abc import Iterator

from tests.mail.malformed_bodies import B5, JP, U8, ZH, Bad, G, bodies
from tests.mail.samples import b64, mail


def all_of_them() -> list[Bad]:
    """Return the whole set."""
    return [*_heads(), *_senders(), *_subjects(), *_dates(), *bodies()]


def _heads() -> Iterator[Bad]:
    base = b"From: a@b.example\nSubject: S\nDate: Fri, 20 Nov 2026 14:03:00 +0800\n\nT\n"
    ok = {"subject": "S", "sender": "a@b.example", "text": "T"}
    yield Bad("a byte order mark first", b"\xef\xbb\xbf" + base, **ok)
    yield Bad("empty lines first", b"\n\r\n\n" + base, **ok)
    yield Bad("a space first", b" " + base, **ok)
    yield Bad("a From line first", b"From a@b Fri Nov 20 14:03:00 2026\n" + base, **ok)
    yield Bad("a quoted From line first", b">From a@b Fri Nov 20 14:03:00 2026\n" + base, **ok)
    yield Bad("old Macintosh line ends", base.replace(b"\n", b"\r"), **ok)
    yield Bad("Windows line ends", base.replace(b"\n", b"\r\n"), **ok)
    yield Bad("mixed line ends", base.replace(b"S\n", b"S\r\n"), **ok)
    yield Bad("doubled carriage returns", base.replace(b"\n", b"\r\r\n"), sender="a@b.example")
    yield Bad("no empty line before the text", base.replace(b"\n\nT", b"\nT"), **ok)
    yield Bad("a white line ends the headers", base.replace(b"\n\nT", b"\n \t \nT"), **ok)
    yield Bad("no text at all", base[:-3], subject="S", text="")
    yield Bad("no end of line at the end", base[:-1], **ok)
    yield Bad("spaces before the colon", base.replace(b"From:", b"From  :").replace(b"Subject:", b"Subject\t:"), **ok)
    yield Bad("no space behind the colon", base.replace(b": ", b":"), **ok)
    yield Bad("names in capitals", base.replace(b"From", b"FROM").replace(b"Subject", b"SUBJECT"), **ok)
    yield Bad("a header line of 8-bit bytes", b"\xc4\xe3\xba\xc3: x\n" + base, **ok)
    yield Bad("a name of two hundred letters", b"X" * 200 + b": y\n" + base, **ok)
    yield Bad("an empty header", b"X-Empty:\n" + base, **ok)
    yield Bad("a header twice", b"Subject: S\n" + base.replace(b"Subject: S", b"Subject: other"), **ok)
    yield Bad("no From", base.replace(b"From: a@b.example\n", b""), subject="S", sender="", text="T")
    yield Bad("no Subject", base.replace(b"Subject: S\n", b""), subject="", sender="a@b.example", text="T")
    yield Bad("only a Subject", b"Subject: S\n\nT", subject="S", text="T")
    yield Bad("only a From", b"From: a@b.example\n\nT", sender="a@b.example", text="T")
    yield Bad("NUL bytes in the headers", base.replace(b"Subject: S", b"Subject: S\0"), subject="S", text="T")
    yield Bad("NUL bytes in the text", base.replace(b"\n\nT", b"\n\nT\0\0"), subject="S", text="T")
    yield Bad("a fold with nothing on it", base.replace(b"Subject: S", b"Subject: S\n \n more"), subject="S")
    yield Bad("folds of tabs", base.replace(b"Subject: S", b"Subject:\n\tS"), **ok)
    yield Bad("forty folds", base.replace(b"Subject: S", b"Subject: S" + b"\n x" * 40), text="T")
    yield Bad("a line of a hundred thousand bytes", b"X-Long: " + b"y" * 100_000 + b"\n" + base, **ok)
    yield Bad("a header without a name", b": value\n" + base)
    yield Bad("words of a listing above", b"+OK 1234 octets\n" + base)
    yield Bad("a dot on a line behind it", base + b".\n", subject="S")
    yield Bad("control characters in a name", b"X-\x01: y\n" + base)


def _senders() -> Iterator[Bad]:
    forms = {
        "a loose comma": (b"Kestrel, Support <s@k.example>", "s@k.example"),
        "an underscore before the bracket": (b"Kestrel ,_<s@k.example>", "s@k.example"),
        "no closing bracket": (b"Kestrel <s@k.example", None),
        "no opening bracket": (b"Kestrel s@k.example>", "s@k.example"),
        "two closing brackets": (b"Kestrel <s@k.example>>", "s@k.example"),
        "an open quote": (b'"Kestrel <s@k.example>', "s@k.example"),
        "an address as the name": (b'"admin@k.example" <s@evil.example>', "s@evil.example"),
        "an address in brackets in the name": (b'"Kestrel <admin@k.example>" <s@evil.example>', "s@evil.example"),
        "two addresses": (b"s@k.example, t@k.example", "s@k.example"),
        "spaces in the address": (b"Kestrel < s @ k.example >", "s@k.example"),
        "a mailto": (b"<mailto:s@k.example>", "s@k.example"),
        "a source route": (b"<@relay.example:s@k.example>", "s@k.example"),
        "nested comments": (b"s@k.example (a (b (c)))", "s@k.example"),
        "an open comment": (b"(Kestrel s@k.example", None),
        "capitals": (b"S@K.EXAMPLE", "s@k.example"),
        "a name in raw gbk": (G + b" <s@k.example>", "s@k.example"),
        "a name in raw utf-8": (U8 + b" <s@k.example>", "s@k.example"),
        "an encoded address": (b"=?utf-8?b?PHNAay5leGFtcGxlPg==?=", "s@k.example"),
        "no at sign": (b"Kestrel Support", ""),
        "empty brackets": (b"Kestrel <>", ""),
        "nothing": (b" ", ""),
        "a list with a group": (b"Team: s@k.example, t@k.example;", "s@k.example"),
        "a folded address": (b"Kestrel\n <s@k.\n example>", "s@k.example"),
        "a backslash": (b'"Kestrel \\" Support" <s@k.example>', "s@k.example"),
    }
    for name, (value, sender) in forms.items():
        yield Bad(f"sender: {name}", mail(b"T", From=value), sender=sender, text="T", subject="Your request")


def _subjects() -> Iterator[Bad]:
    forms = {
        "raw gbk": (G, ZH),
        "raw utf-8": (U8, ZH),
        "a character cut between two words": (b"=?gbk?B?" + b64(G[:5]) + b"?=\n =?gbk?B?" + b64(G[5:]) + b"?=", ZH),
        "lower case letters": (b"=?utf-8?b?" + b64(U8) + b"?=", ZH),
        "glued to text": (b"Re:=?utf-8?B?" + b64(U8) + b"?=.", f"Re:{ZH}."),
        "a line break within": (b"=?utf-8?B?" + b64(U8)[:8] + b"\n " + b64(U8)[8:] + b"?=", ZH),
        "a language": (b"=?utf-8*zh?B?" + b64(U8) + b"?=", ZH),
        "no padding": (b"=?utf-8?B?" + b64(b"ab").rstrip(b"=") + b"?=", "ab"),
        "rubbish in base64": (b"=?utf-8?B?Y#W!I=?=", "ab"),
        "an unknown charset": (b"=?x-nonsense?B?" + b64(U8) + b"?=", ZH),
        "a wrong charset": (b"=?us-ascii?B?" + b64(U8) + b"?=", ZH),
        "an unknown encoding": (b"=?utf-8?X?abc?=", "=?utf-8?X?abc?="),
        "never closed": (b"=?utf-8?B?" + b64(U8), None),
        "quoted-printable with spaces": (b"=?utf-8?Q?a b c?=", "a b c"),
        "quoted-printable with bad hex": (b"=?utf-8?Q?a=ZZb?=", None),
        "an underscore": (b"=?utf-8?Q?a_b?=", "a b"),
        "empty words": (b"=?utf-8?B??= x", "x"),
        "a word within a word": (b"=?utf-8?Q?=?utf-8?Q?a?=?=", None),
        "quotes around a word": (b'"=?utf-8?B?' + b64(U8) + b'?="', None),
        "iso-2022-jp": (b"=?iso-2022-jp?B?" + b64(JP) + b"?=", "出金が保留です"),
        "raw escapes": (JP, "出金が保留です"),
        "big5 called gbk": (b"=?big5?B?" + b64(B5) + b"?=", "提領審核超過三天"),
        "control characters": (b"a\x07b\x1bc", None),
        "a hundred words": (b" ".join([b"=?utf-8?Q?=E6=8F=90?="] * 100), "提" * 100),
        "two encodings in one": (b"=?utf-8?Q?a?= =?utf-8?B?Yg==?=", "ab"),
        "utf-7": (b"=?utf-7?Q?+Y9BzsA-?=", "提现"),
    }
    for name, (value, subject) in forms.items():
        yield Bad(f"subject: {name}", mail(b"T", Subject=value), subject=subject, text="T")


def _dates() -> Iterator[Bad]:
    utc = "2026-11-20T06:03:00"
    forms = {
        "no day of the week": (b"20 Nov 2026 14:03:00 +0800", utc),
        "a wrong day of the week": (b"Mon, 20 Nov 2026 14:03:00 +0800", utc),
        "two digits for the year": (b"Fri, 20 Nov 26 14:03:00 +0800", utc),
        "no seconds": (b"Fri, 20 Nov 2026 14:03 +0800", utc),
        "a colon in the zone": (b"Fri, 20 Nov 2026 14:03:00 +08:00", utc),
        "the zone in words too": (b"Fri, 20 Nov 2026 14:03:00 +0800 (China Standard Time)", utc),
        "GMT and a number": (b"Fri, 20 Nov 2026 14:03:00 GMT+0800", utc),
        "as in ISO 8601": (b"2026-11-20T14:03:00+08:00", utc),
        "with slashes": (b"2026/11/20 14:03:00 +0800", utc),
        "a zone unknown": (b"Fri, 20 Nov 2026 06:03:00 -0000", utc),
        "a named zone": (b"Fri, 20 Nov 2026 06:03:00 GMT", utc),
        "a military zone": (b"Fri, 20 Nov 2026 06:03:00 Z", utc),
        "a day in Chinese": ("周五, 20 Nov 2026 14:03:00 +0800".encode(), utc),
        "second sixty": (b"Fri, 20 Nov 2026 14:02:60 +0800", None),
        "folded": (b"Fri,\n 20 Nov 2026\n 14:03:00 +0800", utc),
        "afternoon": (b"Fri, 20 Nov 2026 2:03:00 PM +0800", utc),
        "an offset beyond all zones": (b"Fri, 20 Nov 2026 14:03:00 +9900", None),
        "the year 1900": (b"Mon, 1 Jan 1900 00:00:00 +0000", None),
        "the year 9999": (b"Fri, 31 Dec 9999 23:59:59 -1200", None),
        "the thirty-second": (b"Fri, 32 Nov 2026 14:03:00 +0800", None),
        "hour twenty-five": (b"Fri, 20 Nov 2026 25:03:00 +0800", None),
        "words": (b"yesterday", None),
        "a number": (b"1795068180", None),
        "nothing": (b" ", None),
    }
    received = b"Received: from a by b; Fri, 20 Nov 2026 06:03:00 +0000"
    for name, (value, sent) in forms.items():
        yield Bad(f"date: {name}", mail(b"T", Date=value), text="T", sent=sent)
    for name in ("the year 1900", "hour twenty-five", "words", "nothing"):
        yield Bad(f"date: {name}, but received", mail(b"T", received, Date=forms[name][0]), text="T", sent=utc)
    yield Bad("date: none, but received", mail(b"T", received, Date=b""), text="T", sent=utc)
    yield Bad("date: none, received without a time", mail(b"T", b"Received: from a by b", Date=b""), text="T")

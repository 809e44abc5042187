"""Measure a whole import against the standard library's bare parse of the same mailbox.

Prints processor seconds per 1,000 mails for both and their ratio, from one run on one generated file, and the time of
importing the same file again. The first number alone says nothing on another machine; the ratio does.
"""

from __future__ import annotations

import argparse
import mailbox
import random
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from casebook.journal import Journal
from casebook.mail import importer
from tests.mail import samples

_ENGLISH = ("withdrawal", "review", "account", "deposit", "ticket", "answer", "network", "please", "confirm")
_CHINESE = ("提现", "审核", "账户", "充值", "工单", "请回复", "到账")


def generated(count: int, seed: int = 7) -> list[bytes]:
    """Return mails as disputes have them: threads of six, five charset mixes, an attachment in one of eight."""
    dice = random.Random(seed)
    return [_one(number, dice) for number in range(count)]


def _one(number: int, dice: random.Random) -> bytes:
    charset = dice.choice(["utf-8", "utf-8", "gbk", "big5", "us-ascii"])
    words = _ENGLISH if charset in {"us-ascii", "big5"} else _ENGLISH + _CHINESE
    lines = [" ".join(dice.choices(words, k=10)) for _ in range(dice.randint(5, 120))]
    text = f"Mail {number}\n" + "\n".join(lines) + "\n"
    plain = b"Content-Type: text/plain; charset=%s\nContent-Transfer-Encoding: base64\n\n" % charset.encode()
    plain += samples.b64(text.encode(charset))
    page = b"Content-Type: text/html; charset=utf-8\nContent-Transfer-Encoding: 8bit\n\n<html><body>"
    page += "".join(f"<p style='margin:0'>{line}<br></p>" for line in lines).encode() + b"</body></html>"
    kind, body = samples.multipart(b"alternative", plain, page, boundary=b"=_alt")
    if number % 8 == 0:
        paper = b"Content-Type: application/pdf; name=a.pdf\nContent-Transfer-Encoding: base64\n\n"
        paper += samples.b64(dice.randbytes(dice.randint(20_000, 160_000)))
        kind, body = samples.multipart(b"mixed", kind + b"\n\n" + body, paper, boundary=b"=_mix")
    first = number - number % 6
    chain = [b"<%d@bench.example>" % n for n in range(first, number)]
    received = b"\n".join(b"Received: from a%d by b%d; Fri, 20 Nov 2026 14:03:00 +0800" % (n, n) for n in range(6))
    return samples.mail(
        body,
        received,
        kind,
        Subject=samples.word(f"提现 {first} ticket", "utf-8"),
        Date=b"Fri, 20 Nov 2026 14:%02d:%02d +0800" % (number // 60 % 60, number % 60),
        Message_ID=b"<%d@bench.example>" % number,
        References=b" ".join(chain),
        In_Reply_To=chain[-1] if chain else b"",
    )


def _import(folder: Path, source: Path) -> tuple[float, float]:
    """Return the processor seconds of a first and a second import."""
    with Journal.create(folder) as journal:
        journal.accounts.add(journal.firms.add("Bench").made, email="lin@example.org")
        spent = []
        for _ in range(2):
            start = time.process_time()
            for _step in importer.run(journal, [source]):
                pass
            spent.append(time.process_time() - start)
        return spent[0], spent[1]


def _bare(source: Path) -> float:
    """Return the processor seconds of the standard library reading every message (compat32)."""
    start = time.process_time()
    for message in mailbox.mbox(source, create=False):
        message.get("subject")
    return time.process_time() - start


def main() -> None:
    """Run the bench and print it."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--mails", type=int, default=1_000)
    count = options.parse_args().mails
    with tempfile.TemporaryDirectory() as place:
        source = Path(place, "bench.mbox")
        source.write_bytes(samples.mbox(generated(count)))
        bare = _bare(source) * 1_000 / count
        first, again = (spent * 1_000 / count for spent in _import(Path(place, "book"), source))
        size = source.stat().st_size / count / 1_000
    print(f"{count} mails of {size:.1f} kB on average; processor seconds per 1,000 mails")
    print(f"mailbox.mbox + compat32, parse alone  {bare:6.2f}")
    print(f"casebook, whole import                {first:6.2f}   ratio {first / bare:.2f}")
    print(f"casebook, the same file again         {again:6.2f}   ratio {again / bare:.2f}")


if __name__ == "__main__":
    main()

"""Mail in archives: every kind, within one another, and archives made to do harm."""

from __future__ import annotations

import bz2
import gzip
import io
import itertools
import lzma
import os
import struct
import tarfile
import tracemalloc
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from casebook.mail.formats import mbox, mbox_stream, reasons
from casebook.mail.formats.sources import Failure, Found, files, messages
from casebook.mail.importer import read
from tests.mail import samples
from tests.mail.test_formats import emlx, takeout
from tests.pace import within

ONE, TWO = samples.mail(b"one\n", Message_ID=b"<1@x>"), samples.mail(b"two\n", Message_ID=b"<2@x>")


def zipped(members: Mapping[str, bytes], packing: int = zipfile.ZIP_DEFLATED) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", packing) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return out.getvalue()


def tarred(members: Mapping[str, bytes], mode: str = "w") -> bytes:
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode=mode) as archive:  # type: ignore[call-overload]
        for name, content in members.items():
            info = tarfile.TarInfo(name)
            info.size = len(content)
            archive.addfile(info, io.BytesIO(content))
    return out.getvalue()


def take(path: Path, content: bytes) -> tuple[list[Found], dict[str, str]]:
    path.write_bytes(content)
    all_ = list(messages(files([path])))
    got = [each for each in all_ if isinstance(each, Found)]
    assert all(0 < each.position <= len(content) for each in got)
    assert [each.position for each in got] == sorted(each.position for each in got)
    return got, {each.source: each.reason for each in all_ if isinstance(each, Failure)}


def test_a_zip_of_everything(tmp_path: Path) -> None:
    members = {
        "Takeout/archive_browser.html": b"<html>",
        "Takeout/Mail/All mail.mbox": b"".join(
            b"From %d@xxx Fri Nov 20 14:03:00 +0000 2026\r\n" % n + takeout(n, label) + b"\r\n"
            for n, label in enumerate((b"Inbox", b"Sent"))
        ),
        "mails/one.eml": ONE,
        "mails/from.eml": b"From a@b Fri Nov 20 14:03:00 2026\n" + TWO,
        "Maildir/.Sent/cur/17:2,S": b"Subject: bare\n\nwords\n",
        "V10/INBOX.mbox/1/Data/Messages/1.emlx": emlx(TWO),
        "V10/INBOX.mbox/1/Data/Attachments/1/2/a.png": samples.png(),
        "__MACOSX/mails/._one.eml": b"\0\5\x16\7",
        ".DS_Store": b"\0\0\0\1Bud1",
        "photo.png": samples.png(),
        "notes.txt": b"nothing",
        "empty.eml": b"",
    }
    got, failed = take(tmp_path / "takeout.zip", zipped(members))
    assert [each.source.partition("/")[2] for each in got] == [
        "Takeout/Mail/All mail.mbox #1",
        "Takeout/Mail/All mail.mbox #2",
        "mails/one.eml",
        "mails/from.eml",
        "Maildir/.Sent/cur/17:2,S",
        "V10/INBOX.mbox/1/Data/Messages/1.emlx",
    ]
    assert [each.outgoing for each in got] == [False, True, False, False, True, False]
    assert got[2].raw == ONE
    assert got[3].raw == members["mails/from.eml"]
    assert list(failed.values()) == [
        "this archive has files that are no mails, they were left out (photo.png, notes.txt)"
    ]


@pytest.mark.parametrize("packing", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2])
def test_packings_of_zip(tmp_path: Path, packing: int) -> None:
    got, failed = take(tmp_path / "a.zip", zipped({"a.eml": ONE, "box": samples.mbox([ONE, TWO])}, packing))
    assert [each.raw for each in got] == [ONE, ONE, TWO]
    assert failed == {}


def test_a_packing_that_is_not_read_is_named(tmp_path: Path) -> None:
    got, failed = take(tmp_path / "a.zip", zipped({"a.eml": ONE}, zipfile.ZIP_LZMA))
    assert (got, len(failed)) == ([], 1)
    assert "a way that is not read (LZMA)" in failed["a.zip/a.eml"]


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("list.mbox.gz", gzip.compress(samples.mbox([ONE, TWO]))),
        ("list.bz2", bz2.compress(samples.mbox([ONE, TWO]))),
        ("list.xz", lzma.compress(samples.mbox([ONE])) + lzma.compress(samples.mbox([TWO]))),
        ("t.tar", tarred({"a.eml": ONE, "./b/c.eml": TWO})),
        ("t.tgz", tarred({"a.eml": ONE, "b/c.eml": TWO}, "w:gz")),
        ("t.tar.xz", tarred({"a.eml": ONE, "b/c.eml": TWO}, "w:xz")),
        ("t.tar.bz2", tarred({"Inbox": samples.mbox([ONE, TWO])}, "w:bz2")),
        ("one.zip", zipped({"in/list.mbox.gz": gzip.compress(samples.mbox([ONE, TWO]))})),
        ("two.zip", zipped({"a.zip": zipped({"b.zip": zipped({"a.eml": ONE, "b.eml": TWO})})})),
        ("three.tgz", gzip.compress(tarred({"x.zip": zipped({"a.eml": ONE, "b.eml": TWO})}))),
    ],
)
def test_every_archive_and_archives_within(tmp_path: Path, name: str, content: bytes) -> None:
    got, failed = take(tmp_path / name, content)
    assert [read(each).message_id for each in got] == ["1@x", "2@x"]
    assert failed == {}


def test_names_lead_nowhere_and_are_in_the_charset_of_the_packer(tmp_path: Path) -> None:
    content = zipped({"../../../etc/evil.eml": ONE, "C:\\windows\\evil2.eml": TWO, "xxxxxxxx.eml": ONE})
    content = content.replace(b"xxxxxxxx.eml", "提币邮件".encode("gbk") + b".eml")
    got, _ = take(tmp_path / "a.zip", content)
    assert [each.source for each in got] == ["a.zip/etc/evil.eml", "a.zip/C:/windows/evil2.eml", "a.zip/提币邮件.eml"]
    assert sorted(p.name for p in tmp_path.iterdir()) == ["a.zip"]


def test_a_locked_file_is_named_and_the_others_are_read(tmp_path: Path) -> None:
    content = bytearray(zipped({"a.eml": ONE, "b.eml": TWO}, zipfile.ZIP_STORED))
    content[6] |= 1  # the local header of the first
    content[content.index(b"PK\x01\x02") + 8] |= 1
    got, failed = take(tmp_path / "a.zip", bytes(content))
    assert [each.raw for each in got] == [TWO]
    assert failed == {"a.zip/a.eml": reasons.LOCKED}


def test_what_stands_before_the_damage_is_kept(tmp_path: Path) -> None:
    mails = [samples.mail(os.urandom(40_000).hex().encode(), Message_ID=b"<%d@x>" % n) for n in range(300)]
    for name, content in (
        ("cut.mbox.gz", gzip.compress(samples.mbox(mails), 1)[:-4_000_000]),
        ("cut.tar", tarred({f"{n:03}.eml": mail for n, mail in enumerate(mails)})[:-4_000_000]),
    ):
        got, failed = take(tmp_path / name, content)
        assert 100 < len(got) < 300
        assert [each.raw.rstrip() for each in got] == [mail.rstrip() for mail in mails[: len(got)]]
        assert "damaged here" in failed[name]
    broken = bytearray(zipped({"a.eml": ONE, "b.eml": TWO}, zipfile.ZIP_STORED))
    broken[60] ^= 1
    got, failed = take(tmp_path / "a.zip", bytes(broken))
    assert [each.raw for each in got] == [TWO]
    assert "damaged here" in failed["a.zip/a.eml"]


def test_documents_and_archives_without_mail(tmp_path: Path) -> None:
    word = zipped({"[Content_Types].xml": b"<x/>", "word/document.xml": b"<x/>"})
    assert take(tmp_path / "letter.docx", word) == ([], {"letter.docx": reasons.NOT_A_MAIL})
    assert take(tmp_path / "p.zip", zipped({"a.png": samples.png()})) == ([], {"p.zip": reasons.NO_MAIL_IN_ARCHIVE})
    assert take(tmp_path / "empty.zip", zipped({})) == ([], {"empty.zip": reasons.NO_MAIL_IN_ARCHIVE})
    assert take(tmp_path / "n.gz", gzip.compress(b"notes")) == ([], {"n.gz": reasons.NO_MAIL_IN_ARCHIVE})
    got, failed = take(tmp_path / "m.zip", zipped({"a.eml": ONE, "letter.docx": word, "all.pst": b"!BDN" + bytes(99)}))
    assert len(got) == 1
    assert failed["m.zip/all.pst"] == reasons.OUTLOOK_DATA_FILE
    assert "(letter.docx)" in failed["m.zip"]


def nested(depth: int) -> bytes:
    content = zipped({"a.eml": ONE})
    for level in range(depth):
        content = zipped({f"{level}.zip": content})
    return content


def test_archives_within_archives_end_somewhere(tmp_path: Path) -> None:
    got, failed = take(tmp_path / "deep.zip", nested(20))
    assert got == []
    assert list(failed.values()) == [reasons.TOO_DEEP]


def overlapping() -> bytes:
    """Return a ZIP whose directory names the one packed file 1,000 times."""
    packed = zipped({"a.eml": b"From: a@b\nSubject: x\n\n" + bytes(2_000_000)})
    start = packed.index(b"PK\x01\x02")
    end = packed.index(b"PK\x05\x06")
    tail = bytearray(packed[end:])
    struct.pack_into("<HHII", tail, 8, 1000, 1000, (end - start) * 1000, start)
    return packed[:start] + packed[start:end] * 1000 + bytes(tail)


def crowded() -> bytes:
    """Return the end of a ZIP that claims 4,000 million files."""
    end64 = struct.pack("<4sQHHIIQQQQ", b"PK\x06\x06", 44, 45, 45, 0, 0, 2**32, 2**32, 2**40, 0)
    locator = struct.pack("<4sIQI", b"PK\x06\x07", 0, 30, 1)
    end = struct.pack("<4sHHHHIIH", b"PK\x05\x06", 0, 0, 65535, 65535, 2**32 - 1, 2**32 - 1, 0)
    return b"PK\x03\x04" + bytes(26) + end64 + locator + end


def swollen() -> bytes:
    return b"From: a@b\nSubject: x\n\n" + bytes(100_000_000)


BOMBS: Mapping[str, tuple[Callable[[], bytes], str]] = {  # made where they are used: that takes seconds
    "a mail of zeros": (lambda: zipped({"a.eml": swollen()}), reasons.BOMB),
    "a mailbox of zeros": (lambda: zipped({"a": b"From a@b Fri Nov 20 14:03:00 2026\n" + swollen()}), reasons.BOMB),
    "gzip within gzip": (lambda: gzip.compress(gzip.compress(swollen())), reasons.BOMB),
    "xz": (lambda: lzma.compress(swollen()), reasons.BOMB),
    "bzip2": (lambda: bz2.compress(swollen()), reasons.BOMB),
    "a zip within": (lambda: zipped({"b.zip": zipped({"a.eml": swollen()})}), reasons.BOMB),
    "one file under 1,000 names": (overlapping, reasons.BOMB),
    "4,000 million files": (crowded, reasons.TOO_MANY),
}


@pytest.mark.parametrize("name", BOMBS)
def test_bombs_are_refused_early(tmp_path: Path, name: str) -> None:
    make, reason = BOMBS[name]
    content = make()
    with within(4):
        tracemalloc.start()
        got, failed = take(tmp_path / "bomb", content)
        peak = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        assert reason in failed.values()
        assert len(got) <= 1
    assert peak < 120_000_000


def test_a_picture_that_swells_is_not_unpacked(tmp_path: Path) -> None:
    got, failed = take(tmp_path / "a.zip", zipped({"zeros.bin": bytes(100_000_000), "a.eml": ONE}))
    assert [each.raw for each in got] == [ONE]
    assert "(zeros.bin)" in failed["a.zip"]


def test_a_dictionary_of_xz_larger_than_memory_is_refused(tmp_path: Path) -> None:
    filters = [{"id": lzma.FILTER_LZMA2, "dict_size": 512 * 1024 * 1024}]
    got, failed = take(tmp_path / "a.xz", lzma.compress(ONE, filters=filters))
    assert got == []
    assert "damaged here" in failed["a.xz"]


def chunks(data: bytes, sizes: list[int]) -> mbox_stream.Read:
    """Return a reader that gives short pieces, as pipes and archives do."""
    file, turn = io.BytesIO(data), itertools.cycle(sizes)
    return lambda size: file.read(min(size, next(turn)))


_PIECES = [b"From ", b"\n", b"\r\n", b"\n\n", b"From a@b Fri Nov 20 14:03:00 2026\n", b"Subject: x\n"]
_PIECES += [b"Content-Length: 40\n", b"Content-Length: 9\n", b"words\n", b"x" * 300, b"From -\nSubject: y\n\n"]


@settings(max_examples=200)
@given(st.lists(st.sampled_from(_PIECES), max_size=80), st.lists(st.integers(1, 500), min_size=1, max_size=4))
def test_a_stream_is_split_like_a_file(pieces: list[bytes], sizes: list[int]) -> None:
    whole = b"From a@b Fri Nov 20 14:03:00 2026\nSubject: x\n\n" + b"".join(pieces)
    streamed = [(m.envelope, m.raw) for m in mbox_stream.split(chunks(whole, sizes), 3_000, 1_500)]
    assert streamed == [(slot.envelope, whole[slot.start : slot.end]) for slot in mbox.split(whole)]

"""What is covered leaves no trace in a pack: not in the PDF, its attachments, the originals, nor in a mail."""

from __future__ import annotations

import base64
import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pypdfium2
import pytest
from PIL import Image, ImageDraw

from casebook.dossier.choices import Choices
from casebook.dossier.collect import collect
from casebook.dossier.pages.labels import LANGUAGES, Labels
from casebook.dossier.redaction.areas import Box
from casebook.dossier.redaction.carriers import carried
from casebook.dossier.selection import Selection, select
from casebook.journal import Journal
from casebook.journal.incoming import NewMail
from casebook.journal.records import Attachment, Exhibit
from casebook.journal.terms import Automatic, Consent, ExhibitSource
from casebook.journal.times import HowKnown, parse
from tests.dossier.conftest import ZONE, check, fill, make, picture
from tests.dossier.test_redaction import SECRET, attach, redact, written

MARK = b"SEALED-MARKER-7731"
ROOT = Path(__file__).parent.parent.parent
RED = (201, 13, 37)
"""A colour that stands nowhere but in the part of the picture that is covered."""


@cache
def photo() -> bytes:
    """Return a TIFF with the marker in its text, its EXIF and behind its end, and a coloured secret."""
    image = Image.open(io.BytesIO(picture(500, 400))).convert("RGB")
    ImageDraw.Draw(image).rectangle((100, 100, 299, 159), fill=RED)
    exif = Image.Exif()
    exif[0x010E] = MARK.decode()
    exif[0x9286] = MARK
    out = io.BytesIO()
    image.save(out, "TIFF", exif=exif, description=MARK.decode(), software=MARK.decode())
    return out.getvalue() + MARK


@cache
def document() -> bytes:
    """Return a PDF with the marker in its text, metadata, an attachment, a comment and an incremental save."""
    opened = pypdfium2.PdfDocument(written(pages=2))
    opened.new_attachment(f"{MARK.decode()}.txt").set_data(MARK * 5)
    out = io.BytesIO()
    opened.save(out)
    opened.close()
    more = b"9999 0 obj\n<< /Type /Annot /Contents (%s) >>\nendobj\n%%%s\n" % (MARK, MARK)
    return out.getvalue() + more + b"%%EOF\n"


def mail(parts: dict[str, bytes], number: int = 77) -> NewMail:
    """Return a mail with these files attached."""
    lines = [b"From: a@example.org", b"Message-ID: <s%d@x>" % number, b"MIME-Version: 1.0"]
    lines += [
        b"Content-Type: multipart/mixed; boundary=bb",
        b"",
        b"--bb",
        b"Content-Type: text/plain",
        b"",
        b"See below.",
    ]
    for name, content in parts.items():
        lines += [b"--bb", b"Content-Type: application/octet-stream; name=" + name.encode()]
        lines += [b"Content-Transfer-Encoding: base64", b"", base64.encodebytes(content).replace(b"\n", b"\r\n")]
    raw = b"\r\n".join([*lines, b"--bb--", b""])
    return NewMail(
        raw=raw, source="s.eml", message_id=f"s{number}@x", in_reply_to=(), references=(), sender="a@example.org",
        sender_name="", to=("support@kestrel.example",), cc=(), subject="Files", date_header="", text="See below.",
        sent=parse("2026-11-19 10:00", ZONE, known=HowKnown.MAIL_HEADER), automatic=Automatic.NO,
        attachments=tuple(Attachment(n, c, "", ExhibitSource.MAIL) for n, c in parts.items()),
    )  # fmt: skip


def everything(pack: Path) -> Iterator[tuple[str, bytes]]:
    """Yield whatever lies in a pack: each file, each stream of each PDF unpacked, each part of each mail decoded."""
    for path in sorted(p for p in pack.rglob("*") if p.is_file()):
        content = path.read_bytes()
        yield path.name, content
        if path.suffix == ".pdf":
            for found in re.finditer(rb"stream\r?\n", content):
                engine = zlib.decompressobj()
                try:
                    inner = engine.decompress(content[found.end() :])
                except zlib.error:
                    continue
                yield f"{path.name}@{found.end()}", inner
        if path.suffix == ".eml":
            for run in re.findall(rb"(?:[A-Za-z0-9+/=]{40,}\r?\n)+", content):
                yield f"{path.name} decoded", base64.b64decode(run + b"===")


def traces(pack: Path, *secrets: bytes) -> list[str]:
    """Return where any of the secrets is found in a pack, in any of the usual ways to write them."""
    forms = {
        form for secret in secrets for form in (secret, secret.decode().encode("utf-16-be"), secret.hex().encode())
    }
    return [name for name, content in everything(pack) if any(form in content for form in forms)]


def coloured(pdf: Path) -> int:
    """Return how many pixels of all pages have the colour of the secret."""
    opened, count = pypdfium2.PdfDocument(pdf), 0
    for page in opened:
        image = page.render(scale=1.5).to_pil().convert("RGB")
        count += sum(
            n for n, c in image.getcolors(1 << 24) if all(abs(a - b) < 24 for a, b in zip(c, RED, strict=True))
        )
    opened.close()
    return count


@pytest.fixture
def planted(journal: Journal) -> tuple[Journal, int, dict[str, Exhibit]]:
    """A case with a marked picture and PDF, in exhibits, twins, archives and mails of every kind."""
    case = fill(journal)
    found = {"photo": attach(journal, "photo.tif", photo(), "image/tiff")}
    found["document"] = attach(journal, "statement.pdf", document(), "application/pdf")
    found["twin"] = attach(journal, "again.tif", photo(), "image/tiff")
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("inner/statement.pdf", document())
    found["archive"] = attach(journal, "all.zip", archive.getvalue(), "application/zip")
    found["mail file"] = attach(journal, "sent.eml", mail({"x.tif": photo()}, 1).raw, "message/rfc822")
    found["plain"] = attach(journal, "plain.csv", b"a,b\n1,2\n", "text/csv")
    for number, parts in ((2, {"photo.tif": photo()}), (3, {"a.zip": archive.getvalue()}), (4, {"b.csv": b"1,2\n"})):
        journal.mail.add([mail(parts, number)], case_id=case, own={"a@example.org"})
    return journal, case, found


def selection(journal: Journal, case: int, **choices: object) -> Selection:
    return select(collect(journal, case), Choices(**choices))  # type: ignore[arg-type]


def reasons(chosen: Selection) -> dict[str, str]:
    return {item.exhibit.label: item.kept_back for item in chosen.exhibits if item.kept_back}


@pytest.mark.slow
@pytest.mark.parametrize("audience", ["outside", "firm"])
def test_nothing_of_what_is_covered_is_in_the_pack(
    planted: tuple[Journal, int, dict[str, Exhibit]], tmp_path: Path, audience: str
) -> None:
    journal, case, found = planted
    before = make(journal, case, tmp_path / "before", audience=audience)
    secrets = (MARK, b"lavender", SECRET.encode())
    assert {name.partition("@")[0] for name in traces(before, *secrets)} > {"dossier.pdf"}, "the test can see it"
    assert coloured(before / "dossier.pdf") > 100
    redact(journal, found["photo"], Box(1, 100, 100, 300, 160))
    redact(journal, found["document"], words=SECRET)
    after = make(journal, case, tmp_path / "after", audience=audience)
    assert traces(after, *secrets) == []
    assert coloured(after / "dossier.pdf") == 0
    assert check(after).ok
    names = {path.name for path in (after / "originals").iterdir()}
    assert f"EX-{found['photo'].number:04d}R-photo.png" in names
    assert f"EX-{found['document'].number:04d}R-statement.pdf" in names
    assert found["plain"].file == journal.exhibits.get(found["plain"].id).file
    for key, content in (("photo", photo()), ("document", document())):
        assert journal.exhibits.read(found[key].file) == content, "sealed, and unchanged"
    embedded = pypdfium2.PdfDocument(after / "dossier.pdf")
    held = {embedded.get_attachment(i).get_name() for i in range(embedded.count_attachments())}
    embedded.close()
    assert {name for name in names if name.startswith("EX-")} <= held
    assert not {name for name in held if "all" in name or "again" in name or "sent" in name}


def test_each_thing_that_stays_says_why(planted: tuple[Journal, int, dict[str, Exhibit]]) -> None:
    journal, case, found = planted
    whole = selection(journal, case)
    assert reasons(whole) == {}
    assert whole.mails_kept_back == {}
    redact(journal, found["photo"], Box(1, 100, 100, 300, 160))
    redact(journal, found["document"], words=SECRET)
    chosen = selection(journal, case)
    got = reasons(chosen)
    assert {key: got.get(e.label, "") for key, e in found.items()} == {
        "photo": "", "document": "", "twin": "twin", "archive": "carrier", "mail file": "carrier", "plain": "",
    }  # fmt: skip
    assert sorted(set(chosen.mails_kept_back.values())) == ["carrier"]
    assert len(chosen.mails_kept_back) == 2
    assert len(chosen.mails) == len(whole.mails) - 2
    labels = [item.label for item in chosen.exhibits if item.redacted]
    assert labels == [f"{found['photo'].label}R", f"{found['document'].label}R"]
    for language in LANGUAGES:
        assert set(Labels.load(ROOT / "resources" / "dossier", language).group("kept_back")) >= {"twin", "carrier"}


def test_a_chosen_original_goes_and_only_that_one(planted: tuple[Journal, int, dict[str, Exhibit]]) -> None:
    journal, case, found = planted
    redact(journal, found["photo"], Box(1, 100, 100, 300, 160))
    redact(journal, found["document"], words=SECRET)
    number = found["photo"].number or 0
    chosen = selection(journal, case, unredacted=frozenset({number}))
    photo_, document_ = (next(i for i in chosen.exhibits if i.exhibit.id == found[k].id) for k in ("photo", "document"))
    assert photo_.file == found["photo"].file
    assert photo_.redaction is not None
    assert not photo_.redacted
    assert document_.redacted
    assert found["twin"].label not in reasons(chosen), "its bytes go out anyway"
    assert reasons(chosen)[found["archive"].label] == "carrier"


def test_a_redaction_taken_back_lets_the_original_go_again(
    planted: tuple[Journal, int, dict[str, Exhibit]], tmp_path: Path
) -> None:
    journal, case, found = planted
    redact(journal, found["photo"], Box(1, 100, 100, 300, 160))
    (standing,) = journal.redactions.of_case(case)
    journal.redactions.withdraw(standing.id)
    assert reasons(selection(journal, case)) == {}
    assert coloured(make(journal, case, tmp_path / "out") / "dossier.pdf") > 100


def test_the_same_record_gives_the_same_pack_with_copies_in_it(
    planted: tuple[Journal, int, dict[str, Exhibit]], tmp_path: Path
) -> None:
    journal, case, found = planted
    redact(journal, found["document"], words=SECRET)
    first, second = (make(journal, case, tmp_path / name) for name in ("one", "two"))
    assert (first / "MANIFEST.sha256").read_bytes() == (second / "MANIFEST.sha256").read_bytes()


@pytest.mark.parametrize(("consent", "goes"), [("", False), ("no", False), ("yes", True), ("notice", True)])
@pytest.mark.parametrize("name", ["call.mp3", "CALL.M4A", "screen.mp4", "voice.bin"])
def test_recordings_go_only_where_those_heard_agreed_or_knew(
    journal: Journal, name: str, consent: str, goes: bool
) -> None:
    case = fill(journal)
    kind = "audio/ogg" if name.endswith("bin") else ""
    exhibit = attach(journal, name, b"ID3" + MARK, kind)
    journal.mail.add([mail({"Call.mp3": b"ID3" + MARK}, 9)], case_id=case, own={"a@example.org"})
    for each in journal.exhibits.of_case(case):
        if each.file == exhibit.file:
            journal.exhibits.edit(each.id, consent=Consent(consent))
    for audience in ("outside", "firm"):
        chosen = selection(journal, case, audience=audience, unredacted=frozenset({exhibit.number or 0}))
        item = next(i for i in chosen.exhibits if i.exhibit.id == exhibit.id)
        assert (item.file is not None) == goes
        assert item.kept_back == ("" if goes else "recording")
        assert bool(chosen.mails_kept_back) != goes, "the mail that brought it"


def test_a_recording_within_an_archive_stays_even_if_chosen(journal: Journal) -> None:
    case = fill(journal)
    attach(journal, "call.mp3", b"ID3" + MARK)
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("call.mp3", b"ID3" + MARK)
    exhibit = attach(journal, "calls.zip", packed.getvalue(), "application/zip")
    chosen = selection(journal, case, unredacted=frozenset({exhibit.number or 0}))
    assert reasons(chosen)[exhibit.label] == "carrier"


def test_carriers_are_seen_through_however_they_are_packed() -> None:
    import gzip
    import hashlib

    inner = b"%PDF-1.4 " + MARK * 30
    wanted = hashlib.sha256(inner).hexdigest()
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("a", inner)
    holder = pypdfium2.PdfDocument(written(pages=1))
    holder.new_attachment("a.bin").set_data(inner)
    saved = io.BytesIO()
    holder.save(saved)
    holder.close()
    message = mail({"a": inner}).raw
    forwarded = (
        b"From: b@x\nTo: c@x\nContent-Type: multipart/mixed; boundary=f\n\n--f\nContent-Type: message/rfc822\n\n"
        + message
        + b"\n--f--\n"
    )
    for carrier in (archive.getvalue(), gzip.compress(inner), saved.getvalue(), message, forwarded):
        assert wanted in carried(carrier)
        assert wanted in carried(gzip.compress(carrier)), "one within another"
    attached = message[:-2]
    assert hashlib.sha256(message).hexdigest() in carried(forwarded) or hashlib.sha256(attached).hexdigest() in carried(
        forwarded
    )
    assert wanted not in carried(inner)
    for broken in (archive.getvalue()[:60], b"PK\x03\x04", b"%PDF-", b"\x1f\x8b", b"A: b\nC: d\n\n", b""):
        carried(broken)

"""What the dossier tests share: a real journal with a small case, pictures of every kind, and a PDF to attach."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Generator, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, TypeVar

import pytest
from PIL import Image, ImageDraw

from casebook.dossier import export, verify
from casebook.dossier.choices import Choices
from casebook.journal import Journal, Progress
from casebook.journal.incoming import NewMail
from casebook.journal.records import Attachment, Verdict
from casebook.journal.terms import Automatic, Category, Channel, Direction, ExhibitSource, PromiseState, ReferenceKind
from casebook.journal.times import HowKnown, Precision, parse

T = TypeVar("T")
ZONE = "Asia/Singapore"
TXID = "0x3f9a77a1c0de55b0f1e2d3c4b5a697886f5e4d3c2b1a09f8e7d6c5b4a392c27e"


class Clock:
    """A clock that moves seven seconds each time it is read."""

    def __init__(self) -> None:
        self.now = datetime(2026, 11, 20, 7, 0, tzinfo=UTC)

    def __call__(self) -> datetime:
        self.now += timedelta(seconds=7)
        return self.now


def finish(work: Generator[Progress, None, T]) -> T:
    """Run long work to its end and return its result."""
    while True:
        try:
            next(work)
        except StopIteration as stop:
            return stop.value


def make(journal: Journal, case_id: int, out: Path, **choices: Any) -> Path:
    """Export and return the dossier."""
    return finish(export.run(journal, case_id, out, Choices(**choices)))


def check(out: Path) -> Verdict:
    """Verify a dossier and return the verdict."""
    return finish(verify.check(out))


def picture(width: int = 640, height: int = 400, form: str = "PNG", mode: str = "RGB") -> bytes:
    """Return a drawn picture."""
    image = Image.new("RGB", (width, height), "#f4f4f2")
    draw = ImageDraw.Draw(image)
    for top in range(20, height - 60, 80):
        draw.rounded_rectangle((20, top, width - 60, top + 50), 10, fill="#ffffff", outline="#888888")
        draw.text((40, top + 15), f"line {top}", fill="black")
    out = io.BytesIO()
    image.convert(mode).save(out, form)
    return out.getvalue()


def pdf(pages: int) -> bytes:
    """Return a PDF with so many pages."""
    images = [Image.new("RGB", (300, 400), (255, 255 - n, 255)) for n in range(pages)]
    out = io.BytesIO()
    images[0].save(out, "PDF", save_all=True, append_images=images[1:])
    return out.getvalue()


def mail(number: int, subject: str, text: str, *, sent: str, sender: str) -> NewMail:
    """Return a mail as the import would hand it over."""
    raw = f"From: {sender}\r\nSubject: {subject}\r\nX-Number: {number}\r\n\r\n{text}\r\n".encode()
    return NewMail(
        raw=raw,
        source="sample.mbox",
        message_id=f"m{number}@kestrel.example",
        in_reply_to=(),
        references=(),
        sender=sender,
        sender_name="Tomáš Dvořák",
        to=("support@kestrel.example",),
        cc=("legal@kestrel.example",),
        subject=subject,
        date_header="Wed, 18 Nov 2026 18:10:42 +0800",
        sent=parse(sent, ZONE, known=HowKnown.MAIL_HEADER),
        text=text,
        automatic=Automatic.NO,
        attachments=(Attachment("statement.pdf", pdf(2), "application/pdf", ExhibitSource.MAIL),),
    )


def fill(journal: Journal) -> int:
    """Put a small case into a journal and return its number."""
    firm = journal.firms.add("Kestrel Exchange", country="SG", zone=ZONE, note="PRIVATE firm note").made
    account = journal.accounts.add(firm, uid="88120934", email="tomas@example.org", note="PRIVATE account note").made
    case = journal.cases.add(
        firm,
        "Withdrawal on hold",
        account_id=account,
        category=Category.WITHDRAWAL,
        amount="1250",
        asset="USDT",
        network="TRC-20",
        claim="A withdrawal is on hold.",
        remedy="Release it.",
        problem=parse("2026-11-16 21:12", ZONE),
    ).made
    asked = journal.contacts.log(
        case, channel=Channel.CHAT, direction=Direction.OUT, happened=parse("2026-11-17", ZONE), text="Asked why."
    ).made
    seen = parse("2026-11-17 13:58", ZONE, known=HowKnown.SCREENSHOT)
    journal.contacts.amend(asked, "read it off the screenshot", happened=seen)
    shot = Attachment("chat 截图.png", picture(), "image/png", ExhibitSource.PASTED, description="whole window")
    answer = journal.contacts.log(
        case,
        channel=Channel.CHAT,
        direction=Direction.IN,
        happened=parse("2026-11-17 14:03", ZONE),
        agent="Lily",
        agent_id="4471",
        bot=False,
        text="It will be relaesed within 24 hours.",
        tickets=["T-99812"],
        attachments=[shot],
    ).made
    journal.contacts.amend(answer, "spelling", text="It will be released within 24 hours.")
    promise = journal.promises.add(
        case, "released within 24 hours", due=parse("2026-11-18 14:03", ZONE), contact_id=answer, agent="Lily"
    ).made
    journal.promises.resolve(promise, PromiseState.BROKEN, "nothing came")
    journal.requests.add(case, "A photo of the card.", contact_id=answer)
    journal.references.add(case, ReferenceKind.TXID, TXID, network="TRON", note="PRIVATE reference note")
    journal.contacts.log(
        case,
        channel=Channel.PHONE,
        direction=Direction.BOTH,
        happened=parse("2026-11-19", ZONE, Precision.DATE),
        text="Called the hotline.",
    )
    first = mail(1, "Withdrawal, order 88213", "Please answer.", sent="2026-11-18 18:10", sender="tomas@example.org")
    journal.mail.add([first], case_id=case, own={"tomas@example.org"})
    journal.follow_ups.add(case, parse("2026-11-25 09:00", ZONE), "PRIVATE strategy: threaten to go to the regulator")
    return case


@pytest.fixture
def journal(tmp_path: Path) -> Iterator[Journal]:
    """A real journal on a fresh folder."""
    with Journal.create(tmp_path / "book", Clock()) as made:
        yield made


@pytest.fixture(scope="module")
def packs(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The dossier of the small case: in both languages and papers, for the firm, and as a ZIP. Read it, never write."""
    folder = tmp_path_factory.mktemp("packs")
    with Journal.create(folder / "book", Clock()) as journal:
        case = fill(journal)
        made = {
            "en": make(journal, case, folder / "en"),
            "again": make(journal, case, folder / "again"),
            "zh": make(journal, case, folder / "zh", language="zh", paper="letter"),
            "firm": make(journal, case, folder / "firm", audience="firm"),
            "zip": make(journal, case, folder / "dossier.zip"),
        }
    with zipfile.ZipFile(made["zip"]) as archive:
        archive.extractall(folder / "unzipped")
    return {**made, "unzipped": folder / "unzipped", "folder": folder}

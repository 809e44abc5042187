"""What a dossier costs beside its typesetting alone: `python -m tests.bench.bench_dossier [CONTACTS...]`.

A case of 1,000 contacts has 200 screenshots and 374 files. Printed are seconds by the clock and in processor time of
the whole export (collect, draw, typeset, pack) and of a bare typst compile of the very same staged input in a fresh
process, their ratio in one run, and the most memory that the exporting process and its children held together.
"""

from __future__ import annotations

import io
import json
import os
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

from casebook.dossier import export
from casebook.dossier.choices import Choices
from casebook.dossier.pages.glyphs import font_folders
from casebook.journal import Journal
from casebook.journal.incoming import NewMail
from casebook.journal.records import Attachment
from casebook.journal.terms import Automatic, Channel, Direction, ExhibitSource
from casebook.journal.times import HowKnown, parse

WORDS = "Your withdrawal is under review by the risk team, please wait. 您的提币申请正在审核中，请耐心等待。\n" * 4
BARE = """
import json, resource, sys, typst
from datetime import datetime, UTC
from pathlib import Path
faces = typst.Fonts(include_system_fonts=False, font_paths=sys.argv[3:])
compiler = typst.Compiler(sys.argv[1] + "/dossier.typ", root=sys.argv[1], font_paths=faces, ignore_system_fonts=True)
stamp = datetime(2026, 1, 1, tzinfo=UTC)
Path(sys.argv[2]).write_bytes(compiler.compile(format="pdf", pdf_standards=["a-3a", "ua-1"], timestamp=stamp))
"""
EXPORT = """
import json, resource, sys
from pathlib import Path
from casebook.dossier import export
from casebook.dossier.choices import Choices
from casebook.journal import Journal
with Journal.open(Path(sys.argv[1])) as journal:
    for _ in export.run(journal, int(sys.argv[2]), Path(sys.argv[3]), Choices(part_size=int(sys.argv[4]))): pass
most = [resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
print(json.dumps([kilo * (1 if sys.platform == "darwin" else 1024) for kilo in most]))
"""


def screenshot(number: int) -> bytes:
    """Return a chat window with a photograph in it, in turn of a desktop (1920 x 1080) and a phone (1080 x 2340)."""
    width, height = (1920, 1080) if number % 2 else (1080, 2340)
    image, chance = Image.new("RGB", (width, height), "#e9edea"), random.Random(number)
    draw, font = ImageDraw.Draw(image), ImageFont.load_default(size=26)
    for row, top in enumerate(range(40, height - 140, 130)):
        left = 40 if row % 3 else width - 860
        draw.rounded_rectangle((left, top, left + 800, top + 100), 22, fill="#ffffff", outline="#c0c6c2", width=2)
        words = " ".join(chance.choice(WORDS.split()[:14]) for _ in range(9))
        draw.text((left + 24, top + 14), words, fill="#10201a", font=font)
        draw.text((left + 24, top + 54), f"{number}-{row} {words[::-1]}", fill="#44524c", font=font)
    photo = Image.effect_noise((24, 24), 80).convert("RGB").resize((320, 240), Image.Resampling.BICUBIC)
    image.paste(photo, (width - 380, height - 420))
    out = io.BytesIO()
    image.save(out, "PNG")
    return out.getvalue()


def statement(number: int) -> bytes:
    """Return a PDF of one page."""
    page = Image.new("RGB", (1240, 1754), "white")
    ImageDraw.Draw(page).text((100, 100), f"Statement {number}\n{WORDS[:62]}", fill="black")
    out = io.BytesIO()
    page.save(out, "PDF")
    return out.getvalue()


def message(number: int, happened: str, attachments: tuple[Attachment, ...]) -> NewMail:
    """Return a mail, its raw form one of the files that go out."""
    raw = f"From: support@kestrel.example\r\nSubject: Message {number}\r\n\r\n{WORDS}".encode()
    return NewMail(
        raw=raw, source="bench.mbox", message_id=f"{number}@bench", in_reply_to=(), references=(),
        sender="support@kestrel.example", sender_name="Support", to=("lin@example.org",), cc=(),
        subject=f"Message {number}", date_header="", sent=parse(happened, "UTC", known=HowKnown.MAIL_HEADER),
        text=f"{number} {WORDS}", automatic=Automatic.NO, attachments=attachments,
    )  # fmt: skip


def fill(journal: Journal, contacts: int) -> int:
    """Log contacts: every fifth with a screenshot, every tenth a mail, most of those with a PDF. Return the case."""
    case = journal.cases.add(journal.firms.add("Kestrel").made, "Bench").made
    mails, statements = [], contacts * 74 // 1000
    for number in range(contacts):
        happened = f"2026-{number // 672 % 12 + 1:02}-{number // 24 % 28 + 1:02} {number % 24:02}:05"
        if number % 10 == 3:
            paper = Attachment(f"{number}.pdf", statement(number), "application/pdf", ExhibitSource.MAIL)
            mails.append(message(number, happened, (paper,) if len(mails) < statements else ()))
            continue
        journal.contacts.log(
            case,
            channel=Channel.CHAT,
            direction=Direction.OUT if number % 2 else Direction.IN,
            happened=parse(happened, "UTC"),
            text=f"{number} {WORDS}",
            attachments=[Attachment(f"{number}.png", screenshot(number // 5))] if number % 5 == 0 else [],
        )
    journal.mail.add(mails, case_id=case)
    return case


def cost(work: Callable[[], object]) -> tuple[float, float]:
    """Return seconds by the clock and of processor time, child processes included."""
    before, start = os.times(), time.perf_counter()
    work()
    after = os.times()
    return time.perf_counter() - start, sum(after[:4]) - sum(before[:4])


def staged(journal: Journal, case: int, work: Path, part_size: int = 0) -> Path:
    """Let an export run to its end but keep what it staged for the typesetter; return that folder."""
    running = export.run(journal, case, work / "second", Choices(part_size=part_size))
    kept = work / "kept"
    for step in running:
        if step.unit == "pages" and not kept.exists():
            (folder,) = work.glob(".casebook-export-*")
            subprocess.run(["cp", "-a", str(folder), str(kept)], check=True)
            break
    running.close()
    return kept


def undiminished(work: Path) -> Path:
    """Have what is staged show every screenshot as it was attached, as somebody would who wrote the pages by hand."""
    data = json.loads((work / "data.json").read_text("utf-8"))
    for exhibit in data["exhibits"]:
        found = next((work / "pack" / "originals").glob(f"EX-{exhibit['number']:04d}-*.png"), None)
        if found and len(exhibit["pictures"]) == 1:
            exhibit["pictures"][0]["file"] = found.relative_to(work).as_posix()
    (work / "data.json").write_text(json.dumps(data), "utf-8")
    return work


def measured(contacts: int, root: Path, book: Path | None = None) -> None:
    """Measure one case of this size in a folder of its own and print the result."""
    if book is None:
        book = root / "book"
        with Journal.create(book, lambda: datetime(2026, 12, 31, tzinfo=UTC)) as journal:
            fill(journal, contacts)
    memory: list[int] = []

    def whole_export() -> None:
        command = [sys.executable, "-c", EXPORT, str(book), "1", str(root / "out"), "0"]
        memory.extend(json.loads(subprocess.run(command, check=True, capture_output=True).stdout))

    whole = cost(whole_export)
    with Journal.open(book) as journal:
        work = staged(journal, 1, root)
    command = [sys.executable, "-c", BARE, str(work), str(root / "bare.pdf"), *map(str, font_folders())]
    bare = cost(lambda: subprocess.run(command, check=True))
    undiminished(work)
    large = cost(lambda: subprocess.run(command, check=True))
    files = len(list((root / "out" / "originals").iterdir()))
    size = (root / "out" / "dossier.pdf").stat().st_size
    print(f"{contacts:,} contacts, {-(-contacts // 5)} screenshots, {files} files, {size:,} bytes of PDF")
    for name, at in (("clock", 0), ("processor", 1)):
        print(
            f"  {name:9}  export {whole[at]:6.1f} s   bare typst, screenshots as attached {large[at]:6.1f} s, ratio "
            f"{whole[at] / large[at]:5.2f}   bare typst, pictures already reduced {bare[at]:6.1f} s, ratio "
            f"{whole[at] / bare[at]:5.2f}"
        )
    print(f"  memory     exporting process {memory[0] / 1e6:,.0f} MB, its largest child {memory[1] / 1e6:,.0f} MB")


def main(arguments: list[str]) -> None:
    """Measure cases of the given sizes (100 and 1,000 contacts if none is given)."""
    for contacts in [int(argument) for argument in arguments] or [100, 1000]:
        with tempfile.TemporaryDirectory() as place:
            measured(contacts, Path(place))


if __name__ == "__main__":
    main(sys.argv[1:])

"""What a dossier costs beside its typesetting alone: `python -m tests.bench.bench_dossier [CONTACTS...]`.

Prints seconds per 100 contacts of the whole export (collect, draw, typeset, pack) and of a bare typst compile of the
very same staged input in a fresh process, by the clock and in processor time, and their ratio in one run.
"""

from __future__ import annotations

import io
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from PIL import Image, ImageDraw

from casebook import paths
from casebook.dossier import export, pack
from casebook.dossier.collect import collect
from casebook.dossier.names import exhibit_path
from casebook.dossier.pages.glyphs import Cleaner, font_folders
from casebook.dossier.pages.labels import Labels
from casebook.dossier.pages.present import present
from casebook.dossier.press import images, typeset
from casebook.journal import Journal
from casebook.journal.records import Attachment
from casebook.journal.terms import Channel, Direction
from casebook.journal.times import parse
from tests.conftest import finished

WORDS = "Your withdrawal is under review by the risk team, please wait. 您的提币申请正在审核中，请耐心等待。\n" * 4
BARE = """
import sys, typst
from datetime import datetime, UTC
from pathlib import Path
faces = typst.Fonts(include_system_fonts=False, font_paths=sys.argv[3:])
compiler = typst.Compiler(sys.argv[1] + "/main.typ", root=sys.argv[1], font_paths=faces, ignore_system_fonts=True)
stamp = datetime(2026, 1, 1, tzinfo=UTC)
Path(sys.argv[2]).write_bytes(compiler.compile(format="pdf", pdf_standards=["a-3a", "ua-1"], timestamp=stamp))
"""


def screenshot(number: int) -> bytes:
    """Return a drawn chat window of 1080 x 1920."""
    image = Image.new("RGB", (1080, 1920), "#f4f4f2")
    draw = ImageDraw.Draw(image)
    for top in range(60, 1840, 120):
        draw.rounded_rectangle((60, top, 900, top + 90), 20, fill="#ffffff", outline="#999999")
        draw.text((90, top + 30), f"{number}: line {top}", fill="black")
    out = io.BytesIO()
    image.save(out, "PNG")
    return out.getvalue()


def fill(journal: Journal, contacts: int) -> int:
    """Log contacts, every fifth with a screenshot; return the case."""
    case = journal.cases.add(journal.firms.add("Kestrel").made, "Bench").made
    with journal.transaction():
        for number in range(contacts):
            journal.contacts.log(
                case,
                channel=Channel.CHAT,
                direction=Direction.OUT if number % 2 else Direction.IN,
                happened=parse(
                    f"2026-{number // 672 % 12 + 1:02}-{number // 24 % 28 + 1:02} {number % 24:02}:05", "UTC"
                ),
                text=f"{number} {WORDS}",
                attachments=[Attachment(f"{number}.png", screenshot(number))] if number % 5 == 0 else [],
            )
    return case


def cost(work: Callable[[], object]) -> tuple[float, float]:
    """Return seconds by the clock and of processor time, child processes included."""
    before, start = os.times(), time.perf_counter()
    work()
    after = os.times()
    return time.perf_counter() - start, sum(after[:4]) - sum(before[:4])


def staged(journal: Journal, case: int, work: Path) -> Path:
    """Stage what the export would typeset, and return the folder."""
    (work / "pages").mkdir(parents=True)
    (work / "pack").mkdir()
    facts = collect(journal, case)
    finished(pack.copy_originals(journal, facts, work / "pack"))
    jobs = [images.Job(e.number or 0, work / "pack" / exhibit_path(e)) for e in facts.exhibits]
    shown = finished(images.draw(jobs, work / "pages"))
    folder = paths.resources() / "dossier"
    data = present(facts, Labels.load(folder, "en"), Cleaner(), shown)
    typeset.stage(work, folder / "dossier.typ", data)
    return work


def measured(contacts: int, root: Path) -> None:
    """Measure one case of this size in a folder of its own and print the result."""
    with Journal.create(root / "book", lambda: datetime(2026, 12, 31, tzinfo=UTC)) as journal:
        case = fill(journal, contacts)
        whole = cost(lambda: finished(export.run(journal, case, root / "out")))
        work = staged(journal, case, root / "work")
    command = [sys.executable, "-c", BARE, str(work), str(root / "bare.pdf"), *map(str, font_folders())]
    bare = cost(lambda: subprocess.run(command, check=True))
    size, per = (root / "out" / "dossier.pdf").stat().st_size, 100 / contacts
    print(f"{contacts} contacts, {-(-contacts // 5)} screenshots, {size:,} bytes")
    for name, at in (("clock", 0), ("processor", 1)):
        print(
            f"  {name:9}  export {whole[at] * per:6.2f} s/100   bare typst {bare[at] * per:6.2f} s/100   "
            f"ratio {whole[at] / bare[at]:5.2f}"
        )


def main(arguments: list[str]) -> None:
    """Measure cases of the given sizes (100 and 500 contacts if none is given)."""
    for contacts in [int(argument) for argument in arguments] or [100, 500]:
        with tempfile.TemporaryDirectory() as place:
            measured(contacts, Path(place))


if __name__ == "__main__":
    main(sys.argv[1:])

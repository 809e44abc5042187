"""Four journeys in both languages on a real window, by keys and through the accessibility tree alone, with figures.

They need a screen of their own (xvfb-run, dbus-run-session, openbox, xdotool, xclip) and the system's Python with the
bindings of AT-SPI; where these are missing they are passed over, unless CASEBOOK_JOURNEYS says that they must be there.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from email.message import EmailMessage
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtGui import QColor, QGuiApplication, QImage, QPainter

from casebook.journal import Journal
from casebook.journal.terms import Channel, Direction
from casebook.journal.times import moment
from tests.gui import languages

HERE = Path(__file__).parent
SYSTEM_PYTHON = "/usr/bin/python3"
MOST_KEYS = 25
"""So many keys and clicks, besides the text, may the first journey take."""

pytestmark = [pytest.mark.slow, pytest.mark.timeout(900)]

_SESSION = """
openbox >/dev/null 2>&1 &
"$0" -m casebook 2>"$WORK/window.log" & window=$!
{python} {acts} {journeys} --lang {language} --work "$WORK" --translations {translations}; code=$?
kill $window; wait $window 2>/dev/null
exit $code
"""


def missing() -> str:
    """Return what this machine lacks for a journey."""
    tools = ("xvfb-run", "dbus-run-session", "openbox", "xdotool", "xclip", SYSTEM_PYTHON)
    if lacking := [tool for tool in tools if shutil.which(tool) is None]:
        return f"there is no {', '.join(lacking)}"
    bindings = "import gi; gi.require_version('Atspi', '2.0'); from gi.repository import Atspi"
    found = subprocess.run([SYSTEM_PYTHON, "-c", bindings], capture_output=True, timeout=60, check=False)
    return "" if found.returncode == 0 else "the system's Python has no bindings of AT-SPI"


@pytest.fixture(scope="module", autouse=True)
def _able() -> None:
    if why := missing():
        assert not os.environ.get("CASEBOOK_JOURNEYS"), why
        pytest.skip(why)


@dataclass
class Traveller:
    """Makes journeys with a home of its own."""

    work: Path
    language: str

    @property
    def book(self) -> Path:
        """The casebook that the program opens by itself."""
        return self.work / "data" / "casebook" / "casebook"

    def go(self, *journeys: str) -> list[dict[str, Any]]:
        """Make journeys one after the other in one window, and return the figures of each."""
        home = {f"XDG_{name}_HOME": str(self.work / name.lower()) for name in ("CONFIG", "DATA", "STATE", "CACHE")}
        runtime = self.work / "run"
        runtime.mkdir(mode=0o700, exist_ok=True)
        for folder in home.values():
            Path(folder).mkdir(exist_ok=True)
        settings = Path(home["XDG_CONFIG_HOME"]) / "casebook"
        settings.mkdir(exist_ok=True)
        chinese = self.language == "zh"
        environment = {
            **os.environ,
            **home,
            "HOME": str(self.work),
            "XDG_RUNTIME_DIR": str(runtime),
            "WORK": str(self.work),
            "PYTHONPATH": str(languages.ROOT),
            "QT_QPA_PLATFORM": "xcb",
            "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
            "LC_ALL": "zh_CN.UTF-8" if chinese else "C.UTF-8",
            "LANG": "zh_CN.UTF-8" if chinese else "en_GB.UTF-8",
        }
        environment.pop("DBUS_SESSION_BUS_ADDRESS", None)
        session = _SESSION.format(
            python=SYSTEM_PYTHON,
            acts=HERE / "acts.py",
            journeys=" ".join(journeys),
            language=self.language,
            translations=languages.CHINESE,
        )
        screen = ["xvfb-run", "-a", "-s", "-screen 0 1440x900x24", "dbus-run-session", "--"]
        done = subprocess.run(
            [*screen, "bash", "-c", session, sys.executable],
            env=environment, capture_output=True, text=True, timeout=800, check=False,
        )  # fmt: skip
        log = (self.work / "window.log").read_text("utf-8") if (self.work / "window.log").exists() else ""
        assert done.returncode == 0, f"{done.stdout[-2000:]}\n{done.stderr[-9000:]}\n{log[-3000:]}"
        told = [json.loads(line) for line in done.stdout.splitlines() if line.startswith('{"journey"')]
        for one in told:
            print("{journey} ({language}): {keys} keys, {letters} letters typed, {seconds} s".format(**one))
        return told


@pytest.fixture(params=["en", "zh"])
def traveller(request: pytest.FixtureRequest, tmp_path: Path) -> Traveller:
    """Somebody who speaks one of the languages."""
    return Traveller(tmp_path, request.param)


def picture(path: Path) -> None:
    """Write what a screenshot of a chat might be."""
    image = QImage(640, 400, QImage.Format.Format_RGB32)
    image.fill(QColor("#ffffff"))
    painter = QPainter(image)
    painter.fillRect(40, 40, 300, 60, QColor("#dddddd"))
    painter.end()
    assert image.save(str(path))


def test_from_the_first_start_to_a_follow_up(qapp: QGuiApplication, traveller: Traveller) -> None:
    """Start, first case, a chat with its screenshot, a promise, a follow-up: nothing but keys, and few of them."""
    picture(traveller.work / "shot.png")
    (figures,) = traveller.go("first")
    assert figures["keys"] <= MOST_KEYS, figures["pressed"]
    with Journal.open(traveller.book) as journal:
        (case,) = journal.cases.rows()
        (contact,) = journal.contacts.of_case(case.id)
        assert (contact.channel, contact.agent) == (Channel.CHAT, "Lily")
        assert len(journal.exhibits.of_case(case.id)) == 1
        (promise,) = journal.promises.of_case(case.id)
        assert promise.due is not None
        assert promise.contact_id == contact.id
        assert journal.follow_ups.of_case(case.id)


def due_case(book: Path) -> None:
    """Make a casebook in which a mail has waited for three days, and a nudge is due."""
    book.parent.mkdir(parents=True)
    now = datetime.now(UTC)
    with Journal.create(book) as journal:
        firm = journal.firms.add("Kestrel").made
        case = journal.cases.add(firm, "Withdrawal on hold").made
        sent = moment(now - timedelta(days=3), "UTC")
        asked = journal.contacts.log(
            case,
            channel=Channel.EMAIL,
            direction=Direction.OUT,
            happened=sent,
            subject="Withdrawal on hold",
            text="Why?",
        )
        journal.follow_ups.add(case, moment(now - timedelta(hours=2), "UTC"), "Nudge", contact_id=asked.made)


def mailbox(path: Path) -> None:
    """Write two mails of one thread, as a mail program saves them."""
    mails = []
    for number in (1, 2):
        message = EmailMessage()
        message["Message-ID"] = f"<t{number}@kestrel.example>"
        if number == 2:
            message["In-Reply-To"] = "<t1@kestrel.example>"
        message["From"], message["To"] = "Kestrel Support <support@kestrel.example>", "mei@example.org"
        message["Subject"] = f"{'Re: ' if number == 2 else ''}Your deposit 55120713"
        message["Date"] = f"Mon, {15 + number} Nov 2026 10:00:00 +0000"
        message.set_content(f"Part {number} of the thread.")
        mails.append(b"From - Mon Nov 16 10:00:00 2026\n" + message.as_bytes() + b"\n")
    path.write_bytes(b"".join(mails))


def test_a_thread_is_filed_and_answered_a_nudge_sent_and_the_dossier_made(traveller: Traveller) -> None:
    """What came in by mail, what has come due, and what goes out, in one window."""
    due_case(traveller.book)
    mailbox(traveller.work / "thread.mbox")
    told = traveller.go("thread", "due", "export")
    assert [one["journey"] for one in told] == ["thread", "due", "export"]
    with Journal.open(traveller.book) as journal:
        (case,) = journal.cases.rows()
        contacts = journal.contacts.of_case(case.id)
        assert sum("of the thread" in contact.text for contact in contacts) == 2
        sent = [contact for contact in contacts if contact.direction is Direction.OUT]
        assert any("A person reads this" in contact.text for contact in sent)
        assert any("Please tell me when" in contact.text for contact in sent)
        assert not journal.inbox.waiting()
    (pdf,) = traveller.work.rglob("dossier.pdf")
    assert pdf.read_bytes().startswith(b"%PDF")

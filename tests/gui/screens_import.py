"""The import at each of its pages, with a mailbox in which four conversations concern a firm, for their pictures."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from email.message import EmailMessage
from pathlib import Path

from PySide6.QtWidgets import QWidget

from casebook.gui.main_window import MainWindow
from casebook.journal import Journal

Settle = Callable[[], None]
PAGES = ("import-choose", "import-preview", "import-report", "import-paste", "import-empty")
_TOPICS = (
    ("Kestrel Support", "help@kestrel.example", "提币审核：您的申请 T-99812"),
    ("Northbank Pay", "service@northbank.example", "Your card payment was declined"),
    ("Kestrel Support", "help@kestre1.example", "Urgent: confirm your wallet"),
    ("Garden Club", "news@garden.example", "Bulbs for spring"),
    ("王小明", "xiaoming@mail.example", "周末一起爬山吗"),
    ("Book Shop", "orders@books.example", "Your order is on its way"),
)


def mailbox(path: Path, threads: int = 40) -> Path:
    """Write an mbox of many conversations of one to three messages."""
    written = []
    for number in range(threads):
        name, address, subject = _TOPICS[number % len(_TOPICS)]
        for step in range(1 + number % 3):
            message = EmailMessage()
            mine = step % 2 == 1
            message["From"] = "mei@example.org" if mine else f'"{name}" <{address}>'
            message["To"] = address if mine else "mei@example.org"
            message["Subject"] = subject if not step else f"Re: {subject}"
            message["Date"] = f"Thu, {1 + number % 19:02d} Nov 2026 10:{step:02d}:00 +0800"
            message["Message-ID"] = f"<{number}.{step}@pictures.example>"
            if step:
                message["References"] = f"<{number}.0@pictures.example>"
            message.set_content("您好，请说明原因。\n\nBest regards\n")
            written.append(b"From someone@pictures.example Thu Nov 19 10:00:00 2026\n" + message.as_bytes() + b"\n")
    path.write_bytes(b"".join(written))
    return path


def bring(window: MainWindow, journal: Journal, page: str, settle: Settle) -> QWidget:
    """Bring a page about and return the widget to be looked at."""
    assert window.commands is not None
    folder = Path(tempfile.mkdtemp())
    box = mailbox(folder / "All mail.mbox")
    (folder / "holiday.jpg").write_bytes(b"\xff\xd8\xff\xe0 no mail")
    if page == "import-empty":
        return window.commands.imports.open()
    dialog = window.commands.imports.open([box, folder / "holiday.jpg"])
    settle()
    if page == "import-paste":
        dialog.choose.paste_requested.emit("Hello, this is no source.")
        settle()
        asking = next(w for w in dialog.children() if isinstance(w, QWidget) and w.isWindow())
        asking.accept()  # type: ignore[attr-defined]
        settle()
        return asking
    if page == "import-preview":
        dialog.look.click()
        while not dialog.preview.model.rowCount():
            settle()
    elif page == "import-report":
        dialog.start.click()
        while dialog.report.model is None:
            settle()
        dialog.report.part.setCurrentIndex(0)
        settle()
    settle()
    return dialog

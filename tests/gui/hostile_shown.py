"""Hostile words in every place of the window that shows words: run by the tests, alone and under a tracer."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import QAbstractItemModel, QAbstractTableModel, QMimeData, QModelIndex, QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtGui import Qt as GuiQt
from PySide6.QtWidgets import QAbstractItemView, QApplication, QLabel, QMenu, QToolTip, QWidget

from casebook.gui.appearance import Appearance
from casebook.gui.main_window import MainWindow
from casebook.journal import Journal
from casebook.journal.terms import Channel, Direction, ReferenceKind
from casebook.mail import importer
from casebook.mail.chosen import Chosen, Pasted
from tests.conftest import finished
from tests.gui import small_book

MARK = "attacker"
"""In the name of everything that the hostile words refer to."""
RIGHT_TO_LEFT, INVISIBLE = "\u202eMia \u05de\u05d9\u05d4", "Tom\u200b\u200d\ufeff\u2066"
_SHAPES = (
    '<img src="{0}">',
    '<img srcset="{0} 2x">',
    '<body background="{0}">',
    '<table background="{0}"><tr><td>x</td></tr></table>',
    '<div style="background:url({0})">x</div>',
    '<style>@import url("{0}");</style>',
    '<link rel="stylesheet" href="{0}">',
    '<iframe src="{0}"></iframe>',
    '<object data="{0}"></object>',
    '<video src="{0}" poster="{0}"></video>',
    '<audio src="{0}"></audio>',
    '<embed src="{0}">',
    '<svg><image href="{0}"/></svg>',
    '<meta http-equiv="refresh" content="0;url={0}">',
    '<base href="{0}"><img src="attacker.png">',
    '<input type="image" src="{0}">',
    '<picture><source srcset="{0}"></picture>',
    '<ul style="list-style-image:url({0})"><li>x</ul>',
    '<script src="{0}"></script>',
    '<p style="content:url({0})">x</p>',
)


def references(folder: Path, port: int) -> list[str]:
    """Return the twenty kinds of reference, each to a file, to a path, to a share and to a server."""
    places = (
        f"file://{folder}/{MARK}.png",
        f"{folder}/{MARK}.png",
        f"//127.0.0.1:{port}/{MARK}.png",
        f"http://127.0.0.1:{port}/{MARK}.png",
    )
    return [shape.format(place) for shape in _SHAPES for place in places]


def build(folder: Path, port: int) -> Journal:
    """Make a casebook in which everybody is called by a tag, and a mail waits that refers to everything."""
    (folder / f"{MARK}.png").write_bytes(small_book.picture())
    made = small_book.build(folder / "book")
    journal, tag = made.journal, f'<img src="file://{folder}/{MARK}.png">'
    firm = journal.firms.add(f"{tag} Exchange", country="SG", note=tag, legal_name=tag).made
    account = journal.accounts.add(firm, uid=f"{tag}1", user_name=tag).made
    case = journal.cases.add(firm, f"{tag} held", account_id=account, claim=tag, remedy=tag, asset=tag).made
    log, words = journal.contacts.log, "".join(references(folder, port))
    said = log(
        case,
        channel=Channel.CHAT,
        direction=Direction.IN,
        happened=small_book.at(-1),
        agent=tag,
        text=words,
        tickets=(tag,),
    ).made
    log(
        case,
        channel=Channel.CHAT,
        direction=Direction.IN,
        happened=small_book.at(-0.5),
        agent=RIGHT_TO_LEFT,
        agent_id=INVISIBLE,
        text=tag + "x" * 1_000_000,
    )
    journal.promises.add(case, tag, due=small_book.at(-0.2), contact_id=said, agent=tag, ring="")
    journal.requests.add(case, tag, contact_id=said)
    journal.references.add(case, ReferenceKind.TXID, tag, network=tag, note=tag)
    journal.follow_ups.add(case, small_book.at(-0.1), tag)
    raw = (
        f'From: "{tag.replace(chr(34), "")}" <support@kestrel.example>\r\nTo: mei@example.org\r\n'
        f"Subject: {tag}\r\nMessage-ID: <hostile@kestrel.example>\r\nDate: Thu, 19 Nov 2026 10:00:00 +0800\r\n"
        f"MIME-Version: 1.0\r\nContent-Type: text/html; charset=utf-8\r\n\r\n<p>hostile</p>{words}"
    ).encode()
    stream, total = Chosen(pasted=(Pasted("way", raw),)).open()
    finished(importer.take(journal, stream, total))
    return journal


def shown(window: MainWindow, journal: Journal) -> Iterator[str]:
    """Open one place after the other; yield its name while it is on the screen."""
    body, do = window.body, window.commands
    assert body is not None
    assert do is not None
    (case_id,) = [row.id for row in journal.cases.rows() if MARK in row.title]
    for name in ("today", "inbox", "open"):
        window.actions_[name].trigger()
        if name == "inbox":
            body.inbox.view.setCurrentIndex(body.inbox.model.index(0))
        yield name
    body.show_case(case_id)
    yield "case"
    window.reminder.open_now()
    yield "due"
    window.reminder.hide()
    window.toolbar.search.setText(MARK)
    body.look_for(MARK)
    while window.quick.jobs:
        QApplication.processEvents()
    yield "search"
    firm_id = journal.cases.get(case_id).firm_id
    contacts = journal.contacts.of_case(case_id)
    for name, maker in {
        "contact": lambda: do.contact.open(contacts[0].id),
        "firm": lambda: do.firm.edit(firm_id),
        "edit case": lambda: do.case.edit(case_id),
        "promise": lambda: do.promise.add(case_id, contacts[0].id),
        "history": lambda: do.history.show(case_id),
    }.items():
        dialog = maker()
        QApplication.processEvents()
        yield name
        dialog.done(0)
    window.notices.say(f'<img src="file:///{MARK}.png">')
    body.show_case(case_id)
    words = "".join(references(journal.folder.parent, 9))
    pasted = QMimeData()
    pasted.setHtml(words)
    QGuiApplication.clipboard().setMimeData(pasted)
    body.case_page.start_logging()
    body.case_page.composer.text.paste()
    yield "pasted"


def rich_guesses(window: MainWindow) -> list[str]:
    """Return the places where Qt would take words for markup: labels that guess, and tooltips."""
    found = []
    for widget in QApplication.allWidgets():
        guesses = isinstance(widget, QLabel) and widget.textFormat() != Qt.TextFormat.PlainText
        if guesses and MARK in widget.text():
            found.append(f"label {type(widget.parent()).__name__}/{widget.objectName()}: {widget.text()[:60]}")
        if MARK in widget.toolTip() and _is_markup(widget.toolTip()):
            found.append(f"tooltip of {type(widget).__name__} in {type(widget.parent()).__name__}")
        if isinstance(widget, QMenu):
            found += [f"menu {a.text()[:60]}" for a in widget.actions() if _is_markup(a.toolTip())]
        if isinstance(widget, QAbstractItemView) and widget.model() is not None:
            found += [f"row tooltip in {type(widget).__name__}: {tip[:60]}" for tip in _tips(widget.model())]
    return found


def _is_markup(words: str) -> bool:
    """Return whether Qt would take words for markup in which more than their own frame is left to be obeyed."""
    return GuiQt.mightBeRichText(words) and "<img" in words


def _tips(model: QAbstractItemModel) -> Iterator[str]:
    for row in range(min(model.rowCount(), 40)):
        for column in range(model.columnCount(QModelIndex()) if isinstance(model, QAbstractTableModel) else 1):
            tip = model.index(row, column).data(Qt.ItemDataRole.ToolTipRole)
            if isinstance(tip, str) and MARK in tip and _is_markup(tip):
                yield tip


def _hover(widget: QWidget) -> None:
    """Show every tooltip that there is, as a pointer does that rests on it."""
    for each in QApplication.allWidgets():
        if MARK in each.toolTip() and each.isVisible():
            QToolTip.showText(QPoint(10, 10), each.toolTip(), each)
            QApplication.processEvents()
    QToolTip.hideText()
    widget.grab()


def main(folder: Path, port: int) -> None:
    """Go through all of it; whoever watches counts what was opened."""
    from casebook import paths
    from casebook.settings import Settings

    app = QApplication([])
    appearance = Appearance(app, paths.resources() / "i18n", app)
    appearance.use_language("en")
    appearance.use_theme("light")
    journal = build(folder, port)
    window = MainWindow(appearance, Settings(), folder / "settings.json", folder)
    window.show()
    window.attach(journal)
    print("opened", flush=True)
    for _name in shown(window, journal):
        QApplication.processEvents()
        _hover(window)
        for dialog in window.findChildren(QWidget):
            if dialog.isWindow() and dialog.isVisible():
                dialog.grab()
    print("done", flush=True)
    window.close()
    journal.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))

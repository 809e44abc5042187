"""A mail as it is shown: quote and signature folded and never lost, where it came from, who wrote it."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from casebook.gui.appearance import Appearance
from casebook.gui.dialogs.contact_dialog import ContactDialog
from casebook.gui.dialogs.parts_dialog import PartsDialog
from casebook.gui.widgets.incoming.mail_preview import MailPreview
from casebook.gui.widgets.timeline.folded_words import FoldedWords, folds_of
from casebook.journal import Journal
from casebook.mail import importer
from casebook.mail.chosen import Chosen, Pasted
from tests.gui import small_book
from tests.gui.conftest import MakeWindow
from tests.gui.small_book import Sample
from tests.mail.test_importer import finished

WORDS = "We release it today.\n\n-- \nMia\nSupport\n\nOn Thu, 19 Nov 2026 you wrote:\n> where is it?\n> I wait."
SIGNATURE_AT, QUOTE_AT = WORDS.index("-- "), WORDS.index("On Thu")
RAW = (
    b"From: Mia <mia@kestrel.example>\r\nTo: mei@example.org\r\nReply-To: desk@kestrel.example\r\n"
    b"Subject: Re: withdrawal\r\nDate: Thu, 19 Nov 2026 10:00:00 +0800\r\n"
    b"Message-ID: <long." + b"x" * 150 + b"@kestrel.example>\r\n\r\nWe release it today.\r\n\r\n"
    b"On Wed, 18 Nov 2026 at 09:00, Mei <mei@example.org> wrote:\r\n> where is it?\r\n> I wait.\r\n"
)


@pytest.fixture
def small(tmp_path: Path, qapp: QApplication):
    made = small_book.build(tmp_path / "small")
    yield made
    made.journal.close()


def brought(journal: Journal, *raws: bytes) -> int:
    """Import messages and return the contact of the first."""
    stream, total = Chosen(pasted=tuple(Pasted(f"way {n}", raw) for n, raw in enumerate(raws, 1))).open()
    report = finished(importer.take(journal, stream, total))
    return next(iter(report.placed))


def labels(widget: MailPreview | ContactDialog) -> str:
    return "\n".join(label.text() for label in widget.findChildren(QLabel) if not label.isHidden())


def test_signature_and_quote_are_folded_and_come_back(appearance: Appearance, qtbot: QtBot) -> None:
    folded = FoldedWords()
    qtbot.addWidget(folded)
    folded.show_words(WORDS, QUOTE_AT, SIGNATURE_AT)
    folded.show()
    assert folded.shown_text() == "We release it today."
    folded.quote.click()
    assert folded.shown_text().endswith("> where is it?\n> I wait.")
    assert "Mia" not in folded.shown_text()
    folded.signature.click()
    shown = folded.shown_text()
    assert shown.split() == WORDS.split()
    folded.quote.click()
    folded.signature.click()
    assert folded.shown_text() == "We release it today."


@pytest.mark.parametrize(("quote_at", "signature_at"), [(None, None), (0, None), (None, 0)])
def test_where_nothing_of_ones_own_would_be_left_all_is_shown(
    quote_at: int | None, signature_at: int | None, appearance: Appearance, qtbot: QtBot
) -> None:
    folded = FoldedWords()
    qtbot.addWidget(folded)
    folded.show_words(WORDS, quote_at, signature_at)
    assert folded.shown_text() == WORDS
    assert folded.quote.isHidden()
    assert folded.signature.isHidden()


def test_folds_cover_the_rest_of_the_words_without_a_gap() -> None:
    folds = folds_of(WORDS, QUOTE_AT, SIGNATURE_AT)
    assert [(fold.start, fold.end, fold.quoted) for fold in folds] == [
        (SIGNATURE_AT, QUOTE_AT, False),
        (QUOTE_AT, len(WORDS), True),
    ]


def test_a_mail_says_where_it_came_from_each_way(small: Sample, appearance: Appearance, qtbot: QtBot) -> None:
    journal = small.journal
    contact_id = brought(journal, RAW, RAW.replace(b"\r\n", b"\n"))
    preview = MailPreview()
    qtbot.addWidget(preview)
    preview.resize(420, 600)
    preview.show_mail(
        journal.contacts.get(contact_id), journal.mail.of_contact(contact_id), journal.mail.copies(contact_id)
    )
    preview.show()
    assert "desk@kestrel.example" in labels(preview)
    assert "way 1" not in labels(preview)
    preview.more.click()
    qtbot.waitUntil(lambda: "way 1" in labels(preview), timeout=5_000)
    assert "way 2" in labels(preview)
    assert preview.minimumSizeHint().width() <= 420, "a long Message-ID must not make the page wider"
    assert preview.words.toPlainText() == "We release it today."
    preview.clear()
    assert not preview.words.toPlainText()


def test_the_contact_dialog_folds_and_names_the_ways_too(
    make_window: MakeWindow, sample_journal: Journal, qtbot: QtBot
) -> None:
    contact_id = brought(sample_journal, RAW)
    window = make_window(sample_journal)
    assert window.commands is not None
    window.reminder.hide()
    sample_journal.inbox.file([contact_id], 1)
    dialog = window.commands.contact.open(contact_id)
    assert "way 1" in labels(dialog)
    folded = dialog.findChild(FoldedWords)
    assert folded is not None
    assert folded.shown_text() == "We release it today."
    folded.quote.click()
    assert "> I wait." in folded.shown_text()
    dialog.close()


def test_what_is_written_down_here_has_no_source(make_window: MakeWindow, sample_journal: Journal) -> None:
    window = make_window(sample_journal)
    assert window.commands is not None
    window.reminder.hide()
    told = next(c for c in sample_journal.contacts.of_case(1) if not sample_journal.mail.is_mail([c.id]))
    dialog = window.commands.contact.open(told.id)
    assert "SHA-256" not in labels(dialog)
    dialog.close()


def test_what_was_understood_is_told_part_by_part(
    make_window: MakeWindow, sample_journal: Journal, qtbot: QtBot
) -> None:
    raw = RAW.split(b"\r\n\r\n")[0] + (
        b'\r\nContent-Type: multipart/mixed; boundary="b"\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\nHello\r\n'
        b"--b\r\nContent-Type: application/pdf; name=proof.pdf\r\n\r\n%PDF-1.4\r\n--b--\r\n"
    )
    contact_id = brought(sample_journal, raw)
    window = make_window(sample_journal)
    assert window.commands is not None
    window.reminder.hide()
    shown = window.commands.contact.open(contact_id)
    shown.parts_requested.emit(contact_id)
    parts = next(dialog for dialog in window.findChildren(PartsDialog))
    qtbot.waitUntil(lambda: parts.model.rowCount() == 3, timeout=10_000)
    told = [row.title + row.detail for row in (parts.model.row(number) for number in range(3)) if row]
    assert "holds the parts" in told[0]
    assert "its words are shown" in told[1]
    assert "proof.pdf" in told[2]
    assert "kept as an exhibit" in told[2]
    parts.close()
    shown.close()

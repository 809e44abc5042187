"""The case page in the real window: log, amend, look; on the screen and in the journal."""

from __future__ import annotations

from datetime import timedelta
from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray, QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from casebook.gui.dialogs.amend_dialog import AmendDialog
from casebook.gui.dialogs.contact_dialog import ContactDialog
from casebook.gui.main_window import MainWindow
from casebook.gui.panes.case_page import CasePage
from casebook.gui.widgets.parts import plain_label
from casebook.journal import Journal
from casebook.journal.errors import DiskTrouble
from casebook.journal.records import Case
from casebook.journal.terms import (
    Channel,
    Direction,
    ExhibitSource,
    ReferenceKind,
)
from casebook.journal.times import HowKnown, Precision, parse
from tests.gui.case_pages import CTRL, case, dialog_of, page
from tests.gui.composing import drop
from tests.gui.small_book import picture

__all__ = ["case", "page"]


def test_twelve_words_and_a_screenshot_take_four_keys(
    qtbot: QtBot, window: MainWindow, page: CasePage, sample_journal: Journal, case: Case
) -> None:
    raw = picture("please wait")
    before = len(sample_journal.contacts.timeline(case.id))
    data = QMimeData()
    data.setData("image/png", QByteArray(raw))
    QGuiApplication.clipboard().setMimeData(data)
    window.actions_["log"].trigger()
    words = "The agent says that the review will be finished by tomorrow at noon"
    field = page.composer.text
    qtbot.waitUntil(field.hasFocus)
    qtbot.keyClicks(field, words)
    qtbot.keyClick(field, Qt.Key.Key_V, CTRL)
    qtbot.keyClick(field, Qt.Key.Key_Return, CTRL)
    rows = sample_journal.contacts.timeline(case.id)
    assert len(rows) == before + 1
    logged = sample_journal.contacts.get(rows[-1].id)
    assert logged.text == words
    assert logged.happened.precision is Precision.EXACT
    (exhibit,) = logged.exhibits
    assert sample_journal.exhibits.read(exhibit.file) == raw
    assert exhibit.source is ExhibitSource.PASTED
    assert page.composer.draft().is_empty
    assert page.timeline.current_contact() == logged.id
    rect = page.timeline.bubble_rect(logged.id)
    assert page.timeline.viewport().rect().contains(rect.bottomLeft())
    qtbot.waitUntil(lambda: page.thumbnails.get(exhibit.file) is not None)
    assert page.side.shown.count.text() == str(len(sample_journal.exhibits.of_case(case.id)))


def test_files_dropped_on_the_page_wait_in_the_composer(page: CasePage, tmp_path: Path) -> None:
    file = tmp_path / "statement.pdf"
    file.write_bytes(b"%PDF-1.4")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file))])
    assert drop(page, data)
    assert [a.name for a in page.composer.tray.attachments()] == ["statement.pdf"]


def test_a_full_disk_loses_no_word(
    qtbot: QtBot, page: CasePage, sample_journal: Journal, case: Case, tmp_path: Path
) -> None:
    before = len(sample_journal.contacts.timeline(case.id))
    gone = tmp_path / "gone.png"
    gone.write_bytes(picture())
    page.attach_files([gone])
    gone.unlink()
    page.composer.text.setPlainText("Every word of this stays")
    page.composer.submit()
    assert len(sample_journal.contacts.timeline(case.id)) == before
    assert page.composer.text.toPlainText() == "Every word of this stays"
    assert page.composer.notice.isVisible()
    assert "gone.png" in page.composer.notice.text()
    page.composer.tray.remove(0)
    page.composer.submit()
    assert len(sample_journal.contacts.timeline(case.id)) == before + 1
    assert issubclass(DiskTrouble, Exception)


def test_page_follows_what_others_write(
    page: CasePage, window: MainWindow, sample_journal: Journal, case: Case
) -> None:
    window.feed.announce(sample_journal.references.add(case.id, ReferenceKind.ERROR, "E-5021"))
    assert "E-5021" in [row.title for row in page.side.references.rows()]
    window.feed.announce(sample_journal.cases.edit(case.id, title="Still on hold"))
    assert page.header.title.text() == "Still on hold"


def test_a_new_contact_is_put_right_without_a_reason_until_it_is_locked(
    page: CasePage, window: MainWindow, sample_journal: Journal, case: Case, monkeypatch: pytest.MonkeyPatch
) -> None:
    def words_of(dialog: QWidget) -> list[str]:
        return [label.text() for label in dialog.findChildren(QLabel)]

    contact_id = sample_journal.contacts.log(
        case.id,
        channel=Channel.CHAT,
        direction=Direction.IN,
        happened=parse("2026-10-25T02:30:00+01:00", "Europe/Berlin"),
        text="Frist words",
    ).made
    page.amend_requested.emit(contact_id)
    form = dialog_of(AmendDialog)
    assert form.windowTitle() == "Correct contact"
    form.text.setPlainText("First words")
    form.accept()
    contact = sample_journal.contacts.get(contact_id)
    assert (contact.text, contact.amended) == ("First words", False)
    shown = window.commands.contact.open(contact_id)
    assert shown.amend.text() == "Correct…"
    assert any("can still be corrected" in words for words in words_of(shown))
    shown.close()
    page.amend_requested.emit(contact_id)
    form = dialog_of(AmendDialog)
    form.happened.source.setCurrentIndex(form.happened.source.findData(HowKnown.SCREENSHOT))
    for room in (sample_journal, sample_journal._core):
        monkeypatch.setattr(room, "clock", lambda: contact.recorded_at + timedelta(minutes=20))
    form.accept()
    assert form.isVisible(), "the form was open longer than a slip can be put right"
    assert "is locked" in form.notice.text()
    form.reason.setText("found the screenshot")
    form.accept()
    contact = sample_journal.contacts.get(contact_id)
    assert contact.amended
    assert (contact.happened.known, contact.happened.offset) == (HowKnown.SCREENSHOT, 3600)
    shown = window.commands.contact.open(contact_id)
    assert shown.amend.text() == "Amend…"
    assert any("UTC+01:00, Europe/Berlin" in words and "from memory" in words for words in words_of(shown))
    shown.close()


def test_amending_keeps_the_earlier_words_one_click_away(
    qtbot: QtBot, page: CasePage, sample_journal: Journal, case: Case
) -> None:
    sample_journal.preferences.set(grace_minutes=0)  # the clock of the sample stands still
    contact_id = sample_journal.contacts.timeline(case.id)[1].id
    before = sample_journal.contacts.get(contact_id).text
    page.amend_requested.emit(contact_id)
    form = dialog_of(AmendDialog)
    assert isinstance(form, AmendDialog)
    form.text.setPlainText("It will be released within 42 hours.")
    form.accept()
    assert form.isVisible(), "no reason, no change"
    form.reason.setText("misread the number")
    form.accept()
    contact = sample_journal.contacts.get(contact_id)
    assert contact.amended
    assert contact.text == "It will be released within 42 hours."
    with qtbot.waitSignal(page.timeline.contact_activated):
        page.show_contact(contact_id)
        row = page.model.row_of(contact_id)
        bubble = page.timeline._bubble(row)
        assert bubble is not None
        mark = next(hit.rect for hit in bubble.hits if hit.kind.value == "amendments")
        corner = page.timeline.visualRect(page.model.index(row)).topLeft()
        qtbot.mouseClick(page.timeline.viewport(), Qt.MouseButton.LeftButton, pos=corner + mark.center())
    shown = dialog_of(ContactDialog)
    words = [label.text() for label in shown.findChildren(type(plain_label("")))]
    assert before in words
    assert any("misread the number" in text for text in words)
    shown.close()


def test_enter_opens_a_contact(qtbot: QtBot, page: CasePage, sample_journal: Journal, case: Case) -> None:
    page.show_contact(sample_journal.contacts.timeline(case.id)[0].id)
    qtbot.keyClick(page.timeline, Qt.Key.Key_Return)
    shown = dialog_of(ContactDialog)
    assert isinstance(shown, ContactDialog)
    shown.close()


def test_closed_case_asks_for_nothing(page: CasePage, window: MainWindow, sample_journal: Journal, case: Case) -> None:
    for follow_up in sample_journal.follow_ups.of_case(case.id, open_only=True):
        sample_journal.follow_ups.drop(follow_up.id, "over")
    window.feed.announce(sample_journal.cases.close(case.id, "paid in full"))
    page.show_case(case.id)
    assert page.banner.step() is None
    assert "paid in full" in page.header.state.text()
    assert page.header.reopen_action.isVisible()


def test_an_empty_case_says_what_to_do(page: CasePage, window: MainWindow, sample_journal: Journal, case: Case) -> None:
    made = sample_journal.cases.add(case.firm_id, "A new one")
    window.feed.announce(made)
    page.show_case(made.made)
    assert page.body.nothing_yet.isVisible()
    page.composer.text.setPlainText("First words")
    page.composer.submit()
    assert page.timeline.isVisible()


def test_both_languages_fit(page: CasePage, window: MainWindow, qtbot: QtBot) -> None:
    for language in ("zh", "en"):
        window.appearance.use_language(language)
        shown = (page.banner.why, page.banner.later, page.banner.done)
        qtbot.waitUntil(lambda shown=shown: all(b.width() >= b.sizeHint().width() for b in shown))
        assert page.composer.text.placeholderText()


def test_every_control_has_name_and_tooltip(page: CasePage) -> None:
    for section in (page.side.next, page.side.promised, page.side.asked, page.side.numbers, page.side.referred):
        assert section.add.toolTip()
        assert section.add.accessibleName()
        assert section.content.accessibleName()
    assert page.header.more.toolTip()


def test_strip_shows_question_and_answer_side_by_side_and_leads_to_them(
    qtbot: QtBot, page: CasePage, sample_journal: Journal, case: Case
) -> None:
    page.strip.repaint()
    shown = {spot.contact_id: spot for spot in page.strip._spots if spot.mark.value in {"own", "theirs"}}
    rows = sample_journal.contacts.timeline(case.id)
    assert set(shown) <= {row.id for row in rows}
    places = sorted(spot.x for spot in shown.values())
    assert all(after - before >= 8 for before, after in pairwise(places))
    first = min(shown.values(), key=lambda spot: spot.x)
    qtbot.mouseClick(page.strip, Qt.MouseButton.LeftButton, pos=QPoint(int(first.x), 14))
    assert page.timeline.current_contact() == first.contact_id

"""How a computer reminds: chosen in the window, kept, obeyed when it closes; and the calendar file that follows."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from icalendar import Calendar
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QWidget
from pytestqt.qtbot import QtBot

from casebook.desktop.autostart import Autostart
from casebook.gui.desktop.desktop import Desktop
from casebook.gui.desktop.tray import Tray, counted_icon
from casebook.gui.dialogs.calendar_dialog import CalendarDialog
from casebook.gui.dialogs.closing_dialog import ClosingDialog, OnClose
from casebook.gui.dialogs.reminders_dialog import RemindersDialog
from casebook.gui.main_window import MainWindow
from casebook.journal.times import moment
from casebook.settings import Settings
from tests.gui.small_book import NOW, ZONE, Sample, at

LONG = 10_000


@pytest.fixture
def desktop(bare: MainWindow, small: Sample, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Desktop]:
    """The window joined to a desktop where nobody shows notifications and there is no tray."""
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", f"unix:path={tmp_path / 'nobody'}")
    monkeypatch.setattr(Tray, "can_be", staticmethod(lambda: False))
    # A window that an earlier test closed has asked the program to quit: no question of this one waits for that.
    QCoreApplication.removePostedEvents(None, QEvent.Type.Quit.value)
    program = tmp_path / "casebook-window"
    program.write_text("")
    made = Desktop(bare, bare.settings, tmp_path / "settings.json", Autostart((str(program),), home=tmp_path))
    bare.attach(small.journal)
    bare.reminder.hide()
    yield made
    made.closing._is_ending = True
    made.end()
    QApplication.setQuitOnLastWindowClosed(True)


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[ClosingDialog]:
    """The questions that were asked; `answer` says what is pressed."""
    seen: list[ClosingDialog] = []

    def answer(dialog: ClosingDialog) -> int:
        seen.append(dialog)
        if wanted := answers.pop(0):
            {OnClose.QUIT: dialog.quit, OnClose.TRAY: dialog.tray}[wanted].click()
        return 0

    answers: list[OnClose | None] = [OnClose.QUIT]
    monkeypatch.setattr(ClosingDialog, "exec", answer)
    seen_answers[id(seen)] = answers
    return seen


seen_answers: dict[int, list[OnClose | None]] = {}


def answers(asked: list[ClosingDialog], *wanted: OnClose | None) -> None:
    seen_answers[id(asked)][:] = wanted


def words(dialog: ClosingDialog) -> str:
    return f"{dialog.heading.text()} {dialog.words.text()}"


def test_closing_says_that_reminders_stop_and_when_the_next_would_ring(
    desktop: Desktop, bare: MainWindow, asked: list[ClosingDialog]
) -> None:
    answers(asked, None, OnClose.QUIT)
    bare.close()
    assert bare.isVisible()
    assert "Reminders stop until you start Casebook again." in words(asked[0])
    assert words(asked[0]).startswith("Reminders")
    assert "3 follow-up" in asked[0].words.text()
    assert "Mon 23 Nov" in asked[0].words.text()
    assert asked[0].tray.isHidden()
    bare.close()
    assert not bare.isVisible()
    assert not desktop.closing.is_hidden


def test_with_nothing_to_remind_of_it_just_closes(
    desktop: Desktop, bare: MainWindow, small: Sample, asked: list[ClosingDialog]
) -> None:
    for number in (small.overdue, small.due, small.later):
        small.journal.follow_ups.done(number)
    bare.close()
    assert not bare.isVisible()
    assert asked == []


def test_quit_in_the_menu_always_quits(desktop: Desktop, bare: MainWindow, asked: list[ClosingDialog]) -> None:
    bare.settings.on_close = "tray"
    bare.actions_["quit"].trigger()
    assert not bare.isVisible()
    assert asked == []
    assert bare.is_quitting


def test_what_is_chosen_for_good_is_not_asked_again(
    desktop: Desktop, bare: MainWindow, asked: list[ClosingDialog], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    original = ClosingDialog.exec

    def tick(dialog: ClosingDialog) -> int:
        dialog.always.setChecked(True)
        return original(dialog)

    monkeypatch.setattr(ClosingDialog, "exec", tick)
    bare.close()
    assert Settings.load(tmp_path / "settings.json").on_close == "quit"
    bare.show()
    bare.close()
    assert len(asked) == 1


def test_it_stays_in_the_tray_only_where_there_is_one_now(
    desktop: Desktop, bare: MainWindow, asked: list[ClosingDialog], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(desktop.tray, "is_there", lambda: True)
    answers(asked, OnClose.TRAY, OnClose.QUIT)
    bare.close()
    assert not asked[0].tray.isHidden()
    assert desktop.closing.is_hidden
    assert not QApplication.quitOnLastWindowClosed()
    desktop.tray.open_requested.emit()
    assert bare.isVisible()
    assert not desktop.closing.is_hidden
    assert QApplication.quitOnLastWindowClosed()
    bare.settings.on_close = "tray"
    bare.close()
    assert len(asked) == 1
    assert desktop.closing.is_hidden
    bare.show()
    monkeypatch.setattr(desktop.tray, "is_there", lambda: False)  # the tray has gone
    bare.close()
    assert len(asked) == 2
    assert not bare.isVisible()
    assert not desktop.closing.is_hidden


def test_a_casebook_that_is_not_open_asks_nothing(
    desktop: Desktop, bare: MainWindow, asked: list[ClosingDialog]
) -> None:
    bare.detach(QWidget())
    bare.close()
    assert asked == []
    assert not bare.isVisible()


def test_a_start_at_login_is_offered_once_with_the_first_reminder(
    desktop: Desktop, bare: MainWindow, small: Sample, tmp_path: Path
) -> None:
    assert bare.warnings.said("login") == ""
    bare.feed.announce(small.journal.follow_ups.add(small.fees, at(1), "Ring"))
    assert "when you log in?" in bare.warnings.said("login")
    bare.warnings.remedy("login").click()
    assert desktop.login.state().on
    assert bare.warnings.said("login") == ""
    desktop.login.turn_off()
    bare.feed.announce(small.journal.follow_ups.add(small.fees, at(1), "Ring again"))
    assert bare.warnings.said("login") == ""
    assert Settings.load(tmp_path / "settings.json").login_offered == "yes"


def test_the_dialog_shows_the_true_state_and_mends_it(desktop: Desktop, bare: MainWindow, tmp_path: Path) -> None:
    assert bare.commands is not None
    desktop.login.turn_on()
    program = tmp_path / "casebook-window"
    program.unlink()
    bare.actions_["reminders"].trigger()
    dialog = next(d for d in bare.findChildren(RemindersDialog) if d.isVisible())
    assert dialog.login.currentData() == "on"
    assert "not there any more" in dialog.login_status.text()
    assert "no tray now" in " ".join(label.text() for label in dialog.findChildren(type(dialog.status)))
    program.write_text("")
    dialog.login.setCurrentIndex(dialog.login.findData("off"))
    dialog.notifications.setCurrentIndex(dialog.notifications.findData("away"))
    dialog.words.setCurrentIndex(dialog.words.findData("quiet"))
    dialog.on_close.setCurrentIndex(dialog.on_close.findData("tray"))
    dialog.save_button.click()
    assert not desktop.login.state().on
    kept = Settings.load(tmp_path / "settings.json")
    assert (kept.notifications, kept.notification_text, kept.on_close) == ("away", "quiet", "tray")


def test_a_locked_casebook_is_heard_without_a_word_of_it(
    desktop: Desktop, bare: MainWindow, small: Sample, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[Any] = []
    monkeypatch.setattr(desktop.notifications, "show", said.append)
    monkeypatch.setattr(small.journal, "key", object())
    small.journal.follow_ups.add(small.fees, moment(NOW + timedelta(hours=3), ZONE), "Secret words")
    bare.reminders.check()
    bare.detach(QWidget())
    monkeypatch.setattr("casebook.gui.desktop.desktop.utc_now", lambda: NOW + timedelta(hours=2))
    desktop._look_while_locked()
    assert said == []
    monkeypatch.setattr("casebook.gui.desktop.desktop.utc_now", lambda: NOW + timedelta(hours=3))
    desktop._look_while_locked()
    desktop._look_while_locked()
    (notice,) = said
    assert notice.title == "A follow-up is due"
    assert "Secret" not in notice.title + notice.body
    assert any(label.text().startswith("3 follow-up") for label in bare.warnings.findChildren(QLabel))
    for days in (1, 2, 30):  # nobody answers: it is said again every morning
        later = NOW + timedelta(days=days, hours=18)
        monkeypatch.setattr("casebook.gui.desktop.desktop.utc_now", lambda later=later: later)
        desktop._look_while_locked()
        desktop._look_while_locked()
    assert len(said) == 4
    desktop.notifications.pressed.emit(notice.tag, "default", "")
    assert bare.isVisible()


def test_the_icon_carries_its_count(qapp: QApplication) -> None:
    pictures = [counted_icon(count).pixmap(64, 64).toImage() for count in (0, 1, 2, 12, 100)]
    assert all(a != b for n, a in enumerate(pictures) for b in pictures[:n])
    assert counted_icon(100).pixmap(64, 64).toImage() == counted_icon(140).pixmap(64, 64).toImage()


def test_the_tray_says_how_many_in_both_languages(desktop: Desktop, bare: MainWindow) -> None:
    assert "2" in desktop.tray.words()
    bare.appearance.use_language("zh")
    QCoreApplication.processEvents()
    assert "2" in desktop.tray.words()
    bare.detach(QWidget())
    assert "2" not in desktop.tray.words()


def events(path: Path) -> list[Any]:
    return list(Calendar.from_ical(path.read_bytes()).walk("VEVENT"))


def test_a_calendar_is_written_where_the_user_says(
    desktop: Desktop, bare: MainWindow, small: Sample, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    assert bare.body is not None
    assert bare.commands is not None
    bare.show_case(small.withdrawal)
    bare.actions_["calendar"].trigger()
    dialog = next(d for d in bare.findChildren(CalendarDialog) if d.isVisible())
    out = tmp_path / "phone.ics"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_a, **_k: (str(out), ""))
    counts = []
    for place in range(dialog.which.count()):
        dialog.which.setCurrentIndex(place)
        dialog.tell("")
        dialog.write_button.click()
        qtbot.waitUntil(lambda: str(out) in dialog.status.text(), timeout=LONG)
        counts.append(len(events(out)))
    assert counts == [3, 1, 1]
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_a, **_k: (str(tmp_path / "no" / "x.ics"), ""))
    dialog.write_button.click()
    qtbot.waitUntil(dialog.notice.isVisible, timeout=LONG)
    dialog.reject()


def test_a_kept_calendar_follows_the_window_and_a_fault_is_said(
    desktop: Desktop, bare: MainWindow, small: Sample, tmp_path: Path, qtbot: QtBot
) -> None:
    place = tmp_path / "phone"
    place.mkdir()
    out = place / "casebook.ics"
    bare.actions_["calendar"].trigger()
    dialog = next(d for d in bare.findChildren(CalendarDialog) if d.isVisible())
    dialog.file.setText(str(place / "photo.png"))
    dialog.save_button.click()
    assert "let it end in .ics" in dialog.notice.text()
    dialog.file.setText(str(out))
    dialog.save_button.click()
    qtbot.waitUntil(out.is_file, timeout=LONG)
    qtbot.waitUntil(lambda: not bare.quick.jobs, timeout=LONG)
    for number in range(4):
        bare.feed.announce(small.journal.follow_ups.add(small.fees, at(5), f"number {number}"))
    qtbot.waitUntil(lambda: len(events(out)) == 7, timeout=LONG)
    bare.feed.announce(small.journal.follow_ups.done(small.due))
    qtbot.waitUntil(lambda: "CANCELLED" in out.read_text("utf-8"), timeout=LONG)
    qtbot.waitUntil(lambda: not bare.quick.jobs, timeout=LONG)
    out.unlink()
    place.rmdir()
    bare.feed.announce(small.journal.follow_ups.reopen(small.due))
    qtbot.waitUntil(lambda: bare.warnings.said("calendar") != "", timeout=LONG)
    assert "is not there" in bare.warnings.said("calendar")
    place.mkdir()
    bare.feed.announce(small.journal.follow_ups.done(small.due))
    qtbot.waitUntil(lambda: bare.warnings.said("calendar") == "", timeout=LONG)

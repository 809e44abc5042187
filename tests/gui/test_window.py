"""The main window as its user meets it: start, menus, keys, languages, colours, notices, closing."""

from __future__ import annotations

import contextlib
import sys
from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QTimer, QUrl
from PySide6.QtGui import QAccessible, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QDialog,
    QLabel,
    QLineEdit,
    QMessageBox,
    QPlainTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from casebook import paths
from casebook.gui.action_table import SPECS
from casebook.gui.actions import plain
from casebook.gui.dialogs.case_dialog import CaseDialog
from casebook.gui.dialogs.check_dialog import CheckDialog
from casebook.gui.main_window import MainWindow
from casebook.gui.models.sidebar_model import Choice, View
from casebook.gui.panes.sidebar import COMPACT
from casebook.gui.panes.welcome import WelcomePane
from casebook.journal import Journal
from casebook.journal.store.database import raw_connection
from casebook.journal.terms import CaseStatus
from casebook.settings import Settings
from tests.gui.conftest import MakeWindow


def dialogs(kind: type[QDialog] = QDialog) -> list[QDialog]:
    return [w for w in QApplication.topLevelWidgets() if isinstance(w, kind) and w.isVisible()]


def close_dialogs() -> None:
    for dialog in dialogs():
        dialog.close()


def test_it_starts_on_today_and_rings_for_what_is_due(window: MainWindow) -> None:
    assert window.body is not None
    assert window.body.today.isVisible()
    assert window.windowTitle() == "Casebook"
    assert window.focusWidget() is window.body.sidebar.list
    assert window.reminder.isVisible()
    close_dialogs()


def test_an_empty_casebook_says_how_to_start_and_then_gets_out_of_the_way(
    empty_window: MainWindow, journal: Journal, qtbot: QtBot
) -> None:
    body = empty_window.body
    assert body is not None
    assert body.findChild(WelcomePane).isVisible()
    firm = journal.firms.add("Kestrel Exchange")
    empty_window.feed.announce(firm)
    assert body.findChild(WelcomePane).isVisible()
    empty_window.feed.announce(journal.cases.add(firm.made, "Deposit missing"))
    assert not body.findChild(WelcomePane).isVisible()
    assert body.today.isVisible()


@pytest.mark.parametrize("name", ["today", "inbox", "open", "waiting", "closed"])
def test_each_view_has_its_key_and_follows_the_sidebar(window: MainWindow, qtbot: QtBot, name: str) -> None:
    close_dialogs()
    body = window.body
    assert body is not None
    window.actions_[name].trigger()
    assert body.sidebar.choice() == Choice(View(name))
    page = {"today": body.today, "inbox": body.inbox}.get(name, body.case_list)
    assert page.isVisible()


def test_no_two_actions_share_a_key_and_each_is_in_a_menu(window: MainWindow) -> None:
    close_dialogs()
    keys = [spec.key for spec in SPECS if spec.key]
    assert len(keys) == len(set(keys))
    listed = {action.objectName() for menu in window.menuBar().actions() for action in menu.menu().actions()}
    assert {spec.name for spec in SPECS} <= listed
    for spec, action in window.actions_:
        assert action.text(), spec.name
        assert plain(action) in action.toolTip() or spec.hint
        if spec.key:
            assert spec.key in action.toolTip()


def test_actions_on_a_case_need_a_case(window: MainWindow) -> None:
    close_dialogs()
    assert window.actions_["new_case"].isEnabled()
    assert not window.actions_["export"].isEnabled()
    window.actions_["open"].trigger()
    assert window.actions_["export"].isEnabled()
    assert window.windowTitle().endswith("— Casebook")
    window.actions_["closed"].trigger()
    assert not window.actions_["edit_case"].isEnabled()


def test_log_contact_works_from_anywhere(window: MainWindow, qtbot: QtBot) -> None:
    close_dialogs()
    body = window.body
    assert body is not None
    window.actions_["log"].trigger()
    assert body.case_page.isVisible()
    assert body.case_page.case_id == body.case_id > 0
    qtbot.waitUntil(lambda: isinstance(window.focusWidget(), QPlainTextEdit))


@pytest.mark.parametrize("name", ["new_case", "new_firm", "edit_case", "close_case", "follow_up", "promise", "request",
                                  "reference", "import_mail", "export", "help", "keys", "about"])  # fmt: skip
def test_every_dialog_opens_and_closes_in_both_languages(window: MainWindow, qtbot: QtBot, name: str) -> None:
    close_dialogs()
    window.actions_["open"].trigger()
    for language in ("en", "zh"):
        window.appearance.use_language(language)
        window.actions_[name].trigger()
        shown = dialogs()
        assert len(shown) == 1, name
        assert shown[0].windowTitle()
        shown[0].close()
        qtbot.waitUntil(lambda: not dialogs())


def test_everything_that_takes_the_keyboard_has_a_name(window: MainWindow, qtbot: QtBot) -> None:
    close_dialogs()
    for name in ("today", "inbox", "open"):
        window.actions_[name].trigger()
        for widget in window.findChildren(QWidget):
            inner = isinstance(widget.parent(), QAbstractSpinBox | QComboBox)
            if not widget.isVisible() or not widget.focusPolicy() & Qt.FocusPolicy.TabFocus or inner:
                continue
            told = QAccessible.queryAccessibleInterface(widget)
            named = told is not None and (
                told.text(QAccessible.Text.Name) or told.text(QAccessible.Text.Description) or widget.toolTip()
            )
            assert named, f"{type(widget).__name__} {widget.objectName()} on {name}"


def test_every_button_of_the_frame_tells_what_it_does(window: MainWindow) -> None:
    close_dialogs()
    for name in ("today", "inbox", "open"):
        window.actions_[name].trigger()
        for button in window.findChildren(QAbstractButton):
            if button.isVisible() and not isinstance(button.parent(), QLineEdit):
                assert button.toolTip(), f"{button.text() or type(button).__name__} on {name}"


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("name", ["today", "inbox", "open", "waiting"])
def test_no_words_are_cut_off(window: MainWindow, qtbot: QtBot, language: str, name: str) -> None:
    close_dialogs()
    window.resize(1280, 800)
    window.appearance.use_language(language)
    window.actions_[name].trigger()

    def cut() -> list[str]:
        labels = [w for w in window.findChildren(QLabel) if w.isVisible() and w.text() and not w.wordWrap()]
        buttons = [w for w in window.findChildren(QAbstractButton) if w.isVisible() and w.text()]
        return [
            *(label.text() for label in labels if label.width() < label.sizeHint().width()),
            *(button.text() for button in buttons if button.width() < button.minimumSizeHint().width()),
        ]

    with contextlib.suppress(qtbot.TimeoutError):
        qtbot.waitUntil(lambda: not cut(), timeout=1000)
    assert not cut()


@pytest.mark.parametrize("language", ["en", "zh"])
def test_a_small_window_gives_the_case_the_room(window: MainWindow, qtbot: QtBot, language: str) -> None:
    """960 x 540 is what a full-HD screen has at 200 %."""
    close_dialogs()
    body = window.body
    assert body is not None
    window.appearance.use_language(language)
    window.resize(1400, 900)
    window.actions_["open"].trigger()
    wide = body.sidebar.width()
    window.resize(960, 540)
    qtbot.waitUntil(lambda: body.sidebar.width() == COMPACT)
    page = body.case_page
    parts = [page.body.header, page.body.banner, page.body.timeline, page.body.composer]
    shown = [part.geometry() for part in parts if part.isVisible()]
    for above, below in pairwise(shown):
        assert above.bottom() < below.top()
    assert page.body.timeline.width() >= 380
    window.resize(1400, 900)
    qtbot.waitUntil(lambda: body.sidebar.width() == wide)


def test_language_and_colours_switch_while_it_runs_and_are_remembered(
    window: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    close_dialogs()
    window.actions_["language_zh"].trigger()
    qtbot.waitUntil(lambda: plain(window.actions_["new_case"]) == "新建案件")
    assert window.toolbar.search.placeholderText() == "搜索全部内容"
    assert window.body is not None
    assert window.body.sidebar.list.model().index(0, 0).data() == "今天"
    light = window.palette().window().color()
    window.actions_["theme_dark"].trigger()
    qtbot.waitUntil(lambda: window.palette().window().color() != light)
    saved = Settings.load(tmp_path / "settings.json")
    assert (saved.language, saved.theme) == ("zh", "dark")


def test_everything_it_says_follows_the_language(window: MainWindow, qtbot: QtBot) -> None:
    """After a live switch no label or button still speaks English (names and data of the user are left out)."""
    close_dialogs()
    window.actions_["open"].trigger()
    window.appearance.use_language("zh")
    qtbot.wait(1)
    left = []
    for widget in [*window.findChildren(QLabel), *window.findChildren(QAbstractButton)]:
        words = widget.text()
        if widget.isVisible() and words in english_words():
            left.append(words)
    assert not left


def english_words() -> set[str]:
    """Return every source text of the translation file whose Chinese is another text."""
    import xml.etree.ElementTree as ET

    found = set()
    for message in ET.parse(paths.resources() / "i18n" / "casebook_zh_CN.ts").iter("message"):
        source = message.findtext("source", "")
        if source != message.findtext("translation", ""):
            found.add(source)
    return found


def test_notices_offer_undo_where_it_is_honest(window: MainWindow, sample_journal: Journal) -> None:
    close_dialogs()
    row = sample_journal.follow_ups.due(sample_journal.clock())[0]
    assert window.commands is not None
    window.commands.follow_up.done(row.follow_up.id)
    assert window.notices.isVisible()
    assert window.notices.said()
    window.notices.undo.click()
    assert sample_journal.follow_ups.due(sample_journal.clock())[0].follow_up.id == row.follow_up.id
    assert not window.notices.isVisible()


def test_the_check_of_the_casebook_says_what_came_out(window: MainWindow, qtbot: QtBot) -> None:
    close_dialogs()
    window.actions_["verify"].trigger()
    dialog = dialogs(CheckDialog)[0]
    assert isinstance(dialog, CheckDialog)
    qtbot.waitUntil(dialog.is_over, timeout=10_000)
    assert dialog.words()[0] == "Everything is as it was recorded."
    dialog.close()


def test_a_damaged_attachment_is_named(window: MainWindow, sample_journal: Journal, qtbot: QtBot) -> None:
    close_dialogs()
    exhibit = next(e for row in sample_journal.cases.rows() for e in sample_journal.exhibits.of_case(row.id))
    victim = next(path for path in (sample_journal.folder / "files").rglob(exhibit.file.sha256))
    victim.chmod(0o600)
    victim.write_bytes(b"x" + victim.read_bytes()[1:])
    window.actions_["verify"].trigger()
    dialog = dialogs(CheckDialog)[0]
    assert isinstance(dialog, CheckDialog)
    qtbot.waitUntil(dialog.is_over, timeout=10_000)
    assert dialog.lines() == [f"EX-{exhibit.number} · C-{exhibit.case_id} · {exhibit.name}: bytes changed"]
    dialog.close()


def test_dropped_mail_opens_the_import(window: MainWindow, tmp_path: Path) -> None:
    close_dialogs()
    file = tmp_path / "a.eml"
    file.write_bytes(b"From: a@example.org\r\nSubject: x\r\n\r\nx\r\n")
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(file))])
    copy, left, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(window, QDragEnterEvent(QPoint(5, 5), copy, mime, left, none))
    event = QDropEvent(QPointF(5, 5), copy, mime, left, none)
    QApplication.sendEvent(window, event)
    assert len(dialogs()) == 1
    close_dialogs()


def test_closing_keeps_what_is_being_written(
    window: MainWindow, make_window: MakeWindow, sample_journal: Journal, qtbot: QtBot
) -> None:
    close_dialogs()
    window.actions_["log"].trigger()
    field = window.focusWidget()
    assert isinstance(field, QPlainTextEdit)
    qtbot.keyClicks(field, "half a sentence")
    assert window.close(), "nothing needs to be asked"
    again = make_window(sample_journal)
    close_dialogs()
    again.actions_["log"].trigger()
    assert again.body is not None
    assert again.body.case_page.composer.text.toPlainText() == "half a sentence"


def test_closing_asks_before_words_are_lost_that_cannot_be_kept(
    window: MainWindow, sample_journal: Journal, qtbot: QtBot
) -> None:
    close_dialogs()
    with raw_connection(sample_journal.folder / "casebook.db") as connection:
        connection.execute("CREATE TRIGGER refuse BEFORE INSERT ON draft BEGIN SELECT RAISE(ABORT, 'refused'); END")
    window.actions_["log"].trigger()
    field = window.focusWidget()
    assert isinstance(field, QPlainTextEdit)
    qtbot.keyClicks(field, "half a sentence")
    asked: list[str] = []
    wanted = [QMessageBox.StandardButton.Cancel, QMessageBox.StandardButton.Discard]

    def answer() -> None:
        box = QApplication.activeModalWidget()
        if isinstance(box, QMessageBox):
            asked.append(box.text())
            box.button(wanted.pop(0)).click()

    timer = QTimer(interval=5)
    timer.timeout.connect(answer)
    timer.start()
    assert not window.close()
    assert window.isVisible()
    assert window.close()
    timer.stop()
    assert len(asked) == 2


def test_a_new_case_is_ready_to_be_written_in(window: MainWindow) -> None:
    close_dialogs()
    window.actions_["new_case"].trigger()
    dialog = dialogs()[0]
    assert isinstance(dialog, CaseDialog)
    dialog.propose(title="Card blocked", firm_name="Alder Bank")
    dialog.accept()
    assert not dialogs()
    assert window.body is not None
    assert window.body.case_page.case_id == window.body.case_id
    assert window.windowTitle().startswith("Card blocked")
    assert isinstance(window.focusWidget(), QPlainTextEdit)


def test_a_closed_case_can_be_taken_up_again_by_the_same_action(
    window: MainWindow, sample_journal: Journal, qtbot: QtBot
) -> None:
    close_dialogs()
    case_id = sample_journal.cases.rows(status=CaseStatus.OPEN)[0].id
    window.feed.announce(sample_journal.cases.close(case_id, "paid"))
    assert window.body is not None
    window.body.show_case(case_id)
    assert window.body.sidebar.choice() == Choice(View.CLOSED)
    window.actions_["close_case"].trigger()
    assert sample_journal.cases.get(case_id).status is CaseStatus.OPEN


def test_size_and_place_are_remembered(make_window: MakeWindow, sample_journal: Journal, qtbot: QtBot) -> None:
    first = make_window(sample_journal)
    close_dialogs()
    assert first.body is not None
    first.resize(1300, 666)
    first.body.splitter.setSizes([260, 1040])
    width = first.body.splitter.sizes()[0]
    assert width == 260
    first.close()
    second = make_window(sample_journal)
    close_dialogs()
    assert second.height() == 666  # the width is cut to the screen where there is none
    assert second.body is not None
    second.resize(1300, 666)
    qtbot.waitUntil(lambda: second.body is not None and second.body.splitter.sizes()[0] == width)


def test_qt_and_python_are_the_ones_that_work_together() -> None:
    import PySide6

    assert not (sys.version_info < (3, 12) and PySide6.__version__.startswith("6.12"))

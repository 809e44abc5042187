"""The main window: menus, toolbar, and what stands between them: a casebook, or a page on the way to one."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QLocale, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QActionGroup, QCloseEvent, QDropEvent, QPaintEvent
from PySide6.QtWidgets import QMainWindow, QVBoxLayout, QWidget

from casebook import paths
from casebook.gui import icons
from casebook.gui.action_table import MENUS
from casebook.gui.actions import Actions
from casebook.gui.appearance import Appearance
from casebook.gui.feed import Feed
from casebook.gui.help import Help
from casebook.gui.left import Left
from casebook.gui.links import Links
from casebook.gui.widgets.notice_bar import NoticeBar
from casebook.gui.widgets.toolbar import Toolbar
from casebook.gui.widgets.warning_bar import WarningBar
from casebook.gui.window_memory import WindowMemory
from casebook.gui.worker import Worker
from casebook.settings import Settings

if TYPE_CHECKING:  # loaded after the first paint
    from datetime import datetime

    from casebook.gui.body import Body
    from casebook.gui.commands.all import AllCommands
    from casebook.journal import Journal

_SIZE = (1280, 800)
_LEAST = (860, 520)


class MainWindow(QMainWindow):
    """One window on one casebook. It is shown empty first; `attach` fills it once the journal is open."""

    painted = Signal()
    """The window is on the screen for the first time."""
    attached = Signal(object)
    """A `Journal` is open and shown."""
    lock_requested = Signal()
    """Lock now."""
    convert_requested = Signal(str)
    """Encrypt with this passphrase; empty to take the encryption away."""
    restore_requested = Signal(object, object)
    """Put this `Backup` in the place of the casebook; with its `Key`, or None where it is plain."""
    detached = Signal()
    """The casebook is not shown any more, and is about to be closed: whoever uses it stops now."""

    def __init__(self, appearance: Appearance, settings: Settings, settings_path: Path, log_folder: Path) -> None:
        super().__init__()
        self.appearance, self.settings = appearance, settings
        self._settings_path, self.log_folder = settings_path, log_folder
        self._is_painted = self.is_quitting = False
        self.journal: Journal | None = None
        self.body: Body | None = None
        self.commands: AllCommands | None = None
        self.feed = Feed(self)
        self.worker = Worker(self._release, self)
        self.quick = Worker(self._release, self)
        self.actions_ = Actions(self)
        self.toolbar = Toolbar(self.actions_, appearance.theme, self)
        self.notices = NoticeBar(self.worker, self)
        self.warnings = WarningBar(appearance.theme, self)
        self._help = Help(self.actions_, appearance, settings_path.with_name("help.ini"), self)
        self.memory = WindowMemory(settings_path.with_name("window.ini"))
        self._menus = {name: self.menuBar().addMenu("") for name in MENUS}
        self._groups: dict[str, QActionGroup] = {}
        self._links = Links()
        self._left = Left()
        self._said: dict[Path, dict[int, datetime]] = {}
        self._place = QVBoxLayout()
        self._content = QWidget(self)
        self._fill_menus()
        self._lay_out()
        self._wire_frame()
        self.actions_.allow(journal=False, case=False)
        self.toolbar.search.setEnabled(False)
        self.installEventFilter(self)
        self._retranslate()

    def attach(self, journal: Journal, files: Sequence[Path] = ()) -> None:
        """Fill the window with a casebook, and import the mails it was started with."""
        from casebook.gui.body import Body
        from casebook.gui.commands.all import AllCommands
        from casebook.gui.reminders import Reminders
        from casebook.gui.watching import WatchFolder
        from casebook.gui.widgets.reminder_panel import ReminderPanel
        from casebook.gui.wiring import wire
        from casebook.guide import Guide

        self.journal = journal
        guide = Guide.load(paths.resources() / "guides")
        self.body = Body(journal, self.feed, self.appearance.theme, guide, self.quick, self.actions_, self)
        if self.commands is None:
            self.commands = AllCommands(
                journal, self.feed, self, guide, self.worker, self.quick, self.settings, self.appearance.theme
            )
        self.commands.use(journal)
        self.reminders = Reminders(journal, self.feed, self, self._said.setdefault(journal.folder, {}))
        self.watching = WatchFolder(journal, self.feed, self.worker, self.quick, self)
        self.watching.said.connect(self.notices.say)
        rings = self.reminders
        self.reminder = ReminderPanel(
            rings.rows, lambda: rings.count, journal.clock, self.appearance.theme, guide, self
        )
        self.show_page(self.body)
        wire(self, self.body, self.commands, self._links)
        self.body.set_columns(self._left.columns or self.memory.columns())
        self.actions_.has_key = journal.key is not None
        self.actions_.allow(journal=True, case=False)
        self.toolbar.search.setEnabled(True)
        self.body.start()
        self._left.come_back(self.body, journal.folder)
        self.attached.emit(journal)  # before the first reminder, so that whoever passes them on hears of it
        self.reminders.start()
        self.reminders.ticked.connect(self.body.refresh_time)  # after the first look: the body has just been filled
        self.watching.start()
        if files:
            self.commands.imports.open(list(files))

    def detach(self, page: QWidget, *, keep_forms: bool = False) -> None:
        """Let go of the casebook, which can be closed then, and show `page` in its place.

        What runs is stopped. With `keep_forms`, a form with words that are not saved is only hidden, and comes back
        with the next casebook: it must be the same one.
        """
        if self.body is None:
            self.show_page(page)
            return
        assert self.journal is not None
        self._left = Left.of(self, self.body, self.journal.folder, keep_forms=keep_forms)
        self._links.part()
        self.reminders.stop()
        self.watching.stop()
        self.body.close_threads()
        self.worker.clear()
        self.quick.clear()
        self.reminder.close()
        if self.commands is not None:
            self.commands.close_windows()
        for part in (self.reminders, self.reminder, self.watching):
            part.deleteLater()
        self.journal, self.body = None, None
        if self.commands is not None and self.commands.draft.save_now() == "" and not self._left.forms:
            self.commands.end()
            self.commands = None
        self.notices.clear()
        self.warnings.clear()
        self.toolbar.search.clear()
        self.toolbar.search.setEnabled(False)
        self.toolbar.due.set_count(0)
        self.actions_.allow(journal=False, case=False)
        self._retitle()
        self.show_page(page)
        self.detached.emit()

    def quit(self) -> None:
        """Close for good, whatever closing the window means otherwise."""
        self.is_quitting = True
        self.is_quitting = self.close()

    def refuse(self, words: str) -> None:
        """Say in the middle of the window why the casebook cannot be opened."""
        from casebook.gui.widgets.empty_state import EmptyState

        page = EmptyState("warning", self.appearance.theme, self)
        page.say(self.tr("This casebook cannot be opened"), words)
        page.add_button(self.actions_["quit"], self.tr("Quit"))
        self.show_page(page)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Tell when the window has been on the screen for the first time."""
        super().paintEvent(event)
        if not self._is_painted:
            self._is_painted = True
            QTimer.singleShot(0, self.painted.emit)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Ask before work is stopped; remember size and place; stop the threads."""
        if not (self.may_stop_work(quitting=True) and self._keep_drafts()):
            event.ignore()
            return
        self.memory.keep(self, self.body.columns() if self.body else {})
        if self.body is not None:
            self.reminders.stop()
            self.watching.stop()
            self.body.close_threads()
        if self.commands is not None:
            self.commands.close_windows()
        with suppress(OSError):  # a preference that cannot be kept holds nobody up
            self.settings.save(self._settings_path)
        self.worker.close()
        self.quick.close()
        super().closeEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Import mail and exported chats that are dropped: on a case into that case, anywhere else to be sorted."""
        if isinstance(event, QDropEvent) and event.type() in {QEvent.Type.DragEnter, QEvent.Type.Drop}:
            from casebook.gui.widgets.composing.chat_drop import dropped_chat
            from casebook.gui.widgets.incoming.mail_drop import brings_mail, taken

            if self.body is not None and self.commands is not None and brings_mail(event.mimeData()):
                event.acceptProposedAction()
                if event.type() == QEvent.Type.Drop:
                    self.commands.imports.drop(taken(event.mimeData()), self.body.case_id or None)
                return True
            if self.body is not None and self.commands is not None and (chat := dropped_chat(event.mimeData())):
                event.acceptProposedAction()
                if event.type() == QEvent.Type.Drop:
                    self.commands.chats.open(chat, self.body.case_id or None)
                return True
        return super().eventFilter(watched, event)

    def changeEvent(self, event: QEvent) -> None:
        """Follow a switch of language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.setLocale(QLocale())  # widgets that exist already do not hear of a new default by themselves
            self._retranslate()
        super().changeEvent(event)

    def _wire_frame(self) -> None:
        """Connect what works without a casebook."""
        act = self.actions_
        act["quit"].triggered.connect(self.quit)
        act["help"].triggered.connect(self._help.show_help)
        act["keys"].triggered.connect(self._help.show_keys)
        act["about"].triggered.connect(lambda: self._help.show_about(self.journal.folder if self.journal else None))
        act["search"].triggered.connect(self._start_search)
        for group in self._groups.values():
            group.triggered.connect(self._choose_look)
        self.worker.failed.connect(self._failed)
        self.quick.failed.connect(self._failed)

    # ---- what the frame does itself --------------------------------------------------------------------------------

    def show_case(self, case_id: int, contact_id: int = 0) -> None:
        """Show a case from wherever it was named, and bring the window forward."""
        assert self.body is not None
        self.toolbar.search.clear()
        self.body.show_case(case_id, contact_id)
        self.activateWindow()

    def new_case(self) -> None:
        """Open the dialog for a new case, with the firm that is being looked at."""
        assert self.body is not None
        assert self.commands is not None
        from casebook.gui.models.sidebar_model import View

        choice = self.body.sidebar.choice()
        self.commands.case.new(firm_id=choice.firm_id if choice.view is View.FIRM else None)

    def close_case(self, case_id: int) -> None:
        """Ask how a case ended, or take a closed one up again."""
        assert self.journal is not None
        assert self.commands is not None
        from casebook.journal.terms import CaseStatus

        if self.journal.cases.get(case_id).status is CaseStatus.OPEN:
            self.commands.case.close(case_id)
        else:
            self.commands.case.reopen(case_id)

    def ask_lock(self) -> None:
        """Have the casebook locked."""
        self.lock_requested.emit()

    def page_changed(self, case_id: int) -> None:
        """Follow the body: which actions are possible, and what the window is called."""
        self.actions_.allow(journal=True, case=case_id > 0)
        self._retitle()

    def _start_search(self) -> None:
        self.toolbar.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.toolbar.search.selectAll()
        if self.body is not None:
            self.body.look_for(self.toolbar.search.text())

    def end_search(self) -> None:
        """Empty the search field and go back to where the search was started from."""
        self.toolbar.search.clear()
        if self.body is not None:
            self.body.leave_search()

    def _choose_look(self, action: QAction) -> None:
        """Switch language or colours at once, and remember it."""
        what, value = action.objectName().split("_")
        value = "" if value == "system" else value
        if what == "theme":
            self.settings.theme = value
            self.appearance.use_theme(value)
        else:
            self.settings.language = value
            self.appearance.use_language(value)
        try:
            self.settings.save(self._settings_path)
        except OSError as error:
            self._failed(self.tr("Settings"), error)

    def _failed(self, title: str, error: Exception) -> None:
        """Show why work in the background failed."""
        from casebook.gui.dialogs.error_dialog import ErrorDialog

        ErrorDialog(error, work=title, log_folder=self.log_folder, parent=self).open()

    def may_stop_work(self, *, quitting: bool = False) -> bool:
        """Return whether nothing runs, or the user lets it be stopped."""
        if not self.worker.jobs:
            return True
        both = self.tr("“{work}” is still running. Stop it and quit?")
        words = (both if quitting else self.tr("“{work}” is still running. Stop it?")).replace(
            "{work}", self.worker.jobs[0].title
        )
        from PySide6.QtWidgets import QMessageBox

        buttons = QMessageBox.StandardButton.Yes | QMessageBox.StandardButton.No
        return QMessageBox.question(self, "Casebook", words, buttons) == QMessageBox.StandardButton.Yes

    def _keep_drafts(self) -> bool:
        """Keep what is being written for the next start; return False if that fails and the user stays."""
        why = self.commands.draft.save_now() if self.commands is not None else ""
        if not why:
            return True
        words = self.tr("What you are writing cannot be kept: {reason} Quit and lose it?").replace("{reason}", why)
        from PySide6.QtWidgets import QMessageBox

        buttons = QMessageBox.StandardButton.Discard | QMessageBox.StandardButton.Cancel
        return QMessageBox.question(self, "Casebook", words, buttons) == QMessageBox.StandardButton.Discard

    def _release(self) -> None:
        if self.journal is not None:
            self.journal.release()

    def _retitle(self) -> None:
        case_id = self.body.case_id if self.body else 0
        title = self.journal.cases.get(case_id).title if self.journal and case_id else ""
        self.setWindowTitle(f"{title} — Casebook" if title else "Casebook")

    def _retranslate(self) -> None:
        self.actions_.retranslate()
        for name, menu in self._menus.items():
            menu.setTitle(QCoreApplication.translate("actions", str(MENUS[name])))
        self._retitle()

    # ---- laying out ------------------------------------------------------------------------------------------------

    def _fill_menus(self) -> None:
        for spec, action in self.actions_:
            menu = self._menus[spec.menu]
            if spec.new_group:
                menu.addSeparator()
            menu.addAction(action)
            if spec.choice:
                group = self._groups.setdefault(spec.choice, QActionGroup(self))
                group.addAction(action)
                action.setChecked(spec.name.removeprefix(f"{spec.choice}_") == (self._chosen(spec.choice) or "system"))

    def _chosen(self, what: str) -> str:
        return self.settings.theme if what == "theme" else self.settings.language

    def _lay_out(self) -> None:
        self.setWindowIcon(icons.app_icon())
        self.setMinimumSize(*_LEAST)
        self.setAcceptDrops(True)
        self.resize(*_SIZE)
        self._place.setContentsMargins(0, 0, 0, 0)
        self._place.setSpacing(0)
        self._place.addWidget(self.toolbar)
        self._place.addWidget(self.warnings)
        self._place.addWidget(self._content, 1)
        self._place.addWidget(self.notices)
        middle = QWidget(self)
        middle.setLayout(self._place)
        self.setCentralWidget(middle)
        self.memory.restore_window(self)

    def show_page(self, content: QWidget) -> None:
        """Put something else between toolbar and notices."""
        from casebook.gui.widgets.column_page import ColumnPage

        self.toolbar.setVisible(not isinstance(content, ColumnPage))  # nothing in it can be used yet
        self._place.replaceWidget(self._content, content)
        self._content.hide()  # it goes when the event loop comes to it; nobody may take it for what is shown
        self._content.deleteLater()
        self._content = content
        content.show()  # at once, so that it can take the focus

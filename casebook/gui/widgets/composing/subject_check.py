"""A subject line under a magnifying glass: what is wrong with it, and a better one made from the facts."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QComboBox, QLineEdit, QVBoxLayout, QWidget

from casebook.gui import theme
from casebook.gui.models import due_words, ready_rows
from casebook.gui.widgets.parts import plain_label, quiet_button, row_of
from casebook.guide.ready import subjects
from casebook.guide.ready.known import Known


class SubjectCheck(QWidget):
    """Holds a subject that is typed here or put here, and proposes one."""

    changed = Signal(str)
    """The subject was typed, or the proposed one taken."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._known: Known | None = None
        self._lists = subjects.load(ready_rows.folder())
        self.proposed = plain_label("", kind="heading")
        self.language = QComboBox()
        self.language.addItem("English", "en")
        self.language.addItem("中文", "zh")
        self.language.setCurrentIndex(self.language.findData(due_words.language()))
        self.language.setAccessibleName(self.tr("Language of the subject"))
        self.language.currentIndexChanged.connect(lambda _index: self._propose())
        self.copy = quiet_button(self.tr("Copy"), self.tr("Put this subject on the clipboard"), self._copy)
        self.take = quiet_button(self.tr("Use below"), self.tr("Put this subject into the field below"), self._take)
        self.subject = QLineEdit()
        self.subject.setPlaceholderText(self.tr("Type or paste the subject you thought of"))
        self.subject.setAccessibleName(self.tr("Subject"))
        self.subject.textChanged.connect(lambda _text: self._judge())
        self.verdict = plain_label("")
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, theme.M, 0, 0)
        whole.setSpacing(theme.S)
        told = self.tr(
            "Whoever sorts the mail reads the subject first: it names the problem, and a number to find it by."
        )
        whole.addWidget(plain_label(told, kind="muted"))
        whole.addSpacing(theme.S)
        whole.addWidget(plain_label(self.tr("From the facts of this case"), kind="caption"))
        whole.addWidget(self.proposed)
        whole.addLayout(row_of(self.language, self.copy, self.take, None))
        whole.addSpacing(theme.L)
        whole.addWidget(plain_label(self.tr("Your own"), kind="caption"))
        whole.addWidget(self.subject)
        whole.addWidget(self.verdict)
        whole.addStretch(1)

    def show_known(self, known: Known) -> None:
        """Propose and judge by the facts of this case."""
        self._known = known
        self._propose()
        self._judge()

    def _propose(self) -> None:
        if self._known:
            self.proposed.setText(self._lists.better(self._known, self.language.currentData()))

    def _judge(self) -> None:
        words = self.subject.text()
        flaws = self._lists.flaws(words, self._known) if words.strip() else ()
        told = "\n".join(ready_rows.flaw(flaw) for flaw in flaws)
        if words.strip() and not flaws:
            told = self.tr("It says what the matter is.")
        self.verdict.setText(told)
        theme.restyle(self.verdict, kind="warn" if flaws else "muted")
        self.changed.emit(words)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.proposed.text())

    def _take(self) -> None:
        self.subject.setText(self.proposed.text())

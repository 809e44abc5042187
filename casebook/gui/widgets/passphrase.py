"""Fields for a passphrase: one that can be looked at, and a pair for a new one."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QLabel, QLineEdit, QVBoxLayout, QWidget

from casebook.gui import icons
from casebook.gui import theme as look
from casebook.gui.widgets.parts import plain_label

_SHOW_KEY = "Ctrl+H"


class PassphraseField(QLineEdit):
    """Hides what is typed until its eye is clicked. Input methods work while it is shown."""

    shown = Signal(bool)
    """The eye was clicked: whether the words can be read now."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setEchoMode(QLineEdit.EchoMode.Password)
        hints = Qt.InputMethodHint
        self.setInputMethodHints(hints.ImhSensitiveData | hints.ImhNoPredictiveText | hints.ImhNoAutoUppercase)
        self.eye = QAction(self)
        self.eye.setShortcut(QKeySequence(_SHOW_KEY))
        self.eye.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        self.eye.triggered.connect(self._toggle)
        self.addAction(self.eye, QLineEdit.ActionPosition.TrailingPosition)
        self.show_words(False)

    def _toggle(self) -> None:
        shown = self.echoMode() is QLineEdit.EchoMode.Password
        self.show_words(shown)
        self.shown.emit(shown)

    def show_words(self, shown: bool) -> None:
        """Show or hide what is typed."""
        modes = QLineEdit.EchoMode
        self.setEchoMode(modes.Normal if shown else modes.Password)
        self.eye.setIcon(icons.icon("eye-off" if shown else "eye"))
        words = self.tr("Hide the passphrase") if shown else self.tr("Show the passphrase")
        self.eye.setText(words)
        self.eye.setToolTip(f"{words} ({_SHOW_KEY})")

    def changeEvent(self, event: QEvent) -> None:
        """Follow a switch of language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.show_words(self.echoMode() is QLineEdit.EchoMode.Normal)
        super().changeEvent(event)


class NewPassphrase(QWidget):
    """A new passphrase, typed twice."""

    submitted = Signal()
    """Enter was pressed in the second field."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.first, self.second = PassphraseField(self), PassphraseField(self)
        self._captions = QLabel(self), QLabel(self)
        self._hint = plain_label("", kind="caption")
        self._fault = plain_label("", kind="warn")
        self._fault.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(look.XS)
        for label, field in zip(self._captions, (self.first, self.second), strict=True):
            label.setBuddy(field)
            layout.addWidget(label)
            layout.addWidget(field)
            if field is self.first:
                layout.addWidget(self._hint)
                layout.addSpacing(look.S)
            field.textChanged.connect(self._look)
        layout.addWidget(self._fault)
        # One eye for both: they are compared with each other.
        for eye, other in ((self.first, self.second), (self.second, self.first)):
            eye.shown.connect(other.show_words)
        self.first.returnPressed.connect(self.second.setFocus)
        self.second.returnPressed.connect(self.submitted)
        self.setFocusProxy(self.first)
        self._retranslate()

    def text(self) -> str:
        """Return the passphrase."""
        return self.first.text()

    def fault(self) -> str:
        """Return what is wrong with it, empty when it may be used; length is the journal's business."""
        if not self.first.text().strip():
            return self.tr("Type a passphrase.")
        if self.first.text() != self.second.text():
            return self.tr("The two are not the same yet.")
        return ""

    def clear(self) -> None:
        """Forget what was typed, and hide what is typed next."""
        for field in (self.first, self.second):
            field.clear()
            field.show_words(False)

    def changeEvent(self, event: QEvent) -> None:
        """Follow a switch of language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _look(self) -> None:
        """Say that the second differs as soon as it does, not while it is being typed."""
        differs = not self.first.text().startswith(self.second.text())
        self._fault.setText(self.tr("The two are not the same yet.") if differs else "")
        self._fault.setVisible(differs)

    def _retranslate(self) -> None:
        names = self.tr("Passphrase"), self.tr("Once more")
        for label, field, name in zip(self._captions, (self.first, self.second), names, strict=True):
            label.setText(name)
            field.setAccessibleName(name)
        self._hint.setText(self.tr("At least 8 letters, or 3 Chinese characters. Several words are easy to remember."))
        self.first.setAccessibleDescription(self._hint.text())

"""The form that all dialogs with fields are made of: rows, one line for refusals, and no typed word lost by a slip."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from casebook.gui import texts, theme
from casebook.gui.widgets.parts import Hint, caption, make_room, name_fields, plain_label, quiet_button, tell_hints
from casebook.journal.errors import CasebookError


class FormDialog(QDialog):
    """A titled form with a Save and a Cancel button.

    A subclass adds rows and sets `on_save`, which writes and may raise a CasebookError: then the sentence is shown, the
    dialog stays and so does every word. Leaving by Esc or Cancel with something typed asks once, in the dialog itself.
    """

    def __init__(self, heading: str, save_text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(heading)
        self._clean: object = None
        self._warned = False
        self.on_save: Callable[[], None] = lambda: None
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(theme.XL, theme.L, theme.XL, theme.L)
        self._layout.setSpacing(theme.M)
        self.set_width(480)
        self.form = QFormLayout()
        self.form.setHorizontalSpacing(theme.L)
        self.form.setVerticalSpacing(theme.S)
        self.form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self.form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self._layout.addLayout(self.form)
        self._layout.addStretch(1)
        self.notice = plain_label("", kind="warn")
        self.notice.hide()
        self._layout.addWidget(self.notice)
        self._layout.addLayout(self._make_buttons(save_text))

    def set_width(self, width: int) -> None:
        """Make the form at least so wide. A minimum size of the dialog would keep it from growing with its rows."""
        self._layout.addStrut(width)

    def add_row(self, label: str, field: QWidget, hint: str = "") -> None:
        """Add a field with its caption; the hint stands below it in small letters and is read out with it."""
        name_fields(field, label)
        self.form.addRow(caption(label, field), field)
        if hint:
            field.setAccessibleDescription(hint)
            self.form.addRow("", Hint(hint))

    def add_wide(self, widget: QWidget) -> None:
        """Add something across the whole width of the form."""
        self.form.addRow(widget)

    def refuse(self, message: str, field: QWidget | None = None) -> None:
        """Say in words why nothing was saved, and put the cursor where it can be mended."""
        self.notice.setText(message)
        self.notice.show()
        if field is not None:
            theme.restyle(field, warn="true")
            field.setFocus()

    def state(self) -> object:
        """Return everything that was typed or chosen, for telling whether something would be lost."""
        return tuple(_value(field) for field in self.findChildren(QWidget) if _is_field(field))

    def is_dirty(self) -> bool:
        """Return whether something was typed or chosen that is not saved."""
        return self._clean is not None and self.state() != self._clean

    def accept(self) -> None:
        """Save; close only when that worked."""
        self.notice.hide()
        for field in self.findChildren(QWidget):
            if field.property("warn"):
                theme.restyle(field, warn="")
        if (wrong := self.fault()) is not None:
            self.refuse(*wrong)
            return
        try:
            self.on_save()
        except (CasebookError, OSError) as error:
            self.refuse(texts.error_text(error))
            return
        super().accept()

    def fault(self) -> tuple[str, QWidget | None] | None:
        """Return what is wrong with the fields and which one, None when they can be saved."""
        return None

    def reject(self) -> None:
        """Close without saving; with unsaved words only at the second asking."""
        if self.is_dirty() and not self._warned:
            self._warned = True
            self.notice.setText(self.tr("What you typed is not saved. Press Esc again to discard it."))
            self.notice.show()
            return
        super().reject()

    def showEvent(self, event: QShowEvent) -> None:
        """Remember what the fields held when they were first seen."""
        super().showEvent(event)
        make_room(self)
        if self._clean is None:
            self._clean = self.state()
            for field in self.findChildren(QWidget):
                self._watch(field)
            tell_hints(self)

    def event(self, event: QEvent) -> bool:
        """Grow with words that come later: a layout keeps room for those of the beginning only."""
        done = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest and self.isVisible():
            make_room(self)
        return done

    def _watch(self, field: QWidget) -> None:
        """Ask anew before discarding, once something more was typed."""
        if isinstance(field, (QLineEdit, QPlainTextEdit)):
            field.textChanged.connect(self._forget_warning)

    def _forget_warning(self) -> None:
        self._warned = False

    def _make_buttons(self, save_text: str) -> QHBoxLayout:
        self.save_button = QPushButton(save_text)
        self.save_button.setDefault(True)
        self.save_button.setToolTip(self.tr("Save and close (Ctrl+Enter)"))
        for key in ("Ctrl+Return", "Ctrl+Enter"):  # a button forgets its own shortcut when it gets another text
            QShortcut(QKeySequence(key), self, self.accept)
        self.save_button.clicked.connect(lambda _checked: self.accept())
        cancel = quiet_button(self.tr("Cancel"), self.tr("Close without saving (Esc)"), self.reject)
        row = QHBoxLayout()
        row.setSpacing(theme.S)
        row.addStretch(1)
        row.addWidget(cancel)
        row.addWidget(self.save_button)
        return row


def _is_field(widget: QWidget) -> bool:
    return isinstance(widget, (QLineEdit, QPlainTextEdit, QComboBox))


def _value(widget: QWidget) -> object:
    if isinstance(widget, QLineEdit):
        return widget.text()
    if isinstance(widget, QPlainTextEdit):
        return widget.toPlainText()
    return widget.currentIndex() if isinstance(widget, QComboBox) else None

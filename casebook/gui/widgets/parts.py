"""Small parts that many dialogs and pages are made of: plain labels, text areas, rows of fields, buttons."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QLocale, QMargins, QSize, Qt
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut, QTextCharFormat
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QCalendarWidget,
    QComboBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QSpinBox,
    QWidget,
)

from casebook.gui import theme


def calm_calendar(calendar: QCalendarWidget) -> None:
    """Give a calendar the window's own words and colours: Qt writes Saturdays and Sundays in red."""
    calendar.setLocale(QLocale())
    calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
    for day in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
        calendar.setWeekdayTextFormat(day, QTextCharFormat())


def open_at(dialog: QWidget, width: int, height: int) -> None:
    """Make a dialog so large, but not larger than the screen: at 200 % a small one has half as many pixels.

    As large as the window that it belongs to it may always be.
    """
    room = dialog.screen().availableGeometry().size().shrunkBy(QMargins(*[theme.XL] * 4))
    if (holder := dialog.parentWidget()) is not None and holder.isVisible():
        room = room.expandedTo(holder.window().size())
    dialog.resize(QSize(width, height).boundedTo(room))


def make_room(dialog: QWidget) -> None:
    """Be as high as the wrapped words ask, where the screen is: Qt opens no dialog higher than two thirds of it."""
    column = dialog.layout()
    needed = column.totalHeightForWidth(dialog.width()) if column is not None else 0
    most = dialog.screen().availableGeometry().height() - 2 * theme.XL
    if dialog.height() < needed:
        dialog.resize(dialog.width(), min(needed, most))


def plain_label(text: str, *, kind: str = "", parent: QWidget | None = None) -> QLabel:
    """Return a wrapping label that never takes its text for markup; `kind` as in the style sheet."""
    label = QLabel(text, parent)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    if kind:
        label.setProperty("kind", kind)
    return label


class Hint(QLabel):
    """Small words below a field of a form, as high as they are: Qt keeps room for a line more, and parts the two."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self._laid_out = False
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setProperty("kind", "caption")

    def sizeHint(self) -> QSize:
        """Ask for one line; a form asks for the rest by the width it has."""
        return QSize(super().sizeHint().width(), self.fontMetrics().height())

    def minimumSizeHint(self) -> QSize:
        """Need one line at least, and all of them once its width is known."""
        high = self.heightForWidth(self.width()) if self._laid_out else 0
        return QSize(super().minimumSizeHint().width(), max(high, self.fontMetrics().height()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Ask anew: another width takes other lines."""
        super().resizeEvent(event)
        self._laid_out = True
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()


def caption(text: str, field: QWidget) -> QLabel:
    """Return the caption of a form's field, level with its first line however high the field is."""
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setFixedHeight(30)
    label.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    label.setBuddy(field)
    return label


def text_area(lines: int, placeholder: str = "") -> QPlainTextEdit:
    """Return a field for several lines: Tab leaves it, pasted markup becomes plain words."""
    area = QPlainTextEdit()
    area.setTabChangesFocus(True)
    area.setPlaceholderText(placeholder)
    # The style sheet's own minimum would win over setFixedHeight, and a crowded form squeeze the field to one line.
    height = area.fontMetrics().lineSpacing() * lines + 10
    area.setStyleSheet(f"min-height: {height}px; max-height: {height}px")
    return area


def name_fields(field: QWidget, name: str) -> None:
    """Tell a screen reader what a field is for, and the fields in a row of several that do not say it themselves."""
    for part in (field, *field.findChildren(QWidget)):
        if isinstance(part, QComboBox):  # to Qt its name is what it shows
            part.setAccessibleDescription(part.accessibleDescription() or part.accessibleName() or name)
        within = isinstance(part.parentWidget(), QComboBox | QAbstractSpinBox)
        if (part is field or isinstance(part, QLineEdit | QPlainTextEdit | QComboBox)) and not within:
            part.setAccessibleName(part.accessibleName() or name)


def number_box() -> QSpinBox:
    """Return a field for a number: the style sheet leaves its words no room at the left."""
    box = QSpinBox()
    box.lineEdit().setTextMargins(6, 0, 0, 0)
    return box


def tell_hints(dialog: QWidget) -> None:
    """Have each field without a tooltip tell its hint there, too: in a narrow one Qt shows only its beginning."""
    for field in dialog.findChildren(QLineEdit):
        if field.placeholderText() and not field.toolTip():
            field.setToolTip(field.placeholderText())


def side_by_side(*widgets: QWidget, stretch: int = 0) -> QWidget:
    """Return a row of widgets; the one with index `stretch` takes the room that is left."""
    row = QWidget()
    layout = QHBoxLayout(row)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(theme.S)
    for index, widget in enumerate(widgets):
        layout.addWidget(widget, int(index == stretch))
    row.setFocusProxy(widgets[0])
    return row


def row_of(*widgets: QWidget | None) -> QHBoxLayout:
    """Return widgets side by side; None is where the room goes that is left."""
    row = QHBoxLayout()
    row.setSpacing(theme.S)
    for widget in widgets:
        if widget is None:
            row.addStretch(1)
        else:
            row.addWidget(widget)
    return row


def press_by(button: QAbstractButton, key: str) -> None:
    """Have a key press a button at once, and again while it is held: its own shortcut waits a tenth of a second."""
    QShortcut(QKeySequence(key), button).activated.connect(button.click)


def quiet_button(text: str, tip: str, pressed: Callable[[], object], kind: str = "") -> QPushButton:
    """Return a button that Enter does not press from elsewhere in the form."""
    button = QPushButton(text)
    button.setAutoDefault(False)
    button.setToolTip(tip)
    if kind:
        button.setProperty("kind", kind)
    button.clicked.connect(lambda _checked: pressed())
    return button

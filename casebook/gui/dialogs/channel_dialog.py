"""The dialogs of a firm's channels: the list of the ways to its support, and one of them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QDate, Signal
from PySide6.QtWidgets import QComboBox, QDateEdit, QDialog, QLineEdit, QVBoxLayout, QWidget

from casebook.gui import texts, theme
from casebook.gui.dialogs.form import FormDialog
from casebook.gui.models import advice_words
from casebook.gui.models.row_model import Row
from casebook.gui.widgets.parts import calm_calendar, plain_label, quiet_button, row_of
from casebook.gui.widgets.row_list import RowList
from casebook.gui.widgets.zone_box import zone_box
from casebook.guide.advice import hours
from casebook.journal.planning import FirmChannel
from casebook.journal.terms import Channel


class ChannelDialog(FormDialog):
    """Takes down one way to a firm, or changes it."""

    def __init__(
        self,
        firm: str,
        today: QDate,
        *,
        record: FirmChannel | None = None,
        channel: Channel | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("", "", parent)
        self.setWindowTitle(self.tr("Way to {firm}").format(firm=firm))
        self.save_button.setText(self.tr("Save") if record else self.tr("Note it"))
        self.add_wide(
            plain_label(
                self.tr(
                    "As you found it on the firm's own site or in its app, opened by yourself; never from a message "
                    "or a search result."
                ),
                kind="muted",
            )
        )
        self.kind = QComboBox()
        for each in Channel:
            self.kind.addItem(texts.label(each), each.value)
        self.topic, self.place, self.hours, self.languages, self.cost, self.note = (QLineEdit() for _ in range(6))
        self.zone = zone_box()
        self.day = QDateEdit(today)
        self.day.setCalendarPopup(True)
        calm_calendar(self.day.calendarWidget())
        self.day.setMaximumDate(today)
        self.day.setDisplayFormat("yyyy-MM-dd")
        self.add_row(self.tr("Channel"), self.kind)
        self.place.setPlaceholderText(self.tr("Address, number and menu path, or the place in the app"))
        self.add_row(self.tr("Where"), self.place)
        self.topic.setPlaceholderText(self.tr("Such as fiat, API; empty: everything"))
        self.add_row(self.tr("What for"), self.topic)
        self.hours.setPlaceholderText(self.tr("Such as Mon-Fri 09:00-18:00, or 24/7"))
        self.add_row(self.tr("Staffed"), self.hours)
        self._read = plain_label("", kind="caption")
        self.add_wide(self._read)
        self.add_row(self.tr("Time zone"), self.zone, self.tr("Of these hours; empty: the firm's."))
        self.languages.setPlaceholderText(self.tr("Such as English, 中文"))
        self.add_row(self.tr("Languages"), self.languages)
        self.cost.setPlaceholderText(self.tr("Such as: call to Singapore"))
        self.add_row(self.tr("Cost"), self.cost)
        self.add_row(self.tr("Note"), self.note)
        self.add_row(self.tr("Looked up"), self.day, self.tr("After 90 days it is shown as due for another look."))
        self.hours.textChanged.connect(self._tell_hours)
        if record is not None:
            self._fill(record)
        elif channel is not None:
            self.kind.setCurrentIndex(self.kind.findData(channel.value))
        self._tell_hours()
        (self.place if record or channel else self.kind).setFocus()

    def values(self) -> dict[str, Any]:
        """Return what is in the fields, by the journal's names."""
        return {
            "channel": Channel(self.kind.currentData()),
            "topic": self.topic.text().strip(),
            "place": self.place.text().strip(),
            "hours": self.hours.text().strip(),
            "zone": self.zone.currentText().strip(),
            "languages": tuple(
                part for each in self.languages.text().replace("，", ",").replace("、", ",").split(",")
                if (part := each.strip())
            ),
            "cost": self.cost.text().strip(),
            "note": self.note.text().strip(),
            "checked_on": self.day.date().toString("yyyy-MM-dd"),
        }  # fmt: skip

    def _fill(self, record: FirmChannel) -> None:
        self.kind.setCurrentIndex(self.kind.findData(record.channel.value))
        for field, words in (
            (self.topic, record.topic),
            (self.place, record.place),
            (self.hours, record.hours),
            (self.languages, ", ".join(record.languages)),
            (self.cost, record.cost),
            (self.note, record.note),
        ):
            field.setText(words)
        self.zone.setCurrentText(record.zone)
        if record.checked_on:
            self.day.setDate(QDate.fromString(record.checked_on, "yyyy-MM-dd"))

    def _tell_hours(self) -> None:
        """Say while one types whether the hours can be counted with."""
        words = self.hours.text().strip()
        lost = bool(words) and hours.parse(words) is None
        self._read.setText(
            self.tr("These hours are kept as you write them, but cannot be counted with. Try: Mon-Fri 09:00-18:00")
        )
        self.form.setRowVisible(self._read, lost)


class ChannelsDialog(QDialog):
    """Lists the ways to a firm; what is to be done with one is a wish."""

    add_requested = Signal()
    edit_requested = Signal(int)
    checked_requested = Signal(int)
    """The way was looked up again, and is still right."""
    remove_requested = Signal(int)

    def __init__(self, firm: str, look: theme.Theme, *, writable: bool = True, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Ways to {firm}").format(firm=firm))
        self.resize(620, 420)
        self._writable = writable
        self.list = RowList(look)
        self.list.setAccessibleName(self.tr("Ways to {firm}").format(firm=firm))
        self._empty = plain_label(
            self.tr("None yet. Note where its chat, form, address or number is, so that you need not look in a hurry."),
            kind="muted",
        )
        self.add = quiet_button(self.tr("Add…"), self.tr("Note a way to this firm"), self.add_requested.emit)
        self.edit = quiet_button(
            self.tr("Change…"), self.tr("Change the chosen one (Enter)"), lambda: self._wish(self.edit_requested.emit)
        )
        self.again = quiet_button(
            self.tr("Still right"),
            self.tr("You looked the chosen one up today, and it is still right"),
            lambda: self._wish(self.checked_requested.emit),
        )
        self.remove = quiet_button(
            self.tr("Remove"),
            self.tr("Take the chosen one off the list; the history keeps it"),
            lambda: self._wish(self.remove_requested.emit),
        )
        close = quiet_button(self.tr("Close"), self.tr("Close (Esc)"), self.reject, "primary")
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.XL, theme.L, theme.XL, theme.L)
        column.setSpacing(theme.M)
        told = self.tr("Where its support is, as you found it yourself. The program knows no addresses of its own.")
        column.addWidget(plain_label(told, kind="muted"))
        column.addWidget(self._empty)
        column.addWidget(self.list)
        column.addStretch(1)
        column.addLayout(row_of(self.add, self.edit, self.again, self.remove, None, close))
        self.list.activated_id.connect(self.edit_requested)
        self.list.selectionModel().currentChanged.connect(lambda *_: self._adapt())
        self.show_channels(())

    def show_channels(self, channels: Sequence[FirmChannel], stale: frozenset[int] = frozenset()) -> None:
        """Show these; those in `stale` are marked as due for another look."""
        rows = []
        for each in channels:
            told = advice_words.channel_words(each)
            if each.id in stale:
                told = texts.joined(self.tr("look up again"), told)
            rows.append(Row(each.id, texts.label(each.channel), told, warn=each.id in stale))
        self.list.show_rows(rows)
        self._empty.setVisible(not rows)
        if rows:
            self.list.setCurrentIndex(self.list.model().index(0, 0))
            self.list.setFocus()
        self._adapt()

    def _wish(self, ask: Any) -> None:
        number = self.list.currentIndex().row()
        rows = self.list.rows()
        if 0 <= number < len(rows):
            ask(rows[number].id)

    def _adapt(self) -> None:
        chosen = self.list.currentIndex().row() >= 0
        self.add.setEnabled(self._writable)
        for button in (self.edit, self.again, self.remove):
            button.setEnabled(chosen and self._writable)

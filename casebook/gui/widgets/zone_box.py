"""A field for a time zone that offers all there are."""

from __future__ import annotations

from zoneinfo import available_timezones

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QCompleter


def zone_box() -> QComboBox:
    """Return the field; it is empty first, and takes what is typed."""
    box = QComboBox()
    box.setEditable(True)
    box.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
    box.addItems(["", *sorted(name for name in available_timezones() if "/" in name), "UTC"])
    if line := box.lineEdit():
        line.setPlaceholderText("Asia/Singapore")
    if completer := box.completer():
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
    return box

"""A composer on its own for the tests, and what is pasted and dropped into it."""

from __future__ import annotations

import io
from datetime import UTC, datetime

import pytest
from PIL import Image
from PySide6.QtCore import QByteArray, QMimeData, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from casebook.gui.models.log_request import LogRequest
from casebook.gui.theme import Theme
from casebook.gui.widgets.composing.composer import Composer
from casebook.journal.listings import LastUsed
from casebook.journal.terms import Channel
from tests.conftest import HandClock

NOW = datetime(2026, 11, 20, 14, 3, tzinfo=UTC)
LAST = LastUsed(Channel.CHAT, "Lily", "4471", "T-99812")


def png(width: int = 40, height: int = 30, ink: str = "#2f6f62") -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (width, height), ink).save(out, "PNG")
    return out.getvalue()


def mime(**formats: bytes) -> QMimeData:
    made = QMimeData()
    for name, data in formats.items():
        made.setData(name.replace("__", "-").replace("_", "/"), QByteArray(data))
    return made


@pytest.fixture
def composer(qtbot: QtBot, theme: Theme) -> Composer:
    made = Composer(theme, HandClock(NOW))
    qtbot.addWidget(made)
    made.set_case(12, LAST)
    made.resize(600, 160)
    made.show()
    qtbot.waitExposed(made)
    return made


def submitted(qtbot: QtBot, composer: Composer) -> LogRequest:
    with qtbot.waitSignal(composer.log_requested) as sent:
        qtbot.keyClick(composer.text, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert sent.args is not None
    request = sent.args[0]
    assert isinstance(request, LogRequest)
    return request


def drop(target: QWidget, data: QMimeData) -> bool:
    """Drag and drop something onto a widget as the window system would."""
    middle, action = target.rect().center(), Qt.DropAction.CopyAction
    none, left = Qt.KeyboardModifier.NoModifier, Qt.MouseButton.LeftButton
    enter = QDragEnterEvent(middle, action, data, left, none)
    QApplication.sendEvent(target, enter)
    if not enter.isAccepted():
        return False
    event = QDropEvent(QPointF(middle), action, data, left, none)
    QApplication.sendEvent(target, event)
    return True

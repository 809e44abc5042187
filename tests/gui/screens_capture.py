"""Catching things: the time in words, the quick form, the frame over a frozen screen, for their pictures."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from casebook.gui.main_window import MainWindow
from casebook.gui.widgets.exhibits.snip_overlay import SnipOverlay
from casebook.journal import Journal
from tests.gui import small_book

Settle = Callable[[], None]
PAGES = ("time-in-words", "time-refused", "quick-log", "capture-landing", "snip")


def bring(window: MainWindow, journal: Journal, page: str, settle: Settle) -> QWidget:
    """Bring a page about and return the widget to be looked at."""
    assert window.body is not None
    assert window.commands is not None
    zh = window.locale().name().startswith("zh")
    case_id = max(journal.cases.rows(), key=lambda row: row.contacts).id
    window.show_case(case_id)
    settle()
    composer = window.body.case_page.composer
    if page.startswith("time"):
        composer.time.open_popup()
        popup = composer.time._popup
        assert popup is not None
        said = ("明天下午3点" if zh else "tomorrow 3pm") if page == "time-refused" else "昨天大约三点"
        popup.words.line.setText(said if zh or page == "time-refused" else "yesterday around 3")
        settle()
        return popup
    if page == "quick-log":
        form = window.commands.capture.log(case_id)
        assert form is not None
        form.composer.take_picture(small_book.picture("24 h"))
        form.composer.text.setPlainText("24 小时内放行" if zh else "Will be released within 24 hours")
        settle()
        return form
    if page == "capture-landing":
        composer.show_landing(lands=True)
        settle()
        return window
    overlay = SnipOverlay(window.grab(), window.screen(), window.appearance.theme)
    overlay.setParent(window, overlay.windowFlags())
    overlay.resize(window.size())
    overlay._set(window.rect().adjusted(260, 240, -420, -180))
    overlay.show()
    settle()
    return overlay

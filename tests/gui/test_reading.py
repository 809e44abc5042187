"""What is read and typed is legible: Chinese forms in either language, graphics that stand out, an input method."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtGui import QColor, QFontDatabase, QInputMethodEvent, QPalette, QTextLayout
from PySide6.QtWidgets import QApplication

from casebook.gui.appearance import Appearance
from casebook.gui.main_window import MainWindow
from casebook.gui.theme import CJK_FAMILIES


def luminance(colour: QColor) -> float:
    """Return the relative luminance of WCAG 2.2."""
    parts = [c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in colour.getRgbF()[:3]]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def contrast(one: QColor, other: QColor) -> float:
    """Return the contrast of two colours, 1 to 21."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("mode", ["light", "dark"])
def test_focus_rings_marks_and_disabled_words_stand_out(appearance: Appearance, mode: str) -> None:
    """3:1 for what is drawn and for rings (WCAG 2.2, 1.4.11), and for words that are only greyed."""
    appearance.use_theme(mode)
    theme = appearance.theme
    for ground in (theme.surface, theme.window, theme.raised, theme.chip):
        for drawn in (theme.accent, theme.warn, theme.muted):
            assert contrast(drawn, ground) >= 3, (mode, drawn.name(), ground.name())
    greyed = QApplication.palette().color(QPalette.ColorGroup.Disabled, QPalette.ColorRole.Text)
    assert min(contrast(greyed, ground) for ground in (theme.surface, theme.window)) >= 3
    for button in (theme.accent, theme.warn):  # the ring of a filled button is drawn in the colour of text
        assert contrast(theme.text, theme.surface) >= 3
        assert contrast(button, theme.surface) >= 3


@pytest.mark.parametrize("language", ["en", "zh"])
def test_chinese_has_its_own_forms(qapp: QApplication, appearance: Appearance, language: str) -> None:
    """直, 门 and 复 look otherwise in Japan: they come from a family with Simplified Chinese forms."""
    known = set(QFontDatabase.families()) & set(CJK_FAMILIES)
    if not known:
        pytest.skip("no Chinese font that the theme names is installed")
    appearance.use_language(language)
    layout = QTextLayout("直门复", appearance.theme.font())
    layout.beginLayout()
    layout.createLine()
    layout.endLayout()
    used = {run.rawFont().familyName() for run in layout.glyphRuns()}
    assert used
    assert used <= known, used


def test_an_input_method_writes_in_the_composer_and_the_search(window: MainWindow, qapp: QApplication) -> None:
    """What is still being composed is not the text; what is committed is, at once and whole."""
    assert window.body is not None
    window.reminder.hide()
    assert window.journal is not None
    window.body.show_case(min(row.id for row in window.journal.cases.rows()))
    for field in (window.body.case_page.composer.text, window.toolbar.search):
        field.setFocus()
        qapp.sendEvent(field, QInputMethodEvent("tuikuan", []))
        shown = field.toPlainText() if hasattr(field, "toPlainText") else field.text()
        assert "tuikuan" not in shown
        event = QInputMethodEvent()
        event.setCommitString("退款")
        qapp.sendEvent(field, event)
        shown = field.toPlainText() if hasattr(field, "toPlainText") else field.text()
        assert shown == "退款"


def test_the_language_changes_under_an_open_case(
    window: MainWindow, appearance: Appearance, qapp: QApplication
) -> None:
    """Menus, tooltips, dates and plurals follow while the window is open."""
    assert window.body is not None
    window.reminder.hide()
    window.actions_["today"].trigger()
    assert window.actions_["new_case"].text().startswith("&New case")
    appearance.use_language("zh")
    qapp.processEvents()
    assert "新建案件" in window.actions_["new_case"].text()
    assert window.locale().language() == QLocale.Language.Chinese
    assert "到期" in window.toolbar.due.text()
    appearance.use_language("en")
    qapp.processEvents()
    assert "due" in window.toolbar.due.text()

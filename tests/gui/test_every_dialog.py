"""Every pane and dialog, opened on one casebook in each language: nothing cut off, nameless, untranslated, or skipped.

The doubled language says everything twice: what holds in it has room for any language. Hints in empty fields may be cut
off in it, as Qt does with dots, and dialogs may become wider than a small screen: in English and Chinese they may not.
"""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from casebook.gui.appearance import Appearance
from tests.gui import audit, every_page, walk

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory, qapp: QApplication) -> Path:
    """A casebook with some of everything; each language gets a copy."""
    made = tmp_path_factory.mktemp("every") / "book"
    every_page.build(made).close()
    return made


@pytest.mark.parametrize("language", ["en", "zh", "doubled"])
def test_every_pane_and_dialog_is_whole(
    qapp: QApplication, appearance: Appearance, book: Path, tmp_path: Path, language: str
) -> None:
    shutil.copytree(book, tmp_path / "book")
    found = walk.walked(qapp, appearance, language, tmp_path / "book", tmp_path)
    assert not found.found, "\n".join(["", *found.found])
    missed = {kind.__name__ for kind in every_page.dialog_classes() - found.seen}
    assert not missed, f"no maker in every_page.py or every_deeper.py opens {sorted(missed)}"


def test_the_checks_find_what_they_look_for(qapp: QApplication, appearance: Appearance, qtbot: QtBot) -> None:
    """A label without room, a field without a name, a Tab that jumps, an English word in a Chinese window."""
    from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton

    dialog = QDialog()
    dialog.resize(400, 300)
    label, low, high = QLabel("Corrected or not", dialog), QPushButton("Low", dialog), QPushButton("High", dialog)
    field = QLineEdit(dialog)
    label.setGeometry(10, 10, 20, 20)
    field.setGeometry(10, 40, 100, 30)
    low.setGeometry(10, 200, 100, 40)
    high.setGeometry(10, 100, 100, 40)
    dialog.show()
    qtbot.addWidget(dialog)
    assert any("is smaller" in fault for fault in audit.cut_off(dialog))
    assert any("QLineEdit" in fault for fault in audit.nameless(dialog))
    assert audit.tab_order(dialog) == [f"Tab goes back from {audit.told(low)} to {audit.told(high)}"]
    label.setText("Save")
    assert any("Save" in fault for fault in audit.english(dialog, ""))
    assert any("High" in fault for fault in audit.unmarked(dialog, ""))
    dialog.resize(1400, 300)
    assert audit.too_large(dialog)

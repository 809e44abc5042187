"""The application: what is loaded before the first paint, one window per casebook, input methods, crashes."""

from __future__ import annotations

import logging
import os
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from casebook.gui import crashes
from casebook.gui.appearance import Appearance
from casebook.gui.application import cure_input_method
from casebook.gui.crashes import Crashes
from casebook.gui.dialogs.error_dialog import ErrorDialog
from casebook.gui.dialogs.import_dialog import ImportDialog
from casebook.gui.first_window import FirstWindow
from casebook.gui.main_window import MainWindow
from casebook.gui.panes.first_start import FirstStartPage
from casebook.gui.start import Start
from casebook.journal import BadInput, Changes, Journal, Kind, NotFound
from casebook.journal.secrecy.keys import Key
from casebook.settings import Settings
from tests.gui import sample
from tests.test_architecture import HEAVY


@pytest.fixture
def bare_window(appearance: Appearance, tmp_path: Path) -> Iterator[MainWindow]:
    """A window that no casebook was opened in yet."""
    window = MainWindow(appearance, Settings(), tmp_path / "settings.json", tmp_path / "logs")
    window.show()
    yield window
    window.close()
    window.deleteLater()


def open_or_create(folder: Path, key: Key | None = None) -> Journal:
    return (Journal.open if (folder / "casebook.db").exists() else Journal.create)(folder, key=key)


def press_enter(window: MainWindow, qtbot: QtBot) -> None:
    """Take what the first-start page proposes."""
    button = window.findChild(FirstStartPage).make
    qtbot.waitUntil(button.hasFocus)
    qtbot.keyClick(button, Qt.Key.Key_Return)


def test_little_is_loaded_before_the_window_is_on_the_screen() -> None:
    code = (
        "import sys; import casebook.gui.application, casebook.app, casebook.cli.system_check\n"
        "print(*sorted(m for m in sys.modules if m.split('.')[0] in "
        "{'PIL','typst','pypdfium2','fontTools','chardet','selectolax','holidays','tzlocal','asyncio','click'} "
        "or m in {'casebook.guide','casebook.mail.importer','casebook.dossier.export','PySide6.QtSvg',"
        "'PySide6.QtNetwork','casebook.gui.body','casebook.gui.widgets.parts','datetime','subprocess'}))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == ""


_ATTACHING = """
import sys
from pathlib import Path
from PySide6.QtWidgets import QApplication
from casebook import paths
from casebook.gui.appearance import Appearance
from casebook.gui.main_window import MainWindow
from casebook.journal import Journal
from casebook.settings import Settings
app, book = QApplication([]), Path(sys.argv[1])
window = MainWindow(Appearance(app, paths.resources() / "i18n"), Settings(), book / "s.json", book / "logs")
window.show()
app.processEvents()
journal, before = Journal.open(book), set(sys.modules)
window.attach(journal)
print(*sorted(set(sys.modules) - before))
window.close()
"""


def test_a_casebook_brings_only_what_is_shown_of_it(tmp_path: Path, qapp: QApplication) -> None:
    """Forms, and the rooms of mail and dossier, come when they are asked for, not with the casebook."""
    sample.build(tmp_path / "book").close()
    code = [sys.executable, "-c", _ATTACHING, str(tmp_path / "book")]
    environment = {**os.environ, "TMPDIR": str(tmp_path), "XDG_RUNTIME_DIR": str(tmp_path)}  # with nothing to sweep up
    done = subprocess.run(code, capture_output=True, text=True, check=True, env=environment)
    loaded = [m for m in done.stdout.split() if m not in {"casebook.dossier", "casebook.dossier.private"}]  # both tiny
    assert "casebook.gui.body" in loaded
    rooms = ("casebook.mail", "casebook.dossier", "casebook.guide.secrets", "casebook.guide.impostors")
    heavy = [m for m in loaded if m.startswith(rooms) or m.split(".")[0] in HEAVY - {"holidays", "tzlocal"}]
    assert not heavy, heavy
    forms = [m for m in loaded if m.startswith("casebook.gui.dialogs.")]
    assert not forms, forms
    own = [m for m in loaded if m.split(".")[0] == "casebook"]
    assert len(own) < 230, f"{len(own)} of its own: {own}"


def test_the_window_comes_first_and_then_the_casebook(bare_window: MainWindow, tmp_path: Path, qtbot: QtBot) -> None:
    assert bare_window.isVisible()
    assert not bare_window.actions_["new_case"].isEnabled()
    assert bare_window.actions_["help"].isEnabled()
    start = Start(bare_window, tmp_path / "new book", open_or_create, ())
    start()
    assert not (tmp_path / "new book").exists(), "nothing is made before it was asked for"
    press_enter(bare_window, qtbot)
    assert (tmp_path / "new book" / "casebook.db").exists()
    assert bare_window.actions_["new_case"].isEnabled()
    bare_window.close()
    assert start.end() == 0


def test_a_second_window_on_one_casebook_is_refused(
    bare_window: MainWindow, appearance: Appearance, tmp_path: Path, qtbot: QtBot
) -> None:
    Journal.create(tmp_path / "book").close()
    first = Start(bare_window, tmp_path / "book", open_or_create, first=FirstWindow(tmp_path / "run"))
    first()
    second_window = MainWindow(appearance, Settings(), tmp_path / "settings.json", tmp_path / "logs")
    second = Start(second_window, tmp_path / "book", open_or_create, first=FirstWindow(tmp_path / "run"))
    second()
    said = [label.text() for label in second_window.findChildren(QLabel)]
    assert any("Another window" in words and str(os.getpid()) in words for words in said), said
    assert not second_window.actions_["new_case"].isEnabled()
    second_window.close()
    assert second.end() == 1
    second_window.deleteLater()
    bare_window.close()
    assert first.end() == 0
    assert not list((tmp_path / "run").glob("*.lock"))


def test_files_of_a_later_start_are_imported_when_the_casebook_is_there(
    bare_window: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    mails = [tmp_path / "a.eml", tmp_path / "b.eml"]
    for mail in mails:
        mail.write_bytes(b"From: a@example.org\r\nSubject: x\r\n\r\nx\r\n")
    first = FirstWindow(tmp_path / "run")
    start = Start(bare_window, tmp_path / "book", open_or_create, first=first)
    start()
    bare_window.showMinimized()
    first.called.emit([mails[0]], "")  # while the first start still asks
    assert not bare_window.isMinimized()
    assert bare_window.findChildren(ImportDialog) == []
    press_enter(bare_window, qtbot)
    qtbot.waitUntil(lambda: len(bare_window.findChildren(ImportDialog)) == 1)
    bare_window.findChild(ImportDialog).close()
    bare_window.actions_["new_firm"].trigger()
    first.called.emit([mails[1]], "")  # while a dialog waits for its answer
    assert not any(dialog.isVisible() for dialog in bare_window.findChildren(ImportDialog))
    QApplication.activeModalWidget().close()
    qtbot.waitUntil(lambda: any(dialog.isVisible() for dialog in bare_window.findChildren(ImportDialog)))
    for dialog in bare_window.findChildren(ImportDialog):
        dialog.close()
    bare_window.close()
    start.end()


def test_the_program_itself_is_started_twice(tmp_path: Path, qtbot: QtBot) -> None:
    Journal.create(tmp_path / "book").close()
    # Not below tmp_path: the name of a socket may only be about a hundred letters long.
    with tempfile.TemporaryDirectory(prefix="run-") as runtime:
        start_twice(tmp_path, Path(runtime), qtbot)


def start_twice(tmp_path: Path, runtime: Path, qtbot: QtBot) -> None:
    names = ("XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME")
    environment = {**os.environ, "XDG_RUNTIME_DIR": str(runtime), **{name: str(tmp_path / "home") for name in names}}
    program = [sys.executable, "-m", "casebook", "--book", str(tmp_path / "book")]
    with subprocess.Popen(program, env=environment, stderr=subprocess.PIPE, text=True) as first:
        try:
            qtbot.waitUntil(
                lambda: bool(list((runtime / "casebook").glob("*.socket"))) or first.poll() is not None, timeout=30_000
            )
            second = subprocess.run(program, env=environment, capture_output=True, text=True, timeout=30, check=False)
            assert (second.returncode, second.stdout, second.stderr) == (0, "", "")
            assert first.poll() is None
        finally:
            first.kill()
    assert first.stderr is not None


def test_what_the_command_line_writes_appears_by_itself(bare_window: MainWindow, tmp_path: Path, qtbot: QtBot) -> None:
    with Journal.create(tmp_path / "book") as journal:
        firm = journal.firms.add("KuCoin").made
    start = Start(bare_window, tmp_path / "book", open_or_create)
    start()
    seen: list[Changes] = []
    bare_window.feed.changed.connect(seen.append)
    program = [sys.executable, "-m", "casebook", "--book", str(tmp_path / "book")]
    subprocess.run([*program, "case", "add", "--firm", "KuCoin", "--title", "On hold"], check=True, capture_output=True)
    qtbot.waitUntil(lambda: bool(seen), timeout=10_000)
    assert seen[0].ids[Kind.CASE] == seen[0].cases == {1}
    assert bare_window.journal is not None
    bare_window.journal.cases.add(firm, "From the window itself")
    seen.clear()
    start._elsewhere.look()
    assert seen == []
    bare_window.close()
    start.end()


def test_what_cannot_be_opened_is_said_in_the_window(bare_window: MainWindow, tmp_path: Path) -> None:
    (tmp_path / "book").mkdir()
    (tmp_path / "book" / "casebook.db").write_text("not a database at all, only words " * 40)
    start = Start(bare_window, tmp_path / "book", open_or_create, ())
    start()
    assert any("casebook.db" in label.text() for label in bare_window.findChildren(QLabel))
    assert start.end() == 1


def test_mails_named_at_the_start_open_the_import_even_at_the_first_start(
    bare_window: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    mail = tmp_path / "a.eml"
    mail.write_bytes(b"From: a@example.org\r\nSubject: x\r\n\r\nx\r\n")
    start = Start(bare_window, tmp_path / "book", open_or_create, [mail])
    start()
    press_enter(bare_window, qtbot)
    shown = [w for w in QApplication.topLevelWidgets() if w.isVisible() and w is not bare_window]
    assert len(shown) == 1
    shown[0].close()
    bare_window.close()
    start.end()


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ({"QT_IM_MODULE": "fcitx"}, {"QT_IM_MODULES": "wayland;fcitx;ibus", "IBUS_USE_PORTAL": "1"}),
        ({"QT_IM_MODULE": "fcitx5"}, {"QT_IM_MODULES": "wayland;fcitx;ibus", "IBUS_USE_PORTAL": "1"}),
        ({"QT_IM_MODULE": "ibus"}, {}),
        ({"QT_IM_MODULE": "fcitx", "QT_IM_MODULES": "compose"}, {}),
        ({}, {}),
    ],
)
def test_users_of_fcitx_can_type_chinese(before: dict[str, str], after: dict[str, str]) -> None:
    environment = dict(before)
    cure_input_method(environment)
    assert environment == before | after


def test_what_nobody_caught_is_logged_and_shown_once(
    qtbot: QtBot, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    catcher, kept = Crashes(tmp_path), []  # type: Crashes, list[bool]
    catcher.keep = lambda: kept.append(QApplication.activeModalWidget() is None)

    def fail(error: Exception) -> None:
        try:
            raise error
        except Exception as caught:
            catcher.catch(type(caught), caught, caught.__traceback__)

    def box() -> ErrorDialog:
        shown = QApplication.activeModalWidget()
        assert isinstance(shown, ErrorDialog)
        return shown

    for words in ("boom", "boom again"):  # the same place in the program is the same mistake, whatever it says
        fail(ZeroDivisionError(words))
        fail(ValueError("one box at a time"))
    assert "ZeroDivisionError: boom)" in box().text()
    assert "safe" in box().informativeText()
    box().copy_button.click()
    assert "boom" in QApplication.clipboard().text()
    assert "Traceback" in QApplication.clipboard().text()
    assert box().log_button.toolTip() == str(tmp_path)
    assert kept == [True], "what is being written is kept first"
    box().reject()
    fail(ZeroDivisionError("boom, and nobody wants to read it again"))
    assert QApplication.activeModalWidget() is None
    fail(BadInput("a firm needs a name"))
    assert box().text() == "a firm needs a name"
    assert not box().copy_button.isVisible(), "a refusal has no details"
    box().reject()
    assert "ZeroDivisionError" in capsys.readouterr().err


def test_of_many_mistakes_only_some_are_shown(qtbot: QtBot, tmp_path: Path) -> None:
    catcher, shown = Crashes(tmp_path), 0
    for number in range(30):
        code = compile(f"{chr(10) * number}raise ValueError({number})", "many.py", "exec")
        try:
            exec(code)
        except ValueError as caught:
            catcher.catch(ValueError, caught, caught.__traceback__)
        if isinstance(box := QApplication.activeModalWidget(), ErrorDialog):
            shown += 1
            box.reject()
    assert shown == 3


def test_a_crash_on_another_thread_is_shown_on_this_one(qtbot: QtBot, tmp_path: Path) -> None:
    catcher, seen = Crashes(tmp_path), []  # type: Crashes, list[str]

    def press() -> None:
        box = QApplication.activeModalWidget()
        if isinstance(box, ErrorDialog):
            assert threading.current_thread() is threading.main_thread()
            seen.append(box.text())
            box.reject()

    from PySide6.QtCore import QTimer

    timer = QTimer(interval=5)
    timer.timeout.connect(press)
    timer.start()
    error = NotFound("there is no firm {number} in this casebook", number=7)
    thread = threading.Thread(target=lambda: catcher.catch(NotFound, error, None))
    thread.start()
    qtbot.waitUntil(lambda: seen == ["there is no firm 7 in this casebook"])
    thread.join()
    timer.stop()


def test_the_log_goes_to_a_file(tmp_path: Path) -> None:
    code = (
        "import sys; from pathlib import Path; from PySide6.QtCore import qWarning; from casebook.gui import crashes\n"
        "crashes.log_to(Path(sys.argv[1])); qWarning('hello from Qt')\n"
        "import ctypes; sys.stdout.flush(); ctypes.string_at(0)"
    )
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run([sys.executable, "-c", code, str(tmp_path / "logs")], env=environment, check=False)
    assert done.returncode != 0
    assert "hello from Qt" in (tmp_path / "logs" / "casebook.log").read_text()
    assert "Segmentation fault" in (tmp_path / "logs" / "crash.log").read_text() or sys.platform == "win32"
    told = "from casebook.gui import crashes; from pathlib import Path; import sys\n"
    told += "hard = crashes.log_to(Path(sys.argv[1])); print(hard.is_news); hard.settle()"
    news = [
        subprocess.run(
            [sys.executable, "-c", told, str(tmp_path / "logs")],
            env=environment,
            check=True,
            capture_output=True,
            text=True,
        ).stdout.strip()
        for _ in range(2)
    ]
    assert news == ["True", "False"], "a program that died is told of once"
    unwritable = tmp_path / "file"
    unwritable.write_text("")
    crashes.log_to(unwritable / "logs")
    assert logging.getLogger("casebook")

"""The window's actions, made from the table: menus, toolbar and key sheet read them."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QCoreApplication, QObject, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from casebook.gui import icons
from casebook.gui.action_spec import Spec
from casebook.gui.action_table import HELP, SPECS, WRITING


class Actions(QObject):
    """The window's QActions by name. Connect to `actions["log"].triggered`."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.has_key = False
        """Whether the casebook that is open is encrypted."""
        self.read_only = False
        """Whether the casebook that is open can only be read."""
        self._resting: set[str] = {"undo", "sample"}
        """What has nothing to do: nothing to take back, no sample to look at."""
        self._actions: dict[str, QAction] = {}
        for spec in SPECS:
            action = QAction(window)
            action.setObjectName(spec.name)
            if spec.icon and not spec.choice:
                action.setIcon(icons.icon(spec.icon))
            if spec.key:
                action.setShortcut(QKeySequence(spec.key))
            action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
            action.setCheckable(bool(spec.choice))
            window.addAction(action)
            self._actions[spec.name] = action
        self.retranslate()

    def __getitem__(self, name: str) -> QAction:
        return self._actions[name]

    def __iter__(self) -> Iterator[tuple[Spec, QAction]]:
        return ((spec, self._actions[spec.name]) for spec in SPECS)

    def allow(self, *, journal: bool, case: bool) -> None:
        """Enable what can be done now: nothing without a journal but the view and help; some only with a case shown."""
        for spec, action in self:
            always = spec.menu == HELP or spec.name == "quit" or bool(spec.choice)
            fits = (case or not spec.needs_case) and (self.has_key or not spec.needs_key)
            fits = fits and not (self.read_only and spec.name in WRITING)
            action.setEnabled((always or (journal and fits)) and spec.name not in self._resting)

    def rest(self, name: str, *, resting: bool) -> None:
        """Let an action rest while it has nothing to do, whatever is shown."""
        (self._resting.add if resting else self._resting.discard)(name)
        self._actions[name].setEnabled(not resting)

    def caption(self, name: str) -> str:
        """Return what an action is called in the present language, as its menu shows it."""
        return next(QCoreApplication.translate("actions", str(spec.caption)) for spec in SPECS if spec.name == name)

    def retranslate(self) -> None:
        """Set every caption and tooltip in the present language."""
        for spec, action in self:
            action.setText(QCoreApplication.translate("actions", str(spec.caption)))
            action.setToolTip(tooltip(QCoreApplication.translate("actions", str(spec.hint)) or plain(action), action))


def tooltip(words: str, action: QAction) -> str:
    """Return a tooltip that names the action's key, as the design wants of every control."""
    key = key_of(action)
    return f"{words} ({key})" if key else words


def key_of(action: QAction) -> str:
    """Return an action's key as this system writes it; empty where it has none."""
    return action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)


def plain(action: QAction) -> str:
    """Return an action's caption without mnemonic and dots."""
    return plain_words(action.text())


def plain_words(caption: str) -> str:
    """Return a caption without mnemonic and dots."""
    text = caption.replace("&", "").removesuffix("…")
    # Chinese captions carry their mnemonic in brackets behind the words.
    return text[:-3] if text[-3:-2] == "(" and text.endswith(")") else text

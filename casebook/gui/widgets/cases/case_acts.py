"""What can be done with one selected case or with several at once: the words for it, and the menu."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from casebook.gui import icons


class CaseAct(StrEnum):
    """One thing to do with the selected cases."""

    CLOSE = "close"
    REOPEN = "reopen"
    TAG = "tag"
    FOLLOW_UP = "follow-up"
    EXPORT = "export"
    DELETE = "delete"


_ICONS = {
    CaseAct.CLOSE: "closed",
    CaseAct.REOPEN: "undo",
    CaseAct.TAG: "tag",
    CaseAct.FOLLOW_UP: "clock",
    CaseAct.EXPORT: "export",
    CaseAct.DELETE: "trash",
}


class CaseActs(QObject):
    """Makes the menu of the selected cases."""

    def on_bar(self) -> list[CaseAct]:
        """Return what has a button of its own while several cases are selected."""
        return [act for act in CaseAct if act is not CaseAct.REOPEN]

    def caption(self, act: CaseAct) -> str:
        """Return the words of an action."""
        return {
            CaseAct.CLOSE: self.tr("&Close…"),
            CaseAct.REOPEN: self.tr("&Reopen"),
            CaseAct.TAG: self.tr("&Tags…"),
            CaseAct.FOLLOW_UP: self.tr("Add follow-&up…"),
            CaseAct.EXPORT: self.tr("&Export…"),
            CaseAct.DELETE: self.tr("&Delete"),
        }[act]

    def hint(self, act: CaseAct) -> str:
        """Return what an action does with all that are selected."""
        return {
            CaseAct.CLOSE: self.tr("Close all selected cases with one outcome"),
            CaseAct.REOPEN: self.tr("Take all selected cases up again"),
            CaseAct.TAG: self.tr("Give all selected cases a tag, or take one away"),
            CaseAct.FOLLOW_UP: self.tr("Add the same follow-up to all selected cases"),
            CaseAct.EXPORT: self.tr("Write the dossier of each selected case into one folder"),
            CaseAct.DELETE: self.tr("Put all selected cases into the bin"),
        }[act]

    def menu(self, count: int, *, all_closed: bool, any_closed: bool, parent: QWidget) -> QMenu:
        """Return the menu for so many cases; the data of an entry is the `CaseAct`."""
        menu = QMenu(parent)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addSection(self.tr("%n case(s)", None, count))
        for act in CaseAct:
            if (act is CaseAct.CLOSE and all_closed) or (act is CaseAct.REOPEN and not any_closed):
                continue
            entry = QAction(icons.icon(_ICONS[act]), self.caption(act), menu)
            entry.setData(act.value)
            entry.setEnabled(count > 0)
            menu.addAction(entry)
        return menu

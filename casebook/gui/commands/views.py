"""Commands on saved views of the case list: name one, give it another name, remove it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from casebook.gui.commands.base import Commands
from casebook.journal.case_views import CaseView, from_definition
from casebook.journal.planning import SavedView

if TYPE_CHECKING:
    from casebook.gui.dialogs.view_dialog import ViewDialog


class ViewCommands(Commands):
    """A view holds no fact of a case: taking one back is writing the earlier one."""

    view_saved = Signal(int)
    """A view was saved; whoever lists views shows it."""
    view_removed = Signal(int)
    """A view is gone; whoever shows it turns elsewhere."""

    def save(self, view: CaseView, view_id: int = 0) -> ViewDialog:
        """Ask for the name of a view; `view_id` is the one that it was made from."""
        from casebook.gui.dialogs.view_dialog import ViewDialog

        known = {saved.name: saved for saved in self.journal.saved_views.all()}
        name = next((saved.name for saved in known.values() if saved.id == view_id), "")
        dialog = ViewDialog(name, known, parent=self.window)
        dialog.on_save = lambda: self._save(dialog.name.text().strip(), view, known.get(dialog.name.text().strip()))
        dialog.open()
        return dialog

    def rename(self, view_id: int) -> ViewDialog:
        """Ask for another name."""
        from casebook.gui.dialogs.view_dialog import ViewDialog

        before = self.journal.saved_views.get(view_id).name
        dialog = ViewDialog(before, (), rename=True, parent=self.window)

        def save() -> None:
            self.feed.announce(self.journal.saved_views.rename(view_id, dialog.name.text()))
            said = self.tr("The view is called {name}").replace("{name}", dialog.name.text().strip())
            self.said.emit(said, lambda: self.write(lambda: self.journal.saved_views.rename(view_id, before)))

        dialog.on_save = save
        dialog.open()
        return dialog

    def remove(self, view_id: int) -> None:
        """Forget a view."""
        before = self.journal.saved_views.get(view_id)
        if self.write(lambda: self.journal.saved_views.remove(view_id)):
            said = self.tr("The view {name} is gone").replace("{name}", before.name)
            self.said.emit(said, lambda: self._put_back(before))
            self.view_removed.emit(view_id)

    def _save(self, name: str, view: CaseView, before: SavedView | None) -> None:
        if before is not None:  # what a later version put into it stays
            view = replace(view, further={**view.further, **from_definition(before.definition).further})
        made = self.journal.saved_views.save(name, view.definition())
        self.feed.announce(made)
        said = self.tr("The view {name} is saved").replace("{name}", name)
        undo = (lambda: self._put_back(before)) if before else (lambda: self._forget(made.made))
        self.said.emit(said, undo)
        self.view_saved.emit(made.made)

    def _put_back(self, view: SavedView) -> None:
        self.write(lambda: self.journal.saved_views.save(view.name, view.definition))

    def _forget(self, view_id: int) -> None:
        if self.write(lambda: self.journal.saved_views.remove(view_id)):
            self.view_removed.emit(view_id)

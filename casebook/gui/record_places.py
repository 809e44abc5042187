"""The way from the name of a record to where it is shown: the jump of the gap report and of the drafts."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from casebook.journal.changes import Kind
from casebook.journal.errors import NotFound
from casebook.journal.terms import RequestState

if TYPE_CHECKING:
    from casebook.gui.commands.all import AllCommands
    from casebook.gui.main_window import MainWindow


def show_record(window: MainWindow, do: AllCommands, kind: str, number: int) -> None:
    """Show a record: its contact in the case, or the dialog that holds it. Says so when it is gone."""
    try:
        _places(window, do)[Kind(kind)](number)
    except NotFound as error:
        do.gaps.show_error(error)


def _places(window: MainWindow, do: AllCommands) -> Mapping[Kind, Callable[[int], object]]:
    journal = do.gaps.journal

    def contact(number: int) -> None:
        found = journal.contacts.get(number)
        window.show_case(found.case_id or 0, found.id)
        window.activateWindow()

    def exhibit(number: int) -> None:
        found = journal.exhibits.get(number)
        window.show_case(found.case_id or 0, found.contact_id or 0)
        do.exhibit.open(number)

    def request(number: int) -> None:
        found = journal.requests.get(number)
        window.show_case(found.case_id, found.contact_id or 0)
        open_it = do.request.supply if found.state is RequestState.OPEN else do.request.edit
        open_it(number)

    return {
        Kind.CASE: do.case.edit,
        Kind.FIRM: do.firm.edit,
        Kind.ACCOUNT: lambda number: do.firm.edit(journal.accounts.get(number).firm_id),
        Kind.CONTACT: contact,
        Kind.MAIL: contact,
        Kind.EXHIBIT: exhibit,
        Kind.PROMISE: do.promise.answer,
        Kind.REQUEST: request,
        Kind.TRANSFER: do.money.edit_transfer,
        Kind.LOSS: do.money.edit_loss,
    }

"""The way from an item of the checklist to the form that holds what is missing."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING

from casebook.journal.terms import ReferenceKind, RequestState

if TYPE_CHECKING:
    from casebook.gui.body import Body
    from casebook.gui.commands.all import AllCommands
    from casebook.gui.links import Links
    from casebook.gui.main_window import MainWindow


def wire_ready(window: MainWindow, body: Body, do: AllCommands, links: Links) -> None:
    """Connect the actions and wishes of the checklist."""
    act, join = window.actions_, links.join
    join(act["checklist"].triggered, lambda: do.ready.checklist(body.case_id))
    join(act["help_search"].triggered, lambda: do.ready.help_search(body.case_id))
    join(do.ready.add_requested, partial(add_record, window, do))
    join(do.ready.exhibit_requested, do.exhibit.open)
    join(do.ready.describe_requested, do.exhibit.describe)


def add_record(window: MainWindow, do: AllCommands, case_id: int, kind: str, what: str) -> None:
    """Open the form in which the user can give what an item of the checklist asks for."""
    _forms(window, do, what)[kind](case_id)


def _forms(window: MainWindow, do: AllCommands, what: str) -> Mapping[str, Callable[[int], object]]:
    from casebook.guide.ready import file_names

    journal = do.ready.journal

    def case(case_id: int) -> None:
        (do.case.close if what == "outcome" else do.case.edit)(case_id)

    def account(case_id: int) -> None:
        if known := journal.cases.get(case_id).account_id:
            do.firm.edit_account(known)
        else:
            do.case.edit(case_id)

    def exhibit(case_id: int) -> None:
        nameless = [e for e in journal.exhibits.of_case(case_id) if not file_names.says_what(e)]
        if what == "named" and nameless:
            do.exhibit.describe(nameless[0].id)
        else:
            do.exhibit.add(case_id)

    def request(case_id: int) -> None:
        asked = [r for r in journal.requests.of_case(case_id) if r.state is RequestState.OPEN]
        if asked:
            show(case_id, asked[0].contact_id)
        else:
            do.request.add(case_id)

    def last_contact(case_id: int) -> None:
        rows = journal.contacts.timeline(case_id)
        show(case_id, rows[-1].id if rows else None)

    def show(case_id: int, contact_id: int | None) -> None:
        window.show_case(case_id, contact_id or 0)
        window.activateWindow()

    return {
        "case": case,
        "account": account,
        "exhibit": exhibit,
        "reference": lambda case_id: do.reference.add(case_id, kind=ReferenceKind(what)),
        "transfer": do.money.add_transfer,
        "contact": do.ready.help_search,
        "ticket": do.reference.add_ticket,
        "request": request,
        "official": lambda case_id: do.senders.show_register(journal.cases.get(case_id).firm_id, window),
        "letter": do.message.open,
        "sent": last_contact,
        "reply": last_contact,
    }

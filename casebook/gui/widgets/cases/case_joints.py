"""What the lists of the side panel ask for, and the wishes of the case page that answer them."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint, SignalInstance

from casebook.gui.widgets.cases.case_menus import CaseMenus
from casebook.gui.widgets.cases.case_wishes import CaseWishes
from casebook.gui.widgets.cases.side_panel import SidePanel
from casebook.journal import Kind


def join_side(
    page: CaseWishes,
    side: SidePanel,
    menus: CaseMenus,
    copy: Callable[[Kind, int], None],
    open_follow_up: Callable[[int], None],
) -> None:
    """Connect the lists of the side panel with the wishes of a page and its menus."""

    def case(signal: SignalInstance) -> Callable[[], None]:
        """Return a wish about the case that is shown."""
        return lambda: signal.emit(page.case_id)

    def anywhere(signal: SignalInstance) -> Callable[[], None]:
        """Return a wish about the case that is shown, and about none of its contacts."""
        return lambda: signal.emit(page.case_id, 0)

    def follow_up_menu(row_id: int, at: QPoint) -> None:
        if row_id > 0:
            menus.follow_up(row_id, at)
        else:
            open_follow_up(row_id)

    side.next.add_requested.connect(anywhere(page.follow_up_requested))
    side.promised.add_requested.connect(anywhere(page.promise_requested))
    side.asked.add_requested.connect(anywhere(page.request_requested))
    side.numbers.add_requested.connect(case(page.ticket_requested))
    side.referred.add_requested.connect(anywhere(page.reference_requested))
    side.moved.add_requested.connect(anywhere(page.transfer_requested))
    side.claimed.add_requested.connect(case(page.loss_requested))
    side.shown.add_requested.connect(case(page.exhibit_add_requested))
    side.follow_ups.ticked_id.connect(page.done_requested)
    side.follow_ups.activated_id.connect(open_follow_up)
    side.follow_ups.menu_id.connect(follow_up_menu)
    side.promises.ticked_id.connect(page.promise_answer_requested)
    side.promises.activated_id.connect(menus.open_promise)
    side.promises.menu_id.connect(menus.promise)
    side.requests.ticked_id.connect(page.supply_requested)
    side.requests.activated_id.connect(menus.open_request)
    side.requests.menu_id.connect(menus.request)
    side.tickets.activated_id.connect(lambda row: copy(Kind.TICKET, row))
    side.references.activated_id.connect(lambda row: copy(Kind.REFERENCE, row))
    side.transfers.activated_id.connect(page.transfer_edit_requested)
    side.transfers.menu_id.connect(menus.transfer)
    side.losses.activated_id.connect(page.loss_edit_requested)
    side.losses.menu_id.connect(menus.loss)
    side.exhibits.activated_id.connect(page.exhibit_requested)
    side.exhibits.menu_id.connect(menus.exhibit)
    side.checklist_requested.connect(lambda item: page.checklist_requested.emit(page.case_id, item))
    side.clocks.add_requested.connect(anywhere(page.deadline_requested))
    side.deadlines.activated_id.connect(lambda row: page.deadline_requested.emit(page.case_id, row))
    side.deadlines.ticked_id.connect(page.deadline_end_requested)
    side.quotes.activated_id.connect(menus.open_quote)
    side.quotes.menu_id.connect(menus.quote)

"""Connects the palette and the page of a firm with the rest of the window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from casebook.gui.links import Links
from casebook.gui.models.sidebar_model import Choice, View
from casebook.journal import Kind
from casebook.journal.listings import Hit

if TYPE_CHECKING:
    from casebook.gui.body import Body
    from casebook.gui.commands.all import AllCommands
    from casebook.gui.main_window import MainWindow


def wire_palette(window: MainWindow, body: Body, do: AllCommands, links: Links) -> None:
    """Connect what the palette leads to, and what it is told of."""
    act, palette, field = window.actions_, do.palette, window.toolbar.search
    palette.offer_actions(act)

    def show_firm(firm_id: int) -> None:
        field.clear()
        body.sidebar.choose(Choice(View.FIRM, firm_id))

    def search(words: str) -> None:
        field.setText(words)
        field.setFocus()
        body.look_for(words)

    def note(case_id: int) -> None:
        choice = body.sidebar.choice()
        if case_id or choice.view is not View.FIRM:
            palette.seen(Kind.CASE, case_id)
        else:
            palette.seen(Kind.FIRM, choice.firm_id)

    links.join(act["palette"].triggered, lambda: palette.show(body.case_id))

    def show(hit: Hit) -> None:
        body.show_hit(hit)
        if hit.kind == Kind.CONTACT and hit.case_id:
            palette.seen(Kind.CONTACT, hit.id)

    links.join(palette.case_requested, window.show_case)
    links.join(palette.firm_requested, show_firm)
    links.join(palette.hit_requested, show)
    links.join(palette.search_requested, search)
    links.join(act["firm_page"].triggered, lambda: show_firm(do.firm.journal.cases.get(body.case_id).firm_id))
    _wire_firm_page(window, body, do)
    body.page_changed.connect(note)


def _wire_firm_page(window: MainWindow, body: Body, do: AllCommands) -> None:
    page = body.firm_page
    page.case_requested.connect(window.show_case)
    page.cases_requested.connect(lambda firm_id: body.show_choice(Choice(View.FIRM, firm_id), as_list=True))
    page.case_add_requested.connect(lambda firm_id: do.case.new(firm_id=firm_id))
    page.edit_requested.connect(do.firm.edit)
    page.promise_requested.connect(do.promise.edit)
    page.account_requested.connect(do.firm.edit_account)
    page.account_add_requested.connect(do.firm.new_account)
    page.register_requested.connect(do.senders.show_register)
    page.way_requested.connect(do.advice.edit_channel)
    page.way_add_requested.connect(do.advice.add_channel)
    page.rules_requested.connect(do.deadline.show_rules)

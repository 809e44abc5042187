"""The wiring of messages to a firm: whoever wishes for one, and what the dialog wishes for in turn."""

from __future__ import annotations

from typing import TYPE_CHECKING

from casebook.gui.links import Links
from casebook.journal.terms import Channel

if TYPE_CHECKING:
    from casebook.gui.body import Body
    from casebook.gui.commands.all import AllCommands
    from casebook.gui.main_window import MainWindow


def wire_messages(window: MainWindow, body: Body, do: AllCommands, links: Links) -> None:
    """Connect every wish for a message with its command; `links` keeps what would outlive the pages."""
    act, join = window.actions_, links.join
    join(act["write"].triggered, lambda: do.message.open(body.case_id))
    join(act["templates"].triggered, do.message.edit_templates)
    for group in (do.session, do.promise):
        join(group.write_requested, do.message.open)
    join(
        do.advice.write_requested,
        lambda case, kind, contact, channel: do.message.open(case, kind, contact, channel=channel),
    )
    body.case_page.write_requested.connect(do.message.open)
    for page in (body.today, window.reminder):
        page.view.write_requested.connect(do.message.open)
    join(do.message.document_requested, do.letter.open)
    join(do.message.call_requested, lambda case: do.session.start(case, Channel.PHONE))

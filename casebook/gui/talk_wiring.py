"""The wiring of chats and calls under way: the bar over the pages, the composer, and the commands that answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from casebook.gui.links import Links
from casebook.journal.terms import Channel

if TYPE_CHECKING:
    from casebook.gui.body import Body
    from casebook.gui.commands.all import AllCommands
    from casebook.gui.main_window import MainWindow


def wire_talks(window: MainWindow, body: Body, do: AllCommands, links: Links) -> None:
    """Connect what begins, accompanies and ends a chat or call; `links` keeps what would outlive the pages."""
    act, join = window.actions_, links.join
    join(act["start_chat"].triggered, lambda: do.session.start(body.case_id, Channel.CHAT))
    join(act["start_call"].triggered, lambda: do.session.start(body.case_id, Channel.PHONE))
    bars = body.talks
    bars.step_requested.connect(do.session.step)
    bars.undo_requested.connect(do.session.undo)
    bars.agent_named.connect(do.session.name)
    bars.card_requested.connect(do.session.card)
    bars.end_requested.connect(do.session.end)
    bars.drop_requested.connect(do.session.drop)
    bars.transcript_requested.connect(do.chats.paste)
    bars.case_requested.connect(window.show_case)
    join(do.session.begun, body.start_talk)
    join(do.session.agent_named, body.talk_named)
    join(do.session.ended, body.talk_ended)
    join(do.session.about_to_end, do.draft.save_now)
    join(do.session.transcript_requested, do.chats.paste)

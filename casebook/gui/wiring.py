"""The one block that sends each wish of the window to the command that answers it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from casebook.gui.case_list_wiring import wire_case_list
from casebook.gui.case_wiring import wire_case_page
from casebook.gui.desktop_wiring import wire_desktop
from casebook.gui.links import Links
from casebook.gui.message_wiring import wire_messages
from casebook.gui.models.sidebar_model import Choice, View
from casebook.gui.palette_wiring import wire_palette
from casebook.gui.ready_places import wire_ready
from casebook.gui.record_places import show_record
from casebook.gui.talk_wiring import wire_talks
from casebook.gui.undo_wiring import wire_undo

if TYPE_CHECKING:
    from casebook.gui.body import Body
    from casebook.gui.commands.all import AllCommands
    from casebook.gui.main_window import MainWindow


def wire(window: MainWindow, body: Body, do: AllCommands, links: Links) -> None:
    """Connect actions, search field and panes with the commands.

    What is connected through `links` starts from a part that outlives the casebook (an action, the search field, a
    command) and must be parted by hand when the casebook is locked; the panes go, and their connections with them.
    """
    _wire_actions(window, body, do, links)
    wire_ready(window, body, do, links)
    _wire_advice(window, body, do, links)
    _wire_search(window, body, links)
    wire_palette(window, body, do, links)
    wire_undo(window, body, do, links)
    body.page_changed.connect(window.page_changed)
    body.sidebar.firm_requested.connect(do.firm.new)
    body.sidebar.firm_edit_requested.connect(do.firm.edit)
    links.join(do.case.case_made, body.show_new_case)
    do.exhibit.memory = window.memory
    wire_case_page(body.case_page, do, links)
    wire_case_list(window, body, do, links)
    _wire_capture(window, body, do, links)
    _wire_pages(window, body, do, links)
    wire_talks(window, body, do, links)
    wire_messages(window, body, do, links)
    wire_desktop(window, body, do, links)


def _wire_actions(window: MainWindow, body: Body, do: AllCommands, links: Links) -> None:
    act, join = window.actions_, links.join
    for view in (View.TODAY, View.INBOX, View.OPEN, View.WAITING, View.CLOSED):
        join(act[view.value].triggered, partial(body.sidebar.choose, Choice(view)))
    join(act["new_case"].triggered, window.new_case)
    join(act["new_firm"].triggered, do.firm.new)
    join(act["edit_case"].triggered, lambda: do.case.edit(body.case_id))
    join(act["close_case"].triggered, lambda: window.close_case(body.case_id))
    join(act["follow_up"].triggered, lambda: do.follow_up.add(body.case_id))
    join(act["promise"].triggered, lambda: do.promise.add(body.case_id, body.case_page.timeline.current_contact()))
    join(act["paste_chat"].triggered, lambda: do.chats.paste(body.case_id))
    join(act["mailboxes"].triggered, lambda: do.mailboxes.open(body.case_id or None))
    join(do.imports.mailbox_requested, act["mailboxes"].trigger)
    join(do.mailboxes.inbox_requested, act["inbox"].trigger)
    join(act["import_chats"].triggered, do.chats.choose)
    join(do.imports.transcript_requested, lambda: do.chats.paste(body.case_id or None))
    join(do.chats.inbox_requested, act["inbox"].trigger)
    join(act["request"].triggered, lambda: do.request.add(body.case_id, body.case_page.timeline.current_contact()))
    join(act["reference"].triggered, lambda: do.reference.add(body.case_id))
    join(act["delete_case"].triggered, lambda: do.bin.delete_case(body.case_id))
    join(act["export_data"].triggered, lambda: do.data.export_case(body.case_id))
    join(act["contact_sheet"].triggered, lambda: do.data.contact_sheet(body.case_id))
    join(act["save_mails"].triggered, lambda: do.mail_out.save_all(body.case_id))
    join(act["import_data"].triggered, do.data.import_case)
    join(do.data.case_taken_in, body.show_new_case)
    join(act["dump"].triggered, do.data.dump)
    join(act["purge"].triggered, do.purge.secret)
    join(do.purge.about_to_purge, do.draft.save_now)
    join(do.purge.purged, body.case_page.read_drafts)
    join(act["bin"].triggered, do.bin.show)
    join(do.bin.case_deleted, lambda _case_id: act["open"].trigger())
    join(act["history"].triggered, lambda: do.history.show(body.case_id))
    join(act["gaps"].triggered, lambda: do.gaps.show(body.case_id))
    go = partial(show_record, window, do)
    for group in (do.exhibit, do.gaps, do.export, do.letter):
        join(group.place_requested, go)
    join(do.export.answer_requested, do.gaps.answer)
    join(do.gaps.export_requested, do.export.export)
    join(act["import_mail"].triggered, lambda: do.imports.open(()))
    join(act["export"].triggered, lambda: do.export.export(body.case_id))
    join(act["exports"].triggered, lambda: do.export.list_exports(body.case_id))
    join(act["letter"].triggered, lambda: do.letter.open(body.case_id))
    join(act["log"].triggered, body.start_logging)
    join(act["verify"].triggered, do.check.verify)
    join(act["backups"].triggered, do.backup.show)
    join(do.backup.replace_requested, window.restore_requested.emit)
    join(act["preferences"].triggered, do.preferences.show)
    join(do.preferences.chosen, window.watching.follow)
    join(act["protection"].triggered, do.protection.show)
    join(do.protection.convert_requested, window.convert_requested.emit)
    join(act["lock"].triggered, window.ask_lock)
    join(act["open_folder"].triggered, lambda: do.check.show_folder(do.check.journal.folder))
    join(act["open_logs"].triggered, lambda: do.check.show_folder(window.log_folder))


def _wire_capture(window: MainWindow, body: Body, do: AllCommands, links: Links) -> None:
    """Connect what is caught in passing: a small form from anywhere, a part of the screen."""
    act, join = window.actions_, links.join
    join(act["quick_log"].triggered, lambda: do.capture.log(body.case_id))
    join(act["snip"].triggered, lambda: do.capture.snip(body.case_id))
    join(do.capture.snipped, body.case_page.composer.take_picture)
    join(do.capture.case_wanted, window.new_case)
    join(do.capture.closed, body.case_page.read_drafts)
    body.case_page.composer.snip_requested.connect(act["snip"].trigger)


def _wire_advice(window: MainWindow, body: Body, do: AllCommands, links: Links) -> None:
    """Connect what the guide says of a case: its clocks, where to turn, the ladder."""
    act, join = window.actions_, links.join
    join(act["deadlines"].triggered, lambda: do.deadline.show(body.case_id))
    join(act["where"].triggered, lambda: do.advice.where(body.case_id))
    join(act["ladder"].triggered, lambda: do.advice.ladder(body.case_id))
    join(do.advice.contact_requested, window.show_case)
    join(do.advice.deadlines_requested, do.deadline.show)


def _wire_search(window: MainWindow, body: Body, links: Links) -> None:
    field, act = window.toolbar.search, window.actions_
    links.join(act["find_case"].triggered, body.case_page.finder.start)
    links.join(act["jump_day"].triggered, lambda: body.case_page.finder.choose_day(None))
    links.join(field.textEdited, body.look_for)
    links.join(field.returnPressed, body.search.open_first)
    links.join(field.results_requested, body.search.enter)
    links.join(field.left, window.end_search)
    body.search.closed.connect(window.end_search)
    body.search.typing_requested.connect(field.setFocus)


def _wire_pages(window: MainWindow, body: Body, do: AllCommands, links: Links) -> None:
    act = window.actions_
    for rows in (body.today.view, window.reminder.view):
        rows.case_requested.connect(window.show_case)
        rows.done_requested.connect(do.follow_up.done)
        rows.snooze_requested.connect(do.follow_up.snooze)
        rows.change_requested.connect(do.follow_up.change)
        rows.drop_requested.connect(do.follow_up.drop)
        rows.explain_requested.connect(do.follow_up.explain)
        rows.many_requested.connect(do.follow_up.answer_many)
        rows.resolve_requested.connect(do.promise.answer)
        rows.supply_requested.connect(do.request.supply)
    body.today.view.inbox_requested.connect(act["inbox"].trigger)
    body.today.new_case_requested.connect(act["new_case"].trigger)
    body.today.import_requested.connect(act["import_mail"].trigger)
    window.reminder.today_requested.connect(act["today"].trigger)
    body.inbox.contact_shown.connect(lambda shown, contact_id: do.senders.follow(shown.who, contact_id))
    body.inbox.contact_shown.connect(lambda shown, contact_id: do.contact.show_found(shown.found, contact_id))
    body.inbox.show_chosen()
    body.inbox.file_requested.connect(do.mail.file)
    body.inbox.file_sure_requested.connect(do.mail.file_sure)
    body.inbox.choose_requested.connect(do.mail.choose)
    body.inbox.new_case_requested.connect(do.mail.new_case)
    body.inbox.discard_requested.connect(do.mail.discard)
    body.inbox.import_requested.connect(act["import_mail"].trigger)
    links.join(do.imports.inbox_requested, act["inbox"].trigger)
    links.join(do.imports.inbox_requested, body.inbox.view.setFocus)
    links.join(do.imports.contact_requested, window.show_case)
    body.case_page.installEventFilter(window)
    window.reminders.rang.connect(window.reminder.remind)
    window.reminders.ticked.connect(window.reminder.refresh_shown)
    window.reminder.shown.connect(window.reminders.note_shown)
    window.reminders.due_changed.connect(window.toolbar.due.set_count)
    links.join(act["due"].triggered, window.reminder.open_now)

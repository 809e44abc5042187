"""The wiring of the case page: each of its wishes and the command that answers it."""

from __future__ import annotations

from casebook.gui.commands.all import AllCommands
from casebook.gui.links import Links
from casebook.gui.panes.case_page import CasePage


def wire_case_page(page: CasePage, do: AllCommands, links: Links) -> None:
    """Connect a case page with the commands, both ways; `links` keeps what would outlive the page."""
    page.case_edit_requested.connect(do.case.edit)
    page.case_close_requested.connect(do.case.close)
    page.case_reopen_requested.connect(do.case.reopen)
    page.export_requested.connect(do.export.export)

    page.log_requested.connect(do.log.log)
    page.files_requested.connect(do.log.choose_files)
    page.draft_changed.connect(do.draft.keep)
    links.join(do.draft.settling, page.composer.tray.settle)
    links.join(do.log.logged, page.contact_logged)
    links.join(do.log.refused, page.contact_refused)
    links.join(do.log.files_chosen, page.attach_files)

    page.contact_requested.connect(do.contact.open)
    page.amend_requested.connect(do.contact.amend)
    page.annotate_requested.connect(do.contact.annotate)
    page.mail_save_requested.connect(do.mail_out.save)
    page.mail_open_requested.connect(do.mail_out.open)
    links.join(do.contact.mail_save_requested, do.mail_out.save)
    links.join(do.contact.exhibit_requested, do.exhibit.open)
    links.join(do.contact.promise_requested, do.promise.add)
    links.join(do.contact.request_requested, do.request.add)

    page.contact_delete_requested.connect(do.bin.delete_contact)
    page.exhibit_delete_requested.connect(do.bin.delete_exhibit)
    page.contact_purge_requested.connect(do.purge.contact)
    page.exhibit_purge_requested.connect(do.purge.exhibit)

    _wire_facts(page, do)
    _wire_next(page, do)
    _wire_exhibits(page, do, links)
    page.copied.connect(lambda words: do.said.emit(words, None))


def _wire_next(page: CasePage, do: AllCommands) -> None:
    """Connect what is to be done next."""
    page.follow_up_requested.connect(lambda case_id, contact_id: do.follow_up.add(case_id, contact_id or None))
    page.explain_requested.connect(do.follow_up.explain)
    page.snooze_requested.connect(do.follow_up.snooze)
    page.done_requested.connect(do.done)
    page.drop_requested.connect(do.follow_up.drop)
    page.suggestion_explain_requested.connect(do.suggestion.explain)
    page.resend_explain_requested.connect(do.suggestion.explain_resend)
    page.accept_suggestion_requested.connect(do.suggestion.accept)
    page.checklist_requested.connect(do.ready.checklist)
    page.deadline_requested.connect(do.deadline.open)
    page.deadline_end_requested.connect(do.deadline.end)


def _wire_exhibits(page: CasePage, do: AllCommands, links: Links) -> None:
    """Connect the exhibits."""
    page.exhibit_add_requested.connect(do.exhibit.add)
    page.exhibit_requested.connect(do.exhibit.open)
    page.exhibit_save_requested.connect(do.exhibit.save)
    page.exhibit_describe_requested.connect(do.exhibit.describe)
    page.exhibit_facts_requested.connect(do.exhibit.edit_facts)
    page.exhibit_redact_requested.connect(do.redaction.redact)
    links.join(do.exhibit.redact_requested, do.redaction.redact)


def _wire_facts(page: CasePage, do: AllCommands) -> None:
    """Connect what the side panel lists beside follow-ups and exhibits."""
    page.promise_requested.connect(do.promise.add)
    page.promise_answer_requested.connect(do.promise.answer)
    page.promise_edit_requested.connect(do.promise.edit)
    page.request_requested.connect(do.request.add)
    page.request_edit_requested.connect(do.request.edit)
    page.request_reopen_requested.connect(do.request.reopen)
    page.supply_requested.connect(do.request.supply)
    page.reference_requested.connect(do.reference.add)
    page.ticket_requested.connect(do.reference.add_ticket)
    page.promise_marked.connect(do.promise.add)
    page.request_marked.connect(do.request.add)
    page.reference_marked.connect(lambda case, contact, words: do.reference.add(case, contact, value=words))
    page.ticket_marked.connect(do.reference.take_ticket)
    page.quote_requested.connect(do.quote.add)
    page.quote_note_requested.connect(do.quote.note)
    page.quote_remove_requested.connect(do.quote.remove)
    page.transfer_requested.connect(do.money.add_transfer)
    page.transfer_edit_requested.connect(do.money.edit_transfer)
    page.transfer_remove_requested.connect(do.money.remove_transfer)
    page.loss_requested.connect(do.money.add_loss)
    page.loss_edit_requested.connect(do.money.edit_loss)
    page.loss_remove_requested.connect(do.money.remove_loss)

"""What the case page can wish for. The page itself opens no dialog and writes nothing."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame


class CaseWishes(QFrame):
    """The signals of the case page; the list with its meanings stands at the top of `panes/case_page.py`."""

    case_edit_requested = Signal(int)
    case_close_requested = Signal(int)
    case_reopen_requested = Signal(int)
    export_requested = Signal(int)
    log_requested = Signal(object)
    files_requested = Signal()
    draft_changed = Signal(int, object)
    contact_requested = Signal(int)
    amend_requested = Signal(int)
    annotate_requested = Signal(int)
    mail_save_requested = Signal(int)
    mail_open_requested = Signal(int)
    contact_delete_requested = Signal(int)
    contact_purge_requested = Signal(int)
    promise_requested = Signal(int, int)
    promise_answer_requested = Signal(int)
    promise_edit_requested = Signal(int)
    request_requested = Signal(int, int)
    request_edit_requested = Signal(int)
    request_reopen_requested = Signal(int)
    supply_requested = Signal(int)
    reference_requested = Signal(int, int)
    transfer_requested = Signal(int, int)
    transfer_edit_requested = Signal(int)
    transfer_remove_requested = Signal(int)
    loss_requested = Signal(int)
    loss_edit_requested = Signal(int)
    loss_remove_requested = Signal(int)
    ticket_requested = Signal(int)
    follow_up_requested = Signal(int, int)
    write_requested = Signal(int, str, int, int)
    """The case, the kind of message or nothing, and the contact and follow-up that it is about, or 0."""
    explain_requested = Signal(int)
    snooze_requested = Signal(int)
    done_requested = Signal(int)
    drop_requested = Signal(int)
    suggestion_explain_requested = Signal(object)
    resend_explain_requested = Signal(object)
    accept_suggestion_requested = Signal(int, object)
    exhibit_add_requested = Signal(int)
    exhibit_requested = Signal(int)
    exhibit_save_requested = Signal(int)
    exhibit_describe_requested = Signal(int)
    exhibit_facts_requested = Signal(int)
    exhibit_redact_requested = Signal(int)
    exhibit_delete_requested = Signal(int)
    exhibit_purge_requested = Signal(int)
    deadline_requested = Signal(int, int)
    """A deadline of a case is to be shown; 0 for a new one."""
    deadline_end_requested = Signal(int)
    checklist_requested = Signal(int, str)
    """The case, and an item of its checklist or nothing."""
    promise_marked = Signal(int, int, str)
    """Words of a contact were marked as a promise: the case, the contact, the words. So with the next four."""
    request_marked = Signal(int, int, str)
    reference_marked = Signal(int, int, str)
    ticket_marked = Signal(int, int, str)
    quote_requested = Signal(int, int, str)
    quote_note_requested = Signal(int)
    quote_remove_requested = Signal(int)
    copied = Signal(str)

    @property
    def case_id(self) -> int:
        """The local number of the case that is shown, 0 for none."""
        raise NotImplementedError

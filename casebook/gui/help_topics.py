"""Which page of the help belongs to what: by the name of a dialog or pane, and so to all that lies in it."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from casebook.gui.models.help_pages import FIRST

TOPICS = {
    "welcome": ("WelcomePane", "FirstStartPage", "AboutDialog", "JobPane", "Toolbar"),
    "cases": ("CaseDialog", "CloseCaseDialog", "AccountDialog"),
    "case-list": ("CaseList", "Sidebar", "CaseChooser", "TagDialog", "ViewDialog", "CloseCasesDialog"),
    "chat": (
        *("Composer", "SessionEndDialog", "SessionBars", "PhoneCardDialog", "TranscriptDialog", "ChatExportDialog"),
        *("PromiseDialog", "AnswerDialog", "RequestDialog", "SupplyDialog", "SaidForm", "ReferenceDialog"),
        *("TicketDialog", "DetailsDialog", "QuickLog"),
    ),
    "timeline": ("CasePage", "TimelineView", "CaseStrip", "SidePanel", "ContactDialog", "QuoteDialog"),
    "exhibits": ("ExhibitDialog", "DescribeDialog", "ExhibitFactsDialog", "ExhibitGrid", "AnnotateDialog"),
    "mail": (
        *("InboxPane", "ImportDialog", "MailboxDialog", "MailboxesDialog", "MailboxPasswordDialog", "PartsDialog"),
        *("PasteMailDialog",),
    ),
    "senders": ("OfficialDialog", "OfficialsDialog", "AgainDialog", "CodeDialog", "LookUpDialog", "AcceptDialog"),
    "when-to-act": (
        *("TodayPane", "ReminderPanel", "FollowUpDialog", "SnoozeDialog", "ChangeDialog", "DropDialog"),
        *("ExplainDialog", "DueList"),
    ),
    "deadlines": (
        *("DeadlinesDialog", "DeadlineDialog", "MoreTimeDialog", "PauseDialog", "EndDialog", "FirmRulesDialog"),
        *("FirmRuleDialog",),
    ),
    "where-to-turn": ("WhereDialog", "ChannelDialog", "ChannelsDialog", "LadderDialog"),
    "reminders": ("RemindersDialog", "CalendarDialog", "ClosingDialog"),
    "before-you-write": ("ChecklistDialog", "NotNeededDialog", "HelpSearchDialog"),
    "writing": ("MessageDialog", "SentDialog", "TemplatesDialog", "LetterDialog"),
    "dossier": (
        *("ExportDialog", "ExportsDialog", "PreviewDialog", "GapDialog", "GapAnswerDialog", "TransferDialog"),
        *("LossDialog", "CaseDossierPage"),
    ),
    "redaction": ("RedactionDialog",),
    "signing": ("CertificateDialog",),
    "firms": ("FirmDialog", "FirmPage"),
    "finding": ("SearchPane", "Palette"),
    "corrections": ("AmendDialog", "BinDialog", "HistoryDialog", "PreferencesDialog"),
    "protection": (
        *("ProtectionDialog", "UnlockPage", "RecoveryPage", "BackupsDialog", "RestoreDialog", "DamagedPage"),
    ),
    "secrets": ("PurgeDialog",),
    "storage": ("CheckDialog", "JobDialog", "ErrorDialog"),
    "keys": (),
}
"""The names of classes by page. A widget may name its page itself, in the property `help`."""

_PAGES = {name: page for page, names in TOPICS.items() for name in names}


def page_of(widget: QWidget | None) -> str:
    """Return the page for a widget: its own, or that of what it lies in."""
    while widget is not None:
        if isinstance(named := widget.property("help"), str) and named:
            return named
        for kind in type(widget).__mro__:
            if kind.__name__ in _PAGES:
                return _PAGES[kind.__name__]
        widget = widget.parentWidget()
    return FIRST

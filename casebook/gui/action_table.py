"""Every action of the window in one table: name, menu, words, key, icon. Nothing else says what there is to do."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QT_TRANSLATE_NOOP

FILE, CASE, GUIDE, VIEW, HELP = "file", "case", "guide", "view", "help"

MENUS = {
    FILE: QT_TRANSLATE_NOOP("actions", "&File"),
    CASE: QT_TRANSLATE_NOOP("actions", "&Case"),
    GUIDE: QT_TRANSLATE_NOOP("actions", "&Guide"),
    VIEW: QT_TRANSLATE_NOOP("actions", "&View"),
    HELP: QT_TRANSLATE_NOOP("actions", "&Help"),
}
"""The menus in their order, with their captions."""


@dataclass(frozen=True, slots=True)
class Spec:
    """One action. `needs_case`: only while a case is shown; `needs_key`: only in an encrypted casebook.

    An empty `hint` means that the caption says it all. Caption and hint are English source text (`QT_TRANSLATE_NOOP`
    calls its result an object).
    """

    name: str
    menu: str
    caption: object
    hint: object = ""
    key: str = ""
    icon: str = ""
    needs_case: bool = False
    needs_key: bool = False
    new_group: bool = False
    choice: str = ""
    """The name of the group that this action is one radio choice of."""


SPECS: tuple[Spec, ...] = (
    Spec(
        "import_mail",
        FILE,
        QT_TRANSLATE_NOOP("actions", "&Import mail…"),
        QT_TRANSLATE_NOOP("actions", "Read .eml and .mbox files into this casebook"),
        "Ctrl+I",
        "import",
    ),
    Spec(
        "mailboxes",
        FILE,
        QT_TRANSLATE_NOOP("actions", "&Mailboxes…"),
        QT_TRANSLATE_NOOP("actions", "Fetch what is new from a mailbox on a server"),
        "Ctrl+Shift+M",
        "email",
    ),
    Spec(
        "import_chats",
        FILE,
        QT_TRANSLATE_NOOP("actions", "Import c&hats…"),
        QT_TRANSLATE_NOOP("actions", "Read what Telegram, Discord or WhatsApp exported, and choose whose come in"),
        "Ctrl+Shift+I",
        "chat",
    ),
    Spec(
        "export",
        FILE,
        QT_TRANSLATE_NOOP("actions", "&Export dossier…"),
        QT_TRANSLATE_NOOP("actions", "Make the PDF and the evidence pack of this case"),
        "Ctrl+E",
        "export",
        needs_case=True,
    ),
    Spec(
        "backups",
        FILE,
        QT_TRANSLATE_NOOP("actions", "&Backups…"),
        QT_TRANSLATE_NOOP("actions", "See, make, check and restore backups, and choose where they go"),
        "Ctrl+Shift+B",
        "backup",
        new_group=True,
    ),
    Spec(
        "import_data",
        FILE,
        QT_TRANSLATE_NOOP("actions", "&Take in a case…"),
        QT_TRANSLATE_NOOP("actions", "Read a case that another casebook wrote, with its files and its history"),
        "",
        "import",
        new_group=True,
    ),
    Spec(
        "dump",
        FILE,
        QT_TRANSLATE_NOOP("actions", "&Whole casebook as one file…"),
        QT_TRANSLATE_NOOP("actions", "Write everything in a form that other programs can read"),
        "",
        "save",
    ),
    Spec(
        "verify",
        FILE,
        QT_TRANSLATE_NOOP("actions", "Check the &casebook"),
        QT_TRANSLATE_NOOP("actions", "Compare every record and attachment with what was recorded"),
        "Ctrl+Shift+V",
        "shield",
    ),
    Spec(
        "protection",
        FILE,
        QT_TRANSLATE_NOOP("actions", "&Protection…"),
        QT_TRANSLATE_NOOP("actions", "Encrypt this casebook, change its passphrase, or set when it locks"),
        "Ctrl+Shift+P",
        "lock",
        new_group=True,
    ),
    Spec(
        "lock",
        FILE,
        QT_TRANSLATE_NOOP("actions", "&Lock now"),
        QT_TRANSLATE_NOOP("actions", "Close this casebook until its passphrase is given"),
        "Ctrl+Shift+L",
        "lock",
        needs_key=True,
    ),
    Spec(
        "preferences",
        FILE,
        QT_TRANSLATE_NOOP("actions", "Prefe&rences…"),
        QT_TRANSLATE_NOOP("actions", "Set how long a contact can be put right, and how long the bin keeps"),
        "Ctrl+,",
    ),
    Spec(
        "bin",
        FILE,
        QT_TRANSLATE_NOOP("actions", "Bi&n…"),
        QT_TRANSLATE_NOOP("actions", "See what was deleted, and put it back"),
        "",
        "trash",
    ),
    Spec(
        "purge",
        FILE,
        QT_TRANSLATE_NOOP("actions", "P&urge a secret…"),
        QT_TRANSLATE_NOOP("actions", "Take a leaked phrase or password out of everything, backups included"),
        "",
        "x",
    ),
    Spec(
        "open_folder",
        FILE,
        QT_TRANSLATE_NOOP("actions", "Show the casebook &folder"),
        QT_TRANSLATE_NOOP("actions", "Open the folder that holds everything, in your file manager"),
        "",
        "folder",
    ),
    Spec("quit", FILE, QT_TRANSLATE_NOOP("actions", "&Quit"), "", "Ctrl+Q", "x", new_group=True),
    Spec(
        "log",
        CASE,
        QT_TRANSLATE_NOOP("actions", "&Log contact"),
        QT_TRANSLATE_NOOP("actions", "Write down what was just said or sent"),
        "Ctrl+L",
        "plus",
    ),
    Spec(
        "new_case",
        CASE,
        QT_TRANSLATE_NOOP("actions", "&New case…"),
        QT_TRANSLATE_NOOP("actions", "Open a case: one problem with one firm"),
        "Ctrl+N",
        "open",
    ),
    Spec(
        "new_firm",
        CASE,
        QT_TRANSLATE_NOOP("actions", "New f&irm…"),
        QT_TRANSLATE_NOOP("actions", "Add an exchange, broker, bank or regulator"),
        "Ctrl+Shift+N",
        "firm",
    ),
    Spec(
        "edit_case",
        CASE,
        QT_TRANSLATE_NOOP("actions", "&Edit case…"),
        QT_TRANSLATE_NOOP("actions", "Change title, amount, claim and the remedy you want"),
        "F2",
        "edit",
        needs_case=True,
        new_group=True,
    ),
    Spec(
        "close_case",
        CASE,
        QT_TRANSLATE_NOOP("actions", "&Close or reopen case…"),
        QT_TRANSLATE_NOOP("actions", "End this case with its outcome, or take it up again"),
        "Ctrl+Shift+W",
        "closed",
        needs_case=True,
    ),
    Spec(
        "delete_case",
        CASE,
        QT_TRANSLATE_NOOP("actions", "&Delete case"),
        QT_TRANSLATE_NOOP("actions", "Put this case into the bin, from where it can be put back"),
        "Ctrl+Shift+Del",
        "trash",
        needs_case=True,
    ),
    Spec(
        "follow_up",
        CASE,
        QT_TRANSLATE_NOOP("actions", "Add follow-&up…"),
        QT_TRANSLATE_NOOP("actions", "Be reminded of this case on a day you choose"),
        "Ctrl+U",
        "clock",
        needs_case=True,
        new_group=True,
    ),
    Spec(
        "paste_chat",
        CASE,
        QT_TRANSLATE_NOOP("actions", "Paste a c&hat…"),
        QT_TRANSLATE_NOOP("actions", "Record a conversation as it was copied from a chat window"),
        "Ctrl+Shift+T",
        "chat",
        needs_case=True,
    ),
    Spec(
        "promise",
        CASE,
        QT_TRANSLATE_NOOP("actions", "Add &promise…"),
        QT_TRANSLATE_NOOP("actions", "Note what an agent said would happen, and by when"),
        "Ctrl+P",
        "promise",
        needs_case=True,
    ),
    Spec(
        "request",
        CASE,
        QT_TRANSLATE_NOOP("actions", "Add re&quest…"),
        QT_TRANSLATE_NOOP("actions", "Note what support asked you to supply"),
        "Ctrl+R",
        "request",
        needs_case=True,
    ),
    Spec(
        "reference",
        CASE,
        QT_TRANSLATE_NOOP("actions", "Add &reference…"),
        QT_TRANSLATE_NOOP("actions", "Note an order number, TxID, address or error code"),
        "Ctrl+T",
        "reference",
        needs_case=True,
    ),
    Spec(
        "gaps",
        CASE,
        QT_TRANSLATE_NOOP("actions", "Check for &gaps…"),
        QT_TRANSLATE_NOOP("actions", "See what a reader of the dossier will miss, and what must not go out"),
        "Ctrl+G",
        "check",
        needs_case=True,
        new_group=True,
    ),
    Spec(
        "exports",
        CASE,
        QT_TRANSLATE_NOOP("actions", "Exp&orts…"),
        QT_TRANSLATE_NOOP("actions", "See which dossiers went out, for whom, and what changed since"),
        "Ctrl+Shift+E",
        "export",
        needs_case=True,
    ),
    Spec(
        "export_data",
        CASE,
        QT_TRANSLATE_NOOP("actions", "E&xport case data…"),
        QT_TRANSLATE_NOOP("actions", "Write this case to one file, for another casebook to take in"),
        "",
        "export",
        needs_case=True,
        new_group=True,
    ),
    Spec(
        "contact_sheet",
        CASE,
        QT_TRANSLATE_NOOP("actions", "Contacts as a &table…"),
        QT_TRANSLATE_NOOP("actions", "Write the contacts of this case for a spreadsheet (CSV)"),
        "",
        "save",
        needs_case=True,
    ),
    Spec(
        "save_mails",
        CASE,
        QT_TRANSLATE_NOOP("actions", "Save all &mails…"),
        QT_TRANSLATE_NOOP("actions", "Write the mails of this case to one mailbox file, as they came"),
        "",
        "email",
        needs_case=True,
    ),
    Spec(
        "history",
        CASE,
        QT_TRANSLATE_NOOP("actions", "&Activity…"),
        QT_TRANSLATE_NOOP("actions", "See what was done in this case and when, and the words that stood there before"),
        "Ctrl+H",
        "clock",
        needs_case=True,
    ),
    Spec(
        "letter",
        GUIDE,
        QT_TRANSLATE_NOOP("actions", "Dra&ft a letter…"),
        QT_TRANSLATE_NOOP("actions", "Complaint, summary or police facts, written from what is recorded"),
        "Ctrl+D",
        "edit",
        needs_case=True,
    ),
    Spec("today", VIEW, QT_TRANSLATE_NOOP("actions", "&Today"), "", "Ctrl+1", "today"),
    Spec("inbox", VIEW, QT_TRANSLATE_NOOP("actions", "&Inbox"), "", "Ctrl+2", "inbox"),
    Spec("open", VIEW, QT_TRANSLATE_NOOP("actions", "&Open cases"), "", "Ctrl+3", "open"),
    Spec("waiting", VIEW, QT_TRANSLATE_NOOP("actions", "&Waiting on them"), "", "Ctrl+4", "waiting"),
    Spec("closed", VIEW, QT_TRANSLATE_NOOP("actions", "&Closed cases"), "", "Ctrl+5", "closed"),
    Spec(
        "search",
        VIEW,
        QT_TRANSLATE_NOOP("actions", "&Search everything"),
        QT_TRANSLATE_NOOP("actions", "Find words, ticket numbers and addresses in every case"),
        "Ctrl+K",
        "search",
        new_group=True,
    ),
    Spec(
        "theme_system",
        VIEW,
        QT_TRANSLATE_NOOP("actions", "Light or dark as the &system"),
        new_group=True,
        choice="theme",
    ),
    Spec("theme_light", VIEW, QT_TRANSLATE_NOOP("actions", "&Light"), choice="theme", icon="sun"),
    Spec("theme_dark", VIEW, QT_TRANSLATE_NOOP("actions", "&Dark"), choice="theme", icon="moon"),
    Spec(
        "language_system",
        VIEW,
        QT_TRANSLATE_NOOP("actions", "L&anguage of the system"),
        new_group=True,
        choice="language",
    ),
    Spec("language_en", VIEW, "English", choice="language", icon="language"),
    Spec("language_zh", VIEW, "中文", choice="language", icon="language"),
    Spec("help", HELP, QT_TRANSLATE_NOOP("actions", "&How to use Casebook"), "", "F1", "help-centre"),
    Spec("keys", HELP, QT_TRANSLATE_NOOP("actions", "&Keys"), "", "Ctrl+/", "keyboard"),
    Spec(
        "open_logs",
        HELP,
        QT_TRANSLATE_NOOP("actions", "Show the &log folder"),
        QT_TRANSLATE_NOOP("actions", "Open the folder of log files, in your file manager"),
        "",
        "folder",
        new_group=True,
    ),
    Spec("about", HELP, QT_TRANSLATE_NOOP("actions", "&About Casebook"), "", "", "info"),
)


WRITING = frozenset(
    {
        "import_mail", "log", "new_case", "new_firm", "edit_case", "close_case", "follow_up", "promise", "request",
        "reference", "preferences", "paste_chat", "import_chats", "protection", "delete_case", "purge", "import_data",
        "mailboxes",
    }
)  # fmt: skip
"""The actions that only make sense where something can be recorded."""

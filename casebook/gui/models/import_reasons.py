"""Why a file or message could not be imported, in the user's language; the mail room itself speaks plain English."""

from __future__ import annotations

import re

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

REASONS = (
    QT_TRANSLATE_NOOP(
        "import_reasons",
        "this message stops the program that reads it: save its words and attachments, and add them by hand",
    ),
    QT_TRANSLATE_NOOP("import_reasons", "this file may not be read: change its permissions, then import it again"),
    QT_TRANSLATE_NOOP("import_reasons", "this is no ordinary file: import a file or a folder of files"),
    QT_TRANSLATE_NOOP("import_reasons", "this file is empty: save the mail again and import that"),
    QT_TRANSLATE_NOOP(
        "import_reasons", "this message is larger than 256 MB: save its attachments and add them by hand"
    ),
    QT_TRANSLATE_NOOP(
        "import_reasons", "this is not a mail: save the message as .eml, or the mailbox as .mbox, and import that"
    ),
    QT_TRANSLATE_NOOP(
        "import_reasons", "this is a draft that was not sent: it is left out, add its words by hand if they matter"
    ),
    QT_TRANSLATE_NOOP(
        "import_reasons", "this is an Outlook data file: export the mails as .eml or .mbox, then import those"
    ),
    QT_TRANSLATE_NOOP(
        "import_reasons", "this is an Outlook Express folder: export its mails as .eml, then import those"
    ),
    QT_TRANSLATE_NOOP(
        "import_reasons", "this is an Outlook for Mac archive: drag the mails out of Outlook as .eml, then import those"
    ),
    QT_TRANSLATE_NOOP(
        "import_reasons", "this file has Outlook's format, but no message in it: save the mail again and import that"
    ),
    QT_TRANSLATE_NOOP(
        "import_reasons", "this Apple Mail message is damaged: save it as .eml in Mail, then import that"
    ),
    QT_TRANSLATE_NOOP(
        "import_reasons", "this is an archive of a kind that is not read: unpack it, then import the folder"
    ),
    QT_TRANSLATE_NOOP(
        "import_reasons", "this file is locked with a password: unpack the archive, then import the folder"
    ),
    QT_TRANSLATE_NOOP(
        "import_reasons",
        "this archive unpacks to far more than mail does: unpack it by hand if you trust it, then import the folder",
    ),
    QT_TRANSLATE_NOOP(
        "import_reasons", "this archive lies within too many others: unpack them, then import the folder"
    ),
    QT_TRANSLATE_NOOP("import_reasons", "this archive has more than 300,000 files: unpack it, then import the folder"),
    QT_TRANSLATE_NOOP(
        "import_reasons", "this archive within an archive is too large: unpack the outer one, then import the folder"
    ),
    QT_TRANSLATE_NOOP("import_reasons", "this archive has no mail in it: look for the file or folder with the mails"),
    QT_TRANSLATE_NOOP(
        "import_reasons",
        "the server does not hand out this message: save it as .eml where you read your mail, and import that",
    ),
    QT_TRANSLATE_NOOP(
        "import_reasons",
        "this folder cannot be opened on the server any more: choose the folders of the mailbox again",
    ),
    QT_TRANSLATE_NOOP(
        "import_reasons",
        "the server has renumbered this folder meanwhile: fetch again, what is known is passed over",
    ),
    QT_TRANSLATE_NOOP(
        "import_reasons", "this is empty: copy the source of a message, with its headers, and paste that"
    ),
    QT_TRANSLATE_NOOP(
        "import_reasons",
        "this has no headers of a mail: copy the whole source of the message (“Show original”) and paste that",
    ),
    QT_TRANSLATE_NOOP(
        "import_reasons", "none of the conversations you named is in this export: look at their names again"
    ),
    QT_TRANSLATE_NOOP(
        "import_reasons",
        "there is no conversation in this export: choose JSON as its form, with messages, and export it again",
    ),
)
"""Every sentence of the mail room that has no value in it."""

WITH_VALUE = (
    QT_TRANSLATE_NOOP(
        "import_reasons", "this file cannot be read ({reason}): copy it to this computer's disk and try again"
    ),
    QT_TRANSLATE_NOOP(
        "import_reasons",
        "this archive is damaged here ({reason}): what was found before is imported, fetch the archive again",
    ),
    QT_TRANSLATE_NOOP(
        "import_reasons",
        "this file is packed in a way that is not read ({reason}): unpack the archive, then import the folder",
    ),
    QT_TRANSLATE_NOOP("import_reasons", "this archive has files that are no mails, they were left out ({reason})"),
    QT_TRANSLATE_NOOP("import_reasons", "this message cannot be read ({reason}): the rest was imported without it"),
    QT_TRANSLATE_NOOP(
        "import_reasons",
        "several conversations are in this export ({reason}): choose those that belong to a case",
    ),
    QT_TRANSLATE_NOOP(
        "import_reasons",
        "this export is damaged or cut off at byte {reason}: what stands before was read, export it again",
    ),
    QT_TRANSLATE_NOOP(
        "import_reasons", "this archive of a chat cannot be read ({reason}): unpack it, then import what is in it"
    ),
)
"""The sentences that quote what the system or the program said."""


def reason_text(reason: str) -> str:
    """Return a reason in the user's language; one that is not known stays as it is."""
    for template in map(str, WITH_VALUE):
        if found := re.fullmatch(re.escape(template).replace(r"\{reason\}", "(.*)"), reason, re.DOTALL):
            return QCoreApplication.translate("import_reasons", template).replace("{reason}", found[1])
    translated = QCoreApplication.translate("import_reasons", reason)
    return translated if translated != reason else QCoreApplication.translate("errors", reason)

"""Why a file or message could not be imported, in the user's language; the mail room itself speaks plain English."""

from __future__ import annotations

import re

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

REASONS = (
    QT_TRANSLATE_NOOP("import_reasons", "this file may not be read: change its permissions, then import it again"),
    QT_TRANSLATE_NOOP("import_reasons", "this is no ordinary file: import a file or a folder of files"),
    QT_TRANSLATE_NOOP("import_reasons", "this file is empty: save the mail again and import that"),
    QT_TRANSLATE_NOOP(
        "import_reasons", "this message is larger than 256 MB: save its attachments and add them by hand"
    ),
    QT_TRANSLATE_NOOP(
        "import_reasons", "this is an Outlook message: save it as .eml in the mail program, then import that"
    ),
    QT_TRANSLATE_NOOP(
        "import_reasons", "this is an Outlook data file: export the mails as .eml or .mbox, then import those"
    ),
    QT_TRANSLATE_NOOP("import_reasons", "this is a ZIP archive: unpack it, then import the folder"),
    QT_TRANSLATE_NOOP("import_reasons", "this is a gzip archive: unpack it, then import what is in it"),
    QT_TRANSLATE_NOOP(
        "import_reasons", "this is not a mail: save the message as .eml, or the mailbox as .mbox, and import that"
    ),
)
"""Every sentence of the mail room that has no value in it."""

WITH_VALUE = (
    QT_TRANSLATE_NOOP(
        "import_reasons", "this file cannot be read ({reason}): copy it to this computer's disk and try again"
    ),
    QT_TRANSLATE_NOOP("import_reasons", "this message cannot be read ({reason}): the rest was imported without it"),
)
"""The sentences that quote what the system or the program said."""


def reason_text(reason: str) -> str:
    """Return a reason in the user's language; one that is not known stays as it is."""
    for template in map(str, WITH_VALUE):
        if found := re.fullmatch(re.escape(template).replace(r"\{reason\}", "(.*)"), reason, re.DOTALL):
            return QCoreApplication.translate("import_reasons", template).replace("{reason}", found[1])
    translated = QCoreApplication.translate("import_reasons", reason)
    return translated if translated != reason else QCoreApplication.translate("errors", reason)

"""What of a message could not be read or was not checked, in the language of the user; the mail room speaks English."""

from __future__ import annotations

import re
from functools import cache

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

PROBLEMS = (
    QT_TRANSLATE_NOOP("mail_problems", "there is no Date header"),
    QT_TRANSLATE_NOOP("mail_problems", "the Date header is no date"),
    QT_TRANSLATE_NOOP("mail_problems", "the sender's address is missing"),
    QT_TRANSLATE_NOOP("mail_problems", "a part of the text is damaged: what could be read is shown"),
    QT_TRANSLATE_NOOP("mail_problems", "some characters of the text could not be read"),
    QT_TRANSLATE_NOOP("mail_problems", "the HTML text is too long to show whole; the original is"),
    QT_TRANSLATE_NOOP(
        "mail_problems",
        "the text is very long: only its first 1,000,000 characters are shown, the original is whole",
    ),
    QT_TRANSLATE_NOOP("mail_problems", "the attachment {value} is damaged: what could be read is kept"),
    QT_TRANSLATE_NOOP(
        "mail_problems", "the message is encrypted with S/MIME: only a mail program that has the key can read it"
    ),
    QT_TRANSLATE_NOOP(
        "mail_problems", "the message is encrypted with PGP: only a mail program that has the key can read it"
    ),
    QT_TRANSLATE_NOOP("mail_problems", "the message has an S/MIME signature, which was not checked"),
    QT_TRANSLATE_NOOP("mail_problems", "the message has a PGP signature, which was not checked"),
    QT_TRANSLATE_NOOP("mail_problems", "this message could not be read ({value}): only its bytes are kept"),
    QT_TRANSLATE_NOOP("mail_problems", "the S/MIME container is damaged: what is in it could not be read"),
    QT_TRANSLATE_NOOP("mail_problems", "the winmail.dat of this message is damaged: what could be read is shown"),
    QT_TRANSLATE_NOOP("mail_problems", "messages are attached within messages too deeply to show them all"),
    QT_TRANSLATE_NOOP("mail_problems", "a part of this Outlook message is damaged: what could be read is shown"),
    QT_TRANSLATE_NOOP(
        "mail_problems", "the formatted text of this Outlook message is damaged: what could be read is shown"
    ),
    QT_TRANSLATE_NOOP("mail_problems", "this Outlook message is damaged ({value}): only its bytes are kept"),
    QT_TRANSLATE_NOOP("mail_problems", "only the first 5,000 attachments are shown, the original has more"),
    QT_TRANSLATE_NOOP("mail_problems", "the attachment {value} is only a link: the file is not in the message"),
    QT_TRANSLATE_NOOP(
        "mail_problems",
        "Outlook kept no mail headers of this message: sender, recipients and time are as Outlook noted them",
    ),
    QT_TRANSLATE_NOOP("mail_problems", "Outlook marks this message as not sent"),
    QT_TRANSLATE_NOOP(
        "mail_problems",
        "a message attached to this Outlook message was written anew as .eml: its bytes are not those of the sender",
    ),
)
"""Every remark the mail room makes on a message; `{value}` is a file's name or what a library said."""


def problem_text(problem: str) -> str:
    """Return a remark in the user's language; one that is not known stays as it is."""
    for template, pattern in _patterns():
        if found := pattern.fullmatch(problem):
            translated = QCoreApplication.translate("mail_problems", template)
            return translated.replace("{value}", found[1]) if found.groups() else translated
    return problem


@cache
def _patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple(
        (text, re.compile(re.escape(text).replace(r"\{value\}", "(.*)"), re.DOTALL)) for text in map(str, PROBLEMS)
    )

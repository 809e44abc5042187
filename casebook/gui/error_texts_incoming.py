"""The refusals of what comes in: mails, mailboxes, chats, official contacts. For the translators, as in error_texts."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP

INCOMING = (
    QT_TRANSLATE_NOOP("errors", "a mailbox needs its server's name, such as imap.example.org"),
    QT_TRANSLATE_NOOP("errors", "'{host}' is not a server's name: write it like imap.example.org"),
    QT_TRANSLATE_NOOP("errors", "a mailbox needs a user name: often it is the whole mail address"),
    QT_TRANSLATE_NOOP("errors", "{port} is not a port: the usual one is 993"),
    QT_TRANSLATE_NOOP(
        "errors",
        "without encryption the password and the mails can be read on the way to {host}: use tls or starttls",
    ),
    QT_TRANSLATE_NOOP("errors", "a certificate's SHA-256 fingerprint has 64 hexadecimal digits: copy the whole of it"),
    QT_TRANSLATE_NOOP("errors", "{user} at {host} is on the list already, as mailbox {number}"),
    QT_TRANSLATE_NOOP("errors", "there is no mailbox {name} in this casebook: see 'casebook mailbox list'"),
    QT_TRANSLATE_NOOP("errors", "several mailboxes are called {name}: give the number, see 'casebook mailbox list'"),
    QT_TRANSLATE_NOOP("errors", "a folder of a mailbox needs a name: see 'casebook mailbox folders'"),
    QT_TRANSLATE_NOOP("errors", "there is no line in this chat: choose or paste one that says something"),
    QT_TRANSLATE_NOOP("errors", "this message is in no case yet: file it first, then take over what it names"),
)
"""Further templates go at the end here."""

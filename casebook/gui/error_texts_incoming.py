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
    QT_TRANSLATE_NOOP("errors", "there is no mail in C-{number}: import some first"),
    QT_TRANSLATE_NOOP("errors", "say how you know that this is the firm: where did you look it up?"),
    QT_TRANSLATE_NOOP("errors", "{value} is an official contact of this firm already"),
    QT_TRANSLATE_NOOP("errors", "{value} was withdrawn: record it anew if it is the firm's after all"),
    QT_TRANSLATE_NOOP("errors", "the time of verifying lies in the future: check date and zone"),
    QT_TRANSLATE_NOOP("errors", "an anti-phishing code of fewer than {least} characters tells nothing"),
    QT_TRANSLATE_NOOP("errors", "the anti-phishing code would end before it begins: check the two dates"),
    QT_TRANSLATE_NOOP("errors", "'{handle}' is not a handle: write it without spaces, such as @name"),
    QT_TRANSLATE_NOOP("errors", "'{domain}' is not a domain: write example.org"),
    QT_TRANSLATE_NOOP("errors", "'{phone}' is not a phone number: write +65 6123 4567"),
    QT_TRANSLATE_NOOP("errors", "contact {number} is no imported mail"),
    QT_TRANSLATE_NOOP("errors", "there is no check to record"),
    QT_TRANSLATE_NOOP(
        "errors", "the name server {server} gave no answer for {name} ({reason}): try again, or name another server"
    ),
    QT_TRANSLATE_NOOP("errors", "this computer names no name server: connect it, or name a server yourself"),
    QT_TRANSLATE_NOOP("errors", "'{server}' is not the address of a name server: write its numbers, such as 9.9.9.9"),
)
"""Further templates go at the end here."""

INCOMING_NOUNS = (
    QT_TRANSLATE_NOOP("nouns", "kind of official contact"),
    QT_TRANSLATE_NOOP("nouns", "official contact"),
    QT_TRANSLATE_NOOP("nouns", "anti-phishing code"),
    QT_TRANSLATE_NOOP("nouns", "DKIM check"),
)
"""Further words that stand as values in the templates."""

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
    QT_TRANSLATE_NOOP("errors", "contact {number} is no mail that was filed in a case"),
    QT_TRANSLATE_NOOP("errors", "mail {number} stays in C-{case}: something in the case names it already"),
    QT_TRANSLATE_NOOP(
        "errors", "mail {number} stays in C-{case}: its exhibit numbers were given out, and none is given twice"
    ),
    QT_TRANSLATE_NOOP("errors", "{host} lets everybody in without a password: it is not read"),
    QT_TRANSLATE_NOOP("errors", "{host} sends far more than it announced: the connection was ended"),
    QT_TRANSLATE_NOOP(
        "errors",
        "{host} does not let {user} in ({reason}): check name and password; many providers want an app "
        "password that is made for this",
    ),
    QT_TRANSLATE_NOOP("errors", "{host} refuses: {reason}"),
    QT_TRANSLATE_NOOP(
        "errors",
        "{host} offers no encryption on port {port}: somebody may keep it away; nothing was sent, try TLS on port 993",
    ),
    QT_TRANSLATE_NOOP("errors", "{host} cannot let anybody in at present: try again later"),
    QT_TRANSLATE_NOOP("errors", "the connection to {host} broke ({reason}): fetch again, it goes on where it stopped"),
    QT_TRANSLATE_NOOP("errors", "{host} did not answer within {seconds} seconds: try again later"),
    QT_TRANSLATE_NOOP(
        "errors",
        "{host} answers in a way that cannot be used ({reason}): ask your provider whether this is an IMAP server",
    ),
    QT_TRANSLATE_NOOP("errors", "there is no server {host}: check its name, and that this computer is online"),
    QT_TRANSLATE_NOOP("errors", "{host} takes no connections on port {port}: check server and port with your provider"),
    QT_TRANSLATE_NOOP(
        "errors",
        "{host} cannot be spoken to with TLS on port {port} ({reason}): try STARTTLS, or the port 993",
    ),
    QT_TRANSLATE_NOOP("errors", "the mailbox's search '{text}' cannot be read: choose again what to fetch"),
    QT_TRANSLATE_NOOP(
        "errors",
        "the certificate of {host} proves nothing ({reason}): accept its SHA-256 fingerprint only if your "
        "provider states the same: {fingerprint}",
    ),
    QT_TRANSLATE_NOOP(
        "errors",
        "{host} shows another certificate than the one you accepted: somebody may stand in between; ask your "
        "provider, and accept the new SHA-256 fingerprint only if it is theirs: {fingerprint}",
    ),
    QT_TRANSLATE_NOOP(
        "errors",
        "this text does not begin with the headers of a mail (From, Subject, Date): in the mail program choose "
        "'Show source' or 'Show original', and copy all of it",
    ),
    QT_TRANSLATE_NOOP(
        "errors",
        "{path} is no exported chat: choose the result.json of Telegram, the JSON of a Discord export, or the text that"
        " WhatsApp exports",
    ),
    QT_TRANSLATE_NOOP("errors", "{path} cannot be read: {reason}"),
    QT_TRANSLATE_NOOP("errors", "this transcript is longer than a chat can be: paste it in parts"),
)
"""Further templates go at the end here."""

INCOMING_NOUNS = (
    QT_TRANSLATE_NOOP("nouns", "kind of official contact"),
    QT_TRANSLATE_NOOP("nouns", "official contact"),
    QT_TRANSLATE_NOOP("nouns", "anti-phishing code"),
    QT_TRANSLATE_NOOP("nouns", "DKIM check"),
    QT_TRANSLATE_NOOP("nouns", "way to a mail server"),
    QT_TRANSLATE_NOOP("nouns", "it is not valid yet"),
    QT_TRANSLATE_NOOP("nouns", "it has expired"),
    QT_TRANSLATE_NOOP("nouns", "it is signed by itself"),
    QT_TRANSLATE_NOOP("nouns", "this computer does not know who signed it"),
    QT_TRANSLATE_NOOP("nouns", "it is made out for another server"),
)
"""Further words that stand as values in the templates."""

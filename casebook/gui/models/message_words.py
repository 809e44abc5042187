"""The words beside a message: what is to be looked at before it goes out, and what is known of its recipient."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from casebook.dossier.messages.checks import Trouble
from casebook.gui import texts, times
from casebook.gui.models import ready_rows
from casebook.guide.secrets import SecretKind
from casebook.journal.terms import Channel, LetterKind

if TYPE_CHECKING:
    from casebook.dossier.messages.checks import Doubt
    from casebook.dossier.messages.message import Message, Recipient

_SECRETS = {
    SecretKind.SEED_PHRASE: QT_TRANSLATE_NOOP("message_words", "a recovery phrase"),
    SecretKind.PRIVATE_KEY: QT_TRANSLATE_NOOP("message_words", "a private key"),
    SecretKind.CARD_NUMBER: QT_TRANSLATE_NOOP("message_words", "a card number"),
    SecretKind.API_SECRET: QT_TRANSLATE_NOOP("message_words", "an API secret"),
    SecretKind.PASSWORD: QT_TRANSLATE_NOOP("message_words", "a password"),
}
_SAID = {
    Trouble.SECRET: QT_TRANSLATE_NOOP("message_words", "It seems to hold {what}. Real support never asks for it."),
    Trouble.OWN_DATA: QT_TRANSLATE_NOOP("message_words", "Everybody will read “{what}” there."),
    Trouble.BLANK: QT_TRANSLATE_NOOP("message_words", "To fill in: {what}"),
    Trouble.PLACE: QT_TRANSLATE_NOOP("message_words", "{what} is no place for a fact."),
    Trouble.IDENTICAL: QT_TRANSLATE_NOOP(
        "message_words", "These words went out before: an identical message slows the case down."
    ),
    Trouble.INSULT: QT_TRANSLATE_NOOP("message_words", "“{what}” slows the case down: say it calmly."),
    Trouble.THREAT: QT_TRANSLATE_NOOP("message_words", "“{what}” reads as a threat: name the next step instead."),
    Trouble.LOUD: QT_TRANSLATE_NOOP("message_words", "“{what}” reads as shouting."),
    Trouble.LONG: QT_TRANSLATE_NOOP("message_words", "More than {what} characters are cut or not read there."),
}
_LANGUAGES = {"en": "English", "zh": "中文"}


def _tr(source: object) -> str:
    return QCoreApplication.translate("message_words", str(source))


def secret(kind: str) -> str:
    """Return what kind of secret it is."""
    return _tr(_SECRETS[SecretKind(kind)])


def doubt(found: Doubt) -> str:
    """Return one thing to look at in a sentence."""
    from casebook.guide.ready.subjects import Flaw

    if found.trouble is Trouble.SUBJECT:
        return ready_rows.flaw(Flaw(found.what))
    what = secret(found.what) if found.trouble is Trouble.SECRET else found.what.strip("[]")
    return _tr(_SAID[found.trouble]).replace("{what}", what)


def recipient(found: Recipient | None) -> str:
    """Return what is known of an address: whether it was verified, and where it comes from."""
    from casebook.dossier.messages.message import Source

    if found is None or not found.address:
        return ""
    if found.doubtful:
        return _tr(
            QT_TRANSLATE_NOOP("message_words", "Something speaks for an impostor here: check the address first.")
        )
    parts = []
    if found.official:
        parts.append(_tr(QT_TRANSLATE_NOOP("message_words", "In your register of official contacts")))
    else:
        parts.append(_tr(QT_TRANSLATE_NOOP("message_words", "Not in your register of official contacts")))
    if found.source is Source.THREAD:
        parts.append(_tr(QT_TRANSLATE_NOOP("message_words", "where this thread goes")))
    if found.topic:
        parts.append(found.topic)
    if found.checked_on:
        day = times.short_date(date.fromisoformat(found.checked_on))
        parts.append(_tr(QT_TRANSLATE_NOOP("message_words", "checked on {day}")).replace("{day}", day))
    return texts.joined(*parts)


def beside(made: Message) -> str:
    """Return what else is to be thought of before it is sent: from where, and where an answer may lie."""
    if made.channel is not Channel.EMAIL:
        return ""
    parts = []
    if made.own_address:
        source = QT_TRANSLATE_NOOP("message_words", "send it from {address}, your registered address")
        parts.append(_tr(source).replace("{address}", made.own_address))
    if made.kind in (LetterKind.NUDGE, LetterKind.RESEND):
        parts.append(_tr(QT_TRANSLATE_NOOP("message_words", "look into the spam folder first")))
    return texts.joined(*parts)


def language(code: str) -> str:
    """Return the name of a language in itself."""
    return _LANGUAGES[code]

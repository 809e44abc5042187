"""The words of chats and calls: how long, where they stand, and the facts beside the words of a contact."""

from __future__ import annotations

from datetime import timedelta

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from casebook.gui import texts, times
from casebook.journal.errors import BadInput
from casebook.journal.planning import Details
from casebook.journal.records import Contact
from casebook.journal.talking import Beat, Standing, Step
from casebook.journal.terms import Channel, Consent

Row = tuple[str, str]

_CAPTIONS = {
    "waited": QT_TRANSLATE_NOOP("talk_words", "Waited"),
    "talked": QT_TRANSLATE_NOOP("talk_words", "Talked"),
    "address": QT_TRANSLATE_NOOP("talk_words", "Written to"),
    "own_address": QT_TRANSLATE_NOOP("talk_words", "Sent from"),
    "menu": QT_TRANSLATE_NOOP("talk_words", "Category chosen"),
    "language": QT_TRANSLATE_NOOP("talk_words", "Language"),
    "cost": QT_TRANSLATE_NOOP("talk_words", "Cost"),
    "link": QT_TRANSLATE_NOOP("talk_words", "Link"),
    "badge": QT_TRANSLATE_NOOP("talk_words", "Badge seen"),
    "receipt": QT_TRANSLATE_NOOP("talk_words", "Read receipt"),
    "recorded": QT_TRANSLATE_NOOP("talk_words", "Recorded by you"),
    "consent": QT_TRANSLATE_NOOP("talk_words", "Consent"),
    "consent_how": QT_TRANSLATE_NOOP("talk_words", "How"),
    "read_back": QT_TRANSLATE_NOOP("talk_words", "Read back"),
    "enclosed": QT_TRANSLATE_NOOP("talk_words", "Went with it"),
    "instructions": QT_TRANSLATE_NOOP("talk_words", "Told to do"),
    "keywords": QT_TRANSLATE_NOOP("talk_words", "Looked up"),
    "articles": QT_TRANSLATE_NOOP("talk_words", "Articles"),
    "helped": QT_TRANSLATE_NOOP("talk_words", "Did it help"),
}
"""The details in the order in which they are shown."""


def running(length: timedelta) -> str:
    """Return a length as a running clock shows it: `12:04`, `1:02:03`."""
    whole = max(0, int(length.total_seconds()))
    hours, minutes, seconds = whole // 3600, whole // 60 % 60, whole % 60
    return f"{hours}:{minutes:02}:{seconds:02}" if hours else f"{minutes}:{seconds:02}"


def length(seconds: int | None) -> str:
    """Return a length as it is written and read again: `1 h 5 min`, `40 s`; empty for None."""
    if seconds is None:
        return ""
    hours, minutes, rest = seconds // 3600, seconds // 60 % 60, seconds % 60
    parts = [
        QCoreApplication.translate("talk_words", "{n} h").format(n=hours) if hours else "",
        QCoreApplication.translate("talk_words", "{n} min").format(n=minutes) if minutes else "",
        # Seconds say something only where there is little else.
        QCoreApplication.translate("talk_words", "{n} s").format(n=rest) if not hours and minutes < 2 else "",
    ]
    return " ".join(filter(None, parts))


def stands(standing: Standing) -> str:
    """Return where a chat or call stands, in a few words."""
    if not standing.talking:
        return QCoreApplication.translate("talk_words", "Waiting for an answer")
    return QCoreApplication.translate("talk_words", "Talking")


def hint(channel: Channel, standing: Standing) -> str:
    """Return what must not be forgotten while it goes on."""
    if channel is Channel.PHONE:
        if standing.talking:
            return QCoreApplication.translate("talk_words", "Read your summary back to them before you hang up.")
        return QCoreApplication.translate("talk_words", "Have case number, TxID and order number ready.")
    if standing.talking:
        return QCoreApplication.translate("talk_words", "Save the transcript before you close the chat window.")
    return QCoreApplication.translate(
        "talk_words", "Do not close the chat window: you would lose your place in the queue."
    )


def step(beat: Beat) -> str:
    """Return what a step was."""
    words = {
        Step.STARTED: QCoreApplication.translate("talk_words", "began"),
        Step.ANSWERED: QCoreApplication.translate("talk_words", "somebody answered"),
        Step.WAITING: QCoreApplication.translate("talk_words", "waiting again"),
        Step.TRANSFERRED: QCoreApplication.translate("talk_words", "handed on to another agent"),
        Step.SCAM_SIGN: QCoreApplication.translate("talk_words", "they asked for a password, key or recovery phrase"),
        Step.ENDED: QCoreApplication.translate("talk_words", "ended"),
    }
    if beat.step is Step.ANSWERED and beat.who:
        return QCoreApplication.translate("talk_words", "{agent} answered").format(agent=beat.who)
    return words[beat.step]


def course(beats: list[Beat]) -> str:
    """Return the steps of a contact, a line each, in the user's time."""
    return "\n".join(f"{times.clock(times.here(beat.at))}  {step(beat)}" for beat in beats)


def caption(name: str, channel: Channel) -> str:
    """Return what one of the details of a contact is called on its channel. Raises KeyError."""
    if name == "address" and channel in (Channel.PHONE, Channel.VIP):
        return QCoreApplication.translate("talk_words", "Number called")
    if name == "address" and channel in (Channel.SOCIAL, Channel.FORUM):
        return QCoreApplication.translate("talk_words", "Their handle")
    if name == "menu" and channel in (Channel.PHONE, Channel.VIP):
        return QCoreApplication.translate("talk_words", "Menu")
    return QCoreApplication.translate("talk_words", str(_CAPTIONS[name]))


def yes_no(value: bool | None) -> str:
    """Return "yes", "no", or nothing where it is not known."""
    if value is None:
        return ""
    return QCoreApplication.translate("talk_words", "yes") if value else QCoreApplication.translate("talk_words", "no")


def helped(value: str) -> str:
    """Return whether what was found helped."""
    return {
        "yes": QCoreApplication.translate("talk_words", "yes"),
        "partly": QCoreApplication.translate("talk_words", "partly"),
        "no": QCoreApplication.translate("talk_words", "no"),
    }.get(value, value)


def rows(details: Details, channel: Channel) -> list[Row]:
    """Return what is known of how a contact went, as caption and words; what is not given is left out."""
    consent = texts.caption(details.consent) if details.consent is not Consent.UNKNOWN or details.recorded else ""
    words = {
        "waited": length(details.waited),
        "talked": length(details.talked),
        "recorded": yes_no(details.recorded),
        "consent": texts.joined(consent, details.consent_how),
        "read_back": yes_no(details.read_back),
        "enclosed": ", ".join(details.enclosed),
        "keywords": ", ".join(details.keywords),
        "articles": "\n".join(details.articles),
        "helped": helped(details.helped),
    }
    found = ((name, words[name] if name in words else str(getattr(details, name))) for name in _CAPTIONS)
    return [(caption(name, channel), value) for name, value in found if value and name != "consent_how"]


def heading(contact: Contact) -> str:
    """Return what a contact is about in one line: its subject, or what was looked up in a help centre."""
    if contact.subject or not contact.details.keywords:
        return contact.subject
    found = dict(rows(contact.details, contact.channel))
    shown = [caption(name, contact.channel) for name in ("keywords", "helped")]
    return texts.joined(*(f"{name}: {found[name]}" for name in shown if name in found))


def told(details: str) -> str:
    """Return details as the ledger has them in one line, the words of the program in the user's language."""
    try:
        known = Details.from_json(details)
    except BadInput:
        return details
    return texts.joined(*(f"{name}: {words}" for name, words in rows(known, Channel.OTHER)))


def waited_word(details: Details) -> str:
    """Return "waited 12 min" for the first line of a bubble; nothing under a minute."""
    if details.waited is None or details.waited < 60:
        return ""
    return QCoreApplication.translate("talk_words", "waited {length}").format(length=length(details.waited))


def is_risky_recording(details: Details) -> bool:
    """Return whether it was recorded and nobody heard is known to have agreed or been told."""
    return bool(details.recorded) and details.consent not in (Consent.YES, Consent.NOTICE)


def risky_word() -> str:
    """Return the mark of such a contact."""
    return QCoreApplication.translate("talk_words", "recorded, no consent known")


def consent_warning() -> str:
    """Return what to know before recording a call. No legal advice."""
    return QCoreApplication.translate(
        "talk_words",
        "Record a call only if those heard agree or are told: elsewhere it can be an offence. Without either it stays "
        "out of every dossier. This is no legal advice.",
    )


def scam_warning() -> str:
    """Return what a request for a secret means, and what to do."""
    return QCoreApplication.translate(
        "talk_words",
        "Real support never asks for a password, a private key or a recovery phrase: the request itself is a sign of "
        "a cheat. Give nothing, keep a screenshot, and ask again through the contact on the official site.",
    )

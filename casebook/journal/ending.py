"""The end of a chat or call: one contact with how it went, and what follows from it, in one transaction."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from casebook.journal.changes import Changes
from casebook.journal.errors import BadInput
from casebook.journal.kinds.promises import RINGS
from casebook.journal.planning import NOTHING, Details, Session
from casebook.journal.recordings import is_recording
from casebook.journal.records import Attachment
from casebook.journal.talking import Beat, Step, agents, beats, standing, to_course
from casebook.journal.terms import Consent, Direction
from casebook.journal.times import HowKnown, Moment, moment

if TYPE_CHECKING:
    from casebook.journal.journal import Journal

_TEXTS = (
    *("address", "own_address", "menu", "language", "cost"),
    *("link", "badge", "receipt", "consent_how", "instructions"),
)
_YES_NO = ("recorded", "read_back")


@dataclass(frozen=True, slots=True)
class Next:
    """A follow-up to be made at the end; rule and explanation where the guide found its date."""

    due: Moment
    reason: str
    rule: str = ""
    explanation: str = ""


@dataclass(frozen=True, slots=True)
class Ending:
    """What is recorded of a chat or call."""

    happened: Moment
    direction: Direction
    text: str = ""
    outcome: str = ""
    agent: str = ""
    agent_id: str = ""
    bot: bool | None = None
    platform: str = ""
    tickets: tuple[str, ...] = ()
    attachments: tuple[Attachment, ...] = ()
    details: Details = NOTHING
    promise: str = ""
    promise_due: Moment | None = None
    promise_ring: str = RINGS
    """What the promise's reminder says."""
    follow_up: Next | None = None
    transcript: int | None = None
    """The contact that its words were recorded as already: then it is the one that gets all this."""


def course(journal: Journal, session: Session) -> tuple[Beat, ...]:
    """Return the steps of a chat or call that ends now."""
    return (*beats(session), Beat(Step.ENDED, journal.clock()))


def proposed(journal: Journal, session: Session, zone: str) -> Ending:
    """Return what is known of a chat or call that ends now: times, agents, and what was written in it so far."""
    steps = course(journal, session)
    stood = standing(steps, journal.clock())
    draft = journal.drafts.load(session.case_id)
    words = draft.words if draft else {}
    return Ending(
        happened=moment(session.started_at, zone, known=HowKnown.DEVICE_CLOCK),
        # Where nobody answered it is a message of one's own that is still to be answered.
        direction=Direction.BOTH if stood.answered else Direction.OUT,
        text=words.get("text", ""),
        agent=", ".join(agents(steps)) or session.words.get("agent", "") or words.get("agent", ""),
        agent_id=session.words.get("agent_id", "") or words.get("agent_id", ""),
        bot={"bot": True, "person": False}.get(words.get("bot", "")),
        platform=words.get("platform", ""),
        tickets=tuple(filter(None, (part.strip() for part in words.get("ticket", "").replace("，", ",").split(",")))),
        attachments=draft.files if draft else (),
        details=replace(
            read_card(session),
            waited=int(stood.waited.total_seconds()),
            talked=int(stood.talked.total_seconds()) or None,
            course=to_course(steps),
        ),
        transcript=journal.sessions.transcript(session.case_id),
    )


def jot(journal: Journal, session: Session, text: str, files: Sequence[Attachment], tickets: Sequence[str]) -> None:
    """Add words, files and numbers to what was written in a chat or call so far. Raises NotFound."""
    draft = journal.drafts.load(session.case_id)
    words = dict(draft.words) if draft else {}
    words |= {"channel": str(session.channel), "direction": str(Direction.BOTH)}
    words["text"] = "\n".join(filter(None, (words.get("text", "").rstrip("\n"), text.strip("\n"))))
    words["ticket"] = ", ".join(dict.fromkeys(filter(None, (words.get("ticket", ""), *tickets))))
    kept = (*(draft.files if draft else ()), *files)
    journal.drafts.save(session.case_id, words | {"files": str(len(kept))}, kept)


def read_card(session: Session) -> Details:
    """Return what was noted on the card of a chat or call."""
    words = session.words
    known = {name: {"yes": True, "no": False}.get(words.get(name, "")) for name in _YES_NO}
    consent = Consent(words["consent"]) if words.get("consent") in set(Consent) else Consent.UNKNOWN
    texts = {name: words.get(name, "") for name in _TEXTS}
    return replace(NOTHING, consent=consent, **texts, **known)  # type: ignore[arg-type]


def card_words(details: Details) -> dict[str, str]:
    """Return the words of a card from which `read_card` makes the same."""
    words = {name: str(getattr(details, name)) for name in (*_TEXTS, "consent")}
    return words | {name: {None: "", True: "yes", False: "no"}[getattr(details, name)] for name in _YES_NO}


def record(journal: Journal, session: Session, ending: Ending) -> Changes:
    """Record a chat or call that is over with what follows from it, and forget what was kept of it.

    `made` is the contact. Raises NotFound, BadInput, DiskTrouble; then nothing was recorded.
    """
    case_id = session.case_id
    with journal.transaction():
        contact = _into_transcript(journal, ending) if ending.transcript else _log(journal, session, ending)
        contact_id = contact.made
        parts = [contact, *consent_to_recordings(journal, contact_id)]
        if ending.promise.strip():
            parts.append(
                journal.promises.add(
                    case_id,
                    ending.promise,
                    due=ending.promise_due,
                    contact_id=contact_id,
                    agent=ending.agent,
                    ring=ending.promise_ring,
                )
            )
        if (then := ending.follow_up) is not None:
            parts.append(
                journal.follow_ups.add(
                    case_id, then.due, then.reason, rule=then.rule, explanation=then.explanation, contact_id=contact_id
                )
            )
        journal.drafts.drop(case_id)
        parts += [journal.sessions.end(case_id), replace(contact, made=contact_id)]
    return Changes.merged(parts)


def consent_to_recordings(journal: Journal, contact_id: int) -> Sequence[Changes]:
    """Give the recordings of a contact the consent that is recorded of it, where they have none of their own."""
    contact = journal.contacts.get(contact_id)
    if contact.details.consent is Consent.UNKNOWN:
        return ()
    return [
        journal.exhibits.edit(exhibit.id, consent=contact.details.consent)
        for exhibit in contact.exhibits
        if is_recording(exhibit.name, exhibit.media_type) and exhibit.consent is Consent.UNKNOWN
    ]


def _log(journal: Journal, session: Session, ending: Ending) -> Changes:
    return journal.contacts.log(
        session.case_id,
        channel=session.channel,
        direction=ending.direction,
        happened=ending.happened,
        text=ending.text,
        agent=ending.agent,
        agent_id=ending.agent_id,
        bot=ending.bot,
        platform=ending.platform,
        outcome=ending.outcome,
        tickets=ending.tickets,
        attachments=ending.attachments,
        details=ending.details,
    )


def _into_transcript(journal: Journal, ending: Ending) -> Changes:
    """Add to the chat whose words are recorded line by line: one chat is one contact."""
    assert ending.transcript is not None
    contact = journal.contacts.get(ending.transcript)
    if contact.deleted_at or contact.case_id is None:
        raise BadInput("the transcript of this chat is not in the case any more: put it back, or record without it")
    said = "\n\n".join(filter(None, (ending.outcome.strip(), ending.text.strip("\n"))))
    parts = [journal.contacts.add_to(contact.id, details=ending.details, **({"outcome": said} if said else {}))]
    parts += [journal.exhibits.add(contact.case_id, file, contact.id) for file in ending.attachments]
    parts += [journal.tickets.add(contact.case_id, number, contact.id) for number in ending.tickets]
    return Changes.merged([*parts, parts[0]])

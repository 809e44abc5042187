"""Makes a message ready from the journal: words, recipient, thread, and the files that go with it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from casebook.dossier.choices import Choices
from casebook.dossier.collect import Facts, collect
from casebook.dossier.messages import compose, nearest, recipients
from casebook.dossier.messages.checks import Doubt, look
from casebook.dossier.messages.eml import Enclosure
from casebook.dossier.messages.message import About, Message
from casebook.dossier.messages.templates import Templates
from casebook.dossier.messages.values import known
from casebook.dossier.selection import Outgoing, select
from casebook.guide import Action, Guide
from casebook.guide.ready import file_names
from casebook.journal.errors import BadInput
from casebook.journal.records import Contact, FollowUp
from casebook.journal.terms import Channel, Direction, ExhibitSource, LetterKind

if TYPE_CHECKING:
    from casebook.journal import Journal

_IN_THREAD = frozenset({LetterKind.NUDGE, LetterKind.SUPPLY, LetterKind.PROMISE_BROKEN})
_WITH_ALL = frozenset({LetterKind.FIRST, LetterKind.COMPLAINT})
_OWN = frozenset({ExhibitSource.PASTED, ExhibitSource.DROPPED, ExhibitSource.FILE, ExhibitSource.MADE})
_TAKE_FILES = frozenset({Channel.EMAIL, Channel.TICKET, Channel.LETTER, Channel.OTHER})
_WRITTEN = frozenset({Channel.EMAIL, Channel.CHAT, Channel.TICKET, Channel.SOCIAL, Channel.VIP, Channel.LETTER})
_MOST = 10


_KINDS = {Action.NUDGE: LetterKind.NUDGE, Action.RESEND: LetterKind.RESEND}


def for_follow_up(follow_up: FollowUp, guide: Guide) -> tuple[LetterKind | None, About]:
    """Return the kind of message that a follow-up asks for (None: it does not say), and what that is about."""
    about = About(follow_up.contact_id, follow_up.promise_id, follow_up.request_id, follow_up.id)
    rule = guide.rules.get(follow_up.rule)
    if rule and rule.action in _KINDS:
        return _KINDS[rule.action], about
    if follow_up.promise_id is not None:
        return LetterKind.PROMISE_BROKEN, about
    return (LetterKind.SUPPLY if follow_up.request_id is not None else None), about


def usual_channel(contact: Contact | None) -> Channel:
    """Return the channel of what is answered, as far as words can go that way; else mail, the lasting record."""
    return contact.channel if contact and contact.channel in _WRITTEN else Channel.EMAIL


@dataclass(frozen=True, slots=True)
class Offered:
    """An exhibit that can go with a message, or why it cannot: `kept_back` is a key of the labels."""

    id: int
    label: str
    name: str
    """Under which it goes out."""
    kept_back: str = ""


@dataclass(frozen=True)
class Desk:
    """A case as the writer of a message has it at hand: everything is read once, then any message made of it."""

    facts: Facts
    templates: Templates
    resources: Path
    outgoing: Mapping[int, Outgoing]

    @classmethod
    def of(cls, journal: Journal, case_id: int, resources: Path, language: str = "en") -> Desk:
        """Read a case. Raises NotFound."""
        facts = collect(journal, case_id)
        templates = Templates(resources / "guides" / "messages", journal.templates.all())
        chosen = {item.exhibit.id: item for item in select(facts, Choices(language)).exhibits}
        return cls(facts, templates, resources, chosen)

    def offered(self, language: str) -> list[Offered]:
        """Return all exhibits with the names they go out under, by number."""
        names = self._names(language)
        return [Offered(number, o.label, names[number], o.kept_back) for number, o in self.outgoing.items()]

    def message(
        self,
        journal: Journal,
        kind: LetterKind,
        channel: Channel,
        language: str,
        about: About | None = None,
        exhibits: Sequence[int] | None = None,
    ) -> Message:
        """Return a message made ready. `exhibits` are the ids to go with it; None: what lies near. Raises BadInput."""
        wanted = about or About()
        contact = nearest.find(self.facts, kind, channel, wanted).contact
        enclosed = self._near(kind, channel, contact, wanted) if exhibits is None else tuple(exhibits)
        names = self._names(language)
        attached = [names[number] for number in enclosed if number in names]
        made = compose.make(
            self.facts, kind, channel, language, self.templates,
            resources=self.resources, about=wanted, attached=attached,
        )  # fmt: skip
        ways = recipients.find(journal, self.facts, channel, contact)
        answered, references = self._thread(kind, channel, contact)
        return replace(
            made,
            recipient=self._recipient(kind, channel, contact, [way.address for way in ways]),
            recipients=ways,
            own_address=self._own_address(contact),
            exhibits=enclosed,
            in_reply_to=answered,
            references=references,
        )

    def enclosures(self, journal: Journal, message: Message) -> list[Enclosure]:
        """Read the files of a message, each as it may go out. Raises BadInput, Damaged."""
        names, found = self._names(message.language), []
        for number in message.exhibits:
            item = self.outgoing.get(number)
            if item is None:
                raise BadInput("exhibit {number} is not of this case", number=number)
            if item.file is None:
                raise BadInput(
                    "{label} cannot go with a message: it is sealed, purged, or a recording that nobody agreed to",
                    label=item.exhibit.label,
                )
            found.append(Enclosure(names[number], item.media_type, journal.exhibits.read(item.file)))
        return found

    def look(self, message: Message) -> list[Doubt]:
        """Return what is to be looked at before a message goes out."""
        guides, blanks = self.resources / "guides", self.templates.blanks()
        subject, text = message.subject, message.text
        return look(subject, text, message.channel, known(self.facts), folder=guides, blanks=blanks)

    def _names(self, language: str) -> dict[int, str]:
        copies = {number: item.name for number, item in self.outgoing.items() if item.redacted}
        exhibits = [item.exhibit for item in self.outgoing.values()]
        return file_names.outgoing(exhibits, language, self.facts.firm.zone or "UTC", copies)

    def _near(self, kind: LetterKind, channel: Channel, contact: Contact | None, about: About) -> tuple[int, ...]:
        if channel not in _TAKE_FILES:
            return ()
        ready = {number: item for number, item in self.outgoing.items() if item.file is not None}
        if kind in _WITH_ALL:
            return tuple(n for n, item in ready.items() if item.exhibit.source in _OWN)[:_MOST]
        near = {e.id for e in contact.exhibits} if contact else set()
        if kind is LetterKind.PROMISE_BROKEN:
            promise = nearest.find(self.facts, kind, channel, about).promise
            near |= {promise.exhibit_id} if promise and promise.exhibit_id else set()
        elif kind is LetterKind.RESEND and contact:
            near |= {n for n, item in ready.items() if item.label in contact.details.enclosed}
        else:
            near = set()
        return tuple(n for n in ready if n in near)

    def _recipient(self, kind: LetterKind, channel: Channel, contact: Contact | None, ways: Sequence[str]) -> str:
        mail = self.facts.mails.get(contact.id) if contact and channel is Channel.EMAIL else None
        if mail and contact:
            answered = mail.to if contact.direction is Direction.OUT else (mail.reply_to or mail.sender,)
            if any(answered):
                return ", ".join(answered)
        return ways[0] if ways else ""

    def _own_address(self, contact: Contact | None) -> str:
        if self.facts.account and self.facts.account.email:
            return self.facts.account.email
        mail = self.facts.mails.get(contact.id) if contact else None
        return mail.sender if mail and contact and contact.direction is Direction.OUT else ""

    def _thread(self, kind: LetterKind, channel: Channel, contact: Contact | None) -> tuple[str, tuple[str, ...]]:
        mail = self.facts.mails.get(contact.id) if contact else None
        if channel is not Channel.EMAIL or kind not in _IN_THREAD or mail is None or not mail.message_id:
            return "", ()
        before = dict.fromkeys((*mail.references, *mail.in_reply_to, mail.message_id))
        return mail.message_id, tuple(before)

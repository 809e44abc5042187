"""Where to turn: the ways to a firm, ordered for a problem, its urgency, and the hour; each with what speaks for it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from enum import StrEnum
from functools import cache
from pathlib import Path

from casebook.guide.advice import entries, hours, way_words
from casebook.guide.advice.courtesy import unanswered
from casebook.guide.advice.hours import Openness
from casebook.guide.advice.way_words import About, Say
from casebook.journal.planning import FirmChannel
from casebook.journal.records import Account, Case, Contact, Firm
from casebook.journal.terms import Category, Channel, Direction

STALE = timedelta(days=90)
"""What was looked up longer ago than this is to be looked up again, as with official contacts."""


class Speed(StrEnum):
    """How soon an answer may be expected."""

    AT_ONCE = "at-once"
    MINUTES = "minutes"
    HOURS = "hours"
    UNCERTAIN = "uncertain"


class Record(StrEnum):
    """What is left of a contact."""

    BOTH = "both"
    OWN = "own"
    PUBLIC = "public"


class Urgency(StrEnum):
    """What matters most now."""

    NOW = "now"
    """Money is moving, or somebody else is in the account."""
    DAYS = "days"
    """An answer within days will do."""
    RECORD = "record"
    """What is said must be on record: a complaint, a broken promise."""


@dataclass(frozen=True, slots=True)
class Property:
    """What the guides say of a channel."""

    channel: Channel
    speed: Speed
    record: Record
    first: frozenset[str]
    fits: frozenset[str]
    texts: Mapping[str, str]
    needs: Mapping[str, str]
    risks: Mapping[str, str]
    sources: Mapping[str, str]
    checked_on: date

    def suits(self, category: Category) -> bool:
        """Return whether it will do for a kind of problem."""
        return entries.EVERY in self.fits or str(category) in self.fits | self.first


@dataclass(slots=True)
class Way:
    """One way to a firm. `usual` is what the guides say of it, `known` what the user recorded, None where nothing is.

    The higher `score`, the better. `fors` and `againsts` are short sentences by language. `unread` says that its hours
    cannot be read, `desk` whether somebody is there now.
    """

    usual: Property
    known: FirmChannel | None
    state: Openness | None = None
    unread: bool = False
    desk: Mapping[str, str] = field(default_factory=dict)
    stale: bool = False
    score: int = 0
    fors: list[Mapping[str, str]] = field(default_factory=list)
    againsts: list[Mapping[str, str]] = field(default_factory=list)

    @property
    def channel(self) -> Channel:
        """The channel."""
        return self.usual.channel

    def good(self, points: int, what: Say, **values: Mapping[str, str]) -> None:
        """Note something that speaks for it."""
        self.score += points
        self.fors.append(way_words.say(what, values))

    def bad(self, points: int, what: Say, **values: Mapping[str, str]) -> None:
        """Note something that speaks against it."""
        self.score -= points
        self.againsts.append(way_words.say(what, values))


@dataclass(frozen=True, slots=True)
class Asked:
    """What the advice is for. `languages` are those the user writes in (`en`, `zh`), `zone` is where the user is."""

    firm: Firm
    category: Category
    urgency: Urgency
    now: datetime
    zone: str
    contacts: Sequence[Contact] = ()
    account: Account | None = None
    languages: frozenset[str] = frozenset({"en", "zh"})


@cache
def load(file: Path) -> tuple[Property, ...]:
    """Return what the guides say of each channel. Raises BadInput naming the channel at fault."""
    found = []
    for entry in entries.read(file, "way"):
        found.append(
            Property(
                entry.choice(Channel, "channel"),
                entry.choice(Speed, "speed"),
                entry.choice(Record, "record"),
                entry.categories("first"),
                entry.categories("fits"),
                entry.both("text"),
                entry.both("needs"),
                entry.both("risk"),
                entry.both("source"),
                entry.day("checked_on"),
            )
        )
        entry.done()
    return tuple(found)


def urgency(case: Case, contacts: Sequence[Contact], now: datetime) -> Urgency:
    """Return what seems to matter most in a case; the user may think otherwise.

    A taken-over account cannot wait. What a person has not settled within a fortnight should go on record.
    """
    if case.category is Category.ACCOUNT_SECURITY:
        return Urgency.NOW
    first = min((contact.happened.utc for contact in contacts), default=now)
    return Urgency.RECORD if now - first > timedelta(days=14) else Urgency.DAYS


def advise(properties: Sequence[Property], recorded: Sequence[FirmChannel], asked: Asked) -> list[Way]:
    """Return the ways to a firm, the best first. One that is not recorded for the firm is listed too, and says so.

    A VIP desk that is neither recorded nor to be expected from the account's tier is left out.
    """
    ways = []
    for each in properties:
        known = [channel for channel in recorded if channel.channel is each.channel]
        if each.channel is Channel.VIP and not known and not (asked.account and asked.account.vip_tier):
            continue
        ways += [_way(each, channel, asked) for channel in known] or [_way(each, None, asked)]
    return sorted(ways, key=lambda way: -way.score)


def _way(each: Property, known: FirmChannel | None, asked: Asked) -> Way:
    way = Way(each, known)
    _weigh_problem(way, asked)
    _weigh_urgency(way, asked.urgency)
    _weigh_what_was_tried(way, asked)
    if known is None:
        # What is asked inside the account or found on the site needs no address; the rest must be looked up first.
        easy = each.channel in {Channel.HELP_CENTRE, Channel.CHAT, Channel.IN_APP}
        way.bad(0 if easy else 2, Say.UNKNOWN)
    else:
        _weigh_desk(way, known, asked)
    return way


def _weigh_problem(way: Way, asked: Asked) -> None:
    kind, each = asked.category, way.usual
    if str(kind) in each.first:
        way.good(3, Say.FIRST)
    elif each.suits(kind):
        way.good(1, Say.FITS)
    else:
        way.bad(3, Say.UNFIT)


def _weigh_urgency(way: Way, wanted: Urgency) -> None:
    each = way.usual
    quick = each.speed in {Speed.AT_ONCE, Speed.MINUTES}
    if quick and each.channel is not Channel.HELP_CENTRE:
        way.good({Urgency.NOW: 4, Urgency.DAYS: 1, Urgency.RECORD: 0}[wanted], Say.MINUTES)
    elif each.speed is Speed.AT_ONCE:
        way.good({Urgency.NOW: 1, Urgency.DAYS: 1, Urgency.RECORD: 0}[wanted], Say.AT_ONCE)
    elif each.speed is Speed.HOURS and wanted is Urgency.NOW:
        way.bad(1, Say.HOURS)
    elif each.speed is Speed.UNCERTAIN:
        way.bad(3 if wanted is Urgency.NOW else 1, Say.UNCERTAIN)
    if each.record is Record.BOTH:
        way.good({Urgency.NOW: 0, Urgency.DAYS: 2, Urgency.RECORD: 5}[wanted], Say.LASTING)
    elif each.record is Record.PUBLIC:
        way.bad(2, Say.PUBLIC)
    elif wanted is Urgency.RECORD:
        way.bad(2, Say.OWN_RECORD)


def _weigh_what_was_tried(way: Way, asked: Asked) -> None:
    there = [contact for contact in asked.contacts if contact.channel is way.channel]
    if way.channel is Channel.HELP_CENTRE:
        if there:
            way.bad(4, Say.LOOKED_UP)
        elif not asked.contacts and asked.urgency is not Urgency.NOW:
            way.good(4, Say.FIRST_STOP)
        return
    waiting = [contact for contact in unanswered(asked.contacts) if contact.channel is way.channel]
    if waiting:
        way.bad(4, Say.WAITS, when=way_words.day(waiting[0].happened.local.date()))
    elif answered := [contact for contact in there if contact.direction is not Direction.OUT]:
        way.good(1, Say.ANSWERED, when=way_words.day(answered[-1].happened.local.date()))


def _weigh_desk(way: Way, known: FirmChannel, asked: Asked) -> None:
    """Weigh what the user recorded of a firm's own desk: topic, hours, languages, cost, and how old that is."""
    if known.topic:
        meant = way_words.about(known.topic, asked.category)
        if meant is About.THIS:
            way.good(2, Say.TOPIC, topic=way_words.same(known.topic))
        elif meant is About.OTHER:
            way.bad(3, Say.OTHER_TOPIC, topic=way_words.same(known.topic))
    way.stale = stale(known, asked.now)
    if way.stale:
        way.bad(0, Say.STALE)
    _weigh_hours(way, known, asked)
    spoken = {way_words.language(name) for name in known.languages}
    if spoken and not spoken & asked.languages:
        way.bad(3, Say.LANGUAGE, languages=way_words.same(", ".join(known.languages)))
    elif spoken:
        way.good(1, Say.SPEAKS, languages=way_words.same(", ".join(known.languages)))
    if known.cost and not way_words.free(known.cost):
        way.bad(1, Say.COST, cost=way_words.same(known.cost))


def _weigh_hours(way: Way, known: FirmChannel, asked: Asked) -> None:
    if not known.hours.strip():
        return
    found = hours.parse(known.hours)
    if found is None:
        way.unread = True
        way.bad(0, Say.HOURS_UNREAD, hours=way_words.same(known.hours))
        return
    zone = known.zone or asked.firm.zone or asked.zone
    way.state = hours.openness(found, asked.now, zone, asked.firm.country)
    told = way.desk = {name: hours.words(way.state, asked.zone, name) for name in way_words.LANGUAGES}
    if way.state.open:
        way.good(1 if asked.urgency is not Urgency.NOW else 2, Say.AS_IT_IS, words=told)
    else:
        soon = way.usual.speed is not Speed.MINUTES
        way.bad(0 if soon else 4 if asked.urgency is Urgency.NOW else 1, Say.AS_IT_IS, words=told)


def stale(known: FirmChannel, now: datetime) -> bool:
    """Return whether nobody has looked for a while whether this is still right."""
    seen = date.fromisoformat(known.checked_on) if known.checked_on else known.recorded_at.date()
    return now.date() - seen > STALE

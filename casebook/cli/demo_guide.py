"""What the sample casebook holds for the guide: ways to the firms, how contacts went, a clock that runs, a mark."""

from __future__ import annotations

from collections.abc import Callable

from casebook.guide import Guide
from casebook.journal import Journal
from casebook.journal.planning import Details
from casebook.journal.terms import Channel, CheckState, Consent, Direction
from casebook.journal.times import Moment

Ago = Callable[[float], Moment]
"""Returns the time so many hours ago."""


def ways(journal: Journal, exchange: int, broker: int, checked_on: str) -> None:
    """Record how the two invented firms can be reached. `checked_on` is an ISO date."""
    chat = {"hours": "Mon-Fri 09:00-22:00", "languages": ("en", "zh"), "place": "app: me, support, live chat"}
    mail = {"languages": ("en", "zh"), "place": "help@kestrel.example", "topic": "withdrawals"}
    phone = {"hours": "Mon-Fri 08:00-18:00", "languages": ("en",), "cost": "national rate; dear from abroad"}
    journal.firm_channels.add(exchange, Channel.CHAT, checked_on=checked_on, **chat)
    journal.firm_channels.add(exchange, Channel.EMAIL, checked_on=checked_on, **mail)
    journal.firm_channels.add(broker, Channel.PHONE, checked_on=checked_on, place="+44 20 7946 0000, 2, 1", **phone)


def searched() -> Details:
    """Return how the search of the help centre went."""
    words = ("withdrawal on hold", "提现 审核")
    return Details(keywords=words, articles=("How long does a review take?",), helped="no")


def called() -> Details:
    """Return how the call went."""
    return Details(
        waited=25 * 60,
        talked=8 * 60,
        address="+44 20 7946 0000",
        menu="2 accounts, 1 closed accounts",
        language="English",
        cost="4.10 GBP",
        recorded=False,
        consent=Consent.NOTICE,
        consent_how="an announcement said that they record",
    )


def clocks(journal: Journal, guide: Guide, case_id: int, ago: Ago, zone: str) -> None:
    """Record a request for the user's own data, and the clock that it starts."""
    sent = journal.contacts.log(
        case_id,
        channel=Channel.LETTER,
        direction=Direction.OUT,
        happened=ago(24 * 6),
        subject="Request for my personal data (Article 15 UK GDPR)",
        text="Please send me a copy of the data you hold on me, with chat logs, call recordings and the reasons for "
        "closing the account.",
    ).made
    start = journal.contacts.get(sent).happened
    firm = journal.firms.get(journal.cases.get(case_id).firm_id)
    clock = guide.clock("data-access", start, firm, (), zone, journal.clock())
    journal.deadlines.add(
        case_id, "data-access", start, clock.explanation.to_json(), contact_id=sent, rings=clock.rings
    )
    journal.check_marks.set(
        case_id, "problem-time", CheckState.NOT_NEEDED, "The letter names the day; no hour matters."
    )

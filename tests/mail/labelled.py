"""A correspondence whose every mail is known to belong to a case or to none: 300 mails, 12 cases, 9 firms.

Numbers resemble one another, subjects change, references get lost, automatic mails and bounces come in between, things
are passed on, and impostors write too. The same seed gives the same mails.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from pathlib import Path

from casebook.journal import Journal
from casebook.journal.terms import OfficialKind, ReferenceKind
from tests.mail import samples

USER = "lin@example.org"
TXID = "9f3c6a1b0d5e4f7788990a1b2c3d4e5f60718293a4b5c6d7e8f901122334455a"
TXID_NEAR = TXID[:-1] + "b"


@dataclass(frozen=True)
class Plan:
    """A case as the user has it: the firm's ways to write, and what is recorded already."""

    firm: str
    address: str
    title: str
    tickets: tuple[str, ...] = ()
    references: tuple[tuple[ReferenceKind, str], ...] = ()
    official: str = ""
    """A verified domain or address of the firm."""
    desk: str = ""
    """The desk's token, where the firm uses one."""
    agent: str = "Lily"
    closed: bool = False
    filed: int = 2
    """So many of its first mails were filed by hand."""


PLANS = (
    Plan("Kestrel Exchange", "support@kestrel.example", "Withdrawal on hold", ("T-99812",)),
    Plan("Kestrel Exchange", "support@kestrel.example", "KYC rejected", ("T-99821",), agent="Marco"),
    Plan("Northbank", "help@northbank.example", "Fees charged twice", ("448812",), official="northbank.example"),
    Plan("Osprey Markets", "care@osprey.example", "Deposit missing", ("448812",), desk="L7VKGO-M25K"),
    Plan("Heron Pay", "service@heronpay.example", "退款未到账", (), ((ReferenceKind.ORDER, "W-20261109-7"),)),
    Plan("Merlin Wallet", "hello@merlin.example", "Swap never arrived", (), ((ReferenceKind.TXID, TXID),)),
    Plan("Bittern Brokers", "desk@bittern.example", "Dividend withheld", ("2026110001",)),
    Plan("Bittern Brokers", "desk@bittern.example", "Margin call", ("2026110007",), agent="Ann"),
    Plan("Money Ombudsman", "cases@ombudsman.example", "Complaint on Kestrel", ("FOS-2026-1187",)),
    Plan("Plover Exchange", "support@plover.example", "Account frozen", ("551207",), desk="8QWERT-Z41P"),
    Plan("Siskin", "info@siskin.example", "Old question", ("SK-3310",), closed=True),
    Plan("Wagtail", "team@wagtail.example", "API keys revoked", ("WT-7781",), official="team@wagtail.example", filed=0),
)


@dataclass(frozen=True)
class Labelled:
    """A mail, the case it belongs to (its place in `PLANS`), None for no case, and what makes it hard."""

    raw: bytes
    case: int | None
    kind: str
    by_hand: bool = False
    """The user has filed it already."""


@dataclass
class _Writer:
    """Writes the mails of one case, each with the ids of those before it."""

    number: int
    plan: Plan
    luck: random.Random
    ids: list[str] = field(default_factory=list)
    clock: datetime = datetime(2026, 11, 2, 8, 0, tzinfo=UTC)

    def mail(
        self,
        kind: str,
        subject: str,
        words: str,
        *,
        sender: str = "",
        to: str = USER,
        follows: bool = True,
        belongs: bool = True,
        remembered: bool = True,
        extra: tuple[bytes, ...] = (),
        body: tuple[bytes, bytes] | None = None,
        quote: str = "",
    ) -> Labelled:
        """Return the next mail. `follows`: it names the ids before it; `remembered`: later ones name its id."""
        self.clock += timedelta(hours=self.luck.randint(2, 30), minutes=self.luck.randint(0, 59))
        own = f"{kind}-{self.number}-{len(self.ids)}-{self.luck.randrange(10**9)}@{(sender or USER).rpartition('@')[2]}"
        own = own.replace(" ", "-").replace(">", "")
        headers = [b"MIME-Version: 1.0", *extra]
        if follows and self.ids:
            headers += [
                f"In-Reply-To: <{self.ids[-1]}>".encode(),
                b"References: " + b"\n ".join(f"<{each}>".encode() for each in self.ids[-6:]),
            ]
        if body is None:
            headers.append(b"Content-Type: text/plain; charset=utf-8")
        else:
            headers.append(body[0])
        quoted = "".join(f"> {line}\n" for line in quote.splitlines())
        said = f"{words}\n\nOn Mon, Nov 2, 2026 at 10:00, {USER} wrote:\n{quoted}" if quote else f"{words}\n"
        raw = samples.mail(
            said.encode() if body is None else body[1],
            *headers,
            From=(sender or f"Lin Wei <{USER}>").encode(),
            To=to.encode(),
            Subject=samples.word(subject) if not subject.isascii() else subject.encode(),
            Date=format_datetime(self.clock).encode(),
            Message_ID=f"<{own}>".encode(),
        )
        if remembered:
            self.ids.append(own)
        return Labelled(raw, self.number if belongs else None, kind, len(self.ids) <= self.plan.filed and remembered)

    @property
    def firm(self) -> str:
        """The firm's agent with its address, as From."""
        return f"{self.plan.agent} ({self.plan.firm}) <{self.plan.address}>"

    @property
    def known(self) -> str:
        """The number by which the case is known."""
        return self.plan.tickets[0] if self.plan.tickets else self.plan.references[0][1]

    @property
    def desk(self) -> tuple[bytes, ...]:
        """The header lines of the firm's desk."""
        if not self.plan.desk:
            return ()
        host = f"{self.plan.firm.split()[0].lower()}.zendesk.com".encode()
        token = self.plan.desk.encode()
        return (
            b"X-Mailer: Zendesk Mailer",
            b"X-Zendesk-From-Account-Id: 0853c14",
            b"Auto-Submitted: auto-generated",
            b"Reply-To: support+id" + token + b"@" + host,
        )

    def ordinary(self) -> Iterator[Labelled]:
        """Yield the correspondence itself."""
        plan, title, tag = self.plan, self.plan.title, f"[{self.known}] " if self.plan.tickets else ""
        yield self.mail("first", title, f"My problem: {title}. Please help.", to=plan.address, follows=False)
        yield self.mail(
            "acknowledged",
            f"{tag}Re: {title}",
            f"We have received your request {self.known}. We will get back to you within 24 hours.",
            sender=self.firm,
            extra=(*self.desk, b"X-Auto-Response-Suppress: All"),
        )
        for turn in range(4):
            yield self.mail("answer", f"Re: {tag}{title}", "We looked at it.", sender=self.firm, extra=self.desk)
            yield self.mail("reply", f"Re: {tag}{title}", f"Day {turn}: still nothing.", to=plan.address)
        yield self.mail("new subject", "Additional documents required", "Send a selfie.", sender=self.firm)
        yield self.mail("new subject", "My documents", "Here they are.", to=plan.address)
        yield self.mail("auto-reply", f"Automatic reply: {title}", "I am away.", sender=self.firm, extra=(_AUTO,))
        yield self._bounce()
        colleague = f"Risk Team <risk@mail.{plan.address.rpartition('@')[2]}>"
        yield self.mail("colleague", f"Re: {tag}{title}", "The risk team has it now.", sender=colleague)
        yield self.mail("colleague", f"Re: {tag}{title}", "When will it be done?", to=colleague)
        yield self.mail(
            "lost references", f"{self.known}: {title}", "We write about your case.", sender=self.firm, follows=False
        )
        yield self.mail(
            "number in words",
            "News for you",
            f"About {self.known}: released soon.",
            sender=self.firm,
            follows=False,
            quote="Please look at my account",
        )
        yield self.mail(
            "own, lost references", f"Once more on {self.known}", "Any news?", to=plan.address, follows=False
        )
        if plan.desk:
            yield self.mail(
                "desk mark",
                f"Request updated: {title}",
                f"Solved soon.\n\n[{plan.desk}]",
                sender=self.firm,
                follows=False,
                extra=self.desk,
            )

    def hard(self) -> Iterator[Labelled]:
        """Yield what belongs to no case, or must not be filed without asking, however much it looks like it."""
        plan = self.plan
        label, _, ending = plan.address.rpartition("@")[2].partition(".")
        near = f"{label.replace('l', '1', 1) if 'l' in label else label[:-1]}.{ending}"
        yield self.mail(
            "look-alike",
            f"Re: [{self.known}] {plan.title}",
            "Confirm your wallet here.",
            sender=f"{plan.firm} Support <support@{near}>",
            belongs=False,
            remembered=False,
        )
        yield self.mail(
            "passed on",
            f"Fwd: Re: {plan.title}",
            f"What do you think? {self.known}",
            to="anna@lawyers.example",
            remembered=False,
        )
        yield self.mail(
            "newsletter",
            f"{plan.firm}: this week's offers",
            "New coins are listed.",
            sender=self.firm,
            follows=False,
            belongs=False,
            remembered=False,
        )
        yield self.mail(
            "stranger",
            f"I can get your money back, {self.known}",
            "Recovery experts write to you.",
            sender="Recovery <agent@quick-recovery.example>",
            follows=False,
            belongs=False,
            remembered=False,
        )

    def _bounce(self) -> Labelled:
        report = samples.multipart(
            b"report; report-type=delivery-status",
            b"Content-Type: text/plain\n\nYour message could not be delivered.",
            b"Content-Type: message/delivery-status\n\nReporting-MTA: dns; mx.example.org\n\nAction: failed",
        )
        return self.mail(
            "bounce",
            "Undelivered Mail Returned to Sender",
            "",
            sender="MAILER-DAEMON@mx.example.org",
            body=report,
            remembered=False,
        )


_AUTO = b"Auto-Submitted: auto-replied"


def correspondence(seed: int = 7) -> list[Labelled]:
    """Return 300 mails, shuffled, those that were filed by hand first."""
    luck = random.Random(seed)
    writers = [_Writer(number, plan, luck) for number, plan in enumerate(PLANS)]
    mails = [mail for writer in writers for mail in (*writer.ordinary(), *writer.hard())]
    mails += list(_between(writers))
    last = _Writer(99, PLANS[0], luck)
    while len(mails) < 300:
        mails.append(
            last.mail(
                "private",
                f"Dinner {len(mails)}",
                "See you, order 88213.",
                sender="Mei <mei@friends.example>",
                follows=False,
                belongs=False,
                remembered=False,
            )
        )
    by_hand, rest = [m for m in mails if m.by_hand], [m for m in mails if not m.by_hand]
    luck.shuffle(rest)
    return by_hand + rest


def _between(writers: list[_Writer]) -> Iterator[Labelled]:
    """Yield mails that speak for two cases at once, and near misses of numbers."""
    kestrel, kyc, northbank, osprey, heron, merlin = writers[:6]
    both = f"Your requests {kestrel.known} and {kyc.known}"
    yield kestrel.mail(
        "two numbers", both, "Both go on.", sender=kestrel.firm, follows=False, belongs=False, remembered=False
    )
    yield northbank.mail(
        "same number",
        "Ticket 448812",
        "It goes on.",
        sender=northbank.firm,
        follows=False,
        belongs=False,
        remembered=False,
    )
    yield osprey.mail(
        "same number",
        "Ticket 448812",
        "It goes on.",
        sender=osprey.firm,
        follows=False,
        belongs=False,
        remembered=False,
    )
    yield merlin.mail(
        "near number",
        f"About {TXID_NEAR}",
        "This one went through.",
        sender=merlin.firm,
        follows=False,
        belongs=False,
        remembered=False,
    )
    yield heron.mail(
        "near number",
        "Order W-20261109-77",
        "Thank you for your order.",
        sender=heron.firm,
        follows=False,
        belongs=False,
        remembered=False,
    )
    yield kestrel.mail(
        "other firm in thread",
        f"Re: {kestrel.plan.title}",
        "We take this up.",
        sender=writers[8].firm,
        belongs=False,
        remembered=False,
    )
    yield kyc.mail(
        "thread of another case",
        f"[{kyc.known}] Re: {kestrel.plan.title}",
        "On the other matter.",
        sender=kestrel.firm,
        follows=False,
        remembered=False,
    )
    yield kestrel.mail(
        "other case's number",
        f"Re: [{kyc.known}] your documents",
        "These go there.",
        sender=kestrel.firm,
        belongs=False,
        remembered=False,
    )


def prepare(journal: Journal) -> list[int]:
    """Record firms, accounts, cases and what is known of them; return the case ids in the order of `PLANS`."""
    firms: dict[str, int] = {}
    cases = []
    for plan in PLANS:
        if plan.firm not in firms:
            firms[plan.firm] = journal.firms.add(plan.firm).made
            journal.accounts.add(firms[plan.firm], email=USER)
        case = journal.cases.add(firms[plan.firm], plan.title).made
        for ticket in plan.tickets:
            journal.tickets.add(case, ticket)
        for kind, value in plan.references:
            journal.references.add(case, kind, value)
        if plan.official:
            kind = OfficialKind.ADDRESS if "@" in plan.official else OfficialKind.DOMAIN
            journal.officials.add(firms[plan.firm], kind, plan.official, how="printed on the card")
        cases.append(case)
    return cases


def write(mails: list[Labelled], path: Path) -> None:
    """Write mails as an mbox."""
    path.write_bytes(samples.mbox([mail.raw for mail in mails]))

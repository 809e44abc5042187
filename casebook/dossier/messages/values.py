"""The facts of a case as the places of a template take them: text, or a list of lines."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from casebook.dossier.collect import Facts
from casebook.dossier.messages import nearest, times
from casebook.dossier.messages.nearest import Matter
from casebook.dossier.pages.labels import Labels
from casebook.guide.advice.courtesy import answers
from casebook.guide.ready.known import Known
from casebook.guide.ready.subjects import Subjects
from casebook.journal.outgoing import Transfer
from casebook.journal.records import Account, Contact, Promise, Reference
from casebook.journal.terms import Category, Direction, PromiseState, ReferenceKind

Value = str | Sequence[str]
_MOST = 12
"""So many lines of a list are named; of a longer one the latest."""
_SECURITY = {Category.ACCOUNT_SECURITY, Category.ACCOUNT_APPEAL}
_WORDS: Mapping[str, Mapping[str, str]] = {
    "en": {
        "uid": "UID {value}",
        "user_name": "user name {value}",
        "email": "registered mail {value}",
        "phone": "phone {value}",
        "on": "{value} (as of {day})",
        "amount": "{amount} {asset}",
        "network": "{amount}, network {network}",
        "agent": "{name} (agent no. {number})",
        "number": "agent no. {number}",
        "sent": "{time}, {channel}: “{subject}”",
        "sent_plain": "{time}, {channel}",
        "promised": "{time}, {who}: “{text}”",
        "by": "{said} (by {due})",
        "attempts": "Since {start} there have been {total} contacts: {parts}.",
        "out": "{count} from me",
        "in": "{count} from you",
        "both": "{count} in conversation",
        "attempt": "I have contacted you once, on {start}.",
        "once": "sent once already on {day}",
        "often": "sent {times} times already, last on {day}",
        "reference": "{kind}: {value}",
        "on_network": "{said} ({network})",
    },
    "zh": {
        "uid": "UID {value}",
        "user_name": "用户名：{value}",
        "email": "注册邮箱：{value}",
        "phone": "绑定手机：{value}",
        "on": "{value}（截至 {day}）",
        "amount": "{amount} {asset}",
        "network": "{amount}，网络 {network}",
        "agent": "{name}（工号 {number}）",
        "number": "工号 {number}",
        "sent": "{time}，{channel}，主题“{subject}”",
        "sent_plain": "{time}，{channel}",
        "promised": "{time}，{who}：“{text}”",
        "by": "{said}（期限：{due}）",
        "attempts": "自{start}以来共联系 {total} 次：{parts}。",
        "out": "我方发出 {count} 次",
        "in": "贵方发出 {count} 次",
        "both": "双向沟通 {count} 次",
        "attempt": "我已于{start}联系过一次。",
        "once": "已发送过一次，{day}",
        "often": "已发送过 {times} 次，最近一次 {day}",
        "reference": "{kind}：{value}",
        "on_network": "{said}（{network}）",
    },
}


class Values:
    """What the record holds for each place, in one language; what is not recorded is empty."""

    def __init__(
        self, facts: Facts, matter: Matter, labels: Labels, subjects: Subjects, exhibits: Sequence[str]
    ) -> None:
        self._facts, self._matter, self._labels, self._subjects = facts, matter, labels, subjects
        self._words = _WORDS[labels.language]
        self._exhibits = exhibits

    def all(self) -> dict[str, Value]:
        """Return the value of every place."""
        return {**self._of_account(), **self._of_case(), **self._of_contact(), **self._of_promises()}

    def _say(self, key: str, **values: object) -> str:
        return self._words[key].format(**values)

    def _of_account(self) -> dict[str, Value]:
        account = self._facts.account or _NOBODY
        named = {n: getattr(account, n) for n in ("uid", "user_name", "email", "phone")}
        security = self._facts.case.category in _SECURITY
        tier = account.vip_tier
        if tier and account.vip_tier_on:
            tier = self._say("on", value=tier, day=account.vip_tier_on)
        return {
            "firm": self._facts.firm.name,
            "name": account.holder.strip().partition("\n")[0],
            "account": self._joined([self._say(n, value=v) for n, v in named.items() if v]),
            "uid": account.uid,
            "user_name": account.user_name,
            "registered_mail": account.email,
            "phone": account.phone,
            "callback": account.callback,
            "vip_tier": tier,
            # Only where support needs them to tell the owner from a thief.
            "registered_on": account.registered_on if security else "",
            "usual_ips": account.usual_ips if security else "",
        }

    def _of_case(self) -> dict[str, Value]:
        facts, case = self._facts, self._facts.case
        tickets = [ticket.number for ticket in facts.tickets]
        security = case.category in _SECURITY
        references = [self._reference(r) for r in facts.references if security or r.kind is not ReferenceKind.IP]
        return {
            "ticket": tickets[-1] if tickets else "",
            "tickets": self._joined(tickets),
            "ticket_mark": f" [{tickets[-1]}]" if tickets else "",
            "subject": self._subjects.better(known(facts), self._labels.language),
            "title": one_line(case.title).rstrip("."),
            "problem": self._labels.of("categories", case.category),
            "claim": case.claim.strip(),
            "steps": case.steps.strip(),
            "seen_on": case.seen_on.strip(),
            "remedy": case.remedy.strip(),
            "amount": self._amount(case.amount, case.asset, case.network),
            "problem_time": times.told(case.problem, self._labels.language) if case.problem else "",
            "references": references[-_MOST:],
            "transfers": [self._transfer(transfer) for transfer in facts.transfers][-_MOST:],
            "requests": [one_line(request.text) for request in self._matter.requests],
            "attachments": list(self._exhibits),
        }

    def _of_contact(self) -> dict[str, Value]:
        contact, language = self._matter.contact, self._labels.language
        found: dict[str, Value] = {
            "earlier_list": [self._sent(c) for c in self._matter.waiting][-_MOST:],
            "attempts": self._attempts(),
            "last_answer": next(
                (times.told(c.happened, language) for c in reversed(self._facts.contacts) if answers(c)), ""
            ),
        }
        if contact is None:
            return found
        mail = self._facts.mails.get(contact.id)
        when, day = times.told(contact.happened, language), times.day(contact.happened, language)
        made = [self._promised(p) for p in self._facts.promises if p.contact_id == contact.id]
        return found | {
            "earlier_time": when,
            "earlier_day": day,
            "earlier_subject": one_line(contact.subject),
            "plain_subject": (plain := nearest.plain_subject(contact.subject)),
            "sent_before": self._sent_before(contact, plain),
            "asked_since": [
                times.told(c.happened, language) for c in self._matter.waiting if c.happened.utc > contact.happened.utc
            ][-_MOST:],
            "earlier_to": ", ".join(mail.to) if mail and mail.to else contact.details.address,
            "earlier_text": contact.own_text.strip(),
            "contact_time": when,
            "contact_day": day,
            "contact_channel": self._labels.of("channels", contact.channel),
            "contact_agent": self._who(contact),
            "contact_words": contact.text.strip(),
            "contact_outcome": contact.outcome.strip(),
            "promises_made": made,
        }

    def _of_promises(self) -> dict[str, Value]:
        promise, language = self._matter.promise, self._labels.language
        broken = [p for p in self._facts.promises if p.state is PromiseState.BROKEN]
        found: dict[str, Value] = {"promises": [self._promised(p) for p in broken][-_MOST:]}
        if promise is None:
            return found
        made = self._made_in(promise)
        return found | {
            "promise": one_line(promise.text).rstrip(".。"),
            "promise_time": times.told(made.happened, language) if made else "",
            "promise_due": times.told(promise.due, language) if promise.due else "",
            "promise_by": self._who(made, promise.agent) or self._facts.firm.name,
        }

    def _made_in(self, promise: Promise) -> Contact | None:
        return next((c for c in self._facts.contacts if c.id == promise.contact_id), None)

    def _promised(self, promise: Promise) -> str:
        made = self._made_in(promise)
        text, language = one_line(promise.text), self._labels.language
        who = self._who(made, promise.agent) or self._facts.firm.name
        said = self._say("promised", time=times.told(made.happened, language), who=who, text=text) if made else text
        return self._say("by", said=said, due=times.told(promise.due, language)) if promise.due else said

    def _sent(self, contact: Contact) -> str:
        key = "sent" if contact.subject else "sent_plain"
        when, channel = (
            times.told(contact.happened, self._labels.language),
            self._labels.of("channels", contact.channel),
        )
        return self._say(key, time=when, channel=channel, subject=one_line(contact.subject))

    def _attempts(self) -> str:
        contacts = self._facts.contacts
        if not contacts:
            return ""
        start = times.day(contacts[0].happened, self._labels.language)
        if len(contacts) == 1:
            return self._say("attempt", start=start)
        counts = [(d, sum(c.direction is d for c in contacts)) for d in (Direction.OUT, Direction.IN, Direction.BOTH)]
        parts = [self._say(str(direction), count=count) for direction, count in counts if count]
        return self._say("attempts", start=start, total=len(contacts), parts=self._joined(parts))

    def _who(self, contact: Contact | None, agent: str = "") -> str:
        name = agent or (contact.agent if contact else "")
        if contact is None or not contact.agent_id or (agent and agent != contact.agent):
            return name
        return self._say("agent" if name else "number", name=name, number=contact.agent_id)

    def _sent_before(self, contact: Contact, plain: str) -> str:
        """Return how often the same words went out, by their subject, and when last."""
        same = [
            c
            for c in self._facts.contacts
            if c.direction is Direction.OUT
            and c.channel is contact.channel
            and plain
            and nearest.plain_subject(c.subject) == plain
            and not nearest.is_answer(c.subject)
        ]
        last = same[-1] if same else contact
        key = "often" if len(same) > 1 else "once"
        return self._say(key, times=len(same), day=times.day(last.happened, self._labels.language))

    def _reference(self, reference: Reference) -> str:
        kind = self._labels.of("reference_kinds", reference.kind)
        said = self._say("reference", kind=kind, value=reference.value)
        return self._say("on_network", said=said, network=reference.network) if reference.network else said

    def _amount(self, amount: str, asset: str, network: str) -> str:
        text = self._say("amount", amount=amount, asset=asset).strip() if amount else ""
        return self._say("network", amount=text, network=network) if text and network else text

    def _transfer(self, transfer: Transfer) -> str:
        parts = [
            self._labels.of("transfer_kinds", transfer.kind),
            times.told(transfer.made, self._labels.language) if transfer.made else "",
            self._amount(transfer.amount, transfer.asset, transfer.network),
            f"TxID {transfer.txid}" if transfer.txid else "",
            transfer.to_address and f"→ {transfer.to_address}",
            transfer.order_number,
            transfer.status,
            transfer.explorer,
        ]
        return self._joined([part for part in parts if part])

    def _joined(self, parts: Sequence[str]) -> str:
        return ("，" if self._labels.language == "zh" else ", ").join(parts)


def known(facts: Facts) -> Known:
    """Return the facts as the guide's checks take them."""
    return Known(
        case=facts.case,
        account=facts.account,
        contacts=facts.contacts,
        exhibits=facts.exhibits,
        tickets=facts.tickets,
        references=facts.references,
        transfers=facts.transfers,
        requests=facts.requests,
    )


def one_line(text: str) -> str:
    """Return words on one line."""
    return " ".join(text.split())


_NOBODY = Account(
    id=0, firm_id=0, holder="", uid="", user_name="", email="", aliases=(), phone="", vip_tier="", vip_tier_on="",
    note="", recorded_at=None,  # type: ignore[arg-type]
)  # fmt: skip

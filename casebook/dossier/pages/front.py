"""The front page: what a reader needs who reads no further. Long texts go on behind it, so that it stays one page."""

from __future__ import annotations

from casebook.dossier.pages.attempts import channels, contacts_sentence, no_final, promises_sentence, silence
from casebook.dossier.pages.glyphs import Text
from casebook.dossier.pages.money import money, sums
from casebook.dossier.pages.writer import Row, Writer, split
from casebook.journal.records import Account, Contact
from casebook.journal.terms import Automatic, Category

_CLAIM, _REMEDY, _FIELD, _TICKETS = 560, 280, 150, 220
"""Widths of letters that stand on the front page itself: the claim in about five lines."""
_SUMS = 6
_OWN_ACCOUNT = {Category.ACCOUNT_SECURITY, Category.ACCOUNT_APPEAL}
_SCALES = (1.0, 0.6, 0.3)
"""How much of those widths is used: the template takes the first that keeps the front page to one page."""
_CONTINUED = "front-more"


class _Front:
    """Writes the front page's fields and keeps what goes on behind it."""

    def __init__(self, writer: Writer) -> None:
        self.writer = writer
        self.behind: list[Row] = []

    def fitted(self, caption: str, text: str, most: int) -> Text:
        """Return a text as far as it fits; the rest goes on behind the front page, under the same caption."""
        head, rest = split(text, most)
        if not rest:
            return self.writer.text(text)
        self.behind.append({"caption": caption, "text": self.writer.text(rest)})
        return self.writer.more(self.writer.text(head), _CONTINUED, self.writer.labels("goes_on"))

    def row(self, key: str, value: str) -> Row:
        """Return a caption and a value that is cut where the front page has no room for it."""
        caption = self.writer.labels.group("rows")[key]
        return {"key": caption, "value": self.fitted(caption, value, _FIELD)}


def front(writer: Writer) -> list[Row]:
    """Return the front page in several lengths, the longest first; `behind` is what goes on after it."""
    pages = [_front(_Front(writer), _SCALES[0])]
    with writer.uncounted():  # the same words again: each is printed once
        pages += [_front(_Front(writer), scale) for scale in _SCALES[1:]]
    return pages


def _front(page: _Front, scale: float) -> Row:
    writer = page.writer
    labels, case = writer.labels, writer.facts.case
    status = labels.of("statuses", case.status)
    category = labels.of("categories", case.category)
    subtitle = labels("subtitle", category=category, firm=writer.facts.firm.name, status=status)
    words = labels.group("labels")
    return {
        "eyebrow": writer.line(labels("eyebrow", number=case.number)),
        "title": writer.line(case.title),
        "subtitle": writer.line(subtitle),
        "editions": [
            labels(key) for key, said in (("edition_firm", writer.for_firm), ("form_short", writer.short)) if said
        ],
        "parties": [
            {"role": labels.group("rows")["complainant"], "rows": _complainant(page)},
            {"role": labels.group("rows")["firm"], "rows": _firm(page)},
        ],
        "amount": writer.line(" ".join(part for part in (case.amount, case.asset) if part), narrow=True),
        "network": writer.line(labels("network", network=case.network)) if case.network else [],
        **_losses(writer),
        "claim": page.fitted(words["claim"], case.claim, int(_CLAIM * scale)),
        "remedy": page.fitted(words["remedy"], case.remedy, int(_REMEDY * scale)),
        "dates": _dates(page),
        "tried": [*_tried(writer), *([page.row("steps", case.steps)] if case.steps else [])],
        "tickets": page.fitted(words["tickets"], labels.joined(_tickets(writer)), int(_TICKETS * scale)),
        "where": [] if writer.for_firm else _where(page),
        "behind": page.behind,
    }


def _losses(writer: Writer) -> Row:
    """Return the first sums of the loss table, and how many more there are."""
    labels, totals = writer.labels, sums(writer.facts.losses)
    first = totals if writer.short else totals[:_SUMS]
    return {
        "losses": [{"kind": labels.of("loss_kinds", s.kind), "value": writer.line(money(s))} for s in first],
        "more_losses": labels("more_sums", n=len(totals) - len(first)) if len(first) < len(totals) else "",
    }


def _tickets(writer: Writer) -> list[str]:
    return list(dict.fromkeys(ticket.number for ticket in writer.facts.tickets))


def _complainant(page: _Front) -> list[Row]:
    writer, account = page.writer, page.writer.facts.account
    last = {"client_reference": writer.facts.case.client_reference}
    if not writer.for_firm:
        last["representative"] = writer.facts.case.representative
    if account is None:
        rows = [page.row(key, "") for key in ("name", "uid", "email")]
    else:
        tier = account.vip_tier
        if tier and account.vip_tier_on:
            tier = writer.labels.group("rows")["vip_on"].format(tier=tier, date=account.vip_tier_on)
        rows = [page.row("name", account.holder), page.row("uid", account.uid), page.row("email", account.email)]
        last = {
            "user_name": account.user_name,
            "aliases": ", ".join(account.aliases),
            "phone": account.phone,
            "vip": tier,
            "callback": account.callback,
            **_security(writer, account),
            **last,
            "note": "" if writer.for_firm else account.note,
        }
    # Whether somebody acts for the complainant is always said, even that it is not recorded.
    return rows + [page.row(key, value) for key, value in last.items() if value or key == "representative"]


def _security(writer: Writer, account: Account) -> dict[str, str]:
    """Return by what the firm knows its customer again; only where the account itself is in question."""
    if writer.facts.case.category not in _OWN_ACCOUNT:
        return {}
    return {"registered_on": account.registered_on, "usual_ips": account.usual_ips}


def _firm(page: _Front) -> list[Row]:
    writer, firm = page.writer, page.writer.facts.firm
    optional = {"legal_name": firm.legal_name, "licence": firm.licence, "address": firm.address}
    rows = [
        page.row("firm_name", firm.name),
        *(page.row(key, value) for key, value in optional.items() if value),
        page.row("kind", writer.labels.of("firm_kinds", firm.kind)),
        page.row("country", firm.country),
        page.row("zone", firm.zone),
    ]
    return rows + ([page.row("note", firm.note)] if firm.note and not writer.for_firm else [])


def _where(page: _Front) -> list[Row]:
    """Return which body this is for, and what else goes on over the same facts."""
    case = page.writer.facts.case
    values = {"body": case.body, "proceedings": case.proceedings, "insolvency": case.insolvency}
    return [page.row(key, value) for key, value in values.items()]


def _dates(page: _Front) -> list[Row]:
    writer = page.writer
    facts, labels, figures = writer.facts, writer.labels, writer.figures
    acknowledged = figures.acknowledged
    automatic = bool(acknowledged) and acknowledged is not None and acknowledged.automatic is not Automatic.NO
    rows = [
        {**writer.row("problem", ""), "value": labels.when(facts.case.problem)}
        if facts.case.problem
        else writer.row("problem", ""),
        *([page.row("seen_on", facts.case.seen_on)] if facts.case.seen_on else []),
        _dated(writer, "first_contact", figures.first_out),
        _dated(writer, "acknowledged", acknowledged, labels("by_machine") if automatic else ""),
        _dated(writer, "last_out", figures.last_out),
        _dated(writer, "last_in", figures.last_in),
        _dated(writer, "final", figures.final) if figures.final else writer.row("final", no_final(writer)),
    ]
    if not writer.for_firm:
        rows.append(_deadline(page))
    if facts.case.closed_at:
        rows.append(writer.row("closed", labels.when(writer.recorded(facts.case.closed_at))))
        rows.append(page.row("outcome_case", facts.case.outcome))
    return rows


def _dated(writer: Writer, key: str, contact: Contact | None, remark: str = "") -> Row:
    """Return a key date with a link to the contact that it is taken from."""
    if contact is None:
        return writer.row(key, "")
    row = writer.row(key, writer.labels.when(contact.happened))
    return {**row, "contact": contact.id, "remark": writer.text(remark)}


def _deadline(page: _Front) -> Row:
    case, labels = page.writer.facts.case, page.writer.labels
    if case.deadline is None:
        return page.row("deadline", case.deadline_source)
    caption = labels.group("rows")["deadline"]
    source = labels("deadline_source", source=case.deadline_source) if case.deadline_source else labels("no_source")
    row = page.writer.row("deadline", labels.when(case.deadline))
    return {**row, "remark": page.fitted(caption, source, _FIELD)}


def _tried(writer: Writer) -> list[Row]:
    figures, facts = writer.figures, writer.facts
    rows = [writer.row("contacts", contacts_sentence(writer)), writer.row("channels", channels(writer))]
    if figures.automatic:
        rows.append(writer.row("automatic", writer.labels("automatic_count", n=figures.automatic)))
    rows.append(writer.row("silence", silence(writer, figures.longest)))
    rows.append(writer.row("promises", promises_sentence(writer)))
    if facts.requests:
        counts = {"total": len(facts.requests), "supplied": figures.supplied}
        open_ = len(facts.requests) - figures.supplied
        rows.append(writer.row("requests", writer.labels("request_counts", **counts, open=open_)))
    rows.append(writer.row("exhibits", str(len(facts.exhibits))))
    return rows

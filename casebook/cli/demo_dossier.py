"""What the sample's first case holds for its dossier: transfers, the loss, a final position, a redacted copy."""

from __future__ import annotations

import wave
from io import BytesIO

from casebook.cli import demo_pictures as pictures
from casebook.cli.demo_pictures import Bubble
from casebook.cli.progress import finish
from casebook.journal import Journal
from casebook.journal.records import Attachment, Exhibit
from casebook.journal.terms import (
    Channel,
    Consent,
    Direction,
    ExhibitSource,
    LossKind,
    PromiseState,
    TransferKind,
)
from casebook.journal.times import HowKnown, Moment, Precision, parse

_ZONE = "Asia/Singapore"
_TERMS = """Kestrel Exchange (an invented firm) - User agreement, version of 1 March 2026

14.2 The exchange may place a withdrawal on hold for a review. It states the reason to the customer in writing
     within three business days of being asked.
16.3 A complaint is answered within 30 days. A customer who disagrees with the final answer may take the complaint
     to the Sample Financial Disputes Centre within 30 days of that answer.
"""
_TO_KESTREL, _TO_OWN = "TSampleDepositAddressOfNoWallet002", "TSampleAddressOfNoRealWallet000001"


def complete(journal: Journal, case_id: int) -> None:
    """Add to the case of the withdrawal what only a dossier asks for. Raises CasebookError."""
    call = _call(journal, case_id)
    final = _final_position(journal, case_id)
    journal.exhibits.add(
        case_id,
        Attachment("user-agreement-2026-03-01.txt", _TERMS.encode(), "text/plain", ExhibitSource.FILE),
    )
    shown = {exhibit.name: exhibit for exhibit in journal.exhibits.of_case(case_id)}
    _say_more(journal, shown)
    _money(journal, case_id, shown)
    _redact(journal, next(e for e in shown.values() if e.source is ExhibitSource.MAIL))
    _translate(journal, case_id)
    journal.contacts.add_to(call, role="support")
    journal.contacts.add_to(final, role="senior officer")
    journal.cases.edit(
        case_id,
        body="Sample Financial Disputes Centre (an invented body)",
        representative="none; the complainant acts alone",
        client_reference="ML-2026-01",
        proceedings="none",
        insolvency="none known on 20 November 2026",
        deadline=parse("2026-12-20", _ZONE),
        deadline_source="User agreement of 1 March 2026, clause 16.3: 30 days from the final answer (EX-6)",
        final_contact_id=final,
    )
    for exhibit in shown.values():
        journal.exhibits.mark_read(exhibit.id)


def _call(journal: Journal, case_id: int) -> int:
    return journal.contacts.log(
        case_id,
        channel=Channel.PHONE,
        direction=Direction.BOTH,
        happened=parse("2026-11-19 10:12", _ZONE, Precision.ABOUT, HowKnown.MEMORY),
        agent="Lily",
        agent_id="4471",
        bot=False,
        tickets=["T-99812"],
        text="Waited 12 minutes. Lily: nothing new; the screenshot of the page is still missing. Told her that the "
        "page is empty. She said that this would be noted.",
        outcome="no date",
        attachments=[
            Attachment("call-2026-11-19.wav", _tone(), "audio/wav", ExhibitSource.FILE, description="the call, in part")
        ],
    ).made


def _final_position(journal: Journal, case_id: int) -> int:
    made = journal.contacts.log(
        case_id,
        channel=Channel.IN_APP,
        direction=Direction.IN,
        happened=_at("2026-11-20 12:40", HowKnown.SCREENSHOT),
        agent="Marco",
        agent_id="5102",
        bot=False,
        tickets=["T-99812"],
        text="林女士您好，复核已结束。依据用户协议第 14.2 条，提币 W-77310452 继续暂停，暂无放行时间。"
        "这是我们的最终答复。Marco (#5102)",
        outcome="the hold stays; no reason and no date were given",
        attachments=[_shot("in-app-marco.png", _message(), "the message in the app")],
    ).made
    journal.contacts.add_to(
        made,
        translation="Dear Ms Lin, the review is complete. Under clause 14.2 of the user agreement, withdrawal "
        "W-77310452 stays on hold; there is no date for its release. This is our final answer. Marco (#5102)",
    )
    for promise in journal.promises.of_case(case_id):
        if promise.state is PromiseState.OPEN and "Marco" in promise.text:
            journal.promises.resolve(promise.id, PromiseState.KEPT, "Marco wrote on 20 November at 12:40.")
    return made


def _say_more(journal: Journal, shown: dict[str, Exhibit]) -> None:
    own = "Mei Lin, at home in Singapore, with the browser of her own computer; the whole window"
    journal.exhibits.edit(
        shown["withdrawal-on-hold.png"].id,
        origin=own,
        url="https://kestrel.example/assets/withdrawals/W-77310452",
        dated_on="2026-11-16",
    )
    journal.exhibits.edit(
        shown["chat-lily.png"].id,
        origin=own,
        url="https://kestrel.example/support/chat",
        dated_on="2026-11-16",
        crop="The list of earlier chats, left of it, is not on the picture.",
    )
    journal.exhibits.edit(
        shown["in-app-marco.png"].id,
        origin="Mei Lin, with her own phone; the whole screen",
        dated_on="2026-11-20",
        translation="The review is complete. Under clause 14.2 of the user agreement, withdrawal W-77310452 stays on "
        "hold; there is no date for its release. This is our final answer. – Marco (#5102)",
    )
    journal.exhibits.edit(
        shown["call-2026-11-19.wav"].id,
        origin="Mei Lin, with her own phone; the last minute of the call",
        dated_on="2026-11-19",
        consent=Consent.NOTICE,
        transcript="Lily: This call is recorded. – Mei Lin: So do I. The page is empty, I cannot take a screenshot of "
        "it. – Lily: I have noted that.",
    )
    journal.exhibits.edit(
        shown["user-agreement-2026-03-01.txt"].id,
        description="the user agreement in the version of 1 March 2026, in force on 16 November 2026",
        origin="Mei Lin, saved from the page of the firm on 20 November 2026",
        url="https://kestrel.example/terms",
        dated_on="2026-03-01",
        clause="14.2 (written reason within three business days) and 16.3 (30 days), version of 1 March 2026",
    )
    photo = next(exhibit for exhibit in shown.values() if exhibit.source is ExhibitSource.MAIL)
    journal.exhibits.edit(
        photo.id,
        description="the photo of the card that support asked for",
        origin="Mei Lin, with her own phone; sent to the firm with the mail of 18 November 2026",
    )


def _money(journal: Journal, case_id: int, shown: dict[str, Exhibit]) -> None:
    order = shown["withdrawal-on-hold.png"].id
    journal.transfers.add(
        case_id,
        kind=TransferKind.DEPOSIT,
        made=_at("2026-11-02 20:15", HowKnown.SCREENSHOT),
        asset="USDT",
        network="TRC20",
        amount="1251",
        fee="1",
        from_address=_TO_OWN,
        to_address=_TO_KESTREL,
        txid="9c41e07b5d2f8a63" * 4,
        order_number="D-70114096",
        status="credited",
        explorer="https://explorer.example/tx/" + "9c41e07b5d2f8a63" * 4,
    )
    journal.transfers.add(
        case_id,
        kind=TransferKind.WITHDRAWAL,
        made=_at("2026-11-16 09:41", HowKnown.SCREENSHOT),
        asset="USDT",
        network="TRC20",
        amount="1250",
        fee="1",
        from_address="account 80041277 at Kestrel Exchange",
        to_address=_TO_OWN,
        order_number="W-77310452",
        status="On hold / 审核中",
        exhibit_id=order,
        note="no TxID: nothing was sent to the network",
    )
    index = "daily close on the rate page of the Sample Index, https://index.example/usdt-usd"
    close = parse("2026-11-16 23:59", "UTC", known=HowKnown.SCREENSHOT)
    for what, kind, amount, more in (
        ("The withdrawal that is on hold", LossKind.PRINCIPAL, "1250", {"exhibit_id": order}),
        ("The fee charged for it", LossKind.FEE, "1", {"exhibit_id": order}),
    ):
        priced = {"asset": "USDT", "rate": "0.9996", "currency": "USD", "rate_source": index, "rated": close}
        journal.losses.add(case_id, what, kind=kind, amount=amount, **priced, **more)
    journal.losses.add(
        case_id, "Certified copies for the complaint", kind=LossKind.COST, amount="24.00", asset="SGD", currency="SGD"
    )


def _redact(journal: Journal, photo: Exhibit) -> None:
    from casebook.dossier.redaction import areas, burn

    covered = [areas.Box(1, 41, 61, 280, 90)]
    with burn.Workbench(journal, photo) as bench:
        copy = finish(bench.burn(covered, "card-photo-redacted.png"))
        burn.keep(journal, photo, copy, covered, "The number of the card is not needed to understand the case.")


def _translate(journal: Journal, case_id: int) -> None:
    """Add the complainant's own translation to the firm's two Chinese mails."""
    wanted = {
        "身份证正反面照片": "Dear Ms Lin, thank you for your patience. Your withdrawal has triggered a risk review. "
        "Please supply: 1. photos of both sides of your identity card; 2. a screenshot of the withdrawal page in the "
        "app. Lily (#4471), Kestrel Exchange",
        "高级专员 Marco (#5102)": "Dear Ms Lin, we are very sorry. Your case has been escalated to senior officer "
        "Marco (#5102), who will answer you in writing within three business days. Lily (#4471), Kestrel Exchange",
    }
    for contact in journal.contacts.of_case(case_id):
        for words, translation in wanted.items():
            if contact.channel is Channel.EMAIL and contact.direction is Direction.IN and words in contact.text:
                journal.contacts.add_to(contact.id, translation=translation, role="support")


def _at(text: str, known: HowKnown) -> Moment:
    return parse(text, _ZONE, known=known)


def _shot(name: str, content: bytes, description: str) -> Attachment:
    return Attachment(name, content, "image/png", ExhibitSource.PASTED, description=description)


def _message() -> bytes:
    bubbles = [
        Bubble(
            False,
            "林女士您好，复核已结束。依据用户协议第 14.2 条，提币 W-77310452 继续暂停，暂无放行时间。"
            "这是我们的最终答复。Marco (#5102)",
            "12:40",
        )
    ]
    return pictures.chat("Kestrel Exchange", "站内信 · Marco #5102", "#2c6e5f", bubbles)


def _tone() -> bytes:
    """Return one second of a quiet sawtooth: a recording in which nobody is heard."""
    out = BytesIO()
    with wave.open(out, "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(1)
        file.setframerate(8000)
        file.writeframes(bytes(124 + number % 8 for number in range(8000)))
    return out.getvalue()

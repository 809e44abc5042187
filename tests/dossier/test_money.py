"""Transactions and loss: decimal figures that anybody can compute again."""

from __future__ import annotations

import dataclasses
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from casebook import paths
from casebook.dossier.pages.glyphs import Cleaner, Fonts
from casebook.dossier.pages.labels import LANGUAGES, Labels
from casebook.dossier.pages.money import money, sums, worth, written
from casebook.dossier.pages.present import present
from casebook.journal.outgoing import Loss
from casebook.journal.terms import Channel, Direction, LossKind, TransferKind
from casebook.journal.times import parse
from tests.dossier.builder import AS_OF, at, facts
from tests.dossier.conftest import TXID, ZONE, make
from tests.dossier.test_pdf import has

FONTS = Fonts()


def loss(number: int, kind: LossKind, amount: str, asset: str, rate: str = "", currency: str = "", **more) -> Loss:
    values = {"exhibit_id": None, "what": f"line {number}", "rate_source": "", "rated": None, "note": "", **more}
    return Loss(
        id=number,
        case_id=12,
        kind=kind,
        amount=amount,
        asset=asset,
        rate=rate,
        currency=currency,
        recorded_at=AS_OF,
        **values,
    )


def test_sums_are_by_kind_and_currency_and_exact():
    lines = [
        loss(1, LossKind.PRINCIPAL, "1250", "USDT", "1.0004", "USD"),
        loss(2, LossKind.PRINCIPAL, "0.1", "USDT", "1.0004", "USD"),
        loss(3, LossKind.COST, "0.1", "SGD", "", "SGD"),
        loss(4, LossKind.COST, "0.2", "", "", "SGD"),
        loss(5, LossKind.INTEREST, "3", "USD"),
        loss(6, LossKind.PRINCIPAL, "9", "BTC", "", "USD"),
        loss(7, LossKind.PRINCIPAL, "5", "SGD"),
    ]
    found = [(s.kind, money(s)) for s in sums(lines)]
    assert found == [
        (LossKind.PRINCIPAL, "5.00 SGD"),
        (LossKind.PRINCIPAL, "1\u202f250.60004 USD"),
        (LossKind.INTEREST, "3.00 USD"),
        (LossKind.COST, "0.30 SGD"),
    ]
    assert worth(lines[5]) is None


number = st.decimals(allow_nan=False, allow_infinity=False, min_value=0, max_value=Decimal(10) ** 30, places=18)


@given(st.lists(st.tuples(number, number, st.sampled_from(LossKind), st.sampled_from(["USD", "SGD"])), max_size=12))
@settings(max_examples=200)
def test_a_recomputation_gives_the_same_totals(rows):
    lines = [loss(i, kind, f"{a:f}", "X", f"{r:f}", currency) for i, (a, r, kind, currency) in enumerate(rows)]
    again: dict[tuple[str, str], Fraction] = {}
    for amount, rate, kind, currency in rows:
        again[kind, currency] = again.get((kind, currency), Fraction()) + Fraction(amount) * Fraction(rate)
    assert {(s.kind, s.currency): Fraction(s.value) for s in sums(lines)} == again
    for total in sums(lines):
        assert Fraction(written(total.value).replace("\u202f", "")) == Fraction(total.value)


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_a_rate_rests_on_is_said_also_that_it_rests_on_nothing(language):
    labels = Labels.load(paths.resources() / "dossier", language)
    lines = (
        loss(
            1,
            LossKind.PRINCIPAL,
            "2",
            "BTC",
            "64000.5",
            "USD",
            rate_source="Closing price, EX-3",
            rated=at("2026-11-16 23:59"),
        ),
        loss(2, LossKind.FEE, "1", "BTC", "64000.5", "USD"),
        loss(3, LossKind.COST, "1", "BTC", "", "USD"),
    )
    table = present(dataclasses.replace(facts(), losses=lines), labels, Cleaner(FONTS), {})["loss"]
    said = [
        [
            "".join(p if isinstance(p, str) else p[0] if isinstance(p, list) else p["text"] for p in line)
            for line in row["rate"]
        ]
        for row in table["rows"]
    ]
    assert said[0] == [
        "1 BTC = 64000.5 USD",
        labels("rate_source", source="Closing price, EX-3"),
        labels("rate_time", time="2026-11-16 23:59 (UTC+08:00)"),
    ]
    assert said[1][1:] == [labels("rate_unsourced"), labels("rate_undated")]
    assert said[2] == []
    assert table["unvalued"] == 1
    assert {"to": "ex-3", "text": "EX-3"} in table["rows"][0]["rate"][1]


@pytest.mark.slow
def test_transfers_and_loss_stand_in_the_dossier_in_full(journal, tmp_path):
    firm = journal.firms.add("Kestrel Exchange", zone=ZONE).made
    case = journal.cases.add(firm, "Withdrawal on hold", amount="1250", asset="USDT").made
    asked = journal.contacts.log(
        case, channel=Channel.CHAT, direction=Direction.OUT, happened=parse("2026-11-17 13:58", ZONE), text="Why?"
    ).made
    explorer = f"https://explorer.example/#/transaction/{TXID}"
    address = "bc1q" + "ac9e47" * 10
    journal.transfers.add(
        case, kind=TransferKind.WITHDRAWAL, made=parse("2026-11-16 09:41", ZONE), asset="USDT", network="TRC20",
        amount="1250", fee="1.5", from_address="TFromAddressOfNoRealWallet00000001", to_address=address, txid=TXID,
        order_number="W-77310452", status="on hold", explorer=explorer, contact_id=asked, note="PRIVATE transfer note",
    )  # fmt: skip
    journal.losses.add(
        case, "Not paid out", amount="1250", asset="USDT", rate="1.0004", currency="USD", rate_source="Closing price",
        note="PRIVATE loss note",
    )  # fmt: skip
    pdf = make(journal, case, tmp_path / "out") / "dossier.pdf"
    for part in (
        "Withdrawal Transfer 1", "Amount1250 USDT", "Fee1.5", "NetworkTRC20", "Order numberW-77310452", "Statuson hold",
        f"To address{address}", f"TxID{TXID}", f"Block explorer, as text{explorer}", "2026-11-16 09:41 UTC+08:00",
        "1 USDT = 1.0004 USD", "Source: Closing price", "The time of this rate is not recorded.",
        "Principal1\u202f250.50 USD", "PRIVATE transfer note", "PRIVATE loss note",
    ):  # fmt: skip
        assert has(pdf, part), part
    assert b"/URI" not in pdf.read_bytes()
    firm_pdf = make(journal, case, tmp_path / "firm", audience="firm") / "dossier.pdf"
    assert has(firm_pdf, TXID)
    assert not has(firm_pdf, "PRIVATE")

"""The register of a firm: official contacts, anti-phishing codes as fingerprints, DKIM checks; and what keeps them."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from casebook.journal import BadInput, Journal, Kind, NotFound
from casebook.journal.fingerprints import clean_code, fingerprint, stands_in
from casebook.journal.kinds.dkim import NewDkimCheck
from casebook.journal.official_values import fold_address, fold_host, folded, shown_host
from casebook.journal.terms import DkimResult, OfficialKind
from tests.conftest import HandClock, finished
from tests.journal.makers import mail

HOW = "their help page, typed by hand"


@pytest.mark.parametrize(
    ("kind", "written", "kept"),
    [
        (OfficialKind.ADDRESS, " <Support@Kestrel.Example> ", "support@kestrel.example"),
        (OfficialKind.ADDRESS, "mailto:a@bücher.example", "a@xn--bcher-kva.example"),
        (OfficialKind.DOMAIN, "https://www.Kestrel.example:8443/help?x=1", "kestrel.example"),
        (OfficialKind.DOMAIN, "@kestrel.example", "kestrel.example"),
        (OfficialKind.DOMAIN, "*.kestrel.example.", "kestrel.example"),
        (OfficialKind.SITE, "kestrel\u3002example", "kestrel.example"),
        (OfficialKind.SITE, "ｋｅｓｔｒｅｌ.example", "kestrel.example"),
        (OfficialKind.HANDLE, "https://t.me/KestrelHelp?start=1", "kestrelhelp"),
        (OfficialKind.HANDLE, "@KestrelHelp", "kestrelhelp"),
        (OfficialKind.PHONE, "+65 6123-4567", "+6561234567"),
    ],
)
def test_two_ways_of_writing_are_one_value(kind: OfficialKind, written: str, kept: str) -> None:
    assert folded(kind, written) == kept


@pytest.mark.parametrize(
    ("kind", "written"),
    [
        (OfficialKind.ADDRESS, "support"),
        (OfficialKind.ADDRESS, "a b@kestrel.example"),
        (OfficialKind.ADDRESS, "a@localhost"),
        (OfficialKind.DOMAIN, "kestrel"),
        (OfficialKind.DOMAIN, "http://[::1"),
        (OfficialKind.HANDLE, "two words"),
        (OfficialKind.HANDLE, "@"),
        (OfficialKind.PHONE, "call us"),
    ],
)
def test_what_is_none_of_its_kind_is_refused(kind: OfficialKind, written: str) -> None:
    with pytest.raises(BadInput):
        folded(kind, written)


@given(st.text(max_size=80))
def test_folding_a_host_never_fails_and_is_done_once(text: str) -> None:
    assert fold_host(fold_host(text)) == fold_host(text)
    shown_host(text)
    fold_address(text)


def test_an_official_contact_has_how_and_when_and_a_life(journal: Journal, case_id: int, clock: HandClock) -> None:
    firm = journal.cases.get(case_id).firm_id
    with pytest.raises(BadInput, match="how you know"):
        journal.officials.add(firm, OfficialKind.DOMAIN, "kestrel.example", how="  ")
    with pytest.raises(BadInput, match="future"):
        journal.officials.add(
            firm, OfficialKind.DOMAIN, "kestrel.example", how=HOW, verified_at=clock() + timedelta(days=1)
        )
    with pytest.raises(NotFound):
        journal.officials.add(99, OfficialKind.DOMAIN, "kestrel.example", how=HOW)
    then = clock() - timedelta(days=5)
    changes = journal.officials.add(firm, OfficialKind.DOMAIN, "Kestrel.Example", how=HOW, verified_at=then)
    assert changes.touches(Kind.OFFICIAL)
    made = journal.officials.get(changes.made)
    assert (made.value, made.verified_at.date()) == ("kestrel.example", then.date())
    with pytest.raises(BadInput, match="already"):
        journal.officials.add(firm, OfficialKind.DOMAIN, "www.kestrel.example", how=HOW)
    journal.officials.verify_again(made.id, how="their app")
    assert journal.officials.get(made.id).verified_at > then
    journal.officials.edit(made.id, note="asked twice")
    journal.officials.withdraw(made.id)
    for call in (journal.officials.withdraw, journal.officials.verify_again):
        with pytest.raises(BadInput, match="withdrawn"):
            call(made.id)
    assert journal.officials.all(firm) == []
    assert [o.note for o in journal.officials.all(withdrawn=True)] == ["asked twice"]
    journal.officials.add(firm, OfficialKind.DOMAIN, "kestrel.example", how=HOW)  # after all
    said = [entry.what for entry in journal.ledger.entries() if entry.which == f"official:{made.id}"]
    assert said == ["official.added", "official.verified", "official.edited", "official.withdrawn"]
    assert finished(journal.verify()).ok


def test_a_code_is_recognised_and_can_not_be_read_back(journal: Journal, case_id: int, book: Path) -> None:
    firm = journal.cases.get(case_id).firm_id
    first = journal.phishing_codes.get(journal.phishing_codes.set(firm, "Blue-Heron-7", since="2026-01-01").made)
    again = journal.phishing_codes.get(journal.phishing_codes.set(firm, "Blue-Heron-7", since="2026-06-01").made)
    assert first.fingerprint != again.fingerprint  # salted: two fingerprints do not show that the code is the same
    assert journal.phishing_codes.get(first.id).until == "2026-06-01"
    assert stands_in("Hello, code: Blue-Heron-7.", first.salt, first.fingerprint, first.length)
    for text in ("blue-heron-7", "XBlue-Heron-7", "Blue-Heron-77", "Blue Heron 7", ""):
        assert not stands_in(text, first.salt, first.fingerprint, first.length), text
    old = journal.phishing_codes.set(firm, "Grey-Goose", since="2025-01-01", until="2025-12-31").made
    assert journal.phishing_codes.get(again.id).until == ""  # an earlier one that is noted later ends nothing
    with pytest.raises(BadInput):
        journal.phishing_codes.set(firm, "ab")
    with pytest.raises(BadInput):
        journal.phishing_codes.set(firm, "abcdef", since="2026-02-01", until="2026-01-01")
    journal.phishing_codes.remove(old)
    assert [c.id for c in journal.phishing_codes.of_firm(firm)] == [first.id, again.id]
    assert finished(journal.verify()).ok
    stored = b"".join(path.read_bytes() for path in book.rglob("*") if path.is_file())
    assert b"Heron" not in stored
    assert b"Goose" not in stored


@settings(max_examples=30)
@given(st.text(min_size=3, max_size=20), st.text(max_size=40), st.text(max_size=40))
def test_a_code_is_found_wherever_a_word_may_stand(code: str, before: str, after: str) -> None:
    cleaned = clean_code(code)
    if len(cleaned) < 3:
        return
    kept = fingerprint(cleaned, "ab" * 16)
    assert stands_in(f"{before}\n{cleaned}\n{after}", "ab" * 16, kept, len(cleaned))


def test_codes_in_other_scripts_and_beside_them_are_found() -> None:
    for code, text in (
        ("蓝鹭7号", "您的防钓鱼码是蓝鹭7号，请核对"),
        ("ABC123", "防钓鱼码：ABC123。"),
        ("ABC123", "码ABC123码"),
    ):
        assert stands_in(text, "cd" * 16, fingerprint(code, "cd" * 16), len(code)), text


def test_a_dkim_check_stays_as_it_was_and_goes_with_its_contact(
    journal: Journal, case_id: int, clock: HandClock
) -> None:
    [contact] = journal.mail.add([mail(1)], case_id=case_id).contacts
    check = NewDkimCheck(DkimResult.PASS, "kestrel.example", "s1", "", "v=DKIM1; p=x", "answer", "192.0.2.53", None)
    changes = journal.dkim.add(contact, [check, NewDkimCheck(DkimResult.NO_KEY, "list.example")])
    assert changes.cases == {case_id}
    assert [c.result for c in journal.dkim.of_contact(contact)] == [DkimResult.PASS, DkimResult.NO_KEY]
    assert [c.contact_id for c in journal.dkim.of_case(case_id)] == [contact, contact]
    with pytest.raises(NotFound):
        journal.dkim.add(99, [check])
    with pytest.raises(BadInput):
        journal.dkim.add(contact, [])
    assert finished(journal.verify()).ok
    journal.bin.delete_contact(contact)
    assert journal.dkim.of_case(case_id) == []
    journal.bin.empty(clock(), everything=True)
    assert journal.dkim.of_contact(contact) == []
    assert finished(journal.verify()).ok

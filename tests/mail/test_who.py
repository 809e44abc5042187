"""Everything that is known of who wrote a mail, in one answer, on a real casebook."""

from __future__ import annotations

from dataclasses import replace

import pytest

from casebook.guide.impostors import Standing
from casebook.journal import Journal, NotFound
from casebook.journal.kinds.dkim import NewDkimCheck
from casebook.journal.terms import DkimResult, OfficialKind
from casebook.mail.authenticity.who import Who, glance, message, who
from casebook.mail.authenticity.words import SENTENCES, Weight, facts, sentence
from casebook.mail.message.parse import parse
from tests.journal import makers
from tests.mail.name_server import DOMAIN, mail, rsa_keys, signed

KEYS = rsa_keys()
OUTLOOK = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)
PASSED = NewDkimCheck(DkimResult.PASS, DOMAIN, "s2026", "", KEYS.record, "answer", "192.0.2.53")


def bring_in(journal: Journal, raw: bytes, case_id: int | None = None) -> int:
    own = journal.accounts.own_addresses()
    added = journal.mail.add([parse(raw, "one.eml")], case_id=case_id, own=own)
    return max(added.changes.ids["contact"])


def said(journal: Journal, found: Who) -> dict[str, Weight]:
    names = {firm.id: firm.name for firm in journal.firms.all()}
    for fact in facts(found, names):
        assert "{" not in sentence(fact)
    return {fact.what: fact.weight for fact in facts(found, names)}


def test_a_passed_check_of_the_sender_takes_the_doubt_of_the_from_line_away(journal: Journal, case_id: int) -> None:
    journal.officials.add(journal.cases.get(case_id).firm_id, OfficialKind.DOMAIN, DOMAIN, how="its site")
    contact = bring_in(journal, signed(KEYS), case_id)
    before = said(journal, who(journal, contact))
    assert {"forgeable", "signed"} <= set(before)
    journal.dkim.add(contact, [PASSED])
    after = said(journal, who(journal, contact))
    assert after["dkim-pass"] is Weight.SPEAKS_FOR
    assert "dkim-person" in after
    assert not {"forgeable", "signed", "dkim-differs"} & set(after)


def test_a_signature_of_somebody_else_says_nothing_of_the_sender(journal: Journal, case_id: int) -> None:
    journal.officials.add(journal.cases.get(case_id).firm_id, OfficialKind.DOMAIN, DOMAIN, how="its site")
    contact = bring_in(journal, signed(KEYS, domain="mailer.test"), case_id)
    journal.dkim.add(contact, [replace(PASSED, domain="mailer.test")])
    found = said(journal, who(journal, contact))
    assert {"dkim-other", "forgeable"} <= set(found)


def test_a_check_that_comes_out_otherwise_now_is_told(journal: Journal, case_id: int) -> None:
    contact = bring_in(journal, signed(KEYS), case_id)
    journal.dkim.add(contact, [replace(PASSED, key_record=rsa_keys().record)])
    assert said(journal, who(journal, contact))["dkim-differs"] is Weight.WARNS


def test_the_firm_of_the_sender_goes_before_that_of_the_case(journal: Journal, case_id: int) -> None:
    other = journal.firms.add("Northbank").made
    journal.officials.add(other, OfficialKind.DOMAIN, DOMAIN, how="its site")
    journal.phishing_codes.set(journal.cases.get(case_id).firm_id, "Grey-Goose-9", since="2026-01-01")
    journal.phishing_codes.set(other, "Blue-Heron-7", since="2026-01-01")
    contact = bring_in(journal, mail("Code: Blue-Heron-7"), case_id)
    found = who(journal, contact)
    assert found.code is not None
    assert found.code.firm_id == other
    assert said(journal, found)["code-present"] is Weight.SPEAKS_FOR


def test_an_outlook_file_is_not_the_message_as_it_was_sent(journal: Journal, case_id: int) -> None:
    kept = makers.mail(1, raw=OUTLOOK, essence="same", text="Code: Blue-Heron-7")
    [contact] = journal.mail.add([kept], case_id=case_id).contacts
    journal.phishing_codes.set(journal.cases.get(case_id).firm_id, "Blue-Heron-7", since="2026-01-01")
    found = said(journal, who(journal, contact))
    assert {"not-as-sent", "code-present"} <= set(found)
    assert not {"unsigned", "said-nothing"} & set(found)
    sent = signed(KEYS)
    journal.mail.add([makers.mail(1, raw=sent, essence="same", source="all.mbox #3")])
    assert message(journal, contact) == sent
    assert "signed" in said(journal, who(journal, contact))


def test_a_mail_of_the_user_is_not_doubted_and_other_contacts_are_no_mails(journal: Journal, case_id: int) -> None:
    sent = bring_in(journal, mail(sender="Lin <lin@example.org>"), case_id)
    assert set(said(journal, who(journal, sent))) == {"own"}
    talk = makers.log(journal, case_id)
    with pytest.raises(NotFound):
        glance(journal, talk)


def test_a_mail_whose_file_is_damaged_is_still_held_against_the_register(journal: Journal, case_id: int) -> None:
    contact = bring_in(journal, mail(), case_id)
    for file in journal.folder.joinpath("files").rglob("*"):
        if file.is_file():
            file.write_bytes(b"changed")
    found = who(journal, contact)
    assert found.assessment.standing is Standing.UNKNOWN
    assert "raw-missing" in said(journal, found)


def test_every_fact_has_a_sentence() -> None:
    results = {f"dkim-{result}" for result in DkimResult}
    assert results <= set(SENTENCES)

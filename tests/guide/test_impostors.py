"""Where a sender stands: official, unknown, or an impostor, on a set of imitations and on an ordinary mailbox."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from casebook.guide.impostors import Found, Register, Sender, Standing, assess, assess_handle, assess_host
from casebook.guide.impostors.confusables import distance, mixed_scripts, skeleton
from casebook.guide.impostors.links import links
from casebook.guide.impostors.words import FINDINGS, STANDINGS, sentence
from casebook.journal.incoming import Official
from casebook.journal.records import Firm
from casebook.journal.terms import FirmKind, OfficialKind
from tests.guide.senders import NOW, imitations, ordinary, register

TEXT = st.text(max_size=60)
WORD = st.text("abcdefgmnrvwcl0135", min_size=1, max_size=12)


def small(*officials: tuple[OfficialKind, str], name: str = "Kestrel", days: int = 0) -> Register:
    """Return the register of one firm."""
    firm = Firm(1, name, FirmKind.EXCHANGE, "", "", "", NOW)
    then = NOW - timedelta(days=days)
    kept = [
        Official(n, 1, kind, value, "", "its site", then, "", then, None) for n, (kind, value) in enumerate(officials)
    ]
    return Register.of([firm], kept, NOW)


def found(register: Register, address: str, name: str = "", reply_to: str = "") -> list[Found]:
    return [finding.what for finding in assess(register, Sender(address, name, reply_to)).findings]


KESTREL = small((OfficialKind.DOMAIN, "kestrel.example"))


def test_imitations_are_found_and_an_ordinary_mailbox_is_left_alone(capsys: pytest.CaptureFixture[str]) -> None:
    known = register()
    pairs = imitations()
    assert len(pairs) == 300
    caught, all_of, missed = Counter[str](), Counter[str](), list[Sender]()
    for pair in pairs:
        said = assess(known, pair.sender)
        all_of[pair.way] += 1
        caught[pair.way] += said.warns
        if not said.warns:
            missed.append(pair.sender)
    senders = list(ordinary())
    alarms = [sender for sender in senders if assess(known, sender).warns]
    with capsys.disabled():
        print()
        for way, count in all_of.items():
            print(f"  {caught[way]:3} of {count:3}  {way}")
        print(f"  imitations found: {sum(caught.values())} of {len(pairs)}; missed: {missed}")
        print(f"  false alarms: {len(alarms)} of {len(senders)}: {alarms[:10]}")
    assert sum(caught.values()) >= 0.98 * len(pairs)
    assert len(alarms) <= 0.01 * len(senders)


def test_the_firm_itself_is_known_by_address_and_by_domain_and_below_it() -> None:
    assert assess(KESTREL, Sender("Support@Mail.Kestrel.Example")).standing is Standing.KNOWN
    by_address = small((OfficialKind.ADDRESS, "help@kestrel.example"))
    assert assess(by_address, Sender("help@kestrel.example")).is_the_firm
    other = assess(by_address, Sender("billing@kestrel.example", "Kestrel"))
    assert (other.standing, other.warns) == (Standing.UNKNOWN, False)
    assert other.findings[0].what is Found.OTHER_ADDRESS
    assert assess(by_address, Sender("help@kestrel.example.")).is_the_firm  # the dot at the end is the same host


def test_what_was_verified_long_ago_is_stale_and_what_was_withdrawn_warns() -> None:
    old = small((OfficialKind.DOMAIN, "kestrel.example"), days=91)
    assert assess(old, Sender("a@kestrel.example")).standing is Standing.STALE
    fresh = small((OfficialKind.DOMAIN, "kestrel.example"), days=89)
    assert assess(fresh, Sender("a@kestrel.example")).standing is Standing.KNOWN
    gone = replace(old.officials[0], withdrawn_at=NOW)
    taken_back = Register.of(old.firms.values(), [gone], NOW)
    said = assess(taken_back, Sender("a@kestrel.example"))
    assert (said.standing, said.findings[0].what) == (Standing.NOT_THE_FIRM, Found.WITHDRAWN)


@pytest.mark.parametrize(
    ("address", "name", "reply_to", "expected"),
    [
        ("a@kestre1.example", "", "", Found.SAME_LETTERS),
        ("a@" + "kеstrel".encode("idna").decode() + ".example", "", "", Found.SAME_LETTERS),  # a Cyrillic e
        ("a@kestrl.example", "", "", Found.FEW_LETTERS),
        ("a@kestrel.test", "", "", Found.OTHER_ENDING),
        ("a@kestrel.example.id-check.test", "", "", Found.SUBDOMAIN),
        ("a@kestrel-support.test", "", "", Found.NAME_IN_DOMAIN),
        ("a@elsewhere.test", "Kestrel Support", "", Found.DISPLAY_NAME),
        ("a@elsewhere.test", "support@kestrel.example", "", Found.NAME_IS_ADDRESS),
        ("a@gmail.com", "Kestrel", "", Found.FREE_MAIL),
        ("kestrel.support@elsewhere.test", "", "", Found.NAME_IN_ADDRESS),
        ("a@kestrel.example", "Kestrel", "b@elsewhere.test", Found.REPLY_ELSEWHERE),
        ("a@kestrel.example", "Kestrel", "b@kestre1.example", Found.REPLY_LOOK_ALIKE),
        ("a@xn--80ak6aa92e7b.test", "", "", None),  # all in one alphabet, and like no firm here
        ("a@pаypal.test", "", "", Found.MIXED_SCRIPTS),
    ],
)
def test_each_way_has_its_own_word(address: str, name: str, reply_to: str, expected: Found | None) -> None:
    said = assess(KESTREL, Sender(address, name, reply_to))
    warned = [finding.what for finding in said.findings if finding.warns]
    assert warned == ([] if expected is None else [expected])
    assert all(sentence(finding) and "{" not in sentence(finding) for finding in said.findings)


def test_a_firm_without_official_contacts_is_not_accused() -> None:
    bare = small(name="Kestrel")
    said = assess(bare, Sender("support@kestrel.example", "Kestrel Support"))
    assert (said.standing, said.warns, said.firm_id) == (Standing.UNKNOWN, False, 1)
    assert [finding.what for finding in said.findings] == [Found.NOTHING_VERIFIED]  # said once
    assert assess(bare, Sender("support@kestre1.example")).standing is Standing.LOOK_ALIKE


def test_a_rented_desk_is_no_firm_of_its_own() -> None:
    desk = small((OfficialKind.DOMAIN, "kestrel.zendesk.com"))
    assert assess(desk, Sender("support@kestrel.zendesk.com")).is_the_firm
    assert not assess(desk, Sender("support@zendesk.com")).is_the_firm
    assert not assess(desk, Sender("support@zendesk.com")).warns
    assert assess(desk, Sender("support@kestre1.zendesk.com")).standing is Standing.LOOK_ALIKE
    assert found(KESTREL, "support@kestrel.zendesk.com") == [Found.RENTED_DESK]


def test_the_user_and_lists_are_left_alone() -> None:
    own = Register.of(KESTREL.firms.values(), KESTREL.officials, NOW, {"Lin@Gmail.com"})
    assert assess(own, Sender("lin@gmail.com", "Kestrel Support")).findings == ()
    assert not assess(own, Sender("orders@bluebird.test", "Bluebird", "x9@mailer.test")).findings
    assert not assess(own, Sender("a@kestrel.example", "Kestrel", "lin@gmail.com")).warns


def test_links_are_read_as_a_browser_reads_them() -> None:
    text = (
        "https://kestrel.example/a http://kestrel.example@id-check.test/ https://kestre1.example:8443/x. "
        "www.kestrel.example.evil.test https://bluebird.test https://KESTREL.example"
    )
    assert [link.host for link in links(KESTREL, text)] == [
        "kestrel.example@id-check.test",
        "kestre1.example",
        "kestrel.example.evil.test",
    ]
    assert assess_host(KESTREL, "help.kestrel.example").standing is Standing.KNOWN


def test_handles_are_compared_too() -> None:
    known = small((OfficialKind.HANDLE, "kestrelhelp"))
    assert assess_handle(known, "@KestrelHelp", "Telegram").standing is Standing.KNOWN
    assert assess_handle(known, "KestreIHelp").standing is Standing.LOOK_ALIKE
    assert assess_handle(known, "kestrel_help1").standing is not Standing.KNOWN
    assert assess_handle(known, "lily").standing is Standing.UNKNOWN


def test_letters_that_look_alike_have_one_skeleton() -> None:
    for one, other in (
        ("modern", "rnodern"),
        ("paypal", "раураl"),
        ("wave", "vvave"),
        ("ledger", "leclger"),
        ("ok", "0k"),
    ):
        assert skeleton(one) == skeleton(other), (one, other)
    assert skeleton("Ａｐｐｌｅ") == skeleton("apple")
    assert skeleton("kestrel") != skeleton("falcon")
    assert mixed_scripts("pаypal")
    assert not mixed_scripts("кестрел")
    assert not mixed_scripts("münchen")


@given(WORD, WORD)
def test_the_distance_counts_slips(one: str, other: str) -> None:
    assert distance(one, other, 20) == distance(other, one, 20)
    assert (distance(one, other, 20) == 0) == (one == other)
    assert distance(one, one[1:], 20) == 1
    assert distance(one, other, 1) == min(distance(one, other, 20), 2)


@settings(max_examples=300)
@given(TEXT, TEXT, TEXT)
def test_any_text_gets_an_answer(address: str, name: str, reply_to: str) -> None:
    for known in (KESTREL, register()):
        for sender in (Sender(address, name, reply_to), Sender(f"{address}@{reply_to}", name, f"{name}@{address}")):
            said = assess(known, sender)
            assert said.warns == any(finding.warns for finding in said.findings)
            assert all(sentence(finding) for finding in said.findings)


def test_every_finding_and_standing_has_words() -> None:
    assert set(FINDINGS) == set(Found)
    assert set(STANDINGS) == set(Standing)

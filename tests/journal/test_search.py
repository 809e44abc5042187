"""Search finds Chinese of two characters, words while they are typed, and identifiers by either end."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from casebook.journal import Journal
from casebook.journal.records import Moment
from casebook.journal.store import words
from tests.journal.makers import at, log, mail

HAN = st.text(st.sampled_from("提币充值失败账户冻结客服已回复工单订单号交易"), min_size=1, max_size=8)


def found(journal: Journal, query: str) -> set[tuple[str, int]]:
    return {(hit.kind, hit.id) for hit in journal.search.find(query)}


@pytest.mark.parametrize(
    "query",
    [
        "提币",
        "币失",
        "失败",
        "提币失败",
        "败",
        "usdt",
        "提币失败usdt",
        "USDT提币",
        "withdrawals",
        "WITHD",
        "T-99812",
        "9812",
        "lily",
        "support@kestrel.example",
        "kestrel.example",
        "0x3f9ac27e",
        "ac27e00d",
        "３ｆ９ａ",
        "kyc 提币",
        "4471",
    ],
)
def test_a_contact_is_found_by(journal: Journal, case_id: int, query: str) -> None:
    text = "提币失败USDT提币, withdrawal refused. KYC done. TxID 0x3f9ac27e00000000ac27e00d"
    contact_id = log(journal, case_id, text, agent="Lily", agent_id="4471", tickets=["T-99812"])
    journal.contacts.amend(contact_id, "sender", outcome="see support@kestrel.example")
    assert ("contact", contact_id) in found(journal, query)


@pytest.mark.parametrize(
    "query", ["", "   ", '"', "提 OR", "foo:bar", "*", "a-b AND (", "NEAR(", "，。", "x" * 5000, "^", "{}", "\x00"]
)
def test_whatever_is_typed_is_no_error(journal: Journal, case_id: int, query: str) -> None:
    log(journal, case_id, "提币失败")
    journal.search.find(query)


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(HAN | st.sampled_from(["USDT", "kyc", "T 9", " "]), min_size=1, max_size=5).map("".join), HAN)
def test_every_run_of_han_is_found_where_it_stands_and_nowhere_else(
    journal: Journal, case_id: int, text: str, part: str
) -> None:
    contact_id = log(journal, case_id, f"{text}.")
    assert (("contact", contact_id) in found(journal, part)) == (words.fold(part) in words.fold(text))


def test_what_was_amended_away_is_no_longer_found(journal: Journal, case_id: int) -> None:
    contact_id = log(journal, case_id, "released tomorrow")
    journal.contacts.amend(contact_id, "misheard", text="rejected today")
    assert ("contact", contact_id) not in found(journal, "tomorrow")
    assert ("contact", contact_id) in found(journal, "rejected")


def test_everything_else_is_found_too(journal: Journal, case_id: int) -> None:
    made = {
        ("case", case_id),
        ("promise", journal.promises.add(case_id, "zebra by noon").made),
        ("request", journal.requests.add(case_id, "send the zebra papers").made),
        ("reference", journal.references.add(case_id, "txid", "ZEBRA77").made),  # type: ignore[arg-type]
        ("follow_up", journal.follow_ups.add(case_id, at("2026-12-01"), "ask about the zebra").made),
        ("firm", journal.firms.add("Zebra Bank").made),
    }
    journal.cases.edit(case_id, claim="They keep my zebra")
    [contact] = journal.mail.add([mail(1, text="A zebra!", sender="zebra@kestrel.example")], case_id=case_id).contacts
    assert found(journal, "zebra") == made | {("contact", contact)}


def test_a_hit_says_where_it_is(journal: Journal, case_id: int) -> None:
    log(journal, case_id, "intro " * 60 + "放行 within 24 hours" + " outro" * 60, happened=at("2026-11-20 14:03"))
    [hit] = journal.search.find("放行")
    assert hit.case_id == case_id and "放行 within" in hit.snippet and len(hit.snippet) < 130
    assert isinstance(at("2026-11-20 14:03"), Moment) and hit.happened_at == at("2026-11-20 14:03").utc


def test_the_newest_come_first_and_no_more_than_asked(journal: Journal, case_id: int) -> None:
    made = [log(journal, case_id, f"word {n}") for n in range(8)]
    assert [hit.id for hit in journal.search.find("word", limit=3)] == made[:-4:-1]


WORDS = (
    "USDT",
    "usdt",
    "re",
    "refund",
    "refunds",
    "kyc",
    "T-9981",
    "0x3f9a",
    "é",
    "café",
    "９",
    ".",
    "\n",
    "提币",
    "币",
    "冻结",
)
TEXT = st.lists(st.sampled_from([*WORDS, " "]), min_size=1, max_size=9).map("".join)


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(TEXT, TEXT)
def test_a_look_at_the_words_tells_what_the_index_tells(journal: Journal, case_id: int, text: str, part: str) -> None:
    matches = words.matcher(part)
    assert (matches is None) == (not words.query(part))
    if matches is None:
        return
    contact_id = log(journal, case_id, f"x {text} x")
    newest = {(each.kind, each.record_id) for each in journal._core.index.find(part, 1)}
    assert matches(f"x {text} x") == (("contact", contact_id) in newest)


def test_a_common_word_is_answered_from_the_newest_records(journal: Journal, case_id: int) -> None:
    """What the short way finds is what the index finds: same hits, same order, the bin left out."""
    made = []
    with journal.transaction():
        for n in range(130):
            made.append(log(journal, case_id, f"common word {n}" + (" rare" if n < 2 else "")))
        journal.promises.add(case_id, "a common promise")
        journal.bin.delete_contact(made[-1])
    asked: list[str] = []
    whole = journal._core.index.find
    journal._core.index.find = lambda typed, limit: asked.append(typed) or whole(typed, limit)  # type: ignore[method-assign,func-returns-value]
    hits = journal.search.find("comm", limit=20)
    assert asked == []
    assert [hit.id for hit in hits if hit.kind == "contact"] == made[-2:-21:-1]
    assert hits[0].kind == "promise"
    assert {hit.id for hit in journal.search.find("rare")} == set(made[:2])
    assert asked == ["rare"]


def test_records_are_named_without_a_search(journal: Journal, case_id: int) -> None:
    contact_id = log(journal, case_id, "the very words")
    named = journal.search.records([("contact", contact_id), ("case", case_id), ("contact", 99), ("nothing", 1)])
    assert [(hit.kind, hit.id) for hit in named] == [("contact", contact_id), ("case", case_id)]
    assert named[0].snippet.startswith("the very words")

"""The checklist of a case: each item of each kind of problem is open on a bare case and clears with its own fact."""

from __future__ import annotations

import pytest

from casebook import paths
from casebook.guide.ready import checklists, readiness
from casebook.guide.ready.checklists import Group, Item
from casebook.guide.ready.known import known
from casebook.guide.ready.readiness import Standing, State
from casebook.journal import Journal
from casebook.journal.planning import Details
from casebook.journal.records import Attachment
from casebook.journal.terms import Category, Channel, CheckState, Direction, TransferKind
from tests.guide.ready_case import OWN, bare, give, log, mail

FOLDER = paths.resources() / "guides" / "checklists"
ITEMS = checklists.load_all(FOLDER)
PAIRS = [(category, item) for category in Category for item in ITEMS if item.is_for(category)]


def channel_of(item: Item) -> Channel:
    liked = (Channel.EMAIL, Channel.SOCIAL, *Channel)
    return next(channel for channel in liked if not item.channels or channel in item.channels)


def prepare(journal: Journal, case_id: int, item: Item) -> None:
    """Bring about what an item speaks of, such as something that was sent."""
    channel = channel_of(item)
    if item.group is Group.AFTER:
        log(journal, case_id, channel, Direction.OUT)
    if item.id == "reply-read":
        log(journal, case_id, channel, Direction.IN, agent="Lily")
    if item.id == "supplied":
        journal.requests.add(case_id, "A photo of the passport")
    if item.id == "named":
        journal.exhibits.add(case_id, Attachment("IMG_2041.png", b"a picture", "image/png"))


def standing(journal: Journal, case_id: int, item: Item) -> Standing | None:
    found = readiness.checklist(FOLDER, known(journal, case_id), channel_of(item))
    return next((s for s in found if s.item.id == item.id), None)


@pytest.mark.parametrize(("category", "item"), PAIRS, ids=[f"{c}-{i.id}" for c, i in PAIRS])
def test_each_item_is_open_and_clears_when_the_fact_is_there(journal: Journal, category: Category, item: Item) -> None:
    case_id = bare(journal, category)
    prepare(journal, case_id, item)
    before = standing(journal, case_id, item)
    assert before is not None
    assert before.state is (State.OPTIONAL if item.is_optional(category) else State.MISSING)
    wanted = [need for need in item.needs if need[0] != "mark"]
    for need in wanted[:1]:
        if item.id == "named":
            for exhibit in journal.exhibits.of_case(case_id):
                journal.exhibits.describe(exhibit.id, "Login refused")
        elif item.id == "reply-read":
            last = journal.contacts.of_case(case_id)[-1]
            journal.contacts.add_to(last.id, details=Details(instructions="wait; done"))
        else:
            give(journal, case_id, need)
        after = standing(journal, case_id, item)
        assert after is not None
        assert after.state is State.THERE, need
        assert after.found is not None
        assert (after.found.kind, after.found.what) == need
        assert after.found.value
    if not wanted:
        journal.check_marks.set(case_id, item.id, CheckState.DONE, "looked at it")
        ticked = standing(journal, case_id, item)
        assert ticked is not None
        assert (ticked.state, ticked.note) == (State.TICKED, "looked at it")


@pytest.mark.parametrize("item", [i for i in ITEMS if len(i.needs) > 1], ids=lambda i: i.id)
def test_any_one_of_its_needs_answers_an_item(journal: Journal, item: Item) -> None:
    category = next(c for c in Category if item.is_for(c))
    for number, need in enumerate(item.needs):
        with journal.transaction():
            firm = journal.firms.add(f"Firm {number}").made
            account = journal.accounts.add(firm, aliases=("elsewhere@example.org",)).made
            case_id = journal.cases.add(firm, "Help", account_id=account, category=category).made
        give(journal, case_id, need)
        found = readiness.answered(item, known(journal, case_id))
        assert found is not None, need
        assert (found.kind, found.what) == need


def test_a_mark_counts_and_can_be_taken_back_and_the_record_comes_before_it(journal: Journal) -> None:
    case_id = bare(journal, Category.WITHDRAWAL)
    first = readiness.completeness(readiness.checklist(FOLDER, known(journal, case_id)))
    journal.check_marks.set(case_id, "network", CheckState.NOT_NEEDED, "it never left the exchange")
    have, of = readiness.completeness(readiness.checklist(FOLDER, known(journal, case_id)))
    assert (have, of) == (first[0], first[1] - 1)
    journal.check_marks.set(case_id, "records", CheckState.DONE)
    assert readiness.completeness(readiness.checklist(FOLDER, known(journal, case_id))) == (have + 1, of)
    journal.check_marks.clear(case_id, "network")
    journal.check_marks.clear(case_id, "records")
    assert readiness.completeness(readiness.checklist(FOLDER, known(journal, case_id))) == first
    journal.check_marks.set(case_id, "network", CheckState.NOT_NEEDED)
    journal.cases.edit(case_id, network="TRC20")
    found = {s.item.id: s for s in readiness.checklist(FOLDER, known(journal, case_id))}
    assert found["network"].state is State.THERE


def test_with_every_need_given_everything_is_there(journal: Journal) -> None:
    for category in Category:
        firm = journal.firms.add(f"Firm for {category}").made
        account = journal.accounts.add(firm, aliases=("elsewhere@example.org",)).made
        case_id = journal.cases.add(firm, "Help", account_id=account, category=category).made
        for item in ITEMS:
            told = item.is_for(category) and item.group in checklists.TOLD and item.needs[0][0] != "mark"
            if told and not readiness.answered(item, known(journal, case_id)):
                give(journal, case_id, item.needs[0])
        have, of = readiness.completeness(readiness.checklist(FOLDER, known(journal, case_id)))
        assert have == of > 4, category


def test_only_what_matters_on_the_channel_is_asked(journal: Journal) -> None:
    case_id = bare(journal, Category.DEPOSIT)
    facts = known(journal, case_id)
    of = {c: {s.item.id for s in readiness.checklist(FOLDER, facts, c)} for c in (Channel.EMAIL, Channel.FORUM)}
    assert {"subject", "own-address", "recipient"} <= of[Channel.EMAIL]
    assert not {"subject", "own-address", "recipient"} & of[Channel.FORUM]
    assert {"forum-rules", "nothing-private"} <= of[Channel.FORUM]
    assert "spam" not in of[Channel.EMAIL]  # nothing was sent yet
    assert not {s.item.group for s in readiness.checklist(FOLDER, facts)} & {Group.BEFORE, Group.AFTER}
    log(journal, case_id, Channel.EMAIL, Direction.OUT)
    sent = {s.item.id: s for s in readiness.checklist(FOLDER, known(journal, case_id), Channel.EMAIL)}
    assert sent["spam"].is_open
    assert sent["copy-kept"].is_open


def test_a_mail_from_another_address_is_seen(journal: Journal) -> None:
    case_id = bare(journal, Category.DEPOSIT)
    give(journal, case_id, ("account", "email"))
    journal.mail.add([mail("elsewhere@example.org")], case_id=case_id, own={OWN, "elsewhere@example.org"})
    found = {s.item.id: s for s in readiness.checklist(FOLDER, known(journal, case_id), Channel.EMAIL)}
    assert found["copy-kept"].state is State.THERE
    assert found["sent-from-own"].is_open


def test_a_long_description_wants_points(journal: Journal) -> None:
    case_id = bare(journal, Category.DEPOSIT)
    journal.cases.edit(case_id, claim="It did not arrive and nobody answers. " * 20)
    clear = next(i for i in ITEMS if i.id == "clear")
    assert readiness.answered(clear, known(journal, case_id)) is None
    journal.cases.edit(case_id, claim="1. It did not arrive.\n2. Nobody answers. " + "More words. " * 40)
    assert readiness.answered(clear, known(journal, case_id)) is not None


def test_a_day_without_an_hour_is_not_to_the_minute(journal: Journal) -> None:
    from casebook.journal.times import Precision, parse

    case_id = bare(journal, Category.DEPOSIT)
    minute = next(i for i in ITEMS if i.id == "problem-time")
    journal.cases.edit(case_id, problem=parse("2026-11-18", "Asia/Singapore", Precision.DATE))
    assert readiness.answered(minute, known(journal, case_id)) is None
    journal.cases.edit(case_id, problem=parse("2026-11-18 14:03", "Asia/Singapore"))
    assert readiness.answered(minute, known(journal, case_id)) is not None


def test_of_several_transfers_those_of_the_cases_kind_count(journal: Journal) -> None:
    case_id = bare(journal, Category.WITHDRAWAL)
    status = next(i for i in ITEMS if i.id == "transfer-status")
    journal.transfers.add(case_id, kind=TransferKind.DEPOSIT, amount="1", status="credited")
    found = readiness.answered(status, known(journal, case_id))
    assert found is not None
    assert found.value == "credited"
    made = journal.transfers.add(case_id, kind=TransferKind.WITHDRAWAL, amount="1").made
    assert readiness.answered(status, known(journal, case_id)) is None
    journal.transfers.edit(made, status="on hold")
    found = readiness.answered(status, known(journal, case_id))
    assert found is not None
    assert found.value == "on hold"

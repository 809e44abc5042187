"""What the guide works with is told by the ledger, found, purged, moved, dumped and encrypted like the rest."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from casebook.journal import BadInput, Journal, Kind, NotFound
from casebook.journal.backup.backups import check as check_backup
from casebook.journal.backup.backups import find as find_backups
from casebook.journal.planning import Details
from casebook.journal.secrecy import convert, keys
from casebook.journal.store.database import one
from casebook.journal.terms import (
    Channel,
    CheckState,
    Consent,
    DeadlineState,
    LetterKind,
    PromiseState,
    RequestState,
)
from casebook.journal.transfer.dump import load
from tests.conftest import HandClock, finished
from tests.journal.makers import at, log, picture

SECRET = "ZEBRAFISH-4711"
CALL, ANSWER = 1, 2
KINDS = (Kind.CONTACT, Kind.DEADLINE, Kind.CHECK_MARK, Kind.FIRM_RULE, Kind.FIRM_CHANNEL, Kind.ACCOUNT, Kind.CASE)
DETAILS = Details(waited=720, address=f"+65 {SECRET}", consent=Consent.NOTICE, keywords=("充币", SECRET))


@pytest.fixture
def filled(journal: Journal) -> Journal:
    """One case with everything in it that this file is about; SECRET stands in every text."""
    firm = journal.firms.add("Kestrel", country="SG").made
    account = journal.accounts.add(firm, usual_ips=SECRET, callback=SECRET, registered_on="2024-02-29").made
    case = journal.cases.add(firm, "Withdrawal on hold", account_id=account).made
    journal.cases.edit(case, seen_on=f"app {SECRET}", steps=f"1. {SECRET}", tags=("vip", SECRET))
    assert log(journal, case, channel=Channel.PHONE, details=DETAILS, attachments=[picture()]) == CALL
    assert log(journal, case, "They answered.") == ANSWER
    (exhibit,) = journal.exhibits.of_case(case)
    journal.promises.add(case, "within 24 hours", contact_id=CALL, exhibit_id=exhibit.id)
    request = journal.requests.add(case, "a photo", contact_id=CALL, due=at("2026-11-27"), identity=True).made
    journal.requests.supply(request, contact_id=ANSWER)
    told = json.dumps({"rule": "mail-nudge", "words": SECRET})
    deadline = journal.deadlines.add(case, "uk-final-response", at("2026-11-20 10:00"), told, contact_id=CALL).made
    journal.follow_ups.add(case, at("2027-01-15"), "the eight weeks are over", deadline_id=deadline)
    why = json.dumps([{"days": 5, "why": SECRET}])
    journal.deadlines.move(deadline, told, extensions=why)
    journal.deadlines.end(deadline, contact_id=ANSWER, answer=f"they answered {SECRET}")
    journal.check_marks.set(case, "problem-time", CheckState.NOT_NEEDED, f"because {SECRET}")
    journal.firm_rules.set(firm, "mail-nudge", unit="hours", not_before=72, why=f"their page says so {SECRET}")
    journal.firm_channels.add(firm, Channel.PHONE, place=f"+65 {SECRET}", hours="24/7", languages=("en", SECRET))
    journal.templates.save(LetterKind.NUDGE, "", "en", subject=SECRET, text=f"Dear team {SECRET}")
    journal.letters.save(
        case, LetterKind.NUDGE, Channel.EMAIL, "en", recipient=SECRET, subject=SECRET, text=SECRET, about={"x": SECRET}
    )
    journal.quotes.add(ANSWER, "They answered.", SECRET)
    journal.saved_views.save(SECRET, {"sort": SECRET})
    journal.visits.note(Kind.CASE, case)
    journal.sessions.start(case, Channel.CHAT)
    journal.sessions.keep(case, {"agent": SECRET})
    return journal


def holding(folder: Path) -> list[str]:
    """Return the files in which the secret stands."""
    word = SECRET.lower().encode()
    return [path.name for path in folder.rglob("*") if path.is_file() and word in path.read_bytes().lower()]


def test_everything_is_told_found_and_sound(filled: Journal) -> None:
    assert finished(filled.verify()).ok
    assert filled.contacts.get(CALL).details == DETAILS
    (request,) = filled.requests.of_case(1)
    assert (request.state, request.supplied_contact_id, request.identity) == (RequestState.SUPPLIED, ANSWER, True)
    assert request.supplied_at == filled.contacts.get(ANSWER).happened.utc
    (deadline,) = filled.deadlines.of_case(1)
    assert (deadline.state, deadline.ended_contact_id) == (DeadlineState.ENDED, ANSWER)
    hits = filled.search.find(SECRET)
    assert {str(k) for k in (Kind.CONTACT, Kind.FIRM_CHANNEL, Kind.CHECK_MARK, Kind.ACCOUNT, Kind.CASE)} <= {
        hit.kind for hit in hits
    }
    assert all(SECRET.casefold() in hit.snippet.casefold() for hit in hits)
    said = {event.what for event in filled.history.of_all(limit=100)}
    assert {"deadline.set", "deadline.moved", "deadline.ended", "check_mark.set", "firm_rule.set"} <= said
    assert not {what for what in said if what.startswith(("letter", "template", "session"))}


def test_what_is_no_fact_of_a_case_can_be_dropped(filled: Journal) -> None:
    head = filled.ledger.head()
    (letter,) = filled.letters.of_case(1)
    filled.letters.save(1, LetterKind.NUDGE, Channel.EMAIL, "en", text="other words")
    assert [kept.text for kept in filled.letters.of_case(1)] == ["other words"]
    filled.letters.drop(letter.id)
    filled.templates.reset(filled.templates.all()[0].id)
    filled.sessions.end(1)
    assert (filled.letters.of_case(1), filled.templates.all(), filled.sessions.all()) == ([], [], [])
    assert filled.ledger.head() == head
    for gone in (lambda: filled.letters.drop(letter.id), lambda: filled.sessions.end(1)):
        with pytest.raises(NotFound):
            gone()


def test_a_session_remembers_when_things_happened(filled: Journal) -> None:
    with pytest.raises(BadInput):
        filled.sessions.start(1, Channel.PHONE)
    before = filled.sessions.get(1).started_at
    filled.sessions.note(1, "answered")
    session = filled.sessions.get(1)
    assert [name for name, _at in session.events] == ["answered"]
    assert session.events[0][1] > before == session.started_at
    assert session.words == {"agent": SECRET}


def test_rules_of_a_firm_are_checked_and_can_be_taken_back(filled: Journal) -> None:
    for wrong in (
        {"unit": "hours", "not_before": 0, "why": "x"},
        {"unit": "hours", "not_before": 5, "not_after": 4, "why": "x"},
        {"unit": "hours", "why": "x"},
        {"unit": "hours", "not_before": 5, "why": " "},
    ):
        with pytest.raises(BadInput):
            filled.firm_rules.set(1, "mail-nudge", **wrong)  # type: ignore[arg-type]
    assert filled.firm_rules.of_firm(1)[0].not_before == 72
    filled.firm_rules.reset(1, "mail-nudge")
    assert filled.firm_rules.of_firm(1) == []
    with pytest.raises(BadInput):
        filled.firm_rules.reset(1, "mail-nudge")


def test_marks_and_deadlines_can_be_taken_back(filled: Journal) -> None:
    filled.check_marks.clear(1, "problem-time")
    assert filled.check_marks.of_case(1) == []
    filled.deadlines.reopen(1)
    assert filled.deadlines.get(1).state is DeadlineState.RUNNING
    filled.deadlines.drop(1, "set in error")
    with pytest.raises(BadInput):
        filled.deadlines.end(1)
    assert finished(filled.verify()).ok


def test_a_promise_may_end_unknown(filled: Journal) -> None:
    filled.promises.resolve(1, PromiseState.UNKNOWN, "nobody can tell")
    (promise,) = filled.promises.of_case(1)
    assert (promise.state, promise.exhibit_id) == (PromiseState.UNKNOWN, 1)


@pytest.mark.parametrize("what", [CALL, ANSWER])
def test_a_contact_goes_for_good_and_leaves_what_came_of_it(filled: Journal, what: int) -> None:
    filled.bin.delete_contact(what)
    filled.bin.empty(filled.clock(), everything=True)
    (deadline,) = filled.deadlines.of_case(1)
    (request,) = filled.requests.of_case(1)
    assert what not in (deadline.contact_id, deadline.ended_contact_id, request.supplied_contact_id)
    assert finished(filled.verify()).ok


def test_a_case_goes_for_good_with_all_of_it(filled: Journal) -> None:
    filled.bin.delete_case(1)
    filled.bin.empty(filled.clock(), everything=True)
    for table in ("deadline", "check_mark", "letter", "session", "follow_up"):
        assert one(filled._core.database, f'SELECT count(*) FROM "{table}"') == (0,), table
    assert finished(filled.verify()).ok


def test_purged_words_go_from_every_new_place(filled: Journal) -> None:
    finished(filled.backups.make("test"))
    looked = filled.purge.look(SECRET)
    assert set(KINDS) <= looked.records.keys()
    assert finished(filled.purge.words(SECRET, "secret")).left == ()
    assert filled.purge.look(SECRET).nothing
    assert filled.contacts.get(CALL).details.waited == 720
    assert finished(filled.verify()).ok
    (backup,) = find_backups(filled.folder)
    assert finished(check_backup(backup)).ok
    filled.close()
    assert holding(filled.folder) == []


def test_a_case_moves_with_all_of_it(filled: Journal, tmp_path: Path, clock: HandClock) -> None:
    archive = finished(filled.archives.export_case(1, tmp_path / "case.zip"))
    with Journal.create(tmp_path / "other", clock) as other:
        log(other, other.cases.add(other.firms.add("Heron").made, "first here").made)
        case = finished(other.archives.import_case(archive)).made
        contacts = other.contacts.of_case(case)
        call = next(contact for contact in contacts if contact.channel is Channel.PHONE)
        answer = next(contact for contact in contacts if contact.id != call.id)
        assert call.details == DETAILS
        (deadline,) = other.deadlines.of_case(case)
        assert (deadline.contact_id, deadline.ended_contact_id) == (call.id, answer.id)
        (request,) = other.requests.of_case(case)
        assert request.supplied_contact_id == answer.id
        assert deadline.id in [follow_up.deadline_id for follow_up in other.follow_ups.of_case(case)]
        (mark,) = other.check_marks.of_case(case)
        assert mark.state is CheckState.NOT_NEEDED
        assert finished(other.verify()).ok


def test_a_dump_is_loaded_and_all_is_encrypted_and_comes_back(
    filled: Journal, tmp_path: Path, clock: HandClock
) -> None:
    dump = finished(filled.dump(tmp_path / "all.zip"))
    finished(load(dump, tmp_path / "loaded", clock))
    with Journal.open(tmp_path / "loaded", clock) as loaded:
        assert loaded.deadlines.of_case(1) == filled.deadlines.of_case(1)
        assert loaded.firm_channels.of_firm(1) == filled.firm_channels.of_firm(1)
        assert loaded.templates.all() == filled.templates.all()
        assert loaded.letters.of_case(1) == filled.letters.of_case(1)
        assert loaded.sessions.all() == filled.sessions.all()
        assert finished(loaded.verify()).ok
    filled.close()
    finished(convert.encrypt(filled.folder, clock, "correct horse battery"))
    assert holding(filled.folder) == []
    key = keys.unlock(filled.folder, "correct horse battery")
    with Journal.open(filled.folder, clock, key) as locked:
        assert locked.contacts.get(CALL).details == DETAILS
        assert finished(locked.verify()).ok


def test_a_quoted_passage_is_of_its_contact(filled: Journal) -> None:
    for wrong in ("They never answered.", " "):
        with pytest.raises(BadInput):
            filled.quotes.add(ANSWER, wrong)
    (quote,) = filled.quotes.of_case(1)
    assert (quote.contact_id, quote.text, quote.note) == (ANSWER, "They answered.", SECRET)
    filled.quotes.note(quote.id, "nobody had asked")
    assert filled.quotes.get(quote.id).note == "nobody had asked"
    filled.quotes.remove(quote.id)
    assert filled.quotes.of_case(1) == []
    assert "quote.erased" in {event.what for event in filled.history.of_all(limit=5)}


def test_views_and_visits_only_save_work(filled: Journal) -> None:
    head = filled.ledger.head()
    filled.saved_views.save("burning", {"group": "firm"})
    made = filled.saved_views.save("burning", {"group": "due"}).made
    with pytest.raises(BadInput):
        filled.saved_views.rename(made, SECRET)
    filled.saved_views.rename(made, "on fire")
    assert [(view.name, view.definition) for view in filled.saved_views.all()][1:] == [("on fire", {"group": "due"})]
    filled.saved_views.remove(made)
    filled.visits.note(Kind.FIRM, 1)
    assert [(visit.kind, visit.record_id) for visit in filled.visits.latest()] == [("firm", 1), ("case", 1)]
    assert filled.ledger.head() == head


def test_tags_stand_once_and_in_order(filled: Journal) -> None:
    filled.cases.edit(1, tags=("#vip", "VIP ", "", "a  b"))
    assert filled.cases.get(1).tags == ("a b", "VIP")
    filled.cases.edit(1, tags=())
    assert filled.cases.get(1).tags == ()


def test_a_purged_exhibit_takes_its_marked_copies_along(filled: Journal) -> None:
    (original,) = filled.exhibits.of_case(1)
    drawn = replace(picture(content=b"drawn on"), derived_from=original.id, marks=json.dumps([{"text": SECRET}]))
    copy = filled.exhibits.add(1, drawn).made
    assert (filled.exhibits.get(copy).derived_from, SECRET in filled.exhibits.get(copy).marks) == (original.id, True)
    finished(filled.purge.exhibit(original.id, "secret"))
    gone = filled.exhibits.get(copy)
    assert (gone.file.sha256, gone.marks, gone.label) == ("", "", "EX-2")
    assert finished(filled.verify()).ok
